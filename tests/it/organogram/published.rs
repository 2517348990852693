//! The returns in `../shared/data/organograms`, against what is known of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use answerable::{
    Accountability::Operational, Organisation, Organogram, PostRecord, Seats, SuperiorRecord,
    WhyRowLeftOut,
};
use serde_json::Value;

use super::{posts, superior};

/// The returns as published, where they are at hand.
pub(super) fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/organograms");
    if folder.join("facts.json").exists() {
        return Some(folder);
    }
    println!("skipped: there are no returns in {}", folder.display());
    None
}

pub(super) fn facts(folder: &Path) -> Vec<(String, Value)> {
    let text = fs::read_to_string(folder.join("facts.json")).expect("the facts");
    let facts: serde_json::Map<String, Value> = serde_json::from_str(&text).expect("the facts");
    facts.into_iter().collect()
}

pub(super) fn bytes(folder: &Path, name: &str, which: &str) -> Vec<u8> {
    fs::read(folder.join(format!("{name}-{which}.csv"))).expect("a return")
}

pub(super) fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a number")).expect("a small number")
}

pub(super) fn texts(value: &Value) -> BTreeSet<String> {
    let items = value.as_array().into_iter().flatten();
    items
        .map(|item| item.as_str().expect("text").to_owned())
        .collect()
}

fn keys(value: &Value) -> BTreeSet<String> {
    value
        .as_object()
        .expect("a table")
        .keys()
        .cloned()
        .collect()
}

/// The references that posts report to and no senior post has, with the reports.
fn dangling(posts: &[PostRecord], known: &BTreeSet<String>) -> BTreeMap<String, Vec<String>> {
    let mut dangling: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for post in posts {
        if let SuperiorRecord::Known(to) = superior(post)
            && !known.contains(to)
        {
            dangling
                .entry(to.clone())
                .or_default()
                .push(post.id.clone());
        }
    }
    dangling
}

fn tops(posts: &[PostRecord]) -> BTreeSet<String> {
    let tops = posts
        .iter()
        .filter(|post| matches!(superior(post), SuperiorRecord::NoneAbove(_)));
    tops.map(|post| post.id.clone()).collect()
}

#[test]
fn real_senior_returns_say_what_is_known_of_them() {
    let Some(folder) = folder() else { return };
    for (name, facts) in facts(&folder) {
        let literal = &facts["literal"];
        let organogram = Organogram::read(&bytes(&folder, &name, "senior")).expect(&name);
        let posts = posts(organogram.document());
        let known: BTreeSet<String> = posts.iter().map(|post| post.id.clone()).collect();
        let left_out = organogram.left_out();
        assert!(
            left_out
                .iter()
                .all(|row| row.why == WhyRowLeftOut::NotInPost),
            "{name}"
        );
        assert_eq!(left_out.len(), number(&literal["zero_refs"]), "{name}");
        let distinct_left_out = usize::from(!left_out.is_empty());
        assert_eq!(
            known.len() + distinct_left_out,
            number(&literal["post_count"]),
            "{name}"
        );
        // A reference marked as the top in a later row is no root in the facts.
        assert_eq!(tops(&posts), texts(&literal["roots_any_row"]), "{name}");
        let dangling: BTreeSet<String> = dangling(&posts, &known).into_keys().collect();
        assert_eq!(dangling, keys(&literal["dangling_refs"]), "{name}");
        let mut times: HashMap<&str, usize> = HashMap::new();
        for post in &posts {
            *times.entry(&post.id).or_default() += 1;
        }
        let conflicts = literal["duplicate_refs"].as_array().expect("a list");
        let mut conflicting = 0;
        for repeated in conflicts {
            let reference = repeated["ref"].as_str().expect("text");
            let rows = repeated["rows"].as_array().expect("a list").len();
            let expected = if repeated["kind"] == "job_share" {
                1
            } else {
                rows
            };
            assert_eq!(times[reference], expected, "{name} {reference}");
            conflicting += expected - 1;
        }
        assert_eq!(posts.len(), known.len() + conflicting, "{name}");
        assert!(
            posts
                .iter()
                .all(|post| !post.vacant && post.holders.is_empty()),
            "{name}"
        );
    }
}

