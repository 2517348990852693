//! What a finding may be about, and how much is too much.

use std::fmt;

/// What a finding is about: the stable code of the rule that found it.
///
/// New rules come with later versions. The order is the one in which findings
/// are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FindingCode {
    /// It is not stated to whom an individual post answers operationally.
    SuperiorNotStated,
    /// Several posts answer to nobody operationally.
    SeveralTops,
    /// A vacant post has direct reports.
    VacantWithReports,
    /// A post on which others depend has nobody to deputise for it.
    NoDeputy,
    /// A post's own absence alone leaves nobody to act for it.
    NobodyIfAbsent,
    /// Every deputy of a post is vacant.
    HollowCover,
    /// Two posts have only each other as deputies.
    MutualOnly,
    /// The cover of more posts than the threshold rests on one.
    SoleCover,
    /// One post is called first for two that are in one chain or share a superior.
    FirstCallTwice,
    /// A deputy is two or more layers below the post it deputises for.
    DeputyBelowTwo,
    /// An arrangement for a matter stands behind an unlimited one.
    LimitedBehindUnlimited,
    /// People of a profession have no professional superior.
    ProfessionWithoutHead,
    /// A clinical headship covers a post and gave it no line.
    ClinicalLineMissed,
    /// Two headships cross, and only the precedence of rules decides between them.
    HeadsCross,
    /// The post that heads a rule is vacant.
    VacantHead,
    /// A body has no members.
    BodyWithoutMembers,
    /// A body has no chair.
    BodyWithoutChair,
    /// A post has more direct reports than the threshold.
    SpanTooWide,
    /// A post has a single direct report.
    SpanOfOne,
    /// A chain is longer than the threshold.
    TooManyLayers,
    /// One person holds a post and one above it.
    HolderAboveSelf,
    /// One name stands in several posts, and nothing but the name says who is meant.
    SameName,
    /// Ids differ only in letter case, leading zeros, Unicode form or zero-width characters.
    NearlySameIds,
    /// A unit has no posts.
    UnitWithoutPosts,
    /// No arrangement is for a matter that is declared.
    MatterUnused,
    /// Facts are only assumed.
    AssumedFacts,
    /// An allowance covers no finding.
    AllowanceUnused,
}

impl FindingCode {
    /// Every code, in the order in which findings are listed.
    pub const ALL: [Self; 27] = [
        Self::SuperiorNotStated,
        Self::SeveralTops,
        Self::VacantWithReports,
        Self::NoDeputy,
        Self::NobodyIfAbsent,
        Self::HollowCover,
        Self::MutualOnly,
        Self::SoleCover,
        Self::FirstCallTwice,
        Self::DeputyBelowTwo,
        Self::LimitedBehindUnlimited,
        Self::ProfessionWithoutHead,
        Self::ClinicalLineMissed,
        Self::HeadsCross,
        Self::VacantHead,
        Self::BodyWithoutMembers,
        Self::BodyWithoutChair,
        Self::SpanTooWide,
        Self::SpanOfOne,
        Self::TooManyLayers,
        Self::HolderAboveSelf,
        Self::SameName,
        Self::NearlySameIds,
        Self::UnitWithoutPosts,
        Self::MatterUnused,
        Self::AssumedFacts,
        Self::AllowanceUnused,
    ];

    /// The code as a document and a message have it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SuperiorNotStated => "superior-not-stated",
            Self::SeveralTops => "several-tops",
            Self::VacantWithReports => "vacant-with-reports",
            Self::NoDeputy => "no-deputy",
            Self::NobodyIfAbsent => "nobody-if-absent",
            Self::HollowCover => "hollow-cover",
            Self::MutualOnly => "mutual-only",
            Self::SoleCover => "sole-cover",
            Self::FirstCallTwice => "first-call-twice",
            Self::DeputyBelowTwo => "deputy-below-two",
            Self::LimitedBehindUnlimited => "limited-behind-unlimited",
            Self::ProfessionWithoutHead => "profession-without-head",
            Self::ClinicalLineMissed => "clinical-line-missed",
            Self::HeadsCross => "heads-cross",
            Self::VacantHead => "vacant-head",
            Self::BodyWithoutMembers => "body-without-members",
            Self::BodyWithoutChair => "body-without-chair",
            Self::SpanTooWide => "span-too-wide",
            Self::SpanOfOne => "span-of-one",
            Self::TooManyLayers => "too-many-layers",
            Self::HolderAboveSelf => "holder-above-self",
            Self::SameName => "same-name",
            Self::NearlySameIds => "nearly-same-ids",
            Self::UnitWithoutPosts => "unit-without-posts",
            Self::MatterUnused => "matter-unused",
            Self::AssumedFacts => "assumed-facts",
            Self::AllowanceUnused => "allowance-unused",
        }
    }

    /// The code that a document means by `word`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.as_str() == word)
    }
}

impl fmt::Display for FindingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How much is too much, for the rules that depend on it.
///
/// There are no defaults. Guidance on how many reports or layers are too many
/// disagrees from one sort of organisation to the next, so a rule whose threshold
/// is not told finds nothing.
///
/// ```
/// use answerable::Thresholds;
///
/// let thresholds = Thresholds::none().span(12).layers(8);
/// assert_eq!((thresholds.span, thresholds.sole_cover), (Some(12), None));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Thresholds {
    /// The most direct reports of one kind, lines by rule apart.
    pub span: Option<u32>,
    /// The most posts in an operational chain, its top included.
    pub layers: Option<u32>,
    /// The most posts whose cover may rest on a single one.
    pub sole_cover: Option<u32>,
}

impl Thresholds {
    /// No thresholds.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// A post may have so many direct reports of one kind.
    #[must_use]
    pub fn span(mut self, most: u32) -> Self {
        self.span = Some(most);
        self
    }

    /// An operational chain may have so many posts.
    #[must_use]
    pub fn layers(mut self, most: u32) -> Self {
        self.layers = Some(most);
        self
    }

    /// The cover of so many posts may rest on a single one.
    #[must_use]
    pub fn sole_cover(mut self, most: u32) -> Self {
        self.sole_cover = Some(most);
        self
    }
}
