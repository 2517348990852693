//! One fault, chosen.

use std::collections::BTreeSet;

use crate::{
    Accountability::{self, Operational, Professional},
    Organisation, PostKind, ProblemKind, Relation, Unfit,
};

use super::dice::Dice;
use super::plan::{Basis, Fact, Name, Piece, Plan, Rule, Up};
use super::sound::{sound, terms};

/// A way in which a document is faulty.
///
/// ```
/// use answerable::proptest1::{Fault, faulty_document};
/// use answerable::{Organisation, ProblemKind};
/// use proptest::prelude::*;
///
/// proptest!(|(document in faulty_document(Fault::Circle, 2..12))| {
///     let invalid = Organisation::try_from(document).expect_err("a circle");
///     let [problem] = invalid.problems() else { unreachable!() };
///     prop_assert!(Fault::Circle.is_due(problem.kind()));
///     let is_circle = matches!(problem.kind(), ProblemKind::Circle { .. });
///     prop_assert!(is_circle);
/// });
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// A post has no title: [`ProblemKind::Misread`].
    NoTitle,
    /// The id of a post begins with white space: [`ProblemKind::BadId`].
    BadId,
    /// A post is told twice: [`ProblemKind::RepeatedId`].
    RepeatedId,
    /// A fact names a post, a unit, a profession or a source that is not there:
    /// [`ProblemKind::UnknownId`].
    UnknownId,
    /// A post is its own superior, deputy or the like: [`ProblemKind::CannotBe`].
    Itself,
    /// A body is named as a deputy: [`ProblemKind::CannotBe`].
    UnfitDeputy,
    /// A deputy, a member or the far end of an `also` line is named twice:
    /// [`ProblemKind::NamedTwice`].
    NamedTwice,
    /// A body has a holder, an individual post a chair, or a post outside a line:
    /// [`ProblemKind::NotOfKind`].
    NotOfKind,
    /// A post is vacant and held: [`ProblemKind::VacantAndHeld`].
    VacantAndHeld,
    /// Lines that are told go round: [`ProblemKind::Circle`], with no rule in it.
    Circle,
    /// Lines go round, some of them by rule: [`ProblemKind::Circle`], with a rule
    /// in it.
    CircleByRule,
    /// Units contain each other: [`ProblemKind::ContainmentCircle`].
    ContainmentCircle,
    /// Two headships have one kind, unit and profession:
    /// [`ProblemKind::RepeatedHeadship`].
    RepeatedHeadship,
}

impl Fault {
    /// Every fault.
    pub const ALL: &'static [Self] = &[
        Self::NoTitle,
        Self::BadId,
        Self::RepeatedId,
        Self::UnknownId,
        Self::Itself,
        Self::UnfitDeputy,
        Self::NamedTwice,
        Self::NotOfKind,
        Self::VacantAndHeld,
        Self::Circle,
        Self::CircleByRule,
        Self::ContainmentCircle,
        Self::RepeatedHeadship,
    ];

    /// Whether this is the problem that the fault is.
    #[must_use]
    pub fn is_due(self, problem: &ProblemKind) -> bool {
        match (self, problem) {
            (Self::NoTitle, ProblemKind::Misread(_))
            | (Self::BadId, ProblemKind::BadId { .. })
            | (Self::RepeatedId, ProblemKind::RepeatedId { .. })
            | (Self::UnknownId, ProblemKind::UnknownId { .. })
            | (Self::NamedTwice, ProblemKind::NamedTwice { .. })
            | (Self::NotOfKind, ProblemKind::NotOfKind { .. })
            | (Self::VacantAndHeld, ProblemKind::VacantAndHeld)
            | (Self::ContainmentCircle, ProblemKind::ContainmentCircle { .. })
            | (Self::RepeatedHeadship, ProblemKind::RepeatedHeadship { .. }) => true,
            (Self::Itself, ProblemKind::CannotBe { why, .. }) => *why == Unfit::Itself,
            (Self::UnfitDeputy, ProblemKind::CannotBe { why, .. }) => *why != Unfit::Itself,
            (Self::Circle, ProblemKind::Circle { steps, .. }) => {
                steps.iter().all(|step| step.rule.is_none())
            }
            (Self::CircleByRule, ProblemKind::Circle { steps, .. }) => {
                steps.iter().any(|step| step.rule.is_some())
            }
            _ => false,
        }
    }

    /// How many posts it takes.
    pub(super) fn takes(self) -> usize {
        match self {
            Self::ContainmentCircle => 0,
            Self::UnfitDeputy
            | Self::NamedTwice
            | Self::Circle
            | Self::CircleByRule
            | Self::RepeatedHeadship => 2,
            _ => 1,
        }
    }
}

