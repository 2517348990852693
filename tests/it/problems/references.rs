//! Every way in which one entry refers to another that is not there.

use answerable::{Accountability, Named, ProblemKind, Relation};
use insta::assert_snapshot;

use super::{Refused, json, toml};

/// As what each unknown id is referred to.
fn roles(refused: &Refused) -> Vec<Named> {
    let role = |kind: &ProblemKind| match kind {
        ProblemKind::UnknownId { role, .. } => Some(*role),
        _ => None,
    };
    let problems = refused.problems.iter();
    problems
        .filter_map(|problem| role(problem.kind()))
        .collect()
}

#[test]
fn units_professions_and_headships_name_unknown_ids() {
    let refused = toml(
        r#"
[unit.ward]
within = "trust"

[profession.nursing]
within = "clinical-professions"

[[head]]
kind = "professional"
unit = "directorate"
profession = "medicine"
post = "medical-director"

[post.matron]
title = "Matron"
unit = { to = "ward-7", why = "by its badge" }
profession = "midwifery"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: 7 problems
      line 5, column 1: profession `nursing` lies within `clinical-professions`, but there is no such profession; add it, or correct the id
        5 | within = "clinical-professions"
            ^
      line 2, column 1: unit `ward` lies within `trust`, but there is no such unit; add it, or correct the id
        2 | within = "trust"
            ^
      line 15, column 1: `matron` is of unit `ward-7`, but there is no such unit; did you mean `ward`?
        15 | unit = { to = "ward-7", why = "by its badge" }
             ^
      line 16, column 1: `matron` is of profession `midwifery`, but there is no such profession; add it, or correct the id
        16 | profession = "midwifery"
             ^
      line 9, column 1: headship 1 covers unit `directorate`, but there is no such unit; add it, or correct the id
        9 | unit = "directorate"
            ^
      line 10, column 1: headship 1 covers profession `medicine`, but there is no such profession; add it, or correct the id
        10 | profession = "medicine"
             ^
      line 11, column 1: headship 1 names `medical-director` as head, but there is no such post; add it, or correct the id
        11 | post = "medical-director"
             ^
    left out: profession `nursing`, `within`
    left out: unit `ward`, `within`
    left out: post `matron`, `unit`; post `matron`, `professional`
    left out: post `matron`, `profession`
    left out: headship 1
    left out: headship 1
    left out: headship 1
    "#);
    assert_eq!(
        roles(&refused),
        [
            Named::Within,
            Named::Within,
            Named::Unit,
            Named::Profession,
            Named::Unit,
            Named::Profession,
            Named::Head
        ]
    );
}

#[test]
fn posts_name_unknown_posts_in_every_role() {
    let refused = toml(
        r#"
[post.board]
title = "Board"
kind = "body"
chair = "chair"
members = ["chief-executive", { post = "finance-director", role = "secretary" }]

[post.matron]
title = "Matron"
clinical = "clinical-director"
also = [{ kind = "operational", to = "general-manager" }]
deputies = [["sister", { post = "charge-nurse", onward = true }]]
supports = ["consultant"]
advises = [{ to_unit = "clinic" }]
works_with = ["bed-manager"]
regulates = ["volunteer"]
commissions = [{ to = "agency" }]
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: 12 problems
      line 9, column 1: `matron` is accountable to `clinical-director` (clinical), but there is no such post; add it, or correct the id
        9 | clinical = "clinical-director"
            ^
      line 10, column 9: `matron` is also accountable to `general-manager` (operational), but there is no such post; add it, or correct the id
        10 | also = [{ kind = "operational", to = "general-manager" }]
                     ^
      line 11, column 14: `matron` names `sister` as deputy, but there is no such post; add it, or correct the id
        11 | deputies = [["sister", { post = "charge-nurse", onward = true }]]
                          ^
      line 11, column 24: `matron` names `charge-nurse` as deputy, but there is no such post; add it, or correct the id
        11 | deputies = [["sister", { post = "charge-nurse", onward = true }]]
                                    ^
      line 4, column 1: `board` names `chair` as chair, but there is no such post; add it, or correct the id
        4 | chair = "chair"
            ^
      line 5, column 12: `board` names `chief-executive` as member, but there is no such post; add it, or correct the id
        5 | members = ["chief-executive", { post = "finance-director", role = "secretary" }]
                       ^
      line 5, column 31: `board` names `finance-director` as member, but there is no such post; add it, or correct the id
        5 | members = ["chief-executive", { post = "finance-director", role = "secretary" }]
                                          ^
      line 12, column 13: `matron` supports `consultant`, but there is no such post; add it, or correct the id
        12 | supports = ["consultant"]
                         ^
      line 13, column 12: `matron` advises `clinic`, but there is no such unit; add it, or correct the id
        13 | advises = [{ to_unit = "clinic" }]
                        ^
      line 14, column 15: `matron` works with `bed-manager`, but there is no such post; add it, or correct the id
        14 | works_with = ["bed-manager"]
                           ^
      line 15, column 14: `matron` regulates `volunteer`, but there is no such post; add it, or correct the id
        15 | regulates = ["volunteer"]
                          ^
      line 16, column 16: `matron` commissions `agency`, but there is no such post; add it, or correct the id
        16 | commissions = [{ to = "agency" }]
                            ^
    left out: post `matron`, `clinical`
    left out: post `matron`, `also` item 1
    left out: post `matron`, `deputies` item 1, item 1
    left out: post `matron`, `deputies` item 1, item 2
    left out: post `board`, `chair`
    left out: post `board`, `members` item 1
    left out: post `board`, `members` item 2
    left out: post `matron`, `supports` item 1
    left out: post `matron`, `advises` item 1
    left out: post `matron`, `works_with` item 1
    left out: post `matron`, `regulates` item 1
    left out: post `matron`, `commissions` item 1
    "#);
    assert_eq!(
        roles(&refused),
        [
            Named::Superior(Accountability::Clinical),
            Named::Also(Accountability::Operational),
            Named::Deputy,
            Named::Deputy,
            Named::Chair,
            Named::Member,
            Named::Member,
            Named::Link(Relation::Supports),
            Named::Link(Relation::Advises),
            Named::Link(Relation::WorksWith),
            Named::Link(Relation::Regulates),
            Named::Link(Relation::Commissions)
        ]
    );
}

#[test]
fn a_source_is_unknown_wherever_it_is_named() {
    let refused = toml(
        r#"
[source.scheme]
title = "Scheme of delegation"
basis = { source = "minutes" }

[unit.trust]
basis = { source = "schema" }

[unit.ward]
within = { to = "trust", basis = { source = "map" } }

[[head]]
kind = "professional"
unit = "trust"
post = "chief-nurse"
basis = { source = "jd" }

[post.chief-nurse]
title = "Chief Nurse"
kind = "individual"
unit = { to = "trust", basis = { source = "jd" } }
holder = { name = "P. Idris", basis = { source = "badge" } }
operational = { none = "head of nursing", basis = { source = "jd", at = "The Post" } }
deputies = [{ post = "matron", basis = { source = "rota" } }]
basis = { source = "jd" }

[post.matron]
title = "Matron"
holders = ["A. Bello", { name = "C. Diaz", basis = { source = "badge" } }]
also = [{ kind = "clinical", to = "chief-nurse", basis = { source = "jd" } }]
works_with = [{ to = "chief-nurse", basis = { source = "jd" } }]

[post.board]
title = "Board"
kind = "body"
chair = { to = "chief-nurse", basis = { source = "jd" } }
members = [{ post = "matron", basis = { source = "jd" } }]
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: 14 problems
      line 3, column 1: source `scheme`, `basis` names `minutes` as source, but there is no such source; add it, or correct the id
        3 | basis = { source = "minutes" }
            ^
      line 6, column 1: unit `trust`, `basis` names `schema` as source, but there is no such source; did you mean `scheme`?
        6 | basis = { source = "schema" }
            ^
      line 9, column 26: unit `ward`, `within`, `basis` names `map` as source, but there is no such source; add it, or correct the id
        9 | within = { to = "trust", basis = { source = "map" } }
                                     ^
      line 20, column 24: post `chief-nurse`, `unit`, `basis` names `jd` as source, but there is no such source; add it, or correct the id
        20 | unit = { to = "trust", basis = { source = "jd" } }
                                    ^
      line 22, column 43: post `chief-nurse`, `operational`, `basis` names `jd` as source, but there is no such source; add it, or correct the id
        22 | operational = { none = "head of nursing", basis = { source = "jd", at = "The Post" } }
                                                       ^
      line 24, column 1: post `chief-nurse`, `basis` names `jd` as source, but there is no such source; add it, or correct the id
        24 | basis = { source = "jd" }
             ^
      line 35, column 31: post `board`, `chair`, `basis` names `jd` as source, but there is no such source; add it, or correct the id
        35 | chair = { to = "chief-nurse", basis = { source = "jd" } }
                                           ^
      line 21, column 31: post `chief-nurse`, `holder`, `basis` names `badge` as source, but there is no such source; add it, or correct the id
        21 | holder = { name = "P. Idris", basis = { source = "badge" } }
                                           ^
      line 28, column 44: post `matron`, `holders` item 2, `basis` names `badge` as source, but there is no such source; add it, or correct the id
        28 | holders = ["A. Bello", { name = "C. Diaz", basis = { source = "badge" } }]
                                                        ^
      line 15, column 1: headship 1, `basis` names `jd` as source, but there is no such source; add it, or correct the id
        15 | basis = { source = "jd" }
             ^
      line 29, column 50: post `matron`, `also` item 1, `basis` names `jd` as source, but there is no such source; add it, or correct the id
        29 | also = [{ kind = "clinical", to = "chief-nurse", basis = { source = "jd" } }]
                                                              ^
      line 23, column 32: post `chief-nurse`, `deputies` item 1, `basis` names `rota` as source, but there is no such source; add it, or correct the id
        23 | deputies = [{ post = "matron", basis = { source = "rota" } }]
                                            ^
      line 36, column 31: post `board`, `members` item 1, `basis` names `jd` as source, but there is no such source; add it, or correct the id
        36 | members = [{ post = "matron", basis = { source = "jd" } }]
                                           ^
      line 30, column 37: post `matron`, `works_with` item 1, `basis` names `jd` as source, but there is no such source; add it, or correct the id
        30 | works_with = [{ to = "chief-nurse", basis = { source = "jd" } }]
                                                 ^
    left out: source `scheme`, `basis`
    left out: unit `trust`, `basis`
    left out: unit `ward`, `within`, `basis`
    left out: post `chief-nurse`, `unit`, `basis`
    left out: post `chief-nurse`, `operational`, `basis`
    left out: post `chief-nurse`, `basis`
    left out: post `board`, `chair`, `basis`
    left out: post `chief-nurse`, `holder`, `basis`
    left out: post `matron`, `holders` item 2, `basis`
    left out: headship 1, `basis`
    left out: post `matron`, `also` item 1, `basis`
    left out: post `chief-nurse`, `deputies` item 1, `basis`
    left out: post `board`, `members` item 1, `basis`
    left out: post `matron`, `works_with` item 1, `basis`
    "#);
}

#[test]
fn in_json_a_problem_names_its_place_in_words() {
    assert_snapshot!(json(r#"{
        "source": {"scheme": {}},
        "unit": {"ward": {"within": "trust"}},
        "head": [{"kind": "clinical", "unit": "ward", "unstated": "not told", "basis": {"source": "schema"}}],
        "post": {
            "sister": {"title": "Sister", "operational": "matron", "deputies": ["nurse"], "why": 7}
        }
    }"#), @"
    invalid organisation: 5 problems
      post `sister`, `why`: text belongs here, not the number 7; put it in quotation marks
      unit `ward` lies within `trust`, but there is no such unit; add it, or correct the id
      headship 1, `basis` names `schema` as source, but there is no such source; did you mean `scheme`?
      `sister` is accountable to `matron` (operational), but there is no such post; add it, or correct the id
      `sister` names `nurse` as deputy, but there is no such post; add it, or correct the id
    left out: post `sister`, `why`
    left out: unit `ward`, `within`
    left out: headship 1, `basis`
    left out: post `sister`, `operational`
    left out: post `sister`, `deputies` item 1
    ");
}

#[test]
fn no_post_is_called_none() {
    let refused = toml(
        r#"
[post.matron]
title = "Matron"
operational = "none"
professional = { to = "Unstated" }
also = [{ kind = "clinical", to = "none" }]
"#,
    );
    assert_snapshot!(refused.lines().join("\n"), @r#"
    line 3, column 1: `matron` is accountable to `none` (operational), but there is no such post; if there is none above, write `{ none = "why" }`
    line 4, column 1: `matron` is accountable to `Unstated` (professional), but there is no such post; if it is not stated, write `{ unstated = "why" }`
    line 5, column 9: `matron` is also accountable to `none` (clinical), but there is no such post; add it, or correct the id
    "#);
}
