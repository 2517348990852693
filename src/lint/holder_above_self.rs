//! One person holds a post and one above it.

use std::collections::HashMap;
use std::fmt;

use crate::ask::Mark;
use crate::model::{Accountability, FindingCode};
use crate::quoted::ShownBrief;
use crate::view::{Fact, Holder, Line, Post};

use super::finding::Detail;
use super::words::{kind, list, title};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::HolderAboveSelf,
    find,
    say,
    remedy: "let one of the two posts answer to somebody else",
    rests_on,
};

/// Of a post, the nearest above it that one of its holders holds: which holder
/// that is, and as whom that holder stands there.
type Above<'o> = (Post<'o>, Holder<'o>, Holder<'o>);

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let org = known.org;
    let mut of_post: Vec<Vec<(Accountability, Above<'o>)>> = vec![Vec::new(); org.posts().len()];
    for kind in Accountability::ALL {
        walk(known, kind, &mut |post, above| {
            of_post[post.place() as usize].push((kind, above));
        });
    }
    for post in org.posts() {
        let mut told: Vec<Finding<'o>> = Vec::new();
        for (kind, (upper, own, theirs)) in std::mem::take(&mut of_post[post.place() as usize]) {
            let same = told.iter_mut().find(|of| of.posts().last() == Some(&upper));
            if let Some(Detail::Above(.., kinds)) = same.map(|of| &mut of.detail) {
                kinds.push(kind);
                continue;
            }
            let finding = Finding::about_one(RULE.code, post).with([upper]);
            told.push(finding.detailed(Detail::Above(own, theirs, vec![kind])));
        }
        found.extend(told);
    }
}

/// Walks the posts of a kind, superiors before their reports, keeping by person
/// the posts above.
fn walk<'o>(known: &Known<'o>, kind: Accountability, found: &mut dyn FnMut(Post<'o>, Above<'o>)) {
    let (org, order) = (known.org, known.org.order(kind));
    let mut above: HashMap<Mark, Vec<(u32, Holder<'o>)>> = HashMap::new();
    let mut way: Vec<(u32, Post<'o>)> = Vec::new();
    for rank in (0..).take(order.len()) {
        while let Some((_, post)) = way.pop_if(|(end, _)| *end <= rank) {
            for mark in marks(post) {
                above.get_mut(&mark).map(Vec::pop);
            }
        }
        let post = Post::new(org, order.node(rank));
        let mut nearest: Option<(u32, Above<'o>)> = None;
        for holder in post.holders() {
            for mark in Mark::found_by(holder.entry().1) {
                crate::steps::step();
                let Some(&(at, theirs)) = above.get(&mark).and_then(|posts| posts.last()) else {
                    continue;
                };
                if nearest.as_ref().is_none_or(|(other, _)| *other < at) {
                    let upper = Post::new(org, order.node(at));
                    nearest = Some((at, (upper, holder, theirs)));
                }
            }
        }
        if let Some((_, nearest)) = nearest {
            found(post, nearest);
        }
        if order.end(rank) > rank + 1 {
            for holder in post.holders().rev() {
                for mark in Mark::of(holder.entry().1) {
                    above.entry(mark).or_default().push((rank, holder));
                }
            }
            way.push((order.end(rank), post));
        }
    }
}

fn marks(post: Post<'_>) -> impl Iterator<Item = Mark> {
    post.holders().flat_map(|holder| Mark::of(holder.entry().1))
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let (Detail::Above(own, _, kinds), [.., upper]) = (&finding.detail, finding.posts()) else {
        return Ok(());
    };
    let kinds = kinds.iter().map(|&of| kind(post, of).0);
    let kinds = list(kinds.clone(), kinds.len());
    let (name, post, upper) = (ShownBrief(own.name()), title(post), title(*upper));
    write!(
        f,
        "{name} holds {post} and also {upper}, which is above it ({kinds})"
    )
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let (Detail::Above(own, theirs, kinds), &[post, upper]) = (&finding.detail, finding.posts())
    else {
        return Vec::new();
    };
    let mut facts = vec![Fact::Holder(post, *own), Fact::Holder(upper, *theirs)];
    for &kind in kinds {
        let layers = post.depth(kind) - upper.depth(kind);
        facts.extend(post.chain(kind).take(layers).flat_map(Line::rests_on));
    }
    facts
}
