//! Why does a line hold, and why does a chain end where it does?

use std::fmt;

use crate::model::{Accountability, PostKind};
use crate::quoted::OneLine;
use crate::view::{Basis, Head, Line, Post, Reason, Superior};

use super::Chain;

/// Why a line holds. Its facts and its standing are [`Line::rests_on`] and
/// [`Line::standing`].
///
/// `Display` is the line with the reason told. Under a line by rule stand how
/// the rule leads there, the facts it rests on, and the superior that would take
/// its place. No line feed ends it. Costs as much as `rests_on`.
///
/// ```
/// # use answerable::{Accountability::Operational, Line};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let chief = org.post("chief-executive")?;
/// let why = chief.superior(Operational).line().map(Line::why).expect("a superior");
/// assert_eq!(why.line().to().title(), "Trust Board");
/// assert_eq!(why.to_string(), "\
///     Chief Executive is accountable to Trust Board \
///     (operational; inferred: Care Group Director: job description, Accountability): \
///     delegates to executives, who answer to the Board");
/// assert_eq!(why.yields_to(), None); // it was told
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WhyLine<'o> {
    line: Line<'o>,
}

impl<'o> WhyLine<'o> {
    /// The line.
    #[must_use]
    pub fn line(self) -> Line<'o> {
        self.line
    }

    /// What would take the place of a line by rule. None for a line that was
    /// told: nothing comes before it. Constant.
    ///
    /// ```
    /// # use answerable::Accountability::Professional;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let ward = org.post("ward-manager-childrens")?;
    /// let line = ward.superior(Professional).line().expect("a line by rule");
    /// let own = line.why().yields_to().expect("it is by rule");
    /// assert_eq!((own.post, own.kind), (ward, Professional));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn yields_to(self) -> Option<OwnSuperior<'o>> {
        self.line.headship().map(|_| OwnSuperior {
            post: self.line.from(),
            kind: self.line.kind(),
        })
    }
}

impl fmt::Display for WhyLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line;
        let Some(own) = self.yields_to() else {
            return write!(f, "{}", OneLine(&with_reason(line, line.basis())));
        };
        write!(f, "{}", OneLine(&line.to_string()))?;
        if let Some(way) = way(line) {
            write!(f, "\n  {}", OneLine(&way))?;
        }
        for fact in line.rests_on() {
            write!(f, "\n  {}", OneLine(&with_reason(fact, fact.basis())))?;
        }
        write!(f, "\n  {own} would take its place")
    }
}

/// What is said, and why it is taken to be so if that is told.
pub(super) fn with_reason(said: impl fmt::Display, basis: Basis<'_>) -> String {
    match basis.why() {
        Some(why) => format!("{said}: {why}"),
        None => said.to_string(),
    }
}

/// How a rule that goes through the operational chain leads to its superior.
fn way(line: Line<'_>) -> Option<String> {
    let rule = line
        .headship()
        .filter(|rule| rule.is_through_operational())?;
    let operational = line.from().organisation();
    let operational = operational.kind_title(Accountability::Operational);
    Some(if rule.head() == Head::Known(line.to()) {
        format!("it goes to the head: no other post in the {operational} chain comes before it")
    } else {
        format!("it goes to the nearest post in the {operational} chain that the rule covers")
    })
}

/// A superior that a post could be given of its own, named or said to be none or
/// not stated: it takes the place of a line by rule. `also` lines do not.
///
/// `Display`: "a superior of its own at `matron` (professional)".
///
/// ```
/// # use answerable::{Accountability::Clinical, Line};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let lead = org.post("clinical-lead-general-paediatrics")?;
/// let why = lead.superior(Clinical).line().map(Line::why).expect("a line by rule");
/// assert_eq!(
///     why.yields_to().expect("it is by rule").to_string(),
///     "a superior of its own at `clinical-lead-general-paediatrics` (clinical)"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OwnSuperior<'o> {
    /// The post to which it would be given.
    pub post: Post<'o>,
    /// The kind.
    pub kind: Accountability,
}

impl fmt::Display for OwnSuperior<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = OneLine(self.post.organisation().kind_title(self.kind));
        let id = OneLine(self.post.id());
        write!(f, "a superior of its own at `{id}` ({kind})")
    }
}

/// Why a chain holds, step by step, and why it ends where it does. Its facts and
/// its standing are [`Chain::rests_on`] and [`Chain::standing`].
///
/// `Display` is each step as [`WhyLine`] says it, then the weakest standing among
/// them, then where the chain ends and why. No line feed ends it. Costs as much as
/// `rests_on`.
///
/// ```
/// # use answerable::Accountability::Operational;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let why = org.post("team-manager-physiotherapy")?.chain(Operational).why();
/// assert_eq!(why.steps().len(), why.chain().len());
/// assert_eq!(why.ends_at().title(), "General Manager, Children's");
/// assert!(why.ending().is_unstated()); // so it is no top
/// assert_eq!(why.to_string(), "\
/// Team Manager, Children's Physiotherapy is accountable to General Manager, Children's (operational; given)
/// the weakest standing among these is given
/// the chain ends at General Manager, Children's, whose operational superior is not stated (given): \
///     said to support the Care Group Director, which is no line");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct WhyChain<'o> {
    chain: Chain<'o>,
}

