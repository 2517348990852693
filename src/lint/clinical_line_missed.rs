//! A clinical headship covers a post and gave it no line.

use std::fmt;

use crate::model::{Accountability::Clinical, FindingCode, PostKind};
use crate::quoted::Shown;
use crate::view::{Fact, Head, Headship};

use super::finding::Subject;
use super::heads_cross::{covered, covering};
use super::words::{kind, no_superiors, title};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::ClinicalLineMissed,
    find,
    say,
    remedy: "let the rule give it its line, or say to whom it answers",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let org = known.org;
    let unstated = org.unstated(Clinical).map(|(post, _)| post);
    let open: Vec<_> = unstated
        .filter(|post| post.kind() == PostKind::Individual)
        .collect();
    let mut rule_of = vec![None; org.posts().len()];
    let posts = open.iter().filter_map(|&post| covered(post)).collect();
    covering(org, Clinical, Clinical, posts, |post, rule| {
        rule_of[post as usize] = Some(rule);
    });
    for post in open {
        if let Some(rule) = rule_of[post.place() as usize] {
            let headship = Subject::Headship(Headship::new(org, rule));
            found.push(Finding::about_one(RULE.code, post).concerning([headship]));
        }
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let Some(Subject::Headship(rule)) = finding.subjects().first() else {
        return Ok(());
    };
    let (covers, kind) = (rule.covers(), kind(post, Clinical));
    let (post, covers) = (title(post), Shown(&covers));
    write!(
        f,
        "{post} has no {kind} superior stated, though {covers} answer to "
    )?;
    match rule.head() {
        Head::Known(head) => write!(f, "{}", title(head)),
        Head::Unstated(_) => f.write_str("a head who is not stated"),
    }
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let mut facts = no_superiors(finding.posts(), Clinical);
    for subject in finding.subjects() {
        if let Subject::Headship(rule) = subject {
            facts.push(Fact::Headship(*rule));
            rule.visit_cover(finding.post(), &mut |fact| facts.push(fact));
        }
    }
    facts
}
