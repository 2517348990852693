//! Which rule covers which post: nearest areas by sweep, n log n.

use std::ops::Range;

use crate::document::number;
use crate::model::Accountability;
use crate::organisation::order::Order;
use crate::steps::step;

/// A headship that stands, entries and posts by number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    /// Its number among the headships of the document.
    pub(crate) head: u32,
    pub(crate) kind: Accountability,
    pub(crate) unit: u32,
    pub(crate) profession: Option<u32>,
    /// The row of the post that heads, unless that is not stated.
    pub(crate) post: Option<u32>,
    pub(crate) through: bool,
    /// The problem that leaves its head out.
    pub(crate) fault: Option<usize>,
}

/// A forest with one node above all: `0`, then the entries by rank.
#[derive(Clone, Copy)]
pub(super) struct Tree<'o>(pub(super) &'o Order);

impl Tree<'_> {
    pub(super) fn len(self) -> usize {
        self.0.len() + 1
    }

    /// The place of an entry, or of everything.
    pub(super) fn place(self, entry: Option<u32>) -> usize {
        entry
            .and_then(|entry| self.0.rank(entry))
            .map_or(0, |rank| rank as usize + 1)
    }

    /// The places at and within an entry, or all.
    pub(super) fn within(self, entry: Option<u32>) -> Range<u32> {
        let place = self.place(entry);
        number(place)..number(self.end(place))
    }

    /// One past the last place within `place`.
    fn end(self, place: usize) -> usize {
        let rank = Self::rank(place);
        rank.map_or(self.len(), |rank| self.0.end(rank) as usize + 1)
    }

    /// The rank of the entry at a place; none at that of everything.
    fn rank(place: usize) -> Option<u32> {
        u32::try_from(place.checked_sub(1)?).ok()
    }

    fn above(self, place: usize) -> Option<usize> {
        let rank = Self::rank(place)?;
        Some(self.0.above(rank).map_or(0, |above| above as usize + 1))
    }

    /// Which places are at one of these or within it.
    fn reached(self, places: impl Iterator<Item = usize>) -> Vec<bool> {
        let mut reached = vec![false; self.len()];
        for place in places {
            reached[place] = true;
        }
        for place in 0..self.len() {
            reached[place] |= self.above(place).is_some_and(|above| reached[above]);
        }
        reached
    }
}

/// An area that a rule covers: a subtree of each of two forests. The more
/// specific `first` wins, then the more specific `then`.
struct Area {
    first: usize,
    then: usize,
    rule: u32,
    /// The area around this one with the same `first`.
    around: Option<usize>,
}

/// Which rule covers each of some posts.
pub(crate) struct Cover<'o> {
    first: Tree<'o>,
    then: Tree<'o>,
    profession_first: bool,
}

/// A post to be covered: its row and where it stands.
pub(crate) struct Covered {
    pub(crate) row: u32,
    pub(crate) unit: u32,
    pub(crate) profession: Option<u32>,
}

impl<'o> Cover<'o> {
    /// By the precedence of `kind`: the profession first in the professional
    /// kind, the unit first in the others.
    pub(crate) fn new(kind: Accountability, units: &'o Order, professions: &'o Order) -> Self {
        let profession_first = kind == Accountability::Professional;
        let (units, professions) = (Tree(units), Tree(professions));
        let (first, then) = if profession_first {
            (professions, units)
        } else {
            (units, professions)
        };
        Self {
            first,
            then,
            profession_first,
        }
    }

    fn places(&self, unit: u32, profession: Option<u32>) -> (usize, usize) {
        let (first, then) = if self.profession_first {
            (profession, Some(unit))
        } else {
            (Some(unit), profession)
        };
        (self.first.place(first), self.then.place(then))
    }

