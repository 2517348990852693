//! Which sources and matters are there, and how is an entry of any table named?

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use crate::Organisation;
use crate::document::{Backing, Entry, NONE, Table, Txt, number};
use crate::ids::{MatterId, SourceId};
use crate::model::Accountability;
use crate::organisation::{self, Forest, naming};

use super::{Arrangement, Basis, Post, same_organisation};

/// An entry of a table keyed by id: equal by place, ordered by id and then by
/// organisation, shown by title.
#[derive(Clone, Copy)]
pub(super) struct Named<'o> {
    pub(super) org: &'o Organisation,
    table: Table,
    id: Txt,
}

impl<'o> Named<'o> {
    fn table(self) -> &'o organisation::Table {
        match self.table {
            Table::Source => &self.org.sources,
            Table::Profession => &self.org.professions.table,
            Table::Unit => &self.org.units.table,
            _ => &self.org.matters,
        }
    }

    pub(super) fn of(org: &'o Organisation, table: Table, at: u32) -> Self {
        let named = Self::first(org, table);
        Self {
            id: named.table().entries[at as usize].id,
            ..named
        }
    }

    fn first(org: &'o Organisation, table: Table) -> Self {
        let id = Txt::FIRST;
        Self { org, table, id }
    }

    pub(super) fn at(self) -> u32 {
        self.table().entry_of[self.id.index()]
    }

    fn entry(self) -> Option<&'o Entry> {
        match self.at() {
            NONE => None,
            at => Some(&self.table().entries[at as usize]),
        }
    }

    pub(super) fn id(self) -> &'o str {
        self.table().ids.get(self.id)
    }

    pub(super) fn title(self) -> &'o str {
        let title = self.entry().and_then(|entry| entry.title);
        title.map_or_else(|| self.id(), |title| self.org.text.get(title))
    }

    pub(super) fn basis(self) -> Basis<'o> {
        self.backed(self.entry().map(|entry| entry.backing))
    }

    pub(super) fn within_basis(self) -> Basis<'o> {
        self.backed(
            self.entry()
                .and_then(|entry| entry.within)
                .map(|(_, backing)| backing),
        )
    }

    fn backed(self, backing: Option<Backing>) -> Basis<'o> {
        Basis::new(self.org, backing.unwrap_or_default())
    }

    /// The units, if it is one, else the professions.
    fn forest(self) -> &'o Forest {
        match self.table {
            Table::Unit => &self.org.units,
            _ => &self.org.professions,
        }
    }

    /// Every entry of the table, in document order.
    pub(super) fn all(
        org: &'o Organisation,
        table: Table,
    ) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        let entries = &Self::first(org, table).table().entries;
        (0..number(entries.len())).map(move |at| Self::of(org, table, at))
    }

    /// Those that are within no other.
    pub(super) fn outermost(org: &'o Organisation, table: Table) -> impl Iterator<Item = Self> {
        let forest = Self::first(org, table).forest();
        let ranks = 0..number(forest.order.len());
        side_by_side(forest, ranks).map(move |at| Self::of(org, table, at))
    }

    /// Those directly within it.
    pub(super) fn inner(self) -> impl Iterator<Item = Self> {
        let forest = self.forest();
        side_by_side(forest, forest.order.below(self.at()))
            .map(move |at| Self::of(self.org, self.table, at))
    }

    pub(super) fn outer(self) -> Option<Self> {
        let outer = self.forest().order.superior(self.at())?;
        Some(Self::of(self.org, self.table, outer))
    }

    pub(super) fn is_around(self, inner: Self) -> bool {
        same_organisation(self.org, inner.org)
            && self.forest().order.is_above(self.at(), inner.at())
    }

    pub(super) fn posts(
        self,
    ) -> impl DoubleEndedIterator<Item = Post<'o>> + ExactSizeIterator + Clone {
        let posts = self.forest().posts_of(self.at()).iter();
        posts.map(move |&post| Post::new(self.org, post))
    }

    pub(super) fn posts_within(
        self,
    ) -> impl DoubleEndedIterator<Item = Post<'o>> + ExactSizeIterator + Clone {
        let posts = self.forest().posts_within(self.at()).iter();
        posts.map(move |&post| Post::new(self.org, post))
    }

    pub(super) fn write(self, f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
        write!(f, "{name}({:?})", self.id())
    }
}

impl PartialEq for Named<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.table == other.table && self.id == other.id && same_organisation(self.org, other.org)
    }
}

impl Eq for Named<'_> {}

impl PartialOrd for Named<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Named<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let organisation = |named: &Self| std::ptr::from_ref(named.org);
        self.id()
            .cmp(other.id())
            .then_with(|| organisation(self).cmp(&organisation(other)))
    }
}

impl Hash for Named<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

/// A source of facts: a job description, a scheme of delegation. Ordered by id;
/// `Display` is its title.
///
/// ```
/// # use answerable::SourceId;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let source = org.source("cgd")?;
/// assert_eq!((source.id(), source.title()), ("cgd", "Care Group Director: job description"));
/// assert_eq!(source.to_id(), SourceId::new("cgd")?);
/// assert_eq!(source.basis().to_string(), "given");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source<'o>(Named<'o>);

