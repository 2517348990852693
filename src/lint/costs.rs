//! Law 35 for findings: twice the posts take at most 2.5 times the steps.

use crate::steps::counted;
use crate::{
    Accountability::{Clinical, Operational, Professional},
    AllowanceRecord, DeputyRecord, Document, FindingCode, HeadshipRecord, HolderRecord,
    MatterRecord, Organisation, PostRecord, ProfessionRecord, Thresholds, UnitRecord,
};

fn id(at: usize) -> String {
    format!("p{at}")
}

/// So many posts, each made further by its number.
fn posts(count: usize, more: impl Fn(usize, PostRecord) -> PostRecord) -> Organisation {
    with(Document::default(), count, more)
}

/// The same, with what else a document tells.
fn with(
    document: Document,
    count: usize,
    more: impl Fn(usize, PostRecord) -> PostRecord,
) -> Organisation {
    // Whatever there is, is too much.
    let most = Thresholds::none().span(0).layers(0).sole_cover(0);
    let mut document = document.with_thresholds(most);
    document.extend((0..count).map(|at| more(at, PostRecord::new(id(at), "Post"))));
    Organisation::try_from(document).expect("sound")
}

/// So many units and professions, each within the one before.
fn nested(count: usize) -> Document {
    let mut document = Document::default();
    for at in 0..count {
        let (mut unit, mut profession) = (
            UnitRecord::untitled(id(at)),
            ProfessionRecord::untitled(id(at)),
        );
        if let Some(outer) = at.checked_sub(1) {
            (unit, profession) = (unit.within(id(outer)), profession.within(id(outer)));
        }
        document.push_unit(unit);
        document.push_profession(profession);
    }
    document
}

fn placed(record: PostRecord, at: usize) -> PostRecord {
    record.in_unit(id(at)).of_profession(id(at))
}

/// Shapes at which rules of headships, ids, names, matters or allowances might take
/// the square.
fn registers(count: usize) -> Vec<(&'static str, Organisation)> {
    let allowed = |code: FindingCode, posts: &dyn Fn(usize) -> Vec<String>| {
        let mut document = Document::default();
        for at in 0..count {
            let allowance = AllowanceRecord::new(code, "known");
            document.push_allowance(allowance.for_posts(posts(at)));
        }
        document
    };
    let mut every_unit = nested(count);
    let mut every_profession = nested(count);
    let mut crossing = Document::default();
    crossing.push_unit(UnitRecord::untitled("trust"));
    for at in 0..count {
        let head = |unit: &str| HeadshipRecord::new(Clinical, unit, id(0));
        every_unit.push_headship(head(&id(at)));
        every_profession.push_headship(head(&id(0)).of_profession(id(at)));
        crossing.push_unit(UnitRecord::untitled(id(at)).within("trust"));
        crossing.push_profession(ProfessionRecord::untitled(id(at)));
        crossing.push_headship(head("trust").of_profession(id(at)));
        crossing.push_headship(head(&id(at)));
    }
    let mut unstated = nested(count);
    unstated.push_headship(HeadshipRecord::unstated(Clinical, id(0), "not told"));
    let mut declaring = Document::default();
    declaring.push_matter(MatterRecord::untitled(id(count - 1)));
    vec![
        (
            "as many allowances",
            with(
                allowed(FindingCode::SuperiorNotStated, &|at| vec![id(at)]),
                count,
                |_, post| post,
            ),
        ),
        (
            "as many allowances that cover nothing",
            with(
                allowed(FindingCode::SameName, &|at| vec![id(at)]),
                count,
                |at, post| post.held_by(id(at / 2)),
            ),
        ),
        (
            "units in units, each with a head",
            with(every_unit, count, |at, post| placed(post, at)),
        ),
        (
            "professions in professions, each with a head",
            with(every_profession, count, |at, post| placed(post, at)),
        ),
        (
            "heads that cross two by two",
            with(crossing, count, |at, post| placed(post, at)),
        ),
        (
            "one head who is not stated",
            with(unstated, count, |at, post| placed(post, at)),
        ),
        (
            "one name without an id",
            posts(count, |_, post| post.held_by("A")),
        ),
        (
            "ids that are nearly the same",
            posts(count, |at, post| {
                let holder = HolderRecord::new("A").with_id(format!("{}{at}", "0".repeat(at % 2)));
                post.holder(holder)
            }),
        ),
        (
            "two posts of as many holders",
            posts(2, |at, post| {
                let holders = (0..count).map(|of| HolderRecord::new(id(of)));
                let post = holders.fold(post, PostRecord::holder);
                below(post, at.checked_sub(1))
            }),
        ),
        (
            "as many arrangements for matters that nobody declares but one",
            with(declaring, count, |at, post| match at {
                0 => {
                    let of = |at: usize| DeputyRecord::new(id(at));
                    let unlimited = (1..count / 2).map(of);
                    let limited = (count / 2..count).map(|at| of(at).on_matters([id(at)]));
                    post.deputised_by(unlimited.chain(limited))
                }
                _ => post,
            }),
        ),
        (
            "bodies without anybody",
            posts(count, |_, post| post.body()),
        ),
    ]
}

