//! A post, key by key.

use crate::model::{Accountability, PostKind, Relation, Seats};

use super::super::Document;
use super::super::columns::{FactKey, Open};
use super::super::misread::Misread;
use super::super::place::Table;
use super::super::value::Value;
use super::super::wanted::Wanted;
use super::{At, BASIS, STANDING, WHY};

/// The keys of a post. [`post_key`] and [`Document::read_facts`] have them in this
/// order too, as a test makes sure.
const POST_KEYS: [&str; 27] = [
    "title",
    "kind",
    "unit",
    "profession",
    "grade",
    "fte",
    "seats",
    "vacant",
    "holder",
    "holders",
    "note",
    "labels",
    "operational",
    "professional",
    "clinical",
    "also",
    "deputies",
    "chair",
    "members",
    "supports",
    "advises",
    "works_with",
    "regulates",
    "commissions",
    BASIS,
    STANDING,
    WHY,
];

/// The place of a key, without comparing it with each.
fn post_key(key: &str) -> Option<usize> {
    Some(match key {
        "title" => 0,
        "kind" => 1,
        "unit" => 2,
        "profession" => 3,
        "grade" => 4,
        "fte" => 5,
        "seats" => 6,
        "vacant" => 7,
        "holder" => 8,
        "holders" => 9,
        "note" => 10,
        "labels" => 11,
        "operational" => 12,
        "professional" => 13,
        "clinical" => 14,
        "also" => 15,
        "deputies" => 16,
        "chair" => 17,
        "members" => 18,
        "supports" => 19,
        "advises" => 20,
        "works_with" => 21,
        "regulates" => 22,
        "commissions" => 23,
        BASIS => 24,
        STANDING => 25,
        WHY => 26,
        _ => return None,
    })
}

impl Document {
    pub(in crate::document) fn read_post(&mut self, id: &str, value: &Value<'_>) {
        let id = self.ids.intern(id);
        let row = self.posts.push(id);
        let at = At::entry(Table::Post, row);
        self.as_written(value, |this| this.read_facts(at, row, value));
    }

    fn read_facts(&mut self, at: At<'_>, row: u32, value: &Value<'_>) {
        let Value::Table(table) = value else {
            self.wrong_type(at, Wanted::other("a table"), value);
            return;
        };
        let fields = self.fields(at, table, &POST_KEYS, post_key);
        let [
            title,
            kind,
            unit,
            profession,
            grade,
            fte,
            seats,
            vacant,
            holder,
            holders,
            note,
            labels,
            operational,
            professional,
            clinical,
            also,
            deputies,
            chair,
            members,
            supports,
            advises,
            works_with,
            regulates,
            commissions,
            ..,
        ] = fields.values;
        let index = row as usize;
        if !fields.has_meant[0] {
            self.fault(at, Misread::Missing { what: "`title`" });
        }
        let title = self.words(at.key("title"), title);
        self.posts.title.set(row, title);
        let kinds = PostKind::ALL.map(|kind| (kind.as_str(), kind));
        if let Some(kind) = self.one_of(
            at.key("kind"),
            kind,
            &kinds,
            "one of `individual`, `body`, `external`",
        ) {
            self.posts.kind[index] = kind;
        }
        if let Some((unit, backing)) = self.reference(at.key("unit"), unit, "the id of a unit") {
            let unit = self.units.ids.intern(unit);
            self.posts.unit.set(row, Some(unit));
            self.keep_backing(row, FactKey::Unit, backing);
        }
        if let Some((id, backing)) =
            self.reference(at.key("profession"), profession, "the id of a profession")
        {
            let profession = self.professions.ids.intern(id);
            self.posts.profession.set(row, Some(profession));
            self.keep_backing(row, FactKey::Profession, backing);
        }
        let grade = self.words(at.key("grade"), grade);
        self.posts.grade.set(row, grade);
        self.read_measures(at, row, fte, seats);
        if self.flag(at.key("vacant"), vacant) == Some(true) {
            self.posts.vacant.push(row, ());
        }
        self.read_holders(at, row, holder, holders);
        if let Some(note) = self.words(at.key("note"), note) {
            self.posts.note.push(row, note);
        }
        self.read_labels(at, row, labels);
        for (kind, line) in
            Accountability::ALL
                .into_iter()
                .zip([operational, professional, clinical])
        {
            if let Some(line) = line {
                self.read_line(at.key(kind.as_str()), row, kind, line);
            }
        }
        self.read_also(at.key("also"), row, also);
        self.read_deputies(at.key("deputies"), row, deputies);
        if let Some((chair, backing)) = self.reference(at.key("chair"), chair, "the id of a post") {
            let chair = self.ids.intern(chair);
            self.posts.chair.push(row, chair);
            self.keep_backing(row, FactKey::Chair, backing);
        }
        self.read_members(at.key("members"), row, members);
        let links = [supports, advises, works_with, regulates, commissions];
        for (relation, links) in Relation::ALL.iter().copied().zip(links) {
            self.read_links(at.key(relation.as_str()), row, relation, links);
        }
        let backing = self.backing(at, &fields);
        self.keep_backing(row, FactKey::Post, backing);
    }

