//! What a tree means: the same for every way of writing the same facts.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::facts::is_keyed_by_id;
use super::records::{KIND_WORDS, RELATION_WORDS};
use super::tree::Tree;

/// The facts of a tree in which nothing is faulty but repeats that agree.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Meaning {
    /// The top level and `kind`.
    pub(super) top: Value,
    /// The tables keyed by id, entries in order.
    pub(super) tables: BTreeMap<String, Vec<(String, Value)>>,
    pub(super) heads: Vec<Value>,
}

impl Meaning {
    pub(super) fn of(tree: &Tree) -> Self {
        let mut meaning = Self {
            top: json!({}),
            tables: BTreeMap::new(),
            heads: Vec::new(),
        };
        for (key, value) in tree.entries() {
            if is_keyed_by_id(key) {
                let entries = meaning.tables.entry(key.clone()).or_default();
                for (id, entry) in value.entries() {
                    let told = if key == "post" {
                        post(id, entry)
                    } else {
                        entry_meaning(entry)
                    };
                    match entries.iter_mut().find(|(of, _)| of == id) {
                        None => entries.push((id.clone(), told)),
                        Some((_, first)) if *first == told => {}
                        Some((_, first)) => {
                            *first = json!({ "one says": first, "another says": told });
                        }
                    }
                }
            } else if key == "head" {
                meaning.heads.extend(value.items().iter().map(head));
            } else if !value.is_empty() {
                let titled = |of: &Tree| !of.is_empty();
                let value = match (key.as_str(), value) {
                    ("findings", Tree::Table(_)) => findings(value),
                    ("kind", Tree::Table(kinds)) => Tree::Table(
                        kinds
                            .iter()
                            .filter(|(_, kind)| titled(kind))
                            .cloned()
                            .collect(),
                    ),
                    _ => value.clone(),
                };
                if !value.is_empty() {
                    put(&mut meaning.top, key, plain(&value));
                }
            }
        }
        meaning.tables.retain(|_, entries| !entries.is_empty());
        meaning.say_once();
        meaning
    }

    /// All of it as one value.
    pub(super) fn whole(&self) -> Value {
        let mut whole = json!({ "top": self.top, "heads": self.heads });
        for (table, entries) in &self.tables {
            let ids: Vec<_> = entries.iter().map(|(id, _)| id).collect();
            let told: serde_json::Map<_, _> = entries.iter().cloned().collect();
            put(&mut whole, table, json!({ "ids": ids, "told": told }));
        }
        whole
    }

    pub(super) fn posts(&mut self) -> &mut Vec<(String, Value)> {
        self.tables.entry("post".to_owned()).or_default()
    }

    /// Keeps what two posts work with each other at the one that says more, at the
    /// first if they say the same, and at both if they say different things.
    fn say_once(&mut self) {
        let mut told: Vec<(String, String, Value)> = Vec::new();
        for (id, post) in self.posts() {
            for link in post["works_with"].as_array().into_iter().flatten() {
                if let Some(to) = link["to"].as_str() {
                    told.push((id.clone(), to.to_owned(), without_to(link)));
                }
            }
        }
        let place = |of: &str, to: &str| told.iter().position(|(a, b, _)| a == of && b == to);
        for (id, post) in self.posts() {
            let Some(links) = post.get_mut("works_with").and_then(Value::as_array_mut) else {
                continue;
            };
            links.retain(|link| {
                let to = link["to"].as_str().unwrap_or_default();
                let Some(again) = place(to, id) else {
                    return true;
                };
                let is_first = place(id, to) < Some(again);
                let (own, other) = (without_to(link), &told[again].2);
                if own == *other {
                    is_first
                } else {
                    own != json!({})
                }
            });
            if links.is_empty() {
                post.as_object_mut().map(|post| post.remove("works_with"));
            }
        }
    }
}

/// Settings of findings, each allowance as a table in a list.
fn findings(settings: &Tree) -> Tree {
    let allowed = |entry: &(String, Tree)| {
        let (code, value) = entry;
        let items = match value {
            Tree::List(items) => items.clone(),
            one => vec![one.clone()],
        };
        let long = items.into_iter().map(|item| match item {
            Tree::Text(why) => Tree::Table(vec![("why".to_owned(), Tree::Text(why))]),
            other => other,
        });
        let long: Vec<Tree> = long.collect();
        (!long.is_empty()).then(|| (code.clone(), Tree::List(long)))
    };
    let kept = settings.entries().iter().filter_map(|(key, value)| {
        let value = match (key.as_str(), value) {
            ("allow", Tree::Table(codes)) => {
                Tree::Table(codes.iter().filter_map(allowed).collect())
            }
            _ => value.clone(),
        };
        (!value.is_empty()).then(|| (key.clone(), value))
    });
    Tree::Table(kept.collect())
}

