//! Records made sound.

use super::oracle::Oracle;
use super::records::{Told, Up};

/// The same without what would be repeated, or go round in a circle by rule.
pub(super) fn tidied(told: Told) -> Told {
    let mut told = without_repeats(told);
    for kind in 0..3 {
        while let Some(post) = Oracle::of(&told)
            .circles(kind)
            .first()
            .map(|round| round[0])
        {
            told.posts[post].up[kind] = Up::NoneAbove;
        }
    }
    told
}

/// The same without what would be repeated.
pub(super) fn without_repeats(mut told: Told) -> Told {
    let mut headed = Vec::new();
    told.heads.retain(|rule| {
        let area = (rule.kind, rule.unit.clone(), rule.profession.clone());
        let is_new = !headed.contains(&area);
        headed.push(area);
        is_new
    });
    for seat in &mut told.posts {
        let up = seat.up.clone();
        seat.also
            .retain(|(kind, to)| up[*kind] != Up::To(to.clone()));
        once(&mut seat.also);
        once(&mut seat.members);
        once(&mut seat.links);
        let mut named = Vec::new();
        for rank in &mut seat.deputies {
            rank.of.retain(|deputy| {
                let is_new = deputy.scopes().iter().all(|scope| !named.contains(scope));
                named.extend(deputy.scopes());
                is_new
            });
        }
        seat.deputies.retain(|rank| !rank.of.is_empty());
    }
    told
}

fn once<T: PartialEq + Clone>(items: &mut Vec<T>) {
    let mut kept: Vec<T> = Vec::new();
    items.retain(|item| {
        let is_new = !kept.contains(item);
        kept.push(item.clone());
        is_new
    });
}
