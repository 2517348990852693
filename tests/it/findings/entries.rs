//! Ids, units, matters, and what is only assumed.

use answerable::FindingCode::{
    AssumedFacts, MatterUndeclared, MatterUnused, NearlySameIds, UnitWithoutPosts,
};
use answerable::Subject;

use super::{NONE, basis, found, from_toml, remedy};

#[test]
fn ids_are_nearly_the_same() {
    let post = |id: &str| format!("[post.\"{id}\"]\ntitle = \"P\"\n");
    let posts = |ids: &[&str]| ids.iter().map(|id| post(id)).collect::<String>();
    let differ = "ids of posts differ only in ";
    assert_eq!(
        found(
            &posts(&["ward", "x", "Ward", "007", "7", "Ward\u{200B}"]),
            NearlySameIds
        ),
        [
            format!(
                "{differ}letter case and zero-width characters: `ward`, `Ward` and `Ward\\u{{200b}}` | ward Ward Ward\u{200B}"
            ),
            format!("{differ}leading zeros: `007` and `7` | 007 7"),
        ]
    );
    // What would look the same is told apart.
    assert_eq!(
        found(&posts(&["Zo\u{EB}", "Zoe\u{308}"]), NearlySameIds),
        [format!(
            "{differ}Unicode form: `Zo\u{EB}` and `Zoe\\u{{308}}` | Zo\u{EB} Zoe\u{308}"
        )]
    );
    // The sign for ohm and the Greek letter, of one small letter.
    assert_eq!(
        found(&posts(&["\u{2126}", "\u{3A9}"]), NearlySameIds),
        [format!(
            "{differ}Unicode form: `\\u{{2126}}` and `\u{3A9}` | \u{2126} \u{3A9}"
        )]
    );
    // Ids of the greatest length are shown whole.
    let long = ["a", "A"].map(|letter| letter.repeat(200));
    let ids = [&*long[0], &long[1]];
    assert_eq!(
        found(&posts(&ids), NearlySameIds),
        [format!(
            "{differ}letter case: `{0}` and `{1}` | {0} {1}",
            ids[0], ids[1]
        )]
    );
    assert_eq!(
        found(&posts(&["a-1", "a-10", "a1", "a_1"]), NearlySameIds),
        NONE
    );
}

#[test]
fn ids_of_every_table_are_compared() {
    let text = r#"
[source.JD]
[source.jd]
[profession.Nursing]
[profession.nursing]
[unit.ward]
[unit.Ward]
[matter.Budget]
[post.ward]
title = "Ward"
unit = "ward"
[post.chief]
title = "Chief"
unit = "Ward"
deputies = [{ post = "ward", for = ["budget"] }]
"#;
    let org = from_toml(text);
    let findings = org.findings();
    let told: Vec<_> = findings
        .of(NearlySameIds)
        .map(ToString::to_string)
        .collect();
    let ends = ["sources", "professions", "units", "matters"];
    assert_eq!(told.len(), 4);
    for (told, of) in told.iter().zip(ends) {
        assert!(told.starts_with(&format!("ids of {of} ")), "{told}");
    }
    let units = findings.of(NearlySameIds).nth(2).expect("units");
    let ids = units.subjects().iter().map(|subject| match subject {
        Subject::Unit(unit) => unit.id(),
        _ => "",
    });
    assert_eq!(ids.collect::<Vec<_>>(), ["ward", "Ward"]);
    assert!(units.posts().is_empty());
    assert_eq!(
        basis(text, NearlySameIds),
        [
            "JD is a source (given)",
            "jd is a source (given)",
            "Nursing is a profession (given)",
            "nursing is a profession (given)",
            "ward is a unit (given)",
            "Ward is a unit (given)",
            "Budget is a matter (given)",
            "budget is a matter (given)",
        ]
    );
}

