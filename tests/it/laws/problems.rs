//! Laws 25 and 26: problems are sound and complete, and mending works.

use answerable::{Named, Organisation, Problem, ProblemKind, Salvage, Table, Unfit};
use proptest::prelude::*;

use super::adorn::adorn;
use super::cases;
use super::facts::{Mark, address};
use super::records::{Area, End, KIND_WORDS, RELATION_WORDS, Seat, Told, Up};
use super::salvage::salvaged;
use super::spoil::{Dice, break_one};
use super::strategies::{circular, faulty, headed, passing, sound};
use super::verdict::{self, Found};

/// What a problem says, in the words of the oracle.
fn found(problem: &Problem) -> Found {
    let what = match problem.kind() {
        ProblemKind::BadId { id, .. } => format!("bad id {id:?}"),
        ProblemKind::UnknownId {
            role: Named::Within,
            table,
            id,
            ..
        } => {
            format!("unknown {table} {id:?}")
        }
        ProblemKind::UnknownId { role, id, .. } => format!("unknown {} {id:?}", word(*role)),
        ProblemKind::CannotBe {
            role,
            why: Unfit::Itself,
            ..
        } => format!("{} is itself", word(*role)),
        ProblemKind::CannotBe {
            role,
            post,
            why: Unfit::Kind(kind),
        } => {
            format!("{} {post:?} cannot be: {kind:?}", word(*role))
        }
        ProblemKind::NamedTwice { role, id } => format!("{} {id:?} twice", word(*role)),
        ProblemKind::NotOfKind { is, key } => format!("{is:?} has no {key}"),
        ProblemKind::VacantAndHeld => "vacant and held".to_owned(),
        ProblemKind::Circle { kind, steps } => {
            let steps: Vec<_> = steps
                .iter()
                .map(|step| (step.post.as_str(), step.rule.is_some()))
                .collect();
            format!("{kind} circle {steps:?}")
        }
        ProblemKind::ContainmentCircle { ids, .. } => format!("containment circle {ids:?}"),
        ProblemKind::RepeatedHeadship { headships, .. } => format!("headships alike {headships:?}"),
        other => format!("{other:?}"),
    };
    (what, address(problem.place()))
}

fn word(role: Named) -> &'static str {
    match role {
        Named::Superior(_) => "superior",
        Named::Also(_) => "also",
        Named::Deputy => "deputy",
        Named::Chair => "chair",
        Named::Member => "member",
        Named::Link(relation) => RELATION_WORDS
            .into_iter()
            .find(|word| *word == relation.as_str())
            .unwrap_or(""),
        Named::Unit => "unit",
        Named::Profession => "profession",
        Named::Head => "head",
        _ => "something else",
    }
}

fn problems(told: &Told) -> Vec<Problem> {
    let Salvage { problems, .. } = Organisation::salvage(told.document());
    problems
}

fn sorted(problems: &[Problem]) -> Vec<Found> {
    let mut found: Vec<_> = problems.iter().map(found).collect();
    found.sort();
    found
}

proptest! {
    #![proptest_config(cases())]


    #[test]
    fn law_25_problems_are_those_that_the_oracle_finds(told in prop_oneof![faulty(), circular()]) {
        let problems = problems(&told);
        prop_assert_eq!(sorted(&problems), verdict::problems(&told));
    }

    #[test]
    fn law_25_problems_are_whole_once_and_in_a_stable_order(
        told in prop_oneof![faulty(), circular()],
    ) {
        let first = problems(&told);
        // Each document has hash seeds of its own.
        let again = problems(&told);
        prop_assert_eq!(&first, &again);
        let text = Organisation::salvage(told.read_json()).problems;
        prop_assert_eq!(&first, &text);
        let messages: Vec<String> = first.iter().map(ToString::to_string).collect();
        prop_assert_eq!(
            messages,
            again.iter().map(ToString::to_string).collect::<Vec<_>>()
        );
        let found = sorted(&first);
        prop_assert!(
            found.windows(2).all(|pair| pair[0] != pair[1]),
            "{:#?}",
            found
        );
        for problem in &first {
            prop_assert!(problem.to_string().lines().count() == 1);
            if let ProblemKind::Circle { kind, steps } = problem.kind() {
                whole(&told, *kind, steps)?;
            }
        }
    }

    #[test]
    fn law_25_one_fault_is_one_problem(
        told in prop_oneof![sound(), headed(), passing()],
        seed in any::<u64>(),
    ) {
        let mut dice = Dice(seed);
        let mut tree = told.tree();
        if dice.roll(2) == 0 {
            adorn(&mut tree, &mut dice);
        }
        break_one(&mut tree, &mut dice);
        let problems = salvaged(&tree).problems;
        prop_assert!(problems.len() < 2, "{:#?} {:?}", problems, tree);
    }

    #[test]
    fn law_26_mending_removes_exactly_that_problem(told in prop_oneof![faulty(), circular()]) {
        let before = problems(&told);
        for problem in &before {
            let Some(mended) = mend(&told, problem) else {
                continue;
            };
            let after = sorted(&problems(&mended));
            let mended_one = found(problem);
            let bad = match problem.kind() {
                ProblemKind::BadId { id, .. } => id.as_str(),
                _ => MENDED,
            };
            prop_assert!(!after.contains(&mended_one), "{} in {:?}", problem, mended);
            prop_assert_eq!(&after, &verdict::problems(&mended));
            for other in before.iter().filter(|other| !may_go(problem, other)) {
                let is_there = after.contains(&with_id_mended(found(other), bad));
                prop_assert!(
                    other == problem || is_there,
                    "mending {problem} mends {other}"
                );
            }
        }
    }
}

