//! What the rows of both returns have in common.

use crate::document::returns::Returned;
use crate::document::{EntryRecord, Misread, OrganogramReturn};

use super::columns::{DEPARTMENT, ORGANISATION};
use super::left_out::LeftOutRow;
use super::names::Names;
use super::sheet::Ragged;
use super::status::said;

/// An organogram in the making.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) returned: Returned,
    pub(super) left_out: Vec<LeftOutRow>,
    units: Names,
    professions: Names,
}

/// Where a row says that its post is.
#[derive(Clone, Copy)]
pub(super) struct Places<'s> {
    pub(super) department: &'s str,
    pub(super) organisation: &'s str,
    pub(super) unit: &'s str,
}

impl Reading {
    /// The id of the innermost unit told of, each declared when first named. A
    /// name that only repeats the one around it is not a unit within itself.
    pub(super) fn unit(
        &mut self,
        places: &Places<'_>,
        of: OrganogramReturn,
        row: usize,
    ) -> Option<String> {
        let mut within: Option<(&str, String)> = None;
        for (key, name) in [
            (DEPARTMENT, places.department),
            (ORGANISATION, places.organisation),
            ("unit", places.unit),
        ] {
            let Some(name) = said(name) else { continue };
            if within.as_ref().is_some_and(|(outer, _)| *outer == name) {
                continue;
            }
            let outer = within.map(|(_, id)| id);
            let (id, is_new) = self.units.id(outer.as_deref(), name);
            if is_new {
                let mut unit = EntryRecord::new(id.as_str(), name);
                if let Some(outer) = outer {
                    unit = unit.within(outer);
                }
                self.returned.push_unit(unit, of, row, key);
            }
            within = Some((name, id));
        }
        within.map(|(_, id)| id)
    }

    /// The id of the profession, declared when first named.
    pub(super) fn profession(
        &mut self,
        name: &str,
        of: OrganogramReturn,
        row: usize,
    ) -> Option<String> {
        let (id, is_new) = self.professions.id(None, said(name)?);
        if is_new {
            self.returned
                .push_profession(EntryRecord::new(id.as_str(), name), of, row);
        }
        Some(id)
    }
}

impl From<Ragged> for Misread {
    fn from(ragged: Ragged) -> Self {
        Self::CellCount {
            cells: ragged.cells,
            headings: ragged.headings,
        }
    }
}
