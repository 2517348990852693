//! Who can be named away, or nominated, and who cannot.

use answerable::{
    AbsenceError, Absences, HolderRecord, NominationError, Organisation, PostKind, PostRecord,
    UnknownHolder,
};

use crate::loaded::trust;

#[test]
fn a_body_is_never_absent() {
    let org = trust();
    let board = org.post("trust-board").expect("a post");
    let refused = Absences::of([board]).expect_err("a body");
    assert!(matches!(refused, AbsenceError::Body { .. }));
    insta::assert_snapshot!(refused, @"`trust-board` is a body, which is never absent; name the posts of those who are away");
    // What is outside may be away: its holders may sit inside.
    let outside = org.post("local-partners").expect("a post");
    assert!(Absences::of([outside]).is_ok_and(|away| away.is_away(outside)));
}

#[test]
fn absences_are_of_one_organisation() {
    let (org, other) = (trust(), trust());
    let of = |org| Organisation::post(org, "chief-nurse").expect("a post");
    let away = Absences::of([of(&org)]).expect("no body");
    let refused = away.clone().with_post(of(&other)).expect_err("elsewhere");
    insta::assert_snapshot!(refused, @"`chief-nurse` is of another organisation than those named before it");
    let holder = other.holder("Beverley Achterberg").expect("a holder");
    let refused = away.clone().with_holder(holder).expect_err("elsewhere");
    insta::assert_snapshot!(refused, @"the holder `Beverley Achterberg` is of another organisation than those named before");
    let nominee = other.post("chair").expect("a post");
    let refused = away.clone().with_nominee(of(&org), nominee);
    let refused = refused.expect_err("elsewhere");
    insta::assert_snapshot!(refused, @"`chair` is of another organisation than those named before it");
    assert!(away.is_away(of(&org)) && !away.is_away(of(&other)));
    assert!(org.who_acts(&away).of(of(&other)).is_none());
}

#[test]
fn only_one_individual_post_is_nominated_for_another() {
    let org = trust();
    let of = |id| org.post(id).expect("a post");
    let refused = |post, nominee| {
        let away = Absences::none();
        let away = away.with_nominee(of("chief-nurse"), of("head-of-nursing-adults"));
        let away = away.expect("two individual posts");
        away.with_nominee(of(post), of(nominee))
            .expect_err("refused")
    };
    let body = refused("medical-director", "trust-board");
    assert!(matches!(
        body,
        NominationError::NotIndividual {
            is: PostKind::Body,
            ..
        }
    ));
    insta::assert_snapshot!(body, @"`trust-board` is nominated for `medical-director`, but `trust-board` is a body; only an individual post can be nominated, and for another individual post");
    insta::assert_snapshot!(refused("nhs-england", "chair"), @"`chair` is nominated for `nhs-england`, but `nhs-england` is an external post; only an individual post can be nominated, and for another individual post");
    insta::assert_snapshot!(refused("chair", "chair"), @"`chair` is nominated for itself");
    // Said again, it is the same nomination.
    let away = Absences::none();
    let away = away.with_nominee(of("chief-nurse"), of("chair"));
    let away = away.and_then(|away| away.with_nominee(of("chief-nurse"), of("chair")));
    let nominations: Vec<_> = away.iter().flat_map(Absences::nominations).collect();
    assert_eq!(nominations, [(of("chief-nurse"), of("chair"))]);
    insta::assert_snapshot!(refused("chief-nurse", "chair"), @"both `head-of-nursing-adults` and `chair` are nominated for `chief-nurse`; one post is nominated for another");
}

#[test]
fn a_holder_is_looked_up_by_id_or_name() {
    let held = |name: &str, id: &str| HolderRecord::new(name).with_id(id);
    let org = Organisation::from_posts([
        PostRecord::new("matron", "Matron").holder(held("A. Mensah", "E-7")),
        PostRecord::new("lead", "Lead").holder(held("A. Mensah", "E-8")),
        PostRecord::new("sister", "Sister").held_by("B. Roy"),
    ])
    .expect("sound");
    assert_eq!(org.holder("E-8").expect("an id").id(), Some("E-8"));
    assert_eq!(org.holder("B. Roy").expect("a name").name(), "B. Roy");
    let several = org.holder("A. Mensah").expect_err("two people");
    assert!(matches!(several, UnknownHolder::Several { .. }));
    insta::assert_snapshot!(several, @"`A. Mensah` is the name of several holders; give the id: `E-7`, `E-8`");
    insta::assert_snapshot!(org.holder("b. roy").expect_err("a near miss"), @"no holder `b. roy` in this organisation; did you mean `B. Roy`?");
    insta::assert_snapshot!(org.holder("nobody at all").expect_err("nobody"), @"no holder `nobody at all` in this organisation");
}

#[test]
fn many_holders_of_one_name_are_told_in_a_short_message() {
    let post = |at: usize| {
        let holder = HolderRecord::new("A. Mensah").with_id(format!("{at:0>200}"));
        PostRecord::new(format!("post-{at}"), "Nurse").holder(holder)
    };
    let org = Organisation::from_posts((0..12).map(post)).expect("sound");
    let several = org.holder("A. Mensah").expect_err("twelve people");
    let message = several.to_string();
    assert!(message.len() <= 2048, "{message}");
    assert!(message.ends_with("7` and 4 more"), "{message}");
}

#[test]
fn absences_say_who_is_away_and_who_is_nominated() {
    let org = trust();
    let of = |id| org.post(id).expect("a post");
    let away = Absences::of([of("chief-nurse")]).expect("no body");
    let away = away.with_holder(org.holder("Beverley Achterberg").expect("a holder"));
    let away = away.expect("of the organisation");
    let away = away.with_nominee(of("chief-nurse"), of("chair"));
    let told = format!("{:?}", away.expect("two posts"));
    for said in ["chief-nurse", "Beverley Achterberg", "chair"] {
        assert!(told.contains(said), "{said}: {told}");
    }
}
