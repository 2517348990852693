//! The pieces of one line, each of which is drawn once.

use crate::draw::out::Out;

use super::strokes;

/// A place: across, along.
pub(super) type At = (i32, i32);

/// Straight pieces, across or along.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// Whether it runs along, where, and from where to where.
    all: Vec<(bool, i32, i32, i32)>,
}

impl Pieces {
    pub(super) fn across(&mut self, along: i32, from: i32, to: i32) {
        self.all.push((false, along, from.min(to), from.max(to)));
    }

    pub(super) fn along(&mut self, across: i32, from: i32, to: i32) {
        self.all.push((true, across, from.min(to), from.max(to)));
    }

    /// Draws what they cover, and begins anew.
    pub(super) fn draw(&mut self, on_page: impl Fn(At) -> At, out: &mut Out<'_>) {
        self.all.sort_unstable();
        self.all.dedup_by(|next, (is_along, at, _, end)| {
            let is_one = (next.0, next.1) == (*is_along, *at) && next.2 <= *end;
            if is_one {
                *end = next.3.max(*end);
            }
            is_one
        });
        for (is_along, at, from, to) in self.all.drain(..).filter(|piece| piece.2 < piece.3) {
            let place = |reach| if is_along { (at, reach) } else { (reach, at) };
            strokes::stretch(on_page(place(from)), on_page(place(to)), out);
        }
    }
}
