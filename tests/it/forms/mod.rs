//! The written forms of every shape, in TOML, in JSON and in code, and what each
//! part of an organisation says of itself.

mod equal;
mod json;
mod parts;
mod records;
mod relations;
mod shapes;
mod standing;
mod texts;
mod values;
mod views;

use std::fmt::Display;

use answerable::Organisation;

use crate::loaded::from_toml;

/// An organisation from JSON.
fn from_json(text: &str) -> Organisation {
    serde_json::from_str(text).expect("a sound organisation")
}

fn to_json(org: &Organisation) -> String {
    serde_json::to_string_pretty(org).expect("an organisation in JSON")
}

/// Checks that an organisation is the same after saving in each format, that it
/// is saved in the same bytes again, and that its records make it again.
fn survives(org: &Organisation) {
    let (toml, json) = (org.to_toml(), to_json(org));
    let by_toml = from_toml(&toml);
    let by_json = from_json(&json);
    assert_eq!(&by_toml, org, "{toml}");
    assert_eq!(&by_json, org, "{json}");
    assert_eq!(by_json.to_toml(), toml);
    assert_eq!(to_json(&by_toml), json);
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(
        from_json(&value.to_string()).posts().len(),
        org.posts().len()
    );
}

/// Every item, a line each.
fn lines<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    let lines: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    lines.join("\n")
}

fn every_shape() -> Organisation {
    from_toml(EVERY_SHAPE)
}

/// Every shape there is, in the form in which it is saved.
const EVERY_SHAPE: &str = r#"version = 1
title = "Thamesmouth NHS Foundation Trust"
about = "A trust of every shape"

[cover]
reverts_to_superior = false

[findings]
span = 12
layers = 8
sole_cover = 0

[findings.allow]
no-deputy = "small teams cover one another"
span-of-one = { why = "a deputy is being recruited", posts = ["matron", "sister"] }
same-name = [{ why = "they know", posts = ["sister"] }, "two people"]

[kind.clinical]
title = "Care"

[source.jd]
title = "Job description"
standing = "assumed"
why = "a copy"

[source.map]
basis = { source = "jd", at = "Annex" }

[profession.nursing]
title = "Nursing"

[profession.midwifery]
title = "Midwifery"
within = "nursing"

[profession.health-visiting]
title = "Health visiting"
within = { to = "nursing", basis = { source = "jd" }, why = "as drawn" }
basis = { source = "map" }

[unit.trust]
title = "Thamesmouth"

[unit."Ward 7"]
title = "Ward 7"
within = { to = "trust", standing = "inferred" }
standing = "inferred"
why = "by its door"

[unit.untitled]

[matter.revalidation]
title = "Revalidation"
kind = "professional"
personal = true
basis = { source = "jd", at = "page 2" }

[matter.leave]

[[head]]
kind = "professional"
unit = "trust"
profession = "nursing"
post = "chief-nurse"
through = "operational"
basis = { source = "jd", at = "Accountability" }

[[head]]
kind = "clinical"
unit = "Ward 7"
unstated = "under review"
standing = "assumed"
why = "nobody asked"

[post.board]
title = "Trust Board"
kind = "body"
operational = { none = "head of the organisation" }
chair = { to = "chair", basis = { source = "jd" } }
members = ["chief-executive", { post = "chief-nurse", role = "secretary" }, { post = "regulator", standing = "assumed" }]
basis = { source = "jd", at = "The Board" }

[post.committee]
title = "Committee"
kind = "body"
chair = "chair"

[post.regulator]
title = "Regulator"
kind = "external"
regulates = ["board"]
commissions = [{ to_unit = "trust" }]

[post.chair]
title = "Chair"
operational = { unstated = "not in the papers", basis = { source = "jd" } }

[post.chief-executive]
title = "Chief Executive"
unit = "trust"
grade = "VSM"
fte = 1.0
holder = { name = "R. Okafor", id = "p1", as = "interim", basis = { source = "map" } }
operational = { to = "board", basis = { source = "jd", at = "Accountability" }, why = "as stated" }
also = [{ kind = "operational", to = "regulator" }, { kind = "clinical", to = "chair", standing = "assumed", why = "custom" }]
deputies = ["chief-nurse", { post = "chair", for = ["revalidation", "leave"], authority = "attend", onward = true, basis = { source = "jd" } }, ["matron", { post = "sister", onward = true }]]
works_with = ["chief-nurse"]

[post.chief-nurse]
title = "Chief Nurse"
unit = { to = "trust", basis = { source = "map" } }
profession = { to = "nursing", standing = "inferred" }
fte = 0.6
holders = ["P. Idris", { name = "S. Lim", as = "job share" }]
note = "two people"
operational = "chief-executive"
professional = { none = "head of nursing", standing = "assumed" }
clinical = "chair"
supports = [{ to = "chief-executive", why = "daily" }, { to_unit = "Ward 7", standing = "inferred" }]
advises = ["board"]
works_with = [{ to = "matron", basis = { source = "jd" } }]

[post.matron]
title = "Matron"
unit = "Ward 7"
profession = "midwifery"
seats = 3
labels = { "cost centre" = "4711", position = "" }
operational = "chief-nurse"

[post.sister]
title = "Sister"
unit = "Ward 7"
profession = "health-visiting"
seats = "not stated"
vacant = true
operational = "matron"
professional = { unstated = "in dispute" }
standing = "inferred"
why = "from the rota"
"#;