#[test]
fn real_junior_returns_say_what_is_known_of_them() {
    let Some(folder) = folder() else { return };
    for (name, facts) in facts(&folder) {
        let junior = &facts["junior"];
        let [one, two] = ["senior", "junior"].map(|which| bytes(&folder, &name, which));
        let organogram = Organogram::read_with_junior(&one, &two).expect(&name);
        let posts = posts(organogram.document());
        let (juniors, seniors): (Vec<_>, Vec<_>) = posts
            .into_iter()
            .partition(|post| post.id.starts_with("junior:"));
        assert_eq!(juniors.len(), number(&junior["records"]), "{name}");
        assert!(
            juniors
                .iter()
                .all(|post| post.seats == Some(Seats::NotStated)),
            "{name}"
        );
        // The facts count the FTE of the rows that report to somebody.
        let reporting = juniors
            .iter()
            .filter(|post| matches!(superior(post), SuperiorRecord::Known(_)));
        let fte: f64 = reporting.map(|post| post.fte.expect("an FTE")).sum();
        let expected = junior["total_fte"].as_f64().expect("a number");
        assert!((fte - expected).abs() < 1e-6, "{name}: {fte}");
        let unstated = juniors
            .iter()
            .filter(|post| matches!(superior(post), SuperiorRecord::Unstated(_)));
        assert_eq!(
            unstated.count(),
            number(&junior["blank_reporting_post"]),
            "{name}"
        );
        let known = seniors.iter().map(|post| post.id.clone()).collect();
        let expected: BTreeMap<String, Vec<String>> = junior["dangling_refs"]
            .as_object()
            .expect("a table")
            .iter()
            .map(|(to, rows)| {
                let rows = rows.as_array().expect("a list").iter();
                (
                    to.clone(),
                    rows.map(|row| format!("junior:{row}")).collect(),
                )
            })
            .collect();
        assert_eq!(dangling(&juniors, &known), expected, "{name}");
    }
}

/// The return with the markers its Name cells held when it was published.
fn marked(folder: &Path, name: &str) -> Vec<u8> {
    let file = format!("{name}-senior.csv");
    let mut markers = csv::Reader::from_path(folder.join("name-markers.csv")).expect("the markers");
    let markers: HashMap<usize, String> = markers
        .records()
        .map(|record| record.expect("a marker"))
        .filter(|record| record[0] == file)
        .map(|record| (record[1].parse().expect("a row"), record[3].to_owned()))
        .collect();
    let bytes = bytes(folder, name, "senior");
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(&bytes[..]);
    let mut written = csv::Writer::from_writer(Vec::new());
    let mut column = None;
    for (number, record) in (1..).zip(rows.byte_records()) {
        let record = record.expect("a row");
        let at = *column.get_or_insert_with(|| {
            record
                .iter()
                .position(|cell| cell == b"Name")
                .expect("a column of names")
        });
        let cells = record
            .iter()
            .enumerate()
            .map(|(place, cell)| match markers.get(&number) {
                Some(marker) if place == at => marker.as_bytes(),
                _ => cell,
            });
        written.write_record(cells).expect("a row");
    }
    written.into_inner().expect("a return")
}

#[test]
fn real_returns_with_their_markers_leave_out_what_is_known() {
    let Some(folder) = folder() else { return };
    let mut vacant = 0;
    for (name, facts) in facts(&folder) {
        let template = &facts["template"];
        let organogram = Organogram::read(&marked(&folder, &name)).expect(&name);
        let posts = posts(organogram.document());
        let known: BTreeSet<&str> = posts.iter().map(|post| post.id.as_str()).collect();
        assert_eq!(known.len(), number(&template["post_count"]), "{name}");
        let roots = texts(&template["roots"]);
        assert!(tops(&posts).is_superset(&roots), "{name}");
        let expected: Vec<_> = template["left_out"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|row| {
                let why = match row["why"].as_str() {
                    Some("eliminated") => WhyRowLeftOut::Abolished,
                    _ => WhyRowLeftOut::NotInPost,
                };
                (
                    number(&row["row"]),
                    row["ref"].as_str().expect("text").to_owned(),
                    why,
                )
            })
            .collect();
        let left_out = organogram.left_out().iter();
        let left_out: Vec<_> = left_out
            .map(|row| (row.row, row.reference.clone(), row.why))
            .collect();
        assert_eq!(left_out, expected, "{name}");
        assert!(posts.iter().all(|post| post.holders.is_empty()), "{name}");
        vacant += posts.iter().filter(|post| post.vacant).count();
    }
    assert_eq!(vacant, 68);
}

/// The returns in which something is wrong: the health education one, those of
/// the head office, of work and pensions, and of the commission.
pub(super) const FAULTY: [&str; 4] = [
    "health-education-england-2013-09-30",
    "mod-head-office-2013-09-30",
    "department-for-work-and-pensions-2013-09-30",
    "scottish-law-commission-2011-03-31",
];

#[test]
fn sound_returns_are_organisations() {
    let Some(folder) = folder() else { return };
    for (name, facts) in facts(&folder) {
        let literal = &facts["literal"];
        let organogram = Organogram::read(&bytes(&folder, &name, "senior")).expect(&name);
        let document = organogram.into_document();
        if FAULTY.contains(&name.as_str()) {
            assert!(Organisation::try_from(document).is_err(), "{name}");
            continue;
        }
        let org = Organisation::try_from(document).expect(&name);
        assert_eq!(org.posts().len(), number(&literal["post_count"]), "{name}");
        let tops = org.tops(Operational).map(|post| post.id().to_string());
        assert_eq!(
            tops.collect::<BTreeSet<_>>(),
            texts(&literal["roots"]),
            "{name}"
        );
        let layers = number(&literal["max_depth"]) + 1;
        assert_eq!(org.layers(Operational), layers, "{name}");
        assert_eq!(
            org.widest_span(Operational),
            number(&literal["widest_span"]),
            "{name}"
        );
    }
}
