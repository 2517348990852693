//! What the reading could not take at its word.

use std::collections::hash_map::Entry;
use std::mem::discriminant;

use foldhash::HashMap;

use crate::document::{Fault, Misread, Place, PlaceStep, SEPARABLE, Table};
use crate::model::PostKind;
use crate::near;
use crate::problem::ProblemKind;

use super::Validation;
use super::left_out::{is_of_item, is_separable, matter_is_gone};

/// Keys of a post that decide others of its facts.
const DECIDING: [&str; 6] = [
    "kind",
    "unit",
    "profession",
    "operational",
    "professional",
    "clinical",
];

impl Validation {
    /// Leaves out everything if there was more than can be held: what is held may
    /// stand for something else.
    pub(super) fn size(&mut self) {
        if self.document.is_too_large() {
            *self = Self::new(crate::document::Document::default());
            let top = Place {
                table: Table::Top,
                id: None,
                occurrence: 1,
                path: Vec::new(),
            };
            self.report(
                ProblemKind::Misread(Misread::TooLarge),
                top.clone(),
                vec![top],
            );
        }
    }

    /// Turns every fault of the reading into a problem, and marks what it leaves
    /// in doubt.
    pub(super) fn faults(&mut self) {
        self.count_occurrences();
        for fault in without_repeats(std::mem::take(&mut self.document.faults)) {
            let place = self.fault_place(&fault, fault.path.clone());
            let left_out = self.fault_leaves_out(&fault);
            let problem = self.report(ProblemKind::Misread(fault.what.clone()), place, left_out);
            match fault.table {
                Table::Post => self.post_fault(&fault, problem),
                Table::Head => self.head_fault(&fault, problem),
                Table::Source | Table::Profession | Table::Unit | Table::Matter => {
                    self.entry_fault(&fault, problem);
                }
                Table::Top => self.top_fault(&fault, problem),
                _ => {}
            }
        }
    }

    /// What refers to a table that is none is not there on account of that.
    fn top_fault(&mut self, fault: &Fault, problem: usize) {
        const KEYED: [Table; 5] = [
            Table::Source,
            Table::Profession,
            Table::Unit,
            Table::Matter,
            Table::Post,
        ];
        if let ([PlaceStep::Key(key)], Misread::WrongType { .. }) = (&fault.path[..], &fault.what)
            && let Some(table) = KEYED.into_iter().find(|table| table.as_str() == key)
        {
            self.lost.entry(table).or_insert(problem);
        }
    }

    fn post_fault(&mut self, fault: &Fault, problem: usize) {
        let row = fault.row;
        match (fault.path.first(), &fault.what) {
            (_, Misread::RepeatedKey { differs: false }) => {}
            (
                None,
                Misread::WrongType { .. } | Misread::TopMark { .. } | Misread::CellCount { .. },
            ) => {
                self.drop_post(row, problem);
            }
            (Some(PlaceStep::Key(key)), Misread::UnknownKey { near }) if fault.path.len() == 1 => {
                let is_meant = |word: &&str| *near == Some(*word) || is_near(key, word);
                for meant in DECIDING.into_iter().filter(is_meant) {
                    self.doubt_meant(row, meant, problem);
                }
            }
            (Some(PlaceStep::Key(key)), _) => self.doubt_key(row, key, problem),
            _ => {}
        }
    }

    /// Marks what follows from a near miss of a key: whoever wrote it meant to
    /// say something by it.
    fn doubt_meant(&mut self, row: u32, meant: &str, problem: usize) {
        if meant == "kind" {
            if self.document.posts.kind[row as usize] != PostKind::Individual {
                return;
            }
            let place = self.post_place(row, Vec::new());
            self.leave_out(problem, place);
        }
        if let Ok(kind) = meant.parse()
            && !self.has_own_line(row, kind)
        {
            let place = self.line_place(row, kind);
            self.leave_out(problem, place);
        }
        self.doubt_key(row, meant, problem);
    }

    /// Marks what follows from a key whose value could not be taken.
    pub(super) fn doubt_key(&mut self, row: u32, key: &str, problem: usize) {
        let posts = &self.document.posts;
        match key {
            "kind" => self.drop_post(row, problem),
            "unit" if posts.unit.get(row).is_none() => {
                self.doubtful_unit.entry(row).or_insert(problem);
            }
            "profession" if posts.profession.get(row).is_none() => {
                self.doubtful_profession.entry(row).or_insert(problem);
            }
            _ => {
                if let Ok(kind) = key.parse()
                    && !self.has_own_line(row, kind)
                {
                    self.doubt_line(row, kind, problem);
                }
            }
        }
    }

