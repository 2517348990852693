//! Bytes into text.

use std::borrow::Cow;

use super::error::WhyUnreadable;

/// What Windows-1252 means by the bytes 0x80 to 0x9F; the five that mean
/// nothing stay the controls they are in Latin-1.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// UTF-8, its byte order mark taken off, or else Windows-1252.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, WhyUnreadable> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(WhyUnreadable::Utf16);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(WhyUnreadable::Spreadsheet);
    }
    // All of them: the csv crate takes one away too, and would then count other rows.
    let mut bytes = bytes;
    while let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        bytes = rest;
    }
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|&byte| windows_1252(byte)).collect()),
    })
}

fn windows_1252(byte: u8) -> char {
    let of_its_own = byte.checked_sub(0x80);
    let of_its_own = of_its_own.and_then(|at| WINDOWS_1252.get(usize::from(at)));
    of_its_own.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_a_character() {
        let bytes: Vec<u8> = (0x20..=0xFF).collect();
        let text = decode(&bytes).expect("neither UTF-16 nor a spreadsheet");
        assert_eq!(text.chars().count(), bytes.len());
        for expected in ["£", "€", "’", "é", "\u{A0}"] {
            assert!(text.contains(expected), "{expected}");
        }
    }

    #[test]
    fn what_is_utf_8_is_taken_as_that() {
        assert_eq!(decode("£ é".as_bytes()), Ok("£ é".into()));
        assert_eq!(decode("\u{FEFF}£".as_bytes()), Ok("£".into()));
        assert_eq!(decode(b"\xEF\xBB\xBF"), Ok("".into()));
        assert_eq!(decode(b"\xFF\xFEP\0o\0"), Err(WhyUnreadable::Utf16));
        assert_eq!(decode(b"PK\x03\x04"), Err(WhyUnreadable::Spreadsheet));
    }
}
