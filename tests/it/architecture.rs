//! The modules of the crate import one way, and no files form a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules, lowest first: a file uses only its own and those before it.
const MODULES: [&str; 15] = [
    "quoted",
    "steps",
    "model",
    "ids",
    "near",
    "document",
    "problem",
    "organisation",
    "view",
    "ask",
    "lint",
    "draw",
    "petgraph08",
    "organogram",
    "proptest1",
];

fn layer(module: &str) -> Option<usize> {
    MODULES.iter().position(|known| *known == module)
}

/// The names that come after `crate::` or `super::`: one, or those of a group.
fn names(rest: &str) -> Vec<&str> {
    let Some(group) = rest.strip_prefix('{') else {
        return vec![first_word(rest)];
    };
    let mut names = Vec::new();
    // What stands in inner braces is of the module before them.
    let (mut depth, mut is_next) = (1, true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' => is_next = depth == 1,
            _ if is_next && !c.is_whitespace() => {
                names.push(first_word(&group[at..]));
                is_next = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

/// What a file uses of the crate.
fn used(code: &str) -> Vec<&str> {
    code.split("crate::").skip(1).flat_map(names).collect()
}

/// The files, as modules, that a file uses by `super::name`.
fn beside<'m>(inside: &Path, code: &str, modules: &'m BTreeSet<PathBuf>) -> Vec<&'m PathBuf> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("super::") {
        if code[..at].ends_with("super::") {
            continue;
        }
        let (mut rest, mut base) = (&code[at..], module_of(inside));
        while let Some(after) = rest.strip_prefix("super::") {
            rest = after;
            base.pop();
        }
        let targets = names(rest).into_iter().map(|name| base.join(name));
        found.extend(targets.filter_map(|target| modules.get(&target)));
    }
    found
}

/// `document/read` of `document/read/mod.rs`, `document/place` of `document/place.rs`.
fn module_of(inside: &Path) -> PathBuf {
    let module = inside.with_extension("");
    if module.ends_with("mod") {
        module.parent().expect("a folder").to_path_buf()
    } else {
        module
    }
}

#[test]
fn files_form_no_circle() {
    let sources = sources();
    let modules: BTreeSet<PathBuf> = sources
        .iter()
        .map(|(_, inside, _)| module_of(inside))
        .collect();
    let mut uses: BTreeMap<PathBuf, Vec<&PathBuf>> = BTreeMap::new();
    for (_, inside, code) in &sources {
        let of = beside(inside, code, &modules);
        assert!(!of.contains(&&module_of(inside)));
        uses.insert(module_of(inside), of);
    }
    assert!(uses.values().map(Vec::len).sum::<usize>() > 300);
    let [place, returns, cells] =
        ["place", "returns", "cells"].map(|file| Path::new("document").join(file));
    assert!(uses[&returns].contains(&&cells) && uses[&cells].contains(&&place));
    // Whatever uses none that is left is in no circle.
    while let Some(free) = uses
        .iter()
        .find(|(_, of)| !of.iter().any(|other| uses.contains_key(*other)))
        .map(|(file, _)| file.clone())
    {
        uses.remove(&free);
    }
    assert!(
        uses.is_empty(),
        "in circles, or above them: {:?}",
        uses.keys()
    );
}

#[test]
fn every_name_of_a_group_is_used() {
    let code =
        "use crate::{Document, model::{Seats, Standing},\n view::Post};\ncrate::near::nearest(";
    assert_eq!(used(code), ["Document", "model", "view", "near"]);
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every source file: its module, its path and its text without comments.
fn sources() -> Vec<(String, PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&src, &mut found);
    assert!(found.len() > 20);
    let source = |file: PathBuf| {
        let inside = file.strip_prefix(&src).expect("inside").to_path_buf();
        let module = inside.iter().next().expect("a name").to_string_lossy();
        let text = fs::read_to_string(&file).expect("readable");
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code = code.collect::<Vec<_>>().join("\n");
        (module.trim_end_matches(".rs").to_owned(), inside, code)
    };
    found.into_iter().map(source).collect()
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

/// The module from which `lib.rs` re-exports each name.
fn homes(lib: &str) -> BTreeMap<&str, &str> {
    let uses = lib.split("pub use ").skip(1);
    uses.flat_map(|rest| {
        let (path, _) = rest.split_once(';').expect("a whole line");
        let (module, names) = path.split_once("::").expect("a module");
        let names = names.split(|c: char| !c.is_alphanumeric() && c != '_');
        names.map(move |name| (name, module))
    })
    .collect()
}

#[test]
fn imports_go_one_way() {
    let sources = sources();
    let lib = sources.iter().find(|(module, ..)| module == "lib");
    let homes = homes(&lib.expect("a lib.rs").2);
    assert_eq!(homes["Organisation"], "organisation");
    for (module, file, code) in &sources {
        if module == "lib" {
            continue;
        }
        let own = layer(module).expect("every module has a layer");
        for used in used(code) {
            let home = homes.get(used).copied().unwrap_or(used);
            if let Some(layer) = layer(home) {
                assert!(layer <= own, "{} uses {used}", file.display());
            }
        }
    }
}

/// Methods of the same name that are no question: of iterators, and of the
/// store's orders.
const NO_QUESTIONS: [&str; 5] = [
    "own.chain(",
    "declared.chain(",
    "listed.chain(",
    "order.is_above(",
    "order.below(",
];

/// A method needs no `use` line, so the names are looked for: those that a
/// question defines and no view.
#[test]
fn views_ask_no_questions() {
    let sources = sources();
    let lib = sources.iter().find(|(module, ..)| module == "lib");
    let homes = homes(&lib.expect("a lib.rs").2);
    // Of views and of the organisation: what an answer has of its own is none.
    let is_asked = |head: &str| {
        let mut names = head.split(|c: char| !c.is_alphanumeric());
        names.any(|name| {
            let home = homes.get(name).filter(|_| !name.is_empty());
            matches!(home, Some(&("view" | "organisation")))
        })
    };
    let methods = |of: &str| -> BTreeSet<&str> {
        let code = sources.iter().filter(|(module, ..)| module == of);
        code.flat_map(|(.., code)| code.split("\nimpl").skip(1))
            .filter_map(|block| block.split_once('{'))
            .filter(|(head, _)| is_asked(head))
            .flat_map(|(_, block)| block.split("pub fn ").skip(1))
            .filter(|rest| {
                rest.split_once(')')
                    .is_some_and(|(head, _)| head.contains("self"))
            })
            .map(first_word)
            .collect()
    };
    let (asked, viewed) = (methods("ask"), methods("view"));
    for question in ["chain", "below", "reports", "rests_on", "tops"] {
        assert!(asked.contains(question) && !viewed.contains(question));
    }
    for (_, file, code) in sources.iter().filter(|(module, ..)| module == "view") {
        let code = NO_QUESTIONS
            .iter()
            .fold(code.clone(), |code, own| code.replace(own, ""));
        for name in asked.difference(&viewed) {
            let asks = [format!(".{name}("), format!("::{name}(")];
            assert!(
                !asks.iter().any(|asks| code.contains(asks)),
                "{} asks {name}",
                file.display()
            );
        }
    }
}
