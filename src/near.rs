//! Near misses: what a misspelt name probably meant.

use unicode_normalization::UnicodeNormalization;

use crate::quoted::is_zero_width;

/// The text with everything taken away in which ids are easily confused: letter
/// case, leading zeros of every run of digits, Unicode form, zero-width
/// characters.
pub(crate) fn folded(text: &str) -> String {
    let plain: String = plain(text).chars().flat_map(char::to_lowercase).collect();
    unzeroed(&plain)
}

/// The text in one Unicode form, without zero-width characters.
pub(crate) fn plain(text: &str) -> String {
    text.nfkc().filter(|&c| !is_zero_width(c)).collect()
}

/// The text without the leading zeros of every run of digits; of zeros alone one
/// is kept.
pub(crate) fn unzeroed(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut is_leading = true;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let is_followed = characters.peek().is_some_and(char::is_ascii_digit);
        if character == '0' && is_leading && is_followed {
            continue;
        }
        is_leading = !character.is_ascii_digit();
        kept.push(character);
    }
    kept
}

/// Edits between two texts (a letter put in, taken out, changed, or swapped with
/// its neighbour), if at most `most`.
pub(crate) fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, &from) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(above.len());
        row.push(i + 1);
        for (j, &to) in b.iter().enumerate() {
            let mut least = (above[j + 1] + 1)
                .min(row[j] + 1)
                .min(above[j] + usize::from(from != to));
            if i > 0 && j > 0 && from == b[j - 1] && a[i - 1] == to {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        if row.iter().all(|&edits| edits > most) {
            return None;
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|&edits| edits <= most)
}

/// How many edits still make a near miss of a text this long.
pub(crate) fn tolerance(text: &str) -> usize {
    match text.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        6..=11 => 2,
        _ => 3,
    }
}

/// The nearest of `words` to `text`, the earlier of two equally near.
pub(crate) fn nearest<'w>(text: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let most = tolerance(text);
    let mut best: Option<(usize, &str)> = None;
    for word in words {
        let bound = best.map_or(most, |(edits, _)| edits.saturating_sub(1));
        if let Some(edits) = distance(text, word, bound) {
            if best.is_none_or(|(least, _)| edits < least) {
                best = Some((edits, word));
            }
            if edits == 0 {
                break;
            }
        }
    }
    best.map(|(_, word)| word)
}
