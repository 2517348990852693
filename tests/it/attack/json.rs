//! Hostile JSON.

use super::{Read, check};

fn read(bytes: &[u8]) -> Read {
    serde_json::from_slice(bytes).map_err(|error| error.to_string())
}

fn cases(cases: &[(&str, &str)]) {
    check(read, cases);
}

#[test]
fn what_is_no_json_is_unreadable() {
    cases(&[
        (
            "",
            "unreadable: EOF while parsing a value at line 1 column 0",
        ),
        (
            " \r\n\t",
            "unreadable: EOF while parsing a value at line 2 column 1",
        ),
        (
            "\u{FEFF}{}",
            "unreadable: expected value at line 1 column 1",
        ),
        ("{}{}", "unreadable: trailing characters at line 1 column 3"),
        (
            "{} // nobody",
            "unreadable: trailing characters at line 1 column 4",
        ),
        ("{\"post\"}", "unreadable: expected `:` at line 1 column 8"),
        (
            "{\"post\": {},}",
            "unreadable: trailing comma at line 1 column 13",
        ),
        (
            "{\"title\": \"a\nb\"}",
            "unreadable: control character (\\u0000-\\u001F) found while parsing a string at line 2 column 0",
        ),
        (
            "{\"title\": \"\u{0}\"}",
            "unreadable: control character (\\u0000-\\u001F) found while parsing a string at line 1 column 12",
        ),
        (
            "{\"title\": \"\\x41\"}",
            "unreadable: invalid escape at line 1 column 13",
        ),
        (
            "{\"title\": \"\\uD800\"}",
            "unreadable: unexpected end of hex escape at line 1 column 18",
        ),
        (
            "{\"title\": \"\\uDC00\\uD800\"}",
            "unreadable: lone leading surrogate in hex escape at line 1 column 17",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"fte\": NaN}}}",
            "unreadable: expected value at line 1 column 38",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"fte\": 1e999}}}",
            "unreadable: number out of range at line 1 column 42",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"fte\": 01}}}",
            "unreadable: invalid number at line 1 column 39",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"fte\": 0x1}}}",
            "unreadable: expected `,` or `}` at line 1 column 39",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\"}}, \"post\": {\"b\"",
            "unreadable: EOF while parsing an object at line 1 column 44",
        ),
    ]);
}

#[test]
fn what_is_no_table_at_the_top_is_unreadable() {
    cases(&[
        (
            "null",
            "unreadable: invalid type: null, expected an organisation: a table with posts at line 1 column 4",
        ),
        (
            "true",
            "unreadable: invalid type: boolean `true`, expected an organisation: a table with posts at line 1 column 4",
        ),
        (
            "-0",
            "unreadable: invalid type: floating point `-0.0`, expected an organisation: a table with posts at line 1 column 2",
        ),
        (
            "1e3",
            "unreadable: invalid type: floating point `1000.0`, expected an organisation: a table with posts at line 1 column 3",
        ),
        (
            "\"\\u202Etitle\\n\"",
            "unreadable: invalid type: text, expected an organisation: a table with posts at line 1 column 15",
        ),
        (
            "[{\"post\": {}}]",
            "unreadable: invalid type: sequence, expected an organisation: a table with posts at line 1 column 1",
        ),
        (
            &format!("\"{}\"", "x".repeat(1_000_000)),
            "unreadable: invalid type: text, expected an organisation: a table with posts at line 1 column 1000002",
        ),
    ]);
}

#[test]
fn bytes_that_are_no_utf_8_are_unreadable() {
    let cases: &[(&[u8], &str)] = &[
        (
            b"\xFF\xFE{\0}\0",
            "unreadable: expected value at line 1 column 1",
        ),
        (
            b"{\"title\": \"\xFF\"}",
            "unreadable: invalid unicode code point at line 1 column 12",
        ),
        (
            b"{\"title\": \"\xC3\"}",
            "unreadable: invalid unicode code point at line 1 column 12",
        ),
        (
            b"{\"\xED\xA0\x80\": 1}",
            "unreadable: invalid unicode code point at line 1 column 3",
        ),
        (
            b"{\"post\": {\"\xF4\x90\x80\x80\": {}}}",
            "unreadable: invalid unicode code point at line 1 column 12",
        ),
        (
            b"{}\xEF\xBB\xBF",
            "unreadable: trailing characters at line 1 column 3",
        ),
    ];
    check(read, cases);
}

