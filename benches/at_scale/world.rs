//! One organisation for all contenders, and what each is asked.

use answerable::{Accountability, Organisation, Post};
use petgraph::graph::NodeIndex;

use crate::dice::{Dice, NONE, number};
use crate::floor::{Bare, preorder};
use crate::made::Made;
use crate::user::User;

/// The kinds, as they are told of everywhere here.
pub(crate) const KINDS: [Accountability; 3] = [
    Accountability::Operational,
    Accountability::Professional,
    Accountability::Clinical,
];

pub(crate) struct World<'o> {
    pub(crate) made: &'o Made,
    pub(crate) org: &'o Organisation,
    pub(crate) user: &'o User,
    /// The place of each post in operational preorder, and the post at each.
    pub(crate) place: Vec<u32>,
    pub(crate) post_at: Vec<u32>,
    pub(crate) bare: [Bare; 3],
    pub(crate) rounds: usize,
}

impl<'o> World<'o> {
    pub(crate) fn new(
        made: &'o Made,
        org: &'o Organisation,
        user: &'o User,
        rounds: usize,
    ) -> Self {
        let post_at = preorder(&made.superior[0], |_| false);
        let mut place = vec![0; post_at.len()];
        for (at, &post) in (0..).zip(&post_at) {
            place[post as usize] = at;
        }
        let bare = std::array::from_fn(|kind| {
            let mut superior = vec![NONE; place.len()];
            for (post, &above) in made.superior[kind].iter().enumerate() {
                if above != NONE {
                    superior[place[post] as usize] = place[above as usize];
                }
            }
            Bare::of(&superior, kind > 0)
        });
        Self {
            made,
            org,
            user,
            place,
            post_at,
            bare,
            rounds,
        }
    }

    /// The same posts as each contender holds them.
    pub(crate) fn asked(&self, numbers: &[u32]) -> Asked<'o> {
        let post = |&at: &u32| self.org.get(&self.made.ids[at as usize]);
        Asked {
            posts: numbers.iter().map(|at| post(at).expect("a post")).collect(),
            places: numbers.iter().map(|&at| self.place[at as usize]).collect(),
            nodes: numbers
                .iter()
                .map(|&at| NodeIndex::new(at as usize))
                .collect(),
        }
    }

    pub(crate) fn id_at(&self, place: u32) -> &'o str {
        &self.made.ids[self.post_at[place as usize] as usize]
    }
}

pub(crate) struct Asked<'o> {
    pub(crate) posts: Vec<Post<'o>>,
    pub(crate) places: Vec<u32>,
    pub(crate) nodes: Vec<NodeIndex>,
}

impl Asked<'_> {
    pub(crate) fn len(&self) -> usize {
        self.posts.len()
    }
}

/// The posts asked about in questions on one kind.
pub(crate) struct Round<'o> {
    /// Posts that have a line of the kind.
    pub(crate) any: Asked<'o>,
    /// As many again: half of them above, posts near in the document, others.
    pub(crate) maybe_above: Asked<'o>,
    pub(crate) other: Asked<'o>,
    pub(crate) managers: Asked<'o>,
    /// Chief executives, or those of a trust who have most below them.
    pub(crate) chiefs: Asked<'o>,
}

/// How many random posts a question is asked about.
pub(crate) const QUESTIONS: usize = 100_000;

impl<'o> Round<'o> {
    pub(crate) fn of(world: &World<'o>, kind: usize) -> Self {
        let mut dice = Dice::new(7 + kind as u64);
        let superior = &world.made.superior[kind];
        let bare = &world.bare[kind];
        let all = 0..number(superior.len());
        let members: Vec<u32> = all
            .clone()
            .filter(|&at| superior[at as usize] != NONE)
            .collect();
        let below = |at: u32| {
            let [start, end] = bare.extent[world.place[at as usize] as usize];
            end.saturating_sub(start)
        };
        let managers: Vec<u32> = all.filter(|&at| below(at) > 1).collect();
        let (mut any, mut maybe_above, mut other) = (Vec::new(), Vec::new(), Vec::new());
        for at in 0..QUESTIONS {
            let lower = dice.below(members.len());
            any.push(members[lower]);
            maybe_above.push(if at % 2 == 0 {
                climbed(members[lower], superior, &mut dice)
            } else {
                dice.one_of(&members)
            });
            other.push(if at % 2 == 0 {
                members[(lower + dice.below(1_000)) % members.len()]
            } else {
                dice.one_of(&members)
            });
        }
        let chosen: Vec<u32> = (0..QUESTIONS).map(|_| dice.one_of(&managers)).collect();
        Self {
            any: world.asked(&any),
            maybe_above: world.asked(&maybe_above),
            other: world.asked(&other),
            managers: world.asked(&chosen),
            chiefs: world.asked(&chiefs(world.made, kind, &managers, below)),
        }
    }
}

/// A post some steps up.
fn climbed(post: u32, superior: &[u32], dice: &mut Dice) -> u32 {
    let above = |&at: &u32| Some(superior[at as usize]).filter(|&above| above != NONE);
    let chain: Vec<u32> = std::iter::successors(above(&post), above).collect();
    dice.one_of(&chain)
}

fn chiefs(made: &Made, kind: usize, managers: &[u32], below: impl Fn(u32) -> u32) -> Vec<u32> {
    let most = 40;
    if kind == 0 {
        let step = made.chiefs.len().div_ceil(most);
        return made.chiefs.iter().copied().step_by(step).collect();
    }
    let is_of_trust = |at: &u32| !made.ids[*at as usize].starts_with("nhs-");
    let mut of_trusts: Vec<u32> = managers.iter().copied().filter(is_of_trust).collect();
    of_trusts.sort_by_key(|&at| std::cmp::Reverse(below(at)));
    of_trusts.truncate(most);
    of_trusts
}
