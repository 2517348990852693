//! The problems of the returns in `../shared/data/organograms`, and what salvage
//! makes of them.

use std::collections::BTreeSet;

use answerable::{
    Accountability::Operational, Named, Near, NearMiss, Organisation, Organogram, OrganogramReturn,
    Position, Problem, ProblemKind, Table, Unfit,
};
use serde_json::Value;

use super::published::{FAULTY, bytes, facts, folder, number, texts};

/// The near miss that the facts know for a dangling reference.
fn near_miss(literal: &Value, to: &str) -> Option<NearMiss> {
    let near = [
        ("case_only_mismatch", Near::LetterCase),
        ("leading_zero_mismatch", Near::LeadingZeros),
    ];
    let mut near = near.into_iter().filter_map(|(key, differs_in)| {
        let id = literal[key].get(to)?[0].as_str().expect("text").to_owned();
        Some(NearMiss { id, differs_in })
    });
    near.next()
}

fn unknown(literal: &Value, to: &str) -> ProblemKind {
    ProblemKind::UnknownId {
        role: Named::Superior(Operational),
        table: Table::Post,
        id: to.to_owned(),
        near: near_miss(literal, to),
    }
}

/// The keys of a document for the headings on which rows differ, in its order.
fn differing(fields: &BTreeSet<String>) -> Vec<String> {
    let keys = [
        ("Job Title", "title"),
        ("Unit", "unit"),
        ("Professional/Occupational Group", "profession"),
        ("Grade", "grade"),
        ("FTE", "fte"),
        ("Job/Team Function", "labels"),
        ("Notes", "note"),
        ("Reports to Senior Post", "operational"),
    ];
    let differing = keys.iter().filter(|(field, _)| fields.contains(*field));
    differing.map(|(_, key)| (*key).to_owned()).collect()
}

/// What stands in one row, the headings being row 1, under one heading.
fn cell(bytes: &[u8], row: usize, heading: &str) -> Vec<u8> {
    let mut reader = csv::Reader::from_reader(bytes);
    let headings = reader.byte_headers().expect("headings");
    let column = headings.iter().position(|cell| cell == heading.as_bytes());
    let record = reader.byte_records().nth(row - 2).expect("a row");
    record.expect("a row")[column.expect("a column")].to_owned()
}

/// What the facts know to be wrong: the post, the kind, the row if they tell it.
fn known_problems(literal: &Value, senior: &[u8]) -> Vec<(String, ProblemKind, Option<usize>)> {
    let mut known = Vec::new();
    for repeated in literal["duplicate_refs"].as_array().expect("a list") {
        if repeated["kind"] == "conflicting" {
            let id = repeated["ref"].as_str().expect("text").to_owned();
            let rows = repeated["rows"].as_array().expect("a list");
            let mut fields = texts(&repeated["fields"]);
            // At these the facts do not look.
            for column in ["FTE", "Notes"] {
                let cells: BTreeSet<_> = rows
                    .iter()
                    .map(|row| cell(senior, number(row), column))
                    .collect();
                if cells.len() > 1 {
                    fields.insert(column.to_owned());
                }
            }
            let kind = ProblemKind::RepeatedId {
                id: id.clone(),
                times: rows.len(),
                differing: differing(&fields),
            };
            known.push((id, kind, Some(number(&rows[1]))));
        }
    }
    for id in texts(&literal["self_reports"]) {
        let kind = ProblemKind::CannotBe {
            role: Named::Superior(Operational),
            post: id.clone(),
            why: Unfit::Itself,
        };
        known.push((id, kind, None));
    }
    for (to, from) in literal["dangling_refs"].as_object().expect("a table") {
        // The row of reference `0` is left out, and its line with it.
        for id in texts(from).into_iter().filter(|id| id != "0") {
            known.push((id, unknown(literal, to), None));
        }
    }
    known
}

/// Problems, sorted: the post, the kind, return, row and column.
fn found(problems: &[Problem]) -> Vec<(String, &ProblemKind, OrganogramReturn, usize, String)> {
    let mut found: Vec<_> = problems
        .iter()
        .map(|problem| {
            let id = problem.place().id().expect("a post").to_owned();
            let Some(Position::Cell {
                of,
                row,
                column: Some(column),
            }) = problem.position()
            else {
                unreachable!("{problem} names no cell")
            };
            (id, problem.kind(), *of, *row, column.clone())
        })
        .collect();
    found.sort_by_key(|(id, kind, ..)| (id.clone(), format!("{kind:?}")));
    found
}

