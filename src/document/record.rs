//! Owned records: what code pushes into a document and what a reader gets back.

use crate::model::{Accountability, Authority, PostKind, Relation, Seats, Standing};

/// Where a fact comes from, and how well it is supported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct BasisRecord {
    /// The id of the source.
    pub source: Option<String>,
    /// The place in it.
    pub at: Option<String>,
    /// The standing, if it is not simply stated (with a source) or given
    /// (without).
    pub standing: Option<Standing>,
    /// Why the fact is taken to be so.
    pub why: Option<String>,
}

impl BasisRecord {
    /// Stated by `source`.
    #[must_use]
    pub fn source(source: impl Into<String>) -> Self {
        Self {
            source: Some(source.into()),
            ..Self::default()
        }
    }

    /// Of this standing, without a source.
    #[must_use]
    pub fn standing(standing: Standing) -> Self {
        Self {
            standing: Some(standing),
            ..Self::default()
        }
    }

    /// At this place in the source.
    #[must_use]
    pub fn at(mut self, at: impl Into<String>) -> Self {
        self.at = Some(at.into());
        self
    }

    /// Of this standing.
    #[must_use]
    pub fn of_standing(mut self, standing: Standing) -> Self {
        self.standing = Some(standing);
        self
    }

    /// For this reason.
    #[must_use]
    pub fn because(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }
}

/// A reference to an entry by its id, with its basis.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reference {
    /// The id referred to.
    pub to: String,
    /// Where the fact comes from.
    pub basis: BasisRecord,
}

impl Reference {
    /// Refers to `to`.
    #[must_use]
    pub fn new(to: impl Into<String>) -> Self {
        Self {
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

impl<T: Into<String>> From<T> for Reference {
    fn from(to: T) -> Self {
        Self::new(to)
    }
}

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

/// Who sits in a post.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct HolderRecord {
    /// The name.
    pub name: String,
    /// What tells two holders of one name apart.
    pub id: Option<String>,
    /// In what capacity: acting, interim, seconded ...
    pub capacity: Option<String>,
    /// Where the fact comes from.
    pub basis: BasisRecord,
}

impl HolderRecord {
    /// A holder of this name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            id: None,
            capacity: None,
            basis: BasisRecord::default(),
        }
    }

    /// Told apart by this id.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Holding it as this: "interim".
    #[must_use]
    pub fn holding_as(mut self, capacity: impl Into<String>) -> Self {
        self.capacity = Some(capacity.into());
        self
    }

    /// On this basis.
    #[must_use]
    pub fn on(mut self, basis: BasisRecord) -> Self {
        self.basis = basis;
        self
    }
}

/// The terms on which one post deputises for another.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeputyRecord {
    /// The id of the deputy.
    pub post: String,
    /// The matters it is limited to; unlimited if there are none.
    pub matters: Vec<String>,
    /// Whether it acts or only attends.
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
            matters: Vec::new(),
            authority: Authority::Act,
            onward: false,
            basis: BasisRecord::default(),
        }
    }

    /// Limited to these matters.
    #[must_use]
    pub fn on_matters<T: Into<String>>(mut self, matters: impl IntoIterator<Item = T>) -> Self {
        self.matters = matters.into_iter().map(Into::into).collect();
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RankRecord {
    /// One post.
    One(DeputyRecord),
    /// One of these, nobody having said which.
    OneOf(Vec<DeputyRecord>),
}

/// A member of a body.
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

/// Everything a document says of one post.
///
/// A record may say anything: what is wrong with it is told when the
/// organisation is made.
///
/// ```
/// use answerable::{Accountability::Operational, Organisation, PostRecord};
///
/// let org = Organisation::from_posts([
///     PostRecord::new("matron", "Matron").none_above("head of the ward"),
///     PostRecord::new("night-sister", "Night Sister").accountable_to("matron", Operational),
/// ])?;
/// assert!(org.post("matron")?.is_above(org.post("night-sister")?, Operational));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostRecord {
    /// The id.
    pub id: String,
    /// The title; required.
    pub title: Option<String>,
    /// What sort of seat it is.
    pub kind: PostKind,
    /// The unit it belongs to.
    pub unit: Option<Reference>,
    /// The profession of its holder.
    pub profession: Option<Reference>,
    /// Its grade.
    pub grade: Option<String>,
    /// Its whole-time equivalent.
    pub fte: Option<f64>,
    /// Its seats, where it is several like ones.
    pub seats: Option<Seats>,
    /// Whether nobody sits there.
    pub vacant: bool,
    /// Who sits there, if told.
    pub holders: Vec<HolderRecord>,
    /// A note.
    pub note: Option<String>,
    /// The user's own pairs of strings, in order.
    pub labels: Vec<(String, String)>,
    /// Its superior in each kind that is told.
    pub lines: Vec<LineRecord>,
    /// Further lines.
    pub also: Vec<AlsoRecord>,
    /// Its deputies, rank by rank.
    pub deputies: Vec<RankRecord>,
    /// The chair, of a body.
    pub chair: Option<Reference>,
    /// The members, of a body.
    pub members: Vec<MemberRecord>,
    /// Working relations.
    pub links: Vec<LinkRecord>,
    /// Where the post itself comes from.
    pub basis: BasisRecord,
}

