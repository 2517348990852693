//! Returns of posts: the rows and columns that places stand for, and the door
//! by which their posts come in.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use std::borrow::Cow;

use foldhash::HashMap;

use super::misread::{Fault, Misread};
use super::place::{OrganogramReturn, Origin, Place, PlaceStep, Position, Table, Wording};
use super::record::PostRecord;
use super::value::Value;
use super::{Document, EntryRecord};

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
    senior: Headings,
    junior: Headings,
    /// By id, then by occurrence.
    posts: HashMap<Box<str>, Vec<Rows>>,
    units: HashMap<Box<str>, Position>,
    professions: HashMap<Box<str>, Position>,
    left_out: HashMap<Box<str>, LeftOutRows>,
    /// The columns, by key, in which rows of one reference differ.
    differing: HashMap<Box<str>, Vec<&'static str>>,
}

/// The rows of one reference that are no posts.
#[derive(Debug, Clone)]
struct LeftOutRows {
    why: Box<str>,
    /// None if the reference would be left out, but no row has it.
    first: Option<usize>,
    count: usize,
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

    fn cell(&self, of: OrganogramReturn, row: usize, key: &str) -> Position {
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

/// A document in the making from returns.
#[derive(Default)]
pub(crate) struct Returned {
    document: Document,
    returns: Returns,
}

impl Returned {
    /// Takes the headings of a return.
    pub(crate) fn head(&mut self, of: OrganogramReturn, headings: Headings) {
        match of {
            OrganogramReturn::Senior => self.returns.senior = headings,
            OrganogramReturn::Junior => self.returns.junior = headings,
        }
    }

    /// Adds a post. `raw` holds cells that no record can say, each with its key:
    /// they are judged as that key is in any other format.
    pub(crate) fn push_post(
        &mut self,
        mut post: PostRecord,
        raw: impl IntoIterator<Item = (&'static str, String)>,
        rows: Rows,
    ) {
        let id = std::mem::take(&mut post.id);
        let mut entries = post.into_entries();
        let raw = raw.into_iter();
        entries.extend(raw.map(|(key, text)| (Cow::Borrowed(key), Value::from(text))));
        self.document.read_post(&id, &Value::Table(entries));
        self.returns.posts.entry(id.into()).or_default().push(rows);
    }

    /// Adds a post of which nothing but the id is beyond doubt, and why.
    pub(crate) fn push_doubtful(&mut self, id: &str, why: Misread, rows: Rows) {
        let id_text = self.document.ids.intern(id);
        let row = self.document.posts.push(id_text);
        self.document.faults.push(Fault {
            table: Table::Post,
            row,
            path: Vec::new(),
            what: why,
        });
        self.returns.posts.entry(id.into()).or_default().push(rows);
    }

    /// Notes in which columns the rows of a reference differ.
    pub(crate) fn differ(&mut self, reference: &str, columns: Vec<&'static str>) {
        self.returns.differing.insert(reference.into(), columns);
    }

    /// Notes why there is no post of this reference, and a row that has it.
    pub(crate) fn leave_out(&mut self, reference: &str, why: &str, row: Option<usize>) {
        let left_out = self.returns.left_out.entry(reference.into());
        let left_out = left_out.or_insert_with(|| LeftOutRows {
            why: why.into(),
            first: row,
            count: 0,
        });
        left_out.count += 1;
    }

    /// Adds a unit, first named in the cell of `row` at `key`.
    pub(crate) fn push_unit(
        &mut self,
        unit: EntryRecord,
        of: OrganogramReturn,
        row: usize,
        key: &str,
    ) {
        let cell = self.returns.cell(of, row, key);
        self.returns.units.insert(unit.id.as_str().into(), cell);
        self.document.push_entry(Table::Unit, unit);
    }

    /// Adds a profession, first named in `row`.
    pub(crate) fn push_profession(
        &mut self,
        profession: EntryRecord,
        of: OrganogramReturn,
        row: usize,
    ) {
        let cell = self.returns.cell(of, row, "profession");
        self.returns
            .professions
            .insert(profession.id.as_str().into(), cell);
        self.document.push_entry(Table::Profession, profession);
    }

    /// The document, whose problems will name rows and columns.
    pub(crate) fn finish(self, title: Option<&str>) -> Document {
        let mut document = self.document;
        if let Some(title) = title {
            document.read_title(title);
        }
        document.origin = Origin::Returns(Box::new(self.returns));
        document
    }
}

#[cfg(test)]
mod tests {
    use super::super::found::Found;
    use super::*;

    fn place(id: &str, occurrence: usize, path: Vec<PlaceStep>) -> Place {
        Place {
            table: Table::Post,
            id: Some(id.to_owned()),
            occurrence,
            path,
        }
    }

    #[test]
    fn places_are_cells() {
        let mut returned = Returned::default();
        let headings = [
            ("", "Ref"),
            ("holder", "Name"),
            ("fte", "FTE"),
            ("Function", "function"),
        ];
        let headings = headings.map(|(key, heading)| (key, heading.into()));
        returned.head(OrganogramReturn::Senior, headings.to_vec());
        returned.head(OrganogramReturn::Junior, vec![("fte", "Number".into())]);
        let mut shared = Rows::new(OrganogramReturn::Senior, 2);
        shared.tell_later(vec!["holders".into(), 1.into()], 5);
        returned.push_post(PostRecord::new("a", "A"), None, shared);
        returned.push_doubtful("a", Misread::Blank, Rows::new(OrganogramReturn::Senior, 3));
        let raw = Some(("fte", "half".to_owned()));
        returned.push_post(
            PostRecord::new("j", "J"),
            raw,
            Rows::new(OrganogramReturn::Junior, 2),
        );
        let document = returned.finish(None);
        let Origin::Returns(returns) = document.origin else {
            return;
        };
        for (place, expected) in [
            (place("a", 1, vec![]), Some("row 2, `Ref`")),
            (place("a", 1, vec!["vacant".into()]), Some("row 2, `Name`")),
            (
                place("a", 1, vec!["holders".into(), 0.into()]),
                Some("row 2, `Name`"),
            ),
            (
                place("a", 1, vec!["holders".into(), 1.into()]),
                Some("row 5, `Name`"),
            ),
            (
                place("a", 1, vec!["labels".into(), "Function".into()]),
                Some("row 2, `function`"),
            ),
            (place("a", 1, vec!["seats".into()]), Some("row 2")),
            (place("a", 2, vec!["fte".into()]), Some("row 3, `FTE`")),
            (place("a", 3, vec![]), None),
            (place("a", 0, vec![]), None),
            (place("j", 1, vec![]), Some("junior posts, row 2")),
            (
                place("j", 1, vec!["fte".into()]),
                Some("junior posts, row 2, `Number`"),
            ),
        ] {
            let position = returns
                .position(&place)
                .map(|position| position.to_string());
            assert_eq!(position.as_deref(), expected, "{place}");
        }
        let faults: Vec<_> = document
            .faults
            .iter()
            .map(|fault| (fault.row, &fault.what))
            .collect();
        let raw = Misread::WrongType {
            expected: "a number, 0 or more,",
            found: Found::Text("half".to_owned()),
            remedy: None,
        };
        assert_eq!(faults, [(1, &Misread::Blank), (2, &raw)]);
    }
}
