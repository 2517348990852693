//! A stream of tokens as a deserializer: what no text format hands over.

use serde::de::value::Error;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;

/// A value as a format hands it over.
#[derive(Clone)]
pub(super) enum Token {
    Unit,
    Absent,
    Present(Box<Token>),
    Newtype(Box<Token>),
    Bool(bool),
    I128(i128),
    U128(u128),
    U64(u64),
    F32(f32),
    Char(char),
    Text(&'static str),
    Bytes(&'static [u8]),
    List(Vec<Token>),
    Table(Vec<(Token, Token)>),
    /// A variant, with what it holds.
    Variant(Option<Box<Token>>),
    /// The format fails here.
    Broken,
}

/// A table with these keys.
pub(super) fn table<const N: usize>(entries: [(&'static str, Token); N]) -> Token {
    Token::Table(entries.map(|(key, value)| (Token::Text(key), value)).into())
}

impl<'de> Deserializer<'de> for Token {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Unit => visitor.visit_unit(),
            Self::Absent => visitor.visit_none(),
            Self::Present(inner) => visitor.visit_some(*inner),
            Self::Newtype(inner) => visitor.visit_newtype_struct(*inner),
            Self::Bool(value) => visitor.visit_bool(value),
            Self::I128(value) => visitor.visit_i128(value),
            Self::U128(value) => visitor.visit_u128(value),
            Self::U64(value) => visitor.visit_u64(value),
            Self::F32(value) => visitor.visit_f32(value),
            Self::Char(value) => visitor.visit_char(value),
            Self::Text(text) => visitor.visit_string(text.to_owned()),
            Self::Bytes(bytes) => visitor.visit_byte_buf(bytes.to_owned()),
            Self::List(items) => visitor.visit_seq(Items(items.into_iter())),
            Self::Table(entries) => visitor.visit_map(Entries(entries.into_iter(), None)),
            Self::Variant(inner) => visitor.visit_enum(Variant(inner)),
            Self::Broken => Err(Error::custom("the format broke off")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

struct Items(std::vec::IntoIter<Token>);

impl<'de> SeqAccess<'de> for Items {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        self.0.next().map(|item| seed.deserialize(item)).transpose()
    }
}

struct Entries(std::vec::IntoIter<(Token, Token)>, Option<Token>);

impl<'de> MapAccess<'de> for Entries {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.0.next() else {
            return Ok(None);
        };
        self.1 = Some(value);
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self.1.take().expect("a key was read"))
    }
}

struct Variant(Option<Box<Token>>);

impl<'de> EnumAccess<'de> for Variant {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Error> {
        Ok((seed.deserialize(Token::Text("Variant"))?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        match self.0 {
            Some(inner) => seed.deserialize(*inner),
            None => Err(Error::custom("the variant holds nothing")),
        }
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("the variant is no tuple"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        Err(Error::custom("the variant is no table"))
    }
}
