//! What makes a document unusable, each with its place and its remedy.

mod near;

pub(crate) use near::NearMisses;

use std::collections::HashSet;
use std::fmt;

use thiserror::Error;

use crate::document::{Misread, Place, Position, Table, Wording};
use crate::ids::IdError;
use crate::model::{Accountability, PostKind, Relation};
use crate::quoted::{Brief, Quoted, Shown, ShownBrief};

/// What tells a near miss from the id it misses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Near {
    /// Only letter case.
    LetterCase,
    /// Only leading zeros.
    LeadingZeros,
    /// Only the Unicode form, or zero-width characters.
    UnicodeForm,
    /// Several of these.
    Form,
    /// A few letters.
    Spelling,
}

/// The id that was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// The id.
    pub id: String,
    /// How what was written differs from it.
    pub differs_in: Near,
}

impl fmt::Display for NearMiss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "did you mean {}", Quoted(&self.id))?;
        f.write_str(match self.differs_in {
            Near::LetterCase => ", which differs only in letter case?",
            Near::LeadingZeros => ", which differs only in leading zeros?",
            Near::UnicodeForm => ", which looks the same and differs only in Unicode form?",
            Near::Form => ", which differs only in letter case, leading zeros or Unicode form?",
            Near::Spelling => "?",
        })
    }
}

/// An id that is none of this organisation's.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no {table} {} in this organisation{}", Quoted(.id), match .near {
    Some(near) => format!("; {near}"),
    None => String::new(),
})]
pub struct UnknownId {
    /// The table in which it was looked up.
    pub table: Table,
    /// The id.
    pub id: String,
    /// The id that was probably meant.
    pub near: Option<NearMiss>,
}

/// As what one entry names another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Named {
    /// As its superior of this kind.
    Superior(Accountability),
    /// As the upper end of an `also` line of this kind.
    Also(Accountability),
    /// As its deputy.
    Deputy,
    /// As its chair.
    Chair,
    /// As its member.
    Member,
    /// As the far end of a link.
    Link(Relation),
    /// As its unit.
    Unit,
    /// As its profession.
    Profession,
    /// As what contains it.
    Within,
    /// As the source of a fact.
    Source,
    /// As the head of a headship.
    Head,
}

/// "is accountable to `x` (clinical)": what another is named as, as a predicate.
struct Says<'p>(Named, &'p str);

impl fmt::Display for Says<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = Quoted(self.1);
        match self.0 {
            Named::Superior(kind) => write!(f, "is accountable to {id} ({kind})"),
            Named::Also(kind) => write!(f, "is also accountable to {id} ({kind})"),
            Named::Deputy => write!(f, "names {id} as deputy"),
            Named::Chair => write!(f, "names {id} as chair"),
            Named::Member => write!(f, "names {id} as member"),
            Named::Link(relation) => write!(f, "{relation} {id}"),
            Named::Unit => write!(f, "is of unit {id}"),
            Named::Profession => write!(f, "is of profession {id}"),
            Named::Within => write!(f, "lies within {id}"),
            Named::Source => write!(f, "names {id} as source"),
            Named::Head => write!(f, "names {id} as head"),
        }
    }
}

/// Why a post cannot be what another names it as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unfit {
    /// It is the post itself.
    Itself,
    /// It is of this kind.
    Kind(PostKind),
}

