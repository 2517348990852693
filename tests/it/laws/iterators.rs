//! Law 9: iterators agree with their lists.

use answerable::Absences;
use proptest::prelude::*;

use super::cases;
use super::lines::{kinds, organisation};
use super::strategies::sound;

proptest! {
    #![proptest_config(cases())]


    #[test]
    fn law_09_iterators_agree_with_their_lists(told in sound(), skip in 0..6_usize) {
        let org = organisation(&told);
        exact_both(&org.posts(), skip)?;
        for unit in org.units() {
            exact_both(&unit.posts(), skip)?;
            exact_both(&unit.posts_within(), skip)?;
        }
        for profession in org.professions() {
            exact_both(&profession.posts(), skip)?;
            exact_both(&profession.posts_within(), skip)?;
        }
        for post in org.posts() {
            for (_, kind) in kinds() {
                exact(&post.chain(kind), skip)?;
                exact(&post.reports(kind), skip)?;
                exact_both(&post.below(kind), skip)?;
            }
            lengths(post.also(), post.also().collect::<Vec<_>>().len())?;
            lengths(post.deputies(), post.deputies().collect::<Vec<_>>().len())?;
            lengths(post.members(), post.members().collect::<Vec<_>>().len())?;
            lengths(post.holders(), post.holders().collect::<Vec<_>>().len())?;
            let forwards: Vec<_> = post.deputies().map(|of| of.to_string()).collect();
            let mut backwards: Vec<_> = post.deputies().rev().map(|of| of.to_string()).collect();
            backwards.reverse();
            prop_assert_eq!(forwards, backwards);
        }
        lengths(org.post_records(), told.posts.len())?;
        lengths(org.who_acts(&Absences::none()).iter(), told.posts.len())?;
        lengths(org.headships(), told.heads.len())?;
        lengths(org.units(), told.units.len())?;
    }
}

/// What an iterator of known length promises, from its start and after each step.
fn exact<I>(iterator: &I, skip: usize) -> Result<(), TestCaseError>
where
    I: ExactSizeIterator + Clone,
    I::Item: Copy + PartialEq + std::fmt::Debug,
{
    let all: Vec<_> = iterator.clone().collect();
    let mut left = iterator.clone();
    for at in 0..all.len() {
        prop_assert_eq!(left.len(), all.len() - at);
        prop_assert_eq!(left.size_hint(), (all.len() - at, Some(all.len() - at)));
        prop_assert_eq!(left.next(), all.get(at).copied());
    }
    prop_assert_eq!((left.len(), left.next(), left.next()), (0, None, None));
    let mut skipped = iterator.clone();
    prop_assert_eq!(skipped.nth(skip), all.get(skip).copied());
    prop_assert_eq!(skipped.len(), all.len().saturating_sub(skip + 1));
    prop_assert_eq!(iterator.clone().count(), all.len());
    prop_assert_eq!(iterator.clone().last(), all.last().copied());
    Ok(())
}

/// The same, and from the other end.
fn exact_both<I>(iterator: &I, skip: usize) -> Result<(), TestCaseError>
where
    I: DoubleEndedIterator + ExactSizeIterator + Clone,
    I::Item: Copy + PartialEq + std::fmt::Debug,
{
    exact(iterator, skip)?;
    let all: Vec<_> = iterator.clone().collect();
    let mut backwards: Vec<_> = iterator.clone().rev().collect();
    backwards.reverse();
    prop_assert_eq!(&backwards, &all);
    let mut skipped = iterator.clone();
    let from_end = all.len().checked_sub(skip + 1).map(|at| all[at]);
    prop_assert_eq!(skipped.nth_back(skip), from_end);
    prop_assert_eq!(skipped.len(), all.len().saturating_sub(skip + 1));
    let (mut ends, mut met) = (iterator.clone(), Vec::new());
    while let Some(first) = ends.next() {
        met.push(first);
        met.extend(ends.next_back());
    }
    prop_assert_eq!(met.len(), all.len());
    Ok(())
}

fn lengths(mut iterator: impl ExactSizeIterator, count: usize) -> Result<(), TestCaseError> {
    for left in (0..=count).rev() {
        prop_assert_eq!(iterator.len(), left);
        prop_assert_eq!(iterator.size_hint(), (left, Some(left)));
        prop_assert_eq!(iterator.next().is_some(), left > 0);
    }
    Ok(())
}
