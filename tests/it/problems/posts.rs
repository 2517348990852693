//! Facts that a post of its kind has none of, and vacancy.

use answerable::{Organisation, PostKind, ProblemKind, Standing};
use insta::assert_snapshot;

use super::{json, toml};

#[test]
fn a_body_has_no_holders_vacancy_or_deputies() {
    assert_snapshot!(toml(r#"
[post.board]
title = "Board"
kind = "body"
holders = ["A. Bello", "C. Diaz"]
vacant = true
deputies = ["chair"]

[post.committee]
title = "Committee"
kind = "body"
holder = "A. Bello"

[post.chair]
title = "Chair"
"#), @r#"
    invalid organisation: 4 problems
      line 4, column 1: `board` is a body, which has no `holders`; say it of its chair or its members
        4 | holders = ["A. Bello", "C. Diaz"]
            ^
      line 5, column 1: `board` is a body, which has no `vacant`; say it of its chair or its members
        5 | vacant = true
            ^
      line 11, column 1: `committee` is a body, which has no `holder`; say it of its chair or its members
        11 | holder = "A. Bello"
             ^
      line 6, column 1: `board` is a body, which has no `deputies`; a vice-chair is a deputy of the chair's post
        6 | deputies = ["chair"]
            ^
    left out: post `board`, `holders`
    left out: post `board`, `vacant`
    left out: post `committee`, `holder`
    left out: post `board`, `deputies`
    "#);
}

#[test]
fn an_external_post_has_no_lines_deputies_chair_or_members() {
    assert_snapshot!(toml(r#"
[post.regulator]
title = "Regulator"
kind = "external"
operational = "chair"
professional = { none = "it is the regulator" }
clinical = { unstated = "not told" }
also = [{ kind = "clinical", to = "chair" }, { kind = "operational", to = "chair" }]
deputies = ["chair"]
chair = "chair"
members = ["chair"]

[post.chair]
title = "Chair"
"#), @r#"
    invalid organisation: 7 problems
      line 4, column 1: `regulator` is an external post, which has no `operational`; it is outside the organisation: take it out
        4 | operational = "chair"
            ^
      line 5, column 1: `regulator` is an external post, which has no `professional`; it is outside the organisation: take it out
        5 | professional = { none = "it is the regulator" }
            ^
      line 6, column 1: `regulator` is an external post, which has no `clinical`; it is outside the organisation: take it out
        6 | clinical = { unstated = "not told" }
            ^
      line 7, column 1: `regulator` is an external post, which has no `also`; it is outside the organisation: take it out
        7 | also = [{ kind = "clinical", to = "chair" }, { kind = "operational", to = "chair" }]
            ^
      line 8, column 1: `regulator` is an external post, which has no `deputies`; it is outside the organisation: take it out
        8 | deputies = ["chair"]
            ^
      line 9, column 1: `regulator` is an external post, which has no `chair`; it is outside the organisation: take it out
        9 | chair = "chair"
            ^
      line 10, column 1: `regulator` is an external post, which has no `members`; it is outside the organisation: take it out
        10 | members = ["chair"]
             ^
    left out: post `regulator`, `operational`
    left out: post `regulator`, `professional`
    left out: post `regulator`, `clinical`
    left out: post `regulator`, `also`
    left out: post `regulator`, `deputies`
    left out: post `regulator`, `chair`
    left out: post `regulator`, `members`
    "#);
}

#[test]
fn an_individual_post_has_no_chair_or_members() {
    let refused = toml(
        r#"
[post.matron]
title = "Matron"
chair = "sister"
members = ["sister"]

[post.sister]
title = "Sister"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: 2 problems
      line 3, column 1: `matron` is an individual post, which has no `chair`; take it out, or make the post a body
        3 | chair = "sister"
            ^
      line 4, column 1: `matron` is an individual post, which has no `members`; take it out, or make the post a body
        4 | members = ["sister"]
            ^
    left out: post `matron`, `chair`
    left out: post `matron`, `members`
    "#);
    assert_eq!(
        refused.problems[0].kind(),
        &ProblemKind::NotOfKind {
            is: PostKind::Individual,
            key: "chair"
        }
    );
}

#[test]
fn a_post_is_vacant_and_held() {
    let refused = toml(
        r#"
[post.matron]
title = "Matron"
holder = "A. Bello"
vacant = true
"#,
    );
    assert_snapshot!(refused, @"
    invalid organisation: line 4, column 1: `matron` is vacant and has a holder; keep one of the two
        4 | vacant = true
            ^
    left out: post `matron`, `vacant`; post `matron`, `holder`
    ");
    assert_eq!(refused.only().kind(), &ProblemKind::VacantAndHeld);
    assert_snapshot!(json(r#"{"post": {
        "matron": {"title": "Matron", "vacant": true, "holders": ["A. Bello"]}
    }}"#), @"
    invalid organisation: `matron` is vacant and has a holder; keep one of the two
    left out: post `matron`, `vacant`; post `matron`, `holders`
    ");
}

#[test]
fn reasons_that_differ_are_left_out() {
    let text = r#"{"post": {
        "matron": {"title": "Matron", "standing": "assumed", "why": "by hearsay"},
        "matron": {"title": "Matron", "standing": "assumed", "why": "from the rota"}
    }}"#;
    let refused = json(text);
    assert_snapshot!(refused, @"
    invalid organisation: post `matron` is given twice, and they differ in `why`; give it once, or two ids if they are two
    left out: post `matron`, `why`; post `matron` (occurrence 2), `why`
    ");
    let salvage = Organisation::salvage(serde_json::from_str(text).expect("a document"));
    let basis = salvage.organisation.post("matron").expect("a post").basis();
    assert_eq!((basis.standing(), basis.why()), (Standing::Assumed, None));
}
