//! Hostile returns of junior posts, below a sound one of senior posts.

use answerable::Organogram;

use super::{Read, check};

const SENIOR: &[u8] = b"Post Unique Reference,Name,Job Title,Reports to Senior Post\n\
    CE,,Chief,XX\njunior:3,,Chief of row 3,CE\nN7,Eliminated,Chief of estates,CE\n";

fn read(bytes: &[u8]) -> Read {
    let organogram = Organogram::read_with_junior(SENIOR, bytes);
    organogram
        .map(Organogram::into_document)
        .map_err(|error| error.to_string())
}

#[test]
fn bytes_that_are_no_return() {
    let cases: &[(&[u8], &str)] = &[
        (b"\0\0", "unreadable: not readable as an organogram: junior posts: the first row holds no heading of a return, but `\\u{0}\\u{0}`; put the row of headings first, with commas between"),
        (b"\xFF\xFE", "unreadable: not readable as an organogram: junior posts: the file is in UTF-16; save it as CSV in UTF-8"),
        (b"PK\x03\x04", "unreadable: not readable as an organogram: junior posts: the file is a spreadsheet; save it as CSV"),
        (b"Reporting Senior Post,Generic Job Title,FTE\n", "unreadable: not readable as an organogram: junior posts: there is no column `Number of Posts in FTE`; add it; the headings are `Reporting Senior Post`, `Generic Job Title`, `FTE`"),
        (b"Reporting Senior Post,Generic Job Title,Number of Posts in FTE,Number of Posts in FTE\n", "unreadable: not readable as an organogram: junior posts: there are 2 columns `Number of Posts in FTE`: column 3 `Number of Posts in FTE`, column 4 `Number of Posts in FTE`; keep one"),
        (b"Reporting Senior Post,\"Generic Job Title,Number of Posts in FTE\n", "unreadable: not readable as an organogram: 3 reasons / junior posts: row 1: a cell opens with a quotation mark and never closes; close it / junior posts: there is no column `Generic Job Title`; rename `Generic Job Title,Number of Posts in FTE` if that is meant; the headings are `Reporting Senior Post`, `Generic Job Title,Number of Posts in FTE` / junior posts: there is no column `Number of Posts in FTE`; add it; the headings are `Reporting Senior Post`, `Generic Job Title,Number of Posts in FTE`"),
    ];
    check(read, cases);
    let rows = |rows: &str| {
        format!("Reporting Senior Post,Generic Job Title,Number of Posts in FTE\n{rows}")
    };
    let senior = String::from_utf8_lossy(SENIOR);
    assert!(read(senior.as_bytes()).is_err_and(|error| error.contains("senior posts first")));
    assert!(read(rows("").as_bytes()).is_ok());
}

#[test]
fn rows_say_what_they_cannot() {
    let cases = [
        ("CE,Nurse,1\n", "sound: 3"),
        (
            "CE,Nurse,1\nCE,Nurse,1\n",
            "row 3 post junior:3 #2: RepeatedId 2 times, 3 differ; 3 left",
        ),
        (",Nurse,1\n", "sound: 3"),
        (
            "XX,Nurse,1\n",
            "row 2 Reporting Senior Pos post junior:2, operational: UnknownId; 3 left",
        ),
        (
            "CX,Nurse,1\n",
            "row 2 Reporting Senior Pos post junior:2, operational: UnknownId; 3 left",
        ),
        (
            "N7,Nurse,1\n",
            "row 2 Reporting Senior Pos post junior:2, operational: UnknownId; 3 left",
        ),
        (
            "junior:2,Nurse,1\n",
            "row 2 Reporting Senior Pos post junior:2, operational: CannotBe; 3 left",
        ),
        (
            "CE,,1\n",
            "row 2 Generic Job Title post junior:2, title: Blank; 3 left",
        ),
        ("CE,Nurse,\n", "sound: 3"),
        (
            "CE,Nurse,many\n",
            "row 2 Number of Posts in F post junior:2, fte: WrongType; 3 left",
        ),
        (
            "CE,Nurse,-1\n",
            "row 2 Number of Posts in F post junior:2, fte: WrongType; 3 left",
        ),
        (
            "CE,Nurse,1e999\n",
            "row 2 Number of Posts in F post junior:2, fte: WrongType; 3 left",
        ),
        ("CE,Nurse\n", "row 2 post junior:2: CellCount; 2 left"),
        ("CE,Nurse,1,000\n", "row 2 post junior:2: CellCount; 2 left"),
        (
            "CE,\"Nurse\"s,1\n",
            "unreadable: not readable as an organogram: junior posts: row 2: a cell goes on after its closing quotation mark; double a quotation mark that belongs to the text",
        ),
        (
            "CE,Nurse,\"1\n",
            "unreadable: not readable as an organogram: junior posts: row 2: a cell opens with a quotation mark and never closes; close it",
        ),
        (
            "\u{202E}CE,\u{1B}Nurse,\u{7}1\n",
            "row 2 Number of Posts in F post junior:2, fte: WrongType; row 2 Reporting Senior Pos post junior:2, operational: UnknownId ~CE Spelling; 3 left",
        ),
        (
            "\n\n\n,,\nCE,Nurse,x\n",
            "row 6 Number of Posts in F post junior:6, fte: WrongType; 3 left",
        ),
        (
            ",,\nCE,Nurse,x\n",
            "row 3 Number of Posts in F post junior:3 #2, fte: WrongType; row 3 post junior:3 #2: RepeatedId 2 times, 2 differ; 2 left",
        ),
    ];
    let rows = |rows: &str| {
        format!("Reporting Senior Post,Generic Job Title,Number of Posts in FTE\n{rows}")
    };
    check(read, &cases.map(|(told, expected)| (rows(told), expected)));
}
