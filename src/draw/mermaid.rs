//! A chart in Mermaid, which GitHub draws from the text.

use std::collections::BTreeMap;
use std::fmt;
use std::io;

use thiserror::Error;

use crate::model::{Accountability, PostKind, Relation};

use super::chart::{Chart, Direction};
use super::escape::{mermaid, mermaid_title, put};
use super::out::Out;
use super::scene::{Card, Deputising, Scene, Stroke};
use super::style::{self, Dash};

/// How many lines Mermaid takes unless the page is set up otherwise (its
/// `maxEdges`), which no chart can do of itself, nor anybody on GitHub.
const MOST_LINES: usize = 500;

/// How long a text Mermaid takes, likewise (its `maxTextSize`), in UTF-16 units.
const LONGEST: usize = 50_000;

/// A chart in Mermaid: `Display` is the text, and [`write_to`](Mermaid::write_to)
/// writes the same.
///
/// A flowchart of every card and line of the chart. Colours by unit or profession
/// are left out, and Mermaid chooses the places of the cards. The same chart gives
/// the same bytes.
///
/// ```
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let mermaid = org.post("head-of-nursing-childrens")?.chart().without_legend().mermaid()?.to_string();
/// assert!(mermaid.contains("\nflowchart BT\n")); // its lines run upwards
/// assert!(mermaid.contains("\np2[\"<b>Ward Manager, Children's Ward</b><br/>Band 7\"]\n"));
/// assert!(mermaid.contains("\np2 --- p1\np2 -.-> p1\n")); // operational, then professional
/// let mut file = Vec::new(); // or any writer
/// org.chart().mermaid()?.write_to(&mut file)?;
/// assert!(file.starts_with(b"---\ntitle: \"Thamesmouth NHS Foundation Trust\"\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Mermaid {
    // Bounded, and its length must be known before any of it is written.
    text: String,
}

/// Why a chart is nothing that Mermaid draws.
///
/// ```
/// # use answerable::{Accountability::Operational, Organisation, PostRecord};
/// let nurse = |n| PostRecord::new(format!("nurse-{n}"), "Staff Nurse").accountable_to("matron", Operational);
/// let org = Organisation::from_posts((0..600).map(nurse).chain([PostRecord::new("matron", "Matron")]))?;
/// assert_eq!(
///     org.chart().mermaid().expect_err("too many").to_string(),
///     "a Mermaid chart has at most 500 lines, and this one has 601; \
///         draw part of it: from a post, to a depth, of a unit or with fewer kinds"
/// ); // one of them stands in the legend
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MermaidError {
    /// It has more lines than Mermaid takes.
    #[error(
        "a Mermaid chart has at most {MOST_LINES} lines, and this one has {lines}; draw part of it: from a post, to a depth, of a unit or with fewer kinds"
    )]
    TooManyLines {
        /// How many there are, those of the legend among them.
        lines: usize,
    },
    /// Its text is longer than Mermaid takes.
    #[error(
        "a Mermaid chart has at most {LONGEST} characters, and this one has {length}; draw part of it: from a post, to a depth or of a unit, or tell less of each post"
    )]
    TooLong {
        /// How long it is, in UTF-16 units, as Mermaid counts.
        length: usize,
    },
}

impl Chart<'_> {
    /// The chart in Mermaid. Linear in what is drawn.
    ///
    /// # Errors
    ///
    /// [`MermaidError`] if the chart is larger than Mermaid takes where it is not
    /// set up otherwise, as on GitHub: 500 lines, or 50,000 characters.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let mermaid = org.post("head-of-nursing-childrens")?.chart().mermaid()?.to_string();
    /// assert!(mermaid.contains("<b>Ward Manager, Children's Ward</b>"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn mermaid(&self) -> Result<Mermaid, MermaidError> {
        let scene = self.scene();
        let lines = Lines::of(self, &scene);
        if lines.all.len() > MOST_LINES {
            let lines = lines.all.len();
            return Err(MermaidError::TooManyLines { lines });
        }
        let text = text(self, &scene, &lines);
        let length = text.encode_utf16().count();
        if length > LONGEST {
            return Err(MermaidError::TooLong { length });
        }
        Ok(Mermaid { text })
    }
}

