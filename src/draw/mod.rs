//! An organisation shown.

mod text;

pub use text::Tree;
