//! Who acts, for every post at once.
//!
//! Posts that act themselves need no search. For the others, the nearest able
//! deputy is found from the able posts downwards: breadth first over the
//! arrangements that count, against their direction. All posts at one remove are
//! kept in the order of their least path of ranks, so that each takes its own
//! from those one remove nearer. What is left reverts: superiors come before
//! their reports, so their answers are known.

use crate::Organisation;
use crate::document::{NONE, number};
use crate::model::PostKind;
use crate::organisation::Groups;
use crate::steps::step;
use crate::view::{Line, Matter, Post};

use super::covers::{Covers, Found, Who};
use super::pools::{Counted, discounted};
use super::{Absences, How, able, governing, is_able};

/// An arrangement that counts, of a post that is not able.
#[derive(Clone, Copy)]
struct Arc {
    rank: u32,
    deputy: u32,
    /// The slot of the deputy, if it is not able and its own deputies may step
    /// in.
    onward: Option<u32>,
    is_able: bool,
}

/// What is known of a post that does not act itself.
#[derive(Clone, Copy, Default)]
struct Nearest {
    /// How many arrangements lead to the nearest able post; 0 if none do.
    removes: u32,
    /// Which of the least paths at that remove, counted from the lowest.
    class: u32,
    /// The first rank of its least path, and the class of the rest.
    rank: u32,
    rest: u32,
    /// The pool at the end of that path.
    pool: u32,
}

/// The search for every post at once.
pub(super) struct Everyone<'o, 'd> {
    covers: Covers<'o, 'd>,
    /// The posts that do not act themselves, in operational tree order.
    posts: Vec<u32>,
    arcs: Groups<Arc>,
    nearest: Vec<Nearest>,
    /// The slot of the post that was last seen to be in a pool being made.
    seen: Vec<u32>,
}

impl<'o, 'd> Everyone<'o, 'd> {
    pub(super) fn covers(
        org: &'o Organisation,
        matter: Option<Matter<'o>>,
        away: &'d Absences<'o>,
    ) -> Covers<'o, 'd> {
        let mut everyone = Self {
            covers: Covers {
                org,
                matter,
                away,
                slot: vec![NONE; org.declared.len()],
                found: Vec::new(),
                pools: Vec::new(),
            },
            posts: Vec::new(),
            arcs: Groups::new(),
            nearest: Vec::new(),
            seen: Vec::new(),
        };
        everyone.list();
        if !everyone.posts.is_empty() {
            everyone.list_arcs();
            everyone.find_nearest();
            everyone.revert();
        }
        everyone.covers
    }

    /// Lists the posts that do not act themselves.
    fn list(&mut self) {
        let covers = &mut self.covers;
        for (at, is_able) in (0..).zip(able(covers.org, covers.away)) {
            if !is_able && Post::new(covers.org, at).kind() != PostKind::Body {
                covers.slot[at as usize] = number(self.posts.len());
                self.posts.push(at);
            }
        }
        self.nearest = vec![Nearest::default(); self.posts.len()];
    }

    /// Lists their arrangements that count.
    fn list_arcs(&mut self) {
        let covers = &self.covers;
        for &post in &self.posts {
            let mut counted = Counted::default();
            self.arcs.push(
                Post::new(covers.org, post)
                    .deputies()
                    .inspect(|_| step())
                    .filter(|&terms| discounted(terms, covers.matter).is_none())
                    .map(|terms| {
                        let deputy = terms.deputy().place();
                        let slot = covers.slot[deputy as usize];
                        Arc {
                            rank: number(counted.rank(terms.rank(), true)),
                            deputy,
                            onward: Some(slot).filter(|&slot| slot != NONE && terms.is_onward()),
                            is_able: slot == NONE,
                        }
                    }),
            );
        }
    }

    /// The arrangements against their direction: for each slot those whose
    /// deputies may step in through it, as rank and slot.
    fn against(&self) -> Groups<(u32, u32)> {
        let slots = 0..number(self.posts.len());
        Groups::by(self.posts.len(), || {
            slots.clone().flat_map(|slot| {
                let arcs = self.arcs.of(slot).iter();
                arcs.filter_map(move |arc| Some((arc.onward?, (arc.rank, slot))))
            })
        })
    }

