//! Who sits in a post, and where the facts of its own come from.

use crate::document::{FactKey, HolderEntry, PlaceStep};
use crate::model::PostKind;
use crate::problem::ProblemKind;

use super::Validation;
use super::lists::item;

impl Validation {
    /// What a post says of its own that its kind has none of, and vacancy.
    pub(super) fn conflicts(&mut self) {
        let mut holders = std::mem::take(&mut self.document.posts.holders);
        let mut vacant = std::mem::take(&mut self.document.posts.vacant);
        let kinds = &self.document.posts.kind;
        let is_body = |&row: &u32| kinds[row as usize] == PostKind::Body;
        let held = holders.iter().map(|(row, _)| row).filter(is_body);
        let empty = vacant.iter().map(|(row, ())| row);
        let empty = empty.filter(|row| is_body(row) || holders.has(*row));
        let mut rows: Vec<u32> = held.chain(empty).collect();
        rows.sort_unstable();
        rows.dedup();
        rows.retain(|&row| !self.dead[row as usize]);
        for &row in &rows {
            let (is_held, is_vacant) = (holders.has(row), vacant.has(row));
            let held_key = holders.of(row).first().map_or("holder", HolderEntry::key);
            let is = self.document.posts.kind[row as usize];
            if is == PostKind::Body {
                for (said, key) in [(is_held, held_key), (is_vacant, "vacant")] {
                    if said {
                        let place = self.post_place(row, [key.into()]);
                        self.report(
                            ProblemKind::NotOfKind { is, key },
                            place.clone(),
                            vec![place],
                        );
                    }
                }
            } else {
                let places = ["vacant", held_key].map(|key| self.post_place(row, [key.into()]));
                let [place, _] = places.clone();
                self.report(ProblemKind::VacantAndHeld, place, places.into());
            }
        }
        if !rows.is_empty() {
            holders.retain(|row, _| rows.binary_search(&row).is_err());
            vacant.retain(|row, ()| rows.binary_search(&row).is_err());
        }
        self.document.posts.holders = holders;
        self.document.posts.vacant = vacant;
        self.sources();
    }

    /// Sources of the facts in side tables of their own.
    fn sources(&mut self) {
        let mut side = std::mem::take(&mut self.document.posts.backing);
        side.retain(|row, (fact, backing)| {
            if self.dead[row as usize] {
                return false;
            }
            let outer = match fact {
                FactKey::Post => None,
                FactKey::Unit => Some("unit"),
                FactKey::Profession => Some("profession"),
                FactKey::Chair => Some("chair"),
                FactKey::Line(kind) => Some(kind.as_str()),
            };
            self.check_source(backing, |this, inner| {
                let outer = outer.map(PlaceStep::from).into_iter();
                this.post_place(row, outer.chain(inner).collect::<Vec<_>>())
            });
            !backing.is_empty()
        });
        self.document.posts.backing = side;
        let mut holders = std::mem::take(&mut self.document.posts.holders);
        holders.retain(|row, holder| {
            if self.dead[row as usize] {
                return false;
            }
            let (key, nth) = (holder.key(), holder.more().item);
            let here = |this: &Self| {
                let path = [key.into()].into_iter();
                let path = path.chain(nth.map(|nth| item(nth.number())));
                this.post_place(row, path.collect::<Vec<_>>())
            };
            if let Some(backing) = holder.backing_mut() {
                self.check_item_source(backing, &here);
            }
            true
        });
        self.document.posts.holders = holders;
        let mut heads = std::mem::take(&mut self.document.heads);
        for (at, head) in heads.iter_mut().enumerate() {
            self.check_source(&mut head.backing, |_, inner| Self::head_place(at, inner));
        }
        self.document.heads = heads;
    }
}
