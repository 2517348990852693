//! What is noted of posts during one search; while they are few, nothing is
//! allocated for it.

use foldhash::HashMap;

/// So many stand in place.
const FEW: usize = 12;

/// A list, the first few items of which stand in place.
pub(super) struct List<T> {
    few: [T; FEW],
    more: Vec<T>,
    len: usize,
}

impl<T: Copy + Default> List<T> {
    pub(super) fn new() -> Self {
        Self {
            few: [T::default(); FEW],
            more: Vec::new(),
            len: 0,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn get(&self, at: usize) -> Option<T> {
        let few = self.few[..self.len.min(FEW)].get(at);
        few.or_else(|| self.more.get(at.checked_sub(FEW)?)).copied()
    }

    /// Puts an item where one is, or after the last.
    pub(super) fn set(&mut self, at: usize, item: T) {
        if at >= self.len {
            self.push(item);
        } else if let Some(few) = self.few.get_mut(at) {
            *few = item;
        } else {
            self.more[at - FEW] = item;
        }
    }

    pub(super) fn push(&mut self, item: T) {
        match self.few.get_mut(self.len) {
            Some(few) => *few = item,
            None => self.more.push(item),
        }
        self.len += 1;
    }

    /// Keeps so many of the first.
    pub(super) fn truncate(&mut self, len: usize) {
        self.more.truncate(len.saturating_sub(FEW));
        self.len = self.len.min(len);
    }
}

/// Posts in the order in which they were noted, each once, and what was noted.
pub(super) struct Noted<T> {
    list: List<(u32, T)>,
    /// Where those past the first few stand.
    places: HashMap<u32, usize>,
}

impl<T: Copy + Default> Noted<T> {
    pub(super) fn new() -> Self {
        Self {
            list: List::new(),
            places: HashMap::default(),
        }
    }

    /// The post noted after so many others.
    pub(super) fn get(&self, at: usize) -> Option<(u32, T)> {
        self.list.get(at)
    }

    /// What was noted of a post. Constant.
    pub(super) fn of(&self, post: u32) -> Option<T> {
        let few = self.list.few[..self.list.len.min(FEW)].iter();
        let mut few = few.filter(|&&(noted, _)| noted == post);
        let found = few.next().copied();
        let found = found.or_else(|| self.list.get(*self.places.get(&post)?));
        found.map(|(_, noted)| noted)
    }

    /// Notes a post of which nothing was.
    pub(super) fn add(&mut self, post: u32, noted: T) {
        if self.list.len >= FEW {
            self.places.insert(post, self.list.len);
        }
        self.list.push((post, noted));
    }
}

#[cfg(test)]
mod tests {
    use super::{FEW, List, Noted};

    #[test]
    fn a_list_of_few_or_many() {
        let mut list = List::new();
        for count in 0..3 * FEW {
            assert_eq!((list.len(), list.get(count)), (count, None));
            list.set(count, count);
        }
        for len in (0..3 * FEW).rev() {
            list.set(len, 2 * len);
            assert!((0..len).all(|at| list.get(at) == Some(at)));
            assert_eq!(list.get(len), Some(2 * len));
            list.truncate(len);
            assert_eq!((list.len(), list.get(len)), (len, None));
        }
    }

    #[test]
    fn few_or_many_posts_noted() {
        let mut noted = Noted::new();
        for (at, post) in (0..3 * FEW).zip((0..).step_by(7)) {
            assert_eq!(noted.of(post), None);
            noted.add(post, at);
            assert_eq!(noted.of(0), Some(0));
            assert_eq!(noted.of(post), Some(at));
            assert_eq!(noted.get(at), Some((post, at)));
            assert_eq!((noted.of(post + 1), noted.get(at + 1)), (None, None));
        }
    }
}
