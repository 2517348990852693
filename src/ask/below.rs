//! Who answers to a post, directly and at any remove?

use std::fmt;
use std::iter::FusedIterator;

use crate::Organisation;
use crate::model::Accountability;
use crate::organisation::Nodes;
use crate::steps::step;
use crate::view::{Line, Post};

/// Everyone below a post in one kind: a superior before its reports, reports as
/// declared. Made in constant time; it knows its length and goes both ways.
///
/// ```
/// # use answerable::Accountability::Operational;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let mut below = org.post("care-group-director")?.below(Operational);
/// assert_eq!(below.len(), 5);
/// assert_eq!(below.next(), org.get("head-of-nursing-childrens"));
/// assert_eq!(below.next(), org.get("ward-manager-childrens")); // before the other reports
/// assert_eq!(below.next_back(), org.get("senior-leadership-team"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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

/// The lines of one kind that end at a post, in the order in which the posts they
/// leave are declared. It knows its length; each step is constant.
///
/// ```
/// # use answerable::Accountability::Clinical;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let reports = org.post("care-group-director")?.reports(Clinical);
/// assert_eq!(reports.len(), 2);
/// assert!(reports.clone().all(|line| line.headship().is_some())); // both by rule
/// let posts = reports.map(|line| line.from().title());
/// assert!(posts.eq(["Clinical Lead, General Paediatrics", "Consultants, General Paediatrics"]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    /// # use answerable::Accountability::Operational;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let reports = org.post("care-group-director")?.reports(Operational);
    /// assert!(reports.map(|line| line.from().title()).eq([
    ///     "Head of Nursing, Children's",
    ///     "Clinical Lead, General Paediatrics",
    ///     "Senior Leadership Team, Children's",
    /// ])); // the General Manager supports the post, which is no line
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

    /// How many direct reports it has in this kind. Constant; where there are 255 or
    /// more, a search among the posts of which that is so.
    ///
    /// ```
    /// # use answerable::Accountability::{Operational, Professional};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let director = org.post("medical-director")?;
    /// assert_eq!(director.span(Professional), 5);
    /// assert_eq!(director.span(Operational), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn span(self, kind: Accountability) -> usize {
        self.organisation().order(kind).span(self.place())
    }

    /// How many of its direct reports in this kind have their line by rule. Linear in
    /// the span, constant where no rule gives lines of the kind.
    ///
    /// ```
    /// # use answerable::Accountability::{Operational, Professional};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let director = org.post("medical-director")?;
    /// assert_eq!(director.span_by_rule(Professional), 5); // none of the five lines was told
    /// assert_eq!(director.span_by_rule(Operational), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    /// reports as declared. Made in constant time; its length is the size of what is
    /// below.
    ///
    /// ```
    /// # use answerable::Accountability::Professional;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let nurses = org.post("chief-nurse")?.below(Professional);
    /// assert_eq!(nurses.len(), 3);
    /// assert!(nurses.map(|post| post.title()).eq([
    ///     "Head of Nursing, Children's",
    ///     "Ward Manager, Children's Ward",
    ///     "Head of Nursing, Adult Community",
    /// ]));
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
    /// order whatever the kind. Constant for each.
    ///
    /// ```
    /// # use answerable::Accountability::Professional;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let sizes = org.sizes_below(Professional).map(|(post, below)| (post.id(), below));
    /// assert!(sizes.filter(|&(_, below)| below > 0).eq([
    ///     ("head-of-nursing-childrens", 1), // the Chief Operating Officer stands before the Chief Nurse
    ///     ("medical-director", 5),
    ///     ("chief-nurse", 3),
    /// ]));
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
