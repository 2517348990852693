//! Words that options take.

use answerable::Accountability;

use super::near::did_you_mean;

/// A kind of line.
pub(crate) fn kind(word: &str) -> Result<Accountability, String> {
    let word = word.trim();
    let plain = word.to_lowercase();
    plain.parse().ok().ok_or_else(|| {
        let near = did_you_mean(&plain, Accountability::ALL.map(Accountability::as_str));
        format!("`{word}` is no kind; there are operational, professional and clinical{near}")
    })
}

/// How many layers.
pub(crate) fn layers(word: &str) -> Result<usize, String> {
    let layers = word.parse();
    layers.map_err(|_| format!("`{word}` is no number of layers"))
}
