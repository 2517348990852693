//! Texts of a document, made safe to print: each stays on one line.

/// A text in which whatever breaks a line or turns its direction is escaped.
pub(crate) fn one_line(text: &(impl ToString + ?Sized)) -> String {
    let is_unseen = |c: char| {
        c.is_control()
            || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    let mut shown = String::new();
    for character in text.to_string().chars() {
        if is_unseen(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown
}
