//! Sources, professions, units and matters: their ids, repeats and containment.

use foldhash::{HashMap, HashSet};

use crate::document::{Entry, EntryRecord, NONE, PlaceStep, Table, Txt, number};
use crate::ids;
use crate::organisation::circles::circles;
use crate::organisation::order::Order;
use crate::problem::{Named, ProblemKind};

use super::posts::{Told, differing_keys, told};
use super::{Containment, Validation};

const TABLES: [Table; 4] = [Table::Source, Table::Profession, Table::Unit, Table::Matter];

impl Validation {
    /// Judges the four tables keyed by id, and sorts out what contains what.
    pub(super) fn registers(&mut self) {
        for table in TABLES {
            self.entry_ids(table);
            self.repeated_entries(table);
        }
        self.source_of = self.document.sources.defined();
        for table in TABLES {
            self.entry_references(table);
        }
        self.units = self.containment(Table::Unit);
        self.professions = self.containment(Table::Profession);
    }

    fn entry_record(&self, table: Table, entry: &Entry) -> EntryRecord {
        self.document
            .names()
            .entry(&self.document.register(table).ids, entry)
    }

    /// Of several entries with one id, keeps what all of them say.
    fn repeated_entries(&mut self, table: Table) {
        let register = self.document.register(table);
        let defined = register.defined();
        let mut entries = (0..).zip(&register.entries);
        let is_once = entries.all(|(at, entry)| defined[entry.id.index()] == at);
        if is_once && !self.gone.keys().any(|(of, _)| *of == table) {
            return;
        }
        let mut groups: HashMap<Txt, Vec<Entry>> = HashMap::default();
        let mut order = Vec::new();
        for entry in std::mem::take(&mut self.document.register_mut(table).entries) {
            let group = groups.entry(entry.id).or_default();
            if group.is_empty() {
                order.push(entry.id);
            }
            group.push(entry);
        }
        let mut kept = Vec::with_capacity(order.len());
        for id in order {
            let group = groups.remove(&id).unwrap_or_default();
            if let [only] = group[..] {
                kept.push(only);
            } else {
                kept.push(self.merge_entries(table, &group));
            }
        }
        let gone: HashSet<Txt> = self
            .gone
            .keys()
            .filter(|(of, _)| *of == table)
            .map(|&(_, id)| id)
            .collect();
        kept.retain(|entry| !gone.contains(&entry.id));
        self.document.register_mut(table).entries = kept;
    }

    fn merge_entries(&mut self, table: Table, group: &[Entry]) -> Entry {
        let told: Vec<Told> = group
            .iter()
            .map(|entry| told(self.entry_record(table, entry).into_entries()))
            .collect();
        let differing = differing_keys(&told);
        let differs = |key: &str| differing.iter().any(|differing| differing == key);
        let id = group[0].id;
        let is_another =
            differs("kind") || differs("personal") || self.gone.contains_key(&(table, id));
        let mut left_out = Vec::new();
        for (occurrence, told) in (1..).zip(&told) {
            if is_another {
                left_out.push(self.entry_place(table, id, occurrence, Vec::new()));
                continue;
            }
            for (key, _) in told.iter().filter(|(key, _)| differs(key)) {
                let path = vec![PlaceStep::Key(key.clone())];
                left_out.push(self.entry_place(table, id, occurrence, path));
            }
        }
        let place = self.entry_place(table, id, 2, Vec::new());
        let text = self.document.register(table).ids.get(id).to_owned();
        let repeated = ProblemKind::RepeatedId {
            id: text,
            times: group.len(),
            differing: differing.clone(),
        };
        let problem = self.report(repeated, place, left_out);
        let mut merged = group[0];
        if differs("title") {
            merged.title = None;
        }
        if differs("basis") {
            (merged.backing.source, merged.backing.at) = (None, None);
        }
        if differs("standing") {
            merged.backing.standing = None;
        }
        if differs("why") {
            merged.backing.why = None;
        }
        if differs("within") {
            merged.within = None;
            self.doubtful_within.entry((table, id)).or_insert(problem);
        }
        if is_another {
            self.gone.entry((table, id)).or_insert(problem);
        }
        merged
    }

