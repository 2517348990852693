//! Who acts for a post today, on this matter, and why not the others?

mod depth;
mod everyone;
mod order;
mod pools;
mod sentence;
#[cfg(test)]
mod shapes;
mod trace;

use std::collections::{HashMap, HashSet};

use crate::model::{Accountability, PostKind, Standing};
use crate::steps::step;
use crate::view::{Fact, Line, Matter, Post, Reason, Superior};

use super::absences::{Absences, Away};

pub use depth::CoverDepths;
pub use everyone::Covers;
pub use order::Tier;
use pools::{Discounted, Pools};
pub use trace::{Considered, PassedOver, Through, Trace};

/// Who acts.
///
/// Deliberately exhaustive: whoever forgets [`Acting::Nobody`] should not
/// compile.
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
}

/// Why nobody acts, after everything was tried.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// Nominated for the day.
    Nominee,
    /// As a deputy, of the post or of the superior to whom it reverted.
    Deputy,
    /// As the superior to whom it reverted.
    Superior,
}

/// The question: for one post, on one day, in general or on a matter.
#[derive(Debug, Clone, Copy)]
struct Question<'o, 'd> {
    post: Post<'o>,
    matter: Option<Matter<'o>>,
    away: &'d Absences<'o>,
}

impl<'o> Question<'o, '_> {
    /// The line along which cover reverts, or why it does not.
    fn revert(self, covered: Post<'o>) -> Result<Line<'o>, Gap<'o>> {
        if let Some(matter) = self.matter.filter(|matter| matter.is_personal()) {
            return Err(Gap::Personal(matter));
        }
        if !covered.organisation().reverts_to_superior() {
            return Err(Gap::ReversionOff);
        }
        let kind = governing(self.matter);
        match covered.superior(kind) {
            Superior::Known(line) => Ok(line),
            Superior::NoneAbove(why) => Err(Gap::NoneAbove {
                post: covered,
                kind,
                why,
            }),
            Superior::Unstated(why) => Err(Gap::Unstated {
                post: covered,
                kind,
                why,
            }),
        }
    }
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

/// The answer, without its reasons.
#[derive(Debug, Clone)]
struct Answer<'o> {
    acting: Acting<'o>,
    how: Option<How>,
    removes: usize,
    layers: usize,
}

impl Answer<'_> {
    const ITSELF: Self = Self {
        acting: Acting::Itself,
        how: None,
        removes: 0,
        layers: 0,
    };
}

/// Who acts for a post: the answer, and on demand its reasons.
///
/// `Display` is one sentence: "Chief Nurse deputises for Chief Executive (Chief
/// Executive absent; Medical Director absent)".
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
    #[must_use]
    pub fn trace(&self) -> Trace<'o> {
        let mut search = Search::new(self.asked);
        search.trace = Some(Vec::new());
        let answer = search.answer();
        Trace::new(search.trace.unwrap_or_default(), answer.acting)
    }

    /// Every fact the answer rests on: the lines along which it reverted, with
    /// what they rest on, and the arrangements that lead to whoever acts, in the
    /// order of the trace. Absences and nominations are not among them; where
    /// nobody acts there are none. As dear as [`Cover::trace`].
    #[must_use]
    pub fn rests_on(&self) -> Vec<Fact<'o>> {
        self.trace().rests_on()
    }

    /// The weakest standing among those facts; none where there are none.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        self.rests_on().into_iter().map(Fact::standing).max()
    }
}

impl<'o> Post<'o> {
    /// Who acts for the post in general, given who is away and who is nominated.
    ///
    /// In this order: itself, if it is filled and not away, or a body; the day's
    /// nominee, if able; its deputies, rank by rank, then theirs, where an
    /// arrangement is onward, nearest remove first; whoever acts for its
    /// operational superior. Of several able posts of one pool, *one of* them.
    ///
    /// Only unlimited arrangements to act count. Takes at most one step for each
    /// post considered and each arrangement asked, over all superiors; nothing is
    /// allocated where the post acts itself.
    ///
    /// ```
    /// # use answerable::{Accountability::Operational, Absences, Acting, Organisation, PostRecord};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").none_above("answers to the board").deputised_by(["matron", "head"]),
    /// #     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational),
    /// #     PostRecord::new("head", "Head of Nursing").accountable_to("chief-nurse", Operational),
    /// # ])?;
    /// let (chief, matron) = (org.post("chief-nurse")?, org.post("matron")?);
    /// let away = Absences::of([chief, matron])?;
    /// let cover = chief.who_acts(&away);
    /// assert_eq!(cover.acting(), &Acting::One(org.post("head")?));
    /// assert_eq!(
    ///     cover.to_string(),
    ///     "Head of Nursing deputises for Chief Nurse (Chief Nurse absent; Matron absent)"
    /// );
    /// assert_eq!(matron.who_acts(&away).acting(), &Acting::One(org.post("head")?));
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
    /// that name it count, and it does not revert.
    ///
    /// ```
    /// # use answerable::{Absences, Acting, DeputyRecord, Document, Gap, MatterRecord, Organisation, PostRecord};
    /// # let mut document = Document::new("Example");
    /// # document.push_matter(MatterRecord::new("appraisal", "Appraisal").personal());
    /// # document.push_post(PostRecord::new("chief", "Chief Nurse").deputised_by([DeputyRecord::new("matron")]));
    /// # document.push_post(PostRecord::new("matron", "Matron"));
    /// # let org = Organisation::try_from(document)?;
    /// let chief = org.post("chief")?;
    /// let away = Absences::of([chief])?;
    /// let appraisal = org.matter("appraisal")?; // personal
    /// assert_eq!(chief.who_acts(&away).acting(), &Acting::One(org.post("matron")?));
    /// let on_appraisal = chief.who_acts_on(appraisal, &away);
    /// assert_eq!(on_appraisal.acting(), &Acting::Nobody(Gap::Personal(appraisal)));
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

/// The search for who acts, over all layers.
struct Search<'o, 'd> {
    asked: Question<'o, 'd>,
    /// The posts considered, and whether they are able.
    considered: HashMap<u32, bool>,
    pools: Pools<'o>,
    /// The steps, where they are asked for.
    trace: Option<Vec<Considered<'o>>>,
}

impl<'o, 'd> Search<'o, 'd> {
    fn new(asked: Question<'o, 'd>) -> Self {
        Self {
            asked,
            considered: HashMap::new(),
            pools: Pools::new(asked.matter),
            trace: None,
        }
    }

