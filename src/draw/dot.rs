//! A chart in DOT, the language of Graphviz.

use std::fmt;
use std::io;

use dot_writer::{Attributes, DotWriter};

use super::chart::{Chart, Direction};
use super::escape::{html, quoted};
use super::out::Out;
use super::scene::{Card, Mark, Scene, Stroke};
use super::style::{self, Dash, Head, Look};

/// From how many posts on a chart grows to the right with curved lines: orthogonal
/// ones take Graphviz minutes there.
const MOST_ORTHOGONAL: usize = 250;

/// How wide a line of a title may be, in characters, before it is broken.
const WIDEST: usize = 30;

/// The longest texts, in bytes as escaped. Graphviz refuses a label of 16,384; what
/// is cut ends in an ellipsis.
const LONGEST: usize = 3_500;
const LONGEST_MARK: usize = 800;
const LONGEST_ENTRY: usize = 250;

/// A chart in DOT: `Display` is the text, and [`write_to`](Dot::write_to) writes
/// the same.
///
/// Every post is a node by its id, every line an edge; ranks come from the lines
/// by which posts stand. The same chart gives the same bytes.
#[derive(Debug, Clone)]
pub struct Dot<'o> {
    chart: Chart<'o>,
}

impl<'o> Chart<'o> {
    /// The chart in DOT. Constant to have.
    ///
    /// ```
    /// # use answerable::{Accountability::Operational, Organisation, PostRecord};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("matron", "Matron"),
    /// #     PostRecord::new("sister", "Ward Sister").accountable_to("matron", Operational),
    /// # ])?;
    /// let dot = org.chart().dot().to_string();
    /// assert!(dot.contains(r#""matron" -> "sister""#));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn dot(&self) -> Dot<'o> {
        Dot {
            chart: self.clone(),
        }
    }
}

impl Dot<'_> {
    /// Writes it, in large pieces: what is held beside the chart does not grow
    /// with the text.
    ///
    /// # Errors
    ///
    /// The first error of the writer, after which nothing more is written.
    pub fn write_to(&self, mut writer: impl io::Write) -> io::Result<()> {
        Out::io(&mut writer, |out| self.write(out))
    }

    fn write(&self, out: &mut Out<'_>) {
        let scene = self.chart.scene();
        let title = self.chart.heading();
        let mut out = Named {
            out,
            name: Some(format!(" \"{}\"", quoted(title, LONGEST))),
        };
        let mut writer = DotWriter::from(&mut out);
        let mut graph = writer.digraph();
        let direction = self.chart.direction.unwrap_or({
            if scene.cards.len() <= MOST_ORTHOGONAL {
                Direction::Down
            } else {
                Direction::Right
            }
        });
        let splines = if scene.cards.len() <= MOST_ORTHOGONAL {
            "ortho"
        } else {
            "true"
        };
        graph
            .graph_attributes()
            .set(
                "rankdir",
                if direction == Direction::Down {
                    "TB"
                } else {
                    "LR"
                },
                false,
            )
            .set("splines", splines, false)
            .set("nodesep", "0.25", false)
            .set("ranksep", "0.65", false)
            .set("pad", "0.25", false)
            .set("outputorder", "edgesfirst", false)
            .set("fontname", "Arial", true)
            .set("bgcolor", "white", true)
            .set("labelloc", "t", false)
            .set("labeljust", "l", false)
            .set("label", &heading(&self.chart, &scene), false);
        graph
            .node_attributes()
            .set("shape", "plain", false)
            .set("fontname", "Arial", true)
            .set("fontsize", "11", false)
            .set("fontcolor", style::INK, true);
        graph
            .edge_attributes()
            .set("fontname", "Arial", true)
            .set("color", style::LINE, true);
        let ids: Vec<String> = scene.cards.iter().map(|card| id(card)).collect();
        let mut text = String::new();
        for (at, card) in scene.cards.iter().enumerate() {
            text.clear();
            label(&scene, card, &self.chart, &mut text);
            graph
                .node_named(ids[at].as_str())
                .set("id", &format!("post-{}", at + 1), true)
                .set("label", &text, false);
        }
        let tree = style::of_tree(scene.tree);
        for (at, card) in scene.cards.iter().enumerate() {
            if let Some(above) = card.above {
                let edge = graph.edge(ids[above as usize].as_str(), ids[at].as_str());
                let mut attributes = edge.attributes();
                attributes
                    .set("class", tree.class, true)
                    .set("dir", "none", false)
                    .set("weight", "10", false);
                set_look(&mut attributes, tree);
            }
        }
        for drawn in &scene.drawn {
            let look = style::of_stroke(drawn.stroke);
            let edge = graph.edge(
                ids[drawn.from as usize].as_str(),
                ids[drawn.to as usize].as_str(),
            );
            let mut attributes = edge.attributes();
            attributes.set("class", look.class, true);
            set_look(&mut attributes, look);
            let (head, size) = head(look.head, drawn.stroke);
            attributes
                .set("arrowhead", head, false)
                .set("arrowsize", size, false)
                .set("constraint", "false", false);
        }
    }
}

fn set_look(attributes: &mut impl Attributes, look: Look) {
    let dash = match look.dash {
        Dash::Solid => "solid",
        Dash::Long | Dash::Dashed | Dash::Broken => "dashed",
        Dash::Dotted => "dotted",
    };
    let width = format!("{}.{}", look.width / 10, look.width % 10);
    attributes
        .set("style", dash, false)
        .set("color", look.colour, true)
        .set("penwidth", &width, false);
}

