//! Where a fault of the reading stands, and what is missing on account of it.

use std::collections::hash_map::Entry;

use foldhash::HashMap;

use crate::document::{Fault, Misread, NONE, Place, PlaceStep, SEPARABLE, Table};
use crate::model::Accountability;

use super::Validation;

impl Validation {
    /// Which of the rows of its id each row is.
    pub(super) fn count_occurrences(&mut self) {
        let mut times = HashMap::default();
        for (row, &id) in (0..).zip(&self.document.posts.id) {
            let first = &mut self.row_of[id.index()];
            if *first == NONE {
                *first = row;
            } else {
                let times = times.entry(id).or_insert(1);
                *times += 1;
                self.occurrence.insert(row, *times);
            }
        }
        for table in [Table::Source, Table::Profession, Table::Unit, Table::Matter] {
            let mut times = HashMap::default();
            for (row, entry) in (0..).zip(&self.document.register(table).entries) {
                match times.entry(entry.id) {
                    Entry::Vacant(first) => {
                        first.insert(1);
                    }
                    Entry::Occupied(mut times) => {
                        *times.get_mut() += 1;
                        self.entry_occurrence.insert((table, row), *times.get());
                    }
                }
            }
        }
    }

    pub(super) fn fault_place(&self, fault: &Fault, path: Vec<PlaceStep>) -> Place {
        match fault.table {
            Table::Post => Place {
                path,
                ..self.post_place(fault.row, Vec::new())
            },
            Table::Head => Place {
                path,
                ..Self::head_place(fault.row as usize, Vec::new())
            },
            Table::Kind => Place {
                table: Table::Kind,
                id: Accountability::ALL
                    .get(fault.row as usize)
                    .map(ToString::to_string),
                occurrence: 1,
                path,
            },
            Table::Source | Table::Profession | Table::Unit | Table::Matter => {
                let id = self.document.register(fault.table).entries[fault.row as usize].id;
                let occurrence = self.entry_occurrence.get(&(fault.table, fault.row));
                self.entry_place(fault.table, id, occurrence.copied().unwrap_or(1), path)
            }
            table => Place {
                table,
                id: None,
                occurrence: 1,
                path,
            },
        }
    }

    /// The places that are missing from the document's columns for this fault.
    pub(super) fn fault_leaves_out(&self, fault: &Fault) -> Vec<Place> {
        let path = &fault.path;
        match &fault.what {
            // The repeats say the same thing and lose nothing.
            Misread::RepeatedKey { differs: false } | Misread::RepeatedTable { .. } => {
                return vec![];
            }
            Misread::Missing { .. } if fault.table == Table::Post && path.is_empty() => {
                return vec![];
            }
            Misread::Exclusive { .. }
                if fault.table == Table::Post && path[..] == ["holders".into()] =>
            {
                let keys = ["holder", "holders"];
                return keys
                    .map(|key| self.fault_place(fault, vec![key.into()]))
                    .into();
            }
            _ => {}
        }
        let steps = match fault.table {
            Table::Top => path.len(),
            Table::Head if !is_separable(path.first()) => 0,
            Table::Matter if matter_is_gone(fault) => 0,
            Table::Post if path.first() == Some(&"kind".into()) => 0,
            Table::Findings => setting_steps(path),
            _ => dropped_steps(fault),
        };
        vec![self.fault_place(fault, path[..steps].to_vec())]
    }
}

pub(super) fn is_separable(step: Option<&PlaceStep>) -> bool {
    matches!(step, Some(PlaceStep::Key(key)) if SEPARABLE.contains(&key.as_str()))
}

/// A matter of unknown kind, or of which it is unknown whether it is personal,
/// is left out whole: it would be another matter.
pub(super) fn matter_is_gone(fault: &Fault) -> bool {
    match fault.path.first() {
        Some(PlaceStep::Key(key)) => key != "title" && !SEPARABLE.contains(&key.as_str()),
        _ => true,
    }
}

/// How many steps lead to what is missing: a key with its items, and a key of
/// the item that can be missed alone.
fn dropped_steps(fault: &Fault) -> usize {
    let path = &fault.path;
    let items = path
        .iter()
        .skip(1)
        .take_while(|step| matches!(step, PlaceStep::Item(_)))
        .count();
    let item = (1 + items).min(path.len());
    match path.get(item) {
        Some(PlaceStep::Key(_)) if path.first() == Some(&"labels".into()) => item + 1,
        Some(PlaceStep::Key(key))
            if SEPARABLE.contains(&key.as_str()) && !is_of_item(fault, item) =>
        {
            item + 1
        }
        _ => item,
    }
}

/// How many steps lead to a threshold, or to the allowance that is left out.
pub(super) fn setting_steps(path: &[PlaceStep]) -> usize {
    match path {
        [_, _, PlaceStep::Item(_), ..] => 3,
        path => path.len().min(2),
    }
}

/// Whether the fault is that an item has a key too many: then there is no telling
/// what the item says, and it is missing whole.
pub(super) fn is_of_item(fault: &Fault, item: usize) -> bool {
    fault.path.len() == item + 1 && matches!(fault.what, Misread::UnknownKey { .. })
}
