//! Who is away today, and who is nominated for whom?

mod people;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

use foldhash::HashSet;
use thiserror::Error;

use crate::Organisation;
use crate::model::PostKind;
use crate::quoted::Quoted;
use crate::view::{Holder, Post, same_organisation};

pub use people::{HolderAway, SamePerson};
use people::{People, Person};

/// Who is away today, and who is nominated meanwhile: facts of a day, which no
/// organisation holds.
///
/// It is made of posts and holders already looked up, so a misspelt absentee
/// fails at the look-up and is not passed over.
///
/// A post named absent has all its named holders away; a post is away when it is
/// named so, or when it has named holders and all of them are away. Two holders
/// are the same person when their ids agree; where either has none, when their
/// names are equal.
///
/// ```
/// # use answerable::{Absences, Organisation, PostRecord};
/// let org = Organisation::from_posts([
///     PostRecord::new("matron", "Matron").held_by("A. Mensah"),
///     PostRecord::new("lead", "Infection Control Lead").held_by("A. Mensah"),
///     PostRecord::new("sister", "Ward Sister").held_by("B. Roy"),
/// ])?;
/// let away = Absences::of([org.post("matron")?])?;
/// assert!(away.is_away(org.post("matron")?));
/// assert!(away.is_away(org.post("lead")?)); // the same person sits there
/// assert!(!away.is_away(org.post("sister")?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default)]
pub struct Absences<'o> {
    org: Option<&'o Organisation>,
    posts: HashSet<u32>,
    people: People<'o>,
    nominees: BTreeMap<u32, u32>,
}

/// Why a post is away.
#[derive(Debug, Clone)]
pub(super) enum Away<'o> {
    /// It was named absent.
    Named,
    /// All its holders are.
    Holders(Vec<HolderAway<'o>>),
}

/// A post or a holder cannot be named absent.
///
/// ```
/// # use answerable::Absences;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let error = Absences::of([org.post("trust-board")?]).expect_err("a body");
/// assert_eq!(
///     error.to_string(),
///     "`trust-board` is a body, which is never absent; name the posts of those who are away"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AbsenceError {
    /// It is a body, which is never absent.
    #[error("{} is a body, which is never absent; name the posts of those who are away", Quoted(.post))]
    Body {
        /// The id of the body.
        post: String,
    },
    /// It is of another organisation than those named before.
    #[error("{} is of another organisation than those named before it", Quoted(.post))]
    Elsewhere {
        /// The id of the post.
        post: String,
    },
    /// A holder is of another organisation than those named before.
    #[error("the holder {} is of another organisation than those named before", Quoted(.name))]
    HolderElsewhere {
        /// The name of the holder.
        name: String,
    },
}

/// A post cannot be nominated for another.
///
/// ```
/// # use answerable::Absences;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let (board, nurse) = (org.post("trust-board")?, org.post("chief-nurse")?);
/// let error = Absences::none().with_nominee(board, nurse).expect_err("a body");
/// assert_eq!(
///     error.to_string(),
///     "`chief-nurse` is nominated for `trust-board`, but `trust-board` is a body; \
///         only an individual post can be nominated, and for another individual post"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NominationError {
    /// Of the two, one is no individual post: only such act, or are covered.
    #[error("{} is nominated for {}, but {} is {}; only an individual post can be nominated, and for another individual post",
        Quoted(.nominee), Quoted(.post), Quoted(.which), .is.with_article())]
    NotIndividual {
        /// The id of the post covered.
        post: String,
        /// The id of the post nominated.
        nominee: String,
        /// The id of the one that is no individual post.
        which: String,
        /// What that is.
        is: PostKind,
    },
    /// The post is nominated for itself.
    #[error("{} is nominated for itself", Quoted(.post))]
    Itself {
        /// The id of the post.
        post: String,
    },
    /// Two posts are nominated for one.
    #[error("{} are nominated for {}; one post is nominated for another",
        format_args!("both {} and {}", Quoted(&.nominees[0]), Quoted(&.nominees[1])), Quoted(.post))]
    Twice {
        /// The id of the post covered.
        post: String,
        /// The ids of the posts nominated, as told.
        nominees: [String; 2],
    },
    /// One of the two is of another organisation than those named before.
    #[error("{} is of another organisation than those named before it", Quoted(.post))]
    Elsewhere {
        /// The id of the post.
        post: String,
    },
}

