//! The rows and columns of returns that places stand for.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use foldhash::HashMap;

use super::place::{OrganogramReturn, Place, PlaceStep, Position, Table, Wording};

/// Where the facts of a post stand.
#[derive(Debug, Clone)]
pub(crate) struct Rows {
    of: OrganogramReturn,
    /// The first row that tells of the post.
    first: usize,
    /// The facts that a later row tells, by the path to them.
    later: Vec<(Vec<PlaceStep>, usize)>,
}

impl Rows {
    /// Every fact stands in this row.
    pub(crate) fn new(of: OrganogramReturn, row: usize) -> Self {
        Self {
            of,
            first: row,
            later: Vec::new(),
        }
    }

    /// What is at `path` stands in `row`.
    pub(crate) fn tell_later(&mut self, path: Vec<PlaceStep>, row: usize) {
        if row != self.first {
            self.later.push((path, row));
        }
    }

    fn row(&self, path: &[PlaceStep]) -> usize {
        let later = self
            .later
            .iter()
            .find(|(prefix, _)| path.starts_with(prefix));
        later.map_or(self.first, |&(_, row)| row)
    }
}

/// The headings of a return as it spells them, by the key each becomes; the
/// heading of the id is at the empty key.
pub(crate) type Headings = Vec<(&'static str, Box<str>)>;

/// The rows and columns of the returns that a document was read from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Returns {
    pub(super) senior: Headings,
    pub(super) junior: Headings,
    /// By id, then by occurrence.
    pub(super) posts: HashMap<Box<str>, Vec<Rows>>,
    pub(super) units: HashMap<Box<str>, Position>,
    pub(super) professions: HashMap<Box<str>, Position>,
    pub(super) left_out: HashMap<Box<str>, LeftOutRows>,
    /// The columns, by key, in which rows of one reference differ.
    pub(super) differing: HashMap<Box<str>, Vec<&'static str>>,
}

/// The rows of one reference that are no posts.
#[derive(Debug, Clone)]
pub(super) struct LeftOutRows {
    pub(super) why: Box<str>,
    /// None if the reference would be left out, but no row has it.
    pub(super) first: Option<usize>,
    pub(super) count: usize,
}

impl LeftOutRows {
    /// Why there is no such post, for one who reads the return `of`.
    fn worded(&self, of: OrganogramReturn) -> String {
        let why = &self.why;
        let Some(first) = self.first else {
            return why.to_string();
        };
        let of = match of {
            OrganogramReturn::Senior => String::new(),
            OrganogramReturn::Junior => format!(" of {}", OrganogramReturn::Senior),
        };
        match self.count {
            0 | 1 => format!("row {first}{of} is left out, since {why}"),
            count => format!(
                "row {first}{of} and {} more are left out, since {why}",
                count - 1
            ),
        }
    }
}

impl Returns {
    /// The cell, row or nothing that `place` stands for.
    pub(crate) fn position(&self, place: &Place) -> Option<Position> {
        let id = place.id()?;
        match place.table() {
            Table::Post => {
                let rows = self.rows(place)?;
                Some(self.cell(rows.of, rows.row(place.path()), column_key(place.path())))
            }
            // What is told again was told outside the returns.
            _ if place.occurrence() > 1 => None,
            Table::Unit => self.units.get(id).cloned(),
            Table::Profession => self.professions.get(id).cloned(),
            _ => None,
        }
    }

    /// What the returns say of a problem at `place`, which may miss the post
    /// `named`, or be one of posts that differ in the keys `differing`.
    pub(crate) fn wording(
        &self,
        place: &Place,
        named: Option<&str>,
        differing: &[String],
    ) -> Option<Wording> {
        let rows = self.rows(place)?;
        let left_out = named.and_then(|named| self.left_out.get(named));
        Some(Wording {
            differing: self.differing_headings(place.id()?, rows.of, differing),
            left_out: left_out.map(|left_out| left_out.worded(rows.of)),
        })
    }

    /// The headings of the columns in which the rows of `id` differ, as far as
    /// `keys` are of them; for a key that no such column tells of, its own.
    fn differing_headings(&self, id: &str, of: OrganogramReturn, keys: &[String]) -> Vec<String> {
        let known = self.differing.get(id).map_or(&[][..], Vec::as_slice);
        let is_told = |column: &str| keys.iter().any(|key| tells(column, key));
        let known = known.iter().filter(|column| is_told(column));
        let mut headings: Vec<_> = known
            .clone()
            .filter_map(|column| self.heading(of, column))
            .map(str::to_owned)
            .collect();
        for key in keys {
            if !known.clone().any(|column| tells(column, key)) {
                let column = column_key(&[PlaceStep::from(key.as_str())]).to_owned();
                headings.push(self.heading(of, &column).unwrap_or(key).to_owned());
            }
        }
        headings
    }

    /// The heading of the column of this key.
    fn heading(&self, of: OrganogramReturn, key: &str) -> Option<&str> {
        let headings = match of {
            OrganogramReturn::Senior => &self.senior,
            OrganogramReturn::Junior => &self.junior,
        };
        let heading = headings.iter().find(|(known, _)| *known == key);
        heading.map(|(_, heading)| &**heading)
    }

    /// Where the post that `place` is of stands.
    fn rows(&self, place: &Place) -> Option<&Rows> {
        let occurrence = place.occurrence().checked_sub(1)?;
        match place.table() {
            Table::Post => self.posts.get(place.id()?)?.get(occurrence),
            _ => None,
        }
    }

    pub(super) fn cell(&self, of: OrganogramReturn, row: usize, key: &str) -> Position {
        Position::Cell {
            of,
            row,
            column: self.heading(of, key).map(str::to_owned),
        }
    }
}

/// The key of the column that tells of the fact at `path`.
fn column_key(path: &[PlaceStep]) -> &str {
    match path {
        // The labels are the only table that a row tells.
        [PlaceStep::Key(_), PlaceStep::Key(label), ..] => label,
        [PlaceStep::Key(key), ..] => match key.as_str() {
            "vacant" | "holders" => "holder",
            key => key,
        },
        _ => "",
    }
}

/// Whether the column of the key `column` tells what a record says at `key`.
fn tells(column: &str, key: &str) -> bool {
    match key {
        "unit" => matches!(column, "department" | "organisation" | "unit"),
        "vacant" | "holders" => column == "holder",
        "labels" => matches!(column, "holder" | "Job/Team Function"),
        key => column == key,
    }
}
