//! What a document is made of, and how it is written.

use std::fmt::Write as _;

#[derive(Debug, Clone)]
pub(super) enum Tree {
    Null,
    Bool(bool),
    Whole(i64),
    Number(f64),
    Text(String),
    List(Vec<Tree>),
    Table(Vec<(String, Tree)>),
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Tree {
    /// Keys are written as often as they are told.
    pub(super) fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, &[": ", "null"]);
        out
    }

    /// The entries of the top as values, those of its tables under headings.
    pub(super) fn to_toml(&self) -> String {
        let (mut values, mut headed) = (String::new(), String::new());
        let Self::Table(entries) = self else {
            return values;
        };
        for (key, value) in entries {
            match value {
                Self::Table(inner) if inner.iter().all(|(_, value)| value.is_table()) => {
                    for (id, value) in inner {
                        let _ = writeln!(headed, "[{}.{}]", quoted(key), quoted(id));
                        value.write_lines(&mut headed);
                    }
                }
                Self::List(items) if items.iter().all(Self::is_table) => {
                    for value in items {
                        let _ = writeln!(headed, "[[{}]]", quoted(key));
                        value.write_lines(&mut headed);
                    }
                }
                _ => line(&mut values, key, value),
            }
        }
        values + &headed
    }

    fn is_table(&self) -> bool {
        matches!(self, Self::Table(_))
    }

    fn write_lines(&self, out: &mut String) {
        if let Self::Table(fields) = self {
            for (key, value) in fields {
                line(out, key, value);
            }
        }
    }

    fn write(&self, out: &mut String, signs: &[&str; 2]) {
        let _ = match self {
            Self::Null => write!(out, "{}", signs[1]),
            Self::Bool(value) => write!(out, "{value}"),
            Self::Whole(value) => write!(out, "{value}"),
            Self::Number(value) => write!(out, "{value:?}"),
            Self::Text(text) => write!(out, "{}", quoted(text)),
            Self::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { ", " } else { "" });
                    item.write(out, signs);
                }
                write!(out, "]")
            }
            Self::Table(entries) => {
                out.push('{');
                for (at, (key, value)) in entries.iter().enumerate() {
                    let comma = if at > 0 { ", " } else { "" };
                    let _ = write!(out, "{comma}{}{}", quoted(key), signs[0]);
                    value.write(out, signs);
                }
                write!(out, "}}")
            }
        };
    }
}

fn line(out: &mut String, key: &str, value: &Tree) {
    let _ = write!(out, "{} = ", quoted(key));
    value.write(out, &[" = ", "nan"]);
    out.push('\n');
}

/// In the quotes that JSON and TOML share.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for character in text.chars() {
        let _ = match character {
            '"' | '\\' => write!(out, "\\{character}"),
            '\0'..=' ' | '\u{7F}' => write!(out, "\\u{:04X}", character as u32),
            _ => write!(out, "{character}"),
        };
    }
    out + "\""
}
