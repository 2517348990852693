//! Headships: professions without, lines missed, crossing, vacant.

use answerable::Finding;
use answerable::FindingCode::{ClinicalLineMissed, HeadsCross, ProfessionWithoutHead, VacantHead};

use super::{NONE, basis, found, from_toml};

/// A trust with a ward, two professions of one kind, and heads.
fn trust(heads: &str, posts: &str) -> String {
    format!(
        r#"
[profession.allied]
title = "Allied health"
[profession.physio]
title = "Physiotherapy"
within = "allied"
[unit.trust]
title = "Trust"
[unit.ward]
title = "Ward 7"
within = "trust"
{heads}
[post.chief]
title = "Chief"
operational = {{ none = "head" }}
[post.lead]
title = "Lead"
operational = "chief"
[post.one]
title = "One"
unit = "ward"
profession = "physio"
operational = "lead"
[post.two]
title = "Two"
unit = "ward"
profession = "physio"
operational = "lead"
{posts}
"#
    )
}

fn head(kind: &str, unit: &str, more: &str) -> String {
    format!("[[head]]\nkind = \"{kind}\"\nunit = \"{unit}\"\n{more}\n")
}

#[test]
fn a_profession_has_no_head() {
    let text = trust(
        "",
        "[post.three]\ntitle = \"Three\"\nprofession = \"allied\"\n",
    );
    assert_eq!(
        found(&text, ProfessionWithoutHead),
        [
            "2 posts of Physiotherapy in Ward 7 have no professional superior stated: One and Two | one two",
            "1 post of Allied health has no professional superior stated: Three | three",
        ]
    );
    let unstated = head("professional", "trust", "unstated = \"none is named\"");
    let text = trust(&unstated, "");
    assert_eq!(
        basis(&text, ProfessionWithoutHead)[0],
        "the professional superior of One is not stated (inferred): none is named"
    );
    let known = head("professional", "trust", "post = \"lead\"");
    assert_eq!(found(&trust(&known, ""), ProfessionWithoutHead), NONE);
}

#[test]
fn who_heads_a_profession_is_not_without_a_head() {
    let headed = |profession: &str, unit: &str| {
        let more = format!("profession = \"{profession}\"\npost = \"one\"");
        found(
            &trust(&head("professional", unit, &more), ""),
            ProfessionWithoutHead,
        )
    };
    assert_eq!(headed("physio", "ward"), NONE);
    assert_eq!(headed("allied", "trust"), NONE);
    // Whoever is in no unit heads it wherever that is; of another profession, nowhere.
    let without = |profession: &str, unit: &str| {
        let more = format!("profession = \"{profession}\"\npost = \"three\"");
        let three = "[post.three]\ntitle = \"Three\"\nprofession = \"physio\"\n";
        let text = trust(&head("professional", unit, &more), three);
        found(&text, ProfessionWithoutHead)
    };
    assert_eq!(without("physio", "ward"), NONE);
    assert_eq!(without("allied", "trust"), NONE);
    let three = "1 post of Physiotherapy has no professional superior stated: Three | three";
    let other = head(
        "professional",
        "trust",
        "profession = \"other\"\npost = \"three\"",
    );
    let other = format!("[profession.other]\n{other}");
    let text = trust(
        &other,
        "[post.three]\ntitle = \"Three\"\nprofession = \"physio\"\n",
    );
    assert_eq!(found(&text, ProfessionWithoutHead)[1], three);
    // Heading it in another respect is not heading it.
    let clinical = head("clinical", "ward", "post = \"one\"");
    assert_eq!(found(&trust(&clinical, ""), ProfessionWithoutHead).len(), 1);
}

