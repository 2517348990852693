//! Numbers that look random and are always the same.

pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one less than `most`.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        usize::try_from((u128::from(self.next()) * most as u128) >> 64).unwrap_or(0)
    }

    /// The same, as posts are numbered.
    pub(crate) fn number(&mut self, most: usize) -> u32 {
        number(self.below(most))
    }

    pub(crate) fn one_in(&mut self, most: usize) -> bool {
        self.below(most) == 0
    }

    pub(crate) fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            all.swap(at, self.below(at + 1));
        }
    }
}

/// Nothing, where a number of a post or a unit stands.
pub(crate) const NONE: u32 = u32::MAX;

pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).expect("posts, units and bytes are numbered in 32 bits")
}

pub(crate) fn real(count: usize) -> f64 {
    f64::from(number(count))
}
