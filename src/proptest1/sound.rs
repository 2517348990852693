//! Sound documents: deep, wide, circular across kinds, vacant, headed.

use crate::{
    Accountability::{self, Operational, Professional},
    Organisation, PostKind, ProblemKind, Relation, Seats,
};

use super::dice::Dice;
use super::plan::{Fact, Piece, Plan, Rule, Terms, Up};

pub(super) const MATTERS: usize = 3;

const RELATIONS: [Relation; 5] = Relation::ALL;

/// How the lines of one kind lie.
#[derive(Clone, Copy)]
enum Shape {
    Deep,
    Wide,
    AsItComes,
}

/// A sound document of so many posts.
pub(super) fn sound(dice: &mut Dice<'_>, count: usize) -> Option<Plan> {
    let mut plan = Plan {
        is_fancy: dice.is_lucky(2),
        ..Plan::default()
    };
    areas(&mut plan, dice);
    let units: Vec<usize> = plan.units().collect();
    for post in 0..count {
        let kind = match dice.roll(16) {
            0 | 1 => PostKind::Body,
            2 => PostKind::External,
            _ => PostKind::Individual,
        };
        plan.pieces.push(Piece::Post(post, kind));
    }
    heads(&mut plan, dice);
    let posts: Vec<(usize, PostKind)> = plan.posts().collect();
    for kind in Accountability::ALL {
        lines(&mut plan, dice, &posts, kind);
    }
    cross(&mut plan, dice, &posts);
    for &(post, kind) in &posts {
        own(&mut plan, dice, post, kind, &units);
        cover(&mut plan, dice, &posts, post, kind);
        others(&mut plan, dice, &posts, post, kind, &units);
    }
    mutual(&mut plan, dice);
    mended(plan)
}

