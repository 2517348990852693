//! With whom does a post work, without authority over either?

use std::fmt;
use std::hash::{Hash, Hasher};

use crate::Organisation;
use crate::document::{self, LinkEntry, number};
use crate::model::{Relation, Standing};
use crate::organisation::naming;

use super::{Basis, Post, Unit, same_organisation};

/// The far end of a link.
///
/// ```
/// # use answerable::LinkEnd;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let ends: Vec<_> = org.post("care-group-director")?.links().map(|link| link.to()).collect();
/// assert_eq!(ends, [
///     LinkEnd::Post(org.post("medical-director")?),
///     LinkEnd::Post(org.post("general-manager")?),
///     LinkEnd::Unit(org.unit("adults-care-group")?),
/// ]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkEnd<'o> {
    /// A post.
    Post(Post<'o>),
    /// A unit.
    Unit(Unit<'o>),
}

impl fmt::Display for LinkEnd<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Post(post) => post.fmt(f),
            Self::Unit(unit) => unit.fmt(f),
        }
    }
}

/// A working relation that gives no authority. No question about accountability
/// looks at links. `Display` names both ends.
///
/// ```
/// # use answerable::{LinkEnd, Relation, Standing};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let regulator = org.post("care-quality-commission")?;
/// let link = regulator.links().next().expect("a link");
/// assert_eq!(link.to_string(), "Care Quality Commission regulates Thamesmouth NHS Foundation Trust");
/// assert_eq!((link.from(), link.relation()), (regulator, Relation::Regulates));
/// assert_eq!(link.to(), LinkEnd::Unit(org.unit("trust")?));
/// assert_eq!((link.basis().at(), link.standing()), (Some("Key Responsibilities 12"), Standing::Stated));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Link<'o> {
    org: &'o Organisation,
    at: u32,
}

impl<'o> Link<'o> {
    pub(crate) fn new(org: &'o Organisation, at: usize) -> Self {
        Self {
            org,
            at: number(at),
        }
    }

    fn entry(self) -> &'o LinkEntry {
        self.org.posts.links.at(self.at as usize).1
    }

    /// The relation.
    #[must_use]
    pub fn relation(self) -> Relation {
        self.entry().relation
    }

    /// The post that was said to have it.
    #[must_use]
    pub fn from(self) -> Post<'o> {
        Post::new(self.org, self.org.posts.links.at(self.at as usize).0)
    }

    /// The far end.
    #[must_use]
    pub fn to(self) -> LinkEnd<'o> {
        match self.entry().to {
            document::LinkEnd::Post(id) => LinkEnd::Post(Post::new(self.org, id.number())),
            document::LinkEnd::Unit(id) => {
                let at = self.org.units.table.entry_of[id.index()];
                LinkEnd::Unit(Unit::new(self.org, at))
            }
        }
    }

    /// The other end, seen from `post`: the far end, or [`from`](Self::from) if `post`
    /// is the far end.
    ///
    /// ```
    /// # use answerable::LinkEnd;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// // Told of the Care Group Director, and the same from both ends.
    /// let manager = org.post("general-manager")?;
    /// let link = manager.links().nth(1).expect("a link");
    /// assert_eq!(link.to(), LinkEnd::Post(manager));
    /// assert_eq!(link.other(manager).to_string(), "Care Group Director, Children's");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn other(self, post: Post<'o>) -> LinkEnd<'o> {
        match self.to() {
            LinkEnd::Post(to) if to == post => LinkEnd::Post(self.from()),
            to => to,
        }
    }

    /// Where it comes from.
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        Basis::new(self.org, self.entry().backing)
    }

    /// Where it comes from as told at its other end, if it was told there too, with a
    /// basis of its own.
    ///
    /// ```
    /// # use answerable::{BasisRecord, LinkRecord, Organisation, PostRecord, Relation, Standing};
    /// let link = |to| LinkRecord::to_post(Relation::WorksWith, to);
    /// let org = Organisation::from_posts([
    ///     PostRecord::new("matron", "Matron")
    ///         .link(link("consultant").on(BasisRecord::standing(Standing::Assumed))),
    ///     PostRecord::new("consultant", "Consultant")
    ///         .link(link("matron").on(BasisRecord::standing(Standing::Inferred))),
    /// ])?;
    ///
    /// let told = org.post("consultant")?.links().next().expect("a link");
    /// assert_eq!(told.to_string(), "Matron works with Consultant");
    /// assert_eq!(told.basis().standing(), Standing::Assumed);
    /// assert_eq!(told.told_back().map(|basis| basis.standing()), Some(Standing::Inferred));
    /// assert_eq!(told.standing(), Standing::Inferred);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn told_back(self) -> Option<Basis<'o>> {
        self.twin().map(Link::basis)
    }

    /// The same link as told at its other end.
    fn twin(self) -> Option<Self> {
        let (LinkEnd::Post(to), true) = (self.to(), self.relation().is_symmetric()) else {
            return None;
        };
        // Of what names this end, sorted, that which the other end was told.
        let named = self.from().place();
        let told = self.org.posts.links.range(to.place());
        let pairs = &self.org.reverse.links;
        let is_before = |&(of, at): &(u32, u32)| (of, at as usize) < (named, told.start);
        let mut back = pairs[pairs.partition_point(is_before)..]
            .iter()
            .take_while(|&&(of, at)| of == named && (at as usize) < told.end)
            .map(|&(_, at)| Self::new(self.org, at as usize));
        back.find(|link| link.relation() == self.relation())
    }

    /// How well it is supported: where it was told at both ends, the stronger.
    #[must_use]
    pub fn standing(self) -> Standing {
        let here = self.basis().standing();
        self.told_back()
            .map_or(here, |back| here.min(back.standing()))
    }
}

