//! How the other lines run: through the gaps between layers and the gutters
//! between blocks, and across no card.
//!
//! Lines of one sort to one post are one bundle; two, where some come from below
//! it and some do not. From each card a line leaves backwards, against the way
//! the chart grows, into the gap before its layer; a card in a stack leaves
//! sideways and then so. There it runs in the lane of its bundle to a gutter,
//! through the layers between to the gap after the layer of the post it leads to,
//! or before it if it does not come from below, and there in a lane to that post;
//! a card in a stack it enters from the side.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::draw::scene::{Scene, Stroke};

use super::blocks::{Blocks, Span};

/// Between two lanes, and between two lines in one gutter.
const LANE: i32 = 7;
const APART: i32 = 5;
/// What a line keeps away from a card that it passes.
const CLEAR: i32 = 5;
/// How many lines run beside a column of a stack before they share their places.
const MOST_BESIDE: usize = 12;
/// Between a card of a stack and the first line beside it: room for its head.
const FIRST: i32 = 12;
/// How often another place in a gutter is tried before lines run on each other.
const TRIES: i32 = 48;

/// The lines of one sort to one card, from below it or not.
pub(super) struct Bundle {
    pub(super) to: u32,
    pub(super) stroke: Stroke,
    pub(super) is_from_below: bool,
    pub(super) from: Vec<u32>,
}

/// Every bundle, by the card it leads to.
pub(super) fn bundles(scene: &Scene<'_>, layers: &[usize]) -> Vec<Bundle> {
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
    drawn
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
        .collect()
}

/// Where a line meets a card.
#[derive(Debug, Clone, Copy)]
pub(super) struct Port {
    pub(super) card: u32,
    /// Where it runs along, beside the card or at it.
    pub(super) across: i32,
    pub(super) side: Side,
}

/// From where a line meets a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Side {
    Before,
    After,
    Beside,
}

/// How one bundle runs.
pub(super) struct Route {
    pub(super) leave: Vec<(usize, Port)>,
    /// The gutters from other gaps to that of the post it leads to: the gap, and
    /// where across.
    pub(super) gutters: Vec<(usize, i32)>,
    /// The lanes, by gap: which, from where to where. None where all of it is
    /// beside one column of a stack.
    pub(super) lanes: BTreeMap<usize, (usize, Span)>,
    pub(super) gap: usize,
    pub(super) enter: Port,
}

/// Every route, and how many lanes each gap has: before each layer, and after the
/// last.
pub(super) struct Routes {
    pub(super) routes: Vec<Route>,
    pub(super) lanes: Vec<usize>,
}

/// Where a lane runs, from the first.
pub(super) fn lane(number: usize) -> i32 {
    i32::try_from(number).map_or(i32::MAX, |number| LANE.saturating_mul(number))
}

/// The room that lines take that leave these cards sideways.
pub(super) fn side(bundles: usize) -> i32 {
    match i32::try_from(bundles.min(MOST_BESIDE)).unwrap_or(0) {
        0 => 0,
        bundles => FIRST + APART * bundles,
    }
}

impl Routes {
    pub(super) fn of(bundles: &[Bundle], blocks: &Blocks) -> Self {
        let ports = Ports::of(bundles, blocks);
        let mut gutters = Gutters::of(blocks);
        let layer = |card: u32| blocks.of_card(card).layer;
        let mut routes: Vec<Route> = Vec::new();
        for (number, bundle) in bundles.iter().enumerate() {
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
            extend(&mut reach, gap, enter.across);
            for &card in &bundle.from {
                let port = ports.at(number, card);
                extend(&mut reach, layer(card), port.across);
                route.leave.push((layer(card), port));
            }
            let others: Vec<usize> = reach
                .keys()
                .copied()
                .filter(|&other| other != gap)
                .collect();
            for other in others {
                let across = gutters.through(other.min(gap)..other.max(gap), enter.across);
                extend(&mut reach, other, across);
                extend(&mut reach, gap, across);
                route.gutters.push((other, across));
            }
            // Within one column of a stack no lane is needed.
            let is_beside = |span: &Span| enter.side == Side::Beside && span.start == span.end;
            if reach.len() == 1 && reach.values().all(is_beside) {
                reach.clear();
            }
            route.lanes = reach
                .into_iter()
                .map(|(gap, span)| (gap, (0, span)))
                .collect();
            routes.push(route);
        }
        let lanes = give_lanes(&mut routes, blocks.layers + 1);
        Self { routes, lanes }
    }
}