#[test]
fn another_version_is_unreadable() {
    cases(&[
        (
            "{\"version\": 0}",
            "unreadable: only version 1 of the format can be read, and this is version 0 at line 1 column 14",
        ),
        (
            "{\"version\": -1}",
            "unreadable: only version 1 of the format can be read, and this is version -1 at line 1 column 15",
        ),
        (
            "{\"version\": 1e0}",
            "unreadable: `version` is the whole number 1, and this is a number at line 1 column 16",
        ),
        (
            "{\"version\": 1.0}",
            "unreadable: `version` is the whole number 1, and this is a number at line 1 column 16",
        ),
        (
            "{\"version\": true}",
            "unreadable: `version` is the whole number 1, and this is true or false at line 1 column 17",
        ),
        (
            "{\"version\": [1]}",
            "unreadable: `version` is the whole number 1, and this is a list at line 1 column 16",
        ),
        (
            "{\"version\": {\"major\": 1}}",
            "unreadable: `version` is the whole number 1, and this is a table at line 1 column 25",
        ),
        (
            "{\"version\": 18446744073709551615}",
            "unreadable: `version` is the whole number 1, and this is too large a number at line 1 column 33",
        ),
        (
            "{\"version\": 18446744073709551616}",
            "unreadable: `version` is the whole number 1, and this is a number at line 1 column 33",
        ),
        (
            "{\"version\": 1, \"version\": 2}",
            "unreadable: only version 1 of the format can be read, and this is version 2 at line 1 column 28",
        ),
        (
            "{\"post\": {\"a\": {}}, \"version\": 2}",
            "unreadable: only version 1 of the format can be read, and this is version 2 at line 1 column 33",
        ),
        (
            "{\"Version\": 2}",
            "document, Version: UnknownKey ~version; 0 left",
        ),
    ]);
}

#[test]
fn keys_are_repeated_in_disguise_and_at_depth() {
    cases(&[
        (
            "{\"title\": \"A\", \"t\\u0069tle\": \"A\"}",
            "document, title: RepeatedKey; 0 left",
        ),
        (
            "{\"cover\": {}, \"cover\": {\"reverts_to_superior\": false}}",
            "document, cover: RepeatedKey, differs; 0 left",
        ),
        (
            "{\"cover\": true, \"cover\": true}",
            "cover: WrongType; document, cover: RepeatedKey; 0 left",
        ),
        (
            "{\"kind\": {}, \"kind\": {}}",
            "document, kind: RepeatedKey; 0 left",
        ),
        (
            "{\"findings\": {\"span\": 9, \"span\": 8}}",
            "findings, span: RepeatedKey, differs; 0 left",
        ),
        (
            "{\"findings\": {\"allow\": {\"no-deputy\": [{\"why\": \"w\", \"why\": \"w\"}]}}}",
            "findings, allow, no-deputy[0], why: RepeatedKey; 0 left",
        ),
        (
            "{\"findings\": {\"span\": 1}, \"findings\": {\"span\": 1.0}}",
            "document, findings: RepeatedKey, differs; 0 left",
        ),
        (
            "{\"x\": 1, \"x\": 2, \"x\": 3}",
            "document, x: UnknownKey; 0 left",
        ),
        (
            "{\"post\": true, \"unit\": false, \"head\": null}",
            "document, post: WrongType; document, unit: WrongType; document, head: WrongType; 0 left",
        ),
        (
            "{\"post\": 1, \"post\": {\"a\": {\"title\": \"A\"}}}",
            "document, post: WrongType; document: RepeatedTable; 1 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\"}}, \"post\": []}",
            "document: RepeatedTable; document, post: WrongType; 1 left",
        ),
        (
            "{\"head\": [], \"head\": [], \"head\": []}",
            "document: RepeatedTable; 0 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\"}, \"a\": null}}",
            "post a #2: WrongType; post a #2: RepeatedId 2 times, 1 differ; 0 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\"}, \"a\": {\"title\": \"A\"}}}",
            "post a #2: RepeatedId 2 times, 0 differ; 1 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"title\": null}}}",
            "post a, title: RepeatedKey, differs; 1 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"vacant\": true, \"vacant\": false}}}",
            "post a, vacant: RepeatedKey, differs; 1 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"labels\": {\"x\": \"1\", \"x\": \"1\"}}}}",
            "post a, labels, x: RepeatedKey; 1 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"basis\": {\"source\": \"s\"}, \"basis\": {}}}}",
            "post a, basis: RepeatedKey, differs; 1 left",
        ),
        (
            "{\"source\": {\"s\": {\"basis\": {\"at\": \"1\", \"at\": \"2\", \"source\": \"s\"}}}}",
            "source s, basis, at: RepeatedKey, differs; 0 left",
        ),
    ]);
}