fn below(record: PostRecord, above: Option<usize>) -> PostRecord {
    match above {
        Some(above) => record
            .accountable_to(id(above), Operational)
            .accountable_to(id(above), Professional),
        None => record.none_above("head"),
    }
}

fn onward(record: PostRecord, to: usize) -> PostRecord {
    record.deputised_by([DeputyRecord::new(id(to)).onward()])
}

/// Shapes at which a careless walk takes the square of the posts.
fn shapes(count: usize) -> Vec<(&'static str, Organisation)> {
    let up = |at: usize| at.checked_sub(1);
    vec![
        ("chain", posts(count, |at, post| below(post, up(at)))),
        (
            "chain of one holder",
            posts(count, |at, post| below(post, up(at)).held_by("A")),
        ),
        (
            "chain of two holders in turn",
            posts(count, |at, post| {
                below(post, up(at)).held_by(["A", "B"][at % 2])
            }),
        ),
        (
            "vacant chain",
            posts(count, |at, post| below(post, up(at)).vacant()),
        ),
        (
            "pairs below a vacant chain",
            posts(count, |at, post| {
                if at * 2 < count {
                    below(post, up(at)).vacant()
                } else {
                    below(post, Some(count / 2 - 1)).held_by(id(at / 2))
                }
            }),
        ),
        (
            "pairs that lead to one ring",
            posts(count, |at, post| {
                if at * 2 < count {
                    onward(post, (at + 1) % (count / 2)).held_by("A")
                } else {
                    onward(post, 0).held_by(id(at / 2))
                }
            }),
        ),
        (
            "pairs that lead to a vacant chain",
            posts(count, |at, post| match (count / 2).checked_sub(at + 1) {
                Some(0) => post.vacant(),
                Some(_) => onward(post.vacant(), at + 1),
                None => onward(post, 0).held_by(id(at / 2)),
            }),
        ),
        (
            "one person beside others",
            posts(count, |at, post| post.held_by("A").held_by(id(at))),
        ),
        (
            "star",
            posts(count, |at, post| below(post, (at > 0).then_some(0))),
        ),
        (
            "ring of deputies",
            posts(count, |at, post| onward(post, (at + 1) % count)),
        ),
        (
            "ring of one holder",
            posts(count, |at, post| {
                onward(post, (at + 1) % count).held_by("A")
            }),
        ),
        (
            "ladder of deputies",
            posts(count, |at, post| {
                let next = [at + 1, at + 2].into_iter().filter(|&to| to < count);
                let next = next.map(|to| DeputyRecord::new(id(to)).onward());
                match next.clone().next() {
                    Some(_) => post.vacant().deputised_by_one_of(next),
                    None => post.vacant(),
                }
            }),
        ),
        (
            "one deputy for a chain",
            posts(count, |at, post| match at {
                0 => post,
                at => below(post, (at > 1).then(|| at - 1)).deputised_by([id(0)]),
            }),
        ),
        (
            "one deputy for a star",
            posts(count, |at, post| match at {
                0 => post,
                at => below(post, (at > 1).then_some(1)).deputised_by([id(0)]),
            }),
        ),
        (
            "one person under many ids",
            posts(count, |at, post| {
                let holder = HolderRecord::new("A");
                post.holder(holder.with_id(format!("h{}", at / 2)))
            }),
        ),
    ]
}

#[test]
fn law_35_findings_take_linear_steps() {
    const COUNT: usize = 2_000;
    let all = |count| shapes(count).into_iter().chain(registers(count));
    let (once, twice): (Vec<_>, Vec<_>) = (all(COUNT).collect(), all(2 * COUNT).collect());
    for ((name, one), (_, two)) in once.iter().zip(&twice) {
        let (_, few) = counted(|| one.findings());
        let (findings, many) = counted(|| two.findings());
        assert!(many * 2 <= few * 5, "{name}: {few}, then {many}");
        assert!(many <= 120 * COUNT * 2, "{name}: {many}");
        // Each sentence is short, however much is found.
        for &code in FindingCode::ALL {
            let said = findings.of(code).next_back().map(ToString::to_string);
            assert!(said.is_none_or(|said| said.len() <= 2048), "{name}");
        }
    }
}
