//! The questions on lines, each of all three kinds.

use std::cell::RefCell;

use answerable::{Line, Post};
use petgraph::visit::{Dfs, Reversed};

use crate::dice::{NONE, real};
use crate::measured::{Bar, Row, Took, batch, contest, making_again};
use crate::probe::Probe;
use crate::world::{KINDS, QUESTIONS, Round, World};

/// How many where an answer takes long.
const FEW: usize = 5_000;
/// How often the chief executives are asked about in a round.
const TIMES: usize = 20;

/// A post as a number in a sum; nothing is 0.
pub(crate) fn told(post: Option<Post<'_>>) -> u64 {
    post.map_or(0, |post| post.node_index().index() as u64 + 1)
}

pub(crate) fn told_bare(place: u32) -> u64 {
    u64::from(place.wrapping_add(1))
}

/// The number of a post, as narrow as bare arrays hold it.
#[expect(clippy::cast_possible_truncation, reason = "there are fewer posts")]
fn place(post: Post<'_>) -> u32 {
    post.node_index().index() as u32
}

pub(crate) fn find(world: &World<'_>) -> Row {
    let round = Round::of(world, 0);
    // One after another in memory: what is timed is not where the questions lie.
    let asked: Vec<&str> = round.any.posts.iter().map(|post| post.id()).collect();
    let asked = asked.join("\n");
    let ids: Vec<&str> = asked.lines().collect();
    let in_order: Vec<&str> = (0..)
        .take(world.place.len())
        .map(|at| world.id_at(at))
        .collect();
    let probe = Probe::of(&in_order);
    contest(
        "find by id",
        (world.rounds, 1.0),
        &[Bar::Floor(1.3), Bar::Faster(2.0)],
        &mut || batch(ids.len(), |at| told(world.org.get(ids[at]))),
        Some(&mut || {
            batch(ids.len(), |at| {
                told_bare(probe.find(ids[at]).unwrap_or(NONE))
            })
        }),
        Some(&mut || batch(ids.len(), |at| world.user.index[ids[at]].index() as u64)),
    )
}

pub(crate) fn on_lines(world: &World<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for kind in 0..KINDS.len() {
        let asking = Asking {
            world,
            kind,
            round: Round::of(world, kind),
        };
        rows.push(asking.chain());
        rows.extend(asking.is_above());
        rows.push(asking.span());
        rows.extend(asking.below());
        rows.push(asking.common());
        rows.push(asking.sizes());
    }
    rows
}

struct Asking<'w, 'o> {
    world: &'w World<'o>,
    kind: usize,
    round: Round<'o>,
}

impl Asking<'_, '_> {
    fn named(&self, question: &str) -> String {
        format!("{question}, {}", KINDS[self.kind])
    }

    fn chain(&self) -> Row {
        let (user, bare, kind) = (
            self.world.user,
            &self.world.bare[self.kind],
            KINDS[self.kind],
        );
        let any = &self.round.any;
        contest(
            self.named("chain to the top"),
            (self.world.rounds, 1.0),
            &[Bar::Floor(2.0), Bar::Faster(7.0)],
            &mut || batch(any.len(), |at| chain(any.posts[at], self.kind)),
            Some(&mut || batch(any.len(), |at| bare.chain(any.places[at]))),
            Some(&mut || {
                batch(QUESTIONS, |at| {
                    let chain = user.chain(any.nodes[at], kind);
                    chain.map(|post| post.index() as u64).sum()
                })
            }),
        )
    }

    /// The floor takes the interval test of the same posts; beside it stands what
    /// that takes of bare numbers, which are a quarter of the memory to read.
    fn is_above(&self) -> [Row; 3] {
        let (user, bare, kind) = (
            self.world.user,
            &self.world.bare[self.kind],
            KINDS[self.kind],
        );
        let (upper, lower) = (&self.round.maybe_above, &self.round.any);
        let ours = || {
            batch(QUESTIONS, |at| {
                u64::from(upper.posts[at].is_above(lower.posts[at], kind))
            })
        };
        let test = |upper: u32, lower: u32| match self.kind {
            0 => bare.is_above_by_number(upper, lower),
            _ => bare.is_above(upper, lower),
        };
        let floor = || {
            batch(QUESTIONS, |at| {
                u64::from(test(place(upper.posts[at]), place(lower.posts[at])))
            })
        };
        let bare_floor = || {
            batch(QUESTIONS, |at| {
                u64::from(test(upper.places[at], lower.places[at]))
            })
        };
        let walk = |at: usize| u64::from(user.is_above(upper.nodes[at], lower.nodes[at], kind));
        let path = |at: usize| u64::from(user.has_path(upper.nodes[at], lower.nodes[at], kind));
        let is_above = contest(
            self.named("is above"),
            (self.world.rounds, 1.0),
            &[Bar::Floor(1.5), Bar::Faster(80.0), Bar::Grown(2.0)],
            &mut || ours(),
            Some(&mut || floor()),
            Some(&mut || batch(QUESTIONS, walk)),
        );
        let by_path = contest(
            self.named("is above (has_path_connecting)"),
            (self.world.rounds, 1.0),
            &[Bar::Faster(400.0)],
            &mut || ours(),
            Some(&mut || floor()),
            Some(&mut || batch(FEW, path)),
        );
        let of_numbers = contest(
            self.named("is above (floor of bare numbers)"),
            (self.world.rounds, 1.0),
            &[],
            &mut || ours(),
            Some(&mut || bare_floor()),
            None,
        );
        [is_above, by_path, of_numbers]
    }

