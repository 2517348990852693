//! Who acts: the floor over bare arrays, and what a user of petgraph would write.

use std::collections::{HashSet, VecDeque};

use answerable::Accountability::Operational;
use petgraph::Direction::Outgoing;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use crate::dice::{NONE, number};
use crate::user::{Tie, User};

/// Who acts, over arrays by the place of each post.
pub(crate) struct BareCover {
    pub(crate) superior: Vec<u32>,
    pub(crate) able: Vec<bool>,
    /// Where the deputies of each post begin; one more at the end.
    pub(crate) starts: Vec<u32>,
    pub(crate) deputies: Vec<(u32, bool)>,
}

impl BareCover {
    pub(crate) fn new(superior: Vec<u32>, able: Vec<bool>, told: &[Vec<(u32, bool)>]) -> Self {
        let mut starts = vec![0];
        let mut deputies = Vec::new();
        for own in told {
            deputies.extend_from_slice(own);
            starts.push(number(deputies.len()));
        }
        Self {
            superior,
            able,
            starts,
            deputies,
        }
    }

    /// Who acts for a post, if anybody; the queue is kept between questions.
    #[inline]
    pub(crate) fn who_acts(&self, post: u32, waiting: &mut Vec<u32>) -> Option<u32> {
        let mut covered = post;
        loop {
            if self.able[covered as usize] {
                return Some(covered);
            }
            waiting.clear();
            waiting.push(covered);
            let mut next = 0;
            while let Some(&at) = waiting.get(next) {
                let own = self.starts[at as usize] as usize..self.starts[at as usize + 1] as usize;
                for &(deputy, onward) in &self.deputies[own] {
                    if self.able[deputy as usize] {
                        return Some(deputy);
                    }
                    if onward && !waiting.contains(&deputy) {
                        waiting.push(deputy);
                    }
                }
                next += 1;
            }
            covered = self.superior[covered as usize];
            if covered == NONE {
                return None;
            }
        }
    }
}

impl User {
    /// Who acts for a post, given the posts that are absent.
    pub(crate) fn who_acts(
        &self,
        post: NodeIndex,
        absent: &HashSet<NodeIndex>,
    ) -> Option<NodeIndex> {
        let is_able = |post: &NodeIndex| !self.graph[*post].vacant && !absent.contains(post);
        let mut covered = Some(post);
        while let Some(at) = covered {
            if is_able(&at) {
                return Some(at);
            }
            let mut waiting = VecDeque::from([at]);
            let mut seen = HashSet::from([at]);
            while let Some(next) = waiting.pop_front() {
                let ties = self.graph.edges_directed(next, Outgoing);
                let mut deputies: Vec<_> = ties
                    .filter_map(|tie| match *tie.weight() {
                        Tie::Deputy { rank, onward } => Some((rank, onward, tie.target())),
                        Tie::Line(_) => None,
                    })
                    .collect();
                deputies.sort_unstable_by_key(|&(rank, ..)| rank);
                for (_, onward, deputy) in deputies {
                    if is_able(&deputy) {
                        return Some(deputy);
                    }
                    if onward && seen.insert(deputy) {
                        waiting.push_back(deputy);
                    }
                }
            }
            covered = self.superior(at, Operational);
        }
        None
    }
}
