//! Which cards stand together: a tidy forest of blocks.
//!
//! *Along* is the way a chart grows, *across* the other. A block is a card, or a
//! stack of cards under whom nobody stands.

use std::ops::Range;

use crate::document::number;
use crate::draw::scene::{Card, Scene};
use crate::organisation::Groups;

use super::cards::Face;
use super::contour::Span;

/// Between two cards of a stack.
pub(super) const BETWEEN: i32 = 10;
/// What the line that leads into a column of a stack takes beside it.
const INDENT: i32 = 16;

/// A card or a stack.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// The card it stands under.
    pub(super) above: Option<u32>,
    pub(super) layer: usize,
    pub(super) cards: Vec<u32>,
    /// How many cards a column of the stack has, in one that is a stack.
    pub(super) column: Option<usize>,
    pub(super) across: Span,
    pub(super) along: i32,
    /// The blocks under it: those of its card.
    pub(super) below: Range<usize>,
    /// How far its middle is from that of the block above.
    pub(super) offset: i32,
}

/// Every block, those above before those below, and where each card stands: its
/// beginning in its block along, and its place across.
pub(super) struct Blocks {
    pub(super) all: Vec<Block>,
    pub(super) block_of: Vec<u32>,
    /// Which of the cards of its block each is.
    pub(super) place: Vec<usize>,
    /// Where each card stands across.
    pub(super) across: Vec<Span>,
    /// Where each begins, counted from the beginning of its layer.
    pub(super) within: Vec<i32>,
    pub(super) layers: usize,
    /// Whether stacks reach past the layers beside them.
    towers: bool,
    /// Whether the last layer is that of the tops under whom nobody stands.
    pub(super) has_band: bool,
}

/// The layer in which each card is drawn: that in which it stands, but for tops
/// under whom nobody stands beside others. Those are stacked below all the rest,
/// so that they do not look like what everything comes from.
pub(super) fn layers(scene: &Scene<'_>, stacks: bool) -> Vec<usize> {
    let mut is_above = vec![false; scene.cards.len()];
    for above in scene.cards.iter().filter_map(|card| card.above) {
        is_above[above as usize] = true;
    }
    let standing = |card: &Card<'_>| card.layer as usize;
    let last = scene.cards.iter().map(standing).max().unwrap_or(0);
    let has_band = stacks && last > 0;
    let layers = scene.cards.iter().zip(is_above).map(|(card, is_above)| {
        let is_alone = card.above.is_none() && !is_above;
        if has_band && is_alone {
            last + 1
        } else {
            standing(card)
        }
    });
    layers.collect()
}

/// The leaves of a column stand in reading order: down one, then down the next.
fn columns(leaves: usize) -> usize {
    // Cards are four times as wide as high, so about as wide as high in all: the
    // root of half their number, rounded.
    (2 * leaves).isqrt().div_ceil(2).max(1)
}

impl Blocks {
    /// `side` is the room a card needs beside it in a stack, for lines that leave
    /// it there. Where no line but those of the tree is drawn nothing runs between
    /// the layers, and a stack stretches none of them.
    pub(super) fn of(
        scene: &Scene<'_>,
        layers: &[usize],
        faces: &[Face],
        stacks: bool,
        side: &dyn Fn(&[u32]) -> i32,
    ) -> Self {
        let mut blocks = Self {
            all: Vec::new(),
            block_of: vec![0; faces.len()],
            place: vec![0; faces.len()],
            across: vec![Span::default(); faces.len()],
            within: vec![0; faces.len()],
            layers: 0,
            towers: scene.drawn.is_empty(),
            has_band: false,
        };
        let below = below(scene);
        let tops = (0..).zip(&scene.cards);
        let tops = tops.filter(|(_, card)| card.above.is_none());
        let (tops, alone): (Vec<u32>, Vec<u32>) = tops
            .map(|(at, _)| at)
            .partition(|&at| layers[at as usize] == 0);
        blocks.group(None, &tops, &below, faces, stacks, side);
        let tops = 0..blocks.all.len();
        for card in (0..).take(faces.len()) {
            let group = below.of(card);
            if !group.is_empty() {
                let first = blocks.all.len();
                blocks.group(Some(card), group, &below, faces, stacks, side);
                let block = blocks.block_of[card as usize] as usize;
                blocks.all[block].below = first..blocks.all.len();
            }
        }
        blocks.pack(tops);
        if !alone.is_empty() {
            blocks.band(&alone, faces, side);
        }
        blocks.place(faces, side);
        blocks
    }

