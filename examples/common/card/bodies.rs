//! The members of a body, and the bodies of a post.

use answerable::{InPerson, Post};

use super::said::{marked, weak};

/// The chair, then the others, each with its role; those are marked who besides
/// answer in person to whom the body answers.
pub(super) fn members(body: Post<'_>) -> Vec<String> {
    let Some(collective) = body.collective() else {
        return Vec::new();
    };
    let (chairs, others): (Vec<_>, Vec<_>) = collective
        .members()
        .iter()
        .partition(|member| member.membership().is_chair());
    let chairs = chairs.into_iter().map(|member| {
        let standing = body.chair_basis().standing();
        format!("chair: {}{}", marked(member.post(), standing), part(member))
    });
    let others = others.into_iter().map(|member| {
        let standing = member.membership().standing();
        format!("{}{}", marked(member.post(), standing), part(member))
    });
    chairs.chain(others).collect()
}

/// ": executive director; answers to Trust Board in person".
fn part(member: &InPerson<'_>) -> String {
    let role = member.membership().role().map(str::to_owned);
    let mut above: Vec<_> = member.shared().iter().map(|line| line.to()).collect();
    above.dedup();
    let in_person = above.iter().map(|to| format!("answers to {to} in person"));
    let parts: Vec<_> = role.into_iter().chain(in_person).collect();
    if parts.is_empty() {
        return String::new();
    }
    format!(": {}", parts.join("; "))
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