#[test]
fn ids_of_holders_are_nearly_the_same() {
    let text = r#"
[post.chief]
title = "Chief"
holder = { name = "A. Mensah", id = "n7" }
[post.matron]
title = "Matron"
holder = { name = "B. Roy", id = "8" }
[post.sister]
title = "Sister"
holders = [{ name = "A. Mensah", id = "N007" }, { name = "A. Mensah", id = "n7" }]
"#;
    assert_eq!(
        found(text, NearlySameIds),
        [
            "ids of holders differ only in letter case and leading zeros: `n7` and `N007` | chief sister"
        ]
    );
    assert_eq!(
        basis(text, NearlySameIds),
        [
            "A. Mensah holds Chief (given)",
            "A. Mensah holds Sister (given)",
            "A. Mensah holds Sister (given)",
        ]
    );
    assert_eq!(found(&text.replace("N007", "n7x"), NearlySameIds), NONE);
}

#[test]
fn a_unit_has_no_posts() {
    let text = r#"
[unit.trust]
title = "Trust"
[unit.ward]
title = "Ward"
within = "trust"
[unit.clinic]
title = "Clinic"
within = "trust"
[post.nurse]
title = "Nurse"
unit = "ward"
"#;
    assert_eq!(found(text, UnitWithoutPosts), ["Clinic has no posts | "]);
    assert_eq!(basis(text, UnitWithoutPosts), ["Clinic is a unit (given)"]);
    // Of units within each other the outermost is named.
    assert_eq!(
        found(&text.replace("unit = \"ward\"", ""), UnitWithoutPosts),
        ["Trust has no posts, nor has any unit within it | "]
    );
}

#[test]
fn a_matter_is_unused() {
    let text = r#"
[matter.budget]
title = "Budget"
[matter.leave]
title = "Leave"
[post.nurse]
title = "Nurse"
deputies = [{ post = "sister", for = ["leave", "rota"], authority = "attend" }]
[post.sister]
title = "Sister"
"#;
    assert_eq!(
        found(text, MatterUnused),
        ["no arrangement is for Budget | "]
    );
    assert_eq!(basis(text, MatterUnused), ["Budget is a matter (given)"]);
}

#[test]
fn a_matter_is_named_and_not_declared() {
    let text = r#"
[matter.revalidation]
title = "Medical revalidation"
[post.director]
title = "Medical Director"
deputies = [{ post = "associate", for = ["revalidaton", "revalidation"] }, { post = "lead", for = ["rota"] }]
[post.associate]
title = "Associate Medical Director"
deputies = [{ post = "lead", for = ["Revalidation", "rota"], authority = "attend" }]
[post.lead]
title = "Clinical Lead"
"#;
    assert_eq!(
        found(text, MatterUndeclared),
        [
            "Medical Director has a deputy for `revalidaton`, which is not declared; did you mean `revalidation`? | director",
            "Medical Director and Associate Medical Director have deputies for `rota`, which is not declared | director associate",
            "Associate Medical Director has a deputy for `Revalidation`, which is not declared; did you mean `revalidation`, which differs only in letter case? | associate",
        ]
    );
    assert_eq!(
        remedy(text, MatterUndeclared),
        "correct the id, or declare the matter"
    );
    assert_eq!(
        basis(text, MatterUndeclared)[1..3],
        [
            "Clinical Lead deputises for Medical Director (rank 2; for rota; given)",
            "Clinical Lead deputises for Associate Medical Director (rank 1; to attend; for Revalidation, rota; given)",
        ]
    );
    let text = text.replace("revalidaton\", \"", "");
    assert_eq!(
        remedy(&text, MatterUndeclared),
        "declare it, or correct the id"
    );
    let allowed = "[findings.allow]\nmatter-undeclared = { why = \"local\", posts = [\"director\", \"associate\"] }\n";
    assert_eq!(found(&format!("{allowed}{text}"), MatterUndeclared), NONE);
    // Where none is declared, being named is enough.
    let (_, posts) = text.split_once("Medical revalidation\"\n").expect("posts");
    assert_eq!(found(posts, MatterUndeclared), NONE);
}

