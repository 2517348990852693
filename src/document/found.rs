//! What stands where something else belongs, and how it is mended.

use std::fmt;

use crate::quoted::{Quoted, Shown};

use super::value::Value;

/// What stands where something else belongs. `Display` says it in words.
///
/// ```
/// # #[cfg(feature = "toml")] {
/// use answerable::{Document, Found, Misread, Organisation, ProblemKind, Remedy};
///
/// let document = Document::from_toml("post.clerk = { title = \"Ward Clerk\", grade = 4 }")?;
/// let invalid = Organisation::try_from(document).expect_err("a grade is text");
/// let ProblemKind::Misread(Misread::WrongType { found, remedy, .. }) = invalid.problems()[0].kind() else {
///     panic!("no such problem");
/// };
/// assert_eq!(*found, Found::Number("4".to_owned()));
/// assert_eq!(found.to_string(), "the number 4");
/// assert_eq!(*remedy, Some(Remedy::Quote));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Found {
    /// A text.
    Text(String),
    /// A number, in digits.
    Number(String),
    /// `true` or `false`.
    Bool(bool),
    /// `null`.
    Null,
    /// A list.
    List,
    /// A table.
    Table,
    /// Something else, such as a date; in words.
    Other(&'static str),
}

impl Found {
    pub(super) fn of(value: &Value<'_>) -> Self {
        match value {
            Value::Text(text) => Self::Text(text.to_string()),
            Value::Integer(number) => Self::Number(number.to_string()),
            Value::Float(number) => Self::Number(format!("{number:?}")),
            Value::Bool(word) => Self::Bool(*word),
            Value::Null => Self::Null,
            Value::List(_) => Self::List,
            Value::Table(_) => Self::Table,
            Value::Other(what) => Self::Other(what),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "the text {}", Quoted(text)),
            Self::Number(number) => write!(f, "the number {number}"),
            Self::Bool(word) => write!(f, "`{word}`"),
            Self::Null => f.write_str("`null`"),
            Self::List => f.write_str("a list"),
            Self::Table => f.write_str("a table"),
            Self::Other(what) => f.write_str(what),
        }
    }
}

/// How what was found becomes what belongs there.
///
/// ```
/// # #[cfg(feature = "toml")] {
/// use answerable::{Document, Misread, Organisation, ProblemKind, Remedy};
///
/// let document = Document::from_toml("post.clerk = { title = \"Ward Clerk\", vacant = \"true\" }")?;
/// let invalid = Organisation::try_from(document).expect_err("true is no text");
/// let problem = &invalid.problems()[0];
/// assert!(matches!(
///     problem.kind(),
///     ProblemKind::Misread(Misread::WrongType { remedy: Some(Remedy::Unquote), .. })
/// ));
/// assert!(problem.to_string().ends_with("not the text `true`; take off the quotation marks"));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Remedy {
    /// Leave it out.
    LeaveOut,
    /// Put it in quotation marks.
    Quote,
    /// Take off the quotation marks.
    Unquote,
    /// Put it in square brackets.
    Bracket,
}

/// "; and what to do": nothing where that is not plain.
pub(super) fn remedied(remedy: Option<Remedy>, found: &Found) -> String {
    let Some(remedy) = remedy else {
        return String::new();
    };
    // A text that is shown as it stands can be copied.
    let plain = match found {
        Found::Text(text) => Some(Shown(text).to_string()),
        _ => None,
    };
    let plain = plain.filter(|shown| !shown.contains(['…', '"', '\\']));
    match (remedy, plain) {
        (Remedy::LeaveOut, _) => "; leave it out".to_owned(),
        (Remedy::Quote, _) => "; put it in quotation marks".to_owned(),
        (Remedy::Unquote, _) => "; take off the quotation marks".to_owned(),
        (Remedy::Bracket, Some(text)) => format!("; write `[\"{text}\"]`"),
        (Remedy::Bracket, None) => "; put it in square brackets".to_owned(),
    }
}
