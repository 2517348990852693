//! Quotation marks that make a reader of CSV take cells or rows for text.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use super::error::WhyUnreadable;

/// Where a reader of CSV is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum In {
    /// At the start of a row, which may be an empty line.
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

/// The rows of a return.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Rows {
    /// Where each record begins, in the order of the csv crate's records: as a
    /// spreadsheet numbers rows, empty lines counted.
    pub(super) numbers: Vec<usize>,
    /// Every row in which a quoted cell does not end, or goes on after its end.
    pub(super) errors: Vec<WhyUnreadable>,
}

impl Rows {
    pub(super) fn of(text: &str) -> Self {
        let mut rows = Self::default();
        let mut at = In::Start;
        let mut row = 1;
        let mut last = 0;
        for byte in text.bytes() {
            let ends = matches!(byte, b'\r' | b'\n') && !matches!(at, In::Quoted);
            if at == In::Start && !ends {
                rows.numbers.push(row);
            }
            at = match (at, byte) {
                (In::Quoted, b'"') => In::Mark,
                (In::Quoted, _) | (In::Mark | In::Start | In::Cell, b'"') => In::Quoted,
                (_, b'\r' | b'\n') => In::Start,
                (_, b',') => In::Cell,
                (In::Start | In::Cell | In::Plain, _) => In::Plain,
                (In::Mark | In::Ended, b' ' | b'\t') => In::Ended,
                (In::Mark | In::Ended, _) => {
                    rows.errors.push(WhyUnreadable::TextAfterQuote { row });
                    In::Astray
                }
                (In::Astray, _) => In::Astray,
            };
            if ends && (last, byte) != (b'\r', b'\n') {
                row += 1;
            }
            last = byte;
        }
        if at == In::Quoted {
            rows.errors.push(WhyUnreadable::UnclosedQuote { row });
        }
        rows.errors.dedup();
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks() {
        let unclosed = |row| vec![WhyUnreadable::UnclosedQuote { row }];
        let after = |row| vec![WhyUnreadable::TextAfterQuote { row }];
        for (text, expected) in [
            ("", vec![]),
            ("a,\"b\"\r\n\"c \"\"d\"\"\ne\",f", vec![]),
            ("a,b \"c\" d\n\"\",\"\" ,\"\"\n", vec![]),
            ("a\n\n\r\nb,\"c\n\nd\n", unclosed(4)),
            ("a\r\rb,\"c\"d,\"e\" f\rg", after(3)),
            ("a\n\"b\nc,\"d", after(2)),
        ] {
            assert_eq!(Rows::of(text).errors, expected, "{text:?}");
        }
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
        for (text, expected) in [
            ("", vec![]),
            ("\n\r\n\r", vec![]),
            ("a\nb\r\nc\rd", vec![1, 2, 3, 4]),
            ("\n\na\n\n\"b\n\n\",c\n\r\r\nd\n", vec![3, 5, 8]),
            ("a\r\n\r\n\r\nb\n\r c", vec![1, 4, 6]),
        ] {
            assert_eq!(Rows::of(text).numbers, expected, "{text:?}");
        }
    }

    #[test]
    fn every_record_of_the_reader_has_a_number() {
        let pieces = ["a", ",", "\n", "\r", "\r\n", "\"b\"", "\"\n\"", " ", "\"\""];
        for number in 0..9_usize.pow(4) {
            let digits = (0..4).map(|digit| number / 9_usize.pow(digit) % 9);
            let text: String = digits.map(|digit| pieces[digit]).collect();
            for text in [format!("{text}\n\""), text] {
                let mut reader = csv::ReaderBuilder::new();
                let reader = reader.has_headers(false).flexible(true);
                let records = reader.from_reader(text.as_bytes()).records().count();
                let rows = Rows::of(&text);
                let is_astray = rows.errors.iter();
                let is_astray = is_astray
                    .clone()
                    .any(|error| matches!(error, WhyUnreadable::TextAfterQuote { .. }));
                assert!(is_astray || rows.numbers.len() == records, "{text:?}");
                assert!(rows.numbers.is_sorted_by(|a, b| a < b), "{text:?}");
            }
        }
    }
}
