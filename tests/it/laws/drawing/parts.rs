//! Law 33: a chart of a part of the organisation is the whole chart of an
//! organisation that is that part. Which posts that part has, and how many lines
//! leave it, law 28 tries in every picture.

use proptest::prelude::*;

use super::super::cases;
use super::super::oracle::{Answer, Oracle};
use super::super::records::{End, Sort, Told, Up};
use super::cases::{Case, Options, charted};
use super::geometry::{Meets, Picture};
use super::words::Manner;

/// The numbers of the posts of a picture, as they stand, and what each line meets.
type Shown = (Vec<usize>, Vec<Meets>);

fn shown(case: &Case) -> Shown {
    let picture = Picture::read(&case.chart(&case.organisation()).svg().to_string());
    let number = |name: &str| {
        let number = name
            .strip_prefix("Post ")
            .and_then(|name| name.split(';').next());
        number
            .and_then(|number| number.parse().ok())
            .expect("a number")
    };
    let posts = picture
        .cards
        .iter()
        .map(|card| number(&card.name))
        .collect();
    (posts, picture.judged().1)
}

/// Only these posts, in document order, with the lines between them and without
/// rules. Of what leads elsewhere it is told that it is not stated.
fn only(told: &Told, posts: &[usize]) -> Told {
    let oracle = Oracle::of(told);
    let ids: Vec<String> = posts
        .iter()
        .map(|&post| told.posts[post].id.clone())
        .collect();
    let mut part = told.clone();
    part.heads.clear();
    part.posts.clear();
    for &post in posts {
        let mut seat = told.posts[post].clone();
        // Nobody is outside any more.
        if seat.sort == Sort::External {
            seat.sort = Sort::Individual;
        }
        for (kind, up) in seat.up.iter_mut().enumerate() {
            *up = match oracle.superior[kind][post] {
                Answer::Known(to, _) if posts.contains(&to) => Up::To(told.posts[to].id.clone()),
                _ => Up::Unstated,
            };
        }
        let up = seat.up.clone();
        seat.also
            .retain(|(kind, to)| ids.contains(to) && up[*kind] != Up::To(to.clone()));
        for rank in &mut seat.deputies {
            rank.of.retain(|deputy| ids.contains(&deputy.post));
            rank.is_pool = true;
        }
        seat.deputies.retain(|rank| !rank.of.is_empty());
        seat.members.retain(|member| ids.contains(member));
        seat.chair = seat.chair.filter(|chair| ids.contains(chair));
        seat.links.retain(|(_, end)| match end {
            End::Post(to) => ids.contains(to),
            End::Unit(_) => true,
        });
        part.posts.push(seat);
    }
    part
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn law_33_a_chart_of_a_part_is_the_chart_of_that_part(case in charted(1..26)) {
        let case = case.worded(Manner::Numbered);
        let (cards, lines) = shown(&case);
        let mut posts = cards.clone();
        posts.sort_unstable();
        prop_assert!(posts.windows(2).all(|two| two[0] < two[1]));
        let alone = Case {
            told: only(&case.told, &posts),
            options: Options {
                root: None,
                unit: None,
                depth: None,
                most: None,
                ..case.options.clone()
            },
            ..case.clone()
        };
        let (alone_cards, alone_lines) = shown(&alone);
        let alone_cards: Vec<usize> = alone_cards.iter().map(|&at| posts[at]).collect();
        prop_assert_eq!(&alone_cards, &cards);
        // A line told of by rule and as a further line is one by rule no more.
        if case.told.heads.is_empty() {
            prop_assert_eq!(alone_lines, lines);
        }
    }

    #[test]
    fn law_33_a_part_has_the_posts_that_were_asked_for(case in charted(1..26)) {
        let case = case.worded(Manner::Numbered);
        let org = case.organisation();
        let kinds = case.options.kinds.as_ref().map(|kinds| kinds.first().copied());
        let tree = super::super::records::KINDS[kinds.unwrap_or(Some(0)).unwrap_or(0)];
        let whole = Case {
            options: Options {
                root: None,
                unit: None,
                depth: None,
                most: None,
                ..case.options.clone()
            },
            ..case.clone()
        };
        let whole = shown(&whole).0;
        let posts: Vec<_> = org.posts().collect();
        let root = case.options.root.map(|root| posts[root]);
        let unit = case.options.unit.map(|unit| {
            org.unit(&case.told.units[unit].id).expect("each unit is there")
        });
        // As many layers of the part as fit.
        let in_part = |at: &usize| {
            let post = posts[*at];
            root.is_none_or(|root| root == post || root.is_above(post, tree))
                && unit.is_none_or(|unit| unit.posts_within().any(|within| within == post))
        };
        let mut part: Vec<usize> = whole.iter().copied().filter(in_part).collect();
        if let Some(root) = case.options.root
            && !part.contains(&root)
            && in_part(&root)
        {
            part.push(root);
        }
        let layer = |at: usize| {
            let chain = posts[at].chain(tree).map(answerable::Line::to);
            chain.take_while(|to| part.iter().any(|&at| posts[at] == *to)).count()
        };
        let fits = |last: usize| {
            let count = part.iter().filter(|&&at| layer(at) <= last).count();
            case.options.most.is_none_or(|most| last == 0 || count <= most)
        };
        let asked = case.options.depth.unwrap_or(posts.len());
        let last = (0..=asked.min(posts.len())).rev().find(|&last| fits(last)).unwrap_or(0);
        part.retain(|&at| {
            let chain = posts[at].chain(tree).map(answerable::Line::to);
            let part: Vec<_> = whole.iter().copied().filter(in_part).collect();
            chain.take_while(|to| part.iter().any(|&at| posts[at] == *to)).count() <= last
        });
        part.sort_unstable();
        let mut shown = shown(&case).0;
        shown.sort_unstable();
        prop_assert_eq!(shown, part);
    }
}
