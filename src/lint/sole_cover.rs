//! The cover of many posts rests on one alone.

use std::fmt;

use foldhash::HashMap;

use crate::model::FindingCode;
use crate::view::{Fact, Post};

use super::words::{count, title, titles};
use super::{Finding, Known, Rule, deputies};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::SoleCover,
    find,
    say,
    remedy: |_| "name further deputies, so that less rests on one",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let Some(most) = known.org.thresholds().sole_cover else {
        return;
    };
    let mut rests_on: HashMap<u32, Vec<Post<'o>>> = HashMap::default();
    for post in known.posts() {
        if let Some(sole) = known.fews.sole(post.place()) {
            rests_on.entry(sole).or_default().push(post);
        }
    }
    for post in known.posts() {
        let covered = rests_on.remove(&post.place()).unwrap_or_default();
        if covered.len() > most as usize {
            found.push(Finding::about_one(RULE.code, post).with(covered));
        }
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let covered = &finding.posts()[1..];
    let posts = count(covered.len(), "post", "posts");
    let (title, names) = (title(post), titles(covered));
    write!(f, "the cover of {posts} rests on {title} alone: {names}")
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    deputies::facts(&finding.posts()[1..])
}
