//! A post has more direct reports of one kind than the threshold, lines by rule apart.

use std::fmt;

use crate::model::{Accountability, FindingCode};
use crate::view::Fact;

use super::finding::Detail;
use super::words::{count, kind, title};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::SpanTooWide,
    find,
    say,
    remedy: "let some answer to another post, or allow it with why",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let Some(most) = known.org.thresholds().span else {
        return;
    };
    for post in known.org.inside() {
        for kind in Accountability::ALL {
            // Lines by rule are counted only where they might matter.
            let span = post.span(kind);
            if span > most as usize && span - post.span_by_rule(kind) > most as usize {
                let finding = Finding::about_one(RULE.code, post);
                found.push(finding.detailed(Detail::Kind(kind)));
            }
        }
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let Detail::Kind(of) = finding.detail else {
        return Ok(());
    };
    let by_rule = post.span_by_rule(of);
    let told = count(post.span(of) - by_rule, "direct report", "direct reports");
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
