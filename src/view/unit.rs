use std::fmt;

use crate::Organisation;
use crate::document::Table;
use crate::ids::UnitId;
use crate::organisation::naming;

use super::entry::Named;
use super::{Basis, Headship, Link, Post};

/// A unit: trust, care group, service, team.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit<'o>(Named<'o>);

impl<'o> Unit<'o> {
    pub(crate) fn new(org: &'o Organisation, at: u32) -> Self {
        Self(Named::of(org, Table::Unit, at))
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
        self.0.outer().map(Self)
    }

    /// The units right within it, in document order. Each step is constant.
    ///
    /// ```
    /// # use answerable::{Document, Organisation, UnitRecord};
    /// # let mut document = Document::default();
    /// # document.push_unit(UnitRecord::new("trust", "Thamesmouth"));
    /// # document.push_unit(UnitRecord::new("ward", "Children's Ward").within("trust"));
    /// # document.push_unit(UnitRecord::new("clinic", "Children's Clinic").within("trust"));
    /// # let org = Organisation::try_from(document)?;
    /// let trust = org.top_units().next().expect("a trust");
    /// let services: Vec<_> = trust.units().map(|unit| unit.title()).collect();
    /// assert_eq!(services, ["Children's Ward", "Children's Clinic"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn units(self) -> impl Iterator<Item = Self> {
        self.0.inner().map(Self)
    }

    /// Whether `inner` lies within it, at any depth. Constant.
    #[must_use]
    pub fn is_around(self, inner: Self) -> bool {
        self.0.is_around(inner.0)
    }

    /// The posts of the unit itself, in document order.
    #[must_use]
    pub fn posts(self) -> impl DoubleEndedIterator<Item = Post<'o>> + ExactSizeIterator + Clone {
        self.0.posts()
    }

    /// The posts of the unit and of all units within it: by unit, the outer
    /// before the inner, then in document order.
    #[must_use]
    pub fn posts_within(
        self,
    ) -> impl DoubleEndedIterator<Item = Post<'o>> + ExactSizeIterator + Clone {
        self.0.posts_within()
    }

    /// Links of posts to the unit, in the operational tree order of the posts.
    pub fn links(self) -> impl Iterator<Item = Link<'o>> {
        naming(&self.0.org.reverse.unit_links, self.0.at()).map(move |at| Link::new(self.0.org, at))
    }

    /// Headships over the unit itself, in document order. Linear in all the
    /// headships of the organisation.
    pub fn headships(self) -> impl Iterator<Item = Headship<'o>> {
        let all = self.0.org.headships();
        all.filter(move |headship| headship.unit() == self)
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

impl Organisation {
    /// The units, in document order.
    #[must_use]
    pub fn units(&self) -> impl DoubleEndedIterator<Item = Unit<'_>> + ExactSizeIterator {
        Named::all(self, Table::Unit).map(Unit)
    }

    /// The units within no other, in document order. Each step is constant.
    pub fn top_units(&self) -> impl Iterator<Item = Unit<'_>> {
        Named::outermost(self, Table::Unit).map(Unit)
    }
}
