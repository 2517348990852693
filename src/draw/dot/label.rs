//! What stands on a card in DOT, and above the chart: HTML labels.

use crate::draw::chart::Chart;
use crate::draw::escape::html;
use crate::draw::scene::{Card, Mark, Scene};
use crate::draw::script::is_wide;
use crate::draw::style::{self, Dash, Head, Look};

/// How wide a line of a title may be, in characters, before it is broken.
const WIDEST: usize = 30;

/// The longest texts, in bytes as escaped. Graphviz refuses a label of 16,384; what
/// is cut ends in an ellipsis.
pub(super) const LONGEST: usize = 3_500;
const LONGEST_MARK: usize = 800;
const LONGEST_ENTRY: usize = 250;

/// Text of an HTML label, broken between words where it grows too wide, and within
/// a word that is too wide itself.
fn broken(text: &str, longest: usize, into: &mut String) {
    const BREAK: &str = "<BR ALIGN=\"LEFT\"/>";
    let end = into.len() + longest;
    let mut width = 0;
    for (at, word) in text.split(' ').enumerate() {
        let wide: usize = word.chars().map(columns).sum();
        if at > 0 {
            let breaks = width + wide >= WIDEST;
            into.push_str(if breaks { BREAK } else { " " });
            width = if breaks { 0 } else { width + 1 };
        }
        let mut rest = word;
        while width + wide > WIDEST
            && let Some((part, after)) = rest.split_at_checked(fitting(rest))
            && !after.is_empty()
        {
            if !html(part, end, into) {
                return;
            }
            into.push_str(BREAK);
            rest = after;
            width = 0;
        }
        if !html(rest, end, into) {
            return;
        }
        width += rest.chars().map(columns).sum::<usize>();
    }
}

/// How wide a character is, where one of Latin has a width of one.
fn columns(character: char) -> usize {
    if is_wide(character) { 2 } else { 1 }
}

/// How many bytes of a word fit on a line.
fn fitting(word: &str) -> usize {
    let mut width = 0;
    let too_wide = word.char_indices().find(|&(_, character)| {
        width += columns(character);
        width > WIDEST
    });
    too_wide.map_or(word.len(), |(at, _)| at)
}

