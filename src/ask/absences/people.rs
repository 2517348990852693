//! Who is away, and is this holder one of them?

use std::fmt;

use foldhash::HashMap;

use crate::document::{HolderEntry, Txt};
use crate::view::{Holder, Post};

/// Someone away: as a document tells the holder, and the post named absent that
/// is held, if one was.
#[derive(Clone, Copy)]
pub(super) struct Person<'o> {
    pub(super) told: Holder<'o>,
    pub(super) through: Option<u32>,
}

/// The people away.
#[derive(Clone, Default)]
pub(super) struct People<'o> {
    ids: HashMap<Txt, Person<'o>>,
    /// By the names of those who have an id.
    names_beside_ids: HashMap<Txt, Person<'o>>,
    /// By the names of those who have none.
    names_alone: HashMap<Txt, Person<'o>>,
    /// Those named as holders, in that order.
    pub(super) named: Vec<Holder<'o>>,
}

impl<'o> People<'o> {
    pub(super) fn add(&mut self, person: Person<'o>) {
        let names = match person.told.entry().id {
            Some(id) => {
                self.ids.entry(id).or_insert(person);
                &mut self.names_beside_ids
            }
            None => &mut self.names_alone,
        };
        names.entry(person.told.entry().name).or_insert(person);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ids.is_empty() && self.names_alone.is_empty()
    }

    pub(super) fn find(&self, holder: &HolderEntry) -> Option<(SamePerson, Person<'o>)> {
        if let Some(&person) = holder.id.and_then(|id| self.ids.get(&id)) {
            return Some((SamePerson::ById, person));
        }
        let alone = self.names_alone.get(&holder.name);
        let person = match holder.id {
            Some(_) => alone,
            None => alone.or_else(|| self.names_beside_ids.get(&holder.name)),
        };
        person.map(|&person| (SamePerson::ByName, person))
    }
}

/// How a holder was found to be the same person as one who is away.
///
/// ```
/// # use answerable::{Absences, HolderRecord, Organisation, PassedOver, PostRecord, SamePerson};
/// let mensah = || HolderRecord::new("A. Mensah").with_id("E-1");
/// let org = Organisation::from_posts([
///     PostRecord::new("matron", "Matron").holder(mensah()),
///     PostRecord::new("lead", "Infection Control Lead").holder(mensah()),
///     PostRecord::new("sister", "Ward Sister").held_by("A. Mensah"), // of no id
/// ])?;
/// let away = Absences::of([org.post("matron")?])?;
/// for (id, same) in [("lead", SamePerson::ById), ("sister", SamePerson::ByName)] {
///     let Some(PassedOver::HoldersAway(holders)) = org.post(id)?.who_acts(&away).unable() else {
///         panic!("its holder is away");
///     };
///     assert_eq!(holders[0].same, same);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SamePerson {
    /// Their ids agree.
    ById,
    /// Their names are equal, and not both have an id.
    ByName,
}

/// That a holder of a post is away.
///
/// ```
/// # use answerable::{Absences, Organisation, PassedOver, PostRecord, SamePerson};
/// let org = Organisation::from_posts([
///     PostRecord::new("matron", "Matron").held_by("A. Mensah"),
///     PostRecord::new("lead", "Infection Control Lead").held_by("A. Mensah"),
/// ])?;
/// let (matron, lead) = (org.post("matron")?, org.post("lead")?);
/// let away = Absences::of([matron])?;
/// let Some(PassedOver::HoldersAway(holders)) = lead.who_acts(&away).unable() else {
///     panic!("its holder is away");
/// };
/// assert_eq!(holders[0].absent_as, Some(matron));
/// assert_eq!(holders[0].same, SamePerson::ByName);
/// assert_eq!(holders[0].to_string(), "A. Mensah, absent as Matron, by name");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct HolderAway<'o> {
    /// The holder, as the post tells it.
    pub holder: Holder<'o>,
    /// The holder who was named away, or whose post was: perhaps the same.
    pub named: Holder<'o>,
    /// The post named absent that has that holder; none if the holder was named
    /// as such.
    pub absent_as: Option<Post<'o>>,
    /// How the two were found to be the same person.
    pub same: SamePerson,
}

/// "A. Mensah, absent as Matron", "A. Mensah"; "by name" is added where the name
/// alone tells that two holders are one person.
impl fmt::Display for HolderAway<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.holder.name())?;
        if let Some(post) = self.absent_as {
            write!(f, ", absent as {post}")?;
        }
        if self.same == SamePerson::ByName && self.holder != self.named {
            f.write_str(", by name")?;
        }
        Ok(())
    }
}
