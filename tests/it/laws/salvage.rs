//! Law 24: all or nothing, and what salvage leaves out.

use std::collections::HashSet;

use answerable::{Document, Organisation, Problem, Salvage};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::adorn::adorn;
use super::cases;
use super::facts::{Address, Mark, doubtful_lines, left_out, told_again, without};
use super::lines::shape;
use super::meaning::{Meaning, differences, put};
use super::records::{KIND_WORDS, KINDS, Told};
use super::spoil::{Dice, break_one, shuffle, spoil, tell_again};
use super::strategies::{faulty, headed, passing, sound};
use super::tree::Tree;

/// A document with faults of every sort, as a tree.
pub(super) fn spoilt() -> impl Strategy<Value = Tree> {
    (faulty(), any::<u64>(), 0..5_usize)
        .prop_map(|(told, seed, faults)| spoilt_of(&told, seed, faults))
}

fn spoilt_of(told: &Told, seed: u64, faults: usize) -> Tree {
    let mut dice = Dice(seed);
    let mut tree = told.tree();
    if dice.roll(2) == 0 {
        adorn(&mut tree, &mut dice);
    }
    (0..faults).for_each(|_| match dice.roll(4) {
        0 => tell_again(&mut tree, &mut dice),
        _ => spoil(&mut tree, &mut dice),
    });
    tree
}

pub(super) fn document(tree: &Tree) -> Document {
    serde_json::from_str(&tree.to_json()).expect("JSON with a table at the top")
}

pub(super) fn salvaged(tree: &Tree) -> Salvage {
    Organisation::salvage(document(tree))
}

/// What an organisation means, by way of its own JSON.
pub(super) fn meaning(org: &Organisation) -> Meaning {
    let value = serde_json::to_value(org).expect("an organisation is written");
    let mut meaning = Meaning::of(&Tree::from(&value));
    // Objects of this JSON are sorted: the order is asked for.
    let place = |id: &String| org.posts().position(|post| post.id() == id);
    meaning.posts().sort_by_key(|(id, _)| place(id));
    meaning
}

/// What is left of the tree when all that the problems say is taken out, lines
/// left out standing as unstated; what they cannot say is taken from `got`.
fn expected(tree: &Tree, problems: &[Problem], got: &Meaning) -> Meaning {
    let gone = left_out(problems);
    let mut expected = Meaning::of(&told_again(&without(tree, &gone), &gone));
    let lines = doubtful_lines(problems);
    for (id, post) in expected.posts() {
        let got = got
            .tables
            .get("post")
            .and_then(|posts| posts.iter().find(|(of, _)| of == id));
        for kind in KIND_WORDS {
            let Some(reasons) = lines.get(&(id.clone(), kind.to_owned())) else {
                continue;
            };
            if post["kind"] == "external" {
                continue;
            }
            // Any of the problems that leave the line out will do as the reason.
            let reason = got.map_or("", |(_, post)| {
                post[kind]["unstated"].as_str().unwrap_or("")
            });
            let reason = reasons
                .iter()
                .find(|of| *of == reason)
                .unwrap_or(&reasons[0]);
            put(post, kind, json!({ "unstated": reason }));
        }
    }
    expected.heads = expected_heads(tree, problems, &gone, got);
    for table in ["source", "profession", "unit", "matter"] {
        if let Some(entries) = expected.tables.get_mut(table) {
            entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        }
    }
    expected.tables.retain(|_, entries| !entries.is_empty());
    put(&mut expected.top, "version", json!(1.0));
    expected
}

