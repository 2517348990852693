//! Which post, unit, profession, source or matter has this id; which holder?

use std::fmt;

use foldhash::HashSet;
use thiserror::Error;

use crate::Organisation;
use crate::document::{NONE, Table, Texts};
use crate::near::{folded, nearest};
use crate::problem::{NearMisses, UnknownId};
use crate::quoted::Quoted;
use crate::view::{Holder, Matter, Post, Profession, Source, Unit};

impl Organisation {
    /// The post with this id. Constant.
    ///
    /// # Errors
    ///
    /// When there is none: with the id that was probably meant, which may be that
    /// of the one post with this title. Finding it takes a walk over all of them.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.post("chief-nurse")?.title(), "Chief Nurse");
    /// assert_eq!(
    ///     org.post("chief-nurze").expect_err("misspelt").to_string(),
    ///     "no post `chief-nurze` in this organisation; did you mean `chief-nurse`?"
    /// );
    /// assert_eq!(
    ///     org.post("Chief Nurse").expect_err("a title").to_string(),
    ///     "no post `Chief Nurse` in this organisation; did you mean `chief-nurse`, which has this title?"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn post(&self, id: &str) -> Result<Post<'_>, UnknownId> {
        self.get(id).ok_or_else(|| {
            unknown(Table::Post, id, || {
                self.posts().map(|post| (post.id(), post.title()))
            })
        })
    }

    /// The unit with this id. Constant.
    ///
    /// # Errors
    ///
    /// When there is none: with the id that was probably meant, which takes a walk
    /// over all of them.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.unit("general-paediatrics")?.title(), "General Paediatrics");
    /// assert_eq!(
    ///     org.unit("general-pediatrics").expect_err("misspelt").to_string(),
    ///     "no unit `general-pediatrics` in this organisation; did you mean `general-paediatrics`?"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn unit(&self, id: &str) -> Result<Unit<'_>, UnknownId> {
        let found = entry(&self.units.table.ids, &self.units.table.entry_of, id);
        found.map(|at| Unit::new(self, at)).ok_or_else(|| {
            unknown(Table::Unit, id, || {
                self.units().map(|unit| (unit.id(), unit.title()))
            })
        })
    }

    /// The profession with this id. Constant.
    ///
    /// # Errors
    ///
    /// When there is none: with the id that was probably meant, which takes a walk
    /// over all of them.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.profession("allied-health")?.title(), "Allied health");
    /// assert_eq!(
    ///     org.profession("medicine").expect_err("not its id").to_string(),
    ///     "no profession `medicine` in this organisation"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn profession(&self, id: &str) -> Result<Profession<'_>, UnknownId> {
        let found = entry(
            &self.professions.table.ids,
            &self.professions.table.entry_of,
            id,
        );
        found.map(|at| Profession::new(self, at)).ok_or_else(|| {
            unknown(Table::Profession, id, || {
                self.professions().map(|of| (of.id(), of.title()))
            })
        })
    }

    /// The source with this id. Constant.
    ///
    /// # Errors
    ///
    /// When there is none: with the id that was probably meant, which takes a walk
    /// over all of them.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.source("cgd")?.title(), "Care Group Director: job description");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn source(&self, id: &str) -> Result<Source<'_>, UnknownId> {
        let found = entry(&self.sources.ids, &self.sources.entry_of, id);
        found.map(|at| Source::new(self, at)).ok_or_else(|| {
            unknown(Table::Source, id, || {
                self.sources().map(|source| (source.id(), source.title()))
            })
        })
    }

    /// The matter with this id, declared or named by an arrangement. Constant.
    ///
    /// # Errors
    ///
    /// When there is none: with the id that was probably meant, which takes a walk
    /// over all of them.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.matter("revalidation")?.title(), "Medical revalidation");
    /// assert_eq!(
    ///     org.matter("re-validation").expect_err("misspelt").to_string(),
    ///     "no matter `re-validation` in this organisation; did you mean `revalidation`?"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn matter(&self, id: &str) -> Result<Matter<'_>, UnknownId> {
        let is_known = |at: &crate::document::Txt| {
            self.matters.entry_of[at.index()] != NONE
                || crate::organisation::naming(&self.reverse.matters, at.number())
                    .next()
                    .is_some()
        };
        let found = self.matters.ids.find(id).filter(is_known);
        found.map(|at| Matter::new(self, at)).ok_or_else(|| {
            unknown(Table::Matter, id, || {
                self.matters().map(|matter| (matter.id(), matter.title()))
            })
        })
    }
}

