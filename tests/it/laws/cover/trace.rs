//! What is tried before it is found who acts, in the order in which it is tried.

use super::super::records::Deputy;
use super::oracle::{Acting, State, Terms};

/// How a post came to be considered.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Through {
    Itself,
    /// Nominated for this post.
    Nomination(usize),
    Arrangement(Terms),
    /// The line from one post to another, of a kind.
    Reversion(usize, usize, usize),
}

/// Why a post was passed over.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Passed {
    Vacant,
    Absent,
    HoldersAway,
    External,
    OtherMatter,
    NotNamed,
    AttendsOnly,
    AlreadyConsidered,
}

/// A post tried: how it was come to, and every true reason to pass it over; none
/// of one that acts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tried {
    pub(super) post: usize,
    pub(super) through: Through,
    pub(super) passed: Vec<Passed>,
}

/// What has been tried for one question.
struct Trial<'a, 't> {
    acting: &'a Acting<'t>,
    tried: Vec<Tried>,
    considered: Vec<usize>,
    opened: Vec<usize>,
}

impl Acting<'_> {
    /// All that is tried for a post.
    pub(super) fn trace(&self, post: usize) -> Vec<Tried> {
        let mut trial = Trial {
            acting: self,
            tried: vec![],
            considered: vec![],
            opened: vec![],
        };
        let layers = self.layers(post);
        for (layer, &at) in layers.iter().enumerate() {
            let through = match layer {
                0 => Through::Itself,
                _ => Through::Reversion(layers[layer - 1], at, self.kind()),
            };
            let is_over = trial.consider(at, through)
                || self.state(at) == State::External
                || trial.nomination(at)
                || trial.deputies(at);
            assert!(!is_over || layer + 1 == layers.len(), "one oracle");
        }
        trial.tried
    }

    /// Every true reason by which an arrangement does not count.
    pub(super) fn discounted(&self, terms: &Deputy) -> Vec<Passed> {
        let is_named = self.is_named_for_matter(terms);
        let reasons = [
            (Passed::AttendsOnly, terms.attends),
            (Passed::NotNamed, self.is_personal() && !is_named),
            (Passed::OtherMatter, !terms.matters.is_empty() && !is_named),
        ];
        let reasons = reasons.into_iter().filter(|(_, is_so)| *is_so);
        reasons.map(|(reason, _)| reason).collect()
    }
}

impl Trial<'_, '_> {
    /// Whether the post acts.
    fn consider(&mut self, post: usize, through: Through) -> bool {
        let state = match self.acting.state(post) {
            State::Able | State::Body => None,
            State::Vacant => Some(Passed::Vacant),
            State::Absent => Some(Passed::Absent),
            State::HoldersAway => Some(Passed::HoldersAway),
            State::External => Some(Passed::External),
        };
        let is_again = self.considered.contains(&post);
        let passed = state.map(|state| {
            if is_again {
                Passed::AlreadyConsidered
            } else {
                state
            }
        });
        self.considered.push(post);
        let acts = passed.is_none();
        self.tried.push(Tried {
            post,
            through,
            passed: passed.into_iter().collect(),
        });
        acts
    }

    fn nomination(&mut self, post: usize) -> bool {
        let nominee = self.acting.nominee(post);
        nominee.is_some_and(|nominee| self.consider(nominee, Through::Nomination(post)))
    }

    /// Deputies, remove by remove, and at each the pools of equal paths in order.
    fn deputies(&mut self, post: usize) -> bool {
        let mut open: Vec<(Vec<usize>, usize)> = vec![(vec![], post)];
        if self.opened.contains(&post) {
            open.clear();
        }
        self.opened.push(post);
        while !open.is_empty() {
            let mut pools: Vec<(Vec<usize>, Vec<_>)> = Vec::new();
            for (ranks, principal) in open.drain(..) {
                for (terms, rank, deputy, told) in self.acting.terms(principal) {
                    let path = [&ranks[..], &[rank]].concat();
                    match pools.iter_mut().find(|(of, _)| *of == path) {
                        Some((_, pool)) => pool.push((terms, deputy, told)),
                        None => pools.push((path, vec![(terms, deputy, told)])),
                    }
                }
            }
            pools.sort_by(|(one, _), (other, _)| one.cmp(other));
            for (path, pool) in pools {
                let mut acts = false;
                for (terms, deputy, told) in pool {
                    let through = Through::Arrangement(terms);
                    if !self.acting.counts(told) {
                        self.tried.push(Tried {
                            post: deputy,
                            through,
                            passed: self.acting.discounted(told),
                        });
                        continue;
                    }
                    acts |= self.consider(deputy, through);
                    if told.onward && !self.opened.contains(&deputy) {
                        self.opened.push(deputy);
                        open.push((path.clone(), deputy));
                    }
                }
                if acts {
                    return true;
                }
            }
        }
        false
    }
}
