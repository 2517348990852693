//! Law 37: every public type may be shared between threads, cloned and printed; a view serves where
//! one of a shorter life is asked for.

use std::fmt::Debug;
use std::fs;
use std::path::Path;

use answerable::petgraph08::{AllLines, Lines, LinesAt, Neighbours, Posts, Visited};
use answerable::proptest1::{AnyAbsences, AnyPost, Fault};
use answerable::{
    AbsenceError, Absences, Accountability, Acting, AllowanceRecord, AlsoRecord, Arrangement,
    Authority, Basis, BasisRecord, Below, Chain, Chart, CircleStep, Collective, Colouring,
    Considered, Cover, CoverDepths, Covers, DeputyRecord, Direction, Disclosure, Document, Dot,
    Fact, Finding, FindingCode, Findings, Found, Gap, Ground, Head, HeadRecord, Headship,
    HeadshipRecord, Holder, HolderAway, HolderRecord, How, IdError, InPerson, InvalidOrganisation,
    LeftOutRow, Line, LineRecord, Link, LinkEnd, LinkEndRecord, LinkRecord, Matter, MatterId,
    MatterRecord, MemberRecord, Membership, Mermaid, MermaidError, Misread, Named, Near, NearMiss,
    NominationError, NotAbove, Organisation, Organogram, OrganogramError, OrganogramReturn,
    Outline, OwnSuperior, Parting, PassedOver, Place, PlaceStep, Position, Post, PostId, PostKind,
    PostRecord, Problem, ProblemKind, Profession, ProfessionId, ProfessionRecord, RankRecord,
    Reason, ReferenceRecord, Relation, Remedy, Reports, Salvage, SamePerson, Seats, Source,
    SourceId, SourceRecord, Standing, Subject, Superior, SuperiorRecord, Svg, Table, Thresholds,
    Through, Tier, TomlError, Trace, Tree, Unfit, Unit, UnitId, UnitRecord, UnknownHolder,
    UnknownId, UnknownWord, UnreadableOrganogram, UnreadableToml, WhyChain, WhyCover, WhyLine,
    WhyNotAbove, WhyRowLeftOut, WhyUnreadable,
};

/// Every type that lends from an organisation.
type Views<'o> = (
    (
        Absences<'o>,
        Acting<'o>,
        Below<'o>,
        Chain<'o>,
        Collective<'o>,
        Considered<'o>,
        Cover<'o, 'o>,
        CoverDepths<'o>,
        Covers<'o, 'o>,
        Gap<'o>,
        Ground<'o>,
        HolderAway<'o>,
    ),
    (
        InPerson<'o>,
        NotAbove<'o>,
        OwnSuperior<'o>,
        Parting<'o>,
        PassedOver<'o>,
        Reports<'o>,
        Through<'o>,
        Tier<'o>,
        Trace<'o>,
        WhyChain<'o>,
        WhyCover<'o>,
        WhyLine<'o>,
    ),
    (
        WhyNotAbove<'o>,
        Dot<'o>,
        Svg<'o>,
        Chart<'o>,
        Outline<'o>,
        Tree<'o>,
        Finding<'o>,
        Findings<'o>,
        Subject<'o>,
        Arrangement<'o>,
        Basis<'o>,
        Fact<'o>,
    ),
    (
        Head<'o>,
        Headship<'o>,
        Holder<'o>,
        Line<'o>,
        Link<'o>,
        LinkEnd<'o>,
        Matter<'o>,
        Membership<'o>,
        Post<'o>,
        Profession<'o>,
        Reason<'o>,
        Source<'o>,
    ),
    (
        Superior<'o>,
        Unit<'o>,
        AllLines<'o>,
        Lines<'o>,
        LinesAt<'o>,
        Neighbours<'o>,
        Posts<'o>,
    ),
);

/// Every other.
type Owned = (
    (
        AbsenceError,
        How,
        NominationError,
        SamePerson,
        UnknownHolder,
        AllowanceRecord,
        AlsoRecord,
        BasisRecord,
        DeputyRecord,
        Document,
        Found,
        HeadRecord,
    ),
    (
        HeadshipRecord,
        HolderRecord,
        LineRecord,
        LinkEndRecord,
        LinkRecord,
        MatterRecord,
        MemberRecord,
        Misread,
        OrganogramReturn,
        Place,
        PlaceStep,
        Position,
    ),
    (
        PostRecord,
        ProfessionRecord,
        RankRecord,
        ReferenceRecord,
        Remedy,
        SourceRecord,
        SuperiorRecord,
        Table,
        UnitRecord,
        TomlError,
        UnreadableToml,
        Colouring,
    ),
    (
        Direction,
        Disclosure,
        Mermaid,
        MermaidError,
        IdError,
        MatterId,
        PostId,
        ProfessionId,
        SourceId,
        UnitId,
        Accountability,
        Authority,
    ),
    (
        FindingCode,
        PostKind,
        Relation,
        Seats,
        Standing,
        Thresholds,
        Organisation,
        Salvage,
        LeftOutRow,
        Organogram,
        OrganogramError,
        UnreadableOrganogram,
    ),
    (
        WhyRowLeftOut,
        WhyUnreadable,
        CircleStep,
        InvalidOrganisation,
        Named,
        Near,
        NearMiss,
        Problem,
        ProblemKind,
        Unfit,
        UnknownId,
        UnknownWord,
    ),
    (Visited, AnyAbsences, AnyPost, Fault),
);

const fn shared<T: Send + Sync + Clone + Debug>() {}

/// That this compiles is the test.
fn shortened<'short, 'long: 'short>(views: Views<'long>) -> Views<'short> {
    views
}

/// The source of the crate, whole.
fn source(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        text += &if path.is_dir() {
            source(&path)
        } else {
            fs::read_to_string(&path).expect("readable")
        };
    }
    text
}

#[test]
fn law_37_every_type_is_shared_freely_and_views_are_covariant() {
    shared::<Views<'_>>();
    shared::<Owned>();
    let _ = shortened;
    let text = source(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let lists = include_str!("types.rs").split("type Views").nth(1);
    let listed: Vec<&str> = lists
        .expect("the lists")
        .split(|c: char| !c.is_alphanumeric())
        .collect();
    let exported = text.split("\npub use ").skip(1);
    let exported = exported.filter_map(|told| told.split(';').next());
    let names = exported.flat_map(|told| told.split(|c: char| !c.is_alphanumeric() && c != '_'));
    let mut count = 0;
    for name in names {
        let is_type = ["struct", "enum"].iter().any(|what| {
            let told = format!("\npub {what} {name}");
            let mut after = text.split(told.as_str()).skip(1);
            after.any(|rest| rest.starts_with(['<', ' ', '(', ';']))
        });
        if is_type && !name.is_empty() {
            assert!(listed.contains(&name), "`{name}` is in no list");
            count += 1;
        }
    }
    assert!(count > 120, "{count}");
}
