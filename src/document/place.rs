//! Where in a document something stands.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use std::fmt;

use crate::quoted::Quoted;

/// A table of the document. `Display` is the word for one of its entries.
///
/// ```
/// use answerable::Table;
///
/// // The key in a document, and the word in a message.
/// assert_eq!((Table::Post.as_str(), Table::Post.to_string().as_str()), ("post", "post"));
/// assert_eq!((Table::Head.as_str(), Table::Head.to_string().as_str()), ("head", "headship"));
/// assert_eq!((Table::Top.as_str(), Table::Top.to_string().as_str()), ("", "document"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Table {
    /// The document itself: its top level.
    Top,
    /// The switches of cover.
    Cover,
    /// The settings of findings.
    Findings,
    /// The kinds of line and their titles in print.
    Kind,
    /// Where facts come from.
    Source,
    /// Professions.
    Profession,
    /// Units.
    Unit,
    /// Matters.
    Matter,
    /// Headships: a list, so an entry has a number and no id.
    Head,
    /// Posts.
    Post,
}

impl Table {
    /// The tables of entries at the top of a document.
    pub(crate) const OF_ENTRIES: [Self; 6] = [
        Self::Source,
        Self::Profession,
        Self::Unit,
        Self::Matter,
        Self::Head,
        Self::Post,
    ];

    /// The key of the table at the top of a document; empty for the top itself.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Top => "",
            Self::Cover => "cover",
            Self::Findings => "findings",
            Self::Kind => "kind",
            Self::Source => "source",
            Self::Profession => "profession",
            Self::Unit => "unit",
            Self::Matter => "matter",
            Self::Head => "head",
            Self::Post => "post",
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Top => "document",
            Self::Head => "headship",
            other => other.as_str(),
        })
    }
}

/// One step into a table: a key, or an item of a list.
///
/// ```
/// use answerable::{Organisation, PlaceStep, PostRecord};
///
/// let matron = PostRecord::new("matron", "Matron").deputised_by_one_of(["sister"]);
/// let invalid = Organisation::from_posts([matron]).expect_err("no sister");
/// let place = invalid.problems()[0].place();
/// assert_eq!(place.path(), [PlaceStep::Key("deputies".to_owned()), PlaceStep::Item(0), PlaceStep::Item(0)]);
/// assert_eq!(place.to_string(), "post `matron`, `deputies` item 1, item 1");   // to a reader
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceStep {
    /// The value of this key.
    Key(String),
    /// This item of a list, the first being 0.
    Item(usize),
}

impl From<&str> for PlaceStep {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for PlaceStep {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// A place in a document: table, entry, key, item.
///
/// ```
/// use answerable::{Organisation, PlaceStep, PostRecord, Table};
///
/// let invalid = Organisation::from_posts([
///     PostRecord::new("matron", "Matron").deputised_by(["sister", "night-lead"]),
///     PostRecord::new("sister", "Ward Sister"),
/// ]).expect_err("no night lead");
/// let problem = &invalid.problems()[0];
/// let place = problem.place();
/// assert_eq!(place.to_string(), "post `matron`, `deputies` item 2");
/// assert_eq!((place.table(), place.id(), place.occurrence()), (Table::Post, Some("matron"), 1));
/// assert_eq!((place.key(), place.item()), (Some("deputies"), Some(1)));        // from 0
/// assert_eq!(place.path(), [PlaceStep::from("deputies"), PlaceStep::from(1)]);
/// assert!(problem.left_out().iter().all(|left| place.contains(left)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub(crate) table: Table,
    pub(crate) id: Option<String>,
    pub(crate) occurrence: usize,
    pub(crate) path: Vec<PlaceStep>,
}

impl Place {
    /// The table.
    #[must_use]
    pub fn table(&self) -> Table {
        self.table
    }

    /// The id of the entry, where the table is keyed by id.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Which of several entries with that id, the first being 1; of a headship,
    /// its number in the list, from 1.
    #[must_use]
    pub fn occurrence(&self) -> usize {
        self.occurrence
    }

