//! Who acts for a post today, on this matter, and why not the others?

mod alone;
mod covers;
mod depth;
mod everyone;
mod few;
mod knots;
mod noted;
mod order;
mod pools;
mod search;
mod sentence;
#[cfg(test)]
mod shapes;
mod trace;
mod why;

use crate::Organisation;
use crate::model::{Accountability, PostKind};
use crate::steps::step;
use crate::view::{Matter, Post, Reason};

use super::absences::Absences;

pub(crate) use alone::{alone, why_nobody};
pub use covers::Covers;
pub use depth::CoverDepths;
pub(crate) use few::Fews;

pub use order::Tier;
use search::{Answer, Question, Search};
pub use trace::{Considered, PassedOver, Through, Trace};
pub use why::{Ground, WhyCover};

/// Who acts.
///
/// Deliberately exhaustive: whoever forgets [`Acting::Nobody`] should not
/// compile.
///
/// ```
/// # use answerable::{Absences, Acting};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let [chief, officer] = [org.post("chief-executive")?, org.post("chief-operating-officer")?];
/// let [director, other] = [org.post("care-group-director")?, org.post("care-group-director-adults")?];
/// let away = Absences::of([chief, officer, org.post("medical-director")?])?;
/// assert_eq!(director.who_acts(&away).acting(), &Acting::Itself);
/// assert_eq!(officer.who_acts(&away).acting(), &Acting::OneOf(vec![director, other]));
/// assert_eq!(chief.who_acts(&away).acting(), &Acting::Body(org.post("trust-board")?));
/// assert_eq!(chief.who_acts(&away).acting().posts(), []); // the Board decides, and does not act
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Acting<'o> {
    /// The post itself: it is able, or it is a body.
    Itself,
    /// This post.
    One(Post<'o>),
    /// One of these, nobody having said which: by rank as declared.
    OneOf(Vec<Post<'o>>),
    /// Nobody yet: this body must decide who acts.
    Body(Post<'o>),
    /// Nobody, and why.
    Nobody(Gap<'o>),
}

impl<'o> Acting<'o> {
    /// The posts that act or may, the body that must decide not among them;
    /// none where a post acts itself.
    #[must_use]
    pub fn posts(&self) -> &[Post<'o>] {
        match self {
            Self::One(post) => std::slice::from_ref(post),
            Self::OneOf(posts) => posts,
            Self::Itself | Self::Body(_) | Self::Nobody(_) => &[],
        }
    }

    /// These or another post.
    fn or(self, post: Post<'o>) -> Self {
        match self {
            Self::One(first) => Self::OneOf(vec![first, post]),
            Self::OneOf(mut posts) => {
                posts.push(post);
                Self::OneOf(posts)
            }
            _ => Self::One(post),
        }
    }
}

/// Why nobody acts, after everything was tried.
///
/// ```
/// # use answerable::{Absences, Acting, Gap};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let manager = org.post("general-manager")?;
/// let away = Absences::of([manager])?;
/// let Acting::Nobody(gap) = *manager.who_acts(&away).acting() else {
///     panic!("nobody acts");
/// };
/// assert!(matches!(gap, Gap::Unstated { post, .. } if post == manager));
/// assert_eq!(
///     gap.to_string(),
///     "the operational superior of General Manager, Children's is not stated \
///         (said to support the Care Group Director, which is no line)"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gap<'o> {
    /// This post is outside the organisation.
    External(Post<'o>),
    /// There is no superior to whom it would revert.
    NoneAbove {
        /// The post that has none.
        post: Post<'o>,
        /// The kind of the line along which cover reverts.
        kind: Accountability,
        /// Why there is none.
        why: Reason<'o>,
    },
    /// The superior to whom it would revert is not stated.
    Unstated {
        /// The post whose superior that is.
        post: Post<'o>,
        /// The kind of the line along which cover reverts.
        kind: Accountability,
        /// Why it is not stated, if that is told.
        why: Option<Reason<'o>>,
    },
    /// The matter is personal, and no able deputy is named for it.
    Personal(Matter<'o>),
    /// Cover does not revert to the superior in this organisation.
    ReversionOff,
}

/// How whoever acts for a post came to do so.
///
/// ```
/// # use answerable::{Absences, How};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let (chief, nurse) = (org.post("chief-executive")?, org.post("chief-nurse")?);
/// let away = Absences::of([nurse])?; // whose deputy is vacant
/// assert_eq!(nurse.who_acts(&away).how(), Some(How::Superior));
/// let away = away.with_post(chief)?; // for whom the Chief Operating Officer deputises
/// assert_eq!(nurse.who_acts(&away).how(), Some(How::Deputy));
/// assert_eq!(nurse.who_acts(&away.with_nominee(nurse, org.post("medical-director")?)?).how(), Some(How::Nominee));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// Nominated for the day.
    Nominee,
    /// As a deputy, of the post or of the superior to whom it reverted.
    Deputy,
    /// As the superior to whom it reverted.
    Superior,
}

/// The kind of the lines along which cover reverts.
fn governing(matter: Option<Matter<'_>>) -> Accountability {
    matter
        .and_then(Matter::kind)
        .unwrap_or(Accountability::Operational)
}

/// Whether a post is able to act: individual, not vacant and not away.
fn is_able<'o>(post: Post<'o>, away: &Absences<'o>) -> bool {
    post.kind() == PostKind::Individual && !post.is_vacant() && !away.is_away(post)
}

/// The same of every post of an organisation: fact by fact, so that none is looked
/// up.
fn able<'o>(org: &'o Organisation, away: &Absences<'o>) -> Vec<bool> {
    let kinds = org.posts.kind.iter().zip(away.everywhere(org));
    let is_able = |(&kind, is_away): (&PostKind, bool)| {
        step();
        kind == PostKind::Individual && !is_away
    };
    let mut able: Vec<bool> = kinds.map(is_able).collect();
    for (at, ()) in org.posts.vacant.iter() {
        able[at as usize] = false;
    }
    able
}

/// Who acts for a post: the answer, and on demand its reasons.
///
/// `Display` is one sentence: "Chief Nurse deputises for Chief Executive (Chief
/// Executive absent; Medical Director absent)". It names eight posts of a pool
/// and four passed over, and counts the rest; [`Cover::trace`] has them all.
///
/// ```
/// # use answerable::{Absences, Acting, How, PassedOver};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let (director, revalidation) = (org.post("medical-director")?, org.matter("revalidation")?);
/// let away = Absences::of([director])?;
/// let cover = director.who_acts_on(revalidation, &away);
/// assert_eq!((cover.post(), cover.matter()), (director, Some(revalidation)));
/// assert_eq!(cover.unable(), Some(PassedOver::Absent));
/// assert_eq!(cover.acting(), &Acting::One(org.post("clinical-lead-general-paediatrics")?));
/// assert_eq!((cover.how(), cover.removes(), cover.layers()), (Some(How::Deputy), 2, 0));
/// assert_eq!(
///     cover.to_string(),
///     "Clinical Lead, General Paediatrics deputises for Medical Director on Medical revalidation, \
///         at remove 2 (Medical Director absent; Associate Medical Director, Revalidation vacant)"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Cover<'o, 'd> {
    asked: Question<'o, 'd>,
    answer: Answer<'o>,
}

