//! Headships: which stand, and what each post gets from them.

use std::collections::BTreeMap;

use foldhash::HashMap;

use crate::document::{HeadEntry, NONE, PlaceStep, Table, Txt};
use crate::model::{Accountability, PostKind};
use crate::organisation::store::rule_in_words;
use crate::problem::{Named, ProblemKind};

use super::Validation;
use super::rules::{Cover, Covered, Rule};

/// Where headships of unknown area may cover posts of one kind.
#[derive(Default)]
pub(super) struct Wild {
    /// In any unit, and the problem.
    anywhere: Option<usize>,
    /// In these units and all within, and the problem.
    within: HashMap<u32, usize>,
}

impl Validation {
    /// Judges the headships; what remains are rules.
    pub(super) fn headships(&mut self) {
        let heads = std::mem::take(&mut self.document.heads);
        let mut groups: HashMap<(Accountability, u32, Option<u32>), usize> = HashMap::default();
        let mut repeated: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for (at, head) in (0..).zip(&heads) {
            let Some(rule) = self.rule(at, head) else {
                continue;
            };
            match groups.get(&(rule.kind, rule.unit, rule.profession)) {
                None => {
                    groups.insert((rule.kind, rule.unit, rule.profession), self.rules.len());
                    self.rules.push(rule);
                }
                Some(&first) => {
                    let group = repeated.entry(first);
                    group
                        .or_insert_with(|| vec![self.rules[first].head])
                        .push(at);
                }
            }
        }
        for (rule, group) in repeated {
            self.repeated_headship(rule, &group, &heads);
        }
        self.document.heads = heads;
    }

    fn repeated_headship(&mut self, rule: usize, group: &[u32], heads: &[HeadEntry]) {
        let head = heads[group[0] as usize];
        let of_profession = |id| self.document.professions.ids.get(id).to_owned();
        let kind = ProblemKind::RepeatedHeadship {
            kind: self.rules[rule].kind,
            unit: head
                .unit
                .map(|id| self.document.units.ids.get(id).to_owned())
                .unwrap_or_default(),
            profession: head.profession.map(of_profession),
            headships: group.iter().map(|&at| at as usize + 1).collect(),
        };
        let places: Vec<_> = group
            .iter()
            .map(|&at| Self::head_place(at as usize, Vec::new()))
            .collect();
        let problem = self.report(kind, places[1].clone(), places);
        self.rules[rule].post = None;
        self.rules[rule].fault.get_or_insert(problem);
    }

    /// The rule a headship makes. One with a fault that leaves its area known
    /// covers it all the same, its head not stated; one whose area is unknown
    /// leaves in doubt whatever it may cover.
    fn rule(&mut self, at: u32, head: &HeadEntry) -> Option<Rule> {
        let (mut fault, mut is_open) = match self.faulty_heads.get(&at) {
            Some(&(problem, is_open)) => (Some(problem), is_open),
            None => (None, false),
        };
        let unit = self.head_refers(at, "unit", Table::Unit, head.unit, Named::Unit);
        let profession = self.head_refers(
            at,
            "profession",
            Table::Profession,
            head.profession,
            Named::Profession,
        );
        let post = self.head_refers(at, "post", Table::Post, head.post, Named::Head);
        for (problem, opens) in [(&unit, true), (&profession, true), (&post, false)] {
            if let Err(problem) = problem {
                fault.get_or_insert(*problem);
                is_open |= opens;
            }
        }
        let (unit, profession) = (unit.ok().flatten(), profession.ok().flatten());
        if let (Some(problem), true) = (fault, is_open || head.kind.is_none() || unit.is_none()) {
            self.open_area(head.kind, unit, problem);
            return None;
        }
        let (kind, unit) = (head.kind?, unit?);
        let post = if fault.is_some() {
            None
        } else {
            post.ok().flatten()
        };
        Some(Rule {
            head: at,
            kind,
            unit,
            profession,
            post,
            through: head.through,
            fault,
        })
    }

    /// What a headship refers to at `key`; the whole headship goes if that is
    /// not there.
    fn head_refers(
        &mut self,
        at: u32,
        key: &'static str,
        table: Table,
        id: Option<Txt>,
        role: Named,
    ) -> Result<Option<u32>, usize> {
        let Some(id) = id else { return Ok(None) };
        let found = match table {
            Table::Unit => self.units.entry_of[id.index()],
            Table::Profession => self.professions.entry_of[id.index()],
            _ => self.row_of[id.index()],
        };
        let here = Self::head_place(at as usize, [PlaceStep::from(key)]);
        let result = self.refer(table, id, found != NONE, role, |_| here.clone());
        if let Err(problem) = result {
            // What was left out last is what was just looked up.
            if let Some(place) = self.problems[problem].left_out.last_mut() {
                place.path.clear();
            }
            return Err(problem);
        }
        Ok(Some(found))
    }

