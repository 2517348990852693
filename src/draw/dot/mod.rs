//! A chart in DOT, the language of Graphviz.

use std::fmt;
use std::io;

use dot_writer::{Attributes, DotWriter};

use super::chart::{Chart, Direction};
use super::escape::quoted;
use super::out::Out;
use super::scene::{Card, Scene, Stroke};
use super::style::{self, Dash, Head, Look};
use label::{LONGEST, heading, label};

mod label;

/// Up to how many posts lines are orthogonal; beyond, these take Graphviz minutes,
/// so lines are curved and the chart grows to the right.
const MOST_ORTHOGONAL: usize = 250;

/// How many cards a layer may have before a chart grows to the right: Graphviz
/// cannot stack them, and a page can be scrolled down.
const MOST_ABREAST: usize = 30;

/// A chart in DOT: `Display` is the text, and [`write_to`](Dot::write_to) writes
/// the same.
///
/// Every post is a node by its id, every line an edge; ranks come from the lines
/// by which posts stand, whose edges run from the superior down. The same chart
/// gives the same bytes. Graphviz takes no text of 16,384 bytes: of titles and
/// names, what is beyond 3,500 bytes, as escaped, is cut, and ends in an ellipsis.
///
/// ```
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let dot = org.post("head-of-nursing-childrens")?.chart().dot();
/// let text = dot.to_string();
/// assert!(text.starts_with(r#"digraph "Thamesmouth NHS Foundation Trust: Head of Nursing, Children's" {"#));
/// assert!(text.contains(r#""head-of-nursing-childrens" -> "ward-manager-childrens" [class="operational""#));
/// assert!(text.contains(r#""ward-manager-childrens" -> "head-of-nursing-childrens" [class="professional""#));
/// let mut file = Vec::new(); // or any writer
/// dot.write_to(&mut file)?;
/// assert_eq!(file, text.into_bytes());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Dot<'o> {
    chart: Chart<'o>,
}

impl<'o> Chart<'o> {
    /// The chart in DOT. Made in constant time.
    ///
    /// ```
    /// # use answerable::Accountability::Operational;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let dot = org.chart().kinds([Operational]).dot().to_string();
    /// assert!(dot.contains(r#""chief-executive" -> "chief-nurse""#));
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
            name: Some(format!(" {}", quoted(&title, LONGEST))),
        };
        let mut writer = DotWriter::from(&mut out);
        let mut graph = writer.digraph();
        let course = Course::of(&self.chart, &scene);
        graph
            .graph_attributes()
            .set("rankdir", course.rankdir(), false)
            .set("splines", course.splines(), false)
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
        let mut text = String::new();
        for (at, card) in scene.cards.iter().enumerate() {
            text.clear();
            label(&scene, card, &self.chart, &mut text);
            graph
                .node_named(id(card))
                .set("id", &format!("post-{}", at + 1), true)
                .set("label", &text, false);
        }
        let tree = style::of_tree(scene.tree);
        for card in &scene.cards {
            if let Some(above) = card.above {
                let edge = graph.edge(id(&scene.cards[above as usize]), id(card));
                let mut attributes = edge.attributes();
                attributes
                    .set("class", tree.class, true)
                    .set("dir", "none", false)
                    .set("weight", "10", false);
                if let Some((tail, head)) = course.ports() {
                    attributes
                        .set("tailport", tail, false)
                        .set("headport", head, false);
                }
                set_look(&mut attributes, tree);
            }
        }
        for drawn in &scene.drawn {
            let look = style::of_stroke(drawn.stroke);
            let edge = graph.edge(
                id(&scene.cards[drawn.from as usize]),
                id(&scene.cards[drawn.to as usize]),
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

/// How Graphviz is to lay a chart out.
#[derive(Debug, Clone, Copy)]
struct Course {
    direction: Direction,
    is_curved: bool,
}

impl Course {
    fn of(chart: &Chart<'_>, scene: &Scene<'_>) -> Self {
        let is_large = scene.cards.len() > MOST_ORTHOGONAL;
        let mut abreast: Vec<usize> = Vec::new();
        for card in &scene.cards {
            let layer = card.layer as usize;
            abreast.resize(abreast.len().max(layer + 1), 0);
            abreast[layer] += 1;
        }
        let is_wide = abreast.into_iter().any(|cards| cards > MOST_ABREAST);
        let direction = chart.direction.unwrap_or(if is_large || is_wide {
            Direction::Right
        } else {
            Direction::Down
        });
        Self {
            direction,
            is_curved: is_large || is_wide && direction == Direction::Right,
        }
    }

    fn rankdir(self) -> &'static str {
        match self.direction {
            Direction::Down => "TB",
            Direction::Right => "LR",
        }
    }

    fn splines(self) -> &'static str {
        if self.is_curved { "true" } else { "ortho" }
    }

    /// The sides by which the lines of the tree leave and enter cards. Graphviz
    /// takes none with orthogonal lines.
    fn ports(self) -> Option<(&'static str, &'static str)> {
        self.is_curved.then_some(match self.direction {
            Direction::Down => ("s", "n"),
            Direction::Right => ("e", "w"),
        })
    }
}

