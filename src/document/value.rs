//! Any value of a self-describing format, with repeats and order kept.

use std::borrow::Cow;

/// How deep a value may be nested; the document itself needs six levels.
#[cfg(feature = "serde")]
const DEEPEST: usize = 16;

/// The keys and values of a table, in order, repeats included.
pub(crate) type Entries<'a> = Vec<(Cow<'a, str>, Value<'a>)>;

/// A value as a document holds it, before anything is made of it.
///
/// Tables are equal that say the same, in whatever order.
#[derive(Debug, Clone)]
pub(crate) enum Value<'a> {
    #[cfg_attr(
        not(any(feature = "serde", test)),
        expect(dead_code, reason = "no record says so: only what is read may")
    )]
    Null,
    Bool(bool),
    Integer(i64),
    Float(f64),
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    Table(Entries<'a>),
    /// Something no document holds; what it is.
    #[cfg_attr(
        not(any(feature = "serde", test)),
        expect(dead_code, reason = "no record says so: only what is read may")
    )]
    Other(&'static str),
}

impl PartialEq for Value<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Integer(a), Self::Integer(b)) => a == b,
            (Self::Float(a), Self::Float(b)) => a == b,
            (Self::Text(a), Self::Text(b)) => a == b,
            (Self::List(a), Self::List(b)) => a == b,
            (Self::Table(a), Self::Table(b)) => a.len() == b.len() && by_key(a) == by_key(b),
            (Self::Other(a), Self::Other(b)) => a == b,
            _ => false,
        }
    }
}

fn by_key<'e, 'a>(entries: &'e Entries<'a>) -> Vec<&'e (Cow<'a, str>, Value<'a>)> {
    let mut sorted: Vec<_> = entries.iter().collect();
    sorted.sort_by(|(a, _), (b, _)| a.cmp(b));
    sorted
}

impl Value<'_> {
    /// What it is, for a message.
    pub(crate) fn sort(&self) -> &'static str {
        match self {
            Self::Null => "`null`",
            Self::Bool(_) => "true or false",
            Self::Integer(_) => "a whole number",
            Self::Float(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
            Self::Other(sort) => sort,
        }
    }

    /// The same value, borrowing nothing.
    #[cfg(feature = "serde")]
    pub(crate) fn into_owned(self) -> Value<'static> {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(value),
            Self::Integer(value) => Value::Integer(value),
            Self::Float(value) => Value::Float(value),
            Self::Text(value) => Value::Text(Cow::Owned(value.into_owned())),
            Self::List(items) => Value::List(items.into_iter().map(Value::into_owned).collect()),
            Self::Table(entries) => Value::Table(
                entries
                    .into_iter()
                    .map(|(key, value)| (Cow::Owned(key.into_owned()), value.into_owned()))
                    .collect(),
            ),
            Self::Other(sort) => Value::Other(sort),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

#[cfg(feature = "serde")]
mod reading {
    use std::borrow::Cow;
    use std::fmt;

    use serde::de::{
        DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
    };

    use super::{DEEPEST, Entries, Value};

    /// What a number is that no document needs.
    const HUGE: &str = "too large a number";

    /// The key under which the toml crate hands over a date.
    const TOML_DATE: &str = "$__toml_private_datetime";

    /// The key under which `serde_json` hands over a number, where it keeps every
    /// digit (its feature `arbitrary_precision`).
    const JSON_NUMBER: &str = "$serde_json::private::Number";

    /// Whether these are the one key and value of a date of the toml crate.
    pub(crate) fn is_toml_date(key: &str, value: &Value<'_>) -> bool {
        let is_of_date = |c: char| c.is_ascii_digit() || " :.+-TtZz".contains(c);
        key == TOML_DATE
            && matches!(value, Value::Text(text)
                if text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(is_of_date))
    }

    /// The number of which these are the one key and value.
    fn json_number(key: &str, value: &Value<'_>) -> Option<Value<'static>> {
        let Value::Text(digits) = value else {
            return None;
        };
        if key != JSON_NUMBER {
            return None;
        }
        if let Ok(number) = digits.parse() {
            return Some(Value::Integer(number));
        }
        let number: f64 = digits.parse().ok()?;
        let is_whole = digits
            .bytes()
            .all(|byte| matches!(byte, b'-' | b'0'..=b'9'));
        Some(if number.is_finite() && !is_whole {
            Value::Float(number)
        } else {
            Value::Other(HUGE)
        })
    }

    /// Tables and lists that have been read, emptied: the next values are read
    /// into their memory.
    #[derive(Default)]
    pub(crate) struct Spare<'a> {
        tables: Vec<Entries<'a>>,
        lists: Vec<Vec<Value<'a>>>,
    }

    impl<'a> Spare<'a> {
        /// Takes a value apart.
        pub(crate) fn add(&mut self, value: Value<'a>) {
            match value {
                Value::Table(mut entries) => {
                    entries.drain(..).for_each(|(_, value)| self.add(value));
                    self.tables.push(entries);
                }
                Value::List(mut items) => {
                    items.drain(..).for_each(|item| self.add(item));
                    self.lists.push(items);
                }
                _ => {}
            }
        }
    }

    /// Reads one [`Value`].
    pub(crate) struct ValueSeed<'s, 'a> {
        depth: usize,
        spare: &'s mut Spare<'a>,
    }

    impl<'s, 'a> ValueSeed<'s, 'a> {
        pub(crate) fn new(spare: &'s mut Spare<'a>) -> Self {
            Self { depth: 0, spare }
        }

        fn below(&mut self) -> ValueSeed<'_, 'a> {
            ValueSeed {
                depth: self.depth.saturating_add(1),
                spare: self.spare,
            }
        }
    }

