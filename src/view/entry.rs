use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use crate::Organisation;
use crate::document::{Backing, Entry, NONE, Table, Txt};
use crate::ids::{MatterId, ProfessionId, SourceId, UnitId};
use crate::model::Accountability;
use crate::organisation::{self, Forest, naming};

use super::{Arrangement, Basis, Headship, Link, Post, same_organisation};

/// An entry of a table keyed by id: equal by place, ordered by id and then by
/// organisation, shown by title.
#[derive(Clone, Copy)]
struct Named<'o> {
    org: &'o Organisation,
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

    fn of(org: &'o Organisation, table: Table, at: u32) -> Self {
        let named = Self {
            org,
            table,
            id: Txt::FIRST,
        };
        Self {
            id: named.table().entries[at as usize].id,
            ..named
        }
    }

    fn at(self) -> u32 {
        self.table().entry_of[self.id.index()]
    }

    fn entry(self) -> Option<&'o Entry> {
        match self.at() {
            NONE => None,
            at => Some(&self.table().entries[at as usize]),
        }
    }

    fn id(self) -> &'o str {
        self.table().ids.get(self.id)
    }

    fn title(self) -> &'o str {
        let title = self.entry().and_then(|entry| entry.title);
        title.map_or_else(|| self.id(), |title| self.org.text.get(title))
    }

    fn basis(self) -> Basis<'o> {
        self.backed(self.entry().map(|entry| entry.backing))
    }

    fn within_basis(self) -> Basis<'o> {
        self.backed(
            self.entry()
                .and_then(|entry| entry.within)
                .map(|(_, backing)| backing),
        )
    }

    fn backed(self, backing: Option<Backing>) -> Basis<'o> {
        Basis::new(self.org, backing.unwrap_or_default())
    }

    fn write(self, f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
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

/// A unit: trust, care group, service, team.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit<'o>(Named<'o>);

/// A profession, or staff group.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Profession<'o>(Named<'o>);

/// A source of facts: a job description, a scheme of delegation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source<'o>(Named<'o>);

/// Something to be decided or signed, declared or only named by an arrangement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Matter<'o>(Named<'o>);

impl<'o> Unit<'o> {
    pub(crate) fn new(org: &'o Organisation, at: u32) -> Self {
        Self(Named::of(org, Table::Unit, at))
    }

    fn forest(self) -> &'o Forest {
        &self.0.org.units
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'o str {
        self.0.id()
    }

    /// Its id, owned: what compares across organisations.
    #[must_use]
    pub fn to_id(self) -> UnitId {
        UnitId::of(self.id())
    }

    /// Its title, or its id if it has none.
    #[must_use]
    pub fn title(self) -> &'o str {
        self.0.title()
    }

    /// The unit right around it.
    #[must_use]
    pub fn within(self) -> Option<Self> {
        let org = self.0.org;
        self.forest()
            .order
            .superior(self.0.at())
            .map(|at| Self::new(org, at))
    }

    /// Whether `inner` lies within it, at any depth. Constant.
    #[must_use]
    pub fn is_around(self, inner: Self) -> bool {
        same_organisation(self.0.org, inner.0.org)
            && self.forest().order.is_above(self.0.at(), inner.0.at())
    }

    /// The posts of the unit itself, in document order.
    #[must_use]
    pub fn posts(self) -> impl DoubleEndedIterator<Item = Post<'o>> + ExactSizeIterator + Clone {
        self.forest()
            .posts_of(self.0.at())
            .iter()
            .map(move |&post| Post::new(self.0.org, post))
    }

    /// The posts of the unit and of all units within it: by unit, the outer
    /// before the inner, then in document order.
    #[must_use]
    pub fn posts_within(
        self,
    ) -> impl DoubleEndedIterator<Item = Post<'o>> + ExactSizeIterator + Clone {
        self.forest()
            .posts_within(self.0.at())
            .iter()
            .map(move |&post| Post::new(self.0.org, post))
    }

    /// Links of posts to the unit, in the operational tree order of the posts.
    pub fn links(self) -> impl Iterator<Item = Link<'o>> {
        naming(&self.0.org.reverse.unit_links, self.0.at()).map(move |at| Link::new(self.0.org, at))
    }

    /// Headships over the unit itself, in document order. Linear in headships.
    pub fn headships(self) -> impl Iterator<Item = Headship<'o>> {
        self.0
            .org
            .headships()
            .filter(move |headship| headship.unit() == self)
    }

    /// Where the unit itself comes from.
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        self.0.basis()
    }

    /// Where it comes from that it lies within another.
    #[must_use]
    pub fn within_basis(self) -> Basis<'o> {
        self.0.within_basis()
    }
}

