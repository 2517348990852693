//! Posts told more than once, and their ids.

use std::collections::BTreeMap;

use foldhash::HashSet;

use crate::document::{Entries, PlaceStep, PostRecord, Table, Value};
use crate::ids;
use crate::model::Accountability;
use crate::problem::ProblemKind;

use super::Validation;

/// What an entry says, key by key.
pub(super) type Told = Vec<(String, Value<'static>)>;

pub(super) fn told(record: Entries<'static>) -> Told {
    let entries = record.into_iter();
    entries
        .map(|(key, value)| (key.into_owned(), value))
        .collect()
}

/// The keys on which entries of one id differ, in the order first told.
pub(super) fn differing_keys(told: &[Told]) -> Vec<String> {
    fn value<'t>(told: &'t Told, key: &str) -> Option<&'t Value<'static>> {
        let found = told.iter().find(|(told, _)| told == key);
        found.map(|(_, value)| value)
    }
    let mut seen: HashSet<&String> = HashSet::default();
    let keys = told.iter().flatten().map(|(key, _)| key);
    keys.filter(|key| seen.insert(*key))
        .filter(|key| {
            told[1..]
                .iter()
                .any(|other| value(other, key) != value(&told[0], key))
        })
        .cloned()
        .collect()
}

impl Validation {
    /// Of several posts with one id, keeps what all of them say.
    pub(super) fn repeated_posts(&mut self) {
        if self.occurrence.is_empty() {
            return;
        }
        let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let mut rows: Vec<u32> = self.occurrence.keys().copied().collect();
        rows.sort_unstable();
        let mut firsts = foldhash::HashMap::default();
        for (row, id) in (0..).zip(&self.document.posts.id) {
            firsts.entry(*id).or_insert(row);
        }
        for row in rows {
            let first = firsts[&self.document.posts.id[row as usize]];
            groups.entry(first).or_insert_with(|| vec![first]).push(row);
        }
        let mut forgotten = HashSet::default();
        for rows in groups.values() {
            // What has no id is not the same post for that.
            if ids::check(self.post_id(rows[0])).is_err() {
                continue;
            }
            self.merge(rows, &mut forgotten);
        }
        self.forget(&forgotten);
    }

    /// Reports one group, marks all but its first row as merged, and notes what
    /// the first must forget.
    fn merge(&mut self, rows: &[u32], forgotten: &mut HashSet<(u32, String)>) {
        let first = rows[0];
        let told: Vec<_> = rows.iter().map(|&row| self.told(row)).collect();
        let differing = differing_keys(&told);
        let mut left_out = Vec::new();
        for (at, &row) in rows.iter().enumerate() {
            for (key, _) in told[at].iter().filter(|(key, _)| differing.contains(key)) {
                left_out.push(self.post_place(row, [self.said_key(row, key)]));
            }
        }
        let id = self.post_id(first).to_owned();
        let kind = ProblemKind::RepeatedId {
            id,
            times: rows.len(),
            differing: differing.clone(),
        };
        let place = self.post_place(rows[1], Vec::new());
        let problem = self.report(kind, place, left_out);
        let unreadable = rows.iter().find(|&&row| self.dead[row as usize]);
        if unreadable.is_some() || differing.iter().any(|key| key == "kind") {
            let places: Vec<_> = rows
                .iter()
                .map(|&row| self.post_place(row, Vec::new()))
                .collect();
            self.problems[problem].left_out = places;
            self.drop_post(first, problem);
        }
        for &row in &rows[1..] {
            self.dead[row as usize] = true;
            self.inherit_doubts(first, row);
        }
        for key in differing {
            forgotten.insert((first, key));
        }
        for kind in Accountability::ALL {
            if forgotten.contains(&(first, kind.as_str().to_owned())) {
                self.document.posts.superior[kind as usize].set(first, None);
                self.doubt_line(first, kind, problem);
            }
        }
        for key in ["unit", "profession"] {
            if forgotten.contains(&(first, key.to_owned())) {
                let posts = &mut self.document.posts;
                let column = if key == "unit" {
                    &mut posts.unit
                } else {
                    &mut posts.profession
                };
                column.set(first, None);
                self.doubt_key(first, key, problem);
            }
        }
    }

    fn told(&self, row: u32) -> Told {
        let names = self.document.names();
        let record: PostRecord = names.record(&self.document.posts, row, None);
        told(record.into_entries())
    }

