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

    /// Every fact that the rest of the chain rests on, line by line.
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
    /// # use answerable::{Accountability::Operational, Line, Organisation, PostRecord};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse"),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational),
    /// #     PostRecord::new("sister", "Sister").accountable_to("matron", Operational),
    /// # ])?;
    /// let sister = org.post("sister")?;
    /// assert_eq!(sister.chain(Operational).to_string(), "Sister → Matron → Chief Nurse");
    /// assert_eq!(sister.chain(Operational).last().map(Line::to), org.get("chief-nurse"));
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

    /// How many posts are above it in this kind: the length of its chain.
    /// Constant.
    ///
    /// ```
    /// # use answerable::{Accountability::{Clinical, Operational}, Organisation, PostRecord, Relation};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").none_above("answers to the board").deputised_by(["matron"]),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational).linked(Relation::Advises, "chief-nurse"),
    /// #     PostRecord::new("day", "Day Sister").accountable_to("matron", Operational).also_accountable_to("chief-nurse", Operational),
    /// #     PostRecord::new("night", "Night Sister").accountable_to("matron", Operational).unstated_in(Clinical, "not in the job description"),
    /// # ])?;
    /// assert_eq!(org.post("night")?.depth(Operational), 2);
    /// assert_eq!(org.post("night")?.depth(Clinical), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn depth(self, kind: Accountability) -> usize {
        self.organisation().order(kind).depth(self.place())
    }

    /// Whether it is in the chain of `lower`. Constant; a post of another
    /// organisation is not.
    ///
    /// ```
    /// # use answerable::{Accountability::{Clinical, Operational}, Organisation, PostRecord, Relation};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").none_above("answers to the board").deputised_by(["matron"]),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational).linked(Relation::Advises, "chief-nurse"),
    /// #     PostRecord::new("day", "Day Sister").accountable_to("matron", Operational).also_accountable_to("chief-nurse", Operational),
    /// #     PostRecord::new("night", "Night Sister").accountable_to("matron", Operational).unstated_in(Clinical, "not in the job description"),
    /// # ])?;
    /// assert!(org.post("chief-nurse")?.is_above(org.post("night")?, Operational));
    /// assert!(!org.post("day")?.is_above(org.post("night")?, Operational));
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
    /// # use answerable::{Accountability::{Clinical, Operational}, Organisation, PostRecord, Relation};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").none_above("answers to the board").deputised_by(["matron"]),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational).linked(Relation::Advises, "chief-nurse"),
    /// #     PostRecord::new("day", "Day Sister").accountable_to("matron", Operational).also_accountable_to("chief-nurse", Operational),
    /// #     PostRecord::new("night", "Night Sister").accountable_to("matron", Operational).unstated_in(Clinical, "not in the job description"),
    /// # ])?;
    /// let common = org.post("day")?.nearest_common_superior(org.post("night")?, Operational);
    /// assert_eq!(common, org.get("matron"));
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
