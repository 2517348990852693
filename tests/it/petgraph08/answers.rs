//! What petgraph answers on a graph, whichever type of graph it is.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

use answerable::Accountability;
use petgraph::Direction::{Incoming, Outgoing};
use petgraph::algo::{
    connected_components, dijkstra, dominators, has_path_connecting, is_cyclic_directed,
    kosaraju_scc, min_spanning_tree, tarjan_scc, toposort,
};
use petgraph::data::Element;
use petgraph::visit::{
    Bfs, Data, Dfs, EdgeCount, EdgeRef, GraphProp, IntoEdgesDirected, IntoNodeIdentifiers,
    IntoNodeReferences, NodeCompactIndexable, NodeRef, VisitMap, Visitable, Walker,
};

/// Where an edge comes from and leads to, and its weight.
type Edge = (usize, usize, Accountability);

/// The neighbours of each node on both sides, and its edges there, sorted.
type Around = BTreeMap<usize, [(Vec<usize>, Vec<Edge>); 2]>;

/// Everything by numbers of nodes, and in no order that petgraph leaves open.
#[derive(Debug, PartialEq)]
pub(crate) struct Answers {
    nodes: Vec<usize>,
    around: Around,
    edges: Vec<Edge>,
    edge_count: usize,
    is_directed: bool,
    is_cyclic: bool,
    sorted: bool,
    by_depth: BTreeSet<usize>,
    by_breadth: BTreeSet<usize>,
    connected: BTreeSet<usize>,
    dominators: BTreeMap<usize, Option<usize>>,
    components: BTreeSet<BTreeSet<usize>>,
    costs: BTreeMap<usize, usize>,
    pieces: usize,
    spanning: usize,
}

/// What each kind costs, so that no sum of two is another.
fn cost(kind: Accountability) -> usize {
    1 + 7 * kind as usize
}

/// The answers on a graph, from a node where one is asked for.
pub(crate) fn answers<G>(graph: G, start: G::NodeId, number: &dyn Fn(G::NodeId) -> usize) -> Answers
where
    G: IntoEdgesDirected + IntoNodeIdentifiers + IntoNodeReferences + Visitable,
    G: NodeCompactIndexable + EdgeCount + GraphProp,
    G: Data<NodeWeight = (), EdgeWeight = Accountability>,
    G::NodeId: Eq + Hash,
{
    let edge = |edge: G::EdgeRef| (number(edge.source()), number(edge.target()), *edge.weight());
    let around = |node| {
        let sides = [Outgoing, Incoming].map(|side| {
            let neighbours = graph.neighbors_directed(node, side).map(number);
            let edges = graph.edges_directed(node, side).map(edge);
            (sorted(neighbours), sorted(edges))
        });
        assert_eq!(sorted(graph.neighbors(node).map(number)), sides[0].0);
        assert_eq!(sorted(graph.edges(node).map(edge)), sides[0].1);
        (number(node), sides)
    };
    let all = || graph.node_identifiers();
    assert!(all().eq(graph.node_references().map(|node| node.id())));
    assert!(all().eq((0..graph.node_bound()).map(|index| graph.from_index(index))));
    assert!(
        all()
            .map(|node| graph.to_index(node))
            .eq(0..graph.node_count())
    );
    let walked = |walk: &mut dyn Iterator<Item = G::NodeId>| walk.map(number).collect();
    let dominators = dominators::simple_fast(graph, start);
    Answers {
        nodes: sorted(all().map(number)),
        around: all().map(around).collect(),
        edges: sorted(graph.edge_references().map(edge)),
        edge_count: graph.edge_count(),
        is_directed: graph.is_directed(),
        is_cyclic: is_cyclic_directed(graph),
        sorted: is_sorted(graph),
        by_depth: walked(&mut Dfs::new(graph, start).iter(graph)),
        by_breadth: walked(&mut Bfs::new(graph, start).iter(graph)),
        connected: all()
            .filter(|&node| has_path_connecting(graph, start, node, None))
            .map(number)
            .collect(),
        dominators: all()
            .map(|node| {
                (
                    number(node),
                    dominators.immediate_dominator(node).map(number),
                )
            })
            .collect(),
        components: components(graph, number),
        costs: dijkstra(graph, start, None, |edge| cost(*edge.weight()))
            .into_iter()
            .map(|(node, cost)| (number(node), cost))
            .collect(),
        pieces: connected_components(graph),
        spanning: min_spanning_tree(graph)
            .filter(|part| matches!(part, Element::Edge { .. }))
            .count(),
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort();
    items
}

/// Whether there is a topological order; one that is given is one.
fn is_sorted<G>(graph: G) -> bool
where
    G: IntoEdgesDirected + IntoNodeIdentifiers + Visitable,
{
    match toposort(graph, None) {
        Ok(order) => {
            assert_eq!(order.len(), graph.node_identifiers().count());
            let mut seen = graph.visit_map();
            for &node in order.iter().rev() {
                assert!(graph.neighbors(node).all(|next| seen.is_visited(&next)));
                assert!(seen.visit(node));
            }
            true
        }
        Err(circle) => {
            let on_it = circle.node_id();
            let mut next = graph.neighbors(on_it);
            assert!(next.any(|next| has_path_connecting(graph, next, on_it, None)));
            false
        }
    }
}

/// The strongly connected components, by both of petgraph's ways.
fn components<G>(graph: G, number: &dyn Fn(G::NodeId) -> usize) -> BTreeSet<BTreeSet<usize>>
where
    G: IntoEdgesDirected + IntoNodeIdentifiers + Visitable + NodeCompactIndexable,
{
    let [one, other] = [kosaraju_scc(graph), tarjan_scc(graph)].map(|components| {
        let components = components.into_iter();
        components
            .map(|component| component.into_iter().map(number).collect())
            .collect()
    });
    assert_eq!(one, other);
    one
}
