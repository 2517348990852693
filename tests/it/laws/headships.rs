//! Law 8: lines by rule.

use answerable::{Head, Headship, Organisation, ProblemKind, Standing, Superior};
use proptest::prelude::*;

use super::cases;
use super::lines::{kinds, organisation, posts, shape};
use super::oracle::{Answer, Oracle};
use super::records::{Told, Up};
use super::strategies::headed;

/// The headship of an organisation by its number in the records.
fn headship(org: &Organisation, number: Option<usize>) -> Option<Headship<'_>> {
    org.headships().nth(number?)
}

/// The superiors of one kind, by post, with the number of the rule.
fn superiors(told: &Told, kind: usize) -> Vec<(&'static str, String, Option<usize>)> {
    let org = organisation(told);
    let number = |rule: Headship<'_>| org.headships().position(|headship| headship == rule);
    let superior = |post: answerable::Post<'_>| {
        let superior = post.superior(super::records::KINDS[kind]);
        let rule = match superior {
            Superior::Known(line) => line.headship(),
            Superior::Unstated(why) => why.and_then(answerable::Reason::headship),
            Superior::NoneAbove(_) => None,
        };
        let (is, whom, _) = shape(superior);
        (is, whom, rule.and_then(number))
    };
    org.posts().map(superior).collect()
}

proptest! {
    #![proptest_config(cases())]


    #[test]
    fn law_08_a_headship_gives_exactly_the_lines_it_covers(told in headed()) {
        let org = organisation(&told);
        let (oracle, posts) = (Oracle::of(&told), posts(&org, &told));
        for (number, kind) in kinds() {
            for (at, post) in posts.iter().enumerate() {
                let answer = oracle.superior[number][at];
                match (post.superior(kind), answer) {
                    (Superior::Known(line), Answer::Known(above, rule)) => {
                        prop_assert_eq!(line.to(), posts[above]);
                        prop_assert_eq!(line.headship(), headship(&org, rule));
                        prop_assert_eq!(line.standing() >= Standing::Inferred, rule.is_some());
                        prop_assert_ne!(line.to(), line.from());
                    }
                    (Superior::Unstated(why), Answer::Unstated(rule)) => {
                        let named = why.and_then(answerable::Reason::headship);
                        prop_assert_eq!(named, headship(&org, rule));
                    }
                    (Superior::NoneAbove(_), Answer::NoneAbove) => {}
                    (superior, _) => {
                        prop_assert!(false, "{:?} of {:?} is not {:?}", superior, post, answer);
                    }
                }
            }
        }
        for (number, rule) in org.headships().enumerate() {
            let kind = told.heads[number].kind;
            let mut under: Vec<_> = rule.posts().collect();
            under.sort();
            let of_rule = |at: &usize| oracle.superior[kind][*at].rule() == Some(number);
            let mut expected: Vec<_> = (0..posts.len())
                .filter(of_rule)
                .map(|at| posts[at])
                .collect();
            expected.sort();
            prop_assert_eq!(under, expected);
            let head = told.heads[number].head.as_deref();
            prop_assert_eq!(rule.head().post().map(answerable::Post::id), head);
            prop_assert!(head.is_some() || matches!(rule.head(), Head::Unstated(_)));
            prop_assert!(
                rule.head()
                    .post()
                    .is_none_or(|head| head.headships().any(|of| of == rule))
            );
        }
    }

    #[test]
    fn law_08_an_own_line_takes_the_place_of_exactly_one_by_rule(
        told in headed(),
        at in any::<prop::sample::Index>(),
    ) {
        let oracle = Oracle::of(&told);
        for kind in 0..3 {
            let ruled: Vec<usize> = (0..oracle.len())
                .filter(|&at| oracle.superior[kind][at].rule().is_some())
                .collect();
            if ruled.is_empty() {
                continue;
            }
            let post = *at.get(&ruled);
            let before = superiors(&told, kind);
            let same = oracle.superior[kind][post]
                .post()
                .map(|above| Up::To(told.posts[above].id.clone()));
            for own in same.into_iter().chain([Up::NoneAbove, Up::Unstated]) {
                let is_same = matches!(own, Up::To(_));
                let mut changed = told.clone();
                changed.posts[post].up[kind] = own;
                changed.posts[post].also.clear();
                // Rules of other kinds that go through operational lines may
                // now lead round.
                let changed_oracle = Oracle::of(&changed);
                if (0..3).any(|of| !changed_oracle.circles(of).is_empty()) {
                    continue;
                }
                let after = superiors(&changed, kind);
                for (other, (was, is)) in before.iter().zip(&after).enumerate() {
                    prop_assert!(other == post || was == is);
                }
                prop_assert_eq!(after[post].2, None);
                prop_assert_eq!(
                    is_same,
                    after[post].1 == before[post].1 && after[post].0 == "known"
                );
            }
        }
    }

    #[test]
    fn law_08_an_also_line_takes_the_place_of_none(told in headed()) {
        let mut without = told.clone();
        without.posts.iter_mut().for_each(|seat| seat.also.clear());
        for kind in 0..3 {
            prop_assert_eq!(superiors(&told, kind), superiors(&without, kind));
        }
    }

    #[test]
    fn law_08_two_headships_alike_are_a_problem(
        told in headed(),
        which in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
    ) {
        prop_assume!(!told.heads.is_empty());
        let mut twice = told.clone();
        let mut again = which.get(&told.heads).clone();
        again.head = Some(to.get(&told.posts).id.clone());
        again.through = !again.through;
        twice.heads.push(again);
        let invalid = Organisation::try_from(twice.document()).expect_err("two headships alike");
        let numbers = vec![which.index(told.heads.len()) + 1, told.heads.len() + 1];
        let found: Vec<_> = invalid
            .problems()
            .iter()
            .filter_map(|problem| match problem.kind() {
                ProblemKind::RepeatedHeadship { headships, .. } => Some(headships.clone()),
                _ => None,
            })
            .collect();
        prop_assert_eq!(found, vec![numbers]);
    }
}
