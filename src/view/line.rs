//! Which lines does a post have, and on what terms?

use std::fmt;

use crate::Organisation;
use crate::document::FactKey;
use crate::model::Accountability;

use super::{Basis, Headship, Post};

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
