//! What makes a document unusable, each with its place and its remedy.

mod message;
mod near;
#[cfg(feature = "serde")]
mod serde;
mod word;

pub(crate) use near::NearMisses;
pub use word::UnknownWord;

use std::fmt;

use thiserror::Error;

use crate::document::{Misread, Place, Position, Table, Wording};
use crate::ids::IdError;
use crate::model::{Accountability, PostKind, Relation};
use crate::quoted::Quoted;

use message::{MOST_NAMED, Message};

/// What tells a near miss from the id it misses.
///
/// ```
/// # use answerable::{Accountability::Operational, Organisation, PostRecord};
/// use answerable::{Near, ProblemKind};
///
/// let misses = ["HEE-7", "hee-007", "HEE-008"].map(|missed| {
///     let error = Organisation::from_posts([
///         PostRecord::new("HEE-007", "Matron"),
///         PostRecord::new("sister", "Ward Sister").accountable_to(missed, Operational),
///     ])
///     .unwrap_err();
///     match error.problems()[0].kind() {
///         ProblemKind::UnknownId { near: Some(near), .. } => Some(near.differs_in),
///         _ => None,
///     }
/// });
/// assert_eq!(misses, [Some(Near::LeadingZeros), Some(Near::LetterCase), Some(Near::Spelling)]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Near {
    /// Only letter case.
    LetterCase,
    /// Only leading zeros.
    LeadingZeros,
    /// Only the Unicode form, or zero-width characters.
    UnicodeForm,
    /// Several of these.
    Form,
    /// A few letters.
    Spelling,
    /// All of it: what was written is the title of that entry alone, in place of its id.
    Title,
}

/// The id that was probably meant.
///
/// ```
/// # use answerable::Near;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let error = org.post("Chief Nurse").unwrap_err();
/// let near = error.near.expect("a near miss");
/// assert_eq!((near.id.as_str(), near.differs_in), ("chief-nurse", Near::Title));
/// assert_eq!(near.to_string(), "did you mean `chief-nurse`, which has this title?");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// The id.
    pub id: String,
    /// How what was written differs from it.
    pub differs_in: Near,
}

impl fmt::Display for NearMiss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "did you mean {}", Quoted(&self.id))?;
        f.write_str(match self.differs_in {
            Near::LetterCase => ", which differs only in letter case?",
            Near::LeadingZeros => ", which differs only in leading zeros?",
            Near::UnicodeForm => ", which looks the same and differs only in Unicode form?",
            Near::Form => ", which differs only in letter case, leading zeros or Unicode form?",
            Near::Spelling => "?",
            Near::Title => ", which has this title?",
        })
    }
}

/// An id that is none of this organisation's.
///
/// ```
/// # use answerable::Table;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let error = org.unit("Trust").unwrap_err();
/// assert_eq!((error.table, error.id.as_str()), (Table::Unit, "Trust"));
/// assert_eq!(
///     error.to_string(),
///     "no unit `Trust` in this organisation; did you mean `trust`, which differs only in letter case?",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no {table} {} in this organisation{}", Quoted(.id), match .near {
    Some(near) => format!("; {near}"),
    None => String::new(),
})]
#[non_exhaustive]
pub struct UnknownId {
    /// The table in which it was looked up.
    pub table: Table,
    /// The id.
    pub id: String,
    /// The id that was probably meant.
    pub near: Option<NearMiss>,
}

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

/// One thing that makes a document unusable as it stands.
///
/// Its `Display` is one line, with the remedy or the near miss.
///
/// ```
/// # use answerable::{Organisation, PostRecord};
/// use answerable::{ProblemKind, Table};
///
/// let error = Organisation::from_posts([PostRecord::new("matron", "Matron").in_unit("ward")]).unwrap_err();
/// let problem = &error.problems()[0];
/// assert_eq!(
///     problem.to_string(),
///     "`matron` is of unit `ward`, but there is no such unit; add it, or correct the id",
/// );
/// assert!(matches!(problem.kind(), ProblemKind::UnknownId { table: Table::Unit, .. }));
/// assert_eq!((problem.place().id(), problem.place().key()), (Some("matron"), Some("unit")));
///
/// // The records came from no text, so there is no position in one.
/// assert_eq!(problem.position(), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct Problem {
    pub(crate) kind: ProblemKind,
    pub(crate) place: Place,
    pub(crate) position: Option<Position>,
    pub(crate) given_at: Vec<Position>,
    /// What the return says of it, if it stands in one.
    pub(crate) wording: Option<Box<Wording>>,
    /// The number of the entry in its table, and its title, where its id tells nothing.
    pub(crate) entry: Option<Box<(usize, Option<String>)>>,
    pub(crate) left_out: Vec<Place>,
}

