//! Law 32: no two lines run on each other, nor beside each other so closely that
//! they look like one; but those of one sort at a card that has no room for each.

use std::collections::{BTreeMap, BTreeSet};

use answerable::{
    Accountability::Operational, Chart, Direction, Organisation, PostRecord, Relation,
};
use proptest::prelude::*;

use crate::loaded::trust;

use super::super::cases;
use super::cases::{Options, charted};
use super::crossing::{everything, larger, made, published};
use super::geometry::{Line, Picture, Rect, Stretch};

/// Lines side by side are no closer.
const CLOSE: i32 = 4;

/// Whether a stretch runs down the page, where, and from where to where.
type Run = (bool, i32, i32, i32);

#[expect(clippy::cast_possible_truncation, reason = "places are whole numbers")]
fn run(((a, b), (c, d)): Stretch) -> Run {
    let [a, b, c, d] = [a, b, c, d].map(|place| {
        assert!((place - place.round()).abs() < 1e-6, "not a whole number");
        place.round() as i32
    });
    if a == c {
        (true, a, b.min(d), b.max(d))
    } else {
        assert_eq!(b, d, "neither across nor down");
        (false, b, a.min(c), a.max(c))
    }
}

fn rect((is_down, at, from, to): Run) -> Rect {
    let [at, from, to] = [at, from, to].map(f64::from);
    let (left, top, right, bottom) = if is_down {
        (at, from, at, to)
    } else {
        (from, at, to, at)
    };
    Rect {
        left,
        top,
        right,
        bottom,
    }
}

fn own(line: &Line) -> impl Iterator<Item = Run> {
    line.stretches[..line.own].iter().copied().map(run)
}

/// The rectangle that the head of a line takes.
fn head(line: &Line) -> Option<Rect> {
    let corners = line.stretches[line.own..].iter().flat_map(|&(a, b)| [a, b]);
    corners.fold(None, |head: Option<Rect>, (x, y)| {
        let head = head.unwrap_or(Rect {
            left: x,
            top: y,
            right: x,
            bottom: y,
        });
        Some(Rect {
            left: head.left.min(x),
            top: head.top.min(y),
            right: head.right.max(x),
            bottom: head.bottom.max(y),
        })
    })
}

/// What two lines have in common or nearly so, by the numbers of the lines.
fn common(picture: &Picture) -> BTreeMap<(usize, usize), Vec<(Run, Run)>> {
    let mut runs: Vec<(Run, usize)> = Vec::new();
    for (number, line) in picture.lines.iter().enumerate() {
        runs.extend(own(line).map(|run| (run, number)));
    }
    runs.sort_unstable();
    let mut common: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (at, &(one, of)) in runs.iter().enumerate() {
        let next = runs[at + 1..].iter();
        for &(other, by) in next.take_while(|(next, _)| next.0 == one.0 && next.1 < one.1 + CLOSE) {
            // On one line they may not share a piece, and may come near it.
            if (of != by || one.1 == other.1) && one.2.max(other.2) < one.3.min(other.3) {
                let pair = (of.min(by), of.max(by));
                common.entry(pair).or_default().push((one, other));
            }
        }
    }
    common
}

/// Whether two lines of one sort run together from a card that both meet.
fn is_shared(picture: &Picture, a: &Line, b: &Line, runs: &[(Run, Run)]) -> bool {
    let is_one_sort = (&a.class, &a.dashes) == (&b.class, &b.dashes);
    let mut left: Vec<Rect> = runs
        .iter()
        .filter(|(one, other)| one.1 == other.1)
        .map(|&(one, other)| rect((one.0, one.1, one.2.max(other.2), one.3.min(other.3))))
        .collect();
    if !is_one_sort || left.len() < runs.len() {
        return false;
    }
    let meets = |line: &Line, card: Rect| {
        let mut runs = own(line).map(rect).chain(head(line));
        runs.any(|run| run.overlaps(card.grown(0.5)))
    };
    let cards = picture.cards.iter().map(|card| card.rect);
    let cards = cards.filter(|&card| {
        let is_near = left
            .iter()
            .any(|run| run.grown(0.1).overlaps(card.grown(0.5)));
        is_near && meets(a, card) && meets(b, card)
    });
    let mut reached: Vec<Rect> = cards.collect();
    while let Some(from) = reached.pop() {
        let (next, rest) = left
            .iter()
            .partition(|run| run.grown(0.1).overlaps(from.grown(0.5)));
        left = rest;
        reached.extend::<Vec<Rect>>(next);
    }
    left.is_empty()
}

/// The ends of a line that are neither on the edge of a card nor at its head.
fn loose(picture: &Picture, line: &Line) -> Vec<(i32, i32)> {
    let runs: Vec<Run> = own(line).collect();
    let places = |&(is_down, at, from, to): &Run| {
        [from, to].map(|reach| if is_down { (at, reach) } else { (reach, at) })
    };
    let touches = |&(is_down, at, from, to): &Run, (x, y): (i32, i32)| {
        let (across, along) = if is_down { (x, y) } else { (y, x) };
        across == at && (from..=to).contains(&along)
    };
    let point = |(x, y): (i32, i32)| rect((true, x, y, y)).grown(0.1);
    let head = head(line);
    let on_edge = |at: Rect| {
        let mut cards = picture.cards.iter().map(|card| card.rect);
        cards.any(|card| at.overlaps(card.grown(0.1)) && !at.overlaps(card.grown(-0.6)))
    };
    let mut loose: BTreeSet<(i32, i32)> = runs.iter().flat_map(places).collect();
    loose.retain(|&end| {
        let met = runs.iter().filter(|run| touches(run, end)).count();
        let at_head = head.is_some_and(|head| point(end).overlaps(head) && on_edge(head));
        met == 1 && !at_head && !on_edge(point(end))
    });
    loose.into_iter().collect()
}

