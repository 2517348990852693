//! An organisation, frozen: flat arrays in operational tree order.

use std::fmt;

use crate::document::{AllowanceEntry, Arena, Entry, Names, Narrow, PostColumns, Texts, Txt};
use crate::model::{Accountability, PostKind, Thresholds};

use super::groups::Groups;
use super::order::Order;

/// A sound organisation: its posts, who answers to whom, and who stands in.
///
/// It is made at once, from a [`Document`](crate::Document) or from records,
/// and never changes. Every question about a post has an answer: what can fail is
/// looking something up, saying who is away, and a Mermaid chart that is too large.
///
/// # Invariants
///
/// - *unique-id*: no two posts have one id.
/// - *one-superior*: a post has at most one superior in each kind; `also` lines
///   stand apart and no chain follows them.
/// - *no-circle*: within one kind the superior lines form no circle. Across
///   kinds they may, rightly; so may deputies and `also` lines.
///
/// What breaks one is a problem of the document, and all problems are told at once:
///
/// ```
/// use answerable::{Accountability::Operational, Organisation, PostRecord};
///
/// let invalid = Organisation::from_posts([
///     PostRecord::new("chief-nurse", "Chief Nurse"),
///     PostRecord::new("matron", "Matron").accountable_to("sister", Operational),
///     PostRecord::new("sister", "Ward Sister").accountable_to("matron", Operational),
///     PostRecord::new("clerk", "Ward Clerk")
///         .accountable_to("matron", Operational)
///         .accountable_to("sister", Operational),
///     PostRecord::new("chief-nurse", "Chief Nurse and Deputy Chief Executive"),
/// ]).expect_err("each invariant is broken");
/// let problems: Vec<_> = invalid.problems().iter().map(|problem| problem.to_string()).collect();
/// assert_eq!(problems, [
///     "post `clerk`, `operational`: 2 superiors are given, `matron` and `sister`; a post answers \
///      to one superior of each kind: keep one, and give the others as `also` lines",
///     "post `chief-nurse` is given twice, and they differ in `title`; give it once, or two \
///      ids if they are two",
///     "the operational line goes round in a circle: `matron` → `sister` → `matron`; correct one of \
///      the lines",
/// ]);
/// ```
///
/// # From a document to answers
///
/// ```
/// # #[cfg(feature = "toml")] {
/// use answerable::Accountability::{Clinical, Operational, Professional};
/// use answerable::{Absences, Document, FindingCode, Organisation};
///
/// let document = Document::from_toml(r#"
/// [unit.trust]
/// title = "Thamesmouth"
///
/// [profession.nursing]
/// title = "Nursing"
///
/// [[head]]
/// kind = "professional"
/// unit = "trust"
/// profession = "nursing"
/// post = "chief-nurse"
///
/// [post.medical-director]
/// title = "Medical Director"
/// operational = { none = "answers to the Board" }
///
/// [post.chief-nurse]
/// title = "Chief Nurse"
/// operational = { none = "answers to the Board" }
/// deputies = ["matron"]
///
/// [post.matron]
/// title = "Matron"
/// unit = "trust"
/// profession = "nursing"
/// vacant = true
/// operational = "medical-director"
///
/// [post.ward-manager]
/// title = "Ward Manager"
/// unit = "trust"
/// profession = "nursing"
/// operational = "matron"
/// "#)?;
/// let org = Organisation::try_from(document)?;         // sound, or every problem
///
/// // Who answers to whom. Looked up by id, a post has an answer to every question.
/// let ward = org.post("ward-manager")?;
/// assert_eq!(ward.chain(Operational).to_string(), "Ward Manager → Matron → Medical Director");
/// let line = ward.superior(Professional).line().expect("a line by rule");
/// assert_eq!(
///     line.to_string(),
///     "Ward Manager is accountable to Chief Nurse (professional; by rule: all Nursing staff \
///      of Thamesmouth (given); inferred)",
/// );
/// assert!(ward.superior(Clinical).is_unstated());      // a hole in the facts is no top
///
/// // Who stands in.
/// let chief = org.post("chief-nurse")?;
/// let away = Absences::of([chief])?;
/// let cover = chief.who_acts(&away);
/// assert_eq!(
///     cover.to_string(),
///     "Nobody acts for Chief Nurse (Chief Nurse absent; Matron vacant): \
///      Chief Nurse has no operational superior (answers to the Board)",
/// );
///
/// // What someone should look at.
/// let findings = org.findings();
/// let hollow = findings.of(FindingCode::HollowCover).next().expect("a finding");
/// assert_eq!(hollow.to_string(), "the only deputy of Chief Nurse is vacant: Matron");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # To a document and back
///
/// In any self-describing serde format, or with [`to_toml`](Self::to_toml) and
/// [`to_document`](Self::to_document). Equal are organisations that say the same, each
/// table in the same order; to compare takes a walk over both.
///
/// ```
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// # #[cfg(feature = "serde")] {
/// let saved = serde_json::to_string(&org)?;
/// let again: answerable::Organisation = serde_json::from_str(&saved)?;
/// assert_eq!(again, org);
/// # }
/// assert_eq!(answerable::Organisation::try_from(org.to_document())?, org);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Organisation {
    pub(crate) title: Option<Txt>,
    pub(crate) about: Option<Txt>,
    pub(crate) reverts_to_superior: Option<bool>,
    pub(crate) thresholds: Thresholds,
    pub(crate) allowances: Vec<AllowanceEntry>,
    pub(crate) kind_titles: [Option<Txt>; 3],
    pub(crate) text: Arena,
    /// The posts' ids, in operational tree order; after them ids that no post has.
    ///
    /// INVARIANT(unique-id): each post is the place of its id.
    pub(crate) ids: Texts,
    /// The facts, in operational tree order. The superiors are not among them:
    /// they are in `orders`.
    pub(crate) posts: PostColumns,
    /// The posts in document order.
    pub(crate) declared: Vec<u32>,
    /// One order a kind; the operational one numbers the posts.
    ///
    /// INVARIANT(one-superior), INVARIANT(no-circle): by their making.
    pub(crate) orders: [Order; 3],
    /// The headship that gave each post its line, by kind, the first being 1, and
    /// 0 where none did; empty where none did so of a kind.
    pub(crate) by_rule: [Narrow; 3],
    pub(crate) headships: Vec<HeadshipEntry>,
    pub(crate) sources: Table,
    pub(crate) professions: Forest,
    pub(crate) units: Forest,
    pub(crate) matters: Table,
    pub(crate) reverse: Reverse,
}

