//! Name cells that name nobody.

/// What a Name cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameCell<'r> {
    /// This person holds the post.
    Held(&'r str),
    /// Nobody does; what else the cell says of that.
    Vacant(Option<&'r str>),
    /// There is no such post any more.
    Abolished,
    /// Somebody may, but is not named.
    Unnamed,
    /// Somebody may, in the way this word says, but is not named.
    UnnamedAs(&'r str),
}

const VACANT: [&str; 8] = [
    "vacant",
    "vacant post",
    "post vacant",
    "currently vacant",
    "vacancy",
    "gapped",
    "post gapped",
    "unfilled",
];

const ABOLISHED: [&str; 7] = [
    "eliminated",
    "post eliminated",
    "eliminated post",
    "abolished",
    "post abolished",
    "disestablished",
    "post disestablished",
];

const UNNAMED: [&str; 14] = [
    "n/d",
    "nd",
    "n.d.",
    "n/a",
    "na",
    "n.a.",
    "not disclosed",
    "undisclosed",
    "not applicable",
    "not available",
    "not named",
    "withheld",
    "-",
    "–",
];

/// Words about the holder that are no name: kept, since each says something.
const UNNAMED_AS: [&str; 13] = [
    "interim",
    "acting",
    "temporary",
    "temporary cover",
    "secondee",
    "secondment",
    "seconded",
    "agency",
    "contractor",
    "tbc",
    "tba",
    "to be confirmed",
    "to be announced",
];

/// Reads a trimmed Name cell. Letter case, and quotation marks or brackets
/// around the whole, make no difference.
pub(super) fn read(cell: &str) -> NameCell<'_> {
    let is_wrapping = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '\'' | '"' | '‘' | '’' | '“' | '”' | '(' | ')' | '[' | ']' | '*'
            )
    };
    let bare = cell.trim_matches(is_wrapping);
    let words = folded(bare);
    let is_one_of = |known: &[&str]| known.contains(&&*words);
    if bare.is_empty() || is_one_of(&UNNAMED) {
        NameCell::Unnamed
    } else if is_one_of(&VACANT) {
        NameCell::Vacant(None)
    } else if is_one_of(&ABOLISHED) {
        NameCell::Abolished
    } else if is_one_of(&UNNAMED_AS) {
        NameCell::UnnamedAs(bare)
    } else {
        read_first_words(cell, bare)
    }
}

/// Reads a cell in which a status may be followed by more, as in `Vacant -
/// being recruited`. What follows is kept. That a post is abolished, and with it
/// left out, is believed only of the word alone.
fn read_first_words<'r>(cell: &'r str, bare: &str) -> NameCell<'r> {
    let is_stop = |c: char| matches!(c, '-' | '–' | '—' | '(' | ':' | ';' | ',' | '/');
    let first = bare.split(is_stop).next().unwrap_or(bare);
    let words = folded(first);
    let is_one_of = |known: &[&str]| known.contains(&&*words);
    if is_one_of(&VACANT) {
        NameCell::Vacant(Some(cell))
    } else if is_one_of(&ABOLISHED) || is_one_of(&UNNAMED_AS) {
        NameCell::UnnamedAs(cell)
    } else {
        NameCell::Held(cell)
    }
}

/// The words of a text in small letters, a space between them.
fn folded(text: &str) -> String {
    let words = text.split_whitespace().flat_map(|word| [" ", word]);
    words.skip(1).collect::<String>().to_lowercase()
}

/// A trimmed cell of any other column, unless it says that it says nothing:
/// `N/D` (not disclosed), `N/A` (not applicable) and their spellings.
pub(super) fn said(cell: &str) -> Option<&str> {
    let is_nothing = ["", "n/d", "nd", "n/a"]
        .iter()
        .any(|word| cell.eq_ignore_ascii_case(word));
    (!is_nothing).then_some(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        for (cells, expected) in [
            (
                &[
                    "Vacant",
                    "VACANT",
                    "\"Vacant\"",
                    "(vacant)",
                    "Vacant \u{A0}post",
                    "GAPPED",
                ][..],
                NameCell::Vacant(None),
            ),
            (
                &["Eliminated", "'Eliminated'", "ELIMINATED", "“Eliminated”"],
                NameCell::Abolished,
            ),
            (
                &["", "N/D", "ND", "n/d", "N/A", "''", "-"],
                NameCell::Unnamed,
            ),
        ] {
            for cell in cells {
                assert_eq!(read(cell), expected, "{cell}");
            }
        }
        assert_eq!(read("Interim"), NameCell::UnnamedAs("Interim"));
        for said in ["Vacant - being recruited", "VACANT (maternity)"] {
            assert_eq!(read(said), NameCell::Vacant(Some(said)));
        }
        for said in ["Eliminated: see CLG234", "Interim (from May)"] {
            assert_eq!(read(said), NameCell::UnnamedAs(said));
        }
        for name in [
            "R. Okafor",
            "Vacant Smith",
            "Nd Owusu",
            "Dr N. A. Ndlovu",
            "O’Brien",
        ] {
            assert_eq!(read(name), NameCell::Held(name));
        }
    }

    #[test]
    fn cells_that_say_nothing() {
        assert_eq!(said("N/D"), None);
        assert_eq!(said("n/a"), None);
        assert_eq!(said("NA"), Some("NA"));
    }
}
