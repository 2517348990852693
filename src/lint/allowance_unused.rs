//! An allowance covers no finding, or names a post about which there is none.

use std::collections::{HashMap, HashSet};
use std::fmt;

use crate::Organisation;
use crate::model::FindingCode;
use crate::view::{Fact, Post};

use super::finding::Detail;
use super::words::{as_posts, titles};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::AllowanceUnused,
    find,
    say,
    remedy: "take it out of the allowances",
    rests_on,
};

/// What allowances cover is known when everything else is found.
fn find<'o>(_: &Known<'o>, _: &mut Vec<Finding<'o>>) {}

/// Which allowances are of use, and for which posts.
pub(super) struct Use<'o> {
    org: &'o Organisation,
    /// The places of the allowances of each code.
    of_code: HashMap<FindingCode, Vec<usize>>,
    /// The posts each names; none if it covers every finding of its code.
    posts: Vec<HashSet<u32>>,
    /// Those of them for which it was of use.
    used_for: Vec<HashSet<u32>>,
    is_used: Vec<bool>,
}

impl<'o> Use<'o> {
    /// None has been of use yet.
    pub(super) fn none(org: &'o Organisation) -> Self {
        let allowances = &org.allowances;
        let mut of_code: HashMap<FindingCode, Vec<usize>> = HashMap::new();
        for (at, allowance) in allowances.iter().enumerate() {
            of_code.entry(allowance.code).or_default().push(at);
        }
        let posts = allowances.iter().map(|allowance| {
            let posts = allowance.posts.iter();
            posts.map(|&id| org.post_at(id)).collect()
        });
        Self {
            org,
            of_code,
            posts: posts.collect(),
            used_for: vec![HashSet::new(); allowances.len()],
            is_used: vec![false; allowances.len()],
        }
    }

    /// The first allowance that covers a finding, if one does: it is of use.
    pub(super) fn covering(&mut self, finding: &Finding<'o>) -> Option<usize> {
        let about = || finding.about().iter().map(|post| post.place());
        let covers = |&at: &usize| {
            let named = &self.posts[at];
            named.is_empty()
                || !finding.about().is_empty() && about().all(|post| named.contains(&post))
        };
        let mut of_code = self.of_code.get(&finding.code())?.iter().copied();
        let at = of_code.find(covers)?;
        self.is_used[at] = true;
        if !self.posts[at].is_empty() {
            self.used_for[at].extend(about());
        }
        Some(at)
    }

    /// What is found of the allowances of some codes, as told.
    pub(super) fn unused(&self, is_asked: impl Fn(FindingCode) -> bool) -> Vec<Finding<'o>> {
        let allowances = self.org.allowances.iter().enumerate();
        let asked = allowances.filter(|(_, allowance)| is_asked(allowance.code));
        let unused = asked.filter_map(|(at, allowance)| {
            let idle: Vec<_> = allowance
                .posts
                .iter()
                .map(|&id| self.org.post_at(id))
                .filter(|post| !self.used_for[at].contains(post))
                .map(|post| Post::new(self.org, post))
                .collect();
            let is_idle = !self.is_used[at] || !idle.is_empty();
            let detail = Detail::Allowance(allowance.code);
            is_idle.then(|| Finding::about_all(RULE.code, idle).detailed(detail))
        });
        unused.collect()
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Detail::Allowance(code) = finding.detail else {
        return Ok(());
    };
    match finding.posts() {
        [] => write!(f, "`{code}` is allowed, but there is no such finding"),
        posts => {
            let names = titles(posts);
            write!(
                f,
                "`{code}` is allowed for {names}, but there is no such finding"
            )
        }
    }
}

/// An allowance is no fact of the organisation: the posts it names are.
fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    as_posts(finding.posts())
}
