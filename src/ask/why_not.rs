//! Why is one post not above another, and where does the chain go instead?

use std::collections::BTreeSet;
use std::fmt;

use crate::model::{Accountability, Relation};
use crate::quoted::OneLine;
use crate::view::{Line, Link, LinkEnd, Post};

use super::Chain;
use super::why::Ending;

/// The most posts of a chain that are named: of a longer one the first and the
/// last.
const MOST_NAMED: usize = 4;

/// Why a post is not above another in one kind, and where the chain of the other
/// goes instead.
///
/// `Display` is one sentence: how the two stand to each other, where the chain
/// goes and why it ends there, and what may have been taken for a line. It names
/// at most eight posts.
///
/// ```
/// # use answerable::{Accountability::Operational, NotAbove, Relation::{Supports, WorksWith}};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let (manager, director) = (org.post("general-manager")?, org.post("care-group-director")?);
/// let why = manager.why_not_above(director, Operational).expect("it is not above");
/// assert_eq!((why.upper(), why.lower(), why.kind()), (manager, director, Operational));
/// assert_eq!(why.how(), NotAbove::Apart);
/// assert_eq!(why.chain().len(), 3); // to the Board, past the General Manager
/// assert!(why.links().map(|link| link.relation()).eq([WorksWith, Supports])); // not accountable
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WhyNotAbove<'o> {
    upper: Post<'o>,
    lower: Post<'o>,
    kind: Accountability,
}

/// How a post that is not above another stands to it, in one kind.
///
/// ```
/// # use answerable::{Accountability::Operational, NotAbove};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let ward = org.post("ward-manager-childrens")?;
/// let how = |lower| ward.why_not_above(lower, Operational).map(|why| why.how());
/// assert_eq!(how(ward), Some(NotAbove::Same));
/// let director = org.post("care-group-director")?;
/// assert_eq!(how(director), Some(NotAbove::Below));
/// assert_eq!(how(org.post("clinical-lead-general-paediatrics")?), Some(NotAbove::Beside(director)));
/// assert_eq!(how(org.post("team-manager-physiotherapy")?), Some(NotAbove::Apart));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotAbove<'o> {
    /// It is the same post.
    Same,
    /// It is of another organisation.
    Elsewhere,
    /// It is below the other.
    Below,
    /// Both are below this post, the nearest above both.
    Beside(Post<'o>),
    /// The chains of the two end apart.
    Apart,
}

impl<'o> WhyNotAbove<'o> {
    /// The post that is not above.
    #[must_use]
    pub fn upper(self) -> Post<'o> {
        self.upper
    }

    /// The post that it is not above.
    #[must_use]
    pub fn lower(self) -> Post<'o> {
        self.lower
    }

    /// The kind asked about.
    #[must_use]
    pub fn kind(self) -> Accountability {
        self.kind
    }

    /// How the two stand to each other. Takes at most the length of a chain.
    #[must_use]
    pub fn how(self) -> NotAbove<'o> {
        let Self { upper, lower, kind } = self;
        if lower.place_in(upper.organisation()).is_none() {
            return NotAbove::Elsewhere;
        }
        match upper.nearest_common_superior(lower, kind) {
            _ if upper == lower => NotAbove::Same,
            Some(common) if common == lower => NotAbove::Below,
            Some(common) => NotAbove::Beside(common),
            None => NotAbove::Apart,
        }
    }

    /// The chain of the lower post, which goes elsewhere. Where it ends and why
    /// is [`Chain::why`].
    #[must_use]
    pub fn chain(self) -> Chain<'o> {
        self.lower.chain(self.kind)
    }

    /// The kinds in which it is above after all, as they are listed.
    ///
    /// ```
    /// # use answerable::Accountability::{Operational, Professional};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (nurse, ward) = (org.post("chief-nurse")?, org.post("ward-manager-childrens")?);
    /// let why = nurse.why_not_above(ward, Operational).expect("it is not above");
    /// assert!(why.other_kinds().eq([Professional]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn other_kinds(self) -> impl Iterator<Item = Accountability> {
        let is_above = move |&kind: &Accountability| self.upper.is_above(self.lower, kind);
        Accountability::ALL.into_iter().filter(is_above)
    }

    /// The `also` lines of any kind by which the lower post or one in its chain
    /// answers to the upper, nearest first, of one post as declared. No chain
    /// follows them. Takes n log n in the `also` lines that end at the upper post.
    ///
    /// ```
    /// # use answerable::Accountability::Professional;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (board, officer) = (org.post("trust-board")?, org.post("chief-operating-officer")?);
    /// let why = board.why_not_above(officer, Professional).expect("it is not above");
    /// assert!(why.also().into_iter().eq(officer.also())); // each executive answers to the Board in person
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn also(self) -> Vec<Line<'o>> {
        let is_on_the_way =
            |post: Post<'o>| post == self.lower || post.is_above(self.lower, self.kind);
        let lines = self.upper.also_reports();
        let mut lines: Vec<_> = lines.filter(|line| is_on_the_way(line.from())).collect();
        // In a chain no two posts are of one depth.
        lines.sort_by_key(|line| std::cmp::Reverse(line.from().depth(self.kind)));
        lines
    }

    /// The links between the two, which give no authority: those the lower post
    /// has, then those the upper has to it. Linear in the links of the lower post.
    pub fn links(self) -> impl Iterator<Item = Link<'o>> {
        let Self { upper, lower, .. } = self;
        let links = lower.links().chain(lower.linked_from());
        links.filter(move |link| link.other(lower) == LinkEnd::Post(upper))
    }
}

