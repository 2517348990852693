//! Who answers to a post, directly and at any remove?

use std::fmt;
use std::iter::FusedIterator;

use crate::Organisation;
use crate::model::Accountability;
use crate::organisation::Nodes;
use crate::steps::step;
use crate::view::{Line, Post};

/// Everyone below a post in one kind: a superior before its reports, reports as
/// declared. To have it is constant; it knows its length and goes both ways.
#[derive(Clone)]
pub struct Below<'o> {
    of: Post<'o>,
    kind: Accountability,
    posts: Nodes<'o>,
}

impl<'o> Below<'o> {
    #[inline]
    fn post(&self, at: u32) -> Post<'o> {
        Post::new(self.of.organisation(), at)
    }
}

impl<'o> Iterator for Below<'o> {
    type Item = Post<'o>;

    #[inline]
    fn next(&mut self) -> Option<Post<'o>> {
        let post = self.posts.next()?;
        step();
        Some(self.post(post))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.posts.size_hint()
    }

    fn nth(&mut self, n: usize) -> Option<Post<'o>> {
        let post = self.posts.nth(n)?;
        Some(self.post(post))
    }

    #[inline]
    fn fold<B, F: FnMut(B, Post<'o>) -> B>(self, init: B, mut f: F) -> B {
        let org = self.of.organisation();
        self.posts.fold(init, |all, post| {
            step();
            f(all, Post::new(org, post))
        })
    }

    fn count(self) -> usize {
        self.posts.len()
    }

    fn last(mut self) -> Option<Post<'o>> {
        self.next_back()
    }
}

impl DoubleEndedIterator for Below<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let post = self.posts.next_back()?;
        Some(self.post(post))
    }

    fn nth_back(&mut self, n: usize) -> Option<Self::Item> {
        let post = self.posts.nth_back(n)?;
        Some(self.post(post))
    }
}

impl ExactSizeIterator for Below<'_> {}

impl FusedIterator for Below<'_> {}

impl fmt::Debug for Below<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Below({:?}, {}, {} posts)",
            self.of.id(),
            self.kind,
            self.len()
        )
    }
}

/// The lines of one kind that end at a post, as their posts are declared. It
/// knows its length; each step is constant.
#[derive(Clone)]
pub struct Reports<'o> {
    to: Post<'o>,
    kind: Accountability,
    next: u32,
    left: usize,
}

impl<'o> Iterator for Reports<'o> {
    type Item = Line<'o>;

    #[inline]
    fn next(&mut self) -> Option<Line<'o>> {
        self.left = self.left.checked_sub(1)?;
        step();
        let org = self.to.organisation();
        let order = org.order(self.kind);
        let rank = self.next;
        self.next = order.end(rank);
        Some(Line::new(
            Post::new(org, order.node(rank)),
            self.to,
            self.kind,
        ))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Reports<'_> {}

impl FusedIterator for Reports<'_> {}

impl fmt::Debug for Reports<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Reports({:?}, {}, {} lines)",
            self.to.id(),
            self.kind,
            self.left
        )
    }
}

impl<'o> Post<'o> {
    /// The lines of this kind that end at the post: its direct reports, as
    /// declared. Lines by rule are among them; `also` lines are
    /// [apart](Post::also_reports).
    ///
    /// ```
    /// # use answerable::{Accountability::{Clinical, Operational}, Organisation, PostRecord, Relation};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").none_above("answers to the board").deputised_by(["matron"]),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational).linked(Relation::Advises, "chief-nurse"),
    /// #     PostRecord::new("day", "Day Sister").accountable_to("matron", Operational).also_accountable_to("chief-nurse", Operational),
    /// #     PostRecord::new("night", "Night Sister").accountable_to("matron", Operational).unstated_in(Clinical, "not in the job description"),
    /// # ])?;
    /// let reports = org.post("matron")?.reports(Operational);
    /// assert!(reports.map(|line| line.from().title()).eq(["Day Sister", "Night Sister"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn reports(self, kind: Accountability) -> Reports<'o> {
        let order = self.organisation().order(kind);
        let next = order.below(self.place()).start;
        Reports {
            to: self,
            kind,
            next,
            left: order.span(self.place()),
        }
    }

    /// How many direct reports it has in this kind. Constant.
    ///
    /// ```
    /// # use answerable::{Accountability::{Clinical, Operational}, Organisation, PostRecord, Relation};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").none_above("answers to the board").deputised_by(["matron"]),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational).linked(Relation::Advises, "chief-nurse"),
    /// #     PostRecord::new("day", "Day Sister").accountable_to("matron", Operational).also_accountable_to("chief-nurse", Operational),
    /// #     PostRecord::new("night", "Night Sister").accountable_to("matron", Operational).unstated_in(Clinical, "not in the job description"),
    /// # ])?;
    /// assert_eq!(org.post("matron")?.span(Operational), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn span(self, kind: Accountability) -> usize {
        self.organisation().order(kind).span(self.place())
    }

    /// How many of those have their line by rule. Linear in the span, constant
    /// where no rule gives lines of the kind.
    #[must_use]
    pub fn span_by_rule(self, kind: Accountability) -> usize {
        if self.organisation().by_rule[kind as usize].len() == 0 {
            return 0;
        }
        self.reports(kind)
            .filter(|line| line.headship().is_some())
            .count()
    }

    /// Everyone below the post in this kind: a superior before its reports,
    /// reports as declared. Constant to have; its length is the size of what is
    /// below.
    ///
    /// ```
    /// # use answerable::{Accountability::Operational, Organisation, PostRecord};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse"),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational),
    /// #     PostRecord::new("sister", "Sister").accountable_to("matron", Operational),
    /// # ])?;
    /// let below = org.post("chief-nurse")?.below(Operational);
    /// assert_eq!(below.len(), 2);
    /// assert_eq!(below.map(|post| post.title()).collect::<Vec<_>>(), ["Matron", "Sister"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn below(self, kind: Accountability) -> Below<'o> {
        let order = self.organisation().order(kind);
        Below {
            of: self,
            kind,
            posts: order.nodes(order.below(self.place())),
        }
    }
}

impl Organisation {
    /// How many are below each post in this kind: every post, in operational tree
    /// order. Constant for each.
    ///
    /// ```
    /// # use answerable::{Accountability::Operational, Organisation, PostRecord};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse"),
    /// #     PostRecord::new("sister", "Sister").accountable_to("matron", Operational),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational),
    /// # ])?;
    /// let sizes = org.sizes_below(Operational).map(|(post, below)| (post.title(), below));
    /// assert!(sizes.eq([("Chief Nurse", 2), ("Matron", 1), ("Sister", 0)]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn sizes_below(
        &self,
        kind: Accountability,
    ) -> impl ExactSizeIterator<Item = (Post<'_>, usize)> {
        let sizes = self.order(kind).sizes();
        sizes.map(|(post, below)| (Post::new(self, post), below as usize))
    }
}
