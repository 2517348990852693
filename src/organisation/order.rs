//! A forest in preorder: everyone below is a slice, above is an interval test.

use crate::document::{NONE, number};
use crate::steps::step;

/// The nodes of a forest numbered so that whoever contains others comes right
/// before them, siblings as declared.
///
/// INVARIANT(no-circle): built only from superiors that form no circle.
#[derive(Debug, Clone, Default)]
pub(crate) struct Order {
    /// The rank of each node, [`NONE`] for nodes outside; empty where every
    /// node is its own rank.
    rank: Vec<u32>,
    /// The node at each rank; empty likewise.
    node: Vec<u32>,
    /// The superior's rank, by rank.
    superior: Vec<u32>,
    /// One past the last rank below, by rank.
    end: Vec<u32>,
    depth: Vec<u32>,
    /// How many are directly below, by rank.
    span: Vec<u32>,
}

impl Order {
    /// Orders `members`, given in declared order, by `superior` (a node for each
    /// node, or [`NONE`]). Linear, without recursion.
    pub(crate) fn build(members: &[u32], superior: &[u32]) -> Self {
        let count = superior.len();
        let mut first_below = vec![NONE; count];
        let mut next_beside = vec![NONE; count];
        let mut first_top = NONE;
        for &member in members.iter().rev() {
            let above = superior[member as usize];
            let first = match above {
                NONE => &mut first_top,
                above => &mut first_below[above as usize],
            };
            next_beside[member as usize] = *first;
            *first = member;
        }
        let mut order = Self {
            rank: vec![NONE; count],
            ..Self::default()
        };
        let mut node = first_top;
        while node != NONE {
            order.enter(node, superior[node as usize]);
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
        order.close();
        order
    }

    fn enter(&mut self, node: u32, above: u32) {
        step();
        let rank = number(self.node.len());
        self.rank[node as usize] = rank;
        self.node.push(node);
        let (above, depth) = match above {
            NONE => (NONE, 0),
            above => {
                let above = self.rank[above as usize];
                (above, self.depth[above as usize] + 1)
            }
        };
        self.superior.push(above);
        self.depth.push(depth);
    }

    /// Works out where each subtree ends, from the last rank to the first.
    fn close(&mut self) {
        let count = self.node.len();
        self.end = (1..).take(count).collect();
        self.span = vec![0; count];
        for rank in (0..count).rev() {
            step();
            let above = self.superior[rank];
            if above != NONE {
                let end = self.end[rank];
                let outer = &mut self.end[above as usize];
                *outer = (*outer).max(end);
                self.span[above as usize] += 1;
            }
        }
    }

    /// The nodes in order, leaving the order with its ranks as nodes.
    pub(crate) fn take_nodes(&mut self) -> (Vec<u32>, Vec<u32>) {
        (
            std::mem::take(&mut self.node),
            std::mem::take(&mut self.rank),
        )
    }

    /// How many nodes are in the order.
    pub(crate) fn len(&self) -> usize {
        self.superior.len()
    }

    /// The rank of `node`, if it is in the order.
    #[inline]
    pub(crate) fn rank(&self, node: u32) -> Option<u32> {
        if self.rank.is_empty() {
            return (!self.superior.is_empty()).then_some(node);
        }
        Some(self.rank[node as usize]).filter(|&rank| rank != NONE)
    }

    #[inline]
    pub(crate) fn node(&self, rank: u32) -> u32 {
        if self.node.is_empty() {
            rank
        } else {
            self.node[rank as usize]
        }
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
        self.rank(node)
            .map_or(0, |rank| self.depth[rank as usize] as usize)
    }

    /// How many are directly below `node`.
    #[inline]
    pub(crate) fn span(&self, node: u32) -> usize {
        self.rank(node)
            .map_or(0, |rank| self.span[rank as usize] as usize)
    }

    /// The ranks of everyone below `node`.
    #[inline]
    pub(crate) fn below(&self, node: u32) -> std::ops::Range<u32> {
        self.rank(node)
            .map_or(0..0, |rank| rank + 1..self.end[rank as usize])
    }

    /// The ranks of `node` and everyone below it.
    #[inline]
    pub(crate) fn within(&self, node: u32) -> std::ops::Range<u32> {
        self.rank(node)
            .map_or(0..0, |rank| rank..self.end[rank as usize])
    }

    /// One past the last rank below `rank`.
    #[inline]
    pub(crate) fn end(&self, rank: u32) -> u32 {
        self.end[rank as usize]
    }

    /// Whether `upper` is above `lower`.
    #[inline]
    pub(crate) fn is_above(&self, upper: u32, lower: u32) -> bool {
        match (self.rank(upper), self.rank(lower)) {
            (Some(upper), Some(lower)) => upper < lower && lower < self.end[upper as usize],
            _ => false,
        }
    }

    /// Whether `inner` is `outer` or below it.
    #[inline]
    pub(crate) fn contains(&self, outer: u32, inner: u32) -> bool {
        outer == inner || self.is_above(outer, inner)
    }

    /// The lowest node that is, or is above, each of two. One walk up.
    pub(crate) fn nearest_common(&self, a: u32, b: u32) -> Option<u32> {
        let (a, b) = (self.rank(a)?, self.rank(b)?);
        let (mut upper, lower) = if a <= b { (a, b) } else { (b, a) };
        while lower >= self.end[upper as usize] {
            step();
            upper = self.above(upper)?;
        }
        Some(self.node(upper))
    }
}

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
