//! Who acts, worked out the slow way from sound records: every shortest way of
//! arrangements, one by one, and the least path of ranks among them.

use super::super::oracle::{Answer, Oracle};
use super::super::records::{Deputy, Person, Rank, Sort, Told, Up, WHY_NONE, WHY_UNSTATED};

/// What a question of the day is about, besides the post; posts by number.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::laws) struct Day {
    /// Posts named absent.
    pub(in crate::laws) absent: Vec<usize>,
    /// Holders named away: the post, and which of its holders.
    pub(in crate::laws) away: Vec<(usize, usize)>,
    /// The post, and who is nominated for it.
    pub(in crate::laws) nominees: Vec<(usize, usize)>,
    pub(in crate::laws) matter: Option<String>,
}

/// An arrangement: the post deputised for, and its place in the list there.
pub(in crate::laws) type Terms = (usize, usize);

/// Who acts; posts by number.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::laws) enum Acts {
    Itself,
    One(usize),
    OneOf(Vec<usize>),
    Body(usize),
    Nobody(Gap),
}

/// Why nobody acts; kinds by number.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::laws) enum Gap {
    External(usize),
    NoneAbove(usize, usize, String),
    Unstated(usize, usize, Option<String>),
    Personal(String),
    ReversionOff,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::laws) enum How {
    Nominee,
    Deputy,
    Superior,
}

/// An answer without its trace.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::laws) struct Reply {
    pub(in crate::laws) acting: Acts,
    pub(in crate::laws) how: Option<How>,
    pub(in crate::laws) removes: usize,
    pub(in crate::laws) layers: usize,
}

/// What a post is on the day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::laws) enum State {
    Able,
    Vacant,
    Absent,
    HoldersAway,
    External,
    Body,
}

/// One way down the arrangements, and its ranks.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::laws) struct Way {
    pub(in crate::laws) ranks: Vec<usize>,
    pub(in crate::laws) steps: Vec<Terms>,
    pub(in crate::laws) to: usize,
}

/// The answers of one day.
pub(in crate::laws) struct Acting<'t> {
    pub(in crate::laws) told: &'t Told,
    pub(in crate::laws) lines: Oracle<'t>,
    pub(in crate::laws) day: &'t Day,
}

/// Whether two holders are one person: by their ids, else by their names.
pub(in crate::laws) fn is_same(one: &Person, other: &Person) -> bool {
    match (&one.id, &other.id) {
        (Some(one), Some(other)) => one == other,
        _ => one.name == other.name,
    }
}

/// Those with the least path of ranks.
fn least_of(ways: Vec<Way>) -> Vec<Way> {
    let least = ways.iter().map(|way| way.ranks.clone()).min();
    let is_least = |way: &Way| Some(&way.ranks) == least.as_ref();
    ways.into_iter().filter(is_least).collect()
}

impl<'t> Acting<'t> {
    pub(in crate::laws) fn on(told: &'t Told, day: &'t Day) -> Self {
        Self {
            told,
            lines: Oracle::of(told),
            day,
        }
    }

    /// The people who are away: those named, and all holders of a post named.
    pub(in crate::laws) fn named(&self) -> Vec<(usize, &'t Person)> {
        let of_posts = self.day.absent.iter().flat_map(|&post| {
            let holders = self.told.posts[post].holders.iter();
            holders.map(move |holder| (post, holder))
        });
        let alone = self.day.away.iter();
        let alone = alone.map(|&(post, at)| (post, &self.told.posts[post].holders[at]));
        of_posts.chain(alone).collect()
    }

    pub(in crate::laws) fn is_away(&self, person: &Person) -> bool {
        self.named().iter().any(|(_, of)| is_same(of, person))
    }

    pub(in crate::laws) fn state(&self, post: usize) -> State {
        let seat = &self.told.posts[post];
        let all_away = || seat.holders.iter().all(|holder| self.is_away(holder));
        match seat.sort {
            Sort::External => State::External,
            Sort::Body => State::Body,
            Sort::Individual if seat.vacant => State::Vacant,
            Sort::Individual if self.day.absent.contains(&post) => State::Absent,
            Sort::Individual if !seat.holders.is_empty() && all_away() => State::HoldersAway,
            Sort::Individual => State::Able,
        }
    }