impl<'o> Profession<'o> {
    pub(crate) fn new(org: &'o Organisation, at: u32) -> Self {
        Self(Named::of(org, Table::Profession, at))
    }

    fn forest(self) -> &'o Forest {
        &self.0.org.professions
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'o str {
        self.0.id()
    }

    /// Its id, owned: what compares across organisations.
    #[must_use]
    pub fn to_id(self) -> ProfessionId {
        ProfessionId::of(self.id())
    }

    /// Its title, or its id if it has none.
    #[must_use]
    pub fn title(self) -> &'o str {
        self.0.title()
    }

    /// The profession right around it.
    #[must_use]
    pub fn within(self) -> Option<Self> {
        let org = self.0.org;
        self.forest()
            .order
            .superior(self.0.at())
            .map(|at| Self::new(org, at))
    }

    /// Whether `inner` lies within it, at any depth. Constant.
    #[must_use]
    pub fn is_around(self, inner: Self) -> bool {
        same_organisation(self.0.org, inner.0.org)
            && self.forest().order.is_above(self.0.at(), inner.0.at())
    }

    /// The posts of the profession itself, in document order.
    #[must_use]
    pub fn posts(self) -> impl DoubleEndedIterator<Item = Post<'o>> + ExactSizeIterator + Clone {
        self.forest()
            .posts_of(self.0.at())
            .iter()
            .map(move |&post| Post::new(self.0.org, post))
    }

    /// The posts of the profession and of all within it: by profession, the
    /// outer before the inner, then in document order.
    #[must_use]
    pub fn posts_within(
        self,
    ) -> impl DoubleEndedIterator<Item = Post<'o>> + ExactSizeIterator + Clone {
        self.forest()
            .posts_within(self.0.at())
            .iter()
            .map(move |&post| Post::new(self.0.org, post))
    }

    /// Where the profession itself comes from.
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        self.0.basis()
    }

    /// Where it comes from that it lies within another.
    #[must_use]
    pub fn within_basis(self) -> Basis<'o> {
        self.0.within_basis()
    }
}

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

    /// Whether it is not to be delegated.
    #[must_use]
    pub fn is_personal(self) -> bool {
        self.0.entry().is_some_and(|entry| entry.personal)
    }

    /// The arrangements limited to it, and perhaps to others: in the operational
    /// tree order of the posts deputised for, then by rank.
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

impl fmt::Display for Unit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title())
    }
}

impl fmt::Debug for Unit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f, "Unit")
    }
}

impl fmt::Display for Profession<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title())
    }
}

impl fmt::Debug for Profession<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f, "Profession")
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
    /// The units, in document order.
    #[must_use]
    pub fn units(&self) -> impl DoubleEndedIterator<Item = Unit<'_>> + ExactSizeIterator {
        (0..number(self.units.table.entries.len())).map(|at| Unit::new(self, at))
    }

    /// The professions, in document order.
    #[must_use]
    pub fn professions(
        &self,
    ) -> impl DoubleEndedIterator<Item = Profession<'_>> + ExactSizeIterator {
        (0..number(self.professions.table.entries.len())).map(|at| Profession::new(self, at))
    }

    /// The sources, in document order.
    #[must_use]
    pub fn sources(&self) -> impl DoubleEndedIterator<Item = Source<'_>> + ExactSizeIterator {
        (0..number(self.sources.entries.len())).map(|at| Source::new(self, at))
    }

    /// The matters: those declared, in document order, then those only named by
    /// arrangements.
    pub fn matters(&self) -> impl Iterator<Item = Matter<'_>> {
        let declared = self.matters.entries.iter().map(|entry| entry.id);
        let named = self.matters.ids.iter().map(|(id, _)| id).filter(|id| {
            self.matters.entry_of[id.index()] == NONE
                && naming(&self.reverse.matters, id.number()).next().is_some()
        });
        declared.chain(named).map(|id| Matter::new(self, id))
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(NONE)
}
