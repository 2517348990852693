//! Texts that are no document at all: every reason at once.

use answerable::{Document, Organisation, UnreadableToml};
use insta::assert_snapshot;

fn toml(text: &str) -> UnreadableToml {
    let text = text.strip_prefix('\n').unwrap_or(text);
    let error = Document::from_toml(text).expect_err("a text that cannot be read");
    assert_eq!(format!("{error:?}"), error.to_string());
    error
}

fn json(text: &str) -> serde_json::Error {
    serde_json::from_str::<Document>(text).expect_err("a text that cannot be read")
}

#[test]
fn a_text_has_several_errors_of_syntax() {
    let error = toml(
        r#"
title = "Thamesmouth

[post.matron
title = Matron
vacant = yes

[post.sister]
title = "Sister"
grade = "7"
grade = "8"
"#,
    );
    assert_snapshot!(error, @r#"
    not readable as an organisation in TOML
      line 1, column 21: invalid basic string, expected `"`
        1 | title = "Thamesmouth
                                ^
      line 3, column 13: unclosed table, expected `]`
        3 | [post.matron
                        ^
      line 10, column 1: the key `grade` is given more than once; give it once
        10 | grade = "8"
             ^
    "#);
    assert!(error.errors().len() > 1);
}

#[test]
fn a_post_or_table_is_given_twice_in_toml() {
    assert_snapshot!(toml(r#"
[post.matron]
title = "Matron"

[post.matron]
title = "Modern Matron"
"#), @r#"
    not readable as an organisation in TOML
      line 4, column 7: the key `matron` is given more than once; give it once
        4 | [post.matron]
                  ^
      line 5, column 1: the key `title` is given more than once; give it once
        5 | title = "Modern Matron"
            ^
    "#);
    assert_snapshot!(toml("[post.a]\ntitle = \"A\"\nholder = { name = \"A\", name = \"B\" }\n"), @r#"
    not readable as an organisation in TOML
      line 3, column 24: the key `name` is given more than once; give it once
        3 | holder = { name = "A", name = "B" }
                                   ^
    "#);
}

#[test]
fn another_version_is_refused() {
    assert_snapshot!(toml("title = \"Thamesmouth\"\nversion = 2\n"), @"
    not readable as an organisation in TOML
      line 2, column 1: only version 1 of the format can be read, and this is version 2
        2 | version = 2
            ^
    ");
    assert_snapshot!(toml("version = \"1\"\n"), @r#"
    not readable as an organisation in TOML
      line 1, column 1: `version` is the whole number 1, and this is text
        1 | version = "1"
            ^
    "#);
    assert_snapshot!(toml("version = 1.0\n"), @"
    not readable as an organisation in TOML
      line 1, column 1: `version` is the whole number 1, and this is a number
        1 | version = 1.0
            ^
    ");
    assert_snapshot!(json(r#"{"version": 2}"#), @"only version 1 of the format can be read, and this is version 2 at line 1 column 14");
    assert_snapshot!(json(r#"{"version": null}"#), @"`version` is the whole number 1, and this is `null` at line 1 column 17");
}

#[test]
fn json_is_no_table() {
    assert_snapshot!(json("[]"), @"invalid type: sequence, expected an organisation: a table with posts at line 1 column 2");
    assert_snapshot!(json("7"), @"invalid type: integer `7`, expected an organisation: a table with posts at line 1 column 1");
    assert_snapshot!(json(r#"{"post": {"a": {"title": "A"}"#), @"EOF while parsing an object at line 1 column 29");
}

#[test]
fn an_organisation_is_read_through_the_same_door() {
    let error = serde_json::from_str::<Organisation>(
        r#"{"post": {"a": {"title": "A", "operational": "b"}}}"#,
    )
    .expect_err("no such post");
    assert_snapshot!(error, @"invalid organisation: `a` is accountable to `b` (operational), but there is no such post; add it, or correct the id");
}

#[test]
fn a_text_of_marks_and_controls_is_refused_in_one_line_each() {
    let error = toml("\u{FEFF}\u{FEFF}title = \"x\"\n\u{0}\u{202E}\n");
    for line in error.to_string().lines() {
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    assert_snapshot!(error, @"
    not readable as an organisation in TOML
      line 2, column 1: invalid unquoted key, expected letters, numbers, `-`, `_`
        2 |   
            ^
      line 2, column 3: key with no value, expected `=`
        2 |   
              ^
    ");
}
