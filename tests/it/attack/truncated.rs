//! Small files cut off at every byte: what is read of each is what stands there.

use std::fmt::Write;

use answerable::{Document, Organogram};
use insta::assert_snapshot;

use super::{Read, outcome};

/// What comes of every beginning of a file, a line for each stretch of bytes at
/// which the same does.
fn beginnings(bytes: &[u8], read: impl Fn(&[u8]) -> Read) -> String {
    let mut stretches: Vec<(usize, usize, String)> = Vec::new();
    for end in 0..=bytes.len() {
        let mut told = outcome(&|| read(&bytes[..end]));
        // The reasons and their columns are the format's own.
        if told.starts_with("unreadable") {
            told.truncate("unreadable".len());
        }
        match stretches.last_mut() {
            Some((_, last, known)) if *known == told => *last = end,
            _ => stretches.push((end, end, told)),
        }
    }
    let mut shown = String::new();
    for (first, last, told) in stretches {
        writeln!(shown, "{first:3}-{last:3} {told}").expect("text");
    }
    shown
}

#[test]
fn json_is_unreadable_until_it_is_whole() {
    let text = "{\"unit\": {\"u\": {}}, \"post\": {\"a\": {\"title\": \"Ä\", \"fte\": -1.5e0}}}\n";
    let read = |bytes: &[u8]| serde_json::from_slice(bytes).map_err(|error| error.to_string());
    assert_snapshot!(beginnings(text.as_bytes(), read), @r"
     0- 65 unreadable
    66- 67 post a, fte: WrongType; 1 left
    ");
}

#[test]
fn toml_is_what_its_lines_say() {
    let text = "version = 1\n[unit.u]\n[post.a]\ntitle = \"Ä\"\nunit = \"u\"\nfte = 0.5\n\
                clinical = { none = \"top\" }\n[post.b]\ntitle = 'B'\nclinical = \"a\"\n";
    let read = |bytes: &[u8]| {
        let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
        Document::from_toml(text).map_err(|error| error.to_string())
    };
    assert_snapshot!(beginnings(text.as_bytes(), read), @r"
      0-  0 sound: 0
      1- 10 unreadable
     11- 12 sound: 0
     13- 19 unreadable
     20- 21 sound: 0
     22- 28 unreadable
     29- 30 3:7 post a: Missing; 1 left
     31- 41 unreadable
     42- 43 sound: 1
     44- 52 unreadable
     53- 54 sound: 1
     55- 60 unreadable
     61- 61 sound: 1
     62- 62 unreadable
     63- 64 sound: 1
     65- 90 unreadable
     91- 92 sound: 1
     93- 99 unreadable
    100-101 8:7 post b: Missing; 2 left
    102-111 unreadable
    112-113 sound: 2
    114-126 unreadable
    127-128 sound: 2
    ");
}

#[test]
fn a_return_of_senior_posts_is_what_its_rows_say() {
    let text = "Name,Post Unique Reference,Reports to Senior Post,Job Title\r\n\
                \"É, A\",CE,XX,Chief\r\n,CN,CE,\"Chief \"\"N\"\"\"\r\n";
    let read = |bytes: &[u8]| {
        let organogram = Organogram::read(bytes).map_err(|error| error.to_string());
        organogram.map(Organogram::into_document)
    };
    assert_snapshot!(beginnings(text.as_bytes(), read), @r"
      0- 58 unreadable
     59- 61 sound: 0
     62- 67 unreadable
     68- 69 row 2 Post Unique Referenc post : CellCount; 0 left
     70- 70 row 2 Post Unique Referenc post C: CellCount; 0 left
     71- 74 row 2 Post Unique Referenc post CE: CellCount; 0 left
     75- 75 row 2 Job Title post CE, title: Blank; 1 left
     76- 83 sound: 1
     84- 84 row 3 Post Unique Referenc post C: CellCount; 1 left
     85- 88 row 3 Post Unique Referenc post CN: CellCount; 1 left
     89- 89 row 3 Job Title post CN, title: Blank; 2 left
     90- 96 unreadable
     97- 97 sound: 2
     98- 99 unreadable
    100-100 sound: 2
    101-101 unreadable
    102-104 sound: 2
    ");
}

#[test]
fn a_return_of_junior_posts_is_what_its_rows_say() {
    let senior = b"Name,Post Unique Reference,Reports to Senior Post,Job Title\n,CE,XX,C\n";
    let text = "Generic Job Title,Reporting Senior Post,Number of Posts in FTE\nNurse,CE,12.5\n";
    let read = |bytes: &[u8]| {
        let organogram = Organogram::read_with_junior(senior, bytes);
        organogram
            .map(Organogram::into_document)
            .map_err(|error| error.to_string())
    };
    assert_snapshot!(beginnings(text.as_bytes(), read), @r"
     0- 61 unreadable
    62- 63 sound: 1
    64- 71 row 2 post junior:2: CellCount; 1 left
    72- 77 sound: 2
    ");
}
