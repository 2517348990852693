//! From a document to an organisation: the one door.
//!
//! One walk serves both ways in. Each check reports what is wrong and takes the
//! faulty fact out of the document, so that later checks see only what remains;
//! at the end there is an organisation of what is beyond doubt, and the
//! problems. Without problems nothing was taken out, and it is the document's.

mod allowances;
mod build;
mod faults;
mod headships;
mod left_out;
mod lines;
mod lists;
mod peaks;
mod posts;
mod references;
mod registers;
mod rules;
mod seats;
mod through;

use foldhash::HashMap;

use crate::document::{Document, NONE, Place, PlaceStep, PostRecord, Table, Txt, number};
use crate::model::Accountability;
use crate::problem::{InvalidOrganisation, NearMisses, Problem, ProblemKind};

pub(crate) use rules::{Cover as RuleCover, Covered, Rule};

use super::order::Order;
use super::store::Organisation;

/// What [`Organisation::salvage`] gives: what is beyond doubt, and the problems.
///
/// ```
/// use answerable::{Accountability::Operational, Organisation, PostRecord};
///
/// let salvage = Organisation::salvage([
///     PostRecord::new("chief-nurse", "Chief Nurse").none_above("answers to the Board"),
///     PostRecord::new("matron", "Matron").accountable_to("chief-nurse", Operational),
///     PostRecord::new("sister", "Ward Sister").accountable_to("matorn", Operational),
/// ].into_iter().collect());
/// let problem = &salvage.problems[0];
/// assert_eq!(
///     problem.to_string(),
///     "`sister` is accountable to `matorn` (operational), but there is no such post; \
///      did you mean `matron`?",
/// );
/// assert_eq!(problem.left_out()[0].to_string(), "post `sister`, `operational`");
///
/// let org = salvage.organisation;
/// assert_eq!(org.post("matron")?.chain(Operational).to_string(), "Matron → Chief Nurse");
/// assert!(org.post("sister")?.superior(Operational).is_unstated());    // never the near miss
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Salvage {
    /// The organisation without the faulty facts.
    pub organisation: Organisation,
    /// The problems, exactly as [`Organisation::try_from`] gives them; none if
    /// the document is sound.
    pub problems: Vec<Problem>,
}

impl TryFrom<Document> for Organisation {
    type Error = InvalidOrganisation;

    /// Makes an organisation of a document, or says everything that is wrong with
    /// it. What is not understood at all (a post whose id is none, or whose kind is
    /// unreadable) is not looked into: mending it may show what it hid.
    fn try_from(document: Document) -> Result<Self, InvalidOrganisation> {
        let Salvage {
            organisation,
            problems,
        } = Self::salvage(document);
        if problems.is_empty() {
            Ok(organisation)
        } else {
            Err(InvalidOrganisation { problems })
        }
    }
}

