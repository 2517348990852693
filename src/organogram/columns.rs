//! Columns, found by their headings.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use csv::StringRecord;

use crate::document::OrganogramReturn;
use crate::document::cells::Headings;
use crate::near;

use super::error::WhyUnreadable;

/// A column that is read.
pub(super) struct Column {
    /// The key its cells become.
    key: &'static str,
    heading: &'static str,
    /// Another heading for the same.
    alias: Option<&'static str>,
    required: bool,
}

impl Column {
    const fn required(key: &'static str, heading: &'static str) -> Self {
        Self {
            key,
            heading,
            alias: None,
            required: true,
        }
    }

    const fn optional(key: &'static str, heading: &'static str) -> Self {
        Self {
            key,
            heading,
            alias: None,
            required: false,
        }
    }

    const fn or(mut self, alias: &'static str) -> Self {
        self.alias = Some(alias);
        self
    }

    fn is_headed(&self, heading: &str) -> bool {
        let is = |known: &str| letters(heading).eq(letters(known));
        is(self.heading) || self.alias.is_some_and(is)
    }

    /// What is wrong if no heading is that of this column.
    fn missing(&self, unread: &[&str], headings: &[String]) -> Option<WhyUnreadable> {
        let near = self.near(unread).map(str::to_owned);
        (self.required || near.is_some()).then(|| WhyUnreadable::MissingHeading {
            heading: self.heading,
            near,
            found: worded(headings),
        })
    }

    /// Which of `headings` is probably meant for this column: a near miss or, if
    /// the column is required, one of which either is the beginning of the other.
    fn near<'h>(&self, headings: &[&'h str]) -> Option<&'h str> {
        let plains: Vec<_> = headings.iter().map(|heading| plain(heading)).collect();
        let plains = || plains.iter().map(String::as_str);
        let own = [Some(self.heading), self.alias];
        let own: Vec<_> = own.into_iter().flatten().map(plain).collect();
        let near = own
            .iter()
            .find_map(|own| near::nearest(own, plains()))
            .or_else(|| {
                let own = own.first().filter(|_| self.required)?;
                plains().find(|plain| own.starts_with(plain) || plain.starts_with(own.as_str()))
            })?;
        let at = plains().position(|plain| plain == near)?;
        headings.get(at).copied()
    }
}

/// The key of the job or team function, which becomes a label of this name.
pub(super) const FUNCTION: &str = "Job/Team Function";
/// The keys of the parent department and of the organisation.
pub(super) const DEPARTMENT: &str = "department";
pub(super) const ORGANISATION: &str = "organisation";

/// The columns of the return of senior posts; the first is the reference.
pub(super) const SENIOR: [Column; 12] = [
    Column::required("", "Post Unique Reference"),
    Column::required("holder", "Name"),
    Column::optional("grade", "Grade").or("Grade (or equivalent)"),
    Column::required("title", "Job Title"),
    Column::optional(FUNCTION, "Job/Team Function"),
    Column::optional(DEPARTMENT, "Parent Department"),
    Column::optional(ORGANISATION, "Organisation"),
    Column::optional("unit", "Unit"),
    Column::required("operational", "Reports to Senior Post"),
    Column::optional("fte", "FTE"),
    Column::optional("profession", "Professional/Occupational Group").or("Profession"),
    Column::optional("note", "Notes"),
];

/// The columns of the return of junior posts.
pub(super) const JUNIOR: [Column; 8] = [
    Column::optional(DEPARTMENT, "Parent Department"),
    Column::optional(ORGANISATION, "Organisation"),
    Column::optional("unit", "Unit"),
    Column::required("operational", "Reporting Senior Post"),
    Column::optional("grade", "Grade").or("Grade (or equivalent)"),
    Column::required("title", "Generic Job Title"),
    Column::required("fte", "Number of Posts in FTE"),
    Column::optional("profession", "Professional/Occupational Group").or("Profession"),
];

/// What stands between cells in tables that are no CSV with commas.
const OTHER_SEPARATORS: [char; 3] = [';', '\t', '|'];

