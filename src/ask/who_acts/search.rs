//! The search for who acts for one post.

use crate::model::PostKind;
use crate::steps::step;
use crate::view::{Line, Matter, Post, Superior};

use crate::ask::absences::{Absences, Away};

use super::noted::Noted;
use super::pools::Pools;
use super::{Acting, Considered, Cover, Gap, How, PassedOver, Through, governing, is_able};

/// The question: for one post, on one day, in general or on a matter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question<'o, 'd> {
    pub(super) post: Post<'o>,
    pub(super) matter: Option<Matter<'o>>,
    pub(super) away: &'d Absences<'o>,
}

impl<'o> Question<'o, '_> {
    /// The line along which cover reverts, or why it does not.
    pub(super) fn revert(self, covered: Post<'o>) -> Result<Line<'o>, Gap<'o>> {
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

/// The answer, without its reasons.
#[derive(Debug, Clone)]
pub(super) struct Answer<'o> {
    pub(super) acting: Acting<'o>,
    pub(super) how: Option<How>,
    pub(super) removes: usize,
    pub(super) layers: usize,
}

impl Answer<'_> {
    pub(super) const ITSELF: Self = Self {
        acting: Acting::Itself,
        how: None,
        removes: 0,
        layers: 0,
    };
}

/// The search for who acts, over all layers.
pub(super) struct Search<'o, 'd> {
    asked: Question<'o, 'd>,
    /// The posts considered, and whether they are able.
    considered: Noted<bool>,
    pools: Pools<'o>,
    /// The steps, where they are asked for.
    pub(super) trace: Option<Vec<Considered<'o>>>,
}

impl<'o, 'd> Search<'o, 'd> {
    pub(super) fn new(asked: Question<'o, 'd>) -> Self {
        Self {
            asked,
            considered: Noted::new(),
            pools: Pools::new(asked.post.organisation(), asked.matter),
            trace: None,
        }
    }

    pub(super) fn cover(asked: Question<'o, 'd>) -> Cover<'o, 'd> {
        // Most posts act themselves: nothing is made ready for those.
        let answer = if asked.post.kind() == PostKind::Body || is_able(asked.post, asked.away) {
            Answer::ITSELF
        } else {
            let mut search = Search::new(asked);
            search.considered.add(asked.post.place(), false);
            search.answer()
        };
        Cover { asked, answer }
    }

    pub(super) fn answer(&mut self) -> Answer<'o> {
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
        while let Some(removes) = self.pools.next_pool() {
            let mut acting: Option<Acting<'o>> = None;
            while let Some(asked) = self.pools.ask() {
                let deputy = asked.arrangement.deputy();
                let through = Through::Arrangement(asked.arrangement);
                if asked.discounted.is_some() {
                    self.note(deputy, through, asked.discounted, false);
                } else if self.consider(deputy, through, asked.opens) {
                    acting = Some(match acting {
                        None => Acting::One(deputy),
                        Some(others) => others.or(deputy),
                    });
                }
            }
            if let Some(acting) = acting {
                return Some((acting, Some(How::Deputy), removes));
            }
        }
        None
    }

    /// Considers a post; whether it is able, and was not found so before. A search
    /// ends with the pool in which one is, so that was in the same pool.
    fn consider(&mut self, post: Post<'o>, through: Through<'o>, opens: bool) -> bool {
        step();
        let known = self.considered.of(post.place());
        let is_able = known.unwrap_or_else(|| is_able(post, self.asked.away));
        if known.is_none() {
            self.considered.add(post.place(), is_able);
        }
        if self.trace.is_some() {
            let passed_over = match known {
                _ if is_able => None,
                Some(_) => Some(PassedOver::AlreadyConsidered),
                None => PassedOver::of(post, self.asked.away),
            };
            self.note(post, through, passed_over, opens);
        }
        is_able && known.is_none()
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

impl<'o> PassedOver<'o> {
    /// Why a post is not able to act, if it is not.
    pub(super) fn of(post: Post<'o>, away: &Absences<'o>) -> Option<Self> {
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
