//! The document: what was said about an organisation, before it is judged.

#[cfg(feature = "organogram")]
pub(crate) mod cells;
mod columns;
mod found;
#[cfg(feature = "toml")]
mod lines;
mod misread;
mod narrow;
mod number;
mod origin;
mod place;
mod read;
mod record;
mod records;
#[cfg(feature = "organogram")]
pub(crate) mod returns;
#[cfg(feature = "serde")]
mod serde;
mod side;
mod slots;
mod texts;
#[cfg(feature = "toml")]
mod toml;
mod value;
mod wanted;
mod write;

use std::fmt;

pub(crate) use columns::{
    AlsoEntry, Backing, DeputyEntry, FactKey, HolderEntry, LinkEnd, LinkEntry, MemberEntry, Nth,
    Open, PostColumns,
};
pub use found::{Found, Remedy};
pub use misread::Misread;
pub(crate) use misread::{Fault, SEPARABLE};
pub(crate) use narrow::{Narrow, TxtColumn};
pub(crate) use number::{NONE, number};
pub(crate) use origin::Origin;
pub(crate) use place::Wording;
pub use place::{OrganogramReturn, Place, PlaceStep, Position, Table};
pub(crate) use record::EntryRecord;
pub use record::{
    AllowanceRecord, AlsoRecord, BasisRecord, DeputyRecord, HeadRecord, HeadshipRecord,
    HolderRecord, LineRecord, LinkEndRecord, LinkRecord, MatterRecord, MemberRecord, PostRecord,
    ProfessionRecord, RankRecord, ReferenceRecord, SourceRecord, SuperiorRecord, UnitRecord,
};
pub(crate) use records::Names;
pub(crate) use side::Side;
pub(crate) use texts::{Arena, Texts, Txt};
#[cfg(feature = "toml")]
pub use toml::{TomlError, UnreadableToml};
pub(crate) use value::{Entries, Value};

use crate::model::{Accountability, FindingCode, Thresholds};

/// An entry of a [`Register`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) id: Txt,
    pub(crate) title: Option<Txt>,
    pub(crate) within: Option<(Txt, Backing)>,
    pub(crate) kind: Option<Accountability>,
    pub(crate) personal: bool,
    pub(crate) backing: Backing,
}

/// A table keyed by id: sources, professions, units or matters.
#[derive(Clone)]
pub(crate) struct Register {
    /// The ids, with every reference to one.
    pub(crate) ids: Texts,
    pub(crate) entries: Vec<Entry>,
}

impl Register {
    fn new() -> Self {
        Self {
            ids: Texts::new(),
            entries: Vec::new(),
        }
    }

    /// Which entry each id belongs to; [`NONE`] for ids only referred to. The
    /// first wins where an id is repeated.
    pub(crate) fn defined(&self) -> Vec<u32> {
        let mut defined = vec![NONE; self.ids.len()];
        for (number, entry) in (0..NONE).zip(&self.entries) {
            if let Some(slot) = defined.get_mut(entry.id.index())
                && *slot == NONE
            {
                *slot = number;
            }
        }
        defined
    }
}

/// A headship as told.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HeadEntry {
    pub(crate) kind: Option<Accountability>,
    pub(crate) unit: Option<Txt>,
    pub(crate) profession: Option<Txt>,
    pub(crate) post: Option<Txt>,
    pub(crate) unstated: Option<Txt>,
    pub(crate) through: bool,
    pub(crate) backing: Backing,
}

/// An allowance as told: findings that are known and left as they are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AllowanceEntry {
    pub(crate) code: FindingCode,
    /// Which of a list, if it stands in one.
    pub(crate) item: Option<u32>,
    pub(crate) why: Txt,
    /// The posts whose findings it covers; every finding of the code, if none.
    pub(crate) posts: Box<[Txt]>,
}

