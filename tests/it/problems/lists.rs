//! What one post names others as, in lists: what cannot be, and what is named
//! twice.

use answerable::{Named, PostKind, ProblemKind, Unfit};
use insta::assert_snapshot;

use super::{json, toml};

#[test]
fn a_post_cannot_be_what_it_is_named_as() {
    let refused = toml(
        r#"
[post.board]
title = "Board"
kind = "body"
chair = "committee"
members = ["matron", "committee"]

[post.committee]
title = "Committee"
kind = "body"
chair = "regulator"
members = ["regulator"]

[post.regulator]
title = "Regulator"
kind = "external"

[post.matron]
title = "Matron"
deputies = ["board", ["sister", "regulator"]]

[post.sister]
title = "Sister"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: 5 problems
      line 19, column 13: `matron` names `board` as deputy, but that is a body; a deputy is an individual post
        19 | deputies = ["board", ["sister", "regulator"]]
                         ^
      line 19, column 33: `matron` names `regulator` as deputy, but that is an external post; a deputy is an individual post
        19 | deputies = ["board", ["sister", "regulator"]]
                                             ^
      line 4, column 1: `board` names `committee` as chair, but that is a body; a chair is an individual post
        4 | chair = "committee"
            ^
      line 10, column 1: `committee` names `regulator` as chair, but that is an external post; a chair is an individual post
        10 | chair = "regulator"
             ^
      line 5, column 22: `board` names `committee` as member, but that is a body; a member is an individual or external post
        5 | members = ["matron", "committee"]
                                 ^
    left out: post `matron`, `deputies` item 1
    left out: post `matron`, `deputies` item 2, item 2
    left out: post `board`, `chair`
    left out: post `committee`, `chair`
    left out: post `board`, `members` item 2
    "#);
    assert_eq!(
        refused.problems[0].kind(),
        &ProblemKind::CannotBe {
            role: Named::Deputy,
            post: "board".into(),
            why: Unfit::Kind(PostKind::Body),
        }
    );
}

#[test]
fn a_post_names_itself() {
    assert_snapshot!(toml(r#"
[post.board]
title = "Board"
kind = "body"
chair = "board"
members = ["board"]
operational = "board"

[post.matron]
title = "Matron"
professional = "matron"
also = [{ kind = "clinical", to = "matron" }]
deputies = ["matron"]
supports = ["matron"]
advises = [{ to = "matron" }]
works_with = ["matron"]
regulates = ["matron"]
commissions = ["matron"]
"#), @r#"
    invalid organisation: 11 problems
      line 6, column 1: `board` is given as its own superior (operational); name another post, or say `{ none = "why" }` or `{ unstated = "why" }`
        6 | operational = "board"
            ^
      line 10, column 1: `matron` is given as its own superior (professional); name another post, or say `{ none = "why" }` or `{ unstated = "why" }`
        10 | professional = "matron"
             ^
      line 11, column 9: `matron` is also accountable to itself (clinical); name another post
        11 | also = [{ kind = "clinical", to = "matron" }]
                     ^
      line 12, column 13: `matron` is named as its own deputy; name another post
        12 | deputies = ["matron"]
                         ^
      line 4, column 1: `board` is named as its own chair; name another post
        4 | chair = "board"
            ^
      line 5, column 12: `board` is named as its own member; name another post
        5 | members = ["board"]
                       ^
      line 13, column 13: `matron` supports itself; name another post
        13 | supports = ["matron"]
                         ^
      line 14, column 12: `matron` advises itself; name another post
        14 | advises = [{ to = "matron" }]
                        ^
      line 15, column 15: `matron` works with itself; name another post
        15 | works_with = ["matron"]
                           ^
      line 16, column 14: `matron` regulates itself; name another post
        16 | regulates = ["matron"]
                          ^
      line 17, column 16: `matron` commissions itself; name another post
        17 | commissions = ["matron"]
                            ^
    left out: post `board`, `operational`
    left out: post `matron`, `professional`
    left out: post `matron`, `also` item 1
    left out: post `matron`, `deputies` item 1
    left out: post `board`, `chair`
    left out: post `board`, `members` item 1
    left out: post `matron`, `supports` item 1
    left out: post `matron`, `advises` item 1
    left out: post `matron`, `works_with` item 1
    left out: post `matron`, `regulates` item 1
    left out: post `matron`, `commissions` item 1
    "#);
}

#[test]
fn a_post_is_named_twice() {
    let refused = toml(
        r#"
[unit.ward]

[post.board]
title = "Board"
kind = "body"
members = ["matron", "sister", { post = "matron", role = "secretary" }, "sister"]

[post.matron]
title = "Matron"
operational = "director"
also = [
    { kind = "operational", to = "director" },
    { kind = "clinical", to = "director" },
    { kind = "clinical", to = "director", standing = "assumed" },
]
deputies = ["sister", ["nurse", "sister"]]
supports = ["sister", { to = "sister" }]
advises = [{ to_unit = "ward" }, { to_unit = "ward", why = "by habit" }]

[post.director]
title = "Director"

[post.sister]
title = "Sister"

[post.nurse]
title = "Nurse"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: 7 problems
      line 12, column 5: `matron` has more than one operational line to `director`; keep one
        12 |     { kind = "operational", to = "director" },
                 ^
      line 14, column 5: `matron` has more than one clinical line to `director`; keep one
        14 |     { kind = "clinical", to = "director", standing = "assumed" },
                 ^
      line 16, column 33: `matron` names `sister` as deputy more than once; name it once
        16 | deputies = ["sister", ["nurse", "sister"]]
                                             ^
      line 6, column 32: `board` names `matron` as member more than once; name it once
        6 | members = ["matron", "sister", { post = "matron", role = "secretary" }, "sister"]
                                           ^
      line 6, column 73: `board` names `sister` as member more than once; name it once
        6 | …sister", { post = "matron", role = "secretary" }, "sister"]
                                                               ^
      line 17, column 23: `matron` supports `sister` more than once; name it once
        17 | supports = ["sister", { to = "sister" }]
                                   ^
      line 18, column 34: `matron` advises `ward` more than once; name it once
        18 | advises = [{ to_unit = "ward" }, { to_unit = "ward", why = "by habit" }]
                                              ^
    left out: post `matron`, `also` item 1
    left out: post `matron`, `also` item 2; post `matron`, `also` item 3
    left out: post `matron`, `deputies` item 1; post `matron`, `deputies` item 2, item 2
    left out: post `board`, `members` item 1; post `board`, `members` item 3
    left out: nothing
    left out: nothing
    left out: post `matron`, `advises` item 1; post `matron`, `advises` item 2
    "#);
}

#[test]
fn a_deputy_is_named_twice_for_one_matter() {
    assert_snapshot!(json(r#"{"post": {
        "matron": {"title": "Matron", "deputies": [
            {"post": "sister", "for": ["budget", "leave"]},
            {"post": "sister", "for": ["appraisal"]},
            {"post": "sister", "authority": "attend"},
            "sister",
            {"post": "sister", "for": ["leave", "budget"], "onward": true}
        ]},
        "sister": {"title": "Sister"}
    }}"#), @"
    invalid organisation: `matron` names `sister` as deputy more than once; name it once
    left out: post `matron`, `deputies` item 1; post `matron`, `deputies` item 5
    ");
}

#[test]
fn a_long_list_of_matters_is_read_in_one_pass() {
    let matters: Vec<String> = (0..100_000).map(|at| format!("\"m{at}\"")).collect();
    let text = format!(
        "{{\"post\": {{\"a\": {{\"title\": \"A\", \"deputies\": [{{\"post\": \"b\", \"for\": [{}, \"m7\"]}}]}}, \
         \"b\": {{\"title\": \"B\"}}}}}}",
        matters.join(", ")
    );
    let start = std::time::Instant::now();
    assert_eq!(
        json(&text).lines(),
        ["post `a`, `deputies` item 1, `for` item 100001: it is in the list already; name it once"]
    );
    // Each matter against each before it would take minutes.
    assert!(start.elapsed().as_secs() < 30);
}

#[test]
fn of_many_superiors_the_first_are_named() {
    let refused = json(
        r#"{"post": {"matron": {"title": "Matron", "operational":
            ["a", {"why": "custom", "to": "b"}, {"none": "head"}, {}, 7]}}}"#,
    );
    assert_snapshot!(refused, @"
    invalid organisation: post `matron`, `operational`: said to have none above, and to answer to `a`, `b`, `` and `a whole number`; keep one
    left out: post `matron`, `operational`
    ");
}
