//! Records of allowances.

use crate::model::FindingCode;

/// Findings that are known and left as they are, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AllowanceRecord {
    /// What the findings are about.
    pub code: FindingCode,
    /// Why they are left as they are.
    pub why: String,
    /// The ids of the posts whose findings are allowed; every finding of the code,
    /// if there are none.
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
