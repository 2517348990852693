//! One name stands in several posts, under differing ids or without one.

use std::fmt;

use foldhash::{HashMap, HashSet};

use crate::document::Txt;
use crate::model::FindingCode;
use crate::quoted::ShownBrief;
use crate::steps::step;
use crate::view::{Fact, Post};

use super::finding::Detail;
use super::words::titles;
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::SameName,
    find,
    say,
    remedy: |finding| match finding.detail {
        Detail::Name { is_bare: false, .. } => {
            "see whether they are one person: if so, give them one id, or else allow it with why"
        }
        _ => "give each holder of that name an id: one id if it is one person",
    },
    rests_on,
};

/// The posts in which a name stands, under which ids, and whether without one.
#[derive(Default)]
struct Named<'o> {
    posts: Vec<Post<'o>>,
    ids: HashSet<Txt>,
    is_bare: bool,
}

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let mut place: HashMap<Txt, usize> = HashMap::default();
    let mut told: Vec<(Txt, Named<'o>)> = Vec::new();
    for post in known.posts() {
        for holder in known.org.posts.holders.of(post.place()) {
            step();
            let at = *place.entry(holder.name).or_insert_with(|| {
                told.push((holder.name, Named::default()));
                told.len() - 1
            });
            let named = &mut told[at].1;
            named.is_bare |= holder.id.is_none();
            named.ids.extend(holder.id);
            if named.posts.last() != Some(&post) {
                named.posts.push(post);
            }
        }
    }
    for (name, named) in told {
        let Named {
            posts,
            ids,
            is_bare,
        } = named;
        if posts.len() > 1 && (is_bare || ids.len() > 1) {
            let detail = Detail::Name {
                name: known.org.text.get(name),
                ids: ids.len(),
                is_bare,
            };
            found.push(Finding::about_all(RULE.code, posts).detailed(detail));
        }
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Detail::Name { name, ids, is_bare } = finding.detail else {
        return Ok(());
    };
    let (posts, name) = (finding.posts(), ShownBrief(name));
    let (count, names) = (posts.len(), titles(posts));
    write!(f, "{name} stands in {count} posts")?;
    match (ids, is_bare) {
        (0, _) => write!(f, " and is taken to be one person by name alone"),
        (1, _) => write!(
            f,
            ", with an id and without, and is taken to be one person by name alone"
        ),
        (_, true) => write!(
            f,
            ", under {ids} ids and without one, which by name alone is taken to be any of them"
        ),
        (_, false) => write!(f, " under {ids} ids and is taken to be as many people"),
    }?;
    write!(f, ": {names}")
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let Detail::Name { name, .. } = finding.detail else {
        return Vec::new();
    };
    let holders = finding.posts().iter().flat_map(|&post| {
        let holders = post.holders().filter(|holder| holder.name() == name);
        holders.map(move |holder| Fact::Holder(post, holder))
    });
    holders.collect()
}
