//! The organisation as a graph, with nothing copied.

use std::fmt;
use std::iter::{Repeat, Zip, repeat};

use petgraph::visit::{
    Data, EdgeCount, EdgeRef, GraphBase, GraphProp, GraphRef, IntoEdgeReferences, IntoEdges,
    IntoEdgesDirected, IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers,
    IntoNodeReferences, NodeCompactIndexable, NodeCount, NodeIndexable, Visitable,
};
use petgraph::{Directed, Direction};

use crate::Organisation;
use crate::model::Accountability;
use crate::view::{Line, Post};

use super::visited::Visited;
use super::walk::{AllLines, Kinds, LinesAt, Neighbours, Posts};

/// The lines of some kinds, as a graph that petgraph's algorithms take by value:
/// `Copy`, with nothing copied. [`Organisation::as_petgraph`] gives it.
///
/// - A node is a [`Post`]. Every post is one, whether it has lines of these kinds or
///   not; they come in operational tree order, and their indices are those of
///   [`to_petgraph`](Organisation::to_petgraph). Its weight is `()`.
/// - An edge is a [`Line`], with its kind as weight and itself as id, from the
///   report to its superior. Two posts with lines of several kinds between them
///   have as many edges; `also` lines are not among them.
/// - Outgoing are the lines to superiors, kind by kind; incoming those of reports,
///   kind by kind, as the reports are declared.
///
/// Each step along the lines of a post is constant and allocates nothing; all edges
/// are listed, and counted each time, in time linear in the posts. A map of visited
/// posts takes a bit a post. A post of another organisation has no lines here.
///
/// Over one kind there are no circles; over several there may be, rightly, and
/// `toposort` then errs. petgraph's `toposort`, `kosaraju_scc`, `Dfs`, `Bfs` and
/// `dominators` walk chains of any depth; its `is_cyclic_directed`, `tarjan_scc` and
/// `depth_first_search` recurse, and overflow the stack on very deep ones.
///
/// # Panics
///
/// [`NodeIndexable::from_index`], if no post has this index.
///
/// # Examples
///
/// What a line costs is asked of the [`Line`], which knows its kind and its basis:
///
/// ```
/// # use answerable::Accountability::{Operational, Professional};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// use petgraph::algo::dijkstra;
///
/// let lines = org.as_petgraph([Operational, Professional]);
/// let cost = dijkstra(lines, org.post("ward-manager-childrens")?, None, |line| match line.kind() {
///     Professional => 3,
///     _ => 1,
/// });
/// assert_eq!(cost[&org.post("chief-nurse")?], 4);
/// assert_eq!(cost[&org.post("chief-executive")?], 4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Lines<'o> {
    org: &'o Organisation,
    kinds: Kinds,
}

impl Organisation {
    /// The lines of these kinds as a graph for petgraph's algorithms: a node a
    /// post, an edge a line, from the report to its superior. Nothing is copied.
    ///
    /// ```
    /// # use answerable::Accountability::{Operational, Professional};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// use petgraph::algo::has_path_connecting;
    ///
    /// let (ward, chief_nurse) = (org.post("ward-manager-childrens")?, org.post("chief-nurse")?);
    /// let professional = org.as_petgraph([Professional]);
    /// assert!(has_path_connecting(professional, ward, chief_nurse, None));
    /// assert!(!has_path_connecting(org.as_petgraph([Operational]), ward, chief_nurse, None));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn as_petgraph(&self, kinds: impl IntoIterator<Item = Accountability>) -> Lines<'_> {
        Lines {
            org: self,
            kinds: kinds.into_iter().collect(),
        }
    }
}

impl<'o> Lines<'o> {
    #[inline]
    pub(super) fn at(self, post: Post<'o>, side: Direction) -> LinesAt<'o> {
        let kinds = post.place_in(self.org).map(|_| self.kinds);
        LinesAt::new(post, side, kinds.unwrap_or_default())
    }
}

impl fmt::Debug for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lines({:?} of {} posts)", self.kinds, self.node_count())
    }
}

