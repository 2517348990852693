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

use std::hash::{BuildHasher, Hasher};
use std::num::NonZeroU32;

use crate::steps::step;
use foldhash::fast::RandomState;

use super::number::{NONE, number};
use super::slots::Slots;

/// A text of one [`Texts`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Txt(NonZeroU32);

impl Txt {
    /// The first text there is.
    pub(crate) const FIRST: Self = Self(NonZeroU32::MIN);

    /// The text at this place, from 0.
    #[inline]
    pub(crate) fn at(place: u32) -> Self {
        Self(NonZeroU32::MIN.saturating_add(place))
    }

    /// Its place among the texts, from 0.
    #[inline]
    pub(crate) fn index(self) -> usize {
        self.number() as usize
    }

    /// The same, as narrow as places are kept.
    #[inline]
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
    /// Where each text begins, and where the last ends.
    starts: Vec<u32>,
}

impl Arena {
    /// No texts, and memory for so many.
    fn with_capacity(texts: usize, bytes: usize) -> Self {
        let mut starts = Vec::with_capacity(texts + 1);
        starts.push(0);
        Self {
            bytes: String::with_capacity(bytes),
            starts,
        }
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Adds a text for which there is room.
    fn push(&mut self, text: &str) {
        self.bytes.push_str(text);
        self.starts.push(number(self.bytes.len()));
    }

    #[inline]
    pub(crate) fn get(&self, txt: Txt) -> &str {
        &self.bytes[self.range(txt.0.get())]
    }

    /// Whether the text of a number is this one.
    #[inline]
    fn is(&self, number: u32, text: &str) -> bool {
        self.bytes.as_bytes()[self.range(number)] == *text.as_bytes()
    }

    #[inline]
    fn range(&self, number: u32) -> std::ops::Range<usize> {
        let end = number as usize;
        self.starts[end - 1] as usize..self.starts[end] as usize
    }

    fn iter(&self) -> impl Iterator<Item = (Txt, &str)> {
        let numbers = (1..).map_while(NonZeroU32::new).take(self.len());
        numbers.map(|number| (Txt(number), self.get(Txt(number))))
    }
}

/// The hash of a text alone: nothing follows from which it would have to be told.
#[inline]
fn hash(seed: &RandomState, text: &str) -> u64 {
    let mut hasher = seed.build_hasher();
    hasher.write(text.as_bytes());
    hasher.finish()
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
            arena: Arena::with_capacity(0, 0),
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
        self.arena.starts.shrink_to_fit();
    }

    /// How many distinct texts there are.
    pub(crate) fn len(&self) -> usize {
        self.arena.len()
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
        let hash = hash(&self.seed, text);
        let found = self.slots.find(hash, |n| self.arena.is(n, text));
        NonZeroU32::new(found.ok()?).map(Txt)
    }

    /// The text equal to `text`, added if there was none.
    ///
    /// Past 4 GiB of distinct text nothing is added: [`Texts::has_overflowed`]
    /// tells, and what comes back stands for some other text.
    pub(crate) fn intern(&mut self, text: &str) -> Txt {
        step();
        let hash_here = hash(&self.seed, text);
        let found = self.slots.find(hash_here, |n| {
            step();
            self.arena.is(n, text)
        });
        let vacant = match found {
            Ok(number) => return NonZeroU32::new(number).map_or(Txt::FIRST, Txt),
            Err(_) if self.slots.is_full() => self.grow(hash_here),
            Err(vacant) => vacant,
        };
        let arena = &mut self.arena;
        let end = u32::try_from(arena.bytes.len() + text.len());
        let number = u32::try_from(arena.len() + 1)
            .ok()
            .and_then(NonZeroU32::new);
        let (true, Some(number)) = (end.is_ok_and(|end| end <= self.room), number) else {
            self.overflowed = true;
            return Txt::FIRST;
        };
        self.slots.fill(vacant, hash_here, number.get());
        arena.push(text);
        Txt(number)
    }

    /// Makes room for as many texts again; gives the place for one of this hash.
    #[cold]
    fn grow(&mut self, of: u64) -> usize {
        let (arena, seed) = (&self.arena, &self.seed);
        let hashes = arena.iter().map(|(_, text)| hash(seed, text));
        self.slots.grow(hashes);
        self.slots
            .find(of, |_| false)
            .map_or_else(|vacant| vacant, |_| 0)
    }

    /// Brings the texts into another order: these first, distinct ones, then the
    /// others as they were. With the place that each text has now, by the one it
    /// had.
    pub(crate) fn reordered(mut self, first: &[Txt]) -> (Self, Vec<u32>) {
        let mut places = vec![NONE; self.len()];
        for (place, text) in (0..).zip(first) {
            places[text.index()] = place;
        }
        let mut order = first.to_vec();
        for (was, place) in (0..).zip(&mut places) {
            if *place == NONE {
                *place = number(order.len());
                order.push(Txt::at(was));
            }
        }
        let mut arena = Arena::with_capacity(order.len(), self.arena.bytes.len());
        for &text in &order {
            arena.push(self.arena.get(text));
        }
        self.arena = arena;
        self.slots
            .renumber(|number| places[number as usize - 1] + 1);
        (self, places)
    }

    /// Every text, in their order, which is that of first appearance at first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Txt, &str)> {
        self.arena.iter()
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

    #[test]
    fn texts_in_another_order_are_found_at_their_new_places() {
        let mut texts = Texts::new();
        let told: Vec<String> = (0..100_u32).map(|n| format!("post {n}")).collect();
        let was: Vec<Txt> = told.iter().map(|text| texts.intern(text)).collect();
        // Every third, from the last on; the others stay as they were.
        let first: Vec<Txt> = was.iter().rev().step_by(3).copied().collect();
        let (texts, places) = texts.reordered(&first);
        let mut seen = vec![false; told.len()];
        for (text, was) in told.iter().zip(was) {
            let is = texts.find(text).expect("still there");
            assert_eq!((texts.get(is), is.number()), (&**text, places[was.index()]));
            seen[is.index()] = true;
        }
        assert!(seen.iter().all(|&seen| seen));
        assert!(
            first
                .iter()
                .zip(0..)
                .all(|(was, place)| places[was.index()] == place)
        );
        let others = places
            .iter()
            .filter(|&&place| place as usize >= first.len());
        assert!(others.is_sorted());
        assert_eq!(texts.find("post 100"), None);
    }

    /// Whoever chooses ids cannot choose those that collide: each table hashes by a
    /// seed of its own, which is not known beforehand.
    #[test]
    fn law_36_no_two_tables_hash_alike() {
        let hashes: foldhash::HashSet<u64> = (0..16)
            .map(|_| hash(&Texts::new().seed, "matron"))
            .collect();
        assert_eq!(hashes.len(), 16);
    }
}
