//! What the document leaves open about a post, of what it tells of others.

use answerable::{Post, PostKind, Reason, Seats, Superior};

use super::said::{after, backed};
use crate::common::kinds;

pub(super) fn not_stated(post: Post<'_>) -> Vec<String> {
    if post.kind() == PostKind::External {
        return Vec::new();
    }
    let org = post.organisation();
    let mut lines = Vec::new();
    for kind in kinds::in_use(org) {
        if let Superior::Unstated(why) = post.superior(kind) {
            let why = why.map_or(String::new(), reason);
            lines.push(format!("{} superior{why}", org.kind_title(kind)));
        }
    }
    let told = |of: &dyn Fn(Post<'_>) -> bool| !of(post) && org.inside().any(of);
    let is_body = post.kind() == PostKind::Body;
    let mut say = |is_open: bool, what: &str| {
        if is_open {
            lines.push(what.to_owned());
        }
    };
    say(told(&|post| post.unit().is_some()), "unit");
    if is_body {
        say(post.chair().is_none(), "chair");
        say(post.members().len() == 0, "members");
        return lines;
    }
    say(told(&|post| post.profession().is_some()), "profession");
    say(told(&|post| post.grade().is_some()), "grade");
    say(post.seats() == Some(Seats::NotStated), "number of seats");
    let is_told = |post: Post<'_>| post.is_vacant() || post.holders().len() > 0;
    say(told(&is_told), "holder");
    lines
}

/// " (heads of profession are spoken of, but none is named; by rule: ...)".
fn reason(why: Reason<'_>) -> String {
    match why.headship() {
        Some(rule) => {
            let (standing, covers) = (why.standing(), rule.covers());
            let basis = backed(rule.basis());
            format!(" ({why}; {standing}; by rule: {covers}; the rule is {basis})")
        }
        None => format!(" ({why}{})", after(why.basis())),
    }
}
