//! Cover in depth: the order in which deputies would be asked, and who of them
//! could act; and what an answer rests on.

use std::collections::BTreeSet;

use answerable::{Fact, Organisation, Standing, Superior, Tier};
use proptest::prelude::*;

use super::super::adorn::adorn;
use super::super::cases;
use super::super::lines::organisation;
use super::super::records::KINDS;
use super::super::salvage::document;
use super::super::spoil::Dice;
use super::oracle::{Acting, Acts, Gap, How, Terms};
use super::replies::Asked;
use super::strategies::covered;

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn law_15_deputies_are_in_the_order_in_which_they_would_be_asked((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let acting = Acting::on(&told, &day);
        let matter = day.matter.as_ref().map(|id| org.matter(id).expect("it is known"));
        let away = asked.away(&day);
        for (at, &post) in asked.posts.iter().enumerate() {
            let (order, could_act) = match matter {
                None => (post.deputising_order(), post.could_act(&away)),
                Some(matter) => {
                    (post.deputising_order_on(matter), post.could_act_on(matter, &away))
                }
            };
            let tier = |tier: &Tier<'_>| -> Vec<(usize, Terms)> {
                let terms = tier.arrangements().iter();
                terms.map(|&of| (asked.number(of.deputy()), asked.terms(of))).collect()
            };
            let expected = acting.order(at);
            prop_assert_eq!(order.iter().map(tier).collect::<Vec<_>>(), expected.clone());
            for (tier, pool) in order.iter().zip(&expected) {
                let ways = acting.ways(at, &|of| of == pool[0].0);
                prop_assert_eq!(tier.removes(), ways[0].steps.len());
                let deputies = tier.arrangements().iter().map(|of| of.deputy());
                prop_assert!(tier.posts().eq(deputies));
            }
            let able = expected.iter().flatten().map(|&(post, _)| post);
            let able: Vec<usize> = able.filter(|&of| acting.is_able(of)).collect();
            let could_act: Vec<usize> = could_act.iter().map(|&of| asked.number(of)).collect();
            prop_assert_eq!(could_act, able);
        }
    }

    #[test]
    fn law_15_the_first_who_could_act_are_those_who_do((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let away = asked.away(&day);
        for (at, &post) in asked.posts.iter().enumerate() {
            let cover = asked.cover(at, &day, &away);
            let could_act = match cover.matter() {
                None => post.could_act(&away),
                Some(matter) => post.could_act_on(matter, &away),
            };
            match (asked.reply(&cover).how, cover.layers()) {
                (Some(How::Deputy), 0) => {
                    let who = cover.acting().posts();
                    prop_assert_eq!(who, &could_act[..who.len()]);
                }
                (Some(How::Nominee), 0) => {}
                (None, 0) if asked.reply(&cover).acting == Acts::Itself => {}
                _ => prop_assert!(could_act.is_empty()),
            }
        }
    }

    #[test]
    fn cover_in_depth_counts_those_who_could_act((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let (acting, away) = (Acting::on(&told, &day), asked.away(&day));
        let matter = asked.cover(0, &day, &away).matter();
        let depths = match matter {
            None => org.cover_depths(&away),
            Some(matter) => org.cover_depths_on(matter, &away),
        };
        let mut sole: Vec<(usize, Vec<usize>)> = Vec::new();
        for (at, &post) in asked.posts.iter().enumerate() {
            let order = acting.order(at).into_iter().flatten();
            let able: Vec<usize> = order.map(|(of, _)| of).filter(|&of| acting.is_able(of)).collect();
            prop_assert_eq!(depths.of(post), Some(able.len()));
            if let [one] = able[..] {
                match sole.iter_mut().find(|(of, _)| *of == one) {
                    Some((_, posts)) => posts.push(at),
                    None => sole.push((one, vec![at])),
                }
            }
        }
        sole.sort_by_key(|(of, posts)| (std::cmp::Reverse(posts.len()), *of));
        let sole: Vec<_> = sole
            .into_iter()
            .map(|(of, posts)| (asked.posts[of], posts.into_iter().map(|at| asked.posts[at]).collect::<Vec<_>>()))
            .collect();
        prop_assert_eq!(depths.sole(), sole);
    }

    #[test]
    fn an_answer_rests_on_the_lines_and_the_arrangements_that_lead_to_it(
        (mut told, mut day) in covered(),
        seed in any::<u64>(),
    ) {
        // Facts of every standing, but of nobody's sameness.
        told.reverts.get_or_insert(true);
        told.posts.iter_mut().for_each(|seat| seat.holders.clear());
        day.away.clear();
        let mut tree = told.tree();
        if told.matters.is_empty() {
            tree.put("matter", super::super::tree::table([]));
        }
        adorn(&mut tree, &mut Dice(seed));
        let org = Organisation::try_from(document(&tree)).expect("a sound document");
        let asked = Asked::of(&org, &told);
        let (acting, away) = (Acting::on(&told, &day), asked.away(&day));
        for at in 0..told.posts.len() {
            let cover = asked.cover(at, &day, &away);
            let layers = acting.layers(at);
            let reply = acting.reply(at);
            let mut expected: Vec<Fact<'_>> = Vec::new();
            let mut weakest = Vec::new();
            for &layer in &layers[..layers.len() - 1] {
                let line = asked.posts[layer].superior(KINDS[acting.kind()]).line();
                let line = line.expect("it reverts along one");
                expected.extend(line.rests_on());
                // By rule it is inferred, whatever it rests on.
                weakest.extend(line.headship().map(|_| Standing::Inferred));
            }
            if let Acts::Nobody(Gap::NoneAbove(of, ..) | Gap::Unstated(of, _, Some(_))) = reply.acting {
                let (post, kind) = (asked.posts[of], KINDS[acting.kind()]);
                let (Superior::NoneAbove(why) | Superior::Unstated(Some(why))) = post.superior(kind)
                else {
                    unreachable!("a reason is told");
                };
                expected.push(Fact::NoSuperior { post, kind, why });
            }
            if reply.how == Some(How::Deputy) {
                let ways = acting.least_ways(layers[layers.len() - 1]);
                // Remove by remove, as the trace has them.
                for remove in 0..reply.removes {
                    let steps: BTreeSet<Terms> = ways.iter().map(|way| way.steps[remove]).collect();
                    let terms = steps.into_iter().map(|(of, at)| {
                        let mut deputies = asked.posts[of].deputies();
                        deputies.nth(at).expect("an arrangement")
                    });
                    expected.extend(terms.map(Fact::Arrangement));
                }
            }
            weakest.extend(expected.iter().map(|fact| fact.standing()));
            let standing = weakest.into_iter().max();
            prop_assert_eq!(cover.standing(), standing);
            prop_assert_eq!(keys(&cover.rests_on()), keys(&expected));
        }
    }
}

/// Facts as a set: their order is that of the trace, which two ways to one post
/// may tell in either.
fn keys(facts: &[Fact<'_>]) -> BTreeSet<String> {
    facts.iter().map(|fact| format!("{fact:?}")).collect()
}
