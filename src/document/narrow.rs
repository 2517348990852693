//! Columns of numbers, in as few bytes as they need.

// INVARIANT(own-numbers): a place is asked for only after it was pushed.
#![cfg_attr(
    not(test),
    expect(clippy::indexing_slicing, reason = "places are its own")
)]

use super::texts::Txt;

/// Numbers, each in as few bytes as the greatest of them needs.
#[derive(Debug, Clone)]
pub(crate) enum Narrow {
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

impl Default for Narrow {
    fn default() -> Self {
        Self::One(Vec::new())
    }
}

impl Narrow {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::One(numbers) => numbers.len(),
            Self::Two(numbers) => numbers.len(),
            Self::Four(numbers) => numbers.len(),
        }
    }

    #[inline]
    pub(crate) fn get(&self, at: usize) -> u32 {
        match self {
            Self::One(numbers) => numbers[at].into(),
            Self::Two(numbers) => numbers[at].into(),
            Self::Four(numbers) => numbers[at],
        }
    }

    /// Adds a number. Constant, but that the first of a width moves those before.
    #[inline]
    pub(crate) fn push(&mut self, number: u32) {
        match (&mut *self, u8::try_from(number), u16::try_from(number)) {
            (Self::One(numbers), Ok(number), _) => numbers.push(number),
            (Self::Two(numbers), _, Ok(number)) => numbers.push(number),
            (Self::Four(numbers), ..) => numbers.push(number),
            _ => {
                self.widen(number);
                self.push(number);
            }
        }
    }

    pub(crate) fn set(&mut self, at: usize, number: u32) {
        match (&mut *self, u8::try_from(number), u16::try_from(number)) {
            (Self::One(numbers), Ok(number), _) => numbers[at] = number,
            (Self::Two(numbers), _, Ok(number)) => numbers[at] = number,
            (Self::Four(numbers), ..) => numbers[at] = number,
            _ => {
                self.widen(number);
                self.set(at, number);
            }
        }
    }

    /// Makes room for a number of this width.
    #[cold]
    fn widen(&mut self, number: u32) {
        let numbers = 0..self.len();
        *self = match u16::try_from(number) {
            Ok(_) => Self::Two(match self {
                Self::One(numbers) => numbers.iter().map(|&number| number.into()).collect(),
                _ => Vec::new(),
            }),
            Err(_) => Self::Four(numbers.map(|at| self.get(at)).collect()),
        };
    }

    /// Gives back what it holds of memory beyond its numbers.
    fn shrink(&mut self) {
        match self {
            Self::One(numbers) => numbers.shrink_to_fit(),
            Self::Two(numbers) => numbers.shrink_to_fit(),
            Self::Four(numbers) => numbers.shrink_to_fit(),
        }
    }

    /// The numbers at these places, in this order.
    pub(crate) fn picked(&self, places: &[u32]) -> Self {
        fn pick<T: Copy>(numbers: &[T], places: &[u32]) -> Vec<T> {
            places.iter().map(|&at| numbers[at as usize]).collect()
        }
        match self {
            Self::One(numbers) => Self::One(pick(numbers, places)),
            Self::Two(numbers) => Self::Two(pick(numbers, places)),
            Self::Four(numbers) => Self::Four(pick(numbers, places)),
        }
    }
}

impl From<Vec<u32>> for Narrow {
    fn from(numbers: Vec<u32>) -> Self {
        fn narrowed<T: TryFrom<u32> + Default>(numbers: &[u32]) -> Vec<T> {
            let numbers = numbers.iter().copied();
            numbers
                .map(|number| number.try_into().unwrap_or_default())
                .collect()
        }
        let greatest = numbers.iter().copied().max().unwrap_or(0);
        match (u8::try_from(greatest), u16::try_from(greatest)) {
            (Ok(_), _) => Self::One(narrowed(&numbers)),
            (_, Ok(_)) => Self::Two(narrowed(&numbers)),
            _ => Self::Four(numbers),
        }
    }
}

/// A text for each row, or none.
#[derive(Debug, Clone, Default)]
pub(crate) struct TxtColumn(Narrow);

impl TxtColumn {
    #[inline]
    pub(crate) fn get(&self, row: u32) -> Option<Txt> {
        Txt::numbered(self.0.get(row as usize))
    }

    pub(crate) fn push(&mut self, text: Option<Txt>) {
        self.0.push(Txt::numbers(text));
    }

    pub(crate) fn set(&mut self, row: u32, text: Option<Txt>) {
        self.0.set(row as usize, Txt::numbers(text));
    }

    /// Gives back what it holds of memory beyond its texts.
    pub(crate) fn shrink(&mut self) {
        self.0.shrink();
    }

    /// Keeps the texts of these rows, in this order.
    pub(crate) fn pick(&mut self, rows: &[u32]) {
        self.0 = self.0.picked(rows);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EDGES: [u32; 7] = [0, 255, 256, 65_535, 65_536, u32::MAX - 1, u32::MAX];

    #[test]
    fn numbers_come_back_whatever_came_before_and_after() {
        for first in EDGES {
            for second in EDGES {
                for third in EDGES {
                    let mut narrow = Narrow::default();
                    for number in [first, second] {
                        narrow.push(number);
                    }
                    narrow.set(0, third);
                    let told = [0, 1].map(|at| narrow.get(at));
                    assert_eq!((told, narrow.len()), ([third, second], 2));
                    let picked = narrow.picked(&[1, 0, 1]);
                    let told = [0, 1, 2].map(|at| picked.get(at));
                    assert_eq!(told, [second, third, second]);
                }
            }
        }
    }

    #[test]
    fn the_greatest_number_says_how_wide_they_are() {
        let width = |narrow: &Narrow| match narrow {
            Narrow::One(_) => 1,
            Narrow::Two(_) => 2,
            Narrow::Four(_) => 4,
        };
        let widths = EDGES.map(|greatest| {
            let (whole, mut pushed) = (Narrow::from(vec![0, greatest, 1]), Narrow::default());
            for number in [0, greatest, 1] {
                pushed.push(number);
            }
            assert_eq!([whole.get(1), pushed.get(1)], [greatest; 2]);
            assert_eq!(width(&whole), width(&pushed));
            width(&whole)
        });
        assert_eq!(widths, [1, 1, 2, 2, 4, 4, 4]);
    }
}
