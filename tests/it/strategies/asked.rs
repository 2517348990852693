//! Posts and absences of whichever organisation is asked.

use answerable::proptest1::{absences_of, any_absences, any_post, organisation, post_of};
use answerable::{HolderRecord, Organisation, PostRecord};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::{CASES, reached};

#[test]
fn posts_and_absences_are_of_the_organisation() {
    let asked = (organisation(2..=12), any_post(), any_absences());
    reached(
        CASES,
        &asked,
        &[
            ("a post", CASES, CASES, &|(org, post, _)| {
                post.of(org)
                    .is_some_and(|post| org.get(post.id()) == Some(post))
            }),
            ("the post is away", 100, 999, &|(org, post, away)| {
                post.of(org).is_some_and(|post| away.of(org).is_away(post))
            }),
            ("nobody away", 50, 999, &|(org, _, away)| {
                away.of(org).posts().count() + away.of(org).holders().count() == 0
            }),
            ("several posts away", 400, 999, &|(org, _, away)| {
                away.of(org).posts().count() > 1
            }),
            ("holders away", 400, 999, &|(org, _, away)| {
                away.of(org).holders().count() > 0
            }),
            ("nominated", 500, 999, &|(org, _, away)| {
                away.of(org).nominations().count() > 0
            }),
            ("a nominee acts", 10, 999, &|(org, post, away)| {
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

/// Posts by number, with holders of these names.
fn held(holders: [&[&str]; 6]) -> Organisation {
    let posts = holders.iter().enumerate().map(|(at, names)| {
        let post = PostRecord::new(format!("post-{at}"), "Post").none_above("a top");
        let names = names.iter().copied();
        names.fold(post, |post, name| post.holder(HolderRecord::new(name)))
    });
    Organisation::from_posts(posts).expect("sound")
}

#[test]
fn holders_are_away_wherever_posts_are_held() {
    let is_away = |org: &Organisation, name: &str| {
        let org = org.clone();
        let name = name.to_owned();
        move |away: &answerable::proptest1::AnyAbsences| {
            away.of(&org).holders().any(|holder| holder.name() == name)
        }
    };
    // One post of six is held: it is the holder of that one who is away.
    let one = held([&[], &[], &["A"], &[], &[], &[]]);
    // Of several, each holder of each.
    let all = held([&["B", "C"], &[], &["D", "E"], &[], &["F", "G"], &[]]);
    let [b, c, f, g] = ["B", "C", "F", "G"].map(|name| is_away(&all, name));
    let nobody = Organisation::from_posts([]).expect("sound");
    reached(
        CASES,
        &any_absences(),
        &[
            ("the only holder", 700, 800, &is_away(&one, "A")),
            ("the first of the first", 180, 280, &b),
            ("the second of the first", 180, 280, &c),
            ("the first of the last", 180, 280, &f),
            ("the second of the last", 180, 280, &g),
            ("nobody", 0, 0, &|away| {
                away.of(&nobody).holders().count() > 0
            }),
        ],
    );
}
