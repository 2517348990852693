//! How many are directly below each node.

use crate::document::{NONE, number};
use crate::steps::step;

/// A byte for each node; the few that have more below them stand apart.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spans {
    narrow: Box<[u8]>,
    /// The nodes whose byte is [`WIDE`], in order, and how many.
    wide: Box<[(u32, u32)]>,
}

const WIDE: u8 = u8::MAX;

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
    fn a_span_is_whole_however_many_are_below() {
        for reports in [0, 1, 254, 255, 256, 65_535, 65_536, 100_000] {
            let mut superior = vec![1; reports];
            superior.splice(0..0, [NONE, NONE]);
            let spans = Spans::of(&superior);
            let told = [0, 1].map(|node| spans.get(node));
            assert_eq!(told, [0, reports]);
        }
    }
}
