//! Names by which the tables of an organisation are keyed, and their grammar.

use std::borrow::Borrow;
use std::fmt;

use thiserror::Error;

use crate::quoted::{Quoted, is_invisible};

/// How many bytes an id may have.
pub const LONGEST_ID: usize = 200;

/// Why a text is not an id.
///
/// An id is any 1 to [`LONGEST_ID`] bytes of text without control characters,
/// line separators or bidi controls, and without white space at either end.
///
/// ```
/// use answerable::{IdError, PostId};
///
/// assert_eq!(PostId::new(""), Err(IdError::Empty));
/// assert_eq!(PostId::new("matron "), Err(IdError::EndsWithSpace));
/// let error = PostId::new("ward\tmanager").unwrap_err();
/// assert_eq!(error.to_string(), "it holds the invisible character U+0009");
/// assert!(PostId::new("Ward Manager (nights)").is_ok());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum IdError {
    /// The text is empty.
    #[error("it is empty")]
    Empty,
    /// The text is longer than [`LONGEST_ID`] bytes.
    #[error("it is {bytes} bytes long; {LONGEST_ID} is the most")]
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
    /// The text begins with white space.
    #[error("it begins with white space")]
    BeginsWithSpace,
    /// The text ends with white space.
    #[error("it ends with white space")]
    EndsWithSpace,
    /// The text holds a control character, a line separator or a bidi control.
    #[error("it holds the invisible character U+{:04X}", *character as u32)]
    Invisible {
        /// The first such character.
        character: char,
    },
}

/// Whether `text` is an id: the whole grammar.
pub(crate) fn check(text: &str) -> Result<(), IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if text.len() > LONGEST_ID {
        return Err(IdError::TooLong { bytes: text.len() });
    }
    // Most ids are nothing else.
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(());
    }
    if let Some(character) = text.chars().find(|&c| is_invisible(c)) {
        return Err(IdError::Invisible { character });
    }
    if text.starts_with(char::is_whitespace) {
        return Err(IdError::BeginsWithSpace);
    }
    if text.ends_with(char::is_whitespace) {
        return Err(IdError::EndsWithSpace);
    }
    Ok(())
}

/// Stamps out one owned, checked id type per table.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// Makes an id of `text`.
            ///
            /// # Errors
            ///
            /// When `text` is not 1 to [`LONGEST_ID`] bytes without control
            /// characters, line separators or bidi controls, and without white space
            /// at either end.
            ///
            /// ```
            #[doc = concat!("# use answerable::", stringify!($name), ";")]
            #[doc = concat!("let id = ", stringify!($name), "::new(\"adult community\")?;")]
            /// assert_eq!(id.as_str(), "adult community");
            #[doc = concat!("assert!(", stringify!($name), "::new(\"adult community \").is_err());")]
            /// # Ok::<(), answerable::IdError>(())
            /// ```
            pub fn new(text: impl Into<Box<str>>) -> Result<Self, IdError> {
                let text = text.into();
                check(&text)?;
                Ok(Self(text))
            }

            /// Of the id of something in a sound organisation.
            pub(crate) fn of(id: &str) -> Self {
                Self(id.into())
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.into()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), Quoted(&self.0))
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <Box<str>>::deserialize(deserializer)?;
                match check(&text) {
                    Ok(()) => Ok(Self(text)),
                    Err(error) => Err(serde::de::Error::custom(format_args!(
                        "{} is no id: {error}",
                        Quoted(&text)
                    ))),
                }
            }
        }
    };
}

id! {
    /// The id of a post, checked and owned: what is kept when the organisation
    /// is not, and what compares posts of two organisations. Posts themselves are
    /// equal only within one.
    ///
    /// ```
    /// # use answerable::{Accountability::Operational, Organisation, PostRecord};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let matron = org.post("head-of-nursing-childrens")?.to_id();
    /// let mut document = org.to_document();
    /// document.push_post(PostRecord::new("sister", "Ward Sister").accountable_to(matron.clone(), Operational));
    /// let after = Organisation::try_from(document)?;
    ///
    /// let superior = after.post("sister")?.superior(Operational).post().expect("a superior");
    /// assert_eq!(superior.to_id(), matron);
    /// assert_ne!(superior, org.post(matron.as_str())?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    PostId
}
id! {
    /// The id of a unit, checked and owned: it compares across organisations.
    ///
    /// ```
    /// # use std::collections::HashMap;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// // A table keyed by id is looked up by text.
    /// let beds = HashMap::from([(org.unit("general-paediatrics")?.to_id(), 24)]);
    /// assert_eq!(beds.get("general-paediatrics"), Some(&24));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    UnitId
}
id! {
    /// The id of a profession, checked and owned: it compares across organisations.
    ///
    /// ```
    /// # use answerable::ProfessionId;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let nursing: ProfessionId = "nursing".parse()?;
    /// assert_eq!(org.post("chief-nurse")?.profession().map(|of| of.to_id()), Some(nursing));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ProfessionId
}
id! {
    /// The id of a source, checked and owned: it compares across organisations.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let source = org.post("care-group-director")?.basis().source().expect("a source");
    /// assert_eq!(String::from(source.to_id()), "cgd");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    SourceId
}
id! {
    /// The id of a matter, checked and owned: it compares across organisations.
    ///
    /// ```
    /// # use answerable::MatterId;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let limited_to: Vec<MatterId> = org
    ///     .post("general-manager")?
    ///     .deputises_for()
    ///     .flat_map(|terms| terms.matters())
    ///     .map(|matter| matter.to_id())
    ///     .collect();
    /// assert_eq!(limited_to, [MatterId::new("corporate-assurance")?]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    MatterId
}
