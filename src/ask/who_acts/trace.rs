//! Who was considered, and why were they passed over?

use std::fmt;

use crate::ask::absences::HolderAway;
use crate::model::PostKind;
use crate::quoted::OneLine;
use crate::view::{Arrangement, Line, Matter, Post};

use super::Acting;

/// By what a post came to be considered.
///
/// ```
/// # use answerable::{Absences, Through};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let (nurse, chief) = (org.post("chief-nurse")?, org.post("chief-executive")?);
/// let away = Absences::of([nurse])?;
/// let trace = nurse.who_acts(&away).trace();
/// let ranks = trace.steps().iter().filter_map(|step| match step.through() {
///     Through::Arrangement(terms) => Some(terms.rank()),
///     _ => None,
/// });
/// assert!(ranks.eq([1, 2]));
/// let last = trace.steps().last().expect("a step");
/// assert!(matches!(last.through(), Through::Reversion(line) if line.to() == chief));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Through<'o> {
    /// It is the post asked about.
    Itself,
    /// It was nominated for the day, in the place of this post.
    Nomination(Post<'o>),
    /// By this arrangement.
    Arrangement(Arrangement<'o>),
    /// Cover reverted to it along this line.
    Reversion(Line<'o>),
}

/// Why a post was passed over.
///
/// ```
/// # use answerable::{Absences, PassedOver};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let nurse = org.post("chief-nurse")?;
/// let away = Absences::of([nurse])?;
/// let trace = nurse.who_acts(&away).trace();
/// let why: Vec<_> = trace.steps().iter().filter_map(|step| step.passed_over()).collect();
/// assert_eq!(why, [&PassedOver::Absent, &PassedOver::AttendsOnly, &PassedOver::Vacant]);
/// assert!(!why[1].is_of_post()); // it lies in the arrangement
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PassedOver<'o> {
    /// Nobody sits there.
    Vacant,
    /// It was named absent.
    Absent,
    /// It was not named absent, but all its holders are away.
    HoldersAway(Vec<HolderAway<'o>>),
    /// It is outside the organisation.
    External,
    /// The arrangement is limited to other matters than the one asked about, or
    /// to matters when none was asked about.
    OtherMatter,
    /// The matter is personal, and the arrangement does not name it.
    NotNamed,
    /// The arrangement is to attend only.
    AttendsOnly,
    /// It was considered before, and was not able.
    AlreadyConsidered,
}

impl PassedOver<'_> {
    /// Whether the reason lies in the post itself, and not in an arrangement.
    #[must_use]
    pub fn is_of_post(&self) -> bool {
        matches!(
            self,
            Self::Vacant | Self::Absent | Self::HoldersAway(_) | Self::External
        )
    }
}

/// "absent", "vacant", "away: A. Mensah, absent as Matron".
impl fmt::Display for PassedOver<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Vacant => "vacant",
            Self::Absent => "absent",
            Self::HoldersAway(_) => "away",
            Self::External => "outside the organisation",
            Self::OtherMatter => "limited to other matters",
            Self::NotNamed => "not named for the matter, which is personal",
            Self::AttendsOnly => "to attend only",
            Self::AlreadyConsidered => "considered already",
        })?;
        let Self::HoldersAway(holders) = self else {
            return Ok(());
        };
        holders.iter().enumerate().try_for_each(|(at, holder)| {
            write!(f, "{}{holder}", if at == 0 { ": " } else { " and " })
        })
    }
}

/// One step of the search: a post considered, by what, and what became of it.
///
/// ```
/// # use answerable::{Absences, PassedOver, Through};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let director = org.post("medical-director")?;
/// let away = Absences::of([director])?;
/// let trace = director.who_acts_on(org.matter("revalidation")?, &away).trace();
/// let associate = &trace.steps()[1];
/// assert_eq!(associate.post().title(), "Associate Medical Director, Revalidation");
/// assert_eq!(associate.passed_over(), Some(&PassedOver::Vacant));
/// assert!(matches!(associate.through(), Through::Arrangement(terms) if terms.is_onward()));
/// assert!(associate.opens());
/// assert_eq!(
///     associate.to_string(),
///     "Associate Medical Director, Revalidation: vacant, but its own deputies may step in \
///         (rank 1 of Medical Director; given)"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Considered<'o> {
    pub(super) post: Post<'o>,
    pub(super) through: Through<'o>,
    pub(super) passed_over: Option<PassedOver<'o>>,
    /// Whether its own deputies were let in by this step.
    pub(super) opens: bool,
}