    fn cover(asked: Question<'o, 'd>) -> Cover<'o, 'd> {
        // Most posts act themselves: nothing is made ready for those.
        let answer = if asked.post.kind() == PostKind::Body || is_able(asked.post, asked.away) {
            Answer::ITSELF
        } else {
            Search::new(asked).answer()
        };
        Cover { asked, answer }
    }

    fn answer(&mut self) -> Answer<'o> {
        let (mut covered, mut through) = (self.asked.post, Through::Itself);
        let mut layers = 0;
        let (acting, how, removes) = loop {
            if let Some(answer) = self.layer(covered, through) {
                break answer;
            }
            match self.asked.revert(covered) {
                Ok(line) => (covered, through) = (line.to(), Through::Reversion(line)),
                Err(gap) => break (Acting::Nobody(gap), None, 0),
            }
            layers += 1;
        };
        Answer {
            acting,
            how,
            removes,
            layers,
        }
    }

    /// One layer: the post itself, its nominee, its deputies and theirs.
    fn layer(
        &mut self,
        covered: Post<'o>,
        through: Through<'o>,
    ) -> Option<(Acting<'o>, Option<How>, usize)> {
        step();
        let is_asked = through == Through::Itself;
        let reached = |acting| {
            if is_asked {
                (Acting::Itself, None, 0)
            } else {
                (acting, Some(How::Superior), 0)
            }
        };
        match covered.kind() {
            PostKind::External => {
                self.note(covered, through, Some(PassedOver::External), false);
                return Some((Acting::Nobody(Gap::External(covered)), None, 0));
            }
            PostKind::Body => {
                self.note(covered, through, None, false);
                return Some(reached(Acting::Body(covered)));
            }
            PostKind::Individual => {}
        }
        if self.consider(covered, through, false) {
            return Some(reached(Acting::One(covered)));
        }
        if let Some(nominee) = self.asked.away.nominee(covered)
            && self.consider(nominee, Through::Nomination(covered), false)
        {
            return Some((Acting::One(nominee), Some(How::Nominee), 0));
        }
        self.deputies(covered)
    }

    /// The first pool of deputies in which one or several are able.
    fn deputies(&mut self, covered: Post<'o>) -> Option<(Acting<'o>, Option<How>, usize)> {
        self.pools.open(covered);
        while let Some(pool) = self.pools.next() {
            let (mut able, mut once) = (Vec::new(), HashSet::new());
            for asked in pool.asked {
                let deputy = asked.arrangement.deputy();
                let through = Through::Arrangement(asked.arrangement);
                if let Err(why) = asked.counts {
                    self.note(deputy, through, Some(why.into()), false);
                } else if self.consider(deputy, through, asked.opens) && once.insert(deputy) {
                    able.push(deputy);
                }
            }
            let acting = match able.len() {
                0 => continue,
                1 => Acting::One(able.remove(0)),
                _ => Acting::OneOf(able),
            };
            return Some((acting, Some(How::Deputy), pool.removes));
        }
        None
    }

    /// Considers a post, once; whether it is able.
    fn consider(&mut self, post: Post<'o>, through: Through<'o>, opens: bool) -> bool {
        step();
        let known = self.considered.get(&post.place()).copied();
        let is_able = known.unwrap_or_else(|| is_able(post, self.asked.away));
        self.considered.insert(post.place(), is_able);
        if self.trace.is_some() {
            let passed_over = match known {
                _ if is_able => None,
                Some(_) => Some(PassedOver::AlreadyConsidered),
                None => PassedOver::of(post, self.asked.away),
            };
            self.note(post, through, passed_over, opens);
        }
        is_able
    }

    fn note(
        &mut self,
        post: Post<'o>,
        through: Through<'o>,
        passed_over: Option<PassedOver<'o>>,
        opens: bool,
    ) {
        if let Some(trace) = &mut self.trace {
            trace.push(Considered {
                post,
                through,
                passed_over,
                opens,
            });
        }
    }
}

impl From<Discounted> for PassedOver<'_> {
    fn from(why: Discounted) -> Self {
        match why {
            Discounted::AttendsOnly => Self::AttendsOnly,
            Discounted::OtherMatter => Self::OtherMatter,
            Discounted::NotNamed => Self::NotNamed,
        }
    }
}

impl<'o> PassedOver<'o> {
    /// Why a post is not able to act, if it is not.
    fn of(post: Post<'o>, away: &Absences<'o>) -> Option<Self> {
        if post.kind() != PostKind::Individual {
            return Some(Self::External);
        }
        if post.is_vacant() {
            return Some(Self::Vacant);
        }
        match away.why_away(post)? {
            Away::Named => Some(Self::Absent),
            Away::Holders(holders) => Some(Self::HoldersAway(holders)),
        }
    }
}
