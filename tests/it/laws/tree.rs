//! A document as a tree that may say anything, repeats included, and its texts.

use std::fmt::Write;
/// A value; a table keeps its order and may repeat a key.
#[derive(Clone, PartialEq)]
pub(super) enum Tree {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Tree>),
    Table(Vec<(String, Tree)>),
}

impl std::fmt::Debug for Tree {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.to_json())
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Tree {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

/// A table of these.
pub(super) fn table<const N: usize>(entries: [(&str, Tree); N]) -> Tree {
    Tree::Table(
        entries
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

/// A list of these texts.
pub(super) fn texts(items: &[String]) -> Tree {
    Tree::List(items.iter().map(Tree::from).collect())
}

impl Tree {
    pub(super) fn put(&mut self, key: &str, value: impl Into<Tree>) {
        if let Self::Table(entries) = self {
            entries.push((key.to_owned(), value.into()));
        }
    }

    /// The first value at `key`.
    pub(super) fn get(&self, key: &str) -> Option<&Tree> {
        self.entries()
            .iter()
            .find(|(told, _)| told == key)
            .map(|(_, value)| value)
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Tree> {
        match self {
            Self::Table(entries) => entries
                .iter_mut()
                .find(|(told, _)| told == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// The entries of a table; none of anything else.
    pub(super) fn entries(&self) -> &[(String, Tree)] {
        match self {
            Self::Table(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; none of anything else.
    pub(super) fn items(&self) -> &[Tree] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Self::List(items) if items.is_empty())
            || matches!(self, Self::Table(entries) if entries.is_empty())
    }

    /// The text of the tree in JSON.
    pub(super) fn to_json(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Number(value) => value.to_string(),
            Self::Text(text) => serde_json::Value::from(text.as_str()).to_string(),
            Self::List(items) => {
                let items: Vec<_> = items.iter().map(Self::to_json).collect();
                format!("[{}]", items.join(", "))
            }
            Self::Table(entries) => {
                let pair = |(key, value): &(String, Tree)| {
                    format!("{}: {}", Self::from(key).to_json(), value.to_json())
                };
                let entries: Vec<_> = entries.iter().map(pair).collect();
                format!("{{{}}}", entries.join(",\n"))
            }
        }
    }

    /// The text of a document in TOML; its top level is plain keys, tables of
    /// entries, and the list of headships.
    pub(super) fn to_toml(&self) -> String {
        let mut text = String::new();
        for (key, value) in self.entries() {
            if !matches!(
                (key.as_str(), value),
                (_, Self::Table(_)) | ("head", Self::List(_))
            ) {
                writeln!(text, "{} = {}", toml_key(key), value.inline())
                    .expect("a string takes it");
            }
        }
        for (key, value) in self.entries() {
            match value {
                Self::Table(_) if key == "cover" || key == "findings" => {
                    write!(text, "[{key}]\n{}", value.pairs()).expect("a string takes it");
                }
                Self::Table(entries) => {
                    for (id, entry) in entries {
                        write!(
                            text,
                            "[{}.{}]\n{}",
                            toml_key(key),
                            toml_key(id),
                            entry.pairs()
                        )
                        .expect("a string takes it");
                    }
                }
                Self::List(items) if key == "head" => {
                    for item in items {
                        write!(text, "[[head]]\n{}", item.pairs()).expect("a string takes it");
                    }
                }
                _ => {}
            }
        }
        text
    }

    fn pairs(&self) -> String {
        let pair =
            |(key, value): &(String, Tree)| format!("{} = {}\n", toml_key(key), value.inline());
        self.entries().iter().map(pair).collect()
    }

    fn inline(&self) -> String {
        match self {
            Self::Null => "\"null\"".to_owned(),
            Self::Text(text) => basic_text(text),
            Self::Bool(value) => value.to_string(),
            Self::Number(value) => value.to_string(),
            Self::List(items) => {
                let items: Vec<_> = items.iter().map(Self::inline).collect();
                format!("[{}]", items.join(", "))
            }
            Self::Table(entries) => {
                let pair = |(key, value): &(String, Tree)| {
                    format!("{} = {}", toml_key(key), value.inline())
                };
                let entries: Vec<_> = entries.iter().map(pair).collect();
                format!("{{ {} }}", entries.join(", "))
            }
        }
    }
}

fn toml_key(key: &str) -> String {
    basic_text(key)
}

/// Every character that is not plain is escaped, so that no rule of TOML's is
/// relied on but that one.
fn basic_text(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' | '-' | '_' | '.' => c.to_string(),
        other => format!("\\U{:08X}", other as u32),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

/// The tree that a JSON value is.
impl From<&serde_json::Value> for Tree {
    fn from(value: &serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(number) => Self::Number(number.as_f64().unwrap_or(f64::NAN)),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(entries) => Self::Table(
                entries
                    .iter()
                    .map(|(key, value)| (key.clone(), value.into()))
                    .collect(),
            ),
        }
    }
}