    fn open_area(&mut self, kind: Option<Accountability>, unit: Option<u32>, problem: usize) {
        for of in Accountability::ALL {
            if kind.is_some_and(|kind| kind != of) {
                continue;
            }
            let wild = &mut self.wild[of as usize];
            match unit {
                None => wild.anywhere = wild.anywhere.or(Some(problem)),
                Some(unit) => {
                    wild.within.entry(unit).or_insert(problem);
                }
            }
        }
    }

    /// The problem that leaves open, by unit, which headship of a kind covers its
    /// posts; empty if there is none.
    fn wild_units(&self, kind: Accountability) -> Vec<Option<usize>> {
        let wild = &self.wild[kind as usize];
        if wild.anywhere.is_none() && wild.within.is_empty() {
            return Vec::new();
        }
        let order = &self.units.order;
        let mut problems = vec![wild.anywhere; order.len()];
        for rank in (0..).take(order.len()) {
            let unit = order.node(rank);
            let above = order
                .superior(unit)
                .and_then(|above| problems[above as usize]);
            let own = wild.within.get(&unit).copied();
            problems[unit as usize] = own.or(above).or(wild.anywhere);
        }
        problems
    }

    /// Gives each post of this kind without a line of its own the line of the
    /// rule that covers it.
    pub(super) fn apply_rules(&mut self, kind: Accountability) {
        let rules: Vec<(u32, Rule)> = (0..)
            .zip(&self.rules)
            .filter(|(_, rule)| rule.kind == kind)
            .map(|(at, rule)| (at, *rule))
            .collect();
        let wild = self.wild_units(kind);
        if rules.is_empty() && wild.is_empty() {
            return;
        }
        let (mut covered, mut doubts) = (Vec::new(), Vec::new());
        let cover = Cover::new(kind, &self.units.order, &self.professions.order);
        let posts = self.coverable(kind, &wild, &mut doubts);
        cover.resolve(&rules, posts, |row, rule| covered.push((rule, row)));
        for (row, problem) in doubts {
            self.doubt_rule_line(row, kind, problem);
        }
        covered.sort_unstable();
        self.by_rule[kind as usize] = vec![NONE; self.dead.len()];
        let (mut passing, mut doubts) = (Vec::new(), Vec::new());
        let mut put = |this: &mut Self, (number, row), above| match above {
            Ok(above) => {
                this.by_rule[kind as usize][row as usize] = number;
                this.superior[kind as usize][row as usize] = above;
            }
            Err(problem) => doubts.push((number, row, problem)),
        };
        for (number, row) in covered {
            let rule = &self.rules[number as usize];
            let above = match rule.post {
                Some(_) if rule.through => self.through_superior(rule, row),
                head => Some(Ok(head.unwrap_or(NONE))),
            };
            match above {
                Some(above) => put(self, (number, row), above),
                None => passing.push((number, row)),
            }
        }
        for (stop, (number, row)) in self.stops(&passing).into_iter().zip(passing) {
            if let Some(above) = self.through_post(&self.rules[number as usize], stop) {
                put(self, (number, row), above);
            }
        }
        doubts.sort_unstable();
        for (_, row, problem) in doubts {
            self.doubt_rule_line(row, kind, problem);
        }
    }

    fn doubt_rule_line(&mut self, row: u32, kind: Accountability, problem: usize) {
        let place = self.line_place(row, kind);
        self.leave_out(problem, place);
        self.doubt_line(row, kind, problem);
    }

    /// The posts that rules of this kind may cover, without those left in doubt,
    /// which are told apart with the problem.
    fn coverable<'v>(
        &'v self,
        kind: Accountability,
        wild: &'v [Option<usize>],
        doubts: &'v mut Vec<(u32, usize)>,
    ) -> impl Iterator<Item = Covered> + 'v {
        let posts = &self.document.posts;
        let entries = (&self.units.entry_of, &self.professions.entry_of);
        self.rows().filter_map(move |row| {
            if posts.kind[row as usize] != PostKind::Individual || self.has_own_line(row, kind) {
                return None;
            }
            let unit = posts.unit.get(row);
            let doubt = self.doubtful_unit.get(&row).or_else(|| {
                unit?;
                self.doubtful_profession.get(&row)
            });
            if let Some(&problem) = doubt {
                doubts.push((row, problem));
                return None;
            }
            let unit = entries.0[unit?.index()];
            if let Some(problem) = wild.get(unit as usize).copied().flatten() {
                doubts.push((row, problem));
                return None;
            }
            let profession = posts.profession.get(row);
            let profession = profession.map(|profession| entries.1[profession.index()]);
            Some(Covered {
                row,
                unit,
                profession,
            })
        })
    }

    /// A rule as the reader of a message knows it.
    pub(super) fn rule_in_words(&self, rule: u32) -> String {
        let Rule {
            unit, profession, ..
        } = self.rules[rule as usize];
        let titled = |table: Table, entry: u32| {
            let register = self.document.register(table);
            let entry = register.entries[entry as usize];
            entry.title.map_or_else(
                || register.ids.get(entry.id),
                |title| self.document.text.get(title),
            )
        };
        let profession = profession.map(|profession| titled(Table::Profession, profession));
        rule_in_words(profession, titled(Table::Unit, unit))
    }
}
