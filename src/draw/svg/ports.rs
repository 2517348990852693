//! Where lines meet cards, and where they run along from there.

use std::collections::HashMap;

use super::beside::Column;
use super::blocks::Blocks;
use super::bundles::{Bundles, End};
use super::cards::Face;
use super::edge::{self, Place};
use super::lanes::Part;
use super::taken::{By, Taken};

/// From where a line meets a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
    /// So far down its side.
    Beside(i32),
}

/// Where a line meets a card.
#[derive(Debug, Clone, Copy)]
pub(super) struct Port {
    pub(super) card: u32,
    /// Where it runs along, beside the card or at it.
    pub(super) across: i32,
    pub(super) side: Side,
    /// Which turn it takes on its way to its lane, if one.
    pub(super) turn: Option<usize>,
}

/// Where lines turn aside in a gap, because others run on where they come from.
pub(super) struct Turn {
    pub(super) gap: usize,
    pub(super) part: Part,
    pub(super) from: i32,
    pub(super) to: i32,
    by: By,
}

/// Where each bundle meets each card.
pub(super) struct Ports<'p> {
    bundles: &'p Bundles,
    blocks: &'p Blocks,
    at: HashMap<(u32, u32), Port>,
    pub(super) turns: Vec<Turn>,
}

fn by(bundles: &[u32]) -> By {
    match bundles {
        &[bundle] => By::Bundle(bundle),
        _ => By::Others,
    }
}

impl<'p> Ports<'p> {
    /// Beside columns first, where no line can make way, then at the ends of cards,
    /// then at their beginnings; and turns where they still are in each other's way.
    pub(super) fn of(
        bundles: &'p Bundles,
        blocks: &'p Blocks,
        faces: &[Face],
        taken: &mut Taken,
    ) -> Self {
        let mut ports = Self {
            bundles,
            blocks,
            at: HashMap::new(),
            turns: Vec::new(),
        };
        ports.set_beside(faces, taken);
        ports.set_all(true, taken);
        ports.set_all(false, taken);
        for turn in &mut ports.turns {
            turn.to = taken.through(turn.gap..turn.gap, turn.from, turn.by);
        }
        ports
    }

    fn set_beside(&mut self, faces: &[Face], taken: &mut Taken) {
        let blocks = self.blocks;
        let mut down = Vec::new();
        for block in &blocks.all {
            for cards in block.cards.chunks(block.column.unwrap_or(usize::MAX)) {
                if block.column.is_none() {
                    continue;
                }
                let column = Column::of(cards, self.bundles, faces);
                let end = cards.iter().map(|&card| blocks.across[card as usize].end);
                let trunk = block
                    .above
                    .map(|above| blocks.across[above as usize].middle());
                let across = column.across(end.max().unwrap_or(0), trunk);
                let mut is_up = vec![false; across.len()];
                for met in column.met(faces) {
                    let port = Port {
                        card: met.card,
                        across: across[met.line],
                        side: Side::Beside(met.along),
                        turn: None,
                    };
                    self.at.insert((met.bundle, met.card), port);
                    if met.is_head && self.bundles.get(met.bundle).is_from_below {
                        down.push((block.layer + 1, met.bundle, port));
                    } else {
                        is_up[met.line] |= !self.is_within(met.bundle, cards);
                    }
                }
                for (line, bundles) in column.lines().iter().enumerate() {
                    if is_up[line] {
                        taken.take(block.layer, across[line], by(bundles));
                    }
                }
            }
        }
        for (gap, bundle, mut port) in down {
            port.turn = self.enter_gap(gap, Part::Before, port.across, By::Bundle(bundle), taken);
            self.at.insert((bundle, port.card), port);
        }
    }

    /// Whether a bundle runs beside one column alone.
    fn is_within(&self, bundle: u32, cards: &[u32]) -> bool {
        let lines = self.bundles.get(bundle);
        cards.contains(&lines.to) && lines.from.iter().all(|from| cards.contains(from))
    }

    /// Takes a place in a gap, or a turn if it is not free.
    fn enter_gap(
        &mut self,
        gap: usize,
        part: Part,
        across: i32,
        by: By,
        taken: &mut Taken,
    ) -> Option<usize> {
        if taken.lets(gap, across, by) {
            taken.take(gap, across, by);
            return None;
        }
        taken.take(gap, across, By::Others);
        self.turns.push(Turn {
            gap,
            part,
            from: across,
            to: across,
            by,
        });
        Some(self.turns.len() - 1)
    }

    /// Sets the ports at the ends of all cards or at their beginnings.
    fn set_all(&mut self, is_after: bool, taken: &mut Taken) {
        let (bundles, blocks) = (self.bundles, self.blocks);
        let mut ends: Vec<End> = Vec::new();
        for block in blocks.all.iter().filter(|block| block.column.is_none()) {
            for &card in &block.cards {
                ends.clear();
                let met = bundles.ends(card).iter();
                ends.extend(met.filter(|end| {
                    is_after == (end.is_head && bundles.get(end.bundle).is_from_below)
                }));
                if !ends.is_empty() {
                    let trunk = block.above.filter(|_| !is_after);
                    let trunk = trunk.map(|above| blocks.across[above as usize].middle());
                    self.set(card, &ends, is_after, trunk, taken);
                }
            }
        }
    }

