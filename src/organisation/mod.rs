//! The organisation: frozen when made, by the one door.

// INVARIANT(own-numbers): posts, units and rules are numbered when they are made, and none is taken out.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "numbers are its own, and count what is in memory"
    )
)]

mod circles;
mod extent;
mod groups;
mod order;
mod preorder;
mod save;
mod sizes;
mod spans;
mod store;
mod validate;

pub(crate) use groups::Groups;
pub(crate) use order::Order;
pub(crate) use preorder::Nodes;
pub use store::Organisation;
pub(crate) use store::{Forest, HeadshipEntry, Table, naming, rule_in_words};
pub use validate::Salvage;
pub(crate) use validate::{Covered, Rule, RuleCover};
