//! Numbers found by the hash of what they number.

// INVARIANT(mask): a place is taken within the mask, and so within the slots.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "places are within the mask"
    )
)]

/// Numbers from 1, each in a slot near where the hash of what it numbers points:
/// open addressing, in one piece of memory.
///
/// A slot has the number below and as much of the hash above as there is room
/// for, so that what has another hash is seldom looked at. A look-up mostly touches
/// one line of memory here, where a general table keeps hashes and numbers apart.
#[derive(Clone)]
pub(super) struct Slots {
    /// 0 where there is none; a power of two of them.
    each: Vec<u32>,
    /// The bits of a slot that are the number: one less than there are slots.
    mask: u32,
    /// How many numbers there are.
    taken: usize,
}

/// Of so many slots so many may be taken.
const FULL: (usize, usize) = (13, 16);

impl Slots {
    pub(super) const fn new() -> Self {
        Self {
            each: Vec::new(),
            mask: 0,
            taken: 0,
        }
    }

    /// Whether another number needs [`Slots::grow`] first.
    pub(super) fn is_full(&self) -> bool {
        self.taken >= self.each.len() / FULL.1 * FULL.0
    }

    /// Makes room for as many again, given the hash of every number, from 1.
    #[cold]
    pub(super) fn grow(&mut self, hashes: impl Iterator<Item = u64>) {
        let slots = (self.each.len() * 2).max(FULL.1);
        // The old ones are gone before there are new ones.
        self.each = Vec::new();
        self.each = vec![0; slots];
        self.mask = u32::try_from(slots - 1).unwrap_or(u32::MAX);
        self.taken = 0;
        for (number, hash) in (1..).zip(hashes) {
            if let Err(vacant) = self.find(hash, |_| false) {
                self.fill(vacant, hash, number);
            }
        }
    }

    /// The number with this hash of which `is` holds, or the place at which one
    /// would stand.
    #[inline]
    pub(super) fn find(&self, hash: u64, mut is: impl FnMut(u32) -> bool) -> Result<u32, usize> {
        let (mut at, above) = self.place(hash);
        while let Some(&slot) = self.each.get(at) {
            if slot == 0 {
                break;
            }
            let number = slot & self.mask;
            if slot & !self.mask == above && is(number) {
                return Ok(number);
            }
            at = (at + 1) & self.mask as usize;
        }
        Err(at)
    }

    /// Enters a number at the place that [`Slots::find`] gave for the hash.
    pub(super) fn fill(&mut self, vacant: usize, hash: u64, number: u32) {
        let (_, above) = self.place(hash);
        self.each[vacant] = above | number;
        self.taken += 1;
    }

    /// Gives each number another, again from 1 without gaps.
    pub(super) fn renumber(&mut self, new: impl Fn(u32) -> u32) {
        for slot in self.each.iter_mut().filter(|slot| **slot != 0) {
            *slot = (*slot & !self.mask) | new(*slot & self.mask);
        }
    }

    /// Where the hash points, and what of it stands above the number.
    #[inline]
    fn place(&self, hash: u64) -> (usize, u32) {
        let [low, high] = [hash, hash >> 32].map(|half| half & u64::from(u32::MAX));
        let [low, high] = [low, high].map(|half| u32::try_from(half).unwrap_or(0));
        ((low & self.mask) as usize, high & !self.mask)
    }
}

#[cfg(test)]
mod tests {
    use foldhash::HashMap;

    use super::*;

    /// Hashes of which many agree in their lower half, in their upper, or in both.
    fn hashes() -> impl Iterator<Item = u64> {
        (0..4_000_u64).map(|n| {
            let (low, high) = (n % 37, n % 11);
            (low * 0x0101_0101) | ((high * 0x1234_5678) << 32)
        })
    }

    #[test]
    fn each_number_is_found_by_its_hash_and_nothing_else() {
        let (mut slots, mut told) = (Slots::new(), Vec::new());
        let mut known: HashMap<u64, Vec<u32>> = HashMap::default();
        for (number, hash) in (1..).zip(hashes()) {
            if slots.is_full() {
                slots.grow(told.iter().copied());
            }
            let vacant = slots.find(hash, |_| false).expect_err("none is that");
            slots.fill(vacant, hash, number);
            told.push(hash);
            known.entry(hash).or_default().push(number);
        }
        for (number, &hash) in (1..).zip(&told) {
            assert_eq!(slots.find(hash, |other| other == number), Ok(number));
            let mut seen = Vec::new();
            let all = slots.find(hash, |other| {
                seen.push(other);
                false
            });
            assert!(all.is_err());
            seen.sort_unstable();
            let above = |hash: u64| u32::try_from(hash >> 32).expect("half of it") & !slots.mask;
            let alike = |&other: &u32| above(told[other as usize - 1]) == above(hash);
            assert!(seen.iter().all(alike));
            assert!(
                known[&hash]
                    .iter()
                    .all(|number| seen.binary_search(number).is_ok())
            );
        }
        assert!(slots.find(u64::MAX, |_| true).is_err());
    }

    #[test]
    fn nothing_is_found_where_nothing_is() {
        assert!(Slots::new().find(7, |_| true).is_err());
        assert!(Slots::new().is_full());
    }
}
