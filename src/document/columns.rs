//! The facts of posts, as columns: one row a post, rare facts in side tables.

// INVARIANT(own-numbers): rows number what was pushed.
#![cfg_attr(
    not(test),
    expect(clippy::indexing_slicing, reason = "rows are its own")
)]

use std::num::NonZeroU32;

use crate::model::{Accountability, Authority, PostKind, Relation, Seats, Standing};

use super::narrow::TxtColumn;
use super::number::number;
use super::side::Side;
use super::texts::Txt;

/// Where a fact comes from, as told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Backing {
    /// Of the sources.
    pub(crate) source: Option<Txt>,
    pub(crate) at: Option<Txt>,
    pub(crate) standing: Option<Standing>,
    pub(crate) why: Option<Txt>,
}

impl Backing {
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Which fact of a post's own a backing in the side table belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FactKey {
    Post,
    Unit,
    Profession,
    Chair,
    Line(Accountability),
}

/// A superior that is not a post: none, or not stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Open {
    pub(crate) kind: Accountability,
    pub(crate) is_none: bool,
    pub(crate) why: Txt,
}

/// Which of a list, from 0: none of it takes as little memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Nth(NonZeroU32);

impl Nth {
    pub(crate) fn of(item: usize) -> Self {
        Self(NonZeroU32::MIN.saturating_add(number(item)))
    }

    pub(crate) fn number(self) -> u32 {
        self.0.get() - 1
    }
}

/// A holder, of whom mostly the name alone is told.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct HolderEntry {
    pub(crate) name: Txt,
    pub(crate) id: Option<Txt>,
    /// What else is told, if anything is.
    more: Option<Box<HolderMore>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct HolderMore {
    /// Which of a list, if it stands in one.
    pub(crate) item: Option<Nth>,
    pub(crate) holding_as: Option<Txt>,
    pub(crate) backing: Backing,
}

impl HolderEntry {
    pub(crate) fn new(name: Txt, id: Option<Txt>, more: HolderMore) -> Self {
        let more = Some(more).filter(|more| *more != HolderMore::default());
        Self {
            name,
            id,
            more: more.map(Box::new),
        }
    }

    pub(crate) fn more(&self) -> HolderMore {
        self.more.as_deref().copied().unwrap_or_default()
    }

    pub(crate) fn backing_mut(&mut self) -> Option<&mut Backing> {
        self.more.as_deref_mut().map(|more| &mut more.backing)
    }

