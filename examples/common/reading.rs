//! The organisation on the command line, or the trust.

use std::error::Error;
use std::fs;
use std::path::Path;

use answerable::{Document, Organisation, Organogram, Problem, Salvage};

use super::asked::Asked;
use super::one_line::one_line;
use super::telling::tell;

/// The trust that the examples fall back to.
const TRUST: &str = include_str!("../trust.toml");

/// An organisation that was read, its problems if it was salvaged, and what its
/// reader has to tell.
pub(crate) struct Read {
    pub(crate) organisation: Organisation,
    pub(crate) problems: Vec<Problem>,
    pub(crate) remarks: Vec<String>,
}

impl Read {
    /// Says the problems on standard error.
    pub(crate) fn tell_problems(&self) {
        self.problems.iter().for_each(|problem| tell(problem));
    }
}

/// Reads the files (`.toml`, `.json`, or the `.csv` of an organogram and perhaps
/// that of its junior posts), or the trust if there are none; salvages them where
/// that is asked for.
pub(crate) fn read(asked: &Asked, files: &[String]) -> Result<Read, Box<dyn Error>> {
    let (document, remarks) = document(files)?;
    if asked.value("--salvage").is_some() {
        let Salvage {
            organisation,
            problems,
        } = Organisation::salvage(document);
        return Ok(Read {
            organisation,
            problems,
            remarks,
        });
    }
    let organisation = Organisation::try_from(document).map_err(|error| match files {
        [] => error.to_string(),
        files => format!("{}: {error}", files.join(", ")),
    })?;
    Ok(Read {
        organisation,
        problems: Vec::new(),
        remarks,
    })
}

fn document(files: &[String]) -> Result<(Document, Vec<String>), Box<dyn Error>> {
    let (first, more) = match files {
        [] => return Ok((Document::from_toml(TRUST)?, Vec::new())),
        [first, more @ ..] => (first, more),
    };
    let named = |error: &dyn std::fmt::Display| format!("{first}: {error}");
    let bytes = |file: &String| fs::read(file).map_err(|error| format!("{file}: {error}"));
    let extension = Path::new(first)
        .extension()
        .map(|extension| extension.to_string_lossy().to_lowercase());
    match (extension.as_deref(), more) {
        (Some("csv"), [] | [_]) => {
            let senior = bytes(first)?;
            let organogram = match more {
                [junior, ..] => Organogram::read_with_junior(&senior, &bytes(junior)?),
                [] => Organogram::read(&senior),
            };
            let organogram = organogram.map_err(|error| {
                let files = files.join(", ");
                format!("{files}: {error}")
            })?;
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
        (Some("toml"), []) => {
            let text = String::from_utf8(bytes(first)?)
                .map_err(|_| named(&"not UTF-8; save it in that encoding"))?;
            Ok((
                Document::from_toml(&text).map_err(|e| named(&e))?,
                Vec::new(),
            ))
        }
        (Some("json"), []) => {
            let document = serde_json::from_slice(&bytes(first)?).map_err(|e| named(&e))?;
            Ok((document, Vec::new()))
        }
        _ => Err(
            "give one .toml, .json or .csv file, or two .csv files: senior posts, junior posts"
                .into(),
        ),
    }
}
