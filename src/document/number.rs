//! Numbers of rows and of texts, as they are stored.

/// No row: the number of what is left out.
pub(crate) const NONE: u32 = u32::MAX;

/// How many, or which, as it is stored: there are fewer than [`NONE`] of anything.
pub(crate) fn number(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(NONE)
}