/// What was said about an organisation: complete, compact, and not yet judged.
///
/// A document may say anything. It is filled from any self-describing serde
/// format, from TOML with places in its messages (`from_toml`, feature `toml`), or
/// in code; [`Organisation::try_from`](crate::Organisation) judges it. Each table
/// keeps its order; which table is filled first makes no difference to the
/// organisation. A document holds every fact in columns, and each distinct text
/// once; a push costs what its record holds.
/// Every key, and what is refused where, stands in [format](crate::format).
///
/// ```
/// use answerable::{
///     Accountability::Professional, BasisRecord, DeputyRecord, Document, HeadshipRecord,
///     MatterRecord, Organisation, PostRecord, ProfessionRecord, SourceRecord, UnitRecord,
/// };
///
/// let mut document = Document::new("Thamesmouth NHS Foundation Trust");
/// document.push_source(SourceRecord::new("scheme", "Scheme of Delegation"));
/// document.push_unit(UnitRecord::new("trust", "the Trust"));
/// document.push_profession(ProfessionRecord::new("nursing", "Nursing"));
/// document.push_matter(MatterRecord::new("rota", "Nursing rota").of_kind(Professional));
/// document.push_headship(
///     HeadshipRecord::new(Professional, "trust", "chief-nurse").of_profession("nursing")
///         .on(BasisRecord::source("scheme").at("7.2")),
/// );
/// let nurse = |id, title| PostRecord::new(id, title).in_unit("trust").of_profession("nursing");
/// document.push_post(nurse("matron", "Matron"));
/// document.push_post(
///     nurse("chief-nurse", "Chief Nurse")
///         .deputised_by([DeputyRecord::new("matron").on_matters(["rota"])]),
/// );
/// let org = Organisation::try_from(document)?;
/// let matron = org.post("matron")?;
/// assert_eq!(matron.chain(Professional).to_string(), "Matron → Chief Nurse");
/// let line = matron.superior(Professional).line().expect("a line by rule");
/// assert_eq!(line.basis().to_string(), "inferred: Scheme of Delegation, 7.2");
/// let terms = org.matter("rota")?.arrangements().next().expect("an arrangement");
/// assert_eq!(
///     terms.to_string(),
///     "Matron deputises for Chief Nurse (rank 1; for Nursing rota)",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Document {
    pub(crate) title: Option<Txt>,
    pub(crate) about: Option<Txt>,
    pub(crate) reverts_to_superior: Option<bool>,
    pub(crate) thresholds: Thresholds,
    pub(crate) allowances: Vec<AllowanceEntry>,
    pub(crate) kind_titles: [Option<Txt>; 3],
    pub(crate) text: Texts,
    /// The posts' ids, with every reference to a post.
    pub(crate) ids: Texts,
    pub(crate) posts: PostColumns,
    pub(crate) sources: Register,
    pub(crate) professions: Register,
    pub(crate) units: Register,
    pub(crate) matters: Register,
    pub(crate) heads: Vec<HeadEntry>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) origin: Origin,
}

impl Default for Document {
    fn default() -> Self {
        Self {
            title: None,
            about: None,
            reverts_to_superior: None,
            thresholds: Thresholds::none(),
            allowances: Vec::new(),
            kind_titles: [None; 3],
            text: Texts::new(),
            ids: Texts::new(),
            posts: PostColumns::default(),
            sources: Register::new(),
            professions: Register::new(),
            units: Register::new(),
            matters: Register::new(),
            heads: Vec::new(),
            faults: Vec::new(),
            origin: Origin::Words,
        }
    }
}

impl Document {
    /// A document of which only the title is told.
    #[must_use]
    pub fn new(title: impl AsRef<str>) -> Self {
        let mut document = Self::default();
        document.read_title(title.as_ref());
        document
    }

    /// Says what the organisation is, in a sentence or two.
    ///
    /// ```
    /// use answerable::Accountability::{Operational, Professional};
    /// use answerable::{Document, Organisation};
    ///
    /// let document = Document::new("Thamesmouth NHS Foundation Trust")
    ///     .described("A fictional trust.")
    ///     .kind_titled(Professional, "head of profession")
    ///     .reverting(false);
    /// assert_eq!(document.about(), Some("A fictional trust."));
    /// assert_eq!(document.reverts_to_superior(), Some(false));
    /// let titles = [Operational, Professional].map(|kind| document.kind_title(kind));
    /// assert_eq!(titles, [None, Some("head of profession")]);
    ///
    /// let org = Organisation::try_from(document)?;
    /// assert_eq!(org.kind_title(Operational), "operational");      // its word, as nothing is said
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn described(mut self, about: impl AsRef<str>) -> Self {
        self.read_about(about.as_ref());
        self
    }

    /// Says whether cover goes to the superior where no deputy can act. It does
    /// if nothing is said.
    #[must_use]
    pub fn reverting(mut self, reverts: bool) -> Self {
        self.reverts_to_superior = Some(reverts);
        self
    }

    /// Names a kind otherwise in print.
    #[must_use]
    pub fn kind_titled(mut self, kind: Accountability, title: impl AsRef<str>) -> Self {
        self.read_kind_title(kind, title.as_ref());
        self
    }

