//! Hostile TOML.

use answerable::Document;

use super::{Read, check};

fn read(bytes: &[u8]) -> Read {
    let text = std::str::from_utf8(bytes).expect("a text");
    let is_marked = |line: &&str| line.starts_with("  ") && !line.starts_with("   ");
    Document::from_toml(text).map_err(|error| {
        let message = error.to_string();
        for line in message.lines() {
            super::is_fit_to_show(line);
        }
        let lines: Vec<_> = message.lines().filter(is_marked).collect();
        lines.join("\n")
    })
}

fn cases(cases: &[(&str, &str)]) {
    check(read, cases);
}

#[test]
fn texts_with_nothing_in_them() {
    cases(&[
        (" \t\r\n\n", "sound: 0"),
        ("# \u{202E}nobody", "sound: 0"),
        (
            "\n\u{FEFF}",
            "unreadable: line 2, column 1: invalid unquoted key, expected letters, numbers, `-`, `_` / line 2, column 2: key with no value, expected `=`",
        ),
        (
            "\u{FFFE}",
            "unreadable: line 1, column 1: invalid unquoted key, expected letters, numbers, `-`, `_` / line 1, column 2: key with no value, expected `=`",
        ),
        (
            "\u{0}",
            "unreadable: line 1, column 1: invalid unquoted key, expected letters, numbers, `-`, `_` / line 1, column 2: key with no value, expected `=`",
        ),
        (
            "# \u{0}",
            "unreadable: line 1, column 3: invalid comment character, expected printable characters",
        ),
        (
            "# \u{7F}\r",
            "unreadable: line 1, column 3: invalid comment character, expected printable characters / line 1, column 5: carriage return must be followed by newline, expected newline",
        ),
        (
            "title = \"a\"\rabout = \"b\"\r",
            "unreadable: line 1, column 13: carriage return must be followed by newline, expected newline / line 1, column 25: carriage return must be followed by newline, expected newline",
        ),
        (
            "\u{A0}title = \"a\"",
            "unreadable: line 1, column 1: invalid unquoted key, expected letters, numbers, `-`, `_`",
        ),
    ]);
}

#[test]
fn texts_that_break_off_or_say_what_they_cannot() {
    cases(&[
        (
            "title = \"\"\"a",
            "unreadable: line 1, column 13: invalid multi-line basic string, expected `\"`",
        ),
        (
            "title = '''a''",
            "unreadable: line 1, column 15: invalid multi-line literal string, expected `'`",
        ),
        (
            "title = \"\\uD800\"",
            "unreadable: line 1, column 12: invalid value, expected unicode hexadecimal value",
        ),
        (
            "title = \"\\U00110000\"",
            "unreadable: line 1, column 12: invalid value, expected unicode hexadecimal value",
        ),
        (
            "title = \"\\q\"",
            "unreadable: line 1, column 11: missing escaped value, expected `b`, `e`, `f`, `n`, `r`, `\\`, `\"`, `x`, `u`, `U`",
        ),
        (
            "title = 'a\u{7F}'",
            "unreadable: line 1, column 11: invalid literal string, expected non-single-quote visible characters",
        ),
        (
            "title = \"a\u{1B}[31m\"",
            "unreadable: line 1, column 11: invalid basic string, expected non-double-quote visible characters, `\\`",
        ),
        ("title = \"\u{202E}a\"", "sound: 0"),
        (
            "title = \"a\" about = \"b\"",
            "unreadable: line 1, column 13: unexpected key or value, expected newline, `#`",
        ),
        (
            "title",
            "unreadable: line 1, column 6: key with no value, expected `=`",
        ),
        (
            "= \"a\"",
            "unreadable: line 1, column 1: unquoted keys cannot be empty, expected letters, numbers, `-`, `_`",
        ),
        (
            "[]",
            "unreadable: line 1, column 2: unquoted keys cannot be empty, expected letters, numbers, `-`, `_`",
        ),
        (
            "[post.]",
            "unreadable: line 1, column 7: unquoted keys cannot be empty, expected letters, numbers, `-`, `_`",
        ),
        (
            "[post.a",
            "unreadable: line 1, column 8: unclosed table, expected `]`",
        ),
        (
            "[[post.a]",
            "unreadable: line 1, column 10: unclosed array table, expected `]`",
        ),
        (
            "post.a.title = \"A\"\npost.a = 1",
            "unreadable: line 2, column 6: the key `a` is given more than once; give it once",
        ),
        (
            "post = {}\n[post.a]\ntitle = \"A\"",
            "unreadable: line 2, column 2: cannot extend value of type inline table with a dotted key",
        ),
        (
            "[post.a.title]\n[post.a]\ntitle = \"A\"",
            "unreadable: line 3, column 1: the key `title` is given more than once; give it once",
        ),
        (
            "[[head]]\n[head]\n",
            "unreadable: line 2, column 2: the key `head` is given more than once; give it once",
        ),
        (
            "[cover]\n[cover]\n",
            "unreadable: line 2, column 2: the key `cover` is given more than once; give it once",
        ),
        (
            "[findings]\na = 1\n'a' = 1\n",
            "unreadable: line 3, column 1: the key `a` is given more than once; give it once",
        ),
        (
            "holder = { name = \"A\", }\n",
            "1:1 document, holder: UnknownKey; 0 left",
        ),
        (
            "a = [1,,2]\n",
            "unreadable: line 1, column 8: extra comma in array, expected value",
        ),
        (
            "a = 1979-13-01\n",
            "unreadable: line 1, column 5: invalid date, expected month between 01 and 12",
        ),
        (
            "\u{202E} = 1\n",
            "unreadable: line 1, column 1: invalid unquoted key, expected letters, numbers, `-`, `_`",
        ),
    ]);
}