/// One line of a circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CircleStep {
    /// The post whose line it is.
    pub post: String,
    /// The rule that made the line, in words; nothing if it was told.
    pub rule: Option<String>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// Something stands where it cannot be meant: a wrong type, an unknown or
    /// repeated key, something missing.
    Misread(Misread),
    /// A text is no id.
    BadId {
        /// The table it would be in.
        table: Table,
        /// The text.
        id: String,
        /// Why not.
        why: IdError,
    },
    /// An id is given to several entries.
    RepeatedId {
        /// The id.
        id: String,
        /// How often.
        times: usize,
        /// The keys on which the entries differ.
        differing: Vec<String>,
    },
    /// An entry refers to one that is not there.
    UnknownId {
        /// As what.
        role: Named,
        /// The table it would be in.
        table: Table,
        /// The id.
        id: String,
        /// The id that was probably meant.
        near: Option<NearMiss>,
    },
    /// A post cannot be what another names it as.
    CannotBe {
        /// As what.
        role: Named,
        /// The post named.
        post: String,
        /// Why not.
        why: Unfit,
    },
    /// A post is named twice where once is all.
    NamedTwice {
        /// As what.
        role: Named,
        /// The id named.
        id: String,
    },
    /// A post of this kind has no such key.
    NotOfKind {
        /// What the post is.
        is: PostKind,
        /// The key.
        key: &'static str,
    },
    /// A post is vacant and held.
    VacantAndHeld,
    /// Superiors of one kind form a circle.
    Circle {
        /// The kind.
        kind: Accountability,
        /// The whole circle, from its first post in document order upwards.
        steps: Vec<CircleStep>,
    },
    /// Units or professions contain each other in a circle.
    ContainmentCircle {
        /// The table.
        table: Table,
        /// The whole circle, from its first entry in document order outwards.
        ids: Vec<String>,
    },
    /// Several headships have one kind, unit and profession.
    RepeatedHeadship {
        /// The kind.
        kind: Accountability,
        /// The unit.
        unit: String,
        /// The profession, if they name one.
        profession: Option<String>,
        /// Their numbers in the list of headships, from 1.
        headships: Vec<usize>,
    },
}

/// One thing that makes a document unusable as it stands.
///
/// Its `Display` is one line, with the remedy or the near miss.
#[derive(Clone, PartialEq, Eq, Error)]
pub struct Problem {
    pub(crate) kind: ProblemKind,
    pub(crate) place: Place,
    pub(crate) position: Option<Position>,
    pub(crate) given_at: Vec<Position>,
    /// What the return says of it, if it stands in one.
    pub(crate) wording: Option<Box<Wording>>,
    pub(crate) left_out: Vec<Place>,
}

impl Problem {
    pub(crate) fn new(kind: ProblemKind, place: Place, left_out: Vec<Place>) -> Self {
        Self {
            kind,
            place,
            position: None,
            given_at: Vec::new(),
            wording: None,
            left_out,
        }
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> &ProblemKind {
        &self.kind
    }

    /// Where in the document.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Where in the text or the return, if the document came from one.
    #[must_use]
    pub fn position(&self) -> Option<&Position> {
        self.position.as_ref()
    }

    /// Where each of the entries of a [repeated id](ProblemKind::RepeatedId)
    /// stands, in document order, if the document came from a text or a return;
    /// of many entries the first few.
    #[must_use]
    pub fn given_at(&self) -> &[Position] {
        &self.given_at
    }

    /// The places of the entries that a message names.
    pub(crate) fn given_places(&self) -> impl Iterator<Item = Place> + '_ {
        let times = match self.kind {
            ProblemKind::RepeatedId { times, .. } => times.min(MOST_NAMED),
            _ => 0,
        };
        (1..=times).map(|occurrence| Place {
            occurrence,
            ..self.place.clone()
        })
    }

    /// What [`salvage`](crate::Organisation::salvage) leaves out on account of
    /// it, consequences included.
    #[must_use]
    pub fn left_out(&self) -> &[Place] {
        &self.left_out
    }

    /// The message without the position.
    pub(crate) fn message(&self) -> impl fmt::Display {
        Message(self)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = &self.position {
            write!(f, "{position}: ")?;
        }
        Message(self).fmt(f)
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The entry a problem is about, as the subject of a sentence.
#[derive(Clone, Copy)]
struct Owner<'p>(&'p Place);

impl fmt::Display for Owner<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.table, &self.0.id) {
            (Table::Post, Some(id)) => Quoted(id).fmt(f),
            (Table::Head, _) => write!(f, "headship {}", self.0.occurrence),
            (table, Some(id)) => write!(f, "{table} {}", Quoted(id)),
            (table, None) => table.fmt(f),
        }
    }
}

