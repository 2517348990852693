//! Owned records: what code pushes into a document and what a reader gets back.

mod allowance;
mod cover;
mod entries;
mod lines;
mod post;

use crate::model::Standing;

pub use allowance::AllowanceRecord;
pub use cover::{DeputyRecord, MemberRecord, RankRecord};
pub(crate) use entries::EntryRecord;
pub use entries::{MatterRecord, ProfessionRecord, SourceRecord, UnitRecord};
pub use lines::{
    AlsoRecord, HeadPost, HeadRecord, LineRecord, LinkRecord, LinkTarget, SuperiorRecord,
};
pub use post::{HolderRecord, PostRecord};

/// Where a fact comes from, and how well it is supported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct BasisRecord {
    /// The id of the source.
    pub source: Option<String>,
    /// The place in it.
    pub at: Option<String>,
    /// The standing, if it is not simply stated (with a source) or given
    /// (without).
    pub standing: Option<Standing>,
    /// Why the fact is taken to be so.
    pub why: Option<String>,
}

impl BasisRecord {
    /// Stated by `source`.
    #[must_use]
    pub fn source(source: impl Into<String>) -> Self {
        Self {
            source: Some(source.into()),
            ..Self::default()
        }
    }

    /// Of this standing, without a source.
    #[must_use]
    pub fn standing(standing: Standing) -> Self {
        Self {
            standing: Some(standing),
            ..Self::default()
        }
    }

    /// At this place in the source.
    #[must_use]
    pub fn at(mut self, at: impl Into<String>) -> Self {
        self.at = Some(at.into());
        self
    }

    /// Of this standing.
    #[must_use]
    pub fn of_standing(mut self, standing: Standing) -> Self {
        self.standing = Some(standing);
        self
    }

    /// For this reason.
    #[must_use]
    pub fn because(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }
}

/// A reference to an entry by its id, with its basis.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reference {
    /// The id referred to.
    pub to: String,
    /// Where the fact comes from.
    pub basis: BasisRecord,
}

impl Reference {
    /// Refers to `to`.
    #[must_use]
    pub fn new(to: impl Into<String>) -> Self {
        Self {
            to: to.into(),
            basis: BasisRecord::default(),
        }
    }

    /// On this basis.
    #[must_use]
    pub fn on(mut self, basis: BasisRecord) -> Self {
        self.basis = basis;
        self
    }
}

impl<T: Into<String>> From<T> for Reference {
    fn from(to: T) -> Self {
        Self::new(to)
    }
}