    /// Makes blocks of the cards under one: leaves side by side are stacked.
    fn group(
        &mut self,
        above: Option<u32>,
        cards: &[u32],
        below: &Groups<u32>,
        faces: &[Face],
        stacks: bool,
        side: &dyn Fn(&[u32]) -> i32,
    ) {
        let layer = above.map_or(0, |above| {
            self.all[self.block_of[above as usize] as usize].layer + 1
        });
        self.layers = self.layers.max(layer + 1);
        let is_leaf = |card: &u32| below.of(*card).is_empty();
        let fewest = if above.is_some() && cards.iter().all(is_leaf) {
            2
        } else {
            3
        };
        for run in cards.chunk_by(|a, b| is_leaf(a) && is_leaf(b)) {
            if stacks && run.len() >= fewest && is_leaf(&run[0]) {
                self.stack(above, layer, run, columns(run.len()), faces, side);
                continue;
            }
            for &card in run {
                let face = &faces[card as usize];
                self.push(Block {
                    above,
                    layer,
                    cards: vec![card],
                    column: None,
                    across: Span {
                        start: 0,
                        end: face.across,
                    },
                    along: face.along,
                    below: 0..0,
                    offset: 0,
                });
            }
        }
    }

    /// Stacks the tops under whom nobody stands below all the rest, as wide as that
    /// is.
    fn band(&mut self, alone: &[u32], faces: &[Face], side: &dyn Fn(&[u32]) -> i32) {
        let ends = self.all.iter().map(|block| block.across.end);
        let wide = ends.max().unwrap_or(0);
        let one = alone.first().map_or(0, |&card| {
            faces[card as usize].across + BETWEEN + side(&[card])
        });
        let columns = usize::try_from(wide / one.max(1)).unwrap_or(0).max(1);
        self.stack(None, self.layers, alone, columns, faces, side);
        self.layers += 1;
        self.has_band = true;
    }

    fn stack(
        &mut self,
        above: Option<u32>,
        layer: usize,
        leaves: &[u32],
        columns: usize,
        faces: &[Face],
        side: &dyn Fn(&[u32]) -> i32,
    ) {
        let column = leaves.len().div_ceil(columns);
        let (mut across, mut along) = (0, 0);
        for cards in leaves.chunks(column) {
            let wide = cards.iter().map(|&card| faces[card as usize].across).max();
            across += wide.unwrap_or(0) + side(cards) + indent(above);
            let high: i32 = cards
                .iter()
                .map(|&card| faces[card as usize].along + BETWEEN)
                .sum();
            along = along.max(high - BETWEEN);
        }
        self.push(Block {
            above,
            layer,
            cards: leaves.to_vec(),
            column: Some(column),
            across: Span {
                start: 0,
                end: across,
            },
            along,
            below: 0..0,
            offset: 0,
        });
    }

    fn push(&mut self, block: Block) {
        let at = number(self.all.len());
        for (place, &card) in block.cards.iter().enumerate() {
            self.block_of[card as usize] = at;
            self.place[card as usize] = place;
        }
        self.all.push(block);
    }

    /// Of cards of 100 by 40, with so much room beside those of a stack.
    #[cfg(test)]
    pub(super) fn of_alike(scene: &Scene<'_>, room: i32) -> Self {
        let faces = vec![Face::of_size(100, 40); scene.cards.len()];
        Self::of(scene, &layers(scene, true), &faces, true, &|_| room)
    }

