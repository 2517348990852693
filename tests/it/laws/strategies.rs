//! Organisations to try the laws on: deep, wide, circular, vacant, of several
//! kinds, with heads.

use proptest::collection::vec;
use proptest::prelude::*;

use super::records::{Area, Deputy, End, Person, Rank, Rule, Seat, Sort, Told, Up};
use super::tidy::{tidied, without_repeats};

/// A number to pick with, and the luck by which a pick goes astray.
type Pick = (u8, u8);

/// The bits that say whether a rule goes through operational lines.
const THROUGH: u8 = 0b11_0000;

/// Numbers from which a post is made; all zero is the plainest post.
#[derive(Debug, Clone)]
struct RawSeat {
    sort: u8,
    areas: (Pick, Pick),
    holder: u8,
    order: [u8; 3],
    up: [(u8, Pick); 3],
    also: Vec<(u8, Pick)>,
    deputies: Vec<Vec<(u8, Pick)>>,
    chair: Pick,
    members: Vec<Pick>,
    links: Vec<(u8, Pick)>,
}

/// Numbers from which an organisation is made.
#[derive(Debug, Clone)]
pub(super) struct Raw {
    shapes: [u8; 3],
    areas: [Vec<Pick>; 2],
    heads: Vec<(u8, Pick, Pick, Pick)>,
    posts: Vec<RawSeat>,
    /// How often a reference goes astray, of 256.
    astray: u8,
    /// Whether a superior is any other post, whoever answers to whom already.
    is_round: bool,
}

fn pick() -> impl Strategy<Value = Pick> {
    (any::<u8>(), any::<u8>())
}

fn raw_seat() -> impl Strategy<Value = RawSeat> {
    let lists = (
        vec((any::<u8>(), pick()), 0..3),
        vec(vec((any::<u8>(), pick()), 1..3), 0..3),
        vec(pick(), 0..4),
        vec((any::<u8>(), pick()), 0..3),
    );
    let own = (
        any::<u8>(),
        (pick(), pick()),
        any::<u8>(),
        any::<[u8; 3]>(),
        pick(),
    );
    let up = [
        (any::<u8>(), pick()),
        (any::<u8>(), pick()),
        (any::<u8>(), pick()),
    ];
    (own, up, lists).prop_map(|((sort, areas, holder, order, chair), up, lists)| {
        let (also, deputies, members, links) = lists;
        RawSeat {
            sort,
            areas,
            holder,
            order,
            up,
            also,
            deputies,
            chair,
            members,
            links,
        }
    })
}

pub(super) fn raw(posts: std::ops::Range<usize>) -> impl Strategy<Value = Raw> {
    let areas = [vec(pick(), 0..6), vec(pick(), 0..5)];
    let heads = vec((any::<u8>(), pick(), pick(), pick()), 0..10);
    (any::<[u8; 3]>(), areas, heads, vec(raw_seat(), posts)).prop_map(
        |(shapes, areas, heads, posts)| Raw {
            shapes,
            areas,
            heads,
            posts,
            astray: 0,
            is_round: false,
        },
    )
}

/// Sound organisations.
pub(super) fn sound() -> impl Strategy<Value = Told> {
    raw(0..26).prop_map(|raw| tidied(told(&raw)))
}

/// Sound organisations of a few posts, seldom of more.
pub(super) fn small() -> impl Strategy<Value = Told> {
    let few = raw(0..6).prop_map(|raw| tidied(told(&raw)));
    prop_oneof![40 => few, 1 => sound()]
}

/// Sound organisations in which rules give many of the lines.
pub(super) fn headed() -> impl Strategy<Value = Told> {
    (
        raw(4..26),
        vec((any::<u8>(), pick(), pick(), pick()), 4..24),
    )
        .prop_map(|(raw, heads)| {
            let shapes = raw.shapes.map(|shape| shape | 0b1100);
            tidied(told(&Raw {
                shapes,
                heads,
                ..raw
            }))
        })
}

/// Sound organisations in which rules go through long operational chains, some
/// of them by rule themselves.
pub(super) fn passing() -> impl Strategy<Value = Told> {
    let heads = vec((any::<u8>(), pick(), pick(), pick()), 3..9);
    (raw(6..20), heads, vec(pick(), 1..3), vec(pick(), 0..3)).prop_map(
        |(raw, mut heads, units, professions)| {
            for (bits, ..) in &mut heads {
                *bits |= THROUGH;
            }
            tidied(told(&Raw {
                shapes: [4, 12, 12],
                heads,
                areas: [units, professions],
                ..raw
            }))
        },
    )
}

