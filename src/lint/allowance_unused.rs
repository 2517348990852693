//! An allowance is of no use, or of none for a post that it names.

use std::fmt;

use foldhash::{HashMap, HashSet};

use crate::Organisation;
use crate::model::FindingCode;
use crate::steps::step;
use crate::view::{Fact, Post};

use super::finding::{Detail, Idle};
use super::words::{as_posts, titles};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::AllowanceUnused,
    find,
    say,
    remedy: |finding| match finding.detail {
        Detail::Allowance(_, Idle::Partly) => {
            "name every post that the finding is about, or take it out of the allowances"
        }
        _ => "take it out of the allowances",
    },
    rests_on,
};

/// What allowances cover is known when everything else is found.
fn find<'o>(_: &Known<'o>, _: &mut Vec<Finding<'o>>) {}

/// Which allowances are of use, and for which posts.
pub(super) struct Use<'o> {
    org: &'o Organisation,
    of_code: HashMap<FindingCode, OfCode>,
    /// The posts each names; none if it covers every finding of its code.
    posts: Vec<HashSet<u32>>,
    /// Those of them for which it was of use.
    used_for: Vec<HashSet<u32>>,
    is_used: Vec<bool>,
}

/// The allowances of one code, and what is found of it.
#[derive(Default)]
struct OfCode {
    /// The first that covers every finding.
    all: Option<usize>,
    /// Those that name a post, as told.
    naming: HashMap<u32, Vec<usize>>,
    is_found: bool,
    /// Whether some finding about a post is left, of the posts about which anything
    /// is found.
    is_left: HashMap<u32, bool>,
}

impl<'o> Use<'o> {
    /// None has been of use yet.
    pub(super) fn none(org: &'o Organisation) -> Self {
        let allowances = &org.allowances;
        let mut of_code: HashMap<FindingCode, OfCode> = HashMap::default();
        let mut posts: Vec<HashSet<u32>> = Vec::new();
        for (at, allowance) in allowances.iter().enumerate() {
            let of_code = of_code.entry(allowance.code).or_default();
            let named = allowance.posts.iter().map(|id| id.number());
            let named: HashSet<u32> = named.inspect(|_| step()).collect();
            if named.is_empty() {
                of_code.all.get_or_insert(at);
            }
            for &post in &named {
                of_code.naming.entry(post).or_default().push(at);
            }
            posts.push(named);
        }
        Self {
            org,
            of_code,
            posts,
            used_for: vec![HashSet::default(); allowances.len()],
            is_used: vec![false; allowances.len()],
        }
    }

    /// The first allowance that covers a finding, if one does: it is of use.
    pub(super) fn covering(&mut self, finding: &Finding<'o>) -> Option<usize> {
        step();
        let of_code = self.of_code.get_mut(&finding.code())?;
        let about: Vec<u32> = finding.about().iter().map(|post| post.place()).collect();
        let covering = of_code.covering(&about, &self.posts);
        of_code.is_found = true;
        for &post in &about {
            step();
            *of_code.is_left.entry(post).or_default() |= covering.is_none();
        }
        let at = covering?;
        self.is_used[at] = true;
        if !self.posts[at].is_empty() {
            self.used_for[at].extend(about);
        }
        Some(at)
    }

    /// What is found of the allowances of some codes, as told.
    pub(super) fn unused(&self, is_asked: impl Fn(FindingCode) -> bool) -> Vec<Finding<'o>> {
        let mut unused = Vec::new();
        for (at, allowance) in self.org.allowances.iter().enumerate() {
            step();
            if !is_asked(allowance.code) {
                continue;
            }
            let of_code = &self.of_code[&allowance.code];
            let posts = allowance.posts.iter().map(|id| id.number());
            let idle = posts.filter(|post| !self.used_for[at].contains(post));
            let mut idle: Vec<(Idle, u32)> =
                idle.map(|post| (of_code.why_idle(post), post)).collect();
            // In each case as told.
            idle.sort_by_key(|&(why, _)| why);
            for of_case in idle.chunk_by(|one, other| one.0 == other.0) {
                let posts = of_case.iter().map(|&(_, post)| Post::new(self.org, post));
                let finding = Finding::about_all(RULE.code, posts.collect());
                let detail = Detail::Allowance(allowance.code, of_case[0].0);
                unused.push(finding.detailed(detail));
            }
            if allowance.posts.is_empty() && !self.is_used[at] {
                let why = if of_code.is_found {
                    Idle::Covered
                } else {
                    Idle::NotFound
                };
                let finding = Finding::about_all(RULE.code, Vec::new());
                unused.push(finding.detailed(Detail::Allowance(allowance.code, why)));
            }
        }
        unused
    }
}

impl OfCode {
    /// The first that covers a finding about some posts. Only those are tried that
    /// name the one of them which fewest name.
    fn covering(&self, about: &[u32], posts: &[HashSet<u32>]) -> Option<usize> {
        let naming = |post| self.naming.get(post).map_or(&[][..], Vec::as_slice);
        let fewest = about.iter().map(naming).min_by_key(|naming| naming.len());
        let covers = |at: &usize| {
            let named = &posts[*at];
            named.len() >= about.len()
                && about.iter().all(|post| {
                    step();
                    named.contains(post)
                })
        };
        let mut fewest = fewest.unwrap_or_default().iter().copied();
        let naming_all = fewest.find(covers);
        // The first told covers it.
        naming_all.into_iter().chain(self.all).min()
    }

    /// Why an allowance is of no use for a post that it names.
    fn why_idle(&self, post: u32) -> Idle {
        step();
        match self.is_left.get(&post) {
            None => Idle::NotFound,
            Some(false) => Idle::Covered,
            Some(true) => Idle::Partly,
        }
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Detail::Allowance(code, why) = finding.detail else {
        return Ok(());
    };
    write!(f, "`{code}` is allowed")?;
    if !finding.posts().is_empty() {
        write!(f, " for {}", titles(finding.posts()))?;
    }
    f.write_str(match why {
        Idle::NotFound => ", but there is no such finding",
        Idle::Covered => ", but every such finding is allowed elsewhere",
        Idle::Partly => ", but such a finding is about further posts, which are not named",
    })
}

/// An allowance is no fact of the organisation: the posts it names are.
fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    as_posts(finding.posts())
}
