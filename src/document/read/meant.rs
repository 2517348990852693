//! Keys by other words for them.

use super::super::place::Table;
use super::{At, Pairs};

/// Other words for the keys of a unit or profession, in small letters and run
/// together.
const OTHER_WORDS_OF_FORESTS: [(&str, &str); 4] = [
    ("parent", "within"),
    ("parentunit", "within"),
    ("partof", "within"),
    ("name", "title"),
];

/// The same for those of a post.
const OTHER_WORDS: [(&str, &str); 18] = [
    ("reportsto", "operational"),
    ("parent", "operational"),
    ("manager", "operational"),
    ("linemanager", "operational"),
    ("superior", "operational"),
    ("accountableto", "operational"),
    ("boss", "operational"),
    ("jobtitle", "title"),
    ("posttitle", "title"),
    ("name", "title"),
    ("deputy", "deputies"),
    ("deputisedby", "deputies"),
    ("team", "unit"),
    ("department", "unit"),
    ("service", "unit"),
    ("staffgroup", "profession"),
    ("band", "grade"),
    ("postholder", "holder"),
];

/// The key that is meant by another word for it, in a table that has these.
pub(super) fn meant(at: At<'_>, word: &str, table: &Pairs<'_>) -> Option<&'static str> {
    let words = match at.table {
        _ if !at.is_entry() => return None,
        Table::Post => &OTHER_WORDS[..],
        Table::Unit | Table::Profession => &OTHER_WORDS_OF_FORESTS[..],
        _ => return None,
    };
    let word: String = word
        .chars()
        .filter(|c| !matches!(c, '_' | '-' | ' '))
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let known = words.iter().find(|(other, _)| *other == word);
    let key = known.map(|&(_, key)| key)?;
    // What has a title has a name for something else: whoever holds it.
    let is_holder =
        at.table == Table::Post && word == "name" && table.iter().any(|(given, _)| given == key);
    Some(if is_holder { "holder" } else { key })
}
