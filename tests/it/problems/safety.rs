//! Messages are one line, bounded, and show nothing that could mislead the eye.

use answerable::{Accountability::Operational, Document, Organisation, PostRecord};
use insta::assert_snapshot;

use super::{json, refused, toml};

/// An id of the greatest length, of characters of four bytes.
fn long(last: char) -> String {
    format!("{}{last}", "\u{1F3E5}".repeat(49))
}

#[test]
fn a_circle_of_long_ids_has_a_short_message() {
    let ids: Vec<String> = ('\u{1F600}'..).take(12).map(long).collect();
    assert!(ids.iter().all(|id| id.len() == 200));
    let read = || {
        let mut document = Document::default();
        for (at, id) in ids.iter().enumerate() {
            let above = &ids[(at + 1) % ids.len()];
            document.push_post(PostRecord::new(id, "P").accountable_to(above, Operational));
        }
        document
    };
    assert_snapshot!(refused(read), @"
    invalid organisation: the operational line goes round in a circle: `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥…` → `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥…` → `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥…` → `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥…` → `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥…` → `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥…` → `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥…` → `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥…` → … → `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥…` (12 in all); correct one of the lines
    left out: post `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥😀`, `operational`; post `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥😁`, `operational`; post `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥😂`, `operational`; post `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥😃`, `operational`; post `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥😄`, `operational`; post `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥😅`, `operational`; post `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥😆`, `operational`; post `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥😇`, `operational`; post `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥😈`, `operational`; post `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥😉`, `operational`; post `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥😊`, `operational`; post `🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥😋`, `operational`
    ");
}

#[test]
fn long_ids_and_words_are_cut_short() {
    let id = "n".repeat(200);
    let word = "w".repeat(3000);
    let text = format!(
        "[post.{id}]\ntitle = \"P\"\noperational = \"{id}s\"\n{word} = \"{word}\"\nfte = \"{word}\"\n"
    );
    assert_snapshot!(toml(&text), @r#"
    invalid organisation: 3 problems
      line 4, column 1: post `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn`, `wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww…`: there is no such key here; take it out, or keep it as a label or a note
        4 | wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww…
            ^
      line 5, column 1: post `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn`, `fte`: a number, 0 or more, belongs here, not the text `wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww…`
        5 | fte = "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww…
            ^
      line 3, column 1: `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn` is accountable to `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn…` (operational), but there is no such post; add it, or correct the id
        3 | operational = "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn…
            ^
    left out: post `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn`, `wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww…`
    left out: post `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn`, `fte`
    left out: post `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn`, `operational`
    "#);
}

#[test]
fn control_and_bidi_characters_are_shown_escaped() {
    assert_snapshot!(toml(
        "[post.\"a\\u202Eb\\tc\\u2028d\\u200B\"]\ntitle = \"A\"\n[post.b]\ntitle = \"B\"\nfte = \"\\u001B[31m\u{202E}1\"\noperational = \"x\\ny\"\n\"\\u2066key\" = 1\n"
    ), @r#"
    invalid organisation: 4 problems
      line 5, column 1: post `b`, `fte`: a number, 0 or more, belongs here, not the text `\u{1b}[31m\u{202e}1`
        5 | fte = "\u001B[31m 1"
            ^
      line 7, column 1: post `b`, `\u{2066}key`: there is no such key here; take it out, or keep it as a label or a note
        7 | "\u2066key" = 1
            ^
      line 1, column 7: `a\u{202e}b\u{9}c\u{2028}d\u{200b}` is not a post id: it holds the invisible character U+202E
        1 | [post."a\u202Eb\tc\u2028d\u200B"]
                  ^
      line 6, column 1: `b` is accountable to `x\u{a}y` (operational), but there is no such post; add it, or correct the id
        6 | operational = "x\ny"
            ^
    left out: post `b`, `fte`
    left out: post `b`, `\u{2066}key`
    left out: post `a\u{202e}b\u{9}c\u{2028}d\u{200b}`
    left out: post `b`, `operational`
    "#);
}

#[test]
fn a_source_line_is_shown_around_the_place() {
    let before = "\"a-rather-long-id\", ".repeat(9);
    let text = format!(
        "[post.a-rather-long-id]\ntitle = \"A\"\n\n[post.b]\ntitle = \"B\"\ndeputies = [{before}\"missing\", {before}]\n"
    );
    let refused = toml(&text);
    let unknown = refused
        .message
        .lines()
        .skip_while(|line| !line.contains("`missing`"));
    assert_snapshot!(unknown.take(3).collect::<Vec<_>>().join("\n"), @r#"
    line 6, column 193: `b` names `missing` as deputy, but there is no such post; add it, or correct the id
      6 | …long-id", "a-rather-long-id", "a-rather-long-id", "missing", "a-rather-long-id", "a-rather-long-id",…
                                                             ^
    "#);
}

#[test]
fn line_ends_tabs_and_marks_change_no_column() {
    let text = "[post.a]\r\ntitle = \"A\"\r\n\toperational = \"é\"\r\n";
    assert_snapshot!(toml(text), @r#"
    invalid organisation: line 3, column 2: `a` is accountable to `é` (operational), but there is no such post; add it, or correct the id
        3 |  operational = "é"
             ^
    left out: post `a`, `operational`
    "#);
    let marked = format!("\u{FEFF}{text}");
    assert_eq!(toml(&marked).message, toml(text).message);
    let mark_alone = Document::from_toml("\u{FEFF}").expect("an empty document");
    assert_eq!(
        Organisation::try_from(mark_alone).map(|org| org.posts().len()),
        Ok(0)
    );
}

#[test]
fn a_key_that_looks_like_a_title_is_shown_as_it_is() {
    assert_snapshot!(json("{\"post\": {\"a\": {\"ti\u{200B}tle\": \"A\"}}}"), @r"
    invalid organisation: post `a`, `ti\u{200b}tle`: there is no such key here; did you mean `title`?
    left out: post `a`, `ti\u{200b}tle`
    ");
}
