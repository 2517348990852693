//! Making an organisation: from JSON, from CSV, from a document; and a graph of it.

use std::collections::HashMap;

use answerable::{Accountability, Document, Organisation, Organogram};
use petgraph::graph::{DiGraph, NodeIndex};
use serde::Deserialize;

use crate::circles::circles;
use crate::dice::{NONE, real};
use crate::floor::has_circle;
use crate::measured::{Bar, Row, contest, making, making_again};
use crate::rows::{Borrowed, Visited};
use crate::user::User;
use crate::world::{KINDS, World};

fn posts(org: &Organisation) -> u64 {
    org.posts().len() as u64
}

/// The floor reads every field of the same text, borrowed, and keeps no post.
/// What a graph of pieces leaves in the heap is not timed with what comes after.
pub(crate) fn from_json(json: &[u8], items: f64, rounds: usize) -> Vec<Row> {
    let text = std::str::from_utf8(json).expect("text");
    let load = || serde_json::from_slice::<Organisation>(json).expect("sound");
    let visit = || serde_json::from_slice::<Visited<'_>>(json).expect("a document");
    let parse = || serde_json::from_slice::<Borrowed<'_>>(json).expect("a document");
    let passed = |document: &Visited<'_>| document.post.0 as u64;
    let kept = |document: &Borrowed<'_>| document.post.0.len() as u64;
    vec![
        contest(
            "load JSON from a slice",
            (rounds, items),
            &[Bar::Floor(3.0), Bar::Faster(1.8)],
            &mut || making_again(items, load, posts),
            Some(&mut || making_again(items, visit, passed)),
            Some(&mut || making_again(items, || User::load(json), |_| 0)),
        ),
        contest(
            "load JSON from a slice (floor keeps every row)",
            (rounds, items),
            &[],
            &mut || making(items, load, posts),
            Some(&mut || making(items, parse, kept)),
            None,
        ),
        contest(
            "load JSON from a str",
            (rounds, items),
            &[],
            &mut || {
                let load = || serde_json::from_str::<Organisation>(text).expect("sound");
                making(items, load, posts)
            },
            Some(&mut || {
                let visit = || serde_json::from_str::<Visited<'_>>(text).expect("a document");
                making(items, visit, passed)
            }),
            None,
        ),
        contest(
            "load JSON from a reader (floor from a slice)",
            (rounds, items),
            &[],
            &mut || {
                let load = || serde_json::from_reader::<_, Organisation>(json).expect("sound");
                making(items, load, posts)
            },
            Some(&mut || making(items, visit, passed)),
            None,
        ),
    ]
}