#[test]
fn another_version_is_unreadable() {
    cases(&[
        ("version = 0x1", "sound: 0"),
        ("version = +1", "sound: 0"),
        (
            "version = 01",
            "unreadable: line 1, column 11: unexpected leading zero, expected nothing",
        ),
        (
            "version = 1_0",
            "unreadable: line 1, column 1: only version 1 of the format can be read, and this is version 10",
        ),
        (
            "version = -1",
            "unreadable: line 1, column 1: only version 1 of the format can be read, and this is version -1",
        ),
        (
            "version = inf",
            "unreadable: line 1, column 1: `version` is the whole number 1, and this is a number",
        ),
        (
            "version = 9223372036854775807",
            "unreadable: line 1, column 1: only version 1 of the format can be read, and this is version 9223372036854775807",
        ),
        (
            "version = 9223372036854775808",
            "unreadable: line 1, column 1: `version` is the whole number 1, and this is too large a number",
        ),
        (
            "version = 1979-05-27",
            "unreadable: line 1, column 1: `version` is the whole number 1, and this is a date",
        ),
        (
            "version = []",
            "unreadable: line 1, column 1: `version` is the whole number 1, and this is a list",
        ),
        (
            "[version]\nmajor = 1",
            "unreadable: line 1, column 2: `version` is the whole number 1, and this is a table",
        ),
        (
            "[[version]]",
            "unreadable: line 1, column 3: `version` is the whole number 1, and this is a list",
        ),
        (
            "post.a.title = 1\nversion = 3",
            "unreadable: line 2, column 1: only version 1 of the format can be read, and this is version 3",
        ),
    ]);
}

