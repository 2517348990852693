//! Laws 1 to 7 and 10: lines and the chains they make.

use answerable::Accountability::{self, Operational};
use answerable::{Line, Organisation, Post, Superior};
use proptest::prelude::*;

use super::cases;
use super::oracle::{Answer, Oracle};
use super::records::{KINDS, Sort, Told, Up};
use super::strategies::{faulty, sound};

/// The organisation of sound records.
pub(super) fn organisation(told: &Told) -> Organisation {
    Organisation::try_from(told.document()).expect("sound records")
}

/// Its posts by their number in the records.
pub(super) fn posts<'o>(org: &'o Organisation, told: &Told) -> Vec<Post<'o>> {
    told.posts
        .iter()
        .map(|seat| org.post(&seat.id).expect("each post is there"))
        .collect()
}

/// Every kind with its number.
pub(super) fn kinds() -> impl Iterator<Item = (usize, Accountability)> {
    KINDS.into_iter().enumerate()
}

/// What an organisation answers about the lines of posts, by their ids.
pub(super) fn answers(org: &Organisation, kind: Accountability) -> Vec<Vec<String>> {
    let ids = |posts: &mut dyn Iterator<Item = Post<'_>>| {
        posts.map(|post| post.id().to_owned()).collect()
    };
    let sorted = |mut ids: Vec<String>| {
        ids.sort();
        ids
    };
    let answer = |post: Post<'_>| {
        let mut answer = vec![
            post.id().to_owned(),
            format!("{:?}", shape(post.superior(kind))),
        ];
        let chain: Vec<String> = ids(&mut post.chain(kind).map(Line::to));
        answer.push(format!("{chain:?} {}", post.depth(kind)));
        answer.push(format!("{:?}", sorted(ids(&mut post.below(kind)))));
        answer.push(format!(
            "{:?}",
            sorted(ids(&mut post.reports(kind).map(Line::from)))
        ));
        answer.push(format!("{} {}", post.span_by_rule(kind), post.layers(kind)));
        answer
    };
    let mut answers: Vec<_> = org.posts().map(answer).collect();
    answers.sort();
    let tops = sorted(ids(&mut org.tops(kind)));
    answers.push(vec![format!(
        "{tops:?} {} {}",
        org.layers(kind),
        org.widest_span(kind)
    )]);
    answers
}

/// A superior by the ids and the reason in it.
pub(super) fn shape(superior: Superior<'_>) -> (&'static str, String, Option<String>) {
    match superior {
        Superior::Known(line) => (
            "known",
            line.to().id().to_owned(),
            line.headship().map(|head| head.unit().id().to_owned()),
        ),
        Superior::NoneAbove(reason) => ("none above", reason.why().to_owned(), None),
        Superior::Unstated(reason) => {
            let headship = reason.and_then(answerable::Reason::headship);
            let why = reason.map(|reason| reason.why().to_owned());
            (
                "unstated",
                why.unwrap_or_default(),
                headship.map(|head| head.unit().id().to_owned()),
            )
        }
    }
}

