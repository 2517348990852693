//! Keys that are missing, and keys that do not go together.

use answerable::{Misread, ProblemKind};
use insta::assert_snapshot;

use super::{json, toml};

#[test]
fn something_is_missing() {
    assert_snapshot!(toml(r#"
[post.chief-nurse]
grade = "9"

[post.matron]
title = "Matron"
unit = { why = "by its badge" }
holder = { as = "interim" }
operational = {}
professional = { basis = { at = "page 2" } }
also = [{}]
deputies = [{ onward = true }]
works_with = [{ why = "they share an office" }]

[post.board]
title = "Board"
kind = "body"
members = [{ role = "chair" }]
"#), @r#"
    invalid organisation: 11 problems
      line 1, column 7: post `chief-nurse`: `title` is missing; add it
        1 | [post.chief-nurse]
                  ^
      line 6, column 1: post `matron`, `unit`: `to` is missing; add it
        6 | unit = { why = "by its badge" }
            ^
      line 7, column 1: post `matron`, `holder`: `name` is missing; add it
        7 | holder = { as = "interim" }
            ^
      line 8, column 1: post `matron`, `operational`: `to` (or `none` or `unstated`, with why) is missing; add it
        8 | operational = {}
            ^
      line 9, column 1: post `matron`, `professional`: `to` (or `none` or `unstated`, with why) is missing; add it
        9 | professional = { basis = { at = "page 2" } }
            ^
      line 9, column 18: post `matron`, `professional`, `basis`: `source` is missing; add it
        9 | professional = { basis = { at = "page 2" } }
                             ^
      line 10, column 9: post `matron`, `also` item 1: `kind` is missing; add it
        10 | also = [{}]
                     ^
      line 10, column 9: post `matron`, `also` item 1: `to` is missing; add it
        10 | also = [{}]
                     ^
      line 11, column 13: post `matron`, `deputies` item 1: `post` is missing; add it
        11 | deputies = [{ onward = true }]
                         ^
      line 12, column 15: post `matron`, `works_with` item 1: `to` (or `to_unit`) is missing; add it
        12 | works_with = [{ why = "they share an office" }]
                           ^
      line 17, column 12: post `board`, `members` item 1: `post` is missing; add it
        17 | members = [{ role = "chair" }]
                        ^
    left out: nothing
    left out: post `matron`, `unit`
    left out: post `matron`, `holder`
    left out: post `matron`, `operational`
    left out: post `matron`, `professional`
    left out: post `matron`, `professional`, `basis`
    left out: post `matron`, `also` item 1
    left out: post `matron`, `also` item 1
    left out: post `matron`, `deputies` item 1
    left out: post `matron`, `works_with` item 1
    left out: post `board`, `members` item 1
    "#);
}

#[test]
fn keys_exclude_each_other() {
    assert_snapshot!(toml(r#"
[unit.ward]

[post.matron]
title = "Matron"
holder = "A. Bello"
holders = ["C. Diaz"]
operational = { to = "sister", none = "head of the ward" }
professional = { none = "head of the ward", unstated = "not told" }
supports = [{ to = "sister", to_unit = "ward" }]

[post.sister]
title = "Sister"
"#), @r#"
    invalid organisation: 4 problems
      line 6, column 1: post `matron`, `holders`: `holder` and `holders` exclude each other; give one of them
        6 | holders = ["C. Diaz"]
            ^
      line 7, column 1: post `matron`, `operational`: `to`, `none` and `unstated` exclude each other; give one of them
        7 | operational = { to = "sister", none = "head of the ward" }
            ^
      line 8, column 1: post `matron`, `professional`: `to`, `none` and `unstated` exclude each other; give one of them
        8 | professional = { none = "head of the ward", unstated = "not told" }
            ^
      line 9, column 13: post `matron`, `supports` item 1: `to` and `to_unit` exclude each other; give one of them
        9 | supports = [{ to = "sister", to_unit = "ward" }]
                        ^
    left out: post `matron`, `holder`; post `matron`, `holders`
    left out: post `matron`, `operational`
    left out: post `matron`, `professional`
    left out: post `matron`, `supports` item 1
    "#);
}

#[test]
fn a_standing_contradicts_its_basis() {
    assert_snapshot!(toml(r#"
[source.jd]

[post.matron]
title = "Matron"
standing = "stated"
operational = { none = "head of the ward", basis = { source = "jd" }, standing = "given" }
professional = { none = "head of the ward", standing = "guessed" }
"#), @r#"
    invalid organisation: 3 problems
      line 5, column 1: post `matron`, `standing`: `stated` means that a source says so; name it as `basis`, or leave `standing` out
        5 | standing = "stated"
            ^
      line 6, column 71: post `matron`, `operational`, `standing`: `given` means told without a source, but a basis is named; leave `standing` out
        6 | … = "head of the ward", basis = { source = "jd" }, standing = "given" }
                                                               ^
      line 7, column 45: post `matron`, `professional`, `standing`: one of `stated`, `given`, `inferred`, `assumed` belongs here, not `guessed`
        7 | professional = { none = "head of the ward", standing = "guessed" }
                                                        ^
    left out: post `matron`, `standing`
    left out: post `matron`, `operational`, `standing`
    left out: post `matron`, `professional`, `standing`
    "#);
}

#[test]
fn a_post_has_two_superiors_of_one_kind() {
    let refused = toml(
        r#"
[post.chief-nurse]
title = "Chief Nurse"

[post.director]
title = "Director"

[post.matron]
title = "Matron"
operational = ["chief-nurse", "director"]
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: line 9, column 1: post `matron`, `operational`: 2 superiors are given, `chief-nurse` and `director`; a post answers to one superior of each kind: keep one, and give the others as `also` lines
        9 | operational = ["chief-nurse", "director"]
            ^
    left out: post `matron`, `operational`
    "#);
    assert!(matches!(
        refused.only().kind(),
        ProblemKind::Misread(Misread::TwoSuperiors { .. })
    ));
}

#[test]
fn problems_of_one_record_come_as_it_is_written() {
    let text = r#"
[[head]]
post = 4
through = "clinical"
kind = "managerial"
unit = "ward"

[unit.ward]
within = { why = 3, to = 2 }
title = 1

[post.matron]
works_with = [{ to = 3, why = 2 }, 1]
deputies = [{ authority = "sign", post = "sister", for = "leave" }, 7]
salary = 100
fte = "whole"
title = 5
"#;
    assert_snapshot!(toml(text).lines().join("\n"), @r#"
    line 2, column 1: headship 1, `post`: the id of a post belongs here, not the number 4; put it in quotation marks
    line 3, column 1: headship 1, `through`: `operational` belongs here, not `clinical`
    line 4, column 1: headship 1, `kind`: one of `operational`, `professional`, `clinical` belongs here, not `managerial`
    line 8, column 12: unit `ward`, `within`, `why`: text belongs here, not the number 3; put it in quotation marks
    line 8, column 21: unit `ward`, `within`, `to`: the id of a unit belongs here, not the number 2; put it in quotation marks
    line 9, column 1: unit `ward`, `title`: text belongs here, not the number 1; put it in quotation marks
    line 12, column 17: post `matron`, `works_with` item 1, `to`: the id of a post belongs here, not the number 3; put it in quotation marks
    line 12, column 25: post `matron`, `works_with` item 1, `why`: text belongs here, not the number 2; put it in quotation marks
    line 12, column 36: post `matron`, `works_with` item 2: the id of a post, or one of { to } and { to_unit }, belongs here, not the number 1; put it in quotation marks
    line 13, column 15: post `matron`, `deputies` item 1, `authority`: one of `act`, `attend` belongs here, not `sign`
    line 13, column 52: post `matron`, `deputies` item 1, `for`: a list of matters belongs here, not the text `leave`; write `["leave"]`
    line 13, column 69: post `matron`, `deputies` item 2: the id of a post, or a table { post, for, authority, onward }, belongs here, not the number 7; put it in quotation marks
    line 14, column 1: post `matron`, `salary`: there is no such key here; take it out, or keep it as a label or a note
    line 15, column 1: post `matron`, `fte`: a number, 0 or more, belongs here, not the text `whole`
    line 16, column 1: post `matron`, `title`: text belongs here, not the number 5; put it in quotation marks
    "#);
    let from_json = json(r#"{"post": {"a": {"vacant": 1, "grade": 2, "kind": 3, "vacant": 4}}}"#);
    assert_snapshot!(from_json.lines().join("\n"), @"
    post `a`: `title` is missing; add it
    post `a`, `vacant`: the key is given more than once, with different values; give it once
    post `a`, `grade`: text belongs here, not the number 2; put it in quotation marks
    post `a`, `kind`: one of `individual`, `body`, `external` belongs here, not the number 3
    ");
}
