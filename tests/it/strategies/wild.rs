//! What documents say that may say anything.

use answerable::proptest1::{Fault, wild_document};
use answerable::{
    Document, Found, Misread, Organisation, PostKind, PostRecord, Problem, ProblemKind,
    SuperiorRecord,
};

use proptest::prelude::*;

use super::told::{named, named_units, ranks};
use super::{CASES, Sort, reached};

type Judged = (Document, Vec<Problem>);

/// Documents of so many posts, with their problems.
fn judged(size: std::ops::Range<usize>) -> impl Strategy<Value = Judged> {
    wild_document(size).prop_map(|document| {
        let problems = Organisation::salvage(document.clone()).problems;
        (document, problems)
    })
}

#[test]
fn wild_documents_reach_all_that_is_due_and_more() {
    let due = Fault::ALL.iter().map(|fault| {
        |(_, problems): &Judged| problems.iter().any(|problem| fault.is_due(problem.kind()))
    });
    let due: Vec<_> = due.collect();
    let names: Vec<_> = Fault::ALL
        .iter()
        .map(|fault| format!("{fault:?}"))
        .collect();
    let mut sorts: Vec<Sort<'_, Judged>> = vec![
        ("sound", 100, 300, &|(_, problems)| problems.is_empty()),
        ("of several problems", 300, 700, &|(_, problems)| {
            problems.len() > 1
        }),
    ];
    for (is_due, name) in due.iter().zip(&names) {
        sorts.push((name, 25, 600, is_due));
    }
    reached(CASES, &judged(0..12), &sorts);
}

/// Whether any post is so.
fn any((document, _): &Judged, is_so: impl Fn(&PostRecord) -> bool) -> bool {
    document.posts().any(|post| is_so(&post))
}

/// Whether under any key something is misread in this way.
fn misread((_, problems): &Judged, is_so: impl Fn(&str, &Misread) -> bool) -> bool {
    problems.iter().any(|problem| match problem.kind() {
        ProblemKind::Misread(what) => is_so(problem.place().key().unwrap_or_default(), what),
        _ => false,
    })
}

/// Facts of any post about any other, even about the eleventh of ten.
#[test]
fn wild_documents_reach_every_fact_about_any_post() {
    // Faults of one kind name other posts that are not there.
    let is_next = |id: &str| id.ends_with("10") && !id.ends_with("110");
    let has_kind = |post: &PostRecord, kinds: &[PostKind]| kinds.contains(&post.kind);
    let others = [PostKind::Body, PostKind::External];
    reached(
        CASES,
        &judged(10..11),
        &[
            ("superior", 30, 150, &|judged| {
                any(judged, |post| {
                    let mut lines = post.lines.iter();
                    lines.any(
                        |line| matches!(&line.superior, SuperiorRecord::Known(to) if is_next(to)),
                    )
                })
            }),
            ("two superiors of one kind", 30, 250, &|judged| {
                misread(judged, |_, what| {
                    matches!(what, Misread::TwoSuperiors { superiors, unstated: false, .. }
                        if superiors.last().is_some_and(|last| last.len() < 300))
                })
            }),
            ("not stated after all", 30, 250, &|judged| {
                misread(judged, |_, what| {
                    matches!(what, Misread::TwoSuperiors { unstated: true, .. })
                })
            }),
            ("also", 5, 60, &|judged| {
                any(judged, |post| {
                    post.also.iter().any(|also| is_next(&also.to))
                })
            }),
            ("deputy", 5, 60, &|judged| {
                any(judged, |post| {
                    ranks(post).flatten().any(|deputy| is_next(&deputy.post))
                })
            }),
            ("chair", 5, 60, &|judged| {
                any(judged, |post| {
                    post.chair.as_ref().is_some_and(|chair| is_next(&chair.to))
                })
            }),
            ("member", 5, 60, &|judged| {
                any(judged, |post| {
                    post.members.iter().any(|member| is_next(&member.post))
                })
            }),
            ("link", 5, 60, &|judged| {
                any(judged, |post| {
                    post.links.iter().any(
                        |link| matches!(&link.to, answerable::LinkEndRecord::Post(to) if is_next(to)),
                    )
                })
            }),
            ("link to a unit", 5, 60, &|judged| {
                any(judged, |post| named_units(post).into_iter().any(is_next))
            }),
            // The last post may have that holder in a sound document.
            ("holder", 5, 60, &|(document, _)| {
                let mut posts = document.posts().take(9);
                posts.any(|post| post.holders.iter().any(|holder| is_next(&holder.name)))
            }),
            // A fault of its own adds this one holder.
            ("vacancy of what others share", 5, 60, &|judged| {
                any(judged, |post| {
                    let is_other = |name: &str| name != "Holder 1" && !name.is_empty();
                    let others = post.holders.iter().filter(|of| is_other(&of.name));
                    post.vacant && others.count() == 2 && post.holders.len() == 2
                })
            }),
            ("deputies of what has none", 12, 200, &|judged| {
                any(judged, |post| {
                    has_kind(post, &others) && post.deputies.len() > 1
                })
            }),
            ("all of another kind", 0, 0, &|judged| {
                let others = judged.0.posts().filter(|post| has_kind(post, &others));
                others.count() > 8
            }),
            ("on good ground", 700, 950, &|judged| {
                !any(judged, |post| named(post).into_iter().any(is_next))
            }),
        ],
    );
}

#[test]
fn wild_documents_reach_every_oddity() {
    let blank = |of: &'static str| {
        move |judged: &Judged| misread(judged, |key, what| key == of && *what == Misread::Blank)
    };
    let number = |of: &'static str, text: &'static str| {
        move |judged: &Judged| {
            let is_it = |what: &Misread| matches!(what, Misread::WrongType { found: Found::Number(number), .. } if number == text);
            misread(judged, |key, what| key == of && is_it(what))
        }
    };
    reached(
        CASES,
        &judged(10..11),
        &[
            ("no number", 30, 100, &number("fte", "NaN")),
            ("less than nothing", 30, 100, &number("fte", "-0.5")),
            ("no seats", 30, 100, &number("seats", "0")),
            ("a blank grade", 30, 100, &blank("grade")),
            ("text that turns round", 30, 120, &|judged| {
                any(judged, |post| {
                    post.note
                        .as_ref()
                        .is_some_and(|note| note.contains('\u{202E}'))
                })
            }),
            ("of a source that is none", 30, 120, &|judged| {
                any(judged, |post| {
                    post.basis.source.as_deref() == Some("nowhere")
                })
            }),
            ("given by a source", 30, 120, &|judged| {
                misread(judged, |_, what| {
                    *what == Misread::Standing { has_basis: true }
                })
            }),
            ("at a blank place", 30, 120, &blank("basis")),
            ("a label twice", 20, 100, &|judged| {
                misread(judged, |key, what| {
                    key == "labels" && *what == Misread::RepeatedKey { differs: true }
                })
            }),
            ("the only holder without a name", 15, 80, &blank("holder")),
            ("a holder without a name", 10, 80, &blank("holders")),
            ("an id without end", 20, 100, &|judged| {
                misread(judged, |_, what| {
                    matches!(what, Misread::TwoSuperiors { superiors, .. }
                        if superiors.iter().any(|id| id.len() == 300))
                })
            }),
        ],
    );
}