fn extend(reach: &mut BTreeMap<usize, Span>, gap: usize, across: i32) {
    let span = reach.entry(gap).or_insert(Span {
        start: across,
        end: across,
    });
    span.start = span.start.min(across);
    span.end = span.end.max(across);
}

/// Gives each bundle a lane in each gap it runs through: the first that is free
/// where it runs.
fn give_lanes(routes: &mut [Route], gaps: usize) -> Vec<usize> {
    let mut wanted: Vec<Vec<(i32, i32, usize)>> = vec![Vec::new(); gaps];
    for (number, route) in routes.iter().enumerate() {
        for (&gap, &(_, span)) in &route.lanes {
            wanted[gap].push((span.start, span.end, number));
        }
    }
    let mut lanes = Vec::new();
    for (gap, mut wanted) in wanted.into_iter().enumerate() {
        wanted.sort_unstable();
        // The lanes in use by where they end, and those that are free again.
        let mut busy: BTreeSet<(i32, usize)> = BTreeSet::new();
        let mut free: BTreeSet<usize> = BTreeSet::new();
        let mut count = 0;
        for (start, end, number) in wanted {
            while let Some(&(until, lane)) = busy.first()
                && until + APART < start
            {
                busy.pop_first();
                free.insert(lane);
            }
            let lane = free.pop_first().unwrap_or_else(|| {
                count += 1;
                count - 1
            });
            busy.insert((end, lane));
            if let Some(given) = routes[number].lanes.get_mut(&gap) {
                given.0 = lane;
            }
        }
        lanes.push(count);
    }
    lanes
}

/// Where each bundle meets each card.
struct Ports {
    at: HashMap<(usize, u32), Port>,
}

impl Ports {
    fn of(bundles: &[Bundle], blocks: &Blocks) -> Self {
        // By card and side: where the other end is, and which bundle.
        let mut meet: BTreeMap<(u32, Side), Vec<(i32, usize)>> = BTreeMap::new();
        let middle = |card: u32| blocks.across[card as usize].middle();
        let side = |card: u32, side: Side| match blocks.of_card(card).column {
            Some(_) => Side::Beside,
            None => side,
        };
        for (number, bundle) in bundles.iter().enumerate() {
            let to = middle(bundle.to);
            let mut sum = 0_i64;
            for &from in &bundle.from {
                let before = side(from, Side::Before);
                meet.entry((from, before)).or_default().push((to, number));
                sum += i64::from(middle(from));
            }
            let count = i64::try_from(bundle.from.len()).unwrap_or(1).max(1);
            let from = i32::try_from(sum / count).unwrap_or(0);
            let enters = if bundle.is_from_below {
                Side::After
            } else {
                Side::Before
            };
            let enters = side(bundle.to, enters);
            meet.entry((bundle.to, enters))
                .or_default()
                .push((from, number));
        }
        let mut ports = Self { at: HashMap::new() };
        let mut beside: HashMap<(u32, usize), Vec<usize>> = HashMap::new();
        for ((card, side), mut ends) in meet {
            ends.sort_unstable();
            if let Some(column) = blocks.of_card(card).column {
                let block = blocks.block_of[card as usize];
                let lines = beside.entry((block, blocks.place[card as usize] / column));
                ports.set_beside(card, &ends, lines.or_default(), blocks);
            } else {
                ports.set(card, side, &ends, blocks);
            }
        }
        ports
    }

