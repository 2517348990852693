//! The lines of an organisation as a graph for petgraph's algorithms.

mod answers;

use std::collections::BTreeSet;
use std::thread;

use answerable::Accountability::{self, Clinical, Operational, Professional};
use answerable::petgraph08::{Lines, Visited};
use answerable::proptest1::{any_post, organisation};
use answerable::{Organisation, Post, PostRecord};
use petgraph::Direction::{Incoming, Outgoing};
use petgraph::algo::dominators::simple_fast;
use petgraph::algo::{dijkstra, kosaraju_scc, toposort};
use petgraph::visit::{
    Bfs, Dfs, EdgeFiltered, EdgeRef, IntoEdgeReferences, IntoEdges, IntoEdgesDirected,
    IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers, NodeCount, NodeIndexable, Reversed,
    VisitMap, Visitable, Walker,
};
use proptest::prelude::*;

use crate::loaded::trust;

pub(crate) use answers::answers;

/// Two who answer to each other in different kinds, and one who answers to the
/// first of them in all.
fn ward() -> Organisation {
    Organisation::from_posts([
        PostRecord::new("manager", "Ward Manager").accountable_to("consultant", Clinical),
        PostRecord::new("night", "Night Sister").also_accountable_to("manager", Operational),
        PostRecord::new("consultant", "Consultant").accountable_to("manager", Operational),
        PostRecord::new("sister", "Ward Sister")
            .accountable_to("manager", Clinical)
            .accountable_to("manager", Professional)
            .accountable_to("manager", Operational),
    ])
    .expect("sound")
}

fn post<'o>(org: &'o Organisation, id: &str) -> Post<'o> {
    org.post(id).expect("it is there")
}

#[test]
fn several_kinds_may_go_round_and_each_has_an_order() {
    let org = ward();
    let circle = toposort(org.as_petgraph(Accountability::ALL), None);
    let on_it = circle.expect_err("a circle across kinds").node_id();
    assert!(["manager", "consultant"].contains(&on_it.id()));
    for kind in Accountability::ALL {
        assert!(toposort(org.as_petgraph([kind]), None).is_ok());
    }
    assert!(toposort(org.as_petgraph([Operational, Professional]), None).is_ok());
    let scc = kosaraju_scc(org.as_petgraph(Accountability::ALL));
    let widest = scc.iter().map(Vec::len).max();
    assert_eq!((scc.len(), widest), (3, Some(2)));
}

#[test]
fn each_line_is_an_edge_of_its_own_and_also_lines_are_none() {
    let org = ward();
    let (sister, manager) = (post(&org, "sister"), post(&org, "manager"));
    let lines = org.as_petgraph([Clinical, Operational, Clinical]);
    let up: Vec<_> = lines.edges(sister).collect();
    assert!(up.iter().eq(&[
        sister.superior(Operational).line().expect("a line"),
        sister.superior(Clinical).line().expect("a line"),
    ]));
    assert_ne!(up[0].id(), up[1].id());
    assert!(lines.neighbors(sister).eq([manager, manager]));
    let down = lines.edges_directed(manager, Incoming);
    assert!(down.map(|line| (line.from().id(), line.kind())).eq([
        ("consultant", Operational),
        ("sister", Operational),
        ("sister", Clinical),
    ]));
    assert_eq!(lines.edges(post(&org, "night")).count(), 0);
    assert_eq!(lines.node_count(), 4);
    assert_eq!(org.as_petgraph([]).edge_references().count(), 0);
    assert_eq!(
        format!("{:?}", org.as_petgraph([Clinical, Operational])),
        "Lines([Operational, Clinical] of 4 posts)"
    );
}

#[test]
fn a_filter_is_given_the_line() {
    let org = ward();
    let chosen = EdgeFiltered::from_fn(org.as_petgraph(Accountability::ALL), |line| {
        line.kind() != Operational && line.standing() == answerable::Standing::Given
    });
    let reached = Dfs::new(&chosen, post(&org, "sister")).iter(&chosen);
    let reached: BTreeSet<_> = reached.map(Post::id).collect();
    assert_eq!(reached, BTreeSet::from(["sister", "manager", "consultant"]));
}

