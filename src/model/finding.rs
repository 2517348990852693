//! What a finding may be about, and how much is too much.

use std::fmt;

/// What a finding is about: the stable code of the rule that found it.
///
/// Within one code findings come in the document order of the first post they are
/// about, or of what else they concern. New codes come with later versions.
///
/// ```
/// # use answerable::FindingCode;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let findings = org.findings();
/// let vacant: Vec<_> = findings.iter().filter(|found| found.code() == FindingCode::HollowCover).collect();
/// assert_eq!(
///     vacant[0].to_string(),
///     "the only deputy of Chief Nurse is vacant: Head of Nursing, Adult Community",
/// );
///
/// assert_eq!(FindingCode::HollowCover.as_str(), "hollow-cover");
/// assert_eq!("hollow-cover".parse(), Ok(FindingCode::HollowCover));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FindingCode {
    /// It is not stated to whom an individual post answers operationally: nothing is
    /// told, or it is told that it is not known, or a problem left it out. A post that
    /// answers to nobody is a top and not found here.
    SuperiorNotStated,
    /// Several posts answer to nobody operationally, bodies among them. External posts
    /// are no tops, and neither is a post whose superior is not stated. One finding,
    /// about all of them.
    SeveralTops,
    /// A vacant individual post has direct reports of any kind, by rule too; `also`
    /// lines are not counted. The sentence says how many there are, and how many posts
    /// are below in all.
    VacantWithReports,
    /// An individual post with direct reports of any kind, or that heads a rule or
    /// chairs a body, has no deputy who acts, in general or for a matter. A deputy who
    /// only attends is none.
    NoDeputy,
    /// With an individual post alone absent, nobody acts for it in general: no deputy
    /// is able to, and cover reverts to nobody. Its holders are away from all their
    /// posts, and so are the posts that nobody else holds: the sentence says how many,
    /// and the first eight are named too, in document order. Vacant posts are found as
    /// they are. The last post that cover reverted to is named too. Linear, but where
    /// sets of several holders overlap post by post: then each set is followed for
    /// itself.
    NobodyIfAbsent,
    /// Every post that deputises for another, to act, in general or for a matter, is
    /// vacant. The deputies are named too, as ranked.
    HollowCover,
    /// Two posts have only each other as deputies who act.
    MutualOnly,
    /// For more posts than the threshold `sole_cover`, one and the same post alone
    /// could act in general, nobody being absent: as [`sole`](crate::CoverDepths::sole)
    /// tells. Those posts are named too.
    SoleCover,
    /// One post is called first in general, alone or in a pool, by several that are
    /// one above the other or share a superior, operationally. About that post: once for
    /// each that calls it first and is below no other such, with those below it; then
    /// once for each superior that several share, named after them.
    FirstCallTwice,
    /// A deputy who acts stands two or more layers below the post it deputises for,
    /// operationally. About the upper post; once for each deputy.
    DeputyBelowTwo,
    /// An arrangement to act in a matter comes in rank after an unlimited one, and so
    /// only when that post cannot act. Personal matters are apart: an unlimited
    /// arrangement does not count for them. Names the deputy and the first such post
    /// too. If the deputy itself deputises in everything before, the arrangement adds
    /// nothing, and that is what is said; if it alone is onward, it adds the deputies of
    /// the deputy, and only others hide it.
    LimitedBehindUnlimited,
    /// The professional superior of individual posts is not stated: of those of one
    /// profession in one unit, one finding about all of them. A post that heads its
    /// profession or one around it, professionally and in its unit or one around that, is
    /// not counted; of no unit, it may head it in any. A rule for no profession is for
    /// all.
    ProfessionWithoutHead,
    /// The clinical superior of an individual post is not stated, although it is in the
    /// area of a clinical headship that another post heads. Of a headship whose head is
    /// not stated one finding, about all such posts for which it would decide.
    ClinicalLineMissed,
    /// Of the headships of one kind that cover posts without a line of their own, one
    /// decides over others that cross it: that are wider in unit and narrower in
    /// profession, or the other way about, so that only the precedence of the kind
    /// decides. Where another is as narrow in both, they decide nothing and are not
    /// found. Once for each that decides and those that cross it over the same posts:
    /// about these, in document order of the headships; concerns first the one that
    /// decides, then all that cross it. Takes besides, for each finding and each unit
    /// around its posts, as many steps as there are headships over that unit, or
    /// professions around the posts where these are fewer.
    HeadsCross,
    /// A post that heads one or more rules is vacant.
    VacantHead,
    /// A body has no members, and no chair, who would be one: it is found as
    /// [`BodyWithoutChair`](Self::BodyWithoutChair) too.
    BodyWithoutMembers,
    /// A body has no chair.
    BodyWithoutChair,
    /// A post, bodies among them, has more direct reports of one kind than the threshold
    /// `span`. Lines by rule are counted apart: the sentence says how many there are.
    SpanTooWide,
    /// An individual post has a single operational direct report, which is not several
    /// like seats. The report is named too. A body may well answer through one post, and
    /// a professional or clinical line to one is ordinary.
    SpanOfOne,
    /// The longest operational chain below a post that ends chains has more posts than
    /// the threshold `layers`; external posts are not counted. The lowest post is named
    /// too, the first told of several.
    TooManyLayers,
    /// One person holds a post and another above it, of any kind of line: ids agree, or,
    /// where one has none, names are equal. Of each holder, once for the nearest above
    /// that the same person holds, which is named too; once more where another is the
    /// nearest in another kind.
    HolderAboveSelf,
    /// One name stands in several posts under differing ids, which are taken to be as
    /// many people, or without one: that it is one person is then taken from the name
    /// alone. Nothing is found where it has one id throughout. One finding for each name.
    SameName,
    /// A post has a holder whose name is the word vacant, in whatever letter case: the
    /// post is then taken to be held. Once for each post.
    HolderCalledVacant,
    /// Ids of one table, or of holders, differ only in letter case, leading zeros,
    /// Unicode form or zero-width characters: the sentence says in which. One finding for
    /// all alike; posts before sources, professions, units and matters, and last those
    /// of holders, about the posts in which they stand.
    NearlySameIds,
    /// A unit has no posts, in it or in what lies within it. Of such units within each
    /// other only the outermost is found.
    UnitWithoutPosts,
    /// A matter is declared, and no arrangement is for it.
    MatterUnused,
    /// Arrangements are for a matter that is not declared, though others are: it may be
    /// misspelt. One finding for each such matter, about the posts deputised for; they
    /// come by the first arrangement for each. Where no matter is declared, none is found.
    MatterUndeclared,
    /// Facts that a post tells are only assumed, or those of a source, profession, unit,
    /// matter or headship. One finding for each of them; its basis is those facts.
    AssumedFacts,
    /// An allowance covers no finding, or names posts about which it covers none: nothing
    /// of the kind is found about them; all that is found is allowed elsewhere; or it is
    /// about further posts, which the allowance does not name. Once for each of these.
    AllowanceUnused,
}