    /// Says from where on the rules of findings find too much. What is not said has
    /// no threshold, and the rule finds nothing.
    ///
    /// ```
    /// use answerable::{AllowanceRecord, Document, FindingCode, Organisation, PostRecord, Thresholds};
    ///
    /// let mut document = Document::default().with_thresholds(Thresholds::none().span(12));
    /// document.push_post(PostRecord::new("matron", "Matron"));
    /// document.push_allowance(
    ///     AllowanceRecord::new(FindingCode::SuperiorNotStated, "under review").for_posts(["matron"]),
    /// );
    /// assert_eq!(document.thresholds().span, Some(12));
    /// assert_eq!(document.allowances().next().expect("an allowance").posts, ["matron"]);
    ///
    /// let org = Organisation::try_from(document)?;
    /// let findings = org.findings();
    /// assert_eq!(findings.of(FindingCode::SuperiorNotStated).count(), 0);
    /// let (finding, why) = findings.allowed().next().expect("an allowed finding");
    /// assert_eq!((finding.code(), why), (FindingCode::SuperiorNotStated, "under review"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_thresholds(mut self, thresholds: Thresholds) -> Self {
        self.thresholds = thresholds;
        self
    }

    /// Allows findings, after those allowed so far. Of several allowances of one
    /// code, the first that covers a finding gives the reason.
    pub fn push_allowance(&mut self, allowance: AllowanceRecord) {
        let code = allowance.code;
        self.read_allowance_record(code, &allowance.into_value());
    }

    /// Adds a post, after those told so far. A document of posts alone is collected
    /// or extended from them, too.
    pub fn push_post(&mut self, mut post: PostRecord) {
        let id = std::mem::take(&mut post.id);
        self.read_post(&id, &Value::Table(post.into_entries()));
    }

    /// Adds a unit, after those told so far.
    pub fn push_unit(&mut self, unit: UnitRecord) {
        self.push_entry(Table::Unit, unit.into());
    }

    /// Adds a profession, after those told so far.
    pub fn push_profession(&mut self, profession: ProfessionRecord) {
        self.push_entry(Table::Profession, profession.into());
    }

    /// Adds a source, after those told so far.
    pub fn push_source(&mut self, source: SourceRecord) {
        self.push_entry(Table::Source, source.into());
    }

    /// Adds a matter, after those told so far.
    pub fn push_matter(&mut self, matter: MatterRecord) {
        self.push_entry(Table::Matter, matter.into());
    }

    pub(crate) fn push_entry(&mut self, table: Table, mut entry: EntryRecord) {
        let id = std::mem::take(&mut entry.id);
        self.read_entry(table, &id, &Value::Table(entry.into_entries()));
    }

    /// Adds a headship, after those told so far.
    pub fn push_headship(&mut self, head: HeadshipRecord) {
        self.read_head(&Value::Table(head.into_entries()));
    }

    /// Whether more was told than can be held: then some of what is held stands
    /// for something else.
    pub(crate) fn is_too_large(&self) -> bool {
        let registers = [&self.sources, &self.professions, &self.units, &self.matters];
        let entries = registers.map(|register| register.entries.len());
        let counts = [self.posts.len(), self.heads.len()]
            .into_iter()
            .chain(entries);
        self.text.has_overflowed()
            || self.ids.has_overflowed()
            || registers
                .iter()
                .any(|register| register.ids.has_overflowed())
            || counts.max() >= usize::try_from(NONE).ok()
    }

    pub(crate) fn names(&self) -> Names<'_> {
        Names {
            text: self.text.arena(),
            posts: &self.ids,
            units: &self.units.ids,
            professions: &self.professions.ids,
            sources: &self.sources.ids,
            matters: &self.matters.ids,
        }
    }

    pub(crate) fn register(&self, table: Table) -> &Register {
        match table {
            Table::Source => &self.sources,
            Table::Profession => &self.professions,
            Table::Unit => &self.units,
            _ => &self.matters,
        }
    }

    pub(crate) fn register_mut(&mut self, table: Table) -> &mut Register {
        match table {
            Table::Source => &mut self.sources,
            Table::Profession => &mut self.professions,
            Table::Unit => &mut self.units,
            _ => &mut self.matters,
        }
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("title", &self.title())
            .field("posts", &self.posts().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

impl Extend<PostRecord> for Document {
    fn extend<I: IntoIterator<Item = PostRecord>>(&mut self, posts: I) {
        for post in posts {
            self.push_post(post);
        }
    }
}

impl FromIterator<PostRecord> for Document {
    fn from_iter<I: IntoIterator<Item = PostRecord>>(posts: I) -> Self {
        let mut document = Self::default();
        document.extend(posts);
        document
    }
}
