//! How many could act for each post, and on whom does most cover rest?

use foldhash::{HashMap, HashSet};

use crate::Organisation;
use crate::document::{NONE, number};
use crate::organisation::Order;
use crate::steps::step;
use crate::view::{Matter, Post};

use super::knots::Knots;
use super::{Absences, able};

/// Cover in depth: for every post, how many could act for it before cover
/// reverts or fails.
///
/// ```
/// # use answerable::Absences;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let (officer, director) = (org.post("chief-operating-officer")?, org.post("medical-director")?);
/// let nobody_away = Absences::none();
/// let depths = org.cover_depths(&nobody_away);
/// assert_eq!(depths.of(officer), Some(2));
/// assert_eq!(depths.of(org.post("chief-nurse")?), Some(0)); // one deputy is vacant, one attends only
/// assert_eq!(depths.sole(), []);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    /// alone could act: those on which most rests first, else in document order. Takes
    /// n log n in the posts.
    #[must_use]
    pub fn sole(&self) -> Vec<(Post<'o>, Vec<Post<'o>>)> {
        let mut rests_on: HashMap<u32, Vec<Post<'o>>> = HashMap::default();
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
    /// or fails: vacant posts and those away are not counted, and nominations do not
    /// count.
    ///
    /// Linear where the onward deputies of no post lead apart, round in a ring or
    /// not; of posts whose do, each is followed for itself, as far as they lead,
    /// so that many of them one below another take the square of their number.
    ///
    /// ```
    /// # use answerable::Absences;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (officer, director) = (org.post("chief-operating-officer")?, org.post("medical-director")?);
    /// let (one, other) = (org.post("care-group-director")?, org.post("care-group-director-adults")?);
    /// let away = Absences::of([one])?;
    /// assert_eq!(org.cover_depths(&away).sole(), [(other, vec![officer, director])]); // one pool for both
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn cover_depths<'o>(&'o self, away: &Absences<'o>) -> CoverDepths<'o> {
        Depths::of(self, None, away)
    }

    /// The same on this matter, at the same cost.
    ///
    /// ```
    /// # use answerable::Absences;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (director, associate) = (org.post("medical-director")?, org.post("associate-medical-director")?);
    /// let lead = org.post("clinical-lead-general-paediatrics")?;
    /// let depths = org.cover_depths_on(org.matter("revalidation")?, &Absences::none());
    /// assert_eq!(depths.sole(), [(lead, vec![director, associate])]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn cover_depths_on<'o>(
        &'o self,
        matter: Matter<'o>,
        away: &Absences<'o>,
    ) -> CoverDepths<'o> {
        Depths::of(self, Some(matter), away)
    }
}

/// Where the deputies of some posts lead on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Onward {
    Nowhere,
    /// To one knot.
    To(u32),
    /// To several.
    Apart,
}

/// Everyone who could act for a post is a deputy of its knot, or of a knot on the
/// one way that leads on from it. So knots are walked as a forest, each below the
/// one its deputies lead on to, with a set that grows on the way down and shrinks
/// on the way up. One whose deputies lead on to several is a root, whose set is
/// found by following them.
struct Depths<'o> {
    org: &'o Organisation,
    is_able: Vec<bool>,
    knots: Knots<'o>,
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
        let depths = Self {
            org,
            is_able: able(org, away),
            knots: Knots::tied(org, matter),
            times: vec![0; org.declared.len()],
            able: 0,
            sum: 0,
        };
        let (apart, above) = depths.above();
        let order = Order::build(0..number(above.len()), above);
        let depths = depths.walk(&order, &apart);
        CoverDepths { org, depths }
    }

    /// The forest: what each knot stands below, or [`NONE`]; and whether the
    /// deputies of a knot lead apart.
    fn above(&self) -> (Vec<bool>, Vec<u32>) {
        let leads_on = |knot: u32| {
            let members = &self.knots.members[knot as usize];
            let posts = members.iter().flat_map(|&post| self.knots.onward(post));
            let knots = posts.map(|post| self.knots.of[post as usize]);
            let others = knots.filter(|&other| other != knot);
            others.fold(Onward::Nowhere, |before, other| match before {
                Onward::Nowhere => Onward::To(other),
                Onward::To(to) if to == other => before,
                _ => Onward::Apart,
            })
        };
        let knots = (0..).take(self.knots.members.len());
        let onward: Vec<Onward> = knots.map(leads_on).collect();
        let above = onward.iter().map(|onward| match *onward {
            Onward::To(knot) => knot,
            Onward::Nowhere | Onward::Apart => NONE,
        });
        let above = above.collect();
        let apart = onward.into_iter().map(|onward| onward == Onward::Apart);
        (apart.collect(), above)
    }

    fn walk(mut self, order: &Order, apart: &[bool]) -> Vec<Depth> {
        let mut depths = vec![Depth::default(); self.org.declared.len()];
        // What was added at each knot on the way down to where the walk is.
        let mut way: Vec<(u32, Vec<u32>)> = Vec::new();
        for rank in (0..).take(order.len()) {
            while let Some((_, added)) = way.pop_if(|(end, _)| *end <= rank) {
                self.take(&added);
            }
            let knot = order.node(rank) as usize;
            let members = self.knots.members[knot].clone();
            let deputies = |&post: &u32| self.knots.deputies(post).map(|(deputy, _)| deputy);
            let added: Vec<u32> = if apart[knot] {
                self.follow(&members)
            } else {
                members.iter().flat_map(deputies).collect()
            };
            self.add(&added);
            way.push((order.end(rank), added));
            for member in members {
                depths[member as usize] = self.depth(member);
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

    fn add(&mut self, posts: &[u32]) {
        for &post in posts {
            step();
            self.times[post as usize] += 1;
            if self.times[post as usize] == 1 && self.is_able[post as usize] {
                self.able += 1;
                self.sum += u64::from(post);
            }
        }
    }

    fn take(&mut self, posts: &[u32]) {
        for &post in posts {
            step();
            self.times[post as usize] -= 1;
            if self.times[post as usize] == 0 && self.is_able[post as usize] {
                self.able -= 1;
                self.sum -= u64::from(post);
            }
        }
    }

    /// Everyone who could act for the members of a knot, by following every way.
    fn follow(&self, members: &[u32]) -> Vec<u32> {
        let mut opened: HashSet<u32> = members.iter().copied().collect();
        let mut open = members.to_vec();
        let mut found = Vec::new();
        while let Some(post) = open.pop() {
            for (deputy, is_onward) in self.knots.deputies(post) {
                found.push(deputy);
                if is_onward && opened.insert(deputy) {
                    open.push(deputy);
                }
            }
        }
        found
    }
}
