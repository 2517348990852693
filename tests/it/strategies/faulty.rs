//! Documents of one fault, in each of its ways.

use answerable::proptest1::{Fault, faulty_document};
use answerable::{Document, HeadRecord, Named, Organisation, PostRecord, ProblemKind};

use proptest::prelude::*;

use super::{Sort, reached, values};

/// The one problem of a document.
fn problem(document: &Document) -> ProblemKind {
    let problems = Organisation::salvage(document.clone()).problems;
    let [problem] = &problems[..] else {
        unreachable!("{problems:?}")
    };
    problem.kind().clone()
}

/// How many posts each fault takes.
const TAKES: [(Fault, usize); 13] = [
    (Fault::NoTitle, 1),
    (Fault::BadId, 1),
    (Fault::RepeatedId, 1),
    (Fault::UnknownId, 1),
    (Fault::Itself, 1),
    (Fault::UnfitDeputy, 2),
    (Fault::NamedTwice, 2),
    (Fault::NotOfKind, 1),
    (Fault::VacantAndHeld, 1),
    (Fault::Circle, 2),
    (Fault::CircleByRule, 2),
    (Fault::ContainmentCircle, 0),
    (Fault::RepeatedHeadship, 2),
];

#[test]
fn documents_reach_every_fault_alone() {
    for &fault in Fault::ALL {
        for document in values(faulty_document(fault, 0..10)).take(40) {
            let problem = problem(&document);
            let due = Fault::ALL.iter().copied();
            let due: Vec<Fault> = due.filter(|of| of.is_due(&problem)).collect();
            assert_eq!(due, [fault], "{problem:?}");
        }
    }
}

#[test]
fn documents_have_the_posts_that_a_fault_takes() {
    for (fault, takes) in TAKES {
        let posts = |document: Document| {
            let ids = document.posts().map(|post| post.id);
            ids.collect::<std::collections::BTreeSet<_>>().len()
        };
        let mut least = values(faulty_document(fault, 0..=0)).take(20).map(posts);
        assert!(least.all(|posts| posts == takes), "{fault:?}");
    }
}

/// What is not at fault is told as in any sound document.
#[test]
fn faults_come_among_other_facts() {
    for &fault in Fault::ALL {
        let any =
            |document: &Document, is_so: &dyn Fn(PostRecord) -> bool| document.posts().any(is_so);
        reached(
            50,
            &faulty_document(fault, 9..=9),
            &[
                ("units", 27, 50, &|document| document.units().count() > 0),
                ("rules", 17, 50, &|document| {
                    document.headships().count() > 0
                }),
                ("a vacancy", 27, 50, &|document| {
                    any(document, &|post| post.vacant)
                }),
                ("deputies", 37, 50, &|document| {
                    any(document, &|post| !post.deputies.is_empty())
                }),
                ("notes", 17, 48, &|document| {
                    any(document, &|post| post.note.is_some())
                }),
            ],
        );
    }
}

/// In which ways, and how often at least of 300.
const WAYS: [(Fault, &[(&str, usize)]); 5] = [
    (
        Fault::Itself,
        &[("superior", 30), ("also", 30), ("deputy", 30), ("link", 30)],
    ),
    (
        Fault::UnknownId,
        &[
            ("superior", 25),
            ("also", 25),
            ("deputy", 25),
            ("unit", 25),
            ("profession", 25),
            ("link", 25),
            ("source", 25),
        ],
    ),
    (
        Fault::NamedTwice,
        &[("also", 20), ("deputy", 100), ("member", 10)],
    ),
    (
        Fault::NotOfKind,
        &[
            ("holder of body", 60),
            ("chair of individual", 60),
            ("line of external", 60),
        ],
    ),
    (Fault::UnfitDeputy, &[("deputy", 300)]),
];

