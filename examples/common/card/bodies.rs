//! The members of a body, and the bodies of a post.

use answerable::{Accountability, InPerson, Post, PostKind, Superior};

use super::said::{marked, weak};
use crate::common::kinds;

/// The chair, then the others, each with its role and to whom it answers in
/// person.
pub(super) fn members(body: Post<'_>) -> Vec<String> {
    let Some(collective) = body.collective() else {
        return Vec::new();
    };
    let (chairs, others): (Vec<_>, Vec<_>) = collective
        .members()
        .iter()
        .partition(|member| member.membership().is_chair());
    let kinds: Vec<_> = kinds::in_use(body.organisation()).collect();
    let mut lines = Vec::new();
    for member in chairs.into_iter().chain(others) {
        let of = member.membership();
        let (chair, standing) = if of.is_chair() {
            ("chair: ", body.chair_basis().standing())
        } else {
            ("", of.standing())
        };
        let role = of.role().map_or(String::new(), |role| format!(": {role}"));
        let named = marked(member.post(), standing);
        lines.push(format!("{chair}{named}{role}"));
        let above = in_person(member, &kinds);
        if !above.is_empty() && member.post().kind() != PostKind::External {
            lines.push(format!("  {above}"));
        }
    }
    lines
}

/// "operational: Chief Executive (inferred); also operational: Trust Board, as
/// the body does; not stated: clinical".
fn in_person(member: &InPerson<'_>, kinds: &[Accountability]) -> String {
    let org = member.post().organisation();
    let (mut lines, mut unstated) = (Vec::new(), Vec::new());
    for (kind, superior) in member.superiors() {
        let title = org.kind_title(kind);
        match superior {
            Superior::Known(line) => {
                let also = if line.is_also() { "also " } else { "" };
                let (to, weak) = (line.to(), weak(line.standing()));
                let is_shared = member.shared().contains(&line);
                let shared = if is_shared { ", as the body does" } else { "" };
                lines.push(format!("{also}{title}: {to}{weak}{shared}"));
            }
            Superior::NoneAbove(why) => {
                lines.push(format!("{title}: nobody above{}", weak(why.standing())));
            }
            Superior::Unstated(_) if kinds.contains(&kind) => unstated.push(title),
            Superior::Unstated(_) => {}
        }
    }
    if !unstated.is_empty() {
        lines.push(format!("not stated: {}", unstated.join(", ")));
    }
    lines.join("; ")
}

/// The bodies it chairs or is a member of.
pub(super) fn memberships(post: Post<'_>) -> Vec<String> {
    let memberships = post.memberships().map(|of| {
        let body = of.body();
        let (is, standing) = if of.is_chair() {
            ("chair", body.chair_basis().standing())
        } else {
            ("member", of.standing())
        };
        let role = of.role().map_or(String::new(), |role| format!(": {role}"));
        format!("{is} of {body}{}{role}", weak(standing))
    });
    memberships.collect()
}
