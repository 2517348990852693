//! The page on the format: it has every key that is read, and no other.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use answerable::{
    Accountability, Document, FindingCode, Organisation, PostKind, Relation, Standing,
};

const PAGE: &str = include_str!("../../docs/format.md");

/// The keys that say where a fact comes from: told once for all tables.
const BACKING: [&str; 3] = ["basis", "standing", "why"];

fn source(file: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/document")
        .join(file);
    fs::read_to_string(file).expect("a file of the reader")
}

/// The text of the reader, all files, without the tests in them.
fn reader() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/document/read");
    let files = fs::read_dir(folder).expect("the folder of the reader");
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    files.sort();
    let texts = files.iter().map(|file| {
        let text = fs::read_to_string(file).expect("readable");
        let code = text.split("#[cfg(test)]").next();
        code.unwrap_or_default().to_owned()
    });
    texts.collect()
}

/// The text between quotation marks, and nothing else.
fn quoted(item: &str) -> Option<&str> {
    let inner = item.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains('"')).then_some(inner)
}

/// The keys that the reader knows together: each of its lists of texts and of
/// constants that are texts.
fn known() -> Vec<Vec<String>> {
    let reader = reader();
    let constant = |name: &str| {
        let (_, rest) = reader.split_once(&format!("const {name}: &str = "))?;
        quoted(rest.split(';').next()?)
    };
    let lists = reader.split('[').skip(1).filter_map(|rest| {
        let items = rest.split_once(']')?.0.split(',').map(str::trim);
        let items: Vec<&str> = items.filter(|item| !item.is_empty()).collect();
        let has_text = items.iter().any(|item| quoted(item).is_some());
        let keys = items
            .iter()
            .map(|item| quoted(item).or_else(|| constant(item)));
        let keys: Option<Vec<String>> = keys.map(|key| Some(key?.to_owned())).collect();
        keys.filter(|_| has_text)
    });
    lists.collect()
}

/// The words at the top that are tables of entries.
fn tables() -> Vec<String> {
    let place = source("place.rs");
    let (_, rest) = place
        .split_once("pub const fn as_str")
        .expect("the words of tables");
    let (body, _) = rest.split_once("impl ").expect("its end");
    let words = body
        .split("=> \"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The page without its blocks of code, section by section.
fn sections() -> Vec<String> {
    let mut sections = vec![String::new()];
    let mut is_code = false;
    for line in PAGE.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            if line.starts_with("# ") {
                sections.push(String::new());
            }
            let section = sections.last_mut().expect("one at least");
            *section += line;
            section.push('\n');
        }
    }
    sections
}

/// The keys that the tables of some text explain: what is code in their first cells.
fn explained(text: &str) -> BTreeSet<&str> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| "));
    let first = rows.filter_map(|row| row.split(" |").next());
    // Between every two marks, from the first on.
    let keys = first.filter(|cell| cell.starts_with('`'));
    keys.flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .collect()
}

#[test]
fn every_key_that_is_read_is_explained_with_those_beside_it() {
    let (sections, known) = (sections(), known());
    let lists: Vec<BTreeSet<&str>> = sections.iter().map(|section| explained(section)).collect();
    assert!(
        known.len() >= 18,
        "the lists of keys are found in the reader"
    );
    assert!(
        known.iter().any(|keys| keys.len() == 27),
        "that of a post among them"
    );
    for keys in known {
        let has_backing = BACKING
            .iter()
            .all(|key| keys.iter().any(|known| known == key));
        let own = |key: &&String| !has_backing || !BACKING.contains(&key.as_str());
        let keys: Vec<&str> = keys.iter().filter(own).map(String::as_str).collect();
        let is_whole = |told: &BTreeSet<&str>| keys.iter().all(|key| told.contains(key));
        assert!(
            lists.iter().any(is_whole),
            "no section explains all of {keys:?}"
        );
    }
    let top = explained(PAGE);
    for table in tables() {
        assert!(top.contains(table.as_str()), "{table}");
    }
}

#[test]
fn every_key_that_is_explained_is_read() {
    let known: BTreeSet<String> = known().into_iter().flatten().chain(tables()).collect();
    let kinds = Accountability::ALL.map(Accountability::as_str);
    for section in sections() {
        for key in explained(&section) {
            let is_word = kinds.contains(&key);
            assert!(is_word || known.contains(key), "`{key}` is no key");
        }
    }
}

#[test]
fn every_word_that_is_read_is_told() {
    let words = [
        FindingCode::ALL.iter().map(|code| code.as_str()).collect(),
        Accountability::ALL.map(Accountability::as_str).to_vec(),
        PostKind::ALL.map(PostKind::as_str).to_vec(),
        Standing::ALL.map(Standing::as_str).to_vec(),
        Relation::ALL
            .iter()
            .map(|relation| relation.as_str())
            .collect(),
    ];
    let text = sections().concat();
    for word in words.concat() {
        assert!(text.contains(&format!("`{word}`")), "{word}");
    }
}

/// The blocks of TOML of the page.
fn documents() -> Vec<&'static str> {
    let blocks = PAGE.split("\n```toml\n").skip(1);
    blocks
        .filter_map(|rest| rest.split("\n```").next())
        .collect()
}

#[test]
fn every_document_of_the_page_is_sound() {
    assert!(!documents().is_empty());
    for text in documents() {
        let document = Document::from_toml(text).expect("TOML that can be read");
        let org = Organisation::try_from(document).expect("a sound organisation");
        assert_ne!(org.posts().len(), 0);
    }
}

/// The keys of a line of TOML: those of a header, or those before a sign of equality.
fn keys_in(line: &str) -> Vec<&str> {
    let is_end = |c: char| !(c.is_alphanumeric() || c == '_' || c == '-');
    if line.starts_with('[') {
        return line.split(is_end).collect();
    }
    let mut before: Vec<&str> = line.split(" =").collect();
    before.pop();
    let keys = before.iter().map(|text| text.rsplit(is_end).next());
    keys.flatten().collect()
}

#[test]
fn the_first_document_has_every_key() {
    let used: BTreeSet<&str> = documents()[0].lines().flat_map(keys_in).collect();
    for key in known().into_iter().flatten().chain(tables()) {
        assert!(used.contains(key.as_str()), "{key} is not used");
    }
}
