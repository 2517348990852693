//! A vacant post has direct reports, of any kind.

use std::fmt;

use crate::model::{Accountability, FindingCode, PostKind};
use crate::view::Fact;

use super::words::{count, kind, reports, title};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::VacantWithReports,
    find,
    say,
    remedy: |_| "fill it, or say who holds it meanwhile",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let vacant = known.posts().filter(|post| {
        let kinds = Accountability::ALL.into_iter();
        let mut spans = kinds.map(|kind| post.span(kind));
        post.is_vacant() && post.kind() == PostKind::Individual && spans.any(|span| span > 0)
    });
    found.extend(vacant.map(|post| Finding::about_one(RULE.code, post)));
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    write!(f, "{} is vacant", title(post))?;
    let kinds = Accountability::ALL.into_iter();
    let led = kinds.filter(|&kind| post.span(kind) > 0);
    for (at, of) in led.enumerate() {
        let reports = count(post.span(of), "direct report", "direct reports");
        let below = post.below(of).len();
        let with = if at == 0 { " with" } else { " and" };
        write!(
            f,
            "{with} {reports} ({}; {below} below in all)",
            kind(post, of)
        )?;
    }
    Ok(())
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let mut facts = vec![Fact::Post(finding.post())];
    for post in finding.posts() {
        for kind in Accountability::ALL {
            reports(*post, kind, &mut facts);
        }
    }
    facts
}
