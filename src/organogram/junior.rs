//! Rows of the return of junior posts into posts.

use crate::document::cells::Rows;
use crate::document::{OrganogramReturn, PostRecord};
use crate::model::Accountability::Operational;
use crate::model::Seats;

use super::fte::Fte;
use super::reading::{Places, Reading};
use super::sheet::{Row, Sheet};
use super::status::said;

/// Reads every row.
pub(super) fn read(reading: &mut Reading, sheet: &Sheet<8>) {
    reading
        .returned
        .head(OrganogramReturn::Junior, sheet.layout.spelt());
    for row in &sheet.rows {
        let id = format!("junior:{}", row.number);
        match sheet.cells(row) {
            Ok(cells) => reading.push_junior(id, row, cells),
            Err(ragged) => {
                let rows = Rows::new(OrganogramReturn::Junior, row.number);
                reading.returned.push_doubtful(&id, ragged.into(), rows);
            }
        }
    }
}

impl Reading {
    fn push_junior(&mut self, id: String, row: &Row, cells: [&str; 8]) {
        let [
            department,
            organisation,
            unit,
            superior,
            grade,
            title,
            fte,
            profession,
        ] = cells;
        let post = PostRecord::new(id, title).of_seats(Seats::NotStated);
        let mut post = match superior {
            "" => post.unstated_in(Operational, "left blank in the return"),
            superior => post.accountable_to(superior, Operational),
        };
        if let Some(grade) = said(grade) {
            post = post.graded(grade);
        }
        let places = Places {
            department,
            organisation,
            unit,
        };
        if let Some(unit) = self.unit(&places, OrganogramReturn::Junior, row.number) {
            post = post.in_unit(unit);
        }
        if let Some(id) = self.profession(profession, OrganogramReturn::Junior, row.number) {
            post = post.of_profession(id);
        }
        let raw = match Fte::read(fte) {
            Fte::Unsaid => None,
            Fte::Number(number) => {
                post = post.of_fte(number);
                None
            }
            Fte::WhyUnreadable(raw) => Some(("fte", raw.to_owned())),
        };
        self.returned
            .push_post(post, raw, Rows::new(OrganogramReturn::Junior, row.number));
    }
}
