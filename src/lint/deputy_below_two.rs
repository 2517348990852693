//! A deputy is two or more layers below the post it deputises for.

use std::fmt;

use crate::model::{Accountability::Operational, FindingCode};
use crate::view::{Fact, Line};

use super::words::{count, lines, title};
use super::{Finding, Known, Rule, deputies};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::DeputyBelowTwo,
    find,
    say,
    remedy: |_| "name a deputy from the layer right below, or allow it with why",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    for post in known.posts() {
        let far_below = deputies::once(post).filter(|deputy| {
            post.is_above(*deputy, Operational)
                && deputy.depth(Operational) - post.depth(Operational) > 1
        });
        found.extend(far_below.map(|deputy| Finding::about_one(RULE.code, post).with([deputy])));
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let deputy = finding.posts().last().copied().unwrap_or(post);
    let layers = deputy
        .depth(Operational)
        .saturating_sub(post.depth(Operational));
    let (layers, deputy) = (count(layers, "layer", "layers"), title(deputy));
    write!(
        f,
        "{deputy} deputises for {} from {layers} below",
        title(post)
    )
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let &[post, deputy] = finding.posts() else {
        return Vec::new();
    };
    let arrangements = deputies::to_act(post).filter(|terms| terms.deputy() == deputy);
    let mut facts: Vec<_> = arrangements.map(Fact::Arrangement).collect();
    let layers = deputy.depth(Operational) - post.depth(Operational);
    let between: Vec<Line<'o>> = deputy.chain(Operational).take(layers).collect();
    facts.extend(lines(between));
    facts
}
