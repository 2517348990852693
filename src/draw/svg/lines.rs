//! The lines: those by which cards stand, and those that run besides.

use crate::draw::out::Out;
use crate::draw::scene::Scene;
use crate::draw::style::{self, Look};

use super::Layout;
use super::bundles::Bundle;
use super::pieces::{At, Pieces};
use super::ports::{Port, Side};
use super::routes::Route;
use super::strokes;

/// What draws the lines of a chart.
pub(super) struct Pen<'p, 'o> {
    pub(super) layout: &'p Layout,
    pub(super) scene: &'p Scene<'o>,
}

fn class(look: Look) -> String {
    format!("line {}", look.class)
}

impl Pen<'_, '_> {
    fn stretch(&self, from: At, to: At, out: &mut Out<'_>) {
        strokes::stretch(self.layout.on_page(from), self.layout.on_page(to), out);
    }

    /// The lines by which cards stand: from each card one to those under it.
    pub(super) fn tree(&self, out: &mut Out<'_>) {
        let layout = self.layout;
        let look = style::of_tree(self.scene.tree);
        let mut first = 0;
        let blocks = &layout.blocks.all;
        while first < blocks.len() && !out.has_failed() {
            let above = blocks[first].above;
            let count = blocks[first..]
                .iter()
                .take_while(|block| block.above == above)
                .count();
            if let Some(above) = above {
                strokes::begin(look, &class(look), out);
                self.branch(above, first..first + count, out);
                strokes::end(out);
            }
            first += count;
        }
    }

    fn branch(&self, above: u32, below: std::ops::Range<usize>, out: &mut Out<'_>) {
        let layout = self.layout;
        let blocks = &layout.blocks;
        let from = blocks.across[above as usize].middle();
        let begin = layout.end(above);
        let layer = blocks.all[below.start].layer;
        let bus = layout.layers[layer] - super::AFTER_LANES / 2;
        let (mut least, mut most) = (from, from);
        self.stretch((from, begin), (from, bus), out);
        for block in &blocks.all[below] {
            let Some(column) = block.column else {
                let card = block.cards[0];
                let to = blocks.across[card as usize].middle();
                (least, most) = (least.min(to), most.max(to));
                self.stretch((to, bus), (to, layout.start(card)), out);
                continue;
            };
            for cards in block.cards.chunks(column) {
                let trunk = blocks.across[cards[0] as usize].start - 9;
                (least, most) = (least.min(trunk), most.max(trunk));
                let lowest = cards.last().map_or(bus, |&card| layout.middle(card));
                self.stretch((trunk, bus), (trunk, lowest), out);
                for &card in cards {
                    let along = layout.middle(card);
                    let start = blocks.across[card as usize].start;
                    self.stretch((trunk, along), (start, along), out);
                }
            }
        }
        if least < most {
            self.stretch((least, bus), (most, bus), out);
        }
    }

    /// The lines of one sort to one card.
    pub(super) fn bundle(&self, bundle: &Bundle, route: &Route, out: &mut Out<'_>) {
        let layout = self.layout;
        let look = style::of_stroke(bundle.stroke);
        let lane = |gap: usize| match route.lanes.get(&gap) {
            Some(&(lane, _)) => layout.lane(lane),
            None => self.at(route.enter).1,
        };
        let mut pieces = Pieces::default();
        for &(gap, port) in &route.leave {
            self.to_lane(port, self.at(port), lane(gap), &mut pieces);
        }
        for (&gap, &(_, span)) in &route.lanes {
            pieces.across(lane(gap), span.start, span.end);
        }
        for gutter in &route.gutters {
            pieces.along(gutter.across, lane(gutter.from), lane(gutter.to));
        }
        let tip = self.at(route.enter);
        let long = strokes::reach(look.head);
        let back = match route.enter.side {
            Side::Before => (tip.0, tip.1 - long),
            Side::After => (tip.0, tip.1 + long),
            Side::Beside(_) => (tip.0 + long, tip.1),
        };
        self.to_lane(route.enter, back, lane(route.gap), &mut pieces);
        strokes::begin(look, &class(look), out);
        pieces.draw(|at| layout.on_page(at), out);
        strokes::end(out);
        let (tip, back) = (layout.on_page(tip), layout.on_page(back));
        strokes::head(look, Some(look.class), tip, back, out);
    }

    /// Where a line meets a card.
    fn at(&self, port: Port) -> At {
        let layout = self.layout;
        match port.side {
            Side::Before => (port.across, layout.start(port.card)),
            Side::After => (port.across, layout.end(port.card)),
            Side::Beside(down) => {
                let edge = layout.blocks.across[port.card as usize].end;
                (edge, layout.start(port.card) + down)
            }
        }
    }

    /// Between a place at or before a card and the lane.
    fn to_lane(&self, port: Port, at: At, lane: i32, pieces: &mut Pieces) {
        pieces.across(at.1, at.0, port.across);
        let Some(turn) = port.turn.map(|turn| &self.layout.routes.turns[turn]) else {
            pieces.along(port.across, at.1, lane);
            return;
        };
        let along = self.layout.lane(turn.lane);
        pieces.along(turn.from, at.1, along);
        pieces.across(along, turn.from, turn.to);
        pieces.along(turn.to, along, lane);
    }
}