fn areas(plan: &mut Plan, dice: &mut Dice<'_>) {
    if dice.is_lucky(3) {
        plan.pieces.push(Piece::Reverts(dice.is_lucky(2)));
    }
    for at in 0..dice.roll(5) {
        plan.pieces.push(Piece::Unit(at));
        if at > 0 && !dice.is_lucky(4) {
            plan.pieces.push(Piece::UnitWithin(at, dice.roll(at)));
        }
    }
    for at in 0..dice.roll(5) {
        plan.pieces.push(Piece::Profession(at));
        if at > 0 && !dice.is_lucky(3) {
            plan.pieces.push(Piece::ProfessionWithin(at, dice.roll(at)));
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

fn heads(plan: &mut Plan, dice: &mut Dice<'_>) {
    let units: Vec<usize> = plan.units().collect();
    let posts: Vec<(usize, PostKind)> = plan.posts().collect();
    let mut areas = Vec::new();
    for _ in 0..dice.roll(7) {
        let (Some(kind), Some(unit)) = (dice.one(&Accountability::ALL), dice.one(&units)) else {
            return;
        };
        let profession = if dice.is_lucky(2) {
            profession(plan, dice)
        } else {
            None
        };
        let head = match dice.one(&posts) {
            Some((post, _)) if !dice.is_lucky(7) => Some(post),
            _ => None,
        };
        if areas.contains(&(kind, unit, profession)) {
            continue;
        }
        areas.push((kind, unit, profession));
        plan.pieces.push(Piece::Head(Rule {
            kind,
            unit,
            profession,
            head,
            through: dice.is_lucky(2),
        }));
    }
}

fn profession(plan: &Plan, dice: &mut Dice<'_>) -> Option<usize> {
    let all = plan.pieces.iter().filter_map(|piece| match piece {
        Piece::Profession(at) => Some(*at),
        _ => None,
    });
    dice.one(&all.collect::<Vec<_>>())
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
        dice.some(posts, posts.len())
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
fn cross(plan: &mut Plan, dice: &mut Dice<'_>, posts: &[(usize, PostKind)]) {
    if !dice.is_lucky(3) {
        return;
    }
    let upwards = posts.iter().filter_map(|&(post, _)| {
        let up = plan.up(post, Operational)?;
        let is_inside = |above: &usize| posts.contains(&(*above, PostKind::Individual));
        match up {
            Up::To(above) => Some((post, *above)).filter(|(_, above)| is_inside(above)),
            _ => None,
        }
    });
    let upwards: Vec<(usize, usize)> = upwards.collect();
    if let Some((post, above)) = dice.one(&upwards) {
        plan.set_up(above, Professional, Up::To(post));
    }
}

fn own(plan: &mut Plan, dice: &mut Dice<'_>, post: usize, kind: PostKind, units: &[usize]) {
    if let Some(unit) = dice.one(units).filter(|_| !dice.is_lucky(4)) {
        plan.push(post, Fact::Unit(unit));
    }
    if let Some(profession) = profession(plan, dice).filter(|_| !dice.is_lucky(4)) {
        plan.push(post, Fact::Profession(profession));
    }
    if dice.is_lucky(8) {
        plan.push(post, Fact::Grade);
    }
    if dice.is_lucky(8) {
        plan.push(post, Fact::Note);
    }
    if kind != PostKind::Individual {
        return;
    }
    if dice.is_lucky(5) {
        plan.push(post, Fact::Vacant);
    } else {
        let persons: Vec<usize> = (0..post.saturating_add(2)).collect();
        let count = dice.one(&[0, 0, 1, 1, 1, 2]).unwrap_or(0);
        for person in dice.some(&persons, count) {
            plan.push(post, Fact::Holder(person));
        }
    }
    if dice.is_lucky(12) {
        let seats = [Seats::Number(6), Seats::NotStated];
        plan.pieces.extend(
            dice.one(&seats)
                .map(|seats| Piece::Of(post, Fact::Seats(seats))),
        );
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

fn cover(
    plan: &mut Plan,
    dice: &mut Dice<'_>,
    posts: &[(usize, PostKind)],
    post: usize,
    kind: PostKind,
) {
    if kind != PostKind::Individual {
        return;
    }
    let able = posts
        .iter()
        .filter(|&&(at, kind)| at != post && kind == PostKind::Individual);
    let able: Vec<usize> = able.map(|(at, _)| *at).collect();
    let count = dice.one(&[0, 0, 1, 1, 2, 3, 4]).unwrap_or(0);
    let mut rank: usize = 0;
    for deputy in dice.some(&able, count) {
        let terms = terms(dice);
        plan.push(post, Fact::Deputy(rank, deputy, terms));
        if !dice.is_lucky(3) {
            rank = rank.saturating_add(1);
        }
    }
}

fn others(
    plan: &mut Plan,
    dice: &mut Dice<'_>,
    posts: &[(usize, PostKind)],
    post: usize,
    kind: PostKind,
    units: &[usize],
) {
    let far: Vec<(usize, PostKind)> = posts
        .iter()
        .filter(|(at, _)| *at != post)
        .copied()
        .collect();
    let relations = dice.roll(3);
    for relation in dice.some(&RELATIONS, relations) {
        let unit = dice.one(units).filter(|_| dice.is_lucky(3));
        match (unit, dice.one(&far)) {
            (Some(unit), _) => plan.push(post, Fact::LinkToUnit(relation, unit)),
            (None, Some((to, _))) => plan.push(post, Fact::Link(relation, to)),
            (None, None) => {}
        }
    }
    if kind != PostKind::External && dice.is_lucky(5) {
        let of_kind = dice.one(&Accountability::ALL).unwrap_or(Operational);
        if let Some((to, _)) = dice.one(&far)
            && plan.up(post, of_kind) != Some(&Up::To(to))
        {
            plan.push(post, Fact::Also(of_kind, to));
        }
    }
    if kind == PostKind::Body {
        let people: Vec<usize> = far
            .iter()
            .filter(|(_, kind)| *kind != PostKind::Body)
            .map(|(at, _)| *at)
            .collect();
        let members = dice.roll(5);
        for member in dice.some(&people, members) {
            plan.push(post, Fact::Member(member));
        }
        let inside = far.iter().filter(|(_, kind)| *kind == PostKind::Individual);
        let inside: Vec<usize> = inside.map(|(at, _)| *at).collect();
        if let Some(chair) = dice.one(&inside).filter(|_| !dice.is_lucky(3)) {
            plan.push(post, Fact::Chair(chair));
        }
    }
}

/// Sometimes a deputy has the post it deputises for as its own deputy.
fn mutual(plan: &mut Plan, dice: &mut Dice<'_>) {
    let pairs = plan.pieces.iter().filter_map(|piece| match piece {
        Piece::Of(post, Fact::Deputy(_, to, _)) => Some((*post, *to)),
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
        plan.push(to, Fact::Deputy(MATTERS * 9, post, terms));
    }
}

/// The same with each circle ended at one of its posts.
fn mended(mut plan: Plan) -> Option<Plan> {
    loop {
        let Err(invalid) = Organisation::try_from(plan.document()) else {
            return Some(plan);
        };
        let ids: Vec<(String, usize)> = plan
            .posts()
            .map(|(post, _)| (plan.post_id(post), post))
            .collect();
        let told = plan.clone();
        for problem in invalid.problems() {
            let ProblemKind::Circle { kind, steps } = problem.kind() else {
                return None;
            };
            let ends = steps.first().and_then(|step| {
                let is_it = |(id, _): &&(String, usize)| *id == step.post;
                ids.iter().find(is_it).map(|(_, post)| *post)
            });
            plan.set_up(ends?, *kind, Up::NoneAbove);
        }
        if plan == told {
            return None;
        }
    }
}
