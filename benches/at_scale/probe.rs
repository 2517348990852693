//! The floor of finding a post: one probe of a table made beforehand.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use crate::dice::number;

pub(crate) struct Probe {
    bytes: Vec<u8>,
    ends: Vec<u32>,
    table: HashTable<u32>,
    seed: RandomState,
}

impl Probe {
    /// A table of ids, in the order of the places of their posts.
    pub(crate) fn of(ids: &[&str]) -> Self {
        let mut probe = Self {
            bytes: Vec::new(),
            ends: vec![0],
            table: HashTable::with_capacity(ids.len()),
            seed: RandomState::default(),
        };
        for id in ids {
            probe.bytes.extend_from_slice(id.as_bytes());
            probe.ends.push(number(probe.bytes.len()));
        }
        let (bytes, ends, seed) = (&probe.bytes, &probe.ends, &probe.seed);
        for at in 0..number(ids.len()) {
            let hash_at = |&at: &u32| hash(seed, slice(bytes, ends, at));
            probe.table.insert_unique(hash_at(&at), at, hash_at);
        }
        probe
    }

    #[inline]
    pub(crate) fn find(&self, id: &str) -> Option<u32> {
        let hash = hash(&self.seed, id.as_bytes());
        let is_it = |&at: &u32| slice(&self.bytes, &self.ends, at) == id.as_bytes();
        self.table.find(hash, is_it).copied()
    }
}

/// The hash of an id alone.
#[inline]
fn hash(seed: &RandomState, id: &[u8]) -> u64 {
    let mut hasher = seed.build_hasher();
    hasher.write(id);
    hasher.finish()
}

#[inline]
fn slice<'t>(bytes: &'t [u8], ends: &[u32], at: u32) -> &'t [u8] {
    &bytes[ends[at as usize] as usize..ends[at as usize + 1] as usize]
}
