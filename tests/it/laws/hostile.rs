//! A format that tells of more than there is.

use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::tree::Tree;

/// Reads a tree, and says of each list and table that it has no end.
pub(super) struct Boastful<'de>(pub(super) &'de Tree);

impl<'de> Deserializer<'de> for Boastful<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(value) => visitor.visit_bool(*value),
            #[expect(clippy::cast_possible_truncation, reason = "whole and small")]
            Tree::Number(value) if value.fract() == 0.0 => visitor.visit_i64(*value as i64),
            Tree::Number(value) => visitor.visit_f64(*value),
            Tree::Text(text) => visitor.visit_borrowed_str(text),
            Tree::List(items) => visitor.visit_seq(Items(items)),
            Tree::Table(entries) => visitor.visit_map(Entries(entries)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

struct Items<'de>(&'de [Tree]);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some((first, rest)) = self.0.split_first() else {
            return Ok(None);
        };
        self.0 = rest;
        seed.deserialize(Boastful(first)).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::MAX)
    }
}

struct Entries<'de>(&'de [(String, Tree)]);

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some((key, _)) = self.0.first() else {
            return Ok(None);
        };
        let key: StrDeserializer<'_, Error> = key.as_str().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        let ((_, value), rest) = self.0.split_first().expect("a key was read");
        self.0 = rest;
        seed.deserialize(Boastful(value))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::MAX)
    }
}
