//! Laws 1, 6 and 7 through petgraph: over any choice of kinds its algorithms answer
//! on the organisation as on a plain graph of the lines that are told.

use answerable::petgraph08::Lines;
use answerable::{Accountability, Line, Post};
use petgraph::algo::toposort;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{IntoEdgesDirected, IntoNeighborsDirected, IntoNodeIdentifiers, Reversed};
use petgraph::{Incoming, Outgoing};
use proptest::prelude::*;
use proptest::sample::Index;

use super::cases;
use super::lines::{organisation, posts};
use super::oracle::Oracle;
use super::records::KINDS;
use super::strategies::{headed, sound};
use crate::petgraph08::answers;

/// Every choice of at least one kind, by number.
fn choices() -> impl Iterator<Item = Vec<usize>> {
    (1..8).map(|bits| (0..3).filter(|kind| bits >> kind & 1 == 1).collect())
}

/// The lines that are told, with the posts in the order of the records.
fn plain(oracle: &Oracle<'_>, kinds: &[usize]) -> DiGraph<(), Accountability> {
    let mut graph = DiGraph::new();
    for _ in 0..oracle.len() {
        graph.add_node(());
    }
    for &kind in kinds {
        for (at, answer) in oracle.superior[kind].iter().enumerate() {
            if let Some(above) = answer.post() {
                graph.add_edge(NodeIndex::new(at), NodeIndex::new(above), KINDS[kind]);
            }
        }
    }
    graph
}

fn view<'o>(org: &'o answerable::Organisation, kinds: &[usize]) -> Lines<'o> {
    org.as_petgraph(kinds.iter().map(|&kind| KINDS[kind]))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn law_01_petgraph_answers_as_on_a_graph_of_the_lines_told(
        told in prop_oneof![sound(), headed()],
        start in any::<Index>(),
    ) {
        prop_assume!(!told.posts.is_empty());
        let org = organisation(&told);
        let (oracle, posts) = (Oracle::of(&told), posts(&org, &told));
        let start = start.index(posts.len());
        let number = |post: Post<'_>| {
            let at = posts.iter().position(|&other| other == post);
            at.expect("one of its posts")
        };
        for kinds in choices() {
            let (lines, graph) = (view(&org, &kinds), plain(&oracle, &kinds));
            let (here, there) = (posts[start], NodeIndex::new(start));
            prop_assert_eq!(
                answers(lines, here, &number),
                answers(&graph, there, &|node| node.index())
            );
            prop_assert_eq!(
                answers(Reversed(lines), here, &number),
                answers(Reversed(&graph), there, &|node| node.index())
            );
        }
    }

    #[test]
    fn law_03_neighbours_are_kind_by_kind_and_reports_as_declared(told in sound()) {
        let org = organisation(&told);
        let (oracle, posts) = (Oracle::of(&told), posts(&org, &told));
        for kinds in choices() {
            let lines = view(&org, &kinds);
            for (at, &post) in posts.iter().enumerate() {
                let up: Vec<_> = kinds
                    .iter()
                    .filter_map(|&kind| Some((posts[oracle.superior[kind][at].post()?], kind)))
                    .collect();
                let down: Vec<_> = kinds
                    .iter()
                    .flat_map(|&kind| oracle.reports(at, kind).into_iter().map(move |at| (at, kind)))
                    .map(|(at, kind)| (posts[at], kind))
                    .collect();
                for (side, due) in [(Outgoing, up), (Incoming, down)] {
                    let others = lines.neighbors_directed(post, side);
                    prop_assert!(others.eq(due.iter().map(|&(other, _)| other)));
                    let edges = lines.edges_directed(post, side);
                    let due = due.iter().map(|&(_, kind)| KINDS[kind]);
                    prop_assert!(edges.map(Line::kind).eq(due));
                }
            }
            let nodes: Vec<_> = lines.node_identifiers().collect();
            let mut once = nodes.clone();
            once.sort();
            once.dedup();
            prop_assert_eq!((once.len(), nodes.len()), (posts.len(), posts.len()));
        }
    }

    #[test]
    fn law_06_petgraph_puts_the_lines_of_one_kind_in_order(told in sound()) {
        let org = organisation(&told);
        for (kind, closure) in (0..3).map(|kind| (kind, Oracle::of(&told).closure(kind))) {
            let order = toposort(view(&org, &[kind]), None);
            let order = order.map_err(|circle| format!("round {:?}", circle.node_id()));
            let order = order.map_err(TestCaseError::fail)?;
            let place = |at: usize| order.iter().position(|post| post.id() == told.posts[at].id);
            for (upper, below) in closure.iter().enumerate() {
                for lower in (0..below.len()).filter(|&lower| below[lower]) {
                    prop_assert!(place(lower) < place(upper));
                }
            }
        }
    }
}
