//! The legend.

use crate::draw::chart::Chart;
use crate::draw::out::Out;
use crate::draw::scene::Scene;
use crate::draw::script::is_leftwards;
use crate::draw::style::{self, Look};

use super::measure::Type;
use super::strokes;
use super::text::text;

const TYPE: Type = Type {
    size: 105,
    is_bold: false,
};

/// How high a row is.
pub(super) const LINE: i32 = 18;

/// The legend: rows of samples with what they mean, laid out.
pub(super) struct Key {
    entries: Vec<(i32, i32, Sample, String)>,
    pub(super) rows: i32,
    pub(super) width: i32,
}

enum Sample {
    Line(Look),
    Colour(usize),
    Note,
}

impl Sample {
    /// The room it takes before its words.
    fn width(&self) -> i32 {
        match self {
            Self::Line(_) => 46,
            Self::Colour(_) => 18,
            Self::Note => 0,
        }
    }
}

impl Key {
    pub(super) fn of(chart: &Chart<'_>, scene: &Scene<'_>, most: i32) -> Self {
        let mut key = Self {
            entries: Vec::new(),
            rows: 0,
            width: 0,
        };
        if !chart.legend {
            return key;
        }
        let lines = scene.legend(chart.org).into_iter();
        key.row(lines.map(|(look, words)| (Sample::Line(look), words)), most);
        let colours = scene.colours.iter().enumerate();
        key.row(
            colours.map(|(at, words)| (Sample::Colour(at), words.clone())),
            most,
        );
        let notes = scene.notes(chart).into_iter();
        let lines = notes.flat_map(|note| TYPE.broken(&note, most.unsigned_abs()));
        key.row(lines.map(|line| (Sample::Note, line)), 0);
        key
    }

    fn row(&mut self, entries: impl Iterator<Item = (Sample, String)>, most: i32) {
        let mut x = 0;
        let mut entries = entries.peekable();
        if entries.peek().is_none() {
            return;
        }
        for (sample, words) in entries {
            let wide = sample.width() + TYPE.width(&words) + 18;
            if x > 0 && x + wide > most {
                x = 0;
                self.rows += 1;
            }
            self.entries.push((x, self.rows, sample, words));
            x += wide;
            self.width = self.width.max(x);
        }
        self.rows += 1;
    }

    /// Writes it, from this place on the page downwards.
    pub(super) fn write(&self, left: i32, top: i32, out: &mut Out<'_>) {
        for (x, row, sample, words) in &self.entries {
            let (x, y) = (left + x, top + LINE * row + 14);
            match sample {
                Sample::Line(look) => {
                    let (start, tip) = ((x, y - 4), (x + 38, y - 4));
                    let back = (tip.0 - strokes::reach(look.head), tip.1);
                    strokes::begin(*look, "line", out);
                    strokes::stretch(start, back, out);
                    strokes::end(out);
                    strokes::head(*look, None, tip, back, out);
                }
                Sample::Colour(at) => {
                    let colour = style::PALETTE[*at];
                    out.put(format_args!(
                        "<rect x=\"{x}\" y=\"{}\" width=\"11\" height=\"11\" fill=\"{colour}\"/>\n",
                        y - 9
                    ));
                }
                Sample::Note => {}
            }
            let start = x + sample.width();
            let ends = (start, start + TYPE.width(words));
            text(out, "k", ends, y, words, is_leftwards(words));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_holds_as_many_entries_as_fit() {
        let wide = TYPE.width("Board") + 18;
        let key = |most: i32| {
            let mut key = Key {
                entries: Vec::new(),
                rows: 0,
                width: 0,
            };
            let entries = (0..3).map(|_| (Sample::Note, "Board".to_owned()));
            key.row(entries, most);
            let places = key.entries.iter().map(|entry| (entry.0, entry.1));
            (places.collect::<Vec<_>>(), key.rows, key.width)
        };
        let two = (vec![(0, 0), (wide, 0), (0, 1)], 2, 2 * wide);
        assert_eq!(key(2 * wide), two);
        let one = (vec![(0, 0), (0, 1), (0, 2)], 3, wide);
        assert_eq!(key(2 * wide - 1), one);
        assert_eq!(key(0), one);
    }
}
