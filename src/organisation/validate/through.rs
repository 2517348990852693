//! How far up the operational chain rules go that go through it: by sweep, n log² n.

use std::ops::Range;

use crate::document::{NONE, number};
use crate::model::{Accountability, PostKind};
use crate::organisation::order::Order;
use crate::steps::step;

use super::Validation;
use super::peaks::Peaks;
use super::rules::{Rule, Tree};

/// Whether a post is in the area of a rule.
enum Area {
    Inside,
    Outside,
    /// A problem leaves it open.
    Doubt(usize),
}

impl Validation {
    /// Where a rule leads a post that it covers, if the post's own superior tells:
    /// a post, or the problem that leaves it open.
    pub(super) fn through_superior(&self, rule: &Rule, row: u32) -> Option<Result<u32, usize>> {
        let superior = self.superior[Accountability::Operational as usize][row as usize];
        match superior {
            NONE => self.through_top(rule, row),
            above => self.through_post(rule, above),
        }
    }

    /// Where a rule leads from a post on the way up, unless it goes on.
    pub(super) fn through_post(&self, rule: &Rule, row: u32) -> Option<Result<u32, usize>> {
        step();
        let operational = &self.superior[Accountability::Operational as usize];
        match self.area(rule, row) {
            Area::Inside => Some(Ok(row)),
            Area::Doubt(problem) => Some(Err(problem)),
            Area::Outside if operational[row as usize] == NONE => self.through_top(rule, row),
            Area::Outside => None,
        }
    }

    /// Where a rule leads at the end of the chain: to its head, unless it is a
    /// problem that ends the chain.
    fn through_top(&self, rule: &Rule, row: u32) -> Option<Result<u32, usize>> {
        match self.operational_doubt(row) {
            Some(problem) => Some(Err(problem)),
            None => rule.post.map(Ok),
        }
    }

    /// The problem on account of which it is not known whom a post answers to: its
    /// own, or that of the headship that covers it.
    fn operational_doubt(&self, row: u32) -> Option<usize> {
        let operational = Accountability::Operational as usize;
        let own = self.doubt[operational].get(&row).copied();
        own.or_else(|| {
            let rule = *self.by_rule[operational].get(row as usize)?;
            self.rules.get(rule as usize)?.fault
        })
    }

    /// The entries of a post's unit and profession.
    fn entries_of(&self, row: u32) -> [Option<u32>; 2] {
        let posts = &self.document.posts;
        let unit = posts.unit.get(row);
        let profession = posts.profession.get(row);
        [
            unit.map(|unit| self.units.entry_of[unit.index()]),
            profession.map(|profession| self.professions.entry_of[profession.index()]),
        ]
    }

    fn area(&self, rule: &Rule, row: u32) -> Area {
        if self.document.posts.kind[row as usize] != PostKind::Individual {
            return Area::Outside;
        }
        let [unit, profession] = self.entries_of(row);
        let of_unit = unit.is_some_and(|unit| self.units.order.contains(rule.unit, unit));
        let of_profession = rule.profession.is_none_or(|outer| {
            profession.is_some_and(|inner| self.professions.order.contains(outer, inner))
        });
        let known = |is_inside: bool, doubt: &foldhash::HashMap<u32, usize>| match doubt.get(&row) {
            _ if is_inside => Area::Inside,
            None => Area::Outside,
            Some(&problem) => Area::Doubt(problem),
        };
        let by_unit = known(of_unit, &self.doubtful_unit);
        match (by_unit, known(of_profession, &self.doubtful_profession)) {
            (Area::Outside, _) | (_, Area::Outside) => Area::Outside,
            (Area::Doubt(problem), _) | (_, Area::Doubt(problem)) => Area::Doubt(problem),
            (Area::Inside, Area::Inside) => Area::Inside,
        }
    }

