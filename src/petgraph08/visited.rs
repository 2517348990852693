//! Which posts a walk has been at.

use petgraph::visit::VisitMap;

use crate::view::Post;

/// Which posts of an organisation a walk has been at: a bit a post.
///
/// petgraph's walks keep it; it grows where it is too short. It goes by the places
/// of posts, so it is for one organisation.
///
/// ```
/// # use answerable::Accountability::Operational;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// use petgraph::visit::{VisitMap, Visitable};
///
/// let ward = org.post("ward-manager-childrens")?;
/// let mut visited = org.as_petgraph([Operational]).visit_map();
/// assert!(visited.visit(ward) && visited.is_visited(&ward));
/// assert!(!visited.visit(ward), "not for the first time");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Visited {
    words: Vec<u64>,
}

impl Visited {
    /// None, of so many posts.
    pub(super) fn none_of(posts: usize) -> Self {
        let words = posts.div_ceil(u64::BITS as usize);
        Self {
            words: vec![0; words],
        }
    }

    /// Forgets which, in the same memory.
    pub(super) fn forget(&mut self, posts: usize) {
        self.words.clear();
        self.words.resize(posts.div_ceil(u64::BITS as usize), 0);
    }
}

/// The word of a post, and its bit in that.
#[inline]
fn bit(post: Post<'_>) -> (usize, u64) {
    let at = post.place();
    ((at / u64::BITS) as usize, 1_u64.rotate_left(at % u64::BITS))
}

impl VisitMap<Post<'_>> for Visited {
    #[inline]
    fn visit(&mut self, post: Post<'_>) -> bool {
        let (at, bit) = bit(post);
        if at >= self.words.len() {
            self.words.resize(at.saturating_add(1), 0);
        }
        self.words.get_mut(at).is_some_and(|word| {
            let is_first = *word & bit == 0;
            *word |= bit;
            is_first
        })
    }

    #[inline]
    fn is_visited(&self, post: &Post<'_>) -> bool {
        let (at, bit) = bit(*post);
        self.words.get(at).is_some_and(|word| word & bit != 0)
    }

    fn unvisit(&mut self, post: Post<'_>) -> bool {
        let (at, bit) = bit(post);
        self.words.get_mut(at).is_some_and(|word| {
            let was_visited = *word & bit != 0;
            *word &= !bit;
            was_visited
        })
    }
}
