//! How does a program that uses this crate test itself on any organisation? With
//! these strategies for proptest 1 (feature `proptest1`; proptest is a dependency of
//! your own beside it). To see an organisation that failed, print its `to_toml`.
//!
//! A property that such a program would state: nobody is asked to approve who is
//! away that day.
//!
//! ```
//! use answerable::proptest1::{any_absences, any_post, organisation};
//! use answerable::{Absences, Acting, Post};
//! use proptest::prelude::*;
//!
//! /// Whom our program sends a request for approval.
//! fn approver<'o>(post: Post<'o>, away: &Absences<'o>) -> Option<Post<'o>> {
//!     match post.who_acts(away).acting() {
//!         Acting::Itself => Some(post),
//!         Acting::One(deputy) => Some(*deputy),
//!         Acting::OneOf(_) | Acting::Body(_) | Acting::Nobody(_) => None,
//!     }
//! }
//!
//! proptest!(|(org in organisation(1..20), post in any_post(), away in any_absences())| {
//!     let (post, away) = (post.of(&org).expect("it has posts"), away.of(&org));
//!     if let Some(approver) = approver(post, &away) {
//!         prop_assert!(!approver.is_vacant() && !away.is_away(approver));
//!     }
//! });
//! ```
//!
//! | strategy | gives |
//! | --- | --- |
//! | [`organisation`], [`sound_document`] | what is sound: chains as deep as the posts allow and spans as wide, lines of three kinds, told and by rule (through operational superiors too), not stated, with none above and ending outside; posts that answer to each other in two kinds; vacant posts, job shares, several seats, persons with several posts; deputies in ranks and pools, limited, onward, mutual, attending only; personal matters; bodies, links, `also` lines; sources and bases, capacities and roles, labels, thresholds and allowances |
//! | [`faulty_document`] | a sound one with one [`Fault`], hence one problem |
//! | [`wild_document`] | anything that records may say: several faults at once, facts about posts that are not there, two superiors, bad numbers, blank texts, control and bidi characters |
//! | [`any_post`], [`post_of`] | a post |
//! | [`any_absences`], [`absences_of`] | who is away, posts and holders, and who is nominated for the day |
//!
//! Every size is a number of posts. What fails shrinks towards fewer posts, then
//! fewer facts, then plain ids and titles, and stays of the sort asked for: a
//! sound document sound, a faulty one of its one fault. What is about a post, or
//! names it, goes with it; nothing else changes place.
//!
//! `any_post` and `any_absences` go into the same `proptest!` as the organisation
//! they are asked of; `post_of` and `absences_of` are of one that is there.
//!
//! Keys that no document has, repeated keys and values of a wrong type are out of
//! reach: no record can say them, a text can.

mod asked;
mod dice;
mod fault;
mod plan;
mod shrink;
mod sound;
mod told;
mod wild;
mod words;

use std::fmt;
use std::sync::Arc;

use proptest::collection::SizeRange;
use proptest::strategy::{NewTree, Strategy};
use proptest::test_runner::TestRunner;

pub use asked::{AnyAbsences, AnyPost, absences_of, any_absences, any_post, post_of};
pub use fault::Fault;

use crate::{Document, Organisation};
use dice::Dice;
use plan::Plan;
use shrink::{Make, Shrinking};

/// How a plan of so many posts is come by.
#[derive(Debug, Clone, Copy)]
enum Sort {
    Sound,
    Faulty(Fault),
    Wild,
}

/// A strategy that makes plans, and values of them.
#[derive(Clone)]
struct Planned<T> {
    sort: Sort,
    size: SizeRange,
    make: Make<T>,
}

impl<T> fmt::Debug for Planned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Planned({:?}, {:?})", self.sort, self.size)
    }
}