    /// For each rule and post that it covers, the nearest post above in the
    /// operational chain that is or may be in the area of the rule, or else the top
    /// of the chain. Each of the posts has a superior.
    ///
    /// n log n for rules without professions, otherwise n log² n.
    pub(super) fn stops(&self, asked: &[(u32, u32)]) -> Vec<u32> {
        if asked.is_empty() {
            return Vec::new();
        }
        let operational = &self.superior[Accountability::Operational as usize];
        // The posts above, numbered as they are come by.
        let (mut rows, mut node_of) = (Vec::new(), vec![NONE; operational.len()]);
        for &(_, row) in asked {
            let mut above = operational[row as usize];
            while above != NONE && node_of[above as usize] == NONE {
                step();
                node_of[above as usize] = number(rows.len());
                rows.push(above);
                above = operational[above as usize];
            }
        }
        let node = |row: u32| node_of.get(row as usize).copied().unwrap_or(NONE);
        let superior = rows.iter().map(|&row| node(operational[row as usize]));
        let order = Order::build(0..number(rows.len()), superior.collect());
        let mut walks: Vec<Walk> = (0..)
            .zip(asked)
            .map(|(at, &(rule, row))| Walk {
                from: order.rank(node(operational[row as usize])).unwrap_or(NONE),
                rule,
                at,
            })
            .collect();
        drop(node_of);
        walks.sort_unstable_by_key(|walk| walk.from);
        let professions = Tree(&self.professions.order);
        let units = Tree(&self.units.order);
        let mut sweep = Sweep {
            rules: &self.rules,
            units,
            professions,
            open: Peaks::new(units.len()),
            last: vec![0; asked.len()],
        };
        let stops = (0..).take(rows.len()).filter_map(|rank| {
            let node = order.node(rank);
            let stop = (rank, order.end(rank));
            self.stop(stop, rows[node as usize])
        });
        let (anywhere, stops): (Vec<Stop>, Vec<Stop>) =
            stops.partition(|stop| stop.profession.is_none());
        sweep.over(&anywhere, &walks);
        sweep.by_profession(0..number(professions.len()), stops, walks);
        let last = sweep.last.into_iter();
        last.map(|rank| rows[order.node(rank - 1) as usize])
            .collect()
    }

    /// A post as one at which rules stop, if any do.
    fn stop(&self, (rank, end): (u32, u32), row: u32) -> Option<Stop> {
        let is_top = self.superior[Accountability::Operational as usize][row as usize] == NONE;
        if !is_top && self.document.posts.kind[row as usize] != PostKind::Individual {
            return None;
        }
        let [unit, profession] = self.entries_of(row);
        let unit = if is_top || self.doubtful_unit.contains_key(&row) {
            ANYWHERE
        } else {
            Tree(&self.units.order).place(Some(unit?))
        };
        let profession = if is_top || self.doubtful_profession.contains_key(&row) {
            None
        } else {
            Some(number(Tree(&self.professions.order).place(profession)))
        };
        Some(Stop {
            rank,
            end,
            unit: number(unit),
            profession,
        })
    }
}

/// Where in the tree of units posts stand that rules of any unit stop at: no rule
/// is of no unit.
const ANYWHERE: usize = 0;

/// A post at which rules of some areas stop, by rank in the operational order.
struct Stop {
    rank: u32,
    /// One past the last rank below.
    end: u32,
    /// Its place among units.
    unit: u32,
    /// Its place among professions; none where rules of any profession stop.
    profession: Option<u32>,
}

/// A rule on its way up.
#[derive(Clone, Copy)]
struct Walk {
    /// The rank of the first post that it comes to.
    from: u32,
    rule: u32,
    /// Its number among those asked for.
    at: u32,
}

/// Where walks stop, found by going down the operational order with the posts kept,
/// by unit, that are above.
struct Sweep<'v> {
    rules: &'v [Rule],
    units: Tree<'v>,
    professions: Tree<'v>,
    open: Peaks,
    /// The lowest stop known by now of each walk: one more than its rank, or 0.
    last: Vec<u32>,
}

