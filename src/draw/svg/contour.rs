//! How far things reach across, and how close two subtrees may stand.

use std::ops::Range;

/// Between two blocks across, in pixels.
const BESIDE: i32 = 24;

/// A rectangle: where it begins, and how far it reaches.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Span {
    pub(super) start: i32,
    pub(super) end: i32,
}

impl Span {
    pub(super) fn middle(self) -> i32 {
        i32::midpoint(self.start, self.end)
    }
}

/// How far a subtree reaches to both sides, layer by layer, the lowest first, and
/// by how much all of it is moved.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline {
    spans: Vec<Span>,
    moved: i32,
}

impl Outline {
    /// Adds the layer above.
    pub(super) fn add(&mut self, span: Span) {
        let Span { start, end } = span;
        self.spans.push(Span {
            start: start - self.moved,
            end: end - self.moved,
        });
    }

    pub(super) fn moved(mut self, by: i32) -> Self {
        self.moved += by;
        self
    }

    /// Joins `next` to the right of it, and gives how far that was moved.
    pub(super) fn join(&mut self, mut next: Self) -> i32 {
        let common = self.spans.len().min(next.spans.len());
        let ours = self.spans[self.spans.len() - common..].iter();
        let theirs = next.spans[next.spans.len() - common..].iter();
        let apart = ours
            .zip(theirs)
            .map(|(ours, theirs)| ours.end + self.moved - (theirs.start + next.moved) + BESIDE);
        let by = apart.max().unwrap_or(0);
        next.moved += by;
        if next.spans.len() > self.spans.len() {
            std::mem::swap(self, &mut next);
            let (ours, theirs) = (self.tail(common), next.tail(common));
            for (at, from) in ours.zip(theirs) {
                self.spans[at].start = next.spans[from].start + next.moved - self.moved;
            }
        } else {
            let (ours, theirs) = (self.tail(common), next.tail(common));
            for (at, from) in ours.zip(theirs) {
                self.spans[at].end = next.spans[from].end + next.moved - self.moved;
            }
        }
        by
    }

    fn tail(&self, count: usize) -> Range<usize> {
        self.spans.len() - count..self.spans.len()
    }
}
