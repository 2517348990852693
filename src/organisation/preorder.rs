//! Nodes of a forest, whoever contains others before them.

use std::iter::FusedIterator;
use std::ops::Range;

use crate::document::{NONE, number};
use crate::steps::step;

/// Nodes in preorder.
#[derive(Debug, Clone)]
pub(crate) struct Ranks {
    /// The rank of each node, [`NONE`] for nodes outside.
    pub(crate) of: Vec<u32>,
    /// The node at each rank.
    pub(crate) node: Vec<u32>,
}

impl Ranks {
    /// Orders `members`, given in declared order, by `superior` (a node for each
    /// node, or [`NONE`]). Linear, without recursion.
    pub(crate) fn preorder(
        members: impl DoubleEndedIterator<Item = u32>,
        superior: &[u32],
    ) -> Self {
        let count = superior.len();
        let mut first_below = vec![NONE; count];
        let mut next_beside = vec![NONE; count];
        let mut first_top = NONE;
        let mut members_left = 0;
        for member in members.rev() {
            members_left += 1;
            let above = superior[member as usize];
            let first = match above {
                NONE => &mut first_top,
                above => &mut first_below[above as usize],
            };
            next_beside[member as usize] = *first;
            *first = member;
        }
        let mut ranks = Self {
            of: vec![NONE; count],
            node: Vec::with_capacity(members_left),
        };
        let mut node = first_top;
        while node != NONE {
            step();
            ranks.of[node as usize] = number(ranks.node.len());
            ranks.node.push(node);
            let below = first_below[node as usize];
            if below != NONE {
                node = below;
                continue;
            }
            while node != NONE && next_beside[node as usize] == NONE {
                node = superior[node as usize];
            }
            if node != NONE {
                node = next_beside[node as usize];
            }
        }
        ranks
    }
}

/// Some nodes in their order.
#[derive(Clone)]
pub(crate) enum Nodes<'o> {
    /// Each its own rank.
    Own(Range<u32>),
    /// By ranks apart.
    Apart(std::slice::Iter<'o, u32>),
}

impl Iterator for Nodes<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        match self {
            Self::Own(ranks) => ranks.next(),
            Self::Apart(nodes) => nodes.next().copied(),
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::Own(ranks) => ranks.size_hint(),
            Self::Apart(nodes) => nodes.size_hint(),
        }
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<u32> {
        match self {
            Self::Own(ranks) => ranks.nth(n),
            Self::Apart(nodes) => nodes.nth(n).copied(),
        }
    }

    /// Asks once, and not at each node, which it is.
    #[inline]
    fn fold<B, F: FnMut(B, u32) -> B>(self, init: B, f: F) -> B {
        match self {
            Self::Own(ranks) => ranks.fold(init, f),
            Self::Apart(nodes) => nodes.copied().fold(init, f),
        }
    }
}

impl DoubleEndedIterator for Nodes<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<u32> {
        match self {
            Self::Own(ranks) => ranks.next_back(),
            Self::Apart(nodes) => nodes.next_back().copied(),
        }
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<u32> {
        match self {
            Self::Own(ranks) => ranks.nth_back(n),
            Self::Apart(nodes) => nodes.nth_back(n).copied(),
        }
    }
}

impl ExactSizeIterator for Nodes<'_> {}

impl FusedIterator for Nodes<'_> {}