impl Sweep<'_> {
    /// Takes walks to the stops in a range of professions: those whose rules are of
    /// all these professions at once, the others by halves.
    fn by_profession(&mut self, among: Range<u32>, stops: Vec<Stop>, walks: Vec<Walk>) {
        if stops.is_empty() || walks.is_empty() {
            return;
        }
        let professions = self.professions;
        let rules = self.rules;
        let range = |walk: &Walk| professions.within(rules[walk.rule as usize].profession);
        let (whole, part): (Vec<Walk>, Vec<Walk>) = walks.into_iter().partition(|walk| {
            step();
            let range = range(walk);
            range.start <= among.start && among.end <= range.end
        });
        self.over(&stops, &whole);
        drop(whole);
        let middle = among.start.midpoint(among.end);
        let (before, after) = stops.into_iter().partition(|stop| {
            step();
            stop.profession.is_some_and(|place| place < middle)
        });
        let [lower, upper] = [among.start..middle, middle..among.end].map(|half| {
            let reaching = part.iter().filter(|walk| {
                let range = range(walk);
                range.start < half.end && half.start < range.end
            });
            (half.clone(), reaching.copied().collect())
        });
        drop(part);
        self.by_profession(lower.0, before, lower.1);
        self.by_profession(upper.0, after, upper.1);
    }

    /// Takes walks to stops of professions that matter to all of them.
    fn over(&mut self, stops: &[Stop], walks: &[Walk]) {
        let mut stops = stops.iter().peekable();
        let mut above = Vec::new();
        for walk in walks {
            while let Some(stop) = stops.next_if(|stop| stop.rank <= walk.from) {
                self.leave(&mut above, stop.rank);
                above.push((stop, self.open.set(stop.unit, stop.rank + 1)));
            }
            self.leave(&mut above, walk.from);
            let units = self.units.within(Some(self.rules[walk.rule as usize].unit));
            let stop = self.open.highest(units);
            let stop = stop.max(self.open.highest(0..1));
            let last = &mut self.last[walk.at as usize];
            *last = stop.max(*last);
        }
        self.leave(&mut above, NONE);
    }

    /// Forgets the stops that are not above `rank`.
    fn leave(&mut self, above: &mut Vec<(&Stop, u32)>, rank: u32) {
        while let Some((stop, before)) = above.pop_if(|(stop, _)| stop.end <= rank) {
            self.open.set(stop.unit, before);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, HeadshipRecord, PostRecord, ProfessionRecord, UnitRecord};

    use super::*;

    /// Numbers below a limit, without order.
    struct Dice(u32);

    impl Dice {
        fn below(&mut self, limit: usize) -> usize {
            self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (self.0 >> 8) as usize % limit
        }

        /// What an area is within: mostly one before it, at times one that is not
        /// there.
        fn outer(&mut self, at: usize) -> Option<usize> {
            match self.below(8) {
                0 => Some(99),
                1 | 2 => None,
                _ => at.checked_sub(1 + self.below(2)),
            }
        }
    }

    /// Posts below earlier ones, of areas of which some are not there, and a rule
    /// for every unit, with and without each profession.
    fn document(dice: &mut Dice) -> Document {
        const AREAS: usize = 5;
        let mut document = Document::default();
        for at in 0..AREAS {
            let mut unit = UnitRecord::new(format!("u{at}"), "Unit");
            if let Some(outer) = dice.outer(at) {
                unit = unit.within(format!("u{outer}"));
            }
            document.push_unit(unit);
            let mut profession = ProfessionRecord::new(format!("f{at}"), "Profession");
            if let Some(outer) = dice.outer(at) {
                profession = profession.within(format!("f{outer}"));
            }
            document.push_profession(profession);
            let head = || HeadshipRecord::new(Accountability::Clinical, format!("u{at}"), "p0");
            document.push_headship(head());
            for profession in 0..AREAS {
                document.push_headship(head().of_profession(format!("f{profession}")));
            }
        }
        for at in 0..30 {
            let mut post = PostRecord::new(format!("p{at}"), "Post");
            if at > 0 && dice.below(12) > 0 {
                let above = at - 1 - dice.below(at.min(3));
                post = post.accountable_to(format!("p{above}"), Accountability::Operational);
            }
            if dice.below(5) > 0 {
                post = post.in_unit(format!("u{}", dice.below(AREAS + 1)));
            }
            if dice.below(5) > 0 {
                post = post.of_profession(format!("f{}", dice.below(AREAS + 1)));
            }
            if at > 0 && dice.below(6) == 0 {
                post = post.body();
            }
            document.push_post(post);
        }
        document
    }

    #[test]
    fn rules_stop_where_a_walk_post_by_post_does() {
        let mut dice = Dice(1);
        let mut reached = [0; 3];
        for _ in 0..100 {
            let mut validation = Validation::new(document(&mut dice));
            validation.judge();
            let superior = &validation.superior[Accountability::Operational as usize];
            let with_superiors = (0..).zip(superior).filter(|(_, above)| **above != NONE);
            let rows: Vec<u32> = with_superiors.map(|(row, _)| row).collect();
            let rules = 0..number(validation.rules.len());
            let asked: Vec<(u32, u32)> = rules
                .flat_map(|rule| rows.iter().map(move |&row| (rule, row)))
                .collect();
            let stops = validation.stops(&asked);
            assert_eq!(stops.len(), asked.len());
            for (stop, &(rule, row)) in stops.into_iter().zip(&asked) {
                let rule = &validation.rules[rule as usize];
                let mut above = superior[row as usize];
                while validation.through_post(rule, above).is_none() {
                    above = superior[above as usize];
                }
                assert_eq!(stop, above, "{rule:?} from {row}");
                reached[match validation.area(rule, above) {
                    Area::Inside => 0,
                    Area::Doubt(_) => 1,
                    Area::Outside => 2,
                }] += 1;
            }
        }
        assert!(reached.iter().all(|&times| times > 10_000), "{reached:?}");
    }
}
