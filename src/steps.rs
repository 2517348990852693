//! Counted steps, so that tests of cost need no clock: nothing outside tests.

#[cfg(test)]
thread_local! {
    static TAKEN: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// One step of a walk.
#[inline]
pub(crate) fn step() {
    #[cfg(test)]
    TAKEN.set(TAKEN.get() + 1);
}

/// What `walk` gives, and the steps it takes on this thread.
#[cfg(test)]
pub(crate) fn counted<T>(walk: impl FnOnce() -> T) -> (T, usize) {
    let before = TAKEN.get();
    let given = walk();
    (given, TAKEN.get() - before)
}
