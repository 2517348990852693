//! The organisation on the command line, or the trust.

use std::error::Error;

use answerable::{Organisation, Problem, Salvage};

use super::asked::Asked;
use super::document::{about, document};
use super::telling::tell;

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
    let organisation = Organisation::try_from(document).map_err(|error| about(files, &error))?;
    Ok(Read {
        organisation,
        problems: Vec::new(),
        remarks,
    })
}
