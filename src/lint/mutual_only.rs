//! Two posts have only each other as deputies.

use std::fmt;

use crate::model::FindingCode;
use crate::view::Fact;

use super::words::title;
use super::{Finding, Known, Rule, deputies};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::MutualOnly,
    find,
    say,
    remedy: |_| "name a third post as deputy of one or both",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    for post in known.posts() {
        let Some(deputy) = deputies::only(post) else {
            continue;
        };
        // Of two, the first told finds the second.
        let [own, other] = [post, deputy].map(|post| known.number[post.place() as usize]);
        if own < other && deputies::only(deputy) == Some(post) {
            found.push(Finding::about_all(RULE.code, vec![post, deputy]));
        }
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let other = finding.posts().last().copied().unwrap_or(post);
    let (one, other) = (title(post), title(other));
    write!(f, "{one} and {other} have only each other as deputies")
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    deputies::facts(finding.posts())
}
