//! Quotation marks that make a reader of CSV take cells or rows for text.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use super::error::Unreadable;

/// Where a reader of CSV is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum In {
    /// At the start of a record: a line end here ends none.
    Start,
    /// At the start of a further cell.
    Cell,
    /// In a cell without quotation marks around it.
    Plain,
    /// In a quoted cell that began in this row.
    Quoted,
    /// After a quotation mark in a quoted cell: it ends, or the mark is doubled.
    Mark,
    /// After the end of a quoted cell.
    Ended,
    /// After text that followed the end of a quoted cell.
    Astray,
}

/// Every row in which a quoted cell does not end, or goes on after its end.
/// Rows are counted as the csv crate counts records.
pub(super) fn check(text: &str) -> Vec<Unreadable> {
    let mut errors = Vec::new();
    let mut at = In::Start;
    let mut row = 1;
    for byte in text.bytes() {
        at = match (at, byte) {
            (In::Quoted, b'"') => In::Mark,
            (In::Quoted, _) | (In::Mark | In::Start | In::Cell, b'"') => In::Quoted,
            (In::Start, b'\r' | b'\n') => In::Start,
            (_, b'\r' | b'\n') => {
                row += 1;
                In::Start
            }
            (_, b',') => In::Cell,
            (In::Start | In::Cell | In::Plain, _) => In::Plain,
            (In::Mark | In::Ended, b' ' | b'\t') => In::Ended,
            (In::Mark | In::Ended, _) => {
                if errors.last() != Some(&Unreadable::TextAfterQuote { row }) {
                    errors.push(Unreadable::TextAfterQuote { row });
                }
                In::Astray
            }
            (In::Astray, _) => In::Astray,
        };
    }
    if at == In::Quoted {
        errors.push(Unreadable::UnclosedQuote { row });
    }
    errors
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks() {
        let unclosed = |row| vec![Unreadable::UnclosedQuote { row }];
        let after = |row| vec![Unreadable::TextAfterQuote { row }];
        for (text, expected) in [
            ("", vec![]),
            ("a,\"b\"\r\n\"c \"\"d\"\"\ne\",f", vec![]),
            ("a,b \"c\" d\n\"\",\"\" ,\"\"\n", vec![]),
            ("a\n\n\r\nb,\"c\n\nd\n", unclosed(2)),
            ("a\r\rb,\"c\"d,\"e\" f\rg", after(2)),
            ("a\n\"b\nc,\"d", after(2)),
        ] {
            assert_eq!(check(text), expected, "{text:?}");
        }
    }

    #[test]
    fn rows_are_counted_as_the_reader_counts_them() {
        let pieces = ["a", ",", "\n", "\r", "\r\n", "\"b\"", "\"\n\"", " ", "\"\""];
        for number in 0..9_usize.pow(4) {
            let digits = (0..4).map(|digit| number / 9_usize.pow(digit) % 9);
            let text: String = digits.map(|digit| pieces[digit]).collect();
            let text = format!("{text}\n\"");
            let mut reader = csv::ReaderBuilder::new();
            let reader = reader.has_headers(false).flexible(true);
            let records = reader.from_reader(text.as_bytes()).records().count();
            if let Some(Unreadable::UnclosedQuote { row }) = check(&text).pop() {
                assert_eq!(row, records, "{text:?}");
            }
        }
    }
}
