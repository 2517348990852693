//! One person in several posts.

use answerable::Finding;
use answerable::FindingCode::{HolderAboveSelf, HolderCalledVacant, SameName};

use super::{NONE, basis, found, from_toml, remedy};

fn ward(chief: &str, matron: &str, nurse: &str) -> String {
    format!(
        r#"
[post.chief]
title = "Chief"
holder = {chief}
[post.matron]
title = "Matron"
holder = {matron}
operational = "chief"
professional = "chief"
[post.nurse]
title = "Nurse"
holder = {nurse}
operational = "matron"
professional = "chief"
"#
    )
}

#[test]
fn a_holder_is_above_itself() {
    assert_eq!(
        found(
            &ward("\"A. Mensah\"", "\"B. Roy\"", "\"A. Mensah\""),
            HolderAboveSelf
        ),
        [
            "A. Mensah holds Nurse and also Chief, which is above it (operational and professional) | nurse + chief"
        ]
    );
    // The nearest above is told of.
    assert_eq!(
        found(&ward("\"A\"", "\"A\"", "\"A\""), HolderAboveSelf),
        [
            "A holds Matron and also Chief, which is above it (operational and professional) | matron + chief",
            "A holds Nurse and also Matron, which is above it (operational) | nurse + matron",
            "A holds Nurse and also Chief, which is above it (professional) | nurse + chief",
        ]
    );
    // Of two who share a post, each.
    let shared = ward("\"B\"", "\"A\"", "\"C\"")
        .replace("holder = \"C\"", "holders = [\"A\", \"B\", \"A\"]");
    assert_eq!(
        found(&shared, HolderAboveSelf),
        [
            "A holds Nurse and also Matron, which is above it (operational) | nurse + matron",
            "B holds Nurse and also Chief, which is above it (operational and professional) | nurse + chief",
        ]
    );
    let both = "[\"A\", \"B\"]";
    let pairs = ward(both, "\"C\"", both).replace("holder = [", "holders = [");
    assert_eq!(
        found(&pairs, HolderAboveSelf),
        ["A", "B"].map(|name| {
            format!("{name} holds Nurse and also Chief, which is above it (operational and professional) | nurse + chief")
        })
    );
    // One of a name with an id, and one without, may each be who holds the other.
    let twice = ward("\"B\"", "\"A\"", "\"C\"").replace(
        "holder = \"C\"",
        "holders = [\"A\", { name = \"A\", id = \"1\" }]",
    );
    assert_eq!(
        found(&twice, HolderAboveSelf),
        ["A", "A (`1`)"].map(|name| {
            format!("{name} holds Nurse and also Matron, which is above it (operational) | nurse + matron")
        })
    );
    let text = ward("\"A\"", "\"B\"", "\"A\"");
    assert_eq!(
        basis(&text, HolderAboveSelf)[..4],
        [
            "A holds Nurse (given)",
            "A holds Chief (given)",
            "Nurse is accountable to Matron (operational; given)",
            "Matron is accountable to Chief (operational; given)",
        ]
    );
}

/// And not on the lines above the upper of the two posts.
#[test]
fn who_is_above_itself_is_so_by_the_lines_between() {
    let text = ward("\"A\"", "\"B\"", "\"B\"");
    assert_eq!(
        found(&text, HolderAboveSelf),
        ["B holds Nurse and also Matron, which is above it (operational) | nurse + matron"]
    );
    assert_eq!(
        basis(&text, HolderAboveSelf),
        [
            "B holds Nurse (given)",
            "B holds Matron (given)",
            "Nurse is accountable to Matron (operational; given)",
        ]
    );
}

/// A line through the operational chain that ends at a head outside the area of the
/// rule rests on nobody above that head being in it, whether or not the rule is of
/// one profession.
#[test]
fn who_is_above_itself_by_rule_is_so_by_the_facts_of_the_rule() {
    let text = r#"
[profession.nursing]
title = "Nursing"
[unit.ward]
title = "Ward 7"
[[head]]
kind = "professional"
unit = "ward"
post = "chief-nurse"
through = "operational"
[post.chief-executive]
title = "Chief Executive"
[post.chief-nurse]
title = "Chief Nurse"
holder = "A"
operational = "chief-executive"
[post.manager]
title = "Manager"
operational = "chief-nurse"
[post.nurse]
title = "Nurse"
holder = "A"
unit = "ward"
profession = "nursing"
operational = "manager"
"#;
    let all = "by rule: all posts of Ward 7 answer to Chief Nurse (professional) (given)";
    let nurses =
        "by rule: all Nursing staff of Ward 7 answer to Chief Nurse (professional) (given)";
    let of_one_profession = text.replace("through", "profession = \"nursing\"\nthrough");
    for (text, rule) in [(text, all), (&of_one_profession, nurses)] {
        assert_eq!(
            found(text, HolderAboveSelf),
            [
                "A holds Nurse and also Chief Nurse, which is above it (operational and professional) | nurse + chief-nurse"
            ]
        );
        let mut facts = vec![
            "A holds Nurse (given)",
            "A holds Chief Nurse (given)",
            "Nurse is accountable to Manager (operational; given)",
            "Manager is accountable to Chief Nurse (operational; given)",
            rule,
            "Nurse is of unit Ward 7 (given)",
        ];
        if rule == nurses {
            facts.push("Nurse is of profession Nursing (given)");
        }
        facts.extend([
            "Nurse is accountable to Manager (operational; given)",
            "Manager is accountable to Chief Nurse (operational; given)",
            "Chief Nurse is accountable to Chief Executive (operational; given)",
        ]);
        assert_eq!(basis(text, HolderAboveSelf), facts);
    }
}

