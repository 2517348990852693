//! Rows of the return of senior posts into posts.

mod post;

use foldhash::{HashMap, HashSet};

use crate::document::cells::Rows;
use crate::document::{Misread, OrganogramReturn};

use super::columns::{DEPARTMENT, FUNCTION, ORGANISATION};
use super::left_out::{LeftOutRow, WhyRowLeftOut};
use super::reading::{Places, Reading};
use super::sheet::Sheet;
use super::status::{self, NameCell, said};

/// The reference of those who are paid but not in post.
const NOT_IN_POST: &str = "0";

/// One row, its cells trimmed.
struct Row<'s> {
    number: usize,
    reference: &'s str,
    name: NameCell<'s>,
    title: &'s str,
    function: &'s str,
    places: Places<'s>,
    grade: &'s str,
    superior: &'s str,
    fte: &'s str,
    profession: &'s str,
    notes: &'s str,
}

impl<'s> Row<'s> {
    fn new(number: usize, cells: [&'s str; 12]) -> Self {
        let [
            reference,
            name,
            grade,
            title,
            function,
            department,
            organisation,
            unit,
            ..,
        ] = cells;
        let [.., superior, fte, profession, notes] = cells;
        let name = status::read(name);
        let places = Places {
            department,
            organisation,
            unit,
        };
        Self {
            number,
            reference,
            name,
            title,
            function,
            places,
            grade,
            superior,
            fte,
            profession,
            notes,
        }
    }

    fn why_left_out(&self) -> Option<WhyRowLeftOut> {
        match self.name {
            _ if self.reference == NOT_IN_POST => Some(WhyRowLeftOut::NotInPost),
            NameCell::Abolished => Some(WhyRowLeftOut::Abolished),
            _ => None,
        }
    }

    /// What the row says under each key of a column but the name, the reference
    /// apart; in the order of [`SENIOR`](super::columns::SENIOR).
    fn told(&self) -> [(&'static str, Option<&str>); 10] {
        let superior = Some(if is_top_mark(self.superior) {
            "XX"
        } else {
            self.superior
        });
        [
            ("grade", said(self.grade)),
            ("title", Some(self.title)),
            (FUNCTION, said(self.function)),
            (DEPARTMENT, said(self.places.department)),
            (ORGANISATION, said(self.places.organisation)),
            ("unit", said(self.places.unit)),
            ("operational", superior),
            ("fte", said(self.fte)),
            ("profession", said(self.profession)),
            ("note", said(self.notes)),
        ]
    }

    /// What rows of one shared post agree in.
    fn facts(&self) -> [&str; 8] {
        let Places {
            department,
            organisation,
            unit,
        } = self.places;
        let superior = if is_top_mark(self.superior) {
            "XX"
        } else {
            self.superior
        };
        [
            self.title,
            self.function,
            department,
            organisation,
            unit,
            self.grade,
            superior,
            self.profession,
        ]
    }
}

/// Whether the cell marks the top of the return.
fn is_top_mark(cell: &str) -> bool {
    cell.eq_ignore_ascii_case("XX")
}

/// What a row comes to.
enum Told<'s> {
    Post(Row<'s>),
    /// Too many or too few cells, or a reference that cannot be one.
    Doubtful {
        reference: &'s str,
        row: usize,
        why: Misread,
    },
}

/// Reads every row.
pub(super) fn read(reading: &mut Reading, sheet: &Sheet<12>) {
    reading
        .returned
        .head(OrganogramReturn::Senior, sheet.layout.spelt());
    let told: Vec<Told<'_>> = rows(sheet, &mut reading.left_out);
    for LeftOutRow {
        reference,
        why,
        row,
        ..
    } in &reading.left_out
    {
        reading
            .returned
            .leave_out(reference, &why.to_string(), Some(*row));
    }
    if reading
        .left_out
        .iter()
        .all(|row| row.why != WhyRowLeftOut::NotInPost)
    {
        let why = WhyRowLeftOut::NotInPost.to_string();
        reading.returned.leave_out(NOT_IN_POST, &why, None);
    }
    let shares = shares(&told);
    for (reference, columns) in differing(&told, &shares) {
        reading.returned.differ(reference, columns);
    }
    // Where a post is called what marks the top, every such mark is in doubt.
    let marked = told.iter().find_map(|told| match told {
        Told::Doubtful { reference, .. } if is_top_mark(reference) => Some(*reference),
        _ => None,
    });
    for (at, told) in told.iter().enumerate() {
        match told {
            Told::Doubtful {
                reference,
                row,
                why,
            } => {
                let rows = Rows::new(OrganogramReturn::Senior, *row);
                reading.returned.push_doubtful(reference, why.clone(), rows);
            }
            Told::Post(row) => match shares.get(row.reference) {
                None => reading.push_senior(&[row], marked),
                Some((first, share)) if *first == at => reading.push_senior(share, marked),
                Some(_) => {}
            },
        }
    }
}

/// The rows, those left out put aside.
fn rows<'s>(sheet: &'s Sheet<12>, left_out: &mut Vec<LeftOutRow>) -> Vec<Told<'s>> {
    let mut told = Vec::with_capacity(sheet.rows.len());
    for row in &sheet.rows {
        let number = row.number;
        let row = match sheet.cells(row) {
            Ok(cells) => Row::new(number, cells),
            Err(ragged) => {
                let reference = sheet.cell(row, 0);
                told.push(Told::Doubtful {
                    reference,
                    row: number,
                    why: ragged.into(),
                });
                continue;
            }
        };
        if let Some(why) = row.why_left_out() {
            left_out.push(LeftOutRow::new(number, row.reference, row.title, why));
        } else if is_top_mark(row.reference) {
            let reference = row.reference;
            let why = Misread::TopMark {
                mark: reference.to_string(),
            };
            told.push(Told::Doubtful {
                reference,
                row: number,
                why,
            });
        } else {
            told.push(Told::Post(row));
        }
    }
    told
}

