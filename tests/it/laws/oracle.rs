//! Who answers to whom, worked out the slow way from sound records: closures and
//! loops over everything, and no cleverness.

use super::records::{Rule, Seat, Sort, Told, Up};

/// The superior of a post in one kind; posts and rules by their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// This post, by this rule if by any.
    Known(usize, Option<usize>),
    NoneAbove,
    /// Not stated, on account of this rule if of any.
    Unstated(Option<usize>),
}

impl Answer {
    pub(super) fn post(self) -> Option<usize> {
        match self {
            Self::Known(post, _) => Some(post),
            _ => None,
        }
    }

    pub(super) fn rule(self) -> Option<usize> {
        match self {
            Self::Known(_, rule) | Self::Unstated(rule) => rule,
            Self::NoneAbove => None,
        }
    }
}

/// The answers of an organisation, kind by kind, post by post.
pub(super) struct Oracle<'t> {
    pub(super) told: &'t Told,
    pub(super) superior: [Vec<Answer>; 3],
}

/// How far `inner` lies within `outer`: 0 if they are one; none if it does not.
fn remove(outer: &str, inner: &str, within: &dyn Fn(&str) -> Option<String>) -> Option<usize> {
    let mut at = inner.to_owned();
    for steps in 0.. {
        if at == outer {
            return Some(steps);
        }
        at = within(&at)?;
    }
    None
}

impl<'t> Oracle<'t> {
    /// Of records of which the superior lines may yet form circles.
    pub(super) fn of(told: &'t Told) -> Self {
        let mut oracle = Self {
            told,
            superior: [vec![], vec![], vec![]],
        };
        for kind in 0..3 {
            let answers = (0..told.posts.len())
                .map(|post| oracle.answer(post, kind))
                .collect();
            oracle.superior[kind] = answers;
        }
        oracle
    }

    pub(super) fn number(&self, id: &str) -> usize {
        self.told
            .posts
            .iter()
            .position(|seat| seat.id == id)
            .expect("a sound reference")
    }

    pub(super) fn len(&self) -> usize {
        self.told.posts.len()
    }

    /// How far the unit and the profession of a post lie within those of a rule;
    /// none if they do not. A rule without a profession is the farthest away.
    pub(super) fn removes(&self, rule: &Rule, seat: &Seat) -> Option<(usize, usize)> {
        let within = |of: &'t [super::records::Area]| {
            move |id: &str| of.iter().find(|area| area.id == id)?.within.clone()
        };
        let unit = remove(&rule.unit, seat.unit.as_ref()?, &within(&self.told.units))?;
        let profession = match &rule.profession {
            None => usize::MAX,
            Some(outer) => remove(
                outer,
                seat.profession.as_ref()?,
                &within(&self.told.professions),
            )?,
        };
        Some((unit, profession))
    }

    pub(super) fn covers(&self, rule: &Rule, seat: &Seat) -> bool {
        seat.sort == Sort::Individual && self.removes(rule, seat).is_some()
    }

    /// The rule that gives a post its line of a kind.
    fn rule_of(&self, seat: &Seat, kind: usize) -> Option<usize> {
        let covering = self.told.heads.iter().enumerate().filter(|(_, rule)| {
            rule.kind == kind && self.covers(rule, seat) && rule.head.as_ref() != Some(&seat.id)
        });
        let nearest = covering.min_by_key(|(_, rule)| {
            let (unit, profession) = self.removes(rule, seat).unwrap_or_default();
            if kind == 1 {
                (profession, unit)
            } else {
                (unit, profession)
            }
        });
        nearest.map(|(number, _)| number)
    }

    fn answer(&self, post: usize, kind: usize) -> Answer {
        let seat = &self.told.posts[post];
        if seat.sort == Sort::External {
            return Answer::NoneAbove;
        }
        match &seat.up[kind] {
            Up::To(to) => return Answer::Known(self.number(to), None),
            Up::NoneAbove => return Answer::NoneAbove,
            Up::Unstated => return Answer::Unstated(None),
            Up::Silent => {}
        }
        let Some(number) = self.rule_of(seat, kind) else {
            return Answer::Unstated(None);
        };
        let rule = &self.told.heads[number];
        match &rule.head {
            None => Answer::Unstated(Some(number)),
            Some(head) => {
                let through = if rule.through && kind != 0 {
                    self.nearest_covered(post, rule)
                } else {
                    None
                };
                Answer::Known(through.unwrap_or_else(|| self.number(head)), Some(number))
            }
        }
    }

    /// The nearest post above in the operational chain that is under a rule.
    fn nearest_covered(&self, post: usize, rule: &Rule) -> Option<usize> {
        let chain = self.chain(post, 0);
        chain
            .into_iter()
            .find(|&above| self.covers(rule, &self.told.posts[above]))
    }

    /// Everyone above, nearest first; a circle is gone round once.
    pub(super) fn chain(&self, post: usize, kind: usize) -> Vec<usize> {
        let mut chain = Vec::new();
        let mut at = post;
        while let Some(above) = self.superior[kind][at].post() {
            if chain.contains(&above) {
                break;
            }
            chain.push(above);
            at = above;
        }
        chain
    }

    /// Whether `upper` is above `lower`, for every pair: the closure of the lines.
    pub(super) fn closure(&self, kind: usize) -> Vec<Vec<bool>> {
        let mut above = vec![vec![false; self.len()]; self.len()];
        for (post, answer) in self.superior[kind].iter().enumerate() {
            if let Some(superior) = answer.post() {
                above[superior][post] = true;
            }
        }
        for through in 0..self.len() {
            for upper in 0..self.len() {
                for lower in 0..self.len() {
                    above[upper][lower] |= above[upper][through] && above[through][lower];
                }
            }
        }
        above
    }

    pub(super) fn reports(&self, post: usize, kind: usize) -> Vec<usize> {
        (0..self.len())
            .filter(|&lower| self.superior[kind][lower].post() == Some(post))
            .collect()
    }

    /// The lowest post that is, or is above, each of two.
    pub(super) fn nearest_common(&self, a: usize, b: usize, kind: usize) -> Option<usize> {
        let with = |post| {
            std::iter::once(post)
                .chain(self.chain(post, kind))
                .collect::<Vec<_>>()
        };
        let other = with(b);
        with(a).into_iter().find(|post| other.contains(post))
    }

    /// The circles of a kind, each whole from its first post upwards.
    pub(super) fn circles(&self, kind: usize) -> Vec<Vec<usize>> {
        let starts = (0..self.len()).filter_map(|post| {
            let mut round = self.chain(post, kind);
            (round.last() == Some(&post)).then(|| {
                round.rotate_right(1);
                round
            })
        });
        starts
            .filter(|round| round.iter().min() == round.first())
            .collect()
    }
}
