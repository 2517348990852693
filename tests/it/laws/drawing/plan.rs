//! What a chart must show, worked out the slow way from plain records.

use std::collections::{BTreeMap, BTreeSet};

use answerable::{Colouring, Disclosure, Seats};

use super::super::oracle::{Answer, Oracle};
use super::super::records::{End, Sort, Up};
use super::cases::{Case, WORKS_WITH, class};
use super::words::At;

/// What a line is; kinds and relations by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Line {
    Tree(usize),
    Superior(usize),
    Also(usize),
    /// Wholly, in some matters alone, or by attending.
    Deputy(usize),
    Link(usize),
}

impl Line {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Tree(kind) | Self::Superior(kind) | Self::Also(kind) => class(kind),
            Self::Deputy(_) => "deputises",
            Self::Link(_) => "link",
        }
    }
}

/// The relations by their numbers.
pub(super) const RELATIONS: [&str; 5] = [
    "supports",
    "advises",
    "works with",
    "regulates",
    "commissions",
];

/// A chart by the numbers of the posts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plan {
    /// In the order in which they are drawn.
    pub(super) cards: Vec<usize>,
    /// From, to and what.
    pub(super) lines: Vec<(usize, usize, Line)>,
    /// How many lines of a sort leave the chart; but for links that are the same
    /// from both ends.
    pub(super) hidden: BTreeMap<Line, usize>,
    /// How many posts below each are cut.
    pub(super) cut: BTreeMap<usize, usize>,
    /// Which post that is not shown a card stands under.
    pub(super) under: BTreeMap<usize, usize>,
    pub(super) tree: usize,
}

impl Plan {
    pub(super) fn of(case: &Case) -> Self {
        Planner {
            case,
            oracle: Oracle::of(&case.told),
            kinds: case.options.kinds.clone().unwrap_or(vec![0, 1, 2]),
        }
        .plan()
    }
}

struct Planner<'c> {
    case: &'c Case,
    oracle: Oracle<'c>,
    kinds: Vec<usize>,
}

