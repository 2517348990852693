//! Ids of one table differ only in form.

use std::collections::HashMap;
use std::fmt;

use crate::model::FindingCode;
use crate::near::folded;
use crate::quoted::Brief;
use crate::view::{Fact, Matter, Post, Profession, Source, Unit};

use super::finding::Subject;
use super::words::{as_posts, as_subjects, list};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::NearlySameIds,
    find,
    say,
    remedy: "see whether one is meant, and correct the other",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let org = known.org;
    let posts = groups(org.posts(), Post::id);
    found.extend(
        posts
            .into_iter()
            .map(|posts| Finding::about_all(RULE.code, posts)),
    );
    let sources = groups(org.sources(), Source::id).into_iter();
    let sources = sources.map(|group| group.into_iter().map(Subject::Source).collect());
    let professions = groups(org.professions(), Profession::id).into_iter();
    let professions = professions.map(|group| group.into_iter().map(Subject::Profession).collect());
    let units = groups(org.units(), Unit::id).into_iter();
    let units = units.map(|group| group.into_iter().map(Subject::Unit).collect());
    let matters = groups(org.matters(), Matter::id).into_iter();
    let matters = matters.map(|group| group.into_iter().map(Subject::Matter).collect());
    let groups = sources.chain(professions).chain(units).chain(matters);
    found
        .extend(groups.map(|subjects: Vec<_>| {
            Finding::about_all(RULE.code, Vec::new()).concerning(subjects)
        }));
}

/// The entries whose ids are alike but for their form, in the order of the first.
fn groups<'o, T: Copy>(entries: impl Iterator<Item = T>, id: impl Fn(T) -> &'o str) -> Vec<Vec<T>> {
    let mut place: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<T>> = Vec::new();
    for entry in entries {
        let at = *place.entry(folded(id(entry)).collect()).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[at].push(entry);
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// What the ids are of, and which.
fn ids<'o>(finding: &Finding<'o>) -> (&'static str, Vec<&'o str>) {
    let mut of = "posts";
    let subjects = finding.subjects().iter().map(|subject| {
        let id;
        (of, id) = match subject {
            Subject::Unit(unit) => ("units", unit.id()),
            Subject::Profession(profession) => ("professions", profession.id()),
            Subject::Matter(matter) => ("matters", matter.id()),
            Subject::Source(source) => ("sources", source.id()),
            Subject::Headship(_) => ("headships", ""),
        };
        id
    });
    let ids = subjects.collect::<Vec<_>>().into_iter();
    let posts = finding.posts().iter().map(|post| post.id());
    let ids = ids.chain(posts).collect();
    (of, ids)
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (of, ids) = ids(finding);
    let quoted: Vec<_> = ids.iter().map(|id| Brief(id).to_string()).collect();
    let ids = list(quoted.iter().map(String::as_str), quoted.len());
    write!(
        f,
        "ids of {of} differ only in letter case, leading zeros, Unicode form or zero-width characters: {ids}"
    )
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let mut facts = as_posts(finding.posts());
    facts.extend(as_subjects(finding));
    facts
}