impl<'o> WhyChain<'o> {
    /// The chain.
    #[must_use]
    pub fn chain(&self) -> &Chain<'o> {
        &self.chain
    }

    /// Why each of its lines holds, nearest first. Each step is constant.
    #[must_use]
    pub fn steps(&self) -> impl ExactSizeIterator<Item = WhyLine<'o>> + Clone {
        self.chain.clone().map(Line::why)
    }

    /// The post at which it ends: the post it starts from, if it has no lines.
    /// Linear in the chain.
    #[must_use]
    pub fn ends_at(&self) -> Post<'o> {
        let start = self.chain.reached;
        self.chain.clone().last().map_or(start, Line::to)
    }

    /// Why it ends there: the superior of that post, none or not stated. An
    /// external post has none. Linear in the chain.
    #[must_use]
    pub fn ending(&self) -> Superior<'o> {
        self.ends_at().superior(self.chain.kind())
    }
}

impl fmt::Display for WhyChain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.steps().try_for_each(|step| writeln!(f, "{step}"))?;
        if let Some(standing) = self.chain.standing() {
            writeln!(f, "the weakest standing among these is {standing}")?;
        }
        let end = Ending::new(self.ends_at(), self.chain.kind());
        write!(f, "the chain ends at {end}")
    }
}

/// A post at which a chain ends, and why: on one line.
pub(super) struct Ending<'o> {
    post: Post<'o>,
    kind: Accountability,
}

impl<'o> Ending<'o> {
    pub(super) fn new(post: Post<'o>, kind: Accountability) -> Self {
        Self { post, kind }
    }

    fn words(&self) -> String {
        let kind = self.post.organisation().kind_title(self.kind);
        let title = self.post.title();
        match self.post.superior(self.kind) {
            // A chain ends at no such post.
            Superior::Known(line) => format!("{title}, which answers to {}", line.to()),
            Superior::NoneAbove(_) if self.post.kind() == PostKind::External => {
                format!("{title}, which is outside the organisation")
            }
            Superior::NoneAbove(reason) => {
                let terms = reason_terms(reason);
                format!("{title}, which answers to nobody ({kind}; {terms}): {reason}")
            }
            Superior::Unstated(None) => format!("{title}, whose {kind} superior is not stated"),
            Superior::Unstated(Some(reason)) => {
                let terms = reason_terms(reason);
                format!("{title}, whose {kind} superior is not stated ({terms}): {reason}")
            }
        }
    }
}

impl fmt::Display for Ending<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", OneLine(&self.words()))
    }
}

/// The rule by which a superior is not stated, if it is by one, and the basis.
pub(super) fn reason_terms(reason: Reason<'_>) -> String {
    let basis = reason.basis();
    match reason.headship() {
        Some(rule) => format!("by rule: {}; {basis}", rule.covers()),
        None => basis.to_string(),
    }
}

impl<'o> Line<'o> {
    /// Why it holds. Made in constant time.
    ///
    /// ```
    /// # use answerable::Accountability::Professional;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let ward = org.post("ward-manager-childrens")?;
    /// let line = ward.superior(Professional).line().expect("a line by rule");
    /// assert_eq!(line.why().to_string(), "\
    /// Ward Manager, Children's Ward is accountable to Head of Nursing, Children's \
    ///     (professional; by rule: all Nursing staff of Children's Care Group (assumed); assumed)
    ///   it goes to the nearest post in the operational chain that the rule covers
    ///   by rule: all Nursing staff of Children's Care Group answer to Chief Nurse (professional) (assumed): \
    ///     a nurse managed by a nurse would look to that nurse first
    ///   Ward Manager, Children's Ward is of unit General Paediatrics (given)
    ///   General Paediatrics lies within Children's Care Group (given)
    ///   Ward Manager, Children's Ward is of profession Nursing (given)
    ///   Ward Manager, Children's Ward is accountable to Head of Nursing, Children's (operational; given)
    ///   Head of Nursing, Children's is of unit Children's Care Group (given)
    ///   Head of Nursing, Children's is of profession Nursing (given)
    ///   a superior of its own at `ward-manager-childrens` (professional) would take its place");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn why(self) -> WhyLine<'o> {
        WhyLine { line: self }
    }
}

impl<'o> Chain<'o> {
    /// Why the rest of it holds, and why it ends where it does. Made in constant time.
    ///
    /// ```
    /// # use answerable::Accountability::Clinical;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let mut chain = org.post("chief-nurse")?.chain(Clinical);
    /// assert_eq!(chain.why().to_string(), "\
    /// Chief Nurse is accountable to Trust Board (clinical; given)
    /// the weakest standing among these is given
    /// the chain ends at Trust Board, which answers to nobody (clinical; given): head of the organisation");
    /// chain.next(); // nothing is left but why it ends
    /// assert_eq!(chain.why().steps().len(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn why(&self) -> WhyChain<'o> {
        WhyChain {
            chain: self.clone(),
        }
    }
}
