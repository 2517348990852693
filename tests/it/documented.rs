//! Every public type has an example that asserts something, and every public function is called in
//! an example, its own or its type's: in an assertion, or for one, if it asks something.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A public item as it stands in the source.
struct Item {
    what: &'static str,
    name: String,
    /// The type whose function it is.
    of: Option<String>,
    /// Whether it asks something of a value, and does not make one.
    asks: bool,
    /// The code of its examples.
    examples: String,
}

/// The code in the examples of a doc comment.
fn code(doc: &[&str]) -> String {
    let (mut is_code, mut code) = (false, String::new());
    for line in doc {
        if line.starts_with("```") {
            is_code = !is_code;
        } else if is_code {
            code.push_str(line);
            code.push('\n');
        }
    }
    code
}

fn name_after<'l>(line: &'l str, words: &str) -> Option<&'l str> {
    let rest = line.strip_prefix(words)?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    // A macro writes `pub struct $name`.
    Some(&rest[..end]).filter(|name| !name.is_empty())
}

/// The type of `impl<'o> Post<'o> {`; none of an `impl` of a trait.
fn implemented(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("impl")?;
    if rest.contains(" for ") {
        return None;
    }
    let rest = match rest.strip_prefix('<') {
        Some(generic) => generic.split_once("> ")?.1,
        None => rest.strip_prefix(' ')?,
    };
    name_after(rest, "")
}

fn items(text: &str, items: &mut Vec<Item>) {
    let (mut doc, mut of, mut goes_on) = (Vec::new(), None, false);
    let tested = text.find("#[cfg(test)]\nmod tests").unwrap_or(text.len());
    let lines: Vec<&str> = text[..tested].lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let told = line.trim_start();
        if let Some(told) = told.strip_prefix("///") {
            doc.push(told.strip_prefix(' ').unwrap_or(told));
            continue;
        }
        if line.starts_with("impl") {
            of = implemented(line).map(str::to_owned);
        }
        let forms = [
            ("fn", "pub fn "),
            ("fn", "pub const fn "),
            ("struct", "pub struct "),
            ("enum", "pub enum "),
            ("trait", "pub trait "),
        ];
        for (what, words) in forms {
            if let Some(name) = name_after(told, words) {
                let is_of_type = line.starts_with(' ');
                if is_of_type && of.is_none() {
                    // In the macro of ids, whose examples are their module's.
                    continue;
                }
                let head: String = lines[at..].join("\n");
                let head = head.split('{').next().unwrap_or_default();
                items.push(Item {
                    what,
                    asks: head.contains("self")
                        && ![" mut self", "&mut self", "-> Self"]
                            .iter()
                            .any(|makes| head.contains(makes)),
                    name: name.to_owned(),
                    of: of.clone().filter(|_| is_of_type),
                    examples: code(&doc),
                });
            }
        }
        let stands_before = goes_on || told.starts_with("#[");
        goes_on = stands_before && !told.ends_with(']');
        if !stands_before {
            doc.clear();
        }
    }
}

/// The statements of an example that assert something, and those of whose names they
/// do. A statement may go over several lines.
fn asserted_in(example: &str) -> String {
    let words = |told: &str| -> Vec<String> {
        let words = told.split(|c: char| !c.is_alphanumeric() && c != '_');
        words.map(str::to_owned).collect()
    };
    let statements = example.split_inclusive(";\n");
    let (asserted, others): (Vec<_>, Vec<_>) =
        statements.partition(|statement| statement.contains("assert"));
    let told = words(&asserted.concat());
    let is_told = |statement: &&str| {
        let names = statement
            .split_once("let ")
            .and_then(|(_, rest)| rest.split_once('='));
        let is_name = |name: &String| !matches!(&**name, "" | "mut" | "_");
        names.is_some_and(|(names, _)| {
            let mut names = words(names).into_iter().filter(is_name);
            names.any(|name| told.contains(&name))
        })
    };
    let bound: String = others.into_iter().filter(is_told).collect();
    asserted.concat() + &bound
}

fn walk(folder: &Path, all: &mut Vec<Item>, exported: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, all, exported);
            continue;
        }
        let text = fs::read_to_string(&path).expect("readable");
        // Names are told in groups, and items of a public module are public as they stand.
        for told in text.split("\npub use ").skip(1) {
            exported.push_str(told.split(';').next().unwrap_or_default());
            exported.push('\n');
        }
        items(&text, all);
    }
}

#[test]
fn public_items_have_examples() {
    let (mut all, mut exported) = (Vec::new(), String::new());
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    walk(&src, &mut all, &mut exported);
    let is_exported = |name: &str| {
        let mut names = exported.split(|c: char| !c.is_alphanumeric() && c != '_');
        names.any(|one| one == name)
    };
    // The examples of a type, and what is asserted in them.
    let mut of_type: BTreeMap<&str, (String, String)> = BTreeMap::new();
    for item in &all {
        let of = item.of.as_deref().unwrap_or(&item.name);
        let (told, asserted) = of_type.entry(of).or_default();
        told.push_str(&item.examples);
        asserted.push_str(&asserted_in(&item.examples));
    }
    let (mut missing, mut count) = (Vec::new(), 0);
    for item in &all {
        let of = item.of.as_deref().unwrap_or(&item.name);
        if !is_exported(of) {
            continue;
        }
        count += 1;
        let name = &item.name;
        let calls = [
            format!(".{name}("),
            format!("::{name}("),
            format!("::{name})"),
        ];
        let own = item.examples.contains("assert");
        let (told, asserted) = &of_type[of];
        let examples = if item.asks { asserted } else { told };
        let is_called = item.of.is_some() && calls.iter().any(|call| examples.contains(call));
        if !own && !is_called {
            let of = item
                .of
                .as_ref()
                .map_or(String::new(), |of| format!("{of}::"));
            missing.push(format!("{} {of}{name}", item.what));
        }
    }
    assert!(count > 500, "only {count} public items found");
    assert!(
        missing.is_empty(),
        "{} of {count} public items have no example:\n{}",
        missing.len(),
        missing.join("\n")
    );
}
