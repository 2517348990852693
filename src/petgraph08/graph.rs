//! An owned graph of petgraph's own.

use petgraph::graph::{DiGraph, NodeIndex};

use crate::Organisation;
use crate::model::Accountability;
use crate::view::Post;

impl Organisation {
    /// An owned petgraph graph: a node a post, an edge a line of any kind, from
    /// the report to its superior; `also` lines are not among them.
    ///
    /// [`Post::node_index`] gives a post's node and
    /// [`post_at_node`](Organisation::post_at_node) a node's post. Across kinds the
    /// graph may rightly have circles; keep to one kind, by the weight of the
    /// edges, where an algorithm needs none. Linear in posts and lines: most
    /// algorithms take [`as_petgraph`](Organisation::as_petgraph) as well, which
    /// copies nothing.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let graph = org.to_petgraph();
    /// let chief = org.post("chief-executive")?.node_index();
    /// let superior = graph.neighbors(chief).next().and_then(|node| org.post_at_node(node));
    /// assert_eq!(superior, org.get("trust-board"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_petgraph(&self) -> DiGraph<(), Accountability> {
        let posts = self.declared.len();
        let superiors = |kind| {
            let order = self.order(kind);
            let above = move |post| Some((post, order.superior(post)?));
            (0..).take(posts).filter_map(above)
        };
        let lines = Accountability::ALL.map(|kind| superiors(kind).count());
        let mut graph = DiGraph::with_capacity(posts, lines.iter().sum());
        for _ in 0..posts {
            graph.add_node(());
        }
        for kind in Accountability::ALL {
            for (post, above) in superiors(kind) {
                graph.add_edge(node(post), node(above), kind);
            }
        }
        graph
    }

    /// The post of a node of [`to_petgraph`](Organisation::to_petgraph); none beyond
    /// the last. Of a graph of another organisation it is a wrong one.
    #[must_use]
    pub fn post_at_node(&self, node: NodeIndex) -> Option<Post<'_>> {
        self.post_numbered(node.index())
    }

    pub(super) fn post_numbered(&self, index: usize) -> Option<Post<'_>> {
        let at = u32::try_from(index).ok()?;
        (index < self.declared.len()).then(|| Post::new(self, at))
    }
}

impl Post<'_> {
    /// The node of the post in [`to_petgraph`](Organisation::to_petgraph).
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let graph = org.to_petgraph();
    /// let regulator = org.post("care-quality-commission")?.node_index();
    /// assert_eq!(graph.neighbors_undirected(regulator).count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn node_index(self) -> NodeIndex {
        node(self.place())
    }
}

fn node(at: u32) -> NodeIndex {
    NodeIndex::new(at as usize)
}
