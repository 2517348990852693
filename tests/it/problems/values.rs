//! Values out of range: numbers, blank texts, empty lists, too much of anything.

use answerable::{Misread, ProblemKind};
use insta::assert_snapshot;

use super::{json, toml};

#[test]
fn a_number_is_out_of_range() {
    assert_snapshot!(toml(r#"
[post.a]
title = "A"
fte = nan
seats = -1

[post.b]
title = "B"
fte = -inf
seats = 4294967296

[post.c]
title = "C"
fte = -1e300
seats = 2.0
"#), @"
    invalid organisation: 6 problems
      line 3, column 1: post `a`, `fte`: a number, 0 or more, belongs here, not the number NaN
        3 | fte = nan
            ^
      line 4, column 1: post `a`, `seats`: a whole number from 1, or `not stated`, belongs here, not the number -1
        4 | seats = -1
            ^
      line 8, column 1: post `b`, `fte`: a number, 0 or more, belongs here, not the number -inf
        8 | fte = -inf
            ^
      line 9, column 1: post `b`, `seats`: a whole number from 1, or `not stated`, belongs here, not the number 4294967296
        9 | seats = 4294967296
            ^
      line 13, column 1: post `c`, `fte`: a number, 0 or more, belongs here, not the number -1e300
        13 | fte = -1e300
             ^
      line 14, column 1: post `c`, `seats`: a whole number from 1, or `not stated`, belongs here, not the number 2.0
        14 | seats = 2.0
             ^
    left out: post `a`, `fte`
    left out: post `a`, `seats`
    left out: post `b`, `fte`
    left out: post `b`, `seats`
    left out: post `c`, `fte`
    left out: post `c`, `seats`
    ");
    assert_snapshot!(json(r#"{"findings": {"span": 18446744073709551615}, "post": {
        "a": {"title": "A", "seats": 18446744073709551615, "fte": -0.1}
    }}"#), @"
    invalid organisation: 3 problems
      `findings`, `span`: a whole number, 0 or more, belongs here, not too large a number
      post `a`, `seats`: a whole number from 1, or `not stated`, belongs here, not too large a number
      post `a`, `fte`: a number, 0 or more, belongs here, not the number -0.1
    left out: `findings`, `span`
    left out: post `a`, `seats`
    left out: post `a`, `fte`
    ");
}

#[test]
fn a_text_is_blank() {
    let refused = toml(
        r#"
title = " "

[post.matron]
title = ""
unit = " "
operational = ""
professional = { none = "" }
holder = " "
deputies = [""]
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: 7 problems
      line 1, column 1: `title`: the text is blank; fill it in, or take it out
        1 | title = " "
            ^
      line 4, column 1: post `matron`, `title`: the text is blank; fill it in
        4 | title = ""
            ^
      line 5, column 1: post `matron`, `unit`: the text is blank; fill it in, or take it out
        5 | unit = " "
            ^
      line 6, column 1: post `matron`, `operational`: the text is blank; fill it in, or take it out
        6 | operational = ""
            ^
      line 7, column 18: post `matron`, `professional`, `none`: the text is blank; fill it in
        7 | professional = { none = "" }
                             ^
      line 8, column 1: post `matron`, `holder`: the text is blank; fill it in, or take it out
        8 | holder = " "
            ^
      line 9, column 13: post `matron`, `deputies` item 1: the text is blank; fill it in, or take it out
        9 | deputies = [""]
                        ^
    left out: `title`
    left out: post `matron`, `title`
    left out: post `matron`, `unit`
    left out: post `matron`, `operational`
    left out: post `matron`, `professional`
    left out: post `matron`, `holder`
    left out: post `matron`, `deputies` item 1
    "#);
    assert!(
        refused
            .problems
            .iter()
            .all(|problem| { matches!(problem.kind(), ProblemKind::Misread(Misread::Blank)) })
    );
}

#[test]
fn a_list_is_empty_or_repeats_an_item() {
    assert_snapshot!(toml(r#"
[post.matron]
title = "Matron"
deputies = [[], { post = "sister", for = [] }, { post = "nurse", for = ["budget", "leave", "budget"] }]

[post.sister]
title = "Sister"

[post.nurse]
title = "Nurse"
"#), @r#"
    invalid organisation: 3 problems
      line 3, column 13: post `matron`, `deputies` item 1: the list is empty; name one, or leave it out
        3 | deputies = [[], { post = "sister", for = [] }, { post = "nurse", for = ["budget", "leave", "budget"]…
                        ^
      line 3, column 36: post `matron`, `deputies` item 2, `for`: the list is empty; name one, or leave it out
        3 | deputies = [[], { post = "sister", for = [] }, { post = "nurse", for = ["budget", "leave", "budget"]…
                                               ^
      line 3, column 92: post `matron`, `deputies` item 3, `for` item 3: it is in the list already; name it once
        3 | …[] }, { post = "nurse", for = ["budget", "leave", "budget"] }]
                                                               ^
    left out: post `matron`, `deputies` item 1
    left out: post `matron`, `deputies` item 2
    left out: post `matron`, `deputies` item 3
    "#);
}

#[test]
fn a_value_is_nested_too_deep() {
    let named = format!(
        "{}1{}",
        format!("{{\"{}\":", "k".repeat(300)).repeat(15),
        "}".repeat(15)
    );
    let line = json(&format!(r#"{{"findings": {named}, "post": null}}"#))
        .lines()
        .join("");
    assert!(line.len() < 2048);
    let deep = format!("{}1{}", "[".repeat(40), "]".repeat(40));
    assert_snapshot!(json(&format!(r#"{{
        "findings": {{"allow": {{"no-deputy": {deep}}}}},
        "post": {{"matron": {{"title": {deep}}}, "sister": {{"title": "Sister", "deputies": {deep}}}}}
    }}"#)), @"
    invalid organisation: 3 problems
      `findings`, `allow`, `no-deputy` item 1: the reason, or a table { why, posts }, belongs here, not a list
      post `matron`, `title`: text belongs here, not a list
      post `sister`, `deputies` item 1, item 1: the id of a post, or a table { post, for, authority, onward }, belongs here, not a list
    left out: `findings`, `allow`, `no-deputy` item 1
    left out: post `matron`, `title`
    left out: post `sister`, `deputies` item 1, item 1
    ");
}

#[test]
fn a_document_is_too_large() {
    assert_snapshot!(Misread::TooLarge, @"the document is too large: 4 GiB of distinct text and 4 thousand million entries are the most");
}

#[test]
fn a_blank_text_that_is_needed_is_to_be_filled_in() {
    let refused = toml(
        r#"
[post.matron]
title = ""
grade = ""
operational = { none = " " }
professional = ""
clinical = { to = "" }
holder = { name = "", id = "" }
basis = { source = "", at = "" }
labels = { to = "" }

[[head]]
kind = "clinical"
unit = ""
post = "sister"

[findings.allow]
no-deputy = { why = "" }
"#,
    );
    assert_snapshot!(refused.lines().join("\n"), @"
    line 2, column 1: post `matron`, `title`: the text is blank; fill it in
    line 3, column 1: post `matron`, `grade`: the text is blank; fill it in, or take it out
    line 4, column 17: post `matron`, `operational`, `none`: the text is blank; fill it in
    line 5, column 1: post `matron`, `professional`: the text is blank; fill it in, or take it out
    line 6, column 14: post `matron`, `clinical`, `to`: the text is blank; fill it in
    line 7, column 12: post `matron`, `holder`, `name`: the text is blank; fill it in
    line 7, column 23: post `matron`, `holder`, `id`: the text is blank; fill it in, or take it out
    line 8, column 11: post `matron`, `basis`, `source`: the text is blank; fill it in
    line 8, column 24: post `matron`, `basis`, `at`: the text is blank; fill it in, or take it out
    line 13, column 1: headship 1, `unit`: the text is blank; fill it in
    line 17, column 15: `findings`, `allow`, `no-deputy`, `why`: the text is blank; fill it in
    line 14, column 1: headship 1 names `sister` as head, but there is no such post; add it, or correct the id
    ");
}
