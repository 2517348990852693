//! A forest in preorder: everyone below is a slice, above is an interval test.

use std::iter::FusedIterator;
use std::ops::Range;

use crate::document::{NONE, Narrow, number};
use crate::steps::step;

/// The nodes of a forest numbered so that whoever contains others comes right
/// before them, siblings as declared.
///
/// INVARIANT(no-circle): built only from superiors that form no circle.
#[derive(Debug, Clone, Default)]
pub(crate) struct Order {
    /// The superior's rank, or [`NONE`], by rank.
    superior: Vec<u32>,
    /// One past the last rank below, by rank.
    end: Vec<u32>,
    /// How many are above, by rank.
    depth: Narrow,
    /// How many are directly below, by rank.
    span: Narrow,
    /// The ranks, unless every node is its own.
    ranks: Option<Ranks>,
}

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

impl Order {
    /// Orders `members`, given in declared order, by `superior` (a node for each
    /// node, or [`NONE`]). Linear.
    pub(crate) fn build(members: impl DoubleEndedIterator<Item = u32>, superior: &[u32]) -> Self {
        let ranks = Ranks::preorder(members, superior);
        let above = ranks.node.iter().map(|&node| superior[node as usize]);
        let above = above.map(|above| match above {
            NONE => NONE,
            above => ranks.of[above as usize],
        });
        Self::close(above.collect(), Some(ranks))
    }

    /// The order of nodes that are in preorder already: each is its own rank.
    pub(crate) fn in_order(superior: Vec<u32>) -> Self {
        Self::close(superior, None)
    }

    /// Works out how deep each rank is, and where what is below it ends.
    fn close(superior: Vec<u32>, ranks: Option<Ranks>) -> Self {
        let count = superior.len();
        let mut depth = vec![0_u32; count];
        for (rank, &above) in superior.iter().enumerate() {
            step();
            if above != NONE {
                depth[rank] = depth[above as usize] + 1;
            }
        }
        let depth = depth.into();
        let mut span = vec![0_u32; count];
        let mut end: Vec<u32> = (0..number(count)).map(|rank| rank + 1).collect();
        for (rank, &above) in superior.iter().enumerate().rev() {
            step();
            if above != NONE {
                span[above as usize] += 1;
                end[above as usize] = end[rank].max(end[above as usize]);
            }
        }
        Self {
            superior,
            end,
            depth,
            span: span.into(),
            ranks,
        }
    }

    /// How many nodes are in the order.
    pub(crate) fn len(&self) -> usize {
        self.end.len()
    }

    /// The rank of `node`; [`NONE`] if it is not in the order.
    #[inline]
    fn place(&self, node: u32) -> u32 {
        match &self.ranks {
            None => node,
            Some(ranks) => ranks.of[node as usize],
        }
    }

    /// The rank of `node`, if it is in the order.
    #[inline]
    pub(crate) fn rank(&self, node: u32) -> Option<u32> {
        Some(self.place(node)).filter(|&rank| rank != NONE)
    }

    #[inline]
    pub(crate) fn node(&self, rank: u32) -> u32 {
        match &self.ranks {
            None => rank,
            Some(ranks) => ranks.node[rank as usize],
        }
    }

