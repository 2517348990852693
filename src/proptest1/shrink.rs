//! Fewer posts, then fewer facts, then plainer words.

use std::fmt::Debug;

use proptest::strategy::ValueTree;

use crate::{Accountability, Organisation, Post};

use super::plan::{Piece, Plan, Up};

/// What is made of a plan; nothing, if the plan is not of the sort asked for.
pub(super) type Make<T> = std::sync::Arc<dyn Fn(&Plan) -> Option<T> + Send + Sync>;

/// One sort of step towards less.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    /// Fewer posts: so many next to each other at once.
    Posts(usize),
    /// One post fewer, whose reports answer to its superior.
    Between,
    /// Fewer facts: so many next to each other at once.
    Facts(usize),
    /// Told lines in place of those by rule, kind by kind.
    Told,
    /// Plainer terms of one fact.
    Terms,
    Words,
    End,
}

/// A value with all that is less.
pub(super) struct Shrinking<T> {
    make: Make<T>,
    fewest: usize,
    plan: Plan,
    value: T,
    /// What it was before the last step.
    before: Option<(Plan, T)>,
    step: Step,
    at: usize,
    /// Whether anything was taken away since the first step was last tried.
    is_less: bool,
}

impl<T> Shrinking<T> {
    /// The value of a plan, never to be of fewer posts than this.
    pub(super) fn new(make: Make<T>, fewest: usize, plan: Plan) -> Option<Self> {
        let value = make(&plan)?;
        let step = Step::Posts(plan.posts().count());
        Some(Self {
            make,
            fewest,
            plan,
            value,
            before: None,
            step,
            at: 0,
            is_less: false,
        })
    }

    /// Takes the next step that gives something of the sort asked for.
    fn advance(&mut self) -> bool {
        while self.step != Step::End {
            let Some(less) = tried(&self.plan, self.step, self.at) else {
                self.next_step();
                continue;
            };
            let is_fit = less != self.plan && less.posts().count() >= self.fewest;
            if let Some(value) = is_fit.then(|| (self.make)(&less)).flatten() {
                let plan = std::mem::replace(&mut self.plan, less);
                self.before = Some((plan, std::mem::replace(&mut self.value, value)));
                return true;
            }
            self.go_on();
        }
        false
    }

    fn go_on(&mut self) {
        let by = match self.step {
            Step::Posts(count) | Step::Facts(count) => count,
            _ => 1,
        };
        self.at = self.at.saturating_add(by);
    }

    fn next_step(&mut self) {
        self.at = 0;
        self.step = match self.step {
            Step::Posts(0 | 1) => Step::Between,
            Step::Posts(count) => Step::Posts(count / 2),
            Step::Between => Step::Facts(self.plan.pieces.len()),
            Step::Facts(0 | 1) => Step::Told,
            Step::Facts(count) => Step::Facts(count / 2),
            Step::Told => Step::Terms,
            Step::Terms => Step::Words,
            Step::Words if self.is_less => Step::Posts(1),
            Step::Words | Step::End => Step::End,
        };
        if self.step == Step::Posts(1) {
            self.is_less = false;
        }
    }
}

impl<T: Debug + Clone> ValueTree for Shrinking<T> {
    type Value = T;

    fn current(&self) -> T {
        self.value.clone()
    }

    fn simplify(&mut self) -> bool {
        // The step before was kept: what stands at the same place is another.
        self.is_less |= self.before.take().is_some();
        self.advance()
    }

    fn complicate(&mut self) -> bool {
        let Some((plan, value)) = self.before.take() else {
            return false;
        };
        (self.plan, self.value) = (plan, value);
        self.go_on();
        // Another step from there, or there again.
        self.advance();
        true
    }
}

/// The plan after a step at a place; nothing past the last place.
fn tried(plan: &Plan, step: Step, at: usize) -> Option<Plan> {
    let mut less = plan.clone();
    match step {
        Step::Posts(count) => {
            let posts = plan.pieces.iter();
            let posts = posts.filter(|piece| matches!(piece, Piece::Post(..)));
            let gone: Vec<&Piece> = posts.skip(at).take(count).collect();
            gone.first()?;
            for post in gone {
                less.take(post);
            }
        }
        Step::Between => {
            let (post, _) = plan.posts().nth(at)?;
            for kind in Accountability::ALL {
                bridge(&mut less, post, kind);
            }
            less.pieces.retain(|piece| !piece.mentions_post(post));
        }
        Step::Facts(count) => {
            let facts = plan.pieces.iter();
            let facts = facts.filter(|piece| !matches!(piece, Piece::Post(..)));
            let mut number: usize = 0;
            let gone: Vec<&Piece> = facts.clone().skip(at).take(count).collect();
            gone.first()?;
            // By place: of two that are alike, one may go alone.
            let range = at..at.saturating_add(count);
            less.pieces.retain(|piece| {
                if matches!(piece, Piece::Post(..)) {
                    return true;
                }
                let is_gone = range.contains(&number);
                number = number.saturating_add(1);
                !is_gone
            });
            less.pieces
                .retain(|piece| !gone.iter().any(|gone| *gone != piece && piece.needs(gone)));
        }
        Step::Told => tell(&mut less, *Accountability::ALL.get(at)?),
        Step::Terms => {
            let plainer = plan.pieces.iter().enumerate();
            let mut plainer = plainer.flat_map(|(place, piece)| {
                piece.plainer().into_iter().map(move |less| (place, less))
            });
            let (place, piece) = plainer.nth(at)?;
            *less.pieces.get_mut(place)? = piece;
        }
        Step::Words => {
            if at > 0 {
                return None;
            }
            less.is_fancy = false;
        }
        Step::End => return None,
    }
    Some(less)
}

/// Lines of this kind are told, if any is by rule, and the rules are not.
fn tell(plan: &mut Plan, kind: Accountability) {
    let Ok(org) = Organisation::try_from(plan.document()) else {
        return;
    };
    let ids: Vec<(String, usize)> = plan
        .posts()
        .map(|(post, _)| (plan.post_id(post), post))
        .collect();
    let number = |of: Post<'_>| ids.iter().find(|(id, _)| id == of.id()).map(|(_, at)| *at);
    plan.pieces
        .retain(|piece| !matches!(piece, Piece::Head(rule) if rule.kind == kind));
    for line in org.posts().filter_map(|post| post.superior(kind).line()) {
        if let (true, Some(from), Some(to)) = (
            line.headship().is_some(),
            number(line.from()),
            number(line.to()),
        ) {
            plan.set_up(from, kind, Up::To(to));
        }
    }
}

/// The reports of `post` answer to its superior, as far as lines are told.
fn bridge(plan: &mut Plan, post: usize, kind: Accountability) {
    let Some(above) = plan.up(post, kind).cloned() else {
        return;
    };
    let reports: Vec<usize> = plan
        .posts()
        .map(|(at, _)| at)
        .filter(|at| *at != post && plan.up(*at, kind) == Some(&Up::To(post)))
        .collect();
    for report in reports {
        plan.set_up(report, kind, above.clone());
    }
}
