//! The deputies of a post, pool by pool, in the order in which they are asked.

use std::ops::Range;

use crate::Organisation;
use crate::model::Authority;
use crate::steps::step;
use crate::view::{Arrangement, Matter, Post};

use super::PassedOver;
use super::noted::{List, Noted};

/// Why an arrangement does not count for what is asked, if it does not. It counts
/// if it is to act, and is unlimited or for the matter asked about; where that is
/// personal, only if it is for it.
pub(super) fn discounted<'o>(
    arrangement: Arrangement<'o>,
    matter: Option<Matter<'o>>,
) -> Option<PassedOver<'o>> {
    if arrangement.authority() == Authority::Attend {
        return Some(PassedOver::AttendsOnly);
    }
    let names = |matter| arrangement.matters().any(|named| named == matter);
    match matter {
        Some(matter) if matter.is_personal() && !names(matter) => Some(PassedOver::NotNamed),
        Some(matter) if arrangement.is_limited() && !names(matter) => Some(PassedOver::OtherMatter),
        None if arrangement.is_limited() => Some(PassedOver::OtherMatter),
        _ => None,
    }
}

/// An arrangement of a pool, and what became of it.
pub(super) struct Asked<'o> {
    pub(super) arrangement: Arrangement<'o>,
    /// Why it does not count, if it does not.
    pub(super) discounted: Option<PassedOver<'o>>,
    /// Whether the deputies of the deputy may step in by it: it is onward, and
    /// by no lower path were they asked before.
    pub(super) opens: bool,
}

/// The deputies of a post and theirs, pool by pool: nearest remove first, in it by
/// path of ranks. A pool is one rank of the group of posts to which one path leads:
/// those that an earlier pool opened. No post's deputies are asked twice, over all
/// posts walked from.
///
/// Ranks are counted among those in which an arrangement counts, so that one that
/// does not changes nothing; it stands with the next that does.
///
/// Takes one step for each post whose deputies are asked, and for each of its
/// arrangements. Allocates only where more than a few posts are opened.
pub(super) struct Pools<'o> {
    org: &'o Organisation,
    matter: Option<Matter<'o>>,
    /// The posts whose deputies are, or will be, asked, and by what they were opened.
    opened: Noted<Opened>,
    /// How many of them were taken up into a group.
    taken: usize,
    /// Those of the group being asked that have arrangements left for this rank or
    /// a later one, in order; where the asking is, and how many before have some
    /// left for a later one.
    group: List<Left>,
    at: usize,
    later: usize,
    rank: usize,
    removes: usize,
    /// The number of the pool, different from all before.
    pool: usize,
}

/// By which pool a post was opened, and at which remove its deputies are.
#[derive(Clone, Copy, Default)]
struct Opened {
    pool: usize,
    removes: usize,
}

/// The arrangements of a post that are still to be asked.
#[derive(Clone, Copy, Default)]
struct Left {
    next: usize,
    end: usize,
    counted: Counted,
}

impl<'o> Pools<'o> {
    pub(super) fn new(org: &'o Organisation, matter: Option<Matter<'o>>) -> Self {
        Self {
            org,
            matter,
            opened: Noted::new(),
            taken: 0,
            group: List::new(),
            at: 0,
            later: 0,
            rank: 0,
            removes: 0,
            pool: 0,
        }
    }

    /// Goes on with the deputies of a post, once those before are exhausted.
    pub(super) fn open(&mut self, post: Post<'o>) {
        self.pool += 1;
        if self.opened.of(post.place()).is_none() {
            let (pool, removes) = (self.pool, 1);
            self.opened.add(post.place(), Opened { pool, removes });
        }
    }

    /// Goes on to the next pool, once the one before is exhausted, and tells at
    /// which remove it is.
    pub(super) fn next_pool(&mut self) -> Option<usize> {
        self.group.truncate(self.later);
        self.rank += 1;
        while self.group.len() == 0 {
            self.take_up()?;
        }
        (self.at, self.later) = (0, 0);
        self.pool += 1;
        Some(self.removes)
    }

    /// Takes up the next group.
    fn take_up(&mut self) -> Option<()> {
        let (_, first) = self.opened.get(self.taken)?;
        (self.removes, self.rank) = (first.removes, 0);
        while let Some((post, opened)) = self.opened.get(self.taken)
            && opened.pool == first.pool
        {
            step();
            self.taken += 1;
            let Range { start, end } = self.org.posts.deputies.range(post);
            if start < end {
                let counted = Counted::default();
                self.group.push(Left {
                    next: start,
                    end,
                    counted,
                });
            }
        }
        Some(())
    }

    /// Asks the next arrangement of the pool: those of its posts one after another,
    /// as declared.
    pub(super) fn ask(&mut self) -> Option<Asked<'o>> {
        while let Some(mut left) = self.group.get(self.at) {
            if left.next == left.end {
                self.at += 1;
                continue;
            }
            let arrangement = Arrangement::new(self.org, left.next);
            let discounted = discounted(arrangement, self.matter);
            let counted = &mut left.counted;
            if counted.rank(arrangement.rank(), discounted.is_none()) > self.rank {
                // Asked again for the next rank, it is counted in that one.
                self.group.set(self.later, left);
                self.later += 1;
                self.at += 1;
                continue;
            }
            step();
            left.next += 1;
            self.group.set(self.at, left);
            let opens = discounted.is_none() && arrangement.is_onward();
            return Some(Asked {
                arrangement,
                opens: opens && self.lets_in(arrangement.deputy()),
                discounted,
            });
        }
        None
    }

    /// Whether the deputies of a post step in by this pool, and not by one before.
    fn lets_in(&mut self, post: Post<'o>) -> bool {
        if let Some(opened) = self.opened.of(post.place()) {
            return opened.pool == self.pool;
        }
        let (pool, removes) = (self.pool, self.removes + 1);
        self.opened.add(post.place(), Opened { pool, removes });
        true
    }
}

/// Counts the ranks of a post in which an arrangement counts.
#[derive(Clone, Copy, Default)]
pub(super) struct Counted {
    before: usize,
    /// The last rank in which one counted.
    last: usize,
}

impl Counted {
    /// How many ranks before this one count.
    pub(super) fn rank(&mut self, rank: usize, counts: bool) -> usize {
        if self.last != 0 && self.last != rank {
            self.before += 1;
            self.last = 0;
        }
        if counts {
            self.last = rank;
        }
        self.before
    }
}
