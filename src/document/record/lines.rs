//! Records of lines, headships and links.

use crate::model::{Accountability, Relation};

use super::BasisRecord;

/// What a record says of a superior of one kind.
///
/// ```
/// use answerable::{Accountability::Operational, LineRecord, Organisation, PostRecord};
/// use answerable::SuperiorRecord::{Known, NoneAbove, Unstated};
///
/// let told = |id: &str, superior| PostRecord::new(id, id).line(LineRecord::new(Operational, superior));
/// let org = Organisation::from_posts([
///     told("board", NoneAbove("head of the organisation".to_owned())),
///     told("chief", Known("board".to_owned())),
///     told("manager", Unstated("only said to support the chief".to_owned())),
/// ])?;
/// let superiors: Vec<_> = org.posts().map(|post| post.superior(Operational).to_string()).collect();
/// assert_eq!(superiors, [
///     "none: head of the organisation",
///     "board",
///     "not stated: only said to support the chief",
/// ]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuperiorRecord {
    /// It is the post of this id.
    Known(String),
    /// There is none, for this reason.
    NoneAbove(String),
    /// It is not stated, for this reason.
    Unstated(String),
}

/// A line of one kind, or that there is none.
///
/// ```
/// use answerable::{Accountability::Operational, BasisRecord, LineRecord, Organisation, PostRecord};
/// use answerable::{Standing::Inferred, SuperiorRecord};
///
/// let to_board = LineRecord::new(Operational, SuperiorRecord::Known("trust-board".to_owned()));
/// let org = Organisation::from_posts([
///     PostRecord::new("trust-board", "Trust Board").body(),
///     PostRecord::new("chief-executive", "Chief Executive").line(
///         to_board.on(BasisRecord::standing(Inferred).because("the Board appoints")),
///     ),
/// ])?;
/// let superior = org.post("chief-executive")?.superior(Operational);
/// let basis = superior.line().expect("a line").basis();
/// assert_eq!((basis.standing(), basis.why()), (Inferred, Some("the Board appoints")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
///
/// ```
/// use answerable::{Accountability::Operational, AlsoRecord, BasisRecord, Organisation, PostRecord};
/// use answerable::Standing::Assumed;
///
/// let org = Organisation::from_posts([
///     PostRecord::new("trust-board", "Trust Board").body(),
///     PostRecord::new("chief-executive", "Chief Executive").accountable_to("trust-board", Operational),
///     PostRecord::new("chief-nurse", "Chief Nurse")
///         .accountable_to("chief-executive", Operational)
///         .also(AlsoRecord::new(Operational, "trust-board").on(BasisRecord::standing(Assumed))),
/// ])?;
/// let nurse = org.post("chief-nurse")?;
/// let also = nurse.also().next().expect("a further line");
/// assert_eq!((also.to(), also.standing()), (org.post("trust-board")?, Assumed));
/// assert_eq!(nurse.superior(Operational).to_string(), "Chief Executive");  // still the one of its kind
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
///
/// ```
/// use answerable::{LinkRecord, LinkEndRecord, Relation::Supports};
///
/// let targets = [LinkRecord::to_post(Supports, "matron"), LinkRecord::to_unit(Supports, "trust")]
///     .map(|link| link.to);
/// assert_eq!(targets, [LinkEndRecord::Post("matron".to_owned()), LinkEndRecord::Unit("trust".to_owned())]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkEndRecord {
    /// The post of this id.
    Post(String),
    /// The unit of this id.
    Unit(String),
}

/// A working relation that gives no authority.
///
/// ```
/// use answerable::{BasisRecord, Document, LinkRecord, Organisation, PostRecord, Relation};
/// use answerable::{Standing::Assumed, UnitRecord};
///
/// let mut document = Document::default();
/// document.push_unit(UnitRecord::new("adults", "Adult Community Care Group"));
/// document.push_post(
///     PostRecord::new("director", "Care Group Director")
///         .link(LinkRecord::to_post(Relation::Supports, "medical-director"))
///         .link(
///             LinkRecord::to_unit(Relation::WorksWith, "adults").on(BasisRecord::standing(Assumed)),
///         ),
/// );
/// document.push_post(PostRecord::new("medical-director", "Medical Director"));
/// let org = Organisation::try_from(document)?;
/// let links: Vec<_> = org.post("director")?.links().collect();
/// assert_eq!(links[0].to_string(), "Care Group Director supports Medical Director");
/// assert_eq!(links[1].to_string(), "Care Group Director works with Adult Community Care Group");
/// assert_eq!(links[1].standing(), Assumed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LinkRecord {
    /// The relation.
    pub relation: Relation,
    /// The far end.
    pub to: LinkEndRecord,
    /// Where the fact comes from.
    pub basis: BasisRecord,
}

impl LinkRecord {
    /// This relation to the post `to`.
    #[must_use]
    pub fn to_post(relation: Relation, to: impl Into<String>) -> Self {
        Self {
            relation,
            to: LinkEndRecord::Post(to.into()),
            basis: BasisRecord::default(),
        }
    }

