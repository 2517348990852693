//! What is told of a post?

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use crate::Organisation;
use crate::document::{FactKey, Txt};
use crate::ids::PostId;
use crate::model::{PostKind, Seats};

use super::{Basis, Holder, Profession, Unit, same_organisation};

/// A post of an organisation: `Copy`, ordered by id. `Display` is its title.
///
/// Two are equal if they are the same post of the very same organisation; across
/// organisations compare [`Post::to_id`].
///
/// ```
/// # use answerable::{PostKind, Seats};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let ward = org.post("ward-manager-childrens")?;
/// assert_eq!(ward.to_string(), "Ward Manager, Children's Ward");
/// assert_eq!((ward.kind(), ward.grade(), ward.fte()), (PostKind::Individual, Some("Band 7"), Some(1.0)));
/// assert_eq!(ward.unit().map(|unit| unit.title()), Some("General Paediatrics"));
/// assert_eq!(ward.profession().map(|profession| profession.title()), Some("Nursing"));
/// assert_eq!(ward.organisation().title(), Some("Thamesmouth NHS Foundation Trust"));
///
/// // Several like seats are one post. Of a single seat nothing is said.
/// assert_eq!(org.post("consultants-paediatrics")?.seats(), Some(Seats::NotStated));
/// assert_eq!(ward.seats(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Post<'o> {
    org: &'o Organisation,
    at: u32,
}

impl<'o> Post<'o> {
    #[inline]
    pub(crate) fn new(org: &'o Organisation, at: u32) -> Self {
        Self { org, at }
    }

    /// Its number in operational tree order.
    #[inline]
    pub(crate) fn place(self) -> u32 {
        self.at
    }

