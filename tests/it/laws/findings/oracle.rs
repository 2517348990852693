//! What each rule finds, worked out the slow way from the records: loops over
//! everything, posts by number.

use std::collections::BTreeMap;

use answerable::FindingCode;

use super::super::cover::oracle::{Acting, Acts, Day, is_same};
use super::super::oracle::{Answer, Oracle};
use super::super::records::{Deputy, KIND_WORDS, Person, Seat, Sort, Told};

/// A finding: the posts it is about, the others it names, and what else it
/// concerns.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Found {
    pub(super) about: Vec<usize>,
    pub(super) others: Vec<usize>,
    /// In words: the table and the id, the number of a headship, or the kind.
    pub(super) subjects: Vec<String>,
}

/// The thresholds.
#[derive(Debug, Clone)]
pub(super) struct Most {
    pub(super) span: usize,
    pub(super) layers: usize,
    pub(super) sole_cover: usize,
}

pub(super) struct Sought<'t> {
    told: &'t Told,
    most: &'t Most,
    lines: Oracle<'t>,
}

/// About these posts and no others.
fn about(posts: impl IntoIterator<Item = usize>) -> Found {
    Found {
        about: posts.into_iter().collect(),
        ..Found::default()
    }
}

impl Found {
    fn with(mut self, others: impl IntoIterator<Item = usize>) -> Self {
        self.others.extend(others);
        self
    }

    fn concerning(mut self, subjects: impl IntoIterator<Item = String>) -> Self {
        self.subjects.extend(subjects);
        self
    }
}

fn headship(rule: usize) -> String {
    format!("headship {rule}")
}

