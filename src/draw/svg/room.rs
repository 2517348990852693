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
            Direction::Down if below[at as usize] == 0 && ends.len() > 1 => {
                let places = edge::by_sort(ends, bundles);
                while !fits(&places, face.along, &[]) {
                    face.along += STEP;
                }
                face.height = face.along;
            }
            Direction::Right if !ends.is_empty() => {
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
            _ => {}
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
