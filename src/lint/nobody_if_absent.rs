//! A post's own absence alone leaves nobody to act for it.

use std::fmt;

use crate::ask::{self, Absences};
use crate::model::FindingCode;
use crate::quoted::Shown;
use crate::view::Fact;

use super::words::title;
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::NobodyIfAbsent,
    find,
    say,
    remedy: "name a deputy who may act, or say to whom it answers",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    for (post, last) in ask::alone(&known.fews) {
        let finding = Finding::about_one(RULE.code, post);
        found.push(finding.with((last != post).then_some(last)));
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let last = finding.posts().last().copied().unwrap_or(post);
    let why = ask::why_nobody(last).to_string();
    let title = title(post);
    if post.is_vacant() {
        write!(
            f,
            "nobody acts for {title}, which is vacant: {}",
            Shown(&why)
        )
    } else {
        write!(
            f,
            "nobody acts for {title} if it alone is absent: {}",
            Shown(&why)
        )
    }
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let post = finding.post();
    let mut facts = vec![Fact::Post(post)];
    if let Ok(away) = Absences::of([post]) {
        facts.extend(post.who_acts(&away).rests_on());
    }
    facts
}
