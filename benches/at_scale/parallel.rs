//! Questions by several threads at once: nothing is locked.

use std::time::Instant;

use crate::dice::real;
use crate::measured::{Bar, Row, Took, contest, total};
use crate::questions::chain;
use crate::world::{Round, World};

const THREADS: usize = 8;

/// Chains asked for by eight threads at once.
pub(crate) fn chains(world: &World<'_>) -> (Row, String) {
    let round = Round::of(world, 0);
    let (any, bare) = (&round.any, &world.bare[0]);
    let ours = |at: usize| chain(any.posts[at], 0);
    let floor = |at: usize| bare.chain(any.places[at]);
    let by_one = contest(
        "chain, one thread",
        (world.rounds, 1.0),
        &[],
        &mut || alone(any.len(), ours),
        Some(&mut || alone(any.len(), floor)),
        None,
    );
    let row = contest(
        "chain, operational, eight threads at once",
        (world.rounds, 1.0),
        &[Bar::Floor(2.0)],
        &mut || threaded(any.len(), ours),
        Some(&mut || threaded(any.len(), floor)),
        None,
    );
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let note = format!(
        "eight threads on {cores} cores give {:.2} times the chains of one; bare arrays {:.2} times",
        by_one.ours / row.ours,
        by_one.floor.unwrap_or(f64::NAN) / row.floor.unwrap_or(f64::NAN),
    );
    (row, note)
}

/// All of the questions by each of the threads, by the clock on the wall.
fn threaded(count: usize, answer: impl Fn(usize) -> u64 + Sync) -> Took {
    let start = Instant::now();
    let sum = std::thread::scope(|scope| {
        let ask = || scope.spawn(|| total(count, &answer));
        let asked: Vec<_> = (0..THREADS).map(|_| ask()).collect();
        let sums = asked
            .into_iter()
            .map(|asked| asked.join().expect("no panic"));
        sums.fold(0, u64::wrapping_add)
    });
    let took = start.elapsed().as_secs_f64() * 1e9;
    (took / real(THREADS * count), sum)
}

/// The same by one.
fn alone(count: usize, answer: impl Fn(usize) -> u64) -> Took {
    let start = Instant::now();
    let sum = total(count, answer);
    let took = start.elapsed().as_secs_f64() * 1e9;
    (took / real(count), sum)
}
