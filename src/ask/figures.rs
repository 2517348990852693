//! How many, how deep, how wide, and where are the ends?

use crate::Organisation;
use crate::model::Accountability;
use crate::view::{Post, Reason, Superior};

impl Organisation {
    /// The posts that count in figures: all but external ones, in document
    /// order.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert!(org.inside().all(|post| post.title() != "Care Quality Commission"));
    /// assert_eq!(org.inside().count() + 1, org.posts().count());
    /// ```
    #[must_use]
    pub fn inside(&self) -> impl DoubleEndedIterator<Item = Post<'_>> + Clone {
        self.posts().filter(|post| self.is_inside(post.place()))
    }

    /// The posts that answer to nobody in this kind, in document order. External
    /// posts are no tops, and neither is a post whose superior is not stated.
    ///
    /// ```
    /// # use answerable::Accountability::{Operational, Professional};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert!(org.tops(Professional).map(|post| post.title()).eq(["Medical Director", "Chief Nurse"]));
    /// assert!(org.tops(Operational).eq([org.post("trust-board")?])); // the Chair's superior is not stated
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn tops(&self, kind: Accountability) -> impl DoubleEndedIterator<Item = Post<'_>> {
        self.inside()
            .filter(move |post| post.superior(kind).is_none_above())
    }

    /// The posts inside whose superior of this kind is not stated, and why if that is
    /// told, in document order.
    ///
    /// ```
    /// # use answerable::{Accountability::Operational, Reason};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let unstated = org.unstated(Operational).map(|(post, why)| (post.title(), why.map(Reason::why)));
    /// assert!(unstated.eq([
    ///     ("Chair", Some("the governors who appoint the Chair are not in this part")),
    ///     ("General Manager, Children's", Some("said to support the Care Group Director, which is no line")),
    /// ]));
    /// ```
    #[must_use]
    pub fn unstated(
        &self,
        kind: Accountability,
    ) -> impl DoubleEndedIterator<Item = (Post<'_>, Option<Reason<'_>>)> {
        self.inside()
            .filter_map(move |post| match post.superior(kind) {
                Superior::Unstated(why) => Some((post, why)),
                Superior::Known(_) | Superior::NoneAbove(_) => None,
            })
    }

    /// How many posts stand one above another in this kind, at most: 0 without posts,
    /// 1 without lines. External posts do not count. Linear.
    ///
    /// ```
    /// # use answerable::Accountability::{Clinical, Operational};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.layers(Operational), 6); // from the Board to the Children's Ward
    /// assert_eq!(org.layers(Clinical), 2);
    /// ```
    #[must_use]
    pub fn layers(&self, kind: Accountability) -> usize {
        let order = self.order(kind);
        let mut top_counts = 0;
        let mut layers = usize::from(self.inside().next().is_some());
        for rank in (0..).take(order.len()) {
            let post = order.node(rank);
            let depth = order.depth(post);
            if depth == 0 {
                top_counts = usize::from(self.is_inside(post));
            }
            layers = layers.max(depth + top_counts);
        }
        layers
    }

    /// The most direct reports of this kind that any post has, those by rule among
    /// them ([`FindingCode::SpanTooWide`](crate::FindingCode::SpanTooWide) leaves them
    /// out); external posts do not count. Linear.
    ///
    /// ```
    /// # use answerable::Accountability::{Operational, Professional};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.widest_span(Operational), 3);
    /// assert_eq!(org.widest_span(Professional), 5); // of the Medical Director
    /// ```
    #[must_use]
    pub fn widest_span(&self, kind: Accountability) -> usize {
        self.inside().map(|post| post.span(kind)).max().unwrap_or(0)
    }
}

impl Post<'_> {
    /// How many posts stand one above another from the post downwards, at most: itself
    /// is one, unless it is external. Linear in the posts below.
    ///
    /// ```
    /// # use answerable::Accountability::Operational;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let director = org.post("care-group-director")?;
    /// assert_eq!(director.layers(Operational), 3); // itself, two reports and theirs
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn layers(self, kind: Accountability) -> usize {
        let depth = self.depth(kind);
        self.below(kind)
            .map(|post| post.depth(kind) - depth)
            .max()
            .unwrap_or(0)
            + usize::from(self.organisation().is_inside(self.place()))
    }
}
