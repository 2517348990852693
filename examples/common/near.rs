//! What a mistyped word probably meant.

use std::mem::replace;

/// "; did you mean `--kind`?": the first known word that begins with the mistyped
/// one, or else the nearest, if that is near; otherwise an empty text.
pub(crate) fn did_you_mean<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    let is_begun = word.contains(char::is_alphanumeric);
    let near = known.into_iter().filter_map(|known| {
        let edits = if is_begun && known.starts_with(word) {
            0
        } else {
            edits(word, known)
        };
        (edits <= 3.min(known.len() / 3)).then_some((edits, known))
    });
    match near.min_by_key(|&(edits, _)| edits) {
        Some((_, near)) => format!("; did you mean `{near}`?"),
        None => String::new(),
    }
}

/// How many letters are put in, taken out or changed between two words.
fn edits(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut above_left = replace(&mut row[0], i + 1);
        for (j, to) in b.chars().enumerate() {
            let changed = above_left + usize::from(from != to);
            let least = changed.min(row[j] + 1).min(row[j + 1] + 1);
            above_left = replace(&mut row[j + 1], least);
        }
    }
    row.pop().unwrap_or(0)
}
