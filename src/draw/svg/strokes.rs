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
