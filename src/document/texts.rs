//! Interned text: every distinct text once, in one piece of memory.

// INVARIANT(own-numbers): a text is named only by the table that holds it.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "numbers of texts are its own"
    )
)]

use std::hash::BuildHasher;
use std::num::NonZeroU32;

use foldhash::fast::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::steps::step;

/// A text of one [`Texts`]; numbered from 1 in the order of first appearance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Txt(NonZeroU32);

impl Txt {
    /// The first text there is.
    pub(crate) const FIRST: Self = Self(NonZeroU32::MIN);

    /// Its place among the texts, from 0.
    #[inline]
    pub(crate) fn index(self) -> usize {
        self.number() as usize
    }

    /// The same, as it is stored.
    pub(crate) fn number(self) -> u32 {
        self.0.get() - 1
    }
}

/// Distinct texts, each found by its content through a randomly seeded hash.
#[derive(Clone)]
pub(crate) struct Texts {
    bytes: String,
    /// Where each text ends; one begins where the one before it ends.
    ends: Vec<u32>,
    table: HashTable<u32>,
    seed: RandomState,
    /// How many bytes may be held.
    room: u32,
    overflowed: bool,
}

impl Texts {
    pub(crate) fn new() -> Self {
        Self {
            bytes: String::new(),
            ends: Vec::new(),
            table: HashTable::new(),
            seed: RandomState::default(),
            room: u32::MAX,
            overflowed: false,
        }
    }

    /// No text, and room for so many bytes.
    #[cfg(test)]
    pub(crate) fn with_room(room: u32) -> Self {
        Self {
            room,
            ..Self::new()
        }
    }

    /// How many distinct texts there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether a text was turned away because there was no room for it.
    pub(crate) fn has_overflowed(&self) -> bool {
        self.overflowed
    }

    pub(crate) fn get(&self, txt: Txt) -> &str {
        slice(&self.bytes, &self.ends, txt.0.get())
    }

    /// The text equal to `text`, if there is one. One hash.
    pub(crate) fn find(&self, text: &str) -> Option<Txt> {
        let hash = self.seed.hash_one(text);
        let found = self
            .table
            .find(hash, |&n| slice(&self.bytes, &self.ends, n) == text)?;
        NonZeroU32::new(*found).map(Txt)
    }

    /// The text equal to `text`, added if there was none.
    ///
    /// Past 4 GiB of distinct text nothing is added: [`Texts::has_overflowed`]
    /// tells, and what comes back stands for some other text.
    pub(crate) fn intern(&mut self, text: &str) -> Txt {
        step();
        let hash = self.seed.hash_one(text);
        let (bytes, ends, seed) = (&self.bytes, &self.ends, &self.seed);
        let entry = self.table.entry(
            hash,
            |&n| {
                step();
                slice(bytes, ends, n) == text
            },
            |&n| seed.hash_one(slice(bytes, ends, n)),
        );
        let slot = match entry {
            Entry::Occupied(found) => {
                return NonZeroU32::new(*found.get()).map_or(Txt::FIRST, Txt);
            }
            Entry::Vacant(slot) => slot,
        };
        let end = u32::try_from(self.bytes.len() + text.len()).ok();
        let number = u32::try_from(self.ends.len() + 1)
            .ok()
            .and_then(NonZeroU32::new);
        let (Some(end), Some(number)) = (end.filter(|&end| end <= self.room), number) else {
            self.overflowed = true;
            return Txt::FIRST;
        };
        slot.insert(number.get());
        self.bytes.push_str(text);
        self.ends.push(end);
        Txt(number)
    }

    /// Every text, in the order of first appearance.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Txt, &str)> {
        (1..)
            .map_while(NonZeroU32::new)
            .take(self.ends.len())
            .map(|number| (Txt(number), slice(&self.bytes, &self.ends, number.get())))
    }
}

#[inline]
fn slice<'t>(bytes: &'t str, ends: &[u32], number: u32) -> &'t str {
    let index = number as usize - 1;
    let start = if index == 0 { 0 } else { ends[index - 1] };
    &bytes[start as usize..ends[index] as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_are_one_and_distinct_texts_are_not() {
        let mut texts = Texts::new();
        let [a, b, again] = ["matron", "", "matron"].map(|text| texts.intern(text));
        assert!(a == again && a != b);
        assert_eq!((texts.get(a), texts.get(b), texts.len()), ("matron", "", 2));
        assert_eq!(texts.find("sister"), None);
    }

    #[test]
    fn what_there_is_no_room_for_is_told() {
        let mut texts = Texts::with_room(6);
        let matron = texts.intern("matron");
        assert!(!texts.has_overflowed());
        texts.intern("sister");
        assert!(texts.has_overflowed());
        assert_eq!((texts.find("matron"), texts.len()), (Some(matron), 1));
    }

    /// Whoever chooses ids cannot choose those that collide: each table hashes by a
    /// seed of its own, which is not known beforehand.
    #[test]
    fn law_36_no_two_tables_hash_alike() {
        let hashes: std::collections::HashSet<u64> = (0..16)
            .map(|_| Texts::new().seed.hash_one("matron"))
            .collect();
        assert_eq!(hashes.len(), 16);
    }
}
