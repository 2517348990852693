//! Law 28 in SVG, and law 33 with it: every picture is well formed, holds what the
//! chart must show in words and lines, and nothing that data could bring in.

use proptest::prelude::*;
use roxmltree::{Document, Node};

use super::super::cases;
use super::cases::{Case, WORKS_WITH, charted};
use super::geometry::Picture;
use super::in_dot::{bare, shown};
use super::plan::{Line, Plan};
use super::words::At;

/// The elements that a picture may have, each with its attributes.
const ELEMENTS: [(&str, &[&str]); 9] = [
    (
        "svg",
        &[
            "class",
            "xml:space",
            "role",
            "aria-labelledby",
            "width",
            "height",
            "viewBox",
        ],
    ),
    ("title", &["id"]),
    ("desc", &["id"]),
    ("style", &[]),
    ("g", &["id", "class", "transform"]),
    (
        "rect",
        &[
            "x",
            "y",
            "width",
            "height",
            "rx",
            "fill",
            "stroke",
            "stroke-dasharray",
        ],
    ),
    (
        "path",
        &[
            "class",
            "d",
            "fill",
            "stroke",
            "stroke-width",
            "stroke-dasharray",
        ],
    ),
    ("circle", &["class", "cx", "cy", "r", "fill", "stroke"]),
    ("text", &["class", "x", "y", "direction"]),
];

/// What the words of attributes may be of; all others are made of numbers.
const VALUES: [&str; 16] = [
    "org-chart",
    "rtl",
    "img",
    "preserve",
    "chart-title chart-desc",
    "chart-title",
    "chart-desc",
    "card",
    "h",
    "t",
    "a",
    "m",
    "v",
    "k",
    "line",
    "none",
];
const CLASSES: [&str; 5] = [
    "operational",
    "professional",
    "clinical",
    "deputises",
    "link",
];

pub(super) fn name_of<'a>(node: Node<'a, '_>, attribute: &roxmltree::Attribute<'a, '_>) -> String {
    assert!(node.tag_name().namespace() == Some("http://www.w3.org/2000/svg"));
    match attribute.namespace() {
        None => attribute.name().to_owned(),
        Some(_) => format!("xml:{}", attribute.name()),
    }
}

/// Nothing but what is on the lists.
fn assert_tame(svg: &str) {
    let document = Document::parse(svg).expect("well formed");
    for node in document.descendants() {
        assert!(!node.is_comment() && !node.is_pi(), "{node:?}");
        if !node.is_element() {
            continue;
        }
        let name = node.tag_name().name();
        let allowed = ELEMENTS.iter().find(|(of, _)| *of == name);
        let allowed = allowed.unwrap_or_else(|| unreachable!("<{name}>")).1;
        for attribute in node.attributes() {
            let key = name_of(node, &attribute);
            assert!(allowed.contains(&key.as_str()), "{name} {key}");
            let value = attribute.value();
            let is_number = |c: char| c.is_ascii_digit() || " .-MLHVZ".contains(c);
            let is_colour = |text: &str| {
                let digits = text.strip_prefix('#').unwrap_or("");
                digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit())
            };
            let class = value.strip_prefix("line ").unwrap_or(value);
            let is_tame = VALUES.contains(&value)
                || CLASSES.contains(&class)
                || value.chars().all(is_number)
                || is_colour(value)
                || moves(value)
                || value
                    .strip_prefix("post-")
                    .is_some_and(|of| of.parse::<usize>().is_ok());
            assert!(is_tame, "{name} {key}={value}");
        }
    }
    // Its style is one and the same.
    let style = |svg: &str| {
        let start = svg.find("<style>").expect("a style");
        let end = svg.find("</style>").expect("a style");
        svg[start..end].to_owned()
    };
    let empty = answerable::Organisation::from_posts([]).expect("sound");
    assert_eq!(style(svg), style(&empty.chart().svg().to_string()));
    assert!(!style(svg).contains("url") && !style(svg).contains('@'));
}

fn moves(value: &str) -> bool {
    let inner = value.strip_prefix("translate(");
    inner
        .and_then(|inner| inner.strip_suffix(')'))
        .is_some_and(|inner| inner.chars().all(|c| c.is_ascii_digit() || c == ' '))
}

/// Whether lines are a text, broken: at blanks, or in words that are too long.
/// Whatever is not shown at the break is a blank.
pub(super) fn is_broken(lines: &[&str], text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    let mut rest = text.as_str();
    for line in lines {
        let Some(after) = rest.strip_prefix(line) else {
            return false;
        };
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    rest.is_empty()
}

/// Whether lines are one text after another, each on lines of its own.
fn are_broken(lines: &[&str], texts: &[String]) -> bool {
    let Some((first, others)) = texts.split_first() else {
        return lines.is_empty();
    };
    (1..=lines.len())
        .any(|count| is_broken(&lines[..count], first) && are_broken(&lines[count..], others))
}

/// Text before it is cut into words and shown.
fn words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    shown(&words.join(" "))
}

