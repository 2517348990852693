//! What lines and blocks take across, in each gap and each layer.

use std::collections::BTreeMap;
use std::ops::Range;

use super::blocks::Blocks;
use super::contour::Span;

/// How far apart two lines are that run side by side.
pub(super) const APART: i32 = 5;
/// What a line keeps away from a block that it passes.
const CLEAR: i32 = 5;
/// How often the next place is tried before a line runs past everything.
const TRIES: usize = 200;

/// Who runs there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Bundle(u32),
    /// The tree, or several bundles: none that may run on it.
    Others,
}

/// Whoever runs along a gap or through a layer, by where across; and what is not
/// free, in stretches that do not touch.
#[derive(Debug, Clone, Default)]
struct Strip {
    lines: BTreeMap<i32, By>,
    full: BTreeMap<i32, i32>,
}

impl Strip {
    fn fill(&mut self, start: i32, end: i32) {
        let (mut start, mut end) = (start, end);
        while let Some((&first, &last)) = self.full.range(..=end.saturating_add(1)).next_back()
            && last.saturating_add(1) >= start
        {
            self.full.remove(&first);
            (start, end) = (start.min(first), end.max(last));
        }
        self.full.insert(start, end);
    }

    fn take(&mut self, across: i32, by: By) {
        let by = match self.lines.get(&across) {
            Some(&other) if other != by => By::Others,
            _ => by,
        };
        if self.lines.insert(across, by).is_none() {
            self.fill(across + 1 - APART, across - 1 + APART);
        }
    }

    /// What is not free at a place, from where to where.
    fn around(&self, across: i32) -> Option<(i32, i32)> {
        let before = self.full.range(..=across).next_back();
        before
            .map(|(&start, &end)| (start, end))
            .filter(|&(_, end)| end >= across)
    }

    /// Whether one may run there: it is free, or its own.
    fn lets(&self, across: i32, by: By) -> bool {
        if self.around(across).is_none() {
            return true;
        }
        let mut near = self.lines.range(across + 1 - APART..across + APART);
        let own = near.next();
        by != By::Others && own == Some((&across, &by)) && near.next().is_none()
    }
}

/// What is taken in each gap and in each layer.
pub(super) struct Taken {
    gaps: Vec<Strip>,
    layers: Vec<Strip>,
}

impl Taken {
    /// What blocks take, and the lines by which they stand.
    pub(super) fn of(blocks: &Blocks) -> Self {
        let mut taken = Self {
            gaps: vec![Strip::default(); blocks.layers + 1],
            layers: vec![Strip::default(); blocks.layers],
        };
        for block in &blocks.all {
            let Span { start, end } = block.across;
            taken.layers[block.layer].fill(start + 1 - CLEAR, end - 1 + CLEAR);
            if let Some(above) = block.above {
                let trunk = blocks.across[above as usize].middle();
                taken.take(block.layer, trunk, By::Others);
            }
        }
        taken
    }

    /// Whether one may run along a gap there.
    pub(super) fn lets(&self, gap: usize, across: i32, by: By) -> bool {
        self.gaps[gap].lets(across, by)
    }

    pub(super) fn take(&mut self, gap: usize, across: i32, by: By) {
        self.gaps[gap].take(across, by);
    }

    /// Takes a place that is free all along these gaps and the layers between
    /// them, as near as can be to where it is wanted.
    pub(super) fn through(&mut self, gaps: Range<usize>, wanted: i32, by: By) -> i32 {
        let layers = gaps.clone();
        let gaps = gaps.start..=gaps.end;
        let across = self.nearest(&layers, wanted, by);
        for strip in self.gaps[gaps].iter_mut().chain(&mut self.layers[layers]) {
            strip.take(across, by);
        }
        across
    }

