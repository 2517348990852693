//! What each rule finds, worked out the slow way from the records: loops over
//! everything, posts by number.

use answerable::FindingCode;

use super::super::cover::oracle::{Acting, Acts, Day, is_same};
use super::super::oracle::{Answer, Oracle};
use super::super::records::{Deputy, Seat, Sort, Told};

/// The posts that a finding is about, and the others it names.
pub(super) type Found = (Vec<usize>, Vec<usize>);

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
    (posts.into_iter().collect(), Vec::new())
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
            FindingCode::ClinicalLineMissed => self.each(|at| {
                let rules = self.told.heads.iter();
                let mut rules = rules.filter(|rule| rule.kind == 2);
                let seat = &self.told.posts[at];
                matches!(self.lines.superior[2][at], Answer::Unstated(_))
                    && rules.any(|rule| {
                        self.lines.covers(rule, seat) && rule.head.as_ref() != Some(&seat.id)
                    })
            }),
            FindingCode::HeadsCross => self.heads_cross(),
            FindingCode::VacantHead => {
                self.each(|at| self.told.posts[at].vacant && self.heads(at) > 0)
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
                for (posts, others) in &mut found {
                    *others = self.lines.reports(posts[0], 0);
                }
                found
            }
            FindingCode::TooManyLayers => self.too_many_layers(),
            FindingCode::HolderAboveSelf => self.holder_above_self(),
            FindingCode::SameName => self.same_name(),
            FindingCode::UnitWithoutPosts => {
                let units = self.told.units.iter();
                let empty = units.filter(|unit| {
                    let mut posts = self.told.posts.iter();
                    !posts.any(|seat| self.lies_within(seat, &unit.id))
                });
                empty.map(|_| about([])).collect()
            }
            FindingCode::MatterUnused => {
                let is_used = |id: &String| {
                    let ranks = self.told.posts.iter().flat_map(|seat| &seat.deputies);
                    let mut deputies = ranks.flat_map(|rank| &rank.of);
                    deputies.any(|deputy| deputy.matters.contains(id))
                };
                let matters = self.told.matters.iter();
                let unused = matters.filter(|topic| !is_used(&topic.id));
                unused.map(|_| about([])).collect()
            }
            FindingCode::AllowanceUnused | FindingCode::AssumedFacts => Vec::new(),
            _ => return None,
        })
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
            let last = acting.layers(at).pop().filter(|&last| last != at);
            Some((vec![at], last.into_iter().collect()))
        });
        found.collect()
    }

    fn hollow_cover(&self) -> Vec<Found> {
        let found = self.posts().filter_map(|at| {
            let deputies = once(self.acting(at).into_iter().map(|(_, deputy, _)| deputy));
            let mut all = deputies.iter();
            let is_hollow =
                !deputies.is_empty() && all.all(|&deputy| self.told.posts[deputy].vacant);
            is_hollow.then_some((vec![at], deputies))
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
            (rests.len() > self.most.sole_cover).then_some((vec![sole], rests))
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
        let is_related = |one: usize, other: usize| {
            let superior = |at: usize| self.lines.superior[0][at].post();
            one != other
                && (self.lines.chain(one, 0).contains(&other)
                    || self.lines.chain(other, 0).contains(&one)
                    || superior(one).is_some() && superior(one) == superior(other))
        };
        let found = self.posts().filter_map(|deputy| {
            let called = self.posts().filter(|&at| first(at).contains(&deputy));
            let called: Vec<usize> = called.collect();
            let related = |&at: &usize| called.iter().any(|&other| is_related(at, other));
            let related: Vec<usize> = called.iter().copied().filter(related).collect();
            (!related.is_empty()).then_some((vec![deputy], related))
        });
        found.collect()
    }

    fn deputy_below_two(&self) -> Vec<Found> {
        let mut found = Vec::new();
        for at in self.posts() {
            for deputy in once(self.acting(at).into_iter().map(|(_, deputy, _)| deputy)) {
                let layers = self.lines.chain(deputy, 0);
                if layers.iter().position(|&of| of == at) > Some(0) {
                    found.push((vec![at], vec![deputy]));
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
                let before = self
                    .acting(at)
                    .into_iter()
                    .find(|(before, _, other)| *before < rank && other.matters.is_empty());
                let is_hidden = terms.matters.iter().any(|id| !is_personal(id));
                if let (Some((_, hider, _)), true) = (before, is_hidden) {
                    found.push((vec![at], vec![deputy, hider]));
                }
            }
        }
        found
    }

    fn profession_without_head(&self) -> Vec<Found> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for at in self.posts() {
            let seat = &self.told.posts[at];
            let heads_it = self.told.heads.iter().any(|rule| {
                rule.kind == 1
                    && rule.head.as_ref() == Some(&seat.id)
                    && self.lines.covers(rule, seat)
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
        groups.into_iter().map(about).collect()
    }

    fn heads_cross(&self) -> Vec<Found> {
        let mut found: Vec<((usize, usize), Vec<usize>)> = Vec::new();
        for kind in 0..3 {
            for at in self.posts() {
                let seat = &self.told.posts[at];
                let Some(rule) = self.lines.superior[kind][at].rule() else {
                    continue;
                };
                let heads = self.told.heads.iter().enumerate();
                let covering = heads.filter(|(_, of)| {
                    of.kind == kind
                        && self.lines.covers(of, seat)
                        && of.head.as_ref() != Some(&seat.id)
                });
                // The other way about than rules of the kind are decided.
                let other = covering.min_by_key(|(_, of)| {
                    let (unit, profession) = self.lines.removes(of, seat).expect("covered");
                    if kind == 1 {
                        (unit, profession)
                    } else {
                        (profession, unit)
                    }
                });
                let Some((other, _)) = other.filter(|(other, _)| *other != rule) else {
                    continue;
                };
                match found.iter_mut().find(|(pair, _)| *pair == (rule, other)) {
                    Some((_, posts)) => posts.push(at),
                    None => found.push(((rule, other), vec![at])),
                }
            }
        }
        found.sort();
        found.into_iter().map(|(_, posts)| about(posts)).collect()
    }

    fn span_too_wide(&self) -> Vec<Found> {
        let mut found = Vec::new();
        for at in self.posts() {
            for kind in 0..3 {
                let told = self.lines.reports(at, kind).into_iter();
                let told = told.filter(|&of| self.lines.superior[kind][of].rule().is_none());
                if self.told.posts[at].sort != Sort::External && told.count() > self.most.span {
                    found.push(about([at]));
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
            (layers > self.most.layers).then_some((vec![end], vec![lowest]))
        });
        found.collect()
    }

    fn holder_above_self(&self) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for at in self.posts() {
            let shares = |other: usize| {
                let theirs = &self.told.posts[other].holders;
                let own = self.told.posts[at].holders.iter();
                own.clone()
                    .any(|one| theirs.iter().any(|of| is_same(one, of)))
            };
            for kind in 0..3 {
                let chain = self.lines.chain(at, kind);
                let nearest = chain.into_iter().find(|&upper| shares(upper));
                let finding = nearest.map(|upper| (vec![at], vec![upper]));
                if let Some(finding) = finding.filter(|finding| !found.contains(finding)) {
                    found.push(finding);
                }
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
            let mut people = people.filter(|person| person.name == *name);
            let is_bare = people.any(|person| person.id.is_none());
            (posts.len() > 1 && is_bare).then(|| about(posts))
        });
        found.collect()
    }
}