    fn span(&self) -> Row {
        let (user, bare, kind) = (
            self.world.user,
            &self.world.bare[self.kind],
            KINDS[self.kind],
        );
        let managers = &self.round.managers;
        contest(
            self.named("span of control"),
            (self.world.rounds, 1.0),
            &[Bar::Floor(2.0), Bar::Faster(200.0)],
            &mut || batch(managers.len(), |at| managers.posts[at].span(kind) as u64),
            Some(&mut || {
                batch(managers.len(), |at| {
                    u64::from(bare.span[managers.places[at] as usize])
                })
            }),
            Some(&mut || batch(QUESTIONS, |at| user.span(managers.nodes[at], kind) as u64)),
        )
    }

    /// By petgraph's walk, which the bar is about, and by a stack of one's own; and
    /// petgraph's walk over the view of the lines.
    fn below(&self) -> [Row; 3] {
        let (user, bare, kind) = (
            self.world.user,
            &self.world.bare[self.kind],
            KINDS[self.kind],
        );
        let chiefs = &self.round.chiefs;
        let count = chiefs.len();
        let ours = || {
            batch(count * TIMES, |at| {
                let below = chiefs.posts[at % count].below(kind);
                u64::from(below.fold(0, |all, post| all ^ place(post)))
            })
        };
        let floor = || batch(count * TIMES, |at| bare.below(chiefs.places[at % count]));
        let walked = contest(
            self.named("everyone below a chief executive"),
            (self.world.rounds, 1.0),
            &[Bar::Floor(1.5), Bar::Faster(500.0)],
            &mut || ours(),
            Some(&mut || floor()),
            Some(&mut || {
                batch(count, |at| {
                    let mut all = 0;
                    user.below(chiefs.nodes[at], kind, |post| all ^= post.index() as u64);
                    all
                })
            }),
        );
        let by_stack = contest(
            self.named("everyone below (the user's own stack)"),
            (self.world.rounds, 1.0),
            &[],
            &mut || ours(),
            None,
            Some(&mut || {
                batch(count, |at| {
                    let mut all = 0;
                    user.below_by_stack(chiefs.nodes[at], kind, |post| all ^= post.index() as u64);
                    all
                })
            }),
        );
        let lines = Reversed(self.world.org.as_petgraph([kind]));
        let viewed = contest(
            self.named("petgraph's walk below, over the view"),
            (self.world.rounds, 1.0),
            &[],
            &mut || {
                batch(count, |at| {
                    let mut walk = Dfs::new(lines, chiefs.posts[at]);
                    walk.next(lines);
                    let mut all = 0;
                    while let Some(post) = walk.next(lines) {
                        all ^= place(post);
                    }
                    u64::from(all)
                })
            },
            None,
            Some(&mut || {
                batch(count, |at| {
                    let mut all = 0;
                    user.below(chiefs.nodes[at], kind, |post| all ^= post.index() as u64);
                    all
                })
            }),
        );
        [walked, by_stack, viewed]
    }

    fn common(&self) -> Row {
        let (user, bare, kind) = (
            self.world.user,
            &self.world.bare[self.kind],
            KINDS[self.kind],
        );
        let (one, other) = (&self.round.any, &self.round.other);
        let by_number = || {
            batch(QUESTIONS, |at| {
                told_bare(bare.common_by_number(one.places[at], other.places[at]))
            })
        };
        let by_extent = || {
            batch(QUESTIONS, |at| {
                told_bare(bare.common(one.places[at], other.places[at]))
            })
        };
        let floor: &dyn Fn() -> Took = if self.kind == 0 {
            &by_number
        } else {
            &by_extent
        };
        let chains = RefCell::new((Vec::new(), Vec::new()));
        contest(
            self.named("nearest common superior"),
            (self.world.rounds, 1.0),
            &[Bar::Floor(1.5), Bar::Faster(15.0)],
            &mut || {
                batch(QUESTIONS, |at| {
                    told(one.posts[at].nearest_common_superior(other.posts[at], kind))
                })
            },
            Some(&mut || floor()),
            Some(&mut || {
                batch(QUESTIONS, |at| {
                    let pair = (one.nodes[at], other.nodes[at]);
                    let common = user.common(pair, kind, &mut chains.borrow_mut());
                    common.map_or(0, |post| post.index() as u64)
                })
            }),
        )
    }

    fn sizes(&self) -> Row {
        let (world, kind) = (self.world, KINDS[self.kind]);
        let bare = &world.bare[self.kind];
        let items = real(world.made.posts());
        let ours = || {
            let sizes = world.org.sizes_below(kind);
            sizes.fold(0, |sum, (_, below)| sum + below as u64)
        };
        let theirs = || {
            let sizes = world.user.sizes(kind);
            sizes.into_iter().map(u64::from).sum()
        };
        contest(
            self.named("size below, every post"),
            (world.rounds, items),
            &[Bar::Floor(2.0), Bar::Faster(300.0)],
            &mut || making_again(items, ours, u64::clone),
            Some(&mut || match self.kind {
                0 => making_again(items, || bare.sum_of_sizes_by_number(), u64::clone),
                _ => making_again(items, || bare.sum_of_sizes(), u64::clone),
            }),
            Some(&mut || making_again(items, theirs, u64::clone)),
        )
    }
}

/// The chain of a post: the sum of its numbers.
pub(crate) fn chain(post: Post<'_>, kind: usize) -> u64 {
    let chain = post.chain(KINDS[kind]).map(Line::to);
    chain.map(|post| post.node_index().index() as u64).sum()
}
