//! To whom it answers, who answers to it, and with whom else it works.

use answerable::{Accountability, Line, Post, PostKind, Relation, Superior};

use super::said::{backed, marked, named, weak};
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
                let basis = backed(why.basis());
                lines.push(format!("{title}: nobody above ({why}; {basis})"));
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
            let (standing, covers) = (line.standing(), rule.covers());
            let basis = backed(rule.basis());
            format!("{to} ({standing}; by rule: {covers}; the rule is {basis})")
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

/// Working relations that give no authority, both ways.
pub(super) fn links(post: Post<'_>) -> Vec<String> {
    let mut said = Vec::new();
    for &relation in Relation::ALL {
        let out = post.links().filter(|link| link.relation() == relation);
        let out = out.map(|link| format!("{}{}", link.other(post), weak(link.standing())));
        said.extend(others(&relation.to_string(), out));
        let back = post.linked_from();
        let back = back.filter(|link| link.relation() == relation);
        let back = back.map(|link| format!("{}{}", link.from(), weak(link.standing())));
        said.extend(others(passive(relation), back));
    }
    said
}

fn others(relation: &str, posts: impl Iterator<Item = String>) -> Option<String> {
    let posts: Vec<_> = posts.collect();
    (!posts.is_empty()).then(|| format!("{relation}: {}", posts.join("; ")))
}

fn passive(relation: Relation) -> &'static str {
    match relation {
        Relation::Supports => "supported by",
        Relation::Advises => "advised by",
        Relation::Regulates => "regulated by",
        Relation::Commissions => "commissioned by",
        _ => "linked from",
    }
}
