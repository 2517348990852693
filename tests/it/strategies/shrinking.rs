//! To what a document shrinks: what it takes, and nothing besides.

use answerable::proptest1::{Fault, faulty_document, organisation, sound_document, wild_document};
use answerable::{
    Accountability::{Clinical, Operational, Professional},
    Authority, BasisRecord, DeputyRecord, Document, HeadRecord, HeadshipRecord, HolderRecord,
    LinkEndRecord, MatterRecord, MemberRecord, Organisation, Post, PostKind, PostRecord, Standing,
    SuperiorRecord,
};
use proptest::strategy::ValueTree;

use super::told::{bases, facts, ranks};
use super::{is_through, least, lines, sound, trees};

type Is<'s> = &'s dyn Fn(&Document) -> bool;

/// What a document is, how many posts and facts it takes, and whether one is.
type Row<'s> = (&'s str, usize, usize, Is<'s>);

fn is_plain(document: &Document) -> bool {
    let is_plain = |post: PostRecord| post.id.starts_with("post-");
    document.posts().all(is_plain)
}

/// Shrinks large documents, of ids and titles of every sort.
fn all_shrink(rows: &[Row<'_>]) {
    for (name, posts, told, is_so) in rows {
        let large = trees(sound_document(0..=16)).filter(|tree| {
            let document = tree.current();
            document.posts().count() > 6 && !is_plain(&document) && is_so(&document)
        });
        for tree in large.take(2) {
            let (least, _) = least(tree, is_so);
            assert!(is_plain(&least), "{name}: {least:?}");
            let of = (least.posts().count(), facts(&least));
            assert_eq!(of, (*posts, *told), "{name}: {least:?}");
        }
    }
}

fn any(document: &Document, is_so: impl Fn(&PostRecord) -> bool) -> bool {
    document.posts().any(|post| is_so(&post))
}

fn is_kind(document: &Document, kind: PostKind) -> bool {
    any(document, |post| post.kind == kind)
}

fn superior(document: &Document, is_so: impl Fn(&SuperiorRecord) -> bool) -> bool {
    any(document, |post| {
        post.lines.iter().any(|line| is_so(&line.superior))
    })
}

fn deputy(document: &Document, is_so: impl Fn(&DeputyRecord) -> bool) -> bool {
    any(document, |post| ranks(post).flatten().any(&is_so))
}

fn linked(document: &Document, is_so: impl Fn(&LinkEndRecord) -> bool) -> bool {
    any(document, |post| {
        post.links.iter().any(|link| is_so(&link.to))
    })
}

fn matter(document: &Document, is_so: impl Fn(&MatterRecord) -> bool) -> bool {
    document.matters().any(|matter| is_so(&matter))
}

fn rule(document: &Document, is_so: impl Fn(&HeadshipRecord) -> bool) -> bool {
    let is_headed = |rule: &HeadshipRecord| matches!(rule.head, HeadRecord::Known(_));
    document
        .headships()
        .any(|rule| is_headed(&rule) && is_so(&rule))
}

#[test]
fn what_stands_around_posts_shrinks_to_itself() {
    all_shrink(&[
        ("nothing", 0, 0, &|_| true),
        ("what is said of reversion", 0, 1, &|of| {
            of.reverts_to_superior().is_some()
        }),
        ("a title", 0, 1, &|of| of.title().is_some()),
        ("a description", 0, 1, &|of| of.about().is_some()),
        ("a title of a kind", 0, 1, &|of| {
            of.kind_title(Clinical).is_some()
        }),
        ("thresholds", 0, 1, &|of| of.thresholds().layers.is_some()),
        ("an allowance", 0, 1, &|of| of.allowances().count() > 0),
        ("an allowance for a post", 1, 2, &|of| {
            of.allowances().any(|allowed| !allowed.posts.is_empty())
        }),
        ("a source", 0, 1, &|of| of.sources().count() > 0),
        ("a unit", 0, 1, &|of| of.units().count() > 0),
        ("two units", 0, 2, &|of| of.units().count() > 1),
        ("a unit in a unit", 0, 3, &|of| {
            of.units().any(|unit| unit.within.is_some())
        }),
        ("a profession", 0, 1, &|of| of.professions().count() > 0),
        ("a profession in a profession", 0, 3, &|of| {
            of.professions()
                .any(|profession| profession.within.is_some())
        }),
        ("a matter", 0, 1, &|of| matter(of, |_| true)),
        ("a matter of a kind", 0, 2, &|of| {
            matter(of, |matter| matter.kind.is_some())
        }),
        ("a personal matter", 0, 2, &|of| {
            matter(of, |matter| matter.personal)
        }),
        ("a rule", 1, 3, &|of| rule(of, |_| true)),
        ("a rule for a profession", 1, 5, &|of| {
            rule(of, |rule| rule.profession.is_some())
        }),
        ("a rule through others", 1, 4, &|of| {
            rule(of, |rule| rule.through_operational)
        }),
        ("a rule without a head", 0, 2, &|of| {
            of.headships()
                .any(|rule| matches!(rule.head, HeadRecord::Unstated(_)))
        }),
    ]);
}

#[test]
fn what_a_post_tells_shrinks_to_itself() {
    all_shrink(&[
        ("a post", 1, 0, &|of| any(of, |_| true)),
        ("seven posts", 7, 0, &|of| of.posts().count() > 6),
        ("a body", 1, 1, &|of| is_kind(of, PostKind::Body)),
        ("a post outside", 1, 1, &|of| {
            is_kind(of, PostKind::External)
        }),
        ("of a unit", 1, 2, &|of| any(of, |post| post.unit.is_some())),
        ("of a profession", 1, 2, &|of| {
            any(of, |post| post.profession.is_some())
        }),
        ("vacant", 1, 1, &|of| any(of, |post| post.vacant)),
        ("held", 1, 1, &|of| any(of, |post| !post.holders.is_empty())),
        ("shared", 1, 2, &|of| any(of, |post| post.holders.len() > 1)),
        ("of seats", 1, 1, &|of| any(of, |post| post.seats.is_some())),
        ("held in a capacity", 1, 2, &|of| {
            any(of, |post| {
                post.holders
                    .iter()
                    .any(|holder| holder.holding_as.is_some())
            })
        }),
        ("of an fte", 1, 1, &|of| any(of, |post| post.fte.is_some())),
        ("labelled", 1, 1, &|of| {
            any(of, |post| !post.labels.is_empty())
        }),
        ("of a member in a role", 2, 3, &|of| {
            any(of, |post| {
                post.members.iter().any(|member| member.role.is_some())
            })
        }),
        ("graded", 1, 1, &|of| any(of, |post| post.grade.is_some())),
        ("noted", 1, 1, &|of| any(of, |post| post.note.is_some())),
        ("with none above", 1, 1, &|of| {
            superior(of, |up| matches!(up, SuperiorRecord::NoneAbove(_)))
        }),
        ("not stated", 1, 1, &|of| {
            superior(of, |up| matches!(up, SuperiorRecord::Unstated(_)))
        }),
        ("answering", 2, 1, &|of| {
            superior(of, |up| matches!(up, SuperiorRecord::Known(_)))
        }),
        ("answering also", 2, 1, &|of| {
            any(of, |post| !post.also.is_empty())
        }),
        ("linked to a post", 2, 1, &|of| {
            linked(of, |to| matches!(to, LinkEndRecord::Post(_)))
        }),
        ("linked to a unit", 1, 2, &|of| {
            linked(of, |to| matches!(to, LinkEndRecord::Unit(_)))
        }),
        ("of a chair", 2, 2, &|of| {
            any(of, |post| post.chair.is_some())
        }),
        ("of a member", 2, 2, &|of| {
            any(of, |post| !post.members.is_empty())
        }),
        ("deputised for", 2, 1, &|of| deputy(of, |_| true)),
        ("in a matter", 2, 2, &|of| {
            deputy(of, |deputy| deputy.matters.is_some())
        }),
        ("to attend", 2, 2, &|of| {
            deputy(of, |deputy| deputy.authority == Authority::Attend)
        }),
        ("onward", 2, 2, &|of| deputy(of, |deputy| deputy.onward)),
        ("by one of two", 3, 2, &|of| {
            any(of, |post| ranks(post).any(|rank| rank.len() > 1))
        }),
        ("by one after another", 3, 2, &|of| {
            any(of, |post| post.deputies.len() > 1)
        }),
    ]);
}

#[test]
fn what_follows_from_facts_shrinks_to_what_it_takes() {
    let is_mutual = |post: Post<'_>| {
        post.deputies()
            .any(|to| to.deputy().deputies().any(|back| back.deputy() == post))
    };
    all_shrink(&[
        ("six layers", 6, 5, &|of| sound(of).layers(Operational) > 5),
        ("two reports", 3, 2, &|of| {
            sound(of).widest_span(Professional) > 1
        }),
        ("deputies of each other", 2, 2, &|of| {
            sound(of).posts().any(is_mutual)
        }),
        // A unit, a rule and its head, and a post of the unit.
        ("a line by rule", 2, 4, &|of| {
            lines(&sound(of), Clinical).any(|line| line.headship().is_some())
        }),
        // Two posts of the unit, one below the other, and the rule to look there.
        ("a line by rule, through another", 3, 7, &|of| {
            lines(&sound(of), Clinical).any(is_through)
        }),
    ]);
}

