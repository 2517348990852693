//! Keys that are unknown, at every level, and what is left out with them.

use answerable::{Accountability, Document, Misread, Organisation, PlaceStep, ProblemKind, Table};
use insta::assert_snapshot;

use super::{Refused, json, toml};

/// Whether every problem is an unknown key.
fn all_unknown(refused: &Refused) -> bool {
    let is_unknown =
        |kind: &ProblemKind| matches!(kind, ProblemKind::Misread(Misread::UnknownKey { .. }));
    refused
        .problems
        .iter()
        .all(|problem| is_unknown(problem.kind()))
}

#[test]
fn a_key_beside_posts_is_unknown() {
    let refused = toml(
        r#"
titel = "Thamesmouth"
postcode = "TM1"

[cover]
revert_to_superior = false

[kind.managerial]
title = "Line management"

[kind.clinical]
colour = "red"

[source.jd]
author = "HR"

[profession.nursing]
head = "chief-nurse"

[unit.trust]
parent = "region"

[matter.budget]
limit = 5000

[[head]]
kind = "professional"
unit = "trust"
unstated = "not told"
also = "matron"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: 10 problems
      line 1, column 1: `titel`: there is no such key here; did you mean `title`?
        1 | titel = "Thamesmouth"
            ^
      line 2, column 1: `postcode`: there is no such key here; take it out
        2 | postcode = "TM1"
            ^
      line 5, column 1: `cover`, `revert_to_superior`: there is no such key here; did you mean `reverts_to_superior`?
        5 | revert_to_superior = false
            ^
      line 7, column 7: `kind`, `managerial`: there is no such key here; take it out
        7 | [kind.managerial]
                  ^
      line 11, column 1: kind `clinical`, `colour`: there is no such key here; take it out
        11 | colour = "red"
             ^
      line 14, column 1: source `jd`, `author`: there is no such key here; take it out
        14 | author = "HR"
             ^
      line 17, column 1: profession `nursing`, `head`: there is no such key here; take it out
        17 | head = "chief-nurse"
             ^
      line 20, column 1: unit `trust`, `parent`: there is no such key here; did you mean `within`?
        20 | parent = "region"
             ^
      line 23, column 1: matter `budget`, `limit`: there is no such key here; take it out
        23 | limit = 5000
             ^
      line 29, column 1: headship 1, `also`: there is no such key here; take it out
        29 | also = "matron"
             ^
    left out: `titel`
    left out: `postcode`
    left out: `cover`, `revert_to_superior`
    left out: `kind`, `managerial`
    left out: kind `clinical`, `colour`
    left out: source `jd`, `author`
    left out: profession `nursing`, `head`
    left out: unit `trust`, `parent`
    left out: matter `budget`
    left out: headship 1
    "#);
    assert!(all_unknown(&refused));
}

#[test]
fn a_key_of_a_post_is_unknown() {
    let refused = toml(
        r#"
[post.chief-nurse]
title = "Chief Nurse"
salary = 100000
holder = { name = "P. Idris", role = "interim" }
professional = { to = "board", from = "May" }
also = [{ kind = "clinical", to = "board", post = "x" }]
deputies = [{ post = "matron", rank = 1 }, [{ post = "matron", ward = "7" }]]
supports = [{ to = "matron", post = "matron" }]
basis = { source = "jd", page = 2 }

[post.matron]
title = "Matron"

[post.board]
title = "Board"
kind = "body"
chair = { to = "matron", title = "Chair" }
members = [{ post = "chief-nurse", vote = true }]
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: 10 problems
      line 3, column 1: post `chief-nurse`, `salary`: there is no such key here; take it out, or keep it as a label or a note
        3 | salary = 100000
            ^
      line 4, column 31: post `chief-nurse`, `holder`, `role`: there is no such key here; take it out
        4 | holder = { name = "P. Idris", role = "interim" }
                                          ^
      line 5, column 32: post `chief-nurse`, `professional`, `from`: there is no such key here; take it out
        5 | professional = { to = "board", from = "May" }
                                           ^
      line 6, column 44: post `chief-nurse`, `also` item 1, `post`: there is no such key here; take it out
        6 | also = [{ kind = "clinical", to = "board", post = "x" }]
                                                       ^
      line 7, column 32: post `chief-nurse`, `deputies` item 1, `rank`: there is no such key here; take it out
        7 | deputies = [{ post = "matron", rank = 1 }, [{ post = "matron", ward = "7" }]]
                                           ^
      line 7, column 64: post `chief-nurse`, `deputies` item 2, item 1, `ward`: there is no such key here; take it out
        7 | … post = "matron", rank = 1 }, [{ post = "matron", ward = "7" }]]
                                                               ^
      line 8, column 30: post `chief-nurse`, `supports` item 1, `post`: there is no such key here; take it out
        8 | supports = [{ to = "matron", post = "matron" }]
                                         ^
      line 9, column 26: post `chief-nurse`, `basis`, `page`: there is no such key here; take it out
        9 | basis = { source = "jd", page = 2 }
                                     ^
      line 17, column 26: post `board`, `chair`, `title`: there is no such key here; take it out
        17 | chair = { to = "matron", title = "Chair" }
                                      ^
      line 18, column 36: post `board`, `members` item 1, `vote`: there is no such key here; take it out
        18 | members = [{ post = "chief-nurse", vote = true }]
                                                ^
    left out: post `chief-nurse`, `salary`
    left out: post `chief-nurse`, `holder`
    left out: post `chief-nurse`, `professional`
    left out: post `chief-nurse`, `also` item 1
    left out: post `chief-nurse`, `deputies` item 1
    left out: post `chief-nurse`, `deputies` item 2, item 1
    left out: post `chief-nurse`, `supports` item 1
    left out: post `chief-nurse`, `basis`
    left out: post `board`, `chair`
    left out: post `board`, `members` item 1
    "#);
    assert!(all_unknown(&refused));
}