/// The rows of one post, by its reference: the place of the first in `told`, and all
/// of them.
type Shares<'t, 's> = HashMap<&'s str, (usize, Vec<&'t Row<'s>>)>;

/// The rows of each reference, one or several, that agree in every fact of the post
/// and name nobody twice. Where they do not agree, nothing says which of them are
/// one post; where they name somebody twice, a row is repeated. Either way they
/// stay apart.
fn shares<'t, 's>(told: &'t [Told<'s>]) -> Shares<'t, 's> {
    let mut shares: Shares<'t, 's> = HashMap::default();
    let mut apart = HashSet::from_iter([""]);
    for (at, told) in told.iter().enumerate() {
        match told {
            Told::Doubtful { reference, .. } => {
                apart.insert(reference);
            }
            Told::Post(row) => {
                let (_, rows) = shares.entry(row.reference).or_insert((at, Vec::new()));
                if rows
                    .first()
                    .is_some_and(|first| first.facts() != row.facts())
                {
                    apart.insert(row.reference);
                }
                rows.push(row);
            }
        }
    }
    shares.retain(|reference, (_, rows)| !apart.contains(reference) && !names_anybody_twice(rows));
    shares
}

fn names_anybody_twice(rows: &[&Row<'_>]) -> bool {
    if rows.len() < 2 {
        return false;
    }
    let mut known = HashSet::default();
    rows.iter().any(|row| match row.name {
        NameCell::Held(name) => !known.insert(name),
        _ => false,
    })
}

/// The columns, by key, in which rows of one reference differ that stay apart.
fn differing<'s>(
    told: &[Told<'s>],
    shares: &Shares<'_, '_>,
) -> HashMap<&'s str, Vec<&'static str>> {
    let mut firsts: HashMap<&str, &Row<'_>> = HashMap::default();
    let mut differing: HashMap<&str, Vec<&str>> = HashMap::default();
    for told in told {
        let Told::Post(row) = told else { continue };
        if shares.contains_key(row.reference) {
            continue;
        }
        let first = *firsts.entry(row.reference).or_insert(row);
        let name = (first.name != row.name).then_some("holder");
        let others = first.told().into_iter().zip(row.told());
        let others = others.filter(|(one, other)| one != other);
        for key in name.into_iter().chain(others.map(|((key, _), _)| key)) {
            let keys = differing.entry(row.reference).or_default();
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    differing
}

/// The organisation that every row tells of, if they agree.
pub(super) fn sole_organisation(sheet: &Sheet<12>) -> Option<&str> {
    let rows = sheet.rows.iter().filter_map(|row| sheet.cells(row).ok());
    let mut names = rows.map(|cells| cells[6]);
    let first = names.next().and_then(said)?;
    names.all(|name| name == first).then_some(first)
}
