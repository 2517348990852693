//! How well each answer is supported, and what it rests on: the weakest wins.

use answerable::{
    Accountability::{Clinical, Operational, Professional},
    Organisation, Source, Standing,
};
use insta::assert_snapshot;

use super::from_toml;

/// Lines of each standing, and a rule over posts whose unit and profession are of
/// each standing.
fn org() -> Organisation {
    from_toml(
        r#"
[source.jd]
title = "Job description"

[profession.nursing]
title = "Nursing"

[profession.midwifery]
title = "Midwifery"
within = { to = "nursing", basis = { source = "jd" } }

[unit.trust]
title = "Trust"

[unit.ward]
title = "Ward"
within = { to = "trust", standing = "assumed", why = "by the map" }

[[head]]
kind = "professional"
unit = "trust"
profession = "nursing"
post = "chief-nurse"
basis = { source = "jd", at = "Accountability" }

[[head]]
kind = "clinical"
unit = "trust"
post = "chief-nurse"
through = "operational"

[post.chief-executive]
title = "Chief Executive"
operational = { none = "head of the trust" }

[post.chief-nurse]
title = "Chief Nurse"
unit = "trust"
profession = "nursing"
operational = { to = "chief-executive", basis = { source = "jd", at = "The Post" } }

[post.matron]
title = "Matron"
unit = { to = "trust", basis = { source = "jd" } }
profession = { to = "nursing", basis = { source = "jd" } }
operational = "chief-nurse"

[post.sister]
title = "Sister"
unit = "ward"
profession = { to = "midwifery", standing = "inferred" }
operational = { to = "matron", standing = "inferred" }

[post.nurse]
title = "Nurse"
operational = { to = "sister", basis = { source = "jd" }, standing = "assumed" }
"#,
    )
}

#[test]
fn a_line_is_of_the_standing_it_is_told_with() {
    let org = org();
    let standing = |id: &str| {
        let line = org
            .get(id)
            .and_then(|post| post.superior(Operational).line());
        line.map(answerable::Line::standing)
    };
    assert_eq!(standing("chief-nurse"), Some(Standing::Stated));
    assert_eq!(standing("matron"), Some(Standing::Given));
    assert_eq!(standing("sister"), Some(Standing::Inferred));
    assert_eq!(standing("nurse"), Some(Standing::Assumed));
}

#[test]
fn a_chain_is_of_its_weakest_line() {
    let org = org();
    let standing = |id: &str| {
        org.get(id)
            .and_then(|post| post.chain(Operational).standing())
    };
    assert_eq!(standing("chief-executive"), None);
    assert_eq!(standing("chief-nurse"), Some(Standing::Stated));
    assert_eq!(standing("matron"), Some(Standing::Given));
    assert_eq!(standing("sister"), Some(Standing::Inferred));
    assert_eq!(standing("nurse"), Some(Standing::Assumed));
    let nurse = org.post("nurse").expect("a post");
    let facts: Vec<String> = nurse
        .chain(Operational)
        .rests_on()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_snapshot!(facts.join("\n"), @"
    Nurse is accountable to Sister (operational; assumed: Job description)
    Sister is accountable to Matron (operational; inferred)
    Matron is accountable to Chief Nurse (operational; given)
    Chief Nurse is accountable to Chief Executive (operational; stated: Job description, The Post)
    ");
}

#[test]
fn a_line_by_rule_is_inferred_at_best() {
    let org = org();
    let facts = |id: &str, kind| {
        let line = org
            .get(id)
            .and_then(|post| post.superior(kind).line())
            .expect("a line");
        let facts: Vec<String> = line.rests_on().iter().map(ToString::to_string).collect();
        format!("{line}\n{}: {}", line.standing(), facts.join("; "))
    };
    assert_snapshot!(facts("matron", Professional), @"
    Matron is accountable to Chief Nurse (professional; by rule: all Nursing staff of Trust (stated: Job description, Accountability); inferred)
    inferred: by rule: all Nursing staff of Trust answer to Chief Nurse (professional) (stated: Job description, Accountability); Matron is of unit Trust (stated: Job description); Matron is of profession Nursing (stated: Job description)
    ");
    assert_snapshot!(facts("sister", Professional), @"
    Sister is accountable to Chief Nurse (professional; by rule: all Nursing staff of Trust (stated: Job description, Accountability); assumed)
    assumed: by rule: all Nursing staff of Trust answer to Chief Nurse (professional) (stated: Job description, Accountability); Sister is of unit Ward (given); Ward lies within Trust (assumed); Sister is of profession Midwifery (inferred); Midwifery lies within Nursing (stated: Job description)
    ");
    assert_snapshot!(facts("matron", Clinical), @"
    Matron is accountable to Chief Nurse (clinical; by rule: all posts of Trust (given); inferred)
    inferred: by rule: all posts of Trust answer to Chief Nurse (clinical) (given); Matron is of unit Trust (stated: Job description); Matron is accountable to Chief Nurse (operational; given); Chief Nurse is of unit Trust (given)
    ");
    assert_snapshot!(facts("sister", Clinical), @"
    Sister is accountable to Matron (clinical; by rule: all posts of Trust (given); assumed)
    assumed: by rule: all posts of Trust answer to Chief Nurse (clinical) (given); Sister is of unit Ward (given); Ward lies within Trust (assumed); Sister is accountable to Matron (operational; inferred); Matron is of unit Trust (stated: Job description)
    ");
}

/// A line by rule has the source of its rule, and is no surer than it.
#[test]
fn a_line_by_rule_has_the_basis_of_its_rule() {
    let of = |basis: &str| {
        from_toml(&format!(
            "[source.jd]\n[unit.trust]\n[[head]]\nkind = \"clinical\"\nunit = \"trust\"\n\
             post = \"chief\"\n{basis}\n[post.chief]\ntitle = \"Chief\"\n\
             [post.ward]\ntitle = \"Ward\"\nunit = \"trust\"\n"
        ))
    };
    for (basis, source, due) in [
        ("", None, Standing::Inferred),
        (
            "basis = { source = \"jd\" }",
            Some("jd"),
            Standing::Inferred,
        ),
        ("standing = \"assumed\"", None, Standing::Assumed),
    ] {
        let org = of(basis);
        let superior = org.get("ward").expect("a post").superior(Clinical);
        assert!(superior.is_known());
        let basis = superior.line().expect("by rule").basis();
        assert_eq!(
            (basis.source().map(Source::id), basis.standing()),
            (source, due)
        );
    }
}

#[test]
fn standings_are_ordered_strongest_first() {
    assert!(Standing::ALL.is_sorted());
    assert_eq!(
        Standing::Stated.weakest(Standing::Inferred),
        Standing::Inferred
    );
    let words = Standing::ALL.map(Standing::as_str);
    assert_eq!(words, ["stated", "given", "inferred", "assumed"]);
}
