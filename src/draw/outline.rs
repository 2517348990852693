//! A chart in words: what the pictures show, for those who cannot see them.

use std::fmt;
use std::io;

use crate::quoted::OneLine;

use super::chart::Chart;
use super::out::Out;
use super::scene::{Drawn, Scene};

/// How deep lines are indented; deeper posts name their layer instead, so that
/// text grows with the posts and not with their depth.
const DEEPEST_INDENT: usize = 32;

/// A chart in words: `Display` is the text, and [`write_to`](Outline::write_to)
/// writes the same.
///
/// The title; then a line a card, those under it indented, with what is told of
/// the post and the other lines that leave it; then what is not shown. Each line
/// ends with a line feed.
///
/// ```
/// # use answerable::{Accountability::Operational, Colouring};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let chart = org.post("head-of-nursing-childrens")?.chart().kinds([Operational]);
/// let outline = chart.coloured_by(Colouring::Plain).outline();
/// assert_eq!(outline.to_string(), "\
/// Thamesmouth NHS Foundation Trust: Head of Nursing, Children's
///
/// Head of Nursing, Children's [Band 8c; under Care Group Director, Children's (not shown)]
///   Ward Manager, Children's Ward [Band 7]
/// ");
/// let mut file = Vec::new(); // or any writer
/// outline.write_to(&mut file)?;
/// assert_eq!(file, outline.to_string().into_bytes());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Outline<'o> {
    chart: Chart<'o>,
}

impl<'o> Chart<'o> {
    /// The chart in words. Made in constant time.
    ///
    /// ```
    /// # use answerable::Accountability::Professional;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let nurses = org.post("head-of-nursing-childrens")?.chart();
    /// let words = nurses.titled("Nursing").outline().to_string();
    /// assert!(words.ends_with("\
    ///   Ward Manager, Children's Ward [Band 7; unit: General Paediatrics; professional: Head of Nursing, Children's]
    ///
    /// Lines to posts not shown: 1 professional
    /// Of the lines shown, assumed: 1 professional
    /// "));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn outline(&self) -> Outline<'o> {
        Outline {
            chart: self.clone(),
        }
    }
}

impl Outline<'_> {
    /// Writes it, in large pieces.
    ///
    /// # Errors
    ///
    /// The first error of the writer, after which nothing more is written.
    pub fn write_to(&self, mut writer: impl io::Write) -> io::Result<()> {
        Out::io(&mut writer, |out| self.write(out))
    }

    fn write(&self, out: &mut Out<'_>) {
        let org = self.chart.org;
        let scene = self.chart.scene();
        let title = self.chart.heading();
        if !title.trim().is_empty() {
            out.put(format_args!("{}\n\n", OneLine(&title)));
        }
        // They are in the order of the cards they leave.
        let mut drawn = scene.drawn.as_slice();
        for (at, card) in (0..).zip(&scene.cards) {
            if out.has_failed() {
                return;
            }
            let leaving = drawn.partition_point(|drawn| drawn.from <= at);
            let (leave, rest) = drawn.split_at(leaving);
            drawn = rest;
            let layer = card.layer as usize;
            for _ in 0..layer.min(DEEPEST_INDENT) {
                out.text("  ");
            }
            if layer > DEEPEST_INDENT {
                out.put(format_args!("({layer}) "));
            }
            out.put(format_args!("{}", OneLine(card.post.title())));
            let mut notes = Notes { out, any: false };
            for words in card.words() {
                notes.add(format_args!("{}", OneLine(&words)));
            }
            for lines in leave.chunk_by(|a, b| a.stroke == b.stroke) {
                let words = lines[0].stroke.words(org);
                notes.add(format_args!("{}: {}", OneLine(&words), Ends(&scene, lines)));
            }
            notes.close();
        }
        let notes = scene.notes(&self.chart);
        if !notes.is_empty() && !scene.cards.is_empty() {
            out.text("\n");
        }
        for note in notes {
            out.put(format_args!("{}\n", OneLine(&note)));
        }
    }
}

impl fmt::Display for Outline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Out::fmt(f, |out| self.write(out))
    }
}

/// The posts to which lines of one sort lead.
struct Ends<'s, 'o>(&'s Scene<'o>, &'s [Drawn]);

impl fmt::Display for Ends<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, drawn) in self.1.iter().enumerate() {
            let title = self.0.cards[drawn.to as usize].post.title();
            let point = if at == 0 { "" } else { " · " };
            write!(f, "{point}{}", OneLine(title))?;
        }
        Ok(())
    }
}

/// What is told after a title, in brackets if there is anything.
struct Notes<'n, 't> {
    out: &'n mut Out<'t>,
    any: bool,
}

impl Notes<'_, '_> {
    fn add(&mut self, note: fmt::Arguments<'_>) {
        self.out.text(if self.any { "; " } else { " [" });
        self.any = true;
        self.out.put(note);
    }

    fn close(self) {
        self.out.text(if self.any { "]\n" } else { "\n" });
    }
}
