//! The strategies of `proptest1`: what they reach, and to what they shrink.

use std::collections::BTreeMap;

use answerable::proptest1::{
    Fault, absences_of, any_absences, any_post, faulty_document, organisation, post_of,
    sound_document, wild_document,
};
use answerable::{
    Accountability::{self, Operational, Professional},
    Arrangement, Authority, Document, Holder, Line, Matter, Organisation, Post, PostKind,
    ProblemKind, RankRecord, Superior,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestError, TestRng, TestRunner};

const CASES: usize = 1000;

/// What some values are, how many of a thousand at least, and whether one is.
type Sort<'s, T> = (&'s str, usize, &'s dyn Fn(&T) -> bool);

/// How many of a thousand values, always the same, are of each sort.
fn reached<T: std::fmt::Debug>(strategy: &impl Strategy<Value = T>, sorts: &[Sort<'_, T>]) {
    let mut runner = TestRunner::deterministic();
    let mut counts = vec![0; sorts.len()];
    for _ in 0..CASES {
        let value = strategy.new_tree(&mut runner).expect("a value").current();
        for (count, (.., is_so)) in counts.iter_mut().zip(sorts) {
            *count += usize::from(is_so(&value));
        }
    }
    let counted = sorts.iter().zip(counts);
    let counted: BTreeMap<&str, (usize, usize)> = counted
        .map(|(&(name, least, _), count)| (name, (count, least)))
        .collect();
    let is_enough = |&(count, least): &(usize, usize)| count >= least;
    assert!(
        counted.values().all(is_enough),
        "of {CASES}, and the least: {counted:#?}"
    );
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

#[test]
fn organisations_reach_every_case() {
    let any = |org: &Organisation, is_so: &dyn Fn(Post<'_>) -> bool| org.posts().any(is_so);
    let all = Accountability::ALL;
    reached(
        &organisation(0..=20),
        &[
            ("empty", 30, &|org| org.posts().len() == 0),
            ("deep", 90, &|org| org.layers(Operational) > 8),
            ("wide", 120, &|org| org.widest_span(Operational) > 6),
            ("of three kinds", 500, &|org| {
                all.into_iter().all(|kind| lines(org, kind).count() > 1)
            }),
            ("circular across kinds", 150, &|org| {
                any(org, &|post| {
                    let above = post.superior(Operational).post();
                    above.is_some_and(|above| post.is_above(above, Professional))
                })
            }),
            ("not stated", 350, &|org| {
                any(org, &|post| post.superior(Operational).is_unstated())
            }),
            ("not stated, and why", 140, &|org| {
                any(org, &|post| {
                    matches!(post.superior(Professional), Superior::Unstated(Some(_)))
                })
            }),
            ("none above", 600, &|org| {
                any(org, &|post| {
                    matches!(post.superior(Operational), Superior::NoneAbove(_))
                })
            }),
            ("ending outside", 150, &|org| {
                all.into_iter()
                    .any(|kind| lines(org, kind).any(|line| line.to().kind() == PostKind::External))
            }),
            ("also", 500, &|org| any(org, &|post| post.also().len() > 0)),
            ("by rule", 250, &|org| {
                all.into_iter()
                    .any(|kind| lines(org, kind).any(|line| line.headship().is_some()))
            }),
            ("through another than the head", 40, &|org| {
                all.into_iter().any(|kind| lines(org, kind).any(is_through))
            }),
        ],
    );
}

#[test]
fn organisations_reach_every_sort_of_cover() {
    let any = |org: &Organisation, is_so: &dyn Fn(Post<'_>) -> bool| org.posts().any(is_so);
    let pooled = |post: &answerable::PostRecord| {
        let mut ranks = post.deputies.iter();
        ranks.any(|rank| matches!(rank, RankRecord::OneOf(pool) if pool.len() > 1))
    };
    reached(
        &organisation(0..=20),
        &[
            ("vacant", 600, &|org| any(org, &|post| post.is_vacant())),
            ("pooled", 500, &|org| {
                org.records().any(|post| pooled(&post))
            }),
            ("onward", 500, &|org| {
                any(org, &|post| deputies(post).any(Arrangement::is_onward))
            }),
            ("limited", 500, &|org| {
                any(org, &|post| deputies(post).any(|of| of.matters().len() > 0))
            }),
            ("to attend", 300, &|org| {
                any(org, &|post| {
                    deputies(post).any(|of| of.authority() == Authority::Attend)
                })
            }),
            ("mutual", 300, &|org| {
                any(org, &|post| {
                    deputies(post).any(|of| deputies(of.deputy()).any(|back| back.deputy() == post))
                })
            }),
            ("job share", 500, &|org| {
                any(org, &|post| post.holders().len() > 1)
            }),
            ("several seats", 300, &|org| {
                any(org, &|post| post.seats().is_some())
            }),
            ("body with members", 300, &|org| {
                any(org, &|post| post.members().len() > 0)
            }),
            ("body with a chair", 300, &|org| {
                any(org, &|post| post.chair().is_some())
            }),
            ("external", 400, &|org| {
                any(org, &|post| post.kind() == PostKind::External)
            }),
            ("personal matters", 200, &|org| {
                org.matters().any(Matter::is_personal)
            }),
            ("without reversion", 100, &|org| !org.reverts_to_superior()),
            ("one person in several posts", 400, &|org| {
                let holders = org.posts().flat_map(Post::holders);
                let mut names: Vec<&str> = holders.map(Holder::name).collect();
                let all = names.len();
                names.sort_unstable();
                names.dedup();
                names.len() < all
            }),
        ],
    );
}

#[test]
fn documents_reach_every_fault_alone() {
    for fault in Fault::ALL {
        let mut runner = TestRunner::deterministic();
        let strategy = faulty_document(fault, 0..10);
        for _ in 0..100 {
            let document = strategy
                .new_tree(&mut runner)
                .unwrap_or_else(|why| unreachable!("{fault:?}: {why}"))
                .current();
            let invalid = Organisation::try_from(document).expect_err("a fault");
            let [problem] = invalid.problems() else {
                unreachable!("{fault:?}: {invalid}")
            };
            let due = Fault::ALL.into_iter();
            let due: Vec<Fault> = due.filter(|of| of.is_due(problem.kind())).collect();
            assert_eq!(due, [fault], "{problem}");
        }
    }
}

#[test]
fn wild_documents_reach_all_that_is_due_and_more() {
    let problems = |document: &Document| Organisation::salvage(document.clone()).problems;
    let has = |document: &Document, is_so: &dyn Fn(&ProblemKind) -> bool| {
        problems(document)
            .iter()
            .any(|problem| is_so(problem.kind()))
    };
    let due = Fault::ALL
        .map(|fault| move |document: &Document| has(document, &|kind| fault.is_due(kind)));
    let sound = |document: &Document| problems(document).is_empty();
    let several = |document: &Document| problems(document).len() > 1;
    let misread =
        |document: &Document| has(document, &|kind| matches!(kind, ProblemKind::Misread(_)));
    let mut sorts: Vec<Sort<'_, Document>> = vec![
        ("sound", 100, &sound),
        ("of several problems", 300, &several),
        ("misread", 200, &misread),
    ];
    let names: Vec<String> = Fault::ALL
        .iter()
        .map(|fault| format!("{fault:?}"))
        .collect();
    for (is_due, name) in due.iter().zip(&names) {
        sorts.push((name, 25, is_due));
    }
    reached(&wild_document(0..12), &sorts);
}

#[test]
fn posts_and_absences_are_of_the_organisation() {
    let asked = (organisation(2..=20), any_post(), any_absences());
    reached(
        &asked,
        &[
            ("a post", CASES, &|(org, post, _)| {
                post.of(org)
                    .is_some_and(|post| org.get(post.id()) == Some(post))
            }),
            ("the post is away", 100, &|(org, post, away)| {
                post.of(org).is_some_and(|post| away.of(org).is_away(post))
            }),
            ("nobody away", 50, &|(org, _, away)| {
                away.of(org).posts().count() + away.of(org).holders().count() == 0
            }),
            ("several posts away", 400, &|(org, _, away)| {
                away.of(org).posts().count() > 1
            }),
            ("holders away", 400, &|(org, _, away)| {
                away.of(org).holders().count() > 0
            }),
            ("nominated", 500, &|(org, _, away)| {
                away.of(org).nominations().count() > 0
            }),
            ("a nominee acts", 10, &|(org, post, away)| {
                let away = away.of(org);
                let how = post.of(org).and_then(|post| post.who_acts(&away).how());
                how == Some(answerable::How::Nominee)
            }),
        ],
    );
    let org = organisation(9);
    let mut runner = TestRunner::deterministic();
    let org = org.new_tree(&mut runner).expect("sound").current();
    let asked = (post_of(&org), absences_of(&org));
    let (post, away) = asked.new_tree(&mut runner).expect("a post").current();
    assert!(org.posts().any(|other| other == post));
    assert!(away.posts().all(|away| org.get(away.id()) == Some(away)));
    let nobody = Organisation::from_posts([]).expect("sound");
    assert!(
        any_post()
            .new_tree(&mut runner)
            .is_ok_and(|post| post.current().of(&nobody).is_none())
    );
}

/// The least value for which `holds` is false.
fn least<T: std::fmt::Debug>(strategy: &impl Strategy<Value = T>, holds: impl Fn(&T) -> bool) -> T {
    let config = Config {
        failure_persistence: None,
        cases: 2000,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(config.rng_algorithm);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let found = runner.run(strategy, |value| {
        prop_assert!(holds(&value));
        Ok(())
    });
    match found {
        Err(TestError::Fail(_, least)) => least,
        other => unreachable!("{other:?}"),
    }
}

/// How many facts a document tells, besides its posts.
fn facts(org: &Organisation) -> usize {
    let of = |post: answerable::PostRecord| {
        post.lines.len()
            + post.also.len()
            + post.deputies.len()
            + post.holders.len()
            + post.members.len()
            + post.links.len()
            + usize::from(post.vacant)
            + [
                post.unit.is_some(),
                post.profession.is_some(),
                post.chair.is_some(),
            ]
            .into_iter()
            .filter(|&is_told| is_told)
            .count()
            + [
                post.grade.is_some(),
                post.note.is_some(),
                post.seats.is_some(),
            ]
            .into_iter()
            .filter(|&is_told| is_told)
            .count()
    };
    let rest = org.units().count() + org.professions().count() + org.matters().count();
    org.records().map(of).sum::<usize>() + rest + org.headships().count()
}

#[test]
fn what_fails_shrinks_to_what_it_takes() {
    let deep = least(&organisation(0..40), |org| org.layers(Operational) < 6);
    assert_eq!((deep.posts().len(), facts(&deep)), (6, 5), "{deep:?}");
    assert!(deep.posts().all(|post| post.id().starts_with("post-")));

    let several = least(&organisation(3..40), |org| {
        org.widest_span(Professional) < 2
    });
    assert_eq!((several.posts().len(), facts(&several)), (3, 2));

    let nobody = least(&organisation(5..9), |_| false);
    assert_eq!((nobody.posts().len(), facts(&nobody)), (5, 0));

    let mutual = least(&organisation(0..40), |org| {
        let of = |post: Post<'_>| {
            deputies(post)
                .map(|of| of.deputy().to_id())
                .collect::<Vec<_>>()
        };
        let mut posts = org.posts();
        !posts.any(|post| deputies(post).any(|to| of(to.deputy()).contains(&post.to_id())))
    });
    assert_eq!((mutual.posts().len(), facts(&mutual)), (2, 2));

    // A unit, perhaps in another, a rule, two under it, one below the other.
    let through = least(&organisation(0..40), |org| {
        !lines(org, Professional).any(is_through)
    });
    assert_eq!(through.posts().len(), 3);
    assert!(facts(&through) <= 6, "{}", facts(&through));
}

#[test]
fn faults_and_soundness_outlast_shrinking() {
    for fault in Fault::ALL {
        let document = least(&faulty_document(fault, 0..20), |_| false);
        let salvage = Organisation::salvage(document);
        assert!(matches!(&salvage.problems[..], [problem] if fault.is_due(problem.kind())));
        assert!(salvage.organisation.posts().len() <= 2, "{fault:?}");
        if let ProblemKind::Circle { steps, .. } = salvage.problems[0].kind() {
            assert_eq!(steps.len(), 2);
        }
    }
    let sound = least(&sound_document(0..20), |document| {
        document.posts().count() < 3
    });
    assert_eq!(
        Organisation::try_from(sound).map(|org| org.posts().len()),
        Ok(3)
    );
    let wild = least(&wild_document(0..20), |document| {
        Organisation::try_from(document.clone()).is_ok()
    });
    assert!(wild.posts().count() <= 2);
}

/// Each step towards less can be taken back.
#[test]
fn every_step_is_taken_back() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..50 {
        let mut tree = organisation(0..12).new_tree(&mut runner).expect("sound");
        while tree.simplify() {
            let less = tree.current();
            let mut again = 0;
            while tree.complicate() {
                again += 1;
                assert!(again < 1000);
            }
            assert!(tree.current().posts().len() >= less.posts().len());
            assert!(!tree.complicate());
            if !tree.simplify() {
                break;
            }
        }
    }
}

#[test]
fn a_strategy_is_shown_by_what_it_makes() {
    let shown = format!("{:?}", organisation(2..=3));
    assert_eq!(shown, "Planned(Sound, SizeRange(2..4))");
    let shown = format!("{:?}", faulty_document(Fault::Circle, 2..=3));
    assert_eq!(shown, "Planned(Faulty(Circle), SizeRange(2..4))");
}
