//! The lines beside a column of a stack, and how far down its side each card is
//! met.

use std::collections::HashMap;

use super::bundles::Bundles;
use super::cards::Face;
use super::contour::Span;
use super::edge::{self, Place};
use super::taken::APART;

/// Between a card and the first line beside it: room for its head.
const FIRST: i32 = 12;

/// What runs beside a column.
pub(super) struct Column {
    /// The bundles of each line, the nearest line first.
    lines: Vec<Vec<u32>>,
    line_of: HashMap<(u32, u32), usize>,
    places: Vec<(u32, Vec<Place>)>,
}

/// Where a bundle meets a card from the side.
pub(super) struct Met {
    pub(super) bundle: u32,
    pub(super) card: u32,
    pub(super) is_head: bool,
    /// Which of the lines beside the column.
    pub(super) line: usize,
    /// How far down the card.
    pub(super) along: i32,
}

/// The places at the side of a card that is so high; with one for each bundle if
/// there is room.
fn places(card: u32, high: i32, bundles: &Bundles) -> Vec<Place> {
    let each = edge::each(bundles.ends(card));
    let side = Span {
        start: 0,
        end: high,
    };
    if edge::packed(&each, side, &[]).is_some() {
        each
    } else {
        edge::by_sort(bundles.ends(card), bundles)
    }
}

impl Column {
    pub(super) fn of(cards: &[u32], bundles: &Bundles, faces: &[Face]) -> Self {
        let mut meets: HashMap<u32, usize> = HashMap::new();
        for end in cards.iter().flat_map(|&card| bundles.ends(card)) {
            *meets.entry(end.bundle).or_default() += 1;
        }
        let mut column = Self {
            lines: Vec::new(),
            line_of: HashMap::new(),
            places: Vec::new(),
        };
        let mut own: HashMap<u32, usize> = HashMap::new();
        for &card in cards {
            let places = places(card, faces[card as usize].along, bundles);
            for place in &places {
                // Those that share a place here and meet no other card of the
                // column share a line.
                let mut shared = None;
                for &bundle in &place.bundles {
                    let is_shared = meets.get(&bundle) == Some(&1);
                    let next = column.lines.len();
                    let line = if is_shared {
                        *shared.get_or_insert(next)
                    } else {
                        *own.entry(bundle).or_insert(next)
                    };
                    if line == next {
                        column.lines.push(Vec::new());
                    }
                    let of_line = &mut column.lines[line];
                    if of_line.last() != Some(&bundle) {
                        of_line.push(bundle);
                    }
                    column.line_of.insert((bundle, card), line);
                }
            }
            column.places.push((card, places));
        }
        column
    }

    /// The room that its lines take: one may have to make way for the line that
    /// leads to the stack.
    pub(super) fn room(&self) -> i32 {
        match i32::try_from(self.lines.len()).unwrap_or(i32::MAX) {
            0 => 0,
            lines => APART.saturating_mul(lines).saturating_add(FIRST + 2),
        }
    }

    /// Where each of its lines runs across, beside cards that end there.
    pub(super) fn across(&self, end: i32, trunk: Option<i32>) -> Vec<i32> {
        let mut next = end + FIRST;
        let lines = self.lines.iter().map(|_| {
            if let Some(trunk) = trunk
                && trunk.abs_diff(next) < APART.unsigned_abs()
            {
                next = trunk + APART;
            }
            next += APART;
            next - APART
        });
        lines.collect()
    }

    pub(super) fn lines(&self) -> &[Vec<u32>] {
        &self.lines
    }

    /// Where each bundle meets each card: evenly down its side, and the farther
    /// off a line runs the lower.
    pub(super) fn met(&self, faces: &[Face]) -> Vec<Met> {
        let mut met = Vec::new();
        for (card, places) in &self.places {
            let card = *card;
            let side = Span {
                start: 0,
                end: faces[card as usize].along,
            };
            let line = |bundle: u32| self.line_of.get(&(bundle, card)).copied().unwrap_or(0);
            let mut sorted = places.clone();
            sorted.sort_by_key(|place| place.bundles.iter().map(|&bundle| line(bundle)).max());
            let (places, along) = match edge::spread(&sorted, side) {
                Some(along) => (&sorted, along),
                // For these in this order there is room.
                None => (places, edge::spread(places, side).unwrap_or_default()),
            };
            for (place, along) in places.iter().zip(along) {
                met.extend(place.bundles.iter().map(|&bundle| Met {
                    bundle,
                    card,
                    is_head: place.is_head,
                    line: line(bundle),
                    along,
                }));
            }
        }
        met
    }
}

#[cfg(test)]
mod tests {
    use crate::Accountability::Professional;
    use crate::draw::cases::{crossed, forest};
    use crate::draw::scene::Stroke;

    use super::*;

    fn of_lines(lines: Vec<Vec<u32>>) -> Column {
        Column {
            lines,
            line_of: HashMap::new(),
            places: Vec::new(),
        }
    }

    #[test]
    fn each_line_beside_a_column_takes_room() {
        let room = |lines| of_lines(vec![vec![0]; lines]).room();
        assert_eq!([0, 1, 2, 3].map(room), [0, 19, 24, 29]);
    }

    #[test]
    fn a_line_beside_a_column_makes_way_for_the_tree() {
        let column = of_lines(vec![vec![0], vec![1]]);
        for (trunk, due) in [
            (None, [112, 117]),
            (Some(107), [112, 117]),
            (Some(108), [113, 118]),
            (Some(116), [121, 126]),
            (Some(117), [112, 122]),
            (Some(122), [112, 117]),
        ] {
            assert_eq!(column.across(100, trunk), due, "{trunk:?}");
        }
    }

    /// The lines beside the first two of four cards that are so high.
    fn beside(high: i32, lines: &[(u32, u32)]) -> Vec<Vec<u32>> {
        let org = forest(&[None; 4]);
        let lines = lines.iter();
        let lines: Vec<_> = lines
            .map(|&(from, to)| (from, to, Stroke::Superior(Professional)))
            .collect();
        let bundles = Bundles::of(&crossed(&org, &lines), &[0; 4]);
        let faces = vec![Face::of_size(100, high); 4];
        Column::of(&[0, 1], &bundles, &faces).lines
    }

    #[test]
    fn lines_that_share_a_place_share_a_line_beside() {
        let (room, none) = (17, 16);
        let two = [(0, 2), (0, 3)];
        assert_eq!(beside(room, &two), [[0], [1]]);
        assert_eq!(beside(none, &two), [[0, 1]]);
        // But for one that meets another card of the column.
        assert_eq!(beside(none, &[(0, 2), (0, 3), (1, 3)]), [[0], [1]]);
    }

    #[test]
    fn lines_to_one_card_are_one_line_beside() {
        assert_eq!(beside(40, &[(0, 2), (1, 2)]), [[0]]);
        assert_eq!(beside(40, &[(0, 1)]), [[0]]);
    }
}
