//! Records of posts and their holders.

use crate::model::{Accountability, PostKind, Relation, Seats};

use super::{
    AlsoRecord, BasisRecord, DeputyRecord, LineRecord, LinkRecord, MemberRecord, RankRecord,
    Reference, SuperiorRecord,
};

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