    /// Finds the nearest able deputies of every post, remove by remove.
    fn find_nearest(&mut self) {
        self.seen = vec![NONE; self.covers.slot.len()];
        let against = self.against();
        // The posts to which an arrangement leads on, by its rank, each with the
        // class of what it leads to; by class within a rank.
        let mut led: Vec<Vec<(u32, u32)>> = Vec::new();
        for slot in 0..number(self.posts.len()) {
            let able = self.arcs.of(slot).iter().filter(|arc| arc.is_able);
            for arc in able {
                step();
                lead(&mut led, arc.rank, (slot, 0));
            }
        }
        for removes in 1.. {
            let level = self.level(removes, std::mem::take(&mut led));
            if level.is_empty() {
                break;
            }
            for slot in level {
                let class = self.nearest[slot as usize].class;
                for &(rank, from) in against.of(slot) {
                    step();
                    if self.nearest[from as usize].removes == 0 {
                        lead(&mut led, rank, (from, class));
                    }
                }
            }
        }
    }

    /// The posts whose nearest able deputies are at this remove, in the order of
    /// their least paths.
    fn level(&mut self, removes: u32, led: Vec<Vec<(u32, u32)>>) -> Vec<u32> {
        let mut level = Vec::new();
        let (mut class, mut last) = (0, None);
        for (rank, led) in (0..).zip(led) {
            step();
            for (slot, rest) in led {
                step();
                let nearest = &mut self.nearest[slot as usize];
                if nearest.removes != 0 {
                    continue;
                }
                if last.is_some_and(|last| last != (rank, rest)) {
                    class += 1;
                }
                last = Some((rank, rest));
                *nearest = Nearest {
                    removes,
                    class,
                    rank,
                    rest,
                    pool: NONE,
                };
                level.push(slot);
            }
        }
        for &slot in &level {
            self.nearest[slot as usize].pool = self.pool(slot);
        }
        level
    }

    /// The pool at the end of the least path from a post: of its arrangements on
    /// it the deputies, or what is at the end of theirs.
    fn pool(&mut self, slot: u32) -> u32 {
        let Nearest {
            removes,
            rank,
            rest,
            ..
        } = self.nearest[slot as usize];
        let arcs = self.arcs.of(slot);
        let first = arcs.partition_point(|arc| arc.rank < rank);
        let of_rank = arcs[first..].iter().take_while(|arc| arc.rank == rank);
        let mut pools: Vec<u32> = Vec::new();
        let mut posts: Vec<u32> = Vec::new();
        for arc in of_rank {
            step();
            if removes == 1 {
                if arc.is_able && self.seen[arc.deputy as usize] != slot {
                    self.seen[arc.deputy as usize] = slot;
                    posts.push(arc.deputy);
                }
                continue;
            }
            let Some(onward) = arc.onward.map(|at| self.nearest[at as usize]) else {
                continue;
            };
            if (onward.removes, onward.class) == (removes - 1, rest) {
                pools.push(onward.pool);
            }
        }
        // Posts that lead to one pool share it.
        if let [first, others @ ..] = &pools[..]
            && others.iter().all(|other| other == first)
        {
            return *first;
        }
        for &pool in &pools {
            for &post in &self.covers.pools[pool as usize] {
                step();
                if self.seen[post as usize] != slot {
                    self.seen[post as usize] = slot;
                    posts.push(post);
                }
            }
        }
        self.covers.pools.push(posts.into());
        number(self.covers.pools.len() - 1)
    }

    /// Gives each post its answer: its nominee, its deputies, or that of its
    /// superior.
    fn revert(&mut self) {
        let kind = governing(self.covers.matter);
        let order = self.covers.org.order(kind);
        let nobody = Found {
            who: Who::Nobody(NONE),
            how: None,
            removes: 0,
            layers: 0,
        };
        self.covers.found = vec![nobody; self.posts.len()];
        // Superiors before their reports; those outside the order have neither.
        let (mut outside, mut inside) = (Vec::new(), vec![NONE; order.len()]);
        for (slot, &post) in (0..).zip(&self.posts) {
            match order.rank(post) {
                Some(rank) => inside[rank as usize] = slot,
                None => outside.push(slot),
            }
        }
        for slot in outside.into_iter().chain(inside) {
            step();
            if slot != NONE {
                self.covers.found[slot as usize] = self.found(slot);
            }
        }
    }

