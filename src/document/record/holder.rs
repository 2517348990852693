//! Records of holders.

use super::BasisRecord;

/// Who sits in a post.
///
/// ```
/// use answerable::{BasisRecord, HolderRecord, Organisation, PostRecord, Standing};
///
/// let org = Organisation::from_posts([PostRecord::new("team-manager", "Team Manager")
///     .holder(HolderRecord::new("Aoife Lacey").with_id("E-30122"))
///     .holder(
///         HolderRecord::new("Grace Nwosu").holding_as("interim")
///             .on(BasisRecord::standing(Standing::Assumed)),
///     )])?;
/// let holders: Vec<_> = org.post("team-manager")?.holders().collect();
/// assert_eq!(holders[0].id(), Some("E-30122"));
/// assert_eq!(holders[1].to_string(), "Grace Nwosu (interim)");
/// assert_eq!(holders[1].basis().standing(), Standing::Assumed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct HolderRecord {
    /// The name.
    pub name: String,
    /// What tells two holders of one name apart.
    pub id: Option<String>,
    /// In what capacity: acting, interim, seconded ...
    pub holding_as: Option<String>,
    /// Where the fact comes from.
    pub basis: BasisRecord,
}

impl HolderRecord {
    /// A holder of this name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            id: None,
            holding_as: None,
            basis: BasisRecord::default(),
        }
    }

    /// Told apart by this id.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Holding it as this: "interim".
    #[must_use]
    pub fn holding_as(mut self, capacity: impl Into<String>) -> Self {
        self.holding_as = Some(capacity.into());
        self
    }

    /// On this basis.
    #[must_use]
    pub fn on(mut self, basis: BasisRecord) -> Self {
        self.basis = basis;
        self
    }
}