proptest! {
    #![proptest_config(cases())]


    #[test]
    fn law_01_below_chain_and_above_agree(told in sound()) {
        let org = organisation(&told);
        let (oracle, posts) = (Oracle::of(&told), posts(&org, &told));
        for (number, kind) in kinds() {
            let above = oracle.closure(number);
            for (upper, &y) in posts.iter().enumerate() {
                for (lower, &x) in posts.iter().enumerate() {
                    let is_above = above[upper][lower];
                    prop_assert_eq!(y.is_above(x, kind), is_above);
                    prop_assert_eq!(y.below(kind).any(|post| post == x), is_above);
                    prop_assert_eq!(x.chain(kind).any(|line| line.to() == y), is_above);
                }
            }
        }
    }

    #[test]
    fn law_01_sizes_below_are_those_of_every_post(told in sound()) {
        let org = organisation(&told);
        let (oracle, posts) = (Oracle::of(&told), posts(&org, &told));
        for (number, kind) in kinds() {
            let above = oracle.closure(number);
            let sizes: Vec<_> = org.sizes_below(kind).collect();
            prop_assert_eq!(org.sizes_below(kind).len(), posts.len());
            for (at, post) in posts.iter().enumerate() {
                let below = above[at].iter().filter(|&&is_above| is_above).count();
                let told: Vec<_> = sizes.iter().filter(|(of, _)| of == post).collect();
                prop_assert_eq!(told, [&(*post, below)]);
            }
            let folded = org.sizes_below(kind).fold(Vec::new(), |mut all, one| {
                all.push(one);
                all
            });
            prop_assert_eq!(&folded, &sizes);
            // In operational tree order, whatever the kind.
            let order = org.sizes_below(Operational).map(|(post, _)| post);
            prop_assert!(order.eq(sizes.iter().map(|&(post, _)| post)));
            for (post, below) in org.sizes_below(Operational) {
                let mut from = org.sizes_below(Operational).skip_while(|&(of, _)| of != post);
                let slice = from.by_ref().skip(1).take(below).map(|(post, _)| post);
                prop_assert!(slice.eq(post.below(Operational)));
            }
        }
    }

    #[test]
    fn law_02_a_chain_is_the_superior_and_its_chain(told in sound()) {
        let org = organisation(&told);
        let (oracle, posts) = (Oracle::of(&told), posts(&org, &told));
        for (number, kind) in kinds() {
            for (at, &post) in posts.iter().enumerate() {
                let chain: Vec<_> = post.chain(kind).collect();
                let expected: Vec<_> = oracle
                    .chain(at, number)
                    .into_iter()
                    .map(|above| posts[above])
                    .collect();
                let to: Vec<_> = chain.iter().map(|line| line.to()).collect();
                prop_assert_eq!(&to, &expected);
                prop_assert!(
                    chain
                        .iter()
                        .all(|line| line.kind() == kind && !line.is_also())
                );
                prop_assert!(!to.contains(&post));
                let mut once = to.clone();
                once.sort();
                once.dedup();
                prop_assert_eq!(once.len(), to.len());
                match post.superior(kind) {
                    Superior::Known(line) => {
                        prop_assert_eq!((line.from(), chain.first()), (post, Some(&line)));
                        let rest: Vec<_> = line.to().chain(kind).collect();
                        prop_assert_eq!(&chain[1..], &rest[..]);
                    }
                    Superior::NoneAbove(_) | Superior::Unstated(_) => {
                        prop_assert!(chain.is_empty());
                    }
                }
                let outside = to
                    .iter()
                    .position(|above| above.kind() == answerable::PostKind::External);
                prop_assert!(outside.is_none_or(|at| at + 1 == to.len()));
                prop_assert!(told.posts[at].sort != Sort::External || chain.is_empty());
            }
        }
    }

    #[test]
    fn law_02_each_superior_is_the_one_told(told in sound()) {
        let org = organisation(&told);
        let (oracle, posts) = (Oracle::of(&told), posts(&org, &told));
        for (number, kind) in kinds() {
            for (at, &post) in posts.iter().enumerate() {
                match (post.superior(kind), oracle.superior[number][at]) {
                    (Superior::Known(line), Answer::Known(above, _)) => {
                        prop_assert_eq!(line.to(), posts[above]);
                    }
                    (Superior::NoneAbove(why), Answer::NoneAbove) => {
                        let outside = told.posts[at].sort == Sort::External;
                        let expected = if outside {
                            "outside the organisation"
                        } else {
                            super::records::WHY_NONE
                        };
                        prop_assert_eq!(why.why(), expected);
                    }
                    (Superior::Unstated(why), Answer::Unstated(rule)) => {
                        let is_told = rule.is_some() || told.posts[at].up[number] == Up::Unstated;
                        prop_assert_eq!(
                            why.map(answerable::Reason::why),
                            is_told.then_some(super::records::WHY_UNSTATED)
                        );
                    }
                    (superior, answer) => prop_assert!(false, "{:?} is not {:?}", superior, answer),
                }
            }
        }
    }

    #[test]
    fn law_03_below_is_the_disjoint_union_over_reports(told in sound()) {
        let org = organisation(&told);
        let posts = posts(&org, &told);
        for (_, kind) in kinds() {
            let (mut below_all, mut above_all) = (0, 0);
            for &post in &posts {
                let below: Vec<_> = post.below(kind).collect();
                let union: Vec<_> = post
                    .reports(kind)
                    .flat_map(|line| std::iter::once(line.from()).chain(line.from().below(kind)))
                    .collect();
                prop_assert_eq!(&below, &union);
                let mut once = below.clone();
                once.sort();
                once.dedup();
                prop_assert_eq!(once.len(), below.len());
                prop_assert_eq!(post.depth(kind), post.chain(kind).count());
                below_all += below.len();
                above_all += post.depth(kind);
            }
            prop_assert_eq!(below_all, above_all);
        }
    }

    #[test]
    fn law_03_reports_are_as_declared(told in sound()) {
        let org = organisation(&told);
        let (oracle, posts) = (Oracle::of(&told), posts(&org, &told));
        for (number, kind) in kinds() {
            for (at, &post) in posts.iter().enumerate() {
                let expected: Vec<_> = oracle
                    .reports(at, number)
                    .into_iter()
                    .map(|lower| posts[lower])
                    .collect();
                prop_assert_eq!(
                    post.reports(kind).map(Line::from).collect::<Vec<_>>(),
                    expected
                );
            }
        }
    }

    #[test]
    fn law_04_above_is_a_strict_order(told in sound()) {
        let org = organisation(&told);
        let posts = posts(&org, &told);
        for (_, kind) in kinds() {
            for &x in &posts {
                prop_assert!(!x.is_above(x, kind));
                for &y in posts.iter().filter(|&&y| x.is_above(y, kind)) {
                    prop_assert!(!y.is_above(x, kind));
                    prop_assert!(
                        posts
                            .iter()
                            .all(|&z| !y.is_above(z, kind) || x.is_above(z, kind))
                    );
                }
            }
        }
    }

    #[test]
    fn law_05_the_nearest_common_superior(told in sound()) {
        let org = organisation(&told);
        let (oracle, posts) = (Oracle::of(&told), posts(&org, &told));
        for (number, kind) in kinds() {
            for (a, &x) in posts.iter().enumerate() {
                prop_assert_eq!(x.nearest_common_superior(x, kind), Some(x));
                for (b, &y) in posts.iter().enumerate() {
                    let common = x.nearest_common_superior(y, kind);
                    prop_assert_eq!(common, y.nearest_common_superior(x, kind));
                    prop_assert_eq!(
                        common,
                        oracle.nearest_common(a, b, number).map(|post| posts[post])
                    );
                    let is_shared =
                        |z: Post<'_>| [x, y].iter().all(|&w| z == w || z.is_above(w, kind));
                    let top = |post: Post<'_>| {
                        post.chain(kind)
                            .last()
                            .map_or(post.id().to_owned(), |line| line.to().id().to_owned())
                    };
                    if let Some(z) = common {
                        prop_assert!(is_shared(z));
                        prop_assert!(
                            posts
                                .iter()
                                .all(|&w| !is_shared(w) || w == z || w.is_above(z, kind))
                        );
                    } else {
                        prop_assert_ne!(top(x), top(y));
                    }
                }
            }
        }
    }

    #[test]
    fn law_06_no_kind_is_circular_and_all_of_them_may_be(told in sound()) {
        let oracle = Oracle::of(&told);
        for kind in 0..3 {
            let above = oracle.closure(kind);
            prop_assert!((0..oracle.len()).all(|post| !above[post][post]));
        }
        prop_assert!(Organisation::try_from(told.document()).is_ok());
    }

    #[test]
    fn law_06_circles_are_refused_iff_the_closure_has_a_diagonal(told in faulty()) {
        // Only superiors, and those of posts that are there, all of decent ids.
        let mut told = told.renamed(&|id| id.trim().to_owned());
        (told.units, told.professions, told.heads) = (vec![], vec![], vec![]);
        let ids: Vec<String> = told.posts.iter().map(|seat| seat.id.clone()).collect();
        for seat in &mut told.posts {
            let up = seat.up.clone().map(|up| match up {
                Up::To(to) if to == seat.id || !ids.contains(&to) => Up::Unstated,
                other => other,
            });
            *seat = super::records::Seat {
                up,
                ..super::records::Seat::new(seat.id.clone())
            };
        }
        let oracle = Oracle::of(&told);
        let is_circular = (0..3).any(|kind| {
            let above = oracle.closure(kind);
            (0..oracle.len()).any(|post| above[post][post])
        });
        prop_assert_eq!(
            Organisation::try_from(told.document()).is_err(),
            is_circular
        );
    }

    #[test]
    fn law_07_other_kinds_and_also_lines_change_nothing(told in sound()) {
        let org = organisation(&told);
        for (number, kind) in kinds() {
            let mut alone = told.clone();
            // A rule that goes through operational lines rests on them.
            let needed = |of| of == number || of == 0 && alone_needs_operational(&told, number);
            alone.heads.retain(|rule| needed(rule.kind));
            for seat in &mut alone.posts {
                seat.also.clear();
                for of in (0..3).filter(|&of| !needed(of)) {
                    seat.up[of] = Up::Silent;
                }
            }
            prop_assert_eq!(answers(&organisation(&alone), kind), answers(&org, kind));
        }
    }

    #[test]
    fn law_10_spans_add_up_to_the_lines(told in sound()) {
        let org = organisation(&told);
        let (oracle, posts) = (Oracle::of(&told), posts(&org, &told));
        for (number, kind) in kinds() {
            let answers = &oracle.superior[number];
            for (at, post) in posts.iter().enumerate() {
                prop_assert_eq!(post.span(kind), oracle.reports(at, number).len());
                let by_rule = answers
                    .iter()
                    .filter(|answer| answer.post() == Some(at) && answer.rule().is_some());
                prop_assert_eq!(post.span_by_rule(kind), by_rule.count());
            }
            let lines = answers
                .iter()
                .filter(|answer| answer.post().is_some())
                .count();
            prop_assert_eq!(
                posts.iter().map(|post| post.span(kind)).sum::<usize>(),
                lines
            );
            let inside = |at: &usize| told.posts[*at].sort != Sort::External;
            let widest = (0..posts.len())
                .filter(inside)
                .map(|at| oracle.reports(at, number).len())
                .max();
            prop_assert_eq!(org.widest_span(kind), widest.unwrap_or(0));
            let layers = (0..posts.len()).map(|at| {
                std::iter::once(at)
                    .chain(oracle.chain(at, number))
                    .filter(inside)
                    .count()
            });
            prop_assert_eq!(org.layers(kind), layers.max().unwrap_or(0));
            let tops =
                (0..posts.len()).filter(|at| inside(at) && answers[*at] == Answer::NoneAbove);
            prop_assert_eq!(
                org.tops(kind).collect::<Vec<_>>(),
                tops.map(|at| posts[at]).collect::<Vec<_>>()
            );
        }
    }
}

fn alone_needs_operational(told: &Told, kind: usize) -> bool {
    told.heads
        .iter()
        .any(|rule| rule.kind == kind && rule.through)
}
