//! A unit has no posts, in it or within it.

use std::fmt;

use crate::model::FindingCode;
use crate::quoted::ShownBrief;
use crate::view::Fact;

use super::finding::Subject;
use super::words::as_subjects;
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::UnitWithoutPosts,
    find,
    say,
    remedy: "say which posts belong to it, or take it out",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let units = known
        .org
        .units()
        .filter(|unit| unit.posts_within().len() == 0);
    found.extend(
        units.map(|unit| {
            Finding::about_all(RULE.code, Vec::new()).concerning([Subject::Unit(unit)])
        }),
    );
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match finding.subjects() {
        [Subject::Unit(unit)] => write!(f, "{} has no posts", ShownBrief(unit.title())),
        _ => Ok(()),
    }
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    as_subjects(finding).collect()
}
