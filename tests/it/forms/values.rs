//! Ids, entries and records as values: kept, looked up, put in order, shown.

use std::collections::{BTreeSet, HashMap};

use answerable::{
    Accountability::{Clinical, Operational},
    Document, FindingCode, Matter, PostId, Problem, Source, Table, Unit, UnitId,
};

use super::{EVERY_SHAPE, every_shape, from_toml};

#[test]
fn an_id_kept_is_found_by_its_text() {
    let org = every_shape();
    let grades: HashMap<PostId, _> = org
        .posts()
        .map(|post| (post.to_id(), post.grade()))
        .collect();
    assert_eq!(grades.get("chief-executive"), Some(&Some("VSM")));
    assert_eq!(grades.get("Chief-Executive"), None);
    assert_eq!("Ward 7".parse(), UnitId::new("Ward 7"));
    assert_eq!(" Ward 7".parse::<UnitId>(), UnitId::new(" Ward 7"));
    let id = org.unit("Ward 7").map(Unit::to_id);
    assert_eq!(format!("{id:?}"), "Ok(UnitId(`Ward 7`))");
}

#[test]
fn entries_are_in_the_order_of_their_ids() {
    let org = from_toml("[source.b]\n[source.a]\n[matter.y]\n[matter.x]\n");
    let sources: BTreeSet<_> = org.sources().collect();
    assert!(sources.into_iter().map(Source::id).eq(["a", "b"]));
    let matters: BTreeSet<_> = org.matters().collect();
    assert!(matters.into_iter().map(Matter::id).eq(["x", "y"]));
    // Those of two organisations are two, whatever their ids.
    let other = org.clone();
    let sources = org.sources().chain(other.sources());
    assert_eq!(sources.collect::<BTreeSet<_>>().len(), 4);
}

#[test]
fn a_document_tells_what_its_kinds_are_called() {
    let document = Document::from_toml(EVERY_SHAPE).expect("TOML that can be read");
    assert_eq!(document.kind_title(Clinical), Some("Care"));
    assert_eq!(document.kind_title(Operational), None);
}

#[test]
fn a_place_may_be_a_whole_entry_or_the_whole_document() {
    let text = "colour = 1\n[unit.\" \"]\n";
    let document = Document::from_toml(text).expect("TOML that can be read");
    let salvage = answerable::Organisation::salvage(document);
    let places: Vec<_> = salvage.problems.iter().map(Problem::place).collect();
    let parts = places
        .iter()
        .map(|place| (place.table(), place.id(), place.key(), place.item()));
    let expected = [
        (Table::Top, None, Some("colour"), None),
        (Table::Unit, Some(" "), None, None),
    ];
    assert_eq!(parts.collect::<Vec<_>>(), expected);
    assert_eq!(Table::Top.as_str(), "");
}

#[test]
fn findings_and_trees_are_shown_in_brief() {
    let org = from_toml("[unit.ward]\ntitle = \"Ward 7\"\n[post.a]\ntitle = \"A\"\n");
    let findings = org.findings();
    let finding = findings.of(FindingCode::UnitWithoutPosts).next();
    assert_eq!(
        format!("{finding:?}"),
        "Some(Finding(unit-without-posts: Ward 7 has no posts))"
    );
    assert_eq!(
        format!("{:?}", org.tree(Clinical)),
        "Tree { kind: Clinical, from: None, .. }"
    );
}

#[test]
fn a_place_contains_what_lies_within_it() {
    let text = r#"{"unit": {"a": {"title": 1}, "b": {"title": 1}, "b": {"title": 1}},
        "profession": {"a": {"title": 1}},
        "post": {"a": {"title": "A", "unit": 5, "holder": {"name": "A", "id": 5}}}}"#;
    let document: Document = serde_json::from_str(text).expect("JSON that can be read");
    let salvage = answerable::Organisation::salvage(document);
    let places: Vec<_> = salvage.problems.iter().map(Problem::place).collect();
    let whole = |place: &&answerable::Place| place.path().is_empty();
    let within = |outer: &answerable::Place| {
        let inner = places.iter().filter(|inner| outer.contains(inner));
        inner.map(ToString::to_string).collect::<Vec<_>>()
    };
    let twice = places.iter().copied().find(whole).expect("a repeated unit");
    assert!(
        within(twice)
            .iter()
            .all(|inner| inner.starts_with("unit `b`"))
    );
    for place in places.iter().filter(|place| !whole(place)) {
        assert_eq!(within(place), [place.to_string()]);
    }
}
