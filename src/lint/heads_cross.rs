//! Two headships cross: one is narrower in unit, the other in profession.

use std::collections::BTreeMap;
use std::fmt;

use crate::Organisation;
use crate::document::NONE;
use crate::model::{Accountability, FindingCode, PostKind};
use crate::organisation::{self, Covered, RuleCover};
use crate::quoted::Shown;
use crate::view::{Fact, Headship, Post};

use super::finding::Subject;
use super::words::{as_subjects, count, kind, titles};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::HeadsCross,
    find,
    say,
    remedy: "add a headship for the unit and profession of both, or give the posts lines of their own",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let org = known.org;
    let mut crossing: BTreeMap<(u32, u32), Vec<Post<'o>>> = BTreeMap::new();
    for kind in Accountability::ALL {
        if org.by_rule[kind as usize].is_empty() {
            continue;
        }
        let ruled = org
            .posts()
            .filter(|post| org.rule(post.place(), kind).is_some());
        let posts = ruled.clone().filter_map(covered).collect();
        // Were it the other way about, what is narrower in the other respect would
        // decide: where that is another headship, the two cross.
        let turned = match kind {
            Accountability::Professional => Accountability::Operational,
            _ => Accountability::Professional,
        };
        let mut otherwise = vec![NONE; org.posts().len()];
        covering(org, kind, turned, posts, |post, rule| {
            otherwise[post as usize] = rule;
        });
        for post in ruled {
            let (rule, other) = (
                org.rule(post.place(), kind),
                otherwise[post.place() as usize],
            );
            if let Some(rule) = rule.filter(|&rule| rule != other && other != NONE) {
                crossing.entry((rule, other)).or_default().push(post);
            }
        }
    }
    for ((rule, other), posts) in crossing {
        let rules = [rule, other].map(|at| Subject::Headship(Headship::new(org, at)));
        found.push(Finding::about_all(RULE.code, posts).concerning(rules));
    }
}

/// A post as a rule may cover it, if it is in a unit.
pub(super) fn covered(post: Post<'_>) -> Option<Covered> {
    let org = post.organisation();
    let (row, at) = (post.place(), post.place() as usize);
    let unit = org.posts.unit[at].filter(|_| post.kind() == PostKind::Individual)?;
    Some(Covered {
        row,
        unit: org.units.table.entry_of[unit.index()],
        profession: org.posts.profession[at].map(|id| org.professions.table.entry_of[id.index()]),
    })
}

/// Gives `found` each post and the headship of `kind` that covers it, by the
/// precedence of another kind perhaps. Takes n log n.
pub(super) fn covering(
    org: &Organisation,
    kind: Accountability,
    precedence: Accountability,
    posts: Vec<Covered>,
    found: impl FnMut(u32, u32),
) {
    let rules = (0..)
        .zip(&org.headships)
        .filter(|(_, rule)| rule.kind == kind);
    let rules: Vec<_> = rules
        .map(|(at, entry)| {
            let rule = organisation::Rule {
                head: at,
                kind,
                unit: entry.unit,
                profession: entry.profession,
                post: entry.head.ok(),
                through: entry.through,
                fault: None,
            };
            (at, rule)
        })
        .collect();
    let cover = RuleCover::new(precedence, &org.units.order, &org.professions.order);
    cover.resolve(&rules, posts, found);
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let [Subject::Headship(rule), Subject::Headship(other)] = finding.subjects() else {
        return Ok(());
    };
    let (kind, posts) = (kind(post, rule.kind()), finding.posts());
    let (first, second) = (rule.covers(), other.covers());
    let (first, second) = (Shown(&first), Shown(&second));
    let (is, under) = match posts {
        [_] => ("is", count(1, "post", "posts")),
        several => ("are", count(several.len(), "post", "posts")),
    };
    write!(
        f,
        "the headships of {first} and of {second} cross ({kind}): {under} {is} under both, where the former decides: {}",
        titles(posts)
    )
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let mut facts: Vec<_> = as_subjects(finding).collect();
    for &post in finding.posts() {
        facts.extend([Fact::UnitOf(post)]);
        facts.extend(post.profession().map(|_| Fact::ProfessionOf(post)));
    }
    facts
}
