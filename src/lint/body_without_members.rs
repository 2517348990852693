//! A body has no members.

use std::fmt;

use crate::model::{FindingCode, PostKind};
use crate::view::Fact;

use super::words::{as_posts, title};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::BodyWithoutMembers,
    find,
    say,
    remedy: |_| "name its members, or its chair",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let bodies = known.posts().filter(|post| post.kind() == PostKind::Body);
    let without = bodies.filter(|post| post.members().len() == 0);
    found.extend(without.map(|post| Finding::about_one(RULE.code, post)));
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    write!(f, "{} has no members", title(post))
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    as_posts(finding.posts())
}
