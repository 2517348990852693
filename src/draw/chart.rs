//! What a chart shows: a value with options, the same for every picture.

use crate::Organisation;
use crate::model::Accountability;
use crate::view::{Post, Unit};

/// Which way a chart grows from its tops.
///
/// ```
/// # use answerable::Direction;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let chart = org.chart().growing(Direction::Down);
/// assert!(chart.mermaid()?.to_string().contains("\nflowchart BT\n")); // its lines lead up to the tops
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// From the top of the page down.
    Down,
    /// From the left of the page to the right.
    Right,
}

/// By what the cards of a chart are coloured.
///
/// ```
/// # use answerable::{Colouring, Disclosure};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let chart = org.post("team-manager-physiotherapy")?.chart().disclosing(Disclosure::Posts).without_legend();
/// let told = |by| chart.clone().coloured_by(by).outline().to_string().contains("profession: Physiotherapy");
/// assert!(told(Colouring::Profession)); // in words, what a picture shows by its colours
/// assert!(!told(Colouring::Unit) && !told(Colouring::Plain));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Colouring {
    /// By unit.
    #[default]
    Unit,
    /// By profession.
    Profession,
    /// Not at all.
    Plain,
}

/// What a chart tells of a post beside its title and its marks, as whether it is
/// vacant.
///
/// ```
/// # use answerable::{Accountability::Operational, Colouring, Disclosure};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let manager = org.post("general-manager")?;
/// let chart = manager.chart().kinds([Operational]).coloured_by(Colouring::Plain).to_depth(0).titled("Today");
/// let told = |disclosure| chart.clone().disclosing(disclosure).outline().to_string();
/// assert_eq!(told(Disclosure::Posts), "\
/// Today
///
/// General Manager, Children's [operational superior not stated; +1 below]
/// ");
/// assert_eq!(told(Disclosure::HoldersAndGrades), "\
/// Today
///
/// General Manager, Children's [Colin Mabey (interim) · Band 8d; operational superior not stated; +1 below]
/// ");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
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
/// It begins with every kind of line and every post inside, without deputies and
/// links. A post outside is shown only if it has a line of the kinds shown, or a
/// deputy, a post it deputises for or a link, where those are. Cards name holders
/// and grades, unless [`Chart::disclosing`] says otherwise. Made in constant time; it
/// is worked out when it is drawn.
///
/// ```
/// # use answerable::{Accountability::Operational, Colouring};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let chart = org.post("care-group-director")?.chart()
///     .kinds([Operational])
///     .to_depth(1)
///     .titled("Children's Care Group")
///     .coloured_by(Colouring::Plain)
///     .noting("as of the job description");
/// assert_eq!(chart.outline().to_string(), "\
/// Children's Care Group
///
/// Care Group Director, Children's [Dr Priya Sandhu-Hale; under Chief Operating Officer (not shown)]
///   Head of Nursing, Children's [Band 8c; +1 below]
///   Clinical Lead, General Paediatrics [Dr Ifeoma Castellan; +1 below]
///   Senior Leadership Team, Children's [Body]
///
/// as of the job description
/// ");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let words = org.chart().outline().to_string();
    /// assert!(words.starts_with("Thamesmouth NHS Foundation Trust\n\nTrust Board [Body"));
    /// assert!(!words.contains("Care Quality Commission")); // no line leads outside
    /// ```
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
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let words = org.post("head-of-nursing-childrens")?.chart().outline().to_string();
    /// assert!(words.starts_with("Thamesmouth NHS Foundation Trust: Head of Nursing, Children's\n"));
    /// assert!(words.contains("\n  Ward Manager, Children's Ward"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Only lines of these kinds. Posts stand by the first of them in the order of
    /// [`Accountability::ALL`], in whatever order they are given; lines of the others
    /// are drawn besides. Posts of
    /// which none of the lines drawn tells anything are left out, unless the
    /// operational ones are among them. With no kinds, posts stand by operational lines
    /// all the same.
    ///
    /// ```
    /// # use answerable::{Accountability::Clinical, Colouring, Disclosure};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let chart = org.chart().kinds([Clinical]).coloured_by(Colouring::Plain).disclosing(Disclosure::Posts);
    /// assert_eq!(chart.titled("Clinical lines").outline().to_string(), "\
    /// Clinical lines
    ///
    /// Trust Board [Body]
    ///   Medical Director
    ///   Chief Nurse
    /// Care Group Director, Children's [clinical superior not stated]
    ///   Clinical Lead, General Paediatrics
    ///   Consultants, General Paediatrics [several seats]
    /// ");
    /// ```
    #[must_use]
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = Accountability>) -> Self {
        self.kinds = kinds.into_iter().collect();
        self.kinds.sort_unstable();
        self.kinds.dedup();
        self
    }

    /// With who deputises for whom.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let words = org.chart().with_deputies().outline().to_string();
    /// assert!(words.contains("deputises for: Chief Operating Officer · Medical Director"));
    /// assert!(words.contains("attends for: Chief Nurse"));
    /// ```
    #[must_use]
    pub fn with_deputies(mut self) -> Self {
        self.deputies = true;
        self
    }

    /// With the links between posts, which give no authority. Links to units are not
    /// drawn.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let words = org.chart().with_links().outline().to_string();
    /// assert!(words.contains("supports (no authority): Medical Director"));
    /// ```
    #[must_use]
    pub fn with_links(mut self) -> Self {
        self.links = true;
        self
    }

    /// Only this post and those below it, in the kind by which posts stand: none,
    /// if it is a post of another organisation.
    ///
    /// ```
    /// # use answerable::Accountability::Professional;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let chart = org.chart().kinds([Professional]).below(org.post("chief-nurse")?);
    /// let words = chart.outline().to_string();
    /// assert!(words.contains("Ward Manager, Children's Ward")); // in the professional chain
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn below(mut self, root: Post<'o>) -> Self {
        self.root = Some(root);
        self
    }

    /// Only the posts of this unit and of those within it: none, if it is a unit of
    /// another organisation.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let words = org.chart().of_unit(org.unit("childrens-care-group")?).outline().to_string();
    /// assert!(words.contains("Team Manager, Children's Physiotherapy")); // of a unit within
    /// assert!(words.contains("under Chief Operating Officer (not shown)"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_unit(mut self, unit: Unit<'o>) -> Self {
        self.unit = Some(unit);
        self
    }

    /// Down to this many layers below the tops, so that 0 shows the tops alone; what
    /// is cut is counted on the card above it.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let words = org.chart().to_depth(1).outline().to_string();
    /// assert!(words.contains("Chief Executive [Marian Oyelaran · Very senior manager; +12 below;"));
    /// ```
    #[must_use]
    pub fn to_depth(mut self, layers: usize) -> Self {
        self.depth = layers;
        self
    }

    /// With at most this many posts, if need be to a lesser depth: whole layers
    /// are cut, and counted on the cards above, but never the tops.
    ///
    /// ```
    /// # use answerable::Accountability::Operational;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let director = org.post("care-group-director")?;
    /// let words = director.chart().kinds([Operational]).at_most(5).outline().to_string();
    /// assert!(words.contains("Head of Nursing, Children's [Band 8c; +1 below;")); // four are shown, of six
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn at_most(mut self, posts: usize) -> Self {
        self.most = posts;
        self
    }

    /// Growing this way. Else it grows down the page; in DOT, where posts cannot be
    /// stacked, to the right if it has more than 250 posts, or more than 30 in one
    /// layer.
    ///
    /// ```
    /// # use answerable::Direction;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let chart = org.chart().growing(Direction::Right);
    /// assert!(chart.mermaid()?.to_string().contains("\nflowchart RL\n")); // its lines lead left to the tops
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn growing(mut self, direction: Direction) -> Self {
        self.direction = Some(direction);
        self
    }

    /// Under this title, in place of that of the organisation with the unit and the
    /// post that it is a chart of.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let chart = org.post("chief-nurse")?.chart().titled("Nursing today");
    /// assert!(chart.outline().to_string().starts_with("Nursing today\n"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

    /// Without a legend and notes in a picture. An outline has no legend, and keeps its
    /// notes.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let chart = org.post("care-group-director")?.chart();
    /// let note = "Lines to posts not shown";
    /// assert!(chart.mermaid()?.to_string().contains(note));
    /// assert!(!chart.without_legend().mermaid()?.to_string().contains(note));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
