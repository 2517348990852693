//! Records of deputies, and of the members of a body.

use crate::model::Authority;

use super::BasisRecord;

/// The terms on which one post deputises for another.
///
/// ```
/// use answerable::{Authority, BasisRecord, DeputyRecord, Organisation, PostRecord, Standing::Assumed};
///
/// let org = Organisation::from_posts([
///     PostRecord::new("chief-nurse", "Chief Nurse").deputised_by([
///         DeputyRecord::new("matron").on_matters(["corporate-assurance"]).to_attend(),
///         DeputyRecord::new("head-of-nursing").onward().on(BasisRecord::standing(Assumed)),
///     ]),
///     PostRecord::new("matron", "Matron"),
///     PostRecord::new("head-of-nursing", "Head of Nursing"),
/// ])?;
/// let deputies: Vec<_> = org.post("chief-nurse")?.deputies().collect();
/// assert_eq!(deputies[0].authority(), Authority::Attend);
/// assert_eq!(
///     deputies[0].to_string(),
///     "Matron deputises for Chief Nurse (rank 1; to attend; for corporate-assurance)",
/// );
/// assert!(deputies[1].is_onward() && !deputies[1].is_limited());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeputyRecord {
    /// The id of the deputy.
    pub post: String,
    /// The ids of the matters it is limited to; unlimited if `None`. An empty list,
    /// limited to no matter at all, is a problem.
    pub matters: Option<Vec<String>>,
    /// Whether it acts, or attends only.
    pub authority: Authority,
    /// Whether the deputy's own deputies may step in.
    pub onward: bool,
    /// Where the fact comes from.
    pub basis: BasisRecord,
}

impl DeputyRecord {
    /// This post, acting, on every matter, not onward.
    #[must_use]
    pub fn new(post: impl Into<String>) -> Self {
        Self {
            post: post.into(),
            matters: None,
            authority: Authority::Act,
            onward: false,
            basis: BasisRecord::default(),
        }
    }

    /// Limited to these matters, of which there must be one at least.
    #[must_use]
    pub fn on_matters<T: Into<String>>(mut self, matters: impl IntoIterator<Item = T>) -> Self {
        self.matters = Some(matters.into_iter().map(Into::into).collect());
        self
    }

    /// To attend only.
    #[must_use]
    pub fn to_attend(mut self) -> Self {
        self.authority = Authority::Attend;
        self
    }

    /// Its own deputies may step in.
    #[must_use]
    pub fn onward(mut self) -> Self {
        self.onward = true;
        self
    }

    /// On this basis.
    #[must_use]
    pub fn on(mut self, basis: BasisRecord) -> Self {
        self.basis = basis;
        self
    }
}

impl<T: Into<String>> From<T> for DeputyRecord {
    fn from(post: T) -> Self {
        Self::new(post)
    }
}

/// A rank of deputies.
///
/// ```
/// use answerable::{DeputyRecord, PostRecord, RankRecord};
///
/// let director = PostRecord::new("medical-director", "Medical Director")
///     .deputised_by(["associate"])
///     .deputised_by_one_of(["children", "adults"]);
/// assert_eq!(director.deputies, [
///     RankRecord::One(DeputyRecord::new("associate")),
///     RankRecord::OneOf(vec![DeputyRecord::new("children"), DeputyRecord::new("adults")]),
/// ]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RankRecord {
    /// One post.
    One(DeputyRecord),
    /// One of these, nobody having said which.
    OneOf(Vec<DeputyRecord>),
}

/// A member of a body.
///
/// ```
/// use answerable::{BasisRecord, MemberRecord, Organisation, PostRecord, Standing};
///
/// let org = Organisation::from_posts([
///     PostRecord::new("chief-nurse", "Chief Nurse"),
///     PostRecord::new("trust-board", "Trust Board").body().with_members([
///         MemberRecord::new("chief-nurse").in_role("executive director")
///             .on(BasisRecord::standing(Standing::Inferred)),
///     ]),
/// ])?;
/// let member = org.post("trust-board")?.members().next().expect("a member");
/// assert_eq!(member.to_string(), "Chief Nurse is a member of Trust Board (executive director)");
/// assert_eq!(member.standing(), Standing::Inferred);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MemberRecord {
    /// The id of the member.
    pub post: String,
    /// Its part in the body.
    pub role: Option<String>,
    /// Where the fact comes from.
    pub basis: BasisRecord,
}

impl MemberRecord {
    /// This post.
    #[must_use]
    pub fn new(post: impl Into<String>) -> Self {
        Self {
            post: post.into(),
            role: None,
            basis: BasisRecord::default(),
        }
    }

    /// In this role.
    #[must_use]
    pub fn in_role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// On this basis.
    #[must_use]
    pub fn on(mut self, basis: BasisRecord) -> Self {
        self.basis = basis;
        self
    }
}

impl<T: Into<String>> From<T> for MemberRecord {
    fn from(post: T) -> Self {
        Self::new(post)
    }
}