struct Message<'p>(&'p Problem);

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = &self.0.place;
        let owner = Owner(place);
        let wording = self.0.wording.as_deref();
        match &self.0.kind {
            ProblemKind::Misread(what) => write_misread(f, place, what, wording),
            ProblemKind::BadId { table, id, why } => {
                write!(f, "{} is not a {table} id: {why}", Quoted(id))
            }
            ProblemKind::RepeatedId {
                id,
                times,
                differing,
            } => {
                write!(f, "{} {} is given {times} times", place.table, Quoted(id))?;
                write_rows(f, &self.0.given_at, *times)?;
                write_differing(f, differing, wording)
            }
            ProblemKind::UnknownId {
                role,
                table,
                id,
                near,
            } => {
                let says = Says(*role, id);
                match (place.table, role) {
                    (_, Named::Source) => write!(f, "{place} {says}")?,
                    (Table::Head, Named::Unit | Named::Profession) => {
                        write!(f, "{owner} covers {table} {}", Quoted(id))?;
                    }
                    _ => write!(f, "{owner} {says}")?,
                }
                write!(f, ", but there is no such {table}")?;
                match (wording.and_then(|words| words.left_out.as_ref()), near) {
                    (Some(why), _) => write!(f, ": {why}; name another post"),
                    (None, Some(near)) => write!(f, "; {near}"),
                    (None, None) => write!(f, "; add it, or correct the id"),
                }
            }
            ProblemKind::CannotBe {
                role: Named::Superior(kind),
                why: Unfit::Itself,
                ..
            } if wording.is_some() => write!(
                f,
                "{owner} is given as its own superior ({kind}); \
                 mark the top of the return `XX`, or name another post"
            ),
            ProblemKind::CannotBe { role, post, why } => write_unfit(f, owner, *role, post, *why),
            ProblemKind::NamedTwice {
                role: Named::Also(kind),
                id,
            } => write!(
                f,
                "{owner} has more than one {kind} line to {}; keep one",
                Quoted(id)
            ),
            ProblemKind::NamedTwice { role, id } => {
                write!(
                    f,
                    "{owner} {} more than once; name it once",
                    Says(*role, id)
                )
            }
            ProblemKind::NotOfKind { is, key } => {
                write!(
                    f,
                    "{owner} is {}, which has no `{key}`; {}",
                    is.with_article(),
                    remedy(*is, key)
                )
            }
            ProblemKind::VacantAndHeld => {
                write!(f, "{owner} is vacant and has a holder; keep one of the two")
            }
            ProblemKind::Circle { kind, steps } => write_circle(f, *kind, steps),
            ProblemKind::ContainmentCircle { table, ids } => {
                write!(f, "`within` goes round in a circle of {}: ", plural(*table))?;
                write_round(f, ids.iter().map(|id| (id.as_str(), false)), ids.len())?;
                f.write_str("; take one `within` out")
            }
            ProblemKind::RepeatedHeadship {
                kind,
                unit,
                profession,
                headships,
            } => write_headships(f, *kind, unit, profession.as_deref(), headships),
        }
    }
}

fn write_misread(
    f: &mut fmt::Formatter<'_>,
    place: &Place,
    what: &Misread,
    wording: Option<&Wording>,
) -> fmt::Result {
    if wording.is_some() {
        // The position names the cell.
        write!(f, "{} {}: ", place.table, Owner(place))?;
        return match what {
            Misread::Blank => f.write_str("the cell is blank; fill it in"),
            what => write!(f, "{what}"),
        };
    }
    write!(f, "{place}: {what}")?;
    match what {
        Misread::UnknownKey { near: None } if is_key_of_post(place) => {
            f.write_str(", or keep it as a label or a note")
        }
        _ => Ok(()),
    }
}

