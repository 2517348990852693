//! Where in a document the reading is.

use super::super::place::{PlaceStep, Table};

/// Where the reading is: an entry of a table, and the steps into it.
#[derive(Clone, Copy)]
pub(super) struct At<'p> {
    pub(super) table: Table,
    pub(super) row: u32,
    step: Option<(&'p At<'p>, StepRef<'p>)>,
}

#[derive(Clone, Copy)]
enum StepRef<'p> {
    Key(&'p str),
    Item(usize),
}

impl<'p> At<'p> {
    pub(super) const fn entry(table: Table, row: u32) -> Self {
        Self {
            table,
            row,
            step: None,
        }
    }

    pub(super) const fn key(&'p self, key: &'p str) -> Self {
        Self {
            table: self.table,
            row: self.row,
            step: Some((self, StepRef::Key(key))),
        }
    }

    pub(super) const fn item(&'p self, item: usize) -> Self {
        Self {
            table: self.table,
            row: self.row,
            step: Some((self, StepRef::Item(item))),
        }
    }

    /// Whether it is an entry as a whole.
    pub(super) const fn is_entry(&self) -> bool {
        self.step.is_none()
    }

    pub(super) fn path(&self) -> Vec<PlaceStep> {
        let mut path = Vec::new();
        let mut at = self;
        while let Some((outer, step)) = at.step {
            path.push(match step {
                StepRef::Key(key) => PlaceStep::Key(key.to_owned()),
                StepRef::Item(item) => PlaceStep::Item(item),
            });
            at = outer;
        }
        path.reverse();
        path
    }
}
