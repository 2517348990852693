// The picture of the README, which stands beside no page of the documentation.
#![doc = concat!("[picture]: ", include_str!("../docs/chief-operating-officer.uri"))]
#![cfg_attr(
    any(not(doctest), all(feature = "serde", feature = "toml")),
    doc = include_str!("../README.md")
)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::unreachable
    )
)]

mod ask;
mod document;
mod draw;
mod ids;
mod lint;
mod model;
mod near;
mod organisation;
#[cfg(feature = "organogram")]
mod organogram;
#[cfg(feature = "petgraph08")]
pub mod petgraph08;
mod problem;
#[cfg(feature = "proptest1")]
pub mod proptest1;
mod quoted;
mod steps;
mod view;

#[cfg(doc)]
#[doc = include_str!("../docs/format.md")]
pub mod format {}

#[cfg(doc)]
#[doc = include_str!("../docs/rules.md")]
pub mod rules {}

#[cfg(doc)]
#[doc = include_str!("../docs/why-not.md")]
pub mod why_not {}

/// Which organisation do the examples of this documentation ask? There, `org` is what this comes to:
/// a smaller trust than that of the programs in `examples/`, some of whose facts differ. It shows,
/// too, how an organisation is told in code.
///
/// ```
#[doc = concat!("let org = ", include_str!("../docs/trust.rs"), ";")]
/// assert_eq!(org.title(), Some("Thamesmouth NHS Foundation Trust"));
/// ```
#[cfg(doc)]
pub mod the_trust {}

pub use ask::{
    AbsenceError, Absences, Acting, Below, Chain, Collective, Considered, Cover, CoverDepths,
    Covers, Gap, Ground, HolderAway, How, InPerson, NominationError, NotAbove, OwnSuperior,
    Parting, PassedOver, Reports, SamePerson, Through, Tier, Trace, UnknownHolder, WhyChain,
    WhyCover, WhyLine, WhyNotAbove,
};
pub use document::{
    AllowanceRecord, AlsoRecord, BasisRecord, DeputyRecord, Document, Found, HeadRecord,
    HeadshipRecord, HolderRecord, LineRecord, LinkEndRecord, LinkRecord, MatterRecord,
    MemberRecord, Misread, OrganogramReturn, Place, PlaceStep, Position, PostRecord,
    ProfessionRecord, RankRecord, ReferenceRecord, Remedy, SourceRecord, SuperiorRecord, Table,
    UnitRecord,
};
#[cfg(feature = "toml")]
pub use document::{TomlError, UnreadableToml};
#[cfg(feature = "dot")]
pub use draw::Dot;
#[cfg(feature = "svg")]
pub use draw::Svg;
pub use draw::{Chart, Colouring, Direction, Disclosure, Mermaid, MermaidError, Outline, Tree};
pub use ids::{IdError, LONGEST_ID, MatterId, PostId, ProfessionId, SourceId, UnitId};
pub use lint::{Finding, Findings, Subject};
pub use model::{
    Accountability, Authority, FindingCode, PostKind, Relation, Seats, Standing, Thresholds,
};
pub use organisation::{Organisation, Salvage};
#[cfg(feature = "organogram")]
pub use organogram::{
    LeftOutRow, Organogram, OrganogramError, UnreadableOrganogram, WhyRowLeftOut, WhyUnreadable,
};
pub use problem::{
    CircleStep, InvalidOrganisation, Named, Near, NearMiss, Problem, ProblemKind, Unfit, UnknownId,
    UnknownWord,
};
pub use view::{
    Arrangement, Basis, Fact, Head, Headship, Holder, Line, Link, LinkEnd, Matter, Membership,
    Post, Profession, Reason, Source, Superior, Unit,
};