    /// The organisation it is a post of.
    #[inline]
    #[must_use]
    pub fn organisation(self) -> &'o Organisation {
        self.org
    }

    /// Its place, if it is a post of `org`.
    #[inline]
    pub(crate) fn place_in(self, org: &Organisation) -> Option<u32> {
        same_organisation(self.org, org).then_some(self.at)
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'o str {
        self.org.ids.get(Txt::at(self.at))
    }

    /// Its id, owned: what is kept when the organisation is not, and what
    /// compares posts of two organisations.
    ///
    /// ```
    /// # use answerable::Organisation;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let matron = org.post("head-of-nursing-childrens")?;
    /// let copy = Organisation::try_from(org.to_document())?;
    /// let same = copy.post(matron.id())?;
    /// assert_ne!(same, matron);
    /// assert_eq!(same.to_id(), matron.to_id());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_id(self) -> PostId {
        PostId::of(self.id())
    }

    /// Its title.
    #[must_use]
    pub fn title(self) -> &'o str {
        self.org
            .posts
            .title
            .get(self.at)
            .map_or("", |title| self.org.text.get(title))
    }

    /// What sort of seat it is.
    #[must_use]
    pub fn kind(self) -> PostKind {
        self.org.posts.kind[self.at as usize]
    }

    /// The unit it belongs to, if told.
    #[must_use]
    pub fn unit(self) -> Option<Unit<'o>> {
        let unit = self.org.posts.unit.get(self.at)?;
        Some(Unit::new(
            self.org,
            self.org.units.table.entry_of[unit.index()],
        ))
    }

    /// The basis of its belonging to its unit.
    #[must_use]
    pub fn unit_basis(self) -> Basis<'o> {
        Basis::new(self.org, self.org.posts.backing_of(self.at, FactKey::Unit))
    }

    /// The profession it is of, if told.
    #[must_use]
    pub fn profession(self) -> Option<Profession<'o>> {
        let profession = self.org.posts.profession.get(self.at)?;
        Some(Profession::new(
            self.org,
            self.org.professions.table.entry_of[profession.index()],
        ))
    }

    /// The basis of its being of its profession.
    #[must_use]
    pub fn profession_basis(self) -> Basis<'o> {
        Basis::new(
            self.org,
            self.org.posts.backing_of(self.at, FactKey::Profession),
        )
    }

    /// Its grade, if told.
    #[must_use]
    pub fn grade(self) -> Option<&'o str> {
        self.org
            .posts
            .grade
            .get(self.at)
            .map(|grade| self.org.text.get(grade))
    }

    /// Its whole-time equivalent, if told: 1.0 is one full-time post.
    #[must_use]
    pub fn fte(self) -> Option<f64> {
        self.org.posts.fte.of(self.at).first().copied()
    }

    /// Its seats, if it was told how many: several like ones, as a rule.
    #[must_use]
    pub fn seats(self) -> Option<Seats> {
        self.org.posts.seats.of(self.at).first().copied()
    }

    /// Whether it was said that nobody sits there. A post of which no holder is
    /// named is not vacant on that account: somebody holds it who was not named.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (childrens, adults) = (org.post("head-of-nursing-childrens")?, org.post("head-of-nursing-adults")?);
    /// assert_eq!((childrens.holders().len(), childrens.is_vacant()), (0, false));
    /// assert_eq!((adults.holders().len(), adults.is_vacant()), (0, true));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_vacant(self) -> bool {
        self.org.posts.vacant.has(self.at)
    }

    /// Who sits there, as far as told, in document order.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// // A job share.
    /// let manager = org.post("team-manager-physiotherapy")?;
    /// assert!(manager.holders().map(|holder| holder.name()).eq(["Aoife Lacey", "Grace Nwosu"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn holders(self) -> impl DoubleEndedIterator<Item = Holder<'o>> + ExactSizeIterator {
        let entries = self.org.posts.holders.of(self.at);
        entries.iter().map(move |entry| Holder::new(self, entry))
    }

    /// The note on it, if there is one.
    #[must_use]
    pub fn note(self) -> Option<&'o str> {
        self.org
            .posts
            .note
            .of(self.at)
            .first()
            .map(|&note| self.org.text.get(note))
    }

    /// The user's own labels, key and value, in document order.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let ward = org.post("ward-manager-childrens")?;
    /// assert!(ward.labels().eq([("site", "Thamesmouth General")]));
    /// assert_eq!((ward.label("site"), ward.label("cost centre")), (Some("Thamesmouth General"), None));
    /// assert_eq!(ward.note(), Some("Runs the ward day and night."));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn labels(self) -> impl DoubleEndedIterator<Item = (&'o str, &'o str)> + ExactSizeIterator {
        let text = &self.org.text;
        self.org
            .posts
            .labels
            .of(self.at)
            .iter()
            .map(|&(key, value)| (text.get(key), text.get(value)))
    }

    /// The user's own label of this key, if there is one. Linear in the labels of the
    /// post.
    #[must_use]
    pub fn label(self, key: &str) -> Option<&'o str> {
        self.labels()
            .find(|&(told, _)| told == key)
            .map(|(_, value)| value)
    }

    /// Where the post itself comes from: that there is one, of its kind and title.
    /// Each further fact has a basis of its own.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let director = org.post("care-group-director")?;
    /// assert_eq!(director.basis().to_string(), "stated: Care Group Director: job description, The Post");
    /// assert_eq!(director.unit_basis().to_string(), "given");
    /// assert_eq!(director.profession_basis().to_string(), "given");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        Basis::new(self.org, self.org.posts.backing_of(self.at, FactKey::Post))
    }
}

impl PartialEq for Post<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && same_organisation(self.org, other.org)
    }
}

impl Eq for Post<'_> {}

impl PartialOrd for Post<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Post<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let organisation = |post: &Self| std::ptr::from_ref(post.org);
        self.id()
            .cmp(other.id())
            .then_with(|| organisation(self).cmp(&organisation(other)))
    }
}

impl Hash for Post<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.at.hash(state);
    }
}

impl fmt::Display for Post<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title())
    }
}

impl fmt::Debug for Post<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Post({:?})", self.id())
    }
}

impl Organisation {
    /// The post with this id, if there is one. One hash. [`post`](Self::post) says
    /// which id was probably meant, where there is none.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.get("chief-nurse").map(|post| post.title()), Some("Chief Nurse"));
    /// assert_eq!(org.get("Chief Nurse"), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn get(&self, id: &str) -> Option<Post<'_>> {
        let at = self.ids.find(id)?;
        (at.index() < self.declared.len()).then(|| Post::new(self, at.number()))
    }

    /// The posts, in document order.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let posts = org.posts();
    /// assert_eq!(posts.len(), 18);
    /// assert!(posts.take(3).map(|post| post.title()).eq(["Trust Board", "Chair", "Chief Executive"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn posts(&self) -> impl DoubleEndedIterator<Item = Post<'_>> + ExactSizeIterator + Clone {
        self.declared.iter().map(|&at| Post::new(self, at))
    }
}
