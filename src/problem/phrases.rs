//! What messages have in common: the subject, and lists.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use std::fmt;

use crate::document::{Place, Table};
use crate::quoted::Quoted;

/// The entry a problem is about, as the subject of a sentence.
#[derive(Clone, Copy)]
pub(super) struct Owner<'p>(pub(super) &'p Place);

impl fmt::Display for Owner<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.table, &self.0.id) {
            (Table::Post, Some(id)) => Quoted(id).fmt(f),
            (Table::Head, _) => write!(f, "headship {}", self.0.occurrence),
            (table, Some(id)) => write!(f, "{table} {}", Quoted(id)),
            (table, None) => table.fmt(f),
        }
    }
}

/// How many of a list a message names.
pub(super) const MOST_NAMED: usize = 8;

pub(super) fn write_list<T: fmt::Display>(
    f: &mut fmt::Formatter<'_>,
    items: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
    most: usize,
) -> fmt::Result {
    let items = items.into_iter();
    let count = items.len();
    write_some(f, items.take(most), count)
}

/// The first items of a list of `count`.
pub(super) fn write_some<T: fmt::Display>(
    f: &mut fmt::Formatter<'_>,
    items: impl IntoIterator<Item = T>,
    count: usize,
) -> fmt::Result {
    let mut named = 0;
    for item in items {
        let before = match named {
            0 => "",
            _ if named + 1 == count => " and ",
            _ => ", ",
        };
        write!(f, "{before}{item}")?;
        named += 1;
    }
    if count > named {
        write!(f, " and {} more", count - named)
    } else {
        Ok(())
    }
}
