//! Law 29: whatever the words are, the structure of a picture is that of the
//! chart under plain words.

use proptest::prelude::*;
use roxmltree::{Document, Node};

use super::super::cases;
use super::cases::charted;
use super::graphviz::{self, Graph};
use super::in_dot::many;
use super::words::Manner;

/// Where things are and how large: that may depend on words.
const GEOMETRY: [&str; 10] = [
    "x",
    "y",
    "width",
    "height",
    "d",
    "cx",
    "cy",
    "viewBox",
    "transform",
    "COLSPAN",
];

/// Elements and attributes in order; lines of text of one sort are one, and breaks
/// of lines none.
fn skeleton(xml: &str) -> Vec<String> {
    fn walk(node: Node<'_, '_>, depth: usize, into: &mut Vec<String>) {
        let name = node.tag_name().name();
        if name == "BR" {
            return;
        }
        let mut line = format!("{depth} {name}");
        for attribute in node.attributes() {
            let name = attribute.name();
            // That of the script of the words.
            if name == "direction" {
                assert_eq!(attribute.value(), "rtl");
                continue;
            }
            if GEOMETRY.contains(&name) {
                line.extend([" ", name]);
            } else {
                line.extend([" ", name, "=", attribute.value()]);
            }
        }
        if name == "style" {
            line += node.text().unwrap_or("");
        }
        let again = name == "text" && into.last() == Some(&line);
        if !again {
            into.push(line);
        }
        for child in node.children() {
            assert!(!child.is_comment() && !child.is_pi());
            if child.is_element() {
                walk(child, depth + 1, into);
            }
        }
    }
    let mut lines = Vec::new();
    let document = Document::parse(xml).expect("well formed");
    walk(document.root_element(), 0, &mut lines);
    lines
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn law_29_words_are_no_structure_in_svg(case in charted(0..20)) {
        let plain = case.worded(Manner::Plain);
        let of = |case: &super::cases::Case| {
            skeleton(&case.chart(&case.organisation()).svg().to_string())
        };
        prop_assert_eq!(of(&case), of(&plain));
    }
}

/// Everything that Graphviz read but for the words and where it put things.
fn structure(graph: &Graph) -> Vec<String> {
    let mut lines = vec![format!("{:?}", graph.keys)];
    lines.extend(skeleton(&graph.label));
    let attributes = |of: &std::collections::BTreeMap<String, String>| {
        let placed = ["name", "label", "pos", "lp", "width", "height", "rects"];
        let mut of = of.clone();
        of.retain(|key, _| !placed.contains(&key.as_str()));
        format!("{of:?}")
    };
    for node in &graph.nodes {
        lines.push(format!("{} {}", node.name, attributes(&node.attributes)));
        lines.extend(skeleton(&node.label));
    }
    for edge in &graph.edges {
        let attributes = attributes(&edge.attributes);
        lines.push(format!("{} {} {attributes}", edge.tail, edge.head));
    }
    lines
}

#[test]
fn law_29_words_are_no_structure_in_dot() {
    if !graphviz::is_here() {
        return;
    }
    let cases = many(charted(0..12));
    for cases in cases.chunks(40) {
        let texts = |manner| {
            let texts = cases.iter().map(|case| {
                let case = case.worded(manner);
                let text = case.chart(&case.organisation()).dot().to_string();
                text.replacen("splines=ortho", "splines=false", 1)
            });
            graphviz::read(&texts.collect::<Vec<_>>())
        };
        let graphs = texts(Manner::Brief).into_iter().zip(texts(Manner::Plain));
        for ((hostile, plain), case) in graphs.zip(cases) {
            assert_eq!(structure(&hostile), structure(&plain), "{case:?}");
        }
    }
}
