//! A stroke of a line, and the head at its end: in the chart and in the legend.

use crate::draw::out::Out;
use crate::draw::style::{Dash, Head, Look};

/// A place on the page.
pub(super) type Xy = (i32, i32);

/// How far the head of a line reaches.
pub(super) fn reach(head: Head) -> i32 {
    match head {
        Head::Plain => 0,
        _ => 8,
    }
}

/// Begins a path; what it runs along is still to come, and its end.
pub(super) fn begin(look: Look, class: &str, out: &mut Out<'_>) {
    out.put(format_args!(
        "<path class=\"{class}\" stroke=\"{}\" stroke-width=\"{}.{}\"{} d=\"",
        look.colour,
        look.width / 10,
        look.width % 10,
        dashes(look.dash)
    ));
}

/// A stretch of a path.
pub(super) fn stretch(from: Xy, to: Xy, out: &mut Out<'_>) {
    out.put(format_args!("M{} {}L{} {}", from.0, from.1, to.0, to.1));
}

/// Ends a path.
pub(super) fn end(out: &mut Out<'_>) {
    out.text("\"/>\n");
}

/// The head of a line, from its back to its tip.
pub(super) fn head(look: Look, class: Option<&str>, tip: Xy, back: Xy, out: &mut Out<'_>) {
    let aside = |of: Xy, by: i32| {
        let (x, y) = if tip.0 == back.0 {
            (of.0 + by, of.1)
        } else {
            (of.0, of.1 + by)
        };
        format!("{x} {y}")
    };
    let middle = (i32::midpoint(tip.0, back.0), i32::midpoint(tip.1, back.1));
    let colour = look.colour;
    let fill = match look.head {
        Head::Arrow | Head::FullDiamond => colour,
        _ => "#FFFFFF",
    };
    let class = class.map_or_else(String::new, |class| format!("class=\"{class}\" "));
    let drawn = format!("{class}fill=\"{fill}\" stroke=\"{colour}\"");
    let tip_at = tip;
    let (tip, at_back) = (aside(tip, 0), aside(back, 0));
    match look.head {
        Head::Plain => {}
        Head::Arrow | Head::HollowArrow => {
            let (one, other) = (aside(back, -4), aside(back, 4));
            out.put(format_args!(
                "<path {drawn} d=\"M{tip}L{one}L{other}Z\"/>\n"
            ));
        }
        Head::Diamond | Head::FullDiamond => {
            let (one, other) = (aside(middle, -3), aside(middle, 3));
            out.put(format_args!(
                "<path {drawn} d=\"M{tip}L{one}L{at_back}L{other}Z\"/>\n"
            ));
        }
        Head::Bar => {
            let (one, other) = (aside(middle, -4), aside(middle, 4));
            out.put(format_args!(
                "<path {drawn} d=\"M{tip}L{at_back}M{one}L{other}\"/>\n"
            ));
        }
        Head::Box => {
            let corners = [(tip_at, -3), (tip_at, 3), (back, 3), (back, -3)];
            let [a, b, c, d] = corners.map(|(of, by)| aside(of, by));
            out.put(format_args!("<path {drawn} d=\"M{a}L{b}L{c}L{d}Z\"/>\n"));
        }
        Head::Circle => {
            let (x, y) = middle;
            out.put(format_args!(
                "<circle {drawn} cx=\"{x}\" cy=\"{y}\" r=\"4\"/>\n"
            ));
        }
    }
}

fn dashes(dash: Dash) -> &'static str {
    match dash {
        Dash::Solid => "",
        Dash::Long => " stroke-dasharray=\"12 4\"",
        Dash::Dashed => " stroke-dasharray=\"6 4\"",
        Dash::Dotted => " stroke-dasharray=\"1.8 3\"",
        Dash::Broken => " stroke-dasharray=\"8 3 1.5 3\"",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(head: Head, tip: Xy, back: Xy) -> String {
        let look = Look {
            colour: "#123456",
            width: 8,
            dash: Dash::Solid,
            head,
            class: "link",
        };
        let mut text = String::new();
        let drawn = Out::fmt(&mut text, |out| super::head(look, None, tip, back, out));
        drawn.expect("memory takes it");
        text
    }

    #[test]
    fn heads_reach_as_far_to_either_side_of_their_line() {
        for (head, fill, due) in [
            (Head::Arrow, "#123456", "M18 40L10 36L10 44Z"),
            (Head::HollowArrow, "#FFFFFF", "M18 40L10 36L10 44Z"),
            (Head::Diamond, "#FFFFFF", "M18 40L14 37L10 40L14 43Z"),
            (Head::FullDiamond, "#123456", "M18 40L14 37L10 40L14 43Z"),
            (Head::Bar, "#FFFFFF", "M18 40L10 40M14 36L14 44"),
            (Head::Box, "#FFFFFF", "M18 37L18 43L10 43L10 37Z"),
        ] {
            let due = format!("<path fill=\"{fill}\" stroke=\"#123456\" d=\"{due}\"/>\n");
            assert_eq!(drawn(head, (18, 40), (10, 40)), due);
        }
        assert_eq!(drawn(Head::Plain, (18, 40), (10, 40)), "");
    }

    #[test]
    fn a_head_turns_with_its_line() {
        let down = drawn(Head::Arrow, (10, 48), (10, 40));
        assert!(down.contains("M10 48L6 40L14 40Z"));
        let up = drawn(Head::Box, (10, 40), (10, 48));
        assert!(up.contains("M7 40L13 40L13 48L7 48Z"));
    }
}
