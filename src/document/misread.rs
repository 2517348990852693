//! What a document says that cannot be meant: kept, and reported later.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use foldhash::{HashMap, HashSet};
use thiserror::Error;

use crate::quoted::Quoted;

use super::found::{Found, Remedy, remedied};
use super::place::{PlaceStep, Table};
use super::value::Value;

/// Keys of an item that can be left out without changing what the rest says.
pub(crate) const SEPARABLE: [&str; 5] = ["basis", "standing", "why", "role", "as"];

/// Something in a document that is not what belongs there. `Display` says what is
/// wrong and what to do; where it stands, the [`Problem`](crate::Problem) says.
///
/// ```
/// # #[cfg(feature = "toml")] {
/// use answerable::{Document, Misread, Organisation, ProblemKind};
///
/// let document = Document::from_toml(r#"
/// [post.matron]
/// title = "Matron"
/// reports_to = "chief-nurse"
/// fte = "half"
/// "#)?;
/// let invalid = Organisation::try_from(document).expect_err("two keys misread");
/// let problems = invalid.problems();
/// assert_eq!(
///     problems[0].to_string(),
///     "line 4, column 1: post `matron`, `reports_to`: there is no such key here; \
///      did you mean `operational`?",
/// );
/// let near = Some("operational");
/// assert_eq!(problems[0].kind(), &ProblemKind::Misread(Misread::UnknownKey { near }));
/// assert_eq!(
///     problems[1].to_string(),
///     "line 5, column 1: post `matron`, `fte`: a number, 0 or more, belongs here, not the text `half`",
/// );
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Misread {
    /// The key is none of those of its table.
    #[error("there is no such key here{}", match .near {
        Some(near) => format!("; did you mean `{near}`?"),
        None => String::from("; take it out"),
    })]
    UnknownKey {
        /// The key that was probably meant.
        near: Option<&'static str>,
    },
    /// The key is given more than once.
    #[error("the key is given more than once{}; give it once",
        if *.differs { ", with different values" } else { "" })]
    RepeatedKey {
        /// Whether the values differ.
        differs: bool,
    },
    /// A required key is not given.
    #[error("{what} is missing; add it")]
    Missing {
        /// What is missing.
        what: &'static str,
    },
    /// The value is of another type than belongs here, or beyond what is allowed.
    #[error("{expected} belongs here, not {found}{}", remedied(*.remedy, .found))]
    WrongType {
        /// What belongs here.
        expected: &'static str,
        /// What stands here.
        found: Found,
        /// What to do, where that is plain.
        remedy: Option<Remedy>,
    },
    /// The word is none of those that belong here.
    #[error("{expected} belongs here, not {}", Quoted(.found))]
    NoSuchWord {
        /// Those that do.
        expected: &'static str,
        /// The word.
        found: String,
    },
    /// What marks the top of a return stands where a post is referred to.
    #[error("the reference of a post belongs here, not {}, which marks the top of a return", Quoted(.mark))]
    TopMark {
        /// The mark.
        mark: String,
    },
    /// The text is blank.
    #[error("the text is blank; fill it in, or take it out")]
    Blank,
    /// The list is empty where that would say nothing.
    #[error("the list is empty; name one, or leave it out")]
    Empty,
    /// The item stands in the list already.
    #[error("it is in the list already; name it once")]
    RepeatedItem,
    /// Keys that exclude each other are given together.
    #[error("{keys} exclude each other; give one of them")]
    Exclusive {
        /// The keys.
        keys: &'static str,
    },
    /// Several superiors are given for one line.
    #[error("{}", several(.superiors, *.none, *.unstated))]
    TwoSuperiors {
        /// They, as far as they are posts.
        superiors: Vec<String>,
        /// Whether it is told, too, that there is none above.
        none: bool,
        /// Whether it is told, too, that the superior is not stated.
        unstated: bool,
    },
    /// The standing is not what the basis makes it.
    #[error("{}", match .has_basis {
        true => "`given` means told without a source, but a basis is named; leave `standing` out",
        false => "`stated` means that a source says so; name it as `basis`, or leave `standing` out",
    })]
    Standing {
        /// Whether a basis is named.
        has_basis: bool,
    },
    /// The table is given more than once.
    #[error("the table `{}` is given more than once; give it once", .table.as_str())]
    RepeatedTable {
        /// The table.
        table: Table,
    },
    /// The row of a return has more or fewer cells than there are headings.
    #[error("the row has {cells} cells under {headings} headings; {}", if .cells > .headings {
        "quote a cell that holds a comma"
    } else {
        "add the commas of the cells that are missing"
    })]
    CellCount {
        /// How many cells it has.
        cells: usize,
        /// How many headings there are.
        headings: usize,
    },
    /// There is more text, or there are more entries, than can be held.
    #[error(
        "the document is too large: 4 GiB of distinct text and 4 thousand million entries are the most"
    )]
    TooLarge,
}

