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

use crate::steps::step;
use foldhash::fast::RandomState;

use super::slots::Slots;

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

    /// What stands for it in a column: 0 is none.
    pub(super) fn numbers(text: Option<Self>) -> u32 {
        text.map_or(0, |text| text.0.get())
    }

    /// The text for which this stands in a column.
    #[inline]
    pub(super) fn numbered(number: u32) -> Option<Self> {
        NonZeroU32::new(number).map(Self)
    }
}

/// Texts by their number, in one piece of memory.
#[derive(Clone)]
pub(crate) struct Arena {
    bytes: String,
    /// Where each text ends; one begins where the one before it ends.
    ends: Vec<u32>,
}

impl Arena {
    #[inline]
    pub(crate) fn get(&self, txt: Txt) -> &str {
        self.at(txt.0.get())
    }

    #[inline]
    fn at(&self, number: u32) -> &str {
        let index = number as usize - 1;
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.bytes[start as usize..self.ends[index] as usize]
    }
}

/// Distinct texts, each found by its content through a randomly seeded hash.
#[derive(Clone)]
pub(crate) struct Texts {
    arena: Arena,
    slots: Slots,
    seed: RandomState,
    /// How many bytes may be held.
    room: u32,
    overflowed: bool,
}

impl Texts {
    pub(crate) fn new() -> Self {
        Self {
            arena: Arena {
                bytes: String::new(),
                ends: Vec::new(),
            },
            slots: Slots::new(),
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

    /// The texts by their number.
    pub(crate) fn arena(&self) -> &Arena {
        &self.arena
    }

    /// The texts where none will be looked for.
    pub(crate) fn into_arena(mut self) -> Arena {
        self.shrink();
        self.arena
    }

    /// Gives back what is held of memory beyond the texts.
    pub(crate) fn shrink(&mut self) {
        self.arena.bytes.shrink_to_fit();
        self.arena.ends.shrink_to_fit();
    }

    /// How many distinct texts there are.
    pub(crate) fn len(&self) -> usize {
        self.arena.ends.len()
    }

    /// Whether a text was turned away because there was no room for it.
    pub(crate) fn has_overflowed(&self) -> bool {
        self.overflowed
    }

    #[inline]
    pub(crate) fn get(&self, txt: Txt) -> &str {
        self.arena.get(txt)
    }

    /// The text equal to `text`, if there is one. One hash.
    #[inline]
    pub(crate) fn find(&self, text: &str) -> Option<Txt> {
        let hash = self.seed.hash_one(text);
        let found = self.slots.find(hash, |n| self.arena.at(n) == text);
        NonZeroU32::new(found.ok()?).map(Txt)
    }

    /// The text equal to `text`, added if there was none.
    ///
    /// Past 4 GiB of distinct text nothing is added: [`Texts::has_overflowed`]
    /// tells, and what comes back stands for some other text.
    pub(crate) fn intern(&mut self, text: &str) -> Txt {
        step();
        if self.slots.is_full() {
            let (arena, seed) = (&self.arena, &self.seed);
            let numbers = (1..).take(arena.ends.len());
            self.slots
                .grow(numbers.map(|number| seed.hash_one(arena.at(number))));
        }
        let hash = self.seed.hash_one(text);
        let arena = &mut self.arena;
        let found = self.slots.find(hash, |n| {
            step();
            arena.at(n) == text
        });
        let vacant = match found {
            Ok(number) => return NonZeroU32::new(number).map_or(Txt::FIRST, Txt),
            Err(vacant) => vacant,
        };
        let end = u32::try_from(arena.bytes.len() + text.len()).ok();
        let number = u32::try_from(arena.ends.len() + 1)
            .ok()
            .and_then(NonZeroU32::new);
        let (Some(end), Some(number)) = (end.filter(|&end| end <= self.room), number) else {
            self.overflowed = true;
            return Txt::FIRST;
        };
        self.slots.fill(vacant, hash, number.get());
        arena.bytes.push_str(text);
        arena.ends.push(end);
        Txt(number)
    }

    /// Every text, in the order of first appearance.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Txt, &str)> {
        (1..)
            .map_while(NonZeroU32::new)
            .take(self.len())
            .map(|number| (Txt(number), self.arena.at(number.get())))
    }
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
