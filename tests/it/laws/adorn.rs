//! Facts of every other sort for a tree.

use super::spoil::Dice;
use super::tree::{Tree, table};

/// The keys whose text may be written as a table with it at the other key.
const SHORT: [(&str, &str); 9] = [
    ("unit", "to"),
    ("profession", "to"),
    ("within", "to"),
    ("chair", "to"),
    ("holder", "name"),
    ("operational", "to"),
    ("professional", "to"),
    ("clinical", "to"),
    ("", "to"),
];

fn basis(dice: &mut Dice) -> Vec<(String, Tree)> {
    let mut entries = Vec::new();
    if dice.is_lucky(2) {
        let mut basis = table([("source", Tree::from(*dice.one(&["s1", "s 2"])))]);
        if dice.is_lucky(2) {
            basis.put("at", "Page “1”\n§ 2");
        }
        entries.push(("basis".to_owned(), basis));
    }
    let standings: &[&str] = if entries.is_empty() {
        &["given", "inferred", "assumed"]
    } else {
        &["stated", "inferred", "assumed"]
    };
    if dice.is_lucky(2) {
        entries.push(("standing".to_owned(), Tree::from(*dice.one(standings))));
    }
    if dice.is_lucky(3) {
        entries.push(("why".to_owned(), Tree::from("so it is said")));
    }
    entries
}

/// Adds facts of every other sort: sources, matters, bases, and what a post says
/// of itself. What was sound stays so, and no answer about lines changes.
pub(super) fn adorn(tree: &mut Tree, dice: &mut Dice) {
    for key in ["unit", "profession"] {
        if let Some(Tree::Table(areas)) = tree.get_mut(key) {
            for (_, area) in areas {
                adorn_table(area, dice);
            }
        }
    }
    if let Some(Tree::List(heads)) = tree.get_mut("head") {
        for head in heads {
            add_basis(head, dice);
        }
    }
    if let Some(Tree::Table(posts)) = tree.get_mut("post") {
        for (_, post) in posts {
            adorn_post(post, dice);
        }
    }
    let sources =
        ["s1", "s 2"].map(|id| (id.to_owned(), table([("title", Tree::from("A source"))])));
    tree.put("source", Tree::Table(sources.to_vec()));
    let mut matter = table([
        ("kind", Tree::from("clinical")),
        ("personal", Tree::Bool(dice.is_lucky(2))),
    ]);
    if dice.is_lucky(2) {
        matter.put("title", "A matter");
    }
    put_new(
        tree,
        "matter",
        Tree::Table(vec![("matter 1".to_owned(), matter)]),
    );
    if dice.is_lucky(2) {
        tree.put(
            "about",
            "What it is:\r\n\ttext with \"quotes\", \\ and \u{7F}\u{202E}controls\u{1}",
        );
        put_new(
            tree,
            "cover",
            table([("reverts_to_superior", Tree::Bool(dice.is_lucky(2)))]),
        );
        let findings = findings(tree, dice);
        tree.put("findings", findings);
        tree.put(
            "kind",
            Tree::Table(vec![(
                "clinical".to_owned(),
                table([("title", Tree::from("Legal entity"))]),
            )]),
        );
    }
}

/// Thresholds, and allowances in every form.
fn findings(tree: &Tree, dice: &mut Dice) -> Tree {
    let posts = tree.get("post").map_or(&[][..], Tree::entries);
    let mut ids: Vec<Tree> = posts.iter().map(|(id, _)| Tree::from(id)).collect();
    ids.truncate(dice.roll(4));
    let mut allowance = |ids: &[Tree]| {
        let mut allowance = table([("why", Tree::from("it is known\nand left so"))]);
        if !ids.is_empty() && dice.is_lucky(2) {
            allowance.put("posts", Tree::List(ids.to_vec()));
        }
        allowance
    };
    let (one, other) = (allowance(&ids), allowance(&ids));
    let several = Tree::List(vec![one.clone(), Tree::from("all of them"), other]);
    let allow = table([
        ("no-deputy", Tree::from("small teams")),
        ("span-of-one", one),
        ("assumed-facts", several),
    ]);
    let mut findings = table([("span", Tree::Number(3.0))]);
    for (key, most) in [("layers", 0.0), ("sole_cover", 12.0)] {
        if dice.is_lucky(2) {
            findings.put(key, Tree::Number(most));
        }
    }
    if dice.is_lucky(2) {
        findings.put("allow", allow);
    }
    findings
}

/// Tells it unless it is told.
fn put_new(tree: &mut Tree, key: &str, value: Tree) {
    if tree.get(key).is_none() {
        tree.put(key, value);
    }
}

fn add_basis(entry: &mut Tree, dice: &mut Dice) {
    if let (Tree::Table(entries), true) = (entry, dice.is_lucky(3)) {
        entries.extend(basis(dice));
    }
}

/// Writes some short forms long, with a basis.
fn adorn_table(entry: &mut Tree, dice: &mut Dice) {
    if let Tree::Table(entries) = entry {
        for (key, value) in entries.iter_mut() {
            match (SHORT.iter().find(|(of, _)| of == key), &value) {
                (Some((_, inner)), Tree::Text(_)) if dice.is_lucky(3) => {
                    lengthen(value, inner, dice);
                }
                (Some(_), Tree::Table(_)) => add_basis(value, dice),
                _ => {}
            }
        }
    }
    add_basis(entry, dice);
}

fn lengthen(value: &mut Tree, key: &str, dice: &mut Dice) {
    let short = std::mem::replace(value, table([]));
    value.put(key, short);
    add_basis(value, dice);
    if key == "name" && dice.is_lucky(2) {
        value.put("id", "h-1");
        value.put("as", "interim");
    }
    if key == "post" && dice.is_lucky(2) {
        value.put("role", "secretary");
    }
}

fn adorn_post(post: &mut Tree, dice: &mut Dice) {
    adorn_table(post, dice);
    if let Tree::Table(entries) = post {
        for (key, value) in entries {
            let Tree::List(items) = value else { continue };
            let inner = match key.as_str() {
                "members" => "post",
                "holders" => "name",
                "also" | "deputies" => "",
                _ => "to",
            };
            for item in items {
                match item {
                    Tree::Text(_) if !inner.is_empty() && dice.is_lucky(3) => {
                        lengthen(item, inner, dice);
                    }
                    Tree::Table(_) => add_basis(item, dice),
                    _ => {}
                }
            }
        }
    }
    let more = [
        ("grade", Tree::from("Band 8a")),
        ("fte", Tree::Number([0.0, 0.5, 1.0, 37.25][dice.roll(4)])),
        (
            "seats",
            if dice.is_lucky(2) {
                Tree::Number(6.0)
            } else {
                Tree::from("not stated")
            },
        ),
        ("note", Tree::from("A note\nof two lines")),
        (
            "labels",
            table([("cost centre", Tree::from("00123")), ("zz", Tree::from(""))]),
        ),
    ];
    for (key, value) in more {
        if dice.is_lucky(4) {
            post.put(key, value);
        }
    }
}
