//! Law 35 for findings: twice the posts take at most 2.5 times the steps.

use crate::steps::counted;
use crate::{
    Accountability::{Operational, Professional},
    DeputyRecord, FindingCode, HolderRecord, Organisation, PostRecord,
};

fn id(at: usize) -> String {
    format!("p{at}")
}

/// So many posts, each made further by its number.
fn posts(count: usize, more: impl Fn(usize, PostRecord) -> PostRecord) -> Organisation {
    let posts = (0..count).map(|at| more(at, PostRecord::new(id(at), "Post")));
    Organisation::from_posts(posts).expect("sound")
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
    let (once, twice) = (shapes(COUNT), shapes(2 * COUNT));
    for ((name, one), (_, two)) in once.iter().zip(&twice) {
        let (_, few) = counted(|| one.findings());
        let (findings, many) = counted(|| two.findings());
        assert!(many * 2 <= few * 5, "{name}: {few}, then {many}");
        assert!(many <= 40 * COUNT * 2, "{name}: {many}");
        // Each sentence is short, however much is found.
        for code in FindingCode::ALL {
            let said = findings.of(code).next_back().map(ToString::to_string);
            assert!(said.is_none_or(|said| said.len() <= 2048), "{name}");
        }
    }
}
