//! Returns of posts: the door by which their posts come in.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use std::borrow::Cow;

use super::cells::{Headings, LeftOutRows, Returns, Rows};
use super::misread::{Fault, Misread};
use super::origin::Origin;
use super::place::{OrganogramReturn, Table};
use super::record::PostRecord;
use super::value::Value;
use super::{Document, EntryRecord};

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
    use super::super::place::{Place, PlaceStep};
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
