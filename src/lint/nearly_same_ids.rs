//! Ids of one table, or of holders, differ only in form.

use std::fmt;

use foldhash::{HashMap, HashSet};
use unicode_normalization::{UnicodeNormalization, is_nfkc};

use crate::document::Txt;
use crate::model::FindingCode;
use crate::near::{folded, plain, unzeroed};
use crate::quoted::{Quoted, is_zero_width};
use crate::steps::step;
use crate::view::{Fact, Matter, Post, Profession, Source, Unit};

use super::finding::{Detail, Subject};
use super::words::{MOST_NAMED, as_posts, as_subjects, list, listed};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::NearlySameIds,
    find,
    say,
    remedy: |_| "see whether one is meant, and correct the other",
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
    found.extend(of_holders(known));
}

/// The entries whose ids are alike but for their form, in the order of the first.
fn groups<'o, T: Copy>(entries: impl Iterator<Item = T>, id: impl Fn(T) -> &'o str) -> Vec<Vec<T>> {
    /// The entry first of its form and which it is, and the group if there are more.
    type First<T> = (T, usize, Option<usize>);
    let mut firsts: HashMap<Box<str>, First<T>> = HashMap::default();
    let mut groups: Vec<(usize, Vec<T>)> = Vec::new();
    let mut form = String::new();
    for (nth, entry) in entries.enumerate() {
        step();
        form.clear();
        form.extend(folded(id(entry)));
        let Some((first, nth, group)) = firsts.get_mut(&*form) else {
            firsts.insert(form.as_str().into(), (entry, nth, None));
            continue;
        };
        let at = *group.get_or_insert_with(|| {
            groups.push((*nth, vec![*first]));
            groups.len() - 1
        });
        groups[at].1.push(entry);
    }
    groups.sort_unstable_by_key(|&(nth, _)| nth);
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Of the ids of holders, those alike, with the posts in which they stand.
fn of_holders<'o>(known: &Known<'o>) -> impl Iterator<Item = Finding<'o>> {
    let org = known.org;
    let mut seen: HashSet<Txt> = HashSet::default();
    let mut posts_of: HashMap<&'o str, Vec<Post<'o>>> = HashMap::default();
    let mut ids: Vec<&'o str> = Vec::new();
    for post in known.posts() {
        for holder in org.posts.holders.of(post.place()) {
            step();
            let Some(id) = holder.id else { continue };
            let text = org.text.get(id);
            if seen.insert(id) {
                ids.push(text);
            }
            posts_of.entry(text).or_default().push(post);
        }
    }
    groups(ids.into_iter(), |id| id)
        .into_iter()
        .map(move |ids| {
            let posts = ids.iter().filter_map(|id| posts_of.get(id)).flatten();
            let mut posts: Vec<Post<'o>> = posts.copied().collect();
            posts.sort_unstable_by_key(|post| known.number[post.place() as usize]);
            posts.dedup();
            Finding::about_all(RULE.code, posts).detailed(Detail::Ids(ids))
        })
}

/// What the ids are of, and which.
fn ids<'o>(finding: &Finding<'o>) -> (&'static str, Vec<&'o str>) {
    if let Detail::Ids(ids) = &finding.detail {
        return ("holders", ids.clone());
    }
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

/// A respect in which ids may differ and yet be alike, and the id with every other
/// such respect taken away.
type Respect = (&'static str, fn(&str) -> String);

const RESPECTS: [Respect; 4] = [
    ("letter case", |id| unzeroed(plain(id)).collect()),
    ("leading zeros", |id| {
        plain(id).flat_map(char::to_lowercase).collect()
    }),
    ("Unicode form", |id| {
        let seen = id.chars().filter(|&c| !is_zero_width(c));
        unzeroed(seen.flat_map(char::to_lowercase)).collect()
    }),
    ("zero-width characters", |id| {
        unzeroed(id.nfkc().flat_map(char::to_lowercase)).collect()
    }),
];

/// In which respects ids that are alike differ.
fn respects(ids: &[&str]) -> Vec<&'static str> {
    let differ = RESPECTS.into_iter().filter(|(_, but)| {
        let mut forms = ids.iter().map(|id| but(id));
        let first = forms.next();
        forms.any(|form| Some(&form) != first.as_ref())
    });
    let differ: Vec<_> = differ.map(|(respect, _)| respect).collect();
    // A sign for a letter may have the same small letter: either respect makes them
    // one, and form alone does.
    if differ.is_empty() {
        return vec!["Unicode form"];
    }
    differ
}

/// An id as shown: what looks the same in another Unicode form is escaped.
fn shown(id: &str) -> String {
    if is_nfkc(id) {
        return Quoted(id).to_string();
    }
    let escaped = id.chars().map(|c| match c {
        c if c.is_ascii() => c.to_string(),
        c => c.escape_unicode().to_string(),
    });
    Quoted(&escaped.collect::<String>()).to_string()
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (of, ids) = ids(finding);
    let respects = respects(&ids);
    let differ = list(respects.iter().copied(), respects.len());
    let ids = listed(
        ids.iter().take(MOST_NAMED).map(|id| shown(id)).collect(),
        ids.len(),
    );
    write!(f, "ids of {of} differ only in {differ}: {ids}")
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    if let Detail::Ids(ids) = &finding.detail {
        let ids: HashSet<&str> = ids.iter().copied().collect();
        let is_of = |id: Option<&str>| id.is_some_and(|id| ids.contains(id));
        let holders = finding.posts().iter().flat_map(|&post| {
            let holders = post.holders().filter(|holder| is_of(holder.id()));
            holders.map(move |holder| Fact::Holder(post, holder))
        });
        return holders.collect();
    }
    let mut facts = as_posts(finding.posts());
    facts.extend(as_subjects(finding));
    facts
}