    pub(in crate::laws) fn is_able(&self, post: usize) -> bool {
        self.state(post) == State::Able
    }

    /// The kind of the lines that cover reverts along.
    pub(in crate::laws) fn kind(&self) -> usize {
        let matter = self.day.matter.as_ref();
        let topic = self.told.matters.iter().find(|of| Some(&of.id) == matter);
        topic.and_then(|topic| topic.kind).unwrap_or(0)
    }

    pub(in crate::laws) fn is_personal(&self) -> bool {
        let matter = self.day.matter.as_ref();
        let mut topics = self.told.matters.iter();
        topics.any(|of| Some(&of.id) == matter && of.personal)
    }

    /// The arrangements of a post in order, each with its rank among those ranks
    /// in which one counts, and its deputy.
    pub(in crate::laws) fn terms(&self, post: usize) -> Vec<(Terms, usize, usize, &'t Deputy)> {
        let pools = &self.told.posts[post].deputies;
        let is_idle = |pool: &&Rank| !pool.of.iter().any(|of| self.counts(of));
        let rank = |at: usize| at - pools[..at].iter().filter(is_idle).count();
        let all = pools
            .iter()
            .enumerate()
            .flat_map(|(at, pool)| pool.of.iter().map(move |of| (rank(at), of)));
        all.enumerate()
            .map(|(at, (rank, of))| ((post, at), rank, self.lines.number(&of.post), of))
            .collect()
    }

    pub(in crate::laws) fn is_named_for_matter(&self, deputy: &Deputy) -> bool {
        let matter = self.day.matter.as_ref();
        matter.is_some_and(|matter| deputy.matters.contains(matter))
    }

    pub(in crate::laws) fn counts(&self, deputy: &Deputy) -> bool {
        let is_named = self.is_named_for_matter(deputy);
        let is_unlimited = deputy.matters.is_empty();
        !deputy.attends && (is_named || is_unlimited && !self.is_personal())
    }

    /// How few arrangements lead from each post to an end, if any do.
    fn nearest(&self, is_end: &dyn Fn(usize) -> bool) -> Vec<Option<usize>> {
        let mut nearest: Vec<Option<usize>> = vec![None; self.told.posts.len()];
        for _ in 0..self.told.posts.len() {
            for post in 0..self.told.posts.len() {
                for (_, _, deputy, terms) in self.terms(post) {
                    let beyond = nearest[deputy].filter(|_| terms.onward);
                    let removes = if is_end(deputy) {
                        Some(1)
                    } else {
                        beyond.map(|removes| removes + 1)
                    };
                    if let (Some(removes), true) = (removes, self.counts(terms)) {
                        nearest[post] = Some(nearest[post].map_or(removes, |of| of.min(removes)));
                    }
                }
            }
        }
        nearest
    }

    /// Every way of fewest arrangements from a post to an end, all but the last of
    /// them onward; in the order in which the lists give them.
    pub(in crate::laws) fn ways(&self, post: usize, is_end: &dyn Fn(usize) -> bool) -> Vec<Way> {
        let nearest = self.nearest(is_end);
        let Some(removes) = nearest[post] else {
            return Vec::new();
        };
        let mut ways = vec![Way {
            ranks: vec![],
            steps: vec![],
            to: post,
        }];
        for left in (0..removes).rev() {
            let further = ways.iter().flat_map(|way| {
                let terms = self.terms(way.to).into_iter();
                let fitting = terms.filter(|&(_, _, deputy, terms)| {
                    let fits = if left == 0 {
                        is_end(deputy)
                    } else {
                        terms.onward && nearest[deputy] == Some(left)
                    };
                    fits && self.counts(terms)
                });
                fitting.map(|(terms, rank, deputy, _)| Way {
                    ranks: [&way.ranks[..], &[rank]].concat(),
                    steps: [&way.steps[..], &[terms]].concat(),
                    to: deputy,
                })
            });
            ways = further.collect();
        }
        ways
    }

    /// Every shortest way to whoever is able.
    pub(in crate::laws) fn shortest_ways(&self, post: usize) -> Vec<Way> {
        self.ways(post, &|of| self.is_able(of))
    }