impl<'o> Considered<'o> {
    /// The post.
    #[must_use]
    pub fn post(&self) -> Post<'o> {
        self.post
    }

    /// By what it came to be considered.
    #[must_use]
    pub fn through(&self) -> Through<'o> {
        self.through
    }

    /// Whether its own deputies may step in by this step: the arrangement counts
    /// and is onward, and they were not asked before.
    #[must_use]
    pub fn opens(&self) -> bool {
        self.opens
    }

    /// Why it was passed over; none if it acts, or may, or must decide who does.
    #[must_use]
    pub fn passed_over(&self) -> Option<&PassedOver<'o>> {
        self.passed_over.as_ref()
    }
}

/// One line: "Matron: absent (rank 1 of Chief Nurse; given)".
impl fmt::Display for Considered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (became, came) = (self.became(), self.came_by());
        OneLine(&format!("{}: {became}{came}", self.post)).fmt(f)
    }
}

impl Considered<'_> {
    /// " (rank 1 of Chief Nurse; given)".
    fn came_by(&self) -> String {
        match self.through {
            Through::Itself => String::new(),
            Through::Nomination(post) => format!(" (nominated for {post})"),
            Through::Arrangement(terms) => {
                let (rank, principal, basis) = (terms.rank(), terms.principal(), terms.basis());
                let pool = if terms.is_pooled() {
                    ", one of a pool"
                } else {
                    ""
                };
                format!(" (rank {rank} of {principal}{pool}; {basis})")
            }
            Through::Reversion(line) => {
                format!(" (superior of {}; {})", line.from(), line.terms())
            }
        }
    }

    fn became(&self) -> String {
        match (&self.passed_over, self.through) {
            (Some(PassedOver::OtherMatter), Through::Arrangement(terms)) => {
                let matters: Vec<_> = terms.matters().map(Matter::title).collect();
                format!("limited to {}", matters.join("; "))
            }
            (Some(why), _) if self.opens => format!("{why}, but its own deputies may step in"),
            (Some(why), _) => why.to_string(),
            (None, Through::Itself) if self.post.kind() == PostKind::Body => {
                "a body, which decides for itself".to_owned()
            }
            (None, _) if self.post.kind() == PostKind::Body => {
                "a body, which must decide who acts".to_owned()
            }
            (None, _) => "able to act".to_owned(),
        }
    }
}

/// Every post considered on the way to an answer, in order.
///
/// `Display` is one line for each, and a last one where nobody acts.
///
/// ```
/// # use answerable::Absences;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let nurse = org.post("chief-nurse")?;
/// let away = Absences::of([nurse])?;
/// let trace = nurse.who_acts(&away).trace();
/// assert_eq!(trace.steps().len(), 4);
/// let unable = trace.passed_over().map(|(post, why)| format!("{post}: {why}"));
/// assert!(unable.eq(["Chief Nurse: absent", "Head of Nursing, Adult Community: vacant"]));
/// assert_eq!(trace.to_string(), "\
/// 1. Chief Nurse: absent
/// 2. Head of Nursing, Children's: to attend only (rank 1 of Chief Nurse; given)
/// 3. Head of Nursing, Adult Community: vacant (rank 2 of Chief Nurse; given)
/// 4. Chief Executive: able to act (superior of Chief Nurse; operational; given)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace<'o> {
    steps: Vec<Considered<'o>>,
    acting: Acting<'o>,
}

impl<'o> Trace<'o> {
    pub(super) fn new(steps: Vec<Considered<'o>>, acting: Acting<'o>) -> Self {
        Self { steps, acting }
    }

    /// The steps, first to last.
    #[must_use]
    pub fn steps(&self) -> &[Considered<'o>] {
        &self.steps
    }

    /// The posts passed over for a reason of their own, each once, in order,
    /// with the reason: vacant, absent, holders away, outside.
    #[must_use]
    pub fn passed_over(&self) -> impl DoubleEndedIterator<Item = (Post<'o>, &PassedOver<'o>)> {
        self.steps.iter().filter_map(|step| {
            let why = step.passed_over.as_ref()?;
            why.is_of_post().then_some((step.post, why))
        })
    }

    /// The superior to whom it reverted last, if it did.
    pub(super) fn reverted_to(&self) -> Option<Post<'o>> {
        self.steps.iter().rev().find_map(|step| match step.through {
            Through::Reversion(line) => Some(line.to()),
            _ => None,
        })
    }
}

impl fmt::Display for Trace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.steps.iter().enumerate() {
            write!(f, "{}{}. {step}", if at == 0 { "" } else { "\n" }, at + 1)?;
        }
        match &self.acting {
            Acting::Nobody(gap) => {
                write!(f, "\nSo nobody acts: {}", OneLine(&gap.to_string()))
            }
            _ => Ok(()),
        }
    }
}
