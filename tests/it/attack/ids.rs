//! Ids that look alike, cannot be seen, or are none, in every table.

use super::{Read, check};

fn read(bytes: &[u8]) -> Read {
    serde_json::from_slice(bytes).map_err(|error| error.to_string())
}

/// Two posts of these ids, of which the second answers to what is referred to.
fn posts(one: &str, other: &str, to: &str) -> String {
    let text = |text: &str| serde_json::Value::from(text).to_string();
    format!(
        "{{\"post\": {{{}: {{\"title\": \"A\"}}, {}: {{\"title\": \"B\", \"clinical\": {}}}}}}}",
        text(one),
        text(other),
        text(to)
    )
}

#[test]
fn ids_that_differ_are_different() {
    let cases = [
        (["a", "A", "a"], "sound: 2"),
        (["7", "07", "7"], "sound: 2"),
        (["é", "e\u{301}", "é"], "sound: 2"),
        (["ﬁ", "fi", "ﬁ"], "sound: 2"),
        (["Ａ", "A", "Ａ"], "sound: 2"),
        (["a", "a\u{200B}", "a"], "sound: 2"),
        (["a", "a\u{FEFF}b", "a"], "sound: 2"),
        (["a", "\u{430}", "a"], "sound: 2"),
        (["ß", "ẞ", "ß"], "sound: 2"),
        (["İ", "i\u{307}", "İ"], "sound: 2"),
        (["a", "a\u{AD}", "a"], "sound: 2"),
        (["a", "a\u{E0041}", "a"], "sound: 2"),
        (["a", "\u{3164}", "a"], "sound: 2"),
        (["a", "a\u{FE0F}", "a"], "sound: 2"),
        (["\u{301}", "\u{301}\u{301}", "\u{301}"], "sound: 2"),
        (["👩🏽‍⚕️", "👩🏽⚕", "👩🏽‍⚕️"], "sound: 2"),
    ];
    check(
        read,
        &cases.map(|([one, other, to], expected)| (posts(one, other, to), expected)),
    );
}

#[test]
fn what_is_nearly_an_id_is_named_and_never_joined() {
    let cases = [
        (
            ["a", "b", "A"],
            "post b, clinical: UnknownId ~a LetterCase; 2 left",
        ),
        (
            ["07", "b", "7"],
            "post b, clinical: UnknownId ~07 LeadingZeros; 2 left",
        ),
        (
            ["0", "b", "00"],
            "post b, clinical: UnknownId ~0 LeadingZeros; 2 left",
        ),
        (
            ["é", "b", "e\u{301}"],
            "post b, clinical: UnknownId ~é UnicodeForm; 2 left",
        ),
        (
            ["ﬁ1", "b", "FI01"],
            "post b, clinical: UnknownId ~ﬁ1 Form; 2 left",
        ),
        (
            ["a\u{200B}", "b", "a"],
            "post b, clinical: UnknownId ~a\\u{200b} UnicodeForm; 2 left",
        ),
        (
            ["a", "b", "\u{2060}a\u{FEFF}"],
            "post b, clinical: UnknownId ~a UnicodeForm; 2 left",
        ),
        (
            ["a\u{AD}", "b", "a"],
            "post b, clinical: UnknownId ~a\\u{ad} UnicodeForm; 2 left",
        ),
        (
            ["a", "b", "a\u{E0041}"],
            "post b, clinical: UnknownId ~a UnicodeForm; 2 left",
        ),
        (
            ["a\u{FE0F}", "b", "a"],
            "post b, clinical: UnknownId ~a\u{fe0f} UnicodeForm; 2 left",
        ),
        (
            ["a", "b", "a\u{34F}"],
            "post b, clinical: UnknownId ~a UnicodeForm; 2 left",
        ),
        (["a", "b", "\u{430}"], "post b, clinical: UnknownId; 2 left"),
        (
            ["straße", "b", "STRASSE"],
            "post b, clinical: UnknownId; 2 left",
        ),
        (
            ["matron", "b", "matron "],
            "post b, clinical: UnknownId ~matron Spelling; 2 left",
        ),
        (
            ["matron", "b", "matron\u{202E}"],
            "post b, clinical: UnknownId ~matron Spelling; 2 left",
        ),
        (
            ["matron", "b", "matron\0"],
            "post b, clinical: UnknownId ~matron Spelling; 2 left",
        ),
        (["matron", "b", "\u{A0}"], "post b, clinical: Blank; 2 left"),
        (["matron", "b", ""], "post b, clinical: Blank; 2 left"),
    ];
    check(
        read,
        &cases.map(|([one, other, to], expected)| (posts(one, other, to), expected)),
    );
}

#[test]
fn what_is_no_id_is_told_why() {
    let cases = [
        ("", "post : BadId, Empty; 1 left"),
        (" ", "post  : BadId, BeginsWithSpace; 1 left"),
        (
            "\u{3000}b",
            "post \\u{3000}b: BadId, BeginsWithSpace; 1 left",
        ),
        ("b\u{A0}", "post b\\u{a0}: BadId, EndsWithSpace; 1 left"),
        ("b\u{2003}", "post b\\u{2003}: BadId, EndsWithSpace; 1 left"),
        ("b\n", "post b\\n: BadId, Invisible; 1 left"),
        ("\0", "post \\0: BadId, Invisible; 1 left"),
        ("a\u{7F}b", "post a\\u{7f}b: BadId, Invisible; 1 left"),
        ("a\u{85}b", "post a\\u{85}b: BadId, Invisible; 1 left"),
        ("a\u{61C}b", "post a\\u{61c}b: BadId, Invisible; 1 left"),
        ("a\u{200E}b", "post a\\u{200e}b: BadId, Invisible; 1 left"),
        ("a\u{2028}b", "post a\\u{2028}b: BadId, Invisible; 1 left"),
        (
            "\u{202A}b\u{202C}",
            "post \\u{202a}b\\u{202c}: BadId, Invisible; 1 left",
        ),
        (
            "\u{2067}b\u{2069}",
            "post \\u{2067}b\\u{2069}: BadId, Invisible; 1 left",
        ),
        (&"b".repeat(200), "sound: 2"),
        (
            &"b".repeat(201),
            "post bbbbbbbbbbbbbbbbbbbb: BadId, TooLong; 1 left",
        ),
        (
            &"é".repeat(101),
            "post éééééééééééééééééééé: BadId, TooLong; 1 left",
        ),
        (
            &"b".repeat(1_000_000),
            "post bbbbbbbbbbbbbbbbbbbb: BadId, TooLong; 1 left",
        ),
        (
            &"\u{202E}".repeat(300_000),
            "post \\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}\\u{202e}: BadId, TooLong; 1 left",
        ),
    ];
    check(
        read,
        &cases.map(|(id, expected)| (posts("a", id, "a"), expected)),
    );
}
