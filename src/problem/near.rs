//! The ids that were probably meant.

use std::collections::HashMap;

use super::{Near, NearMiss};
use crate::document::Table;
use crate::near::{folded, nearest, plain, unzeroed};

/// For how many problems spelling is compared; the other near misses cost one
/// look-up each and are always looked for.
const MOST_SPELT: usize = 20;

/// Finds near misses, table by table.
#[derive(Default)]
pub(crate) struct NearMisses {
    /// The first id of each folded form.
    folded: HashMap<Table, HashMap<String, String>>,
    spelt: usize,
}

impl NearMisses {
    /// The id among `ids` that `missed` probably means; never `but`.
    pub(crate) fn find<'i, I>(
        &mut self,
        table: Table,
        missed: &str,
        but: Option<&str>,
        ids: impl Fn() -> I,
    ) -> Option<NearMiss>
    where
        I: Iterator<Item = &'i str>,
    {
        let by_form = self.folded.entry(table).or_insert_with(|| {
            let mut by_form = HashMap::new();
            for id in ids() {
                by_form.entry(folded(id)).or_insert_with(|| id.to_owned());
            }
            by_form
        });
        if let Some(id) = by_form
            .get(&folded(missed))
            .filter(|id| Some(id.as_str()) != but)
        {
            return Some(NearMiss {
                id: id.clone(),
                differs_in: difference(missed, id),
            });
        }
        if self.spelt == MOST_SPELT {
            return None;
        }
        self.spelt += 1;
        let id = nearest(missed, ids().filter(|&id| Some(id) != but))?;
        Some(NearMiss {
            id: id.to_owned(),
            differs_in: Near::Spelling,
        })
    }
}

fn difference(a: &str, b: &str) -> Near {
    if a.to_lowercase() == b.to_lowercase() {
        Near::LetterCase
    } else if unzeroed(a) == unzeroed(b) {
        Near::LeadingZeros
    } else if plain(a) == plain(b) {
        Near::UnicodeForm
    } else {
        Near::Form
    }
}
