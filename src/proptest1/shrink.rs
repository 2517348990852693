//! Fewer posts, then fewer facts, then plainer words.

use std::collections::BTreeSet;
use std::fmt::Debug;

use proptest::strategy::ValueTree;

use crate::{Accountability, Organisation, Post};

use super::plan::{Fact, Piece, Plan, Up};

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
        Step::Posts(count) | Step::Facts(count) => {
            let are_posts = matches!(step, Step::Posts(_));
            let places = plan.pieces.iter().enumerate();
            let places = places.filter(|(_, piece)| matches!(piece, Piece::Post(..)) == are_posts);
            let gone: BTreeSet<usize> = places
                .map(|(place, _)| place)
                .skip(at)
                .take(count)
                .collect();
            gone.first()?;
            less.take(&gone);
        }
        Step::Between => {
            let posts = plan.pieces.iter().enumerate();
            let mut posts = posts.filter_map(|(place, piece)| match piece {
                Piece::Post(at, _) => Some((place, *at)),
                _ => None,
            });
            let (place, post) = posts.nth(at)?;
            for kind in Accountability::ALL {
                bridge(&mut less, post, kind);
            }
            less.take(&BTreeSet::from([place]));
        }
        Step::Told => tell(&mut less, *Accountability::ALL.get(at)?),
        Step::Terms => {
            let told = plan.pieces.iter();
            let mut plainer =
                told.flat_map(|piece| piece.plainer().into_iter().map(move |less| (piece, less)));
            let (told, plainer) = plainer.nth(at)?;
            for piece in less.pieces.iter_mut().filter(|piece| *piece == told) {
                *piece = plainer.clone();
            }
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
    let posts = plan.by_id();
    let number = |of: Post<'_>| posts.get(of.id()).copied();
    plan.pieces
        .retain(|piece| !matches!(piece, Piece::Head(rule) if rule.kind == kind));
    let lines = org.posts().filter_map(|post| post.superior(kind).line());
    for line in lines.filter(|line| line.headship().is_some()) {
        if let (Some(from), Some(to)) = (number(line.from()), number(line.to())) {
            plan.push(from, Fact::Up(kind, Up::To(to)));
        }
    }
}

/// The reports of `post` answer to its superior, as far as lines are told.
fn bridge(plan: &mut Plan, post: usize, kind: Accountability) {
    let Some(&above) = plan.ups(kind).get(&post) else {
        return;
    };
    let above = above.clone();
    for piece in &mut plan.pieces {
        if let Piece::Of(_, Fact::Up(of, up), _) = piece
            && *of == kind
            && *up == Up::To(post)
        {
            *up = above.clone();
        }
    }
}
