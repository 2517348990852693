//! Hostile input: whatever a reader is fed is sound, or faulty in typed problems
//! at known places, or not readable at all.
//!
//! A case is an input and what comes of it, in short: `sound: 2` (posts),
//! `unreadable: …`, or each problem with its place, and how many posts remain.

mod cost;
mod deep;
mod doors;
mod ids;
mod io;
mod json;
mod junior;
mod records;
mod senior;
mod token;
mod toml;
mod truncated;
mod within;

use std::fmt::Write;

use answerable::{
    Document, Misread, Organisation, Place, PlaceStep, Position, Problem, ProblemKind,
};

/// What is read, or why it is not readable.
type Read = Result<Document, String>;

/// Compares what comes of every case with what is expected, all at once.
fn check(read: impl Fn(&[u8]) -> Read, cases: &[(impl AsRef<[u8]>, &str)]) {
    let mut wrong = String::new();
    for (input, expected) in cases {
        let input = input.as_ref();
        let told = outcome(&|| read(input));
        if told != *expected {
            let input = String::from_utf8_lossy(input);
            let input: String = input.chars().take(200).collect();
            writeln!(wrong, "{input:?}\n  is {told:?}\n not {expected:?}").expect("text");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What comes of an input, in short; checks what holds of every input.
fn outcome(read: &dyn Fn() -> Read) -> String {
    let document = match read() {
        Ok(document) => document,
        Err(message) => {
            assert_eq!(read().err().as_ref(), Some(&message), "the same again");
            for line in message.lines() {
                is_fit_to_show(line);
            }
            let lines: Vec<_> = message.lines().map(str::trim).collect();
            return format!("unreadable: {}", lines.join(" / "));
        }
    };
    let salvage = Organisation::salvage(document.clone());
    is_saved(&salvage.organisation);
    let count = salvage.organisation.posts().len();
    let error = match Organisation::try_from(document) {
        Ok(org) => {
            assert_eq!(
                (&org, &salvage.problems[..]),
                (&salvage.organisation, &[][..])
            );
            return format!("sound: {count}");
        }
        Err(error) => error,
    };
    assert_eq!(error.problems(), salvage.problems);
    assert_eq!(format!("{error:?}"), error.to_string());
    for line in error.to_string().lines() {
        is_fit_to_show(line);
    }
    for (at, problem) in salvage.problems.iter().enumerate() {
        let message = problem.to_string();
        is_fit_to_show(&message);
        assert!(format!("{problem:?}").starts_with("Problem {"));
        assert!(
            !message.contains('\n') && !message.ends_with('.'),
            "{message}"
        );
        problem
            .left_out()
            .iter()
            .for_each(|place| is_fit_to_show(&place.to_string()));
        assert!(
            !salvage.problems[..at].contains(problem),
            "twice: {message}"
        );
    }
    let told: Vec<_> = salvage.problems.iter().map(in_short).collect();
    format!("{}; {count} left", told.join("; "))
}

/// A line of a message is short, and shows what might mislead the eye escaped.
fn is_fit_to_show(line: &str) {
    assert!(line.len() <= 2048, "{} bytes: {line}", line.len());
    let is_unfit = |c: char| {
        c.is_control()
            || matches!(c, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
                | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    assert!(!line.contains(is_unfit), "{line:?}");
}

/// What a reader kept can be saved, and is the same when it is loaded.
fn is_saved(org: &Organisation) {
    let again = Document::from_toml(&org.to_toml()).expect("what is saved is TOML");
    assert_eq!(Organisation::try_from(again).as_ref(), Ok(org));
    let json = serde_json::to_string(org).expect("it is written");
    let again: Organisation = serde_json::from_str(&json).expect("what is saved is sound");
    assert_eq!(&again, org);
}

/// A problem: where, and the name of its kind.
fn in_short(problem: &Problem) -> String {
    let mut told = match problem.position() {
        Some(Position::Line { line, column, .. }) => format!("{line}:{column} "),
        Some(Position::Cell { row, column, .. }) => {
            let column = column.as_deref().map(|column| format!(" {column:.20}"));
            format!("row {row}{} ", column.unwrap_or_default())
        }
        _ => String::new(),
    };
    told += &place_in_short(problem.place());
    told + ": " + &kind_in_short(problem.kind())
}

fn place_in_short(place: &Place) -> String {
    let mut told = place.table().to_string();
    if let Some(id) = place.id() {
        write!(told, " {}", shortened(id)).expect("text");
    }
    if place.occurrence() > 1 {
        write!(told, " #{}", place.occurrence()).expect("text");
    }
    for step in place.path() {
        match step {
            PlaceStep::Key(key) => write!(told, ", {}", shortened(key)).expect("text"),
            PlaceStep::Item(item) => write!(told, "[{item}]").expect("text"),
        }
    }
    told
}

fn shortened(text: &str) -> String {
    let shown: String = text.chars().take(20).collect();
    shown.escape_debug().to_string()
}

fn kind_in_short(kind: &ProblemKind) -> String {
    let name = |of: &dyn std::fmt::Debug| {
        let told = format!("{of:?}");
        let end = told.find(|c: char| !c.is_alphanumeric());
        told[..end.unwrap_or(told.len())].to_owned()
    };
    match kind {
        ProblemKind::Misread(Misread::UnknownKey { near: Some(near) }) => {
            format!("UnknownKey ~{near}")
        }
        ProblemKind::Misread(Misread::RepeatedKey { differs: true }) => {
            "RepeatedKey, differs".into()
        }
        ProblemKind::Misread(misread) => name(misread),
        ProblemKind::BadId { why, .. } => format!("BadId, {}", name(why)),
        ProblemKind::RepeatedId {
            times, differing, ..
        } => {
            format!("RepeatedId {times} times, {} differ", differing.len())
        }
        ProblemKind::UnknownId {
            near: Some(near), ..
        } => {
            let id = shortened(&near.id);
            format!("UnknownId ~{id} {:?}", near.differs_in)
        }
        ProblemKind::Circle { steps, .. } => format!("Circle of {}", steps.len()),
        other => name(other),
    }
}
