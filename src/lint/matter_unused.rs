//! No arrangement is for a matter that is declared.

use std::fmt;

use crate::model::FindingCode;
use crate::quoted::ShownBrief;
use crate::steps::step;
use crate::view::{Fact, Matter};

use super::finding::Subject;
use super::words::as_subjects;
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::MatterUnused,
    find,
    say,
    remedy: |_| "say who deputises in it, or take it out",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let declared = known.org.matters.entries.iter();
    let matters = declared.map(|entry| Matter::new(known.org, entry.id));
    let unused = matters.filter(|matter| {
        step();
        let mut arrangements = matter.arrangements().inspect(|_| step());
        arrangements.next().is_none()
    });
    found.extend(unused.map(|matter| {
        Finding::about_all(RULE.code, Vec::new()).concerning([Subject::Matter(matter)])
    }));
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match finding.subjects() {
        [Subject::Matter(matter)] => {
            write!(f, "no arrangement is for {}", ShownBrief(matter.title()))
        }
        _ => Ok(()),
    }
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    as_subjects(finding).collect()
}
