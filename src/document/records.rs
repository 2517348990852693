//! Columns back into records.

// INVARIANT(own-numbers): rows number what was pushed.
#![cfg_attr(
    not(test),
    expect(clippy::indexing_slicing, reason = "rows are its own")
)]

use crate::model::{Accountability, Thresholds};

use super::columns::{Backing, DeputyEntry, FactKey, LinkEnd, PostColumns};
use super::record::{
    AllowanceRecord, AlsoRecord, BasisRecord, DeputyRecord, EntryRecord, HeadRecord,
    HeadshipRecord, HolderRecord, LineRecord, LinkEndRecord, LinkRecord, MatterRecord,
    MemberRecord, PostRecord, ProfessionRecord, RankRecord, ReferenceRecord, SourceRecord,
    SuperiorRecord, UnitRecord,
};
use super::texts::{Arena, Texts, Txt};
use super::{AllowanceEntry, Document, Entry, HeadEntry, Register};

/// The texts that the numbers in the columns stand for.
#[derive(Clone, Copy)]
pub(crate) struct Names<'d> {
    pub(crate) text: &'d Arena,
    pub(crate) posts: &'d Texts,
    pub(crate) units: &'d Texts,
    pub(crate) professions: &'d Texts,
    pub(crate) sources: &'d Texts,
    pub(crate) matters: &'d Texts,
}

