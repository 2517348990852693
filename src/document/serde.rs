//! The document from any self-describing serde format, record by record.

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess,
    SeqAccess, Unexpected, Visitor,
};

use crate::model::Thresholds;

use super::Document;
use super::place::Table;
use super::read::SINGLE;
use super::value::{KeySeed, Spare, Value, ValueSeed, is_toml_date, unwrapped};

/// The version of the format read here.
const VERSION: i64 = 1;

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DocumentVisitor)
    }
}

struct DocumentVisitor;

impl<'de> Visitor<'de> for DocumentVisitor {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an organisation: a table with posts")
    }

    /// Without the text, which may be of any length.
    fn visit_str<E: Error>(self, _: &str) -> Result<Document, E> {
        Err(E::invalid_type(Unexpected::Other("text"), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
        let mut document = Document::default();
        let mut seen: Vec<(Cow<'de, str>, Value<'static>)> = Vec::new();
        let mut tables: Vec<Table> = Vec::new();
        let mut spare = Spare::default();
        while let Some(key) = map.next_key_seed(KeySeed)? {
            if let Some(table) = table_at(&key) {
                if tables.contains(&table) {
                    document.repeated_table(table);
                } else {
                    tables.push(table);
                }
                map.next_value_seed(TableSeed {
                    document: &mut document,
                    spare: &mut spare,
                    table,
                    depth: 0,
                })?;
                continue;
            }
            let value = map.next_value_seed(ValueSeed::new(&mut spare))?;
            if key == "version" {
                check_version(&value)?;
            }
            if let Some((_, first)) = seen.iter_mut().find(|(told, _)| *told == key) {
                let differs = *first != value;
                document.repeated_top(&key, differs);
                if differs {
                    document.forget_top(&key);
                }
                continue;
            }
            if key != "version" {
                document.read_top(&key, &value);
            }
            if SINGLE.contains(&&*key) {
                seen.push((key, value.into_owned()));
            }
        }
        Ok(document)
    }
}

fn check_version<E: Error>(value: &Value<'_>) -> Result<(), E> {
    match value {
        Value::Integer(VERSION) => Ok(()),
        Value::Integer(other) => Err(E::custom(format_args!(
            "only version {VERSION} of the format can be read, and this is version {other}"
        ))),
        other => Err(E::custom(format_args!(
            "`version` is the whole number {VERSION}, and this is {}",
            other.sort()
        ))),
    }
}

fn table_at(key: &str) -> Option<Table> {
    let mut tables = Table::OF_ENTRIES.into_iter();
    tables.find(|table| table.as_str() == key)
}

impl Document {
    fn forget_top(&mut self, key: &str) {
        match key {
            "title" => self.title = None,
            "about" => self.about = None,
            "cover" => self.reverts_to_superior = None,
            "findings" => {
                self.thresholds = Thresholds::none();
                self.allowances.clear();
            }
            "kind" => self.kind_titles = [None; 3],
            _ => {}
        }
    }

    fn read_record(&mut self, table: Table, id: &str, value: &Value<'_>) {
        match table {
            Table::Post => self.read_post(id, value),
            table => self.read_entry(table, id, value),
        }
    }
}

/// Reads the entries of one table as they come.
struct TableSeed<'d, 'a> {
    document: &'d mut Document,
    spare: &'d mut Spare<'a>,
    table: Table,
    depth: usize,
}

impl<'de> TableSeed<'_, 'de> {
    /// Reads what an option or a struct of one value wraps.
    fn inside<D: Deserializer<'de>>(self, inner: D) -> Result<(), D::Error> {
        let depth = unwrapped(self.depth)?;
        inner.deserialize_any(Self { depth, ..self })
    }

    /// Notes that there is this instead of the table.
    fn instead<E>(
        self,
        read: impl FnOnce(ValueSeed<'_, 'de>) -> Result<Value<'de>, E>,
    ) -> Result<(), E> {
        let value = read(ValueSeed::new(self.spare))?;
        self.document.no_table(self.table, &value);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for TableSeed<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TableSeed<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table of entries")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if self.table == Table::Head {
            return self.instead(|seed| seed.visit_map(map));
        }
        while let Some(id) = map.next_key_seed(KeySeed)? {
            let value = map.next_value_seed(ValueSeed::new(self.spare))?;
            if is_toml_date(&id, &value) {
                return self.instead(|_| Ok(Value::Other("a date")));
            }
            self.document.read_record(self.table, &id, &value);
            self.spare.add(value);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        if self.table != Table::Head {
            while items.next_element::<IgnoredAny>()?.is_some() {}
            return self.instead(|_| Ok(Value::List(Vec::new())));
        }
        while let Some(value) = items.next_element_seed(ValueSeed::new(self.spare))? {
            self.document.read_head(&value);
            self.spare.add(value);
        }
        Ok(())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.instead(|seed| seed.visit_bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.instead(|seed| seed.visit_i64(value))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.instead(|seed| seed.visit_i128(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.instead(|seed| seed.visit_u64(value))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.instead(|seed| seed.visit_u128(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.instead(|seed| seed.visit_f64(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.instead(|_| Ok(Value::Text(Cow::Owned(value.to_owned()))))
    }

    fn visit_bytes<E: Error>(self, value: &[u8]) -> Result<(), E> {
        self.instead(|seed| seed.visit_bytes(value))
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.instead(|_| Ok(Value::Null))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.instead(|_| Ok(Value::Null))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<(), A::Error> {
        self.instead(|seed| seed.visit_enum(data))
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<(), D::Error> {
        self.inside(inner)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<(), D::Error> {
        self.inside(inner)
    }
}