/// What is told on terms stays without them.
#[test]
fn terms_go_where_they_do_not_matter() {
    let members =
        |of: &Document| -> Vec<MemberRecord> { of.posts().flat_map(|post| post.members).collect() };
    let holders =
        |of: &Document| -> Vec<HolderRecord> { of.posts().flat_map(|post| post.holders).collect() };
    let rows: [(Row<'_>, Is<'_>); 5] = [
        (
            ("an allowance", 0, 1, &|of| of.allowances().count() > 0),
            &|of| of.allowances().all(|allowed| !allowed.posts.is_empty()),
        ),
        (("a rule", 0, 2, &|of| of.headships().count() > 0), &|of| {
            rule(of, |_| true)
                && of.headships().all(|rule| {
                    rule.profession.is_some()
                        && rule.through_operational
                        && matches!(rule.head, HeadRecord::Known(_))
                })
        }),
        (("a matter", 0, 1, &|of| matter(of, |_| true)), &|of| {
            of.matters()
                .all(|matter| matter.personal && matter.kind.is_some())
        }),
        (("a member", 2, 2, &|of| !members(of).is_empty()), &|of| {
            members(of).iter().all(|member| member.role.is_some())
        }),
        (("a holder", 1, 1, &|of| !holders(of).is_empty()), &|of| {
            holders(of).iter().all(|holder| holder.holding_as.is_some())
        }),
    ];
    for ((name, posts, told, is_so), is_on_terms) in rows {
        let tree = trees(sound_document(0..=16)).find(|tree| {
            let document = tree.current();
            is_so(&document) && is_on_terms(&document)
        });
        let (least, _) = least(tree.expect("one"), is_so);
        let of = (least.posts().count(), facts(&least));
        assert_eq!(of, (posts, told), "{name}: {least:?}");
    }
}

