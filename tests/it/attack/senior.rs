//! Hostile returns of senior posts.

use answerable::Organogram;

use super::{Read, check};

fn read(bytes: &[u8]) -> Read {
    let organogram = Organogram::read(bytes);
    organogram
        .map(Organogram::into_document)
        .map_err(|error| error.to_string())
}

/// Rows below the headings that every return has.
fn rows(cases: &[(&str, &str)]) {
    let text = |rows: &str| {
        format!("Post Unique Reference,Name,Job Title,Reports to Senior Post,FTE\n{rows}")
    };
    let cases: Vec<_> = cases
        .iter()
        .map(|&(rows, expected)| (text(rows), expected))
        .collect();
    check(read, &cases);
}

#[test]
fn bytes_that_are_no_return() {
    let cases: &[(&[u8], &str)] = &[
        (
            b" ",
            "unreadable: not readable as an organogram: the first row holds no heading of a return, but nothing; put the row of headings first, with commas between",
        ),
        (
            b"\0",
            "unreadable: not readable as an organogram: the first row holds no heading of a return, but `\\u{0}`; put the row of headings first, with commas between",
        ),
        (
            b"\xEF\xBB\xBF\xEF\xBB\xBF",
            "unreadable: not readable as an organogram: the file is empty; give the return as CSV, headings first",
        ),
        (
            b"\xFE\xFF\0P",
            "unreadable: not readable as an organogram: the file is in UTF-16; save it as CSV in UTF-8",
        ),
        (
            b"\xFF\xFE",
            "unreadable: not readable as an organogram: the file is in UTF-16; save it as CSV in UTF-8",
        ),
        (
            b"\xD0\xCF\x11\xE0\xA1",
            "unreadable: not readable as an organogram: the file is a spreadsheet; save it as CSV",
        ),
        (
            b"%PDF-1.7\n",
            "unreadable: not readable as an organogram: the first row holds no heading of a return, but `%PDF-1.7`; put the row of headings first, with commas between",
        ),
        (
            b"<html><body>404</body></html>",
            "unreadable: not readable as an organogram: the first row holds no heading of a return, but `<html><body>404</body></html>`; put the row of headings first, with commas between",
        ),
        (
            b"{\"post\": {}}",
            "unreadable: not readable as an organogram: the first row holds no heading of a return, but `{\"post\": {}}`; put the row of headings first, with commas between",
        ),
        (
            b"\xEF\xBB\xBF\"",
            "unreadable: not readable as an organogram: 2 reasons / row 1: a cell opens with a quotation mark and never closes; close it / the first row holds no heading of a return, but nothing; put the row of headings first, with commas between",
        ),
        (
            b"\x81\x8D\xFF,\x90\n",
            "unreadable: not readable as an organogram: the first row holds no heading of a return, but `\\u{81}\\u{8d}ÿ`, `\\u{90}`; put the row of headings first, with commas between",
        ),
        (
            b"\xE2\x80\xAE,a\x1B[31m\n",
            "unreadable: not readable as an organogram: the first row holds no heading of a return, but `\\u{202e}`, `a\\u{1b}[31m`; put the row of headings first, with commas between",
        ),
        (
            b",,,,,,,\n",
            "unreadable: not readable as an organogram: the first row holds no heading of a return, but nothing; put the row of headings first, with commas between",
        ),
    ];
    check(read, cases);
}