/// Organisations of which most are faulty in several ways.
pub(super) fn faulty() -> impl Strategy<Value = Told> {
    let astray = prop_oneof![Just(1), Just(6), Just(20), Just(90)];
    (raw(1..14), astray, any::<(u8, u8)>()).prop_map(|(raw, astray, (of, bad))| {
        let told = told(&Raw { astray, ..raw });
        let at = usize::from(of) % told.posts.len();
        let old = told.posts[at].id.clone();
        match bad {
            // Of a bad id, with those who refer to it and without.
            0..30 => told.renamed(&|id| {
                if id == old {
                    format!(" {id}")
                } else {
                    id.to_owned()
                }
            }),
            30..60 => {
                let mut told = told;
                told.posts[at].id.push('\n');
                told
            }
            _ => told,
        }
    })
}

/// Organisations that are faulty only in that lines go round in circles, by rule
/// too.
pub(super) fn circular() -> impl Strategy<Value = Told> {
    (raw(2..12), vec((any::<u8>(), pick(), pick(), pick()), 0..8)).prop_map(|(raw, heads)| {
        without_repeats(told(&Raw {
            heads,
            is_round: true,
            ..raw
        }))
    })
}

const FORMS: [&str; 6] = ["post-", "EoE-HEE-00", "0", "ward “A”.", "Zoë ", "q\"\\"];

/// The id of a post: all sorts of decent text, not in the order of the numbers.
pub(super) fn post_id(number: usize) -> String {
    format!("{}{}", FORMS[number * 5 % FORMS.len()], 97 - number % 90)
}

impl Raw {
    fn goes_astray(&self, (_, luck): Pick) -> bool {
        luck >= 255 - self.astray && self.astray > 0
    }

    /// The id of a post: of any, or if it goes astray of none, or of an unfit one.
    fn post(&self, pick: Pick, of: usize, fit: &dyn Fn(usize) -> bool) -> Option<String> {
        let count = self.posts.len();
        if self.goes_astray(pick) {
            return Some(match pick.0 % 4 {
                0 => format!("{} ", post_id(of)),
                1 => post_id(of),
                2 => format!("nobody-{}", pick.0 % 7),
                _ => post_id(usize::from(pick.0) % count),
            });
        }
        let fitting: Vec<usize> = (0..count).filter(|&post| post != of && fit(post)).collect();
        let place = usize::from(pick.0).checked_rem(fitting.len())?;
        Some(post_id(fitting[place]))
    }

    fn area(&self, pick: Pick, table: usize) -> Option<String> {
        if self.goes_astray(pick) {
            return Some(format!("nowhere-{}", pick.0 % 3));
        }
        let count = self.areas[table].len();
        let place = usize::from(pick.0).checked_rem(count + 1)?;
        (place < count).then(|| area_id(table, place))
    }

    fn sort(&self, post: usize) -> Sort {
        match self.posts[post].sort {
            0..200 => Sort::Individual,
            200..235 => Sort::Body,
            _ => Sort::External,
        }
    }

    fn up(&self, post: usize, kind: usize) -> Up {
        let (mood, pick) = self.posts[post].up[kind];
        if self.sort(post) == Sort::External && !self.goes_astray(pick) {
            return Up::Silent;
        }
        let key = |of: usize| (self.posts[of].order[kind], of);
        let mut before: Vec<usize> = (0..self.posts.len())
            .filter(|&of| key(of) < key(post))
            .collect();
        before.sort_by_key(|&of| key(of));
        let superior = match self.shapes[kind] % 4 {
            _ if self.goes_astray(pick) => {
                return self.post(pick, post, &|_| true).map_or(Up::Silent, Up::To);
            }
            _ if self.is_round => {
                let others: Vec<usize> = (0..self.posts.len()).filter(|&of| of != post).collect();
                usize::from(pick.0)
                    .checked_rem(others.len())
                    .map(|at| others[at])
            }
            // Deep, wide, or as it comes.
            0 => before
                .iter()
                .rev()
                .copied()
                .find(|&of| self.sort(of) != Sort::External),
            1 => before.first().copied(),
            _ => usize::from(pick.0)
                .checked_rem(before.len())
                .map(|at| before[at]),
        };
        let silent = [3, 60, 120, 180][usize::from(self.shapes[kind] / 4 % 4)];
        match mood.checked_sub(silent) {
            None => Up::Silent,
            Some(0..3) => Up::Unstated,
            Some(3..9) => Up::NoneAbove,
            _ => superior.map_or(Up::NoneAbove, |above| Up::To(post_id(above))),
        }
    }

