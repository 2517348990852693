//! The seat: where it is, what it is, who sits there.

use answerable::{Absences, Holder, Post, PostKind, Profession, Seats, Standing, Unit};

use super::said::{backed, backing, weak};

pub(super) fn facts(post: Post<'_>) -> Vec<String> {
    let mut facts: Vec<(&str, String)> = Vec::new();
    match post.kind() {
        PostKind::Individual => {}
        PostKind::Body => facts.push(("Kind", "body".to_owned())),
        PostKind::External => facts.push(("Kind", "outside the organisation".to_owned())),
    }
    if let Some(unit) = post.unit() {
        let around = std::iter::successors(Some(unit), |unit| unit.within());
        let within = around.map(Unit::title).collect::<Vec<_>>();
        facts.push((
            "Unit",
            within.join(", within ") + &backing(post.unit_basis()),
        ));
    }
    if let Some(profession) = post.profession() {
        let around = std::iter::successors(Some(profession), |inner| inner.within());
        let within = around.map(Profession::title).collect::<Vec<_>>();
        let basis = backing(post.profession_basis());
        facts.push(("Profession", within.join(", within ") + &basis));
    }
    facts.extend(post.grade().map(|grade| ("Grade", grade.to_owned())));
    facts.extend(post.fte().map(|fte| ("FTE", fte.to_string())));
    facts.extend(post.seats().map(|seats| ("Seats", seats_told(seats))));
    if post.is_vacant() {
        facts.push(("Holder", "vacant".to_owned()));
        let today = post.who_acts(&Absences::none()).to_string();
        facts.push(("Today", today));
    }
    facts.extend(post.holders().map(|of| ("Holder", holder(of))));
    let notes = post.note().into_iter().flat_map(str::lines);
    facts.extend(notes.map(|line| ("Note", line.to_owned())));
    let labels = post.labels();
    facts.extend(labels.map(|(key, value)| ("Label", format!("{key}: {value}"))));
    if !backing(post.basis()).is_empty() {
        facts.push(("Basis", backed(post.basis())));
    }
    let lines = facts
        .iter()
        .map(|(name, fact)| format!("{name:10}  {fact}"));
    lines.collect()
}

fn seats_told(seats: Seats) -> String {
    match seats {
        Seats::Number(seats) => seats.to_string(),
        Seats::NotStated => "several".to_owned(),
    }
}

/// "Marian Oyelaran, E-20417".
fn holder(holder: Holder<'_>) -> String {
    let id = holder.id().map_or(String::new(), |id| format!(", {id}"));
    let standing: Standing = holder.basis().standing();
    format!("{holder}{id}{}", weak(standing))
}