    /// The key at which a row says what its record says at `key`: one holder may
    /// stand in a list.
    fn said_key(&self, row: u32, key: &str) -> PlaceStep {
        match (key, self.document.posts.holders.of(row)) {
            ("holder", [one]) => one.key().into(),
            _ => key.into(),
        }
    }

    fn inherit_doubts(&mut self, first: u32, row: u32) {
        for kind in Accountability::ALL {
            if let Some(problem) = self.doubt[kind as usize].remove(&row) {
                self.doubt_line(first, kind, problem);
            }
        }
        if let Some(problem) = self.doubtful_unit.remove(&row) {
            self.doubtful_unit.entry(first).or_insert(problem);
        }
        if let Some(problem) = self.doubtful_profession.remove(&row) {
            self.doubtful_profession.entry(first).or_insert(problem);
        }
    }

    /// Takes facts of posts out of the columns, all at once.
    fn forget(&mut self, forgotten: &HashSet<(u32, String)>) {
        let gone = |row: u32, key: &str| {
            !forgotten.is_empty() && forgotten.contains(&(row, key.to_owned()))
        };
        let posts = &mut self.document.posts;
        for (row, key) in forgotten {
            match key.as_str() {
                "title" => posts.title.set(*row, None),
                "grade" => posts.grade.set(*row, None),
                _ => {}
            }
        }
        posts
            .open
            .retain(|row, open| !gone(row, open.kind.as_str()));
        posts.vacant.retain(|row, ()| !gone(row, "vacant"));
        posts.fte.retain(|row, _| !gone(row, "fte"));
        posts.seats.retain(|row, _| !gone(row, "seats"));
        posts.note.retain(|row, _| !gone(row, "note"));
        posts.labels.retain(|row, _| !gone(row, "labels"));
        posts
            .holders
            .retain(|row, _| !gone(row, "holder") && !gone(row, "holders"));
        posts.also.retain(|row, _| !gone(row, "also"));
        posts.deputies.retain(|row, _| !gone(row, "deputies"));
        posts.chair.retain(|row, _| !gone(row, "chair"));
        posts.members.retain(|row, _| !gone(row, "members"));
        posts
            .links
            .retain(|row, link| !gone(row, link.relation.as_str()));
        posts.backing.retain(|row, (fact, backing)| {
            use crate::document::FactKey;
            if *fact == FactKey::Post {
                if gone(row, "basis") {
                    backing.source = None;
                    backing.at = None;
                }
                if gone(row, "standing") {
                    backing.standing = None;
                }
                if gone(row, "why") {
                    backing.why = None;
                }
            }
            !backing.is_empty()
        });
    }

    /// Leaves out the posts whose ids are none.
    pub(super) fn post_ids(&mut self) {
        self.each_row(|this, row| {
            if let Err(why) = ids::check(this.post_id(row)) {
                let (table, id) = (Table::Post, this.post_id(row).to_owned());
                let place = this.post_place(row, Vec::new());
                let kind = ProblemKind::BadId { table, id, why };
                let problem = this.report(kind, place.clone(), vec![place]);
                if this.post_id(row).is_empty() {
                    let title = this.document.posts.title.get(row);
                    let title = title.map(|title| this.document.text.get(title).to_owned());
                    this.problems[problem].entry = Some(Box::new((row as usize + 1, title)));
                }
                this.drop_post(row, problem);
            }
        });
    }

    /// The id of a table that `missed` probably means; never `but`.
    pub(super) fn near_miss(
        &mut self,
        table: Table,
        missed: &str,
        but: Option<&str>,
    ) -> Option<crate::problem::NearMiss> {
        let document = &self.document;
        match table {
            Table::Post => self.near.find(table, missed, but, || {
                let rows = (0..).zip(self.dead.iter().zip(&document.posts.id));
                rows.filter(|(_, (dead, _))| !**dead)
                    .map(|(row, (_, &id))| {
                        let title = document.posts.title.get(row);
                        let title = title.map(|title| document.text.get(title));
                        (document.ids.get(id), title)
                    })
            }),
            table => {
                let register = document.register(table);
                self.near.find(table, missed, but, || {
                    register.entries.iter().map(|entry| {
                        let title = entry.title.map(|title| document.text.get(title));
                        (register.ids.get(entry.id), title)
                    })
                })
            }
        }
    }
}