#[test]
fn who_is_one_person_is_told_by_id_or_else_by_name() {
    let fires = |chief: &str, nurse: &str| {
        found(&ward(chief, "\"Nobody else\"", nurse), HolderAboveSelf).len()
    };
    let (one, other) = (
        "{ name = \"A\", id = \"1\" }",
        "{ name = \"A\", id = \"2\" }",
    );
    assert_eq!(fires(one, other), 0);
    assert_eq!(fires(one, "{ name = \"B\", id = \"1\" }"), 1);
    assert_eq!(fires(one, "\"A\""), 1);
    assert_eq!(fires("\"A\"", one), 1);
    assert_eq!(fires("\"A\"", "\"a\""), 0);
    // Beside each other is not above.
    let beside = ward("\"B\"", "\"A\"", "\"A\"")
        .replace("operational = \"matron\"", "operational = \"chief\"");
    assert_eq!(found(&beside, HolderAboveSelf), NONE);
}

#[test]
fn one_name_stands_in_several_posts() {
    assert_eq!(
        found(
            &ward("\"A. Mensah\"", "\"B. Roy\"", "\"A. Mensah\""),
            SameName
        ),
        [
            "A. Mensah stands in 2 posts and is taken to be one person by name alone: Chief and Nurse | chief nurse"
        ]
    );
    let (one, other) = (
        "{ name = \"A\", id = \"1\" }",
        "{ name = \"A\", id = \"2\" }",
    );
    // Ids say who is who.
    assert_eq!(found(&ward(one, "\"B\"", one), SameName), NONE);
    assert_eq!(
        found(&ward(one, "\"B\"", other), SameName),
        [
            "A stands in 2 posts under 2 ids and is taken to be as many people: Chief and Nurse | chief nurse"
        ]
    );
    assert_eq!(
        found(&ward(one, one, "\"A\""), SameName),
        [
            "A stands in 3 posts, with an id and without, and is taken to be one person by name alone: \
             Chief, Matron and Nurse | chief matron nurse"
        ]
    );
    assert_eq!(
        found(&ward(one, other, "\"A\""), SameName),
        [
            "A stands in 3 posts, under 2 ids and without one, which by name alone is taken to be any of them: \
             Chief, Matron and Nurse | chief matron nurse"
        ]
    );
    let remedy = |nurse: &str| {
        let org = from_toml(&ward(one, "\"B\"", nurse));
        let findings = org.findings();
        let mut of = findings.of(SameName);
        of.next().map(Finding::remedy)
    };
    assert_eq!(
        [remedy("\"A\""), remedy(other)],
        [
            Some("give each holder of that name an id: one id if it is one person"),
            Some(
                "see whether they are one person: if so, give them one id, or else allow it with why"
            ),
        ]
    );
    let twice =
        ward("\"A\"", "\"B\"", "\"C\"").replace("holder = \"A\"", "holders = [\"A\", \"A\"]");
    assert_eq!(found(&twice, SameName), NONE);
    assert_eq!(
        basis(&ward("\"A\"", "\"B\"", "\"A\""), SameName),
        ["A holds Chief (given)", "A holds Nurse (given)"]
    );
}

#[test]
fn a_holder_is_called_vacant() {
    let text = r#"
[post.matron]
title = "Matron"
holder = "VACANT"
[post.sister]
title = "Sister"
holders = ["A. Mensah", { name = "Vacant ", as = "acting" }]
[post.nurse]
title = "Nurse"
holder = "Vacant (J. Lim until May)"
[post.clerk]
title = "Clerk"
vacant = true
"#;
    assert_eq!(
        found(text, HolderCalledVacant),
        [
            "Matron has a holder called `VACANT` | matron",
            "Sister has a holder called `Vacant ` | sister",
        ]
    );
    assert_eq!(
        remedy(text, HolderCalledVacant),
        "if nobody holds it, say `vacant = true` in place of the holder"
    );
    assert_eq!(
        basis(text, HolderCalledVacant),
        [
            "VACANT holds Matron (given)",
            "Vacant  (acting) holds Sister (given)",
        ]
    );
}
