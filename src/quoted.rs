//! Text from outside, made safe to show in a message.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use std::fmt;

/// The longest text quoted whole, in bytes as shown: any ordinary id.
const LONGEST_QUOTE: usize = 200;

/// The longest text quoted whole where many are.
const LONGEST_BRIEF: usize = 100;

/// Text from outside, in backticks, on one line and of bounded length, with
/// control and bidi characters shown escaped.
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", Shown(self.0))
    }
}

/// As [`Quoted`], without the backticks.
pub(crate) struct Shown<'a>(pub(crate) &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_bounded(f, self.0, LONGEST_QUOTE)
    }
}

/// As [`Quoted`], for one of many in a message.
pub(crate) struct Brief<'a>(pub(crate) &'a str);

impl fmt::Display for Brief<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", ShownBrief(self.0))
    }
}

/// As [`Brief`], without the backticks.
pub(crate) struct ShownBrief<'a>(pub(crate) &'a str);

impl fmt::Display for ShownBrief<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_bounded(f, self.0, LONGEST_BRIEF)
    }
}

fn write_bounded(f: &mut fmt::Formatter<'_>, text: &str, longest: usize) -> fmt::Result {
    let is_unseen = |c| is_invisible(c) || is_zero_width(c);
    let mut left = longest;
    for (at, character) in text.char_indices() {
        let width = if is_unseen(character) {
            character.escape_unicode().len()
        } else {
            character.len_utf8()
        };
        if width > left {
            write_escaped(f, &text[..at], is_unseen)?;
            return f.write_str("…");
        }
        left -= width;
    }
    write_escaped(f, text, is_unseen)
}

/// Text from outside, whole, on one line, with control and bidi characters
/// shown escaped.
pub(crate) struct OneLine<'a>(pub(crate) &'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_escaped(f, self.0, is_invisible)
    }
}

fn write_escaped(
    f: &mut fmt::Formatter<'_>,
    text: &str,
    is_unseen: impl Fn(char) -> bool,
) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(&is_unseen) {
        let (plain, unseen) = rest.split_at(at);
        f.write_str(plain)?;
        let mut characters = unseen.chars();
        if let Some(character) = characters.next() {
            write!(f, "{}", character.escape_unicode())?;
        }
        rest = characters.as_str();
    }
    f.write_str(rest)
}

/// Characters that take no room, by which ids can look the same: joiners, soft
/// hyphens, variation selectors, tags.
pub(crate) fn is_zero_width(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Control characters, line separators and bidi controls.
pub(crate) fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
            | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The longest stretch of a source line that is shown, in characters.
#[cfg(feature = "toml")]
const WIDEST: usize = 100;

/// The stretch of a source line around `at`, cut to what is shown, and how many
/// characters of it stand before `at`.
///
/// `line` is the byte at which the line begins. Looks at nothing but the stretch.
#[cfg(feature = "toml")]
pub(crate) fn stretch(source: &str, line: usize, at: usize) -> (String, usize) {
    let before = source[line..at].char_indices().rev();
    let (lead, mark) = before
        .take(WIDEST / 2)
        .fold((at, 0), |(_, count), (byte, _)| (line + byte, count + 1));
    let rest = &source[lead..];
    let is_end = |&(byte, _): &(usize, char)| {
        let rest = &rest[byte..];
        rest.starts_with('\n') || rest.starts_with("\r\n")
    };
    let mut seen = rest.char_indices().take_while(|place| !is_end(place));
    let shown: String = seen.by_ref().take(WIDEST).map(|(_, c)| c).collect();
    let trail = if seen.next().is_some() { "…" } else { "" };
    if lead > line {
        (format!("…{shown}{trail}"), mark + 1)
    } else {
        (shown + trail, mark)
    }
}

/// The stretch of the source under a message, with a mark below the column.
#[cfg(feature = "toml")]
pub(crate) fn write_source(
    f: &mut fmt::Formatter<'_>,
    line: usize,
    text: &str,
    mark: usize,
) -> fmt::Result {
    let shown: String = text
        .chars()
        .map(|c| {
            if is_invisible(c) || is_zero_width(c) {
                ' '
            } else {
                c
            }
        })
        .collect();
    write!(f, "\n    {line} | {shown}")?;
    let margin = line.to_string().len() + 7 + mark;
    write!(f, "\n{:margin$}^", "")
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_the_line_or_what_stands_around_the_column() {
        let source = "first\r\n\tsécond\n\nlast";
        assert_eq!(stretch(source, 0, 0), ("first".into(), 0));
        assert_eq!(stretch(source, 0, 6), ("first".into(), 6));
        assert_eq!(stretch(source, 7, 11), ("\tsécond".into(), 3));
        assert_eq!(stretch(source, 16, 16), (String::new(), 0));
        assert_eq!(stretch(source, 17, source.len()), ("last".into(), 4));

        let long = format!("\n{}\n", "é".repeat(300));
        let cut = |from: &str, count: usize, to: &str| format!("{from}{}{to}", "é".repeat(count));
        assert_eq!(stretch(&long, 1, 1), (cut("", 100, "…"), 0));
        assert_eq!(stretch(&long, 1, 101), (cut("", 100, "…"), 50));
        assert_eq!(stretch(&long, 1, 103), (cut("…", 100, "…"), 51));
        assert_eq!(stretch(&long, 1, 501), (cut("…", 100, ""), 51));
        assert_eq!(stretch(&long, 1, 601), (cut("…", 50, ""), 51));
    }
}
