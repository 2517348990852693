//! Why does cover go where it goes?

use std::fmt;

use foldhash::HashSet;

use crate::ask::WhyLine;
use crate::ask::why::with_reason;
use crate::model::{PostKind, Standing};
use crate::quoted::OneLine;
use crate::view::{Arrangement, Fact, Post};

use super::trace::{Through, Trace};
use super::{Acting, Cover, Gap};

/// A step by which cover goes where it goes.
///
/// ```
/// # use answerable::{Absences, Ground, Standing::{Assumed, Given}};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let nurse = org.post("chief-nurse")?;
/// let away = Absences::of([nurse, org.post("chief-executive")?])?;
/// let why = nurse.who_acts(&away).why();
/// let [reverts, deputises] = why.steps() else { panic!("two steps") };
/// assert!(matches!(reverts, Ground::Reversion(why) if why.line().from() == nurse));
/// assert!(matches!(deputises, Ground::Arrangement(terms) if terms.rank() == 1));
/// assert_eq!((reverts.standing(), deputises.standing()), (Some(Given), Some(Assumed)));
/// assert_eq!(reverts.rests_on().len(), 1); // the line, which was told
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground<'o> {
    /// It reverts along this line.
    Reversion(WhyLine<'o>),
    /// It goes on by this arrangement.
    Arrangement(Arrangement<'o>),
    /// One post was nominated for another, for the day.
    Nomination {
        /// The post covered.
        post: Post<'o>,
        /// The post nominated.
        nominee: Post<'o>,
    },
    /// It goes no further: [`Fact::NoSuperior`].
    Ending(Fact<'o>),
}

impl<'o> Ground<'o> {
    /// The facts it rests on: none of a nomination, which is no fact of the
    /// organisation.
    #[must_use]
    pub fn rests_on(self) -> Vec<Fact<'o>> {
        match self {
            Self::Reversion(why) => why.line().rests_on(),
            Self::Arrangement(arrangement) => vec![Fact::Arrangement(arrangement)],
            Self::Nomination { .. } => Vec::new(),
            Self::Ending(fact) => vec![fact],
        }
    }

    /// The weakest standing among them; a line by rule is inferred at best.
    #[must_use]
    pub fn standing(self) -> Option<Standing> {
        match self {
            Self::Reversion(why) => Some(why.line().standing()),
            Self::Arrangement(arrangement) => Some(arrangement.standing()),
            Self::Nomination { .. } => None,
            Self::Ending(fact) => Some(fact.standing()),
        }
    }
}

/// Of a line by rule as [`WhyLine`] says it; else one line, with the reason told.
impl fmt::Display for Ground<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::Reversion(why) => return why.fmt(f),
            Self::Arrangement(arrangement) => {
                with_reason(Fact::Arrangement(*arrangement), arrangement.basis())
            }
            Self::Nomination { post, nominee } => format!("{nominee} is nominated for {post}"),
            Self::Ending(fact) => fact.to_string(),
        };
        OneLine(&said).fmt(f)
    }
}

/// Why cover goes where it goes, step by step. Who was passed over on the way
/// stands in [`Cover::trace`].
///
/// `Display` is the steps, then the weakest standing among them. No line feed
/// ends it.
///
/// ```
/// # use answerable::{Absences, Standing::Assumed};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let nurse = org.post("chief-nurse")?;
/// let away = Absences::of([nurse, org.post("chief-executive")?])?;
/// let why = nurse.who_acts(&away).why();
/// assert_eq!(why.steps().len(), 2);
/// assert_eq!(why.standing(), Some(Assumed));
/// assert_eq!(why.to_string(), "\
/// Chief Nurse is accountable to Chief Executive (operational; given)
/// Chief Operating Officer deputises for Chief Executive (rank 1; assumed): the documents name no deputy
/// the weakest standing among these is assumed");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyCover<'o> {
    steps: Vec<Ground<'o>>,
    post: Post<'o>,
    acting: Acting<'o>,
}

impl<'o> WhyCover<'o> {
    /// The steps, in the order in which cover came by them: the lines along which
    /// it reverts, and the arrangements or the nomination that lead to whoever
    /// acts. Where nobody acts, the last is why the last post asked has no
    /// superior, if that is told. None where a post acts itself.
    #[must_use]
    pub fn steps(&self) -> &[Ground<'o>] {
        &self.steps
    }

