//! Sound documents: deep, wide, circular across kinds, vacant, headed.

use std::collections::BTreeSet;

use crate::{
    Accountability::{self, Operational, Professional},
    Organisation, PostKind, ProblemKind, Relation, Seats,
};

use super::dice::Dice;
use super::plan::{Fact, Name, Piece, Plan, Rule, Terms, Up};
use super::words::{bases, words};

pub(super) const MATTERS: usize = 3;

const CAPACITIES: [&str; 3] = ["acting", "interim", "seconded"];

/// The rank of a deputy after all others.
const LAST: usize = usize::MAX;

/// How the lines of one kind lie.
#[derive(Clone, Copy)]
enum Shape {
    Deep,
    Wide,
    AsItComes,
}

/// What a post may name.
struct There {
    posts: Vec<(usize, PostKind)>,
    individuals: Vec<usize>,
    units: Vec<usize>,
    professions: Vec<usize>,
    /// The superior lines that are told.
    lines: BTreeSet<(usize, Accountability, usize)>,
}

/// A sound document of so many posts.
pub(super) fn sound(dice: &mut Dice<'_>, count: usize) -> Option<Plan> {
    let mut plan = Plan {
        is_fancy: dice.is_lucky(2),
        ..Plan::default()
    };
    areas(&mut plan, dice);
    for post in 0..count {
        let kind = match dice.roll(16) {
            0 | 1 => PostKind::Body,
            2 => PostKind::External,
            _ => PostKind::Individual,
        };
        plan.pieces.push(Piece::Post(post, kind));
    }
    let mut there = There {
        posts: plan.posts().collect(),
        individuals: plan.posts_of(PostKind::Individual).collect(),
        units: plan.units().collect(),
        professions: plan.professions().collect(),
        lines: BTreeSet::new(),
    };
    heads(&mut plan, dice, &there);
    for kind in Accountability::ALL {
        lines(&mut plan, dice, &there.posts, kind);
    }
    cross(&mut plan, dice, &there);
    let lines = plan.pieces.iter().filter_map(|piece| match piece {
        Piece::Of(post, Fact::Up(kind, Up::To(above)), _) => Some((*post, *kind, *above)),
        _ => None,
    });
    there.lines = lines.collect();
    for &(post, kind) in &there.posts {
        own(&mut plan, dice, &there, post);
        others(&mut plan, dice, &there, post);
        match kind {
            PostKind::Individual => {
                held(&mut plan, dice, post);
                cover(&mut plan, dice, &there, post);
            }
            PostKind::Body => body(&mut plan, dice, &there, post),
            PostKind::External => {}
        }
        if kind != PostKind::External {
            also(&mut plan, dice, &there, post);
        }
    }
    mutual(&mut plan, dice);
    words(&mut plan, dice);
    bases(&mut plan, dice);
    mended(plan)
}

fn areas(plan: &mut Plan, dice: &mut Dice<'_>) {
    if dice.is_lucky(3) {
        plan.pieces.push(Piece::Reverts(dice.is_lucky(2)));
    }
    let sources = dice.one(&[0, 0, 1, 3]).unwrap_or(0);
    plan.pieces.extend((0..sources).map(Piece::Source));
    for at in 0..dice.roll(5) {
        plan.pieces.push(Piece::Unit(at));
        if at > 0 && !dice.is_lucky(4) {
            let (inner, outer) = (Name::Unit(at), Name::Unit(dice.roll(at)));
            plan.pieces.push(Piece::Within(inner, outer, None));
        }
    }
    for at in 0..dice.roll(5) {
        plan.pieces.push(Piece::Profession(at));
        if at > 0 && !dice.is_lucky(3) {
            let (inner, outer) = (Name::Profession(at), Name::Profession(dice.roll(at)));
            plan.pieces.push(Piece::Within(inner, outer, None));
        }
    }
    for at in 0..dice.roll(MATTERS + 1) {
        let kind = if dice.is_lucky(2) {
            dice.one(&Accountability::ALL)
        } else {
            None
        };
        plan.pieces.push(Piece::Matter(at, kind, dice.is_lucky(3)));
    }
}