/// Something to be decided or signed, declared or only named by an arrangement.
/// Ordered by id; `Display` is its title.
///
/// ```
/// # use answerable::{Accountability::Professional, MatterId};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let revalidation = org.matter("revalidation")?;
/// assert_eq!((revalidation.id(), revalidation.title()), ("revalidation", "Medical revalidation"));
/// assert_eq!((revalidation.kind(), revalidation.is_personal()), (Some(Professional), true));
/// assert_eq!(revalidation.to_id(), MatterId::new("revalidation")?);
/// assert_eq!(revalidation.basis().to_string(), "given");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Matter<'o>(Named<'o>);

impl<'o> Source<'o> {
    pub(crate) fn new(org: &'o Organisation, at: u32) -> Self {
        Self(Named::of(org, Table::Source, at))
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'o str {
        self.0.id()
    }

    /// Its id, owned: what compares across organisations.
    #[must_use]
    pub fn to_id(self) -> SourceId {
        SourceId::of(self.id())
    }

    /// Its title, or its id if it has none.
    #[must_use]
    pub fn title(self) -> &'o str {
        self.0.title()
    }

    /// Where the source itself comes from.
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        self.0.basis()
    }
}

impl<'o> Matter<'o> {
    pub(crate) fn new(org: &'o Organisation, id: Txt) -> Self {
        Self(Named {
            org,
            table: Table::Matter,
            id,
        })
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'o str {
        self.0.id()
    }

    /// Its id, owned: what compares across organisations.
    #[must_use]
    pub fn to_id(self) -> MatterId {
        MatterId::of(self.id())
    }

    /// Its title, or its id if it has none.
    #[must_use]
    pub fn title(self) -> &'o str {
        self.0.title()
    }

    /// The kind of line that governs it, if one is told.
    #[must_use]
    pub fn kind(self) -> Option<Accountability> {
        self.0.entry()?.kind
    }

    /// Whether it is delegated only by name: of deputies only those count whose
    /// arrangements are limited to it.
    ///
    /// ```
    /// # use answerable::Absences;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let revalidation = org.matter("revalidation")?;
    /// assert!(revalidation.is_personal());
    ///
    /// // The pool that stands in for the Medical Director in general is not asked.
    /// let director = org.post("medical-director")?;
    /// let able = director.could_act_on(revalidation, &Absences::none());
    /// assert_eq!(able, [org.post("clinical-lead-general-paediatrics")?]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_personal(self) -> bool {
        self.0.entry().is_some_and(|entry| entry.personal)
    }

    /// The arrangements limited to it, and perhaps to others: in the operational
    /// tree order of the posts deputised for, then by rank.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let meetings = org.matter("corporate-assurance")?;
    /// let attend: Vec<_> = meetings.arrangements().map(|terms| terms.deputy().title()).collect();
    /// assert_eq!(attend, ["General Manager, Children's", "Head of Nursing, Children's"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn arrangements(self) -> impl Iterator<Item = Arrangement<'o>> {
        naming(&self.0.org.reverse.matters, self.0.id.number())
            .map(move |at| Arrangement::new(self.0.org, at))
    }

    /// Where the matter itself comes from; given, if it is only named.
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        self.0.basis()
    }
}

impl fmt::Display for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title())
    }
}

impl fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f, "Source")
    }
}

impl fmt::Display for Matter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title())
    }
}

impl fmt::Debug for Matter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f, "Matter")
    }
}

impl Organisation {
    /// The sources, in document order.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert!(org.sources().map(|source| source.title()).eq(["Care Group Director: job description"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn sources(&self) -> impl DoubleEndedIterator<Item = Source<'_>> + ExactSizeIterator {
        Named::all(self, Table::Source).map(Source)
    }

    /// The matters: those declared, in document order, then those only named by
    /// arrangements, as first named.
    ///
    /// ```
    /// # use answerable::{DeputyRecord, Document, MatterRecord, Organisation, PostRecord};
    /// let mut document = Document::new("Thamesmouth");
    /// document.push_matter(MatterRecord::new("budget", "Budget of the ward"));
    /// document.push_post(
    ///     PostRecord::new("manager", "Ward Manager")
    ///         .deputised_by([DeputyRecord::new("sister").on_matters(["rota", "budget"])]),
    /// );
    /// document.push_post(PostRecord::new("sister", "Ward Sister"));
    /// let org = Organisation::try_from(document)?;
    ///
    /// // The rota is no entry of its own, so its id is its title.
    /// assert!(org.matters().map(|matter| matter.title()).eq(["Budget of the ward", "rota"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn matters(&self) -> impl Iterator<Item = Matter<'_>> {
        let declared = self.matters.entries.iter().map(|entry| entry.id);
        let named = self.matters.ids.iter().map(|(id, _)| id).filter(|id| {
            self.matters.entry_of[id.index()] == NONE
                && naming(&self.reverse.matters, id.number()).next().is_some()
        });
        declared.chain(named).map(|id| Matter::new(self, id))
    }
}

/// The nodes among `ranks` that are below no other of them.
fn side_by_side(forest: &Forest, ranks: Range<u32>) -> impl Iterator<Item = u32> + '_ {
    let within = move |rank: &u32| *rank < ranks.end;
    let first = Some(ranks.start).filter(within);
    std::iter::successors(first, move |&rank| {
        Some(forest.order.end(rank)).filter(&within)
    })
    .map(|rank| forest.order.node(rank))
}
