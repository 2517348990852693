//! To whom an individual post answers operationally is not stated.

use std::fmt;

use crate::model::{Accountability::Operational, FindingCode, PostKind};
use crate::quoted::Shown;
use crate::steps::step;
use crate::view::{Fact, Superior};

use super::words::{kind, no_superiors, title};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::SuperiorNotStated,
    find,
    say,
    remedy: |_| "say to whom it answers, or that it answers to nobody, with why",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let unstated = known.org.unstated(Operational).map(|(post, _)| post);
    let unstated = unstated.inspect(|_| step());
    let individual = unstated.filter(|post| post.kind() == PostKind::Individual);
    found.extend(individual.map(|post| Finding::about_one(RULE.code, post)));
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let kind = kind(post, Operational);
    write!(
        f,
        "it is not stated to whom {} answers ({kind})",
        title(post)
    )?;
    match post.superior(Operational) {
        Superior::Unstated(Some(why)) => write!(f, ": {}", Shown(why.why())),
        _ => Ok(()),
    }
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    no_superiors(finding.posts(), Operational)
}
