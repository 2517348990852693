//! Where blocks and their cards stand across the chart.
//!
//! The blocks below a card are packed as closely as the outlines of what is below
//! them allow, and a card stands in the middle of them. Linear: of two outlines
//! only what is common to both is walked.

use std::ops::Range;

use super::blocks::{BETWEEN, Blocks, indent};
use super::cards::Face;
use super::contour::{Outline, Span};
use super::{AFTER_LANES, BEFORE_LANES};

impl Blocks {
    /// Packs the blocks below each, the lowest first, and then the tops.
    pub(super) fn pack(&mut self, tops: Range<usize>) {
        let mut outlines = vec![Outline::default(); self.all.len()];
        let starts = self.starts();
        for at in (0..self.all.len()).rev() {
            let below = self.all[at].below.clone();
            let mut outline = self.side_by_side(below, &mut outlines).unwrap_or_default();
            let wide = self.all[at].across.end;
            for _ in 0..self.layers_taken(at, &starts) {
                outline.add(Span {
                    start: -wide / 2,
                    end: wide - wide / 2,
                });
            }
            outlines[at] = outline;
        }
        self.side_by_side(tops, &mut outlines);
        let mut least = i32::MAX;
        let mut middles = vec![0; self.all.len()];
        for at in 0..self.all.len() {
            let block = &self.all[at];
            let above = block.above.map(|card| self.block_of[card as usize]);
            let middle = above.map_or(0, |above| middles[above as usize]) + block.offset;
            middles[at] = middle;
            least = least.min(middle - block.across.end / 2);
        }
        for (block, middle) in self.all.iter_mut().zip(middles) {
            let start = middle - block.across.end / 2 - least;
            block.across = Span {
                start,
                end: start + block.across.end,
            };
        }
    }

    /// Where each layer begins along, where nothing runs between them.
    fn starts(&self) -> Vec<i32> {
        let layers = self.along().into_iter();
        layers
            .scan(0, |next, reach| {
                let start = *next;
                *next += reach + BEFORE_LANES + AFTER_LANES;
                Some(start)
            })
            .collect()
    }

    /// How many layers a block reaches into, with the lines that lead to them: one
    /// that stretches its layer does not reach past it.
    fn layers_taken(&self, at: usize, starts: &[i32]) -> usize {
        let block = &self.all[at];
        let end = starts[block.layer] + block.along + BETWEEN;
        let next = starts[block.layer + 1..].iter();
        1 + next.take_while(|&start| start - AFTER_LANES < end).count()
    }

    /// Packs blocks side by side, and gives their common outline about the middle
    /// between the first and the last.
    fn side_by_side(&mut self, blocks: Range<usize>, outlines: &mut [Outline]) -> Option<Outline> {
        let mut all: Option<Outline> = None;
        for at in blocks.clone() {
            let next = std::mem::take(&mut outlines[at]);
            self.all[at].offset = match &mut all {
                None => {
                    all = Some(next);
                    0
                }
                Some(before) => before.join(next),
            };
        }
        let middle = |at: Option<usize>| at.map_or(0, |at| self.all[at].offset);
        let middle = i32::midpoint(middle(blocks.clone().next()), middle(blocks.clone().last()));
        for at in blocks {
            self.all[at].offset -= middle;
        }
        all.map(|outline| outline.moved(-middle))
    }

    /// Places each card in its block.
    pub(super) fn place(&mut self, faces: &[Face], side: &dyn Fn(&[u32]) -> i32) {
        for block in &self.all {
            let mut start = block.across.start;
            for cards in block.cards.chunks(block.column.unwrap_or(1)) {
                let indent = block.column.map_or(0, |_| indent(block.above));
                let mut within = 0;
                let mut widest = 0;
                for &card in cards {
                    let face = &faces[card as usize];
                    let first = start + indent;
                    self.across[card as usize] = Span {
                        start: first,
                        end: first + face.across,
                    };
                    self.within[card as usize] = within;
                    within += face.along + BETWEEN;
                    widest = widest.max(face.across);
                }
                start += indent + widest + block.column.map_or(0, |_| side(cards));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::draw::cases::forest;

    use super::*;

    #[test]
    fn a_card_stands_above_the_middle_of_those_below_it() {
        let org = forest(&[None, Some(0), Some(1), Some(0), Some(3)]);
        let blocks = Blocks::of_alike(&org.chart().scene(), 0);
        let starts = blocks.across.iter().map(|span| span.start);
        assert_eq!(starts.collect::<Vec<_>>(), [62, 0, 0, 124, 124]);
    }

    #[test]
    fn a_stack_takes_the_layers_that_it_reaches_into() {
        let above = [&[None][..], &[Some(0); 4], &[Some(4), Some(5)]].concat();
        let org = forest(&above);
        let mut blocks = Blocks::of_alike(&org.chart().scene(), 0);
        let starts = blocks.starts();
        assert_eq!(starts, [0, 78, 156, 234]);
        let stack = blocks.block_of[1] as usize;
        assert_eq!(blocks.all[stack].column, Some(3));
        for (along, due) in [(40, 1), (42, 1), (43, 2), (120, 2), (121, 3)] {
            blocks.all[stack].along = along;
            assert_eq!(blocks.layers_taken(stack, &starts), due, "{along}");
        }
        let card = blocks.block_of[4] as usize;
        assert_eq!(blocks.layers_taken(card, &starts), 1);
    }
}
