//! Facts in lists: `also` lines, deputies, chairs, members, links.

use std::collections::hash_map::Entry;
use std::hash::Hash;

use foldhash::{HashMap, HashSet};

use crate::document::{
    AlsoEntry, Backing, DeputyEntry, LinkEnd, LinkEntry, MemberEntry, NONE, Nth, Place, PlaceStep,
    Side, Table, Txt,
};
use crate::ids;
use crate::model::PostKind;
use crate::problem::{Named, ProblemKind, Unfit};

use super::Validation;

impl Validation {
    /// Judges every fact that stands in a list, and each chair.
    pub(super) fn lists(&mut self) {
        self.matters();
        self.keep_by_kind();
        self.also();
        self.deputies();
        self.chairs();
        self.members();
        self.links();
    }

    /// Whether `row` may name a post so; reports it if not.
    fn may_name(
        &mut self,
        row: u32,
        post: Txt,
        role: Named,
        place: &dyn Fn(&Self) -> Place,
    ) -> bool {
        let at = self.row_of[post.index()];
        let is_there = at != NONE;
        if self
            .refer(Table::Post, post, is_there, role, place)
            .is_err()
        {
            return false;
        }
        let kind = self.document.posts.kind[at as usize];
        let fits = match role {
            Named::Deputy | Named::Chair => kind == PostKind::Individual,
            Named::Member => kind != PostKind::Body,
            _ => true,
        };
        let why = if post == self.document.posts.id[row as usize] {
            Unfit::Itself
        } else if fits {
            return true;
        } else {
            Unfit::Kind(kind)
        };
        let post = self.document.ids.get(post).to_owned();
        let place = place(self);
        self.report(
            ProblemKind::CannotBe { role, post, why },
            place.clone(),
            vec![place],
        );
        false
    }

    /// Names of matters follow the grammar of ids; arrangements for a matter
    /// that is left out are left out with it.
    fn matters(&mut self) {
        let defined = self.document.matters.defined();
        let mut bad: HashMap<Txt, crate::ids::IdError> = HashMap::default();
        for (matter, text) in self.document.matters.ids.iter() {
            if let Err(why) = ids::check(text)
                && !self.gone.contains_key(&(Table::Matter, matter))
            {
                bad.insert(matter, why);
            }
        }
        let mut deputies = std::mem::take(&mut self.document.posts.deputies);
        deputies.retain(|row, entry| {
            if self.dead[row as usize] {
                return false;
            }
            let lost = |this: &Self, matter: Txt| {
                let is_declared = defined[matter.index()] != NONE;
                let lost = this.lost.get(&Table::Matter).filter(|_| !is_declared);
                this.gone.get(&(Table::Matter, matter)).or(lost).copied()
            };
            let is_out = |&matter: &Txt| bad.contains_key(&matter) || lost(self, matter).is_some();
            let Some(nth) = entry.matters.iter().position(is_out) else {
                return true;
            };
            let (matter, arrangement) = (entry.matters[nth], deputy_path(entry.rank, entry.pooled));
            let place = self.post_place(row, arrangement);
            match bad.get(&matter) {
                None => {
                    if let Some(problem) = lost(self, matter) {
                        self.leave_out(problem, place);
                    }
                }
                Some(&why) => {
                    let table = Table::Matter;
                    let id = self.document.matters.ids.get(matter).to_owned();
                    let mut at = place.clone();
                    at.path.extend(["for".into(), PlaceStep::Item(nth)]);
                    self.report(ProblemKind::BadId { table, id, why }, at, vec![place]);
                }
            }
            false
        });
        self.document.posts.deputies = deputies;
    }

    /// Leaves out what a post of its kind has none of.
    fn keep_by_kind(&mut self) {
        use PostKind::{Body, External, Individual};
        let posts = &mut self.document.posts;
        let also = std::mem::take(&mut posts.also);
        let deputies = std::mem::take(&mut posts.deputies);
        let chair = std::mem::take(&mut posts.chair);
        let members = std::mem::take(&mut posts.members);
        self.document.posts.also = self.without(also, "also", &[External]);
        self.document.posts.deputies = self.without(deputies, "deputies", &[Body, External]);
        self.document.posts.chair = self.without(chair, "chair", &[Individual, External]);
        self.document.posts.members = self.without(members, "members", &[Individual, External]);
    }

