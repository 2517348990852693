//! Who acts, where one post in a hundred is absent.

use std::cell::RefCell;
use std::collections::HashSet;

use allocation_counter::measure;
use answerable::{Absences, Acting, Cover};
use petgraph::graph::NodeIndex;

use crate::cover::BareCover;
use crate::dice::{Dice, NONE, number, real};
use crate::measured::{Bar, Row, batch, contest, making, total};
use crate::memory::Counted;
use crate::questions::told;
use crate::world::{Asked, QUESTIONS, World};

/// Who is absent, as each contender holds it.
pub(crate) struct Day<'w, 'o> {
    world: &'w World<'o>,
    away: Absences<'o>,
    bare: BareCover,
    absent: HashSet<NodeIndex>,
    any: Asked<'o>,
    unable: Asked<'o>,
}

impl<'w, 'o> Day<'w, 'o> {
    pub(crate) fn of(world: &'w World<'o>) -> Self {
        let made = world.made;
        let mut dice = Dice::new(100);
        let absent: Vec<u32> = (0..number(made.posts()))
            .filter(|_| dice.one_in(100))
            .collect();
        let asked = world.asked(&absent);
        let place = |at: u32| world.place[at as usize];
        let mut able = vec![true; made.posts()];
        let mut deputies = vec![Vec::new(); made.posts()];
        for at in 0..number(made.posts()) {
            let own = made.deputies[at as usize].iter();
            deputies[place(at) as usize] =
                own.map(|&(post, onward)| (place(post), onward)).collect();
            able[place(at) as usize] = !made.vacant[at as usize];
        }
        for &at in &asked.places {
            able[at as usize] = false;
        }
        let any: Vec<u32> = (0..QUESTIONS).map(|_| dice.number(made.posts())).collect();
        let is_unable = |at: &u32| !able[place(*at) as usize];
        let unable: Vec<u32> = (0..number(made.posts())).filter(is_unable).collect();
        let unable: Vec<u32> = (0..QUESTIONS).map(|_| dice.one_of(&unable)).collect();
        Self {
            world,
            away: Absences::of(asked.posts).expect("posts of one organisation"),
            bare: BareCover::new(world.bare[0].superior.clone(), able, &deputies),
            absent: asked.nodes.into_iter().collect(),
            any: world.asked(&any),
            unable: world.asked(&unable),
        }
    }

    pub(crate) fn rows(&self) -> Vec<Row> {
        let median = [Bar::Nanoseconds(300.0)];
        vec![
            self.row("who acts, 1% absent", &self.any, &median),
            self.row("who acts, for posts absent or vacant", &self.unable, &[]),
            self.all_at_once(),
        ]
    }

    fn row(&self, what: &str, asked: &Asked<'_>, bars: &[Bar]) -> Row {
        let user = self.world.user;
        let waiting = RefCell::new(Vec::new());
        contest(
            what,
            (self.world.rounds, 1.0),
            bars,
            &mut || {
                batch(asked.len(), |at| {
                    acts(&asked.posts[at].who_acts(&self.away))
                })
            },
            Some(&mut || {
                batch(asked.len(), |at| {
                    let acting = self
                        .bare
                        .who_acts(asked.places[at], &mut waiting.borrow_mut());
                    acting.map_or(0, |place| u64::from(place) + 1)
                })
            }),
            Some(&mut || {
                batch(asked.len(), |at| {
                    let acting = user.who_acts(asked.nodes[at], &self.absent);
                    acting.map_or(0, |post| post.index() as u64)
                })
            }),
        )
    }

    fn all_at_once(&self) -> Row {
        let (world, items) = (self.world, real(self.world.made.posts()));
        let mut waiting = Vec::new();
        contest(
            "who acts, all posts at once",
            (world.rounds.min(5), items),
            &[],
            &mut || {
                making(
                    items,
                    || world.org.who_acts(&self.away),
                    |covers| {
                        covers
                            .iter()
                            .map(|cover| acts(&cover))
                            .fold(0, u64::wrapping_add)
                    },
                )
            },
            Some(&mut || {
                let sum = |all: &Vec<u32>| {
                    all.iter()
                        .map(|place| u64::from(place.wrapping_add(1)))
                        .sum()
                };
                let bare = &self.bare;
                let each = |at| bare.who_acts(at, &mut waiting).unwrap_or(NONE);
                making(
                    items,
                    || (0..number(world.made.posts())).map(each).collect(),
                    sum,
                )
            }),
            Some(&mut || {
                let each = |at| world.user.who_acts(at, &self.absent);
                let nodes = world.user.graph.node_indices();
                making(items, || nodes.map(each).collect::<Vec<_>>(), |_| 0)
            }),
        )
    }

    /// What answering without a trace allocates.
    pub(crate) fn allocations(&self) -> [Counted; 2] {
        let count = |asked: &Asked<'_>| {
            let counted = measure(|| {
                total(asked.len(), |at| {
                    acts(&asked.posts[at].who_acts(&self.away))
                });
            });
            f64::from(number(
                usize::try_from(counted.count_total).unwrap_or(usize::MAX),
            )) / real(asked.len())
        };
        [
            Counted::new(
                "who acts, 1% absent: allocations a question",
                count(&self.any),
                0.0,
            ),
            Counted::new(
                "who acts, for posts absent or vacant: allocations a question",
                count(&self.unable),
                0.0,
            ),
        ]
    }

    /// Ids of who acts, by each contender.
    pub(crate) fn agree(&self) {
        let (user, id) = (self.world.user, |at| self.world.id_at(at));
        for asked in [&self.any, &self.unable] {
            for at in 0..asked.len() {
                let cover = asked.posts[at].who_acts(&self.away);
                let ours = acting_id(&cover);
                let bare = self.bare.who_acts(asked.places[at], &mut Vec::new());
                assert_eq!(ours, bare.map(id), "who acts: the floor differs");
                let theirs = user.who_acts(asked.nodes[at], &self.absent);
                let theirs = theirs.map(|post| user.graph[post].id.as_str());
                assert_eq!(ours, theirs, "who acts: the user of petgraph differs");
            }
        }
        let covers = self.world.org.who_acts(&self.away);
        for (node, cover) in user.graph.node_indices().zip(covers.iter()) {
            let theirs = user.who_acts(node, &self.absent);
            let theirs = theirs.map(|post| user.graph[post].id.as_str());
            assert_eq!(cover.post().id(), user.graph[node].id);
            assert_eq!(acting_id(&cover), theirs, "who acts: all at once differs");
        }
    }
}

/// The id of who acts; posts are never pools here.
fn acting_id<'o>(cover: &Cover<'o, '_>) -> Option<&'o str> {
    match cover.acting() {
        Acting::Itself => Some(cover.post().id()),
        acting => acting.posts().first().map(|post| post.id()),
    }
}

fn acts(cover: &Cover<'_, '_>) -> u64 {
    match cover.acting() {
        Acting::Itself => told(Some(cover.post())),
        acting => told(acting.posts().first().copied()),
    }
}
