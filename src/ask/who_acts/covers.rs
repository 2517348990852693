//! Who acts for whom?

use foldhash::HashMap;

use crate::Organisation;
use crate::document::NONE;
use crate::model::PostKind;
use crate::view::{Line, Matter, Post};

use super::search::{Answer, Question};
use super::{Absences, Acting, Cover, Gap, How, governing};

/// Who acts for every post of an organisation, worked out at once.
///
/// Each answer is what [`Post::who_acts`] gives for the post alone.
///
/// ```
/// # use answerable::{Absences, Acting};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let (chief, board) = (org.post("chief-executive")?, org.post("trust-board")?);
/// let manager = org.post("general-manager")?;
/// let executives = [chief, org.post("chief-operating-officer")?, org.post("medical-director")?];
/// let away = Absences::of(executives.into_iter().chain([manager]))?;
/// let covers = org.who_acts(&away);
/// assert_eq!(covers.of(board).expect("of this trust").acting(), &Acting::Itself);
/// assert_eq!(covers.iter().count(), org.posts().count());
/// assert_eq!(covers.covered().count(), 6); // the four, and two vacant posts
/// assert!(covers.left_to_nobody().map(|cover| cover.post()).eq([manager]));
/// assert_eq!(covers.bodies_to_decide(), [(board, vec![chief])]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Covers<'o, 'd> {
    pub(super) org: &'o Organisation,
    pub(super) matter: Option<Matter<'o>>,
    pub(super) away: &'d Absences<'o>,
    /// The answer of each post, or [`NONE`] for one that acts itself.
    pub(super) slot: Vec<u32>,
    pub(super) found: Vec<Found>,
    /// The pools that answers share.
    pub(super) pools: Vec<Box<[u32]>>,
}

/// An answer, as it is kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) who: Who,
    pub(super) how: Option<How>,
    pub(super) removes: u32,
    pub(super) layers: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// One of the pool at this place; the pool of one is that post.
    Pool(u32),
    One(u32),
    Body(u32),
    /// Nobody: this post is external, or there cover did not revert.
    Nobody(u32),
}

