//! One page about a post.

mod bodies;
mod cover;
mod lines;
mod not_stated;
mod said;
mod seat;

use std::error::Error;
use std::io::Write;

use answerable::{Post, PostKind};

use super::one_line::one_line;

/// Its title and id, then each section of which there is something to say.
pub(crate) fn write(out: &mut impl Write, post: Post<'_>) -> Result<(), Box<dyn Error>> {
    let (title, id) = (one_line(&post), one_line(post.id()));
    writeln!(out, "{title} ({id})")?;
    let accountable = match post.kind() {
        PostKind::Body => "Accountable as one body",
        _ => "Accountable to",
    };
    let sections = [
        ("", seat::facts(post)),
        (accountable, lines::upwards(post)),
        ("Reports", lines::reports(post)),
        ("Head by rule", lines::headships(post)),
        ("Members", bodies::members(post)),
        ("Bodies", bodies::memberships(post)),
        ("Who stands in", cover::deputies(post)),
        ("Stands in for", cover::principals(post)),
        ("Links", lines::links(post)),
        ("Not stated", not_stated::not_stated(post)),
    ];
    for (heading, lines) in sections {
        if lines.is_empty() {
            continue;
        }
        writeln!(out)?;
        if !heading.is_empty() {
            writeln!(out, "{heading}")?;
        }
        for line in lines {
            writeln!(out, "  {}", one_line(&line))?;
        }
    }
    Ok(())
}