    fn found(&self, slot: u32) -> Found {
        let covers = &self.covers;
        let at = self.posts[slot as usize];
        let post = Post::new(covers.org, at);
        let found = |who, how| Found {
            who,
            how,
            removes: 0,
            layers: 0,
        };
        if post.kind() == PostKind::External {
            return found(Who::Nobody(at), None);
        }
        let nominee = covers.away.nominee(post);
        if let Some(nominee) = nominee.filter(|&nominee| is_able(nominee, covers.away)) {
            return found(Who::One(nominee.place()), Some(How::Nominee));
        }
        let nearest = self.nearest[slot as usize];
        if nearest.removes > 0 {
            return Found {
                removes: nearest.removes,
                ..found(Who::Pool(nearest.pool), Some(How::Deputy))
            };
        }
        let Some(superior) = self.reverts_to(post) else {
            return found(Who::Nobody(at), None);
        };
        let above = match covers.slot[superior.place() as usize] {
            NONE if superior.kind() == PostKind::Body => {
                found(Who::Body(superior.place()), Some(How::Superior))
            }
            NONE => found(Who::One(superior.place()), Some(How::Superior)),
            slot => covers.found[slot as usize],
        };
        Found {
            layers: above.layers + 1,
            ..above
        }
    }

    fn reverts_to(&self, post: Post<'o>) -> Option<Post<'o>> {
        self.covers.question(post).revert(post).ok().map(Line::to)
    }
}

impl Organisation {
    /// Who acts for whom in general, given who is away and who is nominated: for
    /// every post what [`Post::who_acts`] answers for it alone.
    ///
    /// Linear in the posts, their holders, the arrangements and the pools that
    /// answers are drawn from.
    ///
    /// ```
    /// # use answerable::Absences;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let nobody_away = Absences::none(); // but two posts are vacant
    /// let covers = org.who_acts(&nobody_away);
    /// assert!(covers.covered().map(|cover| cover.to_string()).eq([
    ///     "Medical Director acts for Associate Medical Director, Revalidation as its superior \
    ///         (Associate Medical Director, Revalidation vacant)",
    ///     "Care Group Director, Adult Community acts for Head of Nursing, Adult Community \
    ///         as its superior (Head of Nursing, Adult Community vacant)",
    /// ]));
    /// ```
    #[must_use]
    pub fn who_acts<'o, 'd>(&'o self, away: &'d Absences<'o>) -> Covers<'o, 'd> {
        Everyone::covers(self, None, away)
    }

    /// Who acts for whom on this matter: for every post what
    /// [`Post::who_acts_on`] answers for it alone. Costs as much as
    /// [`Organisation::who_acts`].
    ///
    /// ```
    /// # use answerable::Absences;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (nobody_away, revalidation) = (Absences::none(), org.matter("revalidation")?);
    /// let covers = org.who_acts_on(revalidation, &nobody_away);
    /// assert_eq!(covers.matter(), Some(revalidation));
    /// let left = covers.left_to_nobody().map(|cover| cover.post().title());
    /// assert!(left.eq(["Head of Nursing, Adult Community"])); // vacant, and the matter is personal
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn who_acts_on<'o, 'd>(
        &'o self,
        matter: Matter<'o>,
        away: &'d Absences<'o>,
    ) -> Covers<'o, 'd> {
        Everyone::covers(self, Some(matter), away)
    }
}

/// Adds one to the list of its rank.
fn lead(led: &mut Vec<Vec<(u32, u32)>>, rank: u32, one: (u32, u32)) {
    let rank = rank as usize;
    if led.len() <= rank {
        led.resize(rank + 1, Vec::new());
    }
    led[rank].push(one);
}
