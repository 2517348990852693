//! Ids for what a return only names: units and professions.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use foldhash::{HashMap, HashSet};

use crate::ids::{self, LONGEST_ID};
use crate::quoted::is_invisible;

/// The ids given to names; one name within two units has two.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By the id of what contains it, empty if nothing does; then by name.
    given: HashMap<String, HashMap<String, String>>,
    taken: HashSet<String>,
    /// The last number that told an id from another.
    number: usize,
}

impl Names {
    /// The id of `name` within `outer`, and whether the name is new.
    pub(super) fn id(&mut self, outer: Option<&str>, name: &str) -> (String, bool) {
        let outer = outer.unwrap_or("");
        if let Some(id) = self.given.get(outer).and_then(|names| names.get(name)) {
            return (id.clone(), false);
        }
        let id = self.new_id(outer, &visible(name));
        self.taken.insert(id.clone());
        let names = self.given.entry(outer.to_owned()).or_default();
        names.insert(name.to_owned(), id.clone());
        (id, true)
    }

    /// The names from the outermost to this one. Where that is too long, or the
    /// id of another name, it is cut off and numbered.
    fn new_id(&mut self, outer: &str, name: &str) -> String {
        let id = if outer.is_empty() {
            name.to_owned()
        } else {
            format!("{outer} > {name}")
        };
        if ids::check(&id).is_ok() && !self.taken.contains(&id) {
            return id;
        }
        let cut = if id.is_empty() {
            "unnamed"
        } else {
            cut(&id, LONGEST_ID - 24).trim_end()
        };
        loop {
            self.number += 1;
            let numbered = format!("{cut} ({})", self.number);
            if !self.taken.contains(&numbered) {
                return numbered;
            }
        }
    }
}

/// `text` with a space for every run of white space and invisible characters.
fn visible(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || is_invisible(c));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// As much of the beginning of `text` as fits into so many bytes.
fn cut(text: &str, bytes: usize) -> &str {
    let ends = text
        .char_indices()
        .map(|(at, character)| at + character.len_utf8());
    &text[..ends.take_while(|&end| end <= bytes).last().unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_readable_and_one_to_one() {
        let mut names = Names::default();
        assert_eq!(names.id(None, "Trust"), ("Trust".into(), true));
        assert_eq!(
            names.id(Some("Trust"), "Wards"),
            ("Trust > Wards".into(), true)
        );
        assert_eq!(
            names.id(Some("Trust"), "Wards"),
            ("Trust > Wards".into(), false)
        );
        assert_eq!(
            names.id(None, "Trust > Wards"),
            ("Trust > Wards (1)".into(), true)
        );
        assert_eq!(
            names.id(Some("Trust"), "Night\n\u{A0}Wards"),
            ("Trust > Night Wards".into(), true)
        );
        assert_eq!(
            names.id(Some("Trust"), "Night Wards"),
            ("Trust > Night Wards (2)".into(), true)
        );
        assert_eq!(names.id(None, "Ward (3)"), ("Ward (3)".into(), true));
        assert_eq!(names.id(None, "Ward"), ("Ward".into(), true));
        assert_eq!(names.id(None, "Ward\n"), ("Ward (4)".into(), true));
    }

    #[test]
    fn every_name_has_an_id() {
        let mut names = Names::default();
        let mut seen = HashSet::default();
        for name in [
            "\u{1}",
            "\u{2}",
            &"£".repeat(300),
            &"£".repeat(301),
            "unnamed (1)",
        ] {
            let (id, _) = names.id(None, name);
            assert_eq!(ids::check(&id), Ok(()), "{id}");
            assert!(seen.insert(id));
        }
    }
}
