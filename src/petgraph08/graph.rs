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
    /// # use answerable::{Accountability::Operational, Organisation, PostRecord};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse"),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational),
    /// # ])?;
    /// let graph = org.to_petgraph();
    /// let matron = org.post("matron")?.node_index();
    /// let superior = graph.neighbors(matron).next().and_then(|node| org.post_at_node(node));
    /// assert_eq!(superior, org.get("chief-nurse"));
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

    /// The post of a node of [`to_petgraph`](Organisation::to_petgraph).
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
    #[must_use]
    pub fn node_index(self) -> NodeIndex {
        node(self.place())
    }
}

fn node(at: u32) -> NodeIndex {
    NodeIndex::new(at as usize)
}