impl<'o> Cover<'o, '_> {
    /// The post asked about.
    #[must_use]
    pub fn post(&self) -> Post<'o> {
        self.asked.post
    }

    /// The matter asked about, if one was.
    #[must_use]
    pub fn matter(&self) -> Option<Matter<'o>> {
        self.asked.matter
    }

    /// Who acts.
    #[must_use]
    pub fn acting(&self) -> &Acting<'o> {
        &self.answer.acting
    }

    /// How they came to, where others act or must decide; none where the post
    /// acts itself, and where nobody does.
    #[must_use]
    pub fn how(&self) -> Option<How> {
        self.answer.how
    }

    /// How many arrangements lead from the post covered, or from the superior to
    /// whom it reverted, to whoever acts: 1 for a deputy, 2 for a deputy's
    /// deputy; 0 where none does.
    #[must_use]
    pub fn removes(&self) -> usize {
        self.answer.removes
    }

    /// To how many superiors it reverted, one after another.
    #[must_use]
    pub fn layers(&self) -> usize {
        self.answer.layers
    }

    /// Every post considered, in order, and why it was passed over. Asks again,
    /// keeping count.
    ///
    /// ```
    /// # use answerable::Absences;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let chief = org.post("chief-executive")?;
    /// let away = Absences::of([chief, org.post("chief-operating-officer")?])?;
    /// assert_eq!(chief.who_acts(&away).trace().to_string(), "\
    /// 1. Chief Executive: absent
    /// 2. Chief Operating Officer: absent (rank 1 of Chief Executive; assumed)
    /// 3. Medical Director: able to act (rank 2 of Chief Executive; assumed)");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn trace(&self) -> Trace<'o> {
        let mut search = Search::new(self.asked);
        search.trace = Some(Vec::new());
        let answer = search.answer();
        Trace::new(search.trace.unwrap_or_default(), answer.acting)
    }

    /// Why the post asked about does not act itself; none if it does. Constant but
    /// for its holders.
    #[must_use]
    pub fn unable(&self) -> Option<PassedOver<'o>> {
        match self.post().kind() {
            PostKind::Body => None,
            _ => PassedOver::of(self.post(), self.asked.away),
        }
    }
}

