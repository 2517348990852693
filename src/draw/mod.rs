//! An organisation shown.

mod chart;
#[cfg(feature = "dot")]
mod dot;
mod out;
mod scene;
mod style;
#[cfg(feature = "svg")]
mod svg;
mod text;

pub use chart::{Chart, Colouring, Direction, Disclosure};
#[cfg(feature = "dot")]
pub use dot::Dot;
#[cfg(feature = "svg")]
pub use svg::Svg;
pub use text::Tree;
