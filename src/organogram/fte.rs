//! Whole-time equivalents.

use super::status::said;

/// What a cell of whole-time equivalents says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fte<'r> {
    /// Nothing.
    Unsaid,
    /// This many.
    Number(f64),
    /// Something that is no number of posts.
    WhyUnreadable(&'r str),
}

impl<'r> Fte<'r> {
    /// Reads a trimmed cell.
    pub(super) fn read(cell: &'r str) -> Self {
        match (said(cell), cell.parse::<f64>()) {
            (None, _) => Self::Unsaid,
            (Some(_), Ok(number)) if number.is_finite() && number >= 0.0 => Self::Number(number),
            (Some(raw), _) => Self::WhyUnreadable(raw),
        }
    }

    /// The sum of the parts; of several to the millionth, so that they add up as
    /// they do on paper.
    pub(super) fn sum(parts: impl IntoIterator<Item = f64>) -> Option<f64> {
        parts.into_iter().reduce(|sum, part| {
            let sum = sum + part;
            let rounded = (sum * 1e6).round() / 1e6;
            if rounded.is_finite() { rounded } else { sum }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells() {
        for (cell, expected) in [
            ("", Fte::Unsaid),
            ("N/D", Fte::Unsaid),
            ("1", Fte::Number(1.0)),
            ("0.60", Fte::Number(0.6)),
            ("-1", Fte::WhyUnreadable("-1")),
            ("inf", Fte::WhyUnreadable("inf")),
            ("1,5", Fte::WhyUnreadable("1,5")),
            ("full time", Fte::WhyUnreadable("full time")),
        ] {
            assert_eq!(Fte::read(cell), expected, "{cell}");
        }
    }

    #[test]
    fn sums_are_those_on_paper() {
        assert_eq!(Fte::sum([0.1, 0.2]), Some(0.3));
        assert_eq!(Fte::sum([0.123_456_789]), Some(0.123_456_789));
    }
}
