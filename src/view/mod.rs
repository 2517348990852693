//! Views: what one looks at in an organisation, each a pair of it and a number.

// INVARIANT(own-numbers): a view is made of a number of its organisation.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "numbers are its own, and count what is in memory"
    )
)]

mod basis;
mod body;
mod deputy;
mod entry;
mod headship;
mod holder;
mod line;
mod link;
mod organisation;
mod post;
mod profession;
mod superior;
mod unit;

pub use basis::{Basis, Fact};
pub use body::Membership;
pub use deputy::Arrangement;
pub use entry::{Matter, Source};
pub use headship::{Head, Headship};
pub use holder::Holder;
pub use line::Line;
pub use link::{Link, LinkEnd};
pub use post::Post;
pub use profession::Profession;
pub use superior::{Reason, Superior};
pub use unit::Unit;

/// Equality, hash and `Ord` of a view: by place in the organisation, ordered by
/// id and then by organisation.
#[inline]
pub(crate) fn same_organisation(a: &crate::Organisation, b: &crate::Organisation) -> bool {
    std::ptr::eq(a, b)
}
