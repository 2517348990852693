//! The document that a plan tells.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    DeputyRecord, Document, HeadRecord, HolderRecord, LinkRecord, MatterRecord, PostKind,
    PostRecord, ProfessionRecord, RankRecord, UnitRecord,
};

use super::plan::{Fact, Piece, Plan, Rule, Terms, Up};

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
            if let Piece::Of(at, fact) = piece {
                told.facts.entry(*at).or_default().push(fact);
                if *fact == Fact::BadId {
                    told.badly.insert(*at);
                }
            }
        }
        let mut document = Document::default();
        for piece in &self.pieces {
            match piece {
                Piece::Reverts(reverts) => document = document.reverting(*reverts),
                Piece::Unit(at) => {
                    let mut unit = UnitRecord::new(unit_id(*at), told.title("Unit", *at));
                    unit.within = self.pieces.iter().find_map(|piece| match piece {
                        Piece::UnitWithin(inner, outer) if inner == at => {
                            Some(unit_id(*outer).into())
                        }
                        _ => None,
                    });
                    document.push_unit(unit);
                }
                Piece::Profession(at) => {
                    let title = told.title("Profession", *at);
                    let mut profession = ProfessionRecord::new(profession_id(*at), title);
                    profession.within = self.pieces.iter().find_map(|piece| match piece {
                        Piece::ProfessionWithin(inner, outer) if inner == at => {
                            Some(profession_id(*outer).into())
                        }
                        _ => None,
                    });
                    document.push_profession(profession);
                }
                Piece::Matter(at, kind, personal) => {
                    let mut matter = MatterRecord::new(matter_id(*at), told.title("Matter", *at));
                    matter.kind = *kind;
                    matter.personal = *personal;
                    document.push_matter(matter);
                }
                Piece::Head(rule) => document.push_head(told.head(rule)),
                Piece::Post(at, kind) => {
                    let facts = told.facts.get(at).map_or(&[][..], Vec::as_slice);
                    let record = told.record(*at, *kind, facts);
                    if facts.contains(&&Fact::Again) {
                        document.push_post(record.clone());
                    }
                    document.push_post(record);
                }
                Piece::UnitWithin(..) | Piece::ProfessionWithin(..) | Piece::Of(..) => {}
            }
        }
        document
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
    facts: BTreeMap<usize, Vec<&'p Fact>>,
}

impl Told<'_> {
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

    fn head(&self, rule: &Rule) -> HeadRecord {
        let unit = unit_id(rule.unit);
        let mut head = match rule.head {
            Some(post) => HeadRecord::new(rule.kind, unit, self.post_id(post)),
            None => HeadRecord::unstated(rule.kind, unit, "the head is not named"),
        };
        head.profession = rule.profession.map(profession_id);
        head.through_operational = rule.through;
        head
    }

    fn record(&self, at: usize, kind: PostKind, facts: &[&Fact]) -> PostRecord {
        let mut record = PostRecord::new(self.post_id(at), self.title("Post", at));
        record.kind = kind;
        let mut ranks: BTreeMap<usize, Vec<DeputyRecord>> = BTreeMap::new();
        for fact in facts {
            if let Fact::Deputy(rank, to, terms) = fact {
                let deputy = self.deputy(*to, terms);
                ranks.entry(*rank).or_default().push(deputy);
            }
            record = self.with_fact(record, fact);
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

    fn with_fact(&self, record: PostRecord, fact: &Fact) -> PostRecord {
        match fact {
            Fact::Unit(unit) => record.in_unit(unit_id(*unit)),
            Fact::Profession(profession) => record.of_profession(profession_id(*profession)),
            Fact::Up(kind, Up::To(to)) => record.accountable_to(self.post_id(*to), *kind),
            Fact::Up(kind, Up::NoneAbove) => record.none_above_in(*kind, "head of it"),
            Fact::Up(kind, Up::Unstated) => record.unstated_in(*kind, "nobody said"),
            Fact::Also(kind, to) => record.also_accountable_to(self.post_id(*to), *kind),
            Fact::Vacant => record.vacant(),
            Fact::Holder(person) => record.holder(holder(*person)),
            Fact::Seats(seats) => record.of_seats(*seats),
            Fact::Chair(to) => record.chaired_by(self.post_id(*to)),
            Fact::Member(to) => record.with_members([self.post_id(*to)]),
            Fact::Link(relation, to) => record.linked(*relation, self.post_id(*to)),
            Fact::LinkToUnit(relation, unit) => {
                record.link(LinkRecord::to_unit(*relation, unit_id(*unit)))
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
