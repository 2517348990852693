//! Returns of an organogram grown of bytes.

use crate::bytes::Bytes;

const SENIOR: [&str; 13] = [
    "Post Unique Reference",
    "Name",
    "Job Title",
    "Reports to Senior Post",
    "Grade",
    "Job/Team Function",
    "Parent Department",
    "Organisation",
    "Unit",
    "FTE",
    "Notes",
    "Professional/Occupational Group",
    "Valid?",
];
const JUNIOR: [&str; 9] = [
    "Reporting Senior Post",
    "Generic Job Title",
    "Number of Posts in FTE",
    "Grade",
    "Unit",
    "Organisation",
    "Parent Department",
    "Professional/Occupational Group",
    "Payscale Minimum (£)",
];
const REFERENCES: [&str; 12] = [
    "1", "2", "3", "CN", "cn", "XX", "xx", "", "0", "4 ", "01", "N/D",
];
const WORDS: [&str; 20] = [
    "Director",
    "Nursing",
    "Vacant",
    "N/D",
    "N/A",
    "Eliminated",
    "a, b",
    "say \"so\"",
    "two\nlines",
    "",
    " ",
    "\u{A0}",
    "Vacant Post",
    "\u{202E}x",
    "\0",
    "Not in post",
    "é",
    "Total",
    "Unknown",
    "=1+1",
];
const FIGURES: [&str; 12] = [
    "1",
    "1.00",
    "0.5",
    "0",
    "-1",
    "",
    "1e9",
    "NaN",
    "12,5",
    "1.005",
    "99999999999999999999",
    "x",
];

pub(super) fn senior(bytes: &mut Bytes<'_>) -> Vec<u8> {
    grown(bytes, &SENIOR, 4)
}

pub(super) fn junior(bytes: &mut Bytes<'_>) -> Vec<u8> {
    grown(bytes, &JUNIOR, 3)
}

/// A return with the first `least` headings, mostly, and some of the others.
fn grown(bytes: &mut Bytes<'_>, known: &[&str], least: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mark = bytes.next();
    if mark % 16 == 1 {
        out.extend(b"\xEF\xBB\xBF");
    }
    let end: &[u8] = if mark % 4 == 3 { b"\r\n" } else { b"\n" };
    let mut headings: Vec<&str> = known[..least].to_vec();
    headings.extend((0..bytes.below(6)).map(|_| bytes.pick(known)));
    if bytes.is_one_in(24) {
        headings.remove(bytes.below(headings.len()));
    }
    if bytes.is_one_in(3) && !headings.is_empty() {
        let by = bytes.below(headings.len());
        headings.rotate_left(by);
    }
    for (at, heading) in headings.iter().enumerate() {
        let slip = if bytes.is_one_in(32) { "s" } else { "" };
        cell(&mut out, at, &format!("{heading}{slip}"));
    }
    for _ in 0..bytes.below(9) {
        out.extend(end);
        let ragged = bytes.is_one_in(24);
        for (at, heading) in headings.iter().enumerate().skip(usize::from(ragged)) {
            let value = match *heading {
                "Post Unique Reference" | "Reports to Senior Post" | "Reporting Senior Post" => {
                    bytes.pick(&REFERENCES)
                }
                "FTE" | "Number of Posts in FTE" => bytes.pick(&FIGURES),
                _ => bytes.pick(&WORDS),
            };
            cell(&mut out, at, value);
        }
        match bytes.next() {
            255 => out.push(b'"'),
            254 => out.push(0xA3),
            253 => out.extend(b",,"),
            _ => {}
        }
    }
    out.extend(end);
    out
}

fn cell(out: &mut Vec<u8>, at: usize, value: &str) {
    if at > 0 {
        out.push(b',');
    }
    if value.contains([',', '"', '\n']) {
        out.extend(format!("\"{}\"", value.replace('"', "\"\"")).bytes());
    } else {
        out.extend(value.bytes());
    }
}