impl<T: fmt::Debug + Clone> Strategy for Planned<T> {
    type Tree = Shrinking<T>;
    type Value = T;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let (fewest, most) = self.size.start_end_incl();
        let mut dice = Dice(runner.rng());
        let more = most.saturating_sub(fewest).saturating_add(1);
        let count = fewest.saturating_add(dice.roll(more));
        let (fewest, plan) = match self.sort {
            Sort::Sound => (fewest, sound::sound(&mut dice, count)),
            Sort::Wild => (fewest, wild::wild(&mut dice, count)),
            Sort::Faulty(fault) => {
                let count = count.max(fault.takes());
                (fewest, fault::faulty(&mut dice, count, fault))
            }
        };
        plan.and_then(|plan| Shrinking::new(Arc::clone(&self.make), fewest, plan))
            .ok_or_else(|| "no document of this sort and size was found".into())
    }
}

fn planned<T>(
    sort: Sort,
    size: impl Into<SizeRange>,
    make: impl Fn(&Plan) -> Option<T> + Send + Sync + 'static,
) -> Planned<T> {
    let (size, make) = (size.into(), Arc::new(make));
    Planned { sort, size, make }
}

/// Sound organisations of so many posts: a number, or a range of numbers.
///
/// ```
/// use answerable::Accountability;
/// use answerable::proptest1::organisation;
/// use proptest::prelude::*;
///
/// proptest!(|(org in organisation(0..20))| {
///     prop_assert!(org.posts().len() < 20);
///     for (post, kind) in org.posts().flat_map(|post| Accountability::ALL.map(|kind| (post, kind))) {
///         prop_assert!(post.chain(kind).all(|line| line.kind() == kind && line.to() != post));
///     }
/// });
/// ```
pub fn organisation(size: impl Into<SizeRange>) -> impl Strategy<Value = Organisation> + Clone {
    planned(Sort::Sound, size, |plan| {
        Organisation::try_from(plan.document()).ok()
    })
}

/// Documents of so many posts that make sound organisations.
///
/// ```
/// use answerable::Organisation;
/// use answerable::proptest1::sound_document;
/// use proptest::prelude::*;
///
/// proptest!(|(document in sound_document(1..9))| {
///     let posts = document.posts().count();
///     let org = Organisation::try_from(document).expect("a sound organisation");
///     prop_assert_eq!(org.posts().len(), posts);
/// });
/// ```
pub fn sound_document(size: impl Into<SizeRange>) -> impl Strategy<Value = Document> {
    planned(Sort::Sound, size, |plan| {
        let document = plan.document();
        Organisation::try_from(document.clone()).ok()?;
        Some(document)
    })
}

/// Documents of so many posts that are faulty in this way, and in no other: they
/// have one problem, and [`Fault::is_due`] knows it.
///
/// A fault takes up to two posts, which are there whatever the size.
///
/// ```
/// use answerable::Organisation;
/// use answerable::proptest1::{Fault, faulty_document};
/// use proptest::{prelude::*, sample::select};
///
/// let faults = select(Fault::ALL);
/// let any = faults.prop_flat_map(|fault| (Just(fault), faulty_document(fault, 1..9)));
/// proptest!(|((fault, document) in any)| {
///     let salvage = Organisation::salvage(document);
///     prop_assert_eq!(salvage.problems.len(), 1);
///     prop_assert!(fault.is_due(salvage.problems[0].kind()));
/// });
/// ```
pub fn faulty_document(
    fault: Fault,
    size: impl Into<SizeRange>,
) -> impl Strategy<Value = Document> {
    planned(Sort::Faulty(fault), size, move |plan| {
        fault::is_alone(fault, plan).then(|| plan.document())
    })
}

/// Documents of so many posts that may say anything.
///
/// ```
/// use answerable::Organisation;
/// use answerable::proptest1::wild_document;
/// use proptest::prelude::*;
///
/// proptest!(|(document in wild_document(0..9))| {
///     let is_sound = Organisation::try_from(document.clone()).is_ok();
///     prop_assert_eq!(Organisation::salvage(document).problems.is_empty(), is_sound);
/// });
/// ```
pub fn wild_document(size: impl Into<SizeRange>) -> impl Strategy<Value = Document> {
    planned(Sort::Wild, size, |plan| Some(plan.document()))
}
