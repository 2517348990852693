//! Lines of accountability.
mod document;
mod ids;
mod model;
mod near;
mod quoted;
pub use document::*;
