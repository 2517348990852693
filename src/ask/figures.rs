//! How many, how deep, how wide, and where are the ends?

use crate::Organisation;
use crate::model::Accountability;
use crate::view::{Post, Reason, Superior};

impl Organisation {
    /// The posts that count in figures: all but external ones, in document
    /// order.
    #[must_use]
    pub fn inside(&self) -> impl DoubleEndedIterator<Item = Post<'_>> + Clone {
        self.posts().filter(|post| self.is_inside(post.place()))
    }

    /// The posts that answer to nobody in this kind, in document order. External
    /// posts are no tops, and neither is a post whose superior is not stated.
    ///
    /// ```
    /// # use answerable::{Accountability::{Clinical, Operational}, Organisation, PostRecord, Relation};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").none_above("answers to the board").deputised_by(["matron"]),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational).linked(Relation::Advises, "chief-nurse"),
    /// #     PostRecord::new("day", "Day Sister").accountable_to("matron", Operational).also_accountable_to("chief-nurse", Operational),
    /// #     PostRecord::new("night", "Night Sister").accountable_to("matron", Operational).unstated_in(Clinical, "not in the job description"),
    /// # ])?;
    /// assert!(org.tops(Operational).eq([org.post("chief-nurse")?]));
    /// assert_eq!(org.tops(Clinical).count(), 0); // not stated is no top
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn tops(&self, kind: Accountability) -> impl DoubleEndedIterator<Item = Post<'_>> {
        self.inside()
            .filter(move |post| post.superior(kind).is_none_above())
    }

    /// The posts whose superior of this kind is not stated, and why if that is
    /// told, in document order.
    ///
    /// ```
    /// # use answerable::{Accountability::{Clinical, Operational}, Organisation, PostRecord, Relation};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").none_above("answers to the board").deputised_by(["matron"]),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational).linked(Relation::Advises, "chief-nurse"),
    /// #     PostRecord::new("day", "Day Sister").accountable_to("matron", Operational).also_accountable_to("chief-nurse", Operational),
    /// #     PostRecord::new("night", "Night Sister").accountable_to("matron", Operational).unstated_in(Clinical, "not in the job description"),
    /// # ])?;
    /// let why = org.unstated(Clinical).find_map(|(post, why)| Some((post.title(), why?.why())));
    /// assert_eq!(why, Some(("Night Sister", "not in the job description")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
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

    /// The longest chain of this kind, in posts; external posts do not count.
    /// Linear.
    ///
    /// ```
    /// # use answerable::{Accountability::{Clinical, Operational}, Organisation, PostRecord, Relation};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").none_above("answers to the board").deputised_by(["matron"]),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational).linked(Relation::Advises, "chief-nurse"),
    /// #     PostRecord::new("day", "Day Sister").accountable_to("matron", Operational).also_accountable_to("chief-nurse", Operational),
    /// #     PostRecord::new("night", "Night Sister").accountable_to("matron", Operational).unstated_in(Clinical, "not in the job description"),
    /// # ])?;
    /// assert_eq!(org.layers(Operational), 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
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

    /// The most direct reports of this kind that any post has; external posts do
    /// not count. Linear.
    ///
    /// ```
    /// # use answerable::{Accountability::{Clinical, Operational}, Organisation, PostRecord, Relation};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").none_above("answers to the board").deputised_by(["matron"]),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational).linked(Relation::Advises, "chief-nurse"),
    /// #     PostRecord::new("day", "Day Sister").accountable_to("matron", Operational).also_accountable_to("chief-nurse", Operational),
    /// #     PostRecord::new("night", "Night Sister").accountable_to("matron", Operational).unstated_in(Clinical, "not in the job description"),
    /// # ])?;
    /// assert_eq!(org.widest_span(Operational), 2); // the sisters of the matron
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn widest_span(&self, kind: Accountability) -> usize {
        self.inside().map(|post| post.span(kind)).max().unwrap_or(0)
    }
}

impl Post<'_> {
    /// The longest chain of this kind that ends at the post, in posts, itself
    /// included unless it is external. Linear in the posts below.
    ///
    /// ```
    /// # use answerable::{Accountability::{Clinical, Operational}, Organisation, PostRecord, Relation};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").none_above("answers to the board").deputised_by(["matron"]),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational).linked(Relation::Advises, "chief-nurse"),
    /// #     PostRecord::new("day", "Day Sister").accountable_to("matron", Operational).also_accountable_to("chief-nurse", Operational),
    /// #     PostRecord::new("night", "Night Sister").accountable_to("matron", Operational).unstated_in(Clinical, "not in the job description"),
    /// # ])?;
    /// assert_eq!(org.post("matron")?.layers_below(Operational), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn layers_below(self, kind: Accountability) -> usize {
        let depth = self.depth(kind);
        self.below(kind)
            .map(|post| post.depth(kind) - depth)
            .max()
            .unwrap_or(0)
            + usize::from(self.organisation().is_inside(self.place()))
    }
}