impl Mermaid {
    /// Writes it.
    ///
    /// # Errors
    ///
    /// The first error of the writer, after which nothing more is written.
    pub fn write_to(&self, mut writer: impl io::Write) -> io::Result<()> {
        Out::io(&mut writer, |out| out.text(&self.text))
    }
}

impl fmt::Display for Mermaid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// What sort of line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Tree(Accountability),
    Beside(Stroke),
}

/// Every line, in the order in which they are written: by it Mermaid numbers
/// them. Each goes from the post that answers, deputises or links to the other.
struct Lines {
    all: Vec<(u32, u32, Sort)>,
    /// How many of them, the last, are of the legend.
    legend: usize,
}

impl Lines {
    fn of(chart: &Chart<'_>, scene: &Scene<'_>) -> Self {
        let under = (0..).zip(&scene.cards);
        let tree = under.filter_map(|(at, card)| Some((at, card.above?, Sort::Tree(scene.tree))));
        let mut all: Vec<_> = tree.collect();
        let layer = |card: u32| scene.cards[card as usize].layer;
        all.extend(scene.drawn.iter().map(|drawn| {
            let sort = Sort::Beside(drawn.stroke);
            // What is the same from both ends need not run down.
            if has_no_head(sort) && layer(drawn.to) > layer(drawn.from) {
                (drawn.to, drawn.from, sort)
            } else {
                (drawn.from, drawn.to, sort)
            }
        }));
        let mut sorts: Vec<Sort> = all.iter().map(|&(.., sort)| sort).collect();
        sorts.sort_unstable();
        sorts.dedup();
        let legend = if chart.legend { sorts.len() } else { 0 };
        let ends = (0..).step_by(2).zip(sorts).take(legend);
        all.extend(ends.map(|(at, sort)| (at, at + 1, sort)));
        Self { all, legend }
    }
}

fn text(chart: &Chart<'_>, scene: &Scene<'_>, lines: &Lines) -> String {
    let mut text = String::new();
    let title = chart.heading();
    if !title.trim().is_empty() {
        text.extend(["---\ntitle: \"", &mermaid_title(&title), "\"\n---\n"]);
    }
    // Lines are written upwards, so that a superior stands above whatever kind
    // of line leads to it: the chart grows the other way.
    text.push_str(match chart.direction.unwrap_or(Direction::Down) {
        Direction::Down => "flowchart BT\n",
        Direction::Right => "flowchart RL\n",
    });
    if !title.trim().is_empty() {
        text.push_str("accTitle: ");
        mermaid(&title, " ", &mut text);
        text.push('\n');
    }
    let description = scene.description(chart.org);
    text.push_str("accDescr: ");
    mermaid(&description, " ", &mut text);
    text.push('\n');
    for (at, card) in scene.cards.iter().enumerate() {
        put(&mut text, format_args!("p{}[\"", at + 1));
        label(card, &mut text);
        text.push_str("\"]\n");
    }
    let (shown, key) = lines.all.split_at(lines.all.len() - lines.legend);
    for &(from, to, sort) in shown {
        put(&mut text, format_args!("p{} {}", from + 1, link(sort)));
        if let Some(word) = word(sort) {
            text.extend(["|", &word, "|"]);
        }
        put(&mut text, format_args!(" p{}\n", to + 1));
    }
    if chart.legend {
        legend(chart, scene, key, &mut text);
    }
    looks(scene, lines, &mut text);
    text
}

