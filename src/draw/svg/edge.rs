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
        let outwards = if wanted < side.middle() { -1 } else { 1 };
        let near = || {
            let near =
                (0..=end - start).flat_map(|by| [wanted + by * outwards, wanted - by * outwards]);
            near.filter(|across| (start..=end).contains(across) && is_clear(*across))
        };
        let across = near()
            .find(|&across| lets(across, place))
            .or_else(|| near().next())?;
        found[at] = Some(across);
    }
    found.into_iter().collect()
}
