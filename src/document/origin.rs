//! Where a document came from, and so where in it its places are.

use super::place::{Place, Position, Wording};

/// How the places of a document become positions.
#[derive(Debug, Clone, Default)]
pub(crate) enum Origin {
    /// Not at all: the place in words is the best there is.
    #[default]
    Words,
    /// By parsing this text again.
    #[cfg(feature = "toml")]
    Toml(Box<str>),
    /// By the rows of a return.
    #[cfg(feature = "organogram")]
    Returns(Box<super::cells::Returns>),
}

impl Origin {
    /// The words of the return for what stands at `place`, if it stands in one;
    /// `named` is the post that is missed there, `differing` the keys on which
    /// posts of one id differ.
    #[cfg_attr(
        not(feature = "organogram"),
        expect(unused_variables, reason = "without returns there are no such words")
    )]
    pub(crate) fn wording(
        &self,
        place: &Place,
        named: Option<&str>,
        differing: &[String],
    ) -> Option<Box<Wording>> {
        match self {
            #[cfg(feature = "organogram")]
            Self::Returns(returns) => returns.wording(place, named, differing).map(Box::new),
            _ => None,
        }
    }

    /// The position of each place, where there is one.
    pub(crate) fn positions(&self, places: &[&Place]) -> Vec<Option<Position>> {
        match self {
            Self::Words => vec![None; places.len()],
            #[cfg(feature = "toml")]
            Self::Toml(text) => super::lines::positions(text, places),
            #[cfg(feature = "organogram")]
            Self::Returns(returns) => places.iter().map(|place| returns.position(place)).collect(),
        }
    }
}