/// How a line is written.
fn link(sort: Sort) -> &'static str {
    match sort {
        Sort::Tree(Accountability::Operational) => "---",
        Sort::Tree(_) | Sort::Beside(Stroke::Link(Relation::WorksWith)) => "-.-",
        Sort::Beside(
            Stroke::Superior(Accountability::Operational)
            | Stroke::Also(Accountability::Operational),
        ) => "-->",
        Sort::Beside(Stroke::Superior(_) | Stroke::Also(_) | Stroke::Link(_)) => "-.->",
        Sort::Beside(Stroke::Deputy(Deputising::Wholly)) => "--o",
        Sort::Beside(Stroke::Deputy(_)) => "-.-o",
    }
}

fn has_no_head(sort: Sort) -> bool {
    matches!(link(sort), "---" | "-.-")
}

/// The word on a line that Mermaid has no end of its own for.
fn word(sort: Sort) -> Option<String> {
    match sort {
        Sort::Beside(Stroke::Also(_)) => Some("also".to_owned()),
        Sort::Beside(Stroke::Link(relation)) => Some(relation.to_string()),
        Sort::Beside(Stroke::Deputy(Deputising::InSome)) => Some("some matters".to_owned()),
        Sort::Beside(Stroke::Deputy(Deputising::Attending)) => Some("attends".to_owned()),
        Sort::Tree(_) | Sort::Beside(Stroke::Superior(_) | Stroke::Deputy(Deputising::Wholly)) => {
            None
        }
    }
}

/// A card: its title, and what is told of it.
fn label(card: &Card<'_>, text: &mut String) {
    text.push_str("<b>");
    mermaid(card.post.title(), "<br/>", text);
    text.push_str("</b>");
    for words in card.words_shown() {
        text.push_str("<br/>");
        mermaid(&words, "<br/>", text);
    }
}

/// What each sort of line means, on a line of that sort, and what is left out.
fn legend(chart: &Chart<'_>, scene: &Scene<'_>, key: &[(u32, u32, Sort)], text: &mut String) {
    let notes = scene.notes(chart);
    if key.is_empty() && notes.is_empty() {
        return;
    }
    text.push_str("subgraph key [\" \"]\ndirection LR\n");
    for (&(from, to, sort), (_, words)) in key.iter().zip(scene.legend(chart.org)) {
        let (from, to) = (from + 1, to + 1);
        put(text, format_args!("k{from}[\" \"] {}|\"", link(sort)));
        mermaid(&words, " ", text);
        put(text, format_args!("\"| k{to}[\" \"]\n"));
    }
    if !notes.is_empty() {
        text.push_str("k0[\"");
        mermaid(&notes.join("\n"), "<br/>", text);
        text.push_str("\"]\nstyle k0 stroke:none\n");
    }
    text.push_str("end\nclassDef key fill:none,stroke:none\nclass key");
    for number in 1..=2 * key.len() {
        put(text, format_args!(",k{number}"));
    }
    text.push_str(" key\n");
}

