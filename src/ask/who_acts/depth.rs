//! How many could act for each post, and on whom does most cover rest?

use std::collections::HashMap;

use crate::Organisation;
use crate::document::NONE;
use crate::organisation::{Order, circles};
use crate::steps::step;
use crate::view::{Matter, Post};

use super::pools::discounted;
use super::{Absences, is_able};

/// Cover in depth: for every post, how many could act for it before cover
/// reverts or fails.
#[derive(Debug, Clone)]
pub struct CoverDepths<'o> {
    org: &'o Organisation,
    depths: Vec<Depth>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Depth {
    could_act: u32,
    /// The one that could, where only one could.
    sole: Option<u32>,
}

impl<'o> CoverDepths<'o> {
    /// How many posts could act for this one: as many as [`Post::could_act`]
    /// gives. None for a post of another organisation. Constant.
    #[must_use]
    pub fn of(&self, post: Post<'_>) -> Option<usize> {
        let depth = self.depths[post.place_in(self.org)? as usize];
        Some(depth.could_act as usize)
    }

    /// The single posts on which cover rests, each with the posts for which it
    /// alone could act: those on which most rests first, else in document order.
    #[must_use]
    pub fn sole(&self) -> Vec<(Post<'o>, Vec<Post<'o>>)> {
        let mut rests_on: HashMap<u32, Vec<Post<'o>>> = HashMap::new();
        for post in self.org.posts() {
            if let Some(sole) = self.depths[post.place() as usize].sole {
                rests_on.entry(sole).or_default().push(post);
            }
        }
        let posts = self.org.posts();
        let mut sole: Vec<_> = posts
            .filter_map(|post| Some((post, rests_on.remove(&post.place())?)))
            .collect();
        sole.sort_by_key(|(_, posts)| std::cmp::Reverse(posts.len()));
        sole
    }
}

impl Organisation {
    /// For every post, how many could act for it in general before cover reverts
    /// or fails: vacant posts and those away not counted, nominations apart.
    ///
    /// Linear where no post has several onward deputies; each that has is
    /// followed for itself, as far as they lead.
    ///
    /// ```
    /// # use answerable::{Absences, Organisation, PostRecord};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").deputised_by(["matron", "sister"]),
    /// #     PostRecord::new("matron", "Matron").deputised_by(["sister"]),
    /// #     PostRecord::new("sister", "Ward Sister"),
    /// # ])?;
    /// let away = Absences::none();
    /// let depths = org.cover_depths(&away);
    /// assert_eq!(depths.of(org.post("chief-nurse")?), Some(2));
    /// assert_eq!(depths.sole(), [(org.post("sister")?, vec![org.post("matron")?])]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn cover_depths<'o>(&'o self, away: &Absences<'o>) -> CoverDepths<'o> {
        Depths::of(self, None, away)
    }

    /// The same on this matter, as dear.
    #[must_use]
    pub fn cover_depths_on<'o>(
        &'o self,
        matter: Matter<'o>,
        away: &Absences<'o>,
    ) -> CoverDepths<'o> {
        Depths::of(self, Some(matter), away)
    }
}

/// Where the deputies of a post lead on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Onward {
    Nowhere,
    /// Through one of them.
    To(u32),
    /// Through several.
    Apart,
}

/// Everyone who could act for a post is a deputy of it, or of a post on the one
/// way that leads on from it. So posts are walked as a forest, each below the
/// post its deputies lead on to, with a set that grows on the way down and
/// shrinks on the way up. Posts in a ring are one; a post whose deputies lead on
/// to several is a root, whose set is found by following them.
struct Depths<'o> {
    org: &'o Organisation,
    matter: Option<Matter<'o>>,
    is_able: Vec<bool>,
    onward: Vec<Onward>,
    /// The other posts of the ring whose first post this is.
    ring: HashMap<u32, Vec<u32>>,
    /// How often each post is in the set, how many able posts are, and the sum of
    /// their numbers: of one post the sum is that post.
    times: Vec<u32>,
    able: u32,
    sum: u64,
}

