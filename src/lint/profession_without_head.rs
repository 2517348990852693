//! People of a profession in a unit have no professional superior.

use std::fmt;

use foldhash::HashMap;

use crate::model::{Accountability::Professional, FindingCode, PostKind};
use crate::quoted::ShownBrief;
use crate::steps::step;
use crate::view::{Fact, Headship, Post, Profession, Unit};

use super::finding::Subject;
use super::words::{count, kind, no_superiors, titles};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::ProfessionWithoutHead,
    find,
    say,
    remedy: |_| "say who heads the profession there, or to whom each post answers",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let mut place: HashMap<(Profession<'o>, Option<Unit<'o>>), usize> = HashMap::default();
    let mut groups: Vec<Vec<Post<'o>>> = Vec::new();
    for (post, _) in known.org.unstated(Professional) {
        step();
        let (Some(profession), PostKind::Individual) = (post.profession(), post.kind()) else {
            continue;
        };
        if heads(post, profession) {
            continue;
        }
        let group = place.entry((profession, post.unit())).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[*group].push(post);
    }
    found.extend(groups.into_iter().filter_map(|posts| {
        let first = *posts.first()?;
        let profession = first.profession().map(Subject::Profession);
        let subjects = first
            .unit()
            .map(Subject::Unit)
            .into_iter()
            .chain(profession);
        Some(Finding::about_all(RULE.code, posts).concerning(subjects))
    }));
}

/// Whether a post heads its own profession, in its own unit; anywhere, if it has
/// none.
fn heads(post: Post<'_>, profession: Profession<'_>) -> bool {
    let is_of_unit = |rule: &Headship<'_>| {
        let is_in = |unit: Unit<'_>| unit == rule.unit() || rule.unit().is_around(unit);
        post.unit().is_none_or(is_in)
    };
    let is_of_profession = |rule: &Headship<'_>| {
        let is_in = |outer: Profession<'_>| outer == profession || outer.is_around(profession);
        rule.profession().is_none_or(is_in)
    };
    let mut rules = post.headships().inspect(|_| step());
    rules.any(|rule| rule.kind() == Professional && is_of_unit(&rule) && is_of_profession(&rule))
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let posts = finding.posts();
    write!(f, "{}", count(posts.len(), "post", "posts"))?;
    if let Some(profession) = post.profession() {
        write!(f, " of {}", ShownBrief(profession.title()))?;
    }
    if let Some(unit) = post.unit() {
        write!(f, " in {}", ShownBrief(unit.title()))?;
    }
    let has = if posts.len() == 1 { "has" } else { "have" };
    let (kind, names) = (kind(post, Professional), titles(posts));
    write!(f, " {has} no {kind} superior stated: {names}")
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let mut facts = no_superiors(finding.posts(), Professional);
    for &post in finding.posts() {
        facts.push(Fact::ProfessionOf(post));
        facts.extend(post.unit().map(|_| Fact::UnitOf(post)));
    }
    facts
}
