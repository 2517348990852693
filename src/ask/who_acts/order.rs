//! In which order are deputies asked, and how many could act?

use foldhash::HashSet;

use crate::view::{Arrangement, Matter, Post};

use super::pools::Pools;
use super::{Absences, is_able};

/// The deputies asked at one point: one post, or a pool of which any may act.
///
/// ```
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let order = org.post("medical-director")?.deputising_order();
/// assert_eq!(order.len(), 1);
/// assert_eq!(order[0].removes(), 1);
/// let posts = order[0].posts().map(|post| post.id());
/// assert!(posts.eq(["care-group-director", "care-group-director-adults"])); // either may act
/// assert!(order[0].arrangements().iter().all(|terms| terms.is_pooled()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tier<'o> {
    removes: usize,
    arrangements: Vec<Arrangement<'o>>,
}

impl<'o> Tier<'o> {
    /// How many arrangements lead to them: 1 for deputies, 2 for theirs.
    #[must_use]
    pub fn removes(&self) -> usize {
        self.removes
    }

    /// The arrangements by which they are asked, as declared: of a deputy that several
    /// lead to, the first.
    #[must_use]
    pub fn arrangements(&self) -> &[Arrangement<'o>] {
        &self.arrangements
    }

    /// The deputies, likewise.
    #[must_use]
    pub fn posts(&self) -> impl DoubleEndedIterator<Item = Post<'o>> + ExactSizeIterator {
        self.arrangements.iter().map(|terms| terms.deputy())
    }
}

impl<'o> Post<'o> {
    /// The order in which deputies would be asked if each in turn could not act,
    /// in general: rank by rank, then theirs where an arrangement is onward,
    /// nearest remove first. Whoever is vacant is among them. Each post stands
    /// once, the post itself not at all. Takes at most one step for each arrangement of
    /// the posts asked.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let order = org.post("chief-executive")?.deputising_order();
    /// let titles = order.iter().flat_map(|tier| tier.posts()).map(|post| post.title());
    /// assert!(titles.eq(["Chief Operating Officer", "Medical Director"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn deputising_order(self) -> Vec<Tier<'o>> {
        order(self, None)
    }

    /// The same on this matter: with those whose arrangements are limited to it; on a
    /// personal matter only those. It costs as much.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let order = org.post("medical-director")?.deputising_order_on(org.matter("revalidation")?);
    /// let asked = order.iter().flat_map(|tier| tier.posts().map(|post| (tier.removes(), post.title())));
    /// assert!(asked.eq([
    ///     (1, "Associate Medical Director, Revalidation"),
    ///     (2, "Clinical Lead, General Paediatrics"), // the deputy's deputy
    /// ]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn deputising_order_on(self, matter: Matter<'o>) -> Vec<Tier<'o>> {
        order(self, Some(matter))
    }

    /// Its cover in depth: the posts that could act for it in general before
    /// cover reverts or fails, in the order in which they would be asked. Those
    /// who are vacant or away are left out; nominations do not count. Costs as much as
    /// [`Post::deputising_order`].
    ///
    /// ```
    /// # use answerable::Absences;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (one, other) = (org.post("care-group-director")?, org.post("care-group-director-adults")?);
    /// let director = org.post("medical-director")?;
    /// assert_eq!(director.could_act(&Absences::none()), [one, other]);
    /// assert_eq!(director.could_act(&Absences::of([one])?), [other]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn could_act(self, away: &Absences<'o>) -> Vec<Post<'o>> {
        able(&order(self, None), away)
    }

    /// The same on this matter.
    ///
    /// ```
    /// # use answerable::Absences;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let director = org.post("medical-director")?;
    /// let could_act = director.could_act_on(org.matter("revalidation")?, &Absences::none());
    /// assert_eq!(could_act, [org.post("clinical-lead-general-paediatrics")?]); // the associate is vacant
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn could_act_on(self, matter: Matter<'o>, away: &Absences<'o>) -> Vec<Post<'o>> {
        able(&order(self, Some(matter)), away)
    }
}

fn order<'o>(post: Post<'o>, matter: Option<Matter<'o>>) -> Vec<Tier<'o>> {
    let mut seen = HashSet::from_iter([post]);
    let mut pools = Pools::new(post.organisation(), matter);
    pools.open(post);
    let mut tiers = Vec::new();
    while let Some(removes) = pools.next_pool() {
        let counting =
            std::iter::from_fn(|| pools.ask()).filter(|asked| asked.discounted.is_none());
        let arrangements: Vec<_> = counting
            .map(|asked| asked.arrangement)
            .filter(|arrangement| seen.insert(arrangement.deputy()))
            .collect();
        if !arrangements.is_empty() {
            tiers.push(Tier {
                removes,
                arrangements,
            });
        }
    }
    tiers
}

fn able<'o>(order: &[Tier<'o>], away: &Absences<'o>) -> Vec<Post<'o>> {
    let posts = order.iter().flat_map(Tier::posts);
    posts.filter(|&post| is_able(post, away)).collect()
}
