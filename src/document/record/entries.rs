//! Records of sources, professions, units and matters.

use crate::model::Accountability;

use super::{BasisRecord, ReferenceRecord};

/// A source of facts: a job description, a scheme of delegation.
///
/// ```
/// use answerable::{BasisRecord, Document, Organisation, SourceRecord};
///
/// let mut document = Document::default();
/// document.push_source(SourceRecord::untitled("scheme-of-delegation"));
/// document.push_source(
///     SourceRecord::new("jd", "Ward Manager: job description")
///         .on(BasisRecord::source("scheme-of-delegation").at("Annex B")),
/// );
/// let org = Organisation::try_from(document)?;
/// let titles: Vec<_> = org.sources().map(|source| source.title()).collect();
/// assert_eq!(titles, ["scheme-of-delegation", "Ward Manager: job description"]);
/// assert_eq!(org.source("jd")?.basis().to_string(), "stated: scheme-of-delegation, Annex B");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SourceRecord {
    /// The id.
    pub id: String,
    /// The title, if it has one.
    pub title: Option<String>,
    /// Where the source itself comes from.
    pub basis: BasisRecord,
}

impl SourceRecord {
    /// A source of which only this is told.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            title: Some(title.into()),
            ..Self::untitled(id)
        }
    }

    /// A source of which only the id is told.
    #[must_use]
    pub fn untitled(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: None,
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

impl From<SourceRecord> for EntryRecord {
    fn from(record: SourceRecord) -> Self {
        Self {
            title: record.title,
            basis: record.basis,
            ..Self::untitled(record.id)
        }
    }
}

impl From<EntryRecord> for SourceRecord {
    fn from(entry: EntryRecord) -> Self {
        Self {
            id: entry.id,
            title: entry.title,
            basis: entry.basis,
        }
    }
}

/// A profession, or staff group.
///
/// ```
/// use answerable::{BasisRecord, Document, Organisation, ProfessionRecord, Standing};
///
/// let mut document = Document::default();
/// document.push_profession(ProfessionRecord::untitled("allied-health"));
/// document.push_profession(
///     ProfessionRecord::new("physiotherapy", "Physiotherapy").within("allied-health")
///         .on(BasisRecord::standing(Standing::Assumed)),
/// );
/// let org = Organisation::try_from(document)?;
/// let physiotherapy = org.profession("physiotherapy")?;
/// let outer = physiotherapy.within().expect("what lies around it");
/// assert_eq!(outer.title(), "allied-health");                  // of no title: its id
/// assert_eq!(physiotherapy.basis().standing(), Standing::Assumed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProfessionRecord {
    /// The id.
    pub id: String,
    /// The title, if it has one.
    pub title: Option<String>,
    /// What lies directly around it.
    pub within: Option<ReferenceRecord>,
    /// Where the profession itself comes from.
    pub basis: BasisRecord,
}

impl ProfessionRecord {
    /// A profession of which only this is told.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            title: Some(title.into()),
            ..Self::untitled(id)
        }
    }

    /// A profession of which only the id is told.
    #[must_use]
    pub fn untitled(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: None,
            within: None,
            basis: BasisRecord::default(),
        }
    }

    /// Contained in this one.
    #[must_use]
    pub fn within(mut self, outer: impl Into<ReferenceRecord>) -> Self {
        self.within = Some(outer.into());
        self
    }

    /// On this basis.
    #[must_use]
    pub fn on(mut self, basis: BasisRecord) -> Self {
        self.basis = basis;
        self
    }
}

impl From<ProfessionRecord> for EntryRecord {
    fn from(record: ProfessionRecord) -> Self {
        Self {
            title: record.title,
            within: record.within,
            basis: record.basis,
            ..Self::untitled(record.id)
        }
    }
}

impl From<EntryRecord> for ProfessionRecord {
    fn from(entry: EntryRecord) -> Self {
        Self {
            id: entry.id,
            title: entry.title,
            within: entry.within,
            basis: entry.basis,
        }
    }
}

/// A unit: trust, care group, service, team.
///
/// ```
/// use answerable::{BasisRecord, Document, Organisation, ReferenceRecord, Standing, UnitRecord};
///
/// let mut document = Document::default();
/// document.push_unit(
///     UnitRecord::new("paediatrics", "General Paediatrics")
///         .within(ReferenceRecord::new("children").on(BasisRecord::standing(Standing::Inferred)))
///         .on(BasisRecord::standing(Standing::Assumed)),
/// );
/// document.push_unit(UnitRecord::untitled("children"));        // in any order
/// let org = Organisation::try_from(document)?;
/// let paediatrics = org.unit("paediatrics")?;
/// assert_eq!(paediatrics.within(), Some(org.unit("children")?));
/// assert_eq!(paediatrics.basis().standing(), Standing::Assumed);
/// assert_eq!(paediatrics.within_basis().standing(), Standing::Inferred);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnitRecord {
    /// The id.
    pub id: String,
    /// The title, if it has one.
    pub title: Option<String>,
    /// What lies directly around it.
    pub within: Option<ReferenceRecord>,
    /// Where the unit itself comes from.
    pub basis: BasisRecord,
}

