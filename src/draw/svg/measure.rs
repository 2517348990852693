//! How wide text is in Arial, and where it is broken to fit.

use unicode_normalization::char::decompose_canonical;

use crate::draw::script::is_wide;

/// Widths of the printable ASCII characters, in thousandths of the size.
const REGULAR: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/// A size of type, in tenths of a pixel, and whether it is bold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub(super) size: u32,
    pub(super) is_bold: bool,
}

impl Type {
    /// How wide a character is, in ten-thousandths of a pixel.
    fn width_of(self, character: char) -> u32 {
        let widths = if self.is_bold { &BOLD } else { &REGULAR };
        let at = u32::from(character).wrapping_sub(32) as usize;
        let width = match widths.get(at) {
            Some(&width) => u32::from(width),
            None if is_mark(character) => 0,
            None if is_wide(character) || !character.is_alphanumeric() => others(character),
            None => match unaccented(character) {
                base if base != character => return self.width_of(base),
                // The widest of Greek, Cyrillic and the joined letters of Latin.
                _ if character.is_uppercase() || "æœжшщюыфм".contains(character) => 950,
                _ => 650,
            },
        };
        width * self.size
    }

    /// How wide a text is, in pixels, rounded up.
    pub(super) fn width(self, text: &str) -> i32 {
        let width: u32 = text.chars().fold(0, |sum, character| {
            sum.saturating_add(self.width_of(character))
        });
        i32::try_from(width.div_ceil(10_000)).unwrap_or(i32::MAX)
    }

    /// The lines of a text that is `most` pixels wide at the most: broken between
    /// words, a word too long within, wide characters anywhere. What is left of
    /// blanks and line ends goes; a line there always is.
    pub(super) fn broken(self, text: &str, most: u32) -> Vec<String> {
        let most = most.saturating_mul(10_000);
        let mut lines = vec![String::new()];
        let mut width = 0_u32;
        for word in text.split_whitespace() {
            let of_word = word.chars().map(|character| self.width_of(character));
            let of_word = of_word.fold(0, u32::saturating_add);
            let blank = self.width_of(' ');
            let is_begun = lines.last().is_some_and(|line| !line.is_empty());
            if is_begun && width.saturating_add(blank.saturating_add(of_word)) <= most {
                push(&mut lines, ' ');
                width += blank;
            } else if is_begun {
                lines.push(String::new());
                width = 0;
            }
            for character in word.chars() {
                let of_character = self.width_of(character);
                if width > 0 && width + of_character > most {
                    lines.push(String::new());
                    width = 0;
                }
                push(&mut lines, character);
                width += of_character;
            }
        }
        lines
    }
}

fn push(lines: &mut [String], character: char) {
    if let Some(line) = lines.last_mut() {
        line.push(character);
    }
}

/// The letter without its accents.
fn unaccented(character: char) -> char {
    let mut base = character;
    decompose_canonical(character, |part| {
        if base == character {
            base = part;
        }
    });
    base
}

/// Punctuation beside that of ASCII, symbols and ideographs.
fn others(character: char) -> u32 {
    match character {
        '\u{a0}' | '‘' | '’' | '‚' | '·' => 333,
        '“' | '”' | '„' | '•' => 500,
        '–' => 556,
        _ => 1000,
    }
}

/// Characters that stand on the one before them, or nowhere.
fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{200b}'..='\u{200f}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A size in which widths are in thousandths of a letter's height.
    const EM: Type = Type {
        size: 10_000,
        is_bold: false,
    };

    fn widths(text: &str) -> Vec<i32> {
        let letters = text.chars().map(|letter| EM.width(&letter.to_string()));
        letters.collect()
    }

    #[test]
    fn plain_letters_are_as_wide_as_in_arial() {
        assert_eq!(widths(" aiW~"), [278, 556, 222, 944, 584]);
        let bold = Type {
            is_bold: true,
            ..EM
        };
        assert_eq!(bold.width("b"), 611);
        assert_eq!(EM.width("Wait"), 944 + 556 + 222 + 278);
    }

    #[test]
    fn accents_take_no_room() {
        assert_eq!(widths("éÉñ"), widths("eEn"));
        assert_eq!(EM.width("e\u{301}"), EM.width("e"));
        assert_eq!(widths("\u{301}\u{200b}\u{fe0f}"), [0; 3]);
    }

    #[test]
    fn letters_of_other_scripts_are_narrow_wide_or_square() {
        assert_eq!(widths("яωßعא"), [650; 5]);
        assert_eq!(widths("ЯΩÆжшœ"), [950; 6]);
        assert_eq!(widths("病ア🏥"), [1000; 3]);
    }

    #[test]
    fn quotes_and_dashes_have_widths_of_their_own() {
        assert_eq!(widths("\u{a0}‘’‚·"), [333; 5]);
        assert_eq!(widths("“”„•"), [500; 4]);
        assert_eq!(widths("–—…€"), [556, 1000, 1000, 1000]);
    }

    #[test]
    fn a_word_too_long_is_broken_where_no_letter_more_fits() {
        assert_eq!(EM.broken("iiiii", 444), ["ii", "ii", "i"]);
        assert_eq!(EM.broken("iiiii", 443), ["i"; 5]);
        assert_eq!(EM.broken("WW", 400), ["W", "W"]);
        assert_eq!(EM.broken("", 400), [""]);
    }

    #[test]
    fn words_share_a_line_as_long_as_they_fit() {
        let both = EM.width("ii ii").unsigned_abs();
        assert_eq!(EM.broken(" ii  ii ", both), ["ii ii"]);
        assert_eq!(EM.broken("ii ii", both - 1), ["ii", "ii"]);
    }
}
