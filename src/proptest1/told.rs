//! The document that a plan tells.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    AllowanceRecord, AlsoRecord, BasisRecord, DeputyRecord, Document, HeadshipRecord, HolderRecord,
    LineRecord, LinkRecord, MatterRecord, MemberRecord, PostKind, PostRecord, ProfessionRecord,
    RankRecord, ReferenceRecord, SourceRecord, SuperiorRecord, Thresholds, UnitRecord,
};

use super::plan::{Basis, Fact, Name, Piece, Plan, Rule, Terms, Up};

const FORMS: [&str; 7] = [
    "post-",
    "EoE-HEE-00",
    "0",
    "ward “A”.",
    "Zoë ",
    "q\"\\",
    "<b>&",
];

impl Plan {
    pub(super) fn document(&self) -> Document {
        let mut told = Told {
            is_fancy: self.is_fancy,
            ..Told::default()
        };
        for piece in &self.pieces {
            match piece {
                Piece::Of(at, fact, basis) => {
                    told.facts.entry(*at).or_default().push((fact, *basis));
                    if *fact == Fact::BadId {
                        told.badly.insert(*at);
                    }
                }
                Piece::Within(inner, outer, basis) => {
                    told.within.insert(*inner, (*outer, *basis));
                }
                Piece::On(entry, basis) => {
                    told.on.insert(*entry, *basis);
                }
                _ => {}
            }
        }
        let document = if self.pieces.contains(&Piece::Title) {
            Document::new("Thamesmouth “and” <all>")
        } else {
            Document::default()
        };
        let pieces = self.pieces.iter();
        pieces.fold(document, |document, piece| told.with_piece(document, piece))
    }

    /// The posts by their ids, as long as these are good.
    pub(super) fn by_id(&self) -> BTreeMap<String, usize> {
        let told = Told {
            is_fancy: self.is_fancy,
            ..Told::default()
        };
        self.posts()
            .map(|(post, _)| (told.post_id(post), post))
            .collect()
    }
}

/// What is told of a plan, post by post.
#[derive(Default)]
struct Told<'p> {
    is_fancy: bool,
    /// The posts with bad ids.
    badly: BTreeSet<usize>,
    facts: BTreeMap<usize, Vec<(&'p Fact, Option<Basis>)>>,
    within: BTreeMap<Name, (Name, Option<Basis>)>,
    on: BTreeMap<Name, Basis>,
}

