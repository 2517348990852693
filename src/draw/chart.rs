//! What a chart shows: a value with options, the same for every picture.

use crate::Organisation;
use crate::model::Accountability;
use crate::view::{Post, Unit};

/// Which way a chart grows from its tops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From the top of the page down.
    Down,
    /// From the left of the page to the right.
    Right,
}

/// By what the cards of a chart are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Colouring {
    /// By unit.
    #[default]
    Unit,
    /// By profession.
    Profession,
    /// Not at all.
    Plain,
}

/// What a chart tells of a post beside its title and whether it is vacant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Disclosure {
    /// Nothing.
    Posts,
    /// Its grade.
    Grades,
    /// Its holders.
    Holders,
    /// Its holders and its grade.
    #[default]
    HoldersAndGrades,
}

/// A chart of an organisation: what it shows, and in what manner. Each picture of
/// it shows the same.
///
/// It begins with every kind of line and every post, without deputies and links.
#[derive(Debug, Clone)]
pub struct Chart<'o> {
    pub(super) org: &'o Organisation,
    pub(super) kinds: Vec<Accountability>,
    pub(super) deputies: bool,
    pub(super) links: bool,
    pub(super) root: Option<Post<'o>>,
    pub(super) unit: Option<Unit<'o>>,
    pub(super) depth: usize,
    pub(super) most: usize,
    pub(super) direction: Option<Direction>,
    pub(super) title: Option<String>,
    pub(super) legend: bool,
    pub(super) notes: Vec<String>,
    pub(super) disclosure: Disclosure,
    pub(super) colouring: Colouring,
}

impl Organisation {
    /// A chart of the whole organisation.
    #[must_use]
    pub fn chart(&self) -> Chart<'_> {
        Chart {
            org: self,
            kinds: Accountability::ALL.to_vec(),
            deputies: false,
            links: false,
            root: None,
            unit: None,
            depth: usize::MAX,
            most: usize::MAX,
            direction: None,
            title: None,
            legend: true,
            notes: Vec::new(),
            disclosure: Disclosure::default(),
            colouring: Colouring::default(),
        }
    }
}

impl<'o> Post<'o> {
    /// A chart of the post and everyone below it.
    #[must_use]
    pub fn chart(self) -> Chart<'o> {
        self.organisation().chart().below(self)
    }
}

impl<'o> Chart<'o> {
    /// What stands above every picture.
    pub(super) fn heading(&self) -> String {
        if let Some(title) = &self.title {
            return title.clone();
        }
        let whole = self.org.title().unwrap_or("Lines of accountability");
        let unit = self
            .unit
            .filter(|&unit| self.org.unit(unit.id()) == Ok(unit));
        let root = self.root.filter(|root| root.place_in(self.org).is_some());
        let parts = unit.map(Unit::title).into_iter();
        let parts: Vec<&str> = parts.chain(root.map(Post::title)).collect();
        if parts.is_empty() {
            whole.to_owned()
        } else {
            format!("{whole}: {}", parts.join(", "))
        }
    }

    /// Only lines of these kinds. Posts stand by the first of them, in the order
    /// in which kinds are listed; lines of the others are drawn besides. Posts of
    /// which none of the lines drawn tells anything are left out, unless the
    /// operational ones are among them. Of no kind at all, posts still stand by
    /// operational lines.
    #[must_use]
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = Accountability>) -> Self {
        self.kinds = kinds.into_iter().collect();
        self.kinds.sort_unstable();
        self.kinds.dedup();
        self
    }

    /// With who deputises for whom.
    #[must_use]
    pub fn with_deputies(mut self) -> Self {
        self.deputies = true;
        self
    }

    /// With the links between posts, which give no authority.
    #[must_use]
    pub fn with_links(mut self) -> Self {
        self.links = true;
        self
    }

    /// Only this post and those below it, in the kind by which posts stand: none,
    /// if it is a post of another organisation.
    #[must_use]
    pub fn below(mut self, root: Post<'o>) -> Self {
        self.root = Some(root);
        self
    }

    /// Only the posts of this unit and of those within it: none, if it is a unit of
    /// another organisation.
    #[must_use]
    pub fn of_unit(mut self, unit: Unit<'o>) -> Self {
        self.unit = Some(unit);
        self
    }

    /// Down to this many layers below the tops, so that 0 shows the tops alone; what
    /// is cut is counted on the card above it.
    #[must_use]
    pub fn to_depth(mut self, layers: usize) -> Self {
        self.depth = layers;
        self
    }

    /// With at most this many posts, if need be to a lesser depth: whole layers
    /// are cut, and counted on the cards above, but never the tops.
    #[must_use]
    pub fn at_most(mut self, posts: usize) -> Self {
        self.most = posts;
        self
    }

    /// Growing this way. Else it grows down the page; in DOT, where posts cannot be
    /// stacked, to the right if it has more than 250 posts, or more than 30 in one
    /// layer.
    #[must_use]
    pub fn growing(mut self, direction: Direction) -> Self {
        self.direction = Some(direction);
        self
    }

    /// Under this title, in place of that of the organisation with the unit and the
    /// post that it is a chart of.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// With this note under the legend, beside those on lines that are not shown or
    /// are assumed.
    #[must_use]
    pub fn noting(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Without a legend and notes.
    #[must_use]
    pub fn without_legend(mut self) -> Self {
        self.legend = false;
        self
    }

    /// Telling this of each post, beside its title.
    #[must_use]
    pub fn disclosing(mut self, disclosure: Disclosure) -> Self {
        self.disclosure = disclosure;
        self
    }

    /// Coloured by this. The seven units or professions with the most posts of the
    /// chart have a colour each, and the others share one; an eighth has its own
    /// where it is the last.
    #[must_use]
    pub fn coloured_by(mut self, colouring: Colouring) -> Self {
        self.colouring = colouring;
        self
    }
}