fn once(items: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut kept = Vec::new();
    for item in items {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    kept
}

impl<'t> Sought<'t> {
    pub(super) fn of(told: &'t Told, most: &'t Most) -> Self {
        let lines = Oracle::of(told);
        Self { told, most, lines }
    }

    /// What is found under a code; none for a code that is asked elsewhere.
    pub(super) fn found(&self, code: FindingCode) -> Option<Vec<Found>> {
        Some(match code {
            FindingCode::SuperiorNotStated => self.each(|at| {
                self.is_individual(at) && matches!(self.lines.superior[0][at], Answer::Unstated(_))
            }),
            FindingCode::SeveralTops => self.several_tops(),
            FindingCode::VacantWithReports => self.each(|at| {
                self.is_individual(at) && self.told.posts[at].vacant && self.reports(at) > 0
            }),
            FindingCode::NoDeputy => self.each(|at| self.has_no_deputy(at)),
            FindingCode::HollowCover => self.hollow_cover(),
            FindingCode::MutualOnly => self.mutual_only(),
            FindingCode::SoleCover => self.sole_cover(),
            FindingCode::FirstCallTwice => self.first_call_twice(),
            FindingCode::DeputyBelowTwo => self.deputy_below_two(),
            FindingCode::LimitedBehindUnlimited => self.limited_behind_unlimited(),
            FindingCode::ProfessionWithoutHead => self.profession_without_head(),
            FindingCode::ClinicalLineMissed => self.clinical_line_missed(),
            FindingCode::HeadsCross => self.heads_cross(),
            FindingCode::VacantHead => {
                let vacant = self.each(|at| self.told.posts[at].vacant && self.heads(at) > 0);
                let concerning = |found: Found| {
                    let id = &self.told.posts[found.about[0]].id;
                    let heads = self.told.heads.iter().enumerate();
                    let own = heads.filter(|(_, rule)| rule.head.as_ref() == Some(id));
                    found.concerning(own.map(|(rule, _)| headship(rule)))
                };
                vacant.into_iter().map(concerning).collect()
            }
            FindingCode::BodyWithoutMembers => self.each(|at| {
                let seat = &self.told.posts[at];
                seat.sort == Sort::Body && seat.members.is_empty() && seat.chair.is_none()
            }),
            FindingCode::BodyWithoutChair => self.each(|at| {
                let seat = &self.told.posts[at];
                seat.sort == Sort::Body && seat.chair.is_none()
            }),
            FindingCode::SpanTooWide => self.span_too_wide(),
            FindingCode::SpanOfOne => {
                let mut found =
                    self.each(|at| self.is_individual(at) && self.lines.reports(at, 0).len() == 1);
                for Found { about, others, .. } in &mut found {
                    *others = self.lines.reports(about[0], 0);
                }
                found
            }
            FindingCode::TooManyLayers => self.too_many_layers(),
            FindingCode::HolderAboveSelf => self.holder_above_self(),
            FindingCode::SameName => self.same_name(),
            FindingCode::UnitWithoutPosts => {
                let is_empty = |id: &String| {
                    let mut posts = self.told.posts.iter();
                    !posts.any(|seat| self.lies_within(seat, id))
                };
                let units = self.told.units.iter();
                let outermost = units.filter(|unit| {
                    is_empty(&unit.id) && !unit.within.as_ref().is_some_and(is_empty)
                });
                outermost
                    .map(|unit| about([]).concerning([format!("unit {}", unit.id)]))
                    .collect()
            }
            FindingCode::MatterUnused => {
                let is_used = |id: &String| {
                    let ranks = self.told.posts.iter().flat_map(|seat| &seat.deputies);
                    let mut deputies = ranks.flat_map(|rank| &rank.of);
                    deputies.any(|deputy| deputy.matters.contains(id))
                };
                let matters = self.told.matters.iter();
                let unused = matters.filter(|topic| !is_used(&topic.id));
                unused
                    .map(|topic| about([]).concerning([format!("matter {}", topic.id)]))
                    .collect()
            }
            FindingCode::HolderCalledVacant => self.each(|at| {
                let mut holders = self.told.posts[at].holders.iter();
                holders.any(|holder| holder.name.to_lowercase() == "vacant")
            }),
            FindingCode::MatterUndeclared => self.matter_undeclared(),
            FindingCode::AllowanceUnused | FindingCode::AssumedFacts => Vec::new(),
            _ => return None,
        })
    }

    fn matter_undeclared(&self) -> Vec<Found> {
        let mut found: Vec<(&String, Vec<usize>)> = Vec::new();
        for (at, seat) in self.told.posts.iter().enumerate() {
            let deputies = seat.deputies.iter().flat_map(|rank| &rank.of);
            for id in deputies.flat_map(|deputy| &deputy.matters) {
                let mut declared = self.told.matters.iter();
                if self.told.matters.is_empty() || declared.any(|topic| topic.id == *id) {
                    continue;
                }
                match found.iter_mut().find(|(of, _)| *of == id) {
                    Some((_, posts)) => posts.push(at),
                    None => found.push((id, vec![at])),
                }
            }
        }
        let found = found.into_iter();
        found
            .map(|(id, posts)| about(once(posts)).concerning([format!("matter {id}")]))
            .collect()
    }

    fn posts(&self) -> std::ops::Range<usize> {
        0..self.told.posts.len()
    }

    fn each(&self, is_so: impl Fn(usize) -> bool) -> Vec<Found> {
        let found = self.posts().filter(|&at| is_so(at));
        found.map(|at| about([at])).collect()
    }

    fn is_individual(&self, at: usize) -> bool {
        self.told.posts[at].sort == Sort::Individual
    }

    fn reports(&self, at: usize) -> usize {
        (0..3).map(|kind| self.lines.reports(at, kind).len()).sum()
    }

    fn heads(&self, at: usize) -> usize {
        let id = &self.told.posts[at].id;
        let heads = self.told.heads.iter();
        heads.filter(|rule| rule.head.as_ref() == Some(id)).count()
    }

    fn lies_within(&self, seat: &Seat, unit: &str) -> bool {
        let mut at = seat.unit.clone();
        while let Some(inner) = at {
            if inner == unit {
                return true;
            }
            let area = self.told.units.iter().find(|area| area.id == inner);
            at = area.and_then(|area| area.within.clone());
        }
        false
    }

    /// The arrangements of a post to act: rank, deputy, terms.
    fn acting(&self, at: usize) -> Vec<(usize, usize, &'t Deputy)> {
        let ranks = self.told.posts[at].deputies.iter().enumerate();
        let all = ranks.flat_map(|(rank, pool)| pool.of.iter().map(move |of| (rank, of)));
        let all = all.filter(|(_, of)| !of.attends);
        all.map(|(rank, of)| (rank, self.lines.number(&of.post), of))
            .collect()
    }

    fn several_tops(&self) -> Vec<Found> {
        let is_top = |&at: &usize| {
            self.told.posts[at].sort != Sort::External
                && self.lines.superior[0][at] == Answer::NoneAbove
        };
        let tops: Vec<usize> = self.posts().filter(is_top).collect();
        if tops.len() > 1 {
            vec![about(tops)]
        } else {
            vec![]
        }
    }

    fn has_no_deputy(&self, at: usize) -> bool {
        let id = Some(&self.told.posts[at].id);
        let chairs = self.told.posts.iter().any(|seat| seat.chair.as_ref() == id);
        self.is_individual(at)
            && self.acting(at).is_empty()
            && (self.reports(at) > 0 || self.heads(at) > 0 || chairs)
    }

    pub(super) fn nobody_if_absent(&self) -> Vec<Found> {
        let individual = self.posts().filter(|&at| self.is_individual(at));
        let found = individual.filter_map(|at| {
            let day = Day {
                absent: vec![at],
                ..Day::default()
            };
            let acting = Acting::on(self.told, &day);
            let Acts::Nobody(_) = acting.reply(at).acting else {
                return None;
            };
            // Whoever holds it is away from other posts, of which the first are named.
            let is_out = |&other: &usize| {
                let holders = &self.told.posts[other].holders;
                self.is_individual(other)
                    && other != at
                    && !holders.is_empty()
                    && holders.iter().all(|person| acting.is_away(person))
            };
            let out = self.posts().filter(is_out).take(8);
            let last = acting.layers(at).pop().filter(|&last| last != at);
            Some(about([at]).with(once(out.chain(last))))
        });
        found.collect()
    }

    fn hollow_cover(&self) -> Vec<Found> {
        let found = self.posts().filter_map(|at| {
            let deputies = once(self.acting(at).into_iter().map(|(_, deputy, _)| deputy));
            let mut all = deputies.iter();
            let is_hollow =
                !deputies.is_empty() && all.all(|&deputy| self.told.posts[deputy].vacant);
            is_hollow.then(|| about([at]).with(deputies))
        });
        found.collect()
    }

    fn mutual_only(&self) -> Vec<Found> {
        let only = |at: usize| once(self.acting(at).into_iter().map(|(_, deputy, _)| deputy));
        let pairs = self
            .posts()
            .flat_map(|one| (one..self.told.posts.len()).map(move |of| (one, of)));
        let mutual = pairs.filter(|&(one, other)| only(one) == [other] && only(other) == [one]);
        mutual.map(|(one, other)| about([one, other])).collect()
    }

    /// Everyone who could act for a post in general, nobody being absent.
    fn could_act(&self, at: usize) -> Vec<usize> {
        let mut opened = vec![at];
        let mut found = Vec::new();
        let mut next = 0;
        while next < opened.len() {
            for (_, deputy, terms) in self.acting(opened[next]) {
                if !terms.matters.is_empty() {
                    continue;
                }
                found.push(deputy);
                if terms.onward && !opened.contains(&deputy) {
                    opened.push(deputy);
                }
            }
            next += 1;
        }
        let able = |of: &usize| *of != at && !self.told.posts[*of].vacant;
        once(found).into_iter().filter(able).collect()
    }

    fn sole_cover(&self) -> Vec<Found> {
        let found = self.posts().filter_map(|sole| {
            let rests = self.posts().filter(|&at| self.could_act(at) == [sole]);
            let rests: Vec<usize> = rests.collect();
            (rests.len() > self.most.sole_cover).then(|| about([sole]).with(rests))
        });
        found.collect()
    }

    fn first_call_twice(&self) -> Vec<Found> {
        let first = |at: usize| -> Vec<usize> {
            let general = self.acting(at);
            let general = general.into_iter().filter(|(.., of)| of.matters.is_empty());
            let general: Vec<_> = general.collect();
            let least = general.iter().map(|(rank, ..)| *rank).min();
            let of_least = general
                .into_iter()
                .filter(|(rank, ..)| Some(*rank) == least);
            of_least.map(|(_, deputy, _)| deputy).collect()
        };
        let is_above = |upper: usize, lower: usize| self.lines.chain(lower, 0).contains(&upper);
        let mut found = Vec::new();
        for deputy in self.posts() {
            let called = self.posts().filter(|&at| first(at).contains(&deputy));
            let called: Vec<usize> = called.collect();
            let of = |is_so: &dyn Fn(usize) -> bool| -> Vec<usize> {
                called.iter().copied().filter(|&at| is_so(at)).collect()
            };
            // In one chain: with the uppermost, all below it.
            for upper in of(&|at| of(&|other| is_above(other, at)).is_empty()) {
                let below = of(&|at| is_above(upper, at));
                if !below.is_empty() {
                    found.push(about([deputy]).with([upper]).with(below));
                }
            }
            let superior = |at: usize| self.lines.superior[0][at].post();
            for shared in once(called.iter().filter_map(|&at| superior(at))) {
                let beside = of(&|at| superior(at) == Some(shared));
                if beside.len() > 1 {
                    found.push(about([deputy]).with(beside).with([shared]));
                }
            }
        }
        found
    }

    fn deputy_below_two(&self) -> Vec<Found> {
        let mut found = Vec::new();
        for at in self.posts() {
            for deputy in once(self.acting(at).into_iter().map(|(_, deputy, _)| deputy)) {
                let layers = self.lines.chain(deputy, 0);
                if layers.iter().position(|&of| of == at) > Some(0) {
                    found.push(about([at]).with([deputy]));
                }
            }
        }
        found
    }

    fn limited_behind_unlimited(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let is_personal = |id: &String| {
            let mut topics = self.told.matters.iter();
            topics.any(|topic| topic.id == *id && topic.personal)
        };
        for at in self.posts() {
            for (rank, deputy, terms) in self.acting(at) {
                let before = self.acting(at).into_iter();
                let before =
                    before.filter(|(before, _, other)| *before < rank && other.matters.is_empty());
                let before: Vec<_> = before.collect();
                // After one of its own it adds nothing, unless it alone is onward.
                let is_idle = before
                    .iter()
                    .any(|(_, of, other)| *of == deputy && (other.onward || !terms.onward));
                let by_other = before.iter().map(|(_, of, _)| *of).find(|&of| of != deputy);
                let by_other = by_other.filter(|_| !is_idle);
                let hidden = terms.matters.iter().filter(|id| !is_personal(id));
                let hidden: Vec<_> = hidden.map(|id| format!("matter {id}")).collect();
                if (is_idle || by_other.is_some()) && !hidden.is_empty() {
                    let finding = about([at]).with([deputy]).with(by_other);
                    found.push(finding.concerning(hidden));
                }
            }
        }
        found
    }

    fn profession_without_head(&self) -> Vec<Found> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for at in self.posts() {
            let seat = &self.told.posts[at];
            // Whoever is in no unit may head it in any.
            let heads_it = self.told.heads.iter().any(|rule| {
                let mut there = seat.clone();
                there.unit.get_or_insert(rule.unit.clone());
                rule.kind == 1
                    && rule.head.as_ref() == Some(&seat.id)
                    && self.lines.covers(rule, &there)
            });
            let is_open = matches!(self.lines.superior[1][at], Answer::Unstated(_));
            if !self.is_individual(at) || seat.profession.is_none() || heads_it || !is_open {
                continue;
            }
            let place = |of: usize| {
                let seat = &self.told.posts[of];
                (&seat.profession, &seat.unit)
            };
            match groups.iter_mut().find(|group| place(group[0]) == place(at)) {
                Some(group) => group.push(at),
                None => groups.push(vec![at]),
            }
        }
        let found = groups.into_iter().map(|group| {
            let seat = &self.told.posts[group[0]];
            let unit = seat.unit.iter().map(|id| format!("unit {id}"));
            let profession = seat.profession.iter().map(|id| format!("profession {id}"));
            let subjects: Vec<String> = unit.chain(profession).collect();
            about(group).concerning(subjects)
        });
        found.collect()
    }

    fn clinical_line_missed(&self) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for at in self.posts() {
            let seat = &self.told.posts[at];
            let nearest = self.covering(seat, 2).into_iter().min_by_key(|&rule| {
                let of = &self.told.heads[rule];
                self.lines.removes(of, seat).expect("covered")
            });
            let is_open = matches!(self.lines.superior[2][at], Answer::Unstated(_));
            let Some(rule) = nearest.filter(|_| is_open) else {
                continue;
            };
            let subjects = [headship(rule)];
            let of_rule = found.iter_mut().find(|of| of.subjects == subjects);
            let is_headless = self.told.heads[rule].head.is_none();
            match of_rule.filter(|_| is_headless) {
                Some(of_rule) => of_rule.about.push(at),
                None => found.push(about([at]).concerning(subjects)),
            }
        }
        found
    }

    /// The headships of a kind that a post is under, though it heads none of them.
    fn covering(&self, seat: &Seat, kind: usize) -> Vec<usize> {
        let heads = self.told.heads.iter().enumerate();
        let covering = heads.filter(|(_, of)| {
            of.kind == kind && self.lines.covers(of, seat) && of.head.as_ref() != Some(&seat.id)
        });
        covering.map(|(rule, _)| rule).collect()
    }

    fn heads_cross(&self) -> Vec<Found> {
        let mut found: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        for kind in 0..3 {
            for at in self.posts() {
                let seat = &self.told.posts[at];
                let Some(rule) = self.lines.superior[kind][at].rule() else {
                    continue;
                };
                // Around one post, the farther away is the wider.
                let removes = |rule: usize| {
                    let rule = &self.told.heads[rule];
                    self.lines.removes(rule, seat).expect("covered")
                };
                let crosses = |&other: &usize| {
                    let ((unit, profession), (of_unit, of_profession)) =
                        (removes(rule), removes(other));
                    unit < of_unit && profession > of_profession
                        || unit > of_unit && profession < of_profession
                };
                let covering = self.covering(seat, kind).into_iter();
                let crossing: Vec<usize> = covering.filter(crosses).collect();
                if !crossing.is_empty() {
                    let rules = [rule].into_iter().chain(crossing).collect();
                    found.entry(rules).or_default().push(at);
                }
            }
        }
        let found = found.into_iter();
        found
            .map(|(rules, posts)| about(posts).concerning(rules.into_iter().map(headship)))
            .collect()
    }

    fn span_too_wide(&self) -> Vec<Found> {
        let mut found = Vec::new();
        for at in self.posts() {
            for (kind, word) in KIND_WORDS.iter().enumerate() {
                let told = self.lines.reports(at, kind).into_iter();
                let told = told.filter(|&of| self.lines.superior[kind][of].rule().is_none());
                if self.told.posts[at].sort != Sort::External && told.count() > self.most.span {
                    found.push(about([at]).concerning([(*word).to_owned()]));
                }
            }
        }
        found
    }

    fn too_many_layers(&self) -> Vec<Found> {
        let depth = |at: usize| self.lines.chain(at, 0).len();
        let top = |at: usize| self.lines.chain(at, 0).pop().unwrap_or(at);
        let tops = self.posts().filter(|&at| depth(at) == 0);
        let found = tops.filter_map(|end| {
            let deepest = self.posts().filter(|&at| top(at) == end).map(depth).max()?;
            let is_deepest = |&at: &usize| top(at) == end && depth(at) == deepest;
            let lowest = self.posts().find(is_deepest)?;
            let layers = deepest + usize::from(self.told.posts[end].sort != Sort::External);
            (layers > self.most.layers).then(|| about([end]).with([lowest]))
        });
        found.collect()
    }

    fn holder_above_self(&self) -> Vec<Found> {
        let mut found = Vec::new();
        for at in self.posts() {
            let mut people: Vec<&Person> = Vec::new();
            for person in &self.told.posts[at].holders {
                if !people.contains(&person) {
                    people.push(person);
                }
            }
            for person in people {
                let holds = |upper: &usize| {
                    let mut theirs = self.told.posts[*upper].holders.iter();
                    theirs.any(|of| is_same(person, of))
                };
                let of_kind = |kind| self.lines.chain(at, kind).into_iter().find(holds);
                let nearest = once((0..3).filter_map(of_kind)).into_iter();
                found.extend(nearest.map(|upper| about([at]).with([upper])));
            }
        }
        found
    }

    fn same_name(&self) -> Vec<Found> {
        let mut told: Vec<&String> = Vec::new();
        let people = self.told.posts.iter().flat_map(|seat| &seat.holders);
        for person in people {
            if !told.contains(&&person.name) {
                told.push(&person.name);
            }
        }
        let found = told.into_iter().filter_map(|name| {
            let has_name = |at: &usize| {
                let mut holders = self.told.posts[*at].holders.iter();
                holders.any(|holder| holder.name == *name)
            };
            let posts: Vec<usize> = self.posts().filter(has_name).collect();
            let people = posts.iter().flat_map(|&at| &self.told.posts[at].holders);
            let people: Vec<_> = people.filter(|person| person.name == *name).collect();
            // One id in all of them says who it is.
            let is_told = |one: &&&Person| one.id.is_some() && one.id == people[0].id;
            let all_told = people.iter().filter(is_told).count() == people.len();
            (posts.len() > 1 && !all_told).then(|| about(posts))
        });
        found.collect()
    }
}
