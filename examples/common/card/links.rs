//! Working relations that give no authority, both ways.

use answerable::{Post, Relation};

use super::said::weak;

pub(super) fn links(post: Post<'_>) -> Vec<String> {
    let mut said = Vec::new();
    for relation in Relation::ALL {
        let out = post.links().filter(|link| link.relation() == relation);
        let out = out.map(|link| format!("{}{}", link.other(post), weak(link.standing())));
        said.extend(list(&relation.to_string(), out));
        let back = post.linked_from();
        let back = back.filter(|link| link.relation() == relation);
        let back = back.map(|link| format!("{}{}", link.from(), weak(link.standing())));
        said.extend(list(passive(relation), back));
    }
    said
}

fn list(relation: &str, others: impl Iterator<Item = String>) -> Option<String> {
    let others: Vec<_> = others.collect();
    (!others.is_empty()).then(|| format!("{relation}: {}", others.join("; ")))
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