/// A circle is told whole: each step answers to the next, the last to the first,
/// which is the first of them in the document; lines by rule are those not told.
fn whole(
    told: &Told,
    kind: answerable::Accountability,
    steps: &[answerable::CircleStep],
) -> Result<(), TestCaseError> {
    let place = |id: &str| told.posts.iter().position(|seat| seat.id == id);
    let places: Vec<_> = steps.iter().map(|step| place(&step.post)).collect();
    prop_assert_eq!(places.iter().min(), places.first());
    for (at, step) in steps.iter().enumerate() {
        let next = &steps[(at + 1) % steps.len()].post;
        let seat = told.seat(&step.post).expect("a post of the document");
        match &seat.up[kind as usize] {
            Up::To(to) => prop_assert!(to == next && step.rule.is_none()),
            other => prop_assert!(*other == Up::Silent && step.rule.is_some()),
        }
    }
    Ok(())
}

const MENDED: &str = "mended";

/// The same of the post with a bad id when it has a good one.
fn with_id_mended((what, place): Found, bad: &str) -> Found {
    let mark = |mark| match mark {
        Mark::Entry(id, time) if id == bad => Mark::Entry(MENDED.to_owned(), time),
        other => other,
    };
    let what = what.replace(&format!("{bad:?}"), &format!("{MENDED:?}"));
    (what, place.into_iter().map(mark).collect())
}

/// The records with exactly what the problem reports put right, nothing moved.
fn mend(told: &Told, problem: &Problem) -> Option<Told> {
    let mut told = told.clone();
    let mut fresh = Seat::new("fresh".to_owned());
    fresh.up = [Up::Unstated, Up::Unstated, Up::Unstated];
    let fresh_area = || Area {
        id: "fresh".to_owned(),
        within: None,
    };
    let place = problem.place();
    let id = place.id().unwrap_or_default();
    let at = told.posts.iter().position(|seat| seat.id == id);
    let item = place.item().unwrap_or_default();
    match (problem.kind(), place.table()) {
        (ProblemKind::BadId { id, .. }, _) => {
            return Some(told.renamed(&|of| {
                if of == id {
                    MENDED.to_owned()
                } else {
                    of.to_owned()
                }
            }));
        }
        (ProblemKind::ContainmentCircle { .. } | ProblemKind::UnknownId { .. }, Table::Unit) => {
            told.units
                .iter_mut()
                .filter(|area| area.id == id)
                .for_each(|area| area.within = None);
        }
        (
            ProblemKind::ContainmentCircle { .. } | ProblemKind::UnknownId { .. },
            Table::Profession,
        ) => {
            told.professions
                .iter_mut()
                .filter(|area| area.id == id)
                .for_each(|area| area.within = None);
        }
        (ProblemKind::UnknownId { role, .. }, Table::Head) => {
            let rule = &mut told.heads[place.occurrence() - 1];
            match role {
                Named::Unit => "fresh".clone_into(&mut rule.unit),
                Named::Profession => rule.profession = Some("fresh".to_owned()),
                _ => rule.head = Some("fresh".to_owned()),
            }
        }
        (ProblemKind::RepeatedHeadship { headships, .. }, _) => {
            for (at, number) in headships.iter().enumerate().skip(1) {
                told.heads[number - 1].unit = format!("fresh {at}");
                told.units.push(Area {
                    id: format!("fresh {at}"),
                    within: None,
                });
            }
        }
        (ProblemKind::Circle { kind, steps }, _) => {
            let step = steps
                .iter()
                .find(|step| step.rule.is_none())
                .unwrap_or(&steps[0]);
            let seat = told.posts.iter_mut().find(|seat| seat.id == step.post)?;
            seat.up[*kind as usize] = Up::To("fresh".to_owned());
        }
        (ProblemKind::NotOfKind { key, .. }, _) => without_key(&mut told.posts[at?], key),
        (ProblemKind::VacantAndHeld, _) => told.posts[at?].vacant = false,
        (
            ProblemKind::UnknownId { role, .. }
            | ProblemKind::CannotBe { role, .. }
            | ProblemKind::NamedTwice { role, .. },
            _,
        ) => {
            let seat = &mut told.posts[at?];
            let fresh = "fresh".to_owned();
            match role {
                Named::Superior(kind) => seat.up[*kind as usize] = Up::To(fresh),
                Named::Also(_) => seat.also[item].1 = fresh,
                Named::Chair => seat.chair = Some(fresh),
                Named::Member => seat.members[item] = fresh,
                Named::Unit => seat.unit = Some(fresh),
                Named::Profession => seat.profession = Some(fresh),
                Named::Deputy => {
                    let nth = match place.path().get(2) {
                        Some(answerable::PlaceStep::Item(nth)) => *nth,
                        _ => 0,
                    };
                    seat.deputies[item].of[nth].post = fresh;
                }
                Named::Link(relation) => {
                    let of = |link: &&mut (usize, End)| RELATION_WORDS[link.0] == relation.as_str();
                    let link = seat.links.iter_mut().filter(of).nth(item)?;
                    link.1 = End::Post(fresh);
                }
                _ => return None,
            }
        }
        _ => return None,
    }
    // Last in the document, so that nothing else is numbered otherwise.
    told.posts.push(fresh);
    told.units.push(fresh_area());
    told.professions.push(fresh_area());
    Some(told)
}

