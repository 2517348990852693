//! Times of contenders in turn, so that a noisy machine slows all of them.

use std::hint::black_box;

use crate::clock::{now, since};
use crate::dice::real;

/// What a question must keep to.
#[derive(Clone, Copy)]
pub(crate) enum Bar {
    /// At most so many times the floor.
    Floor(f64),
    /// At least so many times faster than the user of petgraph.
    Faster(f64),
    /// At most so many nanoseconds.
    Nanoseconds(f64),
    /// At most so many times what it takes in an organisation of 1,000 posts,
    /// beside what the floor grows meanwhile.
    Grown(f64),
}

/// Nanoseconds an item, and a sum of the answers, to which the floor must come too.
/// What the user of petgraph answers is compared before, post by post: where that
/// takes long, fewer are timed.
pub(crate) type Took = (f64, u64);

pub(crate) type Contender<'c> = &'c mut dyn FnMut() -> Took;

/// A question as measured: medians in nanoseconds an item, and medians of the
/// ratios of each round.
pub(crate) struct Row {
    pub(crate) what: String,
    /// How many items one answer is about.
    pub(crate) items: f64,
    pub(crate) ours: f64,
    pub(crate) floor: Option<f64>,
    pub(crate) user: Option<f64>,
    pub(crate) to_floor: Option<f64>,
    pub(crate) faster: Option<f64>,
    /// How many times that of a smaller organisation, and the same of the floor.
    pub(crate) grown: Option<f64>,
    pub(crate) floor_grown: Option<f64>,
    pub(crate) bars: Vec<Bar>,
}

impl Row {
    /// What is found where a bar is set, if it could be measured.
    fn found(&self, bar: Bar) -> Option<f64> {
        match bar {
            Bar::Floor(_) => self.to_floor,
            Bar::Faster(_) => self.faster,
            Bar::Nanoseconds(_) => Some(self.ours),
            Bar::Grown(_) => self.grown_beside_floor(),
        }
    }

    fn grown_beside_floor(&self) -> Option<f64> {
        Some(self.grown? / self.floor_grown.unwrap_or(1.0).max(1.0))
    }

    pub(crate) fn grow_from(&mut self, before: &Self) {
        self.grown = Some(self.ours / before.ours);
        let floors = self.floor.zip(before.floor);
        self.floor_grown = floors.map(|(floor, before)| floor / before);
    }

    /// Whether the row keeps to a bar; what was not measured does.
    pub(crate) fn meets(&self, bar: Bar) -> bool {
        self.found(bar).is_none_or(|found| match bar {
            Bar::Floor(most) | Bar::Nanoseconds(most) | Bar::Grown(most) => found <= most,
            Bar::Faster(least) => found >= least,
        })
    }

    /// Whether a bar is missed that bare arrays miss too, not being so much faster
    /// than the user of petgraph: it says nothing of an answer.
    pub(crate) fn is_out_of_reach(&self, bar: Bar) -> bool {
        match (bar, self.user, self.floor) {
            (Bar::Faster(least), Some(user), Some(floor)) => {
                !self.meets(bar) && user / floor < least
            }
            _ => false,
        }
    }

    pub(crate) fn is_met(&self) -> bool {
        let is_met = |&bar: &Bar| self.meets(bar) || self.is_out_of_reach(bar);
        self.bars.iter().all(is_met)
    }
}

/// Asks in turn, and once before for nothing.
pub(crate) fn contest(
    what: impl Into<String>,
    (times, items): (usize, f64),
    bars: &[Bar],
    ours: Contender<'_>,
    mut floor: Option<Contender<'_>>,
    mut user: Option<Contender<'_>>,
) -> Row {
    let what = what.into();
    let (mut mine, mut least, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=times {
        let (took, sum) = ours();
        let at_least = floor.as_mut().map(|floor| floor());
        let other = user.as_mut().map(|user| user().0);
        if let Some((_, floor_sum)) = at_least {
            assert_eq!(sum, floor_sum, "{what}: the answers differ");
        }
        if round > 0 {
            mine.push(took);
            least.extend(at_least.map(|(took, _)| took));
            theirs.extend(other);
        }
    }
    let ratios = |over: &[f64], under: &[f64]| {
        median(
            over.iter()
                .zip(under)
                .map(|(over, under)| over / under)
                .collect(),
        )
    };
    Row {
        what,
        items,
        to_floor: ratios(&mine, &least),
        faster: ratios(&theirs, &mine),
        ours: median(mine).unwrap_or(f64::NAN),
        floor: median(least),
        user: median(theirs),
        grown: None,
        floor_grown: None,
        bars: bars.to_vec(),
    }
}

fn median(mut found: Vec<f64>) -> Option<f64> {
    found.sort_by(f64::total_cmp);
    found.get(found.len() / 2).copied()
}

/// How often, and for how many nanoseconds at least, answers are given before they
/// are timed. Whoever went before has left nothing in the caches, and a cache takes
/// many passes to keep as many megabytes as these arrays are.
const WARMING_UP: (usize, f64) = (3, 20e6);

/// So many answers, one after another, timed once they are warm.
pub(crate) fn batch(count: usize, answer: impl Fn(usize) -> u64) -> Took {
    let (times, least) = WARMING_UP;
    let start = now();
    let mut warmed = 0;
    while warmed < times || since(start) < least {
        total(count, &answer);
        warmed += 1;
    }
    let start = now();
    let sum = total(count, &answer);
    let took = since(start);
    (took / real(count), sum)
}

/// The sum of so many answers.
pub(crate) fn total(count: usize, answer: impl Fn(usize) -> u64) -> u64 {
    black_box((0..count).fold(0_u64, |sum, at| sum.wrapping_add(answer(at))))
}

/// One thing made; letting it go is not timed.
pub(crate) fn making<T>(items: f64, make: impl FnOnce() -> T, sum: impl FnOnce(&T) -> u64) -> Took {
    let start = now();
    let all = black_box(make());
    let took = since(start);
    (took / items, sum(&all))
}

/// The same, made once before to warm up.
pub(crate) fn making_again<T>(
    items: f64,
    make: impl Fn() -> T,
    sum: impl FnOnce(&T) -> u64,
) -> Took {
    drop(black_box(make()));
    making(items, make, sum)
}