/// The headships: a faulty one, if what it covers is beyond doubt, with its head
/// unstated; of several alike the first.
fn expected_heads(
    tree: &Tree,
    problems: &[Problem],
    gone: &HashSet<Address>,
    got: &Meaning,
) -> Vec<Value> {
    let mut heads = Vec::new();
    let mut areas = HashSet::new();
    let lists = tree.entries().iter().filter(|(key, _)| key == "head");
    let told: Vec<&Tree> = lists.flat_map(|(_, value)| value.items()).collect();
    for (at, told) in told.iter().enumerate() {
        let here = vec![Mark::Key("head".to_owned()), Mark::Item(at)];
        let area = ["kind", "unit", "profession"].map(|key| told.get(key).and_then(Tree::text));
        if !gone.contains(&here) {
            let only = Tree::Table(vec![("head".to_owned(), Tree::List(vec![(*told).clone()]))]);
            let kept = without(
                &only,
                &gone
                    .iter()
                    .filter_map(|address| renumbered(address, at))
                    .collect(),
            );
            heads.extend(Meaning::of(&kept).heads);
            continue;
        }
        let reasons = problems.iter().filter(|problem| {
            problem
                .left_out()
                .iter()
                .any(|place| super::facts::address(place) == here)
        });
        let standing = reasons.map(|problem| {
            let mut head = json!({ "unstated": problem.to_string() });
            for (key, value) in ["kind", "unit", "profession"].into_iter().zip(area) {
                if let Some(value) = value {
                    put(&mut head, key, json!(value));
                }
            }
            head
        });
        let found = standing.into_iter().find(|head| got.heads.contains(head));
        heads.extend(found.filter(|_| areas.insert(area)));
    }
    heads
}

/// The address as it is when headship `at` is the first.
fn renumbered(address: &Address, at: usize) -> Option<Address> {
    let here = [Mark::Key("head".to_owned()), Mark::Item(at)];
    let inner = address.strip_prefix(&here[..])?;
    Some([&here[..1], &[Mark::Item(0)], inner].concat())
}

/// The same without what the order of telling decides: which of two posts says
/// that they work together, and how a problem is put.
fn unordered(mut meaning: Meaning, problems: &[Problem]) -> Value {
    let messages: HashSet<String> = problems.iter().map(ToString::to_string).collect();
    let mut pairs = Vec::new();
    for (id, post) in meaning.posts() {
        for link in post["works_with"].as_array().cloned().unwrap_or_default() {
            let to = link["to"].as_str().unwrap_or("").to_owned();
            let mut ends = [id.clone(), to];
            ends.sort();
            let mut terms = link.clone();
            put(&mut terms, "to", Value::Null);
            pairs.push(format!("{ends:?} {terms}"));
        }
        post.as_object_mut().map(|post| post.remove("works_with"));
        for kind in KIND_WORDS {
            let reason = post[kind]["unstated"].as_str().map(str::to_owned);
            if reason.is_some_and(|reason| messages.contains(&reason)) {
                post[kind]["unstated"] = json!("left out");
            }
        }
        if let Some(post) = post.as_object_mut() {
            post.retain(|_, value| !value.is_null());
        }
    }
    for head in &mut meaning.heads {
        if head["unstated"]
            .as_str()
            .is_some_and(|reason| messages.contains(reason))
        {
            head["unstated"] = json!("left out");
        }
    }
    let mut heads: Vec<String> = meaning.heads.iter().map(ToString::to_string).collect();
    heads.sort();
    pairs.sort();
    for entries in meaning.tables.values_mut() {
        entries.sort_by(|(a, _), (b, _)| a.cmp(b));
    }
    let mut whole = meaning.whole();
    whole["heads"] = json!(heads);
    whole["pairs"] = json!(pairs);
    whole
}

/// The problems with what they leave out, for a failure.
fn told_of(problems: &[Problem]) -> Vec<String> {
    let told = |problem: &Problem| {
        let places: Vec<_> = problem.left_out().iter().map(ToString::to_string).collect();
        format!("{problem}: {places:?}")
    };
    problems.iter().map(told).collect()
}

