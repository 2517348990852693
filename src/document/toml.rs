//! TOML, with every problem shown where it stands.

use std::fmt;

use serde::Deserialize;
use thiserror::Error;
use toml::de::DeTable;

use crate::quoted::{Quoted, Shown, write_source};

use super::Document;
use super::lines::positions_of;
use super::origin::Origin;
use super::place::Position;

/// One reason why a text cannot be read. `Display` is where it stands, and what is
/// wrong.
///
/// ```
/// use answerable::{Document, Position};
///
/// let text = "[post.matron]\ntitle = \"Matron\"\n\n[post.matron]\ntitle = \"Modern Matron\"\n";
/// let unreadable = Document::from_toml(text).expect_err("a post told twice");
/// let error = &unreadable.errors()[0];
/// assert_eq!(error.message, "the key `matron` is given more than once; give it once");
/// assert!(matches!(error.position, Some(Position::Line { line: 4, column: 7, .. })));
/// assert_eq!(
///     error.to_string(),
///     "line 4, column 7: the key `matron` is given more than once; give it once",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub struct TomlError {
    /// What is wrong.
    pub message: String,
    /// Where: a [`Position::Line`], if it is anywhere.
    pub position: Option<Position>,
}

/// A text that is not readable as a document: every reason that could be found.
///
/// `Display` and `Debug` are a line for each, and the line of the text under it.
///
/// ```
/// use answerable::Document;
///
/// let text = "[post.matron]\ntitle = Matron\n";
/// let unreadable = Document::from_toml(text).expect_err("no quotes");
/// assert_eq!(unreadable.errors().len(), 1);
/// assert_eq!(unreadable.to_string(), "\
/// not readable as an organisation in TOML
///   line 2, column 9: string values must be quoted, expected literal string
///     2 | title = Matron
///                 ^");
/// ```
#[derive(Clone, PartialEq, Eq, Error)]
pub struct UnreadableToml {
    errors: Vec<TomlError>,
}

impl UnreadableToml {
    /// The reasons, in the order of the text; at least one.
    #[must_use]
    pub fn errors(&self) -> &[TomlError] {
        &self.errors
    }

    fn new(text: &str, mut errors: Vec<(String, Option<usize>)>) -> Self {
        errors.sort_by_key(|&(_, byte)| byte.unwrap_or(usize::MAX));
        errors.dedup();
        let (messages, bytes): (Vec<_>, Vec<_>) = errors.into_iter().unzip();
        let positions = positions_of(text, &bytes);
        let errors = messages.into_iter().zip(positions);
        Self {
            errors: errors
                .map(|(message, position)| TomlError { message, position })
                .collect(),
        }
    }

    /// Errors of syntax; which key is repeated, the toml crate leaves to its span.
    fn of_syntax(text: &str, errors: &[toml::de::Error]) -> Self {
        let told = errors.iter().map(|error| {
            let span = error.span();
            let key = span.clone().and_then(|span| text.get(span));
            let message = match (error.message(), key) {
                ("duplicate key", Some(key)) => {
                    let key = key.trim_matches(['"', '\'']);
                    format!(
                        "the key {} is given more than once; give it once",
                        Quoted(key)
                    )
                }
                (message, _) => message.to_owned(),
            };
            (message, span.map(|span| span.start))
        });
        Self::new(text, told.collect())
    }
}

impl fmt::Display for TomlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = &self.position {
            write!(f, "{position}: ")?;
        }
        write!(f, "{}", Shown(&self.message))
    }
}

impl fmt::Display for UnreadableToml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not readable as an organisation in TOML")?;
        for error in &self.errors {
            write!(f, "\n  {error}")?;
            if let Some(Position::Line {
                line, text, mark, ..
            }) = &error.position
            {
                write_source(f, *line, text, *mark)?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for UnreadableToml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Document {
    /// Reads a document from TOML, so that each problem found later names the
    /// line and column and shows the line. A byte order mark is passed over.
    ///
    /// # Errors
    ///
    /// When the text is not TOML (a repeated key included) or names another
    /// version of the format: every reason at once, each with its place.
    ///
    /// ```
    /// use answerable::{Document, Organisation};
    ///
    /// let document = Document::from_toml(r#"
    /// [post.chief-nurse]
    /// title = "Chief Nurse"
    ///
    /// [post.matron]
    /// title = "Matron"
    /// operational = "chief-nurze"
    /// "#)?;
    /// let invalid = Organisation::try_from(document).expect_err("no such post");
    /// assert_eq!(invalid.to_string(), "invalid organisation: line 7, column 1: \
    /// `matron` is accountable to `chief-nurze` (operational), but there is no such post; \
    /// did you mean `chief-nurse`?
    ///     7 | operational = \"chief-nurze\"
    ///         ^");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_toml(text: &str) -> Result<Self, UnreadableToml> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let (table, errors) = DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            return Err(UnreadableToml::of_syntax(text, &errors));
        }
        let version = table
            .get_ref()
            .iter()
            .find(|(key, _)| key.get_ref() == "version")
            .map(|(key, _)| key.span().start);
        let whole = table.span();
        let read = Self::deserialize(toml::de::Deserializer::from(table));
        let mut document = read.map_err(|error| {
            // What the version is makes the whole of the text unreadable.
            let span = error.span().filter(|span| *span != whole);
            let start = span.map_or(version, |span| Some(span.start));
            UnreadableToml::new(text, vec![(error.message().to_owned(), start)])
        })?;
        document.origin = Origin::Toml(text.into());
        Ok(document)
    }
}