#[test]
fn a_key_of_a_post_is_misspelt() {
    let refused = toml(
        r#"
[post.chief-nurse]
titel = "Chief Nurse"

[post.matron]
title = "Matron"
operationel = "chief-nurse"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: 2 problems
      line 2, column 1: post `chief-nurse`, `titel`: there is no such key here; did you mean `title`?
        2 | titel = "Chief Nurse"
            ^
      line 6, column 1: post `matron`, `operationel`: there is no such key here; did you mean `operational`?
        6 | operationel = "chief-nurse"
            ^
    left out: post `chief-nurse`, `titel`
    left out: post `matron`, `operationel`; post `matron`, `operational`
    "#);
    let place = refused.problems[1].place();
    assert_eq!(
        (place.table(), place.id(), place.key()),
        (Table::Post, Some("matron"), Some("operationel"))
    );
    assert_eq!(place.path(), [PlaceStep::from("operationel")]);
}

#[test]
fn a_misspelt_kind_leaves_the_post_out() {
    assert_snapshot!(toml(r#"
[post.board]
title = "Board"
kinds = "body"

[post.chief-executive]
title = "Chief Executive"
operational = "board"
"#), @r#"
    invalid organisation: line 3, column 1: post `board`, `kinds`: there is no such key here; did you mean `kind`?
        3 | kinds = "body"
            ^
    left out: post `board`, `kinds`; post `board`; post `chief-executive`, `operational`
    "#);
}

#[test]
fn a_fault_in_what_keys_an_item_has_leaves_the_item_out() {
    assert_snapshot!(json(r#"{
        "unit": {"trust": {}, "ward": {"within": {"to": "trust", "why": "a", "why": "b"}}},
        "head": [{"kind": "clinical", "unit": "trust", "unstated": "not told"}],
        "post": {
            "nurse": {"title": "Nurse", "unit": "ward", "operational": {"to": "matron", "why": "a", "why": "b"}},
            "matron": {"title": "Matron", "unit": {"to": "trust", "role": "lead"},
                       "basis": {"source": "jd", "source": "scheme"}}
        }
    }"#), @"
    invalid organisation: 4 problems
      unit `ward`, `within`, `why`: the key is given more than once, with different values; give it once
      post `nurse`, `operational`, `why`: the key is given more than once, with different values; give it once
      post `matron`, `unit`, `role`: there is no such key here; take it out
      post `matron`, `basis`, `source`: the key is given more than once, with different values; give it once
    left out: unit `ward`, `within`, `why`
    left out: post `nurse`, `operational`, `why`
    left out: post `matron`, `unit`; post `matron`, `clinical`
    left out: post `matron`, `basis`
    ");
}

#[test]
fn a_key_is_another_word_for_one() {
    let text = r#"
[[head]]
kind = "operational"
unit = "ward"
post = "sister"

[unit.ward]

[post.sister]
name = "Sister"
department = "ward"
band = "7"

[post.nurse]
Job-Title = "Nurse"
reportsTo = "matron"
unit = "ward"
service = "clinic"
deputy = ["sister"]
"staff group" = "nursing"
line_manager = "sister"
"#;
    let refused = toml(text);
    assert_snapshot!(refused, @r#"
    invalid organisation: 9 problems
      line 9, column 1: post `sister`, `name`: there is no such key here; did you mean `title`?
        9 | name = "Sister"
            ^
      line 10, column 1: post `sister`, `department`: there is no such key here; did you mean `unit`?
        10 | department = "ward"
             ^
      line 11, column 1: post `sister`, `band`: there is no such key here; did you mean `grade`?
        11 | band = "7"
             ^
      line 14, column 1: post `nurse`, `Job-Title`: there is no such key here; did you mean `title`?
        14 | Job-Title = "Nurse"
             ^
      line 15, column 1: post `nurse`, `reportsTo`: there is no such key here; did you mean `operational`?
        15 | reportsTo = "matron"
             ^
      line 17, column 1: post `nurse`, `service`: there is no such key here; did you mean `unit`?
        17 | service = "clinic"
             ^
      line 18, column 1: post `nurse`, `deputy`: there is no such key here; did you mean `deputies`?
        18 | deputy = ["sister"]
             ^
      line 19, column 1: post `nurse`, `staff group`: there is no such key here; did you mean `profession`?
        19 | "staff group" = "nursing"
             ^
      line 20, column 1: post `nurse`, `line_manager`: there is no such key here; did you mean `operational`?
        20 | line_manager = "sister"
             ^
    left out: post `sister`, `name`
    left out: post `sister`, `department`; post `sister`, `operational`
    left out: post `sister`, `band`
    left out: post `nurse`, `Job-Title`
    left out: post `nurse`, `reportsTo`; post `nurse`, `operational`
    left out: post `nurse`, `service`
    left out: post `nurse`, `deputy`
    left out: post `nurse`, `staff group`
    left out: post `nurse`, `line_manager`
    "#);
    assert!(all_unknown(&refused));
    let document = Document::from_toml(text).expect("TOML");
    let org = Organisation::salvage(document).organisation;
    let nurse = org.post("nurse").expect("a post");
    assert!(nurse.superior(Accountability::Operational).is_unstated());
}

#[test]
fn another_word_beside_its_key_takes_nothing_from_it() {
    let text = r#"
[post.sister]
title = "Sister"

[post.nurse]
title = "Nurse"
operational = "sister"
boss = "matron"
"#;
    let document = Document::from_toml(text).expect("TOML");
    let salvage = Organisation::salvage(document);
    assert_snapshot!(toml(text), @r#"
    invalid organisation: line 7, column 1: post `nurse`, `boss`: there is no such key here; did you mean `operational`?
        7 | boss = "matron"
            ^
    left out: post `nurse`, `boss`
    "#);
    let nurse = salvage.organisation.post("nurse").expect("a post");
    let superior = nurse.superior(Accountability::Operational);
    assert!(!superior.is_unstated());
}

#[test]
fn keys_and_shapes_of_other_places_are_told_how() {
    let refused = toml(
        r#"
[unit.trust]
title = "Trust"

[unit.ward]
name = "Ward"
parent = "trust"

[source.jd]
title = "Job description"

[post.matron]
title = "Matron"
name = "A. Mensah"
basis = { source = "jd", standing = "assumed", why = "read" }

[post.sister]
name = "Sister"

[post.nurse]
title = "Nurse"
holder = ["B. Osei", "C. Lim"]
"#,
    );
    assert_snapshot!(refused.lines().join("\n"), @"
    line 5, column 1: unit `ward`, `name`: there is no such key here; did you mean `title`?
    line 6, column 1: unit `ward`, `parent`: there is no such key here; did you mean `within`?
    line 13, column 1: post `matron`, `name`: there is no such key here; did you mean `holder`?
    line 14, column 26: post `matron`, `basis`, `standing`: it stands beside `basis`; move it out
    line 14, column 48: post `matron`, `basis`, `why`: it stands beside `basis`; move it out
    line 17, column 1: post `sister`, `name`: there is no such key here; did you mean `title`?
    line 21, column 1: post `nurse`, `holder`: a name, or a table { name, id, as }, belongs here, not a list; several stand at `holders`
    ");
    let refused = toml("[[post]]\ntitle = \"Matron\"\n");
    assert_snapshot!(refused.lines().join("\n"), @"line 1, column 3: `post`: a table keyed by id belongs here, not a list; each post is a table of its own, `[post.ID]`");
    let refused = json(r#"{"unit": [{"title": "Trust"}]}"#);
    assert_snapshot!(refused.lines().join("\n"), @"`unit`: a table keyed by id belongs here, not a list; each unit is a table of its own, `[unit.ID]`");
}
