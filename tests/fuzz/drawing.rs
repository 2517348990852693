//! A target for each picture.

use std::fmt::Display;

use answerable::{Accountability, Chart, Colouring, Direction, Disclosure, Organisation};

use crate::bytes::Bytes;
use crate::harness::Target;
use crate::{input, promises};

const CORPUS: &[&[u8]] = super::questions::TARGET.corpus;

pub(super) const DOT: Target = target("dot", |input| with_chart(input, dot));
pub(super) const SVG: Target = target("svg", |input| with_chart(input, svg));
pub(super) const MERMAID: Target = target("mermaid", |input| with_chart(input, mermaid));
pub(super) const OUTLINE: Target = target("outline", |input| with_chart(input, outline));

const fn target(name: &'static str, check: fn(&[u8])) -> Target {
    Target {
        name,
        corpus: CORPUS,
        grow: input::grown,
        check,
    }
}

fn with_chart(input: &[u8], check: fn(&Chart<'_>)) {
    let (text, mut choices) = input::split(input);
    if let Some(org) = input::organisation(text) {
        check(&chart(&org, &mut choices));
    }
}

fn chart<'o>(org: &'o Organisation, choices: &mut Bytes<'_>) -> Chart<'o> {
    let mut chart = org.chart();
    let posts: Vec<_> = org.posts().collect();
    let units: Vec<_> = org.units().collect();
    if !choices.is_one_in(2) {
        chart = chart.with_deputies().with_links();
    }
    if choices.is_one_in(3) {
        let kinds = Accountability::ALL.into_iter();
        chart = chart.kinds(kinds.take(choices.below(4)));
    }
    if choices.is_one_in(4) && !posts.is_empty() {
        chart = chart.below(posts[choices.below(posts.len())]);
    }
    if choices.is_one_in(4) && !units.is_empty() {
        chart = chart.of_unit(units[choices.below(units.len())]);
    }
    if choices.is_one_in(4) {
        chart = chart.to_depth(choices.below(4));
    }
    if choices.is_one_in(4) {
        chart = chart.at_most(choices.below(12));
    }
    if choices.is_one_in(2) {
        let ways = [Direction::Right, Direction::Down];
        chart = chart.growing(choices.pick(&ways));
    }
    if choices.is_one_in(4) {
        let words = ["", "<&>\"]]>", "a\nb", "\u{202E}", "\0", "x --> y"];
        chart = chart.titled(choices.pick(&words));
        chart = chart.noting(choices.pick(&words));
    }
    if choices.is_one_in(4) {
        chart = chart.without_legend();
    }
    let disclosures = [
        Disclosure::HoldersAndGrades,
        Disclosure::Posts,
        Disclosure::Grades,
        Disclosure::Holders,
    ];
    let colourings = [Colouring::Unit, Colouring::Profession, Colouring::Plain];
    chart
        .disclosing(choices.pick(&disclosures))
        .coloured_by(choices.pick(&colourings))
}

/// The picture, the same each time, without a control character but line feeds.
fn drawn(picture: &impl Display, written: &[u8]) -> String {
    let text = picture.to_string();
    assert!(text.as_bytes() == written, "written otherwise than shown");
    let control = |of: char| of.is_control() && of != '\n' && of != '\t';
    assert!(!text.contains(control), "{text:?}");
    text
}

/// No character that XML cannot hold.
fn whole(text: &str) {
    assert!(!text.contains(['\u{FFFE}', '\u{FFFF}']), "{text:?}");
}

macro_rules! picture {
    ($picture:expr) => {{
        let picture = $picture;
        let mut written = Vec::new();
        picture.write_to(&mut written).expect("a vector takes all");
        drawn(&picture, &written)
    }};
}

/// Quotes are closed, and braces and labels outside them.
fn dot(chart: &Chart<'_>) {
    let text = picture!(chart.dot());
    whole(&text);
    let mut characters = text.chars();
    let (mut braces, mut labels) = (0, 0);
    while let Some(character) = characters.next() {
        match character {
            '"' if labels == 0 => loop {
                match characters.next().expect("a quote is closed") {
                    '\\' => _ = characters.next(),
                    '"' => break,
                    _ => {}
                }
            },
            '-' if labels == 0 => _ = characters.next(),
            '<' => labels += 1,
            '>' => labels -= 1,
            '{' if labels == 0 => braces += 1,
            '}' if labels == 0 => braces -= 1,
            _ => {}
        }
        assert!(braces >= 0 && labels >= 0, "{text}");
    }
    assert_eq!((braces, labels), (0, 0), "{text}");
}

/// Well-formed XML, of the size that is told, with nothing that acts.
fn svg(chart: &Chart<'_>) {
    let text = picture!(chart.svg());
    whole(&text);
    let document = roxmltree::Document::parse(&text).expect("well-formed XML");
    let root = document.root_element();
    let (width, height) = chart.svg().size();
    assert_eq!(root.attribute("width"), Some(&*width.to_string()));
    assert_eq!(root.attribute("height"), Some(&*height.to_string()));
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(!["script", "a", "foreignObject", "image"].contains(&name));
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{name}");
            assert!(!attribute.value().contains("NaN"), "{name}");
        }
    }
}

/// Within what Mermaid takes, or refused in one line.
fn mermaid(chart: &Chart<'_>) {
    match chart.mermaid() {
        Ok(mermaid) => {
            let text = picture!(mermaid);
            whole(&text);
            assert!(text.encode_utf16().count() <= 50_000);
            assert!(!text.contains("%%{"), "{text}");
        }
        Err(error) => promises::one_line(&error.to_string()),
    }
}

/// Nothing for nobody, whole lines otherwise.
fn outline(chart: &Chart<'_>) {
    let text = picture!(chart.outline());
    assert!(text.is_empty() || text.ends_with('\n'), "{text:?}");
}