fn judge_words(case: &Case, svg: &str) {
    let plan = Plan::of(case);
    let picture = Picture::read(svg);
    let document = Document::parse(svg).expect("well formed");
    let text_of = |id: &str| {
        let node = document
            .descendants()
            .find(|node| node.attribute("id") == Some(id));
        node.and_then(|node| node.text()).unwrap_or("").to_owned()
    };
    assert_eq!(text_of("chart-title"), shown(&case.title()));
    let numbers: Vec<usize> = picture.cards.iter().map(|card| card.number).collect();
    assert_eq!(numbers, (1..=plan.cards.len()).collect::<Vec<_>>());
    for (card, &post) in picture.cards.iter().zip(&plan.cards) {
        let mut says = vec![case.words.of(At::Post(post))];
        says.extend(case.says(&plan, post));
        let mut named = says.clone();
        named.extend(case.area(post));
        assert_eq!(card.name, shown(&named.join("; ")));
        let lines: Vec<&str> = card.text.iter().map(|(.., text)| text.as_str()).collect();
        // Holders and grade may be apart.
        let apart = match case.about(post) {
            (holders, Some(grade)) if !holders.is_empty() => vec![holders, grade],
            _ => Vec::new(),
        };
        let spelt = |says: &[String]| says.iter().map(|says| words(says)).collect::<Vec<_>>();
        let says = spelt(&says);
        let mut parted = says.clone();
        if !apart.is_empty() {
            parted.splice(1..2, spelt(&apart));
        }
        assert!(
            are_broken(&lines, &says) || are_broken(&lines, &parted),
            "{lines:?} {says:?}"
        );
        let titled = card.text.iter().filter(|(class, ..)| class == "t");
        let titled: Vec<&str> = titled.map(|(.., text)| text.as_str()).collect();
        assert!(is_broken(&titled, &says[0]), "{titled:?}");
    }
    let texts = document
        .descendants()
        .filter(|node| node.attribute("class") == Some("k"));
    let texts: String = texts.filter_map(|node| node.text()).collect();
    for note in case.notes(&plan) {
        assert!(
            !case.options.legend || bare(&texts).contains(&bare(&words(&note))),
            "{note}: {texts}"
        );
    }
}

/// Every line leads from its cards to its card, where its head is if it has one,
/// and meets no other.
fn judge_lines(case: &Case, svg: &str) {
    let plan = Plan::of(case);
    let number = |post: usize| {
        plan.cards
            .iter()
            .position(|&of| of == post)
            .map(|at| at + 1)
    };
    let number = |post: usize| number(post).expect("a card");
    // By whether they have a head, and class.
    let mut due: Vec<((bool, &str), usize, usize)> = plan
        .lines
        .iter()
        .map(|&(from, to, line)| {
            let is_plain = matches!(line, Line::Tree(_) | Line::Link(WORKS_WITH));
            ((!is_plain, line.class()), number(from), number(to))
        })
        .collect();
    for (class, met, by_head) in Picture::read(svg).judged().1 {
        let candidates = if by_head.is_empty() { &met } else { &by_head };
        let left = candidates.iter().find_map(|&to| {
            let mut left = due.clone();
            for &from in met.iter().filter(|&&from| from != to) {
                let line = ((!by_head.is_empty(), class.as_str()), from, to);
                left.swap_remove(left.iter().position(|&other| other == line)?);
            }
            Some(left)
        });
        let left = left.filter(|_| met.len() > 1);
        assert!(
            left.is_some(),
            "{class} {met:?} {by_head:?} of {due:?}: {case:?}"
        );
        due = left.unwrap_or_default();
    }
    assert_eq!(due, Vec::new(), "{case:?}");
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn law_28_every_picture_is_well_formed_and_tame(case in charted(0..26)) {
        assert_tame(&case.chart(&case.organisation()).svg().to_string());
    }

    #[test]
    fn law_28_every_picture_says_what_the_chart_does(case in charted(0..26)) {
        judge_words(&case, &case.chart(&case.organisation()).svg().to_string());
    }

    #[test]
    fn law_28_every_picture_draws_the_lines_of_the_chart(case in charted(0..26)) {
        judge_lines(&case, &case.chart(&case.organisation()).svg().to_string());
    }
}
