//! One post is called first for several in one chain, or under one superior.

use std::fmt;

use foldhash::{HashMap, HashSet};

use crate::model::{Accountability::Operational, FindingCode};
use crate::steps::step;
use crate::view::{Arrangement, Fact, Post};

use super::finding::Detail;
use super::words::{count, lines, title, titles};
use super::{Finding, Known, Rule, deputies};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::FirstCallTwice,
    find,
    say,
    remedy: |_| "let another post be asked first for one of them",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    // In document order.
    let mut called: HashMap<Post<'o>, Vec<Post<'o>>> = HashMap::default();
    for post in known.posts() {
        for deputy in first_called(post) {
            let posts = called.entry(deputy).or_default();
            if posts.last() != Some(&post) {
                posts.push(post);
            }
        }
    }
    for deputy in known.posts() {
        let Some(posts) = called.remove(&deputy) else {
            continue;
        };
        for chain in chains(known, posts.clone()) {
            let finding = Finding::about_one(RULE.code, deputy).with(chain);
            found.push(finding.detailed(Detail::Chain));
        }
        for (superior, beside) in beside(posts) {
            let finding = Finding::about_one(RULE.code, deputy).with(beside);
            found.push(finding.with([superior]).detailed(Detail::Beside));
        }
    }
}

/// The deputies of the first rank in which one acts in general.
fn first_called(post: Post<'_>) -> impl Iterator<Item = Post<'_>> {
    let in_general = deputies::to_act(post).filter(|terms| !terms.is_limited());
    let first = in_general.clone().next().map(Arrangement::rank);
    in_general
        .take_while(move |terms| Some(terms.rank()) == first)
        .map(Arrangement::deputy)
}

/// Of some posts, those that are above others of them and below none, each with
/// those below it. n log n.
fn chains<'o>(known: &Known<'o>, mut posts: Vec<Post<'o>>) -> Vec<Vec<Post<'o>>> {
    // In operational tree order, whoever is below a post comes right after it.
    posts.sort_unstable_by_key(|post| post.place());
    let number = |post: &Post<'o>| known.number[post.place() as usize];
    let mut chains: Vec<Vec<Post<'o>>> = Vec::new();
    for post in posts {
        step();
        match chains.last_mut() {
            Some(chain) if chain[0].is_above(post, Operational) => chain.push(post),
            _ => chains.push(vec![post]),
        }
    }
    chains.retain(|chain| chain.len() > 1);
    for chain in &mut chains {
        chain[1..].sort_unstable_by_key(number);
    }
    chains.sort_unstable_by_key(|chain| number(&chain[0]));
    chains
}

/// Those of some posts that share a superior, with it, in the order of the first.
fn beside(posts: Vec<Post<'_>>) -> Vec<(Post<'_>, Vec<Post<'_>>)> {
    let mut place: HashMap<Post<'_>, usize> = HashMap::default();
    let mut groups: Vec<(Post<'_>, Vec<Post<'_>>)> = Vec::new();
    for post in posts {
        step();
        if let Some(superior) = post.superior(Operational).post() {
            let at = *place.entry(superior).or_insert_with(|| {
                groups.push((superior, Vec::new()));
                groups.len() - 1
            });
            groups[at].1.push(post);
        }
    }
    groups.retain(|(_, posts)| posts.len() > 1);
    groups
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let deputy = title(finding.post());
    match (&finding.detail, &finding.posts()[1..]) {
        (Detail::Chain, [upper, below @ ..]) => {
            let (upper, posts) = (title(*upper), count(below.len(), "post", "posts"));
            let names = titles(below);
            write!(
                f,
                "{deputy} is called first for {upper} and for {posts} below it: {names}"
            )
        }
        (Detail::Beside, [beside @ .., superior]) => {
            let (superior, posts) = (title(*superior), beside.len());
            let names = titles(beside);
            write!(
                f,
                "{deputy} is called first for {posts} posts right below {superior}: {names}"
            )
        }
        _ => Ok(()),
    }
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let (deputy, mut posts) = (finding.post(), &finding.posts()[1..]);
    if let (Detail::Beside, [beside @ .., _]) = (&finding.detail, posts) {
        posts = beside;
    }
    let arrangements = posts.iter().flat_map(|&post| deputies::to_act(post));
    let of_it = arrangements.filter(|terms| terms.deputy() == deputy && !terms.is_limited());
    let mut facts: Vec<_> = of_it.map(Fact::Arrangement).collect();
    // From each post upwards, no step twice: to the uppermost, or to the superior.
    let mut seen: HashSet<Post<'o>> = HashSet::default();
    let (above, most) = match finding.detail {
        Detail::Chain => (&posts[1..], usize::MAX),
        _ => (posts, 1),
    };
    seen.extend((most > 1).then(|| posts[0]));
    for &post in above {
        let mut at = post;
        for line in post.chain(Operational).take(most) {
            if !seen.insert(at) {
                break;
            }
            at = line.to();
            facts.extend(lines([line]));
        }
    }
    facts
}