    fn read_measures(
        &mut self,
        at: At<'_>,
        row: u32,
        fte: Option<&Value<'_>>,
        seats: Option<&Value<'_>>,
    ) {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a whole number of posts is far below 2^53"
        )]
        let number = match fte {
            Some(Value::Float(number)) => Some(*number),
            Some(Value::Integer(number)) => Some(*number as f64),
            _ => None,
        };
        match (fte, number) {
            (_, Some(number)) if number.is_finite() && number >= 0.0 => {
                // -0.0 is 0.
                self.posts.fte.push(row, number + 0.0);
            }
            (Some(other), _) => {
                self.wrong_type(at.key("fte"), Wanted::number("a number, 0 or more,"), other);
            }
            (None, _) => {}
        }
        let Some(seats) = seats else { return };
        let told = match seats {
            Value::Text(text) if text == "not stated" => Some(Seats::NotStated),
            Value::Integer(number) => u32::try_from(*number)
                .ok()
                .filter(|&number| number > 0)
                .map(Seats::Number),
            _ => None,
        };
        match told {
            Some(told) => self.posts.seats.push(row, told),
            None => {
                self.wrong_type(
                    at.key("seats"),
                    Wanted::whole("a whole number from 1, or `not stated`,", 1),
                    seats,
                );
            }
        }
    }

    fn read_labels(&mut self, at: At<'_>, row: u32, labels: Option<&Value<'_>>) {
        let inside = at.key("labels");
        let table = match labels {
            None => return,
            Some(Value::Table(table)) => table,
            Some(other) => {
                return self.wrong_type(inside, Wanted::other("a table of texts"), other);
            }
        };
        for (key, value) in self.each_once(inside, table) {
            match value {
                Value::Text(text) => {
                    let label = (self.text.intern(key), self.text.intern(text));
                    self.posts.labels.push(row, label);
                }
                other => self.wrong_type(inside.key(key), Wanted::text("text"), other),
            }
        }
    }

    fn read_line(&mut self, at: At<'_>, row: u32, kind: Accountability, value: &Value<'_>) {
        let expected = "the id of a post, or one of { to }, { none = why } and { unstated = why },";
        if let Value::Text(_) = value {
            if let Some(to) = self.text(at, value, expected) {
                let to = self.ids.intern(to);
                self.posts.superior[kind as usize].set(row, Some(to));
            }
            return;
        }
        if let Value::List(items) = value
            && items.len() > 1
        {
            let is_open = |item: &Value<'_>| says(item, "none") || says(item, "unstated");
            let posts = items.iter().filter(|item| !is_open(item));
            let what = Misread::TwoSuperiors {
                superiors: posts.map(superior_in_words).collect(),
                none: items.iter().any(|item| says(item, "none")),
                unstated: items.iter().any(|item| says(item, "unstated")),
            };
            return self.fault(at, what);
        }
        let keys = ["to", "none", "unstated", BASIS, STANDING, WHY];
        let Some(fields) = self.small(at, value, &keys, Wanted::text(expected)) else {
            return;
        };
        let [to, none, unstated, ..] = fields.values;
        let backing = self.backing(at, &fields);
        match (to, none, unstated) {
            (None, None, None) => {
                if fields.whole {
                    let what = "`to` (or `none` or `unstated`, with why)";
                    self.fault(at, Misread::Missing { what });
                }
                return;
            }
            (Some(to), None, None) => {
                let Some(to) = self.text(at.key("to"), to, "the id of a post") else {
                    return;
                };
                if !fields.whole {
                    return;
                }
                let to = self.ids.intern(to);
                self.posts.superior[kind as usize].set(row, Some(to));
            }
            (None, Some(_), None) | (None, None, Some(_)) => {
                let key = if none.is_some() { "none" } else { "unstated" };
                let Some(why) = self.words(at.key(key), none.or(unstated)) else {
                    return;
                };
                if !fields.whole {
                    return;
                }
                self.posts.open.push(
                    row,
                    Open {
                        kind,
                        is_none: none.is_some(),
                        why,
                    },
                );
            }
            _ => {
                return self.fault(
                    at,
                    Misread::Exclusive {
                        keys: "`to`, `none` and `unstated`",
                    },
                );
            }
        }
        self.keep_backing(row, FactKey::Line(kind), backing);
    }
}

/// Whether a line says this in place of a superior.
fn says(line: &Value<'_>, key: &str) -> bool {
    let Value::Table(table) = line else {
        return false;
    };
    let has = |key: &str| table.iter().any(|(told, _)| told == key);
    has(key) && !has("to")
}

/// The id a line names, or what it says instead.
fn superior_in_words(line: &Value<'_>) -> String {
    match line {
        Value::Text(to) => to.to_string(),
        Value::Table(table) => {
            let to = table.iter().find(|(key, _)| key == "to");
            match (to, table.first()) {
                (Some((_, Value::Text(to))), _) => to.to_string(),
                (_, Some((key, _))) => key.to_string(),
                (_, None) => String::new(),
            }
        }
        other => other.sort().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::place::PlaceStep;
    use super::*;

    #[test]
    fn every_key_of_a_post_is_read_as_itself() {
        for (at, key) in POST_KEYS.into_iter().enumerate() {
            assert_eq!(post_key(key), Some(at), "{key}");
            let mut document = Document::default();
            let mut entries = vec![("title".into(), Value::from("A"))];
            entries.retain(|(title, _)| title != key);
            entries.push((key.into(), Value::Null));
            document.read_post("a", &Value::Table(entries));
            let paths: Vec<_> = document
                .faults
                .iter()
                .map(|fault| &fault.path[..])
                .collect();
            assert_eq!(paths, [[PlaceStep::from(key)]], "{key}");
        }
        assert_eq!(post_key("role"), None);
    }
}
