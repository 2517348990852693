//! Which headship covers a post, whether or not it gives the post its line.

use crate::Organisation;
use crate::model::{Accountability, PostKind};
use crate::organisation::{self, Covered, RuleCover};
use crate::view::Post;

/// A post as a rule may cover it, if it is in a unit.
pub(super) fn covered(post: Post<'_>) -> Option<Covered> {
    let org = post.organisation();
    let row = post.place();
    let is_individual = post.kind() == PostKind::Individual;
    let unit = org.posts.unit.get(row).filter(|_| is_individual)?;
    let profession = org.posts.profession.get(row);
    Some(Covered {
        row,
        unit: org.units.table.entry_of[unit.index()],
        profession: profession.map(|id| org.professions.table.entry_of[id.index()]),
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