/// A name or id that means no holder, or not one only.
///
/// ```
/// # use answerable::{HolderRecord, Organisation, PostRecord};
/// let org = Organisation::from_posts([
///     PostRecord::new("matron", "Matron").holder(HolderRecord::new("A. Mensah").with_id("E-1")),
///     PostRecord::new("sister", "Ward Sister").holder(HolderRecord::new("A. Mensah").with_id("E-2")),
/// ])?;
/// assert_eq!(
///     org.holder("A. Mensah").expect_err("two people").to_string(),
///     "`A. Mensah` is the name of several holders; give the id: `E-1`, `E-2`"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum UnknownHolder {
    /// No post names such a holder.
    #[error("no holder {} in this organisation{}", Quoted(.name), match .near {
        Some(near) => format!("; did you mean {}?", Quoted(near)),
        None => String::new(),
    })]
    Nobody {
        /// The name or id.
        name: String,
        /// The name or id that was probably meant.
        near: Option<String>,
    },
    /// Several people have the name.
    #[error("{} is the name of several holders; give the id: {}", Quoted(.name), Ids(.ids))]
    Several {
        /// The name.
        name: String,
        /// Their ids, in the order in which the document tells them.
        ids: Vec<String>,
    },
}

/// The most ids that a message names.
const MOST_IDS: usize = 8;

struct Ids<'a>(&'a [String]);

impl fmt::Display for Ids<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, id) in self.0.iter().take(MOST_IDS).enumerate() {
            write!(f, "{}{}", if at > 0 { ", " } else { "" }, Quoted(id))?;
        }
        match self.0.len().saturating_sub(MOST_IDS) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

impl Organisation {
    /// The holder with this id, or else with this name: where several posts have
    /// that holder, as the first of them in document order tells it. Linear.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.holder("E-20417")?.name(), "Marian Oyelaran");
    /// assert_eq!(
    ///     org.holder("Colin Maby").expect_err("misspelt").to_string(),
    ///     "no holder `Colin Maby` in this organisation; did you mean `Colin Mabey`?"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When there is none: with the name or id that was probably meant. When
    /// holders of several ids have the name.
    pub fn holder(&self, name_or_id: &str) -> Result<Holder<'_>, UnknownHolder> {
        let holders = || self.posts().flat_map(Post::holders);
        if let Some(holder) = holders().find(|holder| holder.id() == Some(name_or_id)) {
            return Ok(holder);
        }
        let named = || holders().filter(|holder| holder.name() == name_or_id);
        let mut seen = HashSet::default();
        let ids = named().filter_map(Holder::id);
        let ids: Vec<&str> = ids.filter(|id| seen.insert(*id)).collect();
        if ids.len() > 1 {
            return Err(UnknownHolder::Several {
                name: name_or_id.to_owned(),
                ids: ids.into_iter().map(str::to_owned).collect(),
            });
        }
        let with_id = named().find(|holder| holder.id().is_some());
        with_id.or_else(|| named().next()).ok_or_else(|| {
            let texts = || {
                let told = holders().flat_map(|holder| [Some(holder.name()), holder.id()]);
                told.flatten()
            };
            let is_one_form = |text: &&str| folded(text).eq(folded(name_or_id));
            let near = texts().find(is_one_form);
            let near = near.or_else(|| nearest(name_or_id, texts()));
            UnknownHolder::Nobody {
                name: name_or_id.to_owned(),
                near: near.map(str::to_owned),
            }
        })
    }
}

fn entry(ids: &Texts, entry_of: &[u32], id: &str) -> Option<u32> {
    Some(entry_of[ids.find(id)?.index()]).filter(|&at| at != NONE)
}

fn unknown<'i, I: Iterator<Item = (&'i str, &'i str)>>(
    table: Table,
    id: &str,
    entries: impl Fn() -> I,
) -> UnknownId {
    let entries = || entries().map(|(id, title)| (id, Some(title)));
    let near = NearMisses::default().find(table, id, None, entries);
    UnknownId {
        table,
        id: id.to_owned(),
        near,
    }
}
