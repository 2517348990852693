//! The highest of a range of numbers that change.

use std::ops::Range;

use crate::steps::step;

/// Numbers at places, and the highest of each range of places.
pub(super) struct Peaks(Vec<u32>);

impl Peaks {
    pub(super) fn new(places: usize) -> Self {
        Self(vec![0; 2 * places])
    }

    /// Puts a number in place of the one at a place, and gives that. Logarithmic.
    pub(super) fn set(&mut self, place: u32, value: u32) -> u32 {
        let mut at = place as usize + self.0.len() / 2;
        let before = std::mem::replace(&mut self.0[at], value);
        while at > 1 {
            step();
            self.0[at / 2] = self.0[at].max(self.0[at ^ 1]);
            at /= 2;
        }
        before
    }

    /// The highest number in a range of places. Logarithmic.
    pub(super) fn highest(&self, places: Range<u32>) -> u32 {
        let leaves = self.0.len() / 2;
        let (mut low, mut high) = (places.start as usize + leaves, places.end as usize + leaves);
        let mut highest = 0;
        while low < high {
            step();
            if low % 2 == 1 {
                highest = highest.max(self.0[low]);
                low += 1;
            }
            if high % 2 == 1 {
                high -= 1;
                highest = highest.max(self.0[high]);
            }
            low /= 2;
            high /= 2;
        }
        highest
    }
}
