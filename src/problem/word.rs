//! Words by which a document writes kinds, standings and the like: read back one by one.

use std::str::FromStr;

use thiserror::Error;

use crate::model::{Accountability, Authority, FindingCode, PostKind, Relation, Standing};
use crate::near::nearest;
use crate::quoted::Quoted;

/// A word that writes nothing of the sort that was asked for.
///
/// ```
/// use answerable::{Accountability, FindingCode};
///
/// assert_eq!("clinical".parse(), Ok(Accountability::Clinical));
/// let error = "profesional".parse::<Accountability>().unwrap_err();
/// assert_eq!(error.near, Some("professional"));
/// assert_eq!(
///     error.to_string(),
///     "`profesional` is no kind of line; did you mean `professional`?",
/// );
/// let error = "sole_cover".parse::<FindingCode>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`sole_cover` is no code of a finding; did you mean `sole-cover`?",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
#[error("{} is no {what}{}", Quoted(.word), match .near {
    Some(near) => format!("; did you mean {}?", Quoted(near)),
    None => String::new(),
})]
pub struct UnknownWord {
    /// The word.
    pub word: String,
    /// What was asked for: "kind of line", say.
    pub what: &'static str,
    /// The word that was probably meant.
    pub near: Option<&'static str>,
}

fn read<T: Copy>(
    word: &str,
    what: &'static str,
    all: &[T],
    as_str: fn(T) -> &'static str,
) -> Result<T, UnknownWord> {
    let found = all.iter().find(|&&one| as_str(one) == word);
    found.copied().ok_or_else(|| UnknownWord {
        word: word.to_owned(),
        what,
        near: nearest(word, all.iter().map(|&one| as_str(one))),
    })
}

impl FromStr for Accountability {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        read(word, "kind of line", &Self::ALL, Self::as_str)
    }
}

impl FromStr for PostKind {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        read(word, "kind of post", &Self::ALL, Self::as_str)
    }
}

impl FromStr for Standing {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        read(word, "standing", &Self::ALL, Self::as_str)
    }
}

impl FromStr for Authority {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        read(word, "authority", &Self::ALL, Self::as_str)
    }
}

impl FromStr for Relation {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        read(word, "relation", Self::ALL, Self::as_str)
    }
}

impl FromStr for FindingCode {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        read(word, "code of a finding", Self::ALL, Self::as_str)
    }
}
