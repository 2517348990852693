//! Records of allowances.

use crate::model::FindingCode;

/// Findings that are known and left as they are, and why.
///
/// ```
/// use answerable::{AllowanceRecord, Document, FindingCode::SuperiorNotStated, Organisation, PostRecord};
///
/// let mut document: Document = [PostRecord::new("chair", "Chair"), PostRecord::new("matron", "Matron")]
///     .into_iter().collect();
/// document.push_allowance(
///     AllowanceRecord::new(SuperiorNotStated, "the governors appoint").for_posts(["chair"]),
/// );
/// let org = Organisation::try_from(document)?;
/// let findings = org.findings();
/// let (allowed, why) = findings.allowed().next().expect("an allowed finding");
/// assert_eq!((allowed.posts(), why), (&[org.post("chair")?][..], "the governors appoint"));
/// let left = findings.of(SuperiorNotStated).next().expect("a finding");
/// assert_eq!(left.posts(), [org.post("matron")?]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AllowanceRecord {
    /// What the findings are about.
    pub code: FindingCode,
    /// Why they are left as they are.
    pub why: String,
    /// The ids of the posts whose findings are allowed; if there are none, every
    /// finding of the code is.
    pub posts: Vec<String>,
}

impl AllowanceRecord {
    /// Allows every finding of this code, for this reason.
    #[must_use]
    pub fn new(code: FindingCode, why: impl Into<String>) -> Self {
        Self {
            code,
            why: why.into(),
            posts: Vec::new(),
        }
    }

    /// Only findings about these posts.
    #[must_use]
    pub fn for_posts(mut self, posts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.posts = posts.into_iter().map(Into::into).collect();
        self
    }
}
