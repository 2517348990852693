//! What a user of petgraph would write: a graph of everything, an index by id, and
//! lines filtered by kind in each question.

use std::collections::HashMap;

use answerable::Accountability;
use petgraph::Direction::{Incoming, Outgoing};
use petgraph::algo::{has_path_connecting, is_cyclic_directed, toposort};
use petgraph::graph::{DiGraph, EdgeReference, NodeIndex};
use petgraph::visit::{Dfs, EdgeFiltered, EdgeRef, Reversed};

use crate::rows::{Owned, Told};

pub(crate) struct Seat {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) unit: Option<String>,
    pub(crate) grade: Option<String>,
    pub(crate) profession: Option<String>,
    pub(crate) holder: Option<String>,
    pub(crate) vacant: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tie {
    Line(Accountability),
    /// In this rank: petgraph gives edges newest first.
    Deputy {
        rank: usize,
        onward: bool,
    },
}

pub(crate) struct User {
    pub(crate) graph: DiGraph<Seat, Tie>,
    pub(crate) index: HashMap<String, NodeIndex>,
}

impl User {
    pub(crate) fn load(json: &[u8]) -> Self {
        let document: Owned = serde_json::from_slice(json).expect("a document");
        let units: HashMap<String, Option<String>> = document
            .unit
            .0
            .into_iter()
            .map(|(id, unit)| (id, unit.within))
            .collect();
        let posts = document.post.0.len();
        let mut graph = DiGraph::with_capacity(posts, posts * 3 / 2);
        let mut index = HashMap::with_capacity(posts);
        let mut told = Vec::with_capacity(posts);
        for (id, row) in document.post.0 {
            told.push((
                [row.operational, row.professional, row.clinical],
                row.deputies,
            ));
            let node = graph.add_node(Seat {
                id: id.clone(),
                title: row.title,
                unit: row.unit,
                grade: row.grade,
                profession: row.profession,
                holder: row.holder,
                vacant: row.vacant,
            });
            index.insert(id, node);
        }
        for (node, (superiors, deputies)) in graph.node_indices().zip(&told) {
            for (kind, superior) in Accountability::ALL.into_iter().zip(superiors) {
                if let Some(id) = superior.as_ref().and_then(Told::post) {
                    graph.add_edge(node, index[id], Tie::Line(kind));
                }
            }
            for (rank, deputy) in deputies.iter().enumerate() {
                let onward = deputy.is_onward();
                let id = deputy.post().expect("a deputy is a post");
                graph.add_edge(node, index[id], Tie::Deputy { rank, onward });
            }
        }
        let heads: HashMap<String, (Option<String>, NodeIndex)> = document
            .head
            .into_iter()
            .map(|head| {
                assert_eq!(head.kind, "professional");
                (head.unit, (head.profession, index[&head.post]))
            })
            .collect();
        let mut ruled = Vec::new();
        for (node, (superiors, _)) in graph.node_indices().zip(&told) {
            let seat = &graph[node];
            let mut unit = seat.unit.as_ref().filter(|_| superiors[1].is_none());
            while let Some(at) = unit {
                if let Some((profession, head)) = heads.get(at)
                    && (*profession == seat.profession && *head != node)
                {
                    ruled.push((node, *head));
                    break;
                }
                unit = units[at].as_ref();
            }
        }
        for (node, head) in ruled {
            graph.add_edge(node, head, Tie::Line(Accountability::Professional));
        }
        Self { graph, index }
    }

    pub(crate) fn superior(&self, post: NodeIndex, kind: Accountability) -> Option<NodeIndex> {
        let mut ties = self.graph.edges_directed(post, Outgoing);
        ties.find(|tie| *tie.weight() == Tie::Line(kind))
            .map(|tie| tie.target())
    }

    pub(crate) fn chain(
        &self,
        post: NodeIndex,
        kind: Accountability,
    ) -> impl Iterator<Item = NodeIndex> {
        std::iter::successors(self.superior(post, kind), move |&at| {
            self.superior(at, kind)
        })
    }

    pub(crate) fn is_above(
        &self,
        upper: NodeIndex,
        lower: NodeIndex,
        kind: Accountability,
    ) -> bool {
        self.chain(lower, kind).any(|at| at == upper)
    }

    /// The same with petgraph's own search.
    pub(crate) fn has_path(
        &self,
        upper: NodeIndex,
        lower: NodeIndex,
        kind: Accountability,
    ) -> bool {
        let of_kind = |tie: EdgeReference<'_, Tie>| *tie.weight() == Tie::Line(kind);
        let lines = EdgeFiltered::from_fn(&self.graph, of_kind);
        upper != lower && has_path_connecting(&lines, lower, upper, None)
    }

    pub(crate) fn span(&self, post: NodeIndex, kind: Accountability) -> usize {
        let ties = self.graph.edges_directed(post, Incoming);
        ties.filter(|tie| *tie.weight() == Tie::Line(kind)).count()
    }

    /// Everyone below, by petgraph's walk.
    pub(crate) fn below(
        &self,
        post: NodeIndex,
        kind: Accountability,
        mut each: impl FnMut(NodeIndex),
    ) {
        let of_kind = |tie: EdgeReference<'_, Tie>| *tie.weight() == Tie::Line(kind);
        let lines = EdgeFiltered::from_fn(&self.graph, of_kind);
        let reports = Reversed(&lines);
        let mut walk = Dfs::new(reports, post);
        walk.next(reports);
        while let Some(at) = walk.next(reports) {
            each(at);
        }
    }

    /// Everyone below, by a stack of one's own.
    pub(crate) fn below_by_stack(
        &self,
        post: NodeIndex,
        kind: Accountability,
        mut each: impl FnMut(NodeIndex),
    ) {
        let mut waiting = vec![post];
        while let Some(at) = waiting.pop() {
            for tie in self.graph.edges_directed(at, Incoming) {
                if *tie.weight() == Tie::Line(kind) {
                    each(tie.source());
                    waiting.push(tie.source());
                }
            }
        }
    }

    /// The nearest common superior, from two chains into buffers that are kept.
    pub(crate) fn common(
        &self,
        (a, b): (NodeIndex, NodeIndex),
        kind: Accountability,
        (first, second): &mut (Vec<NodeIndex>, Vec<NodeIndex>),
    ) -> Option<NodeIndex> {
        for (post, chain) in [(a, &mut *first), (b, &mut *second)] {
            chain.clear();
            chain.push(post);
            chain.extend(self.chain(post, kind));
        }
        let pairs = first.iter().rev().zip(second.iter().rev());
        pairs.take_while(|(a, b)| a == b).last().map(|(&a, _)| a)
    }

    /// How many are below every post.
    pub(crate) fn sizes(&self, kind: Accountability) -> Vec<u32> {
        let of_kind = |tie: EdgeReference<'_, Tie>| *tie.weight() == Tie::Line(kind);
        let lines = EdgeFiltered::from_fn(&self.graph, of_kind);
        let order = toposort(&lines, None).expect("no circle");
        let mut sizes = vec![0; self.graph.node_count()];
        for post in order {
            if let Some(superior) = self.superior(post, kind) {
                sizes[superior.index()] += sizes[post.index()] + 1;
            }
        }
        sizes
    }

    pub(crate) fn has_circle(&self, kind: Accountability) -> bool {
        let of_kind = |tie: EdgeReference<'_, Tie>| *tie.weight() == Tie::Line(kind);
        is_cyclic_directed(&EdgeFiltered::from_fn(&self.graph, of_kind))
    }
}
