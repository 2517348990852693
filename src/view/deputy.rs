//! On what terms does one post stand in for another?

use std::fmt;

use crate::Organisation;
use crate::document::{DeputyEntry, number};
use crate::model::{Authority, Standing};
use crate::organisation::naming;

use super::{Basis, Matter, Post, same_organisation};

/// The terms on which one post deputises for another. `Display` says them: "Chief
/// Nurse deputises for Chief Executive (rank 2; to attend; for Budget)".
///
/// ```
/// # use answerable::{Authority, Standing};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let director = org.post("medical-director")?;
/// let first = director.deputies().next().expect("a deputy");
/// assert_eq!((first.deputy().id(), first.principal()), ("associate-medical-director", director));
/// assert!(first.is_limited() && first.matters().eq([org.matter("revalidation")?]));
/// assert_eq!((first.authority(), first.is_onward()), (Authority::Act, true));
/// assert_eq!((first.basis().source(), first.standing()), (None, Standing::Given));
///
/// // Either of two may stand in for everything else; nobody has said which.
/// let pool: Vec<_> = director.deputies().filter(|terms| terms.is_pooled()).collect();
/// assert!(pool.iter().map(|terms| terms.deputy().id()).eq(["care-group-director", "care-group-director-adults"]));
/// assert!(pool.iter().all(|terms| terms.rank() == 2 && !terms.is_limited()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Arrangement<'o> {
    org: &'o Organisation,
    at: u32,
}

impl<'o> Arrangement<'o> {
    pub(crate) fn new(org: &'o Organisation, at: usize) -> Self {
        Self {
            org,
            at: number(at),
        }
    }

    fn entry(self) -> &'o DeputyEntry {
        self.org.posts.deputies.at(self.at as usize).1
    }

    /// The post that stands in.
    #[must_use]
    pub fn deputy(self) -> Post<'o> {
        Post::new(self.org, self.entry().post.number())
    }

    /// The post it stands in for.
    #[must_use]
    pub fn principal(self) -> Post<'o> {
        Post::new(self.org, self.org.posts.deputies.at(self.at as usize).0)
    }

    /// The rank, the first being 1. The posts of a pool have one rank.
    #[must_use]
    pub fn rank(self) -> usize {
        self.entry().rank as usize + 1
    }

    /// Whether it is one of a pool: one of several, nobody having said which.
    #[must_use]
    pub fn is_pooled(self) -> bool {
        self.entry().pooled.is_some()
    }

    /// The matters it is limited to, as declared; none if it is unlimited.
    #[must_use]
    pub fn matters(self) -> impl DoubleEndedIterator<Item = Matter<'o>> + ExactSizeIterator {
        self.entry()
            .matters
            .iter()
            .map(move |&id| Matter::new(self.org, id))
    }

    /// Whether it is limited to matters.
    #[must_use]
    pub fn is_limited(self) -> bool {
        !self.entry().matters.is_empty()
    }

    /// Whether the deputy acts, or attends only.
    #[must_use]
    pub fn authority(self) -> Authority {
        self.entry().authority
    }

    /// Whether the deputy's own deputies may step in.
    #[must_use]
    pub fn is_onward(self) -> bool {
        self.entry().onward
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

impl PartialEq for Arrangement<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && same_organisation(self.org, other.org)
    }
}

impl Eq for Arrangement<'_> {}

impl std::hash::Hash for Arrangement<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.at.hash(state);
    }
}

impl<'o> Arrangement<'o> {
    /// The terms in words: what `Display` has in brackets.
    pub(crate) fn terms(self) -> impl fmt::Display + use<'o> {
        Terms(self)
    }
}

struct Terms<'o>(Arrangement<'o>);

impl fmt::Display for Terms<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(arrangement) = self;
        write!(f, "rank {}", arrangement.rank())?;
        if arrangement.is_pooled() {
            f.write_str("; one of a pool")?;
        }
        if arrangement.authority() == Authority::Attend {
            f.write_str("; to attend")?;
        }
        for (at, matter) in arrangement.matters().enumerate() {
            write!(f, "{}{matter}", if at == 0 { "; for " } else { ", " })?;
        }
        if arrangement.is_onward() {
            f.write_str("; onward")?;
        }
        Ok(())
    }
}

/// Who deputises for whom, and the terms in brackets.
impl fmt::Display for Arrangement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (deputy, principal, terms) = (self.deputy(), self.principal(), self.terms());
        write!(f, "{deputy} deputises for {principal} ({terms})")
    }
}

impl fmt::Debug for Arrangement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Arrangement({self})")
    }
}

impl<'o> Post<'o> {
    /// The arrangements by which others deputise for the post: by rank, those of
    /// a pool as declared.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let deputies: Vec<_> = org.post("chief-nurse")?.deputies().map(|terms| terms.to_string()).collect();
    /// assert_eq!(deputies, [
    ///     "Head of Nursing, Children's deputises for Chief Nurse (rank 1; to attend; for Corporate assurance meetings)",
    ///     "Head of Nursing, Adult Community deputises for Chief Nurse (rank 2)",
    /// ]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn deputies(self) -> impl DoubleEndedIterator<Item = Arrangement<'o>> + ExactSizeIterator {
        let org = self.organisation();
        org.posts
            .deputies
            .range(self.place())
            .map(move |at| Arrangement::new(org, at))
    }

    /// The arrangements by which the post deputises for others: in the
    /// operational tree order of those others, then by rank.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let terms = org.post("care-group-director")?.deputises_for();
    /// let terms: Vec<_> = terms.map(|terms| (terms.principal().title(), terms.rank())).collect();
    /// assert_eq!(terms, [("Chief Operating Officer", 1), ("Medical Director", 2)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn deputises_for(self) -> impl Iterator<Item = Arrangement<'o>> {
        let org = self.organisation();
        naming(&org.reverse.deputies, self.place()).map(move |at| Arrangement::new(org, at))
    }
}