/// A basis shrinks to a reason or a standing alone, or to a source that is told.
#[test]
fn bases_shrink_to_themselves() {
    let on = |of: &Document, what: &str, is_so: &dyn Fn(&BasisRecord) -> bool| {
        bases(of)
            .iter()
            .any(|(told, basis)| *told == what && is_so(basis))
    };
    let sourced = |basis: &BasisRecord| basis.source.is_some();
    all_shrink(&[
        ("of a line", 2, 3, &|of| on(of, "line", &sourced)),
        ("of there being none", 1, 3, &|of| {
            on(of, "no line", &sourced)
        }),
        ("of a holder that was inferred", 1, 2, &|of| {
            on(of, "holder", &|basis| {
                basis.standing == Some(Standing::Inferred)
            })
        }),
        ("of a holder, and why", 1, 2, &|of| {
            on(of, "holder", &|basis| basis.why.is_some())
        }),
        ("of a holder, at a place", 1, 4, &|of| {
            on(of, "holder", &|basis| basis.at.is_some())
        }),
        ("of a deputy", 2, 3, &|of| on(of, "deputy", &sourced)),
        ("of a holder", 1, 3, &|of| on(of, "holder", &sourced)),
        ("of a post", 1, 2, &|of| on(of, "post", &sourced)),
        ("of a post, and why", 1, 1, &|of| {
            on(of, "post", &|basis| basis.why.is_some())
        }),
        ("of a unit", 0, 3, &|of| on(of, "unit", &sourced)),
        ("of a unit in a unit", 0, 5, &|of| {
            on(of, "unit within", &sourced)
        }),
        ("of a matter", 0, 3, &|of| on(of, "matter", &sourced)),
        ("of a rule", 0, 4, &|of| on(of, "rule", &sourced)),
    ]);
}

