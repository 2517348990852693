//! Who manages whom: a tree of trusts under one top, grown from the seed.

use std::collections::VecDeque;
use std::ops::Range;

use crate::dice::{Dice, NONE, number};

/// The deepest a post can be.
const DEEPEST: u8 = 14;

/// Heads of professions of the whole country.
pub(crate) const NATIONAL_HEADS: usize = 12;

/// Posts in the order in which they are planned: a manager before its reports,
/// reports together.
pub(crate) struct Plan {
    pub(crate) superior: Vec<u32>,
    pub(crate) depth: Vec<u8>,
    /// The first report and how many there are.
    pub(crate) reports: Vec<(u32, u32)>,
    pub(crate) national_heads: Range<usize>,
    /// Which posts each trust has; its chief executive is the first.
    pub(crate) trusts: Vec<Range<usize>>,
}

impl Plan {
    pub(crate) fn grow(posts: usize, dice: &mut Dice) -> Self {
        let mut plan = Self {
            superior: Vec::with_capacity(posts),
            depth: Vec::with_capacity(posts),
            reports: Vec::with_capacity(posts),
            national_heads: 0..0,
            trusts: Vec::new(),
        };
        let trusts = (posts / 500).clamp(2, 200);
        let top = plan.add(NONE);
        let director = plan.add(top);
        let regions: Vec<u32> = (0..(trusts / 28).max(1)).map(|_| plan.add(top)).collect();
        let first = plan.superior.len();
        for _ in 0..NATIONAL_HEADS {
            plan.add(director);
        }
        plan.national_heads = first..plan.superior.len();
        let systems: Vec<u32> = (0..(trusts / 5).max(1))
            .map(|at| plan.add(regions[at % regions.len()]))
            .collect();
        let weights: Vec<usize> = (0..trusts).map(|_| 500 + dice.below(1_000)).collect();
        let (central, all) = (plan.superior.len(), weights.iter().sum::<usize>());
        let mut so_far = 0;
        for (at, weight) in weights.into_iter().enumerate() {
            so_far += weight;
            let end = central + (posts - central) * so_far / all;
            plan.grow_trust(systems[at % systems.len()], end, dice);
        }
        plan
    }

    fn add(&mut self, superior: u32) -> u32 {
        let post = number(self.superior.len());
        let depth = match superior {
            NONE => 0,
            superior => {
                let (first, count) = &mut self.reports[superior as usize];
                *first = (*first).min(post);
                *count += 1;
                self.depth[superior as usize] + 1
            }
        };
        self.superior.push(superior);
        self.depth.push(depth);
        self.reports.push((NONE, 0));
        post
    }

    /// A trust of the posts up to `end`. Each manager has 4 to 12 reports, but for
    /// one in seventeen, who has one: so some chains are deep.
    fn grow_trust(&mut self, system: u32, end: usize, dice: &mut Dice) {
        let first = self.superior.len();
        let chief = self.add(system);
        let mut waiting = VecDeque::from([chief]);
        while self.superior.len() < end {
            let taken = if waiting.len() > 1 && dice.one_in(4) {
                waiting.swap_remove_back(dice.below(waiting.len()))
            } else {
                waiting.pop_front()
            };
            // A trust in which everyone is too deep goes on below its chief.
            let manager = taken.unwrap_or(chief);
            if self.depth[manager as usize] >= DEEPEST {
                continue;
            }
            let is_alone = manager != chief && dice.one_in(17);
            let reports = if is_alone { 1 } else { 4 + dice.below(9) };
            for _ in 0..reports.min(end - self.superior.len()) {
                let report = self.add(manager);
                if is_alone && dice.percent(60) {
                    waiting.push_front(report);
                } else {
                    waiting.push_back(report);
                }
            }
        }
        self.trusts.push(first..self.superior.len());
    }

    pub(crate) fn len(&self) -> usize {
        self.superior.len()
    }

    pub(crate) fn is_manager(&self, post: usize) -> bool {
        self.reports[post].1 > 0
    }
}
