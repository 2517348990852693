//! Pictures at their edges: cut at the top, of a script of its own, and larger
//! than a writer takes.

use std::io::{self, ErrorKind};

use answerable::Accountability::{Operational, Professional};
use answerable::{Colouring, Document, Organisation, PostRecord, UnitRecord};

/// A superior, and one who answers to it in two kinds.
fn two(title: &str) -> Organisation {
    let posts = [
        PostRecord::new("matron", title).none_above("head of the ward block"),
        PostRecord::new("sister", "Sister")
            .accountable_to("matron", Operational)
            .accountable_to("matron", Professional),
    ];
    Organisation::from_posts(posts).expect("sound")
}

#[test]
fn a_tree_cut_at_its_top_is_the_top_and_a_count() {
    let org = two("Matron");
    let tree = org.tree(Operational).to_depth(0).to_string();
    insta::assert_snapshot!(tree, @"Matron [+1 below]");
}

#[test]
fn titles_of_newer_scripts_run_from_right_to_left() {
    let is_leftwards = |title: &str| {
        let svg = two(title).chart().without_legend().svg().to_string();
        svg.contains("direction=\"rtl\"")
    };
    assert!(is_leftwards("\u{1e901}\u{1e927}"));
    assert!(is_leftwards("مدير"));
    assert!(!is_leftwards("Matron") && !is_leftwards("病棟"));
}

/// What runs from right to left begins inside the right edge of its card, as far
/// from it as other text from the left edge.
#[test]
fn titles_from_right_to_left_begin_inside_the_right_edge() {
    let margin = |title: &str, is_leftwards: bool| {
        let svg = two(title)
            .chart()
            .coloured_by(Colouring::Plain)
            .svg()
            .to_string();
        let page = roxmltree::Document::parse(&svg).expect("XML");
        let card = page
            .descendants()
            .find(|node| node.attribute("id") == Some("post-1"));
        let card = card.expect("the first card");
        let number = |tag: &str, name: &str| {
            let node = card
                .children()
                .find(|node| node.has_tag_name(tag))
                .expect("it has one");
            node.attribute(name)
                .expect("it says so")
                .parse::<i32>()
                .expect("a number")
        };
        let (left, text) = (number("rect", "x"), number("text", "x"));
        if is_leftwards {
            left + number("rect", "width") - text
        } else {
            text - left
        }
    };
    let (left, right) = (margin("Matron", false), margin("مدير", true));
    assert!(
        (1..20).contains(&left) && (1..20).contains(&right),
        "{left} {right}"
    );
}

#[test]
fn a_mark_of_formulas_in_a_title_is_parted_for_mermaid() {
    let org = two("Matron");
    let chart = org.chart().titled("Cost $$ centre");
    let mermaid = chart.mermaid().expect("a small chart").to_string();
    let head = mermaid.lines().nth(1);
    assert_eq!(head, Some("title: \"Cost \\u0024\u{2060}\\u0024 centre\""));
}

/// The colour of a unit runs along the edge of a card, as far as that is straight.
#[test]
fn the_colour_of_a_unit_is_as_tall_as_the_straight_of_its_edge() {
    let mut document = Document::default();
    document.push_unit(UnitRecord::new("ward", "Ward"));
    document.push_post(PostRecord::new("sister", "Sister").in_unit("ward"));
    document.push_post(PostRecord::new("board", "Board").body().in_unit("ward"));
    let org = Organisation::try_from(document).expect("sound");
    let svg = org.chart().svg().to_string();
    let page = roxmltree::Document::parse(&svg).expect("XML");
    let cards = page
        .descendants()
        .filter(|node| node.attribute("class") == Some("card"));
    let told = cards.map(|card| {
        let rects = card.children().filter(|node| node.has_tag_name("rect"));
        let of =
            |name| move |rect: roxmltree::Node<'_, '_>| rect.attribute(name)?.parse::<i32>().ok();
        let (tops, heights): (Vec<_>, Vec<_>) = rects
            .map(|rect| (of("y")(rect), of("height")(rect)))
            .unzip();
        let [Some(top), Some(colour_top)] = tops[..] else {
            unreachable!("two of them")
        };
        let [Some(height), Some(colour_height)] = heights[..] else {
            unreachable!("two of them")
        };
        (colour_top - top, height - colour_height)
    });
    assert_eq!(told.collect::<Vec<_>>(), [(0, 0), (12, 24)]);
}

/// Takes what comes at once, and then nothing.
struct Once(usize);

impl io::Write for Once {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += 1;
        match self.0 {
            1 => Ok(bytes.len()),
            _ => Err(ErrorKind::StorageFull.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_outline_too_large_for_its_writer_ends_with_the_error() {
    let posts = (0..20_000).map(|at| PostRecord::new(format!("p{at}"), "Ward Sister"));
    let org = Organisation::from_posts(posts).expect("sound");
    let mut writer = Once(0);
    let error = org.chart().outline().write_to(&mut writer);
    assert_eq!(error.expect_err("no room").kind(), ErrorKind::StorageFull);
    assert_eq!(writer.0, 2);
}
