//! Which post, unit, profession, source or matter has this id?

use crate::Organisation;
use crate::document::{NONE, Table, Texts};
use crate::problem::{NearMisses, UnknownId};
use crate::view::{Matter, Post, Profession, Source, Unit};

impl Organisation {
    /// The post with this id.
    ///
    /// # Errors
    ///
    /// When there is none: with the id that was probably meant. Finding that
    /// takes a walk over all ids.
    ///
    /// ```
    /// # use answerable::{Organisation, PostRecord};
    /// let org = Organisation::from_posts([PostRecord::new("chief-nurse", "Chief Nurse")])?;
    /// assert_eq!(org.post("chief-nurse")?.title(), "Chief Nurse");
    /// assert_eq!(
    ///     org.post("chief-nurze").unwrap_err().to_string(),
    ///     "no post `chief-nurze` in this organisation; did you mean `chief-nurse`?"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn post(&self, id: &str) -> Result<Post<'_>, UnknownId> {
        self.get(id)
            .ok_or_else(|| unknown(Table::Post, id, || self.posts().map(Post::id)))
    }

    /// The unit with this id.
    ///
    /// # Errors
    ///
    /// When there is none: with the id that was probably meant.
    pub fn unit(&self, id: &str) -> Result<Unit<'_>, UnknownId> {
        let found = entry(&self.units.table.ids, &self.units.table.entry_of, id);
        found
            .map(|at| Unit::new(self, at))
            .ok_or_else(|| unknown(Table::Unit, id, || self.units().map(Unit::id)))
    }

    /// The profession with this id.
    ///
    /// # Errors
    ///
    /// When there is none: with the id that was probably meant.
    pub fn profession(&self, id: &str) -> Result<Profession<'_>, UnknownId> {
        let found = entry(
            &self.professions.table.ids,
            &self.professions.table.entry_of,
            id,
        );
        found.map(|at| Profession::new(self, at)).ok_or_else(|| {
            unknown(Table::Profession, id, || {
                self.professions().map(Profession::id)
            })
        })
    }

    /// The source with this id.
    ///
    /// # Errors
    ///
    /// When there is none: with the id that was probably meant.
    pub fn source(&self, id: &str) -> Result<Source<'_>, UnknownId> {
        let found = entry(&self.sources.ids, &self.sources.entry_of, id);
        found
            .map(|at| Source::new(self, at))
            .ok_or_else(|| unknown(Table::Source, id, || self.sources().map(Source::id)))
    }

    /// The matter with this id, declared or named by an arrangement.
    ///
    /// # Errors
    ///
    /// When there is none: with the id that was probably meant.
    pub fn matter(&self, id: &str) -> Result<Matter<'_>, UnknownId> {
        let is_known = |at: &crate::document::Txt| {
            self.matters.entry_of[at.index()] != NONE
                || crate::organisation::naming(&self.reverse.matters, at.number())
                    .next()
                    .is_some()
        };
        let found = self.matters.ids.find(id).filter(is_known);
        found
            .map(|at| Matter::new(self, at))
            .ok_or_else(|| unknown(Table::Matter, id, || self.matters().map(Matter::id)))
    }
}

fn entry(ids: &Texts, entry_of: &[u32], id: &str) -> Option<u32> {
    Some(entry_of[ids.find(id)?.index()]).filter(|&at| at != NONE)
}

fn unknown<'i, I: Iterator<Item = &'i str>>(
    table: Table,
    id: &str,
    ids: impl Fn() -> I,
) -> UnknownId {
    let near = NearMisses::default().find(table, id, None, ids);
    UnknownId {
        table,
        id: id.to_owned(),
        near,
    }
}
