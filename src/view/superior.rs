//! To whom does a post answer in one kind: known, none, or not stated?

use std::fmt;
use std::hash::{Hash, Hasher};

use crate::Organisation;
use crate::document::{FactKey, Open};
use crate::model::{Accountability, PostKind, Standing};

use super::{Basis, Headship, Line, Post, same_organisation};

/// The superior of a post in one kind.
///
/// Unstated is not a top: it is a hole in the facts.
///
/// ```
/// # use answerable::{Accountability::{Operational, Professional}, Superior};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let chief_nurse = org.post("chief-nurse")?;
/// let known = chief_nurse.superior(Operational);
/// assert!(known.is_known() && known.post() == org.get("chief-executive"));
/// assert!(matches!(known, Superior::Known(line) if known.line() == Some(line)));
///
/// let none = chief_nurse.superior(Professional);
/// assert!(none.is_none_above());
/// assert_eq!(none.to_string(), "none: answers outside the Trust, to the regulator");
///
/// // Who only supports a post does not for that reason answer to it.
/// let unstated = org.post("general-manager")?.superior(Operational);
/// assert!(unstated.is_unstated() && unstated.post().is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Superior<'o> {
    /// The post answers along this line.
    Known(Line<'o>),
    /// It answers to nobody, and why.
    NoneAbove(Reason<'o>),
    /// To whom it answers is not stated; why, if that is told.
    Unstated(Option<Reason<'o>>),
}

impl<'o> Superior<'o> {
    /// The line, if the superior is known.
    #[must_use]
    pub fn line(self) -> Option<Line<'o>> {
        match self {
            Self::Known(line) => Some(line),
            Self::NoneAbove(_) | Self::Unstated(_) => None,
        }
    }

    /// The post, if it is known.
    #[must_use]
    pub fn post(self) -> Option<Post<'o>> {
        self.line().map(Line::to)
    }

    /// Why there is none, or why it is not stated, if that is told.
    ///
    /// ```
    /// # use answerable::Accountability::Operational;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let board = org.post("trust-board")?.superior(Operational);
    /// assert_eq!(board.reason().map(|reason| reason.why()), Some("head of the organisation"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn reason(self) -> Option<Reason<'o>> {
        match self {
            Self::Known(_) => None,
            Self::NoneAbove(reason) => Some(reason),
            Self::Unstated(reason) => reason,
        }
    }

    /// Whether the superior is known.
    #[must_use]
    pub fn is_known(self) -> bool {
        matches!(self, Self::Known(_))
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_none_above(self) -> bool {
        matches!(self, Self::NoneAbove(_))
    }

    /// Whether it is not stated.
    #[must_use]
    pub fn is_unstated(self) -> bool {
        matches!(self, Self::Unstated(_))
    }
}

/// "Matron", "none: head of the organisation", "not stated: ...".
impl fmt::Display for Superior<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(line) => line.to().fmt(f),
            Self::NoneAbove(reason) => write!(f, "none: {reason}"),
            Self::Unstated(None) => f.write_str("not stated"),
            Self::Unstated(Some(reason)) => write!(f, "not stated: {reason}"),
        }
    }
}

/// Why a superior is none or not stated. `Display` is the reason as told.
///
/// ```
/// # use answerable::{Accountability::{Operational, Professional}, Superior};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let Superior::NoneAbove(reason) = org.post("trust-board")?.superior(Operational) else { panic!("a top") };
/// assert!(reason.is_none_above());
/// assert_eq!((reason.why(), reason.basis().to_string()), ("head of the organisation", "given".to_owned()));
///
/// // Here a rule leaves open who heads the allied professions.
/// let manager = org.post("team-manager-physiotherapy")?;
/// let Superior::Unstated(Some(reason)) = manager.superior(Professional) else { panic!("a reason") };
/// assert_eq!(reason.to_string(), "no head of the allied professions is named");
/// let rule = reason.headship().expect("a rule");
/// assert_eq!((rule.standing().as_str(), reason.standing().as_str()), ("given", "inferred"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Reason<'o> {
    org: &'o Organisation,
    said: Said,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Said {
    /// Of the post itself.
    Open { post: u32, open: Open },
    /// By a headship whose head is not stated.
    Headship(u32),
    /// By what an external post is.
    External,
}

impl<'o> Reason<'o> {
    /// The reason as told.
    #[must_use]
    pub fn why(self) -> &'o str {
        match self.said {
            Said::Open { open, .. } => self.org.text.get(open.why),
            Said::Headship(at) => match self.org.headships[at as usize].head {
                Err(why) => self.org.text.get(why),
                Ok(_) => "",
            },
            Said::External => "outside the organisation",
        }
    }

    /// Whether it is why there is no superior, and not why that is not stated.
    #[must_use]
    pub fn is_none_above(self) -> bool {
        match self.said {
            Said::Open { open, .. } => open.is_none,
            Said::Headship(_) => false,
            Said::External => true,
        }
    }

    /// The headship that leaves its head unstated, if it is on account of one.
    #[must_use]
    pub fn headship(self) -> Option<Headship<'o>> {
        match self.said {
            Said::Headship(at) => Some(Headship::new(self.org, at)),
            _ => None,
        }
    }

    /// Where the fact comes from: on account of a headship, that of the headship,
    /// inferred at best.
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        let backing = match self.said {
            Said::Open { post, open } => self.org.posts.backing_of(post, FactKey::Line(open.kind)),
            Said::Headship(at) => {
                return Basis::by_rule(self.org, self.org.headships[at as usize].backing);
            }
            Said::External => crate::document::Backing::default(),
        };
        Basis::new(self.org, backing)
    }

    /// How well it is supported.
    #[must_use]
    pub fn standing(self) -> Standing {
        self.basis().standing()
    }
}

impl PartialEq for Reason<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.said == other.said && same_organisation(self.org, other.org)
    }
}

impl Eq for Reason<'_> {}

impl Hash for Reason<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.said.hash(state);
    }
}

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.why())
    }
}

impl fmt::Debug for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reason({:?})", self.why())
    }
}

impl<'o> Post<'o> {
    /// The superior of this kind: known, none, or not stated. Constant, but for
    /// a look-up of the reason where it is not known.
    ///
    /// ```
    /// # use answerable::Accountability::{Clinical, Operational};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let director = org.post("care-group-director")?;
    /// assert_eq!(director.superior(Operational).to_string(), "Chief Operating Officer");
    /// assert_eq!(director.superior(Clinical).to_string(), "not stated: no superior of that kind is named");
    ///
    /// // A regulator is outside.
    /// let regulator = org.post("care-quality-commission")?;
    /// assert_eq!(regulator.superior(Operational).to_string(), "none: outside the organisation");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn superior(self, kind: Accountability) -> Superior<'o> {
        let (org, post) = (self.organisation(), self.place());
        if let Some(above) = org.order(kind).superior(post) {
            return Superior::Known(Line::new(self, Post::new(org, above), kind));
        }
        if self.kind() == PostKind::External {
            return Superior::NoneAbove(Reason {
                org,
                said: Said::External,
            });
        }
        if let Some(&open) = org.posts.open_of(post, kind) {
            let reason = Reason {
                org,
                said: Said::Open { post, open },
            };
            return if open.is_none {
                Superior::NoneAbove(reason)
            } else {
                Superior::Unstated(Some(reason))
            };
        }
        let rule = org.rule(post, kind);
        Superior::Unstated(rule.map(|at| Reason {
            org,
            said: Said::Headship(at),
        }))
    }
}