/// What is left may answer by rule in one kind only.
#[test]
fn lines_by_rule_are_told_where_that_is_less() {
    let is_by_rule = |of: &Organisation| {
        let mut lines = lines(of, Professional);
        lines.any(is_through) && lines.all(|line| line.headship().is_some())
    };
    let is_clinical = |of: &Document| {
        of.headships()
            .any(|rule| rule.kind == Clinical && matches!(rule.head, HeadRecord::Unstated(_)))
    };
    let tree = trees(sound_document(4..=20)).find(|tree| {
        let document = tree.current();
        is_clinical(&document) && is_by_rule(&sound(&document))
    });
    let is_so = |of: &Document| is_clinical(of) && lines(&sound(of), Professional).count() > 0;
    let (least, _) = least(tree.expect("one"), is_so);
    // A line, and the clinical rule for its unit.
    assert_eq!(facts(&least), 1 + 2, "{least:?}");
}

/// Whoever is between two posts goes, and one answers to the other.
#[test]
fn the_ends_of_a_chain_stay() {
    let depth = |post: Post<'_>| post.chain(Operational).count();
    let tree = trees(organisation(0..=24)).find(|tree| {
        let org = tree.current();
        org.posts().map(depth).max() > Some(8)
    });
    let tree = tree.expect("a deep one");
    let org = tree.current();
    let low = org.posts().max_by_key(|post| depth(*post)).expect("one");
    let top = low.chain(Operational).last().expect("one").to();
    let [low, top] = [low, top].map(|post| number(post.id()));
    let (least, _) = least(tree, |org| {
        let find = |of| org.posts().find(|post| number(post.id()) == of);
        match (find(low), find(top)) {
            (Some(low), Some(top)) => top.is_above(low, Operational),
            _ => false,
        }
    });
    assert_eq!(least.posts().len(), 2, "{least:?}");
    assert_eq!(
        least
            .post_records()
            .map(|post| post.lines.len())
            .sum::<usize>(),
        1
    );
}

/// The number of a post, whatever its id looks like besides.
pub(super) fn number(id: &str) -> Option<usize> {
    let mut parts = id.rsplit(|of: char| !of.is_ascii_digit());
    parts.next()?.parse().ok()
}

/// Each fault with its posts and facts; at most, where it comes in several ways.
const TAKES: [(Fault, usize, usize); 13] = [
    (Fault::NoTitle, 1, 0),
    (Fault::BadId, 1, 0),
    (Fault::RepeatedId, 2, 0),
    (Fault::UnknownId, 1, 1),
    (Fault::Itself, 1, 1),
    (Fault::UnfitDeputy, 2, 2),
    (Fault::NamedTwice, 2, 3),
    (Fault::NotOfKind, 2, 2),
    (Fault::VacantAndHeld, 1, 2),
    (Fault::Circle, 2, 2),
    (Fault::CircleByRule, 2, 5),
    (Fault::ContainmentCircle, 0, 8),
    (Fault::RepeatedHeadship, 0, 3),
];

#[test]
fn faults_shrink_to_themselves() {
    for (fault, posts, told) in TAKES {
        for tree in trees(faulty_document(fault, 0..20)).take(12) {
            let (least, _) = least(tree, |_| true);
            let problems = Organisation::salvage(least.clone()).problems;
            assert!(matches!(&problems[..], [problem] if fault.is_due(problem.kind())));
            let of = (least.posts().count(), facts(&least));
            assert!(of.0 <= posts && of.1 <= told, "{fault:?}: {of:?} {least:?}");
        }
    }
    for tree in trees(wild_document(0..20)).take(20) {
        let is_faulty = |document: &Document| Organisation::try_from(document.clone()).is_err();
        if is_faulty(&tree.current()) {
            let (least, _) = least(tree, is_faulty);
            assert!(
                least.posts().count() <= 2 && facts(&least) <= 8,
                "{least:?}"
            );
        }
    }
}
