//! The strategies of `proptest1`: what they reach, and to what they shrink.

mod asked;
mod faulty;
mod reach;
mod records;
mod shrinking;
mod steps;
mod told;
mod wild;

use std::collections::BTreeMap;
use std::fmt::Debug;

use answerable::{Accountability, Document, Line, Organisation};
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

/// Whether a line by rule goes to another than the head of the rule.
fn is_through(line: Line<'_>) -> bool {
    line.headship()
        .is_some_and(|rule| rule.head().post() != Some(line.to()))
}
