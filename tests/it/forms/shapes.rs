//! Text to organisation and back: the form is kept, and long forms are saved as
//! short ones where nothing is lost.

use answerable::{Accountability, Document, Link, LinkEnd, Organisation, Post, Relation, Seats};
use insta::assert_snapshot;

use crate::loaded::trust;

use super::{EVERY_SHAPE, from_json, from_toml, survives, to_json};

#[test]
fn every_shape_is_saved_as_it_was_written() {
    let org = from_toml(EVERY_SHAPE);
    assert_eq!(org.to_toml(), EVERY_SHAPE);
    survives(&org);
}

#[test]
fn tables_and_keys_in_any_order_are_saved_in_one() {
    let mixed = from_json(
        r#"{
        "post": {
            "sister": {"operational": "matron", "title": "Sister"},
            "matron": {"deputies": ["sister"], "grade": "8a", "title": "Matron"}
        },
        "unit": {"ward": {"within": "trust"}, "trust": {}},
        "about": "a ward",
        "version": 1,
        "title": "Thamesmouth"
    }"#,
    );
    survives(&mixed);
    assert_snapshot!(mixed.to_toml(), @r#"
    version = 1
    title = "Thamesmouth"
    about = "a ward"

    [unit.ward]
    within = "trust"

    [unit.trust]

    [post.sister]
    title = "Sister"
    operational = "matron"

    [post.matron]
    title = "Matron"
    grade = "8a"
    deputies = ["sister"]
    "#);
}

