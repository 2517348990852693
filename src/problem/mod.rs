//! What makes a document unusable, each with its place and its remedy.

mod circle;
mod kind;
mod message;
mod misread;
mod miss;
mod near;
mod phrases;
#[cfg(feature = "serde")]
mod serde;
mod word;

pub use kind::{CircleStep, Named, ProblemKind, Unfit};
pub use miss::{Near, NearMiss, UnknownId};
pub(crate) use near::NearMisses;
pub use word::UnknownWord;

use std::fmt;

use thiserror::Error;

use crate::document::{Place, Position, Wording};

use message::Message;
use phrases::MOST_NAMED;

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
///      or say `{ none = \"why\" }` or `{ unstated = \"why\" }`",
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