impl<'o> GraphBase for Lines<'o> {
    type EdgeId = Line<'o>;
    type NodeId = Post<'o>;
}

impl GraphRef for Lines<'_> {}

impl GraphProp for Lines<'_> {
    type EdgeType = Directed;
}

impl Data for Lines<'_> {
    type NodeWeight = ();
    type EdgeWeight = Accountability;
}

impl NodeCount for Lines<'_> {
    fn node_count(&self) -> usize {
        self.org.posts().len()
    }
}

impl EdgeCount for Lines<'_> {
    fn edge_count(&self) -> usize {
        self.edge_references().count()
    }
}

impl<'o> NodeIndexable for Lines<'o> {
    fn node_bound(&self) -> usize {
        self.node_count()
    }

    #[inline]
    fn to_index(&self, post: Post<'o>) -> usize {
        post.node_index().index()
    }

    #[cfg_attr(
        not(test),
        expect(clippy::expect_used, reason = "petgraph's trait has no other answer")
    )]
    fn from_index(&self, index: usize) -> Post<'o> {
        let post = self.org.post_numbered(index);
        post.expect("the index of a post")
    }
}

impl NodeCompactIndexable for Lines<'_> {}

impl Visitable for Lines<'_> {
    type Map = Visited;

    fn visit_map(&self) -> Visited {
        Visited::none_of(self.node_count())
    }

    fn reset_map(&self, map: &mut Visited) {
        map.forget(self.node_count());
    }
}

impl<'o> IntoNodeIdentifiers for Lines<'o> {
    type NodeIdentifiers = Posts<'o>;

    fn node_identifiers(self) -> Posts<'o> {
        Posts::of(self.org)
    }
}

impl<'o> IntoNodeReferences for Lines<'o> {
    type NodeRef = (Post<'o>, ());
    type NodeReferences = Zip<Posts<'o>, Repeat<()>>;

    fn node_references(self) -> Self::NodeReferences {
        self.node_identifiers().zip(repeat(()))
    }
}

impl<'o> IntoEdgeReferences for Lines<'o> {
    type EdgeRef = Line<'o>;
    type EdgeReferences = AllLines<'o>;

    fn edge_references(self) -> AllLines<'o> {
        AllLines::of(self, self.node_identifiers())
    }
}

impl<'o> IntoNeighbors for Lines<'o> {
    type Neighbors = Neighbours<'o>;

    #[inline]
    fn neighbors(self, post: Post<'o>) -> Neighbours<'o> {
        self.neighbors_directed(post, Direction::Outgoing)
    }
}

impl<'o> IntoNeighborsDirected for Lines<'o> {
    type NeighborsDirected = Neighbours<'o>;

    #[inline]
    fn neighbors_directed(self, post: Post<'o>, side: Direction) -> Neighbours<'o> {
        Neighbours(self.at(post, side))
    }
}

impl<'o> IntoEdges for Lines<'o> {
    type Edges = LinesAt<'o>;

    #[inline]
    fn edges(self, post: Post<'o>) -> LinesAt<'o> {
        self.at(post, Direction::Outgoing)
    }
}

impl<'o> IntoEdgesDirected for Lines<'o> {
    type EdgesDirected = LinesAt<'o>;

    #[inline]
    fn edges_directed(self, post: Post<'o>, side: Direction) -> LinesAt<'o> {
        self.at(post, side)
    }
}

/// A line as an edge: from the report to the superior, with its kind as weight and
/// itself as id.
impl<'o> EdgeRef for Line<'o> {
    type NodeId = Post<'o>;
    type EdgeId = Self;
    type Weight = Accountability;

    #[inline]
    fn source(&self) -> Post<'o> {
        self.from()
    }

    #[inline]
    fn target(&self) -> Post<'o> {
        self.to()
    }

    fn weight(&self) -> &Accountability {
        match self.kind() {
            Accountability::Operational => &Accountability::Operational,
            Accountability::Professional => &Accountability::Professional,
            Accountability::Clinical => &Accountability::Clinical,
        }
    }

    #[inline]
    fn id(&self) -> Self {
        *self
    }
}