impl<'o> Depths<'o> {
    fn of(
        org: &'o Organisation,
        matter: Option<Matter<'o>>,
        away: &Absences<'o>,
    ) -> CoverDepths<'o> {
        let posts = (0..).take(org.declared.len());
        let mut depths = Self {
            org,
            matter,
            is_able: posts
                .clone()
                .map(|at| is_able(Post::new(org, at), away))
                .collect(),
            onward: Vec::new(),
            ring: HashMap::new(),
            times: vec![0; org.declared.len()],
            able: 0,
            sum: 0,
        };
        depths.onward = posts.clone().map(|at| depths.leads_on(at)).collect();
        let above = depths.above();
        let with_deputies: Vec<u32> = posts
            .filter(|&at| above[at as usize] != at)
            .filter(|&at| org.posts.deputies.has(at))
            .collect();
        let depths = depths.walk(&Order::build(&with_deputies, &above));
        CoverDepths { org, depths }
    }

    /// The deputies of a post by arrangements that count, and whether theirs may
    /// step in.
    fn deputies(&self, at: u32) -> impl Iterator<Item = (u32, bool)> + use<'o> {
        let matter = self.matter;
        Post::new(self.org, at)
            .deputies()
            .inspect(|_| step())
            .filter(move |&terms| discounted(terms, matter).is_none())
            .map(|terms| (terms.deputy().place(), terms.is_onward()))
    }

    fn leads_on(&self, at: u32) -> Onward {
        let with_deputies = |&(deputy, is_onward): &(u32, bool)| {
            is_onward && deputy != at && self.org.posts.deputies.has(deputy)
        };
        let to = self.deputies(at).filter(with_deputies);
        to.fold(Onward::Nowhere, |before, (deputy, _)| match before {
            Onward::Nowhere => Onward::To(deputy),
            Onward::To(other) if other == deputy => before,
            _ => Onward::Apart,
        })
    }

    /// The forest: what each post stands below, or [`NONE`]; of a ring only the
    /// first post is in it, and the others stand below themselves.
    fn above(&mut self) -> Vec<u32> {
        let to = |onward: &Onward| match *onward {
            Onward::To(post) => post,
            Onward::Nowhere | Onward::Apart => NONE,
        };
        let mut above: Vec<u32> = self.onward.iter().map(to).collect();
        let mut first_of: HashMap<u32, u32> = HashMap::new();
        for ring in circles(&above) {
            let [first, others @ ..] = &ring[..] else {
                continue;
            };
            above[*first as usize] = NONE;
            for &other in others {
                above[other as usize] = other;
                first_of.insert(other, *first);
            }
            self.ring.insert(*first, others.to_vec());
        }
        for (at, above) in (0..).zip(&mut above) {
            if let Some(&first) = first_of.get(above)
                && *above != at
            {
                *above = first;
            }
        }
        above
    }

    fn walk(mut self, order: &Order) -> Vec<Depth> {
        let mut depths = vec![Depth::default(); self.org.declared.len()];
        // What was added at each post on the way down to where the walk is.
        let mut way: Vec<(u32, Vec<u32>)> = Vec::new();
        for rank in (0..).take(order.len()) {
            step();
            while let Some((_, added)) = way.pop_if(|(end, _)| *end <= rank) {
                self.take(&added);
            }
            let at = order.node(rank);
            let added = self.add(at);
            way.push((order.end(rank), added));
            depths[at as usize] = self.depth(at);
            for &other in self.ring.get(&at).into_iter().flatten() {
                depths[other as usize] = self.depth(other);
            }
        }
        depths
    }

    /// What the set has for a post: itself is not counted.
    fn depth(&self, at: u32) -> Depth {
        let (mut could_act, mut sum) = (self.able, self.sum);
        if self.times[at as usize] > 0 && self.is_able[at as usize] {
            could_act -= 1;
            sum -= u64::from(at);
        }
        let sole = u32::try_from(sum).ok().filter(|_| could_act == 1);
        Depth { could_act, sole }
    }

    /// Adds to the set whoever a post brings into it.
    fn add(&mut self, at: u32) -> Vec<u32> {
        let mut added: Vec<u32> = Vec::new();
        if self.onward[at as usize] == Onward::Apart {
            added = self.follow(at);
        } else {
            let others = self.ring.get(&at).into_iter().flatten();
            for &post in std::iter::once(&at).chain(others) {
                added.extend(self.deputies(post).map(|(deputy, _)| deputy));
            }
        }
        for &post in &added {
            step();
            self.times[post as usize] += 1;
            if self.times[post as usize] == 1 && self.is_able[post as usize] {
                self.able += 1;
                self.sum += u64::from(post);
            }
        }
        added
    }

    fn take(&mut self, added: &[u32]) {
        for &post in added {
            step();
            self.times[post as usize] -= 1;
            if self.times[post as usize] == 0 && self.is_able[post as usize] {
                self.able -= 1;
                self.sum -= u64::from(post);
            }
        }
    }

    /// Everyone who could act for a post, by following every way.
    fn follow(&self, at: u32) -> Vec<u32> {
        let mut opened = std::collections::HashSet::from([at]);
        let mut open = vec![at];
        let mut found = Vec::new();
        while let Some(post) = open.pop() {
            for (deputy, is_onward) in self.deputies(post) {
                found.push(deputy);
                if is_onward && opened.insert(deputy) {
                    open.push(deputy);
                }
            }
        }
        found
    }
}
