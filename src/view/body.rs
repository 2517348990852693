use std::fmt;
use std::hash::{Hash, Hasher};

use crate::Organisation;
use crate::document::{FactKey, MemberEntry};
use crate::model::Standing;
use crate::organisation::naming;

use super::{Basis, Post, same_organisation};

/// That a post is a member of a body.
#[derive(Clone, Copy)]
pub struct Membership<'o> {
    org: &'o Organisation,
    at: u32,
}

impl<'o> Membership<'o> {
    fn new(org: &'o Organisation, at: usize) -> Self {
        Self {
            org,
            at: u32::try_from(at).unwrap_or(u32::MAX),
        }
    }

    fn entry(self) -> &'o MemberEntry {
        self.org.posts.members.at(self.at as usize).1
    }

    /// The body.
    #[must_use]
    pub fn body(self) -> Post<'o> {
        Post::new(self.org, self.org.posts.members.at(self.at as usize).0)
    }

    /// The member.
    #[must_use]
    pub fn member(self) -> Post<'o> {
        Post::new(self.org, self.org.post_at(self.entry().post))
    }

    /// Its part in the body, if told.
    #[must_use]
    pub fn role(self) -> Option<&'o str> {
        self.entry().role.map(|role| self.org.text.get(role))
    }

    /// Where it comes from.
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        Basis::new(self.org, self.entry().backing)
    }

    /// How well it is supported.
    #[must_use]
    pub fn standing(self) -> Standing {
        self.basis().standing()
    }
}

impl PartialEq for Membership<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && same_organisation(self.org, other.org)
    }
}

impl Eq for Membership<'_> {}

impl Hash for Membership<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.at.hash(state);
    }
}

impl fmt::Display for Membership<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is a member of {}", self.member(), self.body())?;
        self.role().map_or(Ok(()), |role| write!(f, " ({role})"))
    }
}

impl fmt::Debug for Membership<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Membership({self})")
    }
}

impl<'o> Post<'o> {
    /// The members of a body, as declared; the chair is listed only if it is a
    /// member.
    #[must_use]
    pub fn members(self) -> impl DoubleEndedIterator<Item = Membership<'o>> + ExactSizeIterator {
        let org = self.organisation();
        org.posts
            .members
            .range(self.place())
            .map(move |at| Membership::new(org, at))
    }

    /// Its memberships of bodies: in the operational tree order of the bodies.
    pub fn memberships(self) -> impl Iterator<Item = Membership<'o>> {
        let org = self.organisation();
        naming(&org.reverse.members, self.place()).map(move |at| Membership::new(org, at))
    }

    /// The post that chairs a body, if told.
    #[must_use]
    pub fn chair(self) -> Option<Post<'o>> {
        let org = self.organisation();
        let chair = org.posts.chair.of(self.place()).first()?;
        Some(Post::new(org, org.post_at(*chair)))
    }

    /// Where it comes from who chairs the body.
    #[must_use]
    pub fn chair_basis(self) -> Basis<'o> {
        let org = self.organisation();
        Basis::new(org, org.posts.backing_of(self.place(), FactKey::Chair))
    }

    /// The bodies the post chairs, in operational tree order.
    pub fn chairs(self) -> impl Iterator<Item = Post<'o>> {
        let org = self.organisation();
        naming(&org.reverse.chairs, self.place())
            .map(move |at| Post::new(org, org.posts.chair.at(at).0))
    }
}