/// How cards and lines look: those of one look at a time, by their numbers.
fn looks(scene: &Scene<'_>, lines: &Lines, text: &mut String) {
    let cards = |is_of: &dyn Fn(&Card<'_>) -> bool| {
        let numbered = (1..).zip(&scene.cards);
        let cards = numbered.filter(|(_, card)| is_of(card));
        cards.map(|(at, _)| format!("p{at}")).collect::<Vec<_>>()
    };
    let vacant = format!(
        "fill:{},stroke:{},stroke-dasharray:4 3",
        style::VACANT_GROUND,
        style::VACANT_INK
    );
    let is_kind = |kind| move |card: &Card<'_>| card.post.kind() == kind;
    put(
        text,
        format_args!(
            "classDef default fill:#FFFFFF,stroke:{},color:{}\n",
            style::BORDER,
            style::INK
        ),
    );
    for (class, look, cards) in [
        ("body", "stroke-width:3px", cards(&is_kind(PostKind::Body))),
        (
            "external",
            "stroke-dasharray:1 3",
            cards(&is_kind(PostKind::External)),
        ),
        ("vacant", &vacant, cards(&|card| card.post.is_vacant())),
    ] {
        if !cards.is_empty() {
            let cards = cards.join(",");
            put(
                text,
                format_args!("classDef {class} {look}\nclass {cards} {class}\n"),
            );
        }
    }
    let mut numbers: BTreeMap<Sort, Vec<String>> = BTreeMap::new();
    for (number, &(.., sort)) in lines.all.iter().enumerate() {
        numbers.entry(sort).or_default().push(number.to_string());
    }
    for (sort, numbers) in numbers {
        let look = match sort {
            Sort::Tree(kind) => style::of_tree(kind),
            Sort::Beside(stroke) => style::of_stroke(stroke),
        };
        put(text, format_args!("linkStyle {} ", numbers.join(",")));
        // The page may be dark: what needs no colour is left its own.
        if look.colour != style::LINE {
            put(text, format_args!("stroke:{},", look.colour));
        }
        let (whole, tenths) = (look.width / 10, look.width % 10);
        let dashes = match look.dash {
            Dash::Solid => "",
            Dash::Long => ",stroke-dasharray:10 4",
            Dash::Dashed => ",stroke-dasharray:6 4",
            Dash::Dotted => ",stroke-dasharray:2 4",
            Dash::Broken => ",stroke-dasharray:6 3 2 3",
        };
        put(
            text,
            format_args!("stroke-width:{whole}.{tenths}px{dashes}\n"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::draw::cases::forest;
    use crate::{Organisation, PostRecord};

    use super::*;

    #[test]
    fn a_chart_may_be_as_long_as_mermaid_takes() {
        let length = |title: usize| {
            let title = "a".repeat(title);
            let org = Organisation::from_posts([PostRecord::new("matron", title)]).expect("sound");
            let mermaid = org.chart().mermaid();
            mermaid.map(|mermaid| mermaid.to_string().len())
        };
        let spare = LONGEST - length(1).expect("a small chart");
        assert_eq!(length(1 + spare), Ok(LONGEST));
        let length = length(2 + spare);
        assert_eq!(
            length,
            Err(MermaidError::TooLong {
                length: LONGEST + 1
            })
        );
    }

    #[test]
    fn a_chart_may_have_as_many_lines_as_mermaid_takes() {
        let lines = |posts: usize| {
            let org = forest(&[&[None][..], &vec![Some(0); posts]].concat());
            let mermaid = org.chart().without_legend().mermaid();
            mermaid.map(|mermaid| mermaid.to_string().matches(" --- ").count())
        };
        assert_eq!(lines(MOST_LINES), Ok(MOST_LINES));
        let lines = lines(MOST_LINES + 1);
        let due = MOST_LINES + 1;
        assert_eq!(lines, Err(MermaidError::TooManyLines { lines: due }));
    }

    #[test]
    fn a_line_without_a_head_runs_up_and_others_as_told() {
        use Relation::{Supports, WorksWith};
        let under = |id: &str| {
            let post = PostRecord::new(id, id);
            post.accountable_to("matron", Accountability::Operational)
        };
        let posts = [
            PostRecord::new("matron", "Matron")
                .linked(WorksWith, "sister")
                .linked(Supports, "nurse"),
            under("sister").linked(WorksWith, "nurse"),
            under("nurse").linked(WorksWith, "matron"),
        ];
        let org = Organisation::from_posts(posts).expect("sound");
        let chart = org.chart().with_links().without_legend();
        let lines = Lines::of(&chart, &chart.scene()).all;
        let beside = lines.iter().filter_map(|&(from, to, sort)| match sort {
            Sort::Tree(_) => None,
            Sort::Beside(stroke) => Some((from, to, stroke)),
        });
        let due = [
            (0, 2, Stroke::Link(Supports)),
            (1, 0, Stroke::Link(WorksWith)),
            (1, 2, Stroke::Link(WorksWith)),
            (2, 0, Stroke::Link(WorksWith)),
        ];
        let mut beside: Vec<_> = beside.collect();
        beside.sort_unstable();
        beside.dedup();
        assert_eq!(beside, due);
    }
}
