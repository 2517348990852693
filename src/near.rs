//! Near misses: what a misspelt name probably meant.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use std::iter::Peekable;

use unicode_normalization::UnicodeNormalization;

use crate::ids::LONGEST_ID;
use crate::quoted::is_zero_width;

/// The text with everything taken away in which ids are easily confused: letter
/// case, leading zeros of every run of digits, Unicode form, zero-width
/// characters.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    unzeroed(plain(text).flat_map(char::to_lowercase))
}

/// The text in one Unicode form, without zero-width characters.
pub(crate) fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfkc().filter(|&c| !is_zero_width(c))
}

/// The text without the leading zeros of every run of digits; of zeros alone one
/// is kept.
pub(crate) fn unzeroed<I: Iterator<Item = char>>(text: I) -> impl Iterator<Item = char> {
    Unzeroed {
        rest: text.peekable(),
        is_leading: true,
    }
}

struct Unzeroed<I: Iterator<Item = char>> {
    rest: Peekable<I>,
    is_leading: bool,
}

impl<I: Iterator<Item = char>> Iterator for Unzeroed<I> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let mut character = self.rest.next()?;
        while character == '0' && self.is_leading {
            match self.rest.next_if(char::is_ascii_digit) {
                Some(next) => character = next,
                None => break,
            }
        }
        self.is_leading = !character.is_ascii_digit();
        Some(character)
    }
}

/// The most edits that still make a near miss, of however long a text.
const MOST_EDITS: usize = 3;

/// The longest text compared, in bytes: an id, and letters too many.
const LONGEST: usize = LONGEST_ID + MOST_EDITS * char::MAX.len_utf8();

/// How many edits still make a near miss of a text of so many characters.
fn tolerance(characters: usize) -> usize {
    match characters {
        0..=2 => 0,
        3..=5 => 1,
        6..=11 => 2,
        _ => MOST_EDITS,
    }
}

/// The nearest of `words` to `text`, the earlier of two equally near; nothing is
/// near a text that is too long for an id.
pub(crate) fn nearest<'w>(text: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let mut spelling = Spelling::of(text)?;
    let mut most = tolerance(spelling.letters.len());
    let mut best = None;
    for word in words {
        let Some(edits) = spelling.edits(word, most) else {
            continue;
        };
        best = Some(word);
        if edits == 0 {
            break;
        }
        most = edits - 1;
    }
    best
}

/// A text to compare others with, and the room for doing so.
struct Spelling {
    letters: Vec<char>,
    word: Vec<char>,
    /// Edits from the beginnings of the text to those of the word: two rows ago,
    /// one row ago, now.
    rows: [Vec<usize>; 3],
}

impl Spelling {
    fn of(text: &str) -> Option<Self> {
        (text.len() <= LONGEST).then(|| Self {
            letters: text.chars().collect(),
            word: Vec::new(),
            rows: Default::default(),
        })
    }