/// Whether it is the one problem of the document.
pub(super) fn is_alone(fault: Fault, plan: &Plan) -> bool {
    match Organisation::try_from(plan.document()) {
        Err(invalid) => match invalid.problems() {
            [problem] => fault.is_due(problem.kind()),
            _ => false,
        },
        Ok(_) => false,
    }
}

/// A document of so many posts that is faulty in this way alone.
pub(super) fn faulty(dice: &mut Dice<'_>, count: usize, fault: Fault) -> Option<Plan> {
    (0..100).find_map(|_| {
        let mut plan = sound(dice, count)?;
        spoil(&mut plan, dice, fault)?;
        is_alone(fault, &plan).then_some(plan)
    })
}

/// Adds a fault, and perhaps others that follow from it.
pub(super) fn spoil(plan: &mut Plan, dice: &mut Dice<'_>, fault: Fault) -> Option<()> {
    let posts: Vec<usize> = plan.posts().map(|(post, _)| post).collect();
    let nobody = posts.iter().max().map_or(0, |most| most.saturating_add(7));
    let kind = dice.one(&Accountability::ALL).unwrap_or(Operational);
    if fault == Fault::ContainmentCircle {
        contain(plan, dice);
        return Some(());
    }
    let post = dice.one(&posts)?;
    match fault {
        Fault::NoTitle => plan.push(post, Fact::Untitled),
        Fault::BadId => plan.push(post, Fact::BadId),
        Fault::RepeatedId => plan.push(post, Fact::Again),
        Fault::UnknownId => dangle(plan, dice, post, nobody),
        Fault::Itself => match dice.roll(4) {
            0 => plan.set_up(post, kind, Up::To(post)),
            1 => plan.push(post, Fact::Also(kind, post)),
            2 => plan.push(post, Fact::Deputy(0, post, terms(dice))),
            _ => plan.push(post, Fact::Link(Relation::Advises, post)),
        },
        Fault::UnfitDeputy => {
            let others: Vec<usize> = posts.into_iter().filter(|other| *other != post).collect();
            let body = dice.one(&others)?;
            become_kind(plan, body, PostKind::Body);
            become_kind(plan, post, PostKind::Individual);
            plan.push(post, Fact::Deputy(0, body, terms(dice)));
        }
        Fault::NamedTwice => {
            let named = plan.pieces.iter().filter(|piece| {
                matches!(
                    piece,
                    Piece::Of(_, Fact::Also(..) | Fact::Deputy(..) | Fact::Member(..), _)
                )
            });
            let named: Vec<&Piece> = named.collect();
            let again = dice.one(&named).cloned();
            let again = again.unwrap_or_else(|| {
                let other = posts.iter().find(|other| **other != post);
                Piece::Of(post, Fact::Also(kind, other.copied().unwrap_or(post)), None)
            });
            if !plan.pieces.contains(&again) {
                plan.pieces.push(again.clone());
            }
            plan.pieces.push(again);
        }
        Fault::NotOfKind => match dice.roll(3) {
            0 => {
                become_kind(plan, post, PostKind::Body);
                plan.push(post, Fact::Holder(1, None));
            }
            1 => {
                become_kind(plan, post, PostKind::Individual);
                plan.push(post, Fact::Chair(dice.one(&posts)?));
            }
            _ => {
                become_kind(plan, post, PostKind::External);
                plan.push(post, Fact::Up(kind, Up::To(dice.one(&posts)?)));
            }
        },
        Fault::VacantAndHeld => {
            let told = [Fact::Vacant, Fact::Holder(1, None)];
            for fact in told {
                let piece = Piece::Of(post, fact, None);
                if !plan.pieces.contains(&piece) {
                    plan.pieces.push(piece);
                }
            }
        }
        Fault::Circle => close(plan, dice, kind)?,
        Fault::CircleByRule => close_by_rule(plan, dice, &posts, kind)?,
        Fault::RepeatedHeadship => repeat_head(plan, dice, &posts, kind)?,
        Fault::ContainmentCircle => {}
    }
    Some(())
}

