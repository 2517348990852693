//! Values into columns: the one place that knows what each key may hold.
//!
//! Nothing is refused here: what cannot be meant becomes a [`Fault`], and the
//! reading goes on.

// INVARIANT(own-numbers): a row is pushed before it is written, a key has the place its table gives it.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "rows and places of keys are its own"
    )
)]

mod at;
mod entries;
mod findings;
mod holders;
mod lists;
mod meant;
mod post;
mod top;

#[cfg(feature = "serde")]
pub(super) use top::SINGLE;

use std::borrow::Cow;
use std::collections::hash_map;

use foldhash::HashMap;

use crate::model::{Accountability, Standing};
use crate::near;

use super::Document;
use super::columns::{Backing, FactKey};
use super::misread::{self, Fault, Misread, SEPARABLE};
use super::texts::Txt;
use super::value::Value;
use super::wanted::Wanted;

use at::At;
use meant::meant;

/// The values of a table at the keys asked for.
struct Fields<'v, 'a, const N: usize> {
    values: [Option<&'v Value<'a>>; N],
    /// Whether every key was known and said one thing.
    whole: bool,
    /// Whether the key, or a near miss of it, was given at all.
    has_meant: [bool; N],
}

/// The keys and values of a table as they are written.
type Pairs<'a> = [(Cow<'a, str>, Value<'a>)];

/// The keys any table of facts may have, last in every list of keys.
const BASIS: &str = "basis";
const STANDING: &str = "standing";
const WHY: &str = "why";

impl Document {
    fn fault(&mut self, at: At<'_>, what: Misread) {
        self.faults.push(Fault {
            table: at.table,
            row: at.row,
            path: at.path(),
            what,
        });
    }

    /// Reads one record, and tells its faults in the order in which it is written.
    fn as_written(&mut self, record: &Value<'_>, read: impl FnOnce(&mut Self)) {
        let told = self.faults.len();
        read(self);
        misread::sort_as_written(&mut self.faults[told..], record);
    }

    fn wrong_type(&mut self, at: At<'_>, wanted: Wanted, value: &Value<'_>) {
        self.fault(at, wanted.is_not(value));
    }

    /// The values at `keys`, reporting keys that are unknown or repeated.
    fn fields<'v, 'a, const N: usize>(
        &mut self,
        at: At<'_>,
        table: &'v Pairs<'a>,
        keys: &[&'static str; N],
        place_of: impl Fn(&str) -> Option<usize>,
    ) -> Fields<'v, 'a, N> {
        let mut fields = Fields {
            values: [None; N],
            whole: true,
            has_meant: [false; N],
        };
        let mut differing = [false; N];
        for (key, value) in table {
            let Some(place) = place_of(key) else {
                let near =
                    meant(at, key, table).or_else(|| near::nearest(key, keys.iter().copied()));
                self.fault(at.key(key), Misread::UnknownKey { near });
                fields.whole = false;
                if let Some(meant) = near.and_then(&place_of) {
                    fields.has_meant[meant] = true;
                }
                continue;
            };
            fields.has_meant[place] = true;
            match fields.values[place] {
                None => fields.values[place] = Some(value),
                Some(first) => {
                    let differs = first != value;
                    self.fault(at.key(key), Misread::RepeatedKey { differs });
                    differing[place] |= differs;
                }
            }
        }
        for ((value, differs), key) in fields.values.iter_mut().zip(differing).zip(keys) {
            if differs {
                *value = None;
                fields.whole &= SEPARABLE.contains(key);
            }
        }
        fields
    }

    /// The values at `keys` of a small table; `None` if it is no table.
    fn small<'v, 'a, const N: usize>(
        &mut self,
        at: At<'_>,
        value: &'v Value<'a>,
        keys: &[&'static str; N],
        wanted: Wanted,
    ) -> Option<Fields<'v, 'a, N>> {
        match value {
            Value::Table(table) => Some(self.fields(at, table, keys, |key| {
                keys.iter().position(|known| *known == key)
            })),
            other => {
                self.wrong_type(at, wanted, other);
                None
            }
        }
    }

    fn text<'v>(
        &mut self,
        at: At<'_>,
        value: &'v Value<'_>,
        expected: &'static str,
    ) -> Option<&'v str> {
        match value {
            Value::Text(text) if is_blank(text) => {
                self.fault(at, Misread::Blank);
                None
            }
            Value::Text(text) => Some(text),
            other => {
                self.wrong_type(at, Wanted::text(expected), other);
                None
            }
        }
    }

    fn words(&mut self, at: At<'_>, value: Option<&Value<'_>>) -> Option<Txt> {
        let text = self.text(at, value?, "text")?;
        Some(self.text.intern(text))
    }

    fn flag(&mut self, at: At<'_>, value: Option<&Value<'_>>) -> Option<bool> {
        match value? {
            Value::Bool(flag) => Some(*flag),
            other => {
                self.wrong_type(at, Wanted::true_or_false(), other);
                None
            }
        }
    }

    fn one_of<T: Copy>(
        &mut self,
        at: At<'_>,
        value: Option<&Value<'_>>,
        choices: &[(&str, T)],
        expected: &'static str,
    ) -> Option<T> {
        let value = value?;
        if let Value::Text(text) = value
            && let Some((_, choice)) = choices.iter().find(|(word, _)| word == text)
        {
            return Some(*choice);
        }
        self.wrong_type(at, Wanted::word(expected), value);
        None
    }