    /// Edits between the text and `word` (a letter put in, taken out, changed, or
    /// swapped with its neighbour), if at most `most`. Linear in the word: beyond
    /// `most` from the diagonal nothing is looked at.
    // INVARIANT(rows): each is as long as the word and one, as `resize` makes it.
    #[cfg_attr(
        not(test),
        expect(
            clippy::indexing_slicing,
            reason = "rows are as long as the word and one"
        )
    )]
    fn edits(&mut self, word: &str, most: usize) -> Option<usize> {
        let count = self.letters.len();
        if word.len() > LONGEST || word.len() + most < count {
            return None;
        }
        self.word.clear();
        self.word.extend(word.chars());
        let width = self.word.len();
        if width.abs_diff(count) > most {
            return None;
        }
        for row in &mut self.rows {
            row.resize(width + 1, 0);
        }
        let [_, above, _] = &mut self.rows;
        (0..).zip(above).for_each(|(j, edits)| *edits = j);
        for (i, &from) in (1..).zip(&self.letters) {
            let [before, above, row] = &mut self.rows;
            let until = width.min(i + most);
            // What bounds the part looked at is out of the question.
            let first = match i.checked_sub(most) {
                None | Some(0) => {
                    row[0] = i;
                    1
                }
                Some(first) => {
                    row[first - 1] = LONGEST;
                    first
                }
            };
            if let Some(outside) = row.get_mut(until + 1) {
                *outside = LONGEST;
            }
            let mut least_of_row = row[first - 1];
            for j in first..=until {
                let to = self.word[j - 1];
                let mut least = (above[j] + 1)
                    .min(row[j - 1] + 1)
                    .min(above[j - 1] + usize::from(from != to));
                if i > 1 && j > 1 && from == self.word[j - 2] && self.letters[i - 2] == to {
                    least = least.min(before[j - 2] + 1);
                }
                row[j] = least;
                least_of_row = least_of_row.min(least);
            }
            if least_of_row > most {
                return None;
            }
            self.rows.rotate_left(1);
        }
        let [_, above, _] = &self.rows;
        above.last().copied().filter(|&edits| edits <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Edits by the definition, every cell of the table.
    fn distance(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut edits = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                edits[i][j] = match (i, j) {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => {
                        let changed = usize::from(a[i - 1] != b[j - 1]);
                        let least = (edits[i - 1][j] + 1)
                            .min(edits[i][j - 1] + 1)
                            .min(edits[i - 1][j - 1] + changed);
                        let is_swap =
                            i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                        if is_swap {
                            least.min(edits[i - 2][j - 2] + 1)
                        } else {
                            least
                        }
                    }
                };
            }
        }
        edits[a.len()][b.len()]
    }

    /// Every text of up to five of three letters, one of them of two bytes.
    fn texts() -> Vec<String> {
        let mut texts = vec![String::new()];
        let mut longest = texts.clone();
        for _ in 0..5 {
            longest = longest
                .iter()
                .flat_map(|text| ['a', 'b', 'é'].map(|letter| format!("{text}{letter}")))
                .collect();
            texts.extend_from_slice(&longest);
        }
        texts
    }

    #[test]
    fn edits_are_counted_up_to_the_most_allowed() {
        let texts = texts();
        for a in texts.iter().step_by(7) {
            let mut spelling = Spelling::of(a).expect("a short text");
            for b in &texts {
                let distance = distance(a, b);
                for most in 0..=MOST_EDITS {
                    let expected = Some(distance).filter(|&edits| edits <= most);
                    assert_eq!(spelling.edits(b, most), expected, "{a:?} {b:?} {most}");
                }
            }
        }
    }

    #[test]
    fn the_nearest_is_the_first_of_the_least_edits() {
        let words = ["matrons", "patron", "matron", "matron"];
        assert_eq!(nearest("matr", words), None);
        assert_eq!(nearest("matrno", words), Some("matron"));
        assert_eq!(
            nearest("natron", words[..2].iter().copied()),
            Some("patron")
        );
        assert_eq!(nearest("cat", ["bat", "hat"]), Some("bat"));
        assert_eq!(nearest("", words), None);
        // Nothing is nearer than the text itself.
        assert_eq!(nearest("matron", words), Some("matron"));
        assert!(std::ptr::eq(
            nearest("matron", words).expect("a word"),
            words[2]
        ));
    }

    #[test]
    fn nothing_is_near_a_text_too_long_for_an_id() {
        // An id of 200 bytes, and three letters too many of four bytes each.
        let id = "🏥".repeat(50);
        assert_eq!(nearest(&format!("{id}🏥🏥🏥"), [&*id]), Some(&*id));
        let long = "x".repeat(213);
        assert_eq!(nearest(&long, [&long[1..], &*long]), None);
        assert_eq!(nearest(&long[1..], [&*long]), None);
        assert_eq!(nearest(&long[1..], [&long[1..]]), Some(&long[1..]));
    }

    #[test]
    fn leading_zeros_are_taken_away() {
        let unzeroed = |text: &str| unzeroed(text.chars()).collect::<String>();
        let texts = ["007", "a0b00", "0", "HEE-0070-000", "100", ""];
        assert_eq!(
            texts.map(unzeroed),
            ["7", "a0b0", "0", "HEE-70-0", "100", ""]
        );
    }
}
