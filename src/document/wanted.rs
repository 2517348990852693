//! What belongs at a place, and what is wrong with anything else there.

use super::found::{Found, Remedy};
use super::misread::Misread;
use super::value::Value;

/// What belongs at a place: the words of the message, and what it is written as.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    words: &'static str,
    sort: Sort,
}

/// What something is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Text,
    /// One of some words.
    Word,
    Number,
    /// A whole number, this or more.
    Whole(u32),
    TrueOrFalse,
    /// A list of what is written as text, or may be.
    Texts,
    Tables,
    Other,
}

impl Wanted {
    const fn new(words: &'static str, sort: Sort) -> Self {
        Self { words, sort }
    }

    pub(super) const fn text(words: &'static str) -> Self {
        Self::new(words, Sort::Text)
    }

    pub(super) const fn word(words: &'static str) -> Self {
        Self::new(words, Sort::Word)
    }

    pub(super) const fn number(words: &'static str) -> Self {
        Self::new(words, Sort::Number)
    }

    pub(super) const fn whole(words: &'static str, least: u32) -> Self {
        Self::new(words, Sort::Whole(least))
    }

    pub(super) const fn true_or_false() -> Self {
        Self::new("true or false", Sort::TrueOrFalse)
    }

    pub(super) const fn texts(words: &'static str) -> Self {
        Self::new(words, Sort::Texts)
    }

    pub(super) const fn tables(words: &'static str) -> Self {
        Self::new(words, Sort::Tables)
    }

    pub(super) const fn other(words: &'static str) -> Self {
        Self::new(words, Sort::Other)
    }

    /// Says that `value` is not what belongs there.
    pub(super) fn is_not(self, value: &Value<'_>) -> Misread {
        let expected = self.words;
        match (self.sort, Found::of(value)) {
            (Sort::Word, Found::Text(found)) => Misread::NoSuchWord { expected, found },
            (_, found) => Misread::WrongType {
                expected,
                remedy: self.remedy(&found),
                found,
            },
        }
    }

    /// How what was found is made what belongs there, where that is plain.
    fn remedy(self, found: &Found) -> Option<Remedy> {
        match (self.sort, found) {
            (_, Found::Null) => Some(Remedy::LeaveOut),
            (Sort::Text, Found::Number(_)) => Some(Remedy::Quote),
            (Sort::TrueOrFalse, Found::Text(text)) => {
                matches!(&**text, "true" | "false").then_some(Remedy::Unquote)
            }
            (Sort::Number, Found::Text(text)) => is_number(text).then_some(Remedy::Unquote),
            (Sort::Whole(least), Found::Text(text)) => {
                let is_so = text.parse().is_ok_and(|number: u32| number >= least);
                (is_so && is_number(text)).then_some(Remedy::Unquote)
            }
            (Sort::Texts, Found::Text(_)) | (Sort::Texts | Sort::Tables, Found::Table) => {
                Some(Remedy::Bracket)
            }
            _ => None,
        }
    }
}

/// Whether a text is a number from 0 as every format writes one: digits, and digits
/// after a point.
fn is_number(text: &str) -> bool {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, after) = text.split_once('.').unwrap_or((text, "0"));
    let is_plain = whole == "0" || !whole.starts_with('0');
    is_plain && is_digits(whole) && is_digits(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What would be refused again, or not be read at all, is no remedy.
    #[test]
    fn quotation_marks_come_off_a_number_that_belongs_there() {
        let number = |text| (text, Wanted::number("a number"));
        let seats = |text| (text, Wanted::whole("a whole number from 1", 1));
        let is_told = |(text, wanted): (&str, Wanted)| {
            let found = Found::Text(text.to_owned());
            wanted.remedy(&found) == Some(Remedy::Unquote)
        };
        for told in [
            number("0"),
            number("0.5"),
            number("12"),
            seats("1"),
            seats("20"),
        ] {
            assert!(is_told(told), "{told:?}");
        }
        let refused = [
            "", " 1", "+5", "-1", "07", ".5", "5.", "1e3", "inf", "NaN", "half",
        ];
        for text in refused {
            assert!(!is_told(number(text)) && !is_told(seats(text)), "{text}");
        }
        for text in ["0", "1.5", "1.0", "4294967296"] {
            assert!(!is_told(seats(text)), "{text}");
        }
    }
}