#[test]
fn faulty_returns_have_the_problems_that_are_known_and_no_other() {
    let Some(folder) = folder() else { return };
    for (name, facts) in facts(&folder) {
        if !FAULTY.contains(&name.as_str()) {
            continue;
        }
        let literal = &facts["literal"];
        let bytes = bytes(&folder, &name, "senior");
        let document = Organogram::read(&bytes).expect(&name).into_document();
        let error = Organisation::try_from(document.clone()).expect_err(&name);
        let salvage = Organisation::salvage(document);
        assert_eq!(error.problems(), salvage.problems, "{name}");

        let mut known = known_problems(literal, &bytes);
        known.sort_by_key(|(id, kind, _)| (id.clone(), format!("{kind:?}")));
        let found = found(error.problems());
        assert_eq!(found.len(), known.len(), "{name}");
        for ((id, kind, of, row, column), (post, known, known_row)) in found.iter().zip(&known) {
            assert_eq!((id, *kind), (post, known), "{name}");
            let expected = match kind {
                ProblemKind::RepeatedId { .. } => "Post Unique Reference",
                _ => "Reports to Senior Post",
            };
            assert_eq!(
                (*of, column.as_str()),
                (OrganogramReturn::Senior, expected),
                "{id}"
            );
            assert!(known_row.is_none_or(|known| known == *row), "{name} {id}");
        }

        let org = salvage.organisation;
        let expected = number(&literal["post_count"]) - number(&literal["zero_refs"]);
        assert_eq!(org.posts().len(), expected, "{name}");
        let tops = org.tops(Operational).map(|post| post.id().to_string());
        let roots = texts(&literal["roots"]);
        assert_eq!(tops.collect::<BTreeSet<_>>(), roots, "{name}");
        // Every line that a problem is about is a hole, and there is no other.
        let in_doubt = known.iter().filter(|(_, kind, _)| match kind {
            ProblemKind::RepeatedId { differing, .. } => {
                differing.iter().any(|key| key == "operational")
            }
            _ => true,
        });
        let in_doubt: BTreeSet<String> = in_doubt.map(|(id, ..)| id.clone()).collect();
        let posts = org.posts();
        let unstated = posts.filter(|post| post.superior(Operational).is_unstated());
        let unstated: BTreeSet<String> = unstated.map(|post| post.id().to_string()).collect();
        assert_eq!(unstated, in_doubt, "{name}");
    }
}

/// The one ring of the corpus is two posts under one reference: see the README
/// beside the returns.
#[test]
fn the_ring_of_work_and_pensions_is_a_conflict() {
    let Some(folder) = folder() else { return };
    let bytes = bytes(&folder, FAULTY[2], "senior");
    let document = Organogram::read(&bytes).expect("a return").into_document();
    let salvage = Organisation::salvage(document);
    let [problem] = &salvage.problems[..] else {
        unreachable!("one problem, not {:?}", salvage.problems)
    };
    assert!(matches!(
        problem.kind(),
        ProblemKind::RepeatedId { id, .. } if id == "DWP135"
    ));
    let below = salvage.organisation.post("DWP29").expect("a post");
    let chain: Vec<_> = below
        .chain(Operational)
        .map(|line| line.to().id().to_string())
        .collect();
    assert_eq!(chain, ["DWP202", "DWP135"]);
}

/// The FTE of every junior row as the file has it, whether it reports to anybody
/// or not; `total_fte` of the facts leaves out rows without a reporting post.
fn fte_of_every_row(bytes: &[u8]) -> f64 {
    let mut reader = csv::Reader::from_reader(bytes);
    let headings = reader.byte_headers().expect("headings").clone();
    let column = headings
        .iter()
        .position(|cell| cell == b"Number of Posts in FTE");
    let column = column.expect("a column of FTE");
    let cells = reader.byte_records().map(|record| {
        let record = record.expect("a row");
        let cell = std::str::from_utf8(&record[column]).expect("a number");
        cell.trim().parse::<f64>().expect("a number")
    });
    cells.sum()
}

#[test]
fn junior_returns_are_organisations_or_name_their_rows() {
    let Some(folder) = folder() else { return };
    for (name, facts) in facts(&folder) {
        let (literal, junior) = (&facts["literal"], &facts["junior"]);
        let [one, two] = ["senior", "junior"].map(|which| bytes(&folder, &name, which));
        let organogram = Organogram::read_with_junior(&one, &two).expect(&name);
        let salvage = Organisation::salvage(organogram.into_document());
        assert_eq!(
            salvage.problems.is_empty(),
            !FAULTY.contains(&name.as_str()),
            "{name}"
        );

        let (of_junior, of_senior): (Vec<_>, Vec<_>) = found(&salvage.problems)
            .into_iter()
            .partition(|(_, _, of, ..)| *of == OrganogramReturn::Junior);
        assert_eq!(
            of_senior.len(),
            known_problems(literal, &one).len(),
            "{name}"
        );
        let mut expected = Vec::new();
        for (to, rows) in junior["dangling_refs"].as_object().expect("a table") {
            let rows = rows.as_array().expect("a list").iter().map(number);
            expected.extend(rows.map(|row| (row, unknown(literal, to))));
        }
        expected.sort_by_key(|(row, _)| *row);
        assert_eq!(of_junior.len(), expected.len(), "{name}");
        for ((id, kind, _, row, column), (known, unknown)) in of_junior.iter().zip(&expected) {
            assert_eq!((row, *kind), (known, unknown), "{name}");
            assert_eq!(*id, format!("junior:{known}"), "{name}");
            assert_eq!(column, "Reporting Senior Post", "{name}");
        }

        let posts = salvage.organisation.posts();
        let juniors: Vec<_> = posts
            .filter(|post| post.id().starts_with("junior:"))
            .collect();
        assert_eq!(juniors.len(), number(&junior["records"]), "{name}");
        let sum = |reporting: bool| -> f64 {
            let posts = juniors.iter().filter(|post| {
                // What a problem left out was given in the return.
                let is_blank = post.superior(Operational).is_unstated()
                    && !of_junior.iter().any(|(id, ..)| *id == post.id());
                !reporting || !is_blank
            });
            posts.map(|post| post.fte().expect("an FTE")).sum()
        };
        let total = junior["total_fte"].as_f64().expect("a number");
        assert!((sum(true) - total).abs() < 1e-6, "{name}: {}", sum(true));
        let every = fte_of_every_row(&two);
        assert!((sum(false) - every).abs() < 1e-6, "{name}: {}", sum(false));
        let is_all = number(&junior["blank_reporting_post"]) == 0;
        assert_eq!((every - total).abs() < 1e-6, is_all, "{name}");
    }
}
