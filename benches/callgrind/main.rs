//! Questions whose instructions `callgrind.sh` counts, on an organisation of 10,000
//! posts.
//!
//! Given the name of a question it asks that; without one it asks each, and prints
//! their names and how often each was asked. What is counted are the functions
//! `ask_...`, and those alone: no closure is in them, since its name would have
//! theirs in it.

use std::hint::black_box;

use answerable::Accountability::{self, Clinical, Operational, Professional};
use answerable::{Absences, DeputyRecord, Document, MatterRecord, Organisation, Post, PostRecord};

const POSTS: usize = 10_000;
const ASKED: usize = 1_000;

/// Numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most
    }

    fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }
}

fn id(at: usize) -> String {
    format!("p{at:05}")
}

/// Up to three of the posts before this one, each once.
fn deputies(dice: &mut Dice, at: usize) -> Vec<DeputyRecord> {
    let mut named: Vec<usize> = (0..=dice.below(3)).map(|_| dice.below(at)).collect();
    named.sort_unstable();
    named.dedup();
    let deputy = |at| {
        let deputy = DeputyRecord::new(id(at));
        if dice.percent(30) {
            deputy.onward()
        } else {
            deputy
        }
    };
    named.into_iter().map(deputy).collect()
}

/// Spans of some six and chains of some six; every third post has a professional
/// line, every fifth a clinical one; of ten, six have deputies and one is vacant.
fn organisation(dice: &mut Dice) -> Organisation {
    let mut document = Document::new("Counted");
    for kind in Accountability::ALL {
        let matter = MatterRecord::new(kind.as_str(), kind.as_str());
        document.push_matter(matter.of_kind(kind));
    }
    document.push_post(PostRecord::new(id(0), "Top").none_above("head of the organisation"));
    for at in 1..POSTS {
        let above = (at - 1) / (4 + dice.below(5));
        let mut post = PostRecord::new(id(at), "Post").accountable_to(id(above), Operational);
        if at % 3 == 0 {
            post = post.accountable_to(id(dice.below(above + 1)), Professional);
        }
        if at % 5 == 0 {
            post = post.accountable_to(id(dice.below(above + 1)), Clinical);
        }
        if dice.percent(60) {
            post = post.deputised_by(deputies(dice, at));
        }
        document.push_post(if dice.percent(10) {
            post.vacant()
        } else {
            post.held_by(format!("Holder {at}"))
        });
    }
    Organisation::try_from(document).expect("sound")
}

#[inline(never)]
fn ask_chain(posts: &[Post<'_>], kind: Accountability) {
    for &post in posts {
        black_box(post.chain(kind).last());
    }
}

#[inline(never)]
fn ask_is_above(pairs: &[(Post<'_>, Post<'_>)], kind: Accountability) {
    for &(upper, lower) in pairs {
        black_box(upper.is_above(lower, kind));
    }
}

#[inline(never)]
fn ask_who_acts(posts: &[Post<'_>], away: &Absences<'_>) {
    for &post in posts {
        black_box(post.who_acts(away));
    }
}

#[inline(never)]
fn ask_who_acts_on(posts: &[Post<'_>], matter: answerable::Matter<'_>, away: &Absences<'_>) {
    for &post in posts {
        black_box(post.who_acts_on(matter, away));
    }
}

#[inline(never)]
fn ask_who_acts_for_every(org: &Organisation, away: &Absences<'_>) {
    black_box(org.who_acts(away));
}

fn main() {
    let mut dice = Dice(2026);
    let org = organisation(&mut dice);
    let all: Vec<Post<'_>> = org.posts().collect();
    let mut any = || all[dice.below(all.len())];
    let away = Absences::of((0..POSTS / 20).map(|_| any())).expect("no bodies");
    let posts: Vec<Post<'_>> = (0..ASKED).map(|_| any()).collect();
    // Half of them posts of which one is in the other's chain.
    let pairs: Vec<_> = (0..ASKED)
        .map(|at| {
            let lower = any();
            let above = lower.chain(Accountability::ALL[at % 3]).last();
            let above = above.filter(|_| at % 2 == 0);
            (above.map_or_else(&mut any, answerable::Line::to), lower)
        })
        .collect();
    let unable: Vec<Post<'_>> = all
        .iter()
        .copied()
        .filter(|&post| post.is_vacant() || away.is_away(post))
        .take(ASKED)
        .collect();

    // `cargo bench` gives options.
    let named = std::env::args().skip(1).find(|arg| !arg.starts_with("--"));
    let is_asked = |name: &str| named.as_ref().is_none_or(|named| named == name);
    let asked = |name: &str, times: usize| {
        if is_asked(name) {
            println!("{name} {times}");
        }
        is_asked(name)
    };
    for kind in Accountability::ALL {
        if asked(&format!("chain-{kind}"), posts.len()) {
            ask_chain(&posts, kind);
        }
    }
    for kind in Accountability::ALL {
        if asked(&format!("is-above-{kind}"), pairs.len()) {
            ask_is_above(&pairs, kind);
        }
    }
    if asked("who-acts", unable.len()) {
        ask_who_acts(&unable, &away);
    }
    for kind in Accountability::ALL {
        if asked(&format!("who-acts-on-{kind}"), unable.len()) {
            let matter = org.matter(kind.as_str()).expect("it is declared");
            ask_who_acts_on(&unable, matter, &away);
        }
    }
    if asked("who-acts-for-every-post", all.len()) {
        ask_who_acts_for_every(&org, &away);
    }
}