impl<'o> Post<'o> {
    /// Who acts for the post in general, given who is away and who is nominated.
    ///
    /// In this order: nobody for an external post; itself, if it is filled and not away,
    /// or a body; the day's
    /// nominee, if able; its deputies, rank by rank, then theirs, where an
    /// arrangement is onward, nearest remove first; whoever acts for its
    /// operational superior. Of several able posts of one pool, *one of* them. Step
    /// by step it stands in [rules](crate::rules#who-acts).
    ///
    /// Only unlimited arrangements to act count. Takes at most one step for each
    /// post considered and each arrangement asked, over all superiors. Allocates
    /// only where more than a dozen posts are considered, and for the list of several
    /// that may act. Absences of another organisation are not found here: to a post
    /// of this one nobody is away by them.
    ///
    /// ```
    /// # use answerable::{Absences, Acting};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (chief, officer) = (org.post("chief-executive")?, org.post("chief-operating-officer")?);
    /// let away = Absences::of([chief, officer])?;
    /// let cover = chief.who_acts(&away);
    /// assert_eq!(cover.acting(), &Acting::One(org.post("medical-director")?));
    /// assert_eq!(
    ///     cover.to_string(),
    ///     "Medical Director deputises for Chief Executive \
    ///         (Chief Executive absent; Chief Operating Officer absent)"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn who_acts<'d>(self, away: &'d Absences<'o>) -> Cover<'o, 'd> {
        Search::cover(Question {
            post: self,
            matter: None,
            away,
        })
    }

    /// Who acts for the post on this matter: as [`Post::who_acts`], but that
    /// arrangements limited to the matter count too, and that it reverts along
    /// the lines of the matter's kind. On a personal matter only arrangements
    /// that name it count, and it does not revert. A matter of another organisation
    /// is named by no arrangement here.
    ///
    /// ```
    /// # use answerable::{Absences, Acting, Gap};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (chief, revalidation) = (org.post("chief-executive")?, org.matter("revalidation")?);
    /// let away = Absences::of([chief])?;
    /// let officer = org.post("chief-operating-officer")?;
    /// assert_eq!(chief.who_acts(&away).acting(), &Acting::One(officer));
    /// let on_it = chief.who_acts_on(revalidation, &away); // personal, and no deputy of the post is named for it
    /// assert_eq!(on_it.acting(), &Acting::Nobody(Gap::Personal(revalidation)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn who_acts_on<'d>(self, matter: Matter<'o>, away: &'d Absences<'o>) -> Cover<'o, 'd> {
        Search::cover(Question {
            post: self,
            matter: Some(matter),
            away,
        })
    }
}