/// Where the columns of one return stand.
pub(super) struct Layout<const N: usize> {
    /// The headings as spelt, trimmed; blank where there is none.
    headings: Vec<String>,
    columns: [Option<usize>; N],
    keys: [&'static str; N],
}

impl<const N: usize> Layout<N> {
    /// Finds `wanted` among `headings`; `other` are the columns of the other
    /// return, which may be what is `given` instead.
    pub(super) fn find(
        headings: &StringRecord,
        wanted: &[Column; N],
        (given, other): (OrganogramReturn, &[Column]),
    ) -> Result<Self, Vec<WhyUnreadable>> {
        let headings: Vec<String> = headings.iter().map(|cell| cell.trim().to_owned()).collect();
        if matches!(&headings[..], [only] if only.contains(OTHER_SEPARATORS)) {
            return Err(vec![WhyUnreadable::NoHeadings { found: headings }]);
        }
        let has_all = |columns: &[Column]| {
            columns
                .iter()
                .all(|column| !column.required || !places(&headings, column).is_empty())
        };
        if !has_all(wanted) && has_all(other) {
            return Err(vec![WhyUnreadable::OtherReturn { given }]);
        }
        let mut errors = Vec::new();
        let columns = columns(&headings, wanted, &mut errors);
        let is_missed = |error: &WhyUnreadable| {
            matches!(error, WhyUnreadable::MissingHeading { near: None, .. })
        };
        if columns == [None; N] && errors.iter().all(is_missed) {
            return Err(vec![WhyUnreadable::NoHeadings {
                found: worded(&headings),
            }]);
        }
        if errors.is_empty() {
            let keys = wanted.each_ref().map(|column| column.key);
            Ok(Self {
                headings,
                columns,
                keys,
            })
        } else {
            Err(errors)
        }
    }

    /// How many cells a row has.
    pub(super) fn width(&self) -> usize {
        self.headings.len()
    }

    /// The cells of the columns that are read, trimmed.
    pub(super) fn cells<'r>(&self, row: &'r StringRecord) -> [&'r str; N] {
        self.columns
            .map(|column| column.and_then(|at| row.get(at)).unwrap_or("").trim())
    }

    /// Whether the row says nothing: it is blank wherever there is a heading,
    /// and beyond the headings.
    pub(super) fn is_blank(&self, row: &StringRecord) -> bool {
        row.iter().enumerate().all(|(at, cell)| {
            cell.trim().is_empty() || self.headings.get(at).is_some_and(String::is_empty)
        })
    }

    /// The headings of the columns that are read, by key.
    pub(super) fn spelt(&self) -> Headings {
        let read = self.keys.iter().zip(self.columns);
        read.filter_map(|(&key, column)| Some((key, self.headings.get(column?)?.as_str().into())))
            .collect()
    }

    /// The headings of the columns that are not read.
    pub(super) fn unread(&self) -> impl Iterator<Item = &str> {
        let headings = self.headings.iter().enumerate();
        headings
            .filter(|(at, heading)| !heading.is_empty() && !self.columns.contains(&Some(*at)))
            .map(|(_, heading)| heading.as_str())
    }
}

/// Where the one heading of each column stands; what is wrong with the others.
fn columns<const N: usize>(
    headings: &[String],
    wanted: &[Column; N],
    errors: &mut Vec<WhyUnreadable>,
) -> [Option<usize>; N] {
    let unread = unread(headings, wanted);
    wanted
        .each_ref()
        .map(|column| match places(headings, column)[..] {
            [] => {
                errors.extend(column.missing(&unread, headings));
                None
            }
            [only] => Some(only),
            ref several => {
                let columns = several
                    .iter()
                    .filter_map(|&at| Some((at + 1, headings.get(at)?.clone())))
                    .collect();
                errors.push(WhyUnreadable::RepeatedHeading {
                    heading: column.heading,
                    columns,
                });
                None
            }
        })
}

/// Where the headings of `column` stand.
fn places(headings: &[String], column: &Column) -> Vec<usize> {
    let headings = headings.iter().enumerate();
    headings
        .filter(|(_, heading)| column.is_headed(heading))
        .map(|(at, _)| at)
        .collect()
}

/// The headings that are not blank.
fn worded(headings: &[String]) -> Vec<String> {
    headings
        .iter()
        .filter(|heading| !heading.is_empty())
        .cloned()
        .collect()
}

/// The headings that are none of those wanted.
fn unread<'h>(headings: &'h [String], wanted: &[Column]) -> Vec<&'h str> {
    let headings = headings.iter().map(String::as_str);
    headings
        .filter(|heading| {
            !heading.is_empty() && !wanted.iter().any(|column| column.is_headed(heading))
        })
        .collect()
}

/// A heading as it is compared: in small letters, a space after each word.
fn letters(heading: &str) -> impl Iterator<Item = char> + '_ {
    let words = heading.split_whitespace();
    words.flat_map(|word| word.chars().flat_map(char::to_lowercase).chain([' ']))
}

fn plain(heading: &str) -> String {
    let mut plain: String = letters(heading).collect();
    plain.pop();
    plain
}