impl Told<'_> {
    fn with_piece(&self, mut document: Document, piece: &Piece) -> Document {
        match piece {
            Piece::About => return document.described("What it is for:\nin two lines."),
            Piece::Reverts(reverts) => return document.reverting(*reverts),
            Piece::KindTitle(kind) => {
                return document.kind_titled(*kind, "line of “care” & <duty>");
            }
            Piece::Most(most) => {
                let thresholds = Thresholds::none().span(*most).layers(*most);
                return document.with_thresholds(thresholds.sole_cover(*most));
            }
            Piece::Allowed(code, post) => {
                let allowance = AllowanceRecord::new(*code, "known, and left");
                let posts = post.iter().map(|post| self.post_id(*post));
                document.push_allowance(allowance.for_posts(posts));
            }
            Piece::Source(at) => {
                let mut source = SourceRecord::new(source_id(*at), self.title("Source", *at));
                source.basis = self.entry(Name::Source(*at));
                document.push_source(source);
            }
            Piece::Unit(at) => {
                let mut unit = UnitRecord::new(unit_id(*at), self.title("Unit", *at));
                unit.within = self.outer(Name::Unit(*at));
                unit.basis = self.entry(Name::Unit(*at));
                document.push_unit(unit);
            }
            Piece::Profession(at) => {
                let title = self.title("Profession", *at);
                let mut profession = ProfessionRecord::new(profession_id(*at), title);
                profession.within = self.outer(Name::Profession(*at));
                profession.basis = self.entry(Name::Profession(*at));
                document.push_profession(profession);
            }
            Piece::Matter(at, kind, personal) => {
                let mut matter = MatterRecord::new(matter_id(*at), self.title("Matter", *at));
                matter.kind = *kind;
                matter.personal = *personal;
                matter.basis = self.entry(Name::Matter(*at));
                document.push_matter(matter);
            }
            Piece::Head(rule) => document.push_headship(self.head(rule)),
            Piece::Post(at, kind) => {
                let facts = self.facts.get(at).map_or(&[][..], Vec::as_slice);
                let record = self.record(*at, *kind, facts);
                if facts.contains(&(&Fact::Again, None)) {
                    document.push_post(record.clone());
                }
                document.push_post(record);
            }
            Piece::Title | Piece::Within(..) | Piece::Of(..) | Piece::On(..) => {}
        }
        document
    }

    /// On what an entry is told.
    fn entry(&self, entry: Name) -> BasisRecord {
        basis(self.on.get(&entry).copied())
    }

    fn outer(&self, inner: Name) -> Option<ReferenceRecord> {
        let (outer, on) = self.within.get(&inner)?;
        let outer = match outer {
            Name::Profession(at) => profession_id(*at),
            Name::Unit(at) => unit_id(*at),
            Name::Post(_) | Name::Source(_) | Name::Matter(_) => return None,
        };
        Some(ReferenceRecord::new(outer).on(basis(*on)))
    }

    fn title(&self, of: &str, at: usize) -> String {
        if self.is_fancy && at.is_multiple_of(3) {
            format!("{of} {at} \"of\" <the> Ward & Theatre; “Zoë”")
        } else {
            format!("{of} {at}")
        }
    }

    fn post_id(&self, post: usize) -> String {
        let space = if self.badly.contains(&post) { " " } else { "" };
        let form = FORMS
            .get(post.checked_rem(FORMS.len()).unwrap_or(0))
            .filter(|_| self.is_fancy)
            .unwrap_or(&"post-");
        format!("{space}{form}{post}")
    }

    fn head(&self, rule: &Rule) -> HeadshipRecord {
        let unit = unit_id(rule.unit);
        let mut head = match rule.head {
            Some(post) => HeadshipRecord::new(rule.kind, unit, self.post_id(post)),
            None => HeadshipRecord::unstated(rule.kind, unit, "the head is not named"),
        };
        head.profession = rule.profession.map(profession_id);
        head.through_operational = rule.through;
        head.basis = basis(rule.basis);
        head
    }

    fn record(&self, at: usize, kind: PostKind, facts: &[(&Fact, Option<Basis>)]) -> PostRecord {
        let mut record = PostRecord::new(self.post_id(at), self.title("Post", at));
        record.kind = kind;
        record.basis = self.entry(Name::Post(at));
        let mut ranks: BTreeMap<usize, Vec<DeputyRecord>> = BTreeMap::new();
        for (fact, on) in facts {
            if let Fact::Deputy(rank, to, terms) = fact {
                let deputy = self.deputy(*to, terms).on(basis(*on));
                ranks.entry(*rank).or_default().push(deputy);
            }
            record = self.with_fact(record, fact, basis(*on));
        }
        record.deputies = ranks
            .into_values()
            .map(|mut pool| match pool.pop() {
                Some(only) if pool.is_empty() => RankRecord::One(only),
                last => {
                    pool.extend(last);
                    RankRecord::OneOf(pool)
                }
            })
            .collect();
        record
    }

    fn deputy(&self, to: usize, terms: &Terms) -> DeputyRecord {
        let mut deputy = DeputyRecord::new(self.post_id(to));
        if !terms.matters.is_empty() {
            deputy = deputy.on_matters(terms.matters.iter().copied().map(matter_id));
        }
        if terms.attends {
            deputy = deputy.to_attend();
        }
        deputy.onward = terms.onward;
        deputy
    }

    fn with_fact(&self, record: PostRecord, fact: &Fact, on: BasisRecord) -> PostRecord {
        match fact {
            Fact::Unit(unit) => record.in_unit(ReferenceRecord::new(unit_id(*unit)).on(on)),
            Fact::Profession(profession) => {
                record.of_profession(ReferenceRecord::new(profession_id(*profession)).on(on))
            }
            Fact::Up(kind, up) => {
                let superior = match up {
                    Up::To(to) => SuperiorRecord::Known(self.post_id(*to)),
                    Up::NoneAbove => SuperiorRecord::NoneAbove("head of it".into()),
                    Up::Unstated => SuperiorRecord::Unstated("nobody said".into()),
                };
                record.line(LineRecord::new(*kind, superior).on(on))
            }
            Fact::Also(kind, to) => record.also(AlsoRecord::new(*kind, self.post_id(*to)).on(on)),
            Fact::Vacant => record.vacant(),
            Fact::Holder(person, capacity) => {
                let mut holder = holder(*person).on(on);
                holder.holding_as = capacity.map(String::from);
                record.holder(holder)
            }
            Fact::Fte(fte) => record.of_fte(*fte),
            Fact::Label(label) => record.labelled(format!("label {label}"), "“so” & <so>"),
            Fact::Seats(seats) => record.of_seats(*seats),
            Fact::Chair(to) => record.chaired_by(ReferenceRecord::new(self.post_id(*to)).on(on)),
            Fact::Member(to, role) => {
                let mut member = MemberRecord::new(self.post_id(*to)).on(on);
                member.role = role.map(String::from);
                record.with_members([member])
            }
            Fact::Link(relation, to) => {
                record.link(LinkRecord::to_post(*relation, self.post_id(*to)).on(on))
            }
            Fact::LinkToUnit(relation, unit) => {
                record.link(LinkRecord::to_unit(*relation, unit_id(*unit)).on(on))
            }
            Fact::Grade => record.graded("Band 8a"),
            Fact::Note => record.noted("A note\nof two lines"),
            Fact::Untitled => {
                let mut record = record;
                record.title = None;
                record
            }
            Fact::Odd(which) => super::wild::odd(record, *which),
            Fact::Deputy(..) | Fact::BadId | Fact::Again => record,
        }
    }
}

fn basis(told: Option<Basis>) -> BasisRecord {
    let mut record = BasisRecord::default();
    if let Some(basis) = told {
        record.source = basis.source.map(source_id);
        record.at = basis.is_at_place.then(|| "page 2".into());
        record.standing = basis.standing;
        record.why = basis.has_reason.then(|| "so it was said".into());
    }
    record
}

fn source_id(source: usize) -> String {
    format!("source {source}")
}

fn unit_id(unit: usize) -> String {
    format!("unit {unit}")
}

fn profession_id(profession: usize) -> String {
    format!("profession {profession}")
}

fn matter_id(matter: usize) -> String {
    format!("matter {matter}")
}

/// Every third person has an id.
fn holder(person: usize) -> HolderRecord {
    let holder = HolderRecord::new(format!("Holder {person}"));
    if person.is_multiple_of(3) {
        holder.with_id(format!("h-{person}"))
    } else {
        holder
    }
}