impl UnitRecord {
    /// A unit of which only this is told.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            title: Some(title.into()),
            ..Self::untitled(id)
        }
    }

    /// A unit of which only the id is told.
    #[must_use]
    pub fn untitled(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: None,
            within: None,
            basis: BasisRecord::default(),
        }
    }

    /// Contained in this one.
    #[must_use]
    pub fn within(mut self, outer: impl Into<ReferenceRecord>) -> Self {
        self.within = Some(outer.into());
        self
    }

    /// On this basis.
    #[must_use]
    pub fn on(mut self, basis: BasisRecord) -> Self {
        self.basis = basis;
        self
    }
}

impl From<UnitRecord> for EntryRecord {
    fn from(record: UnitRecord) -> Self {
        Self {
            title: record.title,
            within: record.within,
            basis: record.basis,
            ..Self::untitled(record.id)
        }
    }
}

impl From<EntryRecord> for UnitRecord {
    fn from(entry: EntryRecord) -> Self {
        Self {
            id: entry.id,
            title: entry.title,
            within: entry.within,
            basis: entry.basis,
        }
    }
}

/// Something to be decided or signed.
///
/// ```
/// use answerable::{Accountability::Professional, BasisRecord, Document, MatterRecord, Organisation};
/// use answerable::Standing;
///
/// let mut document = Document::default();
/// document.push_matter(MatterRecord::untitled("budget"));
/// document.push_matter(
///     MatterRecord::new("revalidation", "Medical revalidation").of_kind(Professional).personal()
///         .on(BasisRecord::standing(Standing::Assumed)),
/// );
/// let org = Organisation::try_from(document)?;
/// let revalidation = org.matter("revalidation")?;
/// assert!(revalidation.is_personal());                         // delegated only by name
/// assert_eq!(revalidation.kind(), Some(Professional));
/// assert_eq!(org.matter("budget")?.title(), "budget");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MatterRecord {
    /// The id.
    pub id: String,
    /// The title, if it has one.
    pub title: Option<String>,
    /// The kind of line that governs it.
    pub kind: Option<Accountability>,
    /// Whether it is delegated only by name.
    pub personal: bool,
    /// Where the matter itself comes from.
    pub basis: BasisRecord,
}

impl MatterRecord {
    /// A matter of which only this is told.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            title: Some(title.into()),
            ..Self::untitled(id)
        }
    }

    /// A matter of which only the id is told.
    #[must_use]
    pub fn untitled(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: None,
            kind: None,
            personal: false,
            basis: BasisRecord::default(),
        }
    }

    /// Governed by lines of this kind.
    #[must_use]
    pub fn of_kind(mut self, kind: Accountability) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Delegated only by name.
    #[must_use]
    pub fn personal(mut self) -> Self {
        self.personal = true;
        self
    }

    /// On this basis.
    #[must_use]
    pub fn on(mut self, basis: BasisRecord) -> Self {
        self.basis = basis;
        self
    }
}

impl From<MatterRecord> for EntryRecord {
    fn from(record: MatterRecord) -> Self {
        Self {
            title: record.title,
            kind: record.kind,
            personal: record.personal,
            basis: record.basis,
            ..Self::untitled(record.id)
        }
    }
}

impl From<EntryRecord> for MatterRecord {
    fn from(entry: EntryRecord) -> Self {
        Self {
            id: entry.id,
            title: entry.title,
            kind: entry.kind,
            personal: entry.personal,
            basis: entry.basis,
        }
    }
}

/// Any of these, as the document reads and writes them all alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EntryRecord {
    pub(crate) id: String,
    pub(crate) title: Option<String>,
    pub(crate) within: Option<ReferenceRecord>,
    pub(crate) kind: Option<Accountability>,
    pub(crate) personal: bool,
    pub(crate) basis: BasisRecord,
}

impl EntryRecord {
    fn untitled(id: String) -> Self {
        Self {
            id,
            title: None,
            within: None,
            kind: None,
            personal: false,
            basis: BasisRecord::default(),
        }
    }

    #[cfg(feature = "organogram")]
    pub(crate) fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            title: Some(title.into()),
            ..Self::untitled(id.into())
        }
    }

    #[cfg(feature = "organogram")]
    pub(crate) fn within(mut self, outer: impl Into<ReferenceRecord>) -> Self {
        self.within = Some(outer.into());
        self
    }
}