    /// Those of the shortest ways with the least path of ranks.
    pub(in crate::laws) fn least_ways(&self, post: usize) -> Vec<Way> {
        least_of(self.shortest_ways(post))
    }

    /// The deputies in the order in which they would be asked if none could act:
    /// those of one remove and path together, each with the arrangement by which
    /// it is first asked.
    pub(in crate::laws) fn order(&self, post: usize) -> Vec<Vec<(usize, Terms)>> {
        let others = (0..self.told.posts.len()).filter(|&of| of != post);
        let first = |to| least_of(self.ways(post, &|of| of == to)).into_iter().next();
        let mut ways: Vec<Way> = others.filter_map(first).collect();
        let places = |way: &Way| way.steps.iter().map(|&(_, at)| at).collect::<Vec<_>>();
        ways.sort_by_key(|way| (way.steps.len(), way.ranks.clone(), places(way)));
        let pools = ways.chunk_by(|one, other| one.ranks == other.ranks);
        let last = |way: &Way| (way.to, way.steps[way.steps.len() - 1]);
        pools.map(|pool| pool.iter().map(last).collect()).collect()
    }

    pub(in crate::laws) fn nominee(&self, post: usize) -> Option<usize> {
        let mut nominees = self.day.nominees.iter();
        nominees
            .find(|(of, _)| *of == post)
            .map(|(_, nominee)| *nominee)
    }

    /// Who acts for a post without any reversion: in whose place by which means.
    fn here(&self, post: usize) -> Option<(Acts, Option<How>, usize)> {
        match self.state(post) {
            State::External => return Some((Acts::Nobody(Gap::External(post)), None, 0)),
            State::Body | State::Able => return Some((Acts::Itself, None, 0)),
            _ => {}
        }
        if let Some(nominee) = self.nominee(post).filter(|&of| self.is_able(of)) {
            return Some((Acts::One(nominee), Some(How::Nominee), 0));
        }
        let ways = self.least_ways(post);
        let mut able: Vec<usize> = Vec::new();
        for way in &ways {
            if !able.contains(&way.to) {
                able.push(way.to);
            }
        }
        let acting = match able[..] {
            [] => return None,
            [one] => Acts::One(one),
            _ => Acts::OneOf(able),
        };
        Some((acting, Some(How::Deputy), ways[0].steps.len()))
    }

    /// Why cover goes no further up than this post, if it does not.
    pub(in crate::laws) fn gap(&self, post: usize) -> Option<Gap> {
        if let (true, Some(matter)) = (self.is_personal(), &self.day.matter) {
            return Some(Gap::Personal(matter.clone()));
        }
        if self.told.reverts == Some(false) {
            return Some(Gap::ReversionOff);
        }
        let kind = self.kind();
        match self.lines.superior[kind][post] {
            Answer::Known(..) => None,
            Answer::NoneAbove => Some(Gap::NoneAbove(post, kind, WHY_NONE.to_owned())),
            Answer::Unstated(rule) => {
                let is_told = rule.is_some() || self.told.posts[post].up[kind] == Up::Unstated;
                let why = is_told.then(|| WHY_UNSTATED.to_owned());
                Some(Gap::Unstated(post, kind, why))
            }
        }
    }

    /// The posts asked in turn: the post, its superior and so on, as far as cover
    /// reverts.
    pub(in crate::laws) fn layers(&self, post: usize) -> Vec<usize> {
        let mut layers = vec![post];
        loop {
            let at = layers[layers.len() - 1];
            if self.here(at).is_some() || self.gap(at).is_some() {
                return layers;
            }
            layers.extend(self.lines.superior[self.kind()][at].post());
        }
    }

    pub(in crate::laws) fn reply(&self, post: usize) -> Reply {
        let layers = self.layers(post);
        let at = layers[layers.len() - 1];
        let (acting, how, removes) = match (self.here(at), self.gap(at)) {
            (Some((Acts::Itself, ..)), _) if at != post => match self.state(at) {
                State::Body => (Acts::Body(at), Some(How::Superior), 0),
                _ => (Acts::One(at), Some(How::Superior), 0),
            },
            (Some(here), _) => here,
            (None, gap) => (Acts::Nobody(gap.expect("a reason to stop")), None, 0),
        };
        Reply {
            acting,
            how,
            removes,
            layers: layers.len() - 1,
        }
    }
}