fn write_differing(
    f: &mut fmt::Formatter<'_>,
    keys: &[String],
    wording: Option<&Wording>,
) -> fmt::Result {
    if keys.is_empty() {
        return f.write_str(" with the same facts; give it once");
    }
    let (differing, ids) = match wording {
        Some(wording) => (&wording.differing[..], "references"),
        None => (keys, "ids"),
    };
    f.write_str(", and they differ in ")?;
    write_list(f, differing.iter().map(|key| Quoted(key)), MOST_NAMED)?;
    write!(f, "; give it once, or two {ids} if they are two")
}

fn write_unfit(
    f: &mut fmt::Formatter<'_>,
    owner: Owner<'_>,
    role: Named,
    post: &str,
    why: Unfit,
) -> fmt::Result {
    let says = Says(role, post);
    match (role, why) {
        (Named::Superior(kind), Unfit::Itself) => write!(
            f,
            "{owner} is given as its own superior ({kind}); name another post, \
             or say {{ none = why }} or {{ unstated = why }}"
        ),
        (_, Unfit::Itself) => {
            match role {
                Named::Also(kind) => write!(f, "{owner} is also accountable to itself ({kind})"),
                Named::Link(relation) => write!(f, "{owner} {relation} itself"),
                Named::Chair => write!(f, "{owner} is named as its own chair"),
                Named::Member => write!(f, "{owner} is named as its own member"),
                _ => write!(f, "{owner} is named as its own deputy"),
            }?;
            f.write_str("; name another post")
        }
        (_, Unfit::Kind(is)) => {
            let fit = match role {
                Named::Member => "a member is an individual or external post",
                Named::Chair => "a chair is an individual post",
                _ => "a deputy is an individual post",
            };
            write!(
                f,
                "{owner} {says}, but that is {}; {fit}",
                is.with_article()
            )
        }
    }
}

fn write_headships(
    f: &mut fmt::Formatter<'_>,
    kind: Accountability,
    unit: &str,
    profession: Option<&str>,
    headships: &[usize],
) -> fmt::Result {
    f.write_str("headships ")?;
    write_list(f, headships, MOST_NAMED)?;
    write!(f, " are of one kind ({kind}), unit ({})", Quoted(unit))?;
    match profession {
        Some(profession) => write!(f, " and profession ({})", Quoted(profession))?,
        None => f.write_str(", without a profession")?,
    }
    f.write_str("; keep one of them")
}

/// Whether the place is a key of a post itself.
fn is_key_of_post(place: &Place) -> bool {
    place.table == Table::Post && place.path.len() == 1
}

fn remedy(is: PostKind, key: &str) -> &'static str {
    match (is, key) {
        (PostKind::Body, "deputies") => "a vice-chair is a deputy of the chair's post",
        (PostKind::Body, _) => "say it of its chair or its members",
        (PostKind::External, _) => "it is outside the organisation: take it out",
        (PostKind::Individual, _) => "take it out, or make the post a body",
    }
}

fn plural(table: Table) -> &'static str {
    match table {
        Table::Unit => "units",
        _ => "professions",
    }
}

/// How many of a list a message names.
const MOST_NAMED: usize = 8;

fn write_list<T: fmt::Display>(
    f: &mut fmt::Formatter<'_>,
    items: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
    most: usize,
) -> fmt::Result {
    let items = items.into_iter();
    let count = items.len();
    write_some(f, items.take(most), count)
}

/// The first items of a list of `count`.
fn write_some<T: fmt::Display>(
    f: &mut fmt::Formatter<'_>,
    items: impl IntoIterator<Item = T>,
    count: usize,
) -> fmt::Result {
    let mut named = 0;
    for item in items {
        let before = match named {
            0 => "",
            _ if named + 1 == count => " and ",
            _ => ", ",
        };
        write!(f, "{before}{item}")?;
        named += 1;
    }
    if count > named {
        write!(f, " and {} more", count - named)
    } else {
        Ok(())
    }
}

