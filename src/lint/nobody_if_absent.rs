//! A post's own absence alone leaves nobody to act for it.

use std::collections::HashMap;
use std::fmt;

use crate::ask::{self, Absences, Mark};
use crate::document::Txt;
use crate::model::{FindingCode, PostKind};
use crate::quoted::Shown;
use crate::steps::step;
use crate::view::{Fact, Post};

use super::finding::Detail;
use super::words::{MOST_NAMED, list, title};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::NobodyIfAbsent,
    find,
    say,
    remedy: |finding| match finding.detail {
        Detail::Nobody(_, 0) => "name a deputy who may act, or say to whom it answers",
        _ => "name a deputy who may act and whom somebody else holds, or say to whom it answers",
    },
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let mut together = Together::default();
    for (post, last) in ask::alone(&known.fews) {
        step();
        let away = together.with(known, post);
        let others = away.iter().copied().filter(|&other| other != post);
        let others: Vec<_> = others.take(MOST_NAMED).collect();
        let count = away.len().saturating_sub(1);
        let is_named = last == post || others.contains(&last);
        let finding = Finding::about_one(RULE.code, post).with(others);
        let finding = finding.with((!is_named).then_some(last));
        found.push(finding.detailed(Detail::Nobody(last, count)));
    }
}

/// Which posts are away together, by the holders who are away.
#[derive(Default)]
struct Together<'o> {
    /// The posts with holders, each under the holder who holds the fewest.
    by_fewest: Option<HashMap<Mark, Vec<Post<'o>>>>,
    /// Of people as told, the posts that nobody else holds, in document order.
    of: HashMap<Vec<(Txt, Option<Txt>)>, Vec<Post<'o>>>,
}

impl<'o> Together<'o> {
    /// The posts that are away if one is named absent, itself among them; none if it
    /// has no holders.
    fn with(&mut self, known: &Known<'o>, post: Post<'o>) -> &[Post<'o>] {
        let holders = known.org.posts.holders.of(post.place());
        if holders.is_empty() {
            return &[];
        }
        let told = holders.iter().map(|holder| (holder.name, holder.id));
        let mut people: Vec<_> = told.inspect(|_| step()).collect();
        people.sort_unstable();
        people.dedup();
        let by_fewest = self.by_fewest.get_or_insert_with(|| by_fewest(known));
        self.of.entry(people).or_insert_with(|| {
            let Ok(away) = Absences::of([post]) else {
                return Vec::new();
            };
            let marks = holders.iter().flat_map(Mark::found_by);
            let posts = marks.filter_map(|mark| by_fewest.get(&mark)).flatten();
            let posts = posts.inspect(|_| step()).copied();
            let mut posts: Vec<_> = posts.filter(|&other| away.is_away(other)).collect();
            posts.sort_unstable_by_key(|other| known.number[other.place() as usize]);
            posts.dedup();
            posts
        })
    }
}

/// The individual posts with holders, each under the marks of the holder who holds
/// the fewest: whoever is that person finds it, and few others look at it.
fn by_fewest<'o>(known: &Known<'o>) -> HashMap<Mark, Vec<Post<'o>>> {
    let holders = &known.org.posts.holders;
    let mut held: HashMap<Mark, usize> = HashMap::new();
    for (_, holder) in holders.iter() {
        step();
        for mark in Mark::of(holder) {
            *held.entry(mark).or_default() += 1;
        }
    }
    let mut by_fewest: HashMap<Mark, Vec<Post<'o>>> = HashMap::new();
    for post in known.posts() {
        let holders = holders.of(post.place()).iter();
        let fewest = holders.min_by_key(|holder| Mark::of(holder).map(|mark| held[&mark]).max());
        for mark in fewest.into_iter().flat_map(Mark::of) {
            if post.kind() == PostKind::Individual {
                by_fewest.entry(mark).or_default().push(post);
            }
        }
    }
    by_fewest
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Detail::Nobody(last, others) = finding.detail else {
        return Ok(());
    };
    let post = finding.post();
    let why = ask::why_nobody(last).to_string();
    write!(f, "nobody acts for {}", title(post))?;
    if post.is_vacant() {
        f.write_str(", which is vacant")?;
    } else if others == 0 {
        f.write_str(" if it alone is absent")?;
    } else {
        let named = finding.posts()[1..].iter().take(others.min(MOST_NAMED));
        let titles = list(named.map(|other| other.title()), others);
        let holders = match post.holders().len() {
            1 => "its holder",
            _ => "its holders",
        };
        write!(
            f,
            " if it is absent, {holders} being away from {titles} too"
        )?;
    }
    write!(f, ": {}", Shown(&why))
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let post = finding.post();
    let mut facts = vec![Fact::Post(post)];
    if let Ok(away) = Absences::of([post]) {
        facts.extend(post.who_acts(&away).rests_on());
    }
    facts
}
