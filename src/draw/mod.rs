//! An organisation shown.

mod chart;
#[cfg(feature = "dot")]
mod dot;
mod out;
mod scene;
mod style;
mod text;

pub use chart::{Chart, Colouring, Direction, Disclosure};
#[cfg(feature = "dot")]
pub use dot::Dot;
pub use text::Tree;
