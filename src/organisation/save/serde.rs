//! An organisation in any serde format.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::document::{Document, Value};

use super::Organisation;

impl Serialize for Organisation {
    /// The document, each post as it comes: nothing is held twice.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in self.top().into_iter().chain(self.settings()) {
            map.serialize_entry(&key, &value)?;
        }
        for (table, entries) in self.registers() {
            if !entries.is_empty() {
                map.serialize_entry(table, &Value::Table(entries))?;
            }
        }
        if !self.headships.is_empty() {
            let heads: Vec<_> = self
                .head_records()
                .map(|head| Value::Table(head.into_entries()))
                .collect();
            map.serialize_entry("head", &heads)?;
        }
        if !self.declared.is_empty() {
            map.serialize_entry("post", &Posts(self))?;
        }
        map.end()
    }
}

struct Posts<'o>(&'o Organisation);

impl Serialize for Posts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let posts = self.0.post_entries();
        serializer.collect_map(posts.map(|(id, entries)| (id, Value::Table(entries))))
    }
}

impl<'de> Deserialize<'de> for Organisation {
    /// Through [`Document`] and the same one door: the error lists every
    /// problem.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = Document::deserialize(deserializer)?;
        Self::try_from(document).map_err(D::Error::custom)
    }
}