fn set_look(attributes: &mut impl Attributes, look: Look) {
    let dash = match look.dash {
        // With its hollow arrow it is not taken for the tree.
        Dash::Solid | Dash::Long => "solid",
        Dash::Dashed | Dash::Broken => "dashed",
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
        Head::Plain => ("obox", "0.4"),
        Head::Arrow if is_clinical => ("normal", "0.45"),
        Head::Arrow => ("vee", "0.55"),
        Head::HollowArrow => ("onormal", "0.5"),
        Head::Circle => ("odot", "0.6"),
        Head::Diamond => ("odiamond", "0.6"),
        Head::FullDiamond => ("diamond", "0.6"),
        Head::Bar => ("tee", "0.6"),
        Head::Box => ("box", "0.4"),
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
    // Always called with whole texts.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.bytes(bytes);
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
    quoted(card.post.id(), LONGEST)
}

#[cfg(test)]
mod tests {
    use crate::Accountability::{Clinical, Professional};
    use crate::draw::cases::forest;

    use super::*;

    fn course(
        chart: &Chart<'_>,
    ) -> (
        &'static str,
        &'static str,
        Option<(&'static str, &'static str)>,
    ) {
        let course = Course::of(chart, &chart.scene());
        (course.rankdir(), course.splines(), course.ports())
    }

    #[test]
    fn a_layer_of_more_than_thirty_makes_a_chart_grow_to_the_right() {
        let fan = |posts| forest(&[&[None][..], &vec![Some(0); posts]].concat());
        let narrow = fan(30);
        assert_eq!(course(&narrow.chart()), ("TB", "ortho", None));
        let right = narrow.chart().growing(Direction::Right);
        assert_eq!(course(&right), ("LR", "ortho", None));
        let wide = fan(31);
        let sideways = Some(("e", "w"));
        assert_eq!(course(&wide.chart()), ("LR", "true", sideways));
        let down = wide.chart().growing(Direction::Down);
        assert_eq!(course(&down), ("TB", "ortho", None));
    }

    #[test]
    fn more_than_250_posts_make_a_chart_grow_to_the_right() {
        // As many abreast in each of so many layers.
        let tower = |posts: usize| {
            let above: Vec<_> = (0..posts).map(|at: usize| at.checked_sub(25)).collect();
            forest(&above)
        };
        assert_eq!(course(&tower(250).chart()), ("TB", "ortho", None));
        let large = tower(251);
        assert_eq!(course(&large.chart()), ("LR", "true", Some(("e", "w"))));
        let down = large.chart().growing(Direction::Down);
        assert_eq!(course(&down), ("TB", "true", Some(("s", "n"))));
    }

    #[test]
    fn of_the_arrows_the_clinical_one_is_full() {
        let arrow = |kind| head(Head::Arrow, Stroke::Superior(kind));
        assert_eq!(arrow(Clinical), ("normal", "0.45"));
        assert_eq!(arrow(Professional), ("vee", "0.55"));
    }
}
