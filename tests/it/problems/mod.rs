//! Every problem that a document can have: its message, as the one who wrote the
//! document reads it, and what it leaves out.

mod circles;
mod headships;
mod ids;
mod keys;
mod lists;
mod near;
mod passing;
mod posts;
mod references;
mod repeated;
mod safety;
mod salvaged;
mod superiors;
mod together;
mod types;
mod unreadable;
mod values;

use std::fmt;

use answerable::{Document, Organisation, Problem};

/// A document that is no sound organisation.
///
/// `Display` is the whole message, and below it what each problem leaves out.
struct Refused {
    message: String,
    problems: Vec<Problem>,
}

impl Refused {
    /// The one problem there is.
    fn only(&self) -> &Problem {
        assert_eq!(self.problems.len(), 1, "{self}");
        &self.problems[0]
    }

    /// Each problem alone, without the source lines.
    fn lines(&self) -> Vec<String> {
        self.problems.iter().map(ToString::to_string).collect()
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        for problem in &self.problems {
            let places: Vec<_> = problem.left_out().iter().map(ToString::to_string).collect();
            match &places[..] {
                [] => f.write_str("\nleft out: nothing")?,
                places => write!(f, "\nleft out: {}", places.join("; "))?,
            }
        }
        Ok(())
    }
}

/// Refuses a document in TOML; it begins on the line after the quote.
fn toml(text: &str) -> Refused {
    let text = text.strip_prefix('\n').unwrap_or(text);
    refused(|| Document::from_toml(text).expect("TOML that can be read"))
}

/// Refuses a document in JSON.
fn json(text: &str) -> Refused {
    refused(|| serde_json::from_str(text).expect("JSON that can be read"))
}

/// Refuses a document, by both doors, and checks what holds of all messages.
fn refused(read: impl Fn() -> Document) -> Refused {
    let error = Organisation::try_from(read()).expect_err("a document with a problem");
    let salvage = Organisation::salvage(read());
    assert_eq!(salvage.problems, error.problems());
    assert_eq!(format!("{error:?}"), error.to_string());

    let saved = salvage.organisation.to_toml();
    let again = Document::from_toml(&saved).expect("what was salvaged can be read");
    let again = Organisation::try_from(again).expect("what was salvaged is sound");
    assert_eq!(again, salvage.organisation);

    for (at, problem) in error.problems().iter().enumerate() {
        let line = problem.to_string();
        let is_shown = |c: char| !c.is_control() && !('\u{202A}'..='\u{202E}').contains(&c);
        assert!(line.chars().all(is_shown), "{line}");
        assert!(line.len() <= 2048, "{} bytes: {line}", line.len());
        assert!(!line.ends_with('.'), "{line}");
        assert!(!error.problems()[..at].contains(problem), "twice: {line}");
    }
    Refused {
        message: error.to_string(),
        problems: error.problems().to_vec(),
    }
}