    /// The nodes at some ranks.
    #[inline]
    pub(crate) fn nodes(&self, ranks: Range<u32>) -> Nodes<'_> {
        match &self.ranks {
            None => Nodes::Own(ranks),
            Some(of) => Nodes::Of(of.node[ranks.start as usize..ranks.end as usize].iter()),
        }
    }

    /// Every node and how many are below it, in order.
    #[inline]
    pub(crate) fn sizes(&self) -> impl ExactSizeIterator<Item = (u32, u32)> {
        let ranks = 0..number(self.len());
        ranks
            .zip(&self.end)
            .map(|(rank, end)| (self.node(rank), end - rank - 1))
    }

    /// The rank right above `rank`.
    #[inline]
    pub(crate) fn above(&self, rank: u32) -> Option<u32> {
        Some(self.superior[rank as usize]).filter(|&above| above != NONE)
    }

    /// The node right above `node`.
    #[inline]
    pub(crate) fn superior(&self, node: u32) -> Option<u32> {
        let above = self.above(self.rank(node)?)?;
        Some(self.node(above))
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
        let span = |rank| self.span.get(rank as usize) as usize;
        self.rank(node).map_or(0, span)
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
        let rank = self.place(node);
        match self.end.get(rank as usize) {
            Some(&end) => rank..end,
            None => 0..0,
        }
    }

    /// One past the last rank below `rank`.
    #[inline]
    pub(crate) fn end(&self, rank: u32) -> u32 {
        self.end[rank as usize]
    }

    /// Whether `upper` is above `lower`. [`NONE`], the rank of what is outside, is
    /// above nothing and at no end.
    #[inline]
    pub(crate) fn is_above(&self, upper: u32, lower: u32) -> bool {
        let (upper, lower) = (self.place(upper), self.place(lower));
        upper < lower && lower < self.end[upper as usize]
    }

    /// Whether `inner` is `outer` or below it.
    #[inline]
    pub(crate) fn contains(&self, outer: u32, inner: u32) -> bool {
        outer == inner || self.is_above(outer, inner)
    }

    /// The lowest node that is, or is above, each of two. One walk up.
    #[inline]
    pub(crate) fn nearest_common(&self, a: u32, b: u32) -> Option<u32> {
        let (a, b) = (self.rank(a)?, self.rank(b)?);
        let (mut upper, lower) = (a.min(b), a.max(b));
        while lower >= self.end[upper as usize] {
            step();
            upper = self.above(upper)?;
        }
        Some(self.node(upper))
    }
}

/// Some nodes in their order.
#[derive(Clone)]
pub(crate) enum Nodes<'o> {
    /// Each its own rank.
    Own(Range<u32>),
    Of(std::slice::Iter<'o, u32>),
}

impl Iterator for Nodes<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        match self {
            Self::Own(ranks) => ranks.next(),
            Self::Of(nodes) => nodes.next().copied(),
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::Own(ranks) => ranks.size_hint(),
            Self::Of(nodes) => nodes.size_hint(),
        }
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<u32> {
        match self {
            Self::Own(ranks) => ranks.nth(n),
            Self::Of(nodes) => nodes.nth(n).copied(),
        }
    }

    /// Asks once, and not at each node, which it is.
    #[inline]
    fn fold<B, F: FnMut(B, u32) -> B>(self, init: B, f: F) -> B {
        match self {
            Self::Own(ranks) => ranks.fold(init, f),
            Self::Of(nodes) => nodes.copied().fold(init, f),
        }
    }
}

impl DoubleEndedIterator for Nodes<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<u32> {
        match self {
            Self::Own(ranks) => ranks.next_back(),
            Self::Of(nodes) => nodes.next_back().copied(),
        }
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<u32> {
        match self {
            Self::Own(ranks) => ranks.nth_back(n),
            Self::Of(nodes) => nodes.nth_back(n).copied(),
        }
    }
}

impl ExactSizeIterator for Nodes<'_> {}

impl FusedIterator for Nodes<'_> {}

/// The circles among `superior` (a node for each node, or [`NONE`]): each whole,
/// from its least node upwards, the circles by their least node. Linear.
pub(crate) fn circles(superior: &[u32]) -> Vec<Vec<u32>> {
    let mut walk_of = vec![0_u32; superior.len()];
    let mut circles = Vec::new();
    for (walk, start) in (1..).zip(0..superior.len()) {
        let mut node = start;
        while walk_of[node] == 0 {
            step();
            walk_of[node] = walk;
            match superior[node] {
                NONE => break,
                above => node = above as usize,
            }
        }
        if walk_of[node] == walk && superior[node] != NONE {
            circles.push(circle_from(node, superior));
        }
    }
    circles.sort_unstable();
    circles
}

fn circle_from(on_it: usize, superior: &[u32]) -> Vec<u32> {
    let mut circle = Vec::new();
    let mut node = on_it;
    loop {
        step();
        circle.push(number(node));
        node = superior[node] as usize;
        if node == on_it {
            break;
        }
    }
    let least = (0..circle.len()).min_by_key(|&at| circle[at]).unwrap_or(0);
    circle.rotate_left(least);
    circle
}
