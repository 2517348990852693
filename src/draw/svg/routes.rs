//! How the other lines run: through the gaps between layers and the gutters
//! between blocks, and across no card.
//!
//! From each card a line leaves backwards, against the way the chart grows, into
//! the gap before its layer; a card in a stack leaves sideways and then so. There
//! it runs in the lane of its bundle to a gutter, through the layers between to
//! the gap after the layer of the post it leads to, or before it if it does not
//! come from below, and there in a lane to that post; a card in a stack it enters
//! from the side. No two bundles run on each other, nor on the tree, but for those
//! of one sort at a card that has no room for each.

use std::collections::BTreeMap;

use super::blocks::Blocks;
use super::bundles::{Bundle, Bundles};
use super::cards::Face;
use super::contour::Span;
use super::lanes::{Lane, Lanes, Part, Run};
use super::ports::{Port, Ports};
use super::taken::{By, Taken};

/// From one gap to another.
pub(super) struct Gutter {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) across: i32,
}

/// Where a line turns aside: from where to where, and in which lane.
pub(super) struct Turned {
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) lane: Lane,
}

/// How one bundle runs.
pub(super) struct Route {
    /// Where it leaves each card, and in which gap it comes to its lane.
    pub(super) leave: Vec<(usize, Port)>,
    pub(super) gutters: Vec<Gutter>,
    /// Its lane in each gap, from where to where. None where all of it is beside
    /// one column of a stack.
    pub(super) lanes: BTreeMap<usize, (Lane, Span)>,
    pub(super) gap: usize,
    pub(super) enter: Port,
}

/// Every route, and the lanes of each gap: before each layer.
pub(super) struct Routes {
    pub(super) all: Vec<Route>,
    pub(super) turns: Vec<Turned>,
    pub(super) lanes: Lanes,
}

impl Routes {
    pub(super) fn of(bundles: &Bundles, blocks: &Blocks, faces: &[Face]) -> Self {
        let mut runs: Vec<Run> = Vec::new();
        let (mut routes, mut turns) = (Vec::new(), Vec::new());
        if !bundles.all.is_empty() {
            let mut taken = Taken::of(blocks);
            let ports = Ports::of(bundles, blocks, faces, &mut taken);
            for (number, bundle) in (0..).zip(&bundles.all) {
                routes.push(route(number, bundle, blocks, &ports, &mut taken, &mut runs));
            }
            turns = ports.turns;
        }
        runs.extend(turns.iter().map(|turn| Run {
            gap: turn.gap,
            part: turn.part,
            span: Span {
                start: turn.from.min(turn.to),
                end: turn.from.max(turn.to),
            },
        }));
        let (lanes, given) = Lanes::give(&runs, blocks.layers);
        let mut given = given.into_iter();
        for route in &mut routes {
            for ((lane, _), given) in route.lanes.values_mut().zip(&mut given) {
                *lane = given;
            }
        }
        let turns = turns.iter().zip(given).map(|(turn, lane)| Turned {
            from: turn.from,
            to: turn.to,
            lane,
        });
        Self {
            all: routes,
            turns: turns.collect(),
            lanes,
        }
    }

    /// How far lines reach across.
    pub(super) fn reach(&self) -> impl Iterator<Item = (i32, i32)> {
        let lanes = self.all.iter().flat_map(|route| route.lanes.values());
        let lanes = lanes.map(|&(_, span)| (span.start, span.end));
        let turns = self.turns.iter();
        lanes.chain(turns.map(|turn| (turn.from.min(turn.to), turn.from.max(turn.to))))
    }
}

fn route(
    number: u32,
    bundle: &Bundle,
    blocks: &Blocks,
    ports: &Ports<'_>,
    taken: &mut Taken,
    runs: &mut Vec<Run>,
) -> Route {
    let layer = |card: u32| blocks.of_card(card).layer;
    let enter = ports.at(number, bundle.to);
    let gap = layer(bundle.to) + usize::from(bundle.is_from_below);
    let mut route = Route {
        leave: Vec::new(),
        gutters: Vec::new(),
        lanes: BTreeMap::new(),
        gap,
        enter,
    };
    let mut reach: BTreeMap<usize, Span> = BTreeMap::new();
    let mut wanted = ports.turned(enter);
    extend(&mut reach, gap, wanted);
    for &card in &bundle.from {
        let port = ports.at(number, card);
        extend(&mut reach, layer(card), ports.turned(port));
        route.leave.push((layer(card), port));
    }
    // From gap to gap, away from the card it leads to.
    let mut others: Vec<usize> = reach.keys().copied().collect();
    others.sort_unstable_by_key(|other| other.abs_diff(gap));
    for two in others.windows(2) {
        let (to, from) = (two[0], two[1]);
        let gaps = from.min(to)..from.max(to);
        let across = taken.through(gaps, wanted, By::Bundle(number));
        extend(&mut reach, from, across);
        extend(&mut reach, to, across);
        route.gutters.push(Gutter { from, to, across });
        wanted = across;
    }
    // Within one column of a stack no lane is needed.
    let mut leave = route.leave.iter();
    if leave.all(|(_, port)| enter.is_beside_with(*port, blocks)) {
        return route;
    }
    let lanes = reach.into_iter().map(|(gap, span)| {
        let part = Part::Within;
        runs.push(Run { gap, part, span });
        let lane = Lane {
            gap,
            part,
            number: 0,
        };
        (gap, (lane, span))
    });
    route.lanes = lanes.collect();
    route
}

fn extend(reach: &mut BTreeMap<usize, Span>, gap: usize, across: i32) {
    let span = reach.entry(gap).or_insert(Span {
        start: across,
        end: across,
    });
    span.start = span.start.min(across);
    span.end = span.end.max(across);
}
