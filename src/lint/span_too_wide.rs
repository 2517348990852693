//! A post has more direct reports of one kind than the threshold, lines by rule apart.

use std::fmt;

use crate::model::{Accountability, FindingCode};
use crate::view::{Fact, Post};

use super::finding::Detail;
use super::words::{count, kind, title};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::SpanTooWide,
    find,
    say,
    remedy: |_| "let some answer to another post, or allow it with why",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let Some(most) = known.org.thresholds().span else {
        return;
    };
    let inside = known
        .posts()
        .filter(|post| known.org.is_inside(post.place()));
    for post in inside {
        for kind in Accountability::ALL {
            if told(post, kind) > most as usize {
                let finding = Finding::about_one(RULE.code, post);
                found.push(finding.detailed(Detail::Kind(kind)));
            }
        }
    }
}

/// How many answer to a post in a kind, those by rule apart.
fn told(post: Post<'_>, kind: Accountability) -> usize {
    post.span(kind) - post.span_by_rule(kind)
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let Detail::Kind(of) = finding.detail else {
        return Ok(());
    };
    let by_rule = post.span_by_rule(of);
    let told = count(told(post, of), "direct report", "direct reports");
    let (kind, most) = (
        kind(post, of),
        post.organisation().thresholds().span.unwrap_or(0),
    );
    write!(f, "{} has {told} ({kind}), more than {most}", title(post))?;
    match by_rule {
        0 => Ok(()),
        by_rule => write!(f, "; and {by_rule} more by rule"),
    }
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let Detail::Kind(kind) = finding.detail else {
        return Vec::new();
    };
    let lines = finding.posts().iter().flat_map(|post| post.reports(kind));
    let told = lines.filter(|line| line.headship().is_none());
    told.map(Fact::Line).collect()
}
