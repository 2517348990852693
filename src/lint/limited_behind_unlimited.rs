//! An arrangement for a matter stands behind an unlimited one, which hides it.

use std::fmt;

use foldhash::HashMap;

use crate::model::FindingCode;
use crate::steps::step;
use crate::view::{Arrangement, Fact, Matter, Post};

use super::finding::{Detail, Subject};
use super::words::{list, title};
use super::{Finding, Known, Rule, deputies};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::LimitedBehindUnlimited,
    find,
    say,
    remedy: |finding| match finding.detail {
        Detail::Behind(terms, unlimited) if terms.deputy() == unlimited.deputy() => {
            "take it out, as far as it is for these matters"
        }
        _ => "put the arrangement for a matter before the unlimited one",
    },
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    for post in known.posts() {
        let mut before = Before::default();
        for terms in deputies::to_act(post) {
            if !terms.is_limited() {
                before.add(terms);
                continue;
            }
            let Some(unlimited) = before.hiding(terms) else {
                continue;
            };
            // On a personal matter an unlimited arrangement does not count.
            let matters = terms.matters().inspect(|_| step());
            let hidden = matters.filter(|matter| !matter.is_personal());
            let hidden: Vec<_> = hidden.map(Subject::Matter).collect();
            if !hidden.is_empty() {
                let (deputy, other) = (terms.deputy(), unlimited.deputy());
                let finding = Finding::about_one(RULE.code, post).with([deputy]);
                let finding = finding.with((other != deputy).then_some(other));
                let detail = Detail::Behind(terms, unlimited);
                found.push(finding.concerning(hidden).detailed(detail));
            }
        }
    }
}

/// The unlimited arrangements of a post up to some rank.
#[derive(Default)]
struct Before<'o> {
    first: Option<Arrangement<'o>>,
    /// The first by another deputy than the first of all.
    other: Option<Arrangement<'o>>,
    /// The first by each deputy, and the first that is onward.
    of: HashMap<Post<'o>, [Option<Arrangement<'o>>; 2]>,
}

impl<'o> Before<'o> {
    fn add(&mut self, terms: Arrangement<'o>) {
        let first = *self.first.get_or_insert(terms);
        if terms.deputy() != first.deputy() {
            self.other.get_or_insert(terms);
        }
        let [any, onward] = self.of.entry(terms.deputy()).or_default();
        any.get_or_insert(terms);
        if terms.is_onward() {
            onward.get_or_insert(terms);
        }
    }

    /// What hides an arrangement for matters: one by the same deputy, after which it
    /// adds nothing, or else the first by another.
    fn hiding(&self, terms: Arrangement<'o>) -> Option<Arrangement<'o>> {
        let is_before = |of: &Arrangement<'o>| of.rank() < terms.rank();
        let [any, onward] = self.of.get(&terms.deputy()).copied().unwrap_or_default();
        let same = if terms.is_onward() { onward } else { any };
        let by_others = [self.first, self.other].into_iter().flatten();
        let mut by_others = by_others.filter(|of| of.deputy() != terms.deputy());
        same.filter(is_before)
            .or_else(|| by_others.next().filter(is_before))
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Detail::Behind(terms, unlimited) = finding.detail else {
        return Ok(());
    };
    let matters = finding
        .subjects()
        .iter()
        .filter_map(|subject| match subject {
            Subject::Matter(matter) => Some(Matter::title(*matter)),
            _ => None,
        });
    let matters = list(matters, finding.subjects().len());
    let (deputy, post) = (title(terms.deputy()), title(finding.post()));
    if terms.deputy() == unlimited.deputy() {
        return write!(
            f,
            "that {deputy} deputises for {post} in {matters} adds nothing: it deputises in everything before that"
        );
    }
    let first = title(unlimited.deputy());
    write!(
        f,
        "{deputy} deputises for {post} in {matters} only after {first}, which deputises in everything"
    )
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    match finding.detail {
        Detail::Behind(terms, unlimited) => {
            vec![Fact::Arrangement(terms), Fact::Arrangement(unlimited)]
        }
        _ => Vec::new(),
    }
}
