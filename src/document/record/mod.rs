//! Owned records: what code pushes into a document and what a reader gets back.

mod allowance;
mod cover;
mod entries;
mod holder;
mod lines;
mod post;

use crate::model::Standing;

pub use allowance::AllowanceRecord;
pub use cover::{DeputyRecord, MemberRecord, RankRecord};
pub(crate) use entries::EntryRecord;
pub use entries::{MatterRecord, ProfessionRecord, SourceRecord, UnitRecord};
pub use holder::HolderRecord;
pub use lines::{
    AlsoRecord, HeadRecord, HeadshipRecord, LineRecord, LinkEndRecord, LinkRecord, SuperiorRecord,
};
pub use post::PostRecord;

/// Where a fact comes from, and how well it is supported.
///
/// ```
/// use answerable::{BasisRecord, Document, Organisation, PostRecord, SourceRecord};
/// use answerable::Standing::{Assumed, Inferred};
///
/// let mut document = Document::default();
/// document.push_source(SourceRecord::new("jd", "job description"));
/// let told = BasisRecord::source("jd").at("Key Responsibilities 12");
/// document.push_post(PostRecord::new("a", "Matron").on(told.clone()));
/// document.push_post(
///     PostRecord::new("b", "Ward Sister").on(told.of_standing(Inferred).because("it says \"wards\"")),
/// );
/// document.push_post(PostRecord::new("c", "Clerk").on(BasisRecord::standing(Assumed)));
/// document.push_post(PostRecord::new("d", "Porter"));
/// let org = Organisation::try_from(document)?;
/// let bases: Vec<_> = org.posts().map(|post| post.basis().to_string()).collect();
/// assert_eq!(bases, [
///     "stated: job description, Key Responsibilities 12",
///     "inferred: job description, Key Responsibilities 12",
///     "assumed",
///     "given",
/// ]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct BasisRecord {
    /// The id of the source.
    pub source: Option<String>,
    /// The place in it; without a source a problem.
    pub at: Option<String>,
    /// The standing; if `None`, stated with a source and given without. Stated
    /// without a source, or given with one, is a problem.
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
///
/// ```
/// use answerable::{BasisRecord, Document, Organisation, PostRecord, ReferenceRecord, Standing, UnitRecord};
///
/// let mut document = Document::default();
/// document.push_unit(UnitRecord::new("trust", "the Trust"));
/// let assumed = BasisRecord::standing(Standing::Assumed);
/// document.push_post(PostRecord::new("matron", "Matron").in_unit(ReferenceRecord::new("trust").on(assumed)));
/// let org = Organisation::try_from(document)?;
/// let matron = org.post("matron")?;
/// assert_eq!(matron.unit_basis().standing(), Standing::Assumed);
/// assert_eq!(matron.basis().standing(), Standing::Given);      // that there is such a post
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReferenceRecord {
    /// The id referred to.
    pub to: String,
    /// Where the fact comes from.
    pub basis: BasisRecord,
}

impl ReferenceRecord {
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

impl<T: Into<String>> From<T> for ReferenceRecord {
    fn from(to: T) -> Self {
        Self::new(to)
    }
}
