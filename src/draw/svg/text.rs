//! Text on the page.

use crate::draw::escape::Xml;
use crate::draw::out::Out;

/// A line of text between two ends: from the right one, if it runs leftwards.
pub(super) fn text(
    out: &mut Out<'_>,
    class: &str,
    (left, right): (i32, i32),
    y: i32,
    text: &str,
    is_leftwards: bool,
) {
    let (x, direction) = if is_leftwards {
        (right, " direction=\"rtl\"")
    } else {
        (left, "")
    };
    out.put(format_args!(
        "<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{direction}>{}</text>\n",
        Xml(text)
    ));
}