    fn nearest(&self, layers: &Range<usize>, wanted: i32, by: By) -> i32 {
        if self.strips(layers).all(|strip| strip.lets(wanted, by)) {
            return wanted;
        }
        let (mut left, mut right) = (wanted, wanted);
        for _ in 0..TRIES {
            let to_the_right = right - wanted <= wanted - left;
            let at = if to_the_right { right } else { left };
            let mut moved = at;
            for strip in self.strips(layers) {
                if let Some((start, end)) = strip.around(moved) {
                    moved = if to_the_right { end + 1 } else { start - 1 };
                }
            }
            if moved == at {
                return at;
            }
            if to_the_right {
                right = moved;
            } else {
                left = moved;
            }
        }
        let starts = self
            .strips(layers)
            .filter_map(|strip| strip.full.keys().next());
        let ends = self
            .strips(layers)
            .filter_map(|strip| strip.full.values().next_back());
        let left = starts.fold(left, |left, &start| left.min(start - 1));
        let right = ends.fold(right, |right, &end| right.max(end + 1));
        if right - wanted <= wanted - left {
            right
        } else {
            left
        }
    }

    /// The layers, and the gaps before, between and after them.
    fn strips(&self, layers: &Range<usize>) -> impl Iterator<Item = &Strip> {
        let gaps = &self.gaps[layers.start..=layers.end];
        gaps.iter().chain(&self.layers[layers.clone()])
    }
}

#[cfg(test)]
mod tests {
    use crate::draw::cases::forest;
    use crate::draw::svg::blocks;
    use crate::draw::svg::cards::Face;

    use super::*;

    const ONE: By = By::Bundle(1);
    const OTHER: By = By::Bundle(2);

    #[test]
    fn a_line_keeps_all_others_from_beside_it() {
        let mut strip = Strip::default();
        strip.take(10, ONE);
        assert_eq!(strip.around(10), Some((6, 14)));
        assert!(strip.lets(5, OTHER) && strip.lets(15, OTHER));
        let beside = (6..=14).any(|across| strip.lets(across, OTHER));
        assert!(!beside && !strip.lets(10, By::Others));
    }

    #[test]
    fn a_line_may_run_where_it_runs_already() {
        for (other, is_let) in [(5, true), (6, false), (14, false), (15, true)] {
            let mut strip = Strip::default();
            strip.take(10, ONE);
            strip.take(10, ONE);
            assert!(strip.lets(10, ONE));
            strip.take(other, OTHER);
            assert_eq!(strip.lets(10, ONE), is_let, "{other}");
        }
        let mut strip = Strip::default();
        strip.take(10, ONE);
        strip.take(10, OTHER);
        assert!(!strip.lets(10, ONE) && !strip.lets(10, OTHER));
    }

    #[test]
    fn a_block_is_passed_at_a_distance() {
        let org = forest(&[None]);
        let scene = org.chart().scene();
        let faces = [Face::of_size(100, 40)];
        let layers = blocks::layers(&scene, true);
        let blocks = Blocks::of(&scene, &layers, &faces, true, &|_| 0);
        let taken = Taken::of(&blocks);
        assert_eq!(taken.layers[0].around(50), Some((-4, 104)));
    }

    #[test]
    fn a_line_runs_through_where_it_is_free_nearest_by() {
        for (wanted, due) in [(20, 20), (11, 15), (10, 15), (9, 5), (8, 5)] {
            let mut gap = Strip::default();
            gap.take(10, OTHER);
            let mut taken = Taken {
                gaps: vec![gap, Strip::default()],
                layers: vec![Strip::default()],
            };
            assert_eq!(taken.through(0..1, wanted, ONE), due, "{wanted}");
        }
    }

    #[test]
    fn where_no_place_is_near_a_line_runs_past_everything() {
        let far = 40 * i32::try_from(TRIES).expect("a few");
        // What one leaves free the other takes.
        let [mut one, mut other] = [Strip::default(), Strip::default()];
        for start in (-far..far).step_by(20) {
            one.fill(start, start + 9);
            other.fill(start + 10, start + 19);
        }
        let taken = Taken {
            gaps: vec![one, Strip::default()],
            layers: vec![other],
        };
        let by = By::Bundle(0);
        for (wanted, expected) in [(15, far), (-15, -far - 1)] {
            let mut taken = Taken {
                gaps: taken.gaps.clone(),
                layers: taken.layers.clone(),
            };
            assert_eq!(taken.through(0..1, wanted, by), expected);
            assert!(taken.strips(&(0..1)).all(|strip| strip.lets(expected, by)));
            assert!(!taken.lets(0, expected, By::Others));
        }
    }
}
