//! Texts that are no id, and ids that are given twice.

use answerable::{IdError, Organisation, PostRecord, ProblemKind, Table};
use insta::assert_snapshot;

use super::{json, toml};

#[test]
fn an_id_begins_with_white_space() {
    let refused = toml(
        r#"
[post." night-lead"]
title = "Night Lead"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: line 1, column 7: ` night-lead` is not a post id: it begins with white space
        1 | [post." night-lead"]
                  ^
    left out: post ` night-lead`
    "#);
    assert!(matches!(
        refused.only().kind(),
        ProblemKind::BadId {
            table: Table::Post,
            why: IdError::BeginsWithSpace,
            ..
        }
    ));
}

#[test]
fn an_id_is_no_id_in_every_table() {
    assert_snapshot!(toml(r#"
[source."scheme "]

[profession.""]
title = "Nursing"

[unit."ward\n7"]
title = "Ward 7"

[matter."budget\u202E"]
title = "Budget"
"#), @r#"
    invalid organisation: 4 problems
      line 1, column 9: `scheme ` is not a source id: it ends with white space
        1 | [source."scheme "]
                    ^
      line 3, column 13: a profession has an empty id; give it one
        3 | [profession.""]
                        ^
      line 6, column 7: `ward\u{a}7` is not a unit id: it holds the invisible character U+000A
        6 | [unit."ward\n7"]
                  ^
      line 9, column 9: `budget\u{202e}` is not a matter id: it holds the invisible character U+202E
        9 | [matter."budget\u202E"]
                    ^
    left out: source `scheme `
    left out: profession ``
    left out: unit `ward\u{a}7`
    left out: matter `budget\u{202e}`
    "#);
}

#[test]
fn what_refers_to_an_entry_without_an_id_is_a_consequence() {
    assert_snapshot!(toml(r#"
[unit."ward 7 "]
title = "Ward 7"

[post.sister]
title = "Sister"
unit = "ward 7 "
supports = [{ to_unit = "ward 7 " }]

[post."matron "]
title = "Matron"

[post.nurse]
title = "Nurse"
operational = "matron "
deputies = ["sister", "matron "]
"#), @r#"
    invalid organisation: 2 problems
      line 9, column 7: `matron ` is not a post id: it ends with white space
        9 | [post."matron "]
                  ^
      line 1, column 7: `ward 7 ` is not a unit id: it ends with white space
        1 | [unit."ward 7 "]
                  ^
    left out: post `matron `; post `nurse`, `operational`; post `nurse`, `deputies` item 2
    left out: unit `ward 7 `; post `sister`, `unit`; post `sister`, `supports` item 1
    "#);
}

#[test]
fn an_id_is_too_long() {
    let text = format!("[post.{}]\ntitle = \"Matron\"\n", "m".repeat(201));
    assert_snapshot!(toml(&text), @"
    invalid organisation: line 1, column 7: `mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm…` is not a post id: it is 201 bytes long; 200 is the most
        1 | [post.mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm…
                  ^
    left out: post `mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm…`
    ");
}

#[test]
fn a_matter_that_is_only_named_has_no_id() {
    let refused = toml(
        r#"
[post.chief-nurse]
title = "Chief Nurse"
deputies = [
    "deputy-chief-nurse",
    { post = "deputy-chief-nurse", for = ["budget", "appraisal "] },
]

[post.deputy-chief-nurse]
title = "Deputy Chief Nurse"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: line 5, column 53: `appraisal ` is not a matter id: it ends with white space
        5 | …  { post = "deputy-chief-nurse", for = ["budget", "appraisal "] },
                                                               ^
    left out: post `chief-nurse`, `deputies` item 2
    "#);
    assert_eq!(refused.only().place().table(), Table::Post);
    assert!(matches!(
        refused.only().kind(),
        ProblemKind::BadId {
            table: Table::Matter,
            ..
        }
    ));
}

#[test]
fn a_post_is_given_twice_with_other_facts() {
    let refused = json(
        r#"{"post": {
            "matron": {"title": "Matron", "grade": "8a", "holder": "A. Bello"},
            "matron": {"title": "Modern Matron", "grade": "8a", "holders": ["A. Bello", "C. Diaz"]}
        }}"#,
    );
    assert_snapshot!(refused, @"
    invalid organisation: post `matron` is given twice, and they differ in `title`, `holder` and `holders`; give it once, or two ids if they are two
    left out: post `matron`, `title`; post `matron`, `holder`; post `matron` (occurrence 2), `title`; post `matron` (occurrence 2), `holders`
    ");
    assert_eq!(refused.only().place().occurrence(), 2);
    // One holder may stand in a list too: the key is the one that was written.
    let refused = json(
        r#"{"post": {
            "matron": {"title": "Matron", "holder": "A. Bello"},
            "matron": {"title": "Matron", "holders": ["C. Diaz"]}
        }}"#,
    );
    assert_snapshot!(refused, @"
    invalid organisation: post `matron` is given twice, and they differ in `holder`; give it once, or two ids if they are two
    left out: post `matron`, `holder`; post `matron` (occurrence 2), `holders`
    ");
}

#[test]
fn a_post_is_given_three_times_with_the_same_facts() {
    assert_snapshot!(json(r#"{"post": {
        "matron": {"title": "Matron", "deputies": [{"post": "matron", "for": ["x "]}]},
        "sister": {"title": "Sister"},
        "matron": {"title": "Matron", "deputies": [{"post": "matron", "for": ["x "]}]},
        "matron": {"title": "Matron", "deputies": [{"post": "matron", "for": ["x "]}]}
    }}"#), @"
    invalid organisation: 2 problems
      post `matron` is given 3 times with the same facts; give it once
      `x ` is not a matter id: it ends with white space
    left out: nothing
    left out: post `matron`, `deputies` item 1
    ");
}

#[test]
fn a_post_is_given_twice_and_one_is_a_body() {
    assert_snapshot!(json(r#"{"post": {
        "board": {"title": "Board", "kind": "body"},
        "board": {"title": "Board"},
        "chief-executive": {"title": "Chief Executive", "operational": "board"}
    }}"#), @"
    invalid organisation: post `board` is given twice, and they differ in `kind`; give it once, or two ids if they are two
    left out: post `board`; post `board` (occurrence 2); post `chief-executive`, `operational`
    ");
}

#[test]
fn a_post_is_given_twice_with_another_superior_and_unit() {
    assert_snapshot!(json(r#"{
        "unit": {"trust": {"title": "Trust"}, "ward": {"title": "Ward"}},
        "post": {
            "chief-nurse": {"title": "Chief Nurse"},
            "matron": {"title": "Matron", "unit": "trust", "operational": "chief-nurse"},
            "matron": {"title": "Matron", "unit": "ward", "operational": {"unstated": "in dispute"}}
        }
    }"#), @"
    invalid organisation: post `matron` is given twice, and they differ in `unit` and `operational`; give it once, or two ids if they are two
    left out: post `matron`, `unit`; post `matron`, `operational`; post `matron` (occurrence 2), `unit`; post `matron` (occurrence 2), `operational`
    ");
}

#[test]
fn entries_are_given_twice() {
    assert_snapshot!(json(r#"{
        "source": {"scheme": {"title": "Scheme"}, "scheme": {"title": "Scheme"}},
        "profession": {"nursing": {"title": "Nursing"}, "nursing": {"title": "Nurses"}},
        "unit": {
            "trust": {}, "group": {},
            "ward": {"within": "trust", "why": "a map"},
            "ward": {"within": "group", "why": "a plan"}
        },
        "matter": {"budget": {}, "budget": {"personal": true}}
    }"#), @"
    invalid organisation: 4 problems
      source `scheme` is given twice with the same facts; give it once
      profession `nursing` is given twice, and they differ in `title`; give it once, or two ids if they are two
      unit `ward` is given twice, and they differ in `within` and `why`; give it once, or two ids if they are two
      matter `budget` is given twice, and they differ in `personal`; give it once, or two ids if they are two
    left out: nothing
    left out: profession `nursing`, `title`; profession `nursing` (occurrence 2), `title`
    left out: unit `ward`, `within`; unit `ward`, `why`; unit `ward` (occurrence 2), `within`; unit `ward` (occurrence 2), `why`
    left out: matter `budget`; matter `budget` (occurrence 2)
    ");
}

#[test]
fn a_post_without_an_id_is_told_by_its_number() {
    let posts = [
        PostRecord::new("matron", "Matron"),
        PostRecord::new("", "Caretaker"),
    ];
    let error = Organisation::from_posts(posts).expect_err("an empty id");
    assert_snapshot!(error, @"invalid organisation: post 2 (`Caretaker`) has an empty id; give it one");
    let refused = json(
        r#"{"unit": {"": {"title": "Ward"}}, "post": {"": {"title": ""}, "a": {"title": "A"}}}"#,
    );
    assert_snapshot!(refused.lines().join("\n"), @"
    post ``, `title`: the text is blank; fill it in
    post 1 has an empty id; give it one
    a unit has an empty id; give it one
    ");
}
