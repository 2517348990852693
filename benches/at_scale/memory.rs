//! What is counted: bytes and allocations.
//!
//! The counting allocator serves a growing vector by moving it, so a peak has the
//! old and the new together. Nothing is counted while times are taken.
//!
//! Bars are told a post. What an organisation takes however many posts it has
//! (titles, grades, tables) is allowed for: it is nothing at scale.

use allocation_counter::{AllocationInfo, measure};
use answerable::Organisation;

use crate::dice::{number, real};
use crate::user::User;

/// Bytes that are not counted against the posts.
const FIXED_BYTES: f64 = 64.0 * 1024.0;
/// Allocations that are not.
const FIXED_ALLOCATIONS: f64 = 1_000.0;

/// Something counted, and what it must keep to.
pub(crate) struct Counted {
    pub(crate) what: String,
    pub(crate) found: f64,
    pub(crate) most: Option<f64>,
    pub(crate) least: Option<f64>,
}

impl Counted {
    pub(crate) fn new(what: impl Into<String>, found: f64, most: f64) -> Self {
        Self {
            what: what.into(),
            found,
            most: Some(most),
            least: None,
        }
    }

    fn info(what: &str, found: f64) -> Self {
        Self {
            most: None,
            ..Self::new(what, found, 0.0)
        }
    }

    pub(crate) fn is_met(&self) -> bool {
        self.most.is_none_or(|most| self.found <= most)
            && self.least.is_none_or(|least| self.found >= least)
    }
}

/// What is made, and what was counted meanwhile.
fn counted<T>(make: impl FnOnce() -> T) -> (T, AllocationInfo) {
    let mut kept = None;
    let info = measure(|| kept = Some(make()));
    (kept.expect("made"), info)
}

fn bytes(count: u64) -> f64 {
    real(usize::try_from(count).expect("fits in memory"))
}

fn live(counted: &AllocationInfo) -> f64 {
    bytes(u64::try_from(counted.bytes_current).unwrap_or(0))
}

/// The organisation and the user's graph, and what loading them took.
pub(crate) fn loaded(json: &[u8], posts: usize) -> (Organisation, User, Vec<Counted>) {
    let each = f64::from(number(posts));
    let (read, by_reader) = counted(|| serde_json::from_reader::<_, Organisation>(json));
    drop(read.expect("sound"));
    let (org, by_slice) = counted(|| serde_json::from_slice::<Organisation>(json));
    let org = org.expect("sound");
    let (user, by_user) = counted(|| User::load(json));
    let (graph, as_graph) = counted(|| org.to_petgraph());
    drop(graph);
    let rows = vec![
        Counted::new(
            "live bytes a post",
            live(&by_slice) / each,
            100.0 + FIXED_BYTES / each,
        ),
        Counted::new(
            "peak bytes a post beyond the text, loading from a slice",
            bytes(by_slice.bytes_max) / each,
            150.0 + FIXED_BYTES / each,
        ),
        Counted::new(
            "allocations a post, loading from a slice",
            bytes(by_slice.count_total) / each,
            0.1 + FIXED_ALLOCATIONS / each,
        ),
        Counted::info(
            "peak bytes a post, loading from a reader",
            bytes(by_reader.bytes_max) / each,
        ),
        Counted::info(
            "allocations a post, loading from a reader",
            bytes(by_reader.count_total) / each,
        ),
        Counted::info("live bytes a post, petgraph user", live(&by_user) / each),
        Counted::info(
            "peak bytes a post, petgraph user",
            bytes(by_user.bytes_max) / each,
        ),
        Counted::info(
            "allocations a post, petgraph user",
            bytes(by_user.count_total) / each,
        ),
        Counted {
            least: Some(3.0).filter(|_| each > 10_000.0),
            ..Counted::info(
                "live bytes, times less than the petgraph user",
                live(&by_user) / live(&by_slice),
            )
        },
        Counted::new("to_petgraph(): bytes a post", live(&as_graph) / each, 40.0),
    ];
    (org, user, rows)
}
