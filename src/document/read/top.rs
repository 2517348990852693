//! The top level: titles, switches, kinds.

use crate::model::Accountability;
use crate::near;

use super::super::Document;
use super::super::misread::Misread;
use super::super::place::Table;
use super::super::value::Value;
use super::super::wanted::Wanted;
use super::At;

/// The keys of the top level that are no tables of entries.
pub(in crate::document) const SINGLE: [&str; 6] =
    ["version", "title", "about", "cover", "findings", "kind"];

impl Document {
    pub(in crate::document) fn read_title(&mut self, title: &str) {
        self.read_top("title", &Value::from(title));
    }

    pub(in crate::document) fn read_about(&mut self, about: &str) {
        self.read_top("about", &Value::from(about));
    }

    pub(in crate::document) fn read_kind_title(&mut self, kind: Accountability, title: &str) {
        let at = At::entry(Table::Kind, kind as u32);
        self.kind_titles[kind as usize] = self.words(at.key("title"), Some(&Value::from(title)));
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
                if let Some(fields) = self.small(
                    at,
                    value,
                    &keys,
                    Wanted::other("a table { reverts_to_superior }"),
                ) {
                    let [reverts] = fields.values;
                    self.reverts_to_superior = self.flag(at.key(keys[0]), reverts);
                }
            }
            "findings" => self.as_written(value, |this| this.read_findings(value)),
            "kind" => self.read_kinds(value),
            unknown => {
                let tables = Table::OF_ENTRIES.map(Table::as_str);
                let near = near::nearest(unknown, SINGLE.into_iter().chain(tables));
                self.fault(top.key(unknown), Misread::UnknownKey { near });
            }
        }
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
    pub(in crate::document) fn no_table(&mut self, table: Table, value: &Value<'_>) {
        let wanted = match table {
            Table::Head => Wanted::other("a list of tables ([[head]] in TOML)"),
            _ => Wanted::other("a table keyed by id"),
        };
        self.wrong_type(At::entry(Table::Top, 0).key(table.as_str()), wanted, value);
    }

    fn read_kinds(&mut self, value: &Value<'_>) {
        let Value::Table(table) = value else {
            return self.no_table(Table::Kind, value);
        };
        let top = At::entry(Table::Top, 0);
        let words = Accountability::ALL.map(Accountability::as_str);
        let fields = self.fields(top.key("kind"), table, &words, |key| {
            words.iter().position(|word| *word == key)
        });
        for (kind, value) in Accountability::ALL.into_iter().zip(fields.values) {
            let Some(value) = value else { continue };
            let at = At::entry(Table::Kind, kind as u32);
            if let Some(fields) =
                self.small(at, value, &["title"], Wanted::other("a table { title }"))
            {
                let [title] = fields.values;
                self.kind_titles[kind as usize] = self.words(at.key("title"), title);
            }
        }
    }
}
