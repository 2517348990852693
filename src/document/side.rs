//! Facts that few posts have, beside the columns of all.

// INVARIANT(own-numbers): rows number what was pushed.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "rows are its own"
    )
)]

use super::number::{NONE, number};

/// Facts that few posts have, sorted by row.
#[derive(Debug, Clone)]
pub(crate) struct Side<T> {
    rows: Vec<u32>,
    facts: Vec<T>,
    /// Where the facts of each block of rows begin, and where the last ends.
    starts: Vec<u32>,
}

/// How many rows are a block.
const BLOCK: u32 = 64;

impl<T> Default for Side<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            facts: Vec::new(),
            starts: Vec::new(),
        }
    }
}

impl<T> Side<T> {
    /// Adds a fact of `row`, which is at or after every row so far; otherwise none
    /// is asked for before they are renumbered, which sorts them.
    pub(crate) fn push(&mut self, row: u32, fact: T) {
        self.starts.clear();
        self.rows.push(row);
        self.facts.push(fact);
    }

    /// Where the facts of `row` stand. Logarithmic in the facts there are; in
    /// those of a block of rows, once there is an index.
    #[inline]
    pub(crate) fn range(&self, row: u32) -> std::ops::Range<usize> {
        let block = (row / BLOCK) as usize;
        let (start, end) = match self.starts.get(block..block + 2) {
            Some(&[start, end]) => (start as usize, end as usize),
            _ if self.starts.is_empty() => (0, self.rows.len()),
            _ => (0, 0),
        };
        let rows = &self.rows[start..end];
        let before = rows.partition_point(|&other| other < row);
        let own = rows[before..].partition_point(|&other| other == row);
        start + before..start + before + own
    }

    /// The facts of `row`, in the order told.
    pub(crate) fn of(&self, row: u32) -> &[T] {
        &self.facts[self.range(row)]
    }

    /// The fact at `index` and its row.
    pub(crate) fn at(&self, index: usize) -> (u32, &T) {
        (self.rows[index], &self.facts[index])
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (u32, &T)> + ExactSizeIterator {
        self.rows.iter().copied().zip(&self.facts)
    }

    /// The facts, in order, to be changed.
    pub(super) fn each_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.facts.iter_mut()
    }

    /// Keeps the facts for which `keep` says so, asked in order.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(u32, &mut T) -> bool) {
        let mut kept = 0;
        for at in 0..self.rows.len() {
            if keep(self.rows[at], &mut self.facts[at]) {
                self.rows.swap(kept, at);
                self.facts.swap(kept, at);
                kept += 1;
            }
        }
        if kept < self.rows.len() {
            self.rows.truncate(kept);
            self.facts.truncate(kept);
            self.starts.clear();
        }
    }

    /// Keeps the facts at the places for which `keep` says so.
    pub(crate) fn retain_at(&mut self, keep: impl Fn(usize) -> bool) {
        let mut at = 0;
        self.retain(|_, _| {
            at += 1;
            keep(at - 1)
        });
    }

    /// Gives each row the number `renumbered` has for it, dropping rows without.
    pub(crate) fn renumber(&mut self, renumbered: &[u32]) {
        self.retain(|row, _| renumbered[row as usize] != NONE);
        for row in &mut self.rows {
            *row = renumbered[*row as usize];
        }
        // Where each fact comes from. Those of one row keep their order.
        let mut from: Vec<(u32, u32)> = self.rows.iter().copied().zip(0..).collect();
        from.sort_unstable();
        for first in 0..from.len() {
            let mut at = first;
            loop {
                let (row, source) = from[at];
                self.rows[at] = row;
                from[at].1 = number(at);
                if source as usize == first {
                    break;
                }
                self.facts.swap(at, source as usize);
                at = source as usize;
            }
        }
        self.index();
    }

    /// Notes where the facts of each block of rows begin, until one is added or
    /// taken out, and gives back what is held of memory beyond them.
    pub(crate) fn index(&mut self) {
        self.rows.shrink_to_fit();
        self.facts.shrink_to_fit();
        let blocks = self.rows.last().map_or(0, |last| last / BLOCK + 1);
        self.starts = Vec::with_capacity(blocks as usize + 1);
        for (at, row) in (0..).zip(&self.rows) {
            while number(self.starts.len()) <= row / BLOCK {
                self.starts.push(at);
            }
        }
        self.starts.push(number(self.rows.len()));
    }

    /// Whether `row` has any.
    pub(crate) fn has(&self, row: u32) -> bool {
        !self.range(row).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts of rows far apart, next to each other, several of one row and none.
    const ROWS: [u32; 12] = [0, 0, 1, 63, 64, 64, 64, 65, 200, 300, 300, 5_000];

    fn side() -> Side<usize> {
        let mut side = Side::default();
        for (fact, row) in ROWS.into_iter().enumerate() {
            side.push(row, fact);
        }
        side
    }

    /// What each row has, by a look at every fact.
    fn facts(side: &Side<usize>, row: u32) -> Vec<usize> {
        let facts = side.iter().filter(|&(of, _)| of == row);
        facts.map(|(_, &fact)| fact).collect()
    }

    #[test]
    fn facts_are_found_with_an_index_and_without() {
        for row in 0..6_000 {
            let mut side = side();
            let told = facts(&side, row);
            assert_eq!((side.of(row), side.has(row)), (&told[..], !told.is_empty()));
            side.index();
            assert_eq!((side.of(row), side.has(row)), (&told[..], !told.is_empty()));
            // What is added or taken out is known at once.
            side.push(5_999, 99);
            assert_eq!(side.of(5_999), [99]);
            side.index();
            side.retain(|other, _| other != row);
            assert!(!side.has(row));
            assert_eq!(
                side.iter().len(),
                ROWS.len() + usize::from(row != 5_999) - told.len()
            );
        }
        assert!(!Side::<()>::default().has(7));
    }

    #[test]
    fn rows_get_other_numbers_and_keep_their_facts() {
        // Backwards, by thirds, and the rows below 64 left out.
        let backwards: Vec<u32> = (0..=5_000).rev().collect();
        let thirds: Vec<u32> = (0..=5_000).map(|row| row % 3 * 1_667 + row / 3).collect();
        let fewer: Vec<u32> = (0..=5_000_u32)
            .map(|row| row.checked_sub(64).unwrap_or(NONE))
            .collect();
        for renumbered in [backwards, thirds, fewer] {
            let before = side();
            let mut after = side();
            after.renumber(&renumbered);
            for row in ROWS {
                let told = before.of(row);
                match renumbered[row as usize] {
                    NONE => assert!(after.iter().all(|(_, fact)| !told.contains(fact))),
                    row => assert_eq!(after.of(row), told),
                }
            }
            assert!(after.rows.is_sorted());
        }
    }
}