#[test]
fn long_forms_are_saved_as_short_ones() {
    let org = from_toml(
        r#"
[source.jd]
title = "Job description"

[unit.trust]

[unit.ward]
within = { to = "trust" }
basis = { source = "jd" }
standing = "stated"

[matter.leave]
personal = false

[[head]]
kind = "clinical"
unit = "ward"
post = "matron"
standing = "given"

[post.board]
title = "Board"
kind = "body"
chair = { to = "matron" }
members = [{ post = "matron" }]

[post.matron]
title = "Matron"
kind = "individual"
unit = { to = "ward", standing = "given" }
fte = 1
vacant = false
holder = { name = "A. Bello" }
operational = { to = "board" }
also = []
deputies = [{ post = "sister", authority = "act", onward = false }, [{ post = "sister", for = ["leave"] }]]
supports = [{ to = "sister" }]
labels = {}

[post.sister]
title = "Sister"
holders = ["C. Diaz"]
fte = -0.0
"#,
    );
    survives(&org);
    assert_snapshot!(org.to_toml(), @r#"
    version = 1

    [source.jd]
    title = "Job description"

    [unit.trust]

    [unit.ward]
    within = "trust"
    basis = { source = "jd" }

    [matter.leave]

    [[head]]
    kind = "clinical"
    unit = "ward"
    post = "matron"

    [post.board]
    title = "Board"
    kind = "body"
    chair = "matron"
    members = ["matron"]

    [post.matron]
    title = "Matron"
    unit = "ward"
    fte = 1.0
    holder = "A. Bello"
    operational = "board"
    deputies = ["sister", [{ post = "sister", for = ["leave"] }]]
    supports = ["sister"]

    [post.sister]
    title = "Sister"
    fte = 0.0
    holder = "C. Diaz"
    "#);
    let zero = org.get("sister").and_then(Post::fte);
    assert!(zero.is_some_and(|fte| fte == 0.0 && fte.is_sign_positive()));
}

#[test]
fn the_short_and_the_long_form_are_one_organisation() {
    let other = |form: &str| {
        from_toml(&format!(
            "[unit.u]\n[profession.p]\n[post.a]\ntitle = \"A\"\n[post.x]\ntitle = \"X\"\n{form}\n\
             [post.b]\ntitle = \"B\"\nkind = \"body\"\n"
        ))
    };
    for (short, long) in [
        ("unit = \"u\"", "unit = { to = \"u\" }"),
        ("profession = \"p\"", "profession = { to = \"p\" }"),
        ("fte = 2", "fte = 2.0"),
        ("holder = \"H\"", "holders = [\"H\"]"),
        ("holder = \"H\"", "holder = { name = \"H\" }"),
        ("clinical = \"a\"", "clinical = { to = \"a\" }"),
        ("deputies = [\"a\"]", "deputies = [{ post = \"a\" }]"),
        ("advises = [\"a\"]", "advises = [{ to = \"a\" }]"),
        (
            "",
            "kind = \"individual\"\nvacant = false\nalso = []\ndeputies = []\nsupports = []",
        ),
    ] {
        let (one, two) = (other(short), other(long));
        assert_eq!(one, two, "{short} and {long}");
        assert_eq!(one.to_toml(), two.to_toml());
        survives(&two);
    }
    let pool_of_one = other("deputies = [[\"a\"]]");
    assert_ne!(pool_of_one, other("deputies = [\"a\"]"));
    survives(&pool_of_one);
}

#[test]
fn what_is_the_same_from_both_ends_is_one_link() {
    let org = from_toml(
        r#"
[source.jd]

[post.matron]
title = "Matron"
works_with = ["sister", "nurse", "porter"]

[post.sister]
title = "Sister"
works_with = [{ to = "matron" }]

[post.nurse]
title = "Nurse"
works_with = [{ to = "matron", basis = { source = "jd" } }]

[post.porter]
title = "Porter"
supports = ["matron"]
advises = ["matron"]
"#,
    );
    survives(&org);
    let links = |id: &str| -> Vec<String> {
        let post = org.get(id).expect("a post");
        let own = post.links().map(|link| link.to_string());
        own.chain(post.linked_from().map(|link| format!("({link})")))
            .collect()
    };
    assert_snapshot!(links("matron").join("\n"), @"
    Matron works with Sister
    Matron works with Porter
    Nurse works with Matron
    (Porter supports Matron)
    (Porter advises Matron)
    ");
    assert_snapshot!(links("sister").join("\n"), @"Matron works with Sister");
    assert_eq!(links("nurse"), ["Nurse works with Matron"]);
}

#[test]
fn an_empty_document_is_an_empty_organisation() {
    let settings = r#"{"post": {}, "unit": {}, "head": [], "findings": {}, "cover": {}}"#;
    let texts = ["", "version = 1\n", "# nobody yet\r\n"].into_iter();
    let orgs = texts
        .map(from_toml)
        .chain(["{}", settings].into_iter().map(from_json));
    for org in orgs.chain(Organisation::try_from(Document::default())) {
        assert_eq!(org.posts().len(), 0);
        assert_eq!(org.title(), None);
        assert_eq!(org.layers(Accountability::Operational), 0);
        survives(&org);
    }
    assert_eq!(from_toml("").to_toml(), "version = 1\n");
    assert_eq!(to_json(&from_json("{}")), "{\n  \"version\": 1\n}");
}

#[test]
fn a_document_of_a_title_alone() {
    let org = from_toml("title = \"Thamesmouth\"\n");
    assert_eq!(org.title(), Some("Thamesmouth"));
    assert_eq!(org.to_toml(), "version = 1\ntitle = \"Thamesmouth\"\n");
    let in_code = Organisation::try_from(Document::new("Thamesmouth"));
    assert_eq!(in_code.as_ref(), Ok(&org));
    survives(&org);
}

#[test]
fn every_relation_and_both_counts_of_seats_are_read() {
    let org = from_toml(EVERY_SHAPE);
    let mut relations: Vec<Relation> = org
        .posts()
        .flat_map(Post::links)
        .map(Link::relation)
        .collect();
    relations.sort_unstable();
    relations.dedup();
    assert_eq!(relations, Relation::ALL);
    assert_eq!(
        org.get("matron").and_then(Post::seats),
        Some(Seats::Number(3))
    );
    assert_eq!(
        org.get("sister").and_then(Post::seats),
        Some(Seats::NotStated)
    );
    let units = org.posts().flat_map(Post::links);
    assert_eq!(
        units
            .filter(|link| matches!(link.to(), LinkEnd::Unit(_)))
            .count(),
        2
    );
}

#[test]
fn the_trust_of_the_examples_survives() {
    let org = trust();
    survives(&org);
    assert_eq!(org.title(), Some("Thamesmouth NHS Foundation Trust"));
}