#[test]
fn lists_and_tables_change_places() {
    cases(&[
        ("{\"post\": []}", "document, post: WrongType; 0 left"),
        (
            "{\"post\": [{\"title\": \"A\"}]}",
            "document, post: WrongType; 0 left",
        ),
        ("{\"post\": {\"a\": [\"A\"]}}", "post a: WrongType; 0 left"),
        ("{\"post\": {\"a\": [[]]}}", "post a: WrongType; 0 left"),
        ("{\"head\": {}}", "document, head: WrongType; 0 left"),
        (
            "{\"head\": {\"kind\": \"clinical\"}}",
            "document, head: WrongType; 0 left",
        ),
        ("{\"head\": [[]]}", "headship: WrongType; 0 left"),
        (
            "{\"head\": [null, 1, \"a\"]}",
            "headship: WrongType; headship #2: WrongType; headship #3: WrongType; 0 left",
        ),
        (
            "{\"unit\": [[\"u\", {}]]}",
            "document, unit: WrongType; 0 left",
        ),
        ("{\"cover\": [false]}", "cover: WrongType; 0 left"),
        ("{\"findings\": [1]}", "findings: WrongType; 0 left"),
        (
            "{\"kind\": [\"clinical\"]}",
            "document, kind: WrongType; 0 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"labels\": [[\"x\", \"1\"]]}}}",
            "post a, labels: WrongType; 1 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"holder\": [\"N\"]}}}",
            "post a, holder: WrongType; 1 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"holders\": {\"name\": \"N\"}}}}",
            "post a, holders: WrongType; 1 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"operational\": []}}}",
            "post a, operational: WrongType; 1 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"operational\": [\"a\"]}}}",
            "post a, operational: WrongType; 1 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"deputies\": [[[\"a\"]]]}}}",
            "post a, deputies[0][0]: WrongType; 1 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"basis\": [\"s\"]}}}",
            "post a, basis: WrongType; 1 left",
        ),
        (
            "{\"post\": {\"a\": {\"title\": \"A\", \"chair\": [{\"to\": \"a\"}]}}}",
            "post a, chair: WrongType; 1 left",
        ),
    ]);
}

#[test]
fn numbers_are_huge_or_odd() {
    let post = |keys: &str| format!("{{\"post\": {{\"a\": {{\"title\": \"A\", {keys}}}}}}}");
    let cases_of_posts = [
        ("\"fte\": 1e308", "sound: 1"),
        ("\"fte\": -0", "sound: 1"),
        ("\"fte\": -1e-320", "post a, fte: WrongType; 1 left"),
        (
            "\"fte\": 18446744073709551615",
            "post a, fte: WrongType; 1 left",
        ),
        ("\"fte\": \"1\"", "post a, fte: WrongType; 1 left"),
        ("\"seats\": 4294967295", "sound: 1"),
        ("\"seats\": 4294967296", "post a, seats: WrongType; 1 left"),
        (
            "\"seats\": 18446744073709551615",
            "post a, seats: WrongType; 1 left",
        ),
        ("\"seats\": 1e20", "post a, seats: WrongType; 1 left"),
        ("\"seats\": 3.0", "post a, seats: WrongType; 1 left"),
        (
            "\"seats\": \"Not stated\"",
            "post a, seats: WrongType; 1 left",
        ),
        ("\"vacant\": 1", "post a, vacant: WrongType; 1 left"),
        (
            "\"title\": 1",
            "post a, title: RepeatedKey, differs; 1 left",
        ),
    ];
    check(
        read,
        &cases_of_posts.map(|(keys, expected)| (post(keys), expected)),
    );
}

#[test]
fn numbers_are_huge_beside_posts() {
    cases(&[
        (
            "{\"findings\": {\"span\": 18446744073709551615}}",
            "findings, span: WrongType; 0 left",
        ),
        (
            "{\"findings\": {\"layers\": -9223372036854775808}}",
            "findings, layers: WrongType; 0 left",
        ),
        (
            "{\"findings\": {\"sole_cover\": 1e308}}",
            "findings, sole_cover: WrongType; 0 left",
        ),
        (
            "{\"post\": 18446744073709551615}",
            "document, post: WrongType; 0 left",
        ),
    ]);
}
