//! A target for each reader.

use std::str;

use answerable::{Document, Organisation, Organogram, UnreadableOrganogram};
use serde::Deserialize;
use serde_json::Value;

use crate::bytes::Bytes;
use crate::harness::Target;
use crate::{grammar, promises, returns};

pub(super) const TOML: Target = Target {
    name: "toml",
    corpus: &[
        include_bytes!("../../examples/trust.toml"),
        include_bytes!("corpus/small.toml"),
        include_bytes!("corpus/faulty.toml"),
    ],
    grow: |bytes| grammar::document(bytes).to_toml().into(),
    check: toml,
};

pub(super) const JSON: Target = Target {
    name: "json",
    corpus: JSONS,
    grow: grown_json,
    check: json,
};

pub(super) const VALUE: Target = Target {
    name: "value",
    corpus: JSONS,
    grow: grown_json,
    check: value,
};

pub(super) const SENIOR: Target = Target {
    name: "senior",
    corpus: &[include_bytes!("corpus/senior.csv")],
    grow: returns::senior,
    check: |input| organogram(Organogram::read(input)),
};

/// The two returns with a NUL between them.
pub(super) const JUNIOR: Target = Target {
    name: "junior",
    corpus: &[include_bytes!("corpus/both.csv")],
    grow: |bytes| [returns::senior(bytes), returns::junior(bytes)].join(&0),
    check: |input| {
        let at = input.iter().position(|&byte| byte == 0);
        let (senior, junior) = input.split_at(at.unwrap_or(input.len()));
        let junior = junior.get(1..).unwrap_or_default();
        organogram(Organogram::read_with_junior(senior, junior));
    },
};

pub(super) const JSONS: &[&[u8]] = &[
    include_bytes!("corpus/small.json"),
    include_bytes!("corpus/faulty.json"),
];

pub(super) fn grown_json(bytes: &mut Bytes<'_>) -> Vec<u8> {
    grammar::document(bytes).to_json().into()
}

fn toml(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else {
        return toml(String::from_utf8_lossy(input).as_bytes());
    };
    match Document::from_toml(text) {
        Ok(document) => {
            promises::document(document);
        }
        Err(unreadable) => {
            assert!(!unreadable.errors().is_empty());
            promises::lines(&unreadable.to_string());
        }
    }
}

fn json(input: &[u8]) {
    let document = serde_json::from_slice::<Document>(input);
    let org = serde_json::from_slice::<Organisation>(input);
    match document {
        Ok(document) => assert_eq!(promises::document(document), org.is_ok()),
        Err(error) => {
            promises::one_line(&error.to_string());
            assert!(org.is_err());
        }
    }
}

/// A value that is read and one that is written and read again are one document:
/// exactly so with `float_roundtrip` of `serde_json`, which else reads long numbers
/// a bit off.
fn value(input: &[u8]) {
    let Ok(value) = serde_json::from_slice::<Value>(input) else {
        return;
    };
    let text = serde_json::to_vec(&value).expect("a value is written");
    let told = serde_json::from_slice::<Document>(&text);
    match (Document::deserialize(value), told) {
        (Ok(document), Ok(told)) => {
            let (here, there) = [document.clone(), told].map(Organisation::salvage).into();
            assert_eq!(here.problems, there.problems);
            assert_eq!(
                promises::json(&here.organisation),
                promises::json(&there.organisation)
            );
            promises::document(document);
        }
        (Err(error), Err(_)) => promises::one_line(&error.to_string()),
        (here, there) => assert_eq!(here.is_ok(), there.is_ok()),
    }
}

fn organogram(read: Result<Organogram, UnreadableOrganogram>) {
    match read {
        Ok(organogram) => {
            for row in organogram.left_out() {
                promises::one_line(&row.to_string());
            }
            promises::document(organogram.into_document());
        }
        Err(unreadable) => {
            assert!(!unreadable.errors().is_empty());
            promises::lines(&unreadable.to_string());
            for error in unreadable.errors() {
                promises::one_line(&error.to_string());
            }
        }
    }
}
