//! Posts by their ids.

use std::io::{self, Write};

use answerable::{Accountability, Organisation, Post};

use super::one_line::one_line;

/// The widest id that widens the column.
const WIDEST: usize = 40;

/// "chief-nurse  Chief Nurse", post by post in document order; or a post and those
/// below it; so many layers deep.
pub(crate) fn write_ids(
    out: &mut impl Write,
    org: &Organisation,
    kind: Accountability,
    from: Option<Post<'_>>,
    depth: Option<usize>,
) -> io::Result<()> {
    let posts: Vec<Post<'_>> = match from {
        Some(post) => [post].into_iter().chain(post.below(kind)).collect(),
        None => org.posts().collect(),
    };
    let top = from.map_or(0, |post| post.depth(kind));
    let is_shown = |post: &&Post<'_>| depth.is_none_or(|depth| post.depth(kind) - top <= depth);
    let rows = posts.iter().filter(is_shown);
    let rows: Vec<_> = rows
        .map(|post| [post.id(), post.title()].map(one_line))
        .collect();
    let widths = rows.iter().map(|[id, _]| id.chars().count());
    let width = widths.filter(|&width| width <= WIDEST).max().unwrap_or(0);
    let mut rows = rows.iter();
    rows.try_for_each(|[id, title]| writeln!(out, "{id:width$}  {title}"))
}