#[test]
fn a_clinical_line_is_missed() {
    let rule = head(
        "clinical",
        "trust",
        "profession = \"allied\"\npost = \"lead\"",
    );
    let open = "[post.three]\ntitle = \"Three\"\nunit = \"ward\"\nprofession = \"physio\"\nclinical = { unstated = \"silent\" }\n";
    let text = trust(&rule, open);
    assert_eq!(
        found(&text, ClinicalLineMissed),
        [
            "Three has no clinical superior stated, though all Allied health staff of Trust answer to Lead | three"
        ]
    );
    assert_eq!(
        basis(&text, ClinicalLineMissed),
        [
            "the clinical superior of Three is not stated (given): silent",
            "by rule: all Allied health staff of Trust answer to Lead (clinical) (given)",
            "Three is of unit Ward 7 (given)",
            "Ward 7 lies within Trust (given)",
            "Three is of profession Physiotherapy (given)",
            "Physiotherapy lies within Allied health (given)",
        ]
    );
    // None above is said outright; a rule of another kind or unit gives nothing.
    let none = text.replace("unstated = \"silent\"", "none = \"top\"");
    assert_eq!(found(&none, ClinicalLineMissed), NONE);
    let other = text.replace("kind = \"clinical\"", "kind = \"professional\"");
    assert_eq!(found(&other, ClinicalLineMissed), NONE);
    let own = text.replace(
        "unit = \"ward\"\nprofession = \"physio\"\nclinical",
        "clinical",
    );
    assert_eq!(found(&own, ClinicalLineMissed), NONE);
    // Whoever heads the rule is outside it.
    let head_itself = text.replace("post = \"lead\"", "post = \"three\"");
    assert_eq!(found(&head_itself, ClinicalLineMissed), NONE);
    // A head who is not stated gives none of them a line: told once.
    let nobody = text.replace("post = \"lead\"", "unstated = \"not named\"");
    assert_eq!(
        found(&nobody, ClinicalLineMissed),
        [
            "3 posts have no clinical superior stated, nor is the head of all Allied health staff of Trust: \
             One, Two and Three | one two three"
        ]
    );
    let remedy = |text: &str| {
        let org = from_toml(text);
        let findings = org.findings();
        let mut of = findings.of(ClinicalLineMissed);
        of.next().map(Finding::remedy)
    };
    assert_eq!(
        [remedy(&text), remedy(&nobody)],
        [
            Some("let the rule give it its line, or say to whom it answers"),
            Some("name the head, or say to whom each post answers"),
        ]
    );
}

#[test]
fn two_headships_cross() {
    let crossing = |kind: &str, more: &str| {
        let narrow = head(
            kind,
            "ward",
            &format!("profession = \"allied\"\npost = \"lead\"{more}"),
        );
        narrow + &head(kind, "trust", "profession = \"physio\"\npost = \"chief\"")
    };
    assert_eq!(
        found(&trust(&crossing("clinical", ""), ""), HeadsCross),
        [
            "the headships of all Allied health staff of Ward 7 and of all Physiotherapy staff of Trust \
          cross (clinical): 2 posts are under both, where the former decides: One and Two | one two"
        ]
    );
    assert_eq!(
        found(&trust(&crossing("professional", ""), ""), HeadsCross),
        [
            "the headships of all Physiotherapy staff of Trust and of all Allied health staff of Ward 7 \
          cross (professional): 2 posts are under both, where the former decides: One and Two | one two"
        ]
    );
    assert_eq!(
        basis(&trust(&crossing("clinical", ""), ""), HeadsCross),
        [
            "by rule: all Allied health staff of Ward 7 answer to Lead (clinical) (given)",
            "by rule: all Physiotherapy staff of Trust answer to Chief (clinical) (given)",
            "One is of unit Ward 7 (given)",
            "One is of profession Physiotherapy (given)",
            "Two is of unit Ward 7 (given)",
            "Two is of profession Physiotherapy (given)",
        ]
    );
    // A third that is narrower in both decides.
    let third = crossing("clinical", "")
        + &head(
            "clinical",
            "ward",
            "profession = \"physio\"\npost = \"lead\"",
        );
    assert_eq!(found(&trust(&third, ""), HeadsCross), NONE);
    // Nobody is under both, or they have lines of their own.
    let lines = trust(&crossing("clinical", ""), "").replace(
        "operational = \"lead\"",
        "operational = \"lead\"\nclinical = \"lead\"",
    );
    assert_eq!(found(&lines, HeadsCross), NONE);
    // One within the other does not cross it.
    let nested = head(
        "clinical",
        "ward",
        "profession = \"physio\"\npost = \"lead\"",
    ) + &head("clinical", "trust", "post = \"chief\"");
    assert_eq!(found(&trust(&nested, ""), HeadsCross), NONE);
    // Of different kinds.
    let kinds = head(
        "clinical",
        "ward",
        "profession = \"allied\"\npost = \"lead\"",
    ) + &head(
        "professional",
        "trust",
        "profession = \"physio\"\npost = \"chief\"",
    );
    assert_eq!(found(&trust(&kinds, ""), HeadsCross), NONE);
}

