//! For which posts would nobody act if they alone were absent?
//!
//! A post named absent takes its holders with it, and with them every post that
//! nobody else holds. Posts of one set of holders are away together, so they are
//! asked together; where a post is away alone, a few of those who could act for
//! each post answer at once.

use foldhash::HashMap;

use crate::Organisation;
use crate::ask::people::Mark;
use crate::document::{HolderEntry, NONE, Txt};
use crate::model::PostKind;
use crate::steps::step;
use crate::view::Post;

use super::few::{Few, Fews};
use super::{Absences, Gap, Question};

/// What becomes of the cover of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Somebody acts, or a body must decide who does.
    Somebody,
    /// Nobody does: this is the last post that it reverted to.
    Nobody(u32),
}

/// Gives `found` each post for which nobody would act in general if it alone were
/// absent, the last post that cover reverted to, and the posts that are away with
/// it, itself among them, by their `number`; none if it has no holders. Those of
/// one set of holders come together.
///
/// Linear, but where several holders share posts with ever others: then each set
/// of holders takes a walk over the posts away with it.
pub(crate) fn alone<'o>(
    fews: &Fews<'o>,
    number: &[u32],
    mut found: impl FnMut(Post<'o>, Post<'o>, &[Post<'o>]),
) {
    let org = fews.org;
    let mut alone = Alone::of(fews);
    let held = Held::of(org);
    for posts in together(org) {
        let others = held.away_with(Post::new(org, posts[0]));
        alone.leave(&posts, &others);
        let mut with: Vec<Post<'o>> = others.iter().map(|&at| Post::new(org, at)).collect();
        with.sort_unstable_by_key(|other| number[other.place() as usize]);
        for post in posts {
            if let Outcome::Nobody(last) = alone.outcome(post) {
                found(Post::new(org, post), Post::new(org, last), &with);
            }
        }
    }
}

/// Why nobody acts, cover having reverted to `last` and no further.
pub(crate) fn why_nobody(last: Post<'_>) -> Gap<'_> {
    let away = Absences::none();
    let asked = Question {
        post: last,
        matter: None,
        away: &away,
    };
    match asked.revert(last) {
        Err(gap) if last.kind() == PostKind::Individual => gap,
        _ => Gap::External(last),
    }
}

/// A person as a document tells the holder.
type Told = (Txt, Option<Txt>);

fn told(holder: &HolderEntry) -> Told {
    (holder.name, holder.id)
}

/// The individual posts, in groups that are away together whichever of them is
/// named absent: those of one set of holders.
fn together(org: &Organisation) -> Vec<Vec<u32>> {
    let mut groups: Vec<Vec<u32>> = Vec::new();
    let mut of_holders: HashMap<Vec<Told>, usize> = HashMap::default();
    for post in org.posts() {
        step();
        let at = post.place();
        if post.kind() != PostKind::Individual {
            continue;
        }
        let mut holders: Vec<Told> = org.posts.holders.of(at).iter().map(told).collect();
        if holders.is_empty() {
            groups.push(vec![at]);
            continue;
        }
        holders.sort_unstable();
        holders.dedup();
        let group = of_holders.entry(holders).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[*group].push(at);
    }
    groups
}

/// The posts that are held, each under one of its holders: the one who holds the
/// fewest. A post is away only with all its holders, so with that one too.
struct Held(HashMap<Mark, Vec<u32>>);

impl Held {
    fn of(org: &Organisation) -> Self {
        let mut count: HashMap<Mark, usize> = HashMap::default();
        for (_, holder) in org.posts.holders.iter() {
            step();
            for mark in Mark::of(holder) {
                *count.entry(mark).or_default() += 1;
            }
        }
        let holds = |holder: &&HolderEntry| -> usize {
            step();
            Mark::of(holder).filter_map(|mark| count.get(&mark)).sum()
        };
        let mut held: HashMap<Mark, Vec<u32>> = HashMap::default();
        for at in (0..).take(org.declared.len()) {
            let holders = org.posts.holders.of(at).iter();
            for mark in holders.min_by_key(holds).into_iter().flat_map(Mark::of) {
                held.entry(mark).or_default().push(at);
            }
        }
        Self(held)
    }

    /// The posts that are away with the holders of one.
    fn away_with(&self, post: Post<'_>) -> Vec<u32> {
        let org = post.organisation();
        let Ok(away) = Absences::of([post]) else {
            return Vec::new();
        };
        let holders = org.posts.holders.of(post.place()).iter();
        let held = holders.flat_map(Mark::found_by);
        let held = held.filter_map(|mark| self.0.get(&mark)).flatten().copied();
        let mut with: Vec<u32> = held
            .inspect(|_| step())
            .filter(|&at| {
                let post = Post::new(org, at);
                post.kind() == PostKind::Individual && away.is_away(post)
            })
            .collect();
        with.sort_unstable();
        with.dedup();
        with
    }
}

/// What is known of cover without absences, and of the group being asked.
struct Alone<'f, 'o> {
    fews: &'f Fews<'o>,
    /// Whether the superior acts where no deputy can.
    reverts: bool,
    /// By vacant post, who could act from it upwards, and where that ends; for
    /// any other it ends there.
    upwards: Vec<Upwards>,
    /// By vacant post, the last of the vacant posts without cover that follow
    /// one another right above it; itself, if there is none.
    last: Vec<u32>,
    /// The number of the group being asked, and whether it is a post alone.
    group: u32,
    is_single: bool,
    /// The group in which a post was last away.
    away: Vec<u32>,
    /// What was found of each knot and post, and in which group.
    of_knot: Vec<(u32, bool)>,
    of_post: Vec<(u32, Outcome)>,
}

/// Who could act for a vacant post from it upwards.
#[derive(Debug, Clone, Copy)]
struct Upwards {
    few: Few,
    outcome: Outcome,
}

impl<'f, 'o> Alone<'f, 'o> {
    fn of(fews: &'f Fews<'o>) -> Self {
        let count = fews.org.declared.len();
        let nothing = Upwards {
            few: Few::default(),
            outcome: Outcome::Somebody,
        };
        let mut alone = Self {
            fews,
            reverts: fews.org.reverts_to_superior(),
            upwards: vec![nothing; count],
            last: (0..).take(count).collect(),
            group: 0,
            is_single: true,
            away: vec![0; count],
            of_knot: vec![(0, false); fews.of_knot.len()],
            of_post: vec![(0, Outcome::Somebody); count],
        };
        // Superiors come before their reports.
        for at in (0..).take(count) {
            step();
            if alone.is_open(at) {
                alone.go_upwards(at);
            }
        }
        alone
    }

    /// Whether cover goes on from a post for want of a holder.
    fn is_open(&self, at: u32) -> bool {
        let post = Post::new(self.fews.org, at);
        post.kind() == PostKind::Individual && post.is_vacant()
    }

    /// The post that cover reverts to, if there is one inside, or what becomes of
    /// it.
    fn above(&self, at: u32) -> Result<u32, Outcome> {
        let org = self.fews.org;
        let superior = org.orders[0].superior(at).filter(|_| self.reverts);
        let Some(above) = superior else {
            return Err(Outcome::Nobody(at));
        };
        match Post::new(org, above).kind() {
            PostKind::External => Err(Outcome::Nobody(above)),
            PostKind::Body => Err(Outcome::Somebody),
            PostKind::Individual => Ok(above),
        }
    }

    fn go_upwards(&mut self, at: u32) {
        let mut few = self.fews.few(at);
        let outcome = match self.above(at) {
            Err(outcome) => outcome,
            Ok(above) if self.is_open(above) => {
                let further = self.upwards[above as usize];
                if self.fews.few(above).posts().is_empty() {
                    self.last[at as usize] = self.last[above as usize];
                }
                few.add_all(further.few);
                further.outcome
            }
            Ok(_) => Outcome::Somebody,
        };
        self.upwards[at as usize] = Upwards { few, outcome };
    }

    /// Asks about a group from now on, and those away with it.
    fn leave(&mut self, posts: &[u32], others: &[u32]) {
        self.group += 1;
        self.is_single = posts.len() == 1 && others.iter().all(|at| posts.contains(at));
        for &at in posts.iter().chain(others) {
            step();
            self.away[at as usize] = self.group;
        }
    }

    fn is_away(&self, at: u32) -> bool {
        self.away[at as usize] == self.group
    }

    fn outcome(&mut self, post: u32) -> Outcome {
        step();
        if !self.is_single {
            return self.walk(post);
        }
        if self.fews.few(post).but(post).next().is_some() {
            return Outcome::Somebody;
        }
        match self.above(post) {
            Ok(above) => {
                let further = self.upwards[above as usize];
                match further.few.but(post).next() {
                    Some(_) => Outcome::Somebody,
                    None => further.outcome,
                }
            }
            Err(outcome) => outcome,
        }
    }

    /// Goes up from a post while everyone is away or vacant.
    fn walk(&mut self, post: u32) -> Outcome {
        let mut passed = Vec::new();
        let mut at = post;
        let outcome = loop {
            step();
            let (group, known) = self.of_post[at as usize];
            if group == self.group {
                break known;
            }
            passed.push(at);
            if self.has_cover(at) {
                break Outcome::Somebody;
            }
            match self.above(self.last[at as usize]) {
                Ok(above) if self.is_open(above) || self.is_away(above) => at = above,
                Ok(_) => break Outcome::Somebody,
                Err(outcome) => break outcome,
            }
        };
        for at in passed {
            self.of_post[at as usize] = (self.group, outcome);
        }
        outcome
    }

    /// Whether anybody who is not away could act for a post.
    fn has_cover(&mut self, post: u32) -> bool {
        let knot = self.fews.knots.of[post as usize];
        if knot == NONE {
            return false;
        }
        // The knots on the way, each with those it leads on to still to be asked.
        let mut way: Vec<(u32, Vec<u32>)> = Vec::new();
        let mut next = Some(knot);
        loop {
            if let Some(knot) = next.take() {
                match self.known(knot) {
                    Some(true) => {
                        for (knot, _) in way {
                            self.of_knot[knot as usize] = (self.group, true);
                        }
                        return true;
                    }
                    Some(false) => {}
                    None => way.push((knot, self.onward(knot))),
                }
            }
            let Some((knot, left)) = way.last_mut() else {
                return false;
            };
            next = left.pop();
            if next.is_none() {
                self.of_knot[*knot as usize] = (self.group, false);
                way.pop();
            }
        }
    }

    /// What is known at once of the cover of a knot.
    fn known(&self, knot: u32) -> Option<bool> {
        step();
        let (group, known) = self.of_knot[knot as usize];
        if group == self.group {
            return Some(known);
        }
        let few = self.fews.of_knot[knot as usize];
        if few.posts().iter().any(|&at| !self.is_away(at)) {
            return Some(true);
        }
        if !few.is_full() {
            return Some(false);
        }
        let there = Absences::none();
        let members = self.fews.knots.members[knot as usize].iter();
        let mut deputies = members.flat_map(|&member| self.fews.knots.deputies(member));
        let org = self.fews.org;
        let is_there = |at| super::is_able(Post::new(org, at), &there) && !self.is_away(at);
        deputies.any(|(at, _)| is_there(at)).then_some(true)
    }

    /// The other knots that the deputies of a knot lead on to.
    fn onward(&self, knot: u32) -> Vec<u32> {
        let knots = &self.fews.knots;
        let members = knots.members[knot as usize].iter();
        let posts = members.flat_map(|&member| knots.onward(member));
        let onward = posts.map(|post| knots.of[post as usize]);
        onward.filter(|&other| other != knot).collect()
    }
}