    /// This relation to the unit `to`.
    #[must_use]
    pub fn to_unit(relation: Relation, to: impl Into<String>) -> Self {
        Self {
            relation,
            to: LinkEndRecord::Unit(to.into()),
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
///
/// ```
/// use answerable::{Accountability::Professional, HeadRecord, HeadshipRecord};
///
/// let known = HeadshipRecord::new(Professional, "trust", "chief-nurse");
/// assert_eq!(known.head, HeadRecord::Known("chief-nurse".to_owned()));
/// let unstated = HeadshipRecord::unstated(Professional, "trust", "no head of therapies is named");
/// assert_eq!(unstated.head, HeadRecord::Unstated("no head of therapies is named".to_owned()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadRecord {
    /// The post of this id.
    Known(String),
    /// Somebody; who is not stated, and why.
    Unstated(String),
}

/// A headship: a rule that gives posts their superior of one kind.
///
/// It covers the individual posts of its unit and profession, and of those within,
/// of whose superior of this kind nothing else is said; the head is outside its own
/// rule. Where several cover a post, the most specific decides: in the professional
/// kind by profession, then by unit; in the others by unit, then by profession.
/// [Rules](crate::rules#headships) has more.
///
/// ```
/// use answerable::{
///     Accountability::{Operational, Professional}, BasisRecord, Document, HeadshipRecord, Organisation,
///     PostRecord, ProfessionRecord, Standing, UnitRecord,
/// };
///
/// let mut document = Document::default();
/// document.push_unit(UnitRecord::new("trust", "the Trust"));
/// for (id, title) in [("nursing", "Nursing"), ("therapy", "Therapy")] {
///     document.push_profession(ProfessionRecord::new(id, title));
/// }
/// document.push_headship(
///     HeadshipRecord::new(Professional, "trust", "chief-nurse").of_profession("nursing")
///         .through_operational().on(BasisRecord::standing(Standing::Assumed)),
/// );
/// document.push_headship(
///     HeadshipRecord::unstated(Professional, "trust", "no head is named").of_profession("therapy"),
/// );
/// let nurse = |id, title| PostRecord::new(id, title).in_unit("trust").of_profession("nursing");
/// document.push_post(nurse("chief-nurse", "Chief Nurse"));
/// document.push_post(nurse("matron", "Matron").accountable_to("chief-nurse", Operational));
/// document.push_post(nurse("sister", "Ward Sister").accountable_to("matron", Operational));
/// document.push_post(PostRecord::new("physio", "Physiotherapist").in_unit("trust").of_profession("therapy"));
///
/// let org = Organisation::try_from(document)?;
/// let superior = |id| org.post(id).map(|post| post.superior(Professional).to_string());
/// assert_eq!(superior("matron")?, "Chief Nurse");
/// assert_eq!(superior("sister")?, "Matron");                   // the nearest nurse above
/// assert_eq!(superior("physio")?, "not stated: no head is named");
/// let rules: Vec<_> = org.headships().map(|rule| rule.covers()).collect();
/// assert_eq!(rules, ["all Nursing staff of the Trust", "all Therapy staff of the Trust"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeadshipRecord {
    /// The kind of the lines it gives.
    pub kind: Accountability,
    /// The id of the unit whose posts it covers, with those within.
    pub unit: String,
    /// The id of the profession it is limited to, with those within; every post of
    /// the unit, if `None`.
    pub profession: Option<String>,
    /// Who the posts answer to.
    pub head: HeadRecord,
    /// Whether the line goes through the nearest post above of the rule's unit and
    /// profession in the
    /// operational chain.
    pub through_operational: bool,
    /// Where the rule comes from.
    pub basis: BasisRecord,
}

impl HeadshipRecord {
    /// Posts of `unit`, and of those within it, answer to `post`.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// use answerable::Accountability::Professional;
    ///
    /// // One rule is for all nursing staff of the Trust, another for those of one care group.
    /// let rule = |id| org.post(id).map(|post| {
    ///     let line = post.superior(Professional).line().expect("a line");
    ///     line.headship().expect("a rule").covers()
    /// });
    /// assert_eq!(rule("ward-manager-childrens")?, "all Nursing staff of Children's Care Group");
    /// assert_eq!(
    ///     rule("head-of-nursing-adults")?,
    ///     "all Nursing staff of Thamesmouth NHS Foundation Trust",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(kind: Accountability, unit: impl Into<String>, post: impl Into<String>) -> Self {
        Self {
            kind,
            unit: unit.into(),
            profession: None,
            head: HeadRecord::Known(post.into()),
            through_operational: false,
            basis: BasisRecord::default(),
        }
    }

    /// Posts of `unit`, and of those within it, answer to a head who is not stated,
    /// and why.
    #[must_use]
    pub fn unstated(kind: Accountability, unit: impl Into<String>, why: impl Into<String>) -> Self {
        let mut head = Self::new(kind, unit, "");
        head.head = HeadRecord::Unstated(why.into());
        head
    }

    /// Only those of this profession and of those within it.
    #[must_use]
    pub fn of_profession(mut self, profession: impl Into<String>) -> Self {
        self.profession = Some(profession.into());
        self
    }

    /// Through the operational chain: a post answers to the nearest individual post
    /// above it there that is of the same unit and profession, and to the head only
    /// where there is none.
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
