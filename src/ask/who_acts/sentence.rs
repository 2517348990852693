//! The answer in one sentence.

use std::fmt::{self, Write};

use crate::model::PostKind;
use crate::quoted::OneLine;
use crate::view::Post;

use super::{Acting, Cover, Gap, How, PassedOver, Trace};

/// How many titles a sentence names before it only counts.
const MOST_NAMED: usize = 8;

/// How many posts passed over a sentence names before it only counts.
const MOST_PASSED_OVER: usize = 4;

impl fmt::Display for Gap<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::External(post) => write!(f, "{post} is outside the organisation"),
            Self::NoneAbove { post, kind, why } => {
                let kind = post.organisation().kind_title(*kind);
                write!(f, "{post} has no {kind} superior ({why})")
            }
            Self::Unstated { post, kind, why } => {
                let kind = post.organisation().kind_title(*kind);
                write!(f, "the {kind} superior of {post} is not stated")?;
                why.map_or(Ok(()), |why| write!(f, " ({why})"))
            }
            Self::Personal(matter) => {
                write!(
                    f,
                    "{matter} is personal, and no able deputy is named for it"
                )
            }
            Self::ReversionOff => f.write_str("cover does not revert to the superior here"),
        }
    }
}

impl fmt::Display for Cover<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sentence = String::new();
        write_sentence(self, &mut sentence)?;
        OneLine(&sentence).fmt(f)
    }
}

fn write_sentence(cover: &Cover<'_, '_>, out: &mut String) -> fmt::Result {
    let (post, trace) = (cover.post(), cover.trace());
    match cover.acting() {
        Acting::Itself if post.kind() == PostKind::Body => {
            write!(out, "{post} decides for itself")?;
        }
        Acting::Itself => write!(out, "{post} acts in person")?,
        Acting::One(acting) => write!(out, "{acting}")?,
        Acting::OneOf(acting) => {
            out.push_str("One of ");
            write_titles(acting, out)?;
        }
        Acting::Body(body) => write!(out, "{body} must decide who acts for {post}")?,
        Acting::Nobody(_) => write!(out, "Nobody acts for {post}")?,
    }
    if !cover.acting().posts().is_empty() {
        write_in_whose_place(cover, &trace, out)?;
    }
    if let Some(matter) = cover.matter() {
        write!(out, " on {}", matter.title())?;
    }
    if cover.removes() > 1 {
        write!(out, ", at remove {}", cover.removes())?;
    }
    write_passed_over(&trace, out)?;
    match cover.acting() {
        // The matter was named before.
        Acting::Nobody(Gap::Personal(_)) => {
            out.push_str(": the matter is personal, and no able deputy is named for it");
            Ok(())
        }
        Acting::Nobody(gap) => write!(out, ": {gap}"),
        _ => Ok(()),
    }
}

fn write_in_whose_place(cover: &Cover<'_, '_>, trace: &Trace<'_>, out: &mut String) -> fmt::Result {
    let post = cover.post();
    match (cover.how(), cover.layers()) {
        (Some(How::Superior), 1) => return write!(out, " acts for {post} as its superior"),
        (Some(How::Superior), layers) => {
            return write!(out, " acts for {post} as the superior {layers} layers up");
        }
        (Some(How::Nominee), _) => out.push_str(" is nominated to act"),
        _ => out.push_str(" deputises"),
    }
    match (trace.reverted_to(), cover.layers()) {
        (Some(superior), 1) => write!(out, " for {superior}, the superior of {post}"),
        (Some(superior), layers) => {
            write!(
                out,
                " for {superior}, the superior {layers} layers above {post}"
            )
        }
        (None, _) => write!(out, " for {post}"),
    }
}

/// "Matron, Ward Sister or Night Sister"; where a title has a comma of its own,
/// "Matron; Sister, Day; or Sister, Night".
fn write_titles(posts: &[Post<'_>], out: &mut String) -> fmt::Result {
    let named = posts.len().min(MOST_NAMED);
    let has_comma = posts[..named]
        .iter()
        .any(|post| post.title().contains([',', ';']));
    let (comma, or) = if has_comma {
        ("; ", "; or ")
    } else {
        (", ", " or ")
    };
    for (at, post) in posts[..named].iter().enumerate() {
        let before = match at {
            0 => "",
            _ if at + 1 == posts.len() => or,
            _ => comma,
        };
        write!(out, "{before}{post}")?;
    }
    match posts.len() - named {
        0 => Ok(()),
        more => write!(out, "{or}{more} more"),
    }
}

/// " (Chief Nurse absent; Matron vacant)".
fn write_passed_over(trace: &Trace<'_>, out: &mut String) -> fmt::Result {
    let unable = || {
        let passed_over = trace.passed_over();
        passed_over.filter(|(_, why)| **why != PassedOver::External)
    };
    let count = unable().count();
    for (at, (post, why)) in unable().take(MOST_PASSED_OVER).enumerate() {
        write!(out, "{}{post} {why}", if at == 0 { " (" } else { "; " })?;
    }
    match count.saturating_sub(MOST_PASSED_OVER) {
        0 if count == 0 => Ok(()),
        0 => {
            out.push(')');
            Ok(())
        }
        more => write!(out, "; and {more} more)"),
    }
}