proptest! {
    #![proptest_config(cases())]


    #[test]
    fn law_24_what_is_missing_is_what_the_problems_leave_out(tree in spoilt()) {
        let Salvage {
            organisation,
            problems,
            ..
        } = salvaged(&tree);
        let mut got = meaning(&organisation);
        got.tables.retain(|_, entries| !entries.is_empty());
        let mut expected = expected(&tree, &problems, &got);
        // Of several faulty headships with one area, which of them stands for all
        // cannot be told from what stands.
        for heads in [&mut got.heads, &mut expected.heads] {
            heads.sort_by_key(ToString::to_string);
        }
        let differences = differences(&got.whole(), &expected.whole());
        prop_assert!(
            differences.is_empty(),
            "{:#?} {:#?}",
            differences,
            told_of(&problems)
        );
    }

    #[test]
    fn law_24_salvage_gives_the_problems_of_a_failed_load(tree in spoilt()) {
        let Salvage {
            organisation,
            problems,
            ..
        } = salvaged(&tree);
        match Organisation::try_from(document(&tree)) {
            Ok(sound) => {
                prop_assert!(problems.is_empty());
                prop_assert!(sound == organisation);
            }
            Err(invalid) => {
                prop_assert!(!problems.is_empty());
                prop_assert_eq!(invalid.problems(), &problems[..]);
            }
        }
    }

    #[test]
    fn law_24_on_a_sound_document_salvage_leaves_nothing_out(
        told in sound(),
        seed in any::<u64>(),
    ) {
        let mut tree = told.tree();
        adorn(&mut tree, &mut Dice(seed));
        let Salvage {
            organisation,
            problems,
            ..
        } = salvaged(&tree);
        prop_assert!(problems.is_empty(), "{:#?}", problems);
        prop_assert!(organisation == Organisation::try_from(document(&tree)).expect("sound"));
    }

    #[test]
    fn law_24_what_is_salvaged_is_saved_and_loaded_equal(tree in spoilt()) {
        let Salvage { organisation, .. } = salvaged(&tree);
        let text = serde_json::to_string(&organisation).expect("an organisation is written");
        let again: Result<Organisation, _> = serde_json::from_str(&text);
        prop_assert!(
            again.as_ref().is_ok_and(|again| *again == organisation),
            "{:?}\n{}",
            again.err(),
            text
        );
        let again = Document::from_toml(&organisation.to_toml()).map(Organisation::try_from);
        prop_assert!(again.expect("TOML").expect("sound") == organisation);
    }

    #[test]
    fn law_24_order_decides_nothing(tree in spoilt(), seed in any::<u64>()) {
        let first = salvaged(&tree);
        let mut other = tree.clone();
        shuffle(&mut other, &mut Dice(seed));
        let second = salvaged(&other);
        prop_assert_eq!(
            first.problems.len(),
            second.problems.len(),
            "{:#?}\n{:#?}",
            first.problems,
            second.problems
        );
        let differences = differences(
            &unordered(meaning(&first.organisation), &first.problems),
            &unordered(meaning(&second.organisation), &second.problems),
        );
        prop_assert!(
            differences.is_empty(),
            "{:#?} {:#?} {:#?}",
            differences,
            other,
            told_of(&first.problems)
        );
    }

    #[test]
    fn law_24_what_is_salvaged_is_what_the_mended_document_says(
        told in prop_oneof![sound(), headed(), passing()],
        seed in any::<u64>(),
        faults in 1..4_usize,
    ) {
        let mut dice = Dice(seed);
        let mut tree = told.tree();
        if dice.roll(2) == 0 {
            adorn(&mut tree, &mut dice);
        }
        let mended = Organisation::try_from(document(&tree)).expect("sound");
        (0..faults).for_each(|_| break_one(&mut tree, &mut dice));
        let Salvage {
            organisation,
            problems,
            ..
        } = salvaged(&tree);
        for post in organisation.posts() {
            let Some(was) = mended.get(post.id()) else {
                continue;
            };
            for kind in KINDS {
                let (superior, was) = (post.superior(kind), was.superior(kind));
                let is_same = match superior {
                    answerable::Superior::Known(_) => shape(superior) == shape(was),
                    answerable::Superior::NoneAbove(_) => was.is_none_above(),
                    answerable::Superior::Unstated(_) => true,
                };
                prop_assert!(
                    is_same,
                    "{:?}: {}, not {}: {:#?} {:?}",
                    post,
                    superior,
                    was,
                    told_of(&problems),
                    tree
                );
            }
        }
    }
}