/// A row of a return, as a user reads it.
#[derive(Deserialize)]
struct ReturnRow {
    #[serde(rename = "Post Unique Reference")]
    id: String,
    #[serde(rename = "Reports to Senior Post")]
    superior: String,
    #[serde(flatten)]
    seat: ReturnSeat,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ReturnSeat {
    name: String,
    grade: String,
    #[serde(rename = "Job Title")]
    title: String,
    unit: String,
}

fn graph_of_return(csv: &str) -> DiGraph<ReturnSeat, Accountability> {
    let mut graph = DiGraph::new();
    let (mut index, mut told) = (HashMap::new(), Vec::new());
    for row in csv::Reader::from_reader(csv.as_bytes()).deserialize::<ReturnRow>() {
        let row = row.expect("a row");
        index.insert(row.id, graph.add_node(row.seat));
        told.push(row.superior);
    }
    let nodes: Vec<NodeIndex> = graph.node_indices().collect();
    for (node, superior) in nodes.into_iter().zip(&told) {
        if let Some(&superior) = index.get(superior) {
            graph.add_edge(node, superior, Accountability::Operational);
        }
    }
    graph
}

/// The floor reads every record into one that is used again.
pub(crate) fn from_csv(world: &World<'_>, rounds: usize) -> Row {
    let csv = world.made.csv();
    let items = real(world.made.posts());
    let load = || {
        let organogram = Organogram::read(csv.as_bytes()).expect("a return");
        Organisation::try_from(organogram.into_document()).expect("sound")
    };
    let seats = graph_of_return(&csv);
    for (post, seat) in load().posts().zip(seats.node_weights()) {
        let holder = post.holders().next().map_or("", |holder| holder.name());
        let name = if seat.name == "Vacant" {
            ""
        } else {
            &seat.name
        };
        let unit = post.unit().map_or("", |unit| unit.title());
        assert_eq!(
            (post.title(), unit, holder),
            (&*seat.title, &*seat.unit, name)
        );
        assert_eq!(post.grade(), Some(&*seat.grade));
    }
    assert_eq!(seats.edge_count(), world.made.lines()[0]);
    contest(
        "load a return in CSV",
        (rounds, items),
        &[],
        &mut || making(items, load, posts),
        Some(&mut || {
            let read = || {
                let mut reader = csv::Reader::from_reader(csv.as_bytes());
                let (mut record, mut rows) = (csv::ByteRecord::new(), 0);
                while reader.read_byte_record(&mut record).expect("a row") {
                    rows += u64::from(!std::hint::black_box(&record).is_empty());
                }
                rows
            };
            making(items, read, |&rows| rows)
        }),
        Some(&mut || making(items, || graph_of_return(&csv), |_| 0)),
    )
}

/// Judges the lines of one kind once they are resolved. A circle that is put in is
/// named whole first: from a chief executive to a post far below and back up.
pub(crate) fn validate(world: &World<'_>) -> Row {
    let items = real(world.made.posts());
    let superior = &world.made.superior[0];
    let chief = world.made.chiefs[0];
    let end = world.bare[0].end[world.place[chief as usize] as usize];
    let mut post = world.post_at[end as usize - 1];
    let mut round = superior.clone();
    round[chief as usize] = post;
    let mut way = Vec::new();
    while !way.contains(&post) {
        way.push(post);
        post = round[post as usize];
    }
    let least = (0..way.len()).min_by_key(|&at| way[at]).unwrap_or(0);
    way.rotate_left(least);
    assert_eq!(circles(&round), [way], "the circle is not named");
    assert!(has_circle(&round));
    let kind = KINDS[0];
    contest(
        "validate one kind, naming circles",
        (world.rounds, items),
        &[Bar::Floor(2.0), Bar::Faster(3.0)],
        &mut || making(items, || circles(superior), |found| found.len() as u64),
        Some(&mut || making(items, || has_circle(superior), |&found| u64::from(found))),
        Some(&mut || making(items, || world.user.has_circle(kind), |_| 0)),
    )
}

/// Beside judging, making resolves, orders and renumbers every fact of a document.
pub(crate) fn made(world: &World<'_>, rounds: usize) -> Row {
    let items = real(world.made.posts());
    let json = world.made.json(1);
    let document: Document = serde_json::from_str(&json).expect("a document");
    contest(
        "make of a document, one kind",
        (rounds, items),
        &[],
        &mut || {
            let document = document.clone();
            making(
                items,
                || Organisation::try_from(document),
                |org| u64::from(org.is_err()),
            )
        },
        None,
        None,
    )
}

/// The floor adds the same nodes and edges from bare arrays.
pub(crate) fn to_petgraph(world: &World<'_>) -> Row {
    let items = real(world.made.posts());
    let sum = |graph: &DiGraph<(), Accountability>| graph.edge_count() as u64;
    let edges = world.made.lines().iter().sum();
    contest(
        "to_petgraph()",
        (world.rounds, items),
        &[Bar::Floor(1.5)],
        &mut || making(items, || world.org.to_petgraph(), sum),
        Some(&mut || {
            let add = || {
                let mut graph = DiGraph::with_capacity(world.made.posts(), edges);
                for _ in 0..world.made.posts() {
                    graph.add_node(());
                }
                for (kind, bare) in KINDS.iter().zip(&world.bare) {
                    for (post, &superior) in (0..).zip(&bare.superior) {
                        if superior != NONE {
                            let (from, to) = (NodeIndex::new(post), superior as usize);
                            graph.add_edge(from, NodeIndex::new(to), *kind);
                        }
                    }
                }
                graph
            };
            making(items, add, sum)
        }),
        None,
    )
}
