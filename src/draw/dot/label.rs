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
        while let Some((part, after)) = parted(rest) {
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

/// What of a word fits on a line, and what is left of it, if it is too wide.
fn parted(word: &str) -> Option<(&str, &str)> {
    let mut width = 0;
    let (at, _) = word.char_indices().find(|&(_, character)| {
        width += columns(character);
        width > WIDEST
    })?;
    word.split_at_checked(at)
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::draw::scene::{Deputising, Stroke};
    use crate::{Accountability, Document, Organisation, PostRecord, Relation, UnitRecord};
    use Accountability::Operational;

    use super::*;

    /// The lines into which a text is broken.
    fn lines(text: &str) -> Vec<String> {
        let mut label = String::new();
        broken(text, LONGEST, &mut label);
        let lines = label.split("<BR ALIGN=\"LEFT\"/>");
        lines.map(str::to_owned).collect()
    }

    #[test]
    fn a_line_of_a_title_has_thirty_columns_at_most() {
        let (short, long) = ("a".repeat(14), "b".repeat(15));
        let whole = format!("{short} {long}");
        assert_eq!(lines(&whole), [whole.as_str()]);
        assert_eq!(lines(&format!("{long} {long}")), [long.clone(), long]);
        assert_eq!(
            lines(&format!("{short} {short} c")),
            [format!("{short} {short}"), "c".to_owned()]
        );
        assert_eq!(lines("Ward  Sister"), ["Ward  Sister"]);
    }

    #[test]
    fn a_word_too_wide_is_broken_within() {
        let word = "a".repeat(30);
        assert_eq!(lines(&word), [word.as_str()]);
        let longer = format!("{word}bc");
        assert_eq!(lines(&longer), [word.clone(), "bc".to_owned()]);
        let three = format!("of {word}{word}b cd");
        assert_eq!(lines(&three), ["of", &word, &word, "b cd"]);
    }

    #[test]
    fn a_text_has_its_length_whatever_is_before_it() {
        let mut label = "before ".repeat(9);
        let before = label.len();
        broken(&"a ".repeat(100), 20, &mut label);
        assert_eq!(&label[before..], "a a a a a a a a a a …");
    }

    #[test]
    fn a_wide_character_takes_two_columns() {
        let wide = "病".repeat(15);
        assert_eq!(lines(&wide), [wide.as_str()]);
        assert_eq!(lines(&format!("{wide}a")), [wide.clone(), "a".to_owned()]);
        let one_more = format!("a{wide}");
        let due = [format!("a{}", "病".repeat(14)), "病".to_owned()];
        assert_eq!(lines(&one_more), due);
    }

    fn of_one(post: PostRecord) -> (String, String) {
        let mut document = Document::default().kind_titled(Operational, "k".repeat(400));
        document.push_unit(UnitRecord::new("ward", "u".repeat(400)));
        document.push_post(post.none_above("the head of it"));
        let under = PostRecord::new("sister", "Sister");
        document.push_post(under.accountable_to("matron", Operational));
        let org = Organisation::try_from(document).expect("sound");
        let chart = org.chart().noting("n".repeat(4_000));
        let scene = chart.scene();
        let mut of_card = String::new();
        label(&scene, &scene.cards[0], &chart, &mut of_card);
        (of_card, heading(&chart, &scene))
    }

    fn matron() -> PostRecord {
        PostRecord::new("matron", "Matron")
    }

    #[test]
    fn a_card_has_a_bar_where_there_are_colours() {
        let bar = format!("<TD WIDTH=\"5\" BGCOLOR=\"{}\"></TD>", style::PALETTE[0]);
        assert!(of_one(matron().in_unit("ward")).0.contains(&bar));
        assert!(!of_one(matron()).0.contains("WIDTH=\"5\""));
    }

    #[test]
    fn only_that_a_post_is_vacant_is_in_red() {
        let row =
            |ink, words| format!("<FONT POINT-SIZE=\"10\" COLOR=\"{ink}\"><I>{words}</I></FONT>");
        let vacant = of_one(matron().vacant()).0;
        assert!(vacant.contains(&row(style::VACANT_INK, "Vacant")));
        let body = of_one(matron().body()).0;
        assert!(body.contains(&row(style::SOFT_INK, "Body")));
    }

    #[test]
    fn the_legend_says_what_is_drawn_and_is_cut_where_it_is_too_long() {
        let heading = of_one(matron().in_unit("ward")).1;
        let cell = |content: &str, letter: &str| {
            let words = letter.repeat(LONGEST_ENTRY);
            format!(
                "<TR><TD ALIGN=\"LEFT\">{content}<FONT POINT-SIZE=\"9\"> {words}…</FONT></TD></TR>"
            )
        };
        let line = format!(
            "<FONT FACE=\"DejaVu Sans Mono\" POINT-SIZE=\"10\" COLOR=\"{}\">━━━━</FONT>",
            style::LINE
        );
        assert!(heading.contains(&cell(&line, "k")), "{heading}");
        let colour = format!("<FONT COLOR=\"{}\">█</FONT>", style::PALETTE[0]);
        assert!(heading.contains(&cell(&colour, "u")), "{heading}");
        let note = format!("<FONT POINT-SIZE=\"9\">{}…</FONT>", "n".repeat(LONGEST));
        assert!(heading.contains(&note), "{heading}");
    }

    #[test]
    fn a_chart_without_a_title_keeps_its_line() {
        let org = Organisation::from_posts([matron()]).expect("sound");
        let of_title = |title: &str| {
            let chart = org.chart().titled(title);
            heading(&chart, &chart.scene())
        };
        for title in ["", " \n"] {
            assert!(of_title(title).contains("<B>&#160;</B>"));
        }
        assert!(of_title(" A ").contains("<B> A </B>"));
    }

    #[test]
    fn seven_entries_of_a_legend_take_two_rows() {
        let entries: Vec<String> = (1..=7).map(|at| at.to_string()).collect();
        let mut heading = String::new();
        rows(&entries, &mut heading);
        let cell = |at| format!("<TD ALIGN=\"LEFT\">{at}</TD>");
        let first: String = (1..=6).map(cell).collect();
        assert_eq!(heading, format!("<TR>{first}</TR><TR>{}</TR>", cell(7)));
    }

    #[test]
    fn every_sort_of_line_has_a_sample_of_its_own() {
        use Deputising::{Attending, InSome, Wholly};
        let kinds = Accountability::ALL.into_iter();
        let mut looks: Vec<Look> = kinds.clone().map(style::of_tree).collect();
        let kinds = kinds.flat_map(|kind| [Stroke::Superior(kind), Stroke::Also(kind)]);
        let deputies = [Wholly, InSome, Attending].map(Stroke::Deputy);
        let links = Relation::ALL.iter().copied().map(Stroke::Link);
        let strokes = kinds.chain(deputies).chain(links);
        looks.extend(strokes.map(style::of_stroke));
        // Kinds differ in colour besides.
        let samples: BTreeSet<_> = looks
            .iter()
            .map(|&look| (look.colour, sample(look)))
            .collect();
        assert_eq!(samples.len(), looks.len());
        assert!(samples.iter().all(|(_, sample)| !sample.is_ascii()));
    }
}