impl<'o, 'd> Covers<'o, 'd> {
    /// The matter asked about, if one was.
    ///
    /// ```
    /// # use answerable::Absences;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let nobody_away = Absences::none();
    /// assert_eq!(org.who_acts(&nobody_away).matter(), None); // in general
    /// ```
    #[must_use]
    pub fn matter(&self) -> Option<Matter<'o>> {
        self.matter
    }

    pub(super) fn question(&self, post: Post<'o>) -> Question<'o, 'd> {
        Question {
            post,
            matter: self.matter,
            away: self.away,
        }
    }

    /// The answer for one post; none for a post of another organisation. Constant
    /// but for the size of a pool.
    #[must_use]
    pub fn of(&self, post: Post<'_>) -> Option<Cover<'o, 'd>> {
        let at = post.place_in(self.org)?;
        Some(self.cover(Post::new(self.org, at)))
    }

    fn cover(&self, post: Post<'o>) -> Cover<'o, 'd> {
        let asked = self.question(post);
        let answer = match self.slot[post.place() as usize] {
            NONE => Answer::ITSELF,
            slot => self.answer(asked, self.found[slot as usize]),
        };
        Cover { asked, answer }
    }

    fn answer(&self, asked: Question<'o, 'd>, found: Found) -> Answer<'o> {
        let post = |at| Post::new(self.org, at);
        let acting = match found.who {
            Who::One(at) => Acting::One(post(at)),
            Who::Pool(at) => match &*self.pools[at as usize] {
                [one] => Acting::One(post(*one)),
                several => Acting::OneOf(several.iter().copied().map(post).collect()),
            },
            Who::Body(at) => Acting::Body(post(at)),
            Who::Nobody(at) => Acting::Nobody(match asked.revert(post(at)) {
                Err(gap) if post(at).kind() == PostKind::Individual => gap,
                _ => Gap::External(post(at)),
            }),
        };
        Answer {
            acting,
            how: found.how,
            removes: found.removes as usize,
            layers: found.layers as usize,
        }
    }

    /// Every answer, those of bodies and external posts among them, in the document
    /// order of the posts.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Cover<'o, 'd>> + ExactSizeIterator {
        self.org.posts().map(|post| self.cover(post))
    }

    /// The answers for the posts inside that do not act themselves, in document
    /// order.
    #[must_use]
    pub fn covered(&self) -> impl DoubleEndedIterator<Item = Cover<'o, 'd>> {
        let is_covered = |post: &Post<'o>| self.slot[post.place() as usize] != NONE;
        let covered = self.org.posts().filter(is_covered);
        covered
            .filter(|post| post.kind() == PostKind::Individual)
            .filter_map(|post| self.of(post))
    }

    /// The posts inside for which nobody acts, in document order.
    #[must_use]
    pub fn left_to_nobody(&self) -> impl DoubleEndedIterator<Item = Cover<'o, 'd>> {
        self.covered()
            .filter(|cover| matches!(cover.acting(), Acting::Nobody(_)))
    }

    /// The bodies that must decide who acts, and for which posts: both in
    /// document order.
    #[must_use]
    pub fn bodies_to_decide(&self) -> Vec<(Post<'o>, Vec<Post<'o>>)> {
        self.by(|acting| match acting {
            Acting::Body(body) => Some(*body),
            _ => None,
        })
    }

    /// The posts that act for several others at once, and for which: both in
    /// document order. A pool, of which nobody has said who acts, is not
    /// counted.
    ///
    /// ```
    /// # use answerable::Absences;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (officer, director) = (org.post("chief-operating-officer")?, org.post("care-group-director")?);
    /// let (other, nurse) = (org.post("care-group-director-adults")?, org.post("head-of-nursing-adults")?);
    /// let away = Absences::of([officer, director])?;
    /// let several = org.who_acts(&away).acting_for_several();
    /// assert_eq!(several, [(other, vec![officer, director, nurse])]); // the last is vacant
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn acting_for_several(&self) -> Vec<(Post<'o>, Vec<Post<'o>>)> {
        let mut acting = self.by(|acting| match acting {
            Acting::One(post) => Some(*post),
            _ => None,
        });
        acting.retain(|(_, others)| others.len() > 1);
        acting
    }

    /// The posts covered, by who the answer is.
    fn by(&self, who: impl Fn(&Acting<'o>) -> Option<Post<'o>>) -> Vec<(Post<'o>, Vec<Post<'o>>)> {
        let mut posts_of: HashMap<Post<'o>, Vec<Post<'o>>> = HashMap::default();
        for cover in self.covered() {
            if let Some(who) = who(cover.acting()) {
                posts_of.entry(who).or_default().push(cover.post());
            }
        }
        let posts = self.org.posts();
        posts
            .filter_map(|post| posts_of.remove_entry(&post))
            .collect()
    }

    /// The posts that act for one above their own superior: the line to that
    /// superior, and the post acted for, in the document order of the latter. The
    /// lines are operational, or of the kind of the matter. A pool, of which
    /// nobody has said who acts, is not counted.
    ///
    /// ```
    /// # use answerable::{Absences, Accountability::Operational};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (officer, nurse) = (org.post("chief-operating-officer")?, org.post("head-of-nursing-childrens")?);
    /// let away = Absences::of([officer])?.with_nominee(officer, nurse)?;
    /// let covers = org.who_acts(&away);
    /// // It acts for the superior of her own superior.
    /// let line = nurse.superior(Operational).line().expect("a superior");
    /// assert_eq!(covers.acting_over_superior(), [(line, officer)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn acting_over_superior(&self) -> Vec<(Line<'o>, Post<'o>)> {
        let kind = governing(self.matter);
        let over = |cover: Cover<'o, 'd>| {
            let Acting::One(acting) = *cover.acting() else {
                return None;
            };
            let line = acting.superior(kind).line()?;
            let is_over = cover.post().is_above(line.to(), kind);
            is_over.then(|| (line, cover.post()))
        };
        self.covered().filter_map(over).collect()
    }
}
