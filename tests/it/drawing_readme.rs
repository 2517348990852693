//! The picture that the README shows.

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
