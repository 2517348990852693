//! The arrangements that rules about deputies look at.

use foldhash::HashSet;

use crate::model::Authority;
use crate::steps::step;
use crate::view::{Arrangement, Fact, Post};

/// The arrangements by which others act for a post, in general or for matters; not
/// those to attend. As ranked.
pub(super) fn to_act(post: Post<'_>) -> impl Iterator<Item = Arrangement<'_>> + Clone {
    let org = post.organisation();
    let range = org.posts.deputies.range(post.place());
    range
        .map(move |at| Arrangement::new(org, at))
        .inspect(|_| step())
        .filter(|terms| terms.authority() == Authority::Act)
}

/// The posts that act for a post, each once, as ranked.
pub(super) fn once(post: Post<'_>) -> impl Iterator<Item = Post<'_>> {
    let mut seen = HashSet::default();
    let deputies = to_act(post).map(Arrangement::deputy);
    deputies.filter(move |&deputy| seen.insert(deputy))
}

/// The arrangements of each of these posts, to act.
pub(super) fn facts<'o>(posts: &[Post<'o>]) -> Vec<Fact<'o>> {
    let arrangements = posts.iter().flat_map(|&post| to_act(post));
    arrangements.map(Fact::Arrangement).collect()
}

/// The only post that acts for this one, if there is only one.
pub(super) fn only(post: Post<'_>) -> Option<Post<'_>> {
    let mut deputies = to_act(post).map(Arrangement::deputy);
    let first = deputies.next()?;
    deputies.all(|other| other == first).then_some(first)
}