    /// The key of the entry, if the place is not the whole entry.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match self.path.first() {
            Some(PlaceStep::Key(key)) => Some(key),
            _ => None,
        }
    }

    /// The item of the list at that key, the first being 0.
    #[must_use]
    pub fn item(&self) -> Option<usize> {
        match self.path.get(1) {
            Some(&PlaceStep::Item(item)) => Some(item),
            _ => None,
        }
    }

    /// Every step from the entry inwards.
    #[must_use]
    pub fn path(&self) -> &[PlaceStep] {
        &self.path
    }

    /// Whether `other` is this place or lies within it.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.table == other.table
            && self.id == other.id
            && self.occurrence == other.occurrence
            && other.path.starts_with(&self.path)
    }
}

/// The place in words: "post `matron`, `deputies` item 2".
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut wrote = true;
        match (self.table, &self.id) {
            (Table::Top, _) => wrote = false,
            (Table::Head, _) => write!(f, "headship {}", self.occurrence)?,
            (table, None) => write!(f, "`{}`", table.as_str())?,
            (table, Some(id)) => {
                write!(f, "{table} {}", Quoted(id))?;
                if self.occurrence > 1 {
                    write!(f, " (occurrence {})", self.occurrence)?;
                }
            }
        }
        let mut is_item = false;
        for step in &self.path {
            match step {
                PlaceStep::Key(key) => {
                    f.write_str(if wrote { ", " } else { "" })?;
                    write!(f, "{}", Quoted(key))?;
                }
                PlaceStep::Item(item) => {
                    write!(f, "{} item {}", if is_item { "," } else { "" }, item + 1)?;
                }
            }
            is_item = matches!(step, PlaceStep::Item(_));
            wrote = true;
        }
        if wrote {
            Ok(())
        } else {
            f.write_str("top of the document")
        }
    }
}

/// Which of the two returns of an organogram.
///
/// ```
/// use answerable::OrganogramReturn;
///
/// assert_eq!(OrganogramReturn::Senior.to_string(), "senior posts");
/// assert_eq!(OrganogramReturn::Junior.to_string(), "junior posts");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganogramReturn {
    /// That of senior posts, a row for each post.
    Senior,
    /// That of junior posts, a row for all posts of one title below a senior post.
    Junior,
}

/// "senior posts" or "junior posts".
impl fmt::Display for OrganogramReturn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Senior => "senior posts",
            Self::Junior => "junior posts",
        })
    }
}

/// Where in the text or the return a place is, as a reader of it counts.
///
/// ```
/// use answerable::{Document, Organisation, OrganogramReturn, Position};
///
/// # #[cfg(feature = "toml")] {
/// let document = Document::from_toml("[post.matron]\ntitle = \"Matron\"\nband = 7\n")?;
/// let invalid = Organisation::try_from(document).expect_err("no such key");
/// let position = invalid.problems()[0].position().expect("a line");
/// assert_eq!(position.to_string(), "line 3, column 1");
/// assert!(matches!(position, Position::Line { line: 3, text, .. } if text == "band = 7"));
/// # }
///
/// let cell = Position::Cell { of: OrganogramReturn::Junior, row: 9, column: Some("Grade".to_owned()) };
/// assert_eq!(cell.to_string(), "junior posts, row 9, `Grade`");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Position {
    /// In a text.
    Line {
        /// The line, from 1.
        line: usize,
        /// The column, in characters, from 1.
        column: usize,
        /// The line; of a long one what stands around the column, with an ellipsis
        /// where it is cut.
        text: String,
        /// How many characters of `text` stand before the column.
        mark: usize,
    },
    /// In a return of posts.
    Cell {
        /// Which return.
        of: OrganogramReturn,
        /// The row, from 1, as a spreadsheet numbers it.
        row: usize,
        /// The heading of the column, if the place is one cell.
        column: Option<String>,
    },
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line { line, column, .. } => write!(f, "line {line}, column {column}"),
            Self::Cell { of, row, column } => {
                match of {
                    OrganogramReturn::Senior => {}
                    OrganogramReturn::Junior => write!(f, "{of}, ")?,
                }
                write!(f, "row {row}")?;
                match column {
                    Some(column) => write!(f, ", {}", Quoted(column)),
                    None => Ok(()),
                }
            }
        }
    }
}

/// What a return says of a problem in its own words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Wording {
    /// The headings of the columns in which rows of one reference differ.
    pub(crate) differing: Vec<String>,
    /// Why there is no post of the reference that a row names.
    pub(crate) left_out: Option<String>,
}
