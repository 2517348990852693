use std::fmt;

use crate::Organisation;
use crate::document::Table;
use crate::ids::ProfessionId;

use super::entry::Named;
use super::{Basis, Headship, Post};

/// A profession, or staff group.
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
        self.0.outer().map(Self)
    }

    /// The professions right within it, in document order. Each step is constant.
    ///
    /// ```
    /// # use answerable::{Document, Organisation, ProfessionRecord};
    /// # let mut document = Document::default();
    /// # document.push_profession(ProfessionRecord::new("ahp", "Allied health"));
    /// # document.push_profession(ProfessionRecord::new("physio", "Physiotherapy").within("ahp"));
    /// # document.push_profession(ProfessionRecord::new("slt", "Speech and language therapy").within("ahp"));
    /// # let org = Organisation::try_from(document)?;
    /// let allied = org.top_professions().next().expect("a staff group");
    /// let inner: Vec<_> = allied.professions().map(|of| of.title()).collect();
    /// assert_eq!(inner, ["Physiotherapy", "Speech and language therapy"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn professions(self) -> impl Iterator<Item = Self> {
        self.0.inner().map(Self)
    }

    /// Whether `inner` lies within it, at any depth. Constant.
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

    /// Where it comes from that it lies within another.
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