impl Planner<'_> {
    fn tree(&self) -> usize {
        self.kinds.first().copied().unwrap_or(0)
    }

    fn superior(&self, post: usize, kind: usize) -> Option<usize> {
        self.oracle.superior[kind][post].post()
    }

    /// Every line of the organisation that is of the sorts drawn.
    fn lines(&self) -> Vec<(usize, usize, Line)> {
        let mut lines = Vec::new();
        let number = |id: &String| self.oracle.number(id);
        for (post, seat) in self.case.told.posts.iter().enumerate() {
            for &kind in &self.kinds {
                let superior = self.superior(post, kind);
                lines.extend(superior.map(|to| (post, to, Line::Superior(kind))));
                let also = seat.also.iter().filter(|(of, _)| *of == kind);
                lines.extend(also.map(|(_, to)| (post, number(to), Line::Also(kind))));
            }
            if self.case.options.deputies {
                let named = seat.deputies.iter().flat_map(|rank| &rank.of);
                let named = named.map(|deputy| match (deputy.attends, deputy.matters.len()) {
                    (true, _) => (number(&deputy.post), 2),
                    (false, 0) => (number(&deputy.post), 0),
                    (false, _) => (number(&deputy.post), 1),
                });
                let named: BTreeSet<(usize, usize)> = named.collect();
                let acts_in_all = |of| named.contains(&(of, 0));
                let drawn = named
                    .iter()
                    .filter(|&&(of, how)| how != 1 || !acts_in_all(of));
                lines.extend(drawn.map(|&(of, how)| (of, post, Line::Deputy(how))));
            }
            if self.case.options.links {
                lines.extend(seat.links.iter().filter_map(|(relation, end)| match end {
                    End::Post(to) => Some((post, number(to), Line::Link(*relation))),
                    End::Unit(_) => None,
                }));
            }
        }
        lines
    }

    fn is_in(&self, post: usize, lines: &[(usize, usize, Line)]) -> bool {
        let options = &self.case.options;
        let seat = &self.case.told.posts[post];
        let is_below = options.root.is_none_or(|root| {
            post == root || self.oracle.chain(post, self.tree()).contains(&root)
        });
        let is_of_unit = options.unit.is_none_or(|unit| {
            let outer = &self.case.told.units[unit].id;
            let mut at = seat.unit.clone();
            while let Some(id) = at {
                if id == *outer {
                    return true;
                }
                let area = self.case.told.units.iter().find(|area| area.id == id);
                at = area.and_then(|area| area.within.clone());
            }
            false
        });
        let ends = |&(from, to, _): &(usize, usize, Line)| from == post || to == post;
        let links_unit = || {
            let mut ends = seat.links.iter().map(|(_, end)| end);
            options.links && ends.any(|end| matches!(end, End::Unit(_)))
        };
        let is_drawn = lines.iter().any(ends) || links_unit();
        let is_explained = self.kinds.iter().any(|&kind| self.says_why(post, kind));
        let is_told_of = if seat.sort == Sort::External {
            is_drawn
        } else {
            self.tree() == 0 || is_drawn || is_explained
        };
        is_below && is_of_unit && (options.root == Some(post) || is_told_of)
    }

    /// Whether it is said why a post has no superior of a kind, or that it has
    /// none.
    fn says_why(&self, post: usize, kind: usize) -> bool {
        match self.oracle.superior[kind][post] {
            Answer::Known(..) => false,
            Answer::NoneAbove => true,
            Answer::Unstated(rule) => {
                rule.is_some() || self.case.told.posts[post].up[kind] == Up::Unstated
            }
        }
    }

    fn plan(&self) -> Plan {
        let lines = self.lines();
        let tree = self.tree();
        let part: Vec<usize> = (0..self.case.told.posts.len())
            .filter(|&post| self.is_in(post, &lines))
            .collect();
        let above = |post: usize| self.superior(post, tree).filter(|to| part.contains(to));
        let layer = |post: usize| {
            let mut layers = 0;
            let mut at = post;
            while let Some(to) = above(at) {
                layers += 1;
                at = to;
            }
            layers
        };
        let mut last = self.case.options.depth.unwrap_or(usize::MAX);
        if let Some(most) = self.case.options.most {
            let down_to = |last: usize| part.iter().filter(|&&post| layer(post) <= last).count();
            let fits = (0..part.len().max(1))
                .rev()
                .find(|&last| down_to(last) <= most);
            last = last.min(fits.unwrap_or(0));
        }
        // Down each top, those under it as declared.
        let mut cards = Vec::new();
        let mut next: Vec<usize> = part.iter().rev().copied().collect();
        next.retain(|&post| above(post).is_none());
        let mut cut = BTreeMap::new();
        while let Some(post) = next.pop() {
            cards.push(post);
            if layer(post) == last {
                let is_below = |&&lower: &&usize| {
                    let mut at = lower;
                    while let Some(to) = above(at) {
                        if to == post {
                            return true;
                        }
                        at = to;
                    }
                    false
                };
                let below = part.iter().filter(is_below).count();
                if below > 0 {
                    cut.insert(post, below);
                }
                continue;
            }
            next.extend(
                part.iter()
                    .rev()
                    .filter(|&&lower| above(lower) == Some(post)),
            );
        }
        let mut plan = Plan {
            cards,
            lines: Vec::new(),
            hidden: BTreeMap::new(),
            cut,
            under: BTreeMap::new(),
            tree,
        };
        for (from, to, line) in lines {
            let is_shown = |post| plan.cards.contains(&post);
            match (is_shown(from), is_shown(to)) {
                (true, true) if line == Line::Superior(tree) => {
                    plan.lines.push((from, to, Line::Tree(tree)));
                }
                (true, true) => plan.lines.push((from, to, line)),
                // Named on the card.
                (true, false) if line == Line::Superior(tree) => {
                    plan.under.insert(from, to);
                }
                (true, false) if line != Line::Link(WORKS_WITH) => {
                    *plan.hidden.entry(line).or_default() += 1;
                }
                _ => {}
            }
        }
        plan.lines.sort_unstable();
        plan
    }
}