impl Names<'_> {
    fn text(&self, txt: Txt) -> String {
        self.text.get(txt).to_owned()
    }

    fn post(&self, txt: Txt) -> String {
        self.posts.get(txt).to_owned()
    }

    fn basis(&self, backing: Backing) -> BasisRecord {
        BasisRecord {
            source: backing
                .source
                .map(|source| self.sources.get(source).to_owned()),
            at: backing.at.map(|at| self.text(at)),
            standing: backing.standing,
            why: backing.why.map(|why| self.text(why)),
        }
    }

    fn reference(&self, texts: &Texts, to: Txt, backing: Backing) -> ReferenceRecord {
        ReferenceRecord {
            to: texts.get(to).to_owned(),
            basis: self.basis(backing),
        }
    }

    fn deputy(&self, entry: &DeputyEntry) -> DeputyRecord {
        let matters = entry.matters.iter();
        let matters = matters.map(|&id| self.matters.get(id).to_owned());
        DeputyRecord {
            post: self.post(entry.post),
            matters: (!entry.matters.is_empty()).then(|| matters.collect()),
            authority: entry.authority,
            onward: entry.onward,
            basis: self.basis(entry.backing),
        }
    }

    fn ranks(&self, entries: &[DeputyEntry]) -> Vec<RankRecord> {
        entries
            .chunk_by(|a, b| a.rank == b.rank)
            .map(|rank| match rank {
                [one] if one.pooled.is_none() => RankRecord::One(self.deputy(one)),
                pool => RankRecord::OneOf(pool.iter().map(|one| self.deputy(one)).collect()),
            })
            .collect()
    }

    /// The superior told of in each kind; `superiors` where the columns no
    /// longer hold them.
    fn lines(
        &self,
        posts: &PostColumns,
        row: u32,
        superiors: Option<[Option<Txt>; 3]>,
    ) -> Vec<LineRecord> {
        let mut lines = Vec::new();
        for (at, kind) in Accountability::ALL.into_iter().enumerate() {
            let told = match superiors {
                Some(superiors) => superiors[at],
                None => posts.superior[at].get(row),
            };
            let superior = match (told, posts.open_of(row, kind)) {
                (Some(to), _) => SuperiorRecord::Known(self.post(to)),
                (None, Some(open)) if open.is_none => {
                    SuperiorRecord::NoneAbove(self.text(open.why))
                }
                (None, Some(open)) => SuperiorRecord::Unstated(self.text(open.why)),
                (None, None) => continue,
            };
            let basis = self.basis(posts.backing_of(row, FactKey::Line(kind)));
            lines.push(LineRecord {
                kind,
                superior,
                basis,
            });
        }
        lines
    }

    /// Everything told of the post at `row`.
    pub(crate) fn record(
        &self,
        posts: &PostColumns,
        row: u32,
        superiors: Option<[Option<Txt>; 3]>,
    ) -> PostRecord {
        let at = row as usize;
        let own = |texts, to: Option<Txt>, fact| {
            to.map(|to| self.reference(texts, to, posts.backing_of(row, fact)))
        };
        PostRecord {
            id: self.post(posts.id_of(row)),
            title: posts.title.get(row).map(|title| self.text(title)),
            kind: posts.kind[at],
            unit: own(self.units, posts.unit.get(row), FactKey::Unit),
            profession: own(
                self.professions,
                posts.profession.get(row),
                FactKey::Profession,
            ),
            grade: posts.grade.get(row).map(|grade| self.text(grade)),
            fte: posts.fte.of(row).first().copied(),
            seats: posts.seats.of(row).first().copied(),
            vacant: posts.vacant.has(row),
            holders: posts
                .holders
                .of(row)
                .iter()
                .map(|holder| HolderRecord {
                    name: self.text(holder.name),
                    id: holder.id.map(|id| self.text(id)),
                    holding_as: holder.more().holding_as.map(|capacity| self.text(capacity)),
                    basis: self.basis(holder.more().backing),
                })
                .collect(),
            note: posts.note.of(row).first().map(|&note| self.text(note)),
            labels: posts
                .labels
                .of(row)
                .iter()
                .map(|&(key, value)| (self.text(key), self.text(value)))
                .collect(),
            lines: self.lines(posts, row, superiors),
            also: posts
                .also
                .of(row)
                .iter()
                .map(|also| AlsoRecord {
                    kind: also.kind,
                    to: self.post(also.to),
                    basis: self.basis(also.backing),
                })
                .collect(),
            deputies: self.ranks(posts.deputies.of(row)),
            chair: own(
                self.posts,
                posts.chair.of(row).first().copied(),
                FactKey::Chair,
            ),
            members: posts
                .members
                .of(row)
                .iter()
                .map(|member| MemberRecord {
                    post: self.post(member.post),
                    role: member.role.map(|role| self.text(role)),
                    basis: self.basis(member.backing),
                })
                .collect(),
            links: posts
                .links
                .of(row)
                .iter()
                .map(|link| LinkRecord {
                    relation: link.relation,
                    to: match link.to {
                        LinkEnd::Post(to) => LinkEndRecord::Post(self.post(to)),
                        LinkEnd::Unit(to) => LinkEndRecord::Unit(self.units.get(to).to_owned()),
                    },
                    basis: self.basis(link.backing),
                })
                .collect(),
            basis: self.basis(posts.backing_of(row, FactKey::Post)),
        }
    }

    /// Everything told of an entry whose ids are `ids`.
    pub(crate) fn entry(&self, ids: &Texts, entry: &Entry) -> EntryRecord {
        EntryRecord {
            id: ids.get(entry.id).to_owned(),
            title: entry.title.map(|title| self.text(title)),
            within: entry
                .within
                .map(|(outer, backing)| self.reference(ids, outer, backing)),
            kind: entry.kind,
            personal: entry.personal,
            basis: self.basis(entry.backing),
        }
    }

    /// Everything told of an allowance.
    pub(crate) fn allowance(&self, allowance: &AllowanceEntry) -> AllowanceRecord {
        AllowanceRecord {
            code: allowance.code,
            why: self.text(allowance.why),
            posts: allowance.posts.iter().map(|&id| self.post(id)).collect(),
        }
    }

    /// A headship, if all it needs is told.
    pub(crate) fn head(&self, head: &HeadEntry) -> Option<HeadshipRecord> {
        Some(HeadshipRecord {
            kind: head.kind?,
            unit: self.units.get(head.unit?).to_owned(),
            profession: head
                .profession
                .map(|id| self.professions.get(id).to_owned()),
            head: match (head.post, head.unstated) {
                (Some(post), _) => HeadRecord::Known(self.post(post)),
                (None, Some(why)) => HeadRecord::Unstated(self.text(why)),
                (None, None) => return None,
            },
            through_operational: head.through,
            basis: self.basis(head.backing),
        })
    }
}

