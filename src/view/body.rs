//! Who chairs a body, and who belongs to it?

use std::fmt;
use std::hash::{Hash, Hasher};

use crate::Organisation;
use crate::document::{FactKey, MemberEntry, number};
use crate::model::Standing;
use crate::organisation::naming;

use super::{Basis, Post, same_organisation};

/// That a post is a member of a body: listed, or because it chairs the body. Two
/// are equal if they are the same entry.
///
/// ```
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let board = org.post("trust-board")?;
/// let [chair, chief, ..] = board.members().collect::<Vec<_>>()[..] else { panic!("members") };
/// assert_eq!((chief.body(), chief.member()), (board, org.post("chief-executive")?));
/// assert_eq!((chief.is_listed(), chief.role()), (true, Some("executive director")));
/// assert_eq!((chief.basis().source(), chief.standing().as_str()), (None, "given"));
///
/// // Who chairs is a member, listed or not.
/// assert_eq!((chair.is_listed(), chair.is_chair(), chair.role()), (false, true, None));
/// assert_eq!(chair.to_string(), "Chair chairs Trust Board");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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

    /// Its part in the body, if told; none of a chair that is not listed.
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
    /// declared. A post that is no body has none.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let team = org.post("senior-leadership-team")?;
    /// let members: Vec<_> = team.members().map(|of| of.member().title()).collect();
    /// assert_eq!(members, [
    ///     "Care Group Director, Children's",
    ///     "General Manager, Children's",
    ///     "Head of Nursing, Children's",
    /// ]);
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
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let manager = org.post("general-manager")?.memberships().map(|of| of.to_string());
    /// assert!(manager.eq(["General Manager, Children's is a member of Senior Leadership Team, Children's"]));
    /// let director = org.post("care-group-director")?.memberships().map(|of| of.to_string());
    /// assert!(director.eq(["Care Group Director, Children's chairs Senior Leadership Team, Children's"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn memberships(self) -> impl Iterator<Item = Membership<'o>> {
        let org = self.organisation();
        let listed = naming(&org.reverse.members, self.place());
        let listed = listed.map(move |at| Membership::listed(org, at));
        listed.chain(self.chairs().filter_map(Post::unlisted_chair))
    }

    /// The post that chairs a body, if told.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let board = org.post("trust-board")?;
    /// let chair = board.chair().expect("a chair");
    /// assert_eq!((chair.title(), board.chair_basis().to_string()), ("Chair", "given".to_owned()));
    /// assert!(chair.chairs().eq([board]));
    /// assert_eq!(chair.chair(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn chair(self) -> Option<Post<'o>> {
        let org = self.organisation();
        let chair = org.posts.chair.of(self.place()).first()?;
        Some(Post::new(org, chair.number()))
    }

    /// The basis of who chairs the body; given, if nobody is told.
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
