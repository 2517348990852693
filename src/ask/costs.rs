//! Law 35 for making an organisation, for structure and for cover: twice the
//! posts take at most 2.5 times the steps.

use crate::steps::counted;
use crate::{
    Absences,
    Accountability::{Clinical, Operational, Professional},
    DeputyRecord, Document, HeadshipRecord, Line, Organisation, PostRecord, ProfessionRecord,
    UnitRecord,
};

const COUNT: usize = 3_000;

/// Whom a post of so many answers to.
type Above = fn(usize, usize) -> Option<usize>;

const SHAPES: [(&str, Above); 5] = [
    ("chain", |at, _| at.checked_sub(1)),
    ("star", |at, _| (at > 0).then_some(0)),
    ("random", |at, _| mixed(at).checked_rem(at)),
    // Layers, each twice as large as the one above it.
    ("layered", |at, count| {
        let layer = count / 1024 + 1;
        (at >= layer).then_some(at / 2)
    }),
    ("many tops", |at, _| {
        at.checked_sub(1).filter(|_| at % 4 > 0)
    }),
];

/// A number that depends on another without order.
fn mixed(at: usize) -> usize {
    (at.wrapping_mul(2_654_435_761) >> 7) ^ at
}

fn id(at: usize) -> String {
    format!("p{at}")
}

/// Posts of a shape, told first or last first, each in one of a chain of units with
/// rules of two kinds each, and with the next two as deputies.
fn document(count: usize, above: Above, is_backwards: bool) -> Document {
    let mut document = Document::default();
    let units = count / 10;
    for unit in (0..units).rev() {
        let record = UnitRecord::new(format!("u{unit}"), "Unit");
        document.push_unit(match unit.checked_sub(1) {
            Some(outer) => record.within(format!("u{outer}")),
            None => record,
        });
        let head = HeadshipRecord::new(Professional, format!("u{unit}"), id(unit));
        document.push_headship(head.through_operational());
        document.push_headship(HeadshipRecord::new(Clinical, format!("u{unit}"), id(unit)));
    }
    for number in 0..count {
        let at = if is_backwards {
            count - 1 - number
        } else {
            number
        };
        let mut post = PostRecord::new(id(at), "Post").held_by(format!("Holder {}", at / 2));
        post = match above(at, count) {
            Some(above) => post.accountable_to(id(above), Operational),
            None => post.none_above("head"),
        };
        if at % 3 == 0 {
            post = post.vacant();
            post.holders.clear();
        }
        if at >= units {
            post = post.in_unit(format!("u{}", mixed(at) % units));
        }
        let next = [at + 1, at + 2].into_iter().filter(|&to| to < count);
        let next = next.map(|to| DeputyRecord::new(id(to)).onward());
        document.push_post(post.deputised_by(next));
    }
    document
}

/// Asks every post for its neighbours, and some for the whole way up and down.
fn ask(org: &Organisation) -> usize {
    let ends = [org.posts().next(), org.posts().next_back()];
    let ends: Vec<_> = ends.into_iter().flatten().collect();
    let mut asked = 0;
    for kind in [Operational, Professional, Clinical] {
        for post in org.posts() {
            asked += post.reports(kind).count() + post.depth(kind) + post.span(kind);
            asked += usize::from(ends.iter().any(|&end| end.is_above(post, kind)));
        }
        asked += org.layers(kind) + org.widest_span(kind) + org.tops(kind).count();
        for &end in &ends {
            asked += end.chain(kind).map(Line::to).count() + end.below(kind).count();
            asked += usize::from(end.nearest_common_superior(ends[0], kind).is_some());
            asked += usize::from(end.parting(kind, Clinical).is_some());
            asked += end.tree(kind).to_string().len() + end.chain(kind).rests_on().len();
        }
    }
    asked
}

/// Whom cover goes to, and a post with a longest search by itself.
fn cover(org: &Organisation) -> usize {
    let third = org.posts().step_by(3);
    let away = Absences::of(third).expect("no body is absent");
    let covers = org.who_acts(&away);
    let first = org.posts().next().map(|post| post.who_acts(&away));
    covers.left_to_nobody().count() + first.map_or(0, |cover| cover.trace().steps().len())
}

