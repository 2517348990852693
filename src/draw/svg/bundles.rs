//! Lines of one sort to one post: what is drawn as one, and which cards it meets.

use crate::draw::scene::{Scene, Stroke};
use crate::organisation::Groups;

/// The lines of one sort to one card, from below it or not.
pub(super) struct Bundle {
    pub(super) to: u32,
    pub(super) stroke: Stroke,
    pub(super) is_from_below: bool,
    pub(super) from: Vec<u32>,
}

/// Where a bundle meets a card.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct End {
    pub(super) bundle: u32,
    /// Whether it leads there, and has its head there.
    pub(super) is_head: bool,
}

/// Every bundle, by the card it leads to, and what meets each card.
pub(super) struct Bundles {
    pub(super) all: Vec<Bundle>,
    ends: Groups<End>,
}

impl Bundles {
    pub(super) fn of(scene: &Scene<'_>, layers: &[usize]) -> Self {
        let layer = |card: u32| layers[card as usize];
        let mut drawn: Vec<_> = scene
            .drawn
            .iter()
            .map(|line| {
                let is_from_below = layer(line.from) > layer(line.to);
                ((line.to, line.stroke, is_from_below), line.from)
            })
            .collect();
        drawn.sort_unstable();
        drawn.dedup();
        let all: Vec<Bundle> = drawn
            .chunk_by(|a, b| a.0 == b.0)
            .map(|lines| {
                let (to, stroke, is_from_below) = lines[0].0;
                Bundle {
                    to,
                    stroke,
                    is_from_below,
                    from: lines.iter().map(|line| line.1).collect(),
                }
            })
            .collect();
        let ends = Groups::by(scene.cards.len(), || {
            (0..).zip(&all).flat_map(|(bundle, lines)| {
                let end = move |is_head| End { bundle, is_head };
                let leave = lines.from.iter().map(move |&from| (from, end(false)));
                leave.chain([(lines.to, end(true))])
            })
        });
        Self { all, ends }
    }

    pub(super) fn get(&self, bundle: u32) -> &Bundle {
        &self.all[bundle as usize]
    }

    /// What meets a card.
    pub(super) fn ends(&self, card: u32) -> &[End] {
        self.ends.of(card)
    }
}
