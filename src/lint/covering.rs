//! Which headship covers a post, whether or not it gives the post its line.

use crate::Organisation;
use crate::model::{Accountability, PostKind};
use crate::organisation::{self, Covered, RuleCover};
use crate::view::Post;

/// A post as a rule may cover it, if it is in a unit.
pub(super) fn covered(post: Post<'_>) -> Option<Covered> {
    let org = post.organisation();
    let (row, at) = (post.place(), post.place() as usize);
    let unit = org.posts.unit[at].filter(|_| post.kind() == PostKind::Individual)?;
    Some(Covered {
        row,
        unit: org.units.table.entry_of[unit.index()],
        profession: org.posts.profession[at].map(|id| org.professions.table.entry_of[id.index()]),
    })
}

/// Gives `found` each post and the headship of `kind` that covers it, by the
/// precedence of another kind perhaps. Takes n log n.
pub(super) fn covering(
    org: &Organisation,
    kind: Accountability,
    precedence: Accountability,
    posts: Vec<Covered>,
    found: impl FnMut(u32, u32),
) {
    let rules = (0..)
        .zip(&org.headships)
        .filter(|(_, rule)| rule.kind == kind);
    let rules: Vec<_> = rules
        .map(|(at, entry)| {
            let rule = organisation::Rule {
                head: at,
                kind,
                unit: entry.unit,
                profession: entry.profession,
                post: entry.head.ok(),
                through: entry.through,
                fault: None,
            };
            (at, rule)
        })
        .collect();
    let cover = RuleCover::new(precedence, &org.units.order, &org.professions.order);
    cover.resolve(&rules, posts, found);
}
