//! Laws 27, 36 and 37: questions without errors, hashes without effect, threads
//! without surprises.

use std::thread;

use answerable::{Document, Organisation, Problem, Salvage};
use proptest::prelude::*;

use super::asked::everything;
use super::cases;
use super::lines::organisation;
use super::records::KINDS;
use super::salvage::{document, salvaged, spoilt};
use super::saving::{adorned, adorned_of};
use super::spoil::{Dice, spoil};
use super::strategies::{small, sound};

proptest! {
    #![proptest_config(cases())]


    #[test]
    fn law_27_every_question_is_answered(tree in spoilt()) {
        prop_assert!(!everything(&salvaged(&tree).organisation).is_empty());
    }

    #[test]
    fn law_27_a_post_of_another_organisation_is_not_found(told in sound()) {
        let (here, there) = (organisation(&told), organisation(&told));
        for (post, other) in here.posts().zip(there.posts()) {
            prop_assert!(post != other && post.to_id() == other.to_id());
            for kind in KINDS {
                prop_assert!(
                    here.posts()
                        .all(|post| !post.is_above(other, kind) && !other.is_above(post, kind))
                );
                prop_assert_eq!(post.nearest_common_superior(other, kind), None);
            }
        }
    }

    #[test]
    fn law_34_no_text_makes_a_reader_panic(
        tree in spoilt(),
        seed in any::<u64>(),
        other in any::<String>(),
    ) {
        let mut dice = Dice(seed);
        for text in [tree.to_json(), tree.to_toml(), other] {
            let characters: Vec<char> = text.chars().collect();
            let (from, count) = (dice.roll(characters.len()), dice.roll(9));
            let cut: String = characters
                .iter()
                .take(from)
                .chain(characters.iter().skip(from + count))
                .collect();
            for text in [&text, &cut] {
                let json: Result<Document, _> = serde_json::from_str(text);
                let toml = Document::from_toml(text);
                let errors = toml
                    .as_ref()
                    .err()
                    .map(|errors| format!("{errors} {errors:?}"));
                prop_assert!(errors.is_none_or(|errors| !errors.is_empty()));
                for document in json.into_iter().chain(toml) {
                    prop_assert!(document.clone().posts().count() <= text.len());
                    let Salvage {
                        organisation,
                        problems,
                        ..
                    } = Organisation::salvage(document);
                    let shown =
                        |problem: &Problem| format!("{problem} {problem:?} {}", problem.place());
                    let shown: Vec<String> = problems.iter().map(shown).collect();
                    prop_assert!(shown.iter().all(|shown| shown.lines().count() == 1));
                    let shown = format!("{organisation:?}");
                    prop_assert!(!shown.is_empty());
                }
            }
        }
    }

    #[test]
    fn law_36_no_answer_depends_on_a_hash_seed(tree in spoilt(), seed in any::<u64>()) {
        let mut tree = tree;
        spoil(&mut tree, &mut Dice(seed));
        let (first, second) = (salvaged(&tree), salvaged(&tree));
        prop_assert_eq!(&first.problems, &second.problems);
        let messages = |of: &Salvage| {
            of.problems
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        prop_assert_eq!(messages(&first), messages(&second));
        prop_assert_eq!(
            everything(&first.organisation),
            everything(&second.organisation)
        );
        let json = |of: &Salvage| serde_json::to_string(&of.organisation).expect("it is written");
        prop_assert_eq!(json(&first), json(&second));
    }

    #[test]
    fn law_36_nothing_is_set_aside_for_a_size_that_is_only_told(tree in adorned()) {
        use serde::Deserialize;
        let boasted = Document::deserialize(super::hostile::Boastful(&tree)).expect("a document");
        let boasted = Organisation::try_from(boasted).expect("a sound document");
        prop_assert!(boasted == Organisation::try_from(document(&tree)).expect("a sound document"));
    }

    #[test]
    fn law_37_eight_threads_answer_as_one(tree in adorned_of(small())) {
        let org = Organisation::try_from(document(&tree)).expect("a sound document");
        let alone = everything(&org);
        let together: Vec<_> = thread::scope(|scope| {
            let asking: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| everything(&org) == alone))
                .collect();
            asking
                .into_iter()
                .map(thread::ScopedJoinHandle::join)
                .collect()
        });
        prop_assert!(together.into_iter().all(|same| same.is_ok_and(|same| same)));
    }
}