#[test]
fn headings_are_missing_repeated_or_too_many() {
    let long = "x".repeat(1_000_000);
    check(read, &[
        ("Name,Job Title,Reports to Senior Post\n".to_owned(), "unreadable: not readable as an organogram: there is no column `Post Unique Reference`; add it; the headings are `Name`, `Job Title`, `Reports to Senior Post`"),
        ("Post Unique Reference,Name,Name,Job Title,Reports to Senior Post\n".to_owned(), "unreadable: not readable as an organogram: there are 2 columns `Name`: column 2 `Name`, column 3 `Name`; keep one"),
        ("Post Unique Reference\tName\tJob Title\tReports to Senior Post\n".to_owned(), "unreadable: not readable as an organogram: the first row holds no heading of a return, but `Post Unique Reference\\u{9}Name\\u{9}Job Title\\u{9}Reports to Senior Post`; put the row of headings first, with commas between"),
        ("Post Unique Reference|Name\nA|B\n".to_owned(), "unreadable: not readable as an organogram: the first row holds no heading of a return, but `Post Unique Reference|Name`; put the row of headings first, with commas between"),
        ("post unique  REFERENCE,name,JOB TITLE, Reports to Senior Post \nA,,T,XX\n".to_owned(), "sound: 1"),
        ("\u{200B}Post Unique Reference,Name,Job Title,Reports to Senior Post\n".to_owned(), "unreadable: not readable as an organogram: there is no column `Post Unique Reference`; rename `\\u{200b}Post Unique Reference` if that is meant; the headings are `\\u{200b}Post Unique Reference`, `Name`, `Job Title`, `Reports to Senior Post`"),
        ("Post Unique Reference,Name,Job Title,Reports to Senior Post,\u{202E}Salary\nA,,T,XX,1\n".to_owned(), "sound: 1"),
        ("Post Unique Reference,Name,Job Title,Reports to Senior Post,,,\nA,,T,XX,,,\n".to_owned(), "sound: 1"),
        ("Post Unique Reference,Name,Job Title,Reports to Senior Post,,\nA,,T,XX,1,2\n".to_owned(), "sound: 1"),
        ("\"Post\nUnique Reference\",Name,Job Title,Reports to Senior Post\nA,,T,XX\n".to_owned(), "sound: 1"),
        ("A,,T,XX\nPost Unique Reference,Name,Job Title,Reports to Senior Post\n".to_owned(), "unreadable: not readable as an organogram: the first row holds no heading of a return, but `A`, `T`, `XX`; put the row of headings first, with commas between"),
        (format!("{long},Name,Job Title\n"), "unreadable: not readable as an organogram: 2 reasons / there is no column `Post Unique Reference`; add it; the headings are `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…`, `Name`, `Job Title` / there is no column `Reports to Senior Post`; add it; the headings are `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…`, `Name`, `Job Title`"),
        (format!("Post Unique Reference,{}Job Title\n", "Name,".repeat(100_000)), "unreadable: not readable as an organogram: 2 reasons / there are 100000 columns `Name`: column 2 `Name`, column 3 `Name`, column 4 `Name`, column 5 `Name`, column 6 `Name`, column 7 `Name`, column 8 `Name`, column 9 `Name` and 99992 more; keep one / there is no column `Reports to Senior Post`; add it; the headings are `Post Unique Reference`, `Name`, `Name`, `Name`, `Name`, `Name`, `Name`, `Name` and 99994 more"),
        (format!("Name,{}\n", "y,".repeat(100_000)), "unreadable: not readable as an organogram: 3 reasons / there is no column `Post Unique Reference`; add it; the headings are `Name`, `y`, `y`, `y`, `y`, `y`, `y`, `y` and 99993 more / there is no column `Job Title`; add it; the headings are `Name`, `y`, `y`, `y`, `y`, `y`, `y`, `y` and 99993 more / there is no column `Reports to Senior Post`; add it; the headings are `Name`, `y`, `y`, `y`, `y`, `y`, `y`, `y` and 99993 more"),
    ]);
}