/// The card of a post: a bar in its colour, its title, and what is told of it.
pub(super) fn label(scene: &Scene<'_>, card: &Card<'_>, chart: &Chart<'_>, label: &mut String) {
    const ROW: &str = "<TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\"><FONT POINT-SIZE=\"";
    let is_vacant = card.marks.contains(&Mark::Vacant);
    let (ground, border) = if is_vacant {
        (style::VACANT_GROUND, " STYLE=\"dashed\"")
    } else if card.marks.contains(&Mark::Body) {
        ("#FFFFFF", " STYLE=\"rounded\"")
    } else {
        ("#FFFFFF", "")
    };
    label.extend([
        "<<TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\" COLOR=\"",
        style::BORDER,
        "\" BGCOLOR=\"",
        ground,
        "\"",
        border,
        "><TR>",
    ]);
    if !scene.colours.is_empty() {
        let bar = card
            .colour
            .map_or(ground, |at| style::PALETTE[usize::from(at)]);
        label.extend(["<TD WIDTH=\"5\" BGCOLOR=\"", bar, "\"></TD>"]);
    }
    label.push_str("<TD><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">");
    label.extend([ROW, "11\"><B>"]);
    broken(card.post.title(), LONGEST, label);
    label.push_str("</B></FONT></TD></TR>");
    let about = card.about();
    if !about.is_empty() {
        label.extend([ROW, "10\" COLOR=\"", style::SOFT_INK, "\">"]);
        broken(&about, LONGEST, label);
        label.push_str("</FONT></TD></TR>");
    }
    for mark in &card.marks {
        let ink = if *mark == Mark::Vacant {
            style::VACANT_INK
        } else {
            style::SOFT_INK
        };
        label.extend([ROW, "10\" COLOR=\"", ink, "\"><I>"]);
        broken(&mark.words(chart.org), LONGEST_MARK, label);
        label.push_str("</I></FONT></TD></TR>");
    }
    label.push_str("</TABLE></TD></TR></TABLE>>");
}

/// The title and the legend.
pub(super) fn heading(chart: &Chart<'_>, scene: &Scene<'_>) -> String {
    let mut heading = "<<TABLE BORDER=\"0\" CELLSPACING=\"4\" CELLPADDING=\"1\"><TR><TD ALIGN=\"LEFT\" COLSPAN=\"6\"><FONT POINT-SIZE=\"16\"><B>".to_owned();
    match chart.heading() {
        title if title.trim().is_empty() => heading.push_str("&#160;"),
        title => {
            let end = heading.len() + LONGEST;
            html(&title, end, &mut heading);
        }
    }
    heading.push_str("</B></FONT></TD></TR>");
    if chart.legend {
        let lines = scene.legend(chart.org).into_iter().map(|(look, text)| {
            let mut entry = format!(
                "<FONT FACE=\"DejaVu Sans Mono\" POINT-SIZE=\"10\" COLOR=\"{}\">{}</FONT><FONT POINT-SIZE=\"9\"> ",
                look.colour,
                sample(look)
            );
            let end = entry.len() + LONGEST_ENTRY;
            html(&text, end, &mut entry);
            entry.push_str("</FONT>");
            entry
        });
        rows(&lines.collect::<Vec<_>>(), &mut heading);
        let colours = scene
            .colours
            .iter()
            .zip(style::PALETTE)
            .map(|(text, colour)| {
                let mut entry =
                    format!("<FONT COLOR=\"{colour}\">█</FONT><FONT POINT-SIZE=\"9\"> ");
                let end = entry.len() + LONGEST_ENTRY;
                html(text, end, &mut entry);
                entry.push_str("</FONT>");
                entry
            });
        rows(&colours.collect::<Vec<_>>(), &mut heading);
        for text in scene.notes(chart) {
            heading.push_str("<TR><TD ALIGN=\"LEFT\" COLSPAN=\"6\"><FONT POINT-SIZE=\"9\">");
            let end = heading.len() + LONGEST;
            html(&text, end, &mut heading);
            heading.push_str("</FONT></TD></TR>");
        }
    }
    heading.push_str("</TABLE>>");
    heading
}

/// Entries of the legend, six to a row.
fn rows(entries: &[String], heading: &mut String) {
    for row in entries.chunks(6) {
        heading.push_str("<TR>");
        for entry in row {
            heading.extend(["<TD ALIGN=\"LEFT\">", entry, "</TD>"]);
        }
        heading.push_str("</TR>");
    }
}

fn sample(look: Look) -> &'static str {
    match (look.dash, look.head) {
        (Dash::Solid, Head::Plain) => "━━━━",
        (Dash::Solid, Head::Arrow) => "━━━▸",
        (Dash::Solid | Dash::Long, Head::HollowArrow) => "━━━▹",
        (Dash::Solid | Dash::Long, _) => "────○",
        (Dash::Dashed, Head::Plain) => "━ ━ ━",
        (Dash::Dashed, Head::HollowArrow) => "━ ━ ▹",
        (Dash::Dashed, Head::Circle) => "╌╌╌○",
        (Dash::Dashed, _) => "━ ━ ▸",
        (Dash::Dotted, Head::Plain) => "• • •",
        (Dash::Dotted, Head::HollowArrow) => "• • ▹",
        (Dash::Dotted, Head::Circle) => "• • ○",
        (Dash::Dotted, _) => "• • ▸",
        (Dash::Broken, Head::Plain) => "╌╌╌□",
        (Dash::Broken, Head::FullDiamond) => "╌╌╌◆",
        (Dash::Broken, Head::Bar) => "╌╌╌┤",
        (Dash::Broken, Head::Box) => "╌╌╌■",
        (Dash::Broken, _) => "╌╌╌◇",
    }
}