fn without_key(seat: &mut Seat, key: &str) {
    match key {
        "vacant" => seat.vacant = false,
        "holder" | "holders" => seat.holders.clear(),
        "also" => seat.also.clear(),
        "deputies" => seat.deputies.clear(),
        "chair" => seat.chair = None,
        "members" => seat.members.clear(),
        kind => {
            let kinds = KIND_WORDS.iter().position(|word| *word == kind);
            if let Some(kind) = kinds {
                seat.up[kind] = Up::Silent;
            }
        }
    }
}

/// Whether another problem may go with the one that is mended: a circle, of which
/// a line by rule may lead elsewhere now; an `also` line beside a line of the
/// circle; a deputy named again for another matter of the same arrangement.
fn may_go(mended: &Problem, other: &Problem) -> bool {
    let is_same_post = mended.place().id() == other.place().id();
    match (mended.kind(), other.kind()) {
        (_, ProblemKind::Circle { .. })
        | (
            ProblemKind::Circle { .. },
            ProblemKind::NamedTwice {
                role: Named::Also(_),
                ..
            },
        ) => true,
        (
            ProblemKind::NamedTwice {
                role: Named::Deputy,
                ..
            },
            ProblemKind::NamedTwice {
                role: Named::Deputy,
                ..
            },
        ) => is_same_post,
        _ => false,
    }
}

/// Faulty records reach every kind of problem that is not of the reading.
#[test]
fn faults_reach_every_kind_of_problem() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut reached: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    let mut sound = 0;
    for _ in 0..2500 {
        let tree = prop_oneof![faulty(), circular()]
            .new_tree(&mut runner)
            .expect("faulty records");
        let problems = problems(&proptest::strategy::ValueTree::current(&tree));
        sound += usize::from(problems.is_empty());
        for problem in problems {
            let what = match problem.kind() {
                ProblemKind::UnknownId { role, .. } => format!("unknown {}", word(*role)),
                ProblemKind::CannotBe { role, why, .. } => {
                    format!(
                        "{} cannot be: {}",
                        word(*role),
                        matches!(why, Unfit::Itself)
                    )
                }
                ProblemKind::NamedTwice { role, .. } => format!("{} twice", word(*role)),
                ProblemKind::NotOfKind { is, key } => format!("{is:?} has no {key}"),
                ProblemKind::Circle { kind, steps } => {
                    format!(
                        "{kind} circle by rule: {}",
                        steps.iter().any(|step| step.rule.is_some())
                    )
                }
                ProblemKind::ContainmentCircle { table, .. } => format!("{table} circle"),
                ProblemKind::BadId { .. } => "bad id".to_owned(),
                ProblemKind::VacantAndHeld => "vacant and held".to_owned(),
                ProblemKind::RepeatedHeadship { .. } => "headships alike".to_owned(),
                other => format!("{other:?}"),
            };
            *reached.entry(what).or_default() += 1;
        }
    }
    assert!(sound > 2, "{sound}");
    assert!(reached.len() >= 59, "{reached:#?}");
    let circles = reached.iter().filter(|(what, _)| what.contains("circle"));
    assert!(
        circles.clone().all(|(_, &count)| count > 20),
        "{reached:#?}"
    );
}