fn head(head: Head, stroke: Stroke) -> (&'static str, &'static str) {
    let is_clinical = matches!(stroke, Stroke::Superior(crate::Accountability::Clinical));
    match head {
        Head::Plain => ("none", "0.6"),
        Head::Arrow if is_clinical => ("normal", "0.45"),
        Head::Arrow => ("vee", "0.55"),
        Head::HollowArrow => ("onormal", "0.5"),
        Head::Circle => ("odot", "0.6"),
        Head::Diamond => ("odiamond", "0.6"),
    }
}

impl fmt::Display for Dot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Out::fmt(f, |out| self.write(out))
    }
}

/// Hands on what dot-writer writes, with the name that it cannot give a graph
/// after the first word. It aborts on an error, so there is none.
struct Named<'w, 't> {
    out: &'w mut Out<'t>,
    name: Option<String>,
}

impl io::Write for Named<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // Only whole texts are written.
        self.out
            .text(std::str::from_utf8(bytes).unwrap_or_default());
        if let Some(name) = self.name.take() {
            self.out.text(&name);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The id of a card as a node: quoted, as everything from outside.
fn id(card: &Card<'_>) -> String {
    format!("\"{}\"", quoted(card.post.id(), LONGEST))
}

/// Text of an HTML label, broken between words where it grows too wide.
fn broken(text: &str, longest: usize, into: &mut String) {
    if text.trim().is_empty() {
        into.push_str("&#160;");
        return;
    }
    let end = into.len() + longest;
    let mut width = 0;
    for (at, word) in text.split(' ').enumerate() {
        let letters = word.chars().count();
        if at > 0 {
            let breaks = width + letters >= WIDEST;
            into.push_str(if breaks { "<BR ALIGN=\"LEFT\"/>" } else { " " });
            width = if breaks { 0 } else { width + 1 };
        }
        if !html(word, end, into) {
            return;
        }
        width += letters;
    }
}

/// The card of a post: a bar in its colour, its title, and what is told of it.
fn label(scene: &Scene<'_>, card: &Card<'_>, chart: &Chart<'_>, label: &mut String) {
    const ROW: &str = "<TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\"><FONT POINT-SIZE=\"";
    let is_vacant = card.marks.contains(&Mark::Vacant);
    let (ground, border) = if is_vacant {
        (style::VACANT_GROUND, " STYLE=\"dashed\"")
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
    if !card.about.is_empty() {
        label.extend([ROW, "10\" COLOR=\"", style::SOFT_INK, "\">"]);
        broken(&card.about, LONGEST, label);
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
fn heading(chart: &Chart<'_>, scene: &Scene<'_>) -> String {
    let mut heading = "<<TABLE BORDER=\"0\" CELLSPACING=\"4\" CELLPADDING=\"1\"><TR><TD ALIGN=\"LEFT\" COLSPAN=\"6\"><FONT POINT-SIZE=\"16\"><B>".to_owned();
    match chart.heading() {
        title if title.trim().is_empty() => heading.push_str("&#160;"),
        title => {
            let end = heading.len() + LONGEST;
            html(title, end, &mut heading);
        }
    }
    heading.push_str("</B></FONT></TD></TR>");
    if chart.legend {
        let mut entries = Vec::new();
        for (look, text) in scene.legend(chart.org) {
            let mut entry = format!(
                "<FONT FACE=\"DejaVu Sans Mono\" POINT-SIZE=\"10\" COLOR=\"{}\">{}</FONT><FONT POINT-SIZE=\"9\"> ",
                look.colour,
                sample(look)
            );
            let end = entry.len() + LONGEST_ENTRY;
            html(&text, end, &mut entry);
            entry.push_str("</FONT>");
            entries.push(entry);
        }
        for (at, text) in scene.colours.iter().enumerate() {
            let mut entry = format!(
                "<FONT COLOR=\"{}\">█</FONT><FONT POINT-SIZE=\"9\"> ",
                style::PALETTE[at]
            );
            let end = entry.len() + LONGEST_ENTRY;
            html(text, end, &mut entry);
            entry.push_str("</FONT>");
            entries.push(entry);
        }
        for row in entries.chunks(6) {
            heading.push_str("<TR>");
            for entry in row {
                heading.extend(["<TD ALIGN=\"LEFT\">", entry, "</TD>"]);
            }
            heading.push_str("</TR>");
        }
        if let Some(text) = scene.left_out(chart.org) {
            heading.push_str("<TR><TD ALIGN=\"LEFT\" COLSPAN=\"6\"><FONT POINT-SIZE=\"9\">");
            let end = heading.len() + LONGEST;
            html(&text, end, &mut heading);
            heading.push_str("</FONT></TD></TR>");
        }
    }
    heading.push_str("</TABLE>>");
    heading
}

fn sample(look: Look) -> &'static str {
    match (look.dash, look.head) {
        (Dash::Solid, Head::Plain) => "━━━━",
        (Dash::Solid, Head::Arrow) => "━━━▸",
        (Dash::Solid, Head::HollowArrow) => "━━━▹",
        (Dash::Solid, _) => "────○",
        (Dash::Long, _) => "━━ ━▹",
        (Dash::Dashed, Head::Plain) => "━ ━ ━",
        (Dash::Dashed, Head::HollowArrow) => "━ ━ ▹",
        (Dash::Dashed, _) => "━ ━ ▸",
        (Dash::Dotted, Head::Plain) => "• • •",
        (Dash::Dotted, Head::HollowArrow) => "• • ▹",
        (Dash::Dotted, _) => "• • ▸",
        (Dash::Broken, Head::Plain) => "╌╌╌╌",
        (Dash::Broken, _) => "╌╌╌◇",
    }
}