impl Case {
    /// Its holders and its grade, as far as they are disclosed.
    pub(super) fn about(&self, post: usize) -> (String, Option<String>) {
        let (holders, grade) = match self.options.disclosure {
            Disclosure::Posts => (false, false),
            Disclosure::Grades => (false, true),
            Disclosure::Holders => (true, false),
            _ => (true, true),
        };
        let places = 0..self.told.posts[post].holders.len();
        let names = places.map(|at| self.words.of(At::Holder(post, at)));
        let names: Vec<String> = names.filter(|_| holders).collect();
        (names.join(" · "), self.grade(post).filter(|_| grade))
    }

    /// By what its card is coloured.
    pub(super) fn area(&self, post: usize) -> Option<String> {
        let seat = &self.told.posts[post];
        match self.options.colouring {
            Colouring::Unit => {
                let place = |id: &String| self.told.units.iter().position(|of| of.id == *id);
                let unit = place(seat.unit.as_ref()?)?;
                Some(format!("unit: {}", self.words.of(At::Unit(unit))))
            }
            Colouring::Profession => {
                let place = |id: &String| self.told.professions.iter().position(|of| of.id == *id);
                let profession = place(seat.profession.as_ref()?)?;
                Some(format!(
                    "profession: {}",
                    self.words.of(At::Profession(profession))
                ))
            }
            _ => None,
        }
    }

    /// What the card of a post says under its title, piece by piece.
    pub(super) fn says(&self, plan: &Plan, post: usize) -> Vec<String> {
        let seat = &self.told.posts[post];
        let about = match self.about(post) {
            (holders, Some(grade)) if holders.is_empty() => grade,
            (holders, Some(grade)) => format!("{holders} · {grade}"),
            (holders, None) => holders,
        };
        let mut says: Vec<String> = Some(about)
            .filter(|about| !about.is_empty())
            .into_iter()
            .collect();
        match seat.sort {
            Sort::Individual => {}
            Sort::Body => says.push("Body".to_owned()),
            Sort::External => says.push("Outside the organisation".to_owned()),
        }
        match self.seats(post) {
            Some(Seats::Number(seats)) => says.push(format!("{seats} seats")),
            Some(Seats::NotStated) => says.push("several seats".to_owned()),
            None => {}
        }
        if seat.vacant {
            says.push("Vacant".to_owned());
        }
        let oracle = Oracle::of(&self.told);
        let kinds = self.options.kinds.clone().unwrap_or(vec![0, 1, 2]);
        for kind in kinds {
            if let Answer::Unstated(rule) = oracle.superior[kind][post]
                && (rule.is_some() || seat.up[kind] == Up::Unstated || kind == plan.tree)
            {
                says.push(format!("{} superior not stated", self.kind_title(kind)));
            }
        }
        says.extend(plan.under.get(&post).map(|&to| {
            let title = self.words.of(At::Post(to));
            format!("under {title} (not shown)")
        }));
        says.extend(plan.cut.get(&post).map(|cut| format!("+{cut} below")));
        says
    }

    /// The note on lines that leave the chart, piece by piece; links that are the
    /// same from both ends left out.
    pub(super) fn notes(&self, plan: &Plan) -> Vec<String> {
        let note = |(line, count): (&Line, &usize)| match *line {
            Line::Tree(kind) | Line::Superior(kind) => format!("{count} {}", self.kind_title(kind)),
            Line::Also(kind) => format!("{count} also {}", self.kind_title(kind)),
            Line::Deputy(0) => format!("{count} deputises for"),
            Line::Deputy(1) => format!("{count} deputises for (some matters)"),
            Line::Deputy(_) => format!("{count} attends for"),
            Line::Link(of) => format!("{count} {} (no authority)", RELATIONS[of]),
        };
        plan.hidden.iter().map(note).collect()
    }
}
