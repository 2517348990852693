//! One name stands in several posts, and nothing but the name says who is meant.

use std::collections::HashMap;
use std::fmt;

use crate::document::Txt;
use crate::model::FindingCode;
use crate::quoted::ShownBrief;
use crate::view::{Fact, Post};

use super::finding::Detail;
use super::words::titles;
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::SameName,
    find,
    say,
    remedy: "give each holder of that name an id: one id if it is one person",
    rests_on,
};

/// The posts in which a name stands, and whether it stands in one without an id.
#[derive(Default)]
struct Named<'o> {
    posts: Vec<Post<'o>>,
    is_bare: bool,
}

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let mut place: HashMap<Txt, usize> = HashMap::new();
    let mut told: Vec<(Txt, Named<'o>)> = Vec::new();
    for post in known.org.posts() {
        for holder in known.org.posts.holders.of(post.place()) {
            let at = *place.entry(holder.name).or_insert_with(|| {
                told.push((holder.name, Named::default()));
                told.len() - 1
            });
            let named = &mut told[at].1;
            named.is_bare |= holder.id.is_none();
            if named.posts.last() != Some(&post) {
                named.posts.push(post);
            }
        }
    }
    for (name, named) in told {
        if named.is_bare && named.posts.len() > 1 {
            let detail = Detail::Name(known.org.text.get(name));
            found.push(Finding::about_all(RULE.code, named.posts).detailed(detail));
        }
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Detail::Name(name) = finding.detail else {
        return Ok(());
    };
    let (posts, name) = (finding.posts(), ShownBrief(name));
    let count = posts.len();
    write!(
        f,
        "{name} stands in {count} posts and is taken to be one person by name alone: {}",
        titles(posts)
    )
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let Detail::Name(name) = finding.detail else {
        return Vec::new();
    };
    let holders = finding.posts().iter().flat_map(|&post| {
        let holders = post.holders().filter(|holder| holder.name() == name);
        holders.map(move |holder| Fact::Holder(post, holder))
    });
    holders.collect()
}
