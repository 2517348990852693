//! Laws 1, 2, 3, 6 and 25 on every map of superiors of six posts: each answers to
//! one of the six, itself included, or to nobody: 117,649 maps.

use answerable::{
    Accountability::Professional, Line, Named, Organisation, Post, PostRecord, ProblemKind, Unfit,
};

const COUNT: usize = 6;
const NAMES: [&str; COUNT] = ["f", "a", "e", "b", "d", "c"];

type Map = [Option<usize>; COUNT];

fn maps() -> impl Iterator<Item = Map> {
    (0..7_usize.pow(6)).map(|mut number| {
        std::array::from_fn(|_| {
            let digit = number % 7;
            number /= 7;
            digit.checked_sub(1)
        })
    })
}

fn made(map: &Map) -> Result<Organisation, answerable::InvalidOrganisation> {
    Organisation::from_posts(NAMES.iter().zip(map).map(|(name, above)| {
        let record = PostRecord::new(*name, *name);
        match above {
            Some(above) => record.accountable_to(NAMES[*above], Professional),
            None => record,
        }
    }))
}

/// The chain of a post; nothing if it never ends.
fn chain(map: &Map, post: usize) -> Option<Vec<usize>> {
    let mut chain = Vec::new();
    let mut at = post;
    while let Some(above) = map[at] {
        if chain.len() == COUNT {
            return None;
        }
        chain.push(above);
        at = above;
    }
    Some(chain)
}

/// The circles of two posts or more, each from its first post upwards.
fn circles(map: &Map) -> Vec<Vec<usize>> {
    let mut circles = Vec::new();
    for start in 0..COUNT {
        let mut round = vec![start];
        while let Some(above) = map[round[round.len() - 1]].filter(|above| *above != start) {
            if round.contains(&above) {
                break;
            }
            round.push(above);
        }
        let is_closed = map[round[round.len() - 1]] == Some(start);
        if is_closed && round.len() > 1 && round.iter().all(|&post| post >= start) {
            circles.push(round);
        }
    }
    circles
}

fn check_answers(map: &Map, org: &Organisation) {
    let posts: Vec<Post<'_>> = org.posts().collect();
    let mut counts = [0, 0];
    for (x, &lower) in posts.iter().enumerate() {
        let expected = chain(map, x).expect("a sound map");
        let mut found = lower.chain(Professional).map(Line::to);
        assert!(
            expected
                .iter()
                .all(|&above| found.next() == Some(posts[above])),
            "{map:?}"
        );
        assert_eq!(found.next(), None, "{map:?}");
        assert_eq!(lower.depth(Professional), expected.len());
        assert_eq!(
            lower.superior(Professional).post(),
            map[x].map(|above| posts[above])
        );
        let below = lower.below(Professional);
        counts = [counts[0] + expected.len(), counts[1] + below.len()];
        let union = lower
            .reports(Professional)
            .flat_map(|line| std::iter::once(line.from()).chain(line.from().below(Professional)));
        assert!(below.clone().eq(union), "{map:?}");
        for (y, &upper) in posts.iter().enumerate() {
            let is_above = expected.contains(&y);
            assert_eq!(upper.is_above(lower, Professional), is_above, "{map:?}");
            assert_eq!(
                upper.below(Professional).any(|post| post == lower),
                is_above,
                "{map:?}"
            );
        }
    }
    assert_eq!(counts[0], counts[1]);
}

#[test]
fn laws_01_02_03_06_on_every_map_of_six_posts() {
    let mut sound = 0;
    for map in maps() {
        let is_sound = (0..COUNT).all(|post| chain(&map, post).is_some());
        let org = made(&map);
        assert_eq!(org.is_ok(), is_sound, "{map:?}");
        if let Ok(org) = org {
            sound += 1;
            check_answers(&map, &org);
        }
    }
    // Forests on six labelled posts with their roots named: (n + 1)^(n - 1).
    assert_eq!(sound, 7 * 7 * 7 * 7 * 7);
}

#[test]
fn law_25_on_every_map_of_six_posts() {
    for map in maps() {
        let problems = made(&map)
            .err()
            .map(|invalid| invalid.problems().to_vec())
            .unwrap_or_default();
        let mut expected: Vec<(String, Vec<&str>)> = Vec::new();
        for (post, &name) in NAMES.iter().enumerate() {
            if map[post] == Some(post) {
                expected.push((format!("itself {name}"), vec![name]));
            }
        }
        for round in circles(&map) {
            let names: Vec<_> = round.iter().map(|&post| NAMES[post]).collect();
            expected.push((format!("circle {names:?}"), names));
        }
        let found: Vec<(String, Vec<&str>)> = problems
            .iter()
            .map(|problem| {
                let what = match problem.kind() {
                    ProblemKind::Circle {
                        kind: Professional,
                        steps,
                    } => {
                        assert!(steps.iter().all(|step| step.rule.is_none()));
                        let names: Vec<_> = steps.iter().map(|step| step.post.as_str()).collect();
                        format!("circle {names:?}")
                    }
                    ProblemKind::CannotBe {
                        role: Named::Superior(Professional),
                        post,
                        why: Unfit::Itself,
                    } => {
                        format!("itself {post}")
                    }
                    other => format!("{other:?}"),
                };
                assert!(
                    problem
                        .left_out()
                        .iter()
                        .all(|place| place.key() == Some("professional"))
                );
                (
                    what,
                    problem
                        .left_out()
                        .iter()
                        .filter_map(|place| place.id())
                        .collect(),
                )
            })
            .collect();
        assert_eq!(found, expected, "{map:?}");
    }
}
