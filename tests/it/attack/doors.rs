//! Serde's other doors: formats that hand over what no text can say, and formats
//! that do not describe themselves.

use std::fmt::Write;

use answerable::{Document, Organisation};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, MapDeserializer, SeqDeserializer, StrDeserializer};
use serde_json::json;

use super::token::Token::{
    self, Absent, Bool, Broken, Bytes, Char, F32, I128, List, Newtype, Present, Table, Text, U64,
    U128, Unit, Variant,
};
use super::token::table;
use super::{Read, outcome};
use crate::loaded::trust;

fn read(token: &Token) -> Read {
    Document::deserialize(token.clone()).map_err(|error| error.to_string())
}

/// As [`check`](super::check), for tokens.
fn check<const N: usize>(cases: [(Token, &str); N]) {
    let mut wrong = String::new();
    for (token, expected) in cases {
        let told = outcome(&|| read(&token));
        if told != expected {
            writeln!(wrong, "  is {told:?}\n not {expected:?}").expect("text");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// An organisation of the post `a` with a title and this.
fn post(key: &'static str, value: Token) -> Token {
    table([(
        "post",
        table([("a", table([("title", Text("A")), (key, value)]))]),
    )])
}

#[test]
fn what_is_at_the_top() {
    check([
        (Table(vec![]), "sound: 0"),
        (
            Unit,
            "unreadable: invalid type: unit value, expected an organisation: a table with posts",
        ),
        (
            Absent,
            "unreadable: invalid type: Option value, expected an organisation: a table with posts",
        ),
        (
            Present(Box::new(Table(vec![]))),
            "unreadable: invalid type: Option value, expected an organisation: a table with posts",
        ),
        (
            Newtype(Box::new(Table(vec![]))),
            "unreadable: invalid type: newtype struct, expected an organisation: a table with posts",
        ),
        (
            List(vec![Text("post"), Table(vec![])]),
            "unreadable: invalid type: sequence, expected an organisation: a table with posts",
        ),
        (
            Bytes(b"{}"),
            "unreadable: invalid type: byte array, expected an organisation: a table with posts",
        ),
        (
            Char('\u{202E}'),
            "unreadable: invalid type: text, expected an organisation: a table with posts",
        ),
        (
            U128(u128::MAX),
            "unreadable: invalid type: integer `340282366920938463463374607431768211455` as u128, expected an organisation: a table with posts",
        ),
        (
            Variant(None),
            "unreadable: invalid type: enum, expected an organisation: a table with posts",
        ),
        (Broken, "unreadable: the format broke off"),
    ]);
}

#[test]
fn keys_that_are_no_text() {
    check([
        (
            Table(vec![(U64(5), Unit)]),
            "unreadable: invalid type: integer `5`, expected a key that is text",
        ),
        (
            Table(vec![(Bytes(b"post"), Table(vec![]))]),
            "unreadable: invalid type: byte array, expected a key that is text",
        ),
        (
            Table(vec![(Char('x'), Unit)]),
            "document, x: UnknownKey; 0 left",
        ),
        (
            Table(vec![(Unit, Unit)]),
            "unreadable: invalid type: unit value, expected a key that is text",
        ),
        (
            Table(vec![(Present(Box::new(Text("post"))), Unit)]),
            "unreadable: invalid type: Option value, expected a key that is text",
        ),
        (
            Table(vec![(Broken, Unit)]),
            "unreadable: the format broke off",
        ),
        (
            table([(
                "post",
                Table(vec![(Char('a'), table([("title", Text("A"))]))]),
            )]),
            "sound: 1",
        ),
        (
            table([("post", Table(vec![(U64(5), table([("title", Text("A"))]))]))]),
            "unreadable: invalid type: integer `5`, expected a key that is text",
        ),
        (
            table([("post", table([("a", Table(vec![(Bool(true), Unit)]))]))]),
            "unreadable: invalid type: boolean `true`, expected a key that is text",
        ),
    ]);
}

#[test]
fn tables_of_what_is_no_table() {
    check([
        (
            table([("post", I128(i128::MIN))]),
            "document, post: WrongType; 0 left",
        ),
        (
            table([("unit", U128(u128::MAX))]),
            "document, unit: WrongType; 0 left",
        ),
        (
            table([("unit", U128(7))]),
            "document, unit: WrongType; 0 left",
        ),
        (
            table([("head", U64(u64::MAX))]),
            "document, head: WrongType; 0 left",
        ),
        (
            table([("head", Variant(Some(Box::new(Unit))))]),
            "document, head: WrongType; 0 left",
        ),
        (
            table([("post", Variant(None))]),
            "unreadable: the variant holds nothing",
        ),
        (
            table([("post", F32(f32::NAN))]),
            "document, post: WrongType; 0 left",
        ),
        (
            table([("post", Char('a'))]),
            "document, post: WrongType; 0 left",
        ),
        (
            table([("post", Bytes(b"\xFF"))]),
            "document, post: WrongType; 0 left",
        ),
        (
            table([("post", Absent)]),
            "document, post: WrongType; 0 left",
        ),
        (
            table([(
                "post",
                Present(Box::new(table([("a", table([("title", Text("A"))]))]))),
            )]),
            "sound: 1",
        ),
        (
            table([("post", Newtype(Box::new(List(vec![]))))]),
            "document, post: WrongType; 0 left",
        ),
        (
            table([("head", Present(Box::new(List(vec![]))))]),
            "sound: 0",
        ),
        (
            table([("post", table([("a", Broken)]))]),
            "unreadable: the format broke off",
        ),
        (
            table([(
                "post",
                table([("a", table([("title", Text("A"))])), ("b", Broken)]),
            )]),
            "unreadable: the format broke off",
        ),
    ]);
}

#[test]
fn values_that_no_text_can_say() {
    check([
        (post("fte", F32(0.5)), "sound: 1"),
        (
            post("fte", F32(f32::INFINITY)),
            "post a, fte: WrongType; 1 left",
        ),
        (post("fte", I128(2)), "sound: 1"),
        (
            post("fte", I128(i128::MAX)),
            "post a, fte: WrongType; 1 left",
        ),
        (
            post(
                "fte",
                table([("$serde_json::private::Number", Text("0.6"))]),
            ),
            "sound: 1",
        ),
        (
            post(
                "fte",
                table([("$serde_json::private::Number", Text("1e999"))]),
            ),
            "post a, fte: WrongType; 1 left",
        ),
        (
            post(
                "fte",
                table([("$serde_json::private::Number", Text("99999999999999999999"))]),
            ),
            "post a, fte: WrongType; 1 left",
        ),
        (
            post(
                "seats",
                table([("$serde_json::private::Number", Text("99999999999999999999"))]),
            ),
            "post a, seats: WrongType; 1 left",
        ),
        (
            post(
                "seats",
                table([("$serde_json::private::Number", Text("3"))]),
            ),
            "sound: 1",
        ),
        (post("seats", U128(3)), "sound: 1"),
        (
            table([("about", Bytes(b"8a")), ("about", Bytes(b"8b"))]),
            "document, about: WrongType; document, about: RepeatedKey; 0 left",
        ),
        (post("seats", Present(Box::new(U64(3)))), "sound: 1"),
        (post("grade", Char('8')), "sound: 1"),
        (
            post("grade", Bytes(b"8a")),
            "post a, grade: WrongType; 1 left",
        ),
        (
            post("grade", Variant(None)),
            "unreadable: the variant holds nothing",
        ),
        (
            post("grade", Variant(Some(Box::new(Text("8a"))))),
            "post a, grade: WrongType; 1 left",
        ),
        (post("grade", Newtype(Box::new(Text("8a")))), "sound: 1"),
        (post("grade", Absent), "post a, grade: WrongType; 1 left"),
        (post("vacant", Present(Box::new(Bool(true)))), "sound: 1"),
        (
            post("labels", Table(vec![(U64(1), Text("x"))])),
            "unreadable: invalid type: integer `1`, expected a key that is text",
        ),
        (table([("version", U128(1))]), "sound: 0"),
        (
            table([("version", I128(i128::MAX))]),
            "unreadable: `version` is the whole number 1, and this is too large a number",
        ),
        (
            table([("version", F32(1.0))]),
            "unreadable: `version` is the whole number 1, and this is a number",
        ),
        (
            table([("version", Variant(Some(Box::new(U64(1)))))]),
            "unreadable: `version` is the whole number 1, and this is a variant",
        ),
    ]);
}

#[test]
fn wrappers_a_thousand_deep_are_read_or_refused() {
    let deep = |wrap: fn(Box<Token>) -> Token| {
        (0..1_000).fold(Text("8a"), |inner, _| wrap(Box::new(inner)))
    };
    check([
        (
            post("grade", deep(Present)),
            "unreadable: options nested too deep",
        ),
        (
            post("grade", deep(Newtype)),
            "unreadable: options nested too deep",
        ),
        (
            table([("post", deep(Present))]),
            "unreadable: options nested too deep",
        ),
        (
            table([("head", deep(Newtype))]),
            "unreadable: options nested too deep",
        ),
        (
            post("grade", deep(|inner| List(vec![*inner]))),
            "post a, grade: WrongType; 1 left",
        ),
        (
            table([("findings", deep(|inner| table([("allow", *inner)])))]),
            "findings, allow, allow: UnknownKey; 0 left",
        ),
    ]);
}

#[test]
fn standard_deserializers_of_maps_and_lists() {
    let told = |read: Result<Document, Error>| outcome(&|| read.clone().map_err(|e| e.to_string()));
    let entries = [("title", "T"), ("about", "A")];
    let map = MapDeserializer::new(entries.into_iter());
    assert_eq!(told(Document::deserialize(map)), "sound: 0");
    let map = MapDeserializer::new([(1_u8, "T")].into_iter());
    assert_eq!(
        told(Document::deserialize(map)),
        "unreadable: invalid type: integer `1`, expected a key that is text"
    );
    let list = SeqDeserializer::new(["post"].into_iter());
    assert_eq!(
        told(Document::deserialize(list)),
        "unreadable: invalid type: sequence, expected an organisation: a table with posts"
    );
    let text: StrDeserializer<'_, Error> = "post".into_deserializer();
    assert_eq!(
        told(Document::deserialize(text)),
        "unreadable: invalid type: text, expected an organisation: a table with posts"
    );
}

#[test]
fn a_value_of_json_has_lost_its_repeats_and_nothing_else() {
    let value =
        json!({"post": {"b": {"title": "B", "clinical": "a"}, "a": {"title": 7}}, "x": null});
    let from_value = || Document::deserialize(&value).map_err(|error| error.to_string());
    assert_eq!(
        outcome(&from_value),
        "post a, title: WrongType; document, x: UnknownKey; 2 left"
    );
    let owned = || serde_json::from_value(value.clone()).map_err(|error| error.to_string());
    assert_eq!(outcome(&owned), outcome(&from_value));
}

#[test]
fn a_format_that_does_not_describe_itself_is_unreadable() {
    let org = trust();
    let refused = "unreadable: This is a feature that PostCard will never implement";
    let saved = postcard::to_allocvec(&org).unwrap_or_default();
    for bytes in [&saved[..], &[], b"\0", b"\x01\x04post\0", &[0xFF; 64]] {
        let read = || postcard::from_bytes(bytes).map_err(|error| error.to_string());
        assert_eq!(outcome(&read), refused);
        assert!(postcard::from_bytes::<Organisation>(bytes).is_err());
    }
}
