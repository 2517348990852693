//! One finding, and what it says.

use std::fmt;

use crate::model::{Accountability, FindingCode};
use crate::problem::NearMiss;
use crate::view::{Arrangement, Fact, Headship, Holder, Matter, Post, Profession, Source, Unit};

use super::RULES;

/// What a finding concerns besides posts.
///
/// ```
/// # use answerable::{FindingCode, Subject};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let findings = org.findings();
/// let headless = findings.of(FindingCode::ProfessionWithoutHead).next().expect("a finding");
/// assert_eq!(headless.subjects(), [
///     Subject::Unit(org.unit("childrens-physiotherapy")?),
///     Subject::Profession(org.profession("physiotherapy")?),
/// ]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Subject<'o> {
    /// A unit.
    Unit(Unit<'o>),
    /// A profession.
    Profession(Profession<'o>),
    /// A matter.
    Matter(Matter<'o>),
    /// A source.
    Source(Source<'o>),
    /// A headship.
    Headship(Headship<'o>),
}

impl<'o> Subject<'o> {
    /// That it is there.
    pub(super) fn fact(self) -> Fact<'o> {
        match self {
            Self::Unit(unit) => Fact::Unit(unit),
            Self::Profession(profession) => Fact::Profession(profession),
            Self::Matter(matter) => Fact::Matter(matter),
            Self::Source(source) => Fact::Source(source),
            Self::Headship(headship) => Fact::Headship(headship),
        }
    }
}

/// What a rule knows of its finding besides posts and subjects.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Detail<'o> {
    None,
    Count(usize),
    Kind(Accountability),
    /// The arrangement found, and one that stands before it.
    Behind(Arrangement<'o>, Arrangement<'o>),
    /// One person: the holder below and the one above, in which kinds.
    Above(Holder<'o>, Holder<'o>, Vec<Accountability>),
    /// Posts that deputies are asked for: those below the first of them.
    Chain,
    /// Posts that deputies are asked for: those right below the last one named.
    Beside,
    /// A name, under how many ids it stands, and whether it stands without one.
    Name {
        name: &'o str,
        ids: usize,
        is_bare: bool,
    },
    /// Ids of holders.
    Ids(Vec<&'o str>),
    /// The last post that cover reverted to, and how many posts are away besides.
    Nobody(Post<'o>, usize),
    /// What an id was probably meant to be.
    Near(Option<NearMiss>),
    Allowance(FindingCode, Idle),
}

/// Why an allowance is of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Idle {
    /// Nothing of the kind is found.
    NotFound,
    /// What is found of the kind is covered by other allowances.
    Covered,
    /// What is found is about posts that it does not name, too.
    Partly,
}

/// Something that is sound, but someone should look at.
///
/// `Display` is what it means, in one line of at most 2 KiB that names posts by
/// title; control and bidi characters are shown escaped.
///
/// ```
/// # use answerable::FindingCode::FirstCallTwice;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let findings = org.findings();
/// let twice = findings.of(FirstCallTwice).next().expect("a finding");
/// assert_eq!(twice.code(), FirstCallTwice);
/// assert_eq!(
///     twice.to_string(),
///     "Care Group Director, Children's is called first for 2 posts \
///         right below Chief Executive: Chief Operating Officer and Medical Director"
/// );
/// assert_eq!(twice.posts().len(), 4); // those that it names
/// assert_eq!(twice.about(), [org.post("care-group-director")?]);
/// assert!(twice.subjects().is_empty());
/// assert_eq!(twice.remedy(), "let another post be asked first for one of them");
/// assert_eq!(
///     twice.rests_on()[0].to_string(),
///     "Care Group Director, Children's deputises for Chief Operating Officer (rank 1; one of a pool; given)"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Finding<'o> {
    pub(super) code: FindingCode,
    pub(super) posts: Vec<Post<'o>>,
    pub(super) about: usize,
    pub(super) subjects: Vec<Subject<'o>>,
    pub(super) detail: Detail<'o>,
}

impl<'o> Finding<'o> {
    /// About one post.
    pub(super) fn about_one(code: FindingCode, post: Post<'o>) -> Self {
        Self::about_all(code, vec![post])
    }

    /// About several posts alike.
    pub(super) fn about_all(code: FindingCode, posts: Vec<Post<'o>>) -> Self {
        Self {
            code,
            about: posts.len(),
            posts,
            subjects: Vec::new(),
            detail: Detail::None,
        }
    }

    /// With further posts that it is not about.
    pub(super) fn with(mut self, posts: impl IntoIterator<Item = Post<'o>>) -> Self {
        self.posts.extend(posts);
        self
    }

    pub(super) fn concerning(mut self, subjects: impl IntoIterator<Item = Subject<'o>>) -> Self {
        self.subjects.extend(subjects);
        self
    }

    pub(super) fn detailed(mut self, detail: Detail<'o>) -> Self {
        self.detail = detail;
        self
    }

    /// The first post that it is about, of a rule that finds posts.
    pub(super) fn post(&self) -> Post<'o> {
        self.posts[0]
    }

    /// What it is about: the rule that found it.
    #[must_use]
    pub fn code(&self) -> FindingCode {
        self.code
    }

    /// The posts it concerns: first those it is [about](Self::about), then those
    /// that the sentence names with them, each in document order unless the code
    /// says otherwise.
    #[must_use]
    pub fn posts(&self) -> &[Post<'o>] {
        &self.posts
    }

    /// The posts it is about: those that an allowance must name to cover it, unless
    /// it covers every finding of the code.
    #[must_use]
    pub fn about(&self) -> &[Post<'o>] {
        &self.posts[..self.about]
    }

    /// What it concerns besides posts: units, professions, matters, sources or
    /// headships.
    #[must_use]
    pub fn subjects(&self) -> &[Subject<'o>] {
        &self.subjects
    }

    /// What to do about it: one text for each code, or for each of the cases that a
    /// code tells apart.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        (RULES[self.code as usize].remedy)(self)
    }

    /// The facts it rests on: its basis in data. A finding about what is not told
    /// rests on the posts of which it is not told. Worked out when asked: linear in
    /// the facts.
    #[must_use]
    pub fn rests_on(&self) -> Vec<Fact<'o>> {
        (RULES[self.code as usize].rests_on)(self)
    }
}

impl fmt::Display for Finding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (RULES[self.code as usize].say)(self, f)
    }
}

impl fmt::Debug for Finding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Finding({}: {self})", self.code)
    }
}
