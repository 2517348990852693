//! An arrangement is for a matter that nobody declares, though others are declared.

use std::fmt;

use foldhash::HashMap;

use crate::document::{NONE, Table, Txt};
use crate::model::FindingCode;
use crate::problem::NearMisses;
use crate::quoted::Quoted;
use crate::steps::step;
use crate::view::{Fact, Matter, Post};

use super::finding::{Detail, Subject};
use super::words::titles;
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::MatterUndeclared,
    find,
    say,
    remedy: |finding| match finding.detail {
        Detail::Near(Some(_)) => "correct the id, or declare the matter",
        _ => "declare it, or correct the id",
    },
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let matters = &known.org.matters;
    if matters.entries.is_empty() {
        return;
    }
    let mut place: HashMap<Txt, usize> = HashMap::default();
    let mut told: Vec<(Txt, Vec<Post<'o>>)> = Vec::new();
    for post in known.posts() {
        let deputies = known.org.posts.deputies.of(post.place()).iter();
        for &id in deputies.flat_map(|terms| &terms.matters) {
            step();
            if matters.entry_of[id.index()] != NONE {
                continue;
            }
            let at = *place.entry(id).or_insert_with(|| {
                told.push((id, Vec::new()));
                told.len() - 1
            });
            let posts = &mut told[at].1;
            if posts.last() != Some(&post) {
                posts.push(post);
            }
        }
    }
    let mut near = NearMisses::default();
    let declared = || {
        let declared = matters.entries.iter();
        declared.map(|entry| {
            let matter = Matter::new(known.org, entry.id);
            (matter.id(), Some(matter.title()))
        })
    };
    found.extend(told.into_iter().map(|(id, posts)| {
        let matter = Matter::new(known.org, id);
        let near = near.find(Table::Matter, matter.id(), None, declared);
        Finding::about_all(RULE.code, posts)
            .concerning([Subject::Matter(matter)])
            .detailed(Detail::Near(near))
    }));
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let [Subject::Matter(matter)] = finding.subjects() else {
        return Ok(());
    };
    let (posts, id) = (titles(finding.posts()), Quoted(matter.id()));
    let (has, deputies) = match finding.posts().len() {
        1 => ("has", "a deputy"),
        _ => ("have", "deputies"),
    };
    write!(
        f,
        "{posts} {has} {deputies} for {id}, which is not declared"
    )?;
    match &finding.detail {
        Detail::Near(Some(near)) => write!(f, "; {near}"),
        _ => Ok(()),
    }
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let [Subject::Matter(matter)] = *finding.subjects() else {
        return Vec::new();
    };
    let arrangements = finding.posts().iter().flat_map(|post| post.deputies());
    let limited = arrangements.filter(|terms| terms.matters().any(|of| of == matter));
    limited.map(Fact::Arrangement).collect()
}
