//! Headships that are not one, or not whole.

use answerable::{Accountability, ProblemKind};
use insta::assert_snapshot;

use super::{json, toml};

#[test]
fn headships_are_repeated() {
    let refused = toml(
        r#"
[profession.nursing]

[unit.trust]

[[head]]
kind = "professional"
unit = "trust"
profession = "nursing"
post = "chief-nurse"

[[head]]
kind = "professional"
unit = "trust"
post = "chief-nurse"

[[head]]
kind = "professional"
unit = "trust"
profession = "nursing"
unstated = "under review"

[post.chief-nurse]
title = "Chief Nurse"

[post.nurse]
title = "Nurse"
unit = "trust"
profession = "nursing"
"#,
    );
    assert_snapshot!(refused, @"
    invalid organisation: line 16, column 1: headships 1 and 3 are of one kind (professional), unit (`trust`) and profession (`nursing`); keep one of them
        16 | [[head]]
             ^
    left out: headship 1; headship 3
    ");
    assert_eq!(
        refused.only().kind(),
        &ProblemKind::RepeatedHeadship {
            kind: Accountability::Professional,
            unit: "trust".into(),
            profession: Some("nursing".into()),
            headships: vec![1, 3],
        }
    );
}

#[test]
fn headships_without_a_profession_are_repeated() {
    assert_snapshot!(json(r#"{
        "unit": {"trust": {}},
        "head": [
            {"kind": "clinical", "unit": "trust", "post": "doctor"},
            {"kind": "clinical", "unit": "trust", "post": "doctor"},
            {"kind": "clinical", "unit": "trust", "post": "doctor"}
        ],
        "post": {"doctor": {"title": "Doctor"}}
    }"#), @"
    invalid organisation: headships 1, 2 and 3 are of one kind (clinical), unit (`trust`), without a profession; keep one of them
    left out: headship 1; headship 2; headship 3
    ");
}

#[test]
fn a_headship_lacks_something() {
    assert_snapshot!(toml(r#"
[unit.trust]

[[head]]
post = "chief-nurse"

[[head]]
kind = "professional"
unit = "trust"

[[head]]
kind = "clinical"
unit = "trust"
post = "chief-nurse"
unstated = "under review"

[post.chief-nurse]
title = "Chief Nurse"
"#), @r#"
    invalid organisation: 4 problems
      line 3, column 1: headship 1: `kind` is missing; add it
        3 | [[head]]
            ^
      line 3, column 1: headship 1: `unit` is missing; add it
        3 | [[head]]
            ^
      line 6, column 1: headship 2: `post` (or `unstated`, with why) is missing; add it
        6 | [[head]]
            ^
      line 14, column 1: headship 3, `unstated`: `post` and `unstated` exclude each other; give one of them
        14 | unstated = "under review"
             ^
    left out: headship 1
    left out: headship 1
    left out: headship 2
    left out: headship 3
    "#);
}

#[test]
fn a_headship_says_what_it_cannot() {
    assert_snapshot!(toml(r#"
[unit.trust]

[[head]]
kind = "managerial"
unit = "trust"
post = "chief-nurse"

[[head]]
kind = "professional"
unit = ["trust"]
post = "chief-nurse"

[[head]]
kind = "clinical"
unit = "trust"
proffession = "nursing"
post = "chief-nurse"
through = "professional"

[post.chief-nurse]
title = "Chief Nurse"

[post.nurse]
title = "Nurse"
unit = "trust"
"#), @r#"
    invalid organisation: 4 problems
      line 4, column 1: headship 1, `kind`: one of `operational`, `professional`, `clinical` belongs here, not `managerial`
        4 | kind = "managerial"
            ^
      line 10, column 1: headship 2, `unit`: the id of a unit belongs here, not a list
        10 | unit = ["trust"]
             ^
      line 16, column 1: headship 3, `proffession`: there is no such key here; did you mean `profession`?
        16 | proffession = "nursing"
             ^
      line 18, column 1: headship 3, `through`: `operational` belongs here, not `professional`
        18 | through = "professional"
             ^
    left out: headship 1; post `nurse`, `operational`; post `nurse`, `professional`; post `nurse`, `clinical`
    left out: headship 2
    left out: headship 3
    left out: headship 3
    "#);
}

#[test]
fn a_headship_of_an_unknown_post_still_covers() {
    assert_snapshot!(toml(r#"
[unit.trust]

[unit.ward]
within = "trust"

[[head]]
kind = "clinical"
unit = "trust"
post = "medical-director"

[[head]]
kind = "clinical"
unit = "ward"
post = "clinical-led"

[post.medical-director]
title = "Medical Director"

[post.clinical-lead]
title = "Clinical Lead"

[post.doctor]
title = "Doctor"
unit = "ward"
"#), @r#"
    invalid organisation: line 14, column 1: headship 2 names `clinical-led` as head, but there is no such post; did you mean `clinical-lead`?
        14 | post = "clinical-led"
             ^
    left out: headship 2
    "#);
}
