//! A post's own absence alone leaves nobody to act for it.

use std::fmt;

use crate::ask::{self, Absences};
use crate::model::FindingCode;
use crate::quoted::Shown;
use crate::steps::step;
use crate::view::Fact;

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
    let mut told = Vec::new();
    ask::alone(&known.fews, &known.number, |post, last, away| {
        step();
        let others = away.iter().copied().filter(|&other| other != post);
        let others: Vec<_> = others.take(MOST_NAMED).collect();
        let count = away.len().saturating_sub(1);
        let is_named = last == post || others.contains(&last);
        let finding = Finding::about_one(RULE.code, post).with(others);
        let finding = finding.with((!is_named).then_some(last));
        told.push(finding.detailed(Detail::Nobody(last, count)));
    });
    told.sort_by_key(|finding| known.number[finding.post().place() as usize]);
    found.append(&mut told);
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
