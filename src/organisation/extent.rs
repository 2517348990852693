//! Where a node stands among the others, and where those below it end.

use crate::document::NONE;

/// The rank of a node and one past the last rank below it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    pub(super) rank: u32,
    pub(super) end: u32,
}

impl Extent {
    /// Of a node that is not in the order: above nothing, below nothing.
    pub(super) const OUTSIDE: Self = Self { rank: NONE, end: 0 };

    /// Whether a rank is below: whether it is fewer after the first below than the
    /// end is. One comparison, since which of two fails first cannot be foreseen.
    #[inline]
    pub(super) fn is_above(self, lower: u32) -> bool {
        let first = self.rank.wrapping_add(1);
        lower.wrapping_sub(first) < self.end.wrapping_sub(first)
    }
}