impl Problem {
    pub(crate) fn new(kind: ProblemKind, place: Place, left_out: Vec<Place>) -> Self {
        Self {
            kind,
            place,
            position: None,
            given_at: Vec::new(),
            wording: None,
            entry: None,
            left_out,
        }
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> &ProblemKind {
        &self.kind
    }

    /// Where in the document.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Where in the text or the return, if the document came from one.
    #[must_use]
    pub fn position(&self) -> Option<&Position> {
        self.position.as_ref()
    }

    /// Where each of the entries of a [repeated id](ProblemKind::RepeatedId)
    /// stands, in document order, or each step of a circle, from the first upwards, as
    /// far as they came from a text or a return; of many the first eight. Empty for
    /// every other problem.
    ///
    /// ```
    /// # #[cfg(feature = "organogram")] {
    /// # use answerable::{Organisation, Organogram};
    /// let senior = b"Post Unique Reference,Name,Job Title,Reports to Senior Post\n\
    ///     M7,A. Mensah,Matron,XX\n\
    ///     M7,P. Idris,Ward Matron,XX\n";
    /// let error = Organisation::try_from(Organogram::read(senior)?.into_document()).unwrap_err();
    /// let problem = &error.problems()[0];
    /// let rows: Vec<_> = problem.given_at().iter().map(ToString::to_string).collect();
    /// assert_eq!(rows, ["row 2, `Post Unique Reference`", "row 3, `Post Unique Reference`"]);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn given_at(&self) -> &[Position] {
        &self.given_at
    }

    /// The places of the entries, or of the steps, that a message names.
    pub(crate) fn given_places(&self) -> impl Iterator<Item = Place> + '_ {
        let first = MOST_NAMED;
        let (times, round): (usize, Vec<&str>) = match &self.kind {
            ProblemKind::RepeatedId { times, .. } => (*times, Vec::new()),
            ProblemKind::Circle { steps, .. } => {
                let steps = steps.iter().take(first);
                (0, steps.map(|step| step.post.as_str()).collect())
            }
            ProblemKind::ContainmentCircle { ids, .. } => {
                (0, ids.iter().take(first).map(String::as_str).collect())
            }
            _ => (0, Vec::new()),
        };
        let repeats = (1..=times.min(first)).map(|occurrence| Place {
            occurrence,
            ..self.place.clone()
        });
        let steps = round.into_iter().map(|id| Place {
            id: Some(id.to_owned()),
            occurrence: 1,
            ..self.place.clone()
        });
        repeats.chain(steps)
    }

    /// What [`salvage`](crate::Organisation::salvage) leaves out on account of
    /// it, consequences included.
    ///
    /// ```
    /// # use answerable::{Organisation, PostRecord};
    /// let error = Organisation::from_posts([
    ///     PostRecord::new("matron", "Matron").deputised_by(["sister"]),
    ///     PostRecord::new("sister", "Ward Sister").in_unit("ward"),
    /// ])
    /// .unwrap_err();
    /// let left_out: Vec<_> = error.problems()[0].left_out().iter().map(ToString::to_string).collect();
    /// assert_eq!(left_out, ["post `sister`, `unit`"]);
    /// ```
    #[must_use]
    pub fn left_out(&self) -> &[Place] {
        &self.left_out
    }

    /// The message without any position in the text.
    pub(crate) fn message(&self) -> impl fmt::Display {
        Message {
            problem: self,
            has_lines: false,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = &self.position {
            write!(f, "{position}: ")?;
        }
        let message = Message {
            problem: self,
            has_lines: true,
        };
        message.fmt(f)
    }
}

/// A document that is no sound organisation: every reason at once.
///
/// Its `Display` lists the problems, a line each, and shows the source lines
/// where there are any. Its `Debug` is the same, since that is what `main`
/// prints.
///
/// ```
/// # use answerable::{Accountability::Operational, Organisation, PostRecord};
/// let error = Organisation::from_posts([
///     PostRecord::new("matron", "Matron").vacant().held_by("A. Mensah"),
///     PostRecord::new("sister", "Ward Sister").accountable_to("sister", Operational),
/// ])
/// .unwrap_err();
/// assert_eq!(error.problems().len(), 2);
/// assert_eq!(
///     error.to_string(),
///     "invalid organisation: 2 problems
///   `matron` is vacant and has a holder; keep one of the two
///   `sister` is given as its own superior (operational); name another post, \
///      or say { none = why } or { unstated = why }",
/// );
/// ```
#[derive(Clone, PartialEq, Eq, Error)]
pub struct InvalidOrganisation {
    pub(crate) problems: Vec<Problem>,
}

impl InvalidOrganisation {
    /// The problems, at least one, by phase of the check and then in document
    /// order.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The problems, to keep, in the same order.
    ///
    /// ```
    /// use answerable::{Accountability::Operational, Organisation, PostRecord, ProblemKind};
    ///
    /// let matron = PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational);
    /// let problems = Organisation::from_posts([matron]).expect_err("no chief nurse").into_problems();
    /// assert!(matches!(problems[0].kind(), ProblemKind::UnknownId { .. }));
    /// ```
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}

impl fmt::Display for InvalidOrganisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid organisation: ")?;
        let alone = self.problems.len() == 1;
        if !alone {
            write!(f, "{} problems", self.problems.len())?;
        }
        for problem in &self.problems {
            if !alone {
                f.write_str("\n  ")?;
            }
            problem.fmt(f)?;
            #[cfg(feature = "toml")]
            if let Some(Position::Line {
                line, text, mark, ..
            }) = &problem.position
            {
                crate::quoted::write_source(f, *line, text, *mark)?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for InvalidOrganisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
