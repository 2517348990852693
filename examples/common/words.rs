//! Words that options take.

use answerable::{Accountability, UnknownWord};

/// A kind of line.
pub(crate) fn kind(word: &str) -> Result<Accountability, String> {
    let word = word.trim();
    word.to_lowercase().parse().map_err(|unknown: UnknownWord| {
        let near = unknown.near.map(|near| format!("; did you mean `{near}`?"));
        let near = near.unwrap_or_default();
        format!("`{word}` is no kind; there are operational, professional and clinical{near}")
    })
}

/// How many layers.
pub(crate) fn layers(word: &str) -> Result<usize, String> {
    let layers = word.parse();
    layers.map_err(|_| format!("`{word}` is no number of layers"))
}
