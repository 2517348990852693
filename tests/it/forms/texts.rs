//! Texts and ids that need care survive every format.

use answerable::{Document, Organisation, Post, PostRecord, UnitRecord};
use insta::assert_snapshot;

use super::survives;

/// Texts that have gone wrong somewhere, once.
const TEXTS: [&str; 19] = [
    "\"Ward\" 'manager'",
    "back\\slash \\n \\u0041",
    "two\nlines",
    "carriage\rreturn\r\n",
    "tab\tstop",
    "\u{0}\u{1}\u{7}\u{8}\u{B}\u{C}\u{1B}\u{7F}\u{85}\u{9F}",
    "\u{2028}line\u{2029}paragraph",
    "right-to-left \u{202E}gnihtyna\u{202C} \u{2066}isolated\u{2069}",
    "מנהלת המחלקה",
    "رئيسة الممرضات",
    "👩🏽‍⚕️ 🏥",
    "e\u{301} and \u{e9}",
    "\u{FEFF}mark\u{200B}less",
    " spaces at the ends ",
    "'''\"\"\"",
    "[post.other]\ntitle = \"X\"",
    "# no comment",
    "{ to = \"x\" }",
    "\u{10FFFF}\u{E000}",
];

#[test]
fn any_title_survives() {
    let mut document = Document::new(TEXTS.join(""));
    document.push_unit(UnitRecord::new("ward", TEXTS[0]));
    for (at, text) in TEXTS.iter().enumerate() {
        let post = PostRecord::new(format!("p{at}"), *text)
            .noted(*text)
            .graded(*text)
            .held_by(*text)
            .labelled(*text, *text)
            .none_above(*text);
        document.push_post(post);
    }
    let org = Organisation::try_from(document).expect("any text is a title");
    survives(&org);
    let titles: Vec<_> = org.posts().map(Post::title).collect();
    assert_eq!(titles, TEXTS);
}

#[test]
fn any_id_survives() {
    let ids = [
        "two words",
        "a.b",
        "\"quoted\"",
        "it's",
        "back\\slash",
        "é",
        "e\u{301}",
        "👩🏽‍⚕️",
        "5",
        "-",
        "1979-05-27",
        "true",
        "[post]",
        "a=b",
        "#",
        "zero\u{200B}width",
        "x'''y",
        "$__toml",
        "null",
    ];
    let mut document = Document::default();
    for (at, id) in ids.iter().enumerate() {
        document.push_unit(UnitRecord::untitled(*id));
        let above = ids[at / 2];
        let post = PostRecord::new(*id, "Post").in_unit(*id);
        let post = if at == 0 {
            post
        } else {
            post.accountable_to(above, answerable::Accountability::Clinical)
        };
        document.push_post(post.also_accountable_to(
            ids[(at + 1) % ids.len()],
            answerable::Accountability::Professional,
        ));
    }
    let org = Organisation::try_from(document).expect("any decent text is an id");
    survives(&org);
    for id in ids {
        assert_eq!(org.post(id).map(Post::id), Ok(id));
    }
}

#[test]
fn texts_are_written_in_basic_strings() {
    let post = PostRecord::new("ward \"7\"", TEXTS[0])
        .noted(TEXTS[1])
        .graded("line\n\ttab\u{1B}\u{202E}")
        .labelled("cost centre", "é 👩🏽‍⚕️")
        .labelled("a.b", "#");
    let org = Organisation::from_posts([post]).expect("a sound organisation");
    assert_snapshot!(org.to_toml(), @r##"
    version = 1

    [post."ward \"7\""]
    title = "\"Ward\" 'manager'"
    grade = "line\n\ttab\u001B\u202E"
    note = "back\\slash \\n \\u0041"
    labels = { "cost centre" = "é 👩🏽‍⚕️", "a.b" = "#" }
    "##);
}

#[test]
fn blank_space_and_line_ends_change_nothing() {
    let plain = "title = \"T\"\n\n[post.a]\ntitle = \"A\"\noperational = { none = \"top\" }\n";
    let spaced = "\u{FEFF}title=\"T\"\r\n[ post . \"a\" ]\r\n  title = 'A' # a comment\r\n\toperational = {none=\"top\"}";
    assert_eq!(super::from_toml(plain), super::from_toml(spaced));
}