/// As what a post or another is named, or which key of what.
fn way(problem: &ProblemKind) -> String {
    match problem {
        ProblemKind::CannotBe { role, .. }
        | ProblemKind::UnknownId { role, .. }
        | ProblemKind::NamedTwice { role, .. } => match role {
            Named::Superior(_) => "superior".into(),
            Named::Also(_) => "also".into(),
            Named::Link(_) => "link".into(),
            role => format!("{role:?}").to_lowercase(),
        },
        ProblemKind::NotOfKind { is, key } => {
            let key = match *key {
                "operational" | "professional" | "clinical" => "line",
                "holders" => "holder",
                key => key,
            };
            format!("{key} of {is}")
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn faults_come_in_each_of_their_ways() {
    for (fault, ways) in WAYS {
        let checks: Vec<_> = ways
            .iter()
            .map(|(of, _)| move |way: &String| way == of)
            .collect();
        let mut sorts: Vec<Sort<'_, String>> = Vec::new();
        for ((name, least), check) in ways.iter().zip(&checks) {
            sorts.push((name, *least, 300, check));
        }
        let is_one = |way: &String| ways.iter().any(|(of, _)| way == of);
        sorts.push(("one of these", 300, 300, &is_one));
        let ways = faulty_document(fault, 1..=9).prop_map(|document| way(&problem(&document)));
        reached(300, &ways, &sorts);
    }
}

#[test]
fn circles_are_of_any_length_and_place() {
    // The places of the posts in a circle.
    let places = |document: Document| {
        let ProblemKind::Circle { steps, .. } = problem(&document) else {
            unreachable!("{document:?}")
        };
        let posts = document.posts().enumerate();
        let is_in = |id: &str| steps.iter().any(|step| step.post == id);
        posts
            .filter(|(_, post)| is_in(&post.id))
            .map(|(at, _)| at)
            .collect::<Vec<usize>>()
    };
    let told = faulty_document(Fault::Circle, 9..=9).prop_map(places);
    reached(
        300,
        &told,
        &[
            ("of two", 50, 200, &|of| of.len() == 2),
            ("of three", 20, 100, &|of| of.len() == 3),
            ("of five and more", 12, 60, &|of| of.len() > 4),
            ("of nine", 1, 20, &|of| of.len() == 9),
            ("without the first", 60, 220, &|of| !of.contains(&0)),
            ("without the second", 60, 220, &|of| !of.contains(&1)),
        ],
    );
    let by_rule = faulty_document(Fault::CircleByRule, 9..=9).prop_map(places);
    reached(
        300,
        &by_rule,
        &[
            ("of two", 290, 300, &|of| of.len() == 2),
            ("without the first", 150, 290, &|of| !of.contains(&0)),
        ],
    );
    let contained = |document: Document| match problem(&document) {
        ProblemKind::ContainmentCircle { ids, .. } => ids.len(),
        other => unreachable!("{other:?}"),
    };
    let units = faulty_document(Fault::ContainmentCircle, 0..=9).prop_map(contained);
    reached(
        300,
        &units,
        &[
            ("of two units", 60, 140, &|of| *of == 2),
            ("of three units", 60, 140, &|of| *of == 3),
            ("of four units", 60, 140, &|of| *of == 4),
        ],
    );
}

#[test]
fn headships_are_repeated_on_any_terms() {
    let repeated = |document: Document| {
        let ProblemKind::RepeatedHeadship {
            profession,
            headships,
            ..
        } = problem(&document)
        else {
            unreachable!("{document:?}")
        };
        let rules: Vec<_> = document.headships().collect();
        let heads = headships.iter().filter_map(|number| rules.get(number - 1));
        let heads: Vec<HeadRecord> = heads.map(|rule| rule.head.clone()).collect();
        (profession.is_some(), heads, rules.len())
    };
    let repeated = faulty_document(Fault::RepeatedHeadship, 5..=9).prop_map(repeated);
    reached(
        300,
        &repeated,
        &[
            ("for a profession", 50, 200, &|(is_for_one, ..)| *is_for_one),
            ("of two heads", 200, 295, &|(_, heads, _)| {
                heads.first() != heads.last()
            }),
            ("of one head", 20, 100, &|(_, heads, _)| {
                heads.first() == heads.last()
            }),
            ("of a head not stated", 10, 100, &|(_, heads, _)| {
                matches!(heads[..], [HeadRecord::Unstated(_), HeadRecord::Known(_)])
            }),
            ("among other rules", 100, 290, &|(.., rules)| *rules > 2),
        ],
    );
}

#[test]
fn what_is_named_twice_need_not_have_been_named() {
    // Two posts name few others: an `also` line is made up for them.
    let is_also = |document: &Document| way(&problem(document)) == "also";
    reached(
        300,
        &faulty_document(Fault::NamedTwice, 2..=2),
        &[("an also line", 30, 90, &is_also)],
    );
}
