//! What holds of every input.

use answerable::{Document, InvalidOrganisation, Organisation, Problem};

/// The longest message, in bytes.
const LONGEST: usize = 2048;

/// One line that misleads nobody.
pub(super) fn one_line(message: &str) {
    assert!(
        message.len() <= LONGEST,
        "{} bytes: {message}",
        message.len()
    );
    on_one_line(message);
}

/// The same of a sentence that gives titles whole.
pub(super) fn on_one_line(sentence: &str) {
    assert!(!sentence.is_empty(), "no words");
    assert!(!sentence.contains(is_unseen), "{sentence:?}");
}

/// One line or several.
pub(super) fn lines(message: &str) {
    assert!(!message.is_empty(), "no words");
    message.lines().for_each(|line| {
        assert!(line.len() <= LONGEST, "{} bytes: {line}", line.len());
        assert!(!line.contains(is_unseen), "{message:?}");
    });
}

/// Control characters, line separators and bidi controls.
fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}')
        || matches!(character, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

pub(super) fn json(org: &Organisation) -> String {
    serde_json::to_string(org).expect("an organisation is written")
}

/// Whether it is sound, having tried both doors.
pub(super) fn document(document: Document) -> bool {
    let refused = Organisation::try_from(document.clone());
    let salvage = Organisation::salvage(document);
    match &refused {
        Ok(org) => {
            assert_eq!(salvage.problems, []);
            assert_eq!(json(org), json(&salvage.organisation));
        }
        Err(invalid) => {
            assert_eq!(invalid.problems(), salvage.problems);
            problems(invalid);
        }
    }
    refused.is_ok()
}

fn problems(invalid: &InvalidOrganisation) {
    assert!(!invalid.problems().is_empty());
    let all = invalid.to_string();
    lines(&all);
    assert_eq!(all, format!("{invalid:?}"));
    for problem in invalid.problems() {
        one_line(&problem.to_string());
        places(problem);
    }
}

/// What is wrong is known by its place, and what is left out for it too.
fn places(problem: &Problem) {
    one_line(&problem.place().to_string());
    for place in problem.left_out() {
        one_line(&place.to_string());
        assert!(place.contains(place));
    }
    for position in problem.position().into_iter().chain(problem.given_at()) {
        one_line(&position.to_string());
    }
}
