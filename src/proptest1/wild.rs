//! Anything that records may say.

use crate::{
    Accountability, BasisRecord, HolderRecord, PostKind, PostRecord, Relation, Seats, Standing,
};

use super::dice::Dice;
use super::fault::{Fault, spoil};
use super::plan::{Fact, Plan, Up};
use super::sound::{sound, terms};

const ODDITIES: usize = 10;

/// A document of so many posts that may say anything.
pub(super) fn wild(dice: &mut Dice<'_>, count: usize) -> Option<Plan> {
    let mut plan = sound(dice, count)?;
    let faults = dice.one(&[0, 1, 1, 2, 3]).unwrap_or(0);
    for fault in dice.some(Fault::ALL, faults) {
        // What cannot be added in so few posts is left out.
        _ = spoil(&mut plan, dice, fault);
    }
    let facts = dice.one(&[0, 1, 2, 4, count]).unwrap_or(0);
    for _ in 0..facts {
        any_fact(&mut plan, dice, count);
    }
    Some(plan)
}

/// A fact about any post, of any other, whether they are there or not.
fn any_fact(plan: &mut Plan, dice: &mut Dice<'_>, count: usize) {
    let any = |dice: &mut Dice<'_>| dice.roll(count.saturating_add(1));
    let (post, other) = (any(dice), any(dice));
    let kind = dice
        .one(&Accountability::ALL)
        .unwrap_or(Accountability::Clinical);
    let relation = dice.one(Relation::ALL).unwrap_or(Relation::Advises);
    let fact = match dice.roll(16) {
        0 | 1 => return plan.set_up(post, kind, Up::To(other)),
        2 => Fact::Up(kind, Up::To(other)),
        3 => Fact::Up(kind, Up::Unstated),
        4 => Fact::Also(kind, other),
        5 => Fact::Deputy(dice.roll(3), other, terms(dice)),
        6 => Fact::Chair(other),
        7 => Fact::Member(other, None),
        8 => Fact::Link(relation, other),
        9 => Fact::LinkToUnit(relation, other),
        10 => Fact::Holder(other, None),
        11 => Fact::Vacant,
        12 => {
            let kind = dice.one(&PostKind::ALL).unwrap_or_default();
            return plan.set_kind(post, kind);
        }
        _ => Fact::Odd(dice.roll(ODDITIES)),
    };
    plan.push(post, fact);
}

/// The record with something that cannot be meant, or can hardly be.
pub(super) fn odd(record: PostRecord, which: usize) -> PostRecord {
    match which {
        0 => record.of_fte(f64::NAN),
        1 => record.of_fte(-0.5),
        2 => record.of_seats(Seats::Number(0)),
        3 => record.graded(" "),
        4 => record.noted("left \u{202E}to\u{1}\u{2028} right\r\n"),
        5 => record.on(BasisRecord::source("nowhere").of_standing(Standing::Given)),
        6 => record.on(BasisRecord::standing(Standing::Stated).at("")),
        7 => record
            .labelled("", "")
            .labelled("cost centre", "1")
            .labelled("cost centre", "2"),
        8 => record.holder(HolderRecord::new("").with_id("\n")),
        _ => record.accountable_to("x".repeat(300), Accountability::Operational),
    }
}