#[test]
fn rows_are_ragged() {
    rows(&[
        (
            "CE\n",
            "row 2 Post Unique Referenc post CE: CellCount; 0 left",
        ),
        (
            "CE,,Chief,XX,1,\n",
            "row 2 Post Unique Referenc post CE: CellCount; 0 left",
        ),
        (
            "CE,,Chief,XX,1,\nCE,,Chief,XX,1\n",
            "row 2 Post Unique Referenc post CE: CellCount; row 3 Post Unique Referenc post CE #2: RepeatedId 2 times, 3 differ; 0 left",
        ),
        (",,,,,,,,\n", "sound: 0"),
        (
            "CE,,Chief,XX\nCN,,Nurse,CE,1\n",
            "row 2 Post Unique Referenc post CE: CellCount; 1 left",
        ),
        ("CE,\"Okafor, R.\",Chief,XX,1\n", "sound: 1"),
        (
            "CE,Okafor, R.,Chief,XX,1\n",
            "row 2 Post Unique Referenc post CE: CellCount; 0 left",
        ),
        (
            "CE,,Chief,XX,1\n\nCN\n",
            "row 4 Post Unique Referenc post CN: CellCount; 1 left",
        ),
        ("CE,,Chief,XX,1\r\rCN,,Nurse,CE,1", "sound: 2"),
        (
            "Total,,,,3\n",
            "row 2 Job Title post Total, title: Blank; 1 left",
        ),
        (
            "Post Unique Reference,Name,Job Title,Reports to Senior Post,FTE\n",
            "row 2 FTE post Post Unique Referenc, fte: WrongType; row 2 Reports to Senior Po post Post Unique Referenc, operational: UnknownId; 1 left",
        ),
    ]);
}

#[test]
fn quotation_marks_go_astray() {
    rows(&[
        (
            "\"CE,,Chief,XX,1\nCN,,Nurse,CE,1\n",
            "unreadable: not readable as an organogram: row 2: a cell opens with a quotation mark and never closes; close it",
        ),
        (
            "CE,,\"Chief\" Executive,XX,1\n",
            "unreadable: not readable as an organogram: row 2: a cell goes on after its closing quotation mark; double a quotation mark that belongs to the text",
        ),
        ("CE,,Chief \"Executive\",XX,1\n", "sound: 1"),
        ("CE,,\"Chief \"\"Executive\"\"\",XX,1\n", "sound: 1"),
        (
            "CE,,'Chief, Executive',XX,1\n",
            "row 2 Post Unique Referenc post CE: CellCount; 0 left",
        ),
        (
            "CE,,\"Chief\nExecutive\",XX,1\nCN,,Nurse,CX,1\n",
            "row 3 Reports to Senior Po post CN, operational: UnknownId; 2 left",
        ),
        ("\"\",\"\",\"\",\"\",\"\"\n", "sound: 0"),
        (
            "CE,,“Chief, Executive”,XX,1\n",
            "row 2 Post Unique Referenc post CE: CellCount; 0 left",
        ),
        (
            "CE,,Chief,XX,1\n\"",
            "unreadable: not readable as an organogram: row 3: a cell opens with a quotation mark and never closes; close it",
        ),
        (
            "\"a\"b\n\"c\"d\n\"e\n",
            "unreadable: not readable as an organogram: 3 reasons / row 2: a cell goes on after its closing quotation mark; double a quotation mark that belongs to the text / row 3: a cell goes on after its closing quotation mark; double a quotation mark that belongs to the text / row 4: a cell opens with a quotation mark and never closes; close it",
        ),
    ]);
}

