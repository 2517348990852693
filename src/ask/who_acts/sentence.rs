//! The answer in one sentence.

use std::fmt;

use crate::model::PostKind;
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
        let (post, trace) = (self.post(), self.trace());
        match self.acting() {
            Acting::Itself if post.kind() == PostKind::Body => {
                write!(f, "{post} decides for itself")?;
            }
            Acting::Itself => write!(f, "{post} acts in person")?,
            Acting::One(acting) => write!(f, "{acting}")?,
            Acting::OneOf(acting) => {
                f.write_str("One of ")?;
                write_titles(acting, f)?;
            }
            Acting::Body(body) => write!(f, "{body} must decide who acts for {post}")?,
            Acting::Nobody(_) => write!(f, "Nobody acts for {post}")?,
        }
        if !self.acting().posts().is_empty() {
            self.write_in_whose_place(&trace, f)?;
        }
        if let Some(matter) = self.matter() {
            write!(f, " on {matter}")?;
        }
        if self.removes() > 1 {
            write!(f, ", at remove {}", self.removes())?;
        }
        write_passed_over(&trace, f)?;
        match self.acting() {
            Acting::Nobody(gap) => write!(f, ": {gap}"),
            _ => Ok(()),
        }
    }
}

impl Cover<'_, '_> {
    fn write_in_whose_place(&self, trace: &Trace<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let post = self.post();
        match (self.how(), self.layers()) {
            (Some(How::Superior), 1) => return write!(f, " acts for {post} as its superior"),
            (Some(How::Superior), layers) => {
                return write!(f, " acts for {post} as the superior {layers} layers up");
            }
            (Some(How::Nominee), _) => f.write_str(" is nominated to act")?,
            _ => f.write_str(" deputises")?,
        }
        match (trace.reverted_to(), self.layers()) {
            (Some(superior), 1) => write!(f, " for {superior}, the superior of {post}"),
            (Some(superior), layers) => {
                write!(
                    f,
                    " for {superior}, the superior {layers} layers above {post}"
                )
            }
            (None, _) => write!(f, " for {post}"),
        }
    }
}

/// "Matron; Ward Sister; or Night Sister": titles have commas of their own.
fn write_titles(posts: &[Post<'_>], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let named = posts.len().min(MOST_NAMED);
    for (at, post) in posts[..named].iter().enumerate() {
        let before = match at {
            0 => "",
            _ if at + 1 == posts.len() => "; or ",
            _ => "; ",
        };
        write!(f, "{before}{post}")?;
    }
    match posts.len() - named {
        0 => Ok(()),
        more => write!(f, "; or {more} more"),
    }
}

/// " (Chief Nurse absent; Matron vacant)".
fn write_passed_over(trace: &Trace<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let unable = || {
        let passed_over = trace.passed_over();
        passed_over.filter(|(_, why)| **why != PassedOver::External)
    };
    let count = unable().count();
    for (at, (post, why)) in unable().take(MOST_PASSED_OVER).enumerate() {
        write!(f, "{}{post} {why}", if at == 0 { " (" } else { "; " })?;
    }
    match count.saturating_sub(MOST_PASSED_OVER) {
        0 if count == 0 => Ok(()),
        0 => f.write_str(")"),
        more => write!(f, "; and {more} more)"),
    }
}