    /// Beside a card of a stack: each bundle has its place beside the column.
    fn set_beside(
        &mut self,
        card: u32,
        ends: &[(i32, usize)],
        lines: &mut Vec<usize>,
        blocks: &Blocks,
    ) {
        for &(_, number) in ends {
            let at = lines.iter().position(|&line| line == number);
            let at = at.unwrap_or_else(|| {
                lines.push(number);
                lines.len() - 1
            });
            let at = i32::try_from(at % MOST_BESIDE).unwrap_or(0);
            let across = blocks.across[card as usize].end + FIRST + APART * at;
            let side = Side::Beside;
            self.at.insert((number, card), Port { card, across, side });
        }
    }

    /// Before or after a card, apart from its middle, where the tree runs: to the
    /// side on which the other end is.
    fn set(&mut self, card: u32, side: Side, ends: &[(i32, usize)], blocks: &Blocks) {
        let span = blocks.across[card as usize];
        let left = ends
            .iter()
            .filter(|&&(other, _)| other < span.middle())
            .count();
        let most = i32::try_from(left.max(ends.len() - left))
            .unwrap_or(1)
            .max(1);
        let step = (((span.end - span.start) / 2 - 8) / most).clamp(1, 14);
        for (at, &(_, number)) in ends.iter().enumerate() {
            let at = i32::try_from(at).unwrap_or(0) - i32::try_from(left).unwrap_or(0);
            let at = if at >= 0 { at + 1 } else { at };
            let across = span.middle() + step * at;
            self.at.insert((number, card), Port { card, across, side });
        }
    }

    fn at(&self, bundle: usize, card: u32) -> Port {
        let nowhere = Port {
            card,
            across: 0,
            side: Side::Before,
        };
        self.at.get(&(bundle, card)).copied().unwrap_or(nowhere)
    }
}

/// What is free between blocks, layer by layer, and what lines have taken of it.
struct Gutters {
    /// What blocks take, from left to right.
    taken: Vec<Vec<Span>>,
    lines: Vec<BTreeSet<i32>>,
}

impl Gutters {
    fn of(blocks: &Blocks) -> Self {
        let mut taken = vec![Vec::new(); blocks.layers];
        for block in &blocks.all {
            taken[block.layer].push(Span {
                start: block.across.start - CLEAR,
                end: block.across.end + CLEAR,
            });
        }
        for layer in &mut taken {
            layer.sort_unstable_by_key(|span| span.start);
        }
        let lines = vec![BTreeSet::new(); blocks.layers];
        Self { taken, lines }
    }

    /// A place across that is free in these layers, as near as can be to where it
    /// is wanted.
    fn through(&mut self, layers: std::ops::Range<usize>, wanted: i32) -> i32 {
        let mut right = self.free(&layers, wanted, 1);
        let mut left = self.free(&layers, wanted, -1);
        let mut found = None;
        for _ in 0..TRIES {
            let to_the_right = right - wanted <= wanted - left;
            let across = if to_the_right { right } else { left };
            if self.is_untaken(&layers, across) {
                found = Some(across);
                break;
            }
            if to_the_right {
                right = self.free(&layers, right + APART, 1);
            } else {
                left = self.free(&layers, left - APART, -1);
            }
        }
        let across = found.unwrap_or(right);
        for layer in layers {
            self.lines[layer].insert(across);
        }
        across
    }

    fn is_untaken(&self, layers: &std::ops::Range<usize>, across: i32) -> bool {
        let near = across + 1 - APART..across + APART;
        layers
            .clone()
            .all(|layer| self.lines[layer].range(near.clone()).next().is_none())
    }

    /// The first place from `across` on, to this side, that no block takes.
    fn free(&self, layers: &std::ops::Range<usize>, mut across: i32, side: i32) -> i32 {
        loop {
            let before = across;
            for layer in layers.clone() {
                let taken = &self.taken[layer];
                let at = taken.partition_point(|span| span.end <= across);
                if let Some(span) = taken.get(at).filter(|span| span.start < across) {
                    across = if side > 0 { span.end } else { span.start };
                }
            }
            if across == before {
                return across;
            }
        }
    }
}