    /// How deep what an option or a struct of one value wraps is nested.
    pub(crate) fn unwrapped<E: Error>(depth: usize) -> Result<usize, E> {
        if depth >= DEEPEST {
            return Err(E::custom("options nested too deep"));
        }
        Ok(depth.saturating_add(1))
    }

    impl<'de> ValueSeed<'_, 'de> {
        /// Reads what an option or a struct of one value wraps.
        fn inside<D: Deserializer<'de>>(self, inner: D) -> Result<Value<'de>, D::Error> {
            let depth = unwrapped(self.depth)?;
            inner.deserialize_any(Self { depth, ..self })
        }
    }

    impl<'de> DeserializeSeed<'de> for ValueSeed<'_, 'de> {
        type Value = Value<'de>;

        fn deserialize<D: Deserializer<'de>>(
            self,
            deserializer: D,
        ) -> Result<Value<'de>, D::Error> {
            deserializer.deserialize_any(self)
        }
    }

    impl<'de> Visitor<'de> for ValueSeed<'_, 'de> {
        type Value = Value<'de>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("any value")
        }

        fn visit_bool<E>(self, value: bool) -> Result<Value<'de>, E> {
            Ok(Value::Bool(value))
        }

        fn visit_i64<E>(self, value: i64) -> Result<Value<'de>, E> {
            Ok(Value::Integer(value))
        }

        fn visit_i128<E>(self, value: i128) -> Result<Value<'de>, E> {
            Ok(i64::try_from(value).map_or(Value::Other(HUGE), Value::Integer))
        }

        fn visit_u64<E>(self, value: u64) -> Result<Value<'de>, E> {
            Ok(i64::try_from(value).map_or(Value::Other(HUGE), Value::Integer))
        }

        fn visit_u128<E>(self, value: u128) -> Result<Value<'de>, E> {
            Ok(i64::try_from(value).map_or(Value::Other(HUGE), Value::Integer))
        }

        fn visit_f64<E>(self, value: f64) -> Result<Value<'de>, E> {
            Ok(Value::Float(value))
        }

        fn visit_str<E>(self, value: &str) -> Result<Value<'de>, E> {
            Ok(Value::Text(Cow::Owned(value.to_owned())))
        }

        fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Value<'de>, E> {
            Ok(Value::Text(Cow::Borrowed(value)))
        }

        fn visit_string<E>(self, value: String) -> Result<Value<'de>, E> {
            Ok(Value::Text(Cow::Owned(value)))
        }

        fn visit_bytes<E>(self, _: &[u8]) -> Result<Value<'de>, E> {
            Ok(Value::Other("bytes"))
        }

        fn visit_none<E>(self) -> Result<Value<'de>, E> {
            Ok(Value::Null)
        }

        fn visit_unit<E>(self) -> Result<Value<'de>, E> {
            Ok(Value::Null)
        }

        fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Value<'de>, D::Error> {
            self.inside(inner)
        }

        fn visit_newtype_struct<D: Deserializer<'de>>(
            self,
            inner: D,
        ) -> Result<Value<'de>, D::Error> {
            self.inside(inner)
        }

        fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Value<'de>, A::Error> {
            use serde::de::VariantAccess;
            let (_, variant) = data.variant::<IgnoredAny>()?;
            variant.newtype_variant::<IgnoredAny>()?;
            Ok(Value::Other("a variant"))
        }

        fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<Value<'de>, A::Error> {
            if self.depth >= DEEPEST {
                while items.next_element::<IgnoredAny>()?.is_some() {}
                return Ok(Value::Other("something nested too deep"));
            }
            let mut list = self.spare.lists.pop().unwrap_or_default();
            while let Some(item) = items.next_element_seed(self.below())? {
                list.push(item);
            }
            Ok(Value::List(list))
        }

        fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Value<'de>, A::Error> {
            if self.depth >= DEEPEST {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                return Ok(Value::Other("something nested too deep"));
            }
            let mut entries = self.spare.tables.pop().unwrap_or_default();
            while let Some(key) = map.next_key_seed(KeySeed)? {
                let value = map.next_value_seed(self.below())?;
                entries.push((key, value));
            }
            if let [(key, value)] = &entries[..] {
                if is_toml_date(key, value) {
                    return Ok(Value::Other("a date"));
                }
                if let Some(number) = json_number(key, value) {
                    return Ok(number);
                }
            }
            Ok(Value::Table(entries))
        }
    }

    /// Reads the key of a map, borrowed where the format can lend it.
    pub(crate) struct KeySeed;

    impl<'de> DeserializeSeed<'de> for KeySeed {
        type Value = Cow<'de, str>;

        fn deserialize<D: Deserializer<'de>>(self, key: D) -> Result<Cow<'de, str>, D::Error> {
            key.deserialize_str(self)
        }
    }

    impl<'de> Visitor<'de> for KeySeed {
        type Value = Cow<'de, str>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a key that is text")
        }

        fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Cow<'de, str>, E> {
            Ok(Cow::Borrowed(key))
        }

        fn visit_str<E: Error>(self, key: &str) -> Result<Cow<'de, str>, E> {
            Ok(Cow::Owned(key.to_owned()))
        }

        fn visit_string<E: Error>(self, key: String) -> Result<Cow<'de, str>, E> {
            Ok(Cow::Owned(key))
        }
    }
}

#[cfg(feature = "serde")]
pub(crate) use reading::{KeySeed, Spare, ValueSeed, is_toml_date, unwrapped};

#[cfg(feature = "serde")]
impl serde::Serialize for Value<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null | Self::Other(_) => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i64(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(items) => serializer.collect_seq(items),
            Self::Table(entries) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}
