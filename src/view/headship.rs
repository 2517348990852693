//! Which rules give posts their superior, and who heads them?

use std::fmt;

use crate::Organisation;
use crate::document::{Backing, number};
use crate::model::{Accountability, Standing};
use crate::organisation::{naming, rule_in_words};

use super::{Basis, Post, Profession, Unit, same_organisation};

/// Who heads: a post, or somebody who is not stated.
///
/// ```
/// # use answerable::Head;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let heads: Vec<_> = org.headships().map(|rule| rule.head()).collect();
/// assert_eq!(heads[0], Head::Known(org.post("chief-nurse")?));
/// assert_eq!(heads[3], Head::Unstated("no head of the allied professions is named"));
/// assert_eq!(heads[3].post(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Head<'o> {
    /// This post.
    Known(Post<'o>),
    /// Who is not stated, and why.
    Unstated(&'o str),
}

impl<'o> Head<'o> {
    /// The post, if it is known.
    #[must_use]
    pub fn post(self) -> Option<Post<'o>> {
        match self {
            Self::Known(post) => Some(post),
            Self::Unstated(_) => None,
        }
    }
}

/// A rule that gives posts their superior of one kind. `Display` is the rule in words.
///
/// Whom it covers, and which of several decides, stands in [rules](crate::rules#headships).
///
/// ```
/// # use answerable::{Accountability::Clinical, Standing};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let rule = org.post("care-group-director")?.headships().next().expect("a rule");
/// assert_eq!(
///     rule.to_string(),
///     "by rule: all Medical staff of Children's Care Group answer to Care Group Director, Children's (clinical)",
/// );
/// assert_eq!(rule.covers(), "all Medical staff of Children's Care Group");
/// assert_eq!((rule.kind(), rule.unit()), (Clinical, org.unit("childrens-care-group")?));
/// assert_eq!(rule.profession(), Some(org.profession("medical")?));
/// assert_eq!(rule.head().post(), org.get("care-group-director"));
/// assert_eq!((rule.basis().at(), rule.standing()), (Some("Accountability"), Standing::Stated));
///
/// // The rule gives the head no line.
/// let posts: Vec<_> = rule.posts().map(|post| post.title()).collect();
/// assert_eq!(posts, ["Clinical Lead, General Paediatrics", "Consultants, General Paediatrics"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Headship<'o> {
    org: &'o Organisation,
    at: u32,
}

impl<'o> Headship<'o> {
    pub(crate) fn new(org: &'o Organisation, at: u32) -> Self {
        Self { org, at }
    }

    /// Its number in document order.
    pub(crate) fn place(self) -> u32 {
        self.at
    }

    /// Its kind as it is called here.
    pub(crate) fn kind_title(self) -> &'o str {
        self.org.kind_title(self.kind())
    }

    fn entry(self) -> &'o crate::organisation::HeadshipEntry {
        &self.org.headships[self.at as usize]
    }

    pub(crate) fn backing(self) -> Backing {
        self.entry().backing
    }

    /// The kind of the lines it gives.
    #[must_use]
    pub fn kind(self) -> Accountability {
        self.entry().kind
    }

    /// The unit whose posts it covers, with those within.
    #[must_use]
    pub fn unit(self) -> Unit<'o> {
        Unit::new(self.org, self.entry().unit)
    }

    /// The profession it is limited to, with those within; every post, if none.
    #[must_use]
    pub fn profession(self) -> Option<Profession<'o>> {
        self.entry()
            .profession
            .map(|at| Profession::new(self.org, at))
    }

    /// Who heads: to whom the posts answer.
    #[must_use]
    pub fn head(self) -> Head<'o> {
        match self.entry().head {
            Ok(post) => Head::Known(Post::new(self.org, post)),
            Err(why) => Head::Unstated(self.org.text.get(why)),
        }
    }

    /// Whether a line goes to the nearest post of its unit and profession above in the operational
    /// chain, and to the head only where there is none.
    ///
    /// ```
    /// # use answerable::Accountability::Professional;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let rule = org.headships().nth(1).expect("the rule of the children's nurses");
    /// assert_eq!(rule.covers(), "all Nursing staff of Children's Care Group");
    /// assert!(rule.is_through_operational());
    ///
    /// let ward = org.post("ward-manager-childrens")?.superior(Professional);
    /// assert_eq!(ward.to_string(), "Head of Nursing, Children's");
    /// let head_of_nursing = org.post("head-of-nursing-childrens")?.superior(Professional);
    /// assert_eq!(head_of_nursing.post(), rule.head().post());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_through_operational(self) -> bool {
        self.entry().through
    }

    /// The posts that have their line, or their unstated superior, by this rule: by
    /// unit, the outer before the inner, then in document order. A post with a line of
    /// its own, or a narrower rule, is not among them. Linear in the posts of the unit
    /// and of all units within it.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// // The children's nurses have a rule of their own.
    /// let rule = org.headships().next().expect("the rule of all nurses");
    /// assert!(rule.posts().map(|post| post.id()).eq(["head-of-nursing-adults"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn posts(self) -> impl DoubleEndedIterator<Item = Post<'o>> {
        let kind = self.kind();
        self.unit()
            .posts_within()
            .filter(move |post| self.org.rule(post.place(), kind) == Some(self.at))
    }

    /// What it covers, in words: "all Nursing staff of the Trust".
    #[must_use]
    pub fn covers(self) -> String {
        rule_in_words(
            self.profession().map(Profession::title),
            self.unit().title(),
        )
    }

    /// Where the rule comes from.
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        Basis::new(self.org, self.entry().backing)
    }

    /// How well the rule itself is supported.
    #[must_use]
    pub fn standing(self) -> Standing {
        self.basis().standing()
    }
}

impl PartialEq for Headship<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && same_organisation(self.org, other.org)
    }
}

impl Eq for Headship<'_> {}

impl std::hash::Hash for Headship<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.at.hash(state);
    }
}

impl fmt::Display for Headship<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "by rule: {} answer ", self.covers())?;
        match self.head() {
            Head::Known(post) => write!(f, "to {post}")?,
            Head::Unstated(_) => f.write_str("to a head who is not stated")?,
        }
        write!(f, " ({})", self.org.kind_title(self.kind()))
    }
}

impl fmt::Debug for Headship<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Headship({self})")
    }
}

impl Organisation {
    /// The headships, in document order.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let heads: Vec<_> = org.headships().filter_map(|rule| rule.head().post()).map(|post| post.title()).collect();
    /// assert_eq!(heads, ["Chief Nurse", "Chief Nurse", "Medical Director", "Care Group Director, Children's"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn headships(&self) -> impl DoubleEndedIterator<Item = Headship<'_>> + ExactSizeIterator {
        (0..number(self.headships.len())).map(|at| Headship::new(self, at))
    }
}

impl<'o> Post<'o> {
    /// The headships that the post heads, in document order.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let rules = org.post("chief-nurse")?.headships().map(|rule| rule.unit().title());
    /// assert!(rules.eq(["Thamesmouth NHS Foundation Trust", "Children's Care Group"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn headships(self) -> impl Iterator<Item = Headship<'o>> {
        let org = self.organisation();
        naming(&org.reverse.headships, self.place())
            .filter_map(move |at| Some(Headship::new(org, u32::try_from(at).ok()?)))
    }
}