    fn seat(&self, post: usize) -> Seat {
        let raw = &self.posts[post];
        let sort = self.sort(post);
        let is = |of: usize, sort| self.sort(of) == sort;
        let mut seat = Seat::new(post_id(post));
        seat.sort = sort;
        seat.unit = self.area(raw.areas.0, 0);
        seat.profession = self.area(raw.areas.1, 1);
        seat.up = [0, 1, 2].map(|kind| self.up(post, kind));
        let any = |_: usize| true;
        seat.links = raw
            .links
            .iter()
            .filter_map(|&(relation, pick)| {
                let relation = usize::from(relation % 5);
                let unit = if pick.1 % 3 == 0 {
                    self.area(pick, 0)
                } else {
                    None
                };
                let end = unit
                    .map(End::Unit)
                    .or_else(|| self.post(pick, post, &any).map(End::Post))?;
                Some((relation, end))
            })
            .collect();
        let stray = self.goes_astray(raw.chair);
        if sort != Sort::Body || stray {
            seat.vacant = raw.holder % 5 == 1 || stray && raw.holder % 2 == 1;
            let holders = usize::from(raw.holder / 32) % 3;
            if !seat.vacant || stray {
                seat.holders = (0..holders)
                    .map(|at| Person {
                        name: format!("Holder {}", post + at),
                        id: None,
                    })
                    .collect();
            }
        }
        if sort != Sort::External || stray {
            seat.also = raw
                .also
                .iter()
                .filter_map(|&(kind, pick)| {
                    Some((usize::from(kind % 3), self.post(pick, post, &any)?))
                })
                .collect();
        }
        if sort == Sort::Individual || stray {
            let deputy = |&(terms, pick): &(u8, Pick)| {
                Some(Deputy {
                    post: self.post(pick, post, &|of| is(of, Sort::Individual))?,
                    matters: (0..usize::from(terms % 4) % 3)
                        .map(|at| format!("matter {at}"))
                        .collect(),
                    attends: terms & 16 > 0,
                    onward: terms & 32 > 0,
                })
            };
            let rank = |pool: &Vec<(u8, Pick)>| {
                let of: Vec<Deputy> = pool.iter().filter_map(deputy).collect();
                Rank {
                    is_pool: of.len() != 1 || pool[0].0 & 64 > 0,
                    of,
                }
            };
            seat.deputies = raw
                .deputies
                .iter()
                .map(rank)
                .filter(|rank| !rank.of.is_empty())
                .collect();
        }
        if sort == Sort::Body || stray {
            let members = raw.members.iter();
            seat.members = members
                .filter_map(|&pick| self.post(pick, post, &|of| !is(of, Sort::Body)))
                .collect();
            seat.chair = self
                .post(raw.chair, post, &|of| is(of, Sort::Individual))
                .filter(|_| !raw.chair.1.is_multiple_of(2));
        }
        seat
    }
}

fn area_id(table: usize, place: usize) -> String {
    format!("{} {}", ["unit", "profession"][table], 9 - place)
}

pub(super) fn told(raw: &Raw) -> Told {
    let areas = |table: usize| {
        let picks = raw.areas[table].iter().enumerate();
        let area = |(place, &pick): (usize, &Pick)| {
            let outer = usize::from(pick.0) % (place + 1);
            let within = if raw.goes_astray(pick) {
                // Anything: itself and those after it among them.
                Some(area_id(
                    table,
                    usize::from(pick.0) % (raw.areas[table].len() + 1),
                ))
            } else {
                (outer < place).then(|| area_id(table, outer))
            };
            Area {
                id: area_id(table, place),
                within,
            }
        };
        picks.map(area).rev().collect()
    };
    let rule = |&(bits, unit, profession, head): &(u8, Pick, Pick, Pick)| {
        let nobody = raw.posts.len();
        Some(Rule {
            kind: usize::from(bits % 3),
            unit: raw
                .area(unit, 0)
                .or_else(|| raw.areas[0].first().map(|_| area_id(0, 0)))?,
            profession: raw.area(profession, 1),
            head: if bits & 0b1100 == 0b1100 {
                None
            } else {
                Some(raw.post(head, nobody, &|_| true)?)
            },
            through: bits & 0b11_0000 > 0b1_0000,
        })
    };
    Told {
        reverts: None,
        units: areas(0),
        professions: areas(1),
        matters: Vec::new(),
        heads: raw.heads.iter().filter_map(rule).collect(),
        posts: (0..raw.posts.len()).map(|post| raw.seat(post)).collect(),
    }
}
