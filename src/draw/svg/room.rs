//! Cards as high as the lines at their sides need.

use crate::draw::chart::Direction;
use crate::draw::scene::Scene;

use super::bundles::{Bundles, End};
use super::cards::Face;
use super::contour::Span;
use super::edge::{self, Place};

/// By how much a card grows at a time.
const STEP: i32 = 4;

/// Makes cards higher where lines meet an edge that is as long as they are high:
/// the side of one that may stand in a stack, and where a chart grows to the
/// right every edge.
pub(super) fn make(faces: &mut [Face], scene: &Scene<'_>, bundles: &Bundles, direction: Direction) {
    let mut below = vec![0_usize; faces.len()];
    for above in scene.cards.iter().filter_map(|card| card.above) {
        below[above as usize] += 1;
    }
    for (at, face) in (0..).zip(faces) {
        let ends = bundles.ends(at);
        let above = scene.cards[at as usize].above;
        match direction {
            Direction::Down if below[at as usize] == 0 => {
                let places = edge::by_sort(ends, bundles);
                while !fits(&places, face.along, &[]) {
                    face.along += STEP;
                }
                face.height = face.along;
            }
            Direction::Right => {
                let (after, before): (Vec<End>, Vec<End>) = ends
                    .iter()
                    .partition(|end| end.is_head && bundles.get(end.bundle).is_from_below);
                let is_alone = above.is_none_or(|above| below[above as usize] == 1);
                let (after, before) = (edge::each(&after), edge::by_sort(&before, bundles));
                while !fits(&after, face.across, &[face.across / 2])
                    || !fits_beside_the_tree(&before, face.across, is_alone)
                {
                    face.across += STEP;
                }
                face.height = face.across;
            }
            Direction::Down => {}
        }
    }
}

fn fits(places: &[Place], long: i32, fixed: &[i32]) -> bool {
    let side = Span {
        start: 0,
        end: long,
    };
    edge::packed(places, side, fixed).is_some()
}

/// Whether places fit beside the middle, and wherever the line from the card above
/// runs past if that card has others below it.
fn fits_beside_the_tree(places: &[Place], long: i32, is_alone: bool) -> bool {
    let middle = long / 2;
    if is_alone {
        return fits(places, long, &[middle]);
    }
    places.is_empty() || (0..=long).all(|trunk| fits(places, long, &[middle, trunk]))
}

#[cfg(test)]
mod tests {
    use crate::Accountability::{Clinical, Professional};
    use crate::draw::cases::{crossed, forest};
    use crate::draw::scene::Stroke;

    use super::*;

    /// How high cards of 28 become with four lines from each to the other.
    fn heights(above: &[Option<usize>], ends: &[(u32, u32)], direction: Direction) -> Vec<i32> {
        let org = forest(above);
        let strokes = [Professional, Clinical]
            .into_iter()
            .flat_map(|kind| [Stroke::Superior(kind), Stroke::Also(kind)]);
        let lines = ends
            .iter()
            .flat_map(|&(from, to)| strokes.clone().map(move |stroke| (from, to, stroke)));
        let scene = crossed(&org, &lines.collect::<Vec<_>>());
        let layers: Vec<usize> = scene.cards.iter().map(|card| card.layer as usize).collect();
        let bundles = Bundles::of(&scene, &layers);
        let face = match direction {
            Direction::Down => Face::of_size(168, 28),
            Direction::Right => Face {
                height: 28,
                ..Face::of_size(28, 168)
            },
        };
        let mut faces = vec![face; above.len()];
        make(&mut faces, &scene, &bundles, direction);
        faces.iter().map(|face| face.height).collect()
    }

    #[test]
    fn a_card_that_may_be_stacked_grows_with_what_meets_its_side() {
        let two = [None, Some(0), Some(0)];
        assert_eq!(heights(&two, &[], Direction::Down), [28; 3]);
        // Four heads need 42.
        assert_eq!(heights(&two, &[(2, 1)], Direction::Down), [28, 44, 28]);
        let both = [(2, 1), (2, 0)];
        assert_eq!(heights(&two, &both, Direction::Down), [28, 44, 28]);
    }

    #[test]
    fn where_a_chart_grows_to_the_right_every_card_does() {
        let one = [None, Some(0)];
        assert_eq!(heights(&one, &[], Direction::Right), [28; 2]);
        // Four heads beside the middle, and four lines that leave.
        assert_eq!(heights(&one, &[(1, 0)], Direction::Right), [48, 32]);
    }
}
