//! The rules of faulty records, and the circles: among the lines told and those by
//! rule, after whatever else is faulty has been taken out.

use super::facts::Mark;
use super::records::{KIND_WORDS, Rule, Sort, Up};
use super::verdict::{Verdict, key, post};

/// Whether a post is in the area of a rule.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Yes,
    No,
    /// A problem leaves it open.
    Open,
}

impl Verdict<'_> {
    /// The headships that stand, and those of one area.
    pub(super) fn headships(&mut self) {
        let mut areas: Vec<(usize, &str, Option<&str>, Vec<usize>)> = Vec::new();
        for (at, rule) in self.told.heads.iter().enumerate() {
            let place = |of: &str| vec![key("head"), Mark::Item(at), key(of)];
            let profession = rule.profession.as_deref();
            let is_unit = self.within[0].contains_key(rule.unit.as_str());
            let is_profession = profession.is_none_or(|id| self.within[1].contains_key(id));
            let head = rule.head.as_deref();
            if !is_unit {
                self.note(format!("unknown unit {:?}", rule.unit), place("unit"));
            }
            if !is_profession {
                self.note(
                    format!("unknown profession {:?}", profession.unwrap_or("")),
                    place("profession"),
                );
            }
            if head.is_some_and(|head| !self.is_told(head)) {
                self.note(
                    format!("unknown head {:?}", head.unwrap_or("")),
                    place("post"),
                );
            }
            if !is_unit || !is_profession {
                self.cover_nobody(rule, is_unit);
                continue;
            }
            let is_faulty = head.is_some_and(|head| self.number(head).is_none());
            if let Some((.., group)) = areas.iter_mut().find(|(kind, unit, of, _)| {
                (*kind, *unit, *of) == (rule.kind, &rule.unit, profession)
            }) {
                group.push(at);
            } else {
                areas.push((rule.kind, &rule.unit, profession, vec![at]));
                self.rules.push((at, rule, is_faulty));
            }
        }
        for (.., group) in areas.into_iter().filter(|(.., group)| group.len() > 1) {
            let numbers: Vec<_> = group.iter().map(|at| at + 1).collect();
            self.note(
                format!("headships alike {numbers:?}"),
                vec![key("head"), Mark::Item(group[1])],
            );
            for (at, _, is_faulty) in &mut self.rules {
                *is_faulty |= *at == group[0];
            }
        }
    }

    /// A headship of which it is open what it covers leaves all that it may cover
    /// open.
    fn cover_nobody(&mut self, rule: &Rule, is_unit: bool) {
        for &at in &self.posts {
            let seat = &self.told.posts[at];
            let unit = seat
                .unit
                .as_deref()
                .filter(|unit| self.within[0].contains_key(unit));
            let may_be = unit.is_some_and(|unit| {
                !is_unit || self.outwards(0, unit).contains(&rule.unit.as_str())
            });
            if seat.sort == Sort::Individual && may_be && seat.up[rule.kind] == Up::Silent {
                self.own[rule.kind].insert(at);
                self.open[rule.kind].insert(at);
            }
        }
    }

    /// Gives posts their lines by rule, and finds and cuts the circles.
    pub(super) fn resolve(&mut self, kind: usize) {
        let has_rules = self.rules.iter().any(|(_, rule, _)| rule.kind == kind);
        for at in self.posts.clone() {
            let seat = &self.told.posts[at];
            let is_covered = seat.sort == Sort::Individual && !self.own[kind].contains(&at);
            if is_covered && has_rules {
                self.cover(at, kind);
            }
        }
        for start in self.posts.clone() {
            let round = self.round_of(start, kind);
            if round.iter().min() == Some(&start) {
                self.note_round(&round, kind);
            }
        }
    }

    fn cover(&mut self, at: usize, kind: usize) {
        let seat = &self.told.posts[at];
        let is_open =
            self.unplaced[0].contains(&at) || seat.unit.is_some() && self.unplaced[1].contains(&at);
        if is_open {
            self.open[kind].insert(at);
            return;
        }
        let covering = self.rules.iter().filter(|(_, rule, is_faulty)| {
            rule.kind == kind
                && self.area(rule, at) == Inside::Yes
                // Who heads a faulty one is not known, so nobody is outside it.
                && (*is_faulty || rule.head.as_ref() != Some(&seat.id))
        });
        let nearest = covering.min_by_key(|(_, rule, _)| {
            let unit = self.remove(0, Some(&rule.unit), seat.unit.as_deref());
            let profession = self.remove(1, rule.profession.as_deref(), seat.profession.as_deref());
            if kind == 1 {
                (profession, unit)
            } else {
                (unit, profession)
            }
        });
        let Some(&(number, rule, is_faulty)) = nearest else {
            return;
        };
        if is_faulty {
            self.open[kind].insert(at);
        }
        let Some(head) = rule.head.as_deref().filter(|_| !is_faulty) else {
            return;
        };
        let head = self.number(head);
        let above = if rule.through && kind != 0 {
            self.through(at, rule, head)
        } else {
            head
        };
        match above {
            Some(above) => self.superior[kind][at] = Some((above, Some(number))),
            None => _ = self.open[kind].insert(at),
        }
    }

    /// How far one area lies within another; without one it is the farthest.
    fn remove(&self, table: usize, outer: Option<&str>, inner: Option<&str>) -> usize {
        let inner = inner.and_then(|inner| self.within[table].get_key_value(inner));
        let around = inner
            .map(|(inner, _)| self.outwards(table, inner))
            .unwrap_or_default();
        around
            .iter()
            .position(|id| Some(*id) == outer)
            .unwrap_or(usize::MAX)
    }

    fn area(&self, rule: &Rule, at: usize) -> Inside {
        let seat = &self.told.posts[at];
        if seat.sort != Sort::Individual {
            return Inside::No;
        }
        let is_in = |table: usize, outer: Option<&str>, inner: Option<&str>| {
            if outer.is_none() || self.remove(table, outer, inner) != usize::MAX {
                Inside::Yes
            } else if self.unplaced[table].contains(&at) {
                Inside::Open
            } else {
                Inside::No
            }
        };
        let unit = is_in(0, Some(&rule.unit), seat.unit.as_deref());
        let profession = is_in(1, rule.profession.as_deref(), seat.profession.as_deref());
        match (unit, profession) {
            (Inside::No, _) | (_, Inside::No) => Inside::No,
            (Inside::Open, _) | (_, Inside::Open) => Inside::Open,
            (Inside::Yes, Inside::Yes) => Inside::Yes,
        }
    }

    /// Where a rule leads that goes through operational lines; nowhere if that is
    /// open.
    fn through(&self, post: usize, rule: &Rule, head: Option<usize>) -> Option<usize> {
        let mut at = post;
        loop {
            match self.superior[0][at] {
                None if self.open[0].contains(&at) => return None,
                None => return head,
                Some((above, _)) => match self.area(rule, above) {
                    Inside::Yes => return Some(above),
                    Inside::Open => return None,
                    Inside::No => at = above,
                },
            }
        }
    }

    /// The circle that a post is on, from there upwards.
    fn round_of(&self, start: usize, kind: usize) -> Vec<usize> {
        let mut round = vec![start];
        while let Some((above, _)) = self.superior[kind][round[round.len() - 1]] {
            if above == start {
                return round;
            }
            if round.contains(&above) {
                break;
            }
            round.push(above);
        }
        Vec::new()
    }

    fn note_round(&mut self, round: &[usize], kind: usize) {
        let step = |&at: &usize| {
            let rule = self.superior[kind][at].and_then(|(_, rule)| rule);
            (self.told.posts[at].id.as_str(), rule.is_some())
        };
        let steps: Vec<_> = round.iter().map(step).collect();
        let place = post(&self.told.posts[round[0]], &[key(KIND_WORDS[kind])]);
        let is_told = |at: &&usize| matches!(self.told.posts[**at].up[kind], Up::To(_));
        let told: Vec<usize> = round.iter().filter(is_told).copied().collect();
        let what = format!("{} circle {steps:?}", KIND_WORDS[kind]);
        for at in if told.is_empty() {
            round.to_vec()
        } else {
            told
        } {
            self.superior[kind][at] = None;
            self.open[kind].insert(at);
        }
        self.note(what, place);
    }
}