#[test]
fn tables_of_another_shape() {
    cases(&[
        (
            "post.a.title = \"A\"\npost.b = { title = \"B\" }",
            "sound: 2",
        ),
        (
            "[[post]]\ntitle = \"A\"",
            "1:3 document, post: WrongType; 0 left",
        ),
        ("[[post.a]]\ntitle = \"A\"", "1:8 post a: WrongType; 0 left"),
        (
            "[post.a.b]\ntitle = \"A\"",
            "1:7 post a: Missing; 1:9 post a, b: UnknownKey; 1 left",
        ),
        (
            "[post.a.title]\nb = 1",
            "1:9 post a, title: WrongType; 1 left",
        ),
        (
            "[head]\nkind = \"clinical\"",
            "1:2 document, head: WrongType; 0 left",
        ),
        ("[[head.x]]", "1:3 document, head: WrongType; 0 left"),
        ("head = [[]]", "1:9 headship: WrongType; 0 left"),
        ("[[cover]]", "1:3 cover: WrongType; 0 left"),
        (
            "[[kind.clinical]]\ntitle = \"C\"",
            "1:8 kind clinical: WrongType; 0 left",
        ),
        (
            "[Post.a]\ntitle = \"A\"",
            "1:2 document, Post: UnknownKey ~post; 0 left",
        ),
        (
            "[posts.a]\ntitle = \"A\"",
            "1:2 document, posts: UnknownKey ~post; 0 left",
        ),
        ("\"\" = 1", "1:1 document, : UnknownKey; 0 left"),
        (
            "\"a\\nb\\u202E\" = 1",
            "1:1 document, a\\nb\\u{202e}: UnknownKey; 0 left",
        ),
        (
            "[post]\na = 1979-05-27T07:32:00Z",
            "2:1 post a: WrongType; 0 left",
        ),
        ("post = 07:32:00", "1:1 document, post: WrongType; 0 left"),
        (
            "[post.a]\ntitle = 07:32:00",
            "2:1 post a, title: WrongType; 1 left",
        ),
        (
            "[post.a]\ntitle = \"A\"\nholder = { name = 1979-05-27 }",
            "3:12 post a, holder, name: WrongType; 1 left",
        ),
        (
            "[post.a]\ntitle = \"A\"\noperational = [[\"a\"]]",
            "3:1 post a, operational: WrongType; 1 left",
        ),
        (
            "[post.a]\ntitle = \"A\"\nbasis = { source = { source = \"s\" } }",
            "3:11 post a, basis, source: WrongType; 1 left",
        ),
        (
            "[post.a]\ntitle = \"A\"\nlabels = { x = { y = \"z\" } }",
            "3:12 post a, labels, x: WrongType; 1 left",
        ),
        (
            "[post.a]\ntitle = \"A\"\nunit = { to = { to = \"u\" } }",
            "3:10 post a, unit, to: WrongType; 1 left",
        ),
    ]);
}

#[test]
fn what_passes_for_a_date_is_read_as_it_is_told() {
    cases(&[
        (
            "[post.\"$__toml_private_datetime\"]\ntitle = \"A\"",
            "sound: 1",
        ),
        (
            "[unit.\"$__toml_private_datetime\"]\n[post.a]\ntitle = \"A\"\nunit = \"$__toml_private_datetime\"",
            "sound: 1",
        ),
        (
            "[post.a]\ntitle = \"A\"\nlabels = { \"$__toml_private_datetime\" = \"x\" }",
            "sound: 1",
        ),
        (
            "[post.a]\n\"$__toml_private_datetime\" = \"x\"\ntitle = \"A\"",
            "2:1 post a, $__toml_private_date: UnknownKey; 1 left",
        ),
        (
            "[findings.allow]\n\"$__toml_private_datetime\" = \"1979-05-27\"\nno-deputy = \"w\"",
            "2:1 findings, allow, $__toml_private_date: UnknownKey; 0 left",
        ),
    ]);
}

#[test]
fn numbers_are_huge_or_odd() {
    let post = |keys: &str| format!("[post.a]\ntitle = \"A\"\n{keys}");
    let cases_of_posts = [
        ("fte = nan", "3:1 post a, fte: WrongType; 1 left"),
        ("fte = -nan", "3:1 post a, fte: WrongType; 1 left"),
        ("fte = +inf", "3:1 post a, fte: WrongType; 1 left"),
        (
            "fte = 1e400",
            "unreadable: line 3, column 7: floating-point number overflowed",
        ),
        (
            "seats = 1000000000000000000000000000000000000000000",
            "unreadable: line 3, column 9: integer number overflowed",
        ),
        (
            "note = \"x\"\ngrade = 1e400\n[version]",
            "unreadable: line 4, column 9: floating-point number overflowed",
        ),
        ("fte = 5e-324", "sound: 1"),
        ("fte = 0b11", "sound: 1"),
        ("fte = 9223372036854775807", "sound: 1"),
        (
            "fte = -9223372036854775808",
            "3:1 post a, fte: WrongType; 1 left",
        ),
        ("fte = 1_0.0_1", "sound: 1"),
        ("seats = 0o17", "sound: 1"),
        ("seats = 4294967296", "3:1 post a, seats: WrongType; 1 left"),
        ("seats = nan", "3:1 post a, seats: WrongType; 1 left"),
        ("grade = 8", "3:1 post a, grade: WrongType; 1 left"),
    ];
    check(
        read,
        &cases_of_posts.map(|(keys, expected)| (post(keys), expected)),
    );
}
