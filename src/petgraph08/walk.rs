//! The iterators behind the traits. No step allocates.

use std::fmt;
use std::iter::FusedIterator;
use std::ops::Range;

use petgraph::Direction;

use crate::Organisation;
use crate::document::number;
use crate::model::Accountability;
use crate::view::{Line, Post};

use super::Lines;

/// Some of the kinds, as a set.
#[derive(Clone, Copy, Default)]
pub(super) struct Kinds([bool; 3]);

impl Kinds {
    /// Takes the first, in the order in which kinds are listed.
    #[inline]
    fn take(&mut self) -> Option<Accountability> {
        let mut chosen = Accountability::ALL.into_iter().zip(&mut self.0);
        chosen.find_map(|(kind, is_in)| std::mem::take(is_in).then_some(kind))
    }
}

impl fmt::Debug for Kinds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = *self;
        f.debug_list()
            .entries(std::iter::from_fn(|| left.take()))
            .finish()
    }
}

impl FromIterator<Accountability> for Kinds {
    fn from_iter<I: IntoIterator<Item = Accountability>>(kinds: I) -> Self {
        let mut chosen = Self::default();
        for kind in kinds {
            for (each, is_in) in Accountability::ALL.into_iter().zip(&mut chosen.0) {
                *is_in |= each == kind;
            }
        }
        chosen
    }
}

/// Every post, in operational tree order. It knows its length.
///
/// ```
/// # use answerable::Accountability::Operational;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// use petgraph::visit::IntoNodeIdentifiers;
///
/// let posts = org.as_petgraph([Operational]).node_identifiers();
/// assert_eq!(posts.len(), 18);
/// let first: Vec<_> = posts.take(4).map(|post| post.title()).collect();
/// assert_eq!(
///     first,
///     ["Trust Board", "Chief Executive", "Chief Operating Officer", "Care Group Director, Children's"],
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Posts<'o> {
    org: &'o Organisation,
    numbers: Range<u32>,
}

impl<'o> Posts<'o> {
    pub(super) fn of(org: &'o Organisation) -> Self {
        let numbers = 0..number(org.declared.len());
        Self { org, numbers }
    }
}

impl<'o> Iterator for Posts<'o> {
    type Item = Post<'o>;

    #[inline]
    fn next(&mut self) -> Option<Post<'o>> {
        let number = self.numbers.next()?;
        Some(Post::new(self.org, number))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.numbers.size_hint()
    }
}

impl ExactSizeIterator for Posts<'_> {}

impl FusedIterator for Posts<'_> {}

/// The lines of a post on one side: outgoing those to its superiors, kind by kind;
/// incoming those of its reports, kind by kind, as the reports are declared.
///
/// ```
/// # use answerable::Accountability;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// use petgraph::visit::IntoEdges;
///
/// let lines = org.as_petgraph(Accountability::ALL);
/// let upwards: Vec<_> = lines.edges(org.post("ward-manager-childrens")?).map(|line| line.kind()).collect();
/// assert_eq!(upwards, [Accountability::Operational, Accountability::Professional]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct LinesAt<'o> {
    post: Post<'o>,
    side: Direction,
    /// The kinds not come to yet.
    kinds: Kinds,
    /// Incoming only: the kind come to, and the ranks below the post that are left.
    below: Option<(Accountability, Range<u32>)>,
}

impl<'o> LinesAt<'o> {
    #[inline]
    pub(super) fn new(post: Post<'o>, side: Direction, kinds: Kinds) -> Self {
        Self {
            post,
            side,
            kinds,
            below: None,
        }
    }

    /// The next report of the kind come to: whoever is below it is passed over.
    #[inline]
    fn report(&mut self) -> Option<Line<'o>> {
        let (kind, ranks) = self.below.as_mut()?;
        let rank = ranks.next()?;
        let org = self.post.organisation();
        let order = org.order(*kind);
        ranks.start = order.end(rank);
        Some(Line::new(
            Post::new(org, order.node(rank)),
            self.post,
            *kind,
        ))
    }

    #[inline]
    fn superior(&self, kind: Accountability) -> Option<Line<'o>> {
        let org = self.post.organisation();
        let above = org.order(kind).superior(self.post.place())?;
        Some(Line::new(self.post, Post::new(org, above), kind))
    }
}

impl<'o> Iterator for LinesAt<'o> {
    type Item = Line<'o>;

    #[inline]
    fn next(&mut self) -> Option<Line<'o>> {
        loop {
            if let Some(line) = self.report() {
                return Some(line);
            }
            let kind = self.kinds.take()?;
            match self.side {
                Direction::Incoming => {
                    let order = self.post.organisation().order(kind);
                    self.below = Some((kind, order.below(self.post.place())));
                }
                Direction::Outgoing => {
                    if let Some(line) = self.superior(kind) {
                        return Some(line);
                    }
                }
            }
        }
    }
}

impl FusedIterator for LinesAt<'_> {}

/// The posts at the other ends of the lines that [`LinesAt`] gives, in its order: a
/// post once for each line.
///
/// ```
/// # use answerable::Accountability::Operational;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// use petgraph::Direction::Incoming;
/// use petgraph::visit::IntoNeighborsDirected;
///
/// let chief = org.post("chief-executive")?;
/// let reports = org.as_petgraph([Operational]).neighbors_directed(chief, Incoming);
/// let reports: Vec<_> = reports.map(|post| post.title()).collect();
/// assert_eq!(reports, ["Chief Operating Officer", "Medical Director", "Chief Nurse"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Neighbours<'o>(pub(super) LinesAt<'o>);

impl<'o> Iterator for Neighbours<'o> {
    type Item = Post<'o>;

    #[inline]
    fn next(&mut self) -> Option<Post<'o>> {
        let line = self.0.next()?;
        Some(match self.0.side {
            Direction::Outgoing => line.to(),
            Direction::Incoming => line.from(),
        })
    }
}

impl FusedIterator for Neighbours<'_> {}

/// Every line: post by post in operational tree order, of each post kind by kind.
///
/// ```
/// # use answerable::Accountability::Clinical;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// use petgraph::visit::IntoEdgeReferences;
///
/// let lines = org.as_petgraph([Clinical]).edge_references();
/// let lines: Vec<_> = lines.map(|line| (line.from().id(), line.to().id())).collect();
/// assert_eq!(lines, [
///     ("clinical-lead-general-paediatrics", "care-group-director"),
///     ("consultants-paediatrics", "care-group-director"),
///     ("medical-director", "trust-board"),
///     ("chief-nurse", "trust-board"),
/// ]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct AllLines<'o> {
    lines: Lines<'o>,
    posts: Posts<'o>,
    of_post: Option<LinesAt<'o>>,
}

impl<'o> AllLines<'o> {
    pub(super) fn of(lines: Lines<'o>, posts: Posts<'o>) -> Self {
        Self {
            lines,
            posts,
            of_post: None,
        }
    }
}

impl<'o> Iterator for AllLines<'o> {
    type Item = Line<'o>;

    #[inline]
    fn next(&mut self) -> Option<Line<'o>> {
        loop {
            if let Some(line) = self.of_post.as_mut().and_then(Iterator::next) {
                return Some(line);
            }
            let post = self.posts.next()?;
            self.of_post = Some(self.lines.at(post, Direction::Outgoing));
        }
    }
}

impl FusedIterator for AllLines<'_> {}
