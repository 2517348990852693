//! Text from outside, escaped for the place where it stands. Titles may hold
//! anything; none must end what it stands in.

use std::fmt::{self, Write as _};

/// What no picture can hold is shown as U+FFFD; every line end is a line feed.
pub(super) fn printable(character: char) -> char {
    match character {
        '\n' | '\r' => '\n',
        '\t' => ' ',
        '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        _ if character.is_control() => char::REPLACEMENT_CHARACTER,
        _ => character,
    }
}

/// Text in the double quotes of DOT, cut at this length. Graphviz gives names
/// of its own for those that begin with a per cent sign.
#[cfg(feature = "dot")]
pub(super) fn quoted(text: &str, longest: usize) -> String {
    let is_plain =
        |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'%' | b'"' | b'\\' | b'&');
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    if text.len() <= longest && text.bytes().all(is_plain) {
        quoted.push_str(text);
        quoted.push('"');
        return quoted;
    }
    for (at, character) in text.chars().map(printable).enumerate() {
        if quoted.len() > longest {
            quoted.push('…');
            break;
        }
        match character {
            '%' if at == 0 => quoted.push_str("&#37;"),
            '"' | '\\' => quoted.extend(['\\', character]),
            '&' => quoted.push_str("&amp;"),
            '\n' => quoted.push(' '),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// Text of an HTML label of DOT, without breaks of ours, up to this length of the
/// label; whether it is whole.
#[cfg(feature = "dot")]
pub(super) fn html(text: &str, end: usize, into: &mut String) -> bool {
    let is_plain = |byte: u8| {
        matches!(byte, b' '..=b'~')
            && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | b'\\' | b']')
    };
    if into.len() + text.len() <= end && text.bytes().all(is_plain) {
        into.push_str(text);
        return true;
    }
    for character in text.chars().map(printable) {
        if into.len() >= end {
            into.push('…');
            return false;
        }
        match character {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#39;"),
            '\\' => into.push_str("\\\\"),
            ']' => into.push_str("&#93;"),
            '\n' => into.push_str("<BR ALIGN=\"LEFT\"/>"),
            _ => into.push(character),
        }
    }
    true
}

/// Text as XML has it.
#[cfg(feature = "svg")]
pub(super) struct Xml<'a>(pub(super) &'a str);

#[cfg(feature = "svg")]
impl fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let special = |character: char| {
            matches!(character, '&' | '<' | '>' | '"' | '\'' | '\n')
                || printable(character) != character
        };
        let mut rest = self.0;
        while let Some(at) = rest.find(special) {
            let (plain, tail) = rest.split_at(at);
            f.write_str(plain)?;
            let mut characters = tail.chars();
            f.write_str(match characters.next().map(printable) {
                Some('&') => "&amp;",
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                Some('"') => "&quot;",
                Some('\'') => "&#39;",
                Some('\n' | ' ') => " ",
                _ => "\u{fffd}",
            })?;
            rest = characters.as_str();
        }
        f.write_str(rest)
    }
}

/// Writing to a text does not fail.
pub(super) fn put(text: &mut String, more: fmt::Arguments<'_>) {
    text.write_fmt(more).unwrap_or_default();
}

/// Whether a character means nothing to Mermaid, nor to YAML, wherever it stands.
fn is_plain_in_mermaid(character: char) -> bool {
    if character.is_ascii() {
        character.is_ascii_alphanumeric() || " ,.'()/-".contains(character)
    } else {
        !matches!(character, '\u{2028}' | '\u{2029}')
    }
}

/// What would begin a formula, or is how Mermaid marks an entity of its own.
const MARKS: [[char; 2]; 3] = [['$', '$'], ['\u{fb02}', '°'], ['¶', 'ß']];

/// Parts them, unseen.
const JOINER: char = '\u{2060}';

/// The characters of a text, the marks of Mermaid's own parted.
fn parted(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut before = ' ';
    text.chars().map(printable).flat_map(move |character| {
        let joiner = MARKS.contains(&[before, character]).then_some(JOINER);
        before = character;
        joiner.into_iter().chain([character])
    })
}

/// Text between the double quotes of Mermaid, its lines parted by `broken`.
pub(super) fn mermaid(text: &str, broken: &str, into: &mut String) {
    for character in parted(text) {
        match character {
            '\n' => into.push_str(broken),
            _ if is_plain_in_mermaid(character) => into.push(character),
            _ => put(into, format_args!("#{};", u32::from(character))),
        }
    }
}

/// Text between the double quotes of YAML, on one line, as Mermaid shows it in a
/// title.
pub(super) fn mermaid_title(text: &str) -> String {
    let mut line = String::new();
    for character in parted(text) {
        match character {
            '\n' => line.push(' '),
            // Of a title Mermaid would show the entity.
            '&' => line.push('\u{ff06}'),
            _ if is_plain_in_mermaid(character) => line.push(character),
            _ => put(&mut line, format_args!("\\u{:04x}", u32::from(character))),
        }
    }
    line
}

#[cfg(all(test, feature = "dot"))]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_whatever_a_text_holds() {
        let short = |text| quoted(text, 40);
        assert_eq!(short("Ward 5 (50%)"), r#""Ward 5 (50%)""#);
        assert_eq!(short("%0"), r#""&#37;0""#);
        assert_eq!(short("5%\n"), r#""5% ""#);
        assert_eq!(short(r#"a "b" \"#), r#""a \"b\" \\""#);
        assert_eq!(short("A&amp;E\u{7}"), "\"A&amp;amp;E\u{fffd}\"");
        assert_eq!(short(""), r#""""#);
    }

    #[test]
    fn text_in_quotes_is_cut_where_it_is_too_long() {
        assert_eq!(quoted("abc", 3), r#""abc""#);
        assert_eq!(quoted("abcd", 3), r#""abc…""#);
        assert_eq!(quoted("%abc", 3), r#""&#37;…""#);
    }

    #[test]
    fn a_label_holds_whatever_a_text_holds() {
        let mut label = String::from("A: ");
        assert!(html("Ward 5", 9, &mut label));
        assert_eq!(label, "A: Ward 5");
        label.clear();
        assert!(html("<a href=\"b\">&'c'\\[d]\r\ne\t\0", 200, &mut label));
        assert_eq!(
            label,
            "&lt;a href=&quot;b&quot;&gt;&amp;&#39;c&#39;\\\\[d&#93;\
             <BR ALIGN=\"LEFT\"/><BR ALIGN=\"LEFT\"/>e \u{fffd}"
        );
    }

    #[test]
    fn a_label_is_cut_where_it_is_too_long() {
        for (start, text, due) in [
            ("A: ", "abcdef", "A: abc…"),
            ("A: ", "<abc>", "A: &lt;…"),
            ("", "abcdefg", "abcdef…"),
        ] {
            let mut label = String::from(start);
            assert!(!html(text, 6, &mut label));
            assert_eq!(label, due);
        }
    }
}
