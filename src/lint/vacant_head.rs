//! The post that heads a rule is vacant.

use std::fmt;

use crate::model::FindingCode;
use crate::view::{Fact, Headship};

use super::finding::Subject;
use super::words::{as_posts, count, list, title};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::VacantHead,
    find,
    say,
    remedy: "fill it, or name another head",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    for post in known.org.posts().filter(|post| post.is_vacant()) {
        let rules: Vec<_> = post.headships().map(Subject::Headship).collect();
        if !rules.is_empty() {
            found.push(Finding::about_one(RULE.code, post).concerning(rules));
        }
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let rules: Vec<_> = post.headships().map(Headship::covers).collect();
    let (title, number) = (title(post), count(rules.len(), "rule", "rules"));
    let covers = list(rules.iter().map(String::as_str), rules.len());
    write!(f, "{title} is vacant and heads {number}: {covers}")
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let mut facts = as_posts(finding.posts());
    for post in finding.posts() {
        facts.extend(post.headships().map(Fact::Headship));
    }
    facts
}