#[test]
fn a_post_of_another_organisation_has_no_lines() {
    let (here, there) = (trust(), ward());
    let lines = there.as_petgraph(Accountability::ALL);
    for stranger in here.posts() {
        for side in [Outgoing, Incoming] {
            assert_eq!(lines.edges_directed(stranger, side).count(), 0);
            assert_eq!(lines.neighbors_directed(stranger, side).count(), 0);
        }
        assert!(Dfs::new(lines, stranger).iter(lines).eq([stranger]));
        assert!(Bfs::new(lines, stranger).iter(lines).eq([stranger]));
        assert_eq!(dijkstra(lines, stranger, None, |_| 1).len(), 1);
        let alone = simple_fast(Reversed(lines), stranger);
        assert_eq!(alone.immediately_dominated_by(stranger).count(), 0);
    }
}

#[test]
fn a_map_of_visited_posts_knows_the_first_time() {
    let org = trust();
    let lines = org.as_petgraph([]);
    for mut map in [lines.visit_map(), Visited::default()] {
        for round in 0..2 {
            for post in org.posts() {
                assert!(!map.is_visited(&post) && !map.unvisit(post));
                assert!(map.visit(post) && !map.visit(post) && map.is_visited(&post));
            }
            if round == 0 {
                assert!(org.posts().all(|post| map.unvisit(post)));
            } else {
                assert!(org.posts().all(|post| map.is_visited(&post)));
            }
        }
        lines.reset_map(&mut map);
        assert!(org.posts().all(|post| !map.is_visited(&post)));
    }
}

#[test]
#[should_panic(expected = "the index of a post")]
fn an_index_that_no_post_has_is_refused() {
    let org = ward();
    let _ = org.as_petgraph([]).from_index(4);
}

#[test]
fn algorithms_go_as_deep_as_chains_do() {
    const MANY: usize = 1_000_000;
    let asked = || {
        let posts = (0..MANY).map(|at| {
            let post = PostRecord::new(format!("p{at}"), "Post");
            match at.checked_sub(1) {
                Some(above) => post.accountable_to(format!("p{above}"), Operational),
                None => post,
            }
        });
        let org = Organisation::from_posts(posts).expect("sound");
        let (first, last) = (post(&org, "p0"), post(&org, "p999999"));
        let lines = org.as_petgraph(Accountability::ALL);
        let order = toposort(lines, None).expect("no circle");
        assert_eq!((order.first(), order.last()), (Some(&last), Some(&first)));
        assert_eq!(kosaraju_scc(lines).len(), MANY);
        assert_eq!(Dfs::new(lines, last).iter(lines).last(), Some(first));
        let down = Reversed(lines);
        assert_eq!(Dfs::new(down, first).iter(down).last(), Some(last));
        assert_eq!(Bfs::new(down, first).iter(down).count(), MANY);
        let far = dijkstra(lines, last, Some(first), |_| 1_usize);
        assert_eq!(far[&first], MANY - 1);
        let cut = simple_fast(down, first);
        assert_eq!(
            cut.strict_dominators(last).map(Iterator::count),
            Some(MANY - 1)
        );
        assert_eq!(lines.edge_references().count(), MANY - 1);
    };
    let thread = thread::Builder::new().stack_size(256 * 1024).spawn(asked);
    thread.expect("a thread").join().expect("no panic");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_graph_of_ones_own_and_the_organisation_itself_answer_alike(
        org in organisation(1..60),
        start in any_post(),
    ) {
        let (lines, graph) = (org.as_petgraph(Accountability::ALL), org.to_petgraph());
        let start = start.of(&org).expect("it has posts");
        let index = |post: Post<'_>| post.node_index().index();
        let (here, there) = (start, start.node_index());
        prop_assert_eq!(
            answers(lines, here, &index),
            answers(&graph, there, &|node| node.index())
        );
        prop_assert_eq!(
            answers(Reversed(lines), here, &index),
            answers(Reversed(&graph), there, &|node| node.index())
        );
        for post in lines.node_identifiers() {
            prop_assert_eq!(org.post_at_node(post.node_index()), Some(post));
            prop_assert_eq!(NodeIndexable::to_index(&lines, post), index(post));
        }
    }

    #[test]
    fn each_edge_is_the_line_of_the_post(org in organisation(1..60)) {
        let lines: Lines<'_> = org.as_petgraph(Accountability::ALL);
        for post in org.posts() {
            let up = Accountability::ALL.map(|kind| post.superior(kind).line());
            let down = Accountability::ALL.map(|kind| post.reports(kind));
            prop_assert!(lines.edges(post).eq(up.into_iter().flatten()));
            prop_assert!(lines.edges_directed(post, Incoming).eq(down.into_iter().flatten()));
        }
        for line in lines.edge_references() {
            prop_assert_eq!((line.source(), line.target()), (line.from(), line.to()));
            prop_assert_eq!((*line.weight(), line.id()), (line.kind(), line));
        }
    }
}
