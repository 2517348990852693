//! The organisation: frozen when made, by the one door.

mod groups;
mod order;
mod save;
mod store;
mod validate;

pub(crate) use groups::Groups;
pub(crate) use order::Order;
pub use store::Organisation;
pub(crate) use store::{Forest, HeadshipEntry, Table, naming, rule_in_words};
pub use validate::Salvage;
pub(crate) use validate::{Covered, Rule, RuleCover};
