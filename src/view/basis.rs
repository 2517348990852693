//! Where does a fact come from, and how far is it to be trusted?

use std::fmt;
use std::hash::{Hash, Hasher};

use crate::Organisation;
use crate::document::Backing;
use crate::model::{Accountability, Standing};

use super::{
    Arrangement, Headship, Holder, Line, Link, Matter, Membership, Post, Profession, Reason,
    Source, Unit, same_organisation,
};

/// Where a fact comes from, and how well it is supported. Two are equal if they say
/// the same, in one organisation.
///
/// `Display` is the standing, then source and place, and not why.
///
/// ```
/// # use answerable::{Accountability::Operational, Standing};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let chief = org.post("chief-executive")?;
/// let basis = chief.superior(Operational).line().expect("a superior").basis();
/// assert_eq!(basis.source(), Some(org.source("cgd")?));
/// assert_eq!((basis.at(), basis.standing()), (Some("Accountability"), Standing::Inferred));
/// assert_eq!(basis.why(), Some("delegates to executives, who answer to the Board"));
/// assert_eq!(basis.to_string(), "inferred: Care Group Director: job description, Accountability");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Basis<'o> {
    org: &'o Organisation,
    backing: Backing,
    by_rule: bool,
}

impl<'o> Basis<'o> {
    pub(crate) fn new(org: &'o Organisation, backing: Backing) -> Self {
        Self {
            org,
            backing,
            by_rule: false,
        }
    }

    /// Of something that follows from a rule: inferred at best.
    pub(crate) fn by_rule(org: &'o Organisation, backing: Backing) -> Self {
        Self {
            org,
            backing,
            by_rule: true,
        }
    }

    /// The source, if one is named.
    #[must_use]
    pub fn source(self) -> Option<Source<'o>> {
        self.backing
            .source
            .map(|id| Source::new(self.org, self.org.sources.entry_of[id.index()]))
    }

    /// The place in the source, if one is named.
    #[must_use]
    pub fn at(self) -> Option<&'o str> {
        self.backing.at.map(|at| self.org.text.get(at))
    }

    /// Why the fact is taken to be so, if that is told.
    #[must_use]
    pub fn why(self) -> Option<&'o str> {
        self.backing.why.map(|why| self.org.text.get(why))
    }

    /// The standing: as told, else stated with a source and given without; what
    /// follows from a rule is inferred at best.
    ///
    /// ```
    /// # use answerable::{Accountability::Professional, Standing};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let adults = org.post("care-group-director-adults")?;
    /// assert_eq!(adults.basis().standing(), Standing::Given);
    /// assert_eq!(org.post("care-group-director")?.basis().standing(), Standing::Stated);
    ///
    /// let by_rule = adults.superior(Professional).line().expect("a superior");
    /// assert_eq!(by_rule.basis().standing(), Standing::Inferred);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn standing(self) -> Standing {
        let told = self.backing.standing.unwrap_or(match self.backing.source {
            Some(_) => Standing::Stated,
            None => Standing::Given,
        });
        if self.by_rule {
            told.weakest(Standing::Inferred)
        } else {
            told
        }
    }
}

impl PartialEq for Basis<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.backing == other.backing
            && self.by_rule == other.by_rule
            && same_organisation(self.org, other.org)
    }
}

impl Eq for Basis<'_> {}

impl Hash for Basis<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.backing, self.by_rule).hash(state);
    }
}

impl fmt::Display for Basis<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.standing())?;
        if let Some(source) = self.source() {
            write!(f, ": {source}")?;
            if let Some(at) = self.at() {
                write!(f, ", {at}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Basis<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Basis({self})")
    }
}

