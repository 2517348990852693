//! The floor: what an answer takes at least, from bare arrays.
//!
//! Posts are numbered in operational preorder, superiors first, siblings as
//! declared, and each kind has arrays of its own by that one number.

use crate::dice::{NONE, number};

/// The arrays of one kind.
pub(crate) struct Bare {
    pub(crate) superior: Vec<u32>,
    /// Where each post stands in the preorder of the kind, and where those below
    /// it end; nowhere for a post without lines.
    pub(crate) extent: Vec<[u32; 2]>,
    /// The second of these alone: all it takes where the number is the place.
    pub(crate) end: Vec<u32>,
    pub(crate) span: Vec<u32>,
    /// The posts in that preorder.
    pub(crate) node: Vec<u32>,
}

impl Bare {
    /// The arrays of a forest told by superiors. Posts that are neither above nor
    /// below any other are left out, if `is_sparse`.
    pub(crate) fn of(superior: &[u32], is_sparse: bool) -> Self {
        let mut span = vec![0; superior.len()];
        for &above in superior.iter().filter(|&&above| above != NONE) {
            span[above as usize] += 1;
        }
        let node = preorder(superior, |post| is_sparse && span[post] == 0);
        let mut extent = vec![[NONE, 0]; superior.len()];
        for (place, &post) in (0..).zip(&node) {
            extent[post as usize] = [place, place + 1];
        }
        for &post in node.iter().rev() {
            let above = superior[post as usize];
            if above != NONE {
                let end = extent[post as usize][1];
                let outer = &mut extent[above as usize][1];
                *outer = end.max(*outer);
            }
        }
        Self {
            superior: superior.to_vec(),
            end: extent.iter().map(|extent| extent[1]).collect(),
            extent,
            span,
            node,
        }
    }

    /// The chain of a post, walked: the sum of its numbers.
    #[inline]
    pub(crate) fn chain(&self, post: u32) -> u64 {
        let mut sum = 0;
        let mut at = self.superior[post as usize];
        while at != NONE {
            sum += u64::from(at);
            at = self.superior[at as usize];
        }
        sum
    }

    /// Whether one is above the other, where numbers are places.
    #[inline]
    pub(crate) fn is_above_by_number(&self, upper: u32, lower: u32) -> bool {
        upper < lower && lower < self.end[upper as usize]
    }

    #[inline]
    pub(crate) fn is_above(&self, upper: u32, lower: u32) -> bool {
        let [start, end] = self.extent[upper as usize];
        let [lower, _] = self.extent[lower as usize];
        start < lower && lower < end
    }

    /// Everyone below a post: what is in their slice, together.
    #[inline]
    pub(crate) fn below(&self, post: u32) -> u64 {
        let [start, end] = self.extent[post as usize];
        let slice = &self.node[start as usize + 1..end as usize];
        u64::from(slice.iter().fold(0, |all, &post| all ^ post))
    }

    /// The nearest common superior, where numbers are places.
    #[inline]
    pub(crate) fn common_by_number(&self, a: u32, b: u32) -> u32 {
        let (mut upper, lower) = (a.min(b), a.max(b));
        while upper != NONE && self.end[upper as usize] <= lower {
            upper = self.superior[upper as usize];
        }
        upper
    }

    #[inline]
    pub(crate) fn common(&self, a: u32, b: u32) -> u32 {
        let (one, other) = (self.extent[a as usize][0], self.extent[b as usize][0]);
        if one == NONE || other == NONE {
            return if a == b { a } else { NONE };
        }
        let (mut upper, lower) = if one <= other { (a, other) } else { (b, one) };
        while upper != NONE && self.extent[upper as usize][1] <= lower {
            upper = self.superior[upper as usize];
        }
        upper
    }

    /// How many are below every post, together, where numbers are places: one run
    /// through where they end.
    pub(crate) fn sum_of_sizes_by_number(&self) -> u64 {
        let sizes = (1..).zip(&self.end).map(|(next, end)| end - next);
        sizes.map(u64::from).sum()
    }

    pub(crate) fn sum_of_sizes(&self) -> u64 {
        let size = |&[start, end]: &[u32; 2]| end.saturating_sub(start.wrapping_add(1));
        self.extent.iter().map(size).map(u64::from).sum()
    }
}

/// The posts of a forest, each before those below it, siblings as numbered. Tops
/// for which `is_idle` says so are left out.
pub(crate) fn preorder(superior: &[u32], is_idle: impl Fn(usize) -> bool) -> Vec<u32> {
    let mut first = vec![NONE; superior.len()];
    let mut next = vec![NONE; superior.len()];
    let mut waiting = Vec::new();
    for post in (0..superior.len()).rev() {
        match superior[post] {
            NONE if is_idle(post) => {}
            NONE => waiting.push(number(post)),
            above => {
                next[post] = first[above as usize];
                first[above as usize] = number(post);
            }
        }
    }
    let mut order = Vec::with_capacity(superior.len());
    while let Some(post) = waiting.pop() {
        order.push(post);
        let beside = next[post as usize];
        if beside != NONE {
            waiting.push(beside);
        }
        if first[post as usize] != NONE {
            waiting.push(first[post as usize]);
        }
    }
    order
}

/// Whether superiors go round in a circle: a walk that colours.
pub(crate) fn has_circle(superior: &[u32]) -> bool {
    let mut colour = vec![0_u8; superior.len()];
    let mut way = Vec::new();
    let mut found = false;
    for start in 0..number(superior.len()) {
        let mut at = start;
        while at != NONE && colour[at as usize] == 0 {
            colour[at as usize] = 1;
            way.push(at);
            at = superior[at as usize];
        }
        found |= at != NONE && colour[at as usize] == 1;
        for post in way.drain(..) {
            colour[post as usize] = 2;
        }
    }
    found
}
