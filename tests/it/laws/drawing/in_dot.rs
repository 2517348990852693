//! Law 28 in DOT, and law 33 with it: Graphviz reads from every chart what the
//! chart must show, and nothing else.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::super::cases;
use super::cases::{Case, charted};
use super::graphviz::{self, Graph};
use super::plan::{Line, Plan, RELATIONS};
use super::words::{At, Manner};

/// How much of a title is told, in bytes.
const LONGEST: usize = 4_000;

/// A third as many random charts as there are cases, made by a law's usual luck:
/// the process of Graphviz costs more than the law.
pub(super) fn many(strategy: impl Strategy<Value = Case>) -> Vec<Case> {
    let mut runner = TestRunner::new(cases());
    let count = runner.config().cases.div_ceil(3);
    (0..count)
        .map(|_| strategy.new_tree(&mut runner).expect("a case").current())
        .collect()
}

/// Text as every picture has it: what cannot be shown is U+FFFD.
pub(super) fn shown(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// Without blanks: what is left of a text whose lines are broken anyhow.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What is told of a text that may be too long.
fn cut(text: &str) -> String {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let more = if end < text.len() { "…" } else { "" };
    shown(&text[..end]) + more
}

fn judge(case: &Case, graph: &Graph) {
    let plan = Plan::of(case);
    let id = |post: usize| case.told.posts[post].id.clone();
    if !case.title().starts_with('%') {
        assert_eq!(bare(&graph.name), bare(&shown(&case.title())));
    }
    let nodes: Vec<String> = graph.nodes.iter().map(|node| node.name.clone()).collect();
    let cards: Vec<String> = plan.cards.iter().map(|&post| id(post)).collect();
    assert_eq!(nodes, cards, "{case:?}");
    for (at, (node, &post)) in graph.nodes.iter().zip(&plan.cards).enumerate() {
        assert_eq!(node.attributes["id"], format!("post-{}", at + 1));
        let title = case.words.of(At::Post(post));
        let mut expected = bare(&cut(&title));
        for says in case.says(&plan, post) {
            expected += &bare(&cut(&says));
        }
        assert_eq!(bare(&node.text.concat()), expected, "{title:?}");
        // Between words, blanks are as told.
        if title.len() < 25 && !title.contains(char::is_control) && !title.trim().is_empty() {
            assert_eq!(node.text[0], shown(&title));
        }
    }
    let mut edges: Vec<(String, String, &str, &str)> = graph
        .edges
        .iter()
        .map(|edge| {
            let of = |key: &str| edge.attributes.get(key).map_or("", String::as_str);
            let (tail, head) = (edge.tail.clone(), edge.head.clone());
            if of("dir") == "none" {
                return (head, tail, of("class"), "tree");
            }
            assert_eq!(of("constraint"), "false");
            let sort = match of("arrowhead") {
                "onormal" => "also",
                "odiamond" => "supports",
                "diamond" => "advises",
                "obox" => "works with",
                "tee" => "regulates",
                "box" => "commissions",
                "odot" => match of("style") {
                    "solid" => "deputises for",
                    "dashed" => "deputises in some",
                    _ => "attends",
                },
                _ => "",
            };
            (tail, head, of("class"), sort)
        })
        .collect();
    edges.sort_unstable();
    let lines = plan.lines.iter().map(|&(from, to, line)| {
        let sort = match line {
            Line::Tree(_) => "tree",
            Line::Also(_) => "also",
            Line::Link(relation) => RELATIONS[relation],
            Line::Deputy(0) => "deputises for",
            Line::Deputy(1) => "deputises in some",
            Line::Deputy(_) => "attends",
            Line::Superior(_) => "",
        };
        (id(from), id(to), line.class(), sort)
    });
    let mut lines: Vec<_> = lines.collect();
    lines.sort_unstable();
    assert_eq!(edges, lines, "{case:?}");
    let heading = bare(&graph.text.concat());
    assert!(heading.starts_with(&bare(&shown(&case.title()))));
    for note in case.notes(&plan) {
        assert!(
            !case.options.legend || heading.contains(&bare(&shown(&note))),
            "{note}: {heading}"
        );
    }
}

fn judge_all(cases: &[Case]) {
    if !graphviz::is_here() {
        return;
    }
    for cases in cases.chunks(50) {
        // How lines are routed takes Graphviz long and is no matter here.
        let texts = cases.iter().map(|case| {
            let text = case.chart(&case.organisation()).dot().to_string();
            text.replacen("splines=ortho", "splines=false", 1)
        });
        let texts: Vec<String> = texts.collect();
        for (case, graph) in cases.iter().zip(graphviz::read(&texts)) {
            judge(case, &graph);
        }
    }
}

#[test]
fn law_28_graphviz_reads_every_chart_as_it_is() {
    let cases = many(charted(0..16)).into_iter();
    let brief = cases.map(|case| case.worded(Manner::Brief));
    judge_all(&brief.collect::<Vec<_>>());
}

#[test]
fn law_28_graphviz_reads_some_charts_untouched() {
    if !graphviz::is_here() {
        return;
    }
    let cases = many(charted(1..12)).into_iter().take(20);
    let cases: Vec<Case> = cases.map(|case| case.worded(Manner::Brief)).collect();
    let texts = cases
        .iter()
        .map(|case| case.chart(&case.organisation()).dot().to_string());
    let texts: Vec<String> = texts.collect();
    for (case, graph) in cases.iter().zip(graphviz::read(&texts)) {
        judge(case, &graph);
    }
}
