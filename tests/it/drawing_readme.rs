//! The picture that the README shows.

use std::fmt::Write;

use crate::loaded;

#[test]
fn the_picture_of_the_readme_is_what_is_drawn() {
    let org = loaded::trust();
    let chief = org.post("chief-operating-officer").expect("of the trust");
    let svg = chief.chart().with_deputies().svg().to_string();
    let shown = include_str!("../../docs/chief-operating-officer.svg");
    // Else a difference would be told as two pictures.
    assert!(svg == shown, "the picture is another");
}

#[test]
fn the_documentation_shows_the_same_picture() {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~/:;=,".contains(&byte);
    let svg = include_bytes!("../../docs/chief-operating-officer.svg");
    let mut uri = "data:image/svg+xml,".to_owned();
    for &byte in svg {
        if plain(byte) {
            uri.push(char::from(byte));
        } else {
            write!(uri, "%{byte:02X}").expect("a string takes it");
        }
    }
    let shown = include_str!("../../docs/chief-operating-officer.uri");
    // Else a difference would be told as two pictures.
    assert!(
        format!("{uri}\n") == shown,
        "the picture is another; it should be:\n{uri}"
    );
}