fn steps(count: usize, above: Above, is_backwards: bool) -> [(&'static str, usize); 3] {
    let (org, making) = counted(|| {
        Organisation::try_from(document(count, above, is_backwards)).expect("a sound document")
    });
    let (_, asking) = counted(|| ask(&org));
    let (_, covering) = counted(|| cover(&org));
    [
        ("making", making),
        ("asking", asking),
        ("covering", covering),
    ]
}

#[test]
fn law_35_making_and_asking_take_linear_steps() {
    let orders = |shape| [(shape, false), (shape, true)];
    for ((shape, above), is_backwards) in SHAPES.into_iter().flat_map(orders) {
        let [once, twice] = [COUNT, 2 * COUNT].map(|count| steps(count, above, is_backwards));
        for ((what, few), (_, many)) in once.into_iter().zip(twice) {
            assert!(few >= COUNT, "{shape}, {what}: {few} steps are not all");
            assert!(many * 2 <= few * 5, "{shape}, {what}: {few}, then {many}");
        }
    }
}

#[test]
fn law_35_a_circle_takes_linear_steps() {
    let salvaged = |count: usize| {
        let posts = (0..count).map(|at| {
            let above = id((at + 1) % count);
            PostRecord::new(id(at), "Post").accountable_to(above, Operational)
        });
        let document: Document = posts.collect();
        let (salvage, steps) = counted(|| Organisation::salvage(document));
        assert_eq!(salvage.problems.len(), 1);
        steps
    };
    let (few, many) = (salvaged(COUNT), salvaged(2 * COUNT));
    assert!(few >= COUNT && many * 2 <= few * 5, "{few}, then {many}");
}

#[test]
fn law_35_depths_of_cover_through_pairs_take_linear_steps() {
    // Each of two stands in for the other, and the next two for both.
    let steps = |count: usize| {
        let posts = (0..count).map(|at| {
            let next = at / 2 * 2 + 2;
            let ahead = [at ^ 1, next, next + 1].into_iter();
            let ahead = ahead.filter(|&to| to < count);
            let deputies = ahead.map(|to| DeputyRecord::new(id(to)).onward());
            PostRecord::new(id(at), "Post").deputised_by_one_of(deputies)
        });
        let org = Organisation::from_posts(posts).expect("sound");
        counted(|| org.cover_depths(&Absences::none())).1
    };
    let (few, many) = (steps(COUNT), steps(2 * COUNT));
    assert!(few >= COUNT && many * 2 <= few * 5, "{few}, then {many}");
}

/// Which of so many areas a post of a chain, and its rule, is of, if of any.
type AreaOf = fn(usize, usize) -> Option<usize>;

const NO_AREA: AreaOf = |_, _| None;
const ONE_AREA: AreaOf = |_, _| Some(0);
const OWN_AREA: AreaOf = |at, _| Some(at);
const ANY_AREA: AreaOf = |at, count| Some(mixed(at) % count);

/// Posts in one operational chain, each with a rule for its own area that goes
/// through the chain; areas lie within each other or side by side.
fn passing(count: usize, [unit, profession]: [AreaOf; 2], is_nested: bool) -> Document {
    let mut document = Document::default();
    for at in 0..count {
        let mut unit_record = UnitRecord::new(format!("u{at}"), "Unit");
        let mut profession_record = ProfessionRecord::new(format!("f{at}"), "Profession");
        if let Some(outer) = at.checked_sub(1).filter(|_| is_nested) {
            unit_record = unit_record.within(format!("u{outer}"));
            profession_record = profession_record.within(format!("f{outer}"));
        }
        document.push_unit(unit_record);
        document.push_profession(profession_record);
        let mut post = PostRecord::new(id(at), "Post");
        if let Some(above) = at.checked_sub(1) {
            post = post.accountable_to(id(above), Operational);
        }
        if let Some(unit) = unit(at, count) {
            let head = HeadshipRecord::new(Clinical, format!("u{unit}"), id(0));
            let mut head = head.through_operational();
            post = post.in_unit(format!("u{unit}"));
            if let Some(profession) = profession(at, count) {
                head = head.of_profession(format!("f{profession}"));
                post = post.of_profession(format!("f{profession}"));
            }
            document.push_headship(head);
        }
        document.push_post(post);
    }
    document
}

#[test]
fn law_35_rules_through_one_chain_take_nearly_linear_steps() {
    // Seven divides neither count: each rule is alone of its unit and profession.
    const CROSSING: AreaOf = |at, count| Some((at * 7 + 3) % count);
    let shapes = [
        ("none", [NO_AREA, NO_AREA]),
        ("units", [OWN_AREA, NO_AREA]),
        ("professions", [ONE_AREA, OWN_AREA]),
        ("both", [OWN_AREA, OWN_AREA]),
        ("crossing", [CROSSING, OWN_AREA]),
        ("mixed", [OWN_AREA, ANY_AREA]),
    ];
    for ((shape, areas), is_nested) in shapes
        .into_iter()
        .flat_map(|shape| [(shape, false), (shape, true)])
    {
        let [few, many] = [2 * COUNT, 4 * COUNT].map(|count| {
            let document = passing(count, areas, is_nested);
            let (org, steps) = counted(|| Organisation::try_from(document).expect("sound"));
            assert_eq!(org.posts().len(), count);
            steps
        });
        assert!(many * 10 <= few * 23, "{shape}: {few}, then {many}");
    }
}