impl PostRecord {
    /// An individual post of which only this is told.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            title: Some(title.into()),
            ..Self::bare(id.into())
        }
    }

    pub(crate) fn bare(id: String) -> Self {
        Self {
            id,
            title: None,
            kind: PostKind::Individual,
            unit: None,
            profession: None,
            grade: None,
            fte: None,
            seats: None,
            vacant: false,
            holders: Vec::new(),
            note: None,
            labels: Vec::new(),
            lines: Vec::new(),
            also: Vec::new(),
            deputies: Vec::new(),
            chair: None,
            members: Vec::new(),
            links: Vec::new(),
            basis: BasisRecord::default(),
        }
    }

    /// It is a body.
    #[must_use]
    pub fn body(mut self) -> Self {
        self.kind = PostKind::Body;
        self
    }

    /// It is outside the organisation.
    #[must_use]
    pub fn external(mut self) -> Self {
        self.kind = PostKind::External;
        self
    }

    /// It belongs to this unit.
    #[must_use]
    pub fn in_unit(mut self, unit: impl Into<Reference>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// Its holder is of this profession.
    #[must_use]
    pub fn of_profession(mut self, profession: impl Into<Reference>) -> Self {
        self.profession = Some(profession.into());
        self
    }

    /// It is of this grade.
    #[must_use]
    pub fn graded(mut self, grade: impl Into<String>) -> Self {
        self.grade = Some(grade.into());
        self
    }

    /// It is this whole-time equivalent.
    #[must_use]
    pub fn of_fte(mut self, fte: f64) -> Self {
        self.fte = Some(fte);
        self
    }

    /// It is several like seats.
    #[must_use]
    pub fn of_seats(mut self, seats: Seats) -> Self {
        self.seats = Some(seats);
        self
    }

    /// Nobody sits there.
    #[must_use]
    pub fn vacant(mut self) -> Self {
        self.vacant = true;
        self
    }

    /// This person sits there; said again, both do.
    #[must_use]
    pub fn held_by(self, name: impl Into<String>) -> Self {
        self.holder(HolderRecord::new(name))
    }

    /// This holder sits there; said again, both do.
    #[must_use]
    pub fn holder(mut self, holder: HolderRecord) -> Self {
        self.holders.push(holder);
        self
    }

    /// With this note.
    #[must_use]
    pub fn noted(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// With this label of the user's own.
    #[must_use]
    pub fn labelled(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.labels.push((key.into(), value.into()));
        self
    }

    /// Its superior of this kind is `superior`.
    #[must_use]
    pub fn accountable_to(self, superior: impl Into<String>, kind: Accountability) -> Self {
        self.line(LineRecord::new(kind, SuperiorRecord::To(superior.into())))
    }

    /// It has no operational superior, and why.
    #[must_use]
    pub fn none_above(self, why: impl Into<String>) -> Self {
        self.none_above_in(Accountability::Operational, why)
    }

    /// It has no superior of this kind, and why.
    #[must_use]
    pub fn none_above_in(self, kind: Accountability, why: impl Into<String>) -> Self {
        self.line(LineRecord::new(kind, SuperiorRecord::None(why.into())))
    }

    /// Its superior of this kind is not stated, and why.
    #[must_use]
    pub fn unstated_in(self, kind: Accountability, why: impl Into<String>) -> Self {
        self.line(LineRecord::new(kind, SuperiorRecord::Unstated(why.into())))
    }

    /// Its superior of one kind.
    #[must_use]
    pub fn line(mut self, line: LineRecord) -> Self {
        self.lines.push(line);
        self
    }

    /// It also answers to `to`, in this kind.
    #[must_use]
    pub fn also_accountable_to(self, to: impl Into<String>, kind: Accountability) -> Self {
        self.also(AlsoRecord::new(kind, to))
    }

    /// A further line.
    #[must_use]
    pub fn also(mut self, also: AlsoRecord) -> Self {
        self.also.push(also);
        self
    }

    /// These deputise for it, in this order, after those named so far.
    #[must_use]
    pub fn deputised_by<T: Into<DeputyRecord>>(
        mut self,
        deputies: impl IntoIterator<Item = T>,
    ) -> Self {
        self.deputies.extend(
            deputies
                .into_iter()
                .map(|deputy| RankRecord::One(deputy.into())),
        );
        self
    }

    /// One of these deputises for it, after those named so far.
    #[must_use]
    pub fn deputised_by_one_of<T: Into<DeputyRecord>>(
        mut self,
        pool: impl IntoIterator<Item = T>,
    ) -> Self {
        self.deputies.push(RankRecord::OneOf(
            pool.into_iter().map(Into::into).collect(),
        ));
        self
    }

    /// This post chairs it.
    #[must_use]
    pub fn chaired_by(mut self, chair: impl Into<Reference>) -> Self {
        self.chair = Some(chair.into());
        self
    }

    /// These are its members, besides those named so far.
    #[must_use]
    pub fn with_members<T: Into<MemberRecord>>(
        mut self,
        members: impl IntoIterator<Item = T>,
    ) -> Self {
        self.members.extend(members.into_iter().map(Into::into));
        self
    }

    /// It has this relation to another post.
    #[must_use]
    pub fn linked(self, relation: Relation, to: impl Into<String>) -> Self {
        self.link(LinkRecord::to_post(relation, to))
    }

    /// A working relation.
    #[must_use]
    pub fn link(mut self, link: LinkRecord) -> Self {
        self.links.push(link);
        self
    }

    /// The post itself is known on this basis.
    #[must_use]
    pub fn on(mut self, basis: BasisRecord) -> Self {
        self.basis = basis;
        self
    }
}

/// An entry of the sources, professions, units or matters.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EntryRecord {
    /// The id.
    pub id: String,
    /// The title, if it has one.
    pub title: Option<String>,
    /// What contains it, of a unit or a profession.
    pub within: Option<Reference>,
    /// The kind of line that governs it, of a matter.
    pub kind: Option<Accountability>,
    /// Whether it may not be delegated, of a matter.
    pub personal: bool,
    /// Where the entry itself comes from.
    pub basis: BasisRecord,
}

impl EntryRecord {
    /// An entry of which only this is told.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            title: Some(title.into()),
            ..Self::untitled(id)
        }
    }

    /// An entry of which only the id is told.
    #[must_use]
    pub fn untitled(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: None,
            within: None,
            kind: None,
            personal: false,
            basis: BasisRecord::default(),
        }
    }

    /// Contained in this one.
    #[must_use]
    pub fn within(mut self, outer: impl Into<Reference>) -> Self {
        self.within = Some(outer.into());
        self
    }

    /// Governed by lines of this kind.
    #[must_use]
    pub fn of_kind(mut self, kind: Accountability) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Not to be delegated.
    #[must_use]
    pub fn personal(mut self) -> Self {
        self.personal = true;
        self
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
