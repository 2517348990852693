//! Several posts answer to nobody operationally.

use std::fmt;

use crate::model::{Accountability::Operational, FindingCode};
use crate::steps::step;
use crate::view::Fact;

use super::words::{kind, no_superiors, titles};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::SeveralTops,
    find,
    say,
    remedy: |_| "give all but one a superior, or allow it with why",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let tops: Vec<_> = known.org.tops(Operational).inspect(|_| step()).collect();
    if tops.len() > 1 {
        found.push(Finding::about_all(RULE.code, tops));
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let (posts, kind) = (finding.posts(), kind(post, Operational));
    let count = posts.len();
    write!(
        f,
        "{count} posts answer to nobody ({kind}): {}",
        titles(posts)
    )
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    no_superiors(finding.posts(), Operational)
}
