//! Every problem of records, found the slow way.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Address, Mark};
use super::records::{Area, End, KIND_WORDS, RELATION_WORDS, Rule, Seat, Sort, Told, Up};

/// A problem: what is wrong, in words of this file, and where.
pub(super) type Found = (String, Address);

/// The superiors of one kind: of each post whom it answers to, by which rule.
pub(super) type Lines = Vec<Option<(usize, Option<usize>)>>;

pub(super) struct Verdict<'t> {
    pub(super) told: &'t Told,
    pub(super) found: Vec<Found>,
    /// The numbers of the posts that stand.
    pub(super) posts: Vec<usize>,
    /// What each unit and profession that stands lies within, as far as known.
    pub(super) within: [BTreeMap<&'t str, Option<&'t str>>; 2],
    /// The units and professions that may lie within more.
    pub(super) doubtful: [BTreeSet<&'t str>; 2],
    /// Posts of which it is open what they belong to.
    pub(super) unplaced: [BTreeSet<usize>; 2],
    /// Posts that say, or tried to say, something of their superior.
    pub(super) own: [BTreeSet<usize>; 3],
    pub(super) superior: [Lines; 3],
    /// Posts of which a problem leaves the superior open.
    pub(super) open: [BTreeSet<usize>; 3],
    /// Headships that stand, with whether a problem leaves their head open.
    pub(super) rules: Vec<(usize, &'t Rule, bool)>,
}

/// Every problem of the records.
pub(super) fn problems(told: &Told) -> Vec<Found> {
    let posts = (0..told.posts.len()).filter(|&at| told.posts[at].id.trim() == told.posts[at].id);
    let lines = vec![None; told.posts.len()];
    let mut verdict = Verdict {
        told,
        found: Vec::new(),
        posts: posts.collect(),
        within: Default::default(),
        doubtful: Default::default(),
        unplaced: Default::default(),
        own: Default::default(),
        superior: [lines.clone(), lines.clone(), lines],
        open: Default::default(),
        rules: Vec::new(),
    };
    for (at, seat) in told.posts.iter().enumerate() {
        if !verdict.posts.contains(&at) {
            verdict.note(format!("bad id {:?}", seat.id), post(seat, &[]));
        }
    }
    verdict.areas(0, &told.units);
    verdict.areas(1, &told.professions);
    for at in verdict.posts.clone() {
        verdict.post(at);
    }
    verdict.headships();
    for kind in 0..3 {
        verdict.resolve(kind);
    }
    verdict.found.sort();
    verdict.found
}

pub(super) fn key(key: &str) -> Mark {
    Mark::Key(key.to_owned())
}

pub(super) fn post(seat: &Seat, path: &[Mark]) -> Address {
    [&[key("post"), Mark::Entry(seat.id.clone(), 1)], path].concat()
}

impl<'t> Verdict<'t> {
    pub(super) fn note(&mut self, what: String, place: Address) {
        self.found.push((what, place));
    }

    pub(super) fn is_told(&self, id: &str) -> bool {
        self.told.posts.iter().any(|seat| seat.id == id)
    }

    pub(super) fn number(&self, id: &str) -> Option<usize> {
        self.posts
            .iter()
            .copied()
            .find(|&at| self.told.posts[at].id == id)
    }

    /// Units and professions: what they lie within, and its circles.
    fn areas(&mut self, table: usize, areas: &'t [Area]) {
        let word = ["unit", "profession"][table];
        let place = |id: &str| vec![key(word), Mark::Entry(id.to_owned(), 1), key("within")];
        for area in areas {
            let outer = area.within.as_deref();
            let known = outer.filter(|outer| areas.iter().any(|other| other.id == *outer));
            if let (Some(outer), None) = (outer, known) {
                self.note(format!("unknown {word} {outer:?}"), place(&area.id));
                self.doubtful[table].insert(&area.id);
            }
            self.within[table].insert(&area.id, known);
        }
        for (at, area) in areas.iter().enumerate() {
            let round = self.round(table, &area.id);
            let is_first = round
                .iter()
                .all(|id| areas[..at].iter().all(|other| other.id != *id));
            if !round.is_empty() && is_first {
                self.note(format!("containment circle {round:?}"), place(&area.id));
                for id in round {
                    self.within[table].insert(id, None);
                    self.doubtful[table].insert(id);
                }
            }
        }
    }

    /// What lies around an area, outwards; the circle that it is on, if it is.
    pub(super) fn outwards(&self, table: usize, id: &'t str) -> Vec<&'t str> {
        let mut around = vec![id];
        while let Some(Some(outer)) = self.within[table].get(around[around.len() - 1]) {
            if around.contains(outer) {
                break;
            }
            around.push(outer);
        }
        around
    }

    fn round(&self, table: usize, id: &'t str) -> Vec<&'t str> {
        let around = self.outwards(table, id);
        let last = self.within[table]
            .get(around[around.len() - 1])
            .copied()
            .flatten();
        if last == Some(id) { around } else { Vec::new() }
    }

    fn post(&mut self, at: usize) {
        let seat = &self.told.posts[at];
        self.place_of(at, 0, "unit", seat.unit.as_deref());
        self.place_of(at, 1, "profession", seat.profession.as_deref());
        let held = if seat.holders.len() > 1 {
            "holders"
        } else {
            "holder"
        };
        let is_held = !seat.holders.is_empty();
        let not_of = |keys: &[(&str, bool)]| {
            let said = keys.iter().filter(|(_, said)| *said);
            said.map(|(of, _)| {
                (
                    format!("{:?} has no {of}", seat.sort),
                    post(seat, &[key(of)]),
                )
            })
            .collect::<Vec<_>>()
        };
        match seat.sort {
            Sort::Body => {
                let vacant = [
                    (held, is_held),
                    ("vacant", seat.vacant),
                    ("deputies", !seat.deputies.is_empty()),
                ];
                self.found.extend(not_of(&vacant));
            }
            Sort::Individual => {
                self.found.extend(not_of(&[
                    ("chair", seat.chair.is_some()),
                    ("members", !seat.members.is_empty()),
                ]));
            }
            Sort::External => {
                let says = |kind: usize| (KIND_WORDS[kind], seat.up[kind] != Up::Silent);
                self.found.extend(not_of(&[
                    says(0),
                    says(1),
                    says(2),
                    ("also", !seat.also.is_empty()),
                    ("deputies", !seat.deputies.is_empty()),
                    ("chair", seat.chair.is_some()),
                    ("members", !seat.members.is_empty()),
                ]));
            }
        }
        if seat.sort != Sort::Body && seat.vacant && is_held {
            self.note("vacant and held".to_owned(), post(seat, &[key("vacant")]));
        }
        if seat.sort != Sort::External {
            self.superiors(at);
            self.also(seat);
        }
        self.lists(seat);
    }

    fn place_of(&mut self, at: usize, table: usize, word: &str, id: Option<&'t str>) {
        let Some(id) = id else { return };
        if !self.within[table].contains_key(id) {
            let place = post(&self.told.posts[at], &[key(word)]);
            self.note(format!("unknown {word} {id:?}"), place);
            self.unplaced[table].insert(at);
        } else if self
            .outwards(table, id)
            .iter()
            .any(|around| self.doubtful[table].contains(around))
        {
            self.unplaced[table].insert(at);
        }
    }

    fn superiors(&mut self, at: usize) {
        let seat = &self.told.posts[at];
        for (kind, up) in seat.up.iter().enumerate() {
            if *up != Up::Silent {
                self.own[kind].insert(at);
            }
            let Up::To(to) = up else { continue };
            let place = post(seat, &[key(KIND_WORDS[kind])]);
            if self.refers(to, "superior", seat, place, None) {
                self.superior[kind][at] = self.number(to).map(|above| (above, None));
            } else {
                self.open[kind].insert(at);
            }
        }
    }

    /// Whether a post may name another so: one that is there, is not itself, and
    /// is fit for it.
    fn refers(
        &mut self,
        to: &str,
        role: &str,
        from: &Seat,
        place: Address,
        fit: Option<&[Sort]>,
    ) -> bool {
        if !self.is_told(to) {
            self.note(format!("unknown {role} {to:?}"), place);
            return false;
        }
        let Some(other) = self.number(to).map(|at| &self.told.posts[at]) else {
            return false;
        };
        if other.id == from.id {
            self.note(format!("{role} is itself"), place);
            return false;
        }
        if fit.is_some_and(|sorts| !sorts.contains(&other.sort)) {
            self.note(format!("{role} {to:?} cannot be: {:?}", other.sort), place);
            return false;
        }
        true
    }

    fn also(&mut self, seat: &Seat) {
        let at = self.number(&seat.id);
        let mut named = BTreeSet::new();
        for (item, (kind, to)) in seat.also.iter().enumerate() {
            let place = post(seat, &[key("also"), Mark::Item(item)]);
            let superior = at.and_then(|at| self.superior[*kind][at]);
            let is_superior = superior.is_some_and(|(above, _)| self.told.posts[above].id == *to);
            let stands = !is_superior && self.refers(to, "also", seat, place.clone(), None);
            if is_superior || stands && !named.insert((*kind, to.clone())) {
                self.note(format!("also {to:?} twice"), place);
            }
        }
    }

    fn lists(&mut self, seat: &Seat) {
        let mut named = BTreeSet::new();
        for (rank, pool) in seat
            .deputies
            .iter()
            .enumerate()
            .filter(|_| seat.sort == Sort::Individual)
        {
            for (item, deputy) in pool.of.iter().enumerate() {
                let mut path = vec![key("deputies"), Mark::Item(rank)];
                if pool.is_pool {
                    path.push(Mark::Item(item));
                }
                let place = post(seat, &path);
                if self.refers(
                    &deputy.post,
                    "deputy",
                    seat,
                    place.clone(),
                    Some(&[Sort::Individual]),
                ) {
                    let scopes = deputy.scopes();
                    if scopes.iter().any(|scope| named.contains(scope)) {
                        self.note(format!("deputy {:?} twice", deputy.post), place);
                    }
                    named.extend(scopes);
                }
            }
        }
        if let (Sort::Body, Some(chair)) = (seat.sort, &seat.chair) {
            self.refers(
                chair,
                "chair",
                seat,
                post(seat, &[key("chair")]),
                Some(&[Sort::Individual]),
            );
        }
        let mut named = BTreeSet::new();
        for (item, member) in seat
            .members
            .iter()
            .enumerate()
            .filter(|_| seat.sort == Sort::Body)
        {
            let place = post(seat, &[key("members"), Mark::Item(item)]);
            let fit = [Sort::Individual, Sort::External];
            if self.refers(member, "member", seat, place.clone(), Some(&fit))
                && !named.insert(member)
            {
                self.note(format!("member {member:?} twice"), place);
            }
        }
        for (relation, word) in RELATION_WORDS.into_iter().enumerate() {
            let mut named = Vec::new();
            let links = seat.links.iter().filter(|(of, _)| *of == relation);
            for (item, (_, end)) in links.enumerate() {
                let place = post(seat, &[key(word), Mark::Item(item)]);
                let (id, is_known) = match end {
                    End::Post(to) => (to, self.refers(to, word, seat, place.clone(), None)),
                    End::Unit(to) => (to, self.within[0].contains_key(to.as_str())),
                };
                if matches!(end, End::Unit(_)) && !is_known {
                    self.note(format!("unknown {word} {id:?}"), place);
                } else if is_known && named.contains(&end) {
                    self.note(format!("{word} {id:?} twice"), place);
                } else if is_known {
                    named.push(end);
                }
            }
        }
    }
}
