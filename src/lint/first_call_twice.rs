//! One post is called first for two that are in one chain or share a superior.

use std::collections::HashMap;
use std::fmt;

use crate::Organisation;
use crate::model::{Accountability::Operational, FindingCode};
use crate::view::{Arrangement, Fact, Post};

use super::words::{lines, title, titles};
use super::{Finding, Known, Rule, deputies};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::FirstCallTwice,
    find,
    say,
    remedy: "let another post be asked first for one of them",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let mut called: HashMap<u32, Vec<u32>> = HashMap::new();
    for post in known.org.posts() {
        for deputy in first_called(post) {
            called.entry(deputy.place()).or_default().push(post.place());
        }
    }
    let mut related: HashMap<u32, Vec<u32>> = HashMap::new();
    for (deputy, mut posts) in called {
        posts.sort_unstable();
        posts.dedup();
        let related_posts = those_related(known.org, &posts);
        related.insert(deputy, related_posts);
    }
    for deputy in known.org.posts() {
        let mut posts = related.remove(&deputy.place()).unwrap_or_default();
        if posts.is_empty() {
            continue;
        }
        posts.sort_unstable_by_key(|&at| known.number[at as usize]);
        let posts = posts.into_iter().map(|at| Post::new(known.org, at));
        found.push(Finding::about_one(RULE.code, deputy).with(posts));
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

/// Those of some posts, in operational tree order, that share a superior with
/// another of them or are in one chain with it.
fn those_related(org: &Organisation, posts: &[u32]) -> Vec<u32> {
    let order = org.order(Operational);
    let mut is_related = vec![false; posts.len()];
    let mut below: HashMap<u32, usize> = HashMap::new();
    // The posts around the one reached: whoever is below comes right after.
    let mut around: Vec<usize> = Vec::new();
    for (at, &post) in posts.iter().enumerate() {
        while let Some(&last) = around.last()
            && !order.is_above(posts[last], post)
        {
            around.pop();
        }
        let beside = order
            .superior(post)
            .and_then(|superior| below.insert(superior, at));
        for other in [around.last().copied(), beside].into_iter().flatten() {
            (is_related[at], is_related[other]) = (true, true);
        }
        around.push(at);
    }
    let both = posts.iter().zip(is_related);
    both.filter_map(|(&post, is_related)| is_related.then_some(post))
        .collect()
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let posts = &finding.posts()[1..];
    let (title, count, names) = (title(post), posts.len(), titles(posts));
    write!(
        f,
        "{title} is called first for {count} posts that are in one chain or share a superior: {names}"
    )
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let (deputy, posts) = (finding.post(), &finding.posts()[1..]);
    let arrangements = posts.iter().flat_map(|&post| deputies::to_act(post));
    let of_it = arrangements.filter(|terms| terms.deputy() == deputy && !terms.is_limited());
    let mut facts: Vec<_> = of_it.map(Fact::Arrangement).collect();
    let upwards = posts
        .iter()
        .filter_map(|post| post.superior(Operational).line());
    facts.extend(lines(upwards));
    facts
}