#[test]
fn three_headships_cross() {
    let rules = |heads: [&str; 3]| {
        let [ward, care, trust] = heads;
        [
            "[unit.care]\ntitle = \"Care Group\"\nwithin = \"trust\"\n".to_owned(),
            head("clinical", "ward", &format!("post = \"{ward}\"")),
            head(
                "clinical",
                "care",
                &format!("profession = \"allied\"\npost = \"{care}\""),
            ),
            head(
                "clinical",
                "trust",
                &format!("profession = \"physio\"\npost = \"{trust}\""),
            ),
        ]
        .concat()
    };
    let crossing = |heads| {
        let text = trust(&rules(heads), "");
        found(
            &text.replacen("within = \"trust\"", "within = \"care\"", 1),
            HeadsCross,
        )
    };
    assert_eq!(
        crossing(["lead", "chief", "chief"]),
        [
            "the headship of all posts of Ward 7 crosses those of all Allied health staff of Care Group \
             and all Physiotherapy staff of Trust (clinical): 2 posts are under all of them, where the \
             first decides: One and Two | one two"
        ]
    );
    // Whoever heads one of them is outside it.
    assert_eq!(
        crossing(["lead", "one", "chief"]),
        [
            "the headship of all posts of Ward 7 crosses those of all Allied health staff of Care Group \
             and all Physiotherapy staff of Trust (clinical): 1 post is under all of them, where the \
             first decides: Two | two",
            "the headships of all posts of Ward 7 and of all Physiotherapy staff of Trust cross \
             (clinical): 1 post is under both, where the former decides: One | one",
        ]
    );
}

#[test]
fn a_headship_wider_in_both_respects_crosses_neither_of_two() {
    for (kind, rules) in [
        (
            "clinical",
            "all Allied health staff of Ward 7 and of all Physiotherapy staff of Trust",
        ),
        (
            "professional",
            "all Physiotherapy staff of Trust and of all Allied health staff of Ward 7",
        ),
    ] {
        let heads = [
            head(kind, "ward", "profession = \"allied\"\npost = \"lead\""),
            head(kind, "trust", "profession = \"physio\"\npost = \"chief\""),
            head(kind, "trust", "profession = \"allied\"\npost = \"chief\""),
            head(kind, "trust", "post = \"chief\""),
        ];
        assert_eq!(
            found(&trust(&heads.concat(), ""), HeadsCross),
            [format!(
                "the headships of {rules} cross ({kind}): 2 posts are under both, \
                 where the former decides: One and Two | one two"
            )]
        );
    }
}

#[test]
fn a_head_is_vacant() {
    let rules = head("clinical", "ward", "post = \"lead\"")
        + &head(
            "professional",
            "trust",
            "profession = \"physio\"\npost = \"lead\"",
        );
    let text = trust(&rules, "").replace("\"Lead\"\n", "\"Lead\"\nvacant = true\n");
    assert_eq!(
        found(&text, VacantHead),
        [
            "Lead is vacant and heads 2 rules: all posts of Ward 7 (clinical) and all Physiotherapy staff of Trust (professional) | lead"
        ]
    );
    assert_eq!(found(&trust(&rules, ""), VacantHead), NONE);
    assert_eq!(
        found(
            &text.replace("post = \"lead\"", "post = \"chief\""),
            VacantHead
        ),
        NONE
    );
}