    /// Leaves out the entries whose ids are none.
    fn entry_ids(&mut self, table: Table) {
        let mut times: HashMap<Txt, usize> = HashMap::default();
        let mut entries = std::mem::take(&mut self.document.register_mut(table).entries);
        entries.retain(|entry| {
            let id = self.document.register(table).ids.get(entry.id);
            let Err(why) = ids::check(id) else {
                return true;
            };
            let id = id.to_owned();
            let times = times.entry(entry.id).or_default();
            *times += 1;
            let place = self.entry_place(table, entry.id, *times, Vec::new());
            let problem = self.report(
                ProblemKind::BadId { table, id, why },
                place.clone(),
                vec![place],
            );
            self.gone.entry((table, entry.id)).or_insert(problem);
            false
        });
        self.document.register_mut(table).entries = entries;
    }

    /// What contains each entry, and where each entry comes from.
    fn entry_references(&mut self, table: Table) {
        let entry_of = self.document.register(table).defined();
        let mut entries = std::mem::take(&mut self.document.register_mut(table).entries);
        // Near misses are looked for among the entries.
        self.document
            .register_mut(table)
            .entries
            .clone_from(&entries);
        for entry in &mut entries {
            let id = entry.id;
            if let Some((outer, mut backing)) = entry.within {
                let here = [PlaceStep::from("within")];
                let is_there = entry_of[outer.index()] != NONE;
                if let Err(problem) = self.refer(table, outer, is_there, Named::Within, |this| {
                    this.entry_place(table, id, 1, vec!["within".into()])
                }) {
                    self.doubtful_within.entry((table, id)).or_insert(problem);
                    entry.within = None;
                } else {
                    self.check_source(&mut backing, |this, inner| {
                        this.entry_place(table, id, 1, here.into_iter().chain(inner).collect())
                    });
                    entry.within = Some((outer, backing));
                }
            }
            self.check_source(&mut entry.backing, |this, inner| {
                this.entry_place(table, id, 1, inner)
            });
        }
        self.document.register_mut(table).entries = entries;
    }

    /// Takes circles of `within` apart and orders what remains.
    fn containment(&mut self, table: Table) -> Containment {
        let entry_of = self.document.register(table).defined();
        let entries = self.document.register(table).entries.clone();
        let mut outer: Vec<u32> = entries
            .iter()
            .map(|entry| {
                entry
                    .within
                    .map_or(NONE, |(outer, _)| entry_of[outer.index()])
            })
            .collect();
        for circle in circles(&outer) {
            let ids: Vec<Txt> = circle.iter().map(|&at| entries[at as usize].id).collect();
            let names = ids
                .iter()
                .map(|&id| self.document.register(table).ids.get(id).to_owned());
            let kind = ProblemKind::ContainmentCircle {
                table,
                ids: names.collect(),
            };
            let places: Vec<_> = ids
                .iter()
                .map(|&id| self.entry_place(table, id, 1, vec!["within".into()]))
                .collect();
            let problem = self.report(kind, places[0].clone(), places);
            for (&at, id) in circle.iter().zip(ids) {
                outer[at as usize] = NONE;
                self.document.register_mut(table).entries[at as usize].within = None;
                self.doubtful_within.entry((table, id)).or_insert(problem);
            }
        }
        let count = number(entries.len());
        let order = Order::build(0..count, outer);
        let mut doubt: Vec<Option<usize>> = vec![None; entries.len()];
        if !self.doubtful_within.is_empty() {
            for rank in 0..count {
                let at = order.node(rank);
                let above = order.superior(at).and_then(|above| doubt[above as usize]);
                let own = self
                    .doubtful_within
                    .get(&(table, entries[at as usize].id))
                    .copied();
                doubt[at as usize] = own.or(above);
            }
        }
        Containment {
            entry_of,
            order,
            doubt,
        }
    }
}
