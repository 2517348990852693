//! The document on the command line, or that of the trust.

use std::error::Error;
use std::fmt::Display;
use std::fs;
use std::path::Path;

use answerable::{Document, Organogram};

use super::one_line::one_line;

/// The trust that the examples fall back to.
const TRUST: &str = include_str!("../trust.toml");

/// Which files there may be.
const GIVE: &str =
    "give one .toml, .json or .csv file, or two .csv files: senior posts, junior posts";

/// The document in these files, or the trust if there are none, and what its
/// reader has to tell.
pub(crate) fn document(files: &[String]) -> Result<(Document, Vec<String>), Box<dyn Error>> {
    let (first, more) = match files {
        [] => return Ok((Document::from_toml(TRUST)?, Vec::new())),
        [first, more @ ..] => (first, more),
    };
    let named = |error: &dyn Display| format!("{first}: {error}");
    let bytes = |file: &String| fs::read(file).map_err(|error| format!("{file}: {error}"));
    let extension = |file: &str| {
        let extension = Path::new(file).extension().unwrap_or_default();
        extension.to_string_lossy().to_lowercase()
    };
    match (&*extension(first), more) {
        ("csv", [junior]) if extension(junior) != "csv" => {
            Err(format!("`{junior}` is no .csv file; {GIVE}").into())
        }
        ("csv", [] | [_]) => {
            let senior = bytes(first)?;
            let organogram = match more {
                [junior, ..] => Organogram::read_with_junior(&senior, &bytes(junior)?),
                [] => Organogram::read(&senior),
            };
            let organogram = organogram.map_err(|error| about(files, &error))?;
            let left_out = organogram.left_out().iter();
            let mut remarks: Vec<String> = left_out
                .map(|row| format!("left out: {}", one_line(row)))
                .collect();
            if !organogram.unread_headings().is_empty() {
                let unread = organogram.unread_headings().join(", ");
                remarks.push(format!("columns not read: {}", one_line(&unread)));
            }
            Ok((organogram.into_document(), remarks))
        }
        ("toml", []) => {
            let text = String::from_utf8(bytes(first)?)
                .map_err(|_| named(&"not UTF-8; save it in that encoding"))?;
            Ok((
                Document::from_toml(&text).map_err(|e| named(&e))?,
                Vec::new(),
            ))
        }
        ("json", []) => {
            let document = serde_json::from_slice(&bytes(first)?).map_err(|e| named(&e))?;
            Ok((document, Vec::new()))
        }
        ("csv", [_, extra, ..]) | ("toml" | "json", [extra, ..]) => {
            Err(format!("`{extra}` is one file too many; {GIVE}").into())
        }
        _ => Err(format!("`{first}` is no .toml, .json or .csv file; {GIVE}").into()),
    }
}

/// What is said, with the files that it is about.
pub(crate) fn about(files: &[String], said: &dyn Display) -> String {
    match files {
        [] => said.to_string(),
        files => format!("{}: {said}", files.join(", ")),
    }
}
