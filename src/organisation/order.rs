//! A forest in preorder: everyone below is a slice, above is an interval test.

use std::ops::Range;

use crate::document::{NONE, Narrow, number};
use crate::steps::step;

use super::extent::Extent;
use super::preorder::{Nodes, Ranks};
use super::sizes::Sizes;
use super::spans::Spans;

/// The nodes of a forest numbered so that whoever contains others comes right
/// before them, siblings as declared.
///
/// INVARIANT(no-circle): built only from superiors that form no circle.
#[derive(Debug, Clone, Default)]
pub(crate) struct Order {
    /// The node right above each node, or [`NONE`].
    superior: Box<[u32]>,
    /// How many are directly below each node.
    span: Spans,
    /// How many are above, by rank.
    depth: Narrow,
    ranks: InOrder,
}

/// Where nodes stand in the order.
#[derive(Debug, Clone)]
enum InOrder {
    /// Every node is its own rank. One past the last node below each.
    Own(Box<[u32]>),
    /// Only some nodes are in the order: where each node stands, and the nodes by
    /// rank.
    Apart(Box<[Extent]>, Box<[u32]>),
}

impl Default for InOrder {
    fn default() -> Self {
        Self::Own(Box::default())
    }
}

impl Order {
    /// Orders `members`, given in declared order, by `superior` (a node for each
    /// node, or [`NONE`]). Linear.
    pub(crate) fn build(members: impl DoubleEndedIterator<Item = u32>, superior: Vec<u32>) -> Self {
        let Ranks { of, node } = Ranks::preorder(members, &superior);
        let rank_above = |&node: &u32| match superior[node as usize] {
            NONE => NONE,
            above => of[above as usize],
        };
        let above: Vec<u32> = node.iter().map(rank_above).collect();
        let Shape { end, depth } = Shape::of(&above);
        drop(above);
        let span = Spans::of(&superior);
        let extent = of.into_iter().map(|rank| match rank {
            NONE => Extent::OUTSIDE,
            rank => Extent {
                rank,
                end: end[rank as usize],
            },
        });
        Self {
            depth,
            span,
            ranks: InOrder::Apart(extent.collect(), node.into()),
            superior: superior.into(),
        }
    }

    /// The order of nodes that are in preorder already: each is its own rank.
    pub(crate) fn in_order(superior: Vec<u32>) -> Self {
        let Shape { end, depth } = Shape::of(&superior);
        Self {
            span: Spans::of(&superior),
            superior: superior.into(),
            depth,
            ranks: InOrder::Own(end.into()),
        }
    }

    /// How many nodes are in the order.
    pub(crate) fn len(&self) -> usize {
        match &self.ranks {
            InOrder::Own(end) => end.len(),
            InOrder::Apart(_, node) => node.len(),
        }
    }

    /// The rank of `node`, if it is in the order.
    #[inline]
    pub(crate) fn rank(&self, node: u32) -> Option<u32> {
        let rank = match &self.ranks {
            InOrder::Own(_) => node,
            InOrder::Apart(extent, _) => extent[node as usize].rank,
        };
        Some(rank).filter(|&rank| rank != NONE)
    }

    #[inline]
    pub(crate) fn node(&self, rank: u32) -> u32 {
        match &self.ranks {
            InOrder::Own(_) => rank,
            InOrder::Apart(_, node) => node[rank as usize],
        }
    }