    fn accountability(&mut self, at: At<'_>, value: Option<&Value<'_>>) -> Option<Accountability> {
        let choices = Accountability::ALL.map(|kind| (kind.as_str(), kind));
        self.one_of(
            at,
            value,
            &choices,
            "one of `operational`, `professional`, `clinical`",
        )
    }

    fn list<'v, 'a>(
        &mut self,
        at: At<'_>,
        value: Option<&'v Value<'a>>,
        wanted: Wanted,
    ) -> &'v [Value<'a>] {
        match value {
            None => &[],
            Some(Value::List(items)) => items,
            Some(other) => {
                self.wrong_type(at, wanted, other);
                &[]
            }
        }
    }

    /// `basis`, `standing` and `why` of any table.
    fn backing<const N: usize>(&mut self, at: At<'_>, fields: &Fields<'_, '_, N>) -> Backing {
        let mut backing = Backing::default();
        let [basis, standing, why] = [N - 3, N - 2, N - 1].map(|place| fields.values[place]);
        let has_basis = fields.has_meant[N - 3];
        if let Some(value) = basis {
            let inside = at.key(BASIS);
            if let Some(fields) = self.small(
                inside,
                value,
                &["source", "at"],
                Wanted::other("a table { source, at }"),
            ) {
                let [source, told] = fields.values;
                let place = self.words(inside.key("at"), told);
                match source {
                    None if fields.whole => {
                        self.fault(inside, Misread::Missing { what: "`source`" });
                    }
                    None => {}
                    Some(source) => {
                        let source = self.text(inside.key("source"), source, "the id of a source");
                        let is_whole = fields.whole && told.is_some() == place.is_some();
                        if let Some(source) = source.filter(|_| is_whole) {
                            backing.source = Some(self.sources.ids.intern(source));
                            backing.at = place;
                        }
                    }
                }
            }
        }
        let choices = Standing::ALL.map(|standing| (standing.as_str(), standing));
        let inside = at.key(STANDING);
        let expected = "one of `stated`, `given`, `inferred`, `assumed`";
        match self.one_of(inside, standing, &choices, expected) {
            Some(Standing::Stated) if !has_basis => {
                self.fault(inside, Misread::Standing { has_basis: false });
            }
            Some(Standing::Given) if has_basis => {
                self.fault(inside, Misread::Standing { has_basis: true });
            }
            // What the basis makes it anyway is not kept apart.
            Some(Standing::Stated | Standing::Given) | None => {}
            weaker => backing.standing = weaker,
        }
        backing.why = self.words(at.key(WHY), why);
        backing
    }

    /// An id alone, or a table with it at the first of `keys`. The id is `None` if
    /// the item as a whole cannot be taken at its word: the rest of the table is
    /// there to be read all the same.
    fn short_or_table<'v, 'a, const N: usize>(
        &mut self,
        at: At<'_>,
        value: &'v Value<'a>,
        keys: &[&'static str; N],
        expected: &'static str,
    ) -> Option<(Option<&'v str>, Fields<'v, 'a, N>)> {
        if let Value::Text(_) = value {
            let fields = Fields {
                values: [None; N],
                whole: true,
                has_meant: [false; N],
            };
            return Some((self.text(at, value, expected), fields));
        }
        let fields = self.small(at, value, keys, Wanted::text(expected))?;
        let told = fields.values[0];
        if told.is_none() && fields.whole {
            let what = missing(keys[0]);
            self.fault(at, Misread::Missing { what });
        }
        let short = told.and_then(|value| self.text(at.key(keys[0]), value, expected));
        Some((short.filter(|_| fields.whole), fields))
    }

    fn reference<'v>(
        &mut self,
        at: At<'_>,
        value: Option<&'v Value<'_>>,
        expected: &'static str,
    ) -> Option<(&'v str, Backing)> {
        let keys = ["to", BASIS, STANDING, WHY];
        let value = value?;
        if let Value::Text(_) = value {
            return Some((self.text(at, value, expected)?, Backing::default()));
        }
        let (to, fields) = self.short_or_table(at, value, &keys, expected)?;
        let backing = self.backing(at, &fields);
        Some((to?, backing))
    }

    fn keep_backing(&mut self, row: u32, fact: FactKey, backing: Backing) {
        if !backing.is_empty() {
            self.posts.backing.push(row, (fact, backing));
        }
    }

    /// The entries of a table with keys of the user's own, without those that are
    /// repeated and differ.
    fn each_once<'v, 'a>(
        &mut self,
        at: At<'_>,
        table: &'v Pairs<'a>,
    ) -> Vec<(&'v str, &'v Value<'a>)> {
        let mut seen: HashMap<&str, Option<&Value<'_>>> = HashMap::default();
        for (key, value) in table {
            match seen.entry(key) {
                hash_map::Entry::Vacant(slot) => {
                    slot.insert(Some(value));
                }
                hash_map::Entry::Occupied(mut slot) => {
                    let differs = *slot.get() != Some(value);
                    self.fault(at.key(key), Misread::RepeatedKey { differs });
                    if differs {
                        slot.insert(None);
                    }
                }
            }
        }
        let keys = table.iter().map(|(key, _)| &**key);
        keys.filter_map(|key| Some((key, seen.remove(key).flatten()?)))
            .collect()
    }
}

/// Whether there is nothing but white space. Most texts begin with a letter.
fn is_blank(text: &str) -> bool {
    !text.starts_with(|first: char| first.is_ascii_graphic()) && text.trim().is_empty()
}

fn missing(key: &str) -> &'static str {
    match key {
        "name" => "`name`",
        "post" => "`post`",
        _ => "`to`",
    }
}
