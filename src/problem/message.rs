//! A problem in words: one line, with the remedy or the near miss.

use std::fmt;

use crate::document::{Place, Position, Table, Wording};
use crate::ids::IdError;
use crate::model::{Accountability, PostKind};
use crate::quoted::Quoted;

use super::circle::{write_circle, write_round};
use super::misread::write_misread;
use super::phrases::{MOST_NAMED, Owner, write_list, write_some};
use super::{Named, NearMiss, Problem, ProblemKind, Unfit};

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
            Named::Allowed => write!(f, "names {id}"),
        }
    }
}

/// The message of a problem, without its position.
pub(super) struct Message<'p> {
    pub(super) problem: &'p Problem,
    /// Whether the steps of a circle name their lines.
    pub(super) has_lines: bool,
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { problem, has_lines } = *self;
        let place = &problem.place;
        let owner = Owner(place);
        let wording = problem.wording.as_deref();
        let given_at = if has_lines {
            &problem.given_at[..]
        } else {
            &[]
        };
        match &problem.kind {
            ProblemKind::Misread(what) => write_misread(f, place, what, wording),
            ProblemKind::BadId {
                table,
                why: IdError::Empty,
                ..
            } if wording.is_none() => write_empty_id(f, *table, problem),
            ProblemKind::BadId { table, id, why } => {
                write!(f, "{} is not a {table} id: {why}", Quoted(id))
            }
            ProblemKind::RepeatedId {
                id,
                times,
                differing,
            } => {
                write!(f, "{} {} is given ", place.table, Quoted(id))?;
                match times {
                    2 => f.write_str("twice")?,
                    times => write!(f, "{times} times")?,
                }
                write_rows(f, &problem.given_at, *times)?;
                write_differing(f, differing, wording)
            }
            ProblemKind::UnknownId {
                role,
                table,
                id,
                near,
            } => {
                let missed = Missed {
                    role: *role,
                    table: *table,
                    id,
                };
                write_unknown(f, place, missed, near.as_ref(), wording)
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
            ProblemKind::Circle { kind, steps } => write_circle(f, *kind, steps, given_at),
            ProblemKind::ContainmentCircle { table, ids } => {
                write!(f, "`within` goes round in a circle of {}: ", plural(*table))?;
                let round = ids.iter().map(|id| (id.as_str(), false));
                write_round(f, round, ids.len(), given_at)?;
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

/// What an entry refers to, and is not there.
struct Missed<'p> {
    role: Named,
    table: Table,
    id: &'p str,
}

fn write_unknown(
    f: &mut fmt::Formatter<'_>,
    place: &Place,
    Missed { role, table, id }: Missed<'_>,
    near: Option<&NearMiss>,
    wording: Option<&Wording>,
) -> fmt::Result {
    let owner = Owner(place);
    let says = Says(role, id);
    match (place.table, role) {
        (_, Named::Source | Named::Allowed) => write!(f, "{place} {says}")?,
        (Table::Head, Named::Unit | Named::Profession) => {
            write!(f, "{owner} covers {table} {}", Quoted(id))?;
        }
        _ => write!(f, "{owner} {says}")?,
    }
    write!(f, ", but there is no such {table}")?;
    let left_out = wording.and_then(|words| words.left_out.as_ref());
    match (left_out, open_line(role, id), near) {
        (Some(why), ..) => write!(f, ": {why}; name another post"),
        (None, Some(open), _) if wording.is_none() => write!(f, "; {open}"),
        (None, _, Some(near)) => write!(f, "; {near}"),
        (None, _, None) => write!(f, "; add it, or correct the id"),
    }
}

fn write_empty_id(f: &mut fmt::Formatter<'_>, table: Table, problem: &Problem) -> fmt::Result {
    match problem.entry.as_deref() {
        Some((number, Some(title))) => write!(f, "{table} {number} ({}) has", Quoted(title)),
        Some((number, None)) => write!(f, "{table} {number} has"),
        None => write!(f, "a {table} has"),
    }?;
    f.write_str(" an empty id; give it one")
}

/// How to say what is named as a superior, though it is the word for there being
/// none.
fn open_line(role: Named, id: &str) -> Option<&'static str> {
    let Named::Superior(_) = role else {
        return None;
    };
    match id.to_ascii_lowercase().as_str() {
        "none" => Some("if there is none above, write `{ none = \"why\" }`"),
        "unstated" => Some("if it is not stated, write `{ unstated = \"why\" }`"),
        _ => None,
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
             or say `{{ none = \"why\" }}` or `{{ unstated = \"why\" }}`"
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
