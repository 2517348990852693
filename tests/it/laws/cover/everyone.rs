//! Law 20: all posts at once answer what each answers alone.

use std::collections::BTreeMap;

use answerable::{Covers, Post};
use proptest::prelude::*;

use super::super::cases;
use super::super::lines::organisation;
use super::super::records::{Sort, Told};
use super::oracle::{Acting, Acts, Day};
use super::replies::Asked;
use super::strategies::covered;

/// The answers for all posts at once, on what the day is about.
pub(super) fn covers<'o, 'd>(
    asked: &Asked<'o>,
    day: &Day,
    away: &'d answerable::Absences<'o>,
) -> Covers<'o, 'd> {
    match &day.matter {
        None => asked.org.who_acts(away),
        Some(matter) => {
            let matter = asked.org.matter(matter).expect("it is known");
            asked.org.who_acts_on(matter, away)
        }
    }
}

/// Posts for each of which others act, by the number of those who do, and how many
/// there are at least.
type Groups = Vec<(usize, Vec<usize>)>;

fn groups(asked: &Asked<'_>, found: Vec<(Post<'_>, Vec<Post<'_>>)>) -> Groups {
    let number = |post| asked.number(post);
    let found = found.into_iter();
    found
        .map(|(who, of)| (number(who), of.into_iter().map(number).collect()))
        .collect()
}

fn grouped(pairs: impl Iterator<Item = (usize, usize)>, least: usize) -> Groups {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (who, post) in pairs {
        groups.entry(who).or_default().push(post);
    }
    let groups = groups.into_iter();
    groups.filter(|(_, of)| of.len() >= least).collect()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn law_20_all_at_once_is_each_alone((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let (acting, away) = (Acting::on(&told, &day), asked.away(&day));
        let covers = covers(&asked, &day, &away);
        let mut all = covers.iter();
        for (at, &post) in asked.posts.iter().enumerate() {
            let alone = asked.cover(at, &day, &away);
            let of = covers.of(post).expect("a post of this organisation");
            for cover in [&of, &all.next().expect("one for each post")] {
                prop_assert_eq!((cover.post(), cover.matter()), (post, alone.matter()));
                prop_assert_eq!(asked.reply(cover), asked.reply(&alone));
                prop_assert_eq!(asked.reply(cover), acting.reply(at));
                prop_assert_eq!(asked.steps(cover), asked.steps(&alone));
                prop_assert_eq!(cover.rests_on(), alone.rests_on());
                prop_assert_eq!(cover.standing(), alone.standing());
                prop_assert_eq!(cover.to_string(), alone.to_string());
            }
        }
        prop_assert!(all.next().is_none());
        let other = organisation(&told);
        prop_assert!(other.posts().all(|post| covers.of(post).is_none()));
    }

    #[test]
    fn law_20_what_is_told_of_all_is_what_each_is((told, day) in covered()) {
        let org = organisation(&told);
        let asked = Asked::of(&org, &told);
        let (acting, away) = (Acting::on(&told, &day), asked.away(&day));
        let covers = covers(&asked, &day, &away);
        let replies: Vec<_> = (0..told.posts.len()).map(|post| acting.reply(post)).collect();
        let inside = |told: &Told, at: usize| told.posts[at].sort != Sort::External;
        let some = |is: &dyn Fn(&Acts) -> bool| -> Vec<usize> {
            let posts = 0..told.posts.len();
            posts.filter(|&at| inside(&told, at) && is(&replies[at].acting)).collect()
        };
        let left: Vec<_> = covers.left_to_nobody().map(|cover| asked.number(cover.post())).collect();
        prop_assert_eq!(left, some(&|acts| matches!(acts, Acts::Nobody(_))));
        let covered: Vec<_> = covers.covered().map(|cover| asked.number(cover.post())).collect();
        prop_assert_eq!(covered, some(&|acts| *acts != Acts::Itself));
        let bodies = (0..told.posts.len()).filter_map(|post| match replies[post].acting {
            Acts::Body(body) => Some((body, post)),
            _ => None,
        });
        prop_assert_eq!(groups(&asked, covers.bodies_to_decide()), grouped(bodies, 1));
        let alone = || (0..told.posts.len()).filter_map(|post| match replies[post].acting {
            Acts::One(one) => Some((one, post)),
            _ => None,
        });
        prop_assert_eq!(groups(&asked, covers.acting_for_several()), grouped(alone(), 2));
        // Whoever acts for one above their own superior.
        let kind = acting.kind();
        let superior = |post: usize| acting.lines.superior[kind][post].post();
        let over = alone().filter_map(|(one, post)| {
            let above = superior(one)?;
            acting.lines.chain(above, kind).contains(&post).then_some((one, above, post))
        });
        let found = covers.acting_over_superior().into_iter().map(|(line, post)| {
            let ends = (asked.number(line.from()), asked.number(line.to()));
            (ends.0, ends.1, asked.number(post))
        });
        prop_assert_eq!(found.collect::<Vec<_>>(), over.collect::<Vec<_>>());
    }
}
