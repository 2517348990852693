//! The post that heads a rule is vacant.

use std::fmt;

use crate::model::FindingCode;
use crate::quoted::ShownBrief;
use crate::steps::step;
use crate::view::Fact;

use super::finding::Subject;
use super::words::{MOST_NAMED, as_posts, count, listed, title};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::VacantHead,
    find,
    say,
    remedy: |_| "fill it, or name another head",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    for post in known.posts().filter(|post| post.is_vacant()) {
        let rules = post.headships().inspect(|_| step());
        let rules: Vec<_> = rules.map(Subject::Headship).collect();
        if !rules.is_empty() {
            found.push(Finding::about_one(RULE.code, post).concerning(rules));
        }
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let rules: Vec<_> = post.headships().collect();
    let (title, number) = (title(post), count(rules.len(), "rule", "rules"));
    let shown = rules.iter().take(MOST_NAMED).map(|rule| {
        let (covers, kind) = (rule.covers(), ShownBrief(rule.kind_title()));
        format!("{} ({kind})", ShownBrief(&covers))
    });
    let covers = listed(shown.collect(), rules.len());
    write!(f, "{title} is vacant and heads {number}: {covers}")
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let mut facts = as_posts(finding.posts());
    for post in finding.posts() {
        facts.extend(post.headships().map(Fact::Headship));
    }
    facts
}
