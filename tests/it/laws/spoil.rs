//! Faults of many sorts, and other orders, for a tree.

use super::tree::{Tree, table};

/// Rolls that follow from a seed.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap_or_default() % sides.max(1)
    }

    pub(super) fn is_lucky(&mut self, of: usize) -> bool {
        self.roll(of) == 0
    }

    pub(super) fn one<'c, T>(&mut self, choices: &'c [T]) -> &'c T {
        &choices[self.roll(choices.len())]
    }
}

/// Puts the entries of every table in another order; lists keep theirs, and so do
/// repeats of a key among themselves.
pub(super) fn shuffle(tree: &mut Tree, dice: &mut Dice) {
    match tree {
        Tree::Table(entries) => {
            let mut told: Vec<(String, Option<Tree>)> = entries
                .drain(..)
                .map(|(key, value)| (key, Some(value)))
                .collect();
            let mut keys: Vec<String> = told.iter().map(|(key, _)| key.clone()).collect();
            for at in (1..keys.len()).rev() {
                keys.swap(at, dice.roll(at + 1));
            }
            for key in keys {
                let next = told
                    .iter_mut()
                    .find(|(of, value)| *of == key && value.is_some());
                entries.extend(next.and_then(|(_, value)| Some((key, value.take()?))));
            }
            for (_, value) in entries {
                shuffle(value, dice);
            }
        }
        Tree::List(items) => items.iter_mut().for_each(|item| shuffle(item, dice)),
        _ => {}
    }
}

/// Every value below the top, by the children that lead to it.
fn paths(tree: &Tree) -> Vec<Vec<usize>> {
    let mut paths = vec![vec![]];
    let mut next = 0;
    while next < paths.len() {
        let path: Vec<usize> = paths[next].clone();
        next += 1;
        let children = match at(tree, &path) {
            Tree::Table(entries) => entries.len(),
            Tree::List(items) => items.len(),
            _ => 0,
        };
        paths.extend((0..children).map(|child| [&path[..], &[child]].concat()));
    }
    paths.remove(0);
    paths
}

fn at<'t>(tree: &'t Tree, path: &[usize]) -> &'t Tree {
    path.iter().fold(tree, |tree, &child| match tree {
        Tree::Table(entries) => &entries[child].1,
        Tree::List(items) => &items[child],
        other => other,
    })
}

fn at_mut<'t>(tree: &'t mut Tree, path: &[usize]) -> &'t mut Tree {
    path.iter().fold(tree, |tree, &child| match tree {
        Tree::Table(entries) => &mut entries[child].1,
        Tree::List(items) => &mut items[child],
        other => other,
    })
}

fn junk(dice: &mut Dice) -> Tree {
    let choices = [
        Tree::Null,
        Tree::Bool(false),
        Tree::Number(7.0),
        Tree::Number(-0.5),
        Tree::from("of the spoiler's"),
        Tree::from(" \t"),
        Tree::List(vec![]),
        Tree::List(vec![Tree::List(vec![])]),
        Tree::List(vec![Tree::from("x1"), Tree::from("x1")]),
        table([]),
        table([("to", Tree::from("x1")), ("none", Tree::from("why"))]),
        table([
            ("to", Tree::from("x1")),
            ("basis", table([("at", Tree::from("page 1"))])),
        ]),
    ];
    dice.one(&choices).clone()
}

/// A value from anywhere in the tree, of the same key where there is one.
fn another(tree: &Tree, path: &[usize], dice: &mut Dice) -> Tree {
    let key_of = |path: &[usize]| {
        let (last, outer) = path.split_last()?;
        at(tree, outer)
            .entries()
            .get(*last)
            .map(|(key, _)| key.clone())
    };
    let key = key_of(path);
    let all = paths(tree);
    let alike: Vec<&Vec<usize>> = all
        .iter()
        .filter(|path| key.is_some() && key_of(path) == key)
        .collect();
    let texts: Vec<&Vec<usize>> = all
        .iter()
        .filter(|path| at(tree, path).text().is_some())
        .collect();
    match (dice.roll(3), alike.is_empty(), texts.is_empty()) {
        (0 | 1, false, _) => at(tree, alike[dice.roll(alike.len())]).clone(),
        (_, _, false) => at(tree, texts[dice.roll(texts.len())]).clone(),
        _ => junk(dice),
    }
}

/// Makes one fault, or what may be one.
pub(super) fn spoil(tree: &mut Tree, dice: &mut Dice) {
    let all = paths(tree);
    // Faults of tables as a whole hide all others: seldom.
    let inner: Vec<_> = all.iter().filter(|path| path.len() > 1).cloned().collect();
    let path = if inner.is_empty() || dice.is_lucky(25) {
        dice.one(&all)
    } else {
        dice.one(&inner)
    };
    let (last, outer) = path
        .split_last()
        .map_or((0, &path[..]), |(last, outer)| (*last, outer));
    let sort = dice.roll(12);
    if matches!(at(tree, outer), Tree::Table(_)) && is_version(tree, path) {
        return;
    }
    let other = another(tree, path, dice);
    let rubbish = junk(dice);
    let odd_ids = ["", " begins", "ends ", "bi\u{202E}di", "line\u{2028}"];
    match at_mut(tree, outer) {
        Tree::Table(entries) => {
            let (key, value) = entries[last].clone();
            match sort {
                0 | 1 => entries[last].1 = rubbish,
                2 | 3 => entries[last].1 = other,
                4 => entries.push((key, value)),
                5 => entries.insert(dice.roll(entries.len()), (key, other)),
                6 => entries.extend([(key.clone(), other), (key, value)]),
                7 => _ = entries[last].0.pop(),
                8 => entries.push(("colour".to_owned(), Tree::from("blue"))),
                9 => (*dice.one(&odd_ids)).clone_into(&mut entries[last].0),
                10 => _ = entries.remove(last),
                _ => entries[last].1 = table([("to", value)]),
            }
        }
        Tree::List(items) => {
            let value = items[last].clone();
            match sort {
                0 | 1 => items[last] = rubbish,
                2 | 3 => items[last] = other,
                4 | 5 => items.push(value),
                6 => items.extend([
                    value.clone(),
                    table([("to", value.clone()), ("standing", "assumed".into())]),
                    value,
                ]),
                7 => items.insert(0, other),
                8 => _ = items.remove(last),
                9 => items[last] = Tree::List(vec![value.clone(), value]),
                _ => items[last] = table([(*dice.one(&["to", "post", "name"]), value)]),
            }
        }
        _ => {}
    }
}