/// " (rows 116 and 201)": the rows of a return, the first of so many.
fn write_rows(f: &mut fmt::Formatter<'_>, given_at: &[Position], times: usize) -> fmt::Result {
    let rows: Vec<usize> = given_at
        .iter()
        .filter_map(|position| match position {
            Position::Cell { row, .. } => Some(*row),
            Position::Line { .. } => None,
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    f.write_str(" (rows ")?;
    write_some(f, rows, times)?;
    f.write_str(")")
}

/// The first of a circle's ids, back to the first one, with rule-made steps marked.
fn write_round<'i>(
    f: &mut fmt::Formatter<'_>,
    ids: impl Iterator<Item = (&'i str, bool)> + Clone,
    count: usize,
) -> fmt::Result {
    let first = ids.clone().next().map_or("", |(id, _)| id);
    for (id, by_rule) in ids.take(MOST_NAMED) {
        write!(f, "{} → ", Brief(id))?;
        if by_rule {
            f.write_str("(by rule) ")?;
        }
    }
    if count > MOST_NAMED {
        write!(f, "… → ")?;
    }
    write!(f, "{}", Brief(first))?;
    if count > MOST_NAMED {
        write!(f, " ({count} in all)")
    } else {
        Ok(())
    }
}

/// How many of a circle's rules a message names.
const MOST_RULES: usize = 3;

fn write_circle(
    f: &mut fmt::Formatter<'_>,
    kind: Accountability,
    steps: &[CircleStep],
) -> fmt::Result {
    write!(f, "{kind} line goes round in a circle: ")?;
    let ids = steps
        .iter()
        .map(|step| (step.post.as_str(), step.rule.is_some()));
    write_round(f, ids, steps.len())?;
    let by_rule = || {
        let steps = steps.iter();
        steps.filter_map(|step| step.rule.as_deref().map(|rule| (&step.post, rule)))
    };
    let Some((post, rule)) = by_rule().next() else {
        return f.write_str("; correct one of the lines");
    };
    let mut seen = HashSet::new();
    let mut rules: Vec<&str> = by_rule().map(|(_, rule)| rule).collect();
    rules.retain(|rule| seen.insert(*rule));
    if rules.len() == 1 {
        write!(f, "; the rule is: {}", Shown(rule))?;
    } else {
        f.write_str("; the rules are: ")?;
        write_list(f, rules.into_iter().map(ShownBrief), MOST_RULES)?;
    }
    let article = match kind {
        Accountability::Operational => "an",
        Accountability::Professional | Accountability::Clinical => "a",
    };
    write!(
        f,
        "; give {} {article} {kind} line of its own",
        Quoted(post)
    )
}

/// A document that is no sound organisation: every reason at once.
///
/// Its `Display` lists the problems, a line each, and shows the source lines
/// where there are any. Its `Debug` is the same, since that is what `main`
/// prints.
#[derive(Clone, PartialEq, Eq, Error)]
pub struct InvalidOrganisation {
    pub(crate) problems: Vec<Problem>,
}

impl InvalidOrganisation {
    /// The problems, at least one, by phase of the check and then in document
    /// order.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl fmt::Display for InvalidOrganisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid organisation: ")?;
        let alone = self.problems.len() == 1;
        if !alone {
            write!(f, "{} problems", self.problems.len())?;
        }
        for problem in &self.problems {
            if !alone {
                f.write_str("\n  ")?;
            }
            problem.fmt(f)?;
            #[cfg(feature = "toml")]
            if let Some(Position::Line {
                line, text, mark, ..
            }) = &problem.position
            {
                crate::quoted::write_source(f, *line, text, *mark)?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for InvalidOrganisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
