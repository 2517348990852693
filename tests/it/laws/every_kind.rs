//! Laws 1, 2, 6 and 25 on every graph of three kinds over three posts: in each kind
//! each post answers to one of the three, itself included, or to nobody: 262,144
//! graphs.

use answerable::{Accountability, Line, Named, Organisation, Post, PostRecord, ProblemKind, Unfit};

use super::records::KINDS;

const COUNT: usize = 3;
const NAMES: [&str; COUNT] = ["c", "a", "b"];

/// Whom each post answers to in one kind.
type Map = [Option<usize>; COUNT];

fn graphs() -> impl Iterator<Item = [Map; 3]> {
    (0..4_usize.pow(9)).map(|mut number| {
        std::array::from_fn(|_| {
            std::array::from_fn(|_| {
                let digit = number % 4;
                number /= 4;
                digit.checked_sub(1)
            })
        })
    })
}

fn made(graph: &[Map; 3]) -> Result<Organisation, answerable::InvalidOrganisation> {
    Organisation::from_posts((0..COUNT).map(|post| {
        let record = PostRecord::new(NAMES[post], NAMES[post]);
        let lines = KINDS.into_iter().zip(graph);
        lines.fold(record, |record, (kind, map)| match map[post] {
            Some(above) => record.accountable_to(NAMES[above], kind),
            None => record,
        })
    }))
}

/// What three steps up lead through; a post of its own walk is on a circle.
fn walk(map: &Map, post: usize) -> Vec<usize> {
    let mut walk = Vec::new();
    let mut at = post;
    while let Some(above) = map[at].filter(|_| walk.len() < COUNT) {
        walk.push(above);
        at = above;
    }
    walk
}

/// The circles of one kind, a post that answers to itself among them, each from
/// its first post upwards.
fn circles(map: &Map) -> Vec<Vec<usize>> {
    let mut circles = Vec::new();
    for post in 0..COUNT {
        let walk = walk(map, post);
        let Some(length) = walk.iter().position(|&above| above == post) else {
            continue;
        };
        let circle: Vec<usize> = [post].into_iter().chain(walk).take(length + 1).collect();
        if circle.iter().all(|&other| other >= post) {
            circles.push(circle);
        }
    }
    circles
}

/// The problems due, as kind and posts; those that answer to themselves first, by
/// post and kind, then circles, by kind and post.
fn due(graph: &[Map; 3]) -> Vec<(Accountability, Vec<&'static str>)> {
    let named = |circle: Vec<usize>| circle.into_iter().map(|post| NAMES[post]).collect();
    let selves = (0..COUNT).flat_map(|post| {
        let own = KINDS.into_iter().zip(graph);
        own.filter(move |(_, map)| map[post] == Some(post))
            .map(move |(kind, _)| (kind, vec![NAMES[post]]))
    });
    let rounds = KINDS.into_iter().zip(graph).flat_map(|(kind, map)| {
        let circles = circles(map).into_iter().filter(|circle| circle.len() > 1);
        circles.map(move |circle| (kind, named(circle)))
    });
    selves.chain(rounds).collect()
}

fn found(invalid: &answerable::InvalidOrganisation) -> Vec<(Accountability, Vec<&str>)> {
    let problems = invalid.problems().iter();
    problems
        .map(|problem| match problem.kind() {
            ProblemKind::Circle { kind, steps } => {
                assert!(steps.iter().all(|step| step.rule.is_none()));
                let posts = steps.iter().map(|step| step.post.as_str());
                (*kind, posts.collect())
            }
            ProblemKind::CannotBe {
                role: Named::Superior(kind),
                post,
                why: Unfit::Itself,
            } => (*kind, vec![post.as_str()]),
            other => unreachable!("{other:?}"),
        })
        .collect()
}

fn check_answers(graph: &[Map; 3], org: &Organisation) {
    let posts: Vec<Post<'_>> = org.posts().collect();
    for (kind, map) in KINDS.into_iter().zip(graph) {
        for (x, &lower) in posts.iter().enumerate() {
            let walk = walk(map, x);
            let expected = walk.iter().map(|&above| posts[above]);
            assert!(lower.chain(kind).map(Line::to).eq(expected), "{graph:?}");
            let above = map[x].map(|above| posts[above]);
            assert_eq!(lower.superior(kind).post(), above, "{graph:?}");
            for (y, &upper) in posts.iter().enumerate() {
                let is_above = walk.contains(&y);
                assert_eq!(upper.is_above(lower, kind), is_above, "{graph:?}");
                let is_below = upper.below(kind).any(|post| post == lower);
                assert_eq!(is_below, is_above, "{graph:?}");
            }
        }
    }
}

#[test]
fn laws_01_02_06_25_on_every_graph_of_three_kinds() {
    let (mut sound, mut circular_across) = (0, 0);
    for graph in graphs() {
        let due = due(&graph);
        match made(&graph) {
            Ok(org) => {
                assert!(due.is_empty(), "{graph:?}");
                check_answers(&graph, &org);
                sound += 1;
                let [first, second, _] = graph;
                let back = |post: usize| first[post].and_then(|above| second[above]);
                circular_across += usize::from((0..COUNT).any(|post| back(post) == Some(post)));
            }
            Err(invalid) => assert_eq!(found(&invalid), due, "{graph:?}"),
        }
    }
    // Forests on three labelled posts with their roots named: (n + 1)^(n - 1),
    // in each kind.
    assert_eq!(sound, 16 * 16 * 16);
    assert!(circular_across > 0);
}