fn heads(plan: &mut Plan, dice: &mut Dice<'_>, there: &There) {
    let mut areas = Vec::new();
    for _ in 0..dice.roll(7) {
        let (Some(kind), Some(unit)) = (dice.one(&Accountability::ALL), dice.one(&there.units))
        else {
            return;
        };
        let profession = if dice.is_lucky(2) {
            dice.one(&there.professions)
        } else {
            None
        };
        let head = dice.one(&there.posts).filter(|_| !dice.is_lucky(7));
        if areas.contains(&(kind, unit, profession)) {
            continue;
        }
        areas.push((kind, unit, profession));
        plan.pieces.push(Piece::Head(Rule {
            kind,
            unit,
            profession,
            head: head.map(|(post, _)| post),
            through: dice.is_lucky(2),
            basis: None,
        }));
    }
}

/// The superior lines of one kind, each to a post before it in some order.
fn lines(plan: &mut Plan, dice: &mut Dice<'_>, posts: &[(usize, PostKind)], kind: Accountability) {
    let shape = match dice.roll(5) {
        0 | 1 => Shape::Deep,
        2 | 3 => Shape::Wide,
        _ => Shape::AsItComes,
    };
    // The share of posts, of sixteen, of which nothing is told.
    let silent = match kind {
        Operational => dice.one(&[0, 0, 0, 2, 6]),
        _ => dice.one(&[0, 1, 6, 10]),
    };
    let silent = silent.unwrap_or(0);
    // How seldom a superior is none, not stated, or another than the shape says.
    let seldom = dice.one(&[12, 200, 200]).unwrap_or(12);
    let order = if dice.is_lucky(2) {
        dice.shuffled(posts)
    } else {
        posts.to_vec()
    };
    let mut before: Vec<(usize, PostKind)> = Vec::new();
    for (post, of_kind) in order {
        let inside = |(_, kind): &&(usize, PostKind)| *kind != PostKind::External;
        let superior = match shape {
            _ if dice.is_lucky(seldom) => dice.one(&before).map(|(at, _)| at),
            Shape::Deep => before.iter().rev().find(inside).map(|(at, _)| *at),
            Shape::Wide => before.first().map(|(at, _)| *at),
            Shape::AsItComes => dice.one(&before).map(|(at, _)| at),
        };
        before.push((post, of_kind));
        if of_kind == PostKind::External || dice.roll(16) < silent {
            continue;
        }
        let up = match (dice.roll(seldom), superior) {
            (0, _) => Up::Unstated,
            (1, _) | (_, None) => Up::NoneAbove,
            (_, Some(above)) => Up::To(above),
        };
        plan.push(post, Fact::Up(kind, up));
    }
}

/// Sometimes a post answers in one kind to one that answers to it in another.
fn cross(plan: &mut Plan, dice: &mut Dice<'_>, there: &There) {
    if !dice.is_lucky(3) {
        return;
    }
    let individuals: BTreeSet<usize> = there.individuals.iter().copied().collect();
    let upwards = plan.ups(Operational).into_iter();
    let upwards = upwards.filter_map(|(post, up)| match up {
        Up::To(above) => Some((post, *above)),
        _ => None,
    });
    let upwards: Vec<(usize, usize)> = upwards
        .filter(|(_, above)| individuals.contains(above))
        .collect();
    if let Some((post, above)) = dice.one(&upwards) {
        plan.set_up(above, Professional, Up::To(post));
    }
}

fn own(plan: &mut Plan, dice: &mut Dice<'_>, there: &There, post: usize) {
    if let Some(unit) = dice.one(&there.units).filter(|_| !dice.is_lucky(4)) {
        plan.push(post, Fact::Unit(unit));
    }
    if let Some(profession) = dice.one(&there.professions).filter(|_| !dice.is_lucky(4)) {
        plan.push(post, Fact::Profession(profession));
    }
    if dice.is_lucky(8) {
        plan.push(post, Fact::Grade);
    }
    if dice.is_lucky(8) {
        plan.push(post, Fact::Note);
    }
    if dice.is_lucky(8) {
        let fte = dice.one(&[0.0, 0.5, 1.0, 12.25]).unwrap_or(1.0);
        plan.push(post, Fact::Fte(fte));
    }
    let labels = dice.one(&[0, 0, 0, 0, 0, 0, 1, 2]).unwrap_or(0);
    for label in 0..labels {
        plan.push(post, Fact::Label(label));
    }
}

fn held(plan: &mut Plan, dice: &mut Dice<'_>, post: usize) {
    if dice.is_lucky(5) {
        plan.push(post, Fact::Vacant);
    } else {
        let count = dice.one(&[0, 0, 1, 1, 1, 2]).unwrap_or(0);
        let persons = (0..count).map(|_| dice.roll(post.saturating_add(2)));
        for person in persons.collect::<BTreeSet<_>>() {
            let capacity = dice.one(&CAPACITIES).filter(|_| dice.is_lucky(6));
            plan.push(post, Fact::Holder(person, capacity));
        }
    }
    if dice.is_lucky(12) {
        let seats = [Seats::Number(6), Seats::NotStated];
        let seats = dice.one(&seats).unwrap_or(Seats::NotStated);
        plan.push(post, Fact::Seats(seats));
    }
}

