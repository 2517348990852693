//! What is asked about, and on which day.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{Absences, Holder, Organisation, Post};

/// A post of whichever organisation is asked: it is made with the organisation
/// and before any is there.
///
/// ```
/// use answerable::Organisation;
/// use answerable::proptest1::{any_post, organisation};
/// use proptest::prelude::*;
///
/// let none = Organisation::from_posts([]).expect("a sound organisation");
/// proptest!(|(org in organisation(1..9), post in any_post())| {
///     let asked = post.of(&org).expect("it has posts");
///     prop_assert_eq!(org.get(asked.id()), Some(asked));
///     prop_assert!(post.of(&none).is_none());
/// });
/// ```
#[derive(Debug, Clone, Copy)]
pub struct AnyPost(Index);

impl AnyPost {
    /// The post of this organisation; none, if it has none.
    #[must_use]
    pub fn of(self, org: &Organisation) -> Option<Post<'_>> {
        let count = org.posts().len();
        if count == 0 {
            return None;
        }
        org.posts().nth(self.0.index(count))
    }
}

/// Who is away from whichever organisation is asked, and who is nominated.
///
/// ```
/// use answerable::PostKind::Body;
/// use answerable::proptest1::{any_absences, organisation};
/// use proptest::prelude::*;
///
/// proptest!(|(org in organisation(1..9), away in any_absences())| {
///     let away = away.of(&org);
///     prop_assert!(away.posts().all(|post| post.kind() != Body));
/// });
/// ```
#[derive(Debug, Clone)]
pub struct AnyAbsences {
    posts: Vec<AnyPost>,
    holders: Vec<(AnyPost, Index)>,
    nominees: Vec<(AnyPost, AnyPost)>,
}

impl AnyAbsences {
    /// The absences of this organisation. Bodies are never absent, and nobody is
    /// nominated who cannot be.
    #[must_use]
    pub fn of<'o>(&self, org: &'o Organisation) -> Absences<'o> {
        let mut away = Absences::none();
        for post in self.posts.iter().filter_map(|post| post.of(org)) {
            away = away.clone().with_post(post).unwrap_or(away);
        }
        let held = org.posts().filter(|post| post.holders().len() > 0);
        let held: Vec<Post<'o>> = held.collect();
        // Where nobody holds a post, no holder is away.
        let asked = if held.is_empty() {
            &[][..]
        } else {
            &self.holders
        };
        for (post, which) in asked {
            let holders: Vec<Holder<'o>> = post.0.get(&held).holders().collect();
            let holder = *which.get(&holders);
            away = away.clone().with_holder(holder).unwrap_or(away);
        }
        for (post, nominee) in &self.nominees {
            if let (Some(post), Some(nominee)) = (post.of(org), nominee.of(org)) {
                away = away.clone().with_nominee(post, nominee).unwrap_or(away);
            }
        }
        away
    }
}

/// A post of whichever organisation is asked for it.
///
/// ```
/// use answerable::Accountability;
/// use answerable::proptest1::{any_post, organisation};
/// use proptest::prelude::*;
///
/// proptest!(|(org in organisation(1..9), upper in any_post(), lower in any_post())| {
///     let (upper, lower) = (upper.of(&org).expect("it has posts"), lower.of(&org).expect("too"));
///     for kind in Accountability::ALL {
///         prop_assert!(!(upper.is_above(lower, kind) && lower.is_above(upper, kind)));
///     }
/// });
/// ```
pub fn any_post() -> impl Strategy<Value = AnyPost> + Clone {
    any::<Index>().prop_map(AnyPost)
}

/// Absences of whichever organisation is asked: up to nine posts, up to three
/// holders and up to three nominations; towards nobody.
///
/// ```
/// use answerable::proptest1::{any_absences, organisation};
/// use answerable::{Acting, Post};
/// use proptest::prelude::*;
///
/// proptest!(|(org in organisation(1..9), away in any_absences())| {
///     let away = away.of(&org);
///     let acting = |post: Post<'_>| *post.who_acts(&away).acting() == Acting::Itself;
///     prop_assert!(away.posts().all(|post| !acting(post)));
/// });
/// ```
pub fn any_absences() -> impl Strategy<Value = AnyAbsences> + Clone {
    let posts = prop_oneof![3 => vec(any_post(), 0..4), 1 => vec(any_post(), 4..10)];
    let holders = vec((any_post(), any::<Index>()), 0..4);
    let nominees = vec((any_post(), any_post()), 0..4);
    (posts, holders, nominees).prop_map(|(posts, holders, nominees)| AnyAbsences {
        posts,
        holders,
        nominees,
    })
}

/// A post of this organisation, which has one.
///
/// ```
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// use answerable::proptest1::post_of;
/// use proptest::prelude::*;
///
/// proptest!(|(post in post_of(&org))| {
///     prop_assert!(org.posts().any(|other| other == post));
/// });
/// ```
pub fn post_of(org: &Organisation) -> impl Strategy<Value = Post<'_>> + Clone {
    any_post().prop_filter_map("an organisation with posts", |post| post.of(org))
}

/// Absences of this organisation.
///
/// ```
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// use answerable::Acting;
/// use answerable::proptest1::absences_of;
/// use proptest::prelude::*;
///
/// let chief = org.post("chief-executive")?;
/// proptest!(|(away in absences_of(&org))| {
///     let acts_itself = *chief.who_acts(&away).acting() == Acting::Itself;
///     prop_assert_eq!(acts_itself, !away.is_away(chief));
/// });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn absences_of(org: &Organisation) -> impl Strategy<Value = Absences<'_>> + Clone {
    any_absences().prop_map(|away| away.of(org))
}