    /// Gives `found` each post and the rule that covers it, if one does.
    ///
    /// `rules` are numbered. A sweep over the second forest keeps the areas it is
    /// inside of in a tree of stacks over the first: the deepest on the way to a
    /// post's place covers it.
    pub(crate) fn resolve(
        &self,
        rules: &[(u32, Rule)],
        posts: impl IntoIterator<Item = Covered>,
        mut found: impl FnMut(u32, u32),
    ) {
        let mut areas = self.areas(rules);
        let [first, then] = [
            self.first.reached(areas.iter().map(|area| area.first)),
            self.then.reached(areas.iter().map(|area| area.then)),
        ];
        let reached = posts.into_iter().filter_map(|post| {
            let places = self.places(post.unit, post.profession);
            let is_reached = first[places.0] && then[places.1];
            is_reached.then(|| (number(places.1), number(places.0), post.row))
        });
        let mut posts: Vec<(u32, u32, u32)> = reached.collect();
        posts.sort_by_key(|&(then, ..)| then);
        let head_of: foldhash::HashMap<u32, Option<u32>> = rules
            .iter()
            .map(|&(number, rule)| (number, rule.post))
            .collect();
        let mut open = Stacks::new(self.first.len());
        let mut inside: Vec<usize> = Vec::new();
        let mut next = 0;
        for (then, first, row) in posts {
            step();
            let (first, then) = (first as usize, then as usize);
            while areas.get(next).is_some_and(|area| area.then <= then) {
                self.leave(&mut inside, &mut open, &areas, areas[next].then);
                areas[next].around = open.same(areas[next].first);
                open.push(next, &areas, self.first);
                inside.push(next);
                next += 1;
            }
            self.leave(&mut inside, &mut open, &areas, then);
            let mut best = open.deepest(first);
            // A head is outside its own rule and falls to the next.
            while let Some(area) = best
                && head_of[&areas[area].rule] == Some(row)
            {
                step();
                best = areas[area]
                    .around
                    .or_else(|| open.deepest(self.first.above(areas[area].first)?));
            }
            if let Some(area) = best {
                found(row, areas[area].rule);
            }
        }
    }

    /// The areas of rules, in the order in which a sweep comes to them.
    fn areas(&self, rules: &[(u32, Rule)]) -> Vec<Area> {
        let area = |&(number, rule): &(u32, Rule)| {
            let (first, then) = self.places(rule.unit, rule.profession);
            Area {
                first,
                then,
                rule: number,
                around: None,
            }
        };
        let mut areas: Vec<Area> = rules.iter().map(area).collect();
        areas.sort_by_key(|area| (area.then, area.first));
        areas
    }

    /// Takes out the areas that end before `then`.
    fn leave(&self, inside: &mut Vec<usize>, open: &mut Stacks, areas: &[Area], then: usize) {
        while let Some(&last) = inside.last()
            && self.then.end(areas[last].then) <= then
        {
            inside.pop();
            open.pop(last, areas, self.first);
        }
    }
}

/// A segment tree over the places of the first forest; each node holds, as a
/// stack, the deepest of the open areas that span it.
struct Stacks {
    leaves: usize,
    /// Each by its `first` and itself.
    nodes: Vec<Vec<(usize, usize)>>,
    /// The open areas of each place.
    by_first: foldhash::HashMap<usize, Vec<usize>>,
}

impl Stacks {
    fn new(leaves: usize) -> Self {
        Self {
            leaves,
            nodes: vec![Vec::new(); 2 * leaves],
            by_first: foldhash::HashMap::default(),
        }
    }

    /// The innermost open area with this `first`.
    fn same(&self, first: usize) -> Option<usize> {
        self.by_first
            .get(&first)
            .and_then(|stack| stack.last().copied())
    }

    /// The nodes that together span the places from `first` to its end.
    fn spanned(&self, tree: Tree<'_>, first: usize) -> Vec<usize> {
        let (mut low, mut high) = (first + self.leaves, tree.end(first) + self.leaves);
        let mut nodes = Vec::new();
        while low < high {
            step();
            if low % 2 == 1 {
                nodes.push(low);
                low += 1;
            }
            if high % 2 == 1 {
                high -= 1;
                nodes.push(high);
            }
            low /= 2;
            high /= 2;
        }
        nodes
    }

    fn push(&mut self, area: usize, areas: &[Area], tree: Tree<'_>) {
        let here = (areas[area].first, area);
        for node in self.spanned(tree, areas[area].first) {
            let open = self.nodes[node].last().copied().unwrap_or(here);
            self.nodes[node].push(open.max(here));
        }
        self.by_first
            .entry(areas[area].first)
            .or_default()
            .push(area);
    }

    fn pop(&mut self, area: usize, areas: &[Area], tree: Tree<'_>) {
        for node in self.spanned(tree, areas[area].first) {
            self.nodes[node].pop();
        }
        if let Some(stack) = self.by_first.get_mut(&areas[area].first) {
            stack.pop();
        }
    }

    /// The deepest open area around a place, the innermost of equally deep ones:
    /// subtrees around one place lie within each other, so the later is the
    /// deeper; of one subtree, the area opened later is the inner one.
    fn deepest(&self, place: usize) -> Option<usize> {
        let mut node = place + self.leaves;
        let mut deepest = None;
        while node > 0 {
            step();
            deepest = deepest.max(self.nodes[node].last().copied());
            node /= 2;
        }
        deepest.map(|(_, area)| area)
    }
}
