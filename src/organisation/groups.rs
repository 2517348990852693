//! Items by group, in one piece of memory.

use std::ops::Range;

use crate::document::number;

/// The items of each of so many groups, in the order in which they were given.
#[derive(Debug, Clone)]
pub(crate) struct Groups<T> {
    items: Vec<T>,
    /// Where each group begins, and one past the last.
    starts: Vec<u32>,
}

impl<T> Groups<T> {
    /// No groups yet.
    pub(crate) fn new() -> Self {
        Self {
            items: Vec::new(),
            starts: vec![0],
        }
    }

    /// Adds the next group.
    pub(crate) fn push(&mut self, group: impl IntoIterator<Item = T>) {
        self.items.extend(group);
        self.starts.push(number(self.items.len()));
    }

    /// The items of a group.
    pub(crate) fn of(&self, group: u32) -> &[T] {
        self.within(group..group + 1)
    }

    /// The items of several groups.
    pub(crate) fn within(&self, groups: Range<u32>) -> &[T] {
        let start = self.starts[groups.start as usize] as usize;
        let end = self.starts[groups.end as usize] as usize;
        &self.items[start..end]
    }
}

impl<T: Copy + Default> Groups<T> {
    /// Groups items, each given with its group, and given twice alike. Linear.
    pub(crate) fn by<I: Iterator<Item = (u32, T)>>(groups: usize, items: impl Fn() -> I) -> Self {
        let mut starts = vec![0_u32; groups + 1];
        for (group, _) in items() {
            starts[group as usize + 1] += 1;
        }
        for group in 1..starts.len() {
            starts[group] += starts[group - 1];
        }
        let mut next = starts.clone();
        let mut grouped = vec![T::default(); starts[groups] as usize];
        for (group, item) in items() {
            let slot = &mut next[group as usize];
            grouped[*slot as usize] = item;
            *slot += 1;
        }
        Self {
            items: grouped,
            starts,
        }
    }
}