/// What is told, given back as records: in document order, repeats included, as
/// far as it could be read. Each record is made as it is reached, in the size of
/// what it holds.
///
/// A document is changed by making another of what it gives back. This one has only
/// posts; sources, professions, units, matters, headships and settings are carried
/// over likewise.
///
/// ```
/// use answerable::{Accountability::Operational, Document, Organisation, PostRecord};
///
/// let ward = Organisation::from_posts([
///     PostRecord::new("matron", "Matron").none_above("head of the ward block"),
///     PostRecord::new("sister", "Ward Sister").accountable_to("matron", Operational).held_by("J. Hart"),
/// ])?;
/// let document = ward.to_document();
/// let left = document.posts().map(|mut post| {
///     if post.id == "sister" {
///         post.holders.clear();
///         post.vacant = true;
///     }
///     post
/// });
/// let ward = Organisation::try_from(left.collect::<Document>())?;
/// assert!(ward.post("sister")?.is_vacant());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl Document {
    /// The title of the organisation, if told.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.map(|title| self.text.get(title))
    }

    /// What the organisation is, if told.
    #[must_use]
    pub fn about(&self) -> Option<&str> {
        self.about.map(|about| self.text.get(about))
    }

    /// Whether cover goes to the superior where no deputy can act, if told.
    #[must_use]
    pub fn reverts_to_superior(&self) -> Option<bool> {
        self.reverts_to_superior
    }

    /// What a kind is called in print, if told.
    #[must_use]
    pub fn kind_title(&self, kind: Accountability) -> Option<&str> {
        self.kind_titles[kind as usize].map(|title| self.text.get(title))
    }

    /// From where on the rules of findings find too much, as far as told.
    #[must_use]
    pub fn thresholds(&self) -> Thresholds {
        self.thresholds
    }

    /// The allowances told of, in document order.
    pub fn allowances(&self) -> impl Iterator<Item = AllowanceRecord> {
        let names = self.names();
        self.allowances
            .iter()
            .map(move |told| names.allowance(told))
    }

    /// The sources told of, in document order.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let told = org.to_document();
    /// assert_eq!(told.title(), Some("Thamesmouth NHS Foundation Trust"));
    /// assert!(told.sources().map(|source| source.id).eq(["cgd"]));
    /// assert!(told.matters().map(|matter| matter.id).eq(["revalidation", "corporate-assurance"]));
    /// let professions = told.professions().map(|profession| profession.id);
    /// assert!(professions.eq(["medical", "nursing", "allied-health", "physiotherapy"]));
    /// let within = |unit: answerable::UnitRecord| unit.within.map(|outer| outer.to);
    /// assert_eq!(told.units().nth(2).and_then(within).as_deref(), Some("childrens-care-group"));
    /// ```
    pub fn sources(&self) -> impl Iterator<Item = SourceRecord> {
        self.entries(&self.sources).map(Into::into)
    }

    /// The professions told of, in document order.
    pub fn professions(&self) -> impl Iterator<Item = ProfessionRecord> {
        self.entries(&self.professions).map(Into::into)
    }

    /// The units told of, in document order.
    pub fn units(&self) -> impl Iterator<Item = UnitRecord> {
        self.entries(&self.units).map(Into::into)
    }

    /// The matters told of, in document order.
    pub fn matters(&self) -> impl Iterator<Item = MatterRecord> {
        self.entries(&self.matters).map(Into::into)
    }

    fn entries<'d>(&'d self, register: &'d Register) -> impl Iterator<Item = EntryRecord> + 'd {
        register
            .entries
            .iter()
            .map(|entry| self.names().entry(&register.ids, entry))
    }

    /// The headships told of, in document order, but for those without a kind, a unit
    /// or a head.
    pub fn headships(&self) -> impl Iterator<Item = HeadshipRecord> {
        self.heads.iter().filter_map(|head| self.names().head(head))
    }

    /// The posts told of, in document order. What a headship gives them is not among
    /// their lines.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// use answerable::{Accountability::{Operational, Professional}, HeadRecord, SuperiorRecord};
    ///
    /// let told = org.to_document();
    /// let ward = told.posts().find(|post| post.id == "ward-manager-childrens").expect("the post");
    /// assert_eq!(ward.grade.as_deref(), Some("Band 7"));
    /// assert_eq!(ward.lines.len(), 1);                         // the professional one is by rule
    /// assert_eq!(ward.lines[0].kind, Operational);
    /// let superior = SuperiorRecord::Known("head-of-nursing-childrens".to_owned());
    /// assert_eq!(ward.lines[0].superior, superior);
    ///
    /// let headship = told.headships().next().expect("a headship");
    /// assert_eq!(headship.kind, Professional);
    /// assert_eq!(headship.head, HeadRecord::Known("chief-nurse".to_owned()));
    /// ```
    pub fn posts(&self) -> impl Iterator<Item = PostRecord> {
        (0..)
            .take(self.posts.len())
            .map(|row| self.names().record(&self.posts, row, None))
    }
}
