//! The shapes of the document for serde's derive: with borrowed text they are the
//! floor of loading, with owned text what a user would write. Not every field is
//! looked at: all are parsed.

use std::borrow::Cow;
use std::fmt;
use std::hint::black_box;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer, StrDeserializer};
use serde::de::{Deserializer, Error, MapAccess, Visitor};

/// Text that borrows where nothing in it is escaped.
#[derive(Deserialize)]
pub(crate) struct Words<'t>(#[serde(borrow)] pub(crate) Cow<'t, str>);

#[expect(dead_code, reason = "parsed as all of the document is")]
#[derive(Deserialize)]
#[serde(bound(deserialize = "S: Deserialize<'de>, T: Deserialize<'de>, P: Deserialize<'de>"))]
pub(crate) struct DocumentRow<S, T, P = Keyed<S, PostRow<S, T>>> {
    pub(crate) title: T,
    pub(crate) profession: Keyed<S, EntryRow<S, T>>,
    pub(crate) unit: Keyed<S, EntryRow<S, T>>,
    #[serde(default)]
    pub(crate) head: Vec<HeadRow<S>>,
    pub(crate) post: P,
}

/// What the floor of loading parses.
pub(crate) type Borrowed<'t> = DocumentRow<&'t str, Words<'t>>;

/// The same, of which no post is kept.
pub(crate) type Visited<'t> =
    DocumentRow<&'t str, Words<'t>, Passed<&'t str, PostRow<&'t str, Words<'t>>>>;

/// What a user parses.
pub(crate) type Owned = DocumentRow<String, String>;

#[expect(dead_code, reason = "parsed as all of the document is")]
#[derive(Deserialize)]
pub(crate) struct EntryRow<S, T> {
    pub(crate) title: T,
    pub(crate) within: Option<S>,
}

#[derive(Deserialize)]
pub(crate) struct HeadRow<S> {
    pub(crate) kind: S,
    pub(crate) unit: S,
    pub(crate) profession: Option<S>,
    pub(crate) post: S,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "S: Deserialize<'de>, T: Deserialize<'de>"))]
pub(crate) struct PostRow<S, T> {
    pub(crate) title: T,
    pub(crate) unit: Option<S>,
    pub(crate) grade: Option<S>,
    pub(crate) profession: Option<S>,
    pub(crate) holder: Option<S>,
    #[serde(default)]
    pub(crate) vacant: bool,
    pub(crate) operational: Option<Told<S>>,
    pub(crate) professional: Option<Told<S>>,
    pub(crate) clinical: Option<Told<S>>,
    #[serde(default)]
    pub(crate) deputies: Vec<Told<S>>,
}

/// An id, or a table that has one or says why there is none.
pub(crate) enum Told<S> {
    Id(S),
    Table(ToldRow<S>),
}

#[expect(dead_code, reason = "parsed as all of the document is")]
#[derive(Deserialize)]
pub(crate) struct ToldRow<S> {
    pub(crate) post: Option<S>,
    #[serde(default)]
    pub(crate) onward: bool,
    pub(crate) none: Option<S>,
    pub(crate) unstated: Option<S>,
}

impl<S> Told<S> {
    /// The post that is named, if one is.
    pub(crate) fn post(&self) -> Option<&S> {
        match self {
            Self::Id(id) => Some(id),
            Self::Table(row) => row.post.as_ref(),
        }
    }

    pub(crate) fn is_onward(&self) -> bool {
        matches!(self, Self::Table(row) if row.onward)
    }
}

impl<'de, S: Deserialize<'de>> Deserialize<'de> for Told<S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ToldVisitor(PhantomData))
    }
}

struct ToldVisitor<S>(PhantomData<S>);

impl<'de, S: Deserialize<'de>> Visitor<'de> for ToldVisitor<S> {
    type Value = Told<S>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id or a table")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Told<S>, E> {
        S::deserialize(BorrowedStrDeserializer::new(text)).map(Told::Id)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Told<S>, E> {
        S::deserialize(StrDeserializer::new(text)).map(Told::Id)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Told<S>, A::Error> {
        ToldRow::deserialize(MapAccessDeserializer::new(map)).map(Told::Table)
    }
}

/// A table keyed by id, in document order.
pub(crate) struct Keyed<K, V>(pub(crate) Vec<(K, V)>);

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Keyed<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(KeyedVisitor(PhantomData))
    }
}

/// A table whose entries are read and dropped: how many there were.
pub(crate) struct Passed<K, V>(pub(crate) usize, PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Passed<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self(0, PhantomData))
    }
}

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for Passed<K, V> {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some(entry) = map.next_entry::<K, V>()? {
            black_box(entry);
            self.0 += 1;
        }
        Ok(self)
    }
}

struct KeyedVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for KeyedVisitor<K, V> {
    type Value = Keyed<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keyed<K, V>, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Keyed(entries))
    }
}