impl<'o> Absences<'o> {
    /// Nobody is away, and nobody nominated.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// These posts are absent, with all their named holders.
    ///
    /// # Errors
    ///
    /// When one is a body, or they are of several organisations.
    ///
    /// ```
    /// # use answerable::{Absences, Post};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let away = Absences::of([org.post("chief-nurse")?, org.post("chief-executive")?])?;
    /// assert!(away.posts().map(Post::id).eq(["chief-executive", "chief-nurse"])); // in document order
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(posts: impl IntoIterator<Item = Post<'o>>) -> Result<Self, AbsenceError> {
        posts.into_iter().try_fold(Self::none(), Self::with_post)
    }

    /// This post is absent too, with all its named holders.
    ///
    /// # Errors
    ///
    /// When it is a body, or of another organisation than those before it.
    pub fn with_post(mut self, post: Post<'o>) -> Result<Self, AbsenceError> {
        let org = post.organisation();
        if !self.is_of(org) {
            let post = post.id().to_owned();
            return Err(AbsenceError::Elsewhere { post });
        }
        if post.kind() == PostKind::Body {
            let post = post.id().to_owned();
            return Err(AbsenceError::Body { post });
        }
        for holder in post.holders() {
            self.people.add(Person {
                told: holder,
                through: Some(post.place()),
            });
        }
        self.posts.insert(post.place());
        Ok(self)
    }