impl Organisation {
    /// Makes a sound organisation of `posts`, in this order.
    ///
    /// # Errors
    ///
    /// When the records are no sound organisation: every problem at once.
    ///
    /// ```
    /// use answerable::{Accountability::Operational, Organisation, PostRecord};
    ///
    /// let org = Organisation::from_posts([
    ///     PostRecord::new("matron", "Matron").none_above("answers to the Board"),
    ///     PostRecord::new("sister", "Ward Sister").accountable_to("matron", Operational),
    /// ])?;
    /// assert!(org.post("matron")?.is_above(org.post("sister")?, Operational));
    ///
    /// let alone = PostRecord::new("sister", "Ward Sister").accountable_to("matron", Operational);
    /// assert_eq!(
    ///     Organisation::from_posts([alone]).expect_err("no matron").to_string(),
    ///     "invalid organisation: `sister` is accountable to `matron` (operational), \
    ///      but there is no such post; add it, or correct the id",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_posts(
        posts: impl IntoIterator<Item = PostRecord>,
    ) -> Result<Self, InvalidOrganisation> {
        Self::try_from(posts.into_iter().collect::<Document>())
    }

    /// Takes from a document what is beyond doubt, and says what is wrong with
    /// the rest.
    ///
    /// A faulty fact is left out; of a circle every line that was told, of a
    /// conflict both sides. A post whose line is left out has an
    /// [unstated](crate::Superior::Unstated) superior, with the problem as the
    /// reason. A post whose title is left out goes by its id. Nothing is chosen
    /// or guessed, so the order and the names of posts decide nothing. What is
    /// missing is exactly what the problems list as
    /// [left out](Problem::left_out).
    ///
    /// Linear in the document but for headships, which take n log n, or n log² n
    /// where such as name professions go through the operational chain.
    ///
    /// ```
    /// use answerable::{Accountability::Operational, Organisation, PostRecord};
    ///
    /// let salvage = Organisation::salvage([
    ///     PostRecord::new("matron", "Matron").accountable_to("sister", Operational),
    ///     PostRecord::new("sister", "Ward Sister").accountable_to("matron", Operational),
    ///     PostRecord::new("clerk", "Ward Clerk").accountable_to("matron", Operational),
    /// ].into_iter().collect());
    /// let superiors = salvage.organisation.posts().map(|post| post.superior(Operational).to_string());
    /// let superiors: Vec<_> = superiors.collect();
    /// let circle = "not stated: the operational line goes round in a circle: \
    ///     `matron` → `sister` → `matron`; correct one of the lines";
    /// assert_eq!(superiors, [circle, circle, "Matron"]);   // both lines, and no others
    /// ```
    #[must_use]
    pub fn salvage(document: Document) -> Salvage {
        let mut validation = Validation::new(document);
        validation.judge();
        validation.resolve();
        validation.build()
    }
}

/// A forest of units or professions while its posts are being sorted out.
#[derive(Default)]
struct Containment {
    /// The entry of each id, or [`NONE`].
    entry_of: Vec<u32>,
    order: Order,
    /// The problem that makes what contains an entry doubtful.
    doubt: Vec<Option<usize>>,
}

/// A check under way.
struct Validation {
    document: Document,
    problems: Vec<Problem>,
    /// The messages of problems that stand as reasons.
    messages: HashMap<usize, Txt>,
    /// The row of each post's id, or [`NONE`]. The first, where several are told.
    row_of: Vec<u32>,
    /// Which of several rows with one id a row is; rows that are first are not here.
    occurrence: HashMap<u32, usize>,
    /// The same of the entries of the other tables.
    entry_occurrence: HashMap<(Table, u32), usize>,
    /// Rows that are left out, or merged into another.
    dead: Vec<bool>,
    /// Ids of entries that are left out, and the problem.
    gone: HashMap<(Table, Txt), usize>,
    /// Tables that are left out whole, and the problem.
    lost: HashMap<Table, usize>,
    /// Rows whose line of a kind is left out, and the problem.
    doubt: [HashMap<u32, usize>; 3],
    doubtful_unit: HashMap<u32, usize>,
    doubtful_profession: HashMap<u32, usize>,
    /// Ids of units and professions whose `within` is left out, and the problem.
    doubtful_within: HashMap<(Table, Txt), usize>,
    /// Headships with a fault, the problem, and whether the fault leaves open
    /// which posts the headship covers.
    faulty_heads: HashMap<u32, (usize, bool)>,
    /// The entry of each source's id, or [`NONE`].
    source_of: Vec<u32>,
    units: Containment,
    professions: Containment,
    near: NearMisses,
    /// The superior of each row, by kind, lines by rule included.
    superior: [Vec<u32>; 3],
    /// The headship that made each row's line, by kind; empty where none did.
    by_rule: [Vec<u32>; 3],
    /// The headships that remain.
    rules: Vec<rules::Rule>,
    /// Where headships of unknown area may cover posts, by kind.
    wild: [headships::Wild; 3],
}

