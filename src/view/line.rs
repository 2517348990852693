//! To whom does a post answer in one kind, and why?

use std::fmt;
use std::hash::{Hash, Hasher};

use crate::Organisation;
use crate::document::{FactKey, Open};
use crate::model::{Accountability, PostKind, Standing};

use super::{Basis, Headship, Post, same_organisation};

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

/// A line: one post answers to another, in one kind.
///
/// `Display` says it with its basis: "Care Group Director is accountable to
/// Chief Operating Officer (operational; stated: ...)". Of a line by rule it
/// names the rule, with the basis of that, and the weakest standing.
///
/// ```
/// # use answerable::{Accountability::{Operational, Professional}, Standing};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let ward = org.post("ward-manager-childrens")?;
/// let line = ward.superior(Operational).line().expect("a superior");
/// assert_eq!((line.from(), line.to().title(), line.kind()), (ward, "Head of Nursing, Children's", Operational));
/// assert!(!line.is_also() && line.headship().is_none());
/// assert_eq!(line.basis().to_string(), "given");
///
/// // Its professional line goes to the same nurse, by a rule that is only assumed.
/// let by_rule = ward.superior(Professional).line().expect("a superior");
/// assert_eq!(by_rule.to(), line.to());
/// assert_eq!(by_rule.standing(), Standing::Assumed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Line<'o> {
    from: Post<'o>,
    to: Post<'o>,
    kind: Accountability,
    /// Its place among the `also` lines, if it is one.
    also: Option<u32>,
}

impl<'o> Line<'o> {
    pub(crate) fn new(from: Post<'o>, to: Post<'o>, kind: Accountability) -> Self {
        Self {
            from,
            to,
            kind,
            also: None,
        }
    }

    pub(crate) fn also(org: &'o Organisation, at: usize) -> Self {
        let (from, entry) = org.posts.also.at(at);
        Self {
            from: Post::new(org, from),
            to: Post::new(org, entry.to.number()),
            kind: entry.kind,
            also: u32::try_from(at).ok(),
        }
    }

    /// The lower end: the report.
    #[must_use]
    pub fn from(self) -> Post<'o> {
        self.from
    }

    /// The upper end: the superior.
    #[must_use]
    pub fn to(self) -> Post<'o> {
        self.to
    }

    /// The kind.
    #[must_use]
    pub fn kind(self) -> Accountability {
        self.kind
    }

    /// Whether it is an `also` line, beside the one of its kind.
    #[must_use]
    pub fn is_also(self) -> bool {
        self.also.is_some()
    }

    /// The headship that made it, if a rule did.
    ///
    /// ```
    /// # use answerable::{Accountability::Professional, Standing};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let adults = org.post("head-of-nursing-adults")?;
    /// let line = adults.superior(Professional).line().expect("a superior");
    /// let rule = line.headship().expect("a rule");
    /// assert_eq!(rule.covers(), "all Nursing staff of Thamesmouth NHS Foundation Trust");
    ///
    /// // The rule is stated; that it holds of this post follows from it.
    /// assert_eq!((rule.standing(), line.basis().standing()), (Standing::Stated, Standing::Inferred));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn headship(self) -> Option<Headship<'o>> {
        if self.is_also() {
            return None;
        }
        let org = self.from.organisation();
        org.rule(self.from.place(), self.kind)
            .map(|at| Headship::new(org, at))
    }

    /// Where it comes from: of a line by rule, that of the headship, inferred at best.
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        let org = self.from.organisation();
        if let Some(headship) = self.headship() {
            return Basis::by_rule(org, headship.backing());
        }
        let backing = match self.also {
            Some(at) => org.posts.also.at(at as usize).1.backing,
            None => org
                .posts
                .backing_of(self.from.place(), FactKey::Line(self.kind)),
        };
        Basis::new(org, backing)
    }
}

impl<'o> Line<'o> {
    /// The kind and the basis, in words: what `Display` has in brackets.
    pub(crate) fn terms(self) -> impl fmt::Display + use<'o> {
        Terms(self)
    }
}

struct Terms<'o>(Line<'o>);

impl fmt::Display for Terms<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(line) = self;
        let kind = line.from.organisation().kind_title(line.kind);
        write!(f, "{kind}; ")?;
        match line.headship() {
            Some(headship) => {
                let (covers, basis) = (headship.covers(), headship.basis());
                write!(f, "by rule: {covers} ({basis}); {}", line.standing())
            }
            None => write!(f, "{}", line.basis()),
        }
    }
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let also = if self.is_also() { "also " } else { "" };
        let (from, to, terms) = (self.from, self.to, self.terms());
        write!(f, "{from} is {also}accountable to {to} ({terms})")
    }
}

impl fmt::Debug for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Line({:?} → {:?}, {})",
            self.from.id(),
            self.to.id(),
            self.kind
        )
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

    /// The `also` lines of the post, of every kind, as declared.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let also = org.post("chief-operating-officer")?.also().next().expect("a line");
    /// assert!(also.is_also());
    /// assert_eq!(
    ///     also.to_string(),
    ///     "Chief Operating Officer is also accountable to Trust Board (operational; assumed)",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn also(self) -> impl DoubleEndedIterator<Item = Line<'o>> + ExactSizeIterator {
        let org = self.organisation();
        org.posts
            .also
            .range(self.place())
            .map(move |at| Line::also(org, at))
    }

    /// The `also` lines that end at the post: in the operational tree order of
    /// the posts that have them.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let in_person = org.post("trust-board")?.also_reports();
    /// assert!(in_person.map(|line| line.from().title()).eq(["Chief Operating Officer"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn also_reports(self) -> impl Iterator<Item = Line<'o>> {
        let org = self.organisation();
        crate::organisation::naming(&org.reverse.also, self.place())
            .map(move |at| Line::also(org, at))
    }

    /// Every line upwards from the post: kind by kind the one to its superior,
    /// then its `also` lines of that kind as declared.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let lines = org.post("clinical-lead-general-paediatrics")?.lines();
    /// let lines: Vec<_> = lines.map(|line| (line.kind().as_str(), line.to().title())).collect();
    /// assert_eq!(lines, [
    ///     ("operational", "Care Group Director, Children's"),
    ///     ("professional", "Medical Director"),
    ///     ("clinical", "Care Group Director, Children's"),
    /// ]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lines(self) -> impl Iterator<Item = Line<'o>> {
        Accountability::ALL.into_iter().flat_map(move |kind| {
            let own = self.superior(kind).line().into_iter();
            own.chain(self.also().filter(move |line| line.kind() == kind))
        })
    }
}
