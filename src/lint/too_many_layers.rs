//! An operational chain is longer than the threshold.

use std::fmt;

use crate::model::{Accountability::Operational, FindingCode};
use crate::steps::step;
use crate::view::{Fact, Post};

use super::finding::Detail;
use super::words::{as_posts, count, kind, title};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::TooManyLayers,
    find,
    say,
    remedy: |_| "take a layer out, or allow it with why",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let Some(most) = known.org.thresholds().layers else {
        return;
    };
    // The deepest post below each end of chains, the first told of several.
    let mut deepest: Vec<Option<Post<'o>>> = vec![None; known.org.posts().len()];
    let mut end = vec![0; deepest.len()];
    let order = known.org.order(Operational);
    for at in (0..).take(deepest.len()) {
        step();
        end[at as usize] = order.superior(at).map_or(at, |above| end[above as usize]);
    }
    for post in known.posts() {
        let slot = &mut deepest[end[post.place() as usize] as usize];
        let depth = |post: Post<'_>| post.depth(Operational);
        if slot.is_none_or(|other| depth(other) < depth(post)) {
            *slot = Some(post);
        }
    }
    for top in known.posts() {
        let Some(lowest) = deepest[top.place() as usize] else {
            continue;
        };
        let layers = lowest.depth(Operational) + usize::from(known.org.is_inside(top.place()));
        if layers > most as usize {
            let finding = Finding::about_one(RULE.code, top).with([lowest]);
            found.push(finding.detailed(Detail::Count(layers)));
        }
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let (Detail::Count(layers), [.., lowest]) = (&finding.detail, finding.posts()) else {
        return Ok(());
    };
    let most = post.organisation().thresholds().layers.unwrap_or(0);
    let (kind, lowest) = (kind(post, Operational), title(*lowest));
    let (top, layers) = (title(post), count(*layers, "layer", "layers"));
    write!(
        f,
        "the chain from {lowest} to {top} has {layers} ({kind}), more than {most}"
    )
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let lowest = finding.posts().last().copied();
    let facts = lowest.map_or_else(Vec::new, |post| post.chain(Operational).rests_on());
    if facts.is_empty() {
        return as_posts(finding.about());
    }
    facts
}
