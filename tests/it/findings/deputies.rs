//! Deputies: none, hollow, mutual, sole, too often, too far below, hidden.

use answerable::FindingCode::{
    DeputyBelowTwo, FirstCallTwice, HollowCover, LimitedBehindUnlimited, MutualOnly, NoDeputy,
    NobodyIfAbsent, SoleCover, VacantWithReports,
};

use answerable::{Organisation, PostRecord};

use super::{NONE, basis, found, remedy};

/// A chain of three above two, of whom one is vacant.
const WARD: &str = r#"
[post.chief]
title = "Chief Nurse"
operational = { none = "head" }
DEPUTIES
[post.matron]
title = "Matron"
operational = "chief"
[post.sister]
title = "Ward Sister"
operational = "matron"
[post.day]
title = "Day Nurse"
operational = "sister"
[post.night]
title = "Night Nurse"
vacant = true
operational = "sister"
"#;

/// The ward, the chief having these deputies.
fn ward(deputies: &str) -> String {
    WARD.replace("DEPUTIES", &format!("deputies = {deputies}"))
}

#[test]
fn a_post_with_reports_has_no_deputy() {
    let text = ward(r#"[{ post = "matron", authority = "attend" }]"#);
    assert_eq!(
        found(&text, NoDeputy),
        [
            "Chief Nurse has nobody to deputise for it; it has 1 direct report | chief",
            "Matron has nobody to deputise for it; it has 1 direct report | matron",
            "Ward Sister has nobody to deputise for it; it has 2 direct reports | sister",
        ]
    );
    // A deputy for a matter is one.
    let text = ward(r#"[{ post = "night", for = ["budget"] }]"#);
    assert_eq!(found(&text, NoDeputy).len(), 2);
    assert_eq!(
        basis(&text, NoDeputy)[..2],
        [
            "Matron is an individual post (given)",
            "Ward Sister is accountable to Matron (operational; given)",
        ]
    );
}

#[test]
fn a_post_that_heads_or_chairs_has_no_deputy() {
    let text = r#"
[unit.ward]
title = "Ward 7"
[[head]]
kind = "professional"
unit = "ward"
post = "lead"
[post.lead]
title = "Lead"
operational = { none = "head" }
[post.board]
title = "Board"
kind = "body"
chair = "chair"
[post.panel]
title = "Panel"
kind = "body"
chair = "chair"
[post.chair]
title = "Chair"
operational = "lead"
professional = "lead"
[post.member]
title = "Member"
operational = "chair"
[post.council]
title = "Council"
kind = "body"
chair = "speaker"
[post.speaker]
title = "Speaker"
"#;
    assert_eq!(
        found(text, NoDeputy),
        [
            "Lead has nobody to deputise for it; it has 1 direct report and heads 1 rule | lead",
            "Chair has nobody to deputise for it; it has 1 direct report and chairs 2 bodies | chair",
            "Speaker has nobody to deputise for it; it chairs 1 body | speaker",
        ]
    );
    assert_eq!(
        basis(text, NoDeputy)[3..],
        [
            "by rule: all posts of Ward 7 answer to Lead (professional) (given)",
            "Chair is an individual post (given)",
            "Member is accountable to Chair (operational; given)",
            "Chair chairs Board (given)",
            "Chair chairs Panel (given)",
            "Speaker is an individual post (given)",
            "Speaker chairs Council (given)",
        ]
    );
}

#[test]
fn what_answers_by_rule_has_it_as_its_basis_once() {
    let text = r#"
[unit.ward]
title = "Ward 7"
[[head]]
kind = "professional"
unit = "ward"
post = "lead"
[[head]]
kind = "clinical"
unit = "ward"
post = "lead"
[post.lead]
title = "Lead"
vacant = true
[post.day]
title = "Day Nurse"
unit = "ward"
professional = "lead"
[post.night]
title = "Night Nurse"
unit = "ward"
[post.relief]
title = "Relief Nurse"
unit = "ward"
"#;
    let rules = [
        "Day Nurse is accountable to Lead (professional; given)",
        "by rule: all posts of Ward 7 answer to Lead (professional) (given)",
        "by rule: all posts of Ward 7 answer to Lead (clinical) (given)",
    ];
    let facts = [&["Lead is a vacant post (given)"], &rules[..]].concat();
    assert_eq!(basis(text, VacantWithReports), facts);
    assert_eq!(
        found(text, NoDeputy),
        ["Lead has nobody to deputise for it; it has 3 direct reports and heads 2 rules | lead"]
    );
    assert_eq!(basis(text, NoDeputy), facts);
}

#[test]
fn nobody_acts_for_one_that_is_absent() {
    let text = ward(r#"[{ post = "night" }]"#);
    let gap = "nobody acts for Chief Nurse if it alone is absent: \
               Chief Nurse has no operational superior (head) | chief";
    assert_eq!(found(&text, NobodyIfAbsent), [gap]);
    assert_eq!(
        basis(&text, NobodyIfAbsent),
        [
            "Chief Nurse is an individual post (given)",
            "Chief Nurse has no operational superior (given): head",
        ]
    );
    assert_eq!(
        remedy(&text, NobodyIfAbsent),
        "name a deputy who may act, or say to whom it answers"
    );
    assert_eq!(found(&ward(r#"["matron"]"#), NobodyIfAbsent), NONE);
    // For a matter only, or to attend, is not in general.
    let limited = ward(r#"[{ post = "matron", for = ["budget"] }]"#);
    assert_eq!(found(&limited, NobodyIfAbsent), [gap]);
    // The deputy of a vacant deputy steps in, if the arrangement is onward.
    let far = |onward: &str| {
        ward(&format!("[{{ post = \"night\"{onward} }}]"))
            .replace("vacant = true", "vacant = true\ndeputies = [\"day\"]")
    };
    assert_eq!(found(&far(""), NobodyIfAbsent), [gap]);
    assert_eq!(found(&far(", onward = true"), NobodyIfAbsent), NONE);
}

#[test]
fn nobody_acts_where_cover_goes_round() {
    // Each is the other's deputy, and what is vacant leads back.
    let text = r#"
[post.one]
title = "One"
deputies = [{ post = "two", onward = true }]
[post.two]
title = "Two"
vacant = true
deputies = [{ post = "one", onward = true }]
"#;
    assert_eq!(
        found(text, NobodyIfAbsent),
        ["nobody acts for One if it alone is absent: \
          the operational superior of One is not stated | one"]
    );
    // Of a vacant post it is said so: the other one acts.
    assert_eq!(
        found(&text.replace("vacant = true\n", ""), NobodyIfAbsent),
        NONE
    );
}

#[test]
fn cover_reverts_past_vacant_superiors() {
    let text = r#"
[post.board]
title = "Board"
kind = "body"
[post.outside]
title = "Regulator"
kind = "external"
[post.chief]
title = "Chief"
vacant = true
operational = "TOP"
[post.matron]
title = "Matron"
vacant = true
operational = "chief"
[post.sister]
title = "Sister"
operational = "matron"
"#;
    assert_eq!(found(&text.replace("TOP", "board"), NobodyIfAbsent), NONE);
    assert_eq!(
        found(&text.replace("TOP", "outside"), NobodyIfAbsent),
        [
            "nobody acts for Chief, which is vacant: Regulator is outside the organisation | chief + outside",
            "nobody acts for Matron, which is vacant: Regulator is outside the organisation | matron + outside",
            "nobody acts for Sister if it alone is absent: Regulator is outside the organisation | sister + outside",
        ]
    );
    let off = format!("[cover]\nreverts_to_superior = false\n{text}").replace("TOP", "board");
    assert_eq!(
        found(&off, NobodyIfAbsent)[2],
        "nobody acts for Sister if it alone is absent: \
         cover does not revert to the superior here | sister"
    );
    // The sister alone could act for the vacant chief: not for herself.
    let own = text.replace("\"TOP\"", "\"outside\"\ndeputies = [\"sister\"]");
    assert_eq!(
        found(&own, NobodyIfAbsent),
        [
            "nobody acts for Sister if it alone is absent: Regulator is outside the organisation | sister + outside"
        ]
    );
}

#[test]
fn one_absent_is_absent_from_every_post() {
    let text = r#"
[post.chief]
title = "Chief"
holder = "A. Mensah"
operational = { none = "head" }
deputies = ["deputy"]
[post.deputy]
title = "Deputy"
holder = "A. Mensah"
operational = "chief"
[post.nurse]
title = "Nurse"
operational = "deputy"
deputies = ["deputy"]
"#;
    assert_eq!(
        found(text, NobodyIfAbsent),
        [
            "nobody acts for Chief if it is absent, its holder being away from Deputy too: \
             Chief has no operational superior (head) | chief + deputy",
            "nobody acts for Deputy if it is absent, its holder being away from Chief too: \
             Chief has no operational superior (head) | deputy + chief",
        ]
    );
    // A post shared with another stays.
    let shared = text.replacen(
        "holder = \"A. Mensah\"",
        "holders = [\"A. Mensah\", \"B. Roy\"]",
        1,
    );
    assert_eq!(
        found(&shared, NobodyIfAbsent),
        [
            "nobody acts for Chief if it is absent, its holders being away from Deputy too: \
             Chief has no operational superior (head) | chief + deputy"
        ]
    );
    assert_eq!(
        remedy(&shared, NobodyIfAbsent),
        "name a deputy who may act and whom somebody else holds, or say to whom it answers"
    );
}

#[test]
fn of_many_posts_away_together_a_few_are_named() {
    let posts =
        (0..11).map(|at| PostRecord::new(format!("p{at}"), format!("P{at}")).held_by("A. Mensah"));
    let org = Organisation::from_posts(posts).expect("sound");
    let findings = org.findings();
    let first = findings.of(NobodyIfAbsent).next().expect("a finding");
    assert_eq!(
        super::line(first),
        "nobody acts for P0 if it is absent, its holder being away from \
         P1, P2, P3, P4, P5, P6, P7, P8 and 2 more too: \
         the operational superior of P0 is not stated | p0 + p1 p2 p3 p4 p5 p6 p7 p8"
    );
}

#[test]
fn many_deputies_may_be_one_person() {
    let text = |chief: &str, first: &str| {
        let own = |id: &str, more: &str| {
            format!("[post.{id}]\ntitle = \"{id}\"\nholder = \"A\"\n{more}\n")
        };
        [
            own("chief", chief),
            own("one", first),
            own("two", ""),
            own("three", ""),
            "[post.four]\ntitle = \"four\"\nholder = \"B\"\n".to_owned(),
        ]
        .concat()
    };
    let about_chief = |text: &str| {
        let found = found(text, NobodyIfAbsent);
        let of_chief = |line: &String| line.starts_with("nobody acts for chief ");
        found.iter().any(of_chief)
    };
    let three = r#"deputies = [["one", "two", "three"]]"#;
    assert!(about_chief(&text(three, "")));
    // The fourth is somebody else.
    let four = r#"deputies = [["one", "two", "three"], "four"]"#;
    assert!(!about_chief(&text(four, "")));
    // As a deputy's deputy, if the arrangement is onward.
    let onward = r#"deputies = [["two", "three"], { post = "one", onward = true }]"#;
    let far = r#"deputies = [["two", "three", "chief"], "four"]"#;
    assert!(!about_chief(&text(onward, far)));
    assert!(about_chief(&text(
        onward,
        r#"deputies = [["two", "three", "chief"]]"#
    )));
    assert!(about_chief(&text(
        &onward.replace(", onward = true", ""),
        far
    )));
}

#[test]
fn every_deputy_is_vacant() {
    let only = ward(r#"["night", { post = "day", authority = "attend" }]"#);
    assert_eq!(
        found(&only, HollowCover),
        ["the only deputy of Chief Nurse is vacant: Night Nurse | chief + night"]
    );
    let both = ward(r#"["night", { post = "night", for = ["budget"] }, "day"]"#);
    assert_eq!(found(&both, HollowCover), NONE);
    let vacant = both.replace("\"Day Nurse\"\n", "\"Day Nurse\"\nvacant = true\n");
    assert_eq!(
        found(&vacant, HollowCover),
        ["every deputy of Chief Nurse is vacant: Night Nurse and Day Nurse | chief + night day"]
    );
    assert_eq!(
        basis(&only, HollowCover),
        [
            "Night Nurse deputises for Chief Nurse (rank 1; given)",
            "Night Nurse is a vacant post (given)",
        ]
    );
    let none = ward(r#"[{ post = "night", authority = "attend" }]"#);
    assert_eq!(found(&none, HollowCover), NONE);
}

#[test]
fn two_posts_have_only_each_other() {
    let mutual = |more: &str| {
        ward(&format!("[\"matron\"{more}]")).replace(
            "operational = \"chief\"",
            "operational = \"chief\"\ndeputies = [{ post = \"chief\", for = [\"budget\"] }, \"chief\"]",
        )
    };
    assert_eq!(
        found(&mutual(""), MutualOnly),
        ["Chief Nurse and Matron have only each other as deputies | chief matron"]
    );
    assert_eq!(found(&mutual(", \"day\""), MutualOnly), NONE);
    let attends = mutual(", { post = \"day\", authority = \"attend\" }");
    assert_eq!(found(&attends, MutualOnly).len(), 1);
    assert_eq!(found(&ward("[\"matron\"]"), MutualOnly), NONE);
}

#[test]
fn the_cover_of_many_rests_on_one() {
    let text = |most: u32| {
        format!(
            r#"
[findings]
sole_cover = {most}
[post.day]
title = "Day"
deputies = ["relief", "gone"]
[post.gone]
title = "Gone"
vacant = true
deputies = ["relief"]
[post.night]
title = "Night"
deputies = [{{ post = "gone", onward = true }}]
[post.two]
title = "Two"
deputies = ["relief", "day"]
[post.relief]
title = "Relief"
deputies = ["relief-2"]
[post.relief-2]
title = "Relief 2"
"#
        )
    };
    let sole = [
        "the cover of 3 posts rests on Relief alone: Day, Gone and Night | relief + day gone night",
    ];
    assert_eq!(found(&text(2), SoleCover), sole);
    assert_eq!(found(&text(3), SoleCover), NONE);
    assert_eq!(found(&text(0), SoleCover).len(), 2);
    assert_eq!(
        found(&text(2).replace("sole_cover = 2", ""), SoleCover),
        NONE
    );
}

#[test]
fn one_is_called_first_for_two() {
    let text = |deputies: [&str; 3]| {
        let [chief, matron, night] = deputies;
        format!(
            r#"
[post.chief]
title = "Chief"
operational = {{ none = "head" }}
deputies = {chief}
[post.matron]
title = "Matron"
operational = "chief"
[post.sister]
title = "Sister"
operational = "matron"
deputies = {matron}
[post.night]
title = "Night"
operational = "matron"
deputies = {night}
[post.lead]
title = "Lead"
operational = "elsewhere"
deputies = ["relief"]
[post.elsewhere]
title = "Elsewhere"
[post.relief]
title = "Relief"
[post.other]
title = "Other"
"#
        )
    };
    let fires = |deputies| found(&text(deputies), FirstCallTwice);
    // In one chain, two layers apart; one in a pool, and behind one for a matter.
    assert_eq!(
        fires([
            r#"[{ post = "other", for = ["budget"] }, ["relief", "other"]]"#,
            r#"["relief"]"#,
            "[]"
        ]),
        [
            "Relief is called first for Chief and for 1 post below it: Sister | relief + chief sister"
        ]
    );
    // Under one superior.
    assert_eq!(
        fires(["[]", r#"["relief"]"#, r#"["relief"]"#]),
        [
            "Relief is called first for 2 posts right below Matron: Sister and Night | relief + sister night matron"
        ]
    );
    assert_eq!(
        fires([r#"["relief"]"#, r#"["relief"]"#, r#"["relief"]"#]),
        [
            "Relief is called first for Chief and for 2 posts below it: Sister and Night | relief + chief sister night",
            "Relief is called first for 2 posts right below Matron: Sister and Night | relief + sister night matron",
        ]
    );
    assert_eq!(
        basis(
            &text([r#"["relief"]"#, r#"["relief"]"#, r#"["relief"]"#]),
            FirstCallTwice
        ),
        [
            "Relief deputises for Chief (rank 1; given)",
            "Relief deputises for Sister (rank 1; given)",
            "Relief deputises for Night (rank 1; given)",
            "Sister is accountable to Matron (operational; given)",
            "Matron is accountable to Chief (operational; given)",
            "Night is accountable to Matron (operational; given)",
            "Relief deputises for Sister (rank 1; given)",
            "Relief deputises for Night (rank 1; given)",
            "Sister is accountable to Matron (operational; given)",
            "Night is accountable to Matron (operational; given)",
        ]
    );
    // Called second, for a matter or to attend: no first call.
    assert_eq!(
        fires([r#"["other", "relief"]"#, r#"["relief"]"#, "[]"]),
        NONE
    );
    assert_eq!(
        fires([
            r#"[{ post = "relief", for = ["budget"] }]"#,
            r#"["relief"]"#,
            "[]"
        ]),
        NONE
    );
    assert_eq!(
        fires([
            r#"[{ post = "relief", authority = "attend" }]"#,
            r#"["relief"]"#,
            "[]"
        ]),
        NONE
    );
    // Neither in one chain nor under one superior: the lead.
    assert_eq!(fires([r#"["relief"]"#, "[]", "[]"]), NONE);
}

/// Not on whom else is asked, or for a matter, nor on lines above the posts.
#[test]
fn a_first_call_rests_on_its_arrangements_and_the_lines_between() {
    let text = ward("[]")
        .replace(
            "operational = \"chief\"",
            "operational = \"chief\"\ndeputies = [\"night\", \"day\"]",
        )
        .replace(
            "operational = \"matron\"",
            "operational = \"matron\"\ndeputies = [{ post = \"night\", for = [\"budget\"] }, \"night\"]",
        );
    assert_eq!(
        found(&text, FirstCallTwice),
        [
            "Night Nurse is called first for Matron and for 1 post below it: Ward Sister | night + matron sister"
        ]
    );
    assert_eq!(
        basis(&text, FirstCallTwice),
        [
            "Night Nurse deputises for Matron (rank 1; given)",
            "Night Nurse deputises for Ward Sister (rank 2; given)",
            "Ward Sister is accountable to Matron (operational; given)",
        ]
    );
}

#[test]
fn one_is_called_first_in_two_places_apart() {
    // Two wards that have nothing to do with each other.
    let ward = |name: &str| {
        format!(
            r#"
[post.{name}-sister]
title = "{name} Sister"
deputies = ["relief"]
[post.{name}-nurse]
title = "{name} Nurse"
operational = "{name}-sister"
deputies = ["relief"]
"#
        )
    };
    let text = [
        "[post.relief]\ntitle = \"Relief\"\n",
        &ward("day"),
        &ward("night"),
    ]
    .concat();
    assert_eq!(
        found(&text, FirstCallTwice),
        [
            "Relief is called first for day Sister and for 1 post below it: day Nurse | relief + day-sister day-nurse",
            "Relief is called first for night Sister and for 1 post below it: night Nurse | relief + night-sister night-nurse",
        ]
    );
}

#[test]
fn an_arrangement_for_a_matter_adds_nothing() {
    let fires = |deputies: &str| found(&ward(deputies), LimitedBehindUnlimited);
    let idle = "that Day Nurse deputises for Chief Nurse in budget adds nothing: \
                it deputises in everything before that | chief + day";
    assert_eq!(
        fires(r#"["day", { post = "day", for = ["budget"] }]"#),
        [idle]
    );
    // Whoever else stands before it.
    assert_eq!(
        fires(r#"["matron", "day", { post = "day", for = ["budget"] }]"#),
        [idle]
    );
    // The deputies of the deputy step in by it alone.
    let onward = r#"["day", { post = "day", for = ["budget"], onward = true }]"#;
    assert_eq!(fires(onward), NONE);
    assert_eq!(
        fires(&onward.replace("[\"day\"", "[{ post = \"day\", onward = true }")),
        [idle]
    );
    assert_eq!(
        fires(&onward.replace("[\"day\"", "[\"day\", \"matron\"")),
        [
            "Day Nurse deputises for Chief Nurse in budget only after Matron, which deputises in everything | chief + day matron"
        ]
    );
    assert_eq!(
        remedy(
            &ward(r#"["day", { post = "day", for = ["budget"] }]"#),
            LimitedBehindUnlimited
        ),
        "take it out, as far as it is for these matters"
    );
    assert_eq!(
        remedy(
            &ward(r#"["matron", { post = "day", for = ["budget"] }]"#),
            LimitedBehindUnlimited
        ),
        "put the arrangement for a matter before the unlimited one"
    );
}

#[test]
fn a_deputy_is_far_below() {
    let deep = ward(r#"["matron", "sister", { post = "day", for = ["budget"] }, "day"]"#);
    assert_eq!(
        found(&deep, DeputyBelowTwo),
        [
            "Ward Sister deputises for Chief Nurse from 2 layers below | chief + sister",
            "Day Nurse deputises for Chief Nurse from 3 layers below | chief + day",
        ]
    );
    assert_eq!(
        basis(&deep, DeputyBelowTwo)[..3],
        [
            "Ward Sister deputises for Chief Nurse (rank 2; given)",
            "Ward Sister is accountable to Matron (operational; given)",
            "Matron is accountable to Chief Nurse (operational; given)",
        ]
    );
    // On the lines between the two, and none above them.
    let of_matron = WARD.replace("DEPUTIES", "").replace(
        "operational = \"chief\"",
        "operational = \"chief\"\ndeputies = [\"sister\", \"day\"]",
    );
    assert_eq!(
        found(&of_matron, DeputyBelowTwo),
        ["Day Nurse deputises for Matron from 2 layers below | matron + day"]
    );
    assert_eq!(
        basis(&of_matron, DeputyBelowTwo),
        [
            "Day Nurse deputises for Matron (rank 2; given)",
            "Day Nurse is accountable to Ward Sister (operational; given)",
            "Ward Sister is accountable to Matron (operational; given)",
        ]
    );
    let attends = ward(r#"["matron", { post = "day", authority = "attend" }]"#);
    assert_eq!(found(&attends, DeputyBelowTwo), NONE);
    // From above, or from elsewhere.
    let above = WARD.replace("DEPUTIES", "").replace(
        "title = \"Day Nurse\"",
        "title = \"Day Nurse\"\ndeputies = [\"chief\"]",
    );
    assert_eq!(found(&above, DeputyBelowTwo), NONE);
}

#[test]
fn an_arrangement_for_a_matter_is_hidden() {
    let matters = "[matter.sign]\npersonal = true\n[matter.budget]\ntitle = \"Budget\"\n";
    let fires = |deputies: &str| {
        found(
            &format!("{matters}{}", ward(deputies)),
            LimitedBehindUnlimited,
        )
    };
    assert_eq!(
        fires(r#"["matron", { post = "day", for = ["sign", "budget", "leave"] }]"#),
        [
            "Day Nurse deputises for Chief Nurse in Budget and leave only after Matron, which deputises in everything | chief + day matron"
        ]
    );
    // The right way round, in one rank, to attend, or on a personal matter.
    assert_eq!(
        fires(r#"[{ post = "day", for = ["budget"] }, "matron"]"#),
        NONE
    );
    assert_eq!(
        fires(r#"[["matron", { post = "day", for = ["budget"] }]]"#),
        NONE
    );
    assert_eq!(
        fires(r#"[{ post = "matron", authority = "attend" }, { post = "day", for = ["budget"] }]"#),
        NONE
    );
    assert_eq!(
        fires(r#"["matron", { post = "day", for = ["budget"], authority = "attend" }]"#),
        NONE
    );
    assert_eq!(
        fires(r#"["matron", { post = "day", for = ["sign"] }]"#),
        NONE
    );
}
