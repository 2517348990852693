//! What is told of a post, and who holds it?

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use crate::Organisation;
use crate::document::{FactKey, HolderEntry, Txt};
use crate::ids::PostId;
use crate::model::{Accountability, PostKind, Seats, Thresholds};

use super::{Basis, Profession, Unit, same_organisation};

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
        entries
            .iter()
            .map(move |entry| Holder { post: self, entry })
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
    pub(crate) fn entry(self) -> &'o HolderEntry {
        self.entry
    }

    /// The post that is held. Whoever holds several is a holder of each:
    /// [`Organisation::holder`] gives that of the first in document order.
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
        self.post.org.text.get(self.entry.name)
    }

    /// What tells holders of one name apart, if told: a staff number, say.
    #[must_use]
    pub fn id(self) -> Option<&'o str> {
        self.entry.id.map(|id| self.post.org.text.get(id))
    }

    /// In what capacity, if told: acting, interim, seconded.
    #[must_use]
    pub fn holding_as(self) -> Option<&'o str> {
        let capacity = self.entry.more().holding_as;
        capacity.map(|capacity| self.post.org.text.get(capacity))
    }

    /// Where it comes from that the post has this holder.
    #[must_use]
    pub fn basis(self) -> Basis<'o> {
        Basis::new(self.post.org, self.entry.more().backing)
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

impl Organisation {
    /// The title of the organisation, if told.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.title(), Some("Thamesmouth NHS Foundation Trust"));
    /// assert_eq!(org.about(), Some("A fictional trust."));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.map(|title| self.text.get(title))
    }

    /// What the organisation is, if told.
    #[must_use]
    pub fn about(&self) -> Option<&str> {
        self.about.map(|about| self.text.get(about))
    }

    /// What a kind is called in print: its word, unless the document names it
    /// otherwise.
    ///
    /// ```
    /// # use answerable::{Accountability::{Clinical, Operational}, Document, Organisation, PostRecord};
    /// let mut document = Document::new("Thamesmouth").kind_titled(Operational, "managerial");
    /// document.push_post(PostRecord::new("sister", "Ward Sister").accountable_to("matron", Operational));
    /// document.push_post(PostRecord::new("matron", "Matron"));
    /// let org = Organisation::try_from(document)?;
    ///
    /// assert_eq!((org.kind_title(Operational), org.kind_title(Clinical)), ("managerial", "clinical"));
    /// let line = org.post("sister")?.superior(Operational).line().expect("a superior");
    /// assert_eq!(line.to_string(), "Ward Sister is accountable to Matron (managerial; given)");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn kind_title(&self, kind: Accountability) -> &str {
        self.kind_titles[kind as usize].map_or(kind.as_str(), |title| self.text.get(title))
    }

    /// Whether cover goes to the operational superior where no deputy can act: so
    /// unless the document says otherwise.
    ///
    /// ```
    /// # use answerable::{Document, Organisation};
    /// let told = Document::new("Thamesmouth").reverting(false);
    /// assert!(!Organisation::try_from(told)?.reverts_to_superior());
    /// assert!(Organisation::try_from(Document::new("Thamesmouth"))?.reverts_to_superior());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn reverts_to_superior(&self) -> bool {
        self.reverts_to_superior.unwrap_or(true)
    }

    /// From where on the rules of findings find too much, as far as told. There are
    /// no defaults.
    ///
    /// ```
    /// # use answerable::{Document, Organisation, Thresholds};
    /// let document = Document::new("Thamesmouth").with_thresholds(Thresholds::none().span(12));
    /// let thresholds = Organisation::try_from(document)?.thresholds();
    /// assert_eq!((thresholds.span, thresholds.layers), (Some(12), None));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn thresholds(&self) -> Thresholds {
        self.thresholds
    }

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
