//! The post that one row tells of, or the rows of a job share.

use foldhash::HashSet;

use crate::document::cells::Rows;
use crate::document::{OrganogramReturn, PlaceStep, PostRecord};
use crate::model::Accountability::Operational;
use crate::organogram::columns::FUNCTION;
use crate::organogram::fte::Fte;
use crate::organogram::reading::Reading;
use crate::organogram::status::{NameCell, said};

use super::{Row, is_top_mark};

impl Reading {
    /// Adds the post that these rows tell of: one, or those of a job share.
    pub(super) fn push_senior(&mut self, shared: &[&Row<'_>], marked: Option<&str>) {
        let [first, ..] = shared else { return };
        let mut rows = Rows::new(OrganogramReturn::Senior, first.number);
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
        if let Some(unit) = self.unit(&first.places, OrganogramReturn::Senior, first.number) {
            post = post.in_unit(unit);
        }
        if let Some(id) = self.profession(first.profession, OrganogramReturn::Senior, first.number)
        {
            post = post.of_profession(id);
        }
        if let Some(function) = said(first.function).filter(|function| *function != first.title) {
            post = post.labelled(FUNCTION, function);
        }
        let mut post = held(post, shared, &mut remarks);
        // Of what the other rows tell, only this can be faulty.
        let raw = measure(&mut post, shared, &mut rows, &mut remarks);
        let post = noted(post, shared, remarks);
        self.returned.push_post(post, raw, rows);
    }
}

/// Adds who holds the post. It is vacant where every share of it is.
fn held(mut post: PostRecord, shared: &[&Row<'_>], remarks: &mut Vec<String>) -> PostRecord {
    let mut capacities: Vec<&str> = Vec::new();
    let mut parts = shared.iter();
    let is_vacant = parts.all(|row| matches!(row.name, NameCell::Vacant(_)));
    let mut known = HashSet::default();
    for row in shared {
        match row.name {
            NameCell::Held(name) => post = post.held_by(name),
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
        Fte::WhyUnreadable(raw) => Some((row, raw)),
        _ => None,
    });
    if let Some((row, raw)) = unreadable {
        rows.tell_later(vec![PlaceStep::from("fte")], row);
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
fn noted(post: PostRecord, shared: &[&Row<'_>], remarks: Vec<String>) -> PostRecord {
    let mut known = HashSet::default();
    let mut notes = Vec::new();
    for row in shared {
        let note = said(row.notes).filter(|note| known.insert(*note));
        notes.extend(note.map(str::to_owned));
    }
    notes.extend(remarks);
    if notes.is_empty() {
        post
    } else {
        post.noted(notes.join("; "))
    }
}
