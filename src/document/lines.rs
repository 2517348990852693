//! The lines and columns of TOML that places stand for.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::quoted::stretch;

use super::place::{Place, PlaceStep, Position, Table};

/// The lines and columns of bytes of `text`: one walk of it for all of them.
pub(super) fn positions_of(text: &str, bytes: &[Option<usize>]) -> Vec<Option<Position>> {
    let mut positions = vec![None; bytes.len()];
    let mut wanted: Vec<(usize, usize)> = (0..)
        .zip(bytes)
        .filter_map(|(at, byte)| Some((boundary_at_or_before(text, (*byte)?), at)))
        .collect();
    wanted.sort_unstable();
    let (mut line, mut column, mut start, mut walked) = (1, 1, 0, 0);
    for (byte, at) in wanted {
        for (next, character) in text[walked..byte].char_indices() {
            if character == '\n' {
                (line, column, start) = (line + 1, 1, walked + next + 1);
            } else {
                column += 1;
            }
        }
        walked = byte;
        let (text, mark) = stretch(text, start, byte);
        if let Some(position) = positions.get_mut(at) {
            *position = Some(Position::Line {
                line,
                column,
                text,
                mark,
            });
        }
    }
    positions
}

fn boundary_at_or_before(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// Parses the text again, now with spans, and looks each place up in it.
pub(super) fn positions(text: &str, places: &[&Place]) -> Vec<Option<Position>> {
    let Ok(root) = DeTable::parse(text) else {
        return vec![None; places.len()];
    };
    let bytes: Vec<_> = places
        .iter()
        .map(|place| find(root.get_ref(), place))
        .collect();
    positions_of(text, &bytes)
}

/// The byte at which a place begins: the key of a table's entry, the value of a
/// list's item; as near to it as the text goes.
fn find(root: &DeTable<'_>, place: &Place) -> Option<usize> {
    let mut steps: Vec<PlaceStep> = Vec::new();
    if place.table != Table::Top {
        steps.push(place.table.as_str().into());
    }
    if place.table == Table::Head {
        steps.push(place.occurrence.saturating_sub(1).into());
    }
    steps.extend(place.id.as_deref().map(PlaceStep::from));
    steps.extend(place.path.iter().cloned());
    let mut at = None;
    let mut table = Some(root);
    let mut list: Option<&[Spanned<DeValue<'_>>]> = None;
    for step in &steps {
        let found = match step {
            PlaceStep::Key(key) => table
                .and_then(|table| table.get_key_value(key.as_str()))
                .map(|(key, value)| (key.span().start, value)),
            PlaceStep::Item(item) => list
                .and_then(|list| list.get(*item))
                .map(|value| (value.span().start, value)),
        };
        let Some((start, value)) = found else { break };
        at = Some(start);
        table = value.get_ref().as_table();
        list = value.get_ref().as_array().map(|items| &**items);
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_come_as_asked_for_and_keep_a_stretch_of_the_line() {
        let text = format!("first\n{}x\r\nlast", "é".repeat(9000));
        let x = text.find('x').expect("an x");
        let last = text.rfind("last").expect("a last line");
        let bytes = [
            Some(last),
            None,
            Some(x),
            Some(7),
            Some(x),
            Some(0),
            Some(usize::MAX),
        ];
        let positions = positions_of(&text, &bytes);
        let told: Vec<_> = positions
            .iter()
            .map(|position| match position {
                Some(Position::Line {
                    line,
                    column,
                    text,
                    mark,
                }) => Some((*line, *column, text.chars().count(), *mark)),
                _ => None,
            })
            .collect();
        let at_x = Some((2, 9001, 52, 51));
        // Byte 7 is inside the character that begins at byte 6.
        let expected = [Some((3, 1, 4, 0)), None, at_x, Some((2, 1, 101, 0)), at_x];
        assert_eq!(told[..5], expected);
        assert_eq!(told[5..], [Some((1, 1, 5, 0)), Some((3, 5, 4, 4))]);
    }
}
