//! How many are directly below each node.

use crate::document::{NONE, number};
use crate::steps::step;

/// What says that a span stands apart.
const WIDE: u8 = u8::MAX;

/// A byte for each node; the few that have more below them stand apart.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spans {
    narrow: Box<[u8]>,
    /// The nodes whose byte is [`WIDE`], in order, and how many.
    ///
    /// INVARIANT(wide): each of them, and no other.
    wide: Box<[(u32, u32)]>,
}

impl Spans {
    /// By the node above each node, or [`NONE`].
    pub(super) fn of(superior: &[u32]) -> Self {
        let mut spans = vec![0_u32; superior.len()];
        for &above in superior.iter().filter(|&&above| above != NONE) {
            step();
            spans[above as usize] += 1;
        }
        let narrow = |&span: &u32| u8::try_from(span).unwrap_or(WIDE);
        let all = (0..number(spans.len())).zip(spans.iter().copied());
        Self {
            narrow: spans.iter().map(narrow).collect(),
            wide: all.filter(|&(_, span)| span >= WIDE.into()).collect(),
        }
    }

    /// Constant, but where many are below: a search among such nodes.
    #[inline]
    pub(super) fn get(&self, node: u32) -> usize {
        match self.narrow[node as usize] {
            WIDE => self.wide(node),
            span => span.into(),
        }
    }

    #[cold]
    fn wide(&self, node: u32) -> usize {
        let at = self.wide.binary_search_by_key(&node, |&(node, _)| node);
        at.map_or(0, |at| self.wide[at].1 as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_whole_however_many_are_below() {
        let told = [0, 65_536, 1, 255, 254, 100_000, 256, 0, 65_535, 300];
        let mut superior = vec![NONE; told.len()];
        for (node, &reports) in (0..).zip(&told) {
            superior.extend(std::iter::repeat_n(node, reports));
        }
        let spans = Spans::of(&superior);
        let found = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(|node| spans.get(node));
        assert_eq!((&found[..10], found[10]), (&told[..], 0));
    }
}
