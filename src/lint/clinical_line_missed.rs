//! A clinical headship covers a post and gave it no line.

use std::fmt;

use foldhash::HashMap;

use crate::model::{Accountability::Clinical, FindingCode, PostKind};
use crate::quoted::Shown;
use crate::steps::step;
use crate::view::{Fact, Head, Headship, Post};

use super::covering::{covered, covering};
use super::finding::Subject;
use super::words::{count, kind, no_superiors, title, titles};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::ClinicalLineMissed,
    find,
    say,
    remedy: |finding| match head(finding) {
        Some(Head::Unstated(_)) => "name the head, or say to whom each post answers",
        _ => "let the rule give it its line, or say to whom it answers",
    },
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
    // Posts of one headship without a head are found together.
    let mut place: HashMap<u32, usize> = HashMap::default();
    let mut groups: Vec<(Headship<'o>, Vec<Post<'o>>)> = Vec::new();
    for post in open {
        step();
        let Some(rule) = rule_of[post.place() as usize] else {
            continue;
        };
        let headship = Headship::new(org, rule);
        let at = match headship.head() {
            Head::Known(_) => groups.len(),
            Head::Unstated(_) => *place.entry(rule).or_insert(groups.len()),
        };
        match groups.get_mut(at) {
            Some((_, posts)) => posts.push(post),
            None => groups.push((headship, vec![post])),
        }
    }
    found.extend(groups.into_iter().map(|(headship, posts)| {
        Finding::about_all(RULE.code, posts).concerning([Subject::Headship(headship)])
    }));
}

/// The head of the headship.
fn head<'o>(finding: &Finding<'o>) -> Option<Head<'o>> {
    match finding.subjects() {
        [Subject::Headship(rule)] => Some(rule.head()),
        _ => None,
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let [Subject::Headship(rule)] = finding.subjects() else {
        return Ok(());
    };
    let (post, posts) = (finding.post(), finding.posts());
    let (covers, kind) = (rule.covers(), kind(post, Clinical));
    let covers = Shown(&covers);
    match rule.head() {
        Head::Known(head) => {
            let (post, head) = (title(post), title(head));
            write!(
                f,
                "{post} has no {kind} superior stated, though {covers} answer to {head}"
            )
        }
        Head::Unstated(_) => {
            let (names, of) = (titles(posts), count(posts.len(), "post has", "posts have"));
            write!(
                f,
                "{of} no {kind} superior stated, nor is the head of {covers}: {names}"
            )
        }
    }
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let mut facts = no_superiors(finding.posts(), Clinical);
    for subject in finding.subjects() {
        if let Subject::Headship(rule) = subject {
            facts.push(Fact::Headship(*rule));
            for &post in finding.posts() {
                rule.visit_cover(post, &mut |fact| facts.push(fact));
            }
        }
    }
    facts
}
