//! Where do the chains of two kinds part, and do they meet again?

use crate::model::Accountability;
use crate::view::{Line, Post};

/// Where two chains from one post part and meet again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Parting<'o> {
    /// The last post up to which the chains are the same: the post asked about,
    /// if they part at once.
    pub at: Post<'o>,
    /// The first post above that in the first chain which is also in the second.
    pub meet: Option<Post<'o>>,
}

impl<'o> Post<'o> {
    /// Where its chains of two kinds part, and where they meet again, in the
    /// order of the first. None where they are the same to the end. Linear in the
    /// chains.
    ///
    /// ```
    /// # use answerable::{Accountability::{Operational, Professional}, Organisation, PostRecord};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-executive", "Chief Executive"),
    /// #     PostRecord::new("general-manager", "General Manager").accountable_to("chief-executive", Operational),
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").accountable_to("chief-executive", Professional),
    /// #     PostRecord::new("matron", "Matron")
    /// #         .accountable_to("general-manager", Operational)
    /// #         .accountable_to("chief-nurse", Professional),
    /// # ])?;
    /// let matron = org.post("matron")?;
    /// let parting = matron.parting(Operational, Professional).expect("two superiors");
    /// assert_eq!(parting.at, matron);
    /// assert_eq!(parting.meet, org.get("chief-executive"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn parting(self, first: Accountability, second: Accountability) -> Option<Parting<'o>> {
        let mut at = self;
        let (mut ours, mut theirs) = (self.chain(first), self.chain(second));
        let rest = loop {
            match (ours.next(), theirs.next()) {
                (None, None) => return None,
                (Some(a), Some(b)) if a.to() == b.to() => at = a.to(),
                (a, _) => break a.into_iter().chain(ours),
            }
        };
        let meet = rest.map(Line::to).find(|post| post.is_above(at, second));
        Some(Parting { at, meet })
    }
}