    fn without<T>(&mut self, mut side: Side<T>, key: &'static str, kinds: &[PostKind]) -> Side<T> {
        let mut reported = None;
        side.retain(|row, _| {
            let is = self.document.posts.kind[row as usize];
            if self.dead[row as usize] {
                return false;
            }
            if !kinds.contains(&is) {
                return true;
            }
            if reported.replace(row) != Some(row) {
                let place = self.post_place(row, [key.into()]);
                self.report(
                    ProblemKind::NotOfKind { is, key },
                    place.clone(),
                    vec![place],
                );
            }
            false
        });
        side
    }

    fn also(&mut self) {
        let place = |this: &Self, row, entry: &AlsoEntry| {
            this.post_place(row, ["also".into(), item(entry.item)])
        };
        let mut side = std::mem::take(&mut self.document.posts.also);
        side.retain(|row, entry| {
            let told = *entry;
            let here = |this: &Self| place(this, row, &told);
            if self.document.posts.superior[told.kind as usize].get(row) == Some(told.to) {
                let (id, here) = (self.document.ids.get(told.to).to_owned(), here(self));
                let role = Named::Also(told.kind);
                self.report(
                    ProblemKind::NamedTwice { role, id },
                    here.clone(),
                    vec![here],
                );
                return false;
            }
            let stands = self.may_name(row, told.to, Named::Also(told.kind), &here);
            self.check_item_source(&mut entry.backing, &here);
            stands
        });
        let repeats = repeats(&side, |row, entry, key| key((row, entry.kind, entry.to)));
        let named = |this: &Self, entry: &AlsoEntry| {
            (
                Named::Also(entry.kind),
                this.document.ids.get(entry.to).to_owned(),
            )
        };
        self.drop_repeats(&mut side, &repeats, place, named, |a, b| {
            a.backing == b.backing
        });
        self.document.posts.also = side;
    }

    fn deputies(&mut self) {
        let place = |this: &Self, row, entry: &DeputyEntry| {
            this.post_place(row, deputy_path(entry.rank, entry.pooled))
        };
        let mut side = std::mem::take(&mut self.document.posts.deputies);
        side.retain(|row, entry| {
            let (rank, pooled) = (entry.rank, entry.pooled);
            let here = |this: &Self| this.post_place(row, deputy_path(rank, pooled));
            let stands = self.may_name(row, entry.post, Named::Deputy, &here);
            self.check_item_source(&mut entry.backing, &here);
            stands
        });
        // Naming a post again for another matter, or to attend, is no repeat.
        let repeats = repeats(&side, |row, entry, key| {
            let mut key = |scope| key((row, entry.post, entry.authority, scope));
            match &entry.matters[..] {
                [] => key(None),
                matters => matters.iter().for_each(|&matter| key(Some(matter))),
            }
        });
        let named = |this: &Self, entry: &DeputyEntry| {
            (Named::Deputy, this.document.ids.get(entry.post).to_owned())
        };
        self.drop_repeats(&mut side, &repeats, place, named, |_, _| false);
        self.document.posts.deputies = side;
    }

    fn chairs(&mut self) {
        let mut side = std::mem::take(&mut self.document.posts.chair);
        side.retain(|row, &mut chair| {
            let here = |this: &Self| this.post_place(row, ["chair".into()]);
            self.may_name(row, chair, Named::Chair, &here)
        });
        self.document.posts.chair = side;
    }

    fn members(&mut self) {
        let place = |this: &Self, row, entry: &MemberEntry| {
            this.post_place(row, ["members".into(), item(entry.item)])
        };
        let mut side = std::mem::take(&mut self.document.posts.members);
        side.retain(|row, entry| {
            let told = *entry;
            let here = |this: &Self| place(this, row, &told);
            let stands = self.may_name(row, told.post, Named::Member, &here);
            self.check_item_source(&mut entry.backing, &here);
            stands
        });
        let repeats = repeats(&side, |row, entry, key| key((row, entry.post)));
        let named = |this: &Self, entry: &MemberEntry| {
            (Named::Member, this.document.ids.get(entry.post).to_owned())
        };
        self.drop_repeats(&mut side, &repeats, place, named, |a, b| {
            a.role == b.role && a.backing == b.backing
        });
        self.document.posts.members = side;
    }

