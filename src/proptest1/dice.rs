//! Picks.

use proptest::prelude::Rng;
use proptest::test_runner::TestRng;

/// What decides wherever something is picked.
pub(super) struct Dice<'r>(pub(super) &'r mut TestRng);

impl Dice<'_> {
    /// A number below `sides`, or zero.
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        let number = self.0.next_u32() as usize;
        number.checked_rem(sides).unwrap_or(0)
    }

    /// Whether it comes to pass, once in `times`.
    pub(super) fn is_lucky(&mut self, times: usize) -> bool {
        self.roll(times) == 0
    }

    /// One of several, if there is one.
    pub(super) fn one<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        let at = self.roll(of.len());
        of.get(at).copied()
    }

    /// So many of several, each once; all, where they are fewer. Fewer, where the
    /// same is rolled again and again.
    pub(super) fn some<T: Copy + PartialEq>(&mut self, of: &[T], count: usize) -> Vec<T> {
        let mut taken = Vec::new();
        let count = count.min(of.len());
        // A source of random numbers that has run out gives the same for ever.
        for _ in 0..count.saturating_mul(64) {
            if taken.len() == count {
                break;
            }
            let one = self.one(of).filter(|one| !taken.contains(one));
            taken.extend(one);
        }
        taken
    }

    /// The same in any order.
    pub(super) fn shuffled<T: Copy>(&mut self, of: &[T]) -> Vec<T> {
        let mut left = of.to_vec();
        let mut taken = Vec::new();
        while !left.is_empty() {
            let at = self.roll(left.len());
            taken.push(left.swap_remove(at));
        }
        taken
    }
}