/// What is said of several superiors for one line.
fn several(superiors: &[String], none: bool, unstated: bool) -> String {
    let mut seen = HashSet::default();
    let posts: Vec<&str> = superiors.iter().map(String::as_str).collect();
    let posts: Vec<&str> = posts
        .into_iter()
        .filter(|post| seen.insert(*post))
        .collect();
    let answers = match &posts[..] {
        [] => None,
        posts => Some(format!("to answer to {}", named(posts))),
    };
    let none = none.then(|| String::from("to have none above"));
    let unstated = unstated.then(|| String::from("to have a superior who is not stated"));
    let said: Vec<String> = [none, unstated, answers].into_iter().flatten().collect();
    match (&posts[..], &said[..]) {
        ([post], [_]) => format!(
            "{} is given more than once as superior; give it once",
            Quoted(post)
        ),
        ([], [said]) => format!("said more than once {said}; say it once"),
        (posts, [_]) => format!(
            "{} superiors are given, {}; a post answers to one superior of each kind: \
             keep one, and give the others as `also` lines",
            posts.len(),
            named(posts)
        ),
        (_, said) => format!("said {}; keep one", said.join(", and ")),
    }
}

/// "`b` and `c`": the first few of some ids.
fn named(ids: &[&str]) -> String {
    const MOST: usize = 4;
    let mut named = String::new();
    for (at, id) in ids.iter().take(MOST).enumerate() {
        let before = match at {
            0 => "",
            _ if at + 1 < ids.len() => ", ",
            _ => " and ",
        };
        named.push_str(before);
        named.push_str(&Quoted(id).to_string());
    }
    if ids.len() > MOST {
        named.push_str(", …");
    }
    named
}

/// A [`Misread`] and where it was read.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    pub(crate) table: Table,
    /// Which entry of the table, in the order of reading.
    pub(crate) row: u32,
    pub(crate) path: Vec<PlaceStep>,
    pub(crate) what: Misread,
}

/// Puts the faults of one record in the order in which it says what is faulty;
/// those of a table or list itself come before those inside it.
pub(crate) fn sort_as_written(faults: &mut [Fault], record: &Value<'_>) {
    sort_below(faults, 0, record);
}

/// As [`sort_as_written`], for faults that share the first `depth` steps, which
/// lead to `value`.
fn sort_below(faults: &mut [Fault], depth: usize, value: &Value<'_>) {
    if faults.len() < 2 {
        return;
    }
    let mut keys: HashMap<&str, usize> = HashMap::default();
    let inner: Vec<&Value<'_>> = match value {
        Value::Table(entries) => {
            for (at, (key, _)) in entries.iter().enumerate() {
                keys.entry(key).or_insert(at);
            }
            entries.iter().map(|(_, value)| value).collect()
        }
        Value::List(items) => items.iter().collect(),
        _ => return,
    };
    let place = |fault: &Fault| match fault.path.get(depth)? {
        PlaceStep::Key(key) => keys.get(key.as_str()).copied(),
        PlaceStep::Item(item) => Some(*item),
    };
    faults.sort_by_cached_key(place);
    for group in faults.chunk_by_mut(|a, b| place(a) == place(b)) {
        let inside = group.first().and_then(place).and_then(|at| inner.get(at));
        if let Some(inside) = inside {
            sort_below(group, depth + 1, inside);
        }
    }
}
