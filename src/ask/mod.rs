//! Questions: one file each, with its answer, its walk and its way in.

mod below;
mod chain;
mod compare;
mod figures;
mod find;
mod rests_on;

pub use below::{Below, Reports};
pub use chain::Chain;
pub use compare::Parting;
