//! The lines that are not operational, and the deputies, of a plan.

use crate::dice::{Dice, NONE, number};
use crate::plan::{NATIONAL_HEADS, Plan};

pub(crate) struct Deputy {
    pub(crate) of: u32,
    pub(crate) post: u32,
    pub(crate) onward: bool,
}

/// Superiors of two in five posts of each trust: a few layers, some eight reports
/// each, up to a national head.
pub(crate) fn professional(plan: &Plan, dice: &mut Dice) -> Vec<u32> {
    let mut superior = vec![NONE; plan.len()];
    for trust in &plan.trusts {
        let mut members: Vec<u32> = Vec::new();
        for post in trust.clone().skip(1) {
            if members.len() < NATIONAL_HEADS {
                superior[post] = number(plan.national_heads.start + members.len());
            } else if dice.percent(40) {
                superior[post] = senior(&members, 8, dice);
            } else {
                continue;
            }
            members.push(number(post));
        }
    }
    superior
}

/// Superiors of one in ten: some six reports each, up to the second post of the
/// trust, which has none.
pub(crate) fn clinical(plan: &Plan, dice: &mut Dice) -> Vec<u32> {
    let mut superior = vec![NONE; plan.len()];
    for trust in &plan.trusts {
        let mut members = vec![number(trust.start + 1)];
        for post in trust.clone().skip(2) {
            if dice.one_in(10) {
                superior[post] = senior(&members, 6, dice);
                members.push(number(post));
            }
        }
    }
    superior
}

/// One of those before the next member, so that each has about `span` below it.
fn senior(members: &[u32], span: usize, dice: &mut Dice) -> u32 {
    let about = members.len() / span + dice.below(3);
    members[about.min(members.len() - 1)]
}

/// Deputies of one post in thirty, mostly managers: one or two of those next below
/// or beside it; a quarter of the arrangements are onward.
pub(crate) fn deputies(plan: &Plan, dice: &mut Dice) -> Vec<Deputy> {
    let mut deputies: Vec<Deputy> = Vec::new();
    for post in 0..plan.len() {
        let (is_manager, superior) = (plan.is_manager(post), plan.superior[post]);
        if !dice.one_in(if is_manager { 5 } else { 120 }) {
            continue;
        }
        let from = match superior {
            superior if superior == NONE || (is_manager && dice.percent(70)) => post,
            superior => superior as usize,
        };
        let (first, count) = plan.reports[from];
        let mut before = NONE;
        for _ in 0..=dice.below(2) {
            let deputy = first + dice.number(count as usize);
            if deputy as usize != post && deputy != before {
                deputies.push(Deputy {
                    of: number(post),
                    post: deputy,
                    onward: dice.one_in(4),
                });
                before = deputy;
            }
        }
    }
    deputies
}