/// A headship of a sound organisation.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HeadshipEntry {
    pub(crate) kind: Accountability,
    pub(crate) unit: u32,
    pub(crate) profession: Option<u32>,
    /// The post, or why it is not stated.
    pub(crate) head: Result<u32, Txt>,
    pub(crate) through: bool,
    pub(crate) backing: crate::document::Backing,
}

/// Entries found by id.
#[derive(Clone)]
pub(crate) struct Table {
    pub(crate) ids: Texts,
    pub(crate) entries: Vec<Entry>,
    /// The entry of each id, or [`NONE`].
    pub(crate) entry_of: Vec<u32>,
}

/// Entries that contain each other, and the posts in each.
#[derive(Clone)]
pub(crate) struct Forest {
    pub(crate) table: Table,
    pub(crate) order: Order,
    /// The posts that are in any entry: by the order of the entries, then in
    /// document order.
    pub(crate) posts: Groups<u32>,
}

impl Forest {
    /// The posts of `entry` and of everything within it.
    pub(crate) fn posts_within(&self, entry: u32) -> &[u32] {
        self.posts.within(self.order.within(entry))
    }

    /// The posts of `entry` itself.
    pub(crate) fn posts_of(&self, entry: u32) -> &[u32] {
        self.posts.of(self.order.within(entry).start)
    }
}

/// For each post, unit or matter, which rare facts of other posts name it: pairs of
/// what is named and the place of the fact in its side table, sorted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reverse {
    pub(crate) also: Vec<(u32, u32)>,
    pub(crate) deputies: Vec<(u32, u32)>,
    pub(crate) chairs: Vec<(u32, u32)>,
    pub(crate) members: Vec<(u32, u32)>,
    pub(crate) links: Vec<(u32, u32)>,
    pub(crate) unit_links: Vec<(u32, u32)>,
    /// By the place of the matter among the ids of matters.
    pub(crate) matters: Vec<(u32, u32)>,
    pub(crate) headships: Vec<(u32, u32)>,
}

/// The places of the facts that name `named`.
pub(crate) fn naming(pairs: &[(u32, u32)], named: u32) -> impl Iterator<Item = usize> + '_ {
    let start = pairs.partition_point(|&(other, _)| other < named);
    pairs[start..]
        .iter()
        .take_while(move |&&(other, _)| other == named)
        .map(|&(_, at)| at as usize)
}

impl Organisation {
    #[inline]
    pub(crate) fn order(&self, kind: Accountability) -> &Order {
        &self.orders[kind as usize]
    }

    /// The headship by which `post` has its line (or its lack of one).
    pub(crate) fn rule(&self, post: u32, kind: Accountability) -> Option<u32> {
        let rules = &self.by_rule[kind as usize];
        if rules.len() == 0 {
            return None;
        }
        rules.get(post as usize).checked_sub(1)
    }

    /// Whether `post` counts in figures.
    pub(crate) fn is_inside(&self, post: u32) -> bool {
        self.posts.kind[post as usize] != PostKind::External
    }

    pub(crate) fn names(&self) -> Names<'_> {
        Names {
            text: &self.text,
            posts: &self.ids,
            units: &self.units.table.ids,
            professions: &self.professions.table.ids,
            sources: &self.sources.ids,
            matters: &self.matters.ids,
        }
    }

    /// The superior told of in each kind, lines by rule apart.
    pub(crate) fn told_superiors(&self, post: u32) -> [Option<Txt>; 3] {
        Accountability::ALL.map(|kind| {
            if self.rule(post, kind).is_some() {
                return None;
            }
            self.order(kind).superior(post).map(Txt::at)
        })
    }
}

/// What a rule covers, in words: "all Nursing staff of Thamesmouth".
pub(crate) fn rule_in_words(profession: Option<&str>, unit: &str) -> String {
    match profession {
        Some(profession) => format!("all {profession} staff of {unit}"),
        None => format!("all posts of {unit}"),
    }
}

impl fmt::Debug for Organisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = self.title.map(|title| self.text.get(title));
        f.debug_struct("Organisation")
            .field("title", &title)
            .field("posts", &self.declared.len())
            .finish_non_exhaustive()
    }
}
