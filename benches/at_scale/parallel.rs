//! Questions by several threads at once: nothing is locked.

use crate::dice::real;
use crate::measured::{Bar, Row, Took, batch, contest, making};
use crate::questions::chain;
use crate::world::{Round, World};

const THREADS: usize = 8;

/// Chains asked for by eight threads at once.
pub(crate) fn chains(world: &World<'_>) -> (Row, String) {
    let round = Round::of(world, 0);
    let (any, bare) = (&round.any, &world.bare[0]);
    let ours = |at: usize| chain(any.posts[at], 0);
    let floor = |at: usize| bare.chain(any.places[at]);
    let alone = contest(
        "chain, one thread",
        (world.rounds, 1.0),
        &[],
        &mut || batch(any.len(), ours),
        Some(&mut || batch(any.len(), floor)),
        None,
    );
    let row = contest(
        "chain, operational, eight threads at once",
        (world.rounds, 1.0),
        &[Bar::Floor(2.0)],
        &mut || threaded(THREADS, any.len(), ours),
        Some(&mut || threaded(THREADS, any.len(), floor)),
        None,
    );
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let note = format!(
        "eight threads on {cores} cores give {:.2} times the chains of one; bare arrays {:.2} times",
        alone.ours / row.ours,
        alone.floor.unwrap_or(f64::NAN) / row.floor.unwrap_or(f64::NAN),
    );
    (row, note)
}

/// All of the questions by each of the threads.
fn threaded(threads: usize, count: usize, answer: impl Fn(usize) -> u64 + Sync) -> Took {
    making(
        real(threads * count),
        || {
            std::thread::scope(|scope| {
                let ask = || scope.spawn(|| batch(count, &answer).1);
                let asked: Vec<_> = (0..threads).map(|_| ask()).collect();
                let sums = asked
                    .into_iter()
                    .map(|asked| asked.join().expect("no panic"));
                sums.fold(0, u64::wrapping_add)
            })
        },
        |&sum| sum,
    )
}