    /// The key under which it stands.
    pub(crate) fn key(&self) -> &'static str {
        match self.more().item {
            None => "holder",
            Some(_) => "holders",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct AlsoEntry {
    pub(crate) item: u32,
    pub(crate) kind: Accountability,
    pub(crate) to: Txt,
    pub(crate) backing: Backing,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DeputyEntry {
    /// Which rank, from 0.
    pub(crate) rank: u32,
    /// Which of a pool, if the rank is one.
    pub(crate) pooled: Option<Nth>,
    pub(crate) post: Txt,
    /// The matters it is limited to; unlimited if there are none.
    pub(crate) matters: Box<[Txt]>,
    pub(crate) authority: Authority,
    pub(crate) onward: bool,
    pub(crate) backing: Backing,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct MemberEntry {
    pub(crate) item: u32,
    pub(crate) post: Txt,
    pub(crate) role: Option<Txt>,
    pub(crate) backing: Backing,
}

/// The other end of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum LinkEnd {
    Post(Txt),
    Unit(Txt),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct LinkEntry {
    pub(crate) item: u32,
    pub(crate) relation: Relation,
    pub(crate) to: LinkEnd,
    pub(crate) backing: Backing,
}

/// Every fact of every post.
#[derive(Debug, Clone, Default)]
pub(crate) struct PostColumns {
    /// Of the posts' ids, as every reference to a post. Empty where each row is the
    /// place of its id.
    pub(crate) id: Vec<Txt>,
    pub(crate) title: TxtColumn,
    /// Of the units' ids.
    pub(crate) unit: TxtColumn,
    /// Of the professions' ids.
    pub(crate) profession: TxtColumn,
    pub(crate) grade: TxtColumn,
    pub(crate) kind: Vec<PostKind>,
    /// The superior told of, by kind; empty once lines are in effect.
    pub(crate) superior: [TxtColumn; 3],
    /// Where the superior is none or not stated, outright.
    pub(crate) open: Side<Open>,
    pub(crate) vacant: Side<()>,
    pub(crate) fte: Side<f64>,
    pub(crate) seats: Side<Seats>,
    pub(crate) note: Side<Txt>,
    pub(crate) labels: Side<(Txt, Txt)>,
    pub(crate) holders: Side<HolderEntry>,
    pub(crate) also: Side<AlsoEntry>,
    pub(crate) deputies: Side<DeputyEntry>,
    pub(crate) chair: Side<Txt>,
    pub(crate) members: Side<MemberEntry>,
    pub(crate) links: Side<LinkEntry>,
    pub(crate) backing: Side<(FactKey, Backing)>,
}

impl PostColumns {
    pub(crate) fn len(&self) -> usize {
        self.kind.len()
    }

    /// Adds a row of which only the id is told.
    pub(crate) fn push(&mut self, id: Txt) -> u32 {
        let row = number(self.len());
        self.id.push(id);
        self.title.push(None);
        self.unit.push(None);
        self.profession.push(None);
        self.grade.push(None);
        self.kind.push(PostKind::Individual);
        for superiors in &mut self.superior {
            superiors.push(None);
        }
        row
    }

    /// The id of `row`.
    pub(crate) fn id_of(&self, row: u32) -> Txt {
        let told = self.id.get(row as usize).copied();
        told.unwrap_or_else(|| Txt::at(row))
    }

    /// Gives every reference to a post its place among the ids in another order.
    pub(crate) fn rename(&mut self, places: &[u32]) {
        let renamed = |id: &mut Txt| *id = Txt::at(places[id.index()]);
        self.also.each_mut().for_each(|also| renamed(&mut also.to));
        self.deputies
            .each_mut()
            .for_each(|deputy| renamed(&mut deputy.post));
        self.chair.each_mut().for_each(renamed);
        self.members
            .each_mut()
            .for_each(|member| renamed(&mut member.post));
        for link in self.links.each_mut() {
            if let LinkEnd::Post(to) = &mut link.to {
                renamed(to);
            }
        }
    }

    /// The backing of a fact of `row`'s own.
    pub(crate) fn backing_of(&self, row: u32, fact: FactKey) -> Backing {
        self.backing
            .of(row)
            .iter()
            .find(|(key, _)| *key == fact)
            .map_or_else(Backing::default, |(_, backing)| *backing)
    }

    /// What `row` says of its superior in `kind`, if not a post.
    pub(crate) fn open_of(&self, row: u32, kind: Accountability) -> Option<&Open> {
        self.open.of(row).iter().find(|open| open.kind == kind)
    }

    /// Gives back what is held of memory beyond the rows.
    pub(crate) fn shrink(&mut self) {
        self.id.shrink_to_fit();
        self.kind.shrink_to_fit();
        let [one, other, third] = &mut self.superior;
        let columns = [
            &mut self.title,
            &mut self.unit,
            &mut self.profession,
            &mut self.grade,
            one,
            other,
            third,
        ];
        columns.into_iter().for_each(TxtColumn::shrink);
    }

    /// Brings the rows into another order, dropping some: `order` lists the rows
    /// that stay, `renumbered` says where each goes.
    pub(crate) fn permute(&mut self, order: &[u32], renumbered: &[u32]) {
        fn pick<T: Copy>(column: &mut Vec<T>, order: &[u32]) {
            *column = order.iter().map(|&row| column[row as usize]).collect();
        }
        pick(&mut self.id, order);
        self.title.pick(order);
        self.unit.pick(order);
        self.profession.pick(order);
        self.grade.pick(order);
        pick(&mut self.kind, order);
        self.open.renumber(renumbered);
        self.vacant.renumber(renumbered);
        self.fte.renumber(renumbered);
        self.seats.renumber(renumbered);
        self.note.renumber(renumbered);
        self.labels.renumber(renumbered);
        self.holders.renumber(renumbered);
        self.also.renumber(renumbered);
        self.deputies.renumber(renumbered);
        self.chair.renumber(renumbered);
        self.members.renumber(renumbered);
        self.links.renumber(renumbered);
        self.backing.renumber(renumbered);
    }
}
