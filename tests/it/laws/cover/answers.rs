//! Laws 11 to 15 and 18: who acts, and what was tried.

use answerable::{Acting as Who, HolderAway, PassedOver, PostKind, SamePerson};
use proptest::prelude::*;

use super::super::cases;
use super::super::lines::organisation;
use super::super::records::{Person, Sort};
use super::oracle::{Acting, Acts, Day, Gap, How, Reply, is_same};
use super::replies::{Asked, Step};
use super::strategies::{covered, matters};
use super::trace::{Through, Tried};

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn law_11_no_trace_is_longer_than_what_there_is((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let terms: usize = asked.posts.iter().map(|post| post.deputies().len()).sum();
        for (reply, steps) in asked.replies(&day) {
            let through = |is: fn(&Through) -> bool| {
                steps.iter().filter(|step| is(&step.through)).count()
            };
            prop_assert_eq!(through(|by| *by == Through::Itself), 1);
            prop_assert_eq!(through(|by| matches!(by, Through::Reversion(..))), reply.layers);
            prop_assert!(through(|by| matches!(by, Through::Nomination(_))) <= day.nominees.len());
            prop_assert!(through(|by| matches!(by, Through::Arrangement(_))) <= terms);
            // Each arrangement, line and nomination once.
            for (at, step) in steps.iter().enumerate() {
                prop_assert!(steps[..at].iter().all(|other| other.through != step.through));
            }
        }
    }

    #[test]
    fn law_12_none_that_is_not_able_acts((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let (acting, away) = (Acting::on(&told, &day), asked.away(&day));
        for post in 0..told.posts.len() {
            let cover = asked.cover(post, &day, &away);
            for &who in cover.acting().posts() {
                prop_assert!(acting.is_able(asked.number(who)), "{:?}", cover);
                prop_assert!(!who.is_vacant() && who.kind() == PostKind::Individual);
                prop_assert!(!away.is_away(who) && who != asked.posts[post]);
            }
            if let Who::OneOf(several) = cover.acting() {
                prop_assert!(several.len() > 1);
                let is_again = |at: usize| several[..at].contains(&several[at]);
                prop_assert!(!(0..several.len()).any(is_again));
            }
            if let Who::Body(body) = cover.acting() {
                prop_assert_eq!(body.kind(), PostKind::Body);
            }
        }
    }

    #[test]
    fn law_12_an_able_post_is_never_displaced((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let (acting, away) = (Acting::on(&told, &day), asked.away(&day));
        let mut days = vec![Day { matter: None, ..day.clone() }];
        for matter in matters(&told) {
            days.push(Day { matter: Some(matter), ..day.clone() });
        }
        for day in &days {
            for post in 0..told.posts.len() {
                let acts_itself = acting.is_able(post) || told.posts[post].sort == Sort::Body;
                let cover = asked.cover(post, day, &away);
                prop_assert_eq!(*cover.acting() == Who::Itself, acts_itself);
                let alone = Step { post, through: Through::Itself, passed: None };
                prop_assert_eq!(asked.steps(&cover) == [alone], acts_itself);
            }
        }
    }

    #[test]
    fn law_13_every_step_is_real_and_every_reason_true((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let acting = Acting::on(&told, &day);
        for (post, (_, steps)) in asked.replies(&day).into_iter().enumerate() {
            let tried = acting.trace(post);
            prop_assert_eq!(places(&steps), places_tried(&tried), "{:#?}\n{:#?}", steps, tried);
            for (step, tried) in steps.iter().zip(&tried) {
                let is_true = match &step.passed {
                    None => tried.passed.is_empty(),
                    Some(passed) => tried.passed.contains(passed),
                };
                prop_assert!(is_true, "{:#?} {:#?}", step, tried);
            }
        }
    }

    #[test]
    fn law_13_whoever_is_away_is_so_through_what_is_told((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let away = asked.away(&day);
        for post in 0..told.posts.len() {
            for step in asked.cover(post, &day, &away).trace().steps() {
                let Some(PassedOver::HoldersAway(people)) = step.passed_over() else {
                    continue;
                };
                let held = &told.posts[asked.number(step.post())].holders;
                let holders: Vec<_> = step.post().holders().collect();
                let away: Vec<_> = people.iter().map(|person| person.holder).collect();
                prop_assert_eq!(&away, &holders);
                for (HolderAway { absent_as, same, .. }, holder) in people.iter().zip(held) {
                    // Whether a holder named away is this one, and found so like this.
                    let is_so = |named: &Person| {
                        let is_by_id = named.id.is_some() && named.id == holder.id;
                        is_same(named, holder) && is_by_id == (*same == SamePerson::ById)
                    };
                    let is_true = if let Some(absent) = absent_as {
                        let absent = asked.number(*absent);
                        let mut holders = told.posts[absent].holders.iter();
                        day.absent.contains(&absent) && holders.any(is_so)
                    } else {
                        let mut alone = day.away.iter();
                        alone.any(|&(of, at)| is_so(&told.posts[of].holders[at]))
                    };
                    prop_assert!(is_true, "{:?} {:?}", people, day);
                }
            }
        }
    }

    #[test]
    fn law_14_who_acts_is_who_the_oracle_finds((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let acting = Acting::on(&told, &day);
        for (post, (reply, _)) in asked.replies(&day).into_iter().enumerate() {
            prop_assert_eq!(reply, acting.reply(post), "{:?}", told.posts[post].id);
        }
    }

    #[test]
    fn law_14_what_reverts_is_the_answer_of_the_superior((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let acting = Acting::on(&told, &day);
        let replies = asked.replies(&day);
        for (post, (reply, _)) in replies.iter().enumerate() {
            if matches!(reply.acting, Acts::Nobody(Gap::Personal(_) | Gap::ReversionOff)) {
                prop_assert_eq!(reply.layers, 0);
            }
            if reply.layers == 0 {
                continue;
            }
            prop_assert!(!acting.is_personal() && told.reverts != Some(false));
            let above = acting.lines.superior[acting.kind()][post].post().expect("a superior");
            let mut expected = Reply { layers: replies[above].0.layers + 1, ..replies[above].0.clone() };
            if expected.acting == Acts::Itself {
                expected.how = Some(How::Superior);
                expected.acting = match told.posts[above].sort {
                    Sort::Body => Acts::Body(above),
                    _ => Acts::One(above),
                };
            }
            prop_assert_eq!(reply, &expected);
        }
    }

    #[test]
    fn law_15_the_nearest_remove_then_the_least_path_decides((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let acting = Acting::on(&told, &day);
        for (post, (reply, _)) in asked.replies(&day).into_iter().enumerate() {
            if reply.how != Some(How::Deputy) {
                prop_assert_eq!(reply.removes, 0);
                continue;
            }
            let layers = acting.layers(post);
            let ways = acting.shortest_ways(layers[layers.len() - 1]);
            let least = ways.iter().map(|way| &way.ranks).min().expect("a way");
            prop_assert_eq!(reply.removes, least.len());
            let who = match reply.acting {
                Acts::One(one) => vec![one],
                Acts::OneOf(several) => several,
                other => return Err(TestCaseError::fail(format!("{other:?}"))),
            };
            // Of those as near, all with the least path act, and no others.
            for way in &ways {
                let best = ways.iter().filter(|other| other.to == way.to);
                let path = best.map(|other| &other.ranks).min();
                prop_assert_eq!(who.contains(&way.to), path == Some(least));
            }
        }
    }

    #[test]
    fn law_18_a_person_is_away_from_every_post((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let away = asked.away(&day);
        let acting = Acting::on(&told, &day);
        let named = acting.named();
        for (post, seat) in told.posts.iter().enumerate() {
            let is_gone = |holder| named.iter().any(|(_, of)| is_same(of, holder));
            let all_gone = !seat.holders.is_empty() && seat.holders.iter().all(is_gone);
            let is_away = day.absent.contains(&post) || all_gone;
            prop_assert_eq!(away.is_away(asked.posts[post]), is_away);
            if seat.sort == Sort::Individual {
                let acts = *asked.cover(post, &day, &away).acting() == Who::Itself;
                prop_assert_eq!(acts, !is_away && !seat.vacant);
            }
        }
    }

    #[test]
    fn law_18_naming_all_holders_is_as_good_as_naming_the_post((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let mut by_holders = day.clone();
        by_holders.absent.retain(|&post| told.posts[post].holders.is_empty());
        for post in day.absent.iter().filter(|post| !by_holders.absent.contains(post)) {
            let holders = 0..told.posts[*post].holders.len();
            by_holders.away.extend(holders.map(|at| (*post, at)));
        }
        let (replies, others) = (asked.replies(&day), asked.replies(&by_holders));
        for ((reply, _), (other, _)) in replies.iter().zip(&others) {
            prop_assert_eq!(reply, other);
        }
    }
}

fn places(steps: &[Step]) -> Vec<(usize, Through)> {
    let steps = steps.iter();
    steps
        .map(|step| (step.post, step.through.clone()))
        .collect()
}

fn places_tried(tried: &[Tried]) -> Vec<(usize, Through)> {
    let tried = tried.iter();
    tried
        .map(|step| (step.post, step.through.clone()))
        .collect()
}
