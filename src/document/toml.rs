//! TOML, with every problem shown where it stands.

use std::fmt;

use serde::Deserialize;
use thiserror::Error;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::quoted::{Quoted, Shown, write_source};

use super::Document;
use super::place::{Origin, Place, Position, Step, Table};

/// One thing that makes a text no TOML, or no document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TomlError {
    /// What is wrong.
    pub message: String,
    /// Where: a [`Position::Line`], if it is anywhere.
    pub position: Option<Position>,
}

/// A text that is not readable as a document: every reason that could be found.
#[derive(Clone, PartialEq, Eq, Error)]
pub struct UnreadableToml {
    /// The reasons, in the order of the text; at least one.
    pub errors: Vec<TomlError>,
}

impl UnreadableToml {
    fn new(text: &str, mut errors: Vec<(String, Option<usize>)>) -> Self {
        errors.sort_by_key(|&(_, byte)| byte.unwrap_or(usize::MAX));
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
                ("duplicate key", Some(key)) if !key.is_empty() => {
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

impl fmt::Display for UnreadableToml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not readable as an organisation in TOML")?;
        for error in &self.errors {
            match &error.position {
                Some(position) => {
                    write!(f, "\n  {position}: {}", Shown(&error.message))?;
                    if let Position::Line { line, column, text } = position {
                        write_source(f, *line, *column, text)?;
                    }
                }
                None => write!(f, "\n  {}", Shown(&error.message))?,
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
        let read = Self::deserialize(toml::de::Deserializer::from(table));
        let mut document = read.map_err(|error| {
            UnreadableToml::new(text, vec![(error.message().to_owned(), version)])
        })?;
        document.origin = Origin::Toml(text.into());
        Ok(document)
    }
}

/// The lines and columns of bytes of `text`: one walk of it for all of them.
fn positions_of(text: &str, bytes: &[Option<usize>]) -> Vec<Option<Position>> {
    let mut starts = vec![0];
    starts.extend(
        text.bytes()
            .enumerate()
            .filter(|&(_, b)| b == b'\n')
            .map(|(at, _)| at + 1),
    );
    bytes
        .iter()
        .map(|byte| {
            let byte = boundary_at_or_before(text, (*byte)?);
            let line = starts.partition_point(|&start| start <= byte);
            let start = starts[line.saturating_sub(1)];
            let shown = text[start..].lines().next().unwrap_or("");
            let column = text[start..byte].chars().count() + 1;
            Some(Position::Line {
                line,
                column,
                text: shown.to_owned(),
            })
        })
        .collect()
}

fn boundary_at_or_before(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// Parses the text again, now with spans, and looks each place up in it.
pub(crate) fn positions(text: &str, places: &[&Place]) -> Vec<Option<Position>> {
    let Ok(root) = DeTable::parse(text) else {
        return vec![None; places.len()];
    };
    let bytes: Vec<_> = places
        .iter()
        .map(|place| find(root.get_ref(), place))
        .collect();
    positions_of(text, &bytes)
}

/// The byte at which a place begins: the key of a table's entry, the value of a
/// list's item; as near to it as the text goes.
fn find(root: &DeTable<'_>, place: &Place) -> Option<usize> {
    let mut steps: Vec<Step> = Vec::new();
    if place.table != Table::Top {
        steps.push(place.table.as_str().into());
    }
    if place.table == Table::Head {
        steps.push(place.occurrence.saturating_sub(1).into());
    }
    steps.extend(place.id.as_deref().map(Step::from));
    steps.extend(place.path.iter().cloned());
    let mut at = None;
    let mut table = Some(root);
    let mut list: Option<&[Spanned<DeValue<'_>>]> = None;
    for step in &steps {
        let found = match step {
            Step::Key(key) => table
                .and_then(|table| table.get_key_value(key.as_str()))
                .map(|(key, value)| (key.span().start, value)),
            Step::Item(item) => list
                .and_then(|list| list.get(*item))
                .map(|value| (value.span().start, value)),
        };
        let Some((start, value)) = found else { break };
        at = Some(start);
        table = value.get_ref().as_table();
        list = value.get_ref().as_array().map(|items| &**items);
    }
    at
}
