//! Headships cross: one is narrower in unit, the other in profession.

use std::collections::BTreeMap;
use std::fmt;
use std::iter::successors;

use foldhash::HashMap;

use crate::document::NONE;
use crate::model::{Accountability, FindingCode};
use crate::quoted::ShownBrief;
use crate::steps::step;
use crate::view::{Fact, Headship, Post, Profession, Unit};

use super::covering::{covered, covering};
use super::finding::Subject;
use super::words::{as_subjects, count, kind, listed, titles};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::HeadsCross,
    find,
    say,
    remedy: |_| "add a headship for the narrowest of their units and of their professions, or give the posts lines of their own",
    rests_on,
};

/// How many headships that cross another a sentence names.
const MOST_CROSSING: usize = 4;

/// The headship that decides; the one that would, were what is narrower in the other
/// respect to decide; and those between the two that a post heads, and so is outside.
type Crossing = (u32, u32, Vec<u32>);

type Crossings<'o> = BTreeMap<Crossing, Vec<Post<'o>>>;

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let mut crossing = Crossings::new();
    for kind in Accountability::ALL {
        if known.org.by_rule[kind as usize].len() > 0 {
            visit(known, kind, &mut crossing);
        }
    }
    let areas = Areas::of(known);
    let mut of_rules: Vec<(Vec<Headship<'o>>, Vec<Post<'o>>)> = Vec::new();
    for ((rule, other, outside), posts) in crossing {
        let both = [rule, other].map(|at| Headship::new(known.org, at));
        let mut others = areas.between(both);
        others.retain(|of| outside.binary_search(&of.place()).is_err());
        of_rules.push(([both[0]].into_iter().chain(others).collect(), posts));
    }
    of_rules.sort_by(|(one, _), (other, _)| {
        step();
        let [one, other] = [one, other].map(|rules| rules.iter().map(|rule| rule.place()));
        one.cmp(other)
    });
    found.extend(of_rules.into_iter().map(|(rules, posts)| {
        let rules = rules.into_iter().map(Subject::Headship);
        Finding::about_all(RULE.code, posts).concerning(rules)
    }));
}

/// Adds the posts over which headships of a kind cross.
fn visit<'o>(known: &Known<'o>, kind: Accountability, crossing: &mut Crossings<'o>) {
    let org = known.org;
    let posts = org.posts();
    let ruled = posts.filter(|post| org.rule(post.place(), kind).is_some());
    let posts = ruled.clone().filter_map(covered).collect();
    let turned = match kind {
        Accountability::Professional => Accountability::Operational,
        _ => Accountability::Professional,
    };
    let mut otherwise = vec![NONE; org.posts().len()];
    covering(org, kind, turned, posts, |post, rule| {
        otherwise[post as usize] = rule;
    });
    for post in ruled {
        step();
        let other = otherwise[post.place() as usize];
        let Some(rule) = org.rule(post.place(), kind).filter(|_| other != NONE) else {
            continue;
        };
        let both = [rule, other].map(|at| Headship::new(org, at));
        if crosses(both[0], both[1]) {
            let own = post.headships().inspect(|_| step());
            let outside = own.filter(|&of| is_between(of, both)).map(Headship::place);
            let key = (rule, other, outside.collect());
            crossing.entry(key).or_default().push(post);
        }
    }
}

/// Whether one headship is of a profession within that of another; none is all of
/// them.
fn is_narrower_in_profession(inner: Headship<'_>, outer: Headship<'_>) -> bool {
    match (inner.profession(), outer.profession()) {
        (Some(_), None) => true,
        (Some(inner), Some(outer)) => outer.is_around(inner),
        (None, _) => false,
    }
}

/// Whether one of two headships is narrower in unit, the other in profession.
fn crosses(one: Headship<'_>, other: Headship<'_>) -> bool {
    let is_so = |one: Headship<'_>, other: Headship<'_>| {
        other.unit().is_around(one.unit()) && is_narrower_in_profession(other, one)
    };
    is_so(one, other) || is_so(other, one)
}

/// The narrower unit of two headships that cross, and the narrower profession: all
/// posts there are under both.
fn both_areas([one, other]: [Headship<'_>; 2]) -> (Unit<'_>, Option<Profession<'_>>) {
    if other.unit().is_around(one.unit()) {
        (one.unit(), other.profession())
    } else {
        (other.unit(), one.profession())
    }
}

/// Whether a headship is over all that is under two that cross, and crosses the
/// first.
fn is_between<'o>(of: Headship<'o>, both: [Headship<'o>; 2]) -> bool {
    let (unit, profession) = both_areas(both);
    let is_over_unit = of.unit() == unit || of.unit().is_around(unit);
    let is_over = of.profession().is_none_or(|outer| {
        profession.is_some_and(|inner| outer == inner || outer.is_around(inner))
    });
    of.kind() == both[0].kind() && is_over_unit && is_over && crosses(of, both[0])
}

/// The headships over one unit by profession.
type OfUnit<'o> = HashMap<Option<Profession<'o>>, Vec<Headship<'o>>>;

/// The headships by kind, unit and profession.
struct Areas<'o>(HashMap<(Accountability, Unit<'o>), OfUnit<'o>>);

impl<'o> Areas<'o> {
    fn of(known: &Known<'o>) -> Self {
        let mut areas: HashMap<_, OfUnit<'o>> = HashMap::default();
        for rule in known.org.headships() {
            step();
            let of_unit = areas.entry((rule.kind(), rule.unit())).or_default();
            of_unit.entry(rule.profession()).or_default().push(rule);
        }
        Self(areas)
    }

    /// The headships that cross the first of two that cross, and are over all that
    /// is under both: in document order, the second among them. Takes for each unit
    /// around as many steps as there are headships over it, or professions around where
    /// these are fewer.
    fn between(&self, both: [Headship<'o>; 2]) -> Vec<Headship<'o>> {
        let (unit, profession) = both_areas(both);
        let professions = successors(profession, |of| of.within()).map(Some);
        let professions: Vec<_> = professions.chain([None]).inspect(|_| step()).collect();
        let mut between = Vec::new();
        for unit in successors(Some(unit), |unit| unit.within()) {
            step();
            let Some(there) = self.0.get(&(both[0].kind(), unit)) else {
                continue;
            };
            let few: Vec<_> = if there.len() < professions.len() {
                there.values().flatten().collect()
            } else {
                let there = professions.iter().filter_map(|of| there.get(of));
                there.flatten().collect()
            };
            let few = few.into_iter().copied().inspect(|_| step());
            between.extend(few.filter(|&of| is_between(of, both)));
        }
        between.sort_unstable_by_key(|of| of.place());
        between
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let [Subject::Headship(rule), others @ ..] = finding.subjects() else {
        return Ok(());
    };
    let kind = kind(finding.post(), rule.kind());
    let (posts, titles) = (finding.posts(), titles(finding.posts()));
    let are = count(posts.len(), "post is", "posts are");
    let crossing = others.iter().take(MOST_CROSSING).map(|other| match other {
        Subject::Headship(rule) => ShownBrief(&rule.covers()).to_string(),
        _ => String::new(),
    });
    let crossing = listed(crossing.collect(), others.len());
    let first = rule.covers();
    let first = ShownBrief(&first);
    if let [_] = others {
        return write!(
            f,
            "the headships of {first} and of {crossing} cross ({kind}): {are} under both, where the former decides: {titles}"
        );
    }
    write!(
        f,
        "the headship of {first} crosses those of {crossing} ({kind}): {are} under all of them, where the first decides: {titles}"
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
