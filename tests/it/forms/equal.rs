//! When two organisations are equal: when they say the same, in the same order.

use answerable::{Document, Organisation, Salvage};

use crate::loaded::from_toml;

const TOLD: &str = r#"
title = "Thamesmouth"
about = "A trust."
cover = { reverts_to_superior = true }
findings = { span = 9, allow = { several-tops = "by design" } }
kind = { clinical = { title = "Medical" } }
[source.scheme]
title = "Scheme"
[profession.nursing]
title = "Nursing"
[unit.trust]
title = "Trust"
[unit.ward]
within = "trust"
[matter.leave]
personal = false
[[head]]
kind = "professional"
unit = "trust"
profession = "nursing"
post = "chief"
[post.chief]
title = "Chief Nurse"
operational = { none = "of the board" }
[post.matron]
title = "Matron"
unit = "ward"
operational = "chief"
deputies = ["chief"]
"#;

#[test]
fn what_differs_in_one_fact_is_not_equal() {
    let org = from_toml(TOLD);
    assert_eq!(org, from_toml(TOLD));
    for (said, otherwise) in [
        ("title = \"Thamesmouth\"", "title = \"Thames\""),
        ("A trust.", "A group."),
        ("reverts_to_superior = true", "reverts_to_superior = false"),
        ("span = 9", "span = 8"),
        ("by design", "for now"),
        ("\"Medical\"", "\"Care\""),
        ("\"Scheme\"", "\"Rules\""),
        ("\"Nursing\"", "\"Nurses\""),
        ("[unit.ward]\nwithin = \"trust\"", "[unit.ward]"),
        ("personal = false", "personal = true"),
        ("profession = \"nursing\"\npost", "post"),
        ("[post.matron]", "[post.sister]"),
        ("title = \"Matron\"", "title = \"Sister\""),
        ("unit = \"ward\"", "unit = \"trust\""),
        ("operational = \"chief\"", "clinical = \"chief\""),
        ("deputies = [\"chief\"]", "deputies = [[\"chief\"]]"),
        ("of the board", "of nobody"),
    ] {
        assert_eq!(TOLD.matches(said).count(), 1, "{said}");
        let other = from_toml(&TOLD.replace(said, otherwise));
        assert_ne!(org, other, "{otherwise}");
    }
}

#[test]
fn what_is_salvaged_is_equal_with_its_problems() {
    let salvage = |text: &str| -> Salvage {
        Organisation::salvage(Document::from_toml(text).expect("TOML that can be read"))
    };
    let faulty = format!("{TOLD}colour = 1\n");
    assert_eq!(salvage(&faulty), salvage(&faulty));
    let same_problems = faulty.replace("A trust.", "A group.");
    assert_ne!(salvage(&faulty), salvage(&same_problems));
    let same_organisation = faulty.replace("colour", "size");
    assert_eq!(
        salvage(&faulty).organisation,
        salvage(&same_organisation).organisation
    );
    assert_ne!(salvage(&faulty), salvage(&same_organisation));
}