/// The terms of a deputy, of every sort.
pub(super) fn terms(dice: &mut Dice<'_>) -> Terms {
    let matters: Vec<usize> = (0..MATTERS).collect();
    let count = dice.one(&[0, 0, 0, 1, 2]).unwrap_or(0);
    Terms {
        matters: dice.some(&matters, count),
        attends: dice.is_lucky(9),
        onward: dice.is_lucky(3),
    }
}

fn cover(plan: &mut Plan, dice: &mut Dice<'_>, there: &There, post: usize) {
    let count: usize = dice.one(&[0, 0, 1, 1, 2, 3, 4]).unwrap_or(0);
    // One more, should the post itself be among them.
    let deputies = dice.some(&there.individuals, count.saturating_add(1));
    let deputies = deputies.into_iter().filter(|deputy| *deputy != post);
    let mut rank: usize = 0;
    for deputy in deputies.take(count) {
        let terms = terms(dice);
        plan.push(post, Fact::Deputy(rank, deputy, terms));
        if !dice.is_lucky(3) {
            rank = rank.saturating_add(1);
        }
    }
}

/// Another post, if the first that comes is one.
fn another(dice: &mut Dice<'_>, there: &There, post: usize) -> Option<usize> {
    let (at, _) = dice.one(&there.posts)?;
    Some(at).filter(|at| *at != post)
}

fn others(plan: &mut Plan, dice: &mut Dice<'_>, there: &There, post: usize) {
    let relations = dice.roll(3);
    for relation in dice.some(Relation::ALL, relations) {
        let unit = dice.one(&there.units).filter(|_| dice.is_lucky(3));
        match (unit, another(dice, there, post)) {
            (Some(unit), _) => plan.push(post, Fact::LinkToUnit(relation, unit)),
            (None, Some(to)) => plan.push(post, Fact::Link(relation, to)),
            (None, None) => {}
        }
    }
}

fn also(plan: &mut Plan, dice: &mut Dice<'_>, there: &There, post: usize) {
    let kind = dice.one(&Accountability::ALL).unwrap_or(Operational);
    if let Some(to) = another(dice, there, post).filter(|_| dice.is_lucky(5))
        && !there.lines.contains(&(post, kind, to))
    {
        plan.push(post, Fact::Also(kind, to));
    }
}

fn body(plan: &mut Plan, dice: &mut Dice<'_>, there: &There, post: usize) {
    let count = dice.roll(5);
    for (member, kind) in dice.some(&there.posts, count) {
        if kind != PostKind::Body {
            let role = Some("clerk").filter(|_| dice.is_lucky(4));
            plan.push(post, Fact::Member(member, role));
        }
    }
    if let Some(chair) = dice.one(&there.individuals).filter(|_| !dice.is_lucky(3)) {
        plan.push(post, Fact::Chair(chair));
    }
}

/// Sometimes a deputy has the post it deputises for as its own deputy.
fn mutual(plan: &mut Plan, dice: &mut Dice<'_>) {
    let pairs = plan.pieces.iter().filter_map(|piece| match piece {
        Piece::Of(post, Fact::Deputy(_, to, _), _) => Some((*post, *to)),
        _ => None,
    });
    let pairs: Vec<(usize, usize)> = pairs.collect();
    if let Some((post, to)) = dice.one(&pairs).filter(|_| dice.is_lucky(2))
        && !pairs.contains(&(to, post))
    {
        let terms = Terms {
            matters: Vec::new(),
            attends: false,
            onward: dice.is_lucky(2),
        };
        plan.push(to, Fact::Deputy(LAST, post, terms));
    }
}

/// The same with each circle ended at one of its posts.
fn mended(mut plan: Plan) -> Option<Plan> {
    loop {
        let Err(invalid) = Organisation::try_from(plan.document()) else {
            return Some(plan);
        };
        let posts = plan.by_id();
        let told = plan.clone();
        for problem in invalid.problems() {
            let ProblemKind::Circle { kind, steps } = problem.kind() else {
                return None;
            };
            let first = posts.get(&*steps.first()?.post)?;
            plan.set_up(*first, *kind, Up::NoneAbove);
        }
        if plan == told {
            return None;
        }
    }
}