    /// The nodes at some ranks.
    #[inline]
    pub(crate) fn nodes(&self, ranks: Range<u32>) -> Nodes<'_> {
        match &self.ranks {
            InOrder::Own(_) => Nodes::Own(ranks),
            InOrder::Apart(_, node) => {
                Nodes::Apart(node[ranks.start as usize..ranks.end as usize].iter())
            }
        }
    }

    /// Every node, by number, and how many are below it; 0 where it is not in the
    /// order.
    #[inline]
    pub(crate) fn sizes(&self) -> Sizes<'_> {
        let nodes = 0..number(self.superior.len());
        match &self.ranks {
            InOrder::Own(end) => Sizes::Own(nodes.zip(end)),
            InOrder::Apart(extent, _) => Sizes::Apart(nodes.zip(extent)),
        }
    }

    /// The rank right above `rank`.
    #[inline]
    pub(crate) fn above(&self, rank: u32) -> Option<u32> {
        self.rank(self.superior(self.node(rank))?)
    }

    /// The node right above `node`.
    #[inline]
    pub(crate) fn superior(&self, node: u32) -> Option<u32> {
        Some(self.superior[node as usize]).filter(|&above| above != NONE)
    }

    /// How many are above `node`.
    #[inline]
    pub(crate) fn depth(&self, node: u32) -> usize {
        let depth = |rank| self.depth.get(rank as usize) as usize;
        self.rank(node).map_or(0, depth)
    }

    /// How many are directly below `node`.
    #[inline]
    pub(crate) fn span(&self, node: u32) -> usize {
        self.span.get(node)
    }

    /// The ranks of everyone below `node`.
    #[inline]
    pub(crate) fn below(&self, node: u32) -> Range<u32> {
        let mut within = self.within(node);
        within.next();
        within
    }

    /// The ranks of `node` and everyone below it.
    #[inline]
    pub(crate) fn within(&self, node: u32) -> Range<u32> {
        match &self.ranks {
            InOrder::Own(end) => node..end[node as usize],
            InOrder::Apart(extent, _) => {
                let Extent { rank, end } = extent[node as usize];
                rank.min(end)..end
            }
        }
    }

    /// One past the last rank below `rank`.
    #[inline]
    pub(crate) fn end(&self, rank: u32) -> u32 {
        match &self.ranks {
            InOrder::Own(end) => end[rank as usize],
            InOrder::Apart(extent, node) => extent[node[rank as usize] as usize].end,
        }
    }

    /// Whether `upper` is above `lower`.
    #[inline]
    pub(crate) fn is_above(&self, upper: u32, lower: u32) -> bool {
        match &self.ranks {
            // Where the first fails no memory is read.
            InOrder::Own(end) => upper < lower && lower < end[upper as usize],
            InOrder::Apart(extent, _) => {
                extent[upper as usize].is_above(extent[lower as usize].rank)
            }
        }
    }

    /// Whether `inner` is `outer` or below it.
    #[inline]
    pub(crate) fn contains(&self, outer: u32, inner: u32) -> bool {
        outer == inner || self.is_above(outer, inner)
    }

    /// The lowest node that is, or is above, each of two; none where one is outside.
    /// Climbs from whichever comes first in the order until the other is inside.
    #[inline]
    pub(crate) fn nearest_common(&self, a: u32, b: u32) -> Option<u32> {
        match &self.ranks {
            InOrder::Own(end) => {
                let (mut upper, lower) = (a.min(b), a.max(b));
                while end[upper as usize] <= lower {
                    step();
                    upper = self.superior(upper)?;
                }
                Some(upper)
            }
            InOrder::Apart(extent, _) => {
                let (one, other) = (extent[a as usize], extent[b as usize]);
                if one.rank == NONE || other.rank == NONE {
                    return None;
                }
                let (mut upper, mut end, lower) = if one.rank <= other.rank {
                    (a, one.end, other.rank)
                } else {
                    (b, other.end, one.rank)
                };
                while end <= lower {
                    step();
                    upper = self.superior(upper)?;
                    end = extent[upper as usize].end;
                }
                Some(upper)
            }
        }
    }
}

/// How deep each rank is, and where what is below it ends.
struct Shape {
    end: Vec<u32>,
    depth: Narrow,
}

impl Shape {
    /// By the superior's rank of each rank, or [`NONE`].
    fn of(above: &[u32]) -> Self {
        let mut depth = vec![0_u32; above.len()];
        for (rank, &above) in above.iter().enumerate() {
            step();
            if above != NONE {
                depth[rank] = depth[above as usize] + 1;
            }
        }
        let depth = depth.into();
        let mut end: Vec<u32> = (0..number(above.len())).map(|rank| rank + 1).collect();
        for (rank, &above) in above.iter().enumerate().rev() {
            step();
            if above != NONE {
                end[above as usize] = end[rank].max(end[above as usize]);
            }
        }
        Self { end, depth }
    }
}
