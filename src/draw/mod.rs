//! An organisation shown.

// INVARIANT(own-numbers): cards, blocks and lines are numbered as they are laid out.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "numbers are its own, and count what is in memory"
    )
)]

#[cfg(test)]
mod cases;
mod chart;
#[cfg(feature = "dot")]
mod dot;
mod escape;
mod mermaid;
mod out;
mod outline;
mod scene;
#[cfg(any(feature = "dot", feature = "svg"))]
mod script;
mod shown;
mod style;
#[cfg(feature = "svg")]
mod svg;
mod text;
mod words;

pub use chart::{Chart, Colouring, Direction, Disclosure};
#[cfg(feature = "dot")]
pub use dot::Dot;
pub use mermaid::{Mermaid, MermaidError};
pub use outline::Outline;
#[cfg(feature = "svg")]
pub use svg::Svg;
pub use text::Tree;
