//! An organisation, and choices about it, of one input.

use answerable::{Document, Organisation};

use crate::bytes::Bytes;
use crate::grammar;

/// A document in JSON or TOML, then a NUL and the choices.
pub(super) fn split(input: &[u8]) -> (&[u8], Bytes<'_>) {
    let at = input.iter().position(|&byte| byte == 0);
    let (text, choices) = input.split_at(at.unwrap_or(input.len()));
    (text, Bytes::new(choices.get(1..).unwrap_or_default()))
}

/// A grown document with choices after it.
pub(super) fn grown(bytes: &mut Bytes<'_>) -> Vec<u8> {
    let choices: Vec<u8> = (0..24).map(|_| bytes.next()).collect();
    let mut input = grammar::document(bytes).to_json().into_bytes();
    input.push(0);
    input.extend(choices);
    input
}

pub(super) fn document(text: &[u8]) -> Option<Document> {
    if text.first() == Some(&b'{') {
        return serde_json::from_slice(text).ok();
    }
    Document::from_toml(str::from_utf8(text).ok()?).ok()
}

/// What is beyond doubt in the text, if it is a document of few posts.
pub(super) fn organisation(text: &[u8]) -> Option<Organisation> {
    let organisation = Organisation::salvage(document(text)?).organisation;
    let is_small = organisation.posts().len() <= 64;
    is_small.then_some(organisation)
}
