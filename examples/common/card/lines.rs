//! To whom it answers, and who answers to it.

use answerable::{Accountability, Line, Post, PostKind, Superior};

use super::said::{backed, marked, named};
use crate::common::kinds;

/// How many reports are named before the others are only counted.
const MOST_NAMED: usize = 12;

/// Each kind with its basis and rule; `also` lines after it.
pub(super) fn upwards(post: Post<'_>) -> Vec<String> {
    if post.kind() == PostKind::External {
        return Vec::new();
    }
    let org = post.organisation();
    let mut lines = Vec::new();
    for kind in Accountability::ALL {
        let title = org.kind_title(kind);
        match post.superior(kind) {
            Superior::Known(line) => lines.push(format!("{title}: {}", upward(line))),
            Superior::NoneAbove(why) => {
                lines.push(format!("{title}: nobody: {why} ({})", backed(why.basis())));
            }
            Superior::Unstated(_) if kinds::in_use(org).any(|used| used == kind) => {
                lines.push(format!("{title}: not stated"));
            }
            Superior::Unstated(_) => {}
        }
        let also = post.also().filter(|line| line.kind() == kind);
        lines.extend(also.map(|line| format!("also {title}: {}", upward(line))));
    }
    lines
}

fn upward(line: Line<'_>) -> String {
    let to = named(line.to());
    match line.headship() {
        Some(rule) => {
            let (covers, basis) = (rule.covers(), backed(rule.basis()));
            format!("{to} (by rule: {covers} ({basis}); {})", line.standing())
        }
        None => format!("{to} ({})", backed(line.basis())),
    }
}

/// Kind by kind, those told apart from those by rule.
pub(super) fn reports(post: Post<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for kind in Accountability::ALL {
        let title = post.organisation().kind_title(kind);
        let reports = post.reports(kind);
        let (by_rule, told): (Vec<_>, Vec<_>) = reports.partition(|line| line.headship().is_some());
        list(title, &told, &mut lines);
        list(&format!("{title}, by rule"), &by_rule, &mut lines);
        let also = post.also_reports().filter(|line| line.kind() == kind);
        list(
            &format!("also {title}"),
            &also.collect::<Vec<_>>(),
            &mut lines,
        );
    }
    lines
}

/// The first few and how many there are.
fn list(heading: &str, reports: &[Line<'_>], lines: &mut Vec<String>) {
    if reports.is_empty() {
        return;
    }
    lines.push(format!("{heading}: {}", reports.len()));
    let report = |line: &Line<'_>| format!("  {}", marked(line.from(), line.standing()));
    lines.extend(reports.iter().take(MOST_NAMED).map(report));
    if reports.len() > MOST_NAMED {
        lines.push(format!("  and {} more", reports.len() - MOST_NAMED));
    }
}

/// The rules by which others answer to it.
pub(super) fn headships(post: Post<'_>) -> Vec<String> {
    let headships = post.headships().map(|rule| {
        let kind = post.organisation().kind_title(rule.kind());
        let through = if rule.is_through_operational() {
            ", through the operational line"
        } else {
            ""
        };
        let basis = backed(rule.basis());
        format!("{kind}: {}{through} ({basis})", rule.covers())
    });
    headships.collect()
}
