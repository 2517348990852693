//! Which units are there, and which within which?

use std::fmt;

use crate::Organisation;
use crate::document::Table;
use crate::ids::UnitId;
use crate::organisation::naming;

use super::entry::Named;
use super::{Basis, Headship, Link, Post};

/// A unit: trust, care group, service, team. Ordered by id; `Display` is its title.
///
/// ```
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let group = org.unit("childrens-care-group")?;
/// assert_eq!((group.id(), group.title()), ("childrens-care-group", "Children's Care Group"));
/// assert_eq!(group.within(), Some(org.unit("trust")?));
/// assert_eq!(group.basis().why(), Some("the job description fits any care group"));
///
/// // Its headships are those over the unit itself, not those over the trust around it.
/// let covers: Vec<_> = group.headships().map(|rule| rule.covers()).collect();
/// assert_eq!(
///     covers,
///     ["all Nursing staff of Children's Care Group", "all Medical staff of Children's Care Group"],
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    ///
    /// ```
    /// # use answerable::UnitId;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.unit("trust")?.to_id(), UnitId::new("trust")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_id(self) -> UnitId {
        UnitId::of(self.id())
    }

    /// Its title, or its id if it has none.
    #[must_use]
    pub fn title(self) -> &'o str {
        self.0.title()
    }

    /// The unit directly around it, if it lies within one.
    #[must_use]
    pub fn within(self) -> Option<Self> {
        self.0.outer().map(Self)
    }

    /// The units directly within it, in document order. Each step is constant.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let services = org.unit("childrens-care-group")?.units();
    /// assert!(services.map(|unit| unit.title()).eq(["General Paediatrics", "Children's Physiotherapy"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn units(self) -> impl Iterator<Item = Self> {
        self.0.inner().map(Self)
    }

    /// Whether `inner` lies within it, at any depth; not so of a unit and itself.
    /// Constant.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (trust, paediatrics) = (org.unit("trust")?, org.unit("general-paediatrics")?);
    /// assert!(trust.is_around(paediatrics));
    /// assert!(!paediatrics.is_around(paediatrics));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let group = org.unit("adults-care-group")?;
    /// assert!(group.posts().eq(group.posts_within()));
    ///
    /// let trust = org.unit("trust")?;
    /// assert_eq!((trust.posts().len(), trust.posts_within().len()), (7, 17));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn posts_within(
        self,
    ) -> impl DoubleEndedIterator<Item = Post<'o>> + ExactSizeIterator + Clone {
        self.0.posts_within()
    }

    /// Links of posts to the unit, in the operational tree order of the posts.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let links = org.unit("trust")?.links().map(|link| link.from().title());
    /// assert!(links.eq(["Care Quality Commission"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// The basis of its lying within another; given, if it does not.
    ///
    /// ```
    /// # use answerable::{BasisRecord, Document, Organisation, ReferenceRecord, SourceRecord, UnitRecord};
    /// # let mut document = Document::new("Thamesmouth");
    /// document.push_source(SourceRecord::new("structure", "Structure chart"));
    /// document.push_unit(UnitRecord::new("trust", "Thamesmouth"));
    /// document.push_unit(
    ///     UnitRecord::new("ward", "Children's Ward")
    ///         .within(ReferenceRecord::new("trust").on(BasisRecord::source("structure"))),
    /// );
    /// let org = Organisation::try_from(document)?;
    /// let ward = org.unit("ward")?;
    /// assert_eq!(ward.within_basis().to_string(), "stated: Structure chart");
    /// assert_eq!(ward.basis().to_string(), "given");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.units().len(), 5);
    /// assert!(org.top_units().map(|unit| unit.id()).eq(["trust"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn units(&self) -> impl DoubleEndedIterator<Item = Unit<'_>> + ExactSizeIterator {
        Named::all(self, Table::Unit).map(Unit)
    }

    /// The units within no other, in document order. Each step is constant.
    pub fn top_units(&self) -> impl Iterator<Item = Unit<'_>> {
        Named::outermost(self, Table::Unit).map(Unit)
    }
}
