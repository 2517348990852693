//! The lines: those by which cards stand, and those that run besides.

use crate::draw::out::Out;
use crate::draw::scene::Scene;
use crate::draw::style::{self, Look};

use super::Layout;
use super::routes::{Bundle, Port, Route, Side};
use super::strokes;

/// A place: across, along.
type At = (i32, i32);

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
            Some(&(lane, _)) => layout.lane(gap, lane),
            None => self.beside(route.enter) + 3,
        };
        strokes::begin(look, &class(look), out);
        for &(gap, port) in &route.leave {
            self.leave(port, lane(gap), out);
        }
        for (&gap, &(_, span)) in &route.lanes {
            if span.start < span.end {
                self.stretch((span.start, lane(gap)), (span.end, lane(gap)), out);
            }
        }
        for &(gap, across) in &route.gutters {
            self.stretch((across, lane(gap)), (across, lane(route.gap)), out);
        }
        let (tip, back) = self.enter(route.enter, lane(route.gap), look, out);
        strokes::end(out);
        let (tip, back) = (self.layout.on_page(tip), self.layout.on_page(back));
        strokes::head(look, Some(look.class), tip, back, out);
    }

    /// From a card to its lane.
    fn leave(&self, port: Port, lane: i32, out: &mut Out<'_>) {
        let along = match port.side {
            Side::Beside => self.beside(port) - 3,
            Side::Before | Side::After => self.layout.start(port.card),
        };
        if port.side == Side::Beside {
            let edge = self.layout.blocks.across[port.card as usize].end;
            self.stretch((edge, along), (port.across, along), out);
        }
        self.stretch((port.across, along), (port.across, lane), out);
    }

    /// Where a line meets a card from the side: the farther from it a line runs,
    /// the lower.
    fn beside(&self, port: Port) -> i32 {
        let edge = self.layout.blocks.across[port.card as usize].end;
        let room = self.layout.faces[port.card as usize].along / 2 - 8;
        let step = (port.across - edge) / 2;
        self.layout.middle(port.card) + step % room.max(1) - room / 2
    }

    /// From its lane to the card: where the head has its tip, and where its back.
    fn enter(&self, port: Port, lane: i32, look: Look, out: &mut Out<'_>) -> (At, At) {
        let long = strokes::reach(look.head);
        let layout = self.layout;
        let (tip, back) = match port.side {
            Side::Beside => {
                let (along, edge) = (
                    self.beside(port) + 3,
                    layout.blocks.across[port.card as usize].end,
                );
                ((edge, along), (edge + long, along))
            }
            Side::After => {
                let edge = layout.end(port.card);
                ((port.across, edge), (port.across, edge + long))
            }
            Side::Before => {
                let edge = layout.start(port.card);
                ((port.across, edge), (port.across, edge - long))
            }
        };
        self.stretch((port.across, lane), (port.across, back.1), out);
        if port.side == Side::Beside {
            let (x, y) = self.layout.on_page(back);
            out.put(format_args!("L{x} {y}"));
        }
        (tip, back)
    }
}
