use std::fmt;
use std::hash::{Hash, Hasher};

use crate::Organisation;
use crate::document::{FactKey, MemberEntry, number};
use crate::model::Standing;
use crate::organisation::naming;

use super::{Basis, Post, same_organisation};

/// That a post is a member of a body: listed, or because it chairs the body.
#[derive(Clone, Copy)]
pub struct Membership<'o> {
    org: &'o Organisation,
    of: Of,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Of {
    /// Its place among the members listed.
    Listed(u32),
    /// The body, of a chair that is not listed.
    Chair(u32),
}

impl<'o> Membership<'o> {
    fn listed(org: &'o Organisation, at: usize) -> Self {
        let of = Of::Listed(number(at));
        Self { org, of }
    }

    fn entry(self) -> Option<(u32, &'o MemberEntry)> {
        match self.of {
            Of::Listed(at) => Some(self.org.posts.members.at(at as usize)),
            Of::Chair(_) => None,
        }
    }

    /// The body.
    #[must_use]
    pub fn body(self) -> Post<'o> {
        let body = match self.of {
            Of::Listed(at) => self.org.posts.members.at(at as usize).0,
            Of::Chair(body) => body,
        };
        Post::new(self.org, body)
    }

    /// The member.
    #[must_use]
    pub fn member(self) -> Post<'o> {
        match self.entry() {
            Some((_, entry)) => Post::new(self.org, entry.post.number()),
            // Only a body with a chair has a member that is not listed.
            None => self.body().chair().unwrap_or(self.body()),
        }
    }

    /// Whether the member is in the list of members; a chair need not be.
    #[must_use]
    pub fn is_listed(self) -> bool {
        matches!(self.of, Of::Listed(_))
    }

    /// Whether the member chairs the body.
    #[must_use]
    pub fn is_chair(self) -> bool {
        self.body().chair() == Some(self.member())
    }

    /// Its part in the body, if told.
    #[must_use]
    pub fn role(self) -> Option<&'o str> {
        let (_, entry) = self.entry()?;
        entry.role.map(|role| self.org.text.get(role))
    }

    /// Where it comes from: of a chair that is not listed, [who
    /// chairs](Post::chair_basis).
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        match self.entry() {
            Some((_, entry)) => Basis::new(self.org, entry.backing),
            None => self.body().chair_basis(),
        }
    }

    /// How well it is supported.
    #[must_use]
    pub fn standing(self) -> Standing {
        self.basis().standing()
    }
}

impl PartialEq for Membership<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.of == other.of && same_organisation(self.org, other.org)
    }
}

impl Eq for Membership<'_> {}

impl Hash for Membership<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.of.hash(state);
    }
}

impl fmt::Display for Membership<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is = if self.is_listed() {
            "is a member of"
        } else {
            "chairs"
        };
        write!(f, "{} {is} {}", self.member(), self.body())?;
        self.role().map_or(Ok(()), |role| write!(f, " ({role})"))
    }
}

impl fmt::Debug for Membership<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Membership({self})")
    }
}

impl<'o> Post<'o> {
    /// The members of a body: the chair if it is not listed, then those listed, as
    /// declared.
    ///
    /// ```
    /// # use answerable::{Organisation, PostRecord};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chair", "Chair").none_above("appointed by the governors"),
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").none_above("example"),
    /// #     PostRecord::new("board", "Trust Board").body().chaired_by("chair").with_members(["chief-nurse"]),
    /// # ])?;
    /// let board = org.post("board")?;
    /// let members: Vec<_> = board.members().map(|member| member.to_string()).collect();
    /// assert_eq!(members, ["Chair chairs Trust Board", "Chief Nurse is a member of Trust Board"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn members(self) -> impl DoubleEndedIterator<Item = Membership<'o>> + ExactSizeIterator {
        let org = self.organisation();
        let chair = self.unlisted_chair();
        let before = usize::from(chair.is_some());
        let listed = org.posts.members.range(self.place());
        (0..before + listed.len()).map(move |number| match (chair, number) {
            (Some(chair), 0) => chair,
            _ => Membership::listed(org, listed.start + number - before),
        })
    }

    /// The membership of a chair that is not among the members listed.
    fn unlisted_chair(self) -> Option<Membership<'o>> {
        let (org, chair) = (self.organisation(), self.chair()?);
        let listed = org.posts.members.of(self.place());
        let is_listed = listed
            .iter()
            .any(|entry| entry.post.number() == chair.place());
        let of = Of::Chair(self.place());
        (!is_listed).then_some(Membership { org, of })
    }

    /// Its memberships of bodies: where it is listed, then where it is a member
    /// only as the chair, each in the operational tree order of the bodies.
    ///
    /// ```
    /// # use answerable::{Organisation, PostRecord};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chair", "Chair").none_above("appointed by the governors"),
    /// #     PostRecord::new("board", "Trust Board").body().chaired_by("chair"),
    /// # ])?;
    /// let chair = org.post("chair")?;
    /// assert!(chair.memberships().map(|of| of.body()).eq([org.post("board")?]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn memberships(self) -> impl Iterator<Item = Membership<'o>> {
        let org = self.organisation();
        let listed = naming(&org.reverse.members, self.place());
        let listed = listed.map(move |at| Membership::listed(org, at));
        listed.chain(self.chairs().filter_map(Post::unlisted_chair))
    }

    /// The post that chairs a body, if told.
    #[must_use]
    pub fn chair(self) -> Option<Post<'o>> {
        let org = self.organisation();
        let chair = org.posts.chair.of(self.place()).first()?;
        Some(Post::new(org, chair.number()))
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
