//! Ids that nothing has, and those they nearly are.

use std::fmt;

use thiserror::Error;

use crate::document::Table;
use crate::quoted::Quoted;

/// What tells a near miss from the id it misses.
///
/// ```
/// # use answerable::{Accountability::Operational, Organisation, PostRecord};
/// use answerable::{Near, ProblemKind};
///
/// let misses = ["HEE-7", "hee-007", "HEE-008"].map(|missed| {
///     let error = Organisation::from_posts([
///         PostRecord::new("HEE-007", "Matron"),
///         PostRecord::new("sister", "Ward Sister").accountable_to(missed, Operational),
///     ])
///     .unwrap_err();
///     match error.problems()[0].kind() {
///         ProblemKind::UnknownId { near: Some(near), .. } => Some(near.differs_in),
///         _ => None,
///     }
/// });
/// assert_eq!(misses, [Some(Near::LeadingZeros), Some(Near::LetterCase), Some(Near::Spelling)]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Near {
    /// Only letter case.
    LetterCase,
    /// Only leading zeros.
    LeadingZeros,
    /// Only the Unicode form, or zero-width characters.
    UnicodeForm,
    /// Several of these.
    Form,
    /// A few letters.
    Spelling,
    /// All of it: what was written is the title of that entry alone, in place of its id.
    Title,
}

/// The id that was probably meant.
///
/// ```
/// # use answerable::Near;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let error = org.post("Chief Nurse").unwrap_err();
/// let near = error.near.expect("a near miss");
/// assert_eq!((near.id.as_str(), near.differs_in), ("chief-nurse", Near::Title));
/// assert_eq!(near.to_string(), "did you mean `chief-nurse`, which has this title?");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// The id.
    pub id: String,
    /// How what was written differs from it.
    pub differs_in: Near,
}

impl fmt::Display for NearMiss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "did you mean {}", Quoted(&self.id))?;
        f.write_str(match self.differs_in {
            Near::LetterCase => ", which differs only in letter case?",
            Near::LeadingZeros => ", which differs only in leading zeros?",
            Near::UnicodeForm => ", which looks the same and differs only in Unicode form?",
            Near::Form => ", which differs only in letter case, leading zeros or Unicode form?",
            Near::Spelling => "?",
            Near::Title => ", which has this title?",
        })
    }
}

/// An id that is none of this organisation's.
///
/// ```
/// # use answerable::Table;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let error = org.unit("Trust").unwrap_err();
/// assert_eq!((error.table, error.id.as_str()), (Table::Unit, "Trust"));
/// assert_eq!(
///     error.to_string(),
///     "no unit `Trust` in this organisation; did you mean `trust`, which differs only in letter case?",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no {table} {} in this organisation{}", Quoted(.id), match .near {
    Some(near) => format!("; {near}"),
    None => String::new(),
})]
#[non_exhaustive]
pub struct UnknownId {
    /// The table in which it was looked up.
    pub table: Table,
    /// The id.
    pub id: String,
    /// The id that was probably meant.
    pub near: Option<NearMiss>,
}
