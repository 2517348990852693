//! To whom does a post answer, and they, and they?

use std::fmt;
use std::iter::FusedIterator;

use crate::model::{Accountability, Standing};
use crate::steps::step;
use crate::view::{Fact, Line, Post};

/// The superior lines of one kind followed upwards from a post, nearest first.
///
/// `Display` is the titles: "Ward Manager → Matron → Chief Nurse". No step
/// allocates; how many are left is known without a walk.
///
/// ```
/// # use answerable::{Accountability::Professional, Line, Standing::Assumed};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let mut chain = org.post("ward-manager-childrens")?.chain(Professional);
/// assert_eq!(
///     chain.to_string(),
///     "Ward Manager, Children's Ward → Head of Nursing, Children's → Chief Nurse"
/// );
/// assert_eq!((chain.kind(), chain.len()), (Professional, 2));
/// assert_eq!(chain.standing(), Some(Assumed)); // as is the rule that gives the lines
/// assert_eq!(chain.next().map(Line::to), org.get("head-of-nursing-childrens"));
/// assert_eq!(chain.to_string(), "Head of Nursing, Children's → Chief Nurse"); // the rest
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Chain<'o> {
    kind: Accountability,
    /// The post from which the rest of the chain goes on.
    pub(super) reached: Post<'o>,
}

impl<'o> Chain<'o> {
    /// The kind of its lines.
    #[must_use]
    pub fn kind(&self) -> Accountability {
        self.kind
    }

    /// Every fact that the rest of the chain rests on, line by line: what several
    /// lines rest on stands once for each. Linear in them.
    ///
    /// ```
    /// # use answerable::Accountability::Operational;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let team = org.post("team-manager-physiotherapy")?;
    /// let facts = team.chain(Operational).rests_on();
    /// assert_eq!(facts.len(), 1);
    /// assert_eq!(facts[0].to_string(), "Team Manager, Children's Physiotherapy \
    ///     is accountable to General Manager, Children's (operational; given)");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn rests_on(&self) -> Vec<Fact<'o>> {
        self.clone().flat_map(Line::rests_on).collect()
    }

    /// The weakest standing among those facts; nothing for an empty chain.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        self.clone().map(Line::standing).max()
    }
}

impl<'o> Iterator for Chain<'o> {
    type Item = Line<'o>;

    #[inline]
    fn next(&mut self) -> Option<Line<'o>> {
        let from = self.reached;
        let org = from.organisation();
        let above = org.order(self.kind).superior(from.place())?;
        step();
        self.reached = Post::new(org, above);
        Some(Line::new(from, self.reached, self.kind))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.reached.depth(self.kind);
        (left, Some(left))
    }

    fn count(self) -> usize {
        self.len()
    }
}

impl ExactSizeIterator for Chain<'_> {}

impl FusedIterator for Chain<'_> {}

impl fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.reached.fmt(f)?;
        self.clone()
            .try_for_each(|line| write!(f, " → {}", line.to()))
    }
}

impl fmt::Debug for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Chain({:?}, {}, {} lines)",
            self.reached.id(),
            self.kind,
            self.len()
        )
    }
}

impl<'o> Post<'o> {
    /// The superior lines of this kind from the post to where they end, nearest
    /// first. Empty where the superior is none or not stated.
    ///
    /// ```
    /// # use answerable::{Accountability::{Clinical, Operational}, Line};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let lead = org.post("clinical-lead-general-paediatrics")?;
    /// assert_eq!(
    ///     lead.chain(Clinical).to_string(),
    ///     "Clinical Lead, General Paediatrics → Care Group Director, Children's"
    /// );
    /// assert_eq!(lead.chain(Operational).last().map(Line::to), org.get("trust-board"));
    /// assert_eq!(org.post("chair")?.chain(Operational).len(), 0); // not stated
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn chain(self, kind: Accountability) -> Chain<'o> {
        Chain {
            kind,
            reached: self,
        }
    }

    /// How many posts are above it in this kind, external ones among them: the
    /// length of its chain. Constant.
    ///
    /// ```
    /// # use answerable::Accountability::{Clinical, Operational};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let ward = org.post("ward-manager-childrens")?;
    /// assert_eq!(ward.depth(Operational), 5);
    /// assert_eq!(ward.depth(Clinical), 0); // not stated, so no top either
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn depth(self, kind: Accountability) -> usize {
        self.organisation().order(kind).depth(self.place())
    }

    /// Whether it is in the chain of `lower`, in which no post stands itself. Constant;
    /// a post of another organisation is not.
    ///
    /// ```
    /// # use answerable::Accountability::{Operational, Professional};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (nurse, ward) = (org.post("chief-nurse")?, org.post("ward-manager-childrens")?);
    /// assert!(nurse.is_above(ward, Professional));
    /// assert!(!nurse.is_above(ward, Operational));
    /// assert!(!ward.is_above(ward, Professional));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn is_above(self, lower: Post<'_>, kind: Accountability) -> bool {
        lower.place_in(self.organisation()).is_some_and(|lower| {
            self.organisation()
                .order(kind)
                .is_above(self.place(), lower)
        })
    }

    /// The lowest post that is in the chains of both, or is one of the two and in
    /// the chain of the other; of a post and itself, the post. None where the chains
    /// end apart, or `other` is of another organisation. Takes at most the length of
    /// a chain.
    ///
    /// ```
    /// # use answerable::Accountability::Operational;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (ward, lead) = (org.post("ward-manager-childrens")?, org.post("clinical-lead-general-paediatrics")?);
    /// assert_eq!(ward.nearest_common_superior(lead, Operational), org.get("care-group-director"));
    /// let physiotherapy = org.post("team-manager-physiotherapy")?;
    /// assert_eq!(ward.nearest_common_superior(physiotherapy, Operational), None); // it ends at its manager
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn nearest_common_superior(
        self,
        other: Post<'_>,
        kind: Accountability,
    ) -> Option<Post<'o>> {
        let org = self.organisation();
        let other = other.place_in(org)?;
        if other == self.place() {
            return Some(self);
        }
        let common = org.order(kind).nearest_common(self.place(), other)?;
        Some(Post::new(org, common))
    }
}