    fn links(&mut self) {
        let place = |this: &Self, row, entry: &LinkEntry| {
            this.post_place(row, [entry.relation.as_str().into(), item(entry.item)])
        };
        let mut side = std::mem::take(&mut self.document.posts.links);
        side.retain(|row, entry| {
            if self.dead[row as usize] {
                return false;
            }
            let told = *entry;
            let here = |this: &Self| place(this, row, &told);
            let role = Named::Link(told.relation);
            let stands = match told.to {
                LinkEnd::Post(post) => self.may_name(row, post, role, &here),
                LinkEnd::Unit(unit) => {
                    let is_there = self.units.entry_of[unit.index()] != NONE;
                    self.refer(Table::Unit, unit, is_there, role, here).is_ok()
                }
            };
            self.check_item_source(&mut entry.backing, &here);
            stands
        });
        let repeats = repeats(&side, |row, entry, key| {
            key((row, entry.relation, entry.to));
        });
        let named = |this: &Self, entry: &LinkEntry| {
            let id = match entry.to {
                LinkEnd::Post(post) => this.document.ids.get(post),
                LinkEnd::Unit(unit) => this.document.units.ids.get(unit),
            };
            (Named::Link(entry.relation), id.to_owned())
        };
        self.drop_repeats(&mut side, &repeats, place, named, |a, b| {
            a.backing == b.backing
        });
        self.say_once(&mut side);
        self.document.posts.links = side;
    }

    /// Keeps a relation that is the same from both ends at the end that tells
    /// more of it, at the first where they tell the same, and at both where each
    /// has a basis of its own.
    fn say_once(&self, side: &mut Side<LinkEntry>) {
        let other_end = |entry: &LinkEntry| match entry.to {
            LinkEnd::Post(to) if entry.relation.is_symmetric() => Some(self.row_of[to.index()]),
            _ => None,
        };
        let told: HashMap<(u32, u32), Backing> = side
            .iter()
            .filter_map(|(row, entry)| Some(((row, other_end(entry)?), entry.backing)))
            .collect();
        side.retain(|row, entry| {
            let Some(other) = other_end(entry) else {
                return true;
            };
            match told.get(&(other, row)) {
                Some(again) if *again == entry.backing => row == row.min(other),
                Some(_) => !entry.backing.is_empty(),
                None => true,
            }
        });
    }

    /// Reports each repeat once, and leaves out all of them, unless they say the
    /// same.
    fn drop_repeats<T>(
        &mut self,
        side: &mut Side<T>,
        repeats: &[(usize, usize)],
        place: impl Fn(&Self, u32, &T) -> Place,
        named: impl Fn(&Self, &T) -> (Named, String),
        agree: impl Fn(&T, &T) -> bool,
    ) {
        if repeats.is_empty() {
            return;
        }
        // What several say, and one says otherwise, none of them says for sure.
        let contested: HashSet<usize> = repeats
            .iter()
            .filter(|&&(first, again)| !agree(side.at(first).1, side.at(again).1))
            .map(|&(first, _)| first)
            .collect();
        let mut dropped = HashSet::default();
        for &(first, again) in repeats {
            let ((row, one), (_, other)) = (side.at(first), side.at(again));
            let (role, id) = named(self, other);
            let here = place(self, row, other);
            let left_out = if contested.contains(&first) {
                dropped.extend([first, again]);
                vec![place(self, row, one), here.clone()]
            } else {
                dropped.insert(again);
                vec![]
            };
            self.report(ProblemKind::NamedTwice { role, id }, here, left_out);
        }
        side.retain_at(|at| !dropped.contains(&at));
    }

    pub(super) fn check_item_source(
        &mut self,
        backing: &mut Backing,
        item: &dyn Fn(&Self) -> Place,
    ) {
        self.check_source(backing, |this, inner| {
            let mut place = item(this);
            place.path.extend(inner);
            place
        });
    }
}

pub(super) fn item(at: u32) -> PlaceStep {
    PlaceStep::Item(at as usize)
}

fn deputy_path(rank: u32, pooled: Option<Nth>) -> Vec<PlaceStep> {
    ["deputies".into(), item(rank)]
        .into_iter()
        .chain(pooled.map(|place| item(place.number())))
        .collect()
}

/// The facts that repeat an earlier one, by any of the keys that each gives: the
/// places of both.
fn repeats<T, K: Hash + Eq>(
    side: &Side<T>,
    keys: impl Fn(u32, &T, &mut dyn FnMut(K)),
) -> Vec<(usize, usize)> {
    let mut first = HashMap::default();
    let mut repeats = Vec::new();
    for (at, (row, fact)) in side.iter().enumerate() {
        let mut repeated = None;
        keys(row, fact, &mut |key| match first.entry(key) {
            Entry::Occupied(earlier) => repeated = repeated.or(Some(*earlier.get())),
            Entry::Vacant(slot) => {
                slot.insert(at);
            }
        });
        repeats.extend(repeated.map(|one| (one, at)));
    }
    repeats
}