/// Tells an entry again, with one of its facts otherwise.
pub(super) fn tell_again(tree: &mut Tree, dice: &mut Dice) {
    let entries: Vec<_> = paths(tree)
        .into_iter()
        .filter(|path| path.len() == 2 && matches!(at(tree, path), Tree::Table(_)))
        .collect();
    if entries.is_empty() {
        return;
    }
    let path = dice.one(&entries).clone();
    let mut again = at(tree, &path).clone();
    if let Tree::Table(facts) = &mut again
        && !facts.is_empty()
    {
        let which = dice.roll(facts.len());
        match dice.roll(5) {
            0 => _ = facts.remove(which),
            1 => facts[which].1 = another(tree, &[&path[..], &[which]].concat(), dice),
            2 => facts[which].1 = junk(dice),
            3 => facts.push(((*dice.one(&DECIDING)).to_owned(), junk(dice))),
            _ => {}
        }
    }
    match at_mut(tree, &path[..1]) {
        Tree::Table(entries) => {
            let id = entries[path[1]].0.clone();
            let place = dice.roll(entries.len() + 1);
            entries.insert(place, (id, again));
        }
        Tree::List(items) => items.push(again),
        _ => {}
    }
}

/// Adds a key that no table has to one table, and says to how many.
pub(super) fn add_strange_key(tree: &mut Tree, dice: &mut Dice) -> usize {
    // Labels have keys of the user's own, and a table keyed by id would have an
    // entry more.
    let is_free = |path: &[usize]| {
        (1..=path.len()).any(|end| {
            let (last, outer) = path[..end].split_last().unwrap_or((&0, &[]));
            let key = at(tree, outer)
                .entries()
                .get(*last)
                .map_or("", |(key, _)| key);
            key == "labels"
        })
    };
    let all = paths(tree);
    let is_keyed = |path: &[usize]| {
        path.len() == 1 && !matches!(tree.entries()[path[0]].0.as_str(), "cover" | "findings")
    };
    let tables: Vec<_> = all
        .iter()
        .filter(|path| {
            matches!(at(tree, path), Tree::Table(_)) && !is_free(path) && !is_keyed(path)
        })
        .cloned()
        .collect();
    if tables.is_empty() {
        return 0;
    }
    let path = dice.one(&tables).clone();
    at_mut(tree, &path).put("xyzzy plugh", *dice.one(&["a", ""]));
    1
}

/// Whether it is the version of the format, a fault of which makes the whole
/// unreadable.
fn is_version(tree: &Tree, path: &[usize]) -> bool {
    path.len() == 1 && tree.entries()[path[0]].0 == "version"
}

/// Keys that decide who answers to whom.
const DECIDING: [&str; 8] = [
    "unit",
    "profession",
    "operational",
    "professional",
    "clinical",
    "within",
    "post",
    "kind",
];

/// Makes one fault of which no reading can give another meaning: a value of the
/// wrong type, a key with a letter short, an id that none has. What is told
/// elsewhere stays as it was.
pub(super) fn break_one(tree: &mut Tree, dice: &mut Dice) {
    let all = paths(tree);
    let decides = |path: &[usize]| {
        let (last, outer) = path.split_last().unwrap_or((&0, &[]));
        let key = at(tree, outer)
            .entries()
            .get(*last)
            .map(|(key, _)| key.as_str());
        path.len() == 3 && key.is_some_and(|key| DECIDING.contains(&key))
    };
    let deciding = all.iter().filter(|path| decides(path)).cloned().collect();
    let inner: Vec<_> = all.into_iter().filter(|path| path.len() > 1).collect();
    let choices: Vec<_> = if dice.is_lucky(2) { deciding } else { inner };
    if choices.is_empty() {
        return;
    }
    let path = dice.one(&choices).clone();
    let (last, outer) = path
        .split_last()
        .map_or((0, &path[..]), |(last, outer)| (*last, outer));
    let in_entry = path.len() > 2;
    let value = match at(tree, &path) {
        Tree::Text(text) if dice.is_lucky(2) && !text.is_empty() => {
            Tree::Text(format!("{text}, once"))
        }
        _ => Tree::Null,
    };
    match at_mut(tree, outer) {
        Tree::Table(entries) if in_entry && entries[last].0.len() > 3 && dice.is_lucky(3) => {
            _ = entries[last].0.pop();
        }
        Tree::Table(entries) => entries[last].1 = value,
        Tree::List(items) => items[last] = value,
        _ => {}
    }
}
