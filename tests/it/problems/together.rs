//! Keys that are missing, and keys that do not go together.

use answerable::{Misread, ProblemKind};
use insta::assert_snapshot;

use super::toml;

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
      line 9, column 18: post `matron`, `professional`, `basis`: `source` is missing; add it
        9 | professional = { basis = { at = "page 2" } }
                             ^
      line 9, column 1: post `matron`, `professional`: `to` (or `none` or `unstated`, with why) is missing; add it
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
    left out: post `matron`, `professional`, `basis`
    left out: post `matron`, `professional`
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
      line 6, column 71: post `matron`, `operational`, `standing`: `given` means told without a source, but a basis is named; leave `standing` out
        6 | … = "head of the ward", basis = { source = "jd" }, standing = "given" }
                                                               ^
      line 7, column 45: post `matron`, `professional`, `standing`: one of `stated`, `given`, `inferred`, `assumed` belongs here, not `guessed`
        7 | professional = { none = "head of the ward", standing = "guessed" }
                                                        ^
      line 5, column 1: post `matron`, `standing`: `stated` means that a source says so; name it as `basis`, or leave `standing` out
        5 | standing = "stated"
            ^
    left out: post `matron`, `operational`, `standing`
    left out: post `matron`, `professional`, `standing`
    left out: post `matron`, `standing`
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
