//! Where do the chains of two kinds part, and do they meet again?

use crate::model::Accountability;
use crate::view::{Line, Post};

/// Where two chains from one post part and meet again.
///
/// ```
/// # use answerable::Accountability::{Clinical, Operational};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let lead = org.post("clinical-lead-general-paediatrics")?;
/// let parting = lead.parting(Operational, Clinical).expect("one goes on");
/// assert_eq!(parting.at, org.post("care-group-director")?); // there the clinical one ends
/// assert_eq!(parting.meet, None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
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
    /// # use answerable::Accountability::{Clinical, Operational};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let consultants = org.post("consultants-paediatrics")?;
    /// let parting = consultants.parting(Operational, Clinical).expect("two superiors");
    /// assert_eq!(parting.at, consultants);
    /// assert_eq!(parting.meet, org.get("care-group-director"));
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
