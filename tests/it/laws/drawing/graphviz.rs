//! What Graphviz makes of DOT: the only one who is asked.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// A graph as Graphviz read it.
pub(super) struct Graph {
    pub(super) name: String,
    /// What is written in the graph's own label, line by line.
    pub(super) text: Vec<String>,
    /// As written.
    pub(super) label: String,
    pub(super) nodes: Vec<Node>,
    pub(super) edges: Vec<Edge>,
    /// The names of the attributes of the graph.
    pub(super) keys: Vec<String>,
}

pub(super) struct Node {
    pub(super) name: String,
    pub(super) text: Vec<String>,
    /// As written.
    pub(super) label: String,
    pub(super) attributes: BTreeMap<String, String>,
}

pub(super) struct Edge {
    pub(super) tail: String,
    pub(super) head: String,
    pub(super) attributes: BTreeMap<String, String>,
}

/// Whether Graphviz is here. Where it must be, as in CI, its absence is a failure.
pub(super) fn is_here() -> bool {
    let found = Command::new("dot").arg("-V").output().is_ok();
    assert!(
        found || std::env::var_os("CI").is_none(),
        "Graphviz is not installed"
    );
    if !found {
        println!("skipped: Graphviz is not installed");
    }
    found
}

fn file() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("charts-{}-{count}.dot", std::process::id());
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Reads and lays out many graphs at once. Graphviz must find nothing to say.
pub(super) fn read(graphs: &[String]) -> Vec<Graph> {
    let file = file();
    fs::write(&file, graphs.concat()).expect("a file is written");
    let output = Command::new("dot")
        .args(["-Tjson", "-Nmargin=0"])
        .arg(&file)
        .output()
        .expect("Graphviz is run");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let said: Vec<&str> = said
        .lines()
        .filter(|line| !line.contains("no hard-coded metrics"))
        .collect();
    assert!(
        output.status.success() && said.is_empty(),
        "{}: {:?} {:.2000}",
        file.display(),
        output.status,
        said.join("\n")
    );
    let values = serde_json::Deserializer::from_slice(&output.stdout).into_iter::<Value>();
    let read: Vec<Graph> = values
        .map(|value| graph(&value.expect("JSON of Graphviz")))
        .collect();
    assert_eq!(read.len(), graphs.len(), "{}", file.display());
    fs::remove_file(&file).expect("a file is removed");
    read
}

fn texts(value: &Value, key: &str) -> Vec<String> {
    let items = value[key].as_array().into_iter().flatten();
    items
        .filter(|item| item["op"] == "T")
        .map(|item| item["text"].as_str().expect("text").to_owned())
        .collect()
}

fn attributes(value: &Value) -> BTreeMap<String, String> {
    let entries = value.as_object().expect("a table").iter();
    entries
        .filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned())))
        .collect()
}

/// A name as it was meant: Graphviz takes quotes from quoted text, but leaves it
/// to whoever shows it to take backslashes and entities from it.
fn name(value: &Value) -> String {
    let name = value["name"].as_str().expect("a name");
    let name = name.replace("&amp;", "&");
    name.replace("\\\\", "\\")
}

fn graph(value: &Value) -> Graph {
    let objects: Vec<&Value> = value["objects"].as_array().into_iter().flatten().collect();
    let nodes = objects.iter().map(|object| Node {
        name: name(object),
        text: texts(object, "_ldraw_"),
        label: object["label"].as_str().unwrap_or("").to_owned(),
        attributes: attributes(object),
    });
    let end = |edge: &Value, key: &str| {
        let place = edge[key].as_u64().and_then(|at| usize::try_from(at).ok());
        name(objects[place.expect("a number")])
    };
    let edges = value["edges"].as_array().into_iter().flatten();
    Graph {
        name: name(value),
        text: texts(value, "_ldraw_"),
        label: value["label"].as_str().unwrap_or("").to_owned(),
        nodes: nodes.collect(),
        edges: edges
            .map(|edge| Edge {
                tail: end(edge, "tail"),
                head: end(edge, "head"),
                attributes: attributes(edge),
            })
            .collect(),
        keys: value
            .as_object()
            .expect("a table")
            .keys()
            .cloned()
            .collect(),
    }
}
