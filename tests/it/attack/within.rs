//! Hostile tables within a record, in TOML.

use super::{Read, check};
use answerable::Document;

fn read(bytes: &[u8]) -> Read {
    let text = std::str::from_utf8(bytes).expect("written here");
    Document::from_toml(text).map_err(|error| error.to_string())
}

/// Words that are known in a record are strange in what it holds.
#[test]
fn a_word_for_a_key_of_a_post_means_nothing_within_one() {
    check(
        read,
        &[
            (
                "post.a = { title = \"A\", boss = \"b\" }",
                "1:25 post a, boss: UnknownKey ~operational; 1 left",
            ),
            (
                "post.a = { title = \"A\", operational = { none = \"top\", boss = \"b\" } }",
                "1:55 post a, operational, boss: UnknownKey; 1 left",
            ),
            (
                "post.a = { title = \"A\", holder = { name = \"B\", band = \"8a\" } }",
                "1:48 post a, holder, band: UnknownKey; 1 left",
            ),
        ],
    );
}

#[test]
fn entries_say_what_only_others_can_say() {
    check(
        read,
        &[
            (
                "source.jd = { title = \"A\", within = \"b\" }",
                "1:28 source jd, within: UnknownKey; 0 left",
            ),
            (
                "matter.m = { title = \"A\", within = \"b\" }",
                "1:27 matter m, within: UnknownKey; 0 left",
            ),
            (
                "unit.u = { title = \"A\", personal = true }",
                "1:25 unit u, personal: UnknownKey; 0 left",
            ),
        ],
    );
}

/// Without the key that is not known, another may be missed: it is told once.
#[test]
fn nothing_is_missed_beside_a_key_that_is_not_known() {
    check(
        read,
        &[
            (
                "[unit.u]\n[post.a]\ntitle = \"A\"\n[[head]]\nkind = \"clinical\"\nunit = \"u\"\npots = \"a\"",
                "7:1 headship, pots: UnknownKey ~post; 1 left",
            ),
            (
                "[unit.u]\n[post.a]\ntitle = \"A\"\n[[head]]\nkind = \"clinical\"\nunit = \"u\"",
                "4:1 headship: Missing; 1 left",
            ),
            (
                "[post.a]\ntitle = \"A\"\nadvises = [{ to = \"b\", beginning = \"may\" }]\n[post.b]\ntitle = \"B\"",
                "3:24 post a, advises[0], beginning: UnknownKey; 2 left",
            ),
        ],
    );
}

/// Where the id is not told, the rest of the table is read all the same: every
/// fault is told at once.
#[test]
fn the_rest_of_a_table_without_its_id_is_read() {
    check(
        read,
        &[
            (
                "post.a = { title = \"A\", unit = { id = \"u\", standing = \"sure\" } }",
                "1:34 post a, unit, id: UnknownKey; 1:44 post a, unit, standing: NoSuchWord; 1 left",
            ),
            (
                "post.a = { title = \"A\", holder = { id = \" \", as = 1, basis = {} } }",
                "1:25 post a, holder: Missing; 1:36 post a, holder, id: Blank; 1:46 post a, holder, as: WrongType; 1:54 post a, holder, basis: Missing; 1 left",
            ),
            (
                "post.a = { title = \"A\", deputies = [{ onward = 1, why = \"\" }, { post = 2, for = [] }] }",
                "1:37 post a, deputies[0]: Missing; 1:39 post a, deputies[0], onward: WrongType; 1:51 post a, deputies[0], why: Blank; 1:65 post a, deputies[1], post: WrongType; 1:75 post a, deputies[1], for: Empty; 1 left",
            ),
            (
                "post.a = { title = \"A\", kind = \"body\", members = [{ post = 1, role = \"\", why = 2 }] }",
                "1:53 post a, members[0], post: WrongType; 1:63 post a, members[0], role: Blank; 1:74 post a, members[0], why: WrongType; 1 left",
            ),
            (
                "unit.u = { within = { standing = \"given\", basis = 1 } }",
                "1:12 unit u, within: Missing; 1:23 unit u, within, standing: Standing; 1:43 unit u, within, basis: WrongType; 0 left",
            ),
        ],
    );
}
