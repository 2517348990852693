//! Which kinds of line an organisation speaks of.

use answerable::{Accountability, Organisation};

/// The kinds in use: of the others nothing is said, not even why.
pub(crate) fn in_use(org: &Organisation) -> impl Iterator<Item = Accountability> {
    let posts = org.inside().count();
    Accountability::ALL.into_iter().filter(move |&kind| {
        org.unstated(kind).count() < posts || org.unstated(kind).any(|(_, why)| why.is_some())
    })
}
