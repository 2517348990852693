//! What is told of a whole organisation: JSON, the tree as text, findings.

use answerable::Accountability::Operational;
use answerable::Organisation;
use petgraph::Direction::{Incoming, Outgoing};
use petgraph::visit::EdgeRef;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::dice::real;
use crate::floor::Bare;
use crate::measured::{Row, contest, making};
use crate::rows::Borrowed;
use crate::user::{Tie, User};
use crate::world::{KINDS, World};

/// The floor writes the same facts from bare columns.
pub(crate) fn save(world: &World<'_>, rounds: usize) -> Row {
    let items = real(world.made.posts());
    let mut text = Vec::new();
    serde_json::to_writer(&mut text, world.org).expect("a vector takes it");
    let again: Organisation = serde_json::from_slice(&text).expect("sound");
    assert!(again == *world.org, "what is saved is not what was loaded");
    drop(again);
    let theirs = serde_json::to_vec(&Saved(world.user)).expect("a vector takes it");
    let (mine, theirs): (Borrowed<'_>, Borrowed<'_>) = (
        serde_json::from_slice(&text).expect("a document"),
        serde_json::from_slice(&theirs).expect("a document"),
    );
    for ((id, mine), (their_id, theirs)) in mine.post.0.iter().zip(&theirs.post.0) {
        assert_eq!((id, &*mine.title.0), (their_id, &*theirs.title.0));
        assert_eq!((mine.unit, mine.holder), (theirs.unit, theirs.holder));
    }
    contest(
        "save as JSON",
        (rounds, items),
        &[],
        &mut || {
            let mut out = Vec::with_capacity(text.len());
            making(
                items,
                || {
                    serde_json::to_writer(&mut out, world.org).expect("a vector takes it");
                    out
                },
                |_| 0,
            )
        },
        Some(&mut || making(items, || world.made.json(3), |_| 0)),
        Some(&mut || making(items, || serde_json::to_vec(&Saved(world.user)), |_| 0)),
    )
}

/// The posts of a user's graph as a document.
struct Saved<'u>(&'u User);

impl Serialize for Saved<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("title", "")?;
        map.serialize_entry("profession", &serde_json::Map::new())?;
        map.serialize_entry("unit", &serde_json::Map::new())?;
        map.serialize_entry("post", &SavedPosts(self.0))?;
        map.end()
    }
}

struct SavedPosts<'u>(&'u User);

impl Serialize for SavedPosts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let graph = &self.0.graph;
        serializer.collect_map(graph.node_indices().map(|node| {
            let mut row = SavedPost {
                user: self.0,
                node,
                superior: [None; 3],
                deputies: Vec::new(),
            };
            for tie in graph.edges_directed(node, Outgoing) {
                let id = graph[tie.target()].id.as_str();
                match *tie.weight() {
                    Tie::Line(kind) => row.superior[kind as usize] = Some(id),
                    Tie::Deputy { rank, .. } => row.deputies.push((rank, id)),
                }
            }
            row.deputies.sort_unstable();
            (&graph[node].id, row)
        }))
    }
}

struct SavedPost<'u> {
    user: &'u User,
    node: petgraph::graph::NodeIndex,
    superior: [Option<&'u str>; 3],
    deputies: Vec<(usize, &'u str)>,
}

impl Serialize for SavedPost<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let seat = &self.user.graph[self.node];
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("title", &seat.title)?;
        let told = [
            ("unit", &seat.unit),
            ("grade", &seat.grade),
            ("profession", &seat.profession),
            ("holder", &seat.holder),
        ];
        for (key, text) in told {
            if let Some(text) = text {
                map.serialize_entry(key, text)?;
            }
        }
        if seat.vacant {
            map.serialize_entry("vacant", &true)?;
        }
        for (kind, superior) in KINDS.iter().zip(self.superior) {
            if let Some(superior) = superior {
                map.serialize_entry(kind.as_str(), superior)?;
            }
        }
        if !self.deputies.is_empty() {
            let ids: Vec<&str> = self.deputies.iter().map(|&(_, id)| id).collect();
            map.serialize_entry("deputies", &ids)?;
        }
        map.end()
    }
}

const INDENT: &str = "   ";

/// The floor and the user write titles and layers only.
pub(crate) fn tree(world: &World<'_>, rounds: usize) -> Row {
    let items = real(world.made.posts());
    let titles: Vec<&str> = world
        .post_at
        .iter()
        .map(|&post| world.made.titles[usize::from(world.made.title[post as usize])].as_str())
        .collect();
    let ours = || world.org.tree(Operational).to_string();
    let floor = || tree_of_arrays(&world.bare[0], &titles);
    let theirs = tree_of_graph(world.user);
    for ((mine, bare), theirs) in ours().lines().zip(floor().lines()).zip(theirs.lines()) {
        assert_eq!(bare, theirs);
        let mine = mine.trim_start_matches(['│', '├', '└', '─', ' ']);
        assert!(mine.starts_with(bare.trim_start()), "{mine} is not {bare}");
    }
    let lines = |text: &String| text.bytes().filter(|&byte| byte == b'\n').count() as u64;
    contest(
        "the tree as text",
        (rounds, items),
        &[],
        &mut || making(items, ours, lines),
        Some(&mut || making(items, floor, lines)),
        Some(&mut || making(items, || tree_of_graph(world.user), |_| 0)),
    )
}

fn tree_of_arrays(bare: &Bare, titles: &[&str]) -> String {
    let mut out = String::new();
    let mut ends: Vec<u32> = Vec::new();
    for (place, title) in (0..).zip(titles) {
        while ends.pop_if(|end| *end <= place).is_some() {}
        for _ in 0..ends.len() {
            out.push_str(INDENT);
        }
        out.push_str(title);
        out.push('\n');
        ends.push(bare.end[place as usize]);
    }
    out
}

fn tree_of_graph(user: &User) -> String {
    let mut out = String::new();
    let graph = &user.graph;
    let is_top = |&node: &_| user.superior(node, Operational).is_none();
    let tops = graph.node_indices().filter(is_top);
    let mut waiting: Vec<_> = tops.map(|top| (top, 0)).collect();
    waiting.reverse();
    while let Some((node, layer)) = waiting.pop() {
        out.push_str(&INDENT.repeat(layer));
        out.push_str(&graph[node].title);
        out.push('\n');
        // Newest first, which a stack turns round.
        let ties = graph.edges_directed(node, Incoming);
        let reports = ties.filter(|tie| *tie.weight() == Tie::Line(Operational));
        waiting.extend(reports.map(|tie| (tie.source(), layer + 1)));
    }
    out
}

/// No other contender has findings.
pub(crate) fn findings(world: &World<'_>, rounds: usize) -> Row {
    let items = real(world.made.posts());
    contest(
        "findings",
        (rounds, items),
        &[],
        &mut || {
            making(
                items,
                || world.org.findings(),
                |found| found.iter().len() as u64,
            )
        },
        None,
        None,
    )
}
