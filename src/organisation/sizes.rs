//! How many are below each node, node by node.

use std::iter::Zip;
use std::ops::Range;
use std::slice;

use super::extent::Extent;

/// Every node of an order and how many are below it.
pub(crate) enum Sizes<'o> {
    /// By where what is below each node ends.
    Own(Zip<Range<u32>, slice::Iter<'o, u32>>),
    Apart(Zip<Range<u32>, slice::Iter<'o, Extent>>),
}

#[inline]
fn own((node, end): (u32, &u32)) -> (u32, u32) {
    (node, end - node - 1)
}

#[inline]
fn apart((node, extent): (u32, &Extent)) -> (u32, u32) {
    (node, extent.end.saturating_sub(extent.rank.wrapping_add(1)))
}

impl Iterator for Sizes<'_> {
    type Item = (u32, u32);

    #[inline]
    fn next(&mut self) -> Option<(u32, u32)> {
        match self {
            Self::Own(ends) => ends.next().map(own),
            Self::Apart(extents) => extents.next().map(apart),
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::Own(ends) => ends.size_hint(),
            Self::Apart(extents) => extents.size_hint(),
        }
    }

    /// Asks once, and not at each node, which it is.
    #[inline]
    fn fold<B, F: FnMut(B, (u32, u32)) -> B>(self, init: B, f: F) -> B {
        match self {
            Self::Own(ends) => ends.map(own).fold(init, f),
            Self::Apart(extents) => extents.map(apart).fold(init, f),
        }
    }
}

impl ExactSizeIterator for Sizes<'_> {}
