//! What an answer about cover hands back besides who acts.

use std::collections::HashSet;

use answerable::Accountability::Operational;
use answerable::{Absences, Authority, Ground, PassedOver, Post, PostKind, Superior};

use crate::loaded::{from_toml, trust};

#[test]
fn covers_know_the_matter_asked_about() {
    let org = trust();
    let away = Absences::none();
    let matter = org.matter("revalidation").expect("a matter");
    assert_eq!(org.who_acts(&away).matter(), None);
    assert_eq!(org.who_acts_on(matter, &away).matter(), Some(matter));
}

#[test]
fn a_body_is_never_unable_and_an_external_post_always() {
    let org = trust();
    let away = Absences::none();
    for post in org.posts() {
        let unable = post.who_acts(&away).unable();
        match post.kind() {
            PostKind::Body => assert_eq!(unable, None, "{post}"),
            PostKind::External => {
                assert_eq!(unable, Some(PassedOver::External), "{post}");
            }
            PostKind::Individual => assert_eq!(unable.is_some(), post.is_vacant(), "{post}"),
        }
    }
}

#[test]
fn why_a_post_is_passed_over_is_said_in_words() {
    let words = [
        (PassedOver::Vacant, "vacant"),
        (PassedOver::Absent, "absent"),
        (PassedOver::External, "outside the organisation"),
        (PassedOver::OtherMatter, "limited to other matters"),
        (
            PassedOver::NotNamed,
            "not named for the matter, which is personal",
        ),
        (PassedOver::AttendsOnly, "to attend only"),
        (PassedOver::AlreadyConsidered, "considered already"),
    ];
    for (passed_over, expected) in words {
        assert_eq!(passed_over.to_string(), expected);
    }
}

#[test]
fn the_steps_of_cover_are_the_lines_and_arrangements_that_lead_to_it() {
    let org = from_toml(
        r#"
        [post.chief]
        title = "Chief Nurse"
        deputies = ["deputy"]
        [post.deputy]
        title = "Deputy Chief Nurse"
        [post.matron]
        title = "Matron"
        vacant = true
        operational = "chief"
        "#,
    );
    let of = |id| org.post(id).expect("a post");
    let away = Absences::of([of("chief")]).expect("no body");
    let line = of("matron").superior(Operational).line().expect("a line");
    let arrangement = of("chief").deputies().next().expect("an arrangement");
    let why = of("matron").who_acts(&away).why();
    let steps = [
        Ground::Reversion(line.why()),
        Ground::Arrangement(arrangement),
    ];
    assert_eq!(why.steps(), steps);
    assert_eq!(of("deputy").who_acts(&away).why().steps(), []);
}

#[test]
fn an_arrangement_is_the_same_however_it_is_reached() {
    let org = trust();
    let from_above = org.posts().flat_map(Post::deputies);
    let from_below = org.posts().flat_map(Post::deputises_for);
    let (above, below): (HashSet<_>, HashSet<_>) = (from_above.collect(), from_below.collect());
    assert!(above.len() > 1);
    assert_eq!(above, below);
    let words = [Authority::Act, Authority::Attend].map(Authority::as_str);
    assert_eq!(words, ["act", "attend"]);
}

#[test]
fn an_external_post_answers_to_nobody_for_it_is_outside() {
    let org = trust();
    let outside = org.post("nhs-england").expect("a post");
    let reason = match outside.superior(Operational) {
        Superior::NoneAbove(reason) => reason,
        other => unreachable!("{other:?}"),
    };
    assert_eq!(reason.why(), "outside the organisation");
    assert!(reason.is_none_above());
    assert_eq!(reason.headship(), None);
}
