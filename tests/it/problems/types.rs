//! Values of a type that cannot be meant.

use insta::assert_snapshot;

use super::{json, toml};

#[test]
fn values_beside_posts_are_of_a_wrong_type() {
    assert_snapshot!(toml(r#"
title = 7
about = ["a trust"]
cover = true

[findings]
span = 2024-05-01

[kind]
clinical = "Care"

[source]
jd = "Job description"

[matter.budget]
kind = "financial"
personal = "yes"

[unit.ward]
title = true
within = 5

[profession.nursing]
within = ["clinical"]
"#), @r#"
    invalid organisation: 11 problems
      line 1, column 1: `title`: text belongs here, not the number 7; put it in quotation marks
        1 | title = 7
            ^
      line 2, column 1: `about`: text belongs here, not a list
        2 | about = ["a trust"]
            ^
      line 3, column 1: `cover`: a table { reverts_to_superior } belongs here, not `true`
        3 | cover = true
            ^
      line 6, column 1: `findings`, `span`: a whole number, 0 or more, belongs here, not a date
        6 | span = 2024-05-01
            ^
      line 9, column 1: kind `clinical`: a table { title } belongs here, not the text `Care`
        9 | clinical = "Care"
            ^
      line 12, column 1: source `jd`: a table belongs here, not the text `Job description`
        12 | jd = "Job description"
             ^
      line 15, column 1: matter `budget`, `kind`: one of `operational`, `professional`, `clinical` belongs here, not `financial`
        15 | kind = "financial"
             ^
      line 16, column 1: matter `budget`, `personal`: true or false belongs here, not the text `yes`
        16 | personal = "yes"
             ^
      line 19, column 1: unit `ward`, `title`: text belongs here, not `true`
        19 | title = true
             ^
      line 20, column 1: unit `ward`, `within`: the id of a unit belongs here, not the number 5; put it in quotation marks
        20 | within = 5
             ^
      line 23, column 1: profession `nursing`, `within`: the id of a profession belongs here, not a list
        23 | within = ["clinical"]
             ^
    left out: `title`
    left out: `about`
    left out: `cover`
    left out: `findings`, `span`
    left out: kind `clinical`
    left out: source `jd`
    left out: matter `budget`
    left out: matter `budget`
    left out: unit `ward`, `title`
    left out: unit `ward`, `within`
    left out: profession `nursing`, `within`
    "#);
}

#[test]
fn values_of_a_post_are_of_a_wrong_type() {
    assert_snapshot!(toml(r#"
[post.board]
title = 2024-05-01
kind = "committee"

[post.matron]
title = "Matron"
unit = ["ward"]
profession = 5
grade = 8
fte = "half"
seats = 0
vacant = "no"
note = { text = "x" }
labels = { floor = 7 }
standing = "certain"
basis = "jd"
why = 1.5

[post.sister]
title = "Sister"
holders = "A. Bello"
fte = -0.5
seats = "several"

[post]
nurse = "Nurse"
"#), @r#"
    invalid organisation: 17 problems
      line 2, column 1: post `board`, `title`: text belongs here, not a date
        2 | title = 2024-05-01
            ^
      line 3, column 1: post `board`, `kind`: one of `individual`, `body`, `external` belongs here, not `committee`
        3 | kind = "committee"
            ^
      line 7, column 1: post `matron`, `unit`: the id of a unit belongs here, not a list
        7 | unit = ["ward"]
            ^
      line 8, column 1: post `matron`, `profession`: the id of a profession belongs here, not the number 5; put it in quotation marks
        8 | profession = 5
            ^
      line 9, column 1: post `matron`, `grade`: text belongs here, not the number 8; put it in quotation marks
        9 | grade = 8
            ^
      line 10, column 1: post `matron`, `fte`: a number, 0 or more, belongs here, not the text `half`
        10 | fte = "half"
             ^
      line 11, column 1: post `matron`, `seats`: a whole number from 1, or `not stated`, belongs here, not the number 0
        11 | seats = 0
             ^
      line 12, column 1: post `matron`, `vacant`: true or false belongs here, not the text `no`
        12 | vacant = "no"
             ^
      line 13, column 1: post `matron`, `note`: text belongs here, not a table
        13 | note = { text = "x" }
             ^
      line 14, column 12: post `matron`, `labels`, `floor`: text belongs here, not the number 7; put it in quotation marks
        14 | labels = { floor = 7 }
                        ^
      line 15, column 1: post `matron`, `standing`: one of `stated`, `given`, `inferred`, `assumed` belongs here, not `certain`
        15 | standing = "certain"
             ^
      line 16, column 1: post `matron`, `basis`: a table { source, at } belongs here, not the text `jd`
        16 | basis = "jd"
             ^
      line 17, column 1: post `matron`, `why`: text belongs here, not the number 1.5; put it in quotation marks
        17 | why = 1.5
             ^
      line 21, column 1: post `sister`, `holders`: a list of holders belongs here, not the text `A. Bello`; write `["A. Bello"]`
        21 | holders = "A. Bello"
             ^
      line 22, column 1: post `sister`, `fte`: a number, 0 or more, belongs here, not the number -0.5
        22 | fte = -0.5
             ^
      line 23, column 1: post `sister`, `seats`: a whole number from 1, or `not stated`, belongs here, not the text `several`
        23 | seats = "several"
             ^
      line 26, column 1: post `nurse`: a table belongs here, not the text `Nurse`
        26 | nurse = "Nurse"
             ^
    left out: post `board`, `title`
    left out: post `board`
    left out: post `matron`, `unit`
    left out: post `matron`, `profession`
    left out: post `matron`, `grade`
    left out: post `matron`, `fte`
    left out: post `matron`, `seats`
    left out: post `matron`, `vacant`
    left out: post `matron`, `note`
    left out: post `matron`, `labels`, `floor`
    left out: post `matron`, `standing`
    left out: post `matron`, `basis`
    left out: post `matron`, `why`
    left out: post `sister`, `holders`
    left out: post `sister`, `fte`
    left out: post `sister`, `seats`
    left out: post `nurse`
    "#);
}

#[test]
fn lines_and_lists_are_of_a_wrong_type() {
    assert_snapshot!(toml(r#"
[post.matron]
title = "Matron"
operational = 5654
professional = ["chief-nurse"]
clinical = { none = true }
also = { kind = "clinical", to = "sister" }
deputies = "sister"
members = { post = "sister" }
supports = "sister"
advises = [5]
"#), @r#"
    invalid organisation: 8 problems
      line 3, column 1: post `matron`, `operational`: the id of a post, or one of { to }, { none = why } and { unstated = why }, belongs here, not the number 5654; put it in quotation marks
        3 | operational = 5654
            ^
      line 4, column 1: post `matron`, `professional`: the id of a post, or one of { to }, { none = why } and { unstated = why }, belongs here, not a list
        4 | professional = ["chief-nurse"]
            ^
      line 5, column 14: post `matron`, `clinical`, `none`: text belongs here, not `true`
        5 | clinical = { none = true }
                         ^
      line 6, column 1: post `matron`, `also`: a list of { kind, to } belongs here, not a table; put it in square brackets
        6 | also = { kind = "clinical", to = "sister" }
            ^
      line 7, column 1: post `matron`, `deputies`: a list of deputies belongs here, not the text `sister`; write `["sister"]`
        7 | deputies = "sister"
            ^
      line 8, column 1: post `matron`, `members`: a list of members belongs here, not a table; put it in square brackets
        8 | members = { post = "sister" }
            ^
      line 9, column 1: post `matron`, `supports`: a list of posts belongs here, not the text `sister`; write `["sister"]`
        9 | supports = "sister"
            ^
      line 10, column 12: post `matron`, `advises` item 1: the id of a post, or one of { to } and { to_unit }, belongs here, not the number 5; put it in quotation marks
        10 | advises = [5]
                        ^
    left out: post `matron`, `operational`
    left out: post `matron`, `professional`
    left out: post `matron`, `clinical`
    left out: post `matron`, `also`
    left out: post `matron`, `deputies`
    left out: post `matron`, `members`
    left out: post `matron`, `supports`
    left out: post `matron`, `advises` item 1
    "#);
}

#[test]
fn items_of_lists_are_of_a_wrong_type() {
    assert_snapshot!(toml(r#"
[post.matron]
title = "Matron"

[post.sister]
title = "Sister"
also = ["matron", { kind = "line", to = 5 }]
deputies = [5, [["matron"]], { post = "matron", for = "budget", authority = "sign", onward = "yes" }]
holders = [true, { name = 5 }, { name = "A. Bello", as = 5, id = 7 }]
works_with = [{ to = 5 }, { to_unit = [] }]
"#), @r#"
    invalid organisation: 14 problems
      line 6, column 9: post `sister`, `also` item 1: a table { kind, to } belongs here, not the text `matron`
        6 | also = ["matron", { kind = "line", to = 5 }]
                    ^
      line 6, column 21: post `sister`, `also` item 2, `kind`: one of `operational`, `professional`, `clinical` belongs here, not `line`
        6 | also = ["matron", { kind = "line", to = 5 }]
                                ^
      line 6, column 36: post `sister`, `also` item 2, `to`: the id of a post belongs here, not the number 5; put it in quotation marks
        6 | also = ["matron", { kind = "line", to = 5 }]
                                               ^
      line 7, column 13: post `sister`, `deputies` item 1: the id of a post, or a table { post, for, authority, onward }, belongs here, not the number 5; put it in quotation marks
        7 | deputies = [5, [["matron"]], { post = "matron", for = "budget", authority = "sign", onward = "yes" }…
                        ^
      line 7, column 17: post `sister`, `deputies` item 2, item 1: the id of a post, or a table { post, for, authority, onward }, belongs here, not a list
        7 | deputies = [5, [["matron"]], { post = "matron", for = "budget", authority = "sign", onward = "yes" }…
                            ^
      line 7, column 49: post `sister`, `deputies` item 3, `for`: a list of matters belongs here, not the text `budget`; write `["budget"]`
        7 | deputies = [5, [["matron"]], { post = "matron", for = "budget", authority = "sign", onward = "yes" }…
                                                            ^
      line 7, column 65: post `sister`, `deputies` item 3, `authority`: one of `act`, `attend` belongs here, not `sign`
        7 | … [["matron"]], { post = "matron", for = "budget", authority = "sign", onward = "yes" }]
                                                               ^
      line 7, column 85: post `sister`, `deputies` item 3, `onward`: true or false belongs here, not the text `yes`
        7 | …t = "matron", for = "budget", authority = "sign", onward = "yes" }]
                                                               ^
      line 8, column 12: post `sister`, `holders` item 1: a name, or a table { name, id, as }, belongs here, not `true`
        8 | holders = [true, { name = 5 }, { name = "A. Bello", as = 5, id = 7 }]
                       ^
      line 8, column 20: post `sister`, `holders` item 2, `name`: a name, or a table { name, id, as }, belongs here, not the number 5; put it in quotation marks
        8 | holders = [true, { name = 5 }, { name = "A. Bello", as = 5, id = 7 }]
                               ^
      line 8, column 53: post `sister`, `holders` item 3, `as`: text belongs here, not the number 5; put it in quotation marks
        8 | …lders = [true, { name = 5 }, { name = "A. Bello", as = 5, id = 7 }]
                                                               ^
      line 8, column 61: post `sister`, `holders` item 3, `id`: text belongs here, not the number 7; put it in quotation marks
        8 | …[true, { name = 5 }, { name = "A. Bello", as = 5, id = 7 }]
                                                               ^
      line 9, column 17: post `sister`, `works_with` item 1, `to`: the id of a post belongs here, not the number 5; put it in quotation marks
        9 | works_with = [{ to = 5 }, { to_unit = [] }]
                            ^
      line 9, column 29: post `sister`, `works_with` item 2, `to_unit`: the id of a unit belongs here, not a list
        9 | works_with = [{ to = 5 }, { to_unit = [] }]
                                        ^
    left out: post `sister`, `also` item 1
    left out: post `sister`, `also` item 2
    left out: post `sister`, `also` item 2
    left out: post `sister`, `deputies` item 1
    left out: post `sister`, `deputies` item 2, item 1
    left out: post `sister`, `deputies` item 3
    left out: post `sister`, `deputies` item 3
    left out: post `sister`, `deputies` item 3
    left out: post `sister`, `holders` item 1
    left out: post `sister`, `holders` item 2
    left out: post `sister`, `holders` item 3, `as`
    left out: post `sister`, `holders` item 3
    left out: post `sister`, `works_with` item 1
    left out: post `sister`, `works_with` item 2
    "#);
}

#[test]
fn null_is_a_wrong_type_everywhere() {
    assert_snapshot!(json(r#"{
        "title": null,
        "cover": null,
        "findings": {"allow": null},
        "unit": null,
        "head": null,
        "post": {
            "matron": {"title": null, "unit": null, "operational": null, "fte": null,
                       "holder": null, "deputies": [null], "labels": {"floor": null}},
            "sister": null
        }
    }"#), @"
    invalid organisation: 13 problems
      `title`: text belongs here, not `null`; leave it out
      `cover`: a table { reverts_to_superior } belongs here, not `null`; leave it out
      `findings`, `allow`: a table keyed by the code of a finding belongs here, not `null`; leave it out
      `unit`: a table keyed by id belongs here, not `null`; leave it out
      `head`: a list of tables ([[head]] in TOML) belongs here, not `null`; leave it out
      post `matron`, `title`: text belongs here, not `null`; leave it out
      post `matron`, `unit`: the id of a unit belongs here, not `null`; leave it out
      post `matron`, `operational`: the id of a post, or one of { to }, { none = why } and { unstated = why }, belongs here, not `null`; leave it out
      post `matron`, `fte`: a number, 0 or more, belongs here, not `null`; leave it out
      post `matron`, `holder`: a name, or a table { name, id, as }, belongs here, not `null`; leave it out
      post `matron`, `deputies` item 1: the id of a post, or a table { post, for, authority, onward }, belongs here, not `null`; leave it out
      post `matron`, `labels`, `floor`: text belongs here, not `null`; leave it out
      post `sister`: a table belongs here, not `null`; leave it out
    left out: `title`
    left out: `cover`
    left out: `findings`, `allow`
    left out: `unit`
    left out: `head`
    left out: post `matron`, `title`
    left out: post `matron`, `unit`
    left out: post `matron`, `operational`
    left out: post `matron`, `fte`
    left out: post `matron`, `holder`
    left out: post `matron`, `deputies` item 1
    left out: post `matron`, `labels`, `floor`
    left out: post `sister`
    ");
}

#[test]
fn a_whole_table_is_of_a_wrong_type() {
    assert_snapshot!(toml(r#"
source = "jd"
profession = ["nursing"]
unit = 7
matter = 2024-05-01
kind = false
head = { kind = "clinical" }

[post.matron]
title = "Matron"
unit = "ward"
profession = "nursing"
operational = { none = "head of the ward", basis = { source = "jd" } }
deputies = [{ post = "sister", for = ["budget"] }]
supports = [{ to_unit = "ward" }]

[post.sister]
title = "Sister"
"#), @r#"
    invalid organisation: 6 problems
      line 1, column 1: `source`: a table keyed by id belongs here, not the text `jd`
        1 | source = "jd"
            ^
      line 2, column 1: `profession`: a table keyed by id belongs here, not a list; each profession is a table of its own, `[profession.ID]`
        2 | profession = ["nursing"]
            ^
      line 3, column 1: `unit`: a table keyed by id belongs here, not the number 7
        3 | unit = 7
            ^
      line 4, column 1: `matter`: a table keyed by id belongs here, not a date
        4 | matter = 2024-05-01
            ^
      line 5, column 1: `kind`: a table keyed by id belongs here, not `false`
        5 | kind = false
            ^
      line 6, column 1: `head`: a list of tables ([[head]] in TOML) belongs here, not a table
        6 | head = { kind = "clinical" }
            ^
    left out: `source`; post `matron`, `operational`, `basis`
    left out: `profession`; post `matron`, `profession`
    left out: `unit`; post `matron`, `unit`; post `matron`, `supports` item 1
    left out: `matter`; post `matron`, `deputies` item 1
    left out: `kind`
    left out: `head`
    "#);
    assert_snapshot!(toml("post = [\"matron\"]\n"), @r#"
    invalid organisation: line 1, column 1: `post`: a table keyed by id belongs here, not a list; each post is a table of its own, `[post.ID]`
        1 | post = ["matron"]
            ^
    left out: `post`
    "#);
    assert_snapshot!(toml("post = 2024-05-01T12:00:00Z\nhead = 2024-05-01\n"), @"
    invalid organisation: 2 problems
      line 1, column 1: `post`: a table keyed by id belongs here, not a date
        1 | post = 2024-05-01T12:00:00Z
            ^
      line 2, column 1: `head`: a list of tables ([[head]] in TOML) belongs here, not a date
        2 | head = 2024-05-01
            ^
    left out: `post`
    left out: `head`
    ");
}

#[test]
fn what_is_in_quotation_marks_or_wants_them_is_told_how() {
    let refused = toml(
        r#"
[findings]
span = "12"

[post.matron]
title = 7
grade = 8.5
vacant = "true"
fte = "0.5"
seats = "2"
operational = 90334
deputies = "sister"
works_with = { to = "sister" }
labels = { floor = 7 }

[post.sister]
title = "Sister"
vacant = "yes"
fte = "-1"
deputies = [{ post = "matron", for = "leave" }]
also = "matron"
members = "a \\\"board\\\""
"#,
    );
    assert_snapshot!(refused.lines().join("\n"), @r#"
    line 2, column 1: `findings`, `span`: a whole number, 0 or more, belongs here, not the text `12`; take off the quotation marks
    line 5, column 1: post `matron`, `title`: text belongs here, not the number 7; put it in quotation marks
    line 6, column 1: post `matron`, `grade`: text belongs here, not the number 8.5; put it in quotation marks
    line 7, column 1: post `matron`, `vacant`: true or false belongs here, not the text `true`; take off the quotation marks
    line 8, column 1: post `matron`, `fte`: a number, 0 or more, belongs here, not the text `0.5`; take off the quotation marks
    line 9, column 1: post `matron`, `seats`: a whole number from 1, or `not stated`, belongs here, not the text `2`; take off the quotation marks
    line 10, column 1: post `matron`, `operational`: the id of a post, or one of { to }, { none = why } and { unstated = why }, belongs here, not the number 90334; put it in quotation marks
    line 11, column 1: post `matron`, `deputies`: a list of deputies belongs here, not the text `sister`; write `["sister"]`
    line 12, column 1: post `matron`, `works_with`: a list of posts belongs here, not a table; put it in square brackets
    line 13, column 12: post `matron`, `labels`, `floor`: text belongs here, not the number 7; put it in quotation marks
    line 17, column 1: post `sister`, `vacant`: true or false belongs here, not the text `yes`
    line 18, column 1: post `sister`, `fte`: a number, 0 or more, belongs here, not the text `-1`
    line 19, column 32: post `sister`, `deputies` item 1, `for`: a list of matters belongs here, not the text `leave`; write `["leave"]`
    line 20, column 1: post `sister`, `also`: a list of { kind, to } belongs here, not the text `matron`
    line 21, column 1: post `sister`, `members`: a list of members belongs here, not the text `a \"board\"`; put it in square brackets
    "#);
}
