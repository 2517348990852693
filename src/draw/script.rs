//! What text looks like by its script.

/// Characters as wide as they are high.
pub(super) fn is_wide(character: char) -> bool {
    matches!(character,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

/// Whether text runs from right to left: by its first letter.
#[cfg(feature = "svg")]
pub(super) fn is_leftwards(text: &str) -> bool {
    let first = text.chars().find(|character| character.is_alphabetic());
    first.is_some_and(|first| {
        matches!(first, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ideographs_syllables_and_pictures_are_wide() {
        assert!("病棟アあ한！🏥".chars().all(is_wide));
        assert!(!"aé–“Жعא".chars().any(is_wide));
    }

    #[cfg(feature = "svg")]
    #[test]
    fn text_runs_as_its_first_letter_does() {
        for text in ["مدير", "אחות", "1. مدير (A)"] {
            assert!(is_leftwards(text), "{text}");
        }
        for text in ["Matron", "A مدير", "病棟", "1", ""] {
            assert!(!is_leftwards(text), "{text}");
        }
    }
}