impl fmt::Display for WhyNotAbove<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { upper, lower, kind } = *self;
        let title = |kind| upper.organisation().kind_title(kind);
        let others: Vec<_> = self.other_kinds().map(title).collect();
        let though = match others.as_slice() {
            [] => String::new(),
            others => format!(", though it is ({})", others.join(", ")),
        };
        let clauses = [vec![self.instead()], self.mistaken()].concat().join("; ");
        let kind = title(kind);
        let told = format!("{upper} is not above {lower} ({kind}){though}: {clauses}");
        write!(f, "{}", OneLine(&told))
    }
}

impl WhyNotAbove<'_> {
    /// How the two stand to each other, and where the chain goes.
    fn instead(self) -> String {
        let Self { upper, lower, kind } = self;
        match self.how() {
            NotAbove::Same => "it is the same post".to_owned(),
            NotAbove::Elsewhere => "they are of different organisations".to_owned(),
            NotAbove::Below => {
                let way = way(upper.chain(kind), lower, lower.title());
                format!("it is below, on a chain that goes to {way}")
            }
            NotAbove::Beside(common) => {
                let way = way(self.chain(), common, common.title());
                format!("the chain goes to {way}, the nearest above both")
            }
            NotAbove::Apart => {
                let end = self.chain().why().ends_at();
                let goes = if end == lower { "stops at" } else { "goes to" };
                let way = way(self.chain(), end, &Ending::new(end, kind).to_string());
                format!("the chain {goes} {way}")
            }
        }
    }

    /// What may have been taken for a line.
    fn mistaken(self) -> Vec<String> {
        let mut clauses = Vec::new();
        let also = self.also();
        if let Some(line) = also.first() {
            let (from, to, terms) = (line.from(), line.to(), line.terms());
            let which = match also.len() {
                1 => "a line".to_owned(),
                count => format!("the nearest of {count} lines"),
            };
            clauses.push(format!(
                "{from} also answers to {to} ({terms}), {which} that no chain follows"
            ));
        }
        let relations: BTreeSet<Relation> = self.links().map(Link::relation).collect();
        if !relations.is_empty() {
            let relations: Vec<_> = relations.iter().map(ToString::to_string).collect();
            let relations = relations.join(", ");
            clauses.push(format!("what links them gives no authority ({relations})"));
        }
        clauses
    }
}

/// The posts of the chain up to `until`, the last of them as `last` says it.
fn way(chain: Chain<'_>, until: Post<'_>, last: &str) -> String {
    let posts = chain.len().saturating_sub(until.depth(chain.kind()));
    let is_long = posts > MOST_NAMED;
    let first = if is_long { MOST_NAMED } else { posts }.saturating_sub(1);
    let mut named: Vec<_> = chain
        .take(first)
        .map(|line| line.to().to_string())
        .collect();
    if is_long {
        named.push(format!("({} more)", posts - MOST_NAMED));
    }
    named.push(last.to_owned());
    named.join(" → ")
}

impl<'o> Post<'o> {
    /// Why it is not above `lower` in this kind, and where the chain of `lower`
    /// goes instead. None where it [is above](Post::is_above). Made in constant time;
    /// a post of another organisation has its answer too.
    ///
    /// ```
    /// # use answerable::Accountability::{Operational, Professional};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (director, other) = (org.post("medical-director")?, org.post("care-group-director")?);
    /// let why = director.why_not_above(other, Operational).expect("it is not above");
    /// assert_eq!(why.to_string(), "\
    ///     Medical Director is not above Care Group Director, Children's (operational), \
    ///     though it is (professional): \
    ///     the chain goes to Chief Operating Officer → Chief Executive, the nearest above both; \
    ///     what links them gives no authority (supports)");
    /// assert_eq!(director.why_not_above(other, Professional), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn why_not_above(self, lower: Post<'o>, kind: Accountability) -> Option<WhyNotAbove<'o>> {
        let why = WhyNotAbove {
            upper: self,
            lower,
            kind,
        };
        (!self.is_above(lower, kind)).then_some(why)
    }
}
