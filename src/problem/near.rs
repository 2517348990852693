//! The ids that were probably meant.

// INVARIANT(counts): what is counted is in memory, and is there when it is counted down.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "counts of what is in memory"
    )
)]

use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use foldhash::HashMap;

use super::{Near, NearMiss};
use crate::document::Table;
use crate::near::{folded, nearest, plain, unzeroed};

/// For how many problems titles and spelling are compared; the other near misses cost one
/// look-up each and are always looked for.
const MOST_SPELT: usize = 20;

/// Finds near misses, table by table.
#[derive(Default)]
pub(crate) struct NearMisses {
    /// The ids of each table in which something was missed before.
    forms: HashMap<Table, Option<Forms>>,
    spelt: usize,
}

impl NearMisses {
    /// The id among `entries`, each an id and perhaps a title, that `missed` probably
    /// means; never `but`.
    ///
    /// What is missed first in a table is compared with every id; for what is
    /// missed after that the ids are kept by form. A title that one entry alone has
    /// goes before spelling.
    pub(crate) fn find<'i, I>(
        &mut self,
        table: Table,
        missed: &str,
        but: Option<&str>,
        entries: impl Fn() -> I,
    ) -> Option<NearMiss>
    where
        I: Iterator<Item = (&'i str, Option<&'i str>)>,
    {
        let ids = || entries().map(|(id, _)| id);
        let of_one_form = match self.forms.entry(table) {
            Entry::Vacant(slot) => {
                slot.insert(None);
                ids().find(|id| are_one_form(id, missed))
            }
            Entry::Occupied(slot) => {
                let forms = slot.into_mut();
                forms.get_or_insert_with(|| Forms::of(ids())).find(missed)
            }
        };
        if let Some(id) = of_one_form.filter(|&id| Some(id) != but) {
            return Some(NearMiss {
                id: id.to_owned(),
                differs_in: difference(missed, id),
            });
        }
        if self.spelt == MOST_SPELT {
            return None;
        }
        self.spelt += 1;
        if let Some(id) = titled(missed, entries()).filter(|&id| Some(id) != but) {
            return Some(NearMiss {
                id: id.to_owned(),
                differs_in: Near::Title,
            });
        }
        let id = nearest(missed, ids().filter(|&id| Some(id) != but))?;
        Some(NearMiss {
            id: id.to_owned(),
            differs_in: Near::Spelling,
        })
    }
}

/// The first id of each form, by the hash of the form.
#[derive(Default)]
struct Forms {
    ids: HashMap<u64, Box<str>>,
    seed: RandomState,
}

impl Forms {
    fn of<'i>(ids: impl Iterator<Item = &'i str>) -> Self {
        let mut forms = Self::default();
        for id in ids {
            let hash = forms.hash(id);
            forms.ids.entry(hash).or_insert_with(|| id.into());
        }
        forms
    }

    fn hash(&self, text: &str) -> u64 {
        let mut hasher = self.seed.build_hasher();
        folded(text).for_each(|character| character.hash(&mut hasher));
        hasher.finish()
    }

    fn find(&self, missed: &str) -> Option<&str> {
        let id = self.ids.get(&self.hash(missed))?;
        are_one_form(id, missed).then_some(id)
    }
}

/// The id of the one entry that has what was missed for its title.
fn titled<'i>(
    missed: &str,
    entries: impl Iterator<Item = (&'i str, Option<&'i str>)>,
) -> Option<&'i str> {
    let is_so = |title: &str| are_one_form(title, missed);
    let mut so_called = entries.filter(|(_, title)| title.is_some_and(is_so));
    let (id, _) = so_called.next()?;
    so_called.next().is_none().then_some(id)
}

fn are_one_form(a: &str, b: &str) -> bool {
    folded(a).eq(folded(b))
}

fn difference(a: &str, b: &str) -> Near {
    if a.to_lowercase() == b.to_lowercase() {
        Near::LetterCase
    } else if unzeroed(a.chars()).eq(unzeroed(b.chars())) {
        Near::LeadingZeros
    } else if plain(a).eq(plain(b)) {
        Near::UnicodeForm
    } else {
        Near::Form
    }
}
