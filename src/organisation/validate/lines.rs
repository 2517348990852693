//! Superiors: those told, those by rule, and the circles among them.

use crate::document::{NONE, Table, Txt};
use crate::model::{Accountability, PostKind};
use crate::organisation::circles::circles;
use crate::problem::{CircleStep, Named, ProblemKind, Unfit};

use super::Validation;

impl Validation {
    /// Judges the superiors that are told.
    pub(super) fn superiors(&mut self) {
        let count = self.document.posts.len();
        self.superior = std::array::from_fn(|_| vec![NONE; count]);
        self.each_row(|this, row| {
            let is = this.document.posts.kind[row as usize];
            for kind in Accountability::ALL {
                if is == PostKind::External {
                    this.line_of_external(row, kind);
                } else if let Some(to) = this.document.posts.superior[kind as usize].get(row) {
                    this.told_superior(row, kind, to);
                }
            }
        });
        let posts = &mut self.document.posts;
        let kinds = &posts.kind;
        posts
            .open
            .retain(|row, _| kinds[row as usize] != PostKind::External);
        posts.open.index();
    }

    fn line_of_external(&mut self, row: u32, kind: Accountability) {
        let posts = &mut self.document.posts;
        let superior = &mut posts.superior[kind as usize];
        let told = superior.get(row);
        superior.set(row, None);
        if told.is_some() || posts.open_of(row, kind).is_some() {
            let place = self.line_place(row, kind);
            let problem = ProblemKind::NotOfKind {
                is: PostKind::External,
                key: kind.as_str(),
            };
            self.report(problem, place.clone(), vec![place]);
        }
    }

    fn told_superior(&mut self, row: u32, kind: Accountability, to: Txt) {
        let above = self.row_of[to.index()];
        let role = Named::Superior(kind);
        let problem = if above == row {
            let place = self.line_place(row, kind);
            let post = self.post_id(row).to_owned();
            let problem = ProblemKind::CannotBe {
                role,
                post,
                why: Unfit::Itself,
            };
            Err(self.report(problem, place.clone(), vec![place]))
        } else {
            self.refer(Table::Post, to, above != NONE, role, |this| {
                this.line_place(row, kind)
            })
        };
        match problem {
            Ok(()) => self.superior[kind as usize][row as usize] = above,
            Err(problem) => {
                self.document.posts.superior[kind as usize].set(row, None);
                self.doubt_line(row, kind, problem);
            }
        }
    }

    /// Gives posts their lines by rule, and takes circles apart, kind by kind:
    /// the operational one first, since rules may go through it.
    pub(super) fn resolve(&mut self) {
        for kind in Accountability::ALL {
            self.apply_rules(kind);
            for circle in circles(&self.superior[kind as usize]) {
                self.take_apart(kind, &circle);
            }
        }
    }

    /// Leaves out every told line of a circle; where all were made by rule, all.
    fn take_apart(&mut self, kind: Accountability, circle: &[u32]) {
        let rule_of = |this: &Self, row: u32| {
            this.by_rule[kind as usize]
                .get(row as usize)
                .copied()
                .filter(|&rule| rule != NONE)
        };
        let steps = circle
            .iter()
            .map(|&row| CircleStep {
                post: self.post_id(row).to_owned(),
                rule: rule_of(self, row).map(|rule| self.rule_in_words(rule)),
            })
            .collect();
        let mut cut: Vec<u32> = circle
            .iter()
            .copied()
            .filter(|&row| rule_of(self, row).is_none())
            .collect();
        if cut.is_empty() {
            cut = circle.to_vec();
        }
        let places = cut.iter().map(|&row| self.line_place(row, kind)).collect();
        let place = self.line_place(circle[0], kind);
        let problem = self.report(ProblemKind::Circle { kind, steps }, place, places);
        for row in cut {
            self.superior[kind as usize][row as usize] = NONE;
            self.document.posts.superior[kind as usize].set(row, None);
            if let Some(rule) = self.by_rule[kind as usize].get_mut(row as usize) {
                *rule = NONE;
            }
            self.doubt_line(row, kind, problem);
        }
    }
}