#[test]
fn facts_are_assumed() {
    let text = r#"
[source.jd]
standing = "assumed"
[unit.trust]
title = "Trust"
[unit.ward]
title = "Ward"
within = { to = "trust", standing = "assumed" }
[[head]]
kind = "clinical"
unit = "ward"
post = "nurse"
standing = "assumed"
[post.board]
title = "Board"
kind = "body"
chair = { to = "nurse", standing = "assumed" }
members = [{ post = "sister", standing = "assumed" }]
operational = { none = "head", standing = "assumed" }
clinical = { unstated = "silent", standing = "assumed" }
[post.nurse]
title = "Nurse"
unit = { to = "ward", standing = "assumed" }
holder = { name = "A", standing = "assumed" }
operational = { to = "board", standing = "assumed" }
also = [{ kind = "clinical", to = "board", standing = "assumed" }]
deputies = [{ post = "sister", standing = "assumed" }]
works_with = [{ to = "sister", standing = "assumed" }]
basis = { source = "jd" }
[post.sister]
title = "Sister"
unit = "ward"
standing = "inferred"
"#;
    assert_eq!(
        found(text, AssumedFacts),
        [
            "4 facts about Board are only assumed | board",
            "6 facts about Nurse are only assumed | nurse",
            "1 fact about jd is only assumed | ",
            "1 fact about Ward is only assumed | ",
            "1 fact about the headship of all posts of Ward (clinical) is only assumed | ",
        ]
    );
    assert_eq!(
        basis(text, AssumedFacts),
        [
            "Board has no operational superior (assumed): head",
            "the clinical superior of Board is not stated (assumed): silent",
            "Nurse chairs Board (assumed)",
            "Sister is a member of Board (assumed)",
            "Nurse is of unit Ward (assumed)",
            "A holds Nurse (assumed)",
            "Nurse is accountable to Board (operational; assumed)",
            "Nurse is also accountable to Board (clinical; assumed)",
            "Sister deputises for Nurse (rank 1; assumed)",
            "Nurse works with Sister (assumed)",
            "jd is a source (assumed)",
            "Ward lies within Trust (assumed)",
            "by rule: all posts of Ward answer to Nurse (clinical) (assumed)",
        ]
    );
    let given = text.replace("\"assumed\"", "\"inferred\"");
    assert_eq!(found(&given, AssumedFacts), NONE);
}

#[test]
fn facts_of_professions_and_matters_are_assumed() {
    let text = r#"
[profession.allied]
title = "Allied health"
[profession.physio]
title = "Physiotherapy"
standing = "assumed"
within = { to = "allied", standing = "assumed" }
[matter.leave]
title = "Annual leave"
standing = "assumed"
[post.lead]
title = "Lead"
profession = { to = "physio", standing = "assumed" }
deputies = [{ post = "nurse", for = ["leave"] }]
[post.nurse]
title = "Nurse"
"#;
    assert_eq!(
        found(text, AssumedFacts),
        [
            "1 fact about Lead is only assumed | lead",
            "2 facts about Physiotherapy are only assumed | ",
            "1 fact about Annual leave is only assumed | ",
        ]
    );
    assert_eq!(
        basis(text, AssumedFacts),
        [
            "Lead is of profession Physiotherapy (assumed)",
            "Physiotherapy is a profession (assumed)",
            "Physiotherapy lies within Allied health (assumed)",
            "Annual leave is a matter (assumed)",
        ]
    );
}

/// It is told once, by the headship, and not by each post that it leaves open.
#[test]
fn a_head_not_stated_is_an_assumption_of_the_headship_alone() {
    let text = r#"
[unit.ward]
title = "Ward 7"
[[head]]
kind = "clinical"
unit = "ward"
unstated = "not agreed"
standing = "assumed"
[post.day]
title = "Day Nurse"
unit = "ward"
[post.night]
title = "Night Nurse"
unit = "ward"
clinical = { unstated = "not agreed", standing = "assumed" }
"#;
    assert_eq!(
        found(text, AssumedFacts),
        [
            "1 fact about Night Nurse is only assumed | night",
            "1 fact about the headship of all posts of Ward 7 (clinical) is only assumed | ",
        ]
    );
}
