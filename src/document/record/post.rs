//! Records of posts.

use crate::model::{Accountability, PostKind, Relation, Seats};

use super::{
    AlsoRecord, BasisRecord, DeputyRecord, HolderRecord, LineRecord, LinkRecord, MemberRecord,
    RankRecord, ReferenceRecord, SuperiorRecord,
};

/// Everything a document says of one post.
///
/// A record may say anything: what is wrong with it is told when the
/// organisation is made. Setters that name one thing replace what was said; those
/// of holders, labels, lines, deputies, members and links add to it.
///
/// ```
/// use answerable::{
///     Accountability::Operational, BasisRecord, Document, Organisation, PostRecord,
///     ProfessionRecord, SourceRecord, UnitRecord,
/// };
///
/// let mut document = Document::default();
/// document.push_source(SourceRecord::new("jd", "Ward Manager: job description"));
/// document.push_unit(UnitRecord::new("paediatrics", "General Paediatrics"));
/// document.push_profession(ProfessionRecord::new("nursing", "Nursing"));
/// document.push_post(
///     PostRecord::new("ward-manager", "Ward Manager")
///         .in_unit("paediatrics").of_profession("nursing")
///         .graded("Band 7").of_fte(0.8).held_by("Ruth Akande")
///         .noted("Runs the ward day and night.").labelled("site", "Thamesmouth General")
///         .on(BasisRecord::source("jd").at("The Post")),
/// );
/// let org = Organisation::try_from(document)?;
/// let ward = org.post("ward-manager")?;
/// assert_eq!((ward.grade(), ward.fte()), (Some("Band 7"), Some(0.8)));
/// assert_eq!(ward.label("site"), Some("Thamesmouth General"));
/// assert_eq!(ward.basis().to_string(), "stated: Ward Manager: job description, The Post");
/// assert!(ward.superior(Operational).is_unstated());       // no record said anything of it
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostRecord {
    /// The id.
    pub id: String,
    /// The title; without one the post is a problem.
    pub title: Option<String>,
    /// What sort of seat it is.
    pub kind: PostKind,
    /// The id of the unit it belongs to.
    pub unit: Option<ReferenceRecord>,
    /// The id of the profession of its holder.
    pub profession: Option<ReferenceRecord>,
    /// Its grade.
    pub grade: Option<String>,
    /// Its whole-time equivalent, 0 or more: 1.0 is one full-time post.
    pub fte: Option<f64>,
    /// Its seats, where it is several like ones.
    pub seats: Option<Seats>,
    /// Whether nobody sits there. A post without a holder is not vacant unless
    /// this says so.
    pub vacant: bool,
    /// Who sits there, if told.
    pub holders: Vec<HolderRecord>,
    /// A note.
    pub note: Option<String>,
    /// The user's own pairs of strings, in order.
    pub labels: Vec<(String, String)>,
    /// Its superior in each kind that is told; two of one kind are a problem.
    pub lines: Vec<LineRecord>,
    /// Further lines, joint or "dotted": no chain follows them.
    pub also: Vec<AlsoRecord>,
    /// Its deputies, rank by rank, the first called first.
    pub deputies: Vec<RankRecord>,
    /// The id of the chair, of a body.
    pub chair: Option<ReferenceRecord>,
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

    /// It is a body: a board, committee or team, with members and no holder.
    ///
    /// ```
    /// use answerable::{MemberRecord, Organisation, PostRecord};
    ///
    /// let org = Organisation::from_posts([
    ///     PostRecord::new("chair", "Chair"),
    ///     PostRecord::new("chief-nurse", "Chief Nurse"),
    ///     PostRecord::new("trust-board", "Trust Board").body().chaired_by("chair")
    ///         .with_members([MemberRecord::new("chief-nurse").in_role("executive director")]),
    /// ])?;
    /// let members: Vec<_> = org.post("trust-board")?.members().map(|of| of.to_string()).collect();
    /// assert_eq!(members, [
    ///     "Chair chairs Trust Board",
    ///     "Chief Nurse is a member of Trust Board (executive director)",
    /// ]);
    ///
    /// let held = PostRecord::new("trust-board", "Trust Board").body().held_by("Harriet Lindqvist");
    /// assert_eq!(
    ///     Organisation::from_posts([held]).expect_err("a body that is held").to_string(),
    ///     "invalid organisation: `trust-board` is a body, which has no `holder`; \
    ///      say it of its chair or its members",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn body(mut self) -> Self {
        self.kind = PostKind::Body;
        self
    }

    /// It is outside the organisation: it has no lines of its own, deputies, chair or
    /// members. Posts may answer to it, and it may be a member.
    ///
    /// ```
    /// use answerable::{Accountability::Operational, Document, LinkRecord, Organisation};
    /// use answerable::{PostRecord, Relation::Regulates, UnitRecord};
    ///
    /// let mut document = Document::default();
    /// document.push_unit(UnitRecord::new("trust", "Thamesmouth NHS Foundation Trust"));
    /// document.push_post(
    ///     PostRecord::new("cqc", "Care Quality Commission").external()
    ///         .link(LinkRecord::to_unit(Regulates, "trust")),
    /// );
    /// let org = Organisation::try_from(document)?;
    /// let regulator = org.post("cqc")?;
    /// assert_eq!(regulator.superior(Operational).to_string(), "none: outside the organisation");
    /// let link = regulator.links().next().expect("a link");
    /// assert_eq!(link.to_string(), "Care Quality Commission regulates Thamesmouth NHS Foundation Trust");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn external(mut self) -> Self {
        self.kind = PostKind::External;
        self
    }

    /// It belongs to this unit.
    #[must_use]
    pub fn in_unit(mut self, unit: impl Into<ReferenceRecord>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// Its holder is of this profession.
    #[must_use]
    pub fn of_profession(mut self, profession: impl Into<ReferenceRecord>) -> Self {
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
    ///
    /// ```
    /// use answerable::{HolderRecord, Organisation, PostRecord, Seats};
    ///
    /// let org = Organisation::from_posts([
    ///     PostRecord::new("consultants", "Consultants").of_seats(Seats::NotStated),
    ///     PostRecord::new("team-manager", "Team Manager")      // a job share is one seat
    ///         .held_by("Aoife Lacey").holder(HolderRecord::new("Grace Nwosu").holding_as("interim")),
    /// ])?;
    /// assert_eq!(org.post("consultants")?.seats(), Some(Seats::NotStated));
    /// let shared = org.post("team-manager")?;
    /// assert_eq!((shared.seats(), shared.holders().len()), (None, 2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_seats(mut self, seats: Seats) -> Self {
        self.seats = Some(seats);
        self
    }

    /// Nobody sits there. With a holder, or of a body, it is a problem.
    ///
    /// ```
    /// use answerable::{Organisation, PostRecord};
    ///
    /// let org = Organisation::from_posts([
    ///     PostRecord::new("ward-manager", "Ward Manager").vacant(),
    ///     PostRecord::new("matron", "Matron"),                     // who holds it is not told
    /// ])?;
    /// assert!(org.post("ward-manager")?.is_vacant());
    /// assert!(!org.post("matron")?.is_vacant());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// With this label of the user's own; a key said twice is a problem.
    #[must_use]
    pub fn labelled(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.labels.push((key.into(), value.into()));
        self
    }

    /// Its superior of this kind is `superior`.
    ///
    /// ```
    /// use answerable::Accountability::{Clinical, Operational, Professional};
    /// use answerable::{Line, Organisation, PostRecord};
    ///
    /// let org = Organisation::from_posts([
    ///     PostRecord::new("medical-director", "Medical Director").none_above("answers to the Board"),
    ///     PostRecord::new("chief-nurse", "Chief Nurse")
    ///         .none_above("answers to the Board")
    ///         .none_above_in(Professional, "answers outside the Trust, to the regulator"),
    ///     PostRecord::new("ward-manager", "Ward Manager")
    ///         .accountable_to("medical-director", Operational)
    ///         .accountable_to("chief-nurse", Professional)
    ///         .unstated_in(Clinical, "the job description names none")
    ///         .also_accountable_to("chief-nurse", Operational),
    /// ])?;
    /// let ward = org.post("ward-manager")?;
    /// assert_eq!(ward.superior(Operational).to_string(), "Medical Director");
    /// assert_eq!(ward.superior(Professional).to_string(), "Chief Nurse");
    /// assert_eq!(ward.superior(Clinical).to_string(), "not stated: the job description names none");
    /// let also: Vec<_> = ward.also().map(Line::to).collect();
    /// assert_eq!(also, [org.post("chief-nurse")?]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn accountable_to(self, superior: impl Into<String>, kind: Accountability) -> Self {
        self.line(LineRecord::new(
            kind,
            SuperiorRecord::Known(superior.into()),
        ))
    }

    /// It has no operational superior, and why.
    #[must_use]
    pub fn none_above(self, why: impl Into<String>) -> Self {
        self.none_above_in(Accountability::Operational, why)
    }

    /// It has no superior of this kind, and why.
    #[must_use]
    pub fn none_above_in(self, kind: Accountability, why: impl Into<String>) -> Self {
        self.line(LineRecord::new(kind, SuperiorRecord::NoneAbove(why.into())))
    }

    /// Its superior of this kind is not stated, and why.
    #[must_use]
    pub fn unstated_in(self, kind: Accountability, why: impl Into<String>) -> Self {
        self.line(LineRecord::new(kind, SuperiorRecord::Unstated(why.into())))
    }

    /// Its superior of one kind, or that there is none, with its basis. Said twice
    /// of one kind, it is a problem.
    ///
    /// ```
    /// use answerable::{Accountability::Operational, LineRecord, Organisation, PostRecord};
    /// use answerable::SuperiorRecord::Known;
    ///
    /// let to = |superior: &str| LineRecord::new(Operational, Known(superior.to_owned()));
    /// let twice = PostRecord::new("matron", "Matron").line(to("chief-nurse")).line(to("director"));
    /// assert_eq!(
    ///     Organisation::from_posts([twice]).expect_err("two superiors").to_string(),
    ///     "invalid organisation: post `matron`, `operational`: 2 superiors are given, `chief-nurse` \
    ///      and `director`; a post answers to one superior of each kind: keep one, and give the others \
    ///      as `also` lines",
    /// );
    /// ```
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

    /// A further line, with its basis.
    #[must_use]
    pub fn also(mut self, also: AlsoRecord) -> Self {
        self.also.push(also);
        self
    }

    /// These deputise for it, in this order, after those named so far: each a rank
    /// of its own.
    ///
    /// ```
    /// use answerable::{DeputyRecord, Organisation, PostRecord};
    ///
    /// let org = Organisation::from_posts([
    ///     PostRecord::new("medical-director", "Medical Director")
    ///         .deputised_by([DeputyRecord::new("associate").on_matters(["revalidation"])])
    ///         .deputised_by_one_of(["children", "adults"]),
    ///     PostRecord::new("associate", "Associate Medical Director"),
    ///     PostRecord::new("children", "Care Group Director, Children's"),
    ///     PostRecord::new("adults", "Care Group Director, Adult Community"),
    /// ])?;
    /// let deputies: Vec<_> = org.post("medical-director")?.deputies().map(|of| of.to_string()).collect();
    /// assert_eq!(deputies, [
    ///     "Associate Medical Director deputises for Medical Director (rank 1; for revalidation)",
    ///     "Care Group Director, Children's deputises for Medical Director (rank 2; one of a pool)",
    ///     "Care Group Director, Adult Community deputises for Medical Director (rank 2; one of a pool)",
    /// ]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// One of these deputises for it, after those named so far: a pool, of one rank,
    /// nobody having said which.
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
    pub fn chaired_by(mut self, chair: impl Into<ReferenceRecord>) -> Self {
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
    ///
    /// ```
    /// use answerable::{Accountability::Operational, LinkRecord, Organisation, PostRecord};
    /// use answerable::Relation::{Supports, WorksWith};
    ///
    /// let org = Organisation::from_posts([
    ///     PostRecord::new("director", "Care Group Director")
    ///         .link(LinkRecord::to_post(WorksWith, "general-manager")),
    ///     PostRecord::new("general-manager", "General Manager").linked(Supports, "director"),
    /// ])?;
    /// let manager = org.post("general-manager")?;
    /// let links: Vec<_> = manager.links().map(|link| link.to_string()).collect();
    /// assert_eq!(links, [
    ///     "General Manager supports Care Group Director",
    ///     "Care Group Director works with General Manager",        // the same from both ends
    /// ]);
    /// assert!(manager.superior(Operational).is_unstated());        // a link is no line
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn linked(self, relation: Relation, to: impl Into<String>) -> Self {
        self.link(LinkRecord::to_post(relation, to))
    }

    /// A working relation to a post or a unit, with its basis.
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
