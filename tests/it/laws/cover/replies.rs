//! What the crate answers, in the words of the oracle: posts by their number.

use answerable::{
    Absences, Accountability, Acting, Arrangement, Cover, Gap, How, Organisation, PassedOver, Post,
    Through,
};

use super::super::records::{KINDS, Told};
use super::oracle::{self, Acts, Day, Reply};
use super::trace::{self, Passed};

/// An organisation with its posts by the number they have in some records.
pub(super) struct Asked<'o> {
    pub(super) org: &'o Organisation,
    pub(super) posts: Vec<Post<'o>>,
}

/// A step of a trace as given: one reason to pass a post over, or none.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Step {
    pub(super) post: usize,
    pub(super) through: trace::Through,
    pub(super) passed: Option<Passed>,
}

impl<'o> Asked<'o> {
    /// Of posts that have these ids there.
    pub(super) fn of(org: &'o Organisation, told: &Told) -> Self {
        let ids = told.posts.iter().map(|seat| seat.id.as_str());
        let posts = ids.map(|id| org.post(id).expect("each post is there"));
        Self {
            org,
            posts: posts.collect(),
        }
    }

    pub(super) fn number(&self, post: Post<'_>) -> usize {
        let mut posts = self.posts.iter();
        posts.position(|of| *of == post).expect("a post of these")
    }

    fn numbers(&self, posts: &[Post<'_>]) -> Vec<usize> {
        posts.iter().map(|&post| self.number(post)).collect()
    }

    pub(super) fn away(&self, day: &Day) -> Absences<'o> {
        let absent = day.absent.iter().map(|&post| self.posts[post]);
        let mut away = Absences::of(absent).expect("no bodies");
        for &(post, at) in &day.away {
            let holder = self.posts[post].holders().nth(at).expect("a holder");
            away = away.with_holder(holder).expect("of this organisation");
        }
        for &(post, nominee) in &day.nominees {
            let (post, nominee) = (self.posts[post], self.posts[nominee]);
            away = away.with_nominee(post, nominee).expect("individual posts");
        }
        away
    }

    pub(super) fn cover<'d>(
        &self,
        post: usize,
        day: &Day,
        away: &'d Absences<'o>,
    ) -> Cover<'o, 'd> {
        match &day.matter {
            None => self.posts[post].who_acts(away),
            Some(matter) => {
                let matter = self.org.matter(matter).expect("it is known");
                self.posts[post].who_acts_on(matter, away)
            }
        }
    }

    /// The answers for every post, in their order here.
    pub(super) fn replies(&self, day: &Day) -> Vec<(Reply, Vec<Step>)> {
        let away = self.away(day);
        let covers = (0..self.posts.len()).map(|post| self.cover(post, day, &away));
        covers
            .map(|cover| (self.reply(&cover), self.steps(&cover)))
            .collect()
    }

    pub(super) fn reply(&self, cover: &Cover<'_, '_>) -> Reply {
        Reply {
            acting: self.acts(cover.acting()),
            how: cover.how().map(|how| match how {
                How::Nominee => oracle::How::Nominee,
                How::Deputy => oracle::How::Deputy,
                How::Superior => oracle::How::Superior,
            }),
            removes: cover.removes(),
            layers: cover.layers(),
        }
    }

    pub(super) fn acts(&self, acting: &Acting<'_>) -> Acts {
        match acting {
            Acting::Itself => Acts::Itself,
            Acting::One(post) => Acts::One(self.number(*post)),
            Acting::OneOf(posts) => Acts::OneOf(self.numbers(posts)),
            Acting::Body(post) => Acts::Body(self.number(*post)),
            Acting::Nobody(gap) => Acts::Nobody(match gap {
                Gap::External(post) => oracle::Gap::External(self.number(*post)),
                Gap::NoneAbove { post, kind, why } => {
                    let why = why.why().to_owned();
                    oracle::Gap::NoneAbove(self.number(*post), number_of(*kind), why)
                }
                Gap::Unstated { post, kind, why } => {
                    let why = why.map(|why| why.why().to_owned());
                    oracle::Gap::Unstated(self.number(*post), number_of(*kind), why)
                }
                Gap::Personal(matter) => oracle::Gap::Personal(matter.id().to_owned()),
                Gap::ReversionOff => oracle::Gap::ReversionOff,
            }),
        }
    }

    pub(super) fn terms(&self, arrangement: Arrangement<'_>) -> oracle::Terms {
        let principal = self.number(arrangement.principal());
        let mut deputies = self.posts[principal].deputies();
        let at = deputies.position(|of| of == arrangement);
        (principal, at.expect("an arrangement of its own post"))
    }

    pub(super) fn steps(&self, cover: &Cover<'_, '_>) -> Vec<Step> {
        let trace = cover.trace();
        let steps = trace.steps().iter().map(|step| Step {
            post: self.number(step.post()),
            through: match step.through() {
                Through::Itself => trace::Through::Itself,
                Through::Nomination(of) => trace::Through::Nomination(self.number(of)),
                Through::Arrangement(of) => {
                    assert_eq!(of.deputy(), step.post());
                    trace::Through::Arrangement(self.terms(of))
                }
                Through::Reversion(line) => {
                    assert!(!line.is_also() && line.to() == step.post());
                    assert_eq!(line.from().superior(line.kind()).line(), Some(line));
                    let ends = (self.number(line.from()), self.number(line.to()));
                    trace::Through::Reversion(ends.0, ends.1, number_of(line.kind()))
                }
            },
            passed: step.passed_over().map(|passed| match passed {
                PassedOver::Vacant => Passed::Vacant,
                PassedOver::Absent => Passed::Absent,
                PassedOver::HoldersAway(_) => Passed::HoldersAway,
                PassedOver::External => Passed::External,
                PassedOver::OtherMatter => Passed::OtherMatter,
                PassedOver::NotNamed => Passed::NotNamed,
                PassedOver::AttendsOnly => Passed::AttendsOnly,
                PassedOver::AlreadyConsidered => Passed::AlreadyConsidered,
                other => unreachable!("{other:?}"),
            }),
        });
        steps.collect()
    }
}

fn number_of(kind: Accountability) -> usize {
    let mut kinds = KINDS.iter();
    kinds.position(|of| *of == kind).expect("one of three")
}
