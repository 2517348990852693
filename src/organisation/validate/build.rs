//! From what remains of the document to the frozen store.

use crate::document::{
    Document, FactKey, LinkEnd, NONE, Narrow, Open, Place, PostColumns, Register, Side, Txt,
    TxtColumn, number,
};
use crate::model::{Accountability, PostKind};
use crate::organisation::Groups;
use crate::organisation::order::Order;
use crate::organisation::preorder::Ranks;
use crate::organisation::store::{Forest, HeadshipEntry, Organisation, Reverse, Table};
use crate::problem::{Problem, ProblemKind};

use super::{Salvage, Validation};

impl Validation {
    /// Numbers the posts and moves the columns into the organisation.
    pub(super) fn build(mut self) -> Salvage {
        set_positions(&self.document, &mut self.problems);
        self.fill_in();
        // From here on what is in effect, and not what was told.
        self.document.posts.superior = Default::default();
        let operational = &self.superior[Accountability::Operational as usize];
        let Ranks {
            of: post_at,
            node: row_at,
        } = Ranks::preorder(self.rows(), operational);
        let mut declared = Vec::with_capacity(row_at.len());
        declared.extend(self.rows().map(|row| post_at[row as usize]));
        let moved = |row: u32| {
            if row == NONE {
                NONE
            } else {
                post_at[row as usize]
            }
        };
        let orders = Accountability::ALL.map(|kind| {
            let told = std::mem::take(&mut self.superior[kind as usize]);
            let superior = row_at.iter().map(|&row| moved(told[row as usize]));
            let superior: Vec<u32> = superior.collect();
            drop(told);
            match kind {
                Accountability::Operational => Order::in_order(superior),
                _ => kind_order(superior, &declared),
            }
        });
        let by_rule = std::mem::take(&mut self.by_rule).map(|rules| {
            if rules.iter().all(|&rule| rule == NONE) {
                return Narrow::default();
            }
            let rules = row_at.iter().map(|&row| rules[row as usize]);
            rules
                .map(|rule| rule.wrapping_add(1))
                .collect::<Vec<_>>()
                .into()
        });
        let headships = self.headship_entries(&post_at);
        let (mut document, problems) = (self.document, self.problems);
        let mut posts = document.posts;
        posts.permute(&row_at, &post_at);
        compress_ranks(&mut posts.deputies);
        let (ids, places) = document.ids.reordered(&std::mem::take(&mut posts.id));
        posts.rename(&places);
        for allowance in &mut document.allowances {
            for id in &mut allowance.posts {
                *id = Txt::at(places[id.index()]);
            }
        }
        let units = forest(
            document.units,
            self.units.entry_of,
            self.units.order,
            &declared,
            &posts.unit,
        );
        let professions = forest(
            document.professions,
            self.professions.entry_of,
            self.professions.order,
            &declared,
            &posts.profession,
        );
        let reverse = reverse(&posts, &units.table.entry_of, &headships);
        let organisation = Organisation {
            title: document.title,
            about: document.about,
            reverts_to_superior: document.reverts_to_superior,
            thresholds: document.thresholds,
            allowances: document.allowances,
            kind_titles: document.kind_titles,
            text: document.text.into_arena(),
            ids,
            posts,
            declared,
            orders,
            by_rule,
            headships,
            sources: table(document.sources),
            professions,
            units,
            matters: table(document.matters),
            reverse,
        };
        Salvage {
            organisation,
            problems,
        }
    }

    /// Says outright what the problems leave open, and forgets what backed the
    /// facts they leave out.
    fn fill_in(&mut self) {
        for row in 0..number(self.dead.len()) {
            if self.document.posts.title.get(row).is_none() && !self.dead[row as usize] {
                let id = self.document.ids.get(self.document.posts.id[row as usize]);
                let title = self.document.text.intern(id);
                self.document.posts.title.set(row, Some(title));
            }
        }
        if self.problems.is_empty() {
            return;
        }
        let mut backing = std::mem::take(&mut self.document.posts.backing);
        backing.retain(|row, (fact, _)| {
            let posts = &self.document.posts;
            match fact {
                FactKey::Post => true,
                FactKey::Unit => posts.unit.get(row).is_some(),
                FactKey::Profession => posts.profession.get(row).is_some(),
                FactKey::Chair => posts.chair.has(row),
                FactKey::Line(kind) => {
                    posts.superior[*kind as usize].get(row).is_some()
                        || posts.open_of(row, *kind).is_some()
                }
            }
        });
        self.document.posts.backing = backing;
        let doubts = std::mem::take(&mut self.doubt);
        for (kind, doubts) in Accountability::ALL.into_iter().zip(doubts) {
            for (row, problem) in doubts {
                if self.document.posts.kind[row as usize] == PostKind::External {
                    continue;
                }
                let why = self.message(problem);
                // Sorted when the rows are renumbered.
                self.document.posts.open.push(
                    row,
                    Open {
                        kind,
                        is_none: false,
                        why,
                    },
                );
            }
        }
    }

    /// The message of a problem. Worked out once: a circle may leave out as many
    /// lines as it has, and takes as long to tell.
    fn message(&mut self, problem: usize) -> Txt {
        let (problems, text) = (&self.problems, &mut self.document.text);
        *self
            .messages
            .entry(problem)
            .or_insert_with(|| text.intern(&problems[problem].message().to_string()))
    }