impl PartialEq for Link<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && same_organisation(self.org, other.org)
    }
}

impl Eq for Link<'_> {}

impl Hash for Link<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.at.hash(state);
    }
}

impl fmt::Display for Link<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.from(), self.relation(), self.to())
    }
}

impl fmt::Debug for Link<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Link({self})")
    }
}

impl<'o> Post<'o> {
    /// The links of the post: those it was said to have, relation by relation as
    /// declared, then those said at their other end that are the same from both.
    ///
    /// What is the same from both ends and was told at both is one link, whichever
    /// end is asked: that of the end that comes first in operational tree order.
    /// Where each end has a basis of its own, that is its basis, and
    /// [`Link::told_back`] the other.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let links: Vec<_> = org.post("general-manager")?.links().map(|link| link.to_string()).collect();
    /// assert_eq!(links, [
    ///     "General Manager, Children's supports Care Group Director, Children's",
    ///     "Care Group Director, Children's works with General Manager, Children's",
    /// ]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn links(self) -> impl Iterator<Item = Link<'o>> {
        let org = self.organisation();
        let range = org.posts.links.range(self.place());
        let own = range.map(move |at| Link::new(org, at));
        let own = own.map(|link| Link {
            at: link.twin().map_or(link.at, |twin| twin.at.min(link.at)),
            ..link
        });
        let others = self.named_by();
        own.chain(others.filter(|link| link.relation().is_symmetric() && link.twin().is_none()))
    }

    /// The links others were said to have to the post, but for those that are the
    /// same from both ends: in the operational tree order of those others.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let links = org.post("care-group-director")?.linked_from().map(|link| link.to_string());
    /// assert!(links.eq(["General Manager, Children's supports Care Group Director, Children's"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn linked_from(self) -> impl Iterator<Item = Link<'o>> {
        self.named_by()
            .filter(|link| !link.relation().is_symmetric())
    }

    fn named_by(self) -> impl Iterator<Item = Link<'o>> {
        let org = self.organisation();
        naming(&org.reverse.links, self.place()).map(move |at| Link::new(org, at))
    }
}
