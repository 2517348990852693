//! Laws 7, 15 to 17 and 19: what changes no answer.

use answerable::Organisation;
use proptest::prelude::*;

use super::super::cases;
use super::super::lines::{kinds, organisation};
use super::super::records::{Deputy, Person, Rank, Sort, Told, Up};
use super::super::salvage::document;
use super::super::saving;
use super::super::spoil::{Dice, shuffle};
use super::oracle::{Acting, Acts, Day, Gap, How, Reply, is_same};
use super::replies::{Asked, Step};
use super::strategies::{covered, matters};
use super::trace::Through;

fn replies(told: &Told, day: &Day) -> Vec<(Reply, Vec<Step>)> {
    let org = organisation(told);
    Asked::of(&org, told).replies(day)
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn law_07_lines_of_other_kinds_change_nobody_acting((told, day) in covered()) {
        let before = replies(&told, &day);
        let mut alone = told.clone();
        let governing = Acting::on(&told, &day).kind();
        // A rule that goes through operational lines rests on them.
        let mut rules = told.heads.iter();
        let goes_through = rules.any(|rule| rule.kind == governing && rule.through);
        let is_needed = |kind| kind == governing || kind == 0 && goes_through;
        alone.heads.retain(|rule| is_needed(rule.kind));
        for seat in &mut alone.posts {
            for kind in (0..3).filter(|&kind| !is_needed(kind)) {
                seat.up[kind] = Up::Silent;
            }
        }
        prop_assert_eq!(replies(&alone, &day), before);
    }

    #[test]
    fn law_07_also_lines_and_links_change_nobody_acting((told, day) in covered()) {
        let before = replies(&told, &day);
        let mut alone = told.clone();
        for seat in &mut alone.posts {
            seat.also.clear();
            seat.links.clear();
            seat.members.clear();
            seat.chair = None;
        }
        prop_assert_eq!(replies(&alone, &day), before);
    }

    #[test]
    fn law_15_the_order_of_tables_decides_nothing((told, day) in covered(), seed in any::<u64>()) {
        let mut tree = told.tree();
        let lists = told.clone();
        shuffle(&mut tree, &mut Dice(seed));
        let org = Organisation::try_from(document(&tree)).expect("a sound document");
        prop_assert_eq!(Asked::of(&org, &lists).replies(&day), replies(&told, &day));
    }

    #[test]
    fn law_15_names_decide_nothing((told, day) in covered()) {
        let new = |id: &str| format!("~{}", id.chars().rev().collect::<String>());
        let renamed = Day { matter: day.matter.as_deref().map(new), ..day.clone() };
        let mut expected = replies(&told, &day);
        for (reply, _) in &mut expected {
            if let Acts::Nobody(Gap::Personal(matter)) = &mut reply.acting {
                *matter = new(matter);
            }
        }
        prop_assert_eq!(replies(&told.renamed(&new), &renamed), expected);
    }

    #[test]
    fn law_15_the_order_within_a_pool_decides_nothing((told, day) in covered()) {
        let mut turned = told.clone();
        for rank in turned.posts.iter_mut().flat_map(|seat| &mut seat.deputies) {
            rank.of.reverse();
        }
        let sorted = |told: &Told| -> Vec<Reply> {
            let replies = replies(told, &day).into_iter().map(|(mut reply, _)| {
                if let Acts::OneOf(several) = &mut reply.acting {
                    several.sort_unstable();
                }
                reply
            });
            replies.collect()
        };
        prop_assert_eq!(sorted(&turned), sorted(&told));
    }

    #[test]
    fn law_16_absences_of_others_change_nothing((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        for (post, (reply, steps)) in asked.replies(&day).into_iter().enumerate() {
            let mut involved: Vec<usize> = steps.iter().map(|step| step.post).collect();
            involved.push(post);
            let people: Vec<&Person> =
                involved.iter().flat_map(|&of| &told.posts[of].holders).collect();
            let is_other = |of: &usize| {
                let seat = &told.posts[*of];
                let is_known = |holder| people.iter().any(|person| is_same(person, holder));
                seat.sort != Sort::Body
                    && !involved.contains(of)
                    && !seat.holders.iter().any(is_known)
            };
            let mut worse = day.clone();
            worse.absent.extend((0..told.posts.len()).filter(is_other));
            let away = asked.away(&worse);
            let cover = asked.cover(post, &worse, &away);
            prop_assert_eq!((asked.reply(&cover), asked.steps(&cover)), (reply, steps));
        }
    }

    #[test]
    fn law_16_one_more_deputy_displaces_no_direct_one((told, day) in covered(), pick in any::<u8>()) {
        let before = replies(&told, &day);
        let limits: Vec<String> = match pick % 2 {
            0 => day.matter.iter().cloned().collect(),
            _ => vec![],
        };
        for (post, (reply, _)) in before.iter().enumerate() {
            let seat = &told.posts[post];
            let is_direct = reply.layers == 0 && reply.how == Some(How::Deputy) && reply.removes == 1;
            let is_new = |of: &&super::super::records::Seat| {
                let mut ranks = seat.deputies.iter().flat_map(|rank| &rank.of);
                of.sort == Sort::Individual && of.id != seat.id && ranks.all(|old| old.post != of.id)
            };
            let fresh: Vec<_> = told.posts.iter().filter(is_new).collect();
            if !is_direct || fresh.is_empty() {
                continue;
            }
            let mut more = told.clone();
            more.posts[post].deputies.push(Rank {
                is_pool: false,
                of: vec![Deputy {
                    post: fresh[usize::from(pick) % fresh.len()].id.clone(),
                    matters: limits.clone(),
                    attends: false,
                    onward: true,
                }],
            });
            let org = organisation(&more);
            let asked = Asked::of(&org, &more);
            let away = asked.away(&day);
            let cover = asked.cover(post, &day, &away);
            prop_assert_eq!((&asked.reply(&cover), &asked.steps(&cover)), (reply, &before[post].1));
        }
    }

    #[test]
    fn law_17_the_deputies_of_a_deputy_act_only_onwards((told, day) in covered(), pick in any::<u8>()) {
        let post = usize::from(pick) % told.posts.len();
        let mut own = told.clone();
        own.reverts = Some(false);
        for deputy in own.posts[post].deputies.iter_mut().flat_map(|rank| &mut rank.of) {
            deputy.onward = false;
        }
        let mut alone = own.clone();
        for (at, seat) in alone.posts.iter_mut().enumerate() {
            if at != post {
                seat.deputies.clear();
            }
        }
        // So that the matter stays known.
        let day = Day { matter: day.matter.filter(|of| matters(&alone).contains(of)), ..day };
        prop_assert_eq!(&replies(&own, &day)[post], &replies(&alone, &day)[post]);
    }

    #[test]
    fn law_17_every_way_but_its_last_step_is_onward((told, day) in covered()) {
        let acting = Acting::on(&told, &day);
        for (_, steps) in replies(&told, &day) {
            for (at, step) in steps.iter().enumerate() {
                let Through::Arrangement((principal, _)) = step.through else {
                    continue;
                };
                let opens = |before: &Step| match before.through {
                    Through::Itself | Through::Reversion(..) => before.post == principal,
                    Through::Nomination(_) => false,
                    Through::Arrangement((of, at)) => {
                        let (_, _, deputy, terms) = acting.terms(of)[at];
                        deputy == principal && terms.onward && acting.counts(terms)
                    }
                };
                prop_assert!(steps[..at].iter().any(opens), "{:?} {:#?}", step, steps);
            }
        }
    }

    #[test]
    fn law_17_what_does_not_count_may_as_well_not_be((told, day) in covered()) {
        let acting = Acting::on(&told, &day);
        let counts = |deputy: &Deputy| acting.counts(deputy);
        let mut less = told.clone();
        let mut gone = Vec::new();
        for (at, seat) in less.posts.iter_mut().enumerate() {
            let terms = acting.terms(at).into_iter();
            let idle = terms.filter(|(.., deputy)| !counts(deputy));
            gone.extend(idle.map(|(terms, ..)| Through::Arrangement(terms)));
            for rank in &mut seat.deputies {
                rank.of.retain(counts);
            }
            seat.deputies.retain(|rank| !rank.of.is_empty());
        }
        let is_known = day.matter.iter().all(|of| matters(&less).contains(of));
        let before = replies(&told, &day).into_iter().filter(|_| is_known);
        let after = if is_known { replies(&less, &day) } else { vec![] };
        for ((reply, steps), (other, fewer)) in before.zip(&after) {
            prop_assert_eq!(&reply, other);
            let left = steps.iter().filter(|step| !gone.contains(&step.through));
            let told_of = |step: &Step| (step.post, step.passed.clone());
            let left: Vec<_> = left.map(told_of).collect();
            prop_assert_eq!(left, fewer.iter().map(told_of).collect::<Vec<_>>());
        }
    }

    #[test]
    fn law_19_acting_moves_no_line((told, day) in covered()) {
        let org = organisation(&told);
        let before = saving::everything(&org);
        let asked = Asked::of(&org, &told);
        let first = asked.replies(&day);
        prop_assert_eq!(saving::everything(&org), before);
        prop_assert!(organisation(&told) == org);
        prop_assert_eq!(asked.replies(&day), first);
    }

    #[test]
    fn law_19_structure_is_the_same_whoever_is_there((told, day) in covered()) {
        let mut deserted = told.clone();
        for (at, seat) in deserted.posts.iter_mut().enumerate() {
            if seat.sort != Sort::Body {
                seat.holders.clear();
                seat.vacant = !seat.vacant || day.absent.contains(&at);
            }
        }
        let all = |org: &Organisation| {
            let spans = kinds().map(|(_, kind)| (org.layers(kind), org.widest_span(kind)));
            (saving::everything(org), spans.collect::<Vec<_>>())
        };
        prop_assert_eq!(all(&organisation(&deserted)), all(&organisation(&told)));
        let order = |told: &Told| -> Vec<String> {
            let org = organisation(told);
            let orders = org.posts().map(|post| format!("{:?}", post.deputising_order()));
            orders.collect()
        };
        prop_assert_eq!(order(&deserted), order(&told));
    }
}
