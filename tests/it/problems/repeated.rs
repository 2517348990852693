//! Keys and tables that are given more than once.

use answerable::{Misread, ProblemKind, Table};
use insta::assert_snapshot;

use super::json;

#[test]
fn a_key_is_repeated_at_every_level() {
    let refused = json(
        r#"{
        "title": "A", "title": "A", "title": "B", "colour": 1, "colour": 2,
        "version": 1, "version": 1,
        "cover": {"reverts_to_superior": true, "reverts_to_superior": false},
        "kind": {"clinical": {"title": "Care"}, "clinical": {"title": "Caring"}},
        "source": {"jd": {"title": "JD", "title": "JD"}},
        "unit": {"trust": {}, "ward": {"within": "trust", "within": "group"}},
        "matter": {"budget": {"personal": true, "personal": false}},
        "head": [{"kind": "clinical", "unit": "trust", "unit": "ward", "post": "matron"}],
        "post": {
            "matron": {
                "title": "Matron", "grade": "8a", "grade": "8b", "grade": "8a",
                "operational": "nurse", "operational": {"none": "head of the ward"},
                "labels": {"cost centre": "7", "cost centre": "8", "cost centre": "9"},
                "holder": {"name": "A. Bello", "as": "interim", "as": "acting"},
                "deputies": [{"post": "nurse", "post": "matron"}]
            },
            "nurse": {"title": "Nurse"}
        }
    }"#,
    );
    assert_snapshot!(refused, @"
    invalid organisation: 14 problems
      `title`: the key is given more than once, with different values; give it once
      `colour`: there is no such key here; take it out
      `version`: the key is given more than once; give it once
      `cover`, `reverts_to_superior`: the key is given more than once, with different values; give it once
      `kind`, `clinical`: the key is given more than once, with different values; give it once
      source `jd`, `title`: the key is given more than once; give it once
      unit `ward`, `within`: the key is given more than once, with different values; give it once
      matter `budget`, `personal`: the key is given more than once, with different values; give it once
      headship 1, `unit`: the key is given more than once, with different values; give it once
      post `matron`, `grade`: the key is given more than once, with different values; give it once
      post `matron`, `operational`: the key is given more than once, with different values; give it once
      post `matron`, `labels`, `cost centre`: the key is given more than once, with different values; give it once
      post `matron`, `holder`, `as`: the key is given more than once, with different values; give it once
      post `matron`, `deputies` item 1, `post`: the key is given more than once, with different values; give it once
    left out: `title`
    left out: `colour`
    left out: nothing
    left out: `cover`, `reverts_to_superior`
    left out: `kind`, `clinical`
    left out: nothing
    left out: unit `ward`, `within`
    left out: matter `budget`
    left out: headship 1
    left out: post `matron`, `grade`
    left out: post `matron`, `operational`
    left out: post `matron`, `labels`, `cost centre`
    left out: post `matron`, `holder`, `as`
    left out: post `matron`, `deputies` item 1
    ");
}

#[test]
fn a_table_is_repeated() {
    let refused = json(
        r#"{
        "post": {"matron": {"title": "Matron"}},
        "unit": {},
        "post": {"sister": {"title": "Sister", "operational": "matron"}},
        "post": {}
    }"#,
    );
    assert_snapshot!(refused, @"
    invalid organisation: top of the document: the table `post` is given more than once; give it once
    left out: nothing
    ");
    assert!(matches!(
        refused.only().kind(),
        ProblemKind::Misread(Misread::RepeatedTable { table: Table::Post })
    ));
}

#[test]
fn of_what_is_repeated_at_the_top_nothing_is_kept_that_differs() {
    let refused = json(
        r#"{
        "kind": {"clinical": {"title": "Care"}}, "kind": {"clinical": {"title": "Caring"}},
        "findings": {"span": 3}, "findings": {"span": 3},
        "post": {"matron": {"title": "Matron", "note": null, "note": null}}
    }"#,
    );
    assert_snapshot!(refused, @"
    invalid organisation: 4 problems
      `kind`: the key is given more than once, with different values; give it once
      `findings`: the key is given more than once; give it once
      post `matron`, `note`: the key is given more than once; give it once
      post `matron`, `note`: text belongs here, not `null`; leave it out
    left out: `kind`
    left out: nothing
    left out: nothing
    left out: post `matron`, `note`
    ");
}
