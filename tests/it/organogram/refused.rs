//! What is no return, and why.

use answerable::{Organogram, OrganogramReturn, WhyUnreadable};

use super::HEADINGS;

#[test]
fn what_is_no_return_is_told_why() {
    let junior = "Reporting Senior Post,Generic Job Title,Number of Posts in FTE\n";
    let none = "Alpha;Beta\n1;2\n";
    let misspelt = "Post Unique Reference,Name,Job Titel,Reports to Senior Post,FTE,Grade,Profession,Fte,Grades,Profession\n";
    let quoted = format!("{HEADINGS}\n\"CE\"x,\n\n\"CN,\n");
    for (bytes, expected) in [
        (
            "",
            "the file is empty; give the return as CSV, headings first",
        ),
        (
            "\u{FEFF}\r\n\n",
            "the file is empty; give the return as CSV, headings first",
        ),
        (
            none,
            "the first row holds no heading of a return, but `Alpha;Beta`; \
             put the row of headings first, with commas between",
        ),
        (
            junior,
            "these are the headings of the return of junior posts; \
             give the return of senior posts first, that of junior posts second",
        ),
        (
            misspelt,
            "3 reasons\n  there is no column `Job Title`; rename `Job Titel` if that is meant; \
             the headings are `Post Unique Reference`, `Name`, `Job Titel`, `Reports to Senior Post`, \
             `FTE`, `Grade`, `Profession`, `Fte` and 2 more\n  \
             there are 2 columns `FTE`: column 5 `FTE`, column 8 `Fte`; keep one\n  \
             there are 2 columns `Professional/Occupational Group`: \
             column 7 `Profession`, column 10 `Profession`; keep one",
        ),
        (
            &quoted,
            "2 reasons\n  row 2: a cell goes on after its closing quotation mark; \
             double a quotation mark that belongs to the text\n  \
             row 4: a cell opens with a quotation mark and never closes; close it",
        ),
    ] {
        let error = Organogram::read(bytes.as_bytes()).expect_err("no return");
        assert_eq!(
            error.to_string(),
            format!("not readable as an organogram: {expected}")
        );
        assert_eq!(format!("{error:?}"), error.to_string());
    }
    for (bytes, expected) in [
        (&b"\xFF\xFEP\0o\0s\0t\0"[..], WhyUnreadable::Utf16),
        (b"PK\x03\x04...", WhyUnreadable::Spreadsheet),
    ] {
        let error = Organogram::read(bytes).expect_err("no return");
        assert_eq!(error.errors()[0].what, expected);
    }
}

#[test]
fn returns_that_change_places_are_both_named() {
    let junior = "Reporting Senior Post,Generic Job Title,Number of Posts in FTE\n";
    let error =
        Organogram::read_with_junior(junior.as_bytes(), HEADINGS.as_bytes()).expect_err("changed");
    let [first, second] = error.errors() else {
        unreachable!("one reason for each return: {error}")
    };
    let given = |given| WhyUnreadable::OtherReturn { given };
    assert_eq!(
        (first.of, &first.what),
        (OrganogramReturn::Senior, &given(OrganogramReturn::Junior))
    );
    assert_eq!(
        (second.of, &second.what),
        (OrganogramReturn::Junior, &given(OrganogramReturn::Senior))
    );
    assert_eq!(
        second.to_string(),
        "junior posts: these are the headings of the return of senior posts; \
         give the return of senior posts first, that of junior posts second",
    );
}

#[test]
fn the_reasons_of_both_returns_are_told() {
    let error =
        Organogram::read_with_junior(b"", b"Generic Job Title,Grade\n").expect_err("no returns");
    let returns: Vec<_> = error.errors().iter().map(|error| error.of).collect();
    assert_eq!(
        returns,
        [
            OrganogramReturn::Senior,
            OrganogramReturn::Junior,
            OrganogramReturn::Junior
        ]
    );
    assert_eq!(
        error.to_string(),
        "not readable as an organogram: 3 reasons\n  \
         the file is empty; give the return as CSV, headings first\n  \
         junior posts: there is no column `Reporting Senior Post`; add it; \
         the headings are `Generic Job Title`, `Grade`\n  \
         junior posts: there is no column `Number of Posts in FTE`; add it; \
         the headings are `Generic Job Title`, `Grade`",
    );
}

#[test]
fn any_bytes_are_read_or_refused() {
    let header = format!("{HEADINGS}\n");
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    for round in 0..400 {
        let mut bytes = if round % 2 == 0 {
            header.clone().into_bytes()
        } else {
            Vec::new()
        };
        for _ in 0..round {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let choices = b"\",\r\n\0\x81\xFF\xC2\xA0XX00ab";
            bytes.push(choices[usize::try_from(state % 15).expect("a small number")]);
        }
        let _ = Organogram::read_with_junior(&bytes, &bytes);
        let _ = Organogram::read(&bytes).map(|organogram| organogram.document().posts().count());
    }
}
