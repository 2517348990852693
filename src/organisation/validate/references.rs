//! What posts and facts refer to: units, professions, sources.

use crate::document::{Backing, NONE, Place, PlaceStep, Table, Txt};
use crate::problem::{Named, ProblemKind};

use super::Validation;

impl Validation {
    /// Whether a reference leads somewhere. If not, reports it, unless what it
    /// leads to, or the table it would be in, was itself left out: then it is a
    /// consequence of that problem.
    pub(super) fn refer(
        &mut self,
        table: Table,
        id: Txt,
        is_there: bool,
        role: Named,
        place: impl FnOnce(&Self) -> Place,
    ) -> Result<(), usize> {
        if is_there {
            return Ok(());
        }
        let place = place(self);
        let gone = self.gone.get(&(table, id));
        if let Some(&problem) = gone.or_else(|| self.lost.get(&table)) {
            self.leave_out(problem, place);
            return Err(problem);
        }
        let text = match table {
            Table::Post => &self.document.ids,
            table => &self.document.register(table).ids,
        };
        let id = text.get(id).to_owned();
        let owner = place.id.as_deref().filter(|_| place.table == table);
        let near = self.near_miss(table, &id, owner);
        let kind = ProblemKind::UnknownId {
            role,
            table,
            id,
            near,
        };
        Err(self.report(kind, place.clone(), vec![place]))
    }

    /// Leaves out a basis whose source is not there.
    pub(super) fn check_source(
        &mut self,
        backing: &mut Backing,
        place: impl FnOnce(&Self, Vec<PlaceStep>) -> Place,
    ) {
        let Some(source) = backing.source else { return };
        let is_there = self.source_of[source.index()] != NONE;
        let here = |this: &Self| place(this, vec!["basis".into()]);
        if self
            .refer(Table::Source, source, is_there, Named::Source, here)
            .is_err()
        {
            backing.source = None;
            backing.at = None;
        }
    }

    /// The units and professions of posts.
    pub(super) fn references(&mut self) {
        self.each_row(|this, row| {
            this.unit_of(row);
            this.profession_of(row);
        });
    }

    fn unit_of(&mut self, row: u32) {
        let Some(unit) = self.document.posts.unit.get(row) else {
            return;
        };
        let entry = self.units.entry_of[unit.index()];
        let here = |this: &Self| this.post_place(row, ["unit".into()]);
        let doubt = match self.refer(Table::Unit, unit, entry != NONE, Named::Unit, here) {
            Ok(()) => self.units.doubt[entry as usize],
            Err(problem) => {
                self.document.posts.unit.set(row, None);
                Some(problem)
            }
        };
        if let Some(problem) = doubt {
            self.doubtful_unit.entry(row).or_insert(problem);
        }
    }

    fn profession_of(&mut self, row: u32) {
        let Some(profession) = self.document.posts.profession.get(row) else {
            return;
        };
        let entry = self.professions.entry_of[profession.index()];
        let (table, role) = (Table::Profession, Named::Profession);
        let here = |this: &Self| this.post_place(row, ["profession".into()]);
        let doubt = match self.refer(table, profession, entry != NONE, role, here) {
            Ok(()) => self.professions.doubt[entry as usize],
            Err(problem) => {
                self.document.posts.profession.set(row, None);
                Some(problem)
            }
        };
        if let Some(problem) = doubt {
            self.doubtful_profession.entry(row).or_insert(problem);
        }
    }
}
