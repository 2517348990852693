//! Law 32: no two cards overlap, no line runs through a card, and everything is on
//! the page.

use std::path::PathBuf;

use answerable::{
    Accountability::{Clinical, Operational, Professional},
    Chart, Direction, Organisation, Organogram, PostRecord, Relation,
};
use proptest::prelude::*;

use crate::loaded::trust;

use super::super::cases;
use super::cases::{Case, Options, charted};
use super::geometry::Picture;

/// What is wrong with a picture, its first few faults.
fn faults(chart: &Chart<'_>) -> Vec<String> {
    let picture = Picture::read(&chart.svg().to_string());
    let (mut wrong, _) = picture.judged();
    for line in &picture.lines {
        for &((x, y), radius) in &line.circles {
            for card in &picture.cards {
                let rect = card.rect;
                let across = (rect.left - x).max(x - rect.right).max(0.0);
                let down = (rect.top - y).max(y - rect.bottom).max(0.0);
                if across.hypot(down) < radius - 0.1 {
                    wrong.push(format!("a circle is under card {}", card.number));
                }
            }
        }
    }
    let count = wrong.len();
    wrong.truncate(5);
    if count > 5 {
        wrong.push(format!("... {count} in all"));
    }
    wrong
}

fn assert_clear(chart: &Chart<'_>, posts: usize) {
    for direction in [Direction::Down, Direction::Right] {
        let chart = chart.clone().growing(direction);
        let wrong = faults(&chart);
        assert!(wrong.is_empty(), "{direction:?}: {wrong:#?}");
        let picture = Picture::read(&chart.svg().to_string());
        assert_eq!(picture.cards.len(), posts);
    }
}

/// Most of them not much larger than others, some far.
pub(super) fn larger() -> impl Strategy<Value = Case> {
    prop_oneof![14 => charted(26..32), 1 => charted(32..90)]
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn law_32_any_chart(case in charted(1..26)) {
        prop_assert_eq!(faults(&case.chart(&case.organisation())), Vec::<String>::new());
    }

    #[test]
    fn law_32_all_of_larger_organisations(case in larger(), right in any::<bool>()) {
        let mut case = case;
        case.options = Options {
            direction: Some(if right { Direction::Right } else { Direction::Down }),
            ..Options::all()
        };
        prop_assert_eq!(faults(&case.chart(&case.organisation())), Vec::<String>::new());
    }
}

/// Posts `p0`, `p1` and so on, each under what `above` gives, and with such other
/// lines as numbers give.
pub(super) fn made(
    count: usize,
    above: impl Fn(usize) -> Option<usize>,
    lines: usize,
) -> Organisation {
    let id = |post: usize| format!("p{post}");
    let mut luck = 12_345_u64;
    let mut any = |below: usize| {
        luck = luck.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(luck >> 33).unwrap_or(0) % below.max(1)
    };
    let mut records: Vec<PostRecord> = (0..count)
        .map(|post| {
            let record = PostRecord::new(id(post), format!("Post {post} of the ward"));
            match above(post) {
                Some(above) => record.accountable_to(id(above), Operational),
                None => record,
            }
        })
        .collect();
    for number in 0..lines {
        let (a, b) = (any(count), any(count));
        let (a, b) = (a.max(b), a.min(b));
        if a == b {
            continue;
        }
        let record = records[a].clone();
        let has = |kind| record.lines.iter().any(|line| line.kind == kind);
        records[a] = match number % 5 {
            0 if !has(Professional) => record.accountable_to(id(b), Professional),
            1 if !has(Clinical) && record.also.is_empty() => record.accountable_to(id(b), Clinical),
            2 if record.deputies.is_empty() => record.deputised_by([id(b)]),
            3 if record.links.is_empty() => record.linked(Relation::Advises, id(b)),
            4 if record.also.is_empty() && !has(Clinical) => {
                record.also_accountable_to(id(b), Clinical)
            }
            _ => record,
        };
    }
    Organisation::from_posts(records).expect("sound records")
}

pub(super) fn everything(org: &Organisation) -> Chart<'_> {
    org.chart().with_deputies().with_links()
}

#[test]
fn law_32_fans_and_chains() {
    for (count, lines) in [(1, 0), (2, 0), (2, 30), (200, 0), (201, 60), (201, 900)] {
        let fan = made(count, |post| (post > 0).then_some(0), lines);
        assert_clear(&everything(&fan), count);
    }
    for lines in [0, 20, 300] {
        let chain = made(60, |post| post.checked_sub(1), lines);
        assert_clear(&everything(&chain), 60);
    }
    for lines in [0, 200, 1_500] {
        let comb = made(180, |post| (post > 0).then(|| (post - 1) / 2 * 2), lines);
        assert_clear(&everything(&comb), 180);
        let bushy = made(300, |post| (post > 0).then(|| (post - 1) / 5), lines);
        assert_clear(&everything(&bushy), 300);
        let tops = made(90, |post| (post % 30 > 0).then(|| post / 30 * 30), lines);
        assert_clear(&everything(&tops), 90);
        let loose = made(60, |_| None, lines);
        assert_clear(&everything(&loose), 60);
    }
}

#[test]
fn law_32_the_trust() {
    let org = trust();
    assert_clear(&everything(&org), org.posts().len());
    for kind in [Professional, Clinical] {
        let chart = org.chart().kinds([kind]).with_deputies();
        for direction in [Direction::Down, Direction::Right] {
            assert_eq!(
                faults(&chart.clone().growing(direction)),
                Vec::<String>::new()
            );
        }
    }
    for post in org.posts() {
        assert_eq!(faults(&post.chart().with_deputies()), Vec::<String>::new());
    }
}

/// Organisations of published organograms, if any are here.
pub(super) fn published() -> Vec<Organisation> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/organograms");
    if !folder.exists() {
        println!("skipped: there are no returns in {}", folder.display());
        return Vec::new();
    }
    let names = [
        "nhs-england-2013-09-30",
        "health-education-england-2013-09-30",
    ];
    let organisations = names.iter().map(|name| {
        let bytes = std::fs::read(folder.join(format!("{name}-senior.csv"))).expect("a return");
        let organogram = Organogram::read(&bytes[..]).expect("a return");
        Organisation::salvage(organogram.document().clone()).organisation
    });
    organisations.collect()
}

#[test]
fn law_32_published_organograms() {
    for org in published() {
        assert_clear(&everything(&org), org.posts().len());
        for depth in 0..4 {
            let chart = org.chart().to_depth(depth);
            assert_eq!(faults(&chart), Vec::<String>::new());
        }
    }
}