impl Validation {
    fn new(mut document: Document) -> Self {
        document.posts.shrink();
        document.ids.shrink();
        document.text.shrink();
        let count = document.posts.len();
        Self {
            row_of: vec![NONE; document.ids.len()],
            dead: vec![false; count],
            document,
            problems: Vec::new(),
            messages: HashMap::default(),
            occurrence: HashMap::default(),
            entry_occurrence: HashMap::default(),
            gone: HashMap::default(),
            lost: HashMap::default(),
            doubt: Default::default(),
            doubtful_unit: HashMap::default(),
            doubtful_profession: HashMap::default(),
            doubtful_within: HashMap::default(),
            faulty_heads: HashMap::default(),
            source_of: Vec::new(),
            units: Containment::default(),
            professions: Containment::default(),
            near: NearMisses::default(),
            superior: [const { Vec::new() }; 3],
            by_rule: [const { Vec::new() }; 3],
            rules: Vec::new(),
            wild: Default::default(),
        }
    }

    /// Judges what is told.
    fn judge(&mut self) {
        self.size();
        self.faults();
        self.post_ids();
        self.repeated_posts();
        self.registers();
        self.references();
        self.conflicts();
        self.superiors();
        self.lists();
        self.allowances();
        self.headships();
    }

    /// Notes a problem and what it leaves out; gives its number.
    fn report(&mut self, kind: ProblemKind, place: Place, left_out: Vec<Place>) -> usize {
        self.problems.push(Problem::new(kind, place, left_out));
        self.problems.len() - 1
    }

    /// Notes a further place that a problem leaves out.
    fn leave_out(&mut self, problem: usize, place: Place) {
        self.problems[problem].left_out.push(place);
    }

    fn post_id(&self, row: u32) -> &str {
        self.document.ids.get(self.document.posts.id[row as usize])
    }

    fn post_place(&self, row: u32, path: impl Into<Vec<PlaceStep>>) -> Place {
        Place {
            table: Table::Post,
            id: Some(self.post_id(row).to_owned()),
            occurrence: self.occurrence.get(&row).copied().unwrap_or(1),
            path: path.into(),
        }
    }

    fn line_place(&self, row: u32, kind: Accountability) -> Place {
        self.post_place(row, [kind.as_str().into()])
    }

    fn head_place(head: usize, path: impl Into<Vec<PlaceStep>>) -> Place {
        Place {
            table: Table::Head,
            id: None,
            occurrence: head + 1,
            path: path.into(),
        }
    }

    fn entry_place(&self, table: Table, id: Txt, occurrence: usize, path: Vec<PlaceStep>) -> Place {
        let id = self.document.register(table).ids.get(id).to_owned();
        Place {
            table,
            id: Some(id),
            occurrence,
            path,
        }
    }

    /// The rows that stand, in document order.
    fn rows(&self) -> impl DoubleEndedIterator<Item = u32> + Clone + use<'_> {
        (0..number(self.dead.len())).filter(|&row| !self.dead[row as usize])
    }

    /// Judges each row that stands, in document order.
    fn each_row(&mut self, mut judge: impl FnMut(&mut Self, u32)) {
        for row in 0..number(self.dead.len()) {
            if !self.dead[row as usize] {
                judge(self, row);
            }
        }
    }

    /// Leaves out the line of one kind of a post, if it has none by now.
    fn doubt_line(&mut self, row: u32, kind: Accountability, problem: usize) {
        self.doubt[kind as usize].entry(row).or_insert(problem);
    }

    /// Whether a post says something of its superior of this kind, or did.
    fn has_own_line(&self, row: u32, kind: Accountability) -> bool {
        self.document.posts.superior[kind as usize]
            .get(row)
            .is_some()
            || self.document.posts.open_of(row, kind).is_some()
            || self.doubt[kind as usize].contains_key(&row)
    }

    /// Leaves a whole post out.
    fn drop_post(&mut self, row: u32, problem: usize) {
        let id = self.document.posts.id[row as usize];
        self.dead[row as usize] = true;
        if self.row_of[id.index()] == row {
            self.row_of[id.index()] = NONE;
        }
        self.gone.entry((Table::Post, id)).or_insert(problem);
    }
}