impl FindingCode {
    /// Every code, in the order in which findings are listed.
    pub const ALL: &'static [Self] = &[
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
        Self::HolderCalledVacant,
        Self::NearlySameIds,
        Self::UnitWithoutPosts,
        Self::MatterUnused,
        Self::MatterUndeclared,
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
            Self::HolderCalledVacant => "holder-called-vacant",
            Self::NearlySameIds => "nearly-same-ids",
            Self::UnitWithoutPosts => "unit-without-posts",
            Self::MatterUnused => "matter-unused",
            Self::MatterUndeclared => "matter-undeclared",
            Self::AssumedFacts => "assumed-facts",
            Self::AllowanceUnused => "allowance-unused",
        }
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
    pub const fn none() -> Self {
        Self {
            span: None,
            layers: None,
            sole_cover: None,
        }
    }

    /// A post may have so many direct reports of one kind, no more.
    #[must_use]
    pub fn span(mut self, most: u32) -> Self {
        self.span = Some(most);
        self
    }

    /// An operational chain may have so many posts, no more.
    #[must_use]
    pub fn layers(mut self, most: u32) -> Self {
        self.layers = Some(most);
        self
    }

    /// The cover of so many posts may rest on a single one, no more.
    ///
    /// ```
    /// # use answerable::{Document, FindingCode, Organisation, PostRecord, Thresholds};
    /// let mut document = Document::default().with_thresholds(Thresholds::none().sole_cover(1));
    /// document.push_post(PostRecord::new("nurse", "Chief Nurse").deputised_by(["matron"]));
    /// document.push_post(PostRecord::new("therapist", "Chief Therapist").deputised_by(["matron"]));
    /// document.push_post(PostRecord::new("matron", "Matron"));
    /// let findings = Organisation::try_from(document)?;
    /// let findings = findings.findings();
    ///
    /// let sole = findings.iter().find(|found| found.code() == FindingCode::SoleCover).expect("a finding");
    /// assert!(sole.posts().iter().map(|post| post.id()).eq(["matron", "nurse", "therapist"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn sole_cover(mut self, most: u32) -> Self {
        self.sole_cover = Some(most);
        self
    }
}
