//! Who holds a post, and in what capacity?

use std::fmt;
use std::hash::{Hash, Hasher};

use crate::document::HolderEntry;

use super::{Basis, Post};

/// Who sits in a post. Two are equal if they are the same entry of the same post:
/// one person in two posts is two holders. `Display` is the name, and in what
/// capacity.
///
/// ```
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let holder = org.post("general-manager")?.holders().next().expect("a holder");
/// assert_eq!(holder.to_string(), "Colin Mabey (interim)");
/// assert_eq!((holder.name(), holder.holding_as()), ("Colin Mabey", Some("interim")));
///
/// let chief = org.holder("E-20417")?;
/// assert_eq!((chief.name(), chief.id()), ("Marian Oyelaran", Some("E-20417")));
/// assert_eq!(chief.basis().to_string(), "given");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Holder<'o> {
    post: Post<'o>,
    entry: &'o HolderEntry,
}

impl<'o> Holder<'o> {
    pub(super) fn new(post: Post<'o>, entry: &'o HolderEntry) -> Self {
        Self { post, entry }
    }

    pub(crate) fn entry(self) -> &'o HolderEntry {
        self.entry
    }

    /// The post that is held. Whoever holds several is a holder of each:
    /// [`Organisation::holder`](crate::Organisation::holder) gives that of the first in
    /// document order.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.holder("Harriet Lindqvist")?.post(), org.post("chair")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn post(self) -> Post<'o> {
        self.post
    }

    /// The name.
    #[must_use]
    pub fn name(self) -> &'o str {
        self.post.organisation().text.get(self.entry.name)
    }

    /// What tells holders of one name apart, if told: a staff number, say.
    #[must_use]
    pub fn id(self) -> Option<&'o str> {
        self.entry
            .id
            .map(|id| self.post.organisation().text.get(id))
    }

    /// In what capacity, if told: acting, interim, seconded.
    #[must_use]
    pub fn holding_as(self) -> Option<&'o str> {
        let capacity = self.entry.more().holding_as;
        capacity.map(|capacity| self.post.organisation().text.get(capacity))
    }

    /// Where it comes from that the post has this holder.
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        Basis::new(self.post.organisation(), self.entry.more().backing)
    }
}

impl PartialEq for Holder<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.entry, other.entry)
    }
}

impl Eq for Holder<'_> {}

impl Hash for Holder<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::ptr::hash(self.entry, state);
    }
}

impl fmt::Display for Holder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        self.holding_as()
            .map_or(Ok(()), |capacity| write!(f, " ({capacity})"))
    }
}

impl fmt::Debug for Holder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Holder({self})")
    }
}
