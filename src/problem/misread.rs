//! What was misread, in words: with what belongs there.

use std::fmt;

use crate::document::{Found, Misread, Place, PlaceStep, Table, Wording};
use crate::quoted::Quoted;

use super::phrases::Owner;

pub(super) fn write_misread(
    f: &mut fmt::Formatter<'_>,
    place: &Place,
    what: &Misread,
    wording: Option<&Wording>,
) -> fmt::Result {
    if wording.is_some() {
        // The position names the cell.
        write!(f, "{} {}: ", place.table, Owner(place))?;
        return match what {
            Misread::Blank => f.write_str("the cell is blank; fill it in"),
            // Every cell is text.
            Misread::WrongType {
                expected,
                found: Found::Text(found),
                ..
            } => write!(f, "{expected} belongs here, not {}", Quoted(found)),
            what => write!(f, "{what}"),
        };
    }
    match (what, &place.path[..]) {
        (Misread::Blank, path) if is_needed(place.table, path) => {
            return write!(f, "{place}: the text is blank; fill it in");
        }
        (Misread::UnknownKey { .. }, [.., PlaceStep::Key(outer), PlaceStep::Key(key)])
            if outer == "basis" && matches!(key.as_str(), "standing" | "why") =>
        {
            return write!(f, "{place}: it stands beside `basis`; move it out");
        }
        _ => write!(f, "{place}: {what}")?,
    }
    match what {
        Misread::UnknownKey { near: None } if is_key_of_post(place) => {
            f.write_str(", or keep it as a label or a note")
        }
        Misread::WrongType {
            found: Found::List, ..
        } => match (place.table, place.key()) {
            (Table::Post, Some("holder")) if place.path.len() == 1 => {
                f.write_str("; several stand at `holders`")
            }
            (Table::Top, Some(table @ ("source" | "profession" | "unit" | "matter" | "post"))) => {
                write!(f, "; each {table} is a table of its own, `[{table}.ID]`")
            }
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Whether something is missing if the text there is taken out.
fn is_needed(table: Table, path: &[PlaceStep]) -> bool {
    const NEEDED: [&str; 7] = [
        "none", "unstated", "to", "to_unit", "name", "post", "source",
    ];
    match path {
        [PlaceStep::Key(key)] if key == "title" => table == Table::Post,
        [PlaceStep::Key(key)] if table == Table::Head => {
            matches!(key.as_str(), "unit" | "post" | "unstated")
        }
        [PlaceStep::Key(_)] => false,
        [.., PlaceStep::Key(key)] if table == Table::Findings => key == "why",
        [.., PlaceStep::Key(outer), PlaceStep::Key(_)] if outer == "labels" => false,
        [.., PlaceStep::Key(key)] => NEEDED.contains(&key.as_str()),
        _ => false,
    }
}

/// Whether the place is a key of a post itself.
fn is_key_of_post(place: &Place) -> bool {
    place.table == Table::Post && place.path.len() == 1
}
