//! Sound organisations as they are loaded.

use answerable::{Document, Organisation};

pub(crate) fn from_toml(text: &str) -> Organisation {
    let document = Document::from_toml(text).expect("TOML that can be read");
    Organisation::try_from(document).expect("a sound organisation")
}

/// The trust of the examples.
pub(crate) fn trust() -> Organisation {
    from_toml(include_str!("../../examples/trust.toml"))
}
