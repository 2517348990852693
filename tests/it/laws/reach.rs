//! The strategies reach what the laws are about.

use std::collections::{BTreeMap, HashSet};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::oracle::{Answer, Oracle};
use super::records::{KIND_WORDS, Seat, Sort};
use super::strategies::sound;

#[test]
fn strategies_reach_every_case() {
    let mut runner = TestRunner::deterministic();
    let mut reached: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..400 {
        let tree = sound().new_tree(&mut runner).expect("a sound organisation");
        let told = tree.current();
        let oracle = Oracle::of(&told);
        let mut count = |what, is_so: bool| *reached.entry(what).or_default() += usize::from(is_so);
        let posts = 0..oracle.len();
        let superior = &oracle.superior;
        let known = |kind: usize| {
            let lines = posts
                .clone()
                .map(move |post| (post, superior[kind][post].post()));
            lines.filter_map(|(post, above)| Some((post, above?)))
        };
        count(
            "deep",
            posts.clone().any(|post| oracle.chain(post, 0).len() > 9),
        );
        count(
            "wide",
            posts.clone().any(|post| oracle.reports(post, 0).len() > 7),
        );
        count("empty", told.posts.is_empty());
        count("of all kinds", (0..3).all(|kind| known(kind).count() > 2));
        count(
            "circular across kinds",
            known(0).any(|(post, above)| known(1).any(|other| other == (above, post))),
        );
        let mutual = |seat: &Seat| {
            told.posts.iter().any(|other| {
                other.id != seat.id && names(seat, &other.id) && names(other, &seat.id)
            })
        };
        count("mutual deputies", told.posts.iter().any(mutual));
        count(
            "vacant",
            told.posts.iter().filter(|seat| seat.vacant).count() > 1,
        );
        count(
            "ending outside",
            known(0).any(|(_, above)| told.posts[above].sort == Sort::External),
        );
        count(
            "bodies with members",
            told.posts.iter().any(|seat| !seat.members.is_empty()),
        );
        for (word, kind) in KIND_WORDS.into_iter().zip(0..3) {
            let by_rule: Vec<_> = oracle.superior[kind]
                .iter()
                .filter(|answer| answer.rule().is_some())
                .collect();
            count(word, !by_rule.is_empty());
            count(
                "headed but not stated",
                by_rule.iter().any(|answer| answer.post().is_none()),
            );
            let through = posts.clone().any(|post| match oracle.superior[kind][post] {
                Answer::Known(above, Some(rule)) => {
                    told.heads[rule].head.as_deref() != Some(&told.posts[above].id)
                }
                _ => false,
            });
            count("headed through another", through);
            let rules: HashSet<_> = by_rule.iter().filter_map(|answer| answer.rule()).collect();
            count("several rules of a kind", rules.len() > 1);
        }
    }
    assert_eq!(reached.len(), 15, "{reached:?}");
    assert!(reached.values().all(|&count| count >= 10), "{reached:?}");
}

fn names(seat: &Seat, deputy: &str) -> bool {
    seat.deputies
        .iter()
        .flat_map(|rank| &rank.of)
        .any(|of| of.post == deputy)
}