#[test]
fn cells_say_what_they_cannot() {
    let long = "x".repeat(1_000_000);
    rows(&[
        (
            ",,Chief,XX,1\n",
            "row 2 Post Unique Referenc post : BadId, Empty; 0 left",
        ),
        (
            "CE,,,XX,1\n",
            "row 2 Job Title post CE, title: Blank; 1 left",
        ),
        (
            "CE,,Chief,CE,1\n",
            "row 2 Reports to Senior Po post CE, operational: CannotBe; 1 left",
        ),
        (
            "CE,,Chief,ce,1\n",
            "row 2 Reports to Senior Po post CE, operational: UnknownId; 1 left",
        ),
        (
            "CE,,Chief,N/D,1\n",
            "row 2 Reports to Senior Po post CE, operational: UnknownId; 1 left",
        ),
        (
            "CE,,Chief,0,1\n",
            "row 2 Reports to Senior Po post CE, operational: UnknownId; 1 left",
        ),
        (
            "0,,Chief,XX,1\nCN,,Nurse,0,1\n",
            "row 3 Reports to Senior Po post CN, operational: UnknownId; 1 left",
        ),
        (
            "XX,,Chief,XX,1\n",
            "row 2 Post Unique Referenc post XX: TopMark; 0 left",
        ),
        (
            "xx,,Chief,,1\nCN,,Nurse,xX,1\n",
            "row 2 Post Unique Referenc post xx: TopMark; 1 left",
        ),
        (
            "A,,T,B,1\nB,,T,A,1\n",
            "row 2 Reports to Senior Po post A, operational: Circle of 2; 2 left",
        ),
        (
            "007,,T,XX,1\nB,,T,7,1\n",
            "row 3 Reports to Senior Po post B, operational: UnknownId ~007 LeadingZeros; 2 left",
        ),
        (
            "é,,T,XX,1\nB,,T,e\u{301},1\n",
            "row 3 Reports to Senior Po post B, operational: UnknownId ~é UnicodeForm; 2 left",
        ),
        (
            "A\u{200B},,T,XX,1\nB,,T,A,1\n",
            "row 3 Reports to Senior Po post B, operational: UnknownId ~A\\u{200b} UnicodeForm; 2 left",
        ),
        (
            "A\u{AD},,T,XX,1\nB,,T,A,1\n",
            "row 3 Reports to Senior Po post B, operational: UnknownId ~A\\u{ad} UnicodeForm; 2 left",
        ),
        (
            "A\u{202E},,T,XX,1\n",
            "row 2 Post Unique Referenc post A\\u{202e}: BadId, Invisible; 0 left",
        ),
        (
            "A\0B,,T\0,XX,1\n",
            "row 2 Post Unique Referenc post A\\0B: BadId, Invisible; 0 left",
        ),
        (
            "\"A\nB\",,T,XX,1\n",
            "row 2 Post Unique Referenc post A\\nB: BadId, Invisible; 0 left",
        ),
        ("A,,T,XX,NaN\n", "row 2 FTE post A, fte: WrongType; 1 left"),
        ("A,,T,XX,inf\n", "row 2 FTE post A, fte: WrongType; 1 left"),
        ("A,,T,XX,-0\n", "sound: 1"),
        (
            "A,,T,XX,1e309\n",
            "row 2 FTE post A, fte: WrongType; 1 left",
        ),
        (
            "A,,T,XX,1e308\nA,B,T,XX,1e308\n",
            "row 2 FTE post A, fte: WrongType; 1 left",
        ),
        ("A,,T,XX,½\n", "row 2 FTE post A, fte: WrongType; 1 left"),
        ("A,,T,XX,１\n", "row 2 FTE post A, fte: WrongType; 1 left"),
        ("A,,T,XX,0x1\n", "row 2 FTE post A, fte: WrongType; 1 left"),
        (
            "A,,\u{1B}[31mT,XX,1\u{202E}\n",
            "row 2 FTE post A, fte: WrongType; 1 left",
        ),
        ("junior:2,,T,XX,1\n", "sound: 1"),
        ("A,,=HYPERLINK(\"\"x\"\"),XX,1\n", "sound: 1"),
        (
            &format!("{long},{long},{long},XX,{long}\n"),
            "row 2 FTE post xxxxxxxxxxxxxxxxxxxx, fte: WrongType; row 2 Post Unique Referenc post xxxxxxxxxxxxxxxxxxxx: BadId, TooLong; 0 left",
        ),
        (
            &format!("A,,T,{long},1\n"),
            "row 2 Reports to Senior Po post A, operational: UnknownId; 1 left",
        ),
    ]);
}