    fn head_fault(&mut self, fault: &Fault, problem: usize) {
        let unharmed = matches!(fault.what, Misread::RepeatedKey { differs: false });
        if unharmed || is_separable(fault.path.first()) {
            return;
        }
        let is_open = fault.path.first() == Some(&"profession".into())
            || matches!(fault.what, Misread::UnknownKey { .. });
        let known = self
            .faulty_heads
            .entry(fault.row)
            .or_insert((problem, false));
        known.1 |= is_open;
    }

    fn entry_fault(&mut self, fault: &Fault, problem: usize) {
        if matches!(fault.what, Misread::RepeatedKey { differs: false }) {
            return;
        }
        let id = self.document.register(fault.table).entries[fault.row as usize].id;
        let is_no_table = fault.path.is_empty();
        if is_no_table || (fault.table == Table::Matter && matter_is_gone(fault)) {
            self.gone.entry((fault.table, id)).or_insert(problem);
            return;
        }
        let harms_within = match (&fault.what, fault.path.as_slice()) {
            (Misread::UnknownKey { near }, [PlaceStep::Key(_)]) => {
                *near == Some("within") && !self.is_within(fault)
            }
            (_, [PlaceStep::Key(key)]) => key == "within",
            (_, [PlaceStep::Key(key), PlaceStep::Key(inner), ..]) => {
                key == "within" && (!SEPARABLE.contains(&inner.as_str()) || is_of_item(fault, 1))
            }
            _ => false,
        };
        if harms_within {
            self.document.register_mut(fault.table).entries[fault.row as usize].within = None;
            self.doubtful_within
                .entry((fault.table, id))
                .or_insert(problem);
        }
    }

    /// Whether an entry says outright what it is within.
    fn is_within(&self, fault: &Fault) -> bool {
        let entry = &self.document.register(fault.table).entries[fault.row as usize];
        entry.within.is_some()
    }
}

/// Each fault once: what is given three times is one repeat.
fn without_repeats(faults: Vec<Fault>) -> Vec<Fault> {
    let mut kept: Vec<Fault> = Vec::with_capacity(faults.len());
    let mut seen = HashMap::default();
    for fault in faults {
        if !may_recur(&fault.what) {
            kept.push(fault);
            continue;
        }
        let key = (fault.table, fault.row, fault.path.clone());
        match seen.entry((key, discriminant(&fault.what))) {
            Entry::Vacant(slot) => {
                slot.insert(kept.len());
                kept.push(fault);
            }
            Entry::Occupied(first) => {
                let first = &mut kept[*first.get()].what;
                if let Misread::RepeatedKey { differs } = first {
                    *differs |= fault.what == Misread::RepeatedKey { differs: true };
                }
            }
        }
    }
    kept
}

/// Whether a fault is told again with each repeat of a key.
fn may_recur(what: &Misread) -> bool {
    matches!(
        what,
        Misread::UnknownKey { .. } | Misread::RepeatedKey { .. } | Misread::RepeatedTable { .. }
    )
}

/// Whether one key may have been written for another, even if it is nearer to a
/// third.
fn is_near(key: &str, word: &str) -> bool {
    near::nearest(key, [word]).is_some()
}

#[cfg(test)]
mod tests {
    use crate::document::Texts;
    use crate::document::{Document, MatterRecord, PostRecord, UnitRecord};
    use crate::organisation::Organisation;

    #[test]
    fn of_more_than_can_be_held_nothing_is_kept() {
        let tables: [fn(&mut Document) -> &mut Texts; 4] = [
            |document| &mut document.text,
            |document| &mut document.ids,
            |document| &mut document.units.ids,
            |document| &mut document.matters.ids,
        ];
        for texts in tables {
            let mut document = Document::default();
            *texts(&mut document) = Texts::with_room(8);
            for id in ["matron", "sister"] {
                document.push_unit(UnitRecord::new(id, "Ward"));
                document.push_matter(MatterRecord::new(id, "Leave"));
                document.push_post(PostRecord::new(id, format!("The {id}")));
            }
            let salvage = Organisation::salvage(document);
            assert_eq!(salvage.organisation.posts().len(), 0);
            let messages = salvage.problems.iter().map(ToString::to_string);
            assert_eq!(
                messages.collect::<Vec<_>>(),
                [
                    "top of the document: the document is too large: 4 GiB of distinct text and 4 thousand million entries are the most"
                ]
            );
        }
    }
}
