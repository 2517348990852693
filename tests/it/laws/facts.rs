//! Where each fact of a tree stands, and the tree without some of them.

use std::collections::{HashMap, HashSet};

use answerable::{Place, PlaceStep, Problem, Table};

use super::tree::Tree;

/// The steps from the top of a document to a value.
pub(super) type Address = Vec<Mark>;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Mark {
    Key(String),
    Item(usize),
    /// An entry of a table keyed by id, and which of several with that id.
    Entry(String, usize),
}

fn key(key: &str) -> Mark {
    Mark::Key(key.to_owned())
}

pub(super) fn is_keyed_by_id(table: &str) -> bool {
    matches!(table, "source" | "profession" | "unit" | "matter" | "post")
}

/// A place as the steps to it.
pub(super) fn address(place: &Place) -> Address {
    let mut address = Vec::new();
    let table = place.table();
    if table != Table::Top {
        address.push(key(table.as_str()));
    }
    if table == Table::Head {
        address.push(Mark::Item(place.occurrence() - 1));
    }
    if let Some(id) = place.id() {
        let entry = Mark::Entry(id.to_owned(), place.occurrence());
        address.push(if is_keyed_by_id(table.as_str()) {
            entry
        } else {
            key(id)
        });
    }
    address.extend(place.path().iter().map(|step| match step {
        PlaceStep::Key(of) => key(of),
        PlaceStep::Item(at) => Mark::Item(*at),
    }));
    address
}

/// Every address that some problem leaves out.
pub(super) fn left_out(problems: &[Problem]) -> HashSet<Address> {
    problems
        .iter()
        .flat_map(Problem::left_out)
        .map(address)
        .collect()
}

/// The tree without what is at `gone`, and whatever is inside.
pub(super) fn without(tree: &Tree, gone: &HashSet<Address>) -> Tree {
    let mut address = Vec::new();
    let mut times: HashMap<(String, String), usize> = HashMap::new();
    let entries = tree.entries().iter().filter_map(|(table, value)| {
        address.push(key(table));
        // Of a table told twice, once as something else, only that is left out.
        let is_of_sort = match table.as_str() {
            "head" => matches!(value, Tree::List(_)),
            _ => is_keyed_by_id(table) && matches!(value, Tree::Table(_)),
        };
        let kept = (is_of_sort || !gone.contains(&address)).then(|| match value {
            Tree::Table(entries) if is_keyed_by_id(table) => {
                let entries = entries.iter().filter_map(|(id, entry)| {
                    let time = times.entry((table.clone(), id.clone())).or_default();
                    *time += 1;
                    inside(Mark::Entry(id.clone(), *time), entry, gone, &mut address)
                        .map(|entry| (id.clone(), entry))
                });
                Tree::Table(entries.collect())
            }
            other => pruned(other, gone, &mut address),
        });
        address.pop();
        Some((table.clone(), kept?))
    });
    Tree::Table(entries.collect())
}

fn inside(
    mark: Mark,
    value: &Tree,
    gone: &HashSet<Address>,
    address: &mut Address,
) -> Option<Tree> {
    address.push(mark);
    let kept = (!gone.contains(address)).then(|| pruned(value, gone, address));
    address.pop();
    kept
}

fn pruned(value: &Tree, gone: &HashSet<Address>, address: &mut Address) -> Tree {
    match value {
        Tree::List(items) => {
            let items = items.iter().enumerate();
            Tree::List(
                items
                    .filter_map(|(at, item)| inside(Mark::Item(at), item, gone, address))
                    .collect(),
            )
        }
        Tree::Table(entries) => {
            let entries = entries.iter();
            let kept = entries.filter_map(|(of, value)| {
                Some((of.clone(), inside(key(of), value, gone, address)?))
            });
            Tree::Table(kept.collect())
        }
        other => other.clone(),
    }
}

/// The same with what is told of one entry again gone with the first telling of
/// it: a fact told twice in the same words is one fact.
pub(super) fn told_again(tree: &Tree, gone: &HashSet<Address>) -> Tree {
    let mut firsts: HashMap<(String, String), Tree> = HashMap::new();
    let entries = tree.entries().iter().map(|(table, value)| {
        if !is_keyed_by_id(table) {
            return (table.clone(), value.clone());
        }
        let entries = value.entries().iter().map(|(id, entry)| {
            let place = (table.clone(), id.clone());
            let Some(first) = firsts.get(&place) else {
                firsts.insert(place, entry.clone());
                return (id.clone(), entry.clone());
            };
            let is_gone = |of: &str| {
                let here = [key(table), Mark::Entry(id.clone(), 1), key(of)];
                gone.iter().any(|address| address.starts_with(&here))
            };
            let own = entry.entries().iter().filter(|(of, _)| !is_gone(of));
            let firsts = first.entries().iter().filter(|(of, _)| is_gone(of));
            (
                id.clone(),
                Tree::Table(own.chain(firsts).cloned().collect()),
            )
        });
        (table.clone(), Tree::Table(entries.collect()))
    });
    Tree::Table(entries.collect())
}

/// The posts of which the line of a kind is left out, and with which words.
pub(super) fn doubtful_lines(problems: &[Problem]) -> HashMap<(String, String), Vec<String>> {
    let mut lines: HashMap<(String, String), Vec<String>> = HashMap::new();
    for problem in problems {
        for place in problem.left_out() {
            if let ([PlaceStep::Key(kind)], Some(id), Table::Post) =
                (place.path(), place.id(), place.table())
            {
                lines
                    .entry((id.to_owned(), kind.clone()))
                    .or_default()
                    .push(problem.to_string());
            }
        }
    }
    lines
}
