//! Which professions are there, and which within which?

use std::fmt;

use crate::Organisation;
use crate::document::Table;
use crate::ids::ProfessionId;

use super::entry::Named;
use super::{Basis, Headship, Post};

/// A profession, or staff group. Ordered by id; `Display` is its title.
///
/// ```
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let physiotherapy = org.profession("physiotherapy")?;
/// assert_eq!((physiotherapy.id(), physiotherapy.title()), ("physiotherapy", "Physiotherapy"));
/// let allied = org.profession("allied-health")?;
/// assert_eq!(physiotherapy.within(), Some(allied));
///
/// // A headship over all allied professions is none of the one within.
/// assert_eq!((allied.headships().count(), physiotherapy.headships().count()), (1, 0));
/// assert_eq!(allied.basis().to_string(), "given");
/// assert_eq!(physiotherapy.within_basis().to_string(), "given");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Profession<'o>(Named<'o>);

impl<'o> Profession<'o> {
    pub(crate) fn new(org: &'o Organisation, at: u32) -> Self {
        Self(Named::of(org, Table::Profession, at))
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'o str {
        self.0.id()
    }

    /// Its id, owned: what compares across organisations.
    ///
    /// ```
    /// # use answerable::ProfessionId;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.profession("nursing")?.to_id(), ProfessionId::new("nursing")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_id(self) -> ProfessionId {
        ProfessionId::of(self.id())
    }

    /// Its title, or its id if it has none.
    #[must_use]
    pub fn title(self) -> &'o str {
        self.0.title()
    }

    /// The profession directly around it, if it lies within one.
    #[must_use]
    pub fn within(self) -> Option<Self> {
        self.0.outer().map(Self)
    }

    /// The professions directly within it, in document order. Each step is constant.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let inner = org.profession("allied-health")?.professions();
    /// assert!(inner.map(|profession| profession.title()).eq(["Physiotherapy"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn professions(self) -> impl Iterator<Item = Self> {
        self.0.inner().map(Self)
    }

    /// Whether `inner` lies within it, at any depth; not so of a profession and itself.
    /// Constant.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (allied, physiotherapy) = (org.profession("allied-health")?, org.profession("physiotherapy")?);
    /// assert!(allied.is_around(physiotherapy));
    /// assert!(!allied.is_around(org.profession("medical")?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_around(self, inner: Self) -> bool {
        self.0.is_around(inner.0)
    }

    /// The posts of the profession itself, in document order.
    #[must_use]
    pub fn posts(self) -> impl DoubleEndedIterator<Item = Post<'o>> + ExactSizeIterator + Clone {
        self.0.posts()
    }

    /// The posts of the profession and of all professions within it: by profession, the outer
    /// before the inner, then in document order.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let allied = org.profession("allied-health")?;
    /// assert_eq!(allied.posts().len(), 0);
    /// assert!(allied.posts_within().eq([org.post("team-manager-physiotherapy")?]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn posts_within(
        self,
    ) -> impl DoubleEndedIterator<Item = Post<'o>> + ExactSizeIterator + Clone {
        self.0.posts_within()
    }

    /// Headships limited to the profession itself, in document order. Linear in
    /// all the headships of the organisation.
    pub fn headships(self) -> impl Iterator<Item = Headship<'o>> {
        let all = self.0.org.headships();
        all.filter(move |headship| headship.profession() == Some(self))
    }

    /// Where the profession itself comes from.
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        self.0.basis()
    }

    /// The basis of its lying within another; given, if it does not.
    #[must_use]
    pub fn within_basis(self) -> Basis<'o> {
        self.0.within_basis()
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

impl Organisation {
    /// The professions, in document order.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.professions().len(), 4);
    /// let top = org.top_professions().map(|profession| profession.title());
    /// assert!(top.eq(["Medical", "Nursing", "Allied health"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn professions(
        &self,
    ) -> impl DoubleEndedIterator<Item = Profession<'_>> + ExactSizeIterator {
        Named::all(self, Table::Profession).map(Profession)
    }

    /// The professions within no other, in document order. Each step is constant.
    pub fn top_professions(&self) -> impl Iterator<Item = Profession<'_>> {
        Named::outermost(self, Table::Profession).map(Profession)
    }
}
