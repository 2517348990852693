//! How lines stand beside each other at one side of a card.

use crate::draw::scene::Stroke;

use super::bundles::{Bundles, End};
use super::contour::Span;

/// What an edge keeps free of lines at its corners.
const CORNER: i32 = 6;
/// Between two lines where there is much room.
const WIDE: i32 = 14;

/// How far apart two lines are at the least, as each has its head there or not.
pub(super) fn apart(one: bool, other: bool) -> i32 {
    match (one, other) {
        (true, true) => 10,
        (true, false) | (false, true) => 7,
        (false, false) => 5,
    }
}

/// Lines that have one place at a side: a bundle, or where there is no room for
/// each all that leave of one sort.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) bundles: Vec<u32>,
    pub(super) is_head: bool,
}

/// A place for each.
pub(super) fn each(ends: &[End]) -> Vec<Place> {
    let places = ends.iter().map(|end| Place {
        bundles: vec![end.bundle],
        is_head: end.is_head,
    });
    places.collect()
}

/// A place for all that leave of one sort, and for each that leads there.
pub(super) fn by_sort(ends: &[End], bundles: &Bundles) -> Vec<Place> {
    let mut sorts: Vec<(Stroke, Place)> = Vec::new();
    let mut places = Vec::new();
    for end in ends {
        let stroke = bundles.get(end.bundle).stroke;
        if end.is_head {
            places.extend(each(&[*end]));
        } else if let Some((_, place)) = sorts.iter_mut().find(|(sort, _)| *sort == stroke) {
            place.bundles.push(end.bundle);
        } else {
            sorts.extend(each(&[*end]).into_iter().map(|place| (stroke, place)));
        }
    }
    places.extend(sorts.into_iter().map(|(_, place)| place));
    places
}

/// Where on a side there can be lines.
pub(super) fn free(side: Span) -> Span {
    Span {
        start: side.start + CORNER,
        end: side.end - CORNER,
    }
}

/// Places as close as can be, in this order and beside what is fixed, if there is
/// room.
pub(super) fn packed(places: &[Place], side: Span, fixed: &[i32]) -> Option<Vec<i32>> {
    let Span { start, end } = free(side);
    let mut packed = Vec::with_capacity(places.len());
    let mut at = start;
    let mut before = None;
    for place in places {
        if let Some(before) = before {
            at += apart(before, place.is_head);
        }
        let clear = apart(false, place.is_head);
        while let Some(near) = fixed
            .iter()
            .find(|&&near| near.abs_diff(at) < clear.unsigned_abs())
        {
            at = near + clear;
        }
        if at > end {
            return None;
        }
        packed.push(at);
        before = Some(place.is_head);
    }
    Some(packed)
}

/// Places spread evenly, if there is room.
pub(super) fn spread(places: &[Place], side: Span) -> Option<Vec<i32>> {
    let mut spread = packed(places, side, &[])?;
    let room = spread.last().map_or(0, |&last| free(side).end - last);
    let parts = i32::try_from(places.len())
        .unwrap_or(i32::MAX)
        .saturating_add(1);
    for (part, at) in (1..).zip(&mut spread) {
        *at += room * part / parts;
    }
    Some(spread)
}

/// Where places are wanted: on both sides of the middle, as their other ends are.
pub(super) fn wanted(others: &[i32], side: Span) -> Vec<i32> {
    let left = others
        .iter()
        .filter(|&&other| other < side.middle())
        .count();
    let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let most = number(left.max(others.len() - left)).max(1);
    let half = free(side).end - side.middle();
    let step = (half / most).clamp(apart(false, false), WIDE);
    let places = (0..number(others.len())).map(|at| {
        let at = at - number(left);
        let at = if at >= 0 { at + 1 } else { at };
        side.middle().saturating_add(step.saturating_mul(at))
    });
    places.collect()
}