fn without_to(link: &Value) -> Value {
    let mut terms = link.clone();
    terms.as_object_mut().map(|terms| terms.remove("to"));
    terms
}

pub(super) fn put(table: &mut Value, key: &str, value: Value) {
    if let Some(table) = table.as_object_mut() {
        match table.get(key) {
            // Told twice, with the same words.
            Some(first) if *first != value => {
                let both = json!({ "one says": first, "another says": value });
                table.insert(key.to_owned(), if value.is_null() { value } else { both });
            }
            _ => {
                table.insert(key.to_owned(), value);
            }
        }
    }
}

fn plain(tree: &Tree) -> Value {
    match tree {
        Tree::Null => Value::Null,
        Tree::Bool(value) => json!(value),
        Tree::Number(value) => json!(value),
        Tree::Text(text) => json!(text),
        Tree::List(items) => items.iter().map(plain).collect(),
        Tree::Table(entries) => {
            let mut table = json!({});
            for (key, value) in entries {
                put(&mut table, key, plain(value));
            }
            table
        }
    }
}

/// A table with `short` at `key`, if it is written short.
fn long(tree: &Tree, key: &str) -> Value {
    let mut table = json!({});
    match tree {
        Tree::Table(entries) => {
            for (key, value) in entries {
                let is_default = match (key.as_str(), value) {
                    ("authority", Tree::Text(word)) => word == "act",
                    ("onward" | "personal", Tree::Bool(word)) => !word,
                    ("standing", Tree::Text(word)) => word == "given" || word == "stated",
                    _ => false,
                };
                if !is_default {
                    put(&mut table, key, plain(value));
                }
            }
        }
        other => put(&mut table, key, plain(other)),
    }
    table
}

fn entry_meaning(entry: &Tree) -> Value {
    let mut told = long(entry, "");
    for (_, within) in entry.entries().iter().filter(|(key, _)| key == "within") {
        told["within"] = long(within, "to");
    }
    told
}

fn head(head: &Tree) -> Value {
    long(head, "")
}

fn post(id: &str, entry: &Tree) -> Value {
    let mut told = json!({});
    for (key, value) in entry.entries() {
        let each = |short: &str, once: bool| {
            let mut items: Vec<Value> = Vec::new();
            for item in value.items() {
                let item = match item {
                    Tree::List(pool) => pool.iter().map(|one| long(one, short)).collect(),
                    one => long(one, short),
                };
                let is_empty = item.as_array().is_some_and(Vec::is_empty);
                if !(is_empty || once && items.contains(&item)) {
                    items.push(item);
                }
            }
            Value::Array(items)
        };
        let (key, meaning) = match key.as_str() {
            "kind" if value.text() == Some("individual") => continue,
            "vacant" if *value == Tree::Bool(false) => continue,
            "holder" => ("holders", Value::Array(vec![long(value, "name")])),
            "holders" => ("holders", each("name", false)),
            "deputies" => ("deputies", each("post", false)),
            "members" => ("members", each("post", true)),
            "also" => ("also", each("", true)),
            "standing" if matches!(value.text(), Some("given" | "stated")) => continue,
            "unit" | "profession" | "chair" => (key.as_str(), long(value, "to")),
            of if KIND_WORDS.contains(&of) => (of, long(value, "to")),
            of if RELATION_WORDS.contains(&of) => (of, each("to", true)),
            of => (of, plain(value)),
        };
        let is_empty = meaning.as_array().is_some_and(Vec::is_empty) || meaning == json!({});
        if !is_empty {
            put(&mut told, key, meaning);
        }
    }
    if told.get("title").is_none() {
        put(&mut told, "title", json!(id));
    }
    told
}

/// Where two values differ, each place with what either has there.
pub(super) fn differences(got: &Value, expected: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    let mut places = vec![(String::new(), got, expected)];
    while let Some((place, got, expected)) = places.pop() {
        match (got, expected) {
            (Value::Object(a), Value::Object(b)) => {
                let keys: std::collections::BTreeSet<_> = a.keys().chain(b.keys()).collect();
                for key in keys {
                    let (a, b) = (
                        a.get(key).unwrap_or(&Value::Null),
                        b.get(key).unwrap_or(&Value::Null),
                    );
                    places.push((format!("{place}/{key}"), a, b));
                }
            }
            (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
                let items = a.iter().zip(b).enumerate();
                places.extend(items.map(|(at, (a, b))| (format!("{place}/{at}"), a, b)));
            }
            (a, b) if a == b => {}
            (a, b) => differences.push(format!("{place}: {a} and not {b}")),
        }
    }
    differences
}
