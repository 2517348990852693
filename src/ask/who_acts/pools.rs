//! The deputies of a post, pool by pool, in the order in which they are asked.

use std::collections::{HashSet, VecDeque};

use crate::model::Authority;
use crate::steps::step;
use crate::view::{Arrangement, Matter, Post};

use super::PassedOver;

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
#[derive(Clone)]
pub(super) struct Asked<'o> {
    pub(super) arrangement: Arrangement<'o>,
    /// Why it does not count, if it does not.
    pub(super) discounted: Option<PassedOver<'o>>,
    /// Whether the deputies of the deputy may step in by it: it is onward, and
    /// by no lower path were they asked before.
    pub(super) opens: bool,
}

/// The arrangements of one rank of posts that one path of ranks leads to, those
/// that do not count among them.
pub(super) struct Pool<'o> {
    pub(super) removes: usize,
    pub(super) asked: Vec<Asked<'o>>,
}

/// The deputies of a post and theirs, nearest remove first, in it by path of
/// ranks: the posts with one path are one pool. No post's deputies are asked
/// twice, over all posts walked from.
///
/// Takes one step for each post whose deputies are asked, and for each of its
/// arrangements.
pub(super) struct Pools<'o> {
    matter: Option<Matter<'o>>,
    opened: HashSet<u32>,
    removes: usize,
    /// The ranks of the group being asked that are still to come.
    ranks: VecDeque<Vec<Arrangement<'o>>>,
    /// The groups of this remove still to come, and those of the next: posts
    /// with one path, in the order of the paths.
    groups: VecDeque<Vec<Post<'o>>>,
    next: VecDeque<Vec<Post<'o>>>,
}

impl<'o> Pools<'o> {
    pub(super) fn new(matter: Option<Matter<'o>>) -> Self {
        Self {
            matter,
            opened: HashSet::new(),
            removes: 0,
            ranks: VecDeque::new(),
            groups: VecDeque::new(),
            next: VecDeque::new(),
        }
    }

    /// Goes on with the deputies of `post`, once those before are exhausted.
    pub(super) fn open(&mut self, post: Post<'o>) {
        self.removes = 0;
        if self.opened.insert(post.place()) {
            self.next.push_back(vec![post]);
        }
    }

    /// Which of a rank count and which open; the posts opened are a group of the
    /// next remove.
    fn ask(&mut self, rank: &[Arrangement<'o>]) -> Vec<Asked<'o>> {
        let mut group = Vec::new();
        let mut opened_here = HashSet::new();
        let mut ask = |&arrangement: &Arrangement<'o>| {
            let discounted = discounted(arrangement, self.matter);
            let deputy = arrangement.deputy();
            let mut opens = discounted.is_none() && arrangement.is_onward();
            if opens && self.opened.insert(deputy.place()) {
                group.push(deputy);
                opened_here.insert(deputy.place());
            }
            // By another arrangement of the same path, likewise.
            opens = opens && opened_here.contains(&deputy.place());
            Asked {
                arrangement,
                discounted,
                opens,
            }
        };
        let asked = rank.iter().map(&mut ask).collect();
        if !group.is_empty() {
            self.next.push_back(group);
        }
        asked
    }
}

impl<'o> Iterator for Pools<'o> {
    type Item = Pool<'o>;

    fn next(&mut self) -> Option<Pool<'o>> {
        loop {
            if let Some(rank) = self.ranks.pop_front() {
                let asked = self.ask(&rank);
                let removes = self.removes;
                return Some(Pool { removes, asked });
            }
            if self.groups.is_empty() {
                std::mem::swap(&mut self.groups, &mut self.next);
                self.removes += 1;
            }
            let group = self.groups.pop_front()?;
            self.ranks = ranks(&group, self.matter);
        }
    }
}

/// The arrangements of a group, rank by rank, in the order of its posts and then
/// as declared. Ranks are counted among those in which an arrangement counts, so
/// that one that does not changes nothing; it stands with the next that does.
fn ranks<'o>(group: &[Post<'o>], matter: Option<Matter<'o>>) -> VecDeque<Vec<Arrangement<'o>>> {
    let mut ranks: VecDeque<Vec<Arrangement<'o>>> = VecDeque::new();
    for post in group {
        step();
        let mut counted = Counted::default();
        for arrangement in post.deputies() {
            step();
            let at = counted.rank(
                arrangement.rank(),
                discounted(arrangement, matter).is_none(),
            );
            if ranks.len() <= at {
                ranks.resize(at + 1, Vec::new());
            }
            ranks[at].push(arrangement);
        }
    }
    ranks
}

/// Counts the ranks of a post in which an arrangement counts.
#[derive(Default)]
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
