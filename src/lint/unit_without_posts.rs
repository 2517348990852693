//! A unit has no posts, in it or within it.

use std::fmt;

use crate::model::FindingCode;
use crate::quoted::ShownBrief;
use crate::steps::step;
use crate::view::{Fact, Unit};

use super::finding::Subject;
use super::words::as_subjects;
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::UnitWithoutPosts,
    find,
    say,
    remedy: |_| "say which posts belong to it, or take it out",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let is_empty = |unit: Unit<'_>| unit.posts_within().len() == 0;
    let units = known.org.units().inspect(|_| step());
    let units = units.filter(|&unit| is_empty(unit) && !unit.within().is_some_and(is_empty));
    found.extend(
        units.map(|unit| {
            Finding::about_all(RULE.code, Vec::new()).concerning([Subject::Unit(unit)])
        }),
    );
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match finding.subjects() {
        [Subject::Unit(unit)] => {
            let nor = match unit.units().next() {
                None => "",
                Some(_) => ", nor has any unit within it",
            };
            write!(f, "{} has no posts{nor}", ShownBrief(unit.title()))
        }
        _ => Ok(()),
    }
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    as_subjects(finding).collect()
}