/// Places as near as can be to where they are wanted, beside what is fixed and
/// where others let them be, if there is room.
pub(super) fn nearest(
    places: &[Place],
    wanted: &[i32],
    side: Span,
    fixed: &[i32],
    lets: impl Fn(i32, &Place) -> bool,
) -> Option<Vec<i32>> {
    let Span { start, end } = free(side);
    let mut found: Vec<Option<i32>> = vec![None; places.len()];
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|&at| wanted[at].abs_diff(side.middle()));
    for at in order {
        let place = &places[at];
        let is_clear = |across: i32| {
            let from = |other: i32, is_head| {
                across.abs_diff(other) >= apart(place.is_head, is_head).unsigned_abs()
            };
            let set = found.iter().zip(places);
            fixed.iter().all(|&fixed| from(fixed, false))
                && set
                    .filter_map(|(found, other)| Some(((*found)?, other.is_head)))
                    .all(|(found, is_head)| from(found, is_head))
        };
        let wanted = wanted[at].clamp(start, end.max(start));
        let outwards_first = if wanted < side.middle() {
            [-1, 1]
        } else {
            [1, -1]
        };
        let near = || {
            let near = (0..=end - start).flat_map(|by| outwards_first.map(|to| wanted + to * by));
            near.filter(|across| (start..=end).contains(across) && is_clear(*across))
        };
        let across = near()
            .find(|&across| lets(across, place))
            .or_else(|| near().next())?;
        found[at] = Some(across);
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places, and whether each is of a head.
    fn places(heads: &[bool]) -> Vec<Place> {
        let places = heads.iter().map(|&is_head| Place {
            bundles: Vec::new(),
            is_head,
        });
        places.collect()
    }

    fn side(end: i32) -> Span {
        Span { start: 0, end }
    }

    #[test]
    fn places_are_packed_from_corner_to_corner() {
        let two = places(&[false, false]);
        assert_eq!(packed(&two, side(17), &[]), Some(vec![6, 11]));
        assert_eq!(packed(&two, side(16), &[]), None);
        let heads = places(&[true, true, false]);
        assert_eq!(packed(&heads, side(29), &[]), Some(vec![6, 16, 23]));
        assert_eq!(packed(&two, side(30), &[8]), Some(vec![13, 18]));
    }

    #[test]
    fn places_are_spread_over_the_room_that_is_left() {
        let two = places(&[false, false]);
        assert_eq!(spread(&two, side(47)), Some(vec![16, 31]));
        assert_eq!(spread(&two, side(16)), None);
    }

    #[test]
    fn places_are_wanted_on_the_side_of_their_other_ends() {
        assert_eq!(wanted(&[0, 30, 40], side(52)), [16, 36, 46]);
        assert_eq!(wanted(&[0, 1], side(200)), [72, 86]);
        assert_eq!(wanted(&[], side(200)), []);
    }

    #[test]
    fn a_place_that_is_not_free_is_left_outwards_first() {
        let one = places(&[false]);
        for (taken, due) in [(40, 35), (50, 55), (60, 65)] {
            let found = nearest(&one, &[taken], side(100), &[taken], |_, _| true);
            assert_eq!(found, Some(vec![due]));
            // Nor does it matter where others let it be if they do so nowhere.
            let found = nearest(&one, &[taken], side(100), &[taken], |_, _| false);
            assert_eq!(found, Some(vec![due]));
        }
        let inwards = nearest(&one, &[8], side(100), &[8], |_, _| true);
        assert_eq!(inwards, Some(vec![13]));
    }

    #[test]
    fn a_place_is_looked_for_all_along_a_side() {
        let one = places(&[false]);
        for (wanted, only) in [(6, 94), (94, 6)] {
            let found = nearest(&one, &[wanted], side(100), &[], |across, _| across == only);
            assert_eq!(found, Some(vec![only]));
        }
        let heads = places(&[true, true]);
        let found = nearest(&heads, &[50, 50], side(100), &[], |_, _| true);
        assert_eq!(found, Some(vec![50, 60]));
        assert!(nearest(&heads, &[9, 9], side(18), &[], |_, _| true).is_none());
    }
}