/// What is wrong with how the lines run, its first few faults.
fn faults(chart: &Chart<'_>) -> Vec<String> {
    let picture = Picture::read(&chart.svg().to_string());
    let mut wrong = Vec::new();
    let name = |line: usize| format!("{} line {line}", picture.lines[line].class);
    for ((a, b), runs) in common(&picture) {
        if a == b {
            wrong.push(format!("{} covers {:?} twice", name(a), runs[0]));
        } else if !is_shared(&picture, &picture.lines[a], &picture.lines[b], &runs) {
            wrong.push(format!("{} is on {}: {:?}", name(a), name(b), runs[0]));
        }
    }
    let heads: Vec<Option<Rect>> = picture.lines.iter().map(head).collect();
    for (a, line) in picture.lines.iter().enumerate() {
        for end in loose(&picture, line) {
            wrong.push(format!("{} ends in the air: {end:?}", name(a)));
        }
        let Some(of) = heads[a].map(|head| head.grown(-0.5)) else {
            continue;
        };
        for (b, other) in picture.lines.iter().enumerate().filter(|&(b, _)| a != b) {
            if heads[b].is_some_and(|head| head.overlaps(of)) {
                wrong.push(format!("the heads of {} and {} overlap", name(a), name(b)));
            }
            if own(other).any(|run| rect(run).grown(0.1).overlaps(of)) {
                wrong.push(format!("{} runs through the head of {}", name(b), name(a)));
            }
        }
    }
    let count = wrong.len();
    wrong.truncate(5);
    if count > 5 {
        wrong.push(format!("... {count} in all"));
    }
    wrong
}

fn assert_apart(chart: &Chart<'_>) {
    for direction in [Direction::Down, Direction::Right] {
        let wrong = faults(&chart.clone().growing(direction));
        assert!(wrong.is_empty(), "{direction:?}: {wrong:#?}");
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn law_32_the_lines_of_any_chart(case in charted(1..26)) {
        prop_assert_eq!(faults(&case.chart(&case.organisation())), Vec::<String>::new());
    }

    #[test]
    fn law_32_all_lines_of_larger_organisations(case in larger(), right in any::<bool>()) {
        let mut case = case;
        case.options = Options {
            direction: Some(if right { Direction::Right } else { Direction::Down }),
            ..Options::all()
        };
        prop_assert_eq!(faults(&case.chart(&case.organisation())), Vec::<String>::new());
    }

    #[test]
    fn law_32_the_lines_of_dense_charts(
        posts in prop_oneof![4 => 2_usize..24, 1 => 24_usize..70],
        under in 1_usize..9,
        lines in 0_usize..400,
    ) {
        let org = made(posts, |post| (post > 0).then(|| (post - 1) / under), lines);
        for direction in [Direction::Down, Direction::Right] {
            prop_assert_eq!(faults(&everything(&org).growing(direction)), Vec::<String>::new());
        }
    }
}

/// One post with a link to each of the others, of whom each manages `under`.
fn hub(posts: usize, under: usize, hub: usize) -> Organisation {
    let records = (0..posts).map(|post| {
        let record = PostRecord::new(format!("p{post}"), "Post");
        let record = match post {
            0 => record,
            _ => record.accountable_to(format!("p{}", (post - 1) / under), Operational),
        };
        let others = (0..posts).filter(|&other| post == hub && other != hub);
        others.fold(record, |record, other| {
            let relation = [Relation::Advises, Relation::Supports][other % 2];
            record.linked(relation, format!("p{other}"))
        })
    });
    Organisation::from_posts(records).expect("sound records")
}

#[test]
fn law_32_the_lines_of_hubs() {
    for (posts, under) in [(20, 3), (201, 200), (201, 6), (201, 1), (60, 2)] {
        for at in [0, 1, posts / 2, posts - 1] {
            assert_apart(&hub(posts, under, at).chart().with_links());
        }
    }
}

#[test]
fn law_32_the_lines_of_fans_and_chains() {
    for (count, lines) in [(2, 0), (2, 30), (200, 0), (201, 60), (201, 900)] {
        let fan = made(count, |post| (post > 0).then_some(0), lines);
        assert_apart(&everything(&fan));
    }
    for lines in [20, 300] {
        assert_apart(&everything(&made(60, |post| post.checked_sub(1), lines)));
    }
    for lines in [200, 1_500] {
        let comb = |post: usize| (post > 0).then(|| (post - 1) / 2 * 2);
        assert_apart(&everything(&made(180, comb, lines)));
        let tops = |post: usize| (!post.is_multiple_of(30)).then(|| post / 30 * 30);
        assert_apart(&everything(&made(90, tops, lines)));
        assert_apart(&everything(&made(60, |_| None, lines)));
    }
}

#[test]
fn law_32_the_lines_of_the_trust() {
    let org = trust();
    assert_apart(&everything(&org));
    for post in org.posts() {
        assert_apart(&post.chart().with_deputies().with_links());
    }
}

#[test]
fn law_32_the_lines_of_published_organograms() {
    for org in published() {
        assert_apart(&everything(&org));
    }
}