    /// The block of a card.
    pub(super) fn of_card(&self, card: u32) -> &Block {
        &self.all[self.block_of[card as usize] as usize]
    }

    /// How far along each layer reaches, without the stacks that reach past it.
    pub(super) fn along(&self) -> Vec<i32> {
        let mut along = vec![0; self.layers];
        let is_band = |block: &Block| self.has_band && block.layer + 1 == self.layers;
        let stretching = |block: &&Block| !self.towers || block.column.is_none() || is_band(block);
        for block in self.all.iter().filter(stretching) {
            along[block.layer] = block.along.max(along[block.layer]);
        }
        along
    }
}

/// What stands beside a column of a stack, at its beginning.
pub(super) fn indent(above: Option<u32>) -> i32 {
    above.map_or(BETWEEN, |_| INDENT)
}

/// The cards under each.
fn below(scene: &Scene<'_>) -> Groups<u32> {
    Groups::by(scene.cards.len(), || {
        let cards = (0..).zip(&scene.cards);
        cards.filter_map(|(at, card)| Some((card.above?, at)))
    })
}

#[cfg(test)]
mod tests {
    use crate::Accountability::Professional;
    use crate::draw::cases::{crossed, forest};
    use crate::draw::scene::Stroke;

    use super::*;

    fn starts(blocks: &Blocks) -> Vec<i32> {
        blocks.across.iter().map(|span| span.start).collect()
    }

    #[test]
    fn a_top_by_itself_is_put_last_where_others_have_some_below() {
        let layers = |above: &[Option<usize>], stacks| {
            let org = forest(above);
            layers(&org.chart().scene(), stacks)
        };
        let mixed = [None, Some(0), None];
        assert_eq!(layers(&mixed, true), [0, 1, 2]);
        assert_eq!(layers(&mixed, false), [0, 1, 0]);
        assert_eq!(layers(&[None; 3], true), [0; 3]);
    }

    #[test]
    fn a_stack_has_about_as_many_columns_as_makes_it_square() {
        let leaves = [1, 2, 4, 5, 12, 13, 24, 25];
        assert_eq!(leaves.map(columns), [1, 1, 1, 2, 2, 3, 3, 4]);
    }

    #[test]
    fn leaves_are_stacked_column_by_column() {
        let org = forest(&[&[None][..], &[Some(0); 5]].concat());
        let blocks = Blocks::of_alike(&org.chart().scene(), 20);
        let stack = blocks.of_card(1);
        assert_eq!((stack.column, stack.along), (Some(3), 140));
        assert_eq!((stack.across.start, stack.across.end), (0, 272));
        assert_eq!(starts(&blocks), [86, 16, 16, 16, 152, 152]);
        assert_eq!(blocks.within, [0, 0, 50, 100, 0, 50]);
    }

    #[test]
    fn tops_by_themselves_are_stacked_as_wide_as_the_rest() {
        let two = |above| [Some(0), Some(above)];
        let rest = [1, 3, 5, 7].map(two).concat();
        let org = forest(&[&[None][..], &rest, &[None; 7]].concat());
        let blocks = Blocks::of_alike(&org.chart().scene(), 20);
        // Of 130 each there is room for three beside each other below 472.
        let band = blocks.of_card(9);
        assert_eq!((band.layer, band.column), (3, Some(3)));
        assert_eq!((band.across.start, band.across.end), (0, 390));
        assert!(blocks.has_band);
    }

    #[test]
    fn no_layer_is_stretched_by_a_stack_past_which_nothing_runs() {
        let above = [&[None][..], &[Some(0); 5], &[None; 2]].concat();
        let org = forest(&above);
        let along = |scene: &Scene<'_>| Blocks::of_alike(scene, 0).along();
        assert_eq!(along(&org.chart().scene()), [40, 0, 40]);
        let line = (1, 0, Stroke::Superior(Professional));
        assert_eq!(along(&crossed(&org, &[line])), [40, 140, 40]);
    }
}
