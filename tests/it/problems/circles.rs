//! Lines and containment that go round.

use answerable::{Accountability, ProblemKind, Table};
use insta::assert_snapshot;

use super::{json, toml};

#[test]
fn a_post_is_its_own_superior() {
    assert_snapshot!(toml(r#"
[post.matron]
title = "Matron"
clinical = "matron"
"#), @r#"
    invalid organisation: line 3, column 1: `matron` is given as its own superior (clinical); name another post, or say `{ none = "why" }` or `{ unstated = "why" }`
        3 | clinical = "matron"
            ^
    left out: post `matron`, `clinical`
    "#);
}

#[test]
fn two_posts_answer_to_each_other_in_each_kind() {
    let text = |kind: &str| {
        format!(
            "[post.sister]\ntitle = \"Sister\"\n\n[post.matron]\ntitle = \"Matron\"\n{kind} = \"head-of-nursing\"\n\n\
             [post.head-of-nursing]\ntitle = \"Head of Nursing\"\n{kind} = {{ to = \"matron\", standing = \"assumed\" }}\n"
        )
    };
    assert_snapshot!(toml(&text("operational")), @r#"
    invalid organisation: line 6, column 1: the operational line goes round in a circle: `matron` (line 6) → `head-of-nursing` (line 10) → `matron`; correct one of the lines
        6 | operational = "head-of-nursing"
            ^
    left out: post `matron`, `operational`; post `head-of-nursing`, `operational`
    "#);
    assert_snapshot!(toml(&text("professional")), @r#"
    invalid organisation: line 6, column 1: the professional line goes round in a circle: `matron` (line 6) → `head-of-nursing` (line 10) → `matron`; correct one of the lines
        6 | professional = "head-of-nursing"
            ^
    left out: post `matron`, `professional`; post `head-of-nursing`, `professional`
    "#);
    assert_snapshot!(toml(&text("clinical")), @r#"
    invalid organisation: line 6, column 1: the clinical line goes round in a circle: `matron` (line 6) → `head-of-nursing` (line 10) → `matron`; correct one of the lines
        6 | clinical = "head-of-nursing"
            ^
    left out: post `matron`, `clinical`; post `head-of-nursing`, `clinical`
    "#);
}

#[test]
fn a_circle_of_more_than_eight() {
    let round = |of: usize| {
        let posts = (1..=of).map(|at| {
            let above = at % of + 1;
            format!("[post.p{at}]\ntitle = \"P\"\noperational = \"p{above}\"\n")
        });
        toml(&posts.collect::<String>())
    };
    let eight = "`p1` (line 3) → `p2` (line 6) → `p3` (line 9) → `p4` (line 12) → \
                 `p5` (line 15) → `p6` (line 18) → `p7` (line 21) → `p8` (line 24) → ";
    let told = round(8).only().to_string();
    assert!(told.contains(&format!("{eight}`p1`; correct")), "{told}");
    let told = round(9).only().to_string();
    assert!(
        told.contains(&format!("{eight}… → `p1` (9 in all); correct")),
        "{told}"
    );
    let refused = round(12);
    assert_snapshot!(refused, @r#"
    invalid organisation: line 3, column 1: the operational line goes round in a circle: `p1` (line 3) → `p2` (line 6) → `p3` (line 9) → `p4` (line 12) → `p5` (line 15) → `p6` (line 18) → `p7` (line 21) → `p8` (line 24) → … → `p1` (12 in all); correct one of the lines
        3 | operational = "p2"
            ^
    left out: post `p1`, `operational`; post `p2`, `operational`; post `p3`, `operational`; post `p4`, `operational`; post `p5`, `operational`; post `p6`, `operational`; post `p7`, `operational`; post `p8`, `operational`; post `p9`, `operational`; post `p10`, `operational`; post `p11`, `operational`; post `p12`, `operational`
    "#);
    let ProblemKind::Circle { kind, steps } = refused.only().kind() else {
        unreachable!("{refused}");
    };
    assert_eq!(*kind, Accountability::Operational);
    assert_eq!(steps.len(), 12);
    assert_eq!(steps[11].post, "p12");
}

#[test]
fn two_circles_are_two_problems() {
    assert_snapshot!(json(r#"{"post": {
        "a": {"title": "A", "operational": "b"},
        "b": {"title": "B", "operational": "a"},
        "under-both": {"title": "Under", "operational": "a", "professional": "c"},
        "c": {"title": "C", "professional": "d"},
        "d": {"title": "D", "professional": "e"},
        "e": {"title": "E", "professional": "c"}
    }}"#), @"
    invalid organisation: 2 problems
      the operational line goes round in a circle: `a` → `b` → `a`; correct one of the lines
      the professional line goes round in a circle: `c` → `d` → `e` → `c`; correct one of the lines
    left out: post `a`, `operational`; post `b`, `operational`
    left out: post `c`, `professional`; post `d`, `professional`; post `e`, `professional`
    ");
}

#[test]
fn a_rule_makes_a_step_of_a_circle() {
    let refused = toml(
        r#"
[profession.nursing]
title = "Nursing"

[unit.trust]
title = "Thamesmouth"

[[head]]
kind = "professional"
unit = "trust"
profession = "nursing"
post = "chief-nurse"

[post.chief-nurse]
title = "Chief Nurse"
unit = "trust"
profession = "nursing"
professional = "matron"

[post.matron]
title = "Matron"
unit = "trust"
profession = "nursing"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: line 17, column 1: the professional line goes round in a circle: `chief-nurse` (line 17) → `matron` → (by rule) `chief-nurse`; the rule is: all Nursing staff of Thamesmouth; give `matron` a professional line of its own
        17 | professional = "matron"
             ^
    left out: post `chief-nurse`, `professional`
    "#);
    let ProblemKind::Circle { steps, .. } = refused.only().kind() else {
        unreachable!("{refused}");
    };
    assert_eq!(steps[0].rule, None);
    assert_eq!(
        steps[1].rule.as_deref(),
        Some("all Nursing staff of Thamesmouth")
    );
}

#[test]
fn rules_make_a_whole_circle() {
    assert_snapshot!(toml(r#"
[unit.north]

[unit.south]

[[head]]
kind = "clinical"
unit = "north"
post = "lead-south"

[[head]]
kind = "clinical"
unit = "south"
post = "lead-north"

[post.lead-north]
title = "Lead, North"
unit = "north"

[post.lead-south]
title = "Lead, South"
unit = "south"
"#), @"
    invalid organisation: line 15, column 7: the clinical line goes round in a circle: `lead-north` → (by rule) `lead-south` → (by rule) `lead-north`; the rules are: all posts of north and all posts of south; give `lead-north` a clinical line of its own
        15 | [post.lead-north]
                   ^
    left out: post `lead-north`, `clinical`; post `lead-south`, `clinical`
    ");
}

/// A circle of as many posts as letters, each under a rule of its own.
fn ruled_circle(kind: &str, units: &str) -> String {
    let mut text = String::new();
    for (at, unit) in units.chars().enumerate() {
        let next = units.chars().nth((at + 1) % units.len()).unwrap_or(unit);
        let told = format!(
            "[unit.{unit}]\n[[head]]\nkind = \"{kind}\"\nunit = \"{unit}\"\npost = \"lead-{next}\"\n\
             [post.lead-{unit}]\ntitle = \"Lead\"\nunit = \"{unit}\"\n"
        );
        text.push_str(&told);
    }
    text
}

#[test]
fn the_first_few_rules_of_a_circle_are_named() {
    let lines = |kind, units| toml(&ruled_circle(kind, units)).lines().join("\n");
    assert_snapshot!(lines("operational", "abc"), @"line 6, column 7: the operational line goes round in a circle: `lead-a` → (by rule) `lead-b` → (by rule) `lead-c` → (by rule) `lead-a`; the rules are: all posts of a, all posts of b and all posts of c; give `lead-a` an operational line of its own");
    assert_snapshot!(lines("professional", "abcde"), @"line 6, column 7: the professional line goes round in a circle: `lead-a` → (by rule) `lead-b` → (by rule) `lead-c` → (by rule) `lead-d` → (by rule) `lead-e` → (by rule) `lead-a`; the rules are: all posts of a, all posts of b, all posts of c and 2 more; give `lead-a` a professional line of its own");
}

#[test]
fn units_contain_each_other() {
    let refused = toml(
        r#"
[unit.ward]
within = "group"

[unit.group]
title = "Care Group"
within = { to = "directorate", why = "as drawn" }

[unit.directorate]
within = "group"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: line 6, column 1: `within` goes round in a circle of units: `group` (line 6) → `directorate` (line 9) → `group`; take one `within` out
        6 | within = { to = "directorate", why = "as drawn" }
            ^
    left out: unit `group`, `within`; unit `directorate`, `within`
    "#);
    let ProblemKind::ContainmentCircle { table, ids } = refused.only().kind() else {
        unreachable!("{refused}");
    };
    assert_eq!(*table, Table::Unit);
    assert_eq!(ids, &["group", "directorate"]);
}

#[test]
fn a_profession_contains_itself() {
    assert_snapshot!(toml(r#"
[profession.nursing]
title = "Nursing"
within = "nursing"
"#), @r#"
    invalid organisation: line 3, column 1: `within` goes round in a circle of professions: `nursing` (line 3) → `nursing`; take one `within` out
        3 | within = "nursing"
            ^
    left out: profession `nursing`, `within`
    "#);
}

#[test]
fn posts_under_a_circle_of_units_are_under_no_rule() {
    assert_snapshot!(toml(r#"
[unit.trust]

[unit.ward]
within = "group"

[unit.group]
within = "ward"

[[head]]
kind = "professional"
unit = "trust"
post = "chief-nurse"

[[head]]
kind = "operational"
unit = "group"
post = "chief-nurse"

[post.chief-nurse]
title = "Chief Nurse"
unit = "trust"

[post.sister]
title = "Sister"
unit = "ward"
"#), @r#"
    invalid organisation: line 4, column 1: `within` goes round in a circle of units: `ward` (line 4) → `group` (line 7) → `ward`; take one `within` out
        4 | within = "group"
            ^
    left out: unit `ward`, `within`; unit `group`, `within`; post `sister`, `operational`; post `sister`, `professional`
    "#);
}
