//! Why a return is not readable at all.

use std::fmt;

use thiserror::Error;

use crate::document::OrganogramReturn;
use crate::quoted::Quoted;

/// Returns that are not readable: every reason that could be found.
///
/// What a row says is never a reason: it becomes a problem of the document.
///
/// ```
/// use answerable::{Organogram, WhyUnreadable};
///
/// let error = Organogram::read(b"Post Unique Ref,Name,Job Title\n1,,Director\n").unwrap_err();
/// assert_eq!(error.errors().len(), 2);
/// assert!(matches!(
///     &error.errors()[0].what,
///     WhyUnreadable::MissingHeading { near: Some(near), .. } if near == "Post Unique Ref",
/// ));
/// ```
#[derive(Clone, PartialEq, Eq, Error)]
pub struct UnreadableOrganogram {
    pub(super) errors: Vec<OrganogramError>,
}

impl UnreadableOrganogram {
    /// The reasons, at least one: those of the return of senior posts, then those
    /// of the other.
    #[must_use]
    pub fn errors(&self) -> &[OrganogramError] {
        &self.errors
    }
}

impl fmt::Display for UnreadableOrganogram {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not readable as an organogram: ")?;
        if let [error] = &self.errors[..] {
            return write!(f, "{error}");
        }
        write!(f, "{} reasons", self.errors.len())?;
        for error in &self.errors {
            write!(f, "\n  {error}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for UnreadableOrganogram {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// One reason why a return is not readable.
///
/// ```
/// use answerable::{Organogram, OrganogramReturn};
///
/// let senior = b"Post Unique Reference,Name,Job Title,Reports to Senior Post\n";
/// let error = Organogram::read_with_junior(senior, b"").unwrap_err();
/// assert_eq!(error.errors()[0].of, OrganogramReturn::Junior);
/// assert_eq!(
///     error.errors()[0].to_string(),
///     "junior posts: the file is empty; give the return as CSV, headings first",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}{what}", match .of { OrganogramReturn::Senior => "", OrganogramReturn::Junior => "junior posts: " })]
#[non_exhaustive]
pub struct OrganogramError {
    /// Which return.
    pub of: OrganogramReturn,
    /// The reason.
    pub what: WhyUnreadable,
}

/// What makes a file no return of posts.
///
/// ```
/// use answerable::{Organogram, WhyUnreadable};
///
/// let error = Organogram::read(b"PK\x03\x04").unwrap_err();
/// assert_eq!(error.errors()[0].what, WhyUnreadable::Spreadsheet);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum WhyUnreadable {
    /// There is nothing in the file.
    #[error("the file is empty; give the return as CSV, headings first")]
    Empty,
    /// The file is in UTF-16.
    #[error("the file is in UTF-16; save it as CSV in UTF-8")]
    Utf16,
    /// The file is a spreadsheet.
    #[error("the file is a spreadsheet; save it as CSV")]
    Spreadsheet,
    /// The first row holds no heading of a return.
    #[error("the first row holds no heading of a return, but {}; \
             put the row of headings first, with commas between", Listed(.found))]
    NoHeadings {
        /// What it holds instead.
        found: Vec<String>,
    },
    /// The headings are those of the other return.
    #[error(
        "these are the headings of the return of {given}; give the return of senior posts \
             first, that of junior posts second"
    )]
    OtherReturn {
        /// Whose headings they are.
        given: OrganogramReturn,
    },
    /// There is no column of this heading: it is required, or misspelt.
    #[error("there is no column {}{}; the headings are {}", Quoted(.heading), match .near {
        Some(near) => format!("; rename {} if that is meant", Quoted(near)),
        None => String::from("; add it"),
    }, Listed(.found))]
    MissingHeading {
        /// The heading that is missing.
        heading: &'static str,
        /// A heading that is probably meant for it.
        near: Option<String>,
        /// The headings there are.
        found: Vec<String>,
    },
    /// Several columns have this heading, or another word for it.
    #[error("there are {} columns {}: {}; keep one", .columns.len(), Quoted(.heading),
        Columns(.columns))]
    RepeatedHeading {
        /// The heading.
        heading: &'static str,
        /// The columns, the first being 1, and their headings as spelt.
        columns: Vec<(usize, String)>,
    },
    /// A quoted cell does not end.
    #[error("row {row}: a cell opens with a quotation mark and never closes; close it")]
    UnclosedQuote {
        /// The row in which it begins, as a spreadsheet numbers it.
        row: usize,
    },
    /// A quoted cell goes on after it has ended.
    #[error(
        "row {row}: a cell goes on after its closing quotation mark; \
             double a quotation mark that belongs to the text"
    )]
    TextAfterQuote {
        /// The row in which it ends, as a spreadsheet numbers it.
        row: usize,
    },
    /// The row cannot be read as CSV.
    #[error("row {row}: this is no CSV; save the file as CSV in UTF-8")]
    NoCsv {
        /// The row, as a spreadsheet numbers it.
        row: usize,
    },
}

/// The most texts that a message lists.
const MOST: usize = 8;

struct Listed<'a>(&'a [String]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("nothing");
        }
        for (at, text) in self.0.iter().take(MOST).enumerate() {
            write!(f, "{}{}", if at > 0 { ", " } else { "" }, Quoted(text))?;
        }
        match self.0.len().saturating_sub(MOST) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

struct Columns<'a>(&'a [(usize, String)]);

impl fmt::Display for Columns<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (column, heading)) in self.0.iter().take(MOST).enumerate() {
            let comma = if at > 0 { ", " } else { "" };
            write!(f, "{comma}column {column} {}", Quoted(heading))?;
        }
        match self.0.len().saturating_sub(MOST) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}