    fn headship_entries(&mut self, post_at: &[u32]) -> Vec<HeadshipEntry> {
        let rules = std::mem::take(&mut self.rules);
        rules
            .into_iter()
            .filter_map(|rule| {
                let told = self.document.heads[rule.head as usize];
                let (head, through, backing) = match (rule.fault, rule.post, told.unstated) {
                    (Some(problem), _, _) => (
                        Err(self.message(problem)),
                        false,
                        crate::document::Backing::default(),
                    ),
                    (None, Some(post), _) => {
                        (Ok(post_at[post as usize]), rule.through, told.backing)
                    }
                    (None, None, why) => (Err(why?), rule.through, told.backing),
                };
                let (kind, unit, profession) = (rule.kind, rule.unit, rule.profession);
                Some(HeadshipEntry {
                    kind,
                    unit,
                    profession,
                    head,
                    through,
                    backing,
                })
            })
            .collect()
    }
}

/// An order of only the posts that a kind touches.
fn kind_order(superior: Vec<u32>, declared: &[u32]) -> Order {
    let mut is_touched = vec![false; superior.len()];
    for (post, &above) in superior.iter().enumerate() {
        if above != NONE {
            is_touched[post] = true;
            is_touched[above as usize] = true;
        }
    }
    let touched = declared.iter().copied();
    Order::build(touched.filter(|&post| is_touched[post as usize]), superior)
}

/// Says where each problem stands in the text or return, in the words of that.
fn set_positions(document: &Document, problems: &mut [Problem]) {
    if problems.is_empty() {
        return;
    }
    let given: Vec<Vec<Place>> = problems
        .iter()
        .map(|problem| problem.given_places().collect())
        .collect();
    let own = problems.iter().map(|problem| &problem.place);
    let places: Vec<&Place> = own.chain(given.iter().flatten()).collect();
    let mut positions = document.origin.positions(&places).into_iter();
    for (problem, position) in problems.iter_mut().zip(positions.by_ref()) {
        problem.position = position;
        let named = match &problem.kind {
            ProblemKind::UnknownId { id, .. } => Some(id.as_str()),
            _ => None,
        };
        let differing = match &problem.kind {
            ProblemKind::RepeatedId { differing, .. } => &differing[..],
            _ => &[],
        };
        problem.wording = document.origin.wording(&problem.place, named, differing);
    }
    for (problem, given) in problems.iter_mut().zip(&given) {
        problem.given_at = positions.by_ref().take(given.len()).flatten().collect();
    }
}

/// Numbers the ranks of each post without gaps.
fn compress_ranks(deputies: &mut Side<crate::document::DeputyEntry>) {
    let (mut last, mut rank) = ((NONE, NONE), 0);
    deputies.retain(|row, entry| {
        if last.0 != row {
            rank = 0;
        } else if last.1 != entry.rank {
            rank += 1;
        }
        last = (row, entry.rank);
        entry.rank = rank;
        true
    });
}

fn table(register: Register) -> Table {
    Table {
        entry_of: register.defined(),
        ids: register.ids,
        entries: register.entries,
    }
}

/// Sorts the posts of each entry: by the order of the entries, then as declared.
fn forest(
    register: Register,
    entry_of: Vec<u32>,
    order: Order,
    declared: &[u32],
    named: &TxtColumn,
) -> Forest {
    let rank_of = |post: u32| {
        let entry = entry_of[named.get(post)?.index()];
        order.rank(entry)
    };
    let ranked = || {
        let posts = declared.iter();
        posts.filter_map(|&post| Some((rank_of(post)?, post)))
    };
    let posts = Groups::by(order.len(), ranked);
    let table = Table {
        ids: register.ids,
        entries: register.entries,
        entry_of,
    };
    Forest {
        table,
        order,
        posts,
    }
}

fn reverse(posts: &PostColumns, unit_of: &[u32], headships: &[HeadshipEntry]) -> Reverse {
    fn pairs(named: impl Iterator<Item = Option<u32>>) -> Vec<(u32, u32)> {
        let mut pairs: Vec<(u32, u32)> = (0..)
            .zip(named)
            .filter_map(|(at, named)| Some((named?, at)))
            .collect();
        pairs.sort_unstable();
        pairs
    }
    let post = |id: Txt| Some(id.number());
    Reverse {
        also: pairs(posts.also.iter().map(|(_, also)| post(also.to))),
        deputies: pairs(posts.deputies.iter().map(|(_, deputy)| post(deputy.post))),
        chairs: pairs(posts.chair.iter().map(|(_, chair)| post(*chair))),
        members: pairs(posts.members.iter().map(|(_, member)| post(member.post))),
        links: pairs(posts.links.iter().map(|(_, link)| match link.to {
            LinkEnd::Post(to) => post(to),
            LinkEnd::Unit(_) => None,
        })),
        unit_links: pairs(posts.links.iter().map(|(_, link)| match link.to {
            LinkEnd::Post(_) => None,
            LinkEnd::Unit(to) => Some(unit_of[to.index()]),
        })),
        matters: {
            let deputies = (0..).zip(posts.deputies.iter());
            let mut pairs: Vec<(u32, u32)> = deputies
                .flat_map(|(at, (_, deputy))| {
                    deputy.matters.iter().map(move |id| (id.number(), at))
                })
                .collect();
            pairs.sort_unstable();
            pairs
        },
        headships: pairs(headships.iter().map(|headship| headship.head.ok())),
    }
}
