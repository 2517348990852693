//! Allowances of findings: the posts they name.

use crate::document::{AllowanceEntry, NONE, Place, PlaceStep, Table};
use crate::problem::Named;

use super::Validation;
use super::left_out::setting_steps;

impl Validation {
    /// Leaves out the allowances that name a post that is not there: without it
    /// they would allow something else.
    pub(super) fn allowances(&mut self) {
        let mut allowances = std::mem::take(&mut self.document.allowances);
        allowances.retain(|allowance| {
            let mut stands = true;
            for (item, &post) in allowance.posts.iter().enumerate() {
                let is_there = self.row_of[post.index()] != NONE;
                let here = post_place(allowance, item);
                let found = self.refer(Table::Post, post, is_there, Named::Allowed, |_| here);
                if let Err(problem) = found {
                    // What was left out last is what was just looked up.
                    if let Some(place) = self.problems[problem].left_out.last_mut() {
                        place.path.truncate(setting_steps(&place.path));
                    }
                    stands = false;
                }
            }
            stands
        });
        self.document.allowances = allowances;
    }
}

/// Where an allowance names one of its posts.
fn post_place(allowance: &AllowanceEntry, item: usize) -> Place {
    let list = allowance.item.map(|item| PlaceStep::Item(item as usize));
    let steps = ["allow".into(), allowance.code.as_str().into()];
    let inner = ["posts".into(), item.into()];
    Place {
        table: Table::Findings,
        id: None,
        occurrence: 1,
        path: steps.into_iter().chain(list).chain(inner).collect(),
    }
}
