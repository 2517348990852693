//! Which holders are one person?

use crate::document::{HolderEntry, Txt};

/// Under what a holder is kept, so that the same person is found by it: their ids
/// agree, or, where either has none, their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Mark {
    Id(Txt),
    /// The name of one who has an id.
    NameBesideId(Txt),
    /// The name of one who has none.
    NameAlone(Txt),
}

impl Mark {
    /// Those under which a holder is kept.
    pub(crate) fn of(holder: &HolderEntry) -> impl Iterator<Item = Self> + use<> {
        let name = holder.name;
        let (first, second) = match holder.id {
            Some(id) => (Self::Id(id), Some(Self::NameBesideId(name))),
            None => (Self::NameAlone(name), None),
        };
        [first].into_iter().chain(second)
    }

    /// Those under which whoever is the same person as a holder is found.
    pub(crate) fn found_by(holder: &HolderEntry) -> [Self; 2] {
        let name = holder.name;
        match holder.id {
            Some(id) => [Self::Id(id), Self::NameAlone(name)],
            None => [Self::NameAlone(name), Self::NameBesideId(name)],
        }
    }
}
