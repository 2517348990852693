//! A return as rows of cells under known headings.

use csv::{ReaderBuilder, StringRecord};

use crate::document::OrganogramReturn;

use super::columns::{Column, Layout};
use super::decode::decode;
use super::error::WhyUnreadable;
use super::quotes::Rows;

/// A row: which one, as a spreadsheet numbers them, and its cells.
pub(super) struct Row {
    pub(super) number: usize,
    cells: StringRecord,
}

/// A return of which `N` columns are read.
pub(super) struct Sheet<const N: usize> {
    pub(super) layout: Layout<N>,
    /// Every row but those that are blank under every heading.
    pub(super) rows: Vec<Row>,
}

impl<const N: usize> Sheet<N> {
    /// Reads a return whose columns are `columns`; `other` are those of the
    /// other one.
    pub(super) fn read(
        bytes: &[u8],
        columns: &[Column; N],
        other: (OrganogramReturn, &[Column]),
    ) -> Result<Self, Vec<WhyUnreadable>> {
        let text = decode(bytes).map_err(|error| vec![error])?;
        let Rows {
            numbers,
            mut errors,
        } = Rows::of(&text);
        let rows = records(&text, numbers).map_err(|error| vec![error])?;
        let mut rows = rows.into_iter();
        let Some(headings) = rows.next() else {
            return Err(vec![WhyUnreadable::Empty]);
        };
        match Layout::find(&headings.cells, columns, other) {
            Ok(layout) if errors.is_empty() => {
                let rows = rows.filter(|row| !layout.is_blank(&row.cells)).collect();
                return Ok(Self { layout, rows });
            }
            Ok(_) => {}
            Err(found) => errors.extend(found),
        }
        Err(errors)
    }

    /// The cells of `row` in the columns that are read, trimmed; blank where
    /// there is no such column. `Err` if the row has more or fewer cells than
    /// there are headings.
    pub(super) fn cells<'s>(&self, row: &'s Row) -> Result<[&'s str; N], Ragged> {
        if row.cells.len() == self.layout.width() {
            Ok(self.layout.cells(&row.cells))
        } else {
            Err(Ragged {
                cells: row.cells.len(),
                headings: self.layout.width(),
            })
        }
    }

    /// The cell of `row` in one column that is read, trimmed; blank if there is
    /// none.
    pub(super) fn cell<'s>(&self, row: &'s Row, column: usize) -> &'s str {
        let cells = self.layout.cells(&row.cells);
        cells.get(column).copied().unwrap_or("")
    }
}

/// A row that has more or fewer cells than there are headings.
pub(super) struct Ragged {
    pub(super) cells: usize,
    pub(super) headings: usize,
}

/// Every record, with its number; empty lines are none.
fn records(text: &str, numbers: Vec<usize>) -> Result<Vec<Row>, WhyUnreadable> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let numbered = numbers.into_iter().zip(reader.records());
    numbered
        .map(|(number, cells)| match cells {
            Ok(cells) => Ok(Row { number, cells }),
            Err(_) => Err(WhyUnreadable::NoCsv { row: number }),
        })
        .collect()
}