    /// The weakest standing among the facts that the steps rest on; none where
    /// there are none.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        self.steps.iter().filter_map(|step| step.standing()).max()
    }
}

impl fmt::Display for WhyCover<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.steps.iter().enumerate() {
            write!(f, "{}{step}", if at == 0 { "" } else { "\n" })?;
        }
        if let Some(standing) = self.standing() {
            return write!(f, "\nthe weakest standing among these is {standing}");
        }
        if !self.steps.is_empty() {
            return Ok(());
        }
        let post = OneLine(self.post.title());
        match &self.acting {
            Acting::Itself if self.post.kind() == PostKind::Body => {
                write!(f, "{post} is a body and decides for itself")
            }
            Acting::Nobody(gap) => write!(f, "{}", OneLine(&gap.to_string())),
            _ => write!(f, "{post} is neither vacant nor away"),
        }
    }
}

impl<'o> Cover<'o, '_> {
    /// Why cover goes where it goes. Asks again, as [`Cover::trace`].
    ///
    /// ```
    /// # use answerable::Absences;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let manager = org.post("general-manager")?;
    /// let away = Absences::of([manager])?;
    /// assert_eq!(manager.who_acts(&away).why().to_string(), "\
    /// the operational superior of General Manager, Children's is not stated (given): \
    ///     said to support the Care Group Director, which is no line
    /// the weakest standing among these is given");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn why(&self) -> WhyCover<'o> {
        WhyCover {
            steps: grounds(&self.trace(), self.acting()),
            post: self.post(),
            acting: self.acting().clone(),
        }
    }

    /// Every fact the answer rests on, step by step. Absences and nominations are
    /// not among them. Costs as much as [`Cover::why`].
    ///
    /// ```
    /// # use answerable::{Absences, Standing::Assumed};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let chief = org.post("chief-executive")?;
    /// let away = Absences::of([chief])?;
    /// let cover = chief.who_acts(&away);
    /// let facts: Vec<_> = cover.rests_on().iter().map(ToString::to_string).collect();
    /// assert_eq!(facts, ["Chief Operating Officer deputises for Chief Executive (rank 1; assumed)"]);
    /// assert_eq!(cover.standing(), Some(Assumed)); // the documents name no deputy
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn rests_on(&self) -> Vec<Fact<'o>> {
        let why = self.why();
        why.steps.into_iter().flat_map(Ground::rests_on).collect()
    }

    /// The weakest standing among those facts, a line by rule being inferred at
    /// best; none where there are none. Costs as much as [`Cover::why`].
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        self.why().standing()
    }
}

/// The steps of a trace that lead to the answer, in its order.
fn grounds<'o>(trace: &Trace<'o>, acting: &Acting<'o>) -> Vec<Ground<'o>> {
    let ending = match *acting {
        Acting::Nobody(Gap::NoneAbove { post, kind, why }) => Some((post, kind, why)),
        Acting::Nobody(Gap::Unstated { post, kind, why }) => why.map(|why| (post, kind, why)),
        _ => None,
    };
    let ending = ending.map(|(post, kind, why)| Fact::NoSuperior { post, kind, why });
    let mut grounds: Vec<Ground<'o>> = ending.into_iter().map(Ground::Ending).collect();
    // The posts that a way to the answer passes, walking back from it.
    let mut on_the_way = HashSet::default();
    for step in trace.steps().iter().rev() {
        let acts = step.passed_over().is_none();
        match step.through() {
            Through::Arrangement(arrangement) => {
                if acts || step.opens() && on_the_way.contains(&step.post()) {
                    on_the_way.insert(arrangement.principal());
                    grounds.push(Ground::Arrangement(arrangement));
                }
            }
            Through::Reversion(line) => grounds.push(Ground::Reversion(line.why())),
            Through::Nomination(post) if acts => {
                let nominee = step.post();
                grounds.push(Ground::Nomination { post, nominee });
            }
            Through::Itself | Through::Nomination(_) => {}
        }
    }
    grounds.reverse();
    grounds
}
