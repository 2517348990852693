//! Circles in words: step by step, with the rules and the lines of the text.

use std::fmt;

use foldhash::HashSet;

use crate::document::Position;
use crate::model::Accountability;
use crate::quoted::{Brief, Quoted, Shown, ShownBrief};

use super::CircleStep;
use super::phrases::{MOST_NAMED, write_list};

/// The first of a circle's ids, back to the first one, with rule-made steps marked
/// and the lines of the others.
pub(super) fn write_round<'i>(
    f: &mut fmt::Formatter<'_>,
    ids: impl Iterator<Item = (&'i str, bool)> + Clone,
    count: usize,
    given_at: &[Position],
) -> fmt::Result {
    let first = ids.clone().next().map_or("", |(id, _)| id);
    for (at, (id, by_rule)) in ids.take(MOST_NAMED).enumerate() {
        write!(f, "{}", Brief(id))?;
        match given_at.get(at) {
            _ if by_rule => f.write_str(" → (by rule) ")?,
            Some(Position::Line { line, .. }) => write!(f, " (line {line}) → ")?,
            _ => f.write_str(" → ")?,
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

pub(super) fn write_circle(
    f: &mut fmt::Formatter<'_>,
    kind: Accountability,
    steps: &[CircleStep],
    given_at: &[Position],
) -> fmt::Result {
    write!(f, "the {kind} line goes round in a circle: ")?;
    let ids = steps
        .iter()
        .map(|step| (step.post.as_str(), step.rule.is_some()));
    write_round(f, ids, steps.len(), given_at)?;
    let by_rule = || {
        let steps = steps.iter();
        steps.filter_map(|step| step.rule.as_deref().map(|rule| (&step.post, rule)))
    };
    let Some((post, rule)) = by_rule().next() else {
        return f.write_str("; correct one of the lines");
    };
    let mut seen = HashSet::default();
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
