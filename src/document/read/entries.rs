//! Sources, professions, units, matters and headships.

use super::super::columns::Backing;
use super::super::misread::Misread;
use super::super::number::number;
use super::super::place::Table;
use super::super::value::Value;
use super::super::wanted::Wanted;
use super::super::{Document, Entry, HeadEntry};
use super::{At, BASIS, STANDING, WHY};

impl Document {
    pub(in crate::document) fn read_entry(&mut self, table: Table, id: &str, value: &Value<'_>) {
        self.as_written(value, |this| this.read_entry_of(table, id, value));
    }

    fn read_entry_of(&mut self, table: Table, id: &str, value: &Value<'_>) {
        let row = number(self.register(table).entries.len());
        let id = self.register_mut(table).ids.intern(id);
        let mut entry = Entry {
            id,
            title: None,
            within: None,
            kind: None,
            personal: false,
            backing: Backing::default(),
        };
        let at = At::entry(table, row);
        match table {
            Table::Source => {
                let keys = ["title", BASIS, STANDING, WHY];
                if let Some(fields) = self.small(at, value, &keys, Wanted::other("a table")) {
                    let [title, ..] = fields.values;
                    entry.title = self.words(at.key("title"), title);
                    entry.backing = self.backing(at, &fields);
                }
            }
            Table::Matter => {
                let keys = ["title", "kind", "personal", BASIS, STANDING, WHY];
                if let Some(fields) = self.small(at, value, &keys, Wanted::other("a table")) {
                    let [title, kind, personal, ..] = fields.values;
                    entry.title = self.words(at.key("title"), title);
                    entry.kind = self.accountability(at.key("kind"), kind);
                    entry.personal = self.flag(at.key("personal"), personal).unwrap_or(false);
                    entry.backing = self.backing(at, &fields);
                }
            }
            _ => {
                let containing = match table {
                    Table::Profession => "the id of a profession",
                    _ => "the id of a unit",
                };
                let keys = ["title", "within", BASIS, STANDING, WHY];
                if let Some(fields) = self.small(at, value, &keys, Wanted::other("a table")) {
                    let [title, within, ..] = fields.values;
                    entry.title = self.words(at.key("title"), title);
                    if let Some((outer, backing)) =
                        self.reference(at.key("within"), within, containing)
                    {
                        let outer = self.register_mut(table).ids.intern(outer);
                        entry.within = Some((outer, backing));
                    }
                    entry.backing = self.backing(at, &fields);
                }
            }
        }
        self.register_mut(table).entries.push(entry);
    }

    pub(in crate::document) fn read_head(&mut self, value: &Value<'_>) {
        self.as_written(value, |this| this.read_headship(value));
    }

    fn read_headship(&mut self, value: &Value<'_>) {
        let row = number(self.heads.len());
        let at = At::entry(Table::Head, row);
        let mut head = HeadEntry {
            kind: None,
            unit: None,
            profession: None,
            post: None,
            unstated: None,
            through: false,
            backing: Backing::default(),
        };
        let keys = [
            "kind",
            "unit",
            "profession",
            "post",
            "unstated",
            "through",
            BASIS,
            STANDING,
            WHY,
        ];
        if let Some(fields) = self.small(at, value, &keys, Wanted::other("a table")) {
            let [kind, unit, profession, post, unstated, through, ..] = fields.values;
            head.kind = self.accountability(at.key("kind"), kind);
            if let Some(unit) =
                unit.and_then(|unit| self.text(at.key("unit"), unit, "the id of a unit"))
            {
                head.unit = Some(self.units.ids.intern(unit));
            }
            if let Some(id) = profession
                .and_then(|id| self.text(at.key("profession"), id, "the id of a profession"))
            {
                head.profession = Some(self.professions.ids.intern(id));
            }
            if let Some(post) =
                post.and_then(|post| self.text(at.key("post"), post, "the id of a post"))
            {
                head.post = Some(self.ids.intern(post));
            }
            head.unstated = self.words(at.key("unstated"), unstated);
            let choices = [("operational", true)];
            head.through = self
                .one_of(at.key("through"), through, &choices, "`operational`")
                .unwrap_or(false);
            head.backing = self.backing(at, &fields);
            for (given, what) in [(kind, "`kind`"), (unit, "`unit`")] {
                if given.is_none() && fields.whole {
                    self.fault(at, Misread::Missing { what });
                }
            }
            match (post, unstated) {
                (Some(_), Some(_)) => {
                    self.fault(
                        at.key("unstated"),
                        Misread::Exclusive {
                            keys: "`post` and `unstated`",
                        },
                    );
                }
                (None, None) if fields.whole => {
                    self.fault(
                        at,
                        Misread::Missing {
                            what: "`post` (or `unstated`, with why)",
                        },
                    );
                }
                _ => {}
            }
        }
        self.heads.push(head);
    }
}
