//! A post that others depend on has nobody to deputise for it.

use std::fmt;

use foldhash::HashSet;

use crate::model::{Accountability, FindingCode, PostKind};
use crate::view::{Fact, Line, Post};

use super::words::{count, list, reports, title};
use super::{Finding, Known, Rule, deputies};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::NoDeputy,
    find,
    say,
    remedy: |_| "name a deputy who may act",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let without = known.posts().filter(|&post| {
        post.kind() == PostKind::Individual
            && deputies::to_act(post).next().is_none()
            && (has_reports(post)
                || post.headships().next().is_some()
                || post.chairs().next().is_some())
    });
    found.extend(without.map(|post| Finding::about_one(RULE.code, post)));
}

fn has_reports(post: Post<'_>) -> bool {
    let mut kinds = Accountability::ALL.into_iter();
    kinds.any(|kind| post.span(kind) > 0)
}

/// How many posts answer to it, in one kind or several.
fn answering(post: Post<'_>) -> usize {
    let kinds = Accountability::ALL.into_iter();
    let reports = kinds.flat_map(|kind| post.reports(kind)).map(Line::from);
    reports.collect::<HashSet<_>>().len()
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    write!(f, "{} has nobody to deputise for it; it ", title(post))?;
    let parts = [
        ("has", answering(post), ["direct report", "direct reports"]),
        ("heads", post.headships().count(), ["rule", "rules"]),
        ("chairs", post.chairs().count(), ["body", "bodies"]),
    ];
    let parts = parts.into_iter().filter(|(_, of, _)| *of > 0);
    let parts: Vec<_> = parts
        .map(|(does, of, [one, several])| format!("{does} {}", count(of, one, several)))
        .collect();
    write!(f, "{}", list(parts.iter().map(String::as_str), parts.len()))
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let mut facts = vec![Fact::Post(finding.post())];
    for &post in finding.posts() {
        for kind in Accountability::ALL {
            reports(post, kind, &mut facts);
        }
        facts.extend(post.headships().map(Fact::Headship));
        facts.extend(post.chairs().map(Fact::Chair));
    }
    // What answers by rule tells of the rule already.
    let mut seen = HashSet::default();
    facts.retain(|&fact| seen.insert(fact));
    facts
}
