//! Plain values of the field: kinds of line and of post, standing, relations,
//! codes of findings.

mod finding;

use std::fmt;

pub use finding::{FindingCode, Thresholds};

/// The kind of a line: in which respect one post answers to another.
///
/// ```
/// use answerable::Accountability;
///
/// let words = Accountability::ALL.map(Accountability::as_str);
/// assert_eq!(words, ["operational", "professional", "clinical"]);
/// assert_eq!("clinical".parse(), Ok(Accountability::Clinical));
/// assert!("Clinical".parse::<Accountability>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Accountability {
    /// Day-to-day management: objectives, budgets, performance.
    Operational,
    /// Standards, registration and conduct of a profession.
    Professional,
    /// The care given: clinical decisions and their quality.
    Clinical,
}

impl Accountability {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Operational, Self::Professional, Self::Clinical];

    /// The word for it in a document.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Operational => "operational",
            Self::Professional => "professional",
            Self::Clinical => "clinical",
        }
    }
}

impl fmt::Display for Accountability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What sort of seat a post is.
///
/// ```
/// # use answerable::PostKind;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// assert_eq!(org.post("trust-board")?.kind(), PostKind::Body);
/// assert_eq!(org.post("care-quality-commission")?.kind(), PostKind::External);
/// assert_eq!(org.post("chair")?.kind(), PostKind::default());
/// assert_eq!(PostKind::ALL.map(PostKind::as_str), ["individual", "body", "external"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum PostKind {
    /// One person, a job share, or several like seats.
    #[default]
    Individual,
    /// A board, committee or team: collectively accountable.
    Body,
    /// A regulator, commissioner or partner outside the organisation.
    External,
}

impl PostKind {
    /// Every kind of post, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Individual, Self::Body, Self::External];

    /// The word for it in a document.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Individual => "individual",
            Self::Body => "body",
            Self::External => "external",
        }
    }

    /// With its article, for a sentence.
    pub(crate) const fn with_article(self) -> &'static str {
        match self {
            Self::Individual => "an individual post",
            Self::Body => "a body",
            Self::External => "an external post",
        }
    }
}

impl fmt::Display for PostKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How well a fact is supported, strongest first: `Stated < Assumed`, so the
/// standing of an answer is the greatest among the facts it rests on.
///
/// ```
/// use answerable::Standing::{self, Assumed, Given, Inferred, Stated};
///
/// assert_eq!(Standing::ALL, [Stated, Given, Inferred, Assumed]);
/// assert_eq!(Stated.weakest(Inferred), Inferred);
/// assert_eq!(Standing::ALL.into_iter().max(), Some(Assumed));
/// assert_eq!(Given.as_str(), "given");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// A source says so.
    Stated,
    /// Told, without a source.
    Given,
    /// Follows from what is said, but is not said.
    Inferred,
    /// Taken to be so.
    Assumed,
}

impl Standing {
    /// Every standing, strongest first.
    pub const ALL: [Self; 4] = [Self::Stated, Self::Given, Self::Inferred, Self::Assumed];

    /// The word for it in a document.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Given => "given",
            Self::Inferred => "inferred",
            Self::Assumed => "assumed",
        }
    }

    /// The weaker of the two.
    #[must_use]
    pub fn weakest(self, other: Self) -> Self {
        self.max(other)
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How many like seats a post has, where that is not simply one.
///
/// ```
/// use answerable::Seats;
///
/// let told = [Seats::Number(1), Seats::Number(6), Seats::NotStated];
/// assert_eq!(told.map(|seats| seats.to_string()), ["1 seat", "6 seats", "several seats"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seats {
    /// This many.
    Number(u32),
    /// Several; how many is not stated.
    NotStated,
}

impl fmt::Display for Seats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(1) => f.write_str("1 seat"),
            Self::Number(seats) => write!(f, "{seats} seats"),
            Self::NotStated => f.write_str("several seats"),
        }
    }
}

/// What a deputy does in the place of the post it deputises for.
///
/// ```
/// # use answerable::Authority;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let deputies: Vec<_> = org.post("chief-nurse")?.deputies().map(|terms| terms.authority()).collect();
/// assert_eq!(deputies, [Authority::Attend, Authority::Act]);
/// assert_eq!(deputies[0].as_str(), "attend");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Authority {
    /// Acts: decides and signs.
    #[default]
    Act,
    /// Attends only.
    Attend,
}

impl Authority {
    /// Both, the stronger first.
    pub const ALL: [Self; 2] = [Self::Act, Self::Attend];

    /// The word for it in a document.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Attend => "attend",
        }
    }
}

/// A working relation of a post with another, or with a unit, that gives no
/// authority. `Display` is the verb.
///
/// ```
/// use answerable::Relation;
///
/// assert_eq!(Relation::WorksWith.as_str(), "works_with");
/// assert_eq!(Relation::WorksWith.to_string(), "works with");
/// let symmetric: Vec<_> = Relation::ALL.iter().copied().filter(|relation| relation.is_symmetric()).collect();
/// assert_eq!(symmetric, [Relation::WorksWith]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Relation {
    /// Supports another post or a unit.
    Supports,
    /// Advises another post or a unit.
    Advises,
    /// Works with another: the same from both ends.
    WorksWith,
    /// Regulates another post or a unit.
    Regulates,
    /// Commissions services from another post or a unit.
    Commissions,
}

impl Relation {
    /// Every relation, in the order in which they are listed.
    pub const ALL: &'static [Self] = &[
        Self::Supports,
        Self::Advises,
        Self::WorksWith,
        Self::Regulates,
        Self::Commissions,
    ];

    /// The key for it in a document.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Advises => "advises",
            Self::WorksWith => "works_with",
            Self::Regulates => "regulates",
            Self::Commissions => "commissions",
        }
    }

    /// Whether the relation is the same from both ends.
    #[must_use]
    pub const fn is_symmetric(self) -> bool {
        matches!(self, Self::WorksWith)
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::WorksWith => "works with",
            other => other.as_str(),
        })
    }
}
