//! What is wrong with a document, as data.

use crate::document::{Misread, Table};
use crate::ids::IdError;
use crate::model::{Accountability, PostKind, Relation};

use super::NearMiss;

/// As what one entry names another.
///
/// ```
/// # use answerable::{Organisation, PostRecord};
/// use answerable::{Named, ProblemKind};
///
/// let error = Organisation::from_posts([PostRecord::new("board", "Trust Board").body().chaired_by("chair")])
///     .unwrap_err();
/// let problem = &error.problems()[0];
/// assert!(matches!(problem.kind(), ProblemKind::UnknownId { role: Named::Chair, .. }));
/// assert_eq!(
///     problem.to_string(),
///     "`board` names `chair` as chair, but there is no such post; add it, or correct the id",
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Named {
    /// As its superior of this kind.
    Superior(Accountability),
    /// As the upper end of an `also` line of this kind.
    Also(Accountability),
    /// As its deputy.
    Deputy,
    /// As its chair.
    Chair,
    /// As its member.
    Member,
    /// As the far end of a link.
    Link(Relation),
    /// As its unit.
    Unit,
    /// As its profession.
    Profession,
    /// As what contains it.
    Within,
    /// As the source of a fact.
    Source,
    /// As the head of a headship.
    Head,
    /// As a post whose findings are allowed.
    Allowed,
}

/// Why a post cannot be what another names it as.
///
/// ```
/// # use answerable::{Organisation, PostRecord};
/// use answerable::{PostKind, ProblemKind, Unfit};
///
/// let error = Organisation::from_posts([
///     PostRecord::new("chair", "Chair").deputised_by(["chair", "board"]),
///     PostRecord::new("board", "Trust Board").body(),
/// ])
/// .unwrap_err();
/// let why: Vec<_> = error.problems().iter().map(|problem| problem.kind()).collect();
/// assert!(matches!(why[0], ProblemKind::CannotBe { why: Unfit::Itself, .. }));
/// assert!(matches!(why[1], ProblemKind::CannotBe { why: Unfit::Kind(PostKind::Body), .. }));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unfit {
    /// It is the post itself.
    Itself,
    /// It is of this kind, and none of that kind can be it.
    Kind(PostKind),
}

/// One line of a circle.
///
/// ```
/// # use answerable::{Accountability::Operational, Organisation, PostRecord};
/// use answerable::{CircleStep, ProblemKind};
///
/// let error = Organisation::from_posts([
///     PostRecord::new("matron", "Matron").accountable_to("sister", Operational),
///     PostRecord::new("sister", "Ward Sister").accountable_to("matron", Operational),
/// ])
/// .unwrap_err();
/// let told = |post: &str| CircleStep { post: post.to_owned(), rule: None };
/// let steps = vec![told("matron"), told("sister")];
/// assert_eq!(error.problems()[0].kind(), &ProblemKind::Circle { kind: Operational, steps });
/// assert_eq!(
///     error.problems()[0].to_string(),
///     "the operational line goes round in a circle: `matron` → `sister` → `matron`; correct one of the lines",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CircleStep {
    /// The post whose line it is.
    pub post: String,
    /// The rule that made the line, in words; nothing if it was told.
    pub rule: Option<String>,
}

/// What is wrong.
///
/// ```
/// # use answerable::{Organisation, PostRecord};
/// use answerable::ProblemKind;
///
/// let error = Organisation::from_posts([
///     PostRecord::new("matron", "Matron"),
///     PostRecord::new("matron", "Ward Matron"),
///     PostRecord::new("sister", "Ward Sister").vacant().held_by("A. Mensah"),
/// ])
/// .unwrap_err();
/// let kinds: Vec<_> = error.problems().iter().map(|problem| problem.kind()).collect();
/// assert!(matches!(kinds[0], ProblemKind::RepeatedId { id, times: 2, .. } if id == "matron"));
/// assert_eq!(kinds[1], &ProblemKind::VacantAndHeld);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// Something stands where it cannot be meant: a wrong type, an unknown or
    /// repeated key, something missing.
    Misread(Misread),
    /// A text is no id.
    BadId {
        /// The table it would be in.
        table: Table,
        /// The text.
        id: String,
        /// Why not.
        why: IdError,
    },
    /// An id is given to several entries.
    RepeatedId {
        /// The id.
        id: String,
        /// How often.
        times: usize,
        /// The keys on which the entries differ.
        differing: Vec<String>,
    },
    /// An entry refers to one that is not there.
    UnknownId {
        /// As what.
        role: Named,
        /// The table it would be in.
        table: Table,
        /// The id.
        id: String,
        /// The id that was probably meant.
        near: Option<NearMiss>,
    },
    /// A post cannot be what another names it as.
    CannotBe {
        /// As what.
        role: Named,
        /// The post named.
        post: String,
        /// Why not.
        why: Unfit,
    },
    /// A post is named twice where once is all.
    NamedTwice {
        /// As what.
        role: Named,
        /// The id named.
        id: String,
    },
    /// A post of this kind has no such key.
    NotOfKind {
        /// What the post is.
        is: PostKind,
        /// The key.
        key: &'static str,
    },
    /// A post is vacant and held.
    VacantAndHeld,
    /// Superiors of one kind form a circle.
    Circle {
        /// The kind.
        kind: Accountability,
        /// The whole circle, from its first post in document order upwards.
        steps: Vec<CircleStep>,
    },
    /// Units or professions contain each other in a circle.
    ContainmentCircle {
        /// The table.
        table: Table,
        /// The whole circle, from its first entry in document order outwards.
        ids: Vec<String>,
    },
    /// Several headships have one kind, unit and profession.
    RepeatedHeadship {
        /// The kind.
        kind: Accountability,
        /// The unit.
        unit: String,
        /// The profession, if they name one.
        profession: Option<String>,
        /// Their numbers in the list of headships, from 1.
        headships: Vec<usize>,
    },
}