/// The post is of this kind from now on, with no fact that needs another.
fn become_kind(plan: &mut Plan, post: usize, kind: PostKind) {
    plan.forget(&BTreeSet::from([Name::Post(post)]));
    plan.set_kind(post, kind);
}

fn dangle(plan: &mut Plan, dice: &mut Dice<'_>, post: usize, nobody: usize) {
    let kind = dice.one(&Accountability::ALL).unwrap_or(Operational);
    let fact = match dice.roll(7) {
        0 => return plan.set_up(post, kind, Up::To(nobody)),
        1 => Fact::Also(kind, nobody),
        2 => Fact::Deputy(0, nobody, terms(dice)),
        // What is told last of its unit, or its profession, is what is told.
        3 => Fact::Unit(nobody),
        4 => Fact::Profession(nobody),
        5 => {
            let basis = Basis {
                source: Some(nobody),
                is_at_place: false,
                standing: None,
                has_reason: false,
            };
            return plan.pieces.push(Piece::On(Name::Post(post), basis));
        }
        _ => Fact::Link(Relation::Supports, nobody),
    };
    plan.push(post, fact);
}

fn contain(plan: &mut Plan, dice: &mut Dice<'_>) {
    let units: Vec<usize> = plan.units().collect();
    let first = units.iter().max().map_or(0, |most| most.saturating_add(1));
    let count = dice.roll(3).saturating_add(2);
    let round: Vec<usize> = (first..).take(count).collect();
    let outer = round.iter().skip(1).chain(round.first());
    for (&unit, &outer) in round.iter().zip(outer) {
        plan.pieces.push(Piece::Unit(unit));
        let (inner, outer) = (Name::Unit(unit), Name::Unit(outer));
        plan.pieces.push(Piece::Within(inner, outer, None));
    }
}

/// The end of a chain of told lines from `post`, if it is inside.
fn end_of_chain(plan: &Plan, post: usize, kind: Accountability) -> usize {
    let ups = plan.ups(kind);
    let mut at = post;
    for _ in 0..ups.len() {
        if let Some(Up::To(above)) = ups.get(&at) {
            at = *above;
        }
    }
    at
}

/// The end of a chain answers to where the chain begins.
fn close(plan: &mut Plan, dice: &mut Dice<'_>, kind: Accountability) -> Option<()> {
    let inside: Vec<usize> = plan
        .posts()
        .filter(|(_, of)| *of != PostKind::External)
        .map(|(post, _)| post)
        .collect();
    let &[first, second] = dice.some(&inside, 2).first_chunk()?;
    if end_of_chain(plan, first, kind) == first {
        plan.set_up(first, kind, Up::To(second));
    }
    let end = end_of_chain(plan, first, kind);
    plan.set_up(end, kind, Up::To(first));
    Some(())
}

/// A head answers to a post of which nothing is told but that it is under the
/// head's rule.
fn close_by_rule(
    plan: &mut Plan,
    dice: &mut Dice<'_>,
    posts: &[usize],
    kind: Accountability,
) -> Option<()> {
    let &[head, post] = dice.some(posts, 2).first_chunk()?;
    for of in [head, post] {
        become_kind(plan, of, PostKind::Individual);
    }
    let unit = plan.units().max().map_or(0, |most| most.saturating_add(1));
    plan.pieces.push(Piece::Unit(unit));
    plan.pieces.push(Piece::Head(Rule {
        kind,
        unit,
        profession: None,
        head: Some(head),
        through: false,
        basis: None,
    }));
    plan.push(post, Fact::Unit(unit));
    plan.push(head, Fact::Up(kind, Up::To(post)));
    Some(())
}

fn repeat_head(
    plan: &mut Plan,
    dice: &mut Dice<'_>,
    posts: &[usize],
    kind: Accountability,
) -> Option<()> {
    let &[head, other] = dice.some(posts, 2).first_chunk()?;
    let told = plan.pieces.iter().find_map(|piece| match piece {
        Piece::Head(rule) => Some(rule.clone()),
        _ => None,
    });
    let rule = if let Some(rule) = told {
        rule
    } else {
        plan.pieces.push(Piece::Unit(0));
        let rule = Rule {
            kind: if dice.is_lucky(2) { kind } else { Professional },
            unit: 0,
            profession: None,
            head: Some(head),
            through: false,
            basis: None,
        };
        plan.pieces.push(Piece::Head(rule.clone()));
        rule
    };
    let head = Some(other);
    plan.pieces.push(Piece::Head(Rule { head, ..rule }));
    Some(())
}