/// A fact that an answer or a finding rests on. `Display` says it, with its basis.
///
/// ```
/// # use answerable::{Accountability::Clinical, Fact, Standing};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let lead = org.post("clinical-lead-general-paediatrics")?;
/// let facts = lead.superior(Clinical).line().expect("a superior").rests_on();
/// let Fact::Headship(rule) = facts[0] else { panic!("a rule") };
/// assert_eq!((facts[0].basis(), facts[0].standing()), (rule.basis(), Standing::Stated));
///
/// let others: Vec<_> = facts[1..].iter().map(|fact| fact.to_string()).collect();
/// assert_eq!(others, [
///     "Clinical Lead, General Paediatrics is of unit General Paediatrics (given)",
///     "General Paediatrics lies within Children's Care Group (given)",
///     "Clinical Lead, General Paediatrics is of profession Medical (given)",
/// ]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fact<'o> {
    /// A line that was told.
    Line(Line<'o>),
    /// A headship.
    Headship(Headship<'o>),
    /// That a post belongs to its unit.
    UnitOf(Post<'o>),
    /// That a post is of its profession.
    ProfessionOf(Post<'o>),
    /// An arrangement by which one post deputises for another.
    Arrangement(Arrangement<'o>),
    /// That a post has no superior of a kind, or that it is not stated.
    NoSuperior {
        /// The post.
        post: Post<'o>,
        /// The kind.
        kind: Accountability,
        /// Why.
        why: Reason<'o>,
    },
    /// That a unit lies within another.
    UnitWithin(Unit<'o>),
    /// That a profession lies within another.
    ProfessionWithin(Profession<'o>),
    /// That there is such a post: of what kind, and whether vacant.
    Post(Post<'o>),
    /// Who sits in a post.
    Holder(Post<'o>, Holder<'o>),
    /// Who chairs this body.
    Chair(Post<'o>),
    /// That a post is a member of a body.
    Member(Membership<'o>),
    /// A working relation.
    Link(Link<'o>),
    /// That there is such a unit.
    Unit(Unit<'o>),
    /// That there is such a profession.
    Profession(Profession<'o>),
    /// That there is such a matter.
    Matter(Matter<'o>),
    /// That there is such a source.
    Source(Source<'o>),
}

impl<'o> Fact<'o> {
    /// Where the fact comes from.
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        match self {
            Self::Line(line) => line.basis(),
            Self::Headship(headship) => headship.basis(),
            Self::UnitOf(post) => post.unit_basis(),
            Self::ProfessionOf(post) => post.profession_basis(),
            Self::Arrangement(terms) => terms.basis(),
            Self::NoSuperior { why, .. } => why.basis(),
            Self::UnitWithin(unit) => unit.within_basis(),
            Self::ProfessionWithin(profession) => profession.within_basis(),
            Self::Post(post) => post.basis(),
            Self::Holder(_, holder) => holder.basis(),
            Self::Chair(body) => body.chair_basis(),
            Self::Member(membership) => membership.basis(),
            Self::Link(link) => link.basis(),
            Self::Unit(unit) => unit.basis(),
            Self::Profession(profession) => profession.basis(),
            Self::Matter(matter) => matter.basis(),
            Self::Source(source) => source.basis(),
        }
    }

    /// How well the fact is supported.
    #[must_use]
    pub fn standing(self) -> Standing {
        self.basis().standing()
    }
}

impl fmt::Display for Fact<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => return line.fmt(f),
            Self::Arrangement(arrangement) => {
                let (deputy, principal) = (arrangement.deputy(), arrangement.principal());
                let (terms, basis) = (arrangement.terms(), arrangement.basis());
                return write!(f, "{deputy} deputises for {principal} ({terms}; {basis})");
            }
            Self::NoSuperior { post, kind, why } => {
                let (kind, basis) = (post.organisation().kind_title(*kind), why.basis());
                return if why.is_none_above() {
                    write!(f, "{post} has no {kind} superior ({basis}): {why}")
                } else {
                    write!(
                        f,
                        "the {kind} superior of {post} is not stated ({basis}): {why}"
                    )
                };
            }
            Self::Headship(headship) => headship.fmt(f)?,
            Self::UnitOf(post) => {
                write!(f, "{post} is of unit ")?;
                post.unit().map_or(Ok(()), |unit| unit.fmt(f))?;
            }
            Self::ProfessionOf(post) => {
                write!(f, "{post} is of profession ")?;
                post.profession()
                    .map_or(Ok(()), |profession| profession.fmt(f))?;
            }
            Self::UnitWithin(unit) => {
                write!(f, "{unit} lies within ")?;
                unit.within().map_or(Ok(()), |outer| outer.fmt(f))?;
            }
            Self::ProfessionWithin(profession) => {
                write!(f, "{profession} lies within ")?;
                profession.within().map_or(Ok(()), |outer| outer.fmt(f))?;
            }
            Self::Post(post) if post.is_vacant() => write!(f, "{post} is a vacant post")?,
            Self::Post(post) => write!(f, "{post} is {}", post.kind().with_article())?,
            Self::Holder(post, holder) => write!(f, "{holder} holds {post}")?,
            Self::Chair(body) => {
                body.chair().map_or(Ok(()), |chair| chair.fmt(f))?;
                write!(f, " chairs {body}")?;
            }
            Self::Member(membership) => membership.fmt(f)?,
            Self::Link(link) => link.fmt(f)?,
            Self::Unit(unit) => write!(f, "{unit} is a unit")?,
            Self::Profession(profession) => write!(f, "{profession} is a profession")?,
            Self::Matter(matter) => write!(f, "{matter} is a matter")?,
            Self::Source(source) => write!(f, "{source} is a source")?,
        }
        write!(f, " ({})", self.basis())
    }
}