    /// This holder is away too, from every post held.
    ///
    /// # Errors
    ///
    /// When the holder is of another organisation than those before.
    ///
    /// ```
    /// # use answerable::{Absences, Holder};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let team = org.post("team-manager-physiotherapy")?; // which two people share
    /// let away = Absences::none().with_holder(org.holder("Aoife Lacey")?)?;
    /// assert!(!away.is_away(team));
    /// let away = away.with_holder(org.holder("Grace Nwosu")?)?;
    /// assert!(away.is_away(team));
    /// assert!(away.holders().map(Holder::name).eq(["Aoife Lacey", "Grace Nwosu"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_holder(mut self, holder: Holder<'o>) -> Result<Self, AbsenceError> {
        if !self.is_of(holder.post().organisation()) {
            let name = holder.name().to_owned();
            return Err(AbsenceError::HolderElsewhere { name });
        }
        self.people.add(Person {
            told: holder,
            through: None,
        });
        self.people.named.push(holder);
        Ok(self)
    }

    /// `nominee` is nominated to act for `post` today, should `post` not be able
    /// to.
    ///
    /// ```
    /// # use answerable::Absences;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (manager, nurse) = (org.post("general-manager")?, org.post("head-of-nursing-childrens")?);
    /// let away = Absences::none().with_post(manager)?.with_nominee(manager, nurse)?;
    /// assert_eq!(away.nominee(manager), Some(nurse));
    /// assert!(away.nominations().eq([(manager, nurse)]));
    /// assert_eq!(
    ///     manager.who_acts(&away).to_string(),
    ///     "Head of Nursing, Children's is nominated to act for General Manager, Children's \
    ///         (General Manager, Children's absent)"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When one of the two is no individual post, when they are one post, when
    /// another was nominated for `post` before, or when one is of another
    /// organisation than those before.
    pub fn with_nominee(
        mut self,
        post: Post<'o>,
        nominee: Post<'o>,
    ) -> Result<Self, NominationError> {
        for one in [post, nominee] {
            if !self.is_of(one.organisation()) {
                let post = one.id().to_owned();
                return Err(NominationError::Elsewhere { post });
            }
            if one.kind() != PostKind::Individual {
                return Err(NominationError::NotIndividual {
                    post: post.id().to_owned(),
                    nominee: nominee.id().to_owned(),
                    which: one.id().to_owned(),
                    is: one.kind(),
                });
            }
        }
        if post == nominee {
            let post = post.id().to_owned();
            return Err(NominationError::Itself { post });
        }
        match self.nominees.entry(post.place()) {
            Entry::Vacant(slot) => {
                slot.insert(nominee.place());
                Ok(self)
            }
            Entry::Occupied(slot) if *slot.get() == nominee.place() => Ok(self),
            Entry::Occupied(slot) => Err(NominationError::Twice {
                post: post.id().to_owned(),
                nominees: [*slot.get(), nominee.place()]
                    .map(|at| Post::new(post.organisation(), at).id().to_owned()),
            }),
        }
    }

    /// Whether everything so far is of `org`, which holds from now on.
    fn is_of(&mut self, org: &'o Organisation) -> bool {
        same_organisation(self.org.get_or_insert(org), org)
    }

    /// Whether anything here is about this organisation.
    fn is_about(&self, org: &Organisation) -> bool {
        self.org.is_some_and(|own| same_organisation(own, org))
    }

    /// The posts named absent, in document order. A walk over all posts.
    pub fn posts(&self) -> impl Iterator<Item = Post<'o>> {
        let posts = self.org.into_iter().flat_map(Organisation::posts);
        posts.filter(|post| self.posts.contains(&post.place()))
    }

    /// The holders named away as such, in the order in which they were named.
    pub fn holders(&self) -> impl Iterator<Item = Holder<'o>> {
        self.people.named.iter().copied()
    }

    /// The posts for which another is nominated, and that other: in the operational
    /// tree order of the former.
    pub fn nominations(&self) -> impl Iterator<Item = (Post<'o>, Post<'o>)> {
        let org = self.org.into_iter();
        org.flat_map(|org| {
            let nominees = self.nominees.iter();
            nominees.map(move |(&post, &nominee)| (Post::new(org, post), Post::new(org, nominee)))
        })
    }

    /// Whether `post` is away: named absent, or all its named holders are away.
    /// A post of another organisation is not. Constant, but for its holders.
    #[must_use]
    pub fn is_away(&self, post: Post<'o>) -> bool {
        self.is_about(post.organisation())
            && (self.posts.contains(&post.place()) || self.has_all_of(post))
    }

    /// Whether the post has holders, and all are away.
    fn has_all_of(&self, post: Post<'o>) -> bool {
        // Nobody need be looked up where no person is away.
        if self.people.is_empty() {
            return false;
        }
        let holders = post.organisation().posts.holders.of(post.place());
        let is_gone = |holder| self.people.find(holder).is_some();
        !holders.is_empty() && holders.iter().all(is_gone)
    }

    /// Whether each post of `org` is away: what [`Absences::is_away`] says of each.
    /// Linear in the posts and their holders.
    pub(super) fn everywhere(&self, org: &'o Organisation) -> Vec<bool> {
        let mut away = vec![false; org.declared.len()];
        if !self.is_about(org) {
            return away;
        }
        if !self.people.is_empty() {
            for (at, _) in org.posts.holders.iter() {
                away[at as usize] = true;
            }
            for (at, holder) in org.posts.holders.iter() {
                away[at as usize] &= self.people.find(holder).is_some();
            }
        }
        for &at in &self.posts {
            away[at as usize] = true;
        }
        away
    }

    /// Why `post` is away, if it is.
    pub(super) fn why_away(&self, post: Post<'o>) -> Option<Away<'o>> {
        if !self.is_away(post) {
            return None;
        }
        if self.posts.contains(&post.place()) {
            return Some(Away::Named);
        }
        let org = post.organisation();
        let away = post.holders().filter_map(|holder| {
            let (same, person) = self.people.find(holder.entry())?;
            Some(HolderAway {
                holder,
                named: person.told,
                absent_as: person.through.map(|at| Post::new(org, at)),
                same,
            })
        });
        Some(Away::Holders(away.collect()))
    }

    /// The post nominated to act for `post`, if one is.
    #[must_use]
    pub fn nominee(&self, post: Post<'o>) -> Option<Post<'o>> {
        let nominee = *self.nominees.get(&post.place())?;
        self.is_about(post.organisation())
            .then(|| Post::new(post.organisation(), nominee))
    }
}

impl fmt::Debug for Absences<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Absences")
            .field("posts", &self.posts().collect::<Vec<_>>())
            .field("holders", &self.holders().collect::<Vec<_>>())
            .field("nominations", &self.nominations().collect::<Vec<_>>())
            .finish()
    }
}
