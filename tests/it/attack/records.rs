//! Hostile records in code.

use std::fmt::Write;

use answerable::Accountability::{Clinical, Operational};
use answerable::{
    AlsoRecord, BasisRecord, DeputyRecord, Document, HeadshipRecord, HolderRecord, LineRecord,
    LinkRecord, MatterRecord, MemberRecord, PostRecord, ProfessionRecord, ReferenceRecord,
    Relation, Seats, SourceRecord, Standing, SuperiorRecord, UnitRecord,
};

use super::outcome;

fn check(cases: impl IntoIterator<Item = (Document, &'static str)>) {
    let mut wrong = String::new();
    for (document, expected) in cases {
        let told = outcome(&|| Ok(document.clone()));
        if told != expected {
            writeln!(wrong, "  is {told:?}\n not {expected:?}").expect("text");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Makes a post of another.
type Make = fn(PostRecord) -> PostRecord;

/// The post `a` as it is made of a sound one, beside a sound post `b`.
fn posts<const N: usize>(cases: [(Make, &'static str); N]) {
    check(cases.map(|(make, expected)| {
        let posts = [make(PostRecord::new("a", "A")), PostRecord::new("b", "B")];
        (posts.into_iter().collect(), expected)
    }));
}

fn document(tell: impl FnOnce(&mut Document)) -> Document {
    let mut document = Document::default();
    tell(&mut document);
    document
}

#[test]
fn numbers_and_texts_of_a_post() {
    posts([
        (
            |post| post.of_fte(f64::NAN),
            "post a, fte: WrongType; 2 left",
        ),
        (
            |post| post.of_fte(f64::INFINITY),
            "post a, fte: WrongType; 2 left",
        ),
        (
            |post| post.of_fte(-f64::MIN_POSITIVE),
            "post a, fte: WrongType; 2 left",
        ),
        (|post| post.of_fte(f64::MAX), "sound: 2"),
        (
            |post| post.of_seats(Seats::Number(0)),
            "post a, seats: WrongType; 2 left",
        ),
        (|post| post.of_seats(Seats::Number(u32::MAX)), "sound: 2"),
        (|post| post.graded(" \n"), "post a, grade: Blank; 2 left"),
        (|post| post.noted("\0\u{202E}"), "sound: 2"),
        (|post| post.noted("x".repeat(1_000_000)), "sound: 2"),
        (|post| post.held_by(""), "post a, holder: Blank; 2 left"),
        (
            |post| post.held_by("A").held_by("A").vacant(),
            "post a, vacant: VacantAndHeld; 2 left",
        ),
        (
            |post| post.holder(HolderRecord::new("A").with_id("")),
            "post a, holder, id: Blank; 2 left",
        ),
        (
            |post| post.labelled("", "x").labelled("", "x"),
            "post a, labels, : RepeatedKey; 2 left",
        ),
        (
            |post| post.labelled("x", "1").labelled("x", "2"),
            "post a, labels, x: RepeatedKey, differs; 2 left",
        ),
        (|post| post.in_unit(""), "post a, unit: Blank; 2 left"),
        (
            |post| post.in_unit("\u{202E}"),
            "post a, unit: UnknownId; 2 left",
        ),
        (
            |post| post.of_profession("x".repeat(1_000_000)),
            "post a, profession: UnknownId; 2 left",
        ),
        (
            |post| PostRecord::new(post.id + "\0", "A"),
            "post a\\0: BadId, Invisible; 1 left",
        ),
        (
            |post| {
                let mut post = post;
                post.title = None;
                post
            },
            "post a: Missing; 2 left",
        ),
        (
            |post| PostRecord::new(post.id.replace('a', "b"), "A"),
            "post b #2: RepeatedId 2 times, 1 differ; 1 left",
        ),
        (
            |post| PostRecord::new(post.id, "\u{3000}"),
            "post a, title: Blank; 2 left",
        ),
    ]);
}

#[test]
fn lines_of_a_post() {
    posts([
        (
            |post| post.accountable_to("", Operational),
            "post a, operational: Blank; 2 left",
        ),
        (
            |post| post.accountable_to("a", Operational),
            "post a, operational: CannotBe; 2 left",
        ),
        (
            |post| {
                post.accountable_to("b", Operational)
                    .accountable_to("b", Operational)
            },
            "post a, operational: TwoSuperiors; 2 left",
        ),
        (
            |post| post.accountable_to("b", Operational).none_above("top"),
            "post a, operational: TwoSuperiors; 2 left",
        ),
        (
            |post| post.none_above(""),
            "post a, operational, none: Blank; 2 left",
        ),
        (
            |post| post.unstated_in(Clinical, "\t"),
            "post a, clinical, unstated: Blank; 2 left",
        ),
        (
            |post| {
                post.line(LineRecord::new(
                    Clinical,
                    SuperiorRecord::Known("\u{85}".into()),
                ))
            },
            "post a, clinical: Blank; 2 left",
        ),
        (
            |post| post.also(AlsoRecord::new(Clinical, "a")),
            "post a, also[0]: CannotBe; 2 left",
        ),
        (
            |post| {
                post.also_accountable_to("b", Clinical)
                    .also_accountable_to("b", Clinical)
            },
            "post a, also[1]: NamedTwice; 2 left",
        ),
    ]);
}

#[test]
fn lists_of_a_post() {
    posts([
        (
            |post| post.deputised_by(["a", "c", ""]),
            "post a, deputies[2]: Blank; post a, deputies[0]: CannotBe; post a, deputies[1]: UnknownId; 2 left",
        ),
        (
            |post| post.deputised_by_one_of([] as [&str; 0]),
            "post a, deputies[0]: Empty; 2 left",
        ),
        (
            |post| post.deputised_by_one_of(["b", "b"]),
            "post a, deputies[0][1]: NamedTwice; 2 left",
        ),
        (
            |post| post.deputised_by([DeputyRecord::new("b").on_matters([] as [&str; 0])]),
            "post a, deputies[0], for: Empty; 2 left",
        ),
        (
            |post| post.deputised_by([DeputyRecord::new("b").on_matters(["m", "m", "\0"])]),
            "post a, deputies[0], for[1]: RepeatedItem; 2 left",
        ),
        (
            |post| post.body().with_members(["a", "b", "b"]),
            "post a, members[0]: CannotBe; post a, members[2]: NamedTwice; 2 left",
        ),
        (
            |post| post.with_members([MemberRecord::new("b").in_role("")]),
            "post a, members[0], role: Blank; post a, members: NotOfKind; 2 left",
        ),
        (
            |post| post.body().chaired_by("a"),
            "post a, chair: CannotBe; 2 left",
        ),
        (
            |post| {
                post.external()
                    .body()
                    .external()
                    .accountable_to("b", Clinical)
            },
            "post a, clinical: NotOfKind; 2 left",
        ),
        (
            |post| {
                post.linked(Relation::Advises, "a")
                    .linked(Relation::Advises, "")
            },
            "post a, advises[1]: Blank; post a, advises[0]: CannotBe; 2 left",
        ),
        (
            |post| post.link(LinkRecord::to_unit(Relation::Supports, "\u{2066}")),
            "post a, supports[0]: UnknownId; 2 left",
        ),
        (
            |post| post.on(BasisRecord::source("")),
            "post a, basis, source: Blank; 2 left",
        ),
        (
            |post| post.on(BasisRecord::standing(Standing::Stated)),
            "post a, standing: Standing; 2 left",
        ),
        (
            |post| post.on(BasisRecord::default().at("page 2")),
            "post a, basis: Missing; 2 left",
        ),
    ]);
}

#[test]
fn what_stands_beside_posts() {
    check(vec![
        (Document::new(""), "document, title: Blank; 0 left"),
        (Document::new("\0\n"), "sound: 0"),
        (
            Document::new("x".repeat(1_000_000)).described(" "),
            "document, about: Blank; 0 left",
        ),
        (
            Document::default().kind_titled(Clinical, "\u{A0}"),
            "kind clinical, title: Blank; 0 left",
        ),
        (
            document(|it| it.push_unit(UnitRecord::new("u", "U").within("u"))),
            "unit u, within: ContainmentCircle; 0 left",
        ),
        (
            document(|it| it.push_unit(UnitRecord::untitled(""))),
            "unit : BadId, Empty; 0 left",
        ),
        (
            document(|it| it.push_unit(UnitRecord::new("u", ""))),
            "unit u, title: Blank; 0 left",
        ),
        (
            document(|it| it.push_profession(ProfessionRecord::new("p", "P").within("u"))),
            "profession p, within: UnknownId; 0 left",
        ),
        (
            document(|it| {
                it.push_profession(
                    ProfessionRecord::new("p", "P").within(ReferenceRecord::new("")),
                );
            }),
            "profession p, within: Blank; 0 left",
        ),
        (
            document(|it| it.push_source(SourceRecord::untitled("s").on(BasisRecord::source("s")))),
            "sound: 0",
        ),
        (
            document(|it| it.push_source(SourceRecord::untitled("s").on(BasisRecord::source("S")))),
            "source s, basis: UnknownId; 0 left",
        ),
        (
            document(|it| {
                it.push_matter(
                    MatterRecord::new("m", "M").on(BasisRecord::standing(Standing::Given)),
                );
            }),
            "sound: 0",
        ),
        (
            document(|it| it.push_headship(HeadshipRecord::new(Clinical, "", ""))),
            "headship, unit: Blank; headship, post: Blank; 0 left",
        ),
        (
            document(|it| it.push_headship(HeadshipRecord::unstated(Clinical, "u", ""))),
            "headship, unstated: Blank; headship, unit: UnknownId; 0 left",
        ),
        (
            document(|it| (0..3).for_each(|_| it.push_unit(UnitRecord::untitled("u")))),
            "unit u #2: RepeatedId 3 times, 0 differ; 0 left",
        ),
    ]);
}
