//! Rows that are no posts of the organisation.

use std::fmt;

use crate::quoted::Quoted;

/// Why a row is left out.
///
/// ```
/// use answerable::WhyRowLeftOut;
///
/// assert_eq!(WhyRowLeftOut::Abolished.to_string(), "the post is marked as abolished");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WhyRowLeftOut {
    /// The post is marked as abolished.
    Abolished,
    /// The reference is `0`: somebody is paid, but not in post.
    NotInPost,
}

impl fmt::Display for WhyRowLeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Abolished => "the post is marked as abolished",
            Self::NotInPost => "the reference `0` means paid, but not in post",
        })
    }
}

/// A row of the return of senior posts that is no post of the organisation.
///
/// ```
/// use answerable::{Organogram, WhyRowLeftOut};
///
/// let return_of_posts = "\
/// Post Unique Reference,Name,Job Title,Reports to Senior Post
/// CE,R. Okafor,Chief Executive,XX
/// N7,Eliminated,Director of Estates,CE
/// ";
/// let organogram = Organogram::read(return_of_posts.as_bytes())?;
/// let row = &organogram.left_out()[0];
/// assert_eq!((row.row, row.why), (3, WhyRowLeftOut::Abolished));
/// assert_eq!(
///     row.to_string(),
///     "row 3, `N7` (`Director of Estates`): the post is marked as abolished",
/// );
/// # Ok::<(), answerable::UnreadableOrganogram>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftOutRow {
    /// The row, as a spreadsheet numbers it.
    pub row: usize,
    /// The reference of the post.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Why it is left out.
    pub why: WhyRowLeftOut,
}

impl LeftOutRow {
    pub(super) fn new(row: usize, reference: &str, title: &str, why: WhyRowLeftOut) -> Self {
        Self {
            row,
            reference: reference.to_owned(),
            title: title.to_owned(),
            why,
        }
    }
}

impl fmt::Display for LeftOutRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            row,
            reference,
            title,
            why,
        } = self;
        write!(
            f,
            "row {row}, {} ({}): {why}",
            Quoted(reference),
            Quoted(title)
        )
    }
}
