//! A word that is the code of no finding.

use std::str::FromStr;

use thiserror::Error;

use crate::model::FindingCode;
use crate::near::nearest;
use crate::quoted::Quoted;

/// A word that is the code of no finding.
///
/// ```
/// use answerable::{FindingCode, UnknownCode};
///
/// let error: UnknownCode = "sole_cover".parse::<FindingCode>().unwrap_err();
/// assert_eq!(error.near, Some(FindingCode::SoleCover));
/// assert_eq!(
///     error.to_string(),
///     "no finding has the code `sole_cover`; did you mean `sole-cover`?",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no finding has the code {}{}", Quoted(.word), match .near {
    Some(near) => format!("; did you mean {}?", Quoted(near.as_str())),
    None => String::new(),
})]
#[non_exhaustive]
pub struct UnknownCode {
    /// The word.
    pub word: String,
    /// The code that was probably meant.
    pub near: Option<FindingCode>,
}

impl FromStr for FindingCode {
    type Err = UnknownCode;

    fn from_str(word: &str) -> Result<Self, UnknownCode> {
        Self::from_word(word).ok_or_else(|| UnknownCode {
            word: word.to_owned(),
            near: nearest(word, Self::ALL.map(Self::as_str)).and_then(Self::from_word),
        })
    }
}
