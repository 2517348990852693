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
/// its place. No line feed ends it. As dear as `rests_on`.
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
    /// # use answerable::{Accountability::Professional, Document, HeadRecord, Organisation, PostRecord, UnitRecord};
    /// # let mut document = Document::default();
    /// # document.push_unit(UnitRecord::new("trust", "the Trust"));
    /// # document.push_head(HeadRecord::new(Professional, "trust", "chief-nurse"));
    /// # document.push_post(PostRecord::new("chief-nurse", "Chief Nurse"));
    /// # document.push_post(PostRecord::new("matron", "Matron").in_unit("trust"));
    /// # let org = Organisation::try_from(document)?;
    /// let matron = org.post("matron")?;
    /// let line = matron.superior(Professional).line().expect("a line by rule");
    /// let own = line.why().yields_to().expect("it is by rule");
    /// assert_eq!((own.post, own.kind), (matron, Professional));
    /// assert_eq!(own.to_string(), "a superior of its own at `matron` (professional)");
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
/// them, then where the chain ends and why. No line feed ends it. As dear as
/// `rests_on`.
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
    /// Why it holds. Constant to have.
    ///
    /// ```
    /// # use answerable::{Accountability::Professional, Document, HeadRecord, Organisation, PostRecord, UnitRecord};
    /// # let mut document = Document::default();
    /// # document.push_unit(UnitRecord::new("trust", "the Trust"));
    /// # document.push_head(HeadRecord::new(Professional, "trust", "chief-nurse"));
    /// # document.push_post(PostRecord::new("chief-nurse", "Chief Nurse"));
    /// # document.push_post(PostRecord::new("matron", "Matron").in_unit("trust"));
    /// # let org = Organisation::try_from(document)?;
    /// let line = org.post("matron")?.superior(Professional).line().expect("a line by rule");
    /// assert_eq!(line.why().to_string(), "\
    /// Matron is accountable to Chief Nurse (professional; by rule: all posts of the Trust (given); inferred)
    ///   by rule: all posts of the Trust answer to Chief Nurse (professional) (given)
    ///   Matron is of unit the Trust (given)
    ///   a superior of its own at `matron` (professional) would take its place");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn why(self) -> WhyLine<'o> {
        WhyLine { line: self }
    }
}

impl<'o> Chain<'o> {
    /// Why the rest of it holds, and why it ends where it does. Constant to have.
    ///
    /// ```
    /// # use answerable::{Accountability::Operational, Organisation, PostRecord};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("matron", "Matron").unstated_in(Operational, "not in the job description"),
    /// #     PostRecord::new("sister", "Ward Sister").accountable_to("matron", Operational),
    /// # ])?;
    /// let why = org.post("sister")?.chain(Operational).why();
    /// assert_eq!(why.ends_at().id(), "matron");
    /// assert!(why.ending().is_unstated());
    /// assert_eq!(why.to_string(), "\
    /// Ward Sister is accountable to Matron (operational; given)
    /// the weakest standing among these is given
    /// the chain ends at Matron, whose operational superior is not stated (given): not in the job description");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn why(&self) -> WhyChain<'o> {
        WhyChain {
            chain: self.clone(),
        }
    }
}