    /// Apart from the middle of a card and from the line to the card above, where
    /// the tree runs; to the side on which the other end is.
    fn set(
        &mut self,
        card: u32,
        ends: &[End],
        is_after: bool,
        trunk: Option<i32>,
        taken: &mut Taken,
    ) {
        let span = self.blocks.across[card as usize];
        let mut fixed = vec![span.middle()];
        fixed.extend(trunk);
        let mut places = edge::each(ends);
        if edge::packed(&places, span, &fixed).is_none() {
            places = edge::by_sort(ends, self.bundles);
        }
        let as_given = places.clone();
        places.sort_by_cached_key(|place| (self.other(place), place.bundles[0]));
        let layer = self.blocks.of_card(card).layer;
        let (gap, part, side) = if is_after {
            (layer + 1, Part::Before, Side::After)
        } else {
            (layer, Part::After, Side::Before)
        };
        let lets = |across, place: &Place| taken.lets(gap, across, by(&place.bundles));
        let others: Vec<i32> = places.iter().map(|place| self.other(place)).collect();
        let wanted = edge::wanted(&others, span);
        let found = edge::nearest(&places, &wanted, span, &fixed, lets);
        // For these there is room in the order in which they are given at least.
        let found = found.or_else(|| edge::packed(&places, span, &fixed));
        let packed = found.or_else(|| {
            places = as_given;
            edge::packed(&places, span, &fixed)
        });
        for (at, place) in places.iter().enumerate() {
            let across = packed.as_ref().map_or_else(
                || wanted[at].clamp(span.start, span.end),
                |packed| packed[at],
            );
            let turn = self.enter_gap(gap, part, across, by(&place.bundles), taken);
            for &bundle in &place.bundles {
                let met = Port {
                    card,
                    across,
                    side,
                    turn,
                };
                self.at.insert((bundle, card), met);
            }
        }
    }

    /// Where the other end of a line is, or about where the others are.
    fn other(&self, place: &Place) -> i32 {
        let middle = |card: u32| i64::from(self.blocks.across[card as usize].middle());
        let (mut sum, mut count) = (0, 0);
        for &bundle in &place.bundles {
            let lines = self.bundles.get(bundle);
            let others = if place.is_head {
                &lines.from[..]
            } else {
                std::slice::from_ref(&lines.to)
            };
            sum += others.iter().map(|&card| middle(card)).sum::<i64>();
            count += i64::try_from(others.len()).unwrap_or(0);
        }
        i32::try_from(sum / count.max(1)).unwrap_or(0)
    }

    pub(super) fn at(&self, bundle: u32, card: u32) -> Port {
        let nowhere = Port {
            card,
            across: self.blocks.across[card as usize].middle(),
            side: Side::Before,
            turn: None,
        };
        self.at.get(&(bundle, card)).copied().unwrap_or(nowhere)
    }

    /// Where the line of a port runs when it comes to its lane.
    pub(super) fn turned(&self, port: Port) -> i32 {
        port.turn.map_or(port.across, |turn| self.turns[turn].to)
    }
}

impl Port {
    /// Whether one line beside a column of a stack is all there is between two.
    pub(super) fn is_beside_with(self, other: Self, blocks: &Blocks) -> bool {
        let is_beside = |port: Self| matches!(port.side, Side::Beside(_));
        let block = |port: Self| blocks.block_of[port.card as usize];
        is_beside(self)
            && is_beside(other)
            && block(self) == block(other)
            && self.across == other.across
    }
}

#[cfg(test)]
mod tests {
    use crate::Accountability::Professional;
    use crate::draw::cases::{crossed, forest};
    use crate::draw::scene::Stroke;
    use crate::draw::svg::blocks;

    use super::*;

    #[test]
    fn a_line_within_one_column_takes_no_place_in_a_gap() {
        let org = forest(&[None, Some(0), Some(0), Some(0)]);
        for (to, is_within) in [(3, true), (0, false)] {
            let scene = crossed(&org, &[(1, to, Stroke::Superior(Professional))]);
            let layers = blocks::layers(&scene, true);
            let bundles = Bundles::of(&scene, &layers);
            let faces = vec![Face::of_size(100, 40); 4];
            let side = |cards: &[u32]| Column::of(cards, &bundles, &faces).room();
            let blocks = Blocks::of(&scene, &layers, &faces, true, &side);
            let mut taken = Taken::of(&blocks);
            let ports = Ports::of(&bundles, &blocks, &faces, &mut taken);
            let across = ports.at(0, 1).across;
            assert_eq!(across, blocks.across[1].end + 12);
            assert_eq!(taken.lets(1, across, By::Others), is_within);
        }
    }
}
