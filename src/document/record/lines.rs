//! Records of lines, headships and links.

use crate::model::{Accountability, Relation};

use super::BasisRecord;

/// What a record says of a superior of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuperiorRecord {
    /// It is this post.
    To(String),
    /// There is none, and why.
    None(String),
    /// It is not stated, and why.
    Unstated(String),
}

/// A line of one kind, or that there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LineRecord {
    /// The kind of the line.
    pub kind: Accountability,
    /// The superior.
    pub superior: SuperiorRecord,
    /// Where the fact comes from.
    pub basis: BasisRecord,
}

impl LineRecord {
    /// A line of this kind to this superior.
    #[must_use]
    pub fn new(kind: Accountability, superior: SuperiorRecord) -> Self {
        Self {
            kind,
            superior,
            basis: BasisRecord::default(),
        }
    }

    /// On this basis.
    #[must_use]
    pub fn on(mut self, basis: BasisRecord) -> Self {
        self.basis = basis;
        self
    }
}

/// A line beside the one of its kind: joint, or "dotted".
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AlsoRecord {
    /// The kind of the line.
    pub kind: Accountability,
    /// The id of the upper end.
    pub to: String,
    /// Where the fact comes from.
    pub basis: BasisRecord,
}

impl AlsoRecord {
    /// A further line of this kind to `to`.
    #[must_use]
    pub fn new(kind: Accountability, to: impl Into<String>) -> Self {
        Self {
            kind,
            to: to.into(),
            basis: BasisRecord::default(),
        }
    }

    /// On this basis.
    #[must_use]
    pub fn on(mut self, basis: BasisRecord) -> Self {
        self.basis = basis;
        self
    }
}

/// The far end of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// The post of this id.
    Post(String),
    /// The unit of this id.
    Unit(String),
}

/// A working relation that gives no authority.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LinkRecord {
    /// The relation.
    pub relation: Relation,
    /// The far end.
    pub to: LinkTarget,
    /// Where the fact comes from.
    pub basis: BasisRecord,
}

impl LinkRecord {
    /// This relation to the post `to`.
    #[must_use]
    pub fn to_post(relation: Relation, to: impl Into<String>) -> Self {
        Self {
            relation,
            to: LinkTarget::Post(to.into()),
            basis: BasisRecord::default(),
        }
    }

    /// This relation to the unit `to`.
    #[must_use]
    pub fn to_unit(relation: Relation, to: impl Into<String>) -> Self {
        Self {
            relation,
            to: LinkTarget::Unit(to.into()),
            basis: BasisRecord::default(),
        }
    }

    /// On this basis.
    #[must_use]
    pub fn on(mut self, basis: BasisRecord) -> Self {
        self.basis = basis;
        self
    }
}

/// Who heads a unit or a profession in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadPost {
    /// This post.
    Known(String),
    /// Somebody; who is not stated, and why.
    Unstated(String),
}

/// A headship: a rule that gives posts their superior of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeadRecord {
    /// The kind of the lines it gives.
    pub kind: Accountability,
    /// The unit whose posts it covers, with those below.
    pub unit: String,
    /// The profession it is limited to, with those below.
    pub profession: Option<String>,
    /// Who the posts answer to.
    pub head: HeadPost,
    /// Whether the line goes through the nearest covered post above in the
    /// operational chain.
    pub through_operational: bool,
    /// Where the rule comes from.
    pub basis: BasisRecord,
}

impl HeadRecord {
    /// Posts of `unit` and below answer to `post`.
    #[must_use]
    pub fn new(kind: Accountability, unit: impl Into<String>, post: impl Into<String>) -> Self {
        Self {
            kind,
            unit: unit.into(),
            profession: None,
            head: HeadPost::Known(post.into()),
            through_operational: false,
            basis: BasisRecord::default(),
        }
    }

    /// Posts of `unit` and below answer to a head who is not stated.
    #[must_use]
    pub fn unstated(kind: Accountability, unit: impl Into<String>, why: impl Into<String>) -> Self {
        let mut head = Self::new(kind, unit, "");
        head.head = HeadPost::Unstated(why.into());
        head
    }

    /// Only those of this profession and below.
    #[must_use]
    pub fn of_profession(mut self, profession: impl Into<String>) -> Self {
        self.profession = Some(profession.into());
        self
    }

    /// Through the operational chain.
    #[must_use]
    pub fn through_operational(mut self) -> Self {
        self.through_operational = true;
        self
    }

    /// On this basis.
    #[must_use]
    pub fn on(mut self, basis: BasisRecord) -> Self {
        self.basis = basis;
        self
    }
}
