//! Rows of the return of senior posts into posts.

use std::collections::{HashMap, HashSet};

use crate::document::returns::Rows;
use crate::document::{Misread, PostRecord, Return, Step};
use crate::model::Accountability::Operational;

use super::columns::{DEPARTMENT, FUNCTION, ORGANISATION};
use super::fte::Fte;
use super::left_out::{LeftOut, WhyLeftOut};
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

    fn why_left_out(&self) -> Option<WhyLeftOut> {
        match self.name {
            _ if self.reference == NOT_IN_POST => Some(WhyLeftOut::NotInPost),
            NameCell::Abolished => Some(WhyLeftOut::Abolished),
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
    reading.returned.head(Return::Senior, sheet.layout.spelt());
    let told: Vec<Told<'_>> = rows(sheet, &mut reading.left_out);
    for LeftOut {
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
        .all(|row| row.why != WhyLeftOut::NotInPost)
    {
        let why = WhyLeftOut::NotInPost.to_string();
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
                let rows = Rows::new(Return::Senior, *row);
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
fn rows<'s>(sheet: &'s Sheet<12>, left_out: &mut Vec<LeftOut>) -> Vec<Told<'s>> {
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
            left_out.push(LeftOut::new(number, row.reference, row.title, why));
        } else if is_top_mark(row.reference) {
            let reference = row.reference;
            let why = Misread::WrongType {
                expected: "the reference of a post",
                found: format!("`{reference}`, which marks the top of a return"),
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

/// The posts that several rows share, by reference: the first of the rows in
/// `told`, and all of them.
type Shares<'t, 's> = HashMap<&'s str, (usize, Vec<&'t Row<'s>>)>;

/// Rows with one reference that agree in every fact of the post and name nobody
/// twice. Where they do not agree, nothing says which of them are one post; where
/// they name somebody twice, a row is repeated. Either way they stay apart.
fn shares<'t, 's>(told: &'t [Told<'s>]) -> Shares<'t, 's> {
    let mut shares: Shares<'t, 's> = HashMap::new();
    let mut apart = HashSet::from([""]);
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
    shares.retain(|reference, (_, rows)| {
        rows.len() > 1 && !apart.contains(reference) && !names_anybody_twice(rows)
    });
    shares
}

fn names_anybody_twice(rows: &[&Row<'_>]) -> bool {
    let mut known = HashSet::new();
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
    let mut firsts: HashMap<&str, &Row<'_>> = HashMap::new();
    let mut differing: HashMap<&str, Vec<&str>> = HashMap::new();
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

impl Reading {
    /// Adds the post that these rows tell of: one, or those of a job share.
    fn push_senior(&mut self, shared: &[&Row<'_>], marked: Option<&str>) {
        let [first, ..] = shared else { return };
        let mut rows = Rows::new(Return::Senior, first.number);
        let mut remarks = Vec::new();
        let mut post = PostRecord::new(first.reference, first.title);
        post = match first.superior {
            "" => post.unstated_in(Operational, "left blank in the return"),
            mark if is_top_mark(mark) => match marked {
                None => post.none_above("marked as the top of the return"),
                Some(doubtful) => post.accountable_to(doubtful, Operational),
            },
            superior => post.accountable_to(superior, Operational),
        };
        if let Some(grade) = said(first.grade) {
            post = post.graded(grade);
        }
        if let Some(unit) = self.unit(&first.places, Return::Senior, first.number) {
            post = post.in_unit(unit);
        }
        if let Some(id) = self.profession(first.profession, Return::Senior, first.number) {
            post = post.of_profession(id);
        }
        if let Some(function) = said(first.function).filter(|function| *function != first.title) {
            post = post.labelled(FUNCTION, function);
        }
        let mut post = held(post, shared, &mut rows, &mut remarks);
        let raw = measure(&mut post, shared, &mut rows, &mut remarks);
        let post = noted(post, shared, &mut rows, remarks);
        self.returned.push_post(post, raw, rows);
    }
}

/// Adds who holds the post. It is vacant where every share of it is.
fn held(
    mut post: PostRecord,
    shared: &[&Row<'_>],
    rows: &mut Rows,
    remarks: &mut Vec<String>,
) -> PostRecord {
    let mut holders: Vec<(&str, usize)> = Vec::new();
    let mut capacities: Vec<&str> = Vec::new();
    let mut parts = shared.iter();
    let is_vacant = parts.all(|row| matches!(row.name, NameCell::Vacant(_)));
    let mut known = HashSet::new();
    for row in shared {
        match row.name {
            NameCell::Held(name) => holders.push((name, row.number)),
            NameCell::UnnamedAs(capacity) if known.insert(capacity) => capacities.push(capacity),
            NameCell::Vacant(_) if !is_vacant => {
                remarks.push(format!("vacant share of the post (row {})", row.number));
            }
            _ => {}
        }
        if let NameCell::Vacant(Some(more)) = row.name
            && known.insert(more)
        {
            capacities.push(more);
        }
    }
    for (at, &(name, row)) in holders.iter().enumerate() {
        let path = match holders.len() {
            1 => vec!["holder".into()],
            _ => vec!["holders".into(), at.into()],
        };
        rows.tell_later(path, row);
        post = post.held_by(name);
    }
    if !capacities.is_empty() {
        post = post.labelled("Name", capacities.join("; "));
    }
    if is_vacant { post.vacant() } else { post }
}

/// Adds the whole-time equivalent, if every share of it is told; a cell that is
/// no number comes back as it stands.
fn measure(
    post: &mut PostRecord,
    shared: &[&Row<'_>],
    rows: &mut Rows,
    remarks: &mut Vec<String>,
) -> Option<(&'static str, String)> {
    let parts: Vec<_> = shared
        .iter()
        .map(|row| (row.number, Fte::read(row.fte)))
        .collect();
    let unreadable = parts.iter().find_map(|&(row, fte)| match fte {
        Fte::Unreadable(raw) => Some((row, raw)),
        _ => None,
    });
    if let Some((row, raw)) = unreadable {
        rows.tell_later(vec![Step::from("fte")], row);
        return Some(("fte", raw.to_owned()));
    }
    let told: Vec<_> = parts
        .iter()
        .filter_map(|&(row, fte)| match fte {
            Fte::Number(number) => Some((row, number)),
            _ => None,
        })
        .collect();
    if told.len() == shared.len() {
        post.fte = Fte::sum(told.iter().map(|&(_, number)| number));
    } else {
        let part = |(row, number)| format!("FTE of one share of the post {number} (row {row})");
        remarks.extend(told.into_iter().map(part));
    }
    None
}

/// Adds the notes, each once, and what remains to be remarked of the shares.
fn noted(
    post: PostRecord,
    shared: &[&Row<'_>],
    rows: &mut Rows,
    remarks: Vec<String>,
) -> PostRecord {
    let mut known = HashSet::new();
    let mut notes = Vec::new();
    for row in shared {
        if let Some(note) = said(row.notes).filter(|note| known.insert(*note)) {
            if notes.is_empty() {
                rows.tell_later(vec![Step::from("note")], row.number);
            }
            notes.push(note.to_owned());
        }
    }
    notes.extend(remarks);
    if notes.is_empty() {
        post
    } else {
        post.noted(notes.join("; "))
    }
}

/// The organisation that every row tells of, if they agree.
pub(super) fn sole_organisation(sheet: &Sheet<12>) -> Option<&str> {
    let rows = sheet.rows.iter().filter_map(|row| sheet.cells(row).ok());
    let mut names = rows.map(|cells| cells[6]);
    let first = names.next().and_then(said)?;
    names.all(|name| name == first).then_some(first)
}
