//! The document that a plan tells.

use crate::{
    DeputyRecord, Document, HeadRecord, HolderRecord, LinkRecord, MatterRecord, PostKind,
    PostRecord, ProfessionRecord, RankRecord, UnitRecord,
};

use super::plan::{Fact, Piece, Plan, Rule, Terms, Up};

impl Plan {
    fn title(&self, of: &str, at: usize) -> String {
        if self.is_fancy && at.is_multiple_of(3) {
            format!("{of} {at} \"of\" <the> Ward & Theatre; “Zoë”")
        } else {
            format!("{of} {at}")
        }
    }

    pub(super) fn document(&self) -> Document {
        let mut document = Document::default();
        for piece in &self.pieces {
            match piece {
                Piece::Reverts(reverts) => document = document.reverting(*reverts),
                Piece::Unit(at) => {
                    let unit = UnitRecord::new(unit_id(*at), self.title("Unit", *at));
                    let outer = self.pieces.iter().find_map(|piece| match piece {
                        Piece::UnitWithin(inner, outer) if inner == at => Some(unit_id(*outer)),
                        _ => None,
                    });
                    document.push_unit(match outer {
                        Some(outer) => unit.within(outer),
                        None => unit,
                    });
                }
                Piece::Profession(at) => {
                    let title = self.title("Profession", *at);
                    let profession = ProfessionRecord::new(profession_id(*at), title);
                    let outer = self.pieces.iter().find_map(|piece| match piece {
                        Piece::ProfessionWithin(inner, outer) if inner == at => {
                            Some(profession_id(*outer))
                        }
                        _ => None,
                    });
                    document.push_profession(match outer {
                        Some(outer) => profession.within(outer),
                        None => profession,
                    });
                }
                Piece::Matter(at, kind, personal) => {
                    let mut matter = MatterRecord::new(matter_id(*at), self.title("Matter", *at));
                    matter.kind = *kind;
                    matter.personal = *personal;
                    document.push_matter(matter);
                }
                Piece::Head(rule) => document.push_head(self.head(rule)),
                Piece::Post(at, kind) => {
                    let record = self.record(*at, *kind);
                    if self.facts(*at).any(|fact| *fact == Fact::Again) {
                        document.push_post(record.clone());
                    }
                    document.push_post(record);
                }
                Piece::UnitWithin(..) | Piece::ProfessionWithin(..) | Piece::Of(..) => {}
            }
        }
        document
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

    fn record(&self, at: usize, kind: PostKind) -> PostRecord {
        let mut record = PostRecord::new(self.post_id(at), self.title("Post", at));
        record.kind = kind;
        let mut ranks: Vec<(usize, Vec<DeputyRecord>)> = Vec::new();
        for fact in self.facts(at) {
            if let Fact::Deputy(rank, to, terms) = fact {
                let deputy = self.deputy(*to, terms);
                match ranks.iter_mut().find(|(of, _)| of == rank) {
                    Some((_, pool)) => pool.push(deputy),
                    None => ranks.push((*rank, vec![deputy])),
                }
            }
            record = self.with_fact(record, fact);
        }
        ranks.sort_by_key(|(rank, _)| *rank);
        record.deputies = ranks
            .into_iter()
            .map(|(_, mut pool)| match pool.pop() {
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
