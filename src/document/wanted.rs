//! What belongs at a place, and what is wrong with anything else there.

use super::found::{Found, Remedy};
use super::misread::Misread;
use super::value::Value;

/// What belongs at a place: in words, and as what it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    words: &'static str,
    sort: Sort,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Text,
    /// One of some words.
    Word,
    Number,
    TrueOrFalse,
    /// A list of what is written as text, or may be.
    Texts,
    Tables,
    Other,
}

impl Wanted {
    pub(super) const fn text(words: &'static str) -> Self {
        let sort = Sort::Text;
        Self { words, sort }
    }

    pub(super) const fn word(words: &'static str) -> Self {
        let sort = Sort::Word;
        Self { words, sort }
    }

    pub(super) const fn number(words: &'static str) -> Self {
        let sort = Sort::Number;
        Self { words, sort }
    }

    pub(super) const fn true_or_false() -> Self {
        let (words, sort) = ("true or false", Sort::TrueOrFalse);
        Self { words, sort }
    }

    pub(super) const fn texts(words: &'static str) -> Self {
        let sort = Sort::Texts;
        Self { words, sort }
    }

    pub(super) const fn tables(words: &'static str) -> Self {
        let sort = Sort::Tables;
        Self { words, sort }
    }

    pub(super) const fn other(words: &'static str) -> Self {
        let sort = Sort::Other;
        Self { words, sort }
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
            (Sort::Number, Found::Text(text)) => {
                let is_number = text.trim().parse().is_ok_and(|number: f64| number >= 0.0);
                is_number.then_some(Remedy::Unquote)
            }
            (Sort::Texts, Found::Text(_)) | (Sort::Texts | Sort::Tables, Found::Table) => {
                Some(Remedy::Bracket)
            }
            _ => None,
        }
    }
}
