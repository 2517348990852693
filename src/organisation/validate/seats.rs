//! Who sits in a post, and where the facts of its own come from.

use std::collections::HashSet;

use crate::document::{FactKey, HolderEntry, Step};
use crate::model::PostKind;
use crate::problem::ProblemKind;

use super::Validation;
use super::lists::item;

impl Validation {
    /// What a post says of its own that its kind has none of, and vacancy.
    pub(super) fn conflicts(&mut self) {
        let holders = std::mem::take(&mut self.document.posts.holders);
        let vacant = std::mem::take(&mut self.document.posts.vacant);
        let mut dropped: HashSet<u32> = HashSet::new();
        for row in self.rows().collect::<Vec<_>>() {
            let (is_held, is_vacant) = (holders.has(row), vacant.has(row));
            if !is_held && !is_vacant {
                continue;
            }
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
                dropped.insert(row);
            } else if is_held && is_vacant {
                let places = ["vacant", held_key].map(|key| self.post_place(row, [key.into()]));
                let [place, _] = places.clone();
                self.report(ProblemKind::VacantAndHeld, place, places.into());
                dropped.insert(row);
            }
        }
        self.document.posts.holders = holders;
        self.document.posts.vacant = vacant;
        self.document
            .posts
            .holders
            .retain(|row, _| !dropped.contains(&row));
        self.document
            .posts
            .vacant
            .retain(|row, ()| !dropped.contains(&row));
        self.sources();
    }

    /// Sources of the facts in side tables of their own.
    fn sources(&mut self) {
        let mut side = std::mem::take(&mut self.document.posts.backing);
        side.retain(|row, (fact, backing)| {
            if self.dead[row as usize] {
                return false;
            }
            let outer: Vec<Step> = match fact {
                FactKey::Post => vec![],
                FactKey::Unit => vec!["unit".into()],
                FactKey::Profession => vec!["profession".into()],
                FactKey::Chair => vec!["chair".into()],
                FactKey::Line(kind) => vec![kind.as_str().into()],
            };
            self.check_source(backing, |this, inner| {
                this.post_place(row, outer.into_iter().chain(inner).collect::<Vec<_>>())
            });
            !backing.is_empty()
        });
        self.document.posts.backing = side;
        let mut holders = std::mem::take(&mut self.document.posts.holders);
        holders.retain(|row, holder| {
            if self.dead[row as usize] {
                return false;
            }
            let told = *holder;
            let here = |this: &Self| {
                let path = [told.key().into()].into_iter().chain(told.item.map(item));
                this.post_place(row, path.collect::<Vec<_>>())
            };
            self.check_item_source(&mut holder.backing, &here);
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
