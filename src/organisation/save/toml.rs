//! Tables, keys and values as TOML has them.

use std::fmt::{self, Write};

use crate::document::{Entries, Value};

/// A table under its header.
pub(super) fn write_table(out: &mut String, path: &[&str], entries: &Entries<'_>) -> fmt::Result {
    out.push_str("\n[");
    for (at, key) in path.iter().enumerate() {
        out.push_str(if at == 0 { "" } else { "." });
        write_key(out, key)?;
    }
    out.push_str("]\n");
    entries
        .iter()
        .try_for_each(|(key, value)| write_pair(out, key, value))
}

/// A key and its value, on a line.
pub(super) fn write_pair(out: &mut String, key: &str, value: &Value<'_>) -> fmt::Result {
    write_key(out, key)?;
    out.push_str(" = ");
    write_value(out, value)?;
    out.push('\n');
    Ok(())
}

fn write_key(out: &mut String, key: &str) -> fmt::Result {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !key.is_empty() && key.chars().all(is_bare) {
        out.push_str(key);
        return Ok(());
    }
    write_text(out, key)
}

fn write_text(out: &mut String, text: &str) -> fmt::Result {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if crate::quoted::is_invisible(c) => write!(out, "\\u{:04X}", c as u32)?,
            c => out.push(c),
        }
    }
    out.push('"');
    Ok(())
}

/// A value on one line. The values of a document are nested a few levels deep.
fn write_value(out: &mut String, value: &Value<'_>) -> fmt::Result {
    match value {
        Value::Bool(value) => write!(out, "{value}"),
        Value::Integer(value) => write!(out, "{value}"),
        Value::Float(value) => write!(out, "{value:?}"),
        Value::Text(text) => write_text(out, text),
        Value::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { ", " });
                write_value(out, item)?;
            }
            out.push(']');
            Ok(())
        }
        Value::Table(entries) => {
            out.push('{');
            for (at, (key, value)) in entries.iter().enumerate() {
                out.push_str(if at == 0 { " " } else { ", " });
                write_key(out, key)?;
                out.push_str(" = ");
                write_value(out, value)?;
            }
            out.push_str(if entries.is_empty() { "}" } else { " }" });
            Ok(())
        }
        // Neither is ever kept in an organisation.
        Value::Null | Value::Other(_) => write_text(out, value.sort()),
    }
}
