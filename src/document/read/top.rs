//! The top level: titles, switches, kinds.

use std::collections::{HashMap, hash_map};

use crate::model::Accountability;
use crate::near;

use super::super::Document;
use super::super::misread::Misread;
use super::super::place::Table;
use super::super::value::Value;
use super::At;

impl Document {
    pub(in crate::document) fn read_title(&mut self, title: &str) {
        self.read_top("title", &Value::from(title));
    }

    pub(in crate::document) fn read_about(&mut self, about: &str) {
        self.read_top("about", &Value::from(about));
    }

    pub(in crate::document) fn read_kind_title(&mut self, kind: Accountability, title: &str) {
        let entry = Value::Table(vec![("title".into(), Value::from(title))]);
        self.read_kind(kind.as_str(), &entry);
    }

    /// A key of the top level that is no table of entries.
    pub(in crate::document) fn read_top(&mut self, key: &str, value: &Value<'_>) {
        let top = At::entry(Table::Top, 0);
        match key {
            "title" => self.title = self.words(top.key("title"), Some(value)),
            "about" => self.about = self.words(top.key("about"), Some(value)),
            "cover" => {
                let at = At::entry(Table::Cover, 0);
                let keys = ["reverts_to_superior"];
                if let Some(fields) =
                    self.small(at, value, &keys, "a table { reverts_to_superior }")
                {
                    let [reverts] = fields.values;
                    self.reverts_to_superior = self.flag(at.key(keys[0]), reverts);
                }
            }
            "findings" => match value {
                Value::Table(_) => {
                    if self.is_setting(At::entry(Table::Findings, 0), value) {
                        self.findings = Some(value.clone().into_owned());
                    }
                }
                other => self.wrong_type(At::entry(Table::Findings, 0), "a table", other),
            },
            unknown => {
                let keys = [
                    "version",
                    "title",
                    "about",
                    "cover",
                    "findings",
                    "kind",
                    "source",
                    "profession",
                    "unit",
                    "matter",
                    "head",
                    "post",
                ];
                let near = near::nearest(unknown, keys)
                    .and_then(|near| keys.into_iter().find(|&key| key == near));
                self.fault(top.key(unknown), Misread::UnknownKey { near });
            }
        }
    }

    /// Whether a setting can be kept and given back; notes what of it cannot.
    fn is_setting(&mut self, at: At<'_>, value: &Value<'_>) -> bool {
        let mut is_kept = true;
        match value {
            Value::Bool(_) | Value::Text(_) => {}
            Value::Integer(number) if i64::try_from(*number).is_ok() => {}
            Value::Float(number) if number.is_finite() => {}
            Value::List(items) => {
                for (item, value) in items.iter().enumerate() {
                    is_kept &= self.is_setting(at.item(item), value);
                }
            }
            Value::Table(table) => {
                let mut seen = HashMap::new();
                for (key, value) in table {
                    match seen.entry(key) {
                        hash_map::Entry::Vacant(slot) => {
                            slot.insert(value);
                            is_kept &= self.is_setting(at.key(key), value);
                        }
                        hash_map::Entry::Occupied(first) => {
                            let differs = *first.get() != value;
                            self.fault(at.key(key), Misread::RepeatedKey { differs });
                            is_kept = false;
                        }
                    }
                }
            }
            other => {
                let expected = "text, a number, true or false, a list or a table";
                self.wrong_type(at, expected, other);
                is_kept = false;
            }
        }
        is_kept
    }

    /// Notes that a key of the top level is given again.
    #[cfg(feature = "serde")]
    pub(in crate::document) fn repeated_top(&mut self, key: &str, differs: bool) {
        self.fault(
            At::entry(Table::Top, 0).key(key),
            Misread::RepeatedKey { differs },
        );
    }

    /// Notes that a table of entries is given again.
    #[cfg(feature = "serde")]
    pub(in crate::document) fn repeated_table(&mut self, table: Table) {
        self.fault(At::entry(Table::Top, 0), Misread::RepeatedTable { table });
    }

    /// Notes that a table of entries is something else.
    #[cfg(feature = "serde")]
    #[cfg(feature = "serde")]
    pub(in crate::document) fn no_table(&mut self, table: Table, value: &Value<'_>) {
        let expected = match table {
            Table::Head => "a list of tables ([[head]] in TOML)",
            _ => "a table keyed by id",
        };
        self.wrong_type(
            At::entry(Table::Top, 0).key(table.as_str()),
            expected,
            value,
        );
    }

    pub(in crate::document) fn read_kind(&mut self, id: &str, value: &Value<'_>) {
        let Some(kind) = Accountability::from_word(id) else {
            let words = Accountability::ALL.map(Accountability::as_str);
            let near = near::nearest(id, words)
                .and_then(|near| words.into_iter().find(|&word| word == near));
            let top = At::entry(Table::Top, 0);
            self.fault(top.key("kind").key(id), Misread::UnknownKey { near });
            return;
        };
        let at = At::entry(Table::Kind, kind as u32);
        let is_again = self.kind_titles[kind as usize].is_some()
            || self
                .faults
                .iter()
                .any(|fault| fault.table == Table::Kind && fault.row == kind as u32);
        let Some(fields) = self.small(at, value, &["title"], "a table { title }") else {
            return;
        };
        let [title] = fields.values;
        let title = self.words(at.key("title"), title);
        if is_again {
            let differs = self.kind_titles[kind as usize] != title || title.is_none();
            self.fault(at, Misread::RepeatedKey { differs });
        }
        let told = &mut self.kind_titles[kind as usize];
        *told = title.filter(|title| !is_again || *told == Some(*title));
    }
}
