//! One person holds a post and one above it.

use std::fmt;

use foldhash::HashMap;

use crate::ask::Mark;
use crate::model::{Accountability, FindingCode};
use crate::quoted::{Brief, ShownBrief};
use crate::steps::step;
use crate::view::{Fact, Holder, Line, Post};

use super::finding::Detail;
use super::words::{kind, list, title};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::HolderAboveSelf,
    find,
    say,
    remedy: |_| "let one of the two posts answer to somebody else",
    rests_on,
};

/// Of a holder of a post, by its number there, the nearest post above that the same
/// person holds, and as whom the person stands there.
struct Above<'o> {
    number: usize,
    own: Holder<'o>,
    upper: Post<'o>,
    theirs: Holder<'o>,
}

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let org = known.org;
    let mut of_post: Vec<Vec<(Accountability, Above<'o>)>> = Vec::new();
    of_post.resize_with(org.posts().len(), Vec::new);
    for kind in Accountability::ALL {
        walk(known, kind, &mut |post, above| {
            of_post[post.place() as usize].push((kind, above));
        });
    }
    for post in known.posts() {
        let mut of_post = std::mem::take(&mut of_post[post.place() as usize]);
        of_post.sort_by_key(|(_, above)| above.number);
        // One told twice is told of once, and in several kinds too.
        let mut place = HashMap::default();
        for (kind, above) in of_post {
            step();
            let of_person = (above.own.name(), above.own.id(), above.upper);
            let at = *place.entry(of_person).or_insert(found.len());
            if let Some(Detail::Above(.., kinds)) = found.get_mut(at).map(|of| &mut of.detail) {
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
                continue;
            }
            let finding = Finding::about_one(RULE.code, post).with([above.upper]);
            found.push(finding.detailed(Detail::Above(above.own, above.theirs, vec![kind])));
        }
    }
}

/// Walks the posts of a kind, superiors before their reports, keeping by person
/// the posts above.
fn walk<'o>(known: &Known<'o>, kind: Accountability, found: &mut dyn FnMut(Post<'o>, Above<'o>)) {
    let (org, order) = (known.org, known.org.order(kind));
    let mut above: HashMap<Mark, Vec<(u32, Holder<'o>)>> = HashMap::default();
    let mut way: Vec<(u32, Post<'o>)> = Vec::new();
    for rank in (0..).take(order.len()) {
        step();
        while let Some((_, post)) = way.pop_if(|(end, _)| *end <= rank) {
            for mark in marks(post) {
                above.get_mut(&mark).map(Vec::pop);
            }
        }
        let post = Post::new(org, order.node(rank));
        for (number, own) in post.holders().enumerate() {
            let marks = Mark::found_by(own.entry()).into_iter();
            let held = marks.filter_map(|mark| above.get(&mark).and_then(|posts| posts.last()));
            // The earlier mark is the surer, of one post.
            let nearest = held.rev().max_by_key(|(at, _)| *at);
            if let Some(&(at, theirs)) = nearest {
                let upper = Post::new(org, order.node(at));
                found(
                    post,
                    Above {
                        number,
                        own,
                        upper,
                        theirs,
                    },
                );
            }
        }
        let below = order.below(post.place());
        if !below.is_empty() {
            for holder in post.holders().rev() {
                for mark in Mark::of(holder.entry()) {
                    above.entry(mark).or_default().push((rank, holder));
                }
            }
            way.push((below.end, post));
        }
    }
}

fn marks(post: Post<'_>) -> impl Iterator<Item = Mark> {
    let holders = post.holders().inspect(|_| step());
    holders.flat_map(|holder| Mark::of(holder.entry()))
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let (Detail::Above(own, _, kinds), [.., upper]) = (&finding.detail, finding.posts()) else {
        return Ok(());
    };
    let kinds = kinds.iter().map(|&of| kind(post, of).0);
    let kinds = list(kinds.clone(), kinds.len());
    let (name, post, upper) = (ShownBrief(own.name()), title(post), title(*upper));
    write!(f, "{name}")?;
    if let Some(id) = own.id() {
        write!(f, " ({})", Brief(id))?;
    }
    write!(
        f,
        " holds {post} and also {upper}, which is above it ({kinds})"
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
