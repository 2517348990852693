//! The lanes of each gap, in which lines run across.

use std::collections::BTreeSet;

use super::contour::Span;
use super::taken::APART;

/// Between two lanes.
const BETWEEN: i32 = 7;

/// The parts of a gap: where lines from before it turn aside, where every line
/// runs, and where lines from after it turn aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Before,
    Within,
    After,
}

/// A lane: of a gap, in a part of it, the how manieth there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lane {
    pub(super) gap: usize,
    pub(super) part: Part,
    pub(super) number: usize,
}

/// Who runs across, where.
pub(super) struct Run {
    pub(super) gap: usize,
    pub(super) part: Part,
    pub(super) span: Span,
}

/// How many lanes there are in each part of each gap.
pub(super) struct Lanes {
    counts: Vec<[usize; 3]>,
}

impl Lanes {
    /// Gives each the first lane that is free where it runs.
    pub(super) fn give(runs: &[Run], gaps: usize) -> (Self, Vec<Lane>) {
        let mut counts = vec![[0; 3]; gaps];
        let mut order: Vec<usize> = (0..runs.len()).collect();
        order.sort_unstable_by_key(|&at| {
            let Run { gap, part, span } = runs[at];
            (gap, part, span.start, span.end, at)
        });
        let mut given = vec![
            Lane {
                gap: 0,
                part: Part::Within,
                number: 0
            };
            runs.len()
        ];
        for runs_of_part in
            order.chunk_by(|&a, &b| (runs[a].gap, runs[a].part) == (runs[b].gap, runs[b].part))
        {
            // The lanes in use by where they end, and those that are free again.
            let mut busy: BTreeSet<(i32, usize)> = BTreeSet::new();
            let mut free: BTreeSet<usize> = BTreeSet::new();
            let mut count = 0;
            for &at in runs_of_part {
                let Run { gap, part, span } = runs[at];
                while let Some(&(until, lane)) = busy.first()
                    && until + APART < span.start
                {
                    busy.pop_first();
                    free.insert(lane);
                }
                let number = free.pop_first().unwrap_or_else(|| {
                    count += 1;
                    count - 1
                });
                busy.insert((span.end, number));
                given[at] = Lane { gap, part, number };
                counts[gap][part as usize] = count;
            }
        }
        (Self { counts }, given)
    }

    /// What the lanes of a gap take along.
    pub(super) fn room(&self, gap: usize) -> i32 {
        reach(self.counts[gap].iter().sum())
    }

    /// Where a lane runs, from the first of its gap.
    pub(super) fn along(&self, lane: Lane) -> i32 {
        let before = &self.counts[lane.gap][..lane.part as usize];
        reach(before.iter().sum::<usize>() + lane.number)
    }
}

fn reach(lanes: usize) -> i32 {
    i32::try_from(lanes).map_or(i32::MAX, |lanes| BETWEEN.saturating_mul(lanes))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lanes of runs in one gap, and what all of them take.
    fn lanes(runs: &[(i32, i32)]) -> (Vec<usize>, i32) {
        let runs = runs.iter().map(|&(start, end)| Run {
            gap: 1,
            part: Part::Within,
            span: Span { start, end },
        });
        let (lanes, given) = Lanes::give(&runs.collect::<Vec<_>>(), 2);
        assert_eq!(lanes.room(0), 0);
        (
            given.iter().map(|lane| lane.number).collect(),
            lanes.room(1),
        )
    }

    #[test]
    fn a_lane_is_free_again_where_one_that_ran_there_is_well_past() {
        assert_eq!(lanes(&[(0, 10), (15, 20)]), (vec![0, 1], 14));
        assert_eq!(lanes(&[(0, 10), (16, 20)]), (vec![0, 0], 7));
        let three = [(30, 40), (0, 10), (5, 50)];
        assert_eq!(lanes(&three), (vec![0, 0, 1], 14));
    }
}
