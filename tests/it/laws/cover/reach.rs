//! The strategy reaches what the laws on cover are about, and the two oracles,
//! one of answers and one of traces, are one.

use std::collections::{BTreeMap, HashSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::super::cases;
use super::super::records::{Sort, Told};
use super::oracle::{Acting, Acts, Day, Gap, How, Reply, Way};
use super::strategies::covered;
use super::trace::{Passed, Through, Tried};

/// What an answer is a case of.
fn cases_of(acting: &Acting<'_>, post: usize) -> Vec<&'static str> {
    let (reply, trace) = (acting.reply(post), acting.trace(post));
    let passed = |why: &Passed| trace.iter().any(|tried| tried.passed.contains(why));
    let mut cases = of_answer(&reply);
    cases.extend(of_terms(acting, &trace));
    let reasons = [
        ("vacant", Passed::Vacant),
        ("absent", Passed::Absent),
        ("holders away", Passed::HoldersAway),
        ("other matter", Passed::OtherMatter),
        ("not named", Passed::NotNamed),
        ("attends only", Passed::AttendsOnly),
        ("considered again", Passed::AlreadyConsidered),
    ];
    let reasons = reasons.into_iter().filter(|(_, why)| passed(why));
    cases.extend(reasons.map(|(word, _)| word));
    let layers = acting.layers(post);
    let answered = layers[layers.len() - 1];
    let ways = match reply.how {
        Some(How::Deputy) => acting.shortest_ways(answered),
        _ => vec![],
    };
    let least = ways.iter().map(|way| &way.ranks).min();
    let (best, worse): (Vec<_>, Vec<_>) = ways.iter().partition(|way| Some(&way.ranks) == least);
    let far = reply.removes > 1;
    let ends: HashSet<_> = best.iter().map(|way| way.to).collect();
    let more = [
        ("pool at a remove", far && ends.len() > 1),
        ("several equal ways to one", best.len() > ends.len()),
        ("a lower path at a remove", far && !worse.is_empty()),
        ("a lower path, two removes on", is_lower_later(&ways)),
        (
            "on a matter",
            acting.day.matter.is_some() && reply.acting != Acts::Itself,
        ),
        ("not operationally", acting.kind() > 0 && reply.layers > 0),
        ("by rule", is_by_rule(acting, &layers)),
    ];
    cases.extend(
        more.into_iter()
            .filter(|(_, is_so)| *is_so)
            .map(|(word, _)| word),
    );
    cases
}

/// Whether the ways of one first rank, of three removes or more, are not equal.
fn is_lower_later(ways: &[Way]) -> bool {
    let deep = ways.iter().filter(|way| way.ranks.len() > 2);
    let least = deep.clone().map(|way| &way.ranks).min();
    let is_other = |way: &Way| least.is_some_and(|of| of[0] == way.ranks[0] && *of != way.ranks);
    deep.into_iter().any(is_other)
}

fn is_by_rule(acting: &Acting<'_>, layers: &[usize]) -> bool {
    let superior = &acting.lines.superior[acting.kind()];
    let mut reverted = layers[..layers.len() - 1].iter();
    reverted.any(|&post| superior[post].rule().is_some())
}

fn of_answer(reply: &Reply) -> Vec<&'static str> {
    let mut cases = vec![match (&reply.acting, reply.how) {
        (Acts::Itself, _) => "itself",
        (Acts::OneOf(_), _) => "one of",
        (Acts::Body(_), _) => "a body decides",
        (Acts::One(_), Some(How::Nominee)) => "a nominee",
        (Acts::One(_), Some(How::Deputy)) => "a deputy",
        (Acts::One(_), _) => "a superior",
        (Acts::Nobody(Gap::External(_)), _) => "external",
        (Acts::Nobody(Gap::NoneAbove(..)), _) => "none above",
        (Acts::Nobody(Gap::Unstated(_, _, Some(_))), _) => "unstated, with a reason",
        (Acts::Nobody(Gap::Unstated(..)), _) => "unstated",
        (Acts::Nobody(Gap::Personal(_)), _) => "personal",
        (Acts::Nobody(Gap::ReversionOff), _) => "reversion off",
    }];
    if reply.removes > 1 {
        cases.push("onward");
    }
    if reply.removes > 2 {
        cases.push("far onward");
    }
    if reply.layers > 0 {
        cases.push(match reply.how {
            Some(How::Nominee) => "a nominee of a superior",
            Some(How::Deputy) => "a deputy of a superior",
            _ => "reverted",
        });
    }
    if reply.layers > 1 {
        cases.push("several layers");
    }
    cases
}

/// What the arrangements in a trace are cases of.
fn of_terms(acting: &Acting<'_>, trace: &[Tried]) -> Vec<&'static str> {
    let mut cases = Vec::new();
    let mut opened = HashSet::from([trace[0].post]);
    for tried in trace {
        let Through::Arrangement((principal, at)) = tried.through else {
            continue;
        };
        let (_, _, deputy, terms) = acting.terms(principal)[at];
        if acting.counts(terms) && terms.onward && !opened.insert(deputy) {
            cases.push("a ring, or opened twice over");
        }
        let is_again = tried.passed == [Passed::AlreadyConsidered];
        let own = acting.terms(deputy).into_iter();
        let opens = own.map(|(terms, ..)| Through::Arrangement(terms));
        let is_open = opens
            .into_iter()
            .any(|of| trace.iter().any(|of_| of_.through == of));
        if is_again && terms.onward && is_open {
            cases.push("considered, then opened");
        }
        if acting.day.matter.is_some() && !terms.matters.is_empty() && tried.passed.is_empty() {
            cases.push("acts for the matter");
        }
    }
    cases
}

#[test]
fn cover_strategy_reaches_every_case() {
    let mut runner = TestRunner::deterministic();
    let mut reached: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..800 {
        let tree = covered()
            .new_tree(&mut runner)
            .expect("a sound organisation");
        let (told, day) = tree.current();
        let acting = Acting::on(&told, &day);
        let all = (0..told.posts.len()).flat_map(|post| cases_of(&acting, post));
        let mut cases: HashSet<&str> = all.collect();
        cases.extend(of_people(&told, &day));
        for case in cases {
            *reached.entry(case).or_default() += 1;
        }
    }
    assert_eq!(reached.len(), 37, "{reached:#?}");
    assert!(reached.values().all(|&count| count >= 10), "{reached:#?}");
}

fn of_people(told: &Told, day: &Day) -> Vec<&'static str> {
    let acting = Acting::on(told, day);
    let mut cases = Vec::new();
    for (at, seat) in told.posts.iter().enumerate() {
        let away = seat.holders.iter().filter(|of| acting.is_away(of)).count();
        if (1..seat.holders.len()).contains(&away) && seat.sort == Sort::Individual {
            cases.push("shared, one away");
        }
        if seat.vacant && day.absent.contains(&at) {
            cases.push("vacant and named absent");
        }
    }
    cases
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn cover_oracles_are_one((told, day) in covered()) {
        let acting = Acting::on(&told, &day);
        for post in 0..told.posts.len() {
            let trace = acting.trace(post);
            let mut able: Vec<usize> = Vec::new();
            for tried in trace.iter().filter(|tried| tried.passed.is_empty()) {
                if !able.contains(&tried.post) {
                    able.push(tried.post);
                }
            }
            let expected = match acting.reply(post).acting {
                Acts::Itself => vec![post],
                Acts::One(one) | Acts::Body(one) => vec![one],
                Acts::OneOf(several) => several,
                Acts::Nobody(_) => vec![],
            };
            prop_assert_eq!(able, expected);
        }
    }
}
