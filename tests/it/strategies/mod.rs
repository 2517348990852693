//! The strategies of `proptest1`: what they reach, and to what they shrink.

mod asked;
mod faulty;
mod reach;
mod shrinking;
mod steps;
mod wild;

use std::collections::BTreeMap;
use std::fmt::Debug;

use answerable::{
    Accountability, Arrangement, Document, HeadPost, Line, LinkTarget, Organisation, Post,
    PostKind, PostRecord, RankRecord, SuperiorRecord,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

const CASES: usize = 1000;

/// What some values are, how many at least and at most, and whether one is.
type Sort<'s, T> = (&'s str, usize, usize, &'s dyn Fn(&T) -> bool);

/// So many values, always the same, are of each sort as often as they should be.
fn reached<T: Debug>(cases: usize, strategy: &impl Strategy<Value = T>, sorts: &[Sort<'_, T>]) {
    let mut counts = vec![0; sorts.len()];
    for value in values(strategy).take(cases) {
        for (count, (.., is_so)) in counts.iter_mut().zip(sorts) {
            *count += usize::from(is_so(&value));
        }
    }
    let counted = sorts.iter().zip(counts);
    let amiss: BTreeMap<&str, (usize, usize, usize)> = counted
        .filter(|((_, least, most, _), count)| count < least || count > most)
        .map(|(&(name, least, most, _), count)| (name, (least, count, most)))
        .collect();
    assert!(
        amiss.is_empty(),
        "of {cases} too few or too many: {amiss:#?}"
    );
}

/// Values, always the same.
fn values<S: Strategy>(strategy: S) -> impl Iterator<Item = S::Value> {
    trees(strategy).map(|tree| tree.current())
}

fn trees<S: Strategy>(strategy: S) -> impl Iterator<Item = S::Tree> {
    let mut runner = TestRunner::deterministic();
    std::iter::repeat_with(move || strategy.new_tree(&mut runner).expect("a value"))
}

/// The least that is still so, of a value that is, and how many others were tried.
fn least<T>(mut tree: impl ValueTree<Value = T>, is_so: impl Fn(&T) -> bool) -> (T, usize) {
    let mut least = tree.current();
    let mut tries = 0;
    let mut goes_on = tree.simplify();
    while goes_on {
        let less = tree.current();
        tries += 1;
        goes_on = if is_so(&less) {
            least = less;
            tree.simplify()
        } else {
            tree.complicate()
        };
    }
    (least, tries)
}

fn sound(document: &Document) -> Organisation {
    Organisation::try_from(document.clone()).expect("sound")
}

fn lines(org: &Organisation, kind: Accountability) -> impl Iterator<Item = Line<'_>> {
    org.posts()
        .filter_map(move |post| post.superior(kind).line())
}

fn deputies(post: Post<'_>) -> impl Iterator<Item = Arrangement<'_>> {
    post.deputies()
}

/// Whether a line by rule goes to another than the head of the rule.
fn is_through(line: Line<'_>) -> bool {
    line.headship()
        .is_some_and(|rule| rule.head().post() != Some(line.to()))
}

/// The posts of each rank.
fn ranks(post: &PostRecord) -> impl Iterator<Item = &[answerable::DeputyRecord]> {
    post.deputies.iter().map(|rank| match rank {
        RankRecord::One(deputy) => std::slice::from_ref(deputy),
        RankRecord::OneOf(pool) => pool,
    })
}

/// The posts that a post names.
fn named(post: &PostRecord) -> Vec<&str> {
    let lines = post.lines.iter().filter_map(|line| match &line.superior {
        SuperiorRecord::To(to) => Some(to),
        _ => None,
    });
    let links = post.links.iter().filter_map(|link| match &link.to {
        LinkTarget::Post(to) => Some(to),
        _ => None,
    });
    let also = post.also.iter().map(|also| &also.to);
    let members = post.members.iter().map(|member| &member.post);
    let chair = post.chair.iter().map(|chair| &chair.to);
    let deputies = ranks(post).flatten().map(|deputy| &deputy.post);
    let all = lines.chain(links).chain(also).chain(members).chain(chair);
    all.chain(deputies).map(String::as_str).collect()
}

/// The units that a post names.
fn named_units(post: &PostRecord) -> Vec<&str> {
    let links = post.links.iter().filter_map(|link| match &link.to {
        LinkTarget::Unit(to) => Some(to),
        _ => None,
    });
    let unit = post.unit.iter().map(|unit| &unit.to);
    links.chain(unit).map(String::as_str).collect()
}

/// How much a document tells besides its posts, their ids and titles.
fn facts(document: &Document) -> usize {
    let flags = |flags: &[bool]| flags.iter().filter(|is_told| **is_told).count();
    let units = document
        .units()
        .map(|unit| flags(&[true, unit.within.is_some()]));
    let professions = document
        .professions()
        .map(|profession| flags(&[true, profession.within.is_some()]));
    let matters = document
        .matters()
        .map(|matter| flags(&[true, matter.kind.is_some(), matter.personal]));
    let heads = document.headships().map(|head| {
        let is_named = matches!(head.head, HeadPost::Known(_));
        let terms = [head.profession.is_some(), head.through_operational];
        flags(&terms) + flags(&[true, is_named])
    });
    let posts = document.posts().map(|post| {
        let terms = ranks(&post).flatten().map(|deputy| {
            flags(&[true, deputy.onward])
                + flags(&[
                    deputy.matters.is_some(),
                    deputy.authority != answerable::Authority::Act,
                ])
        });
        flags(&[
            post.kind != PostKind::Individual,
            post.unit.is_some(),
            post.profession.is_some(),
            post.grade.is_some(),
            post.fte.is_some(),
            post.seats.is_some(),
            post.vacant,
            post.note.is_some(),
            post.chair.is_some(),
        ]) + [
            post.holders.len(),
            post.labels.len(),
            post.lines.len(),
            post.also.len(),
            post.members.len(),
            post.links.len(),
        ]
        .iter()
        .sum::<usize>()
            + terms.sum::<usize>()
    });
    units
        .chain(professions)
        .chain(matters)
        .chain(heads)
        .chain(posts)
        .chain([flags(&[document.reverts_to_superior().is_some()])])
        .sum()
}
