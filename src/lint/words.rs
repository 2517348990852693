//! How findings are put into words.

use std::fmt;

use crate::model::Accountability;
use crate::quoted::ShownBrief;
use crate::view::{Fact, Line, Post};

use super::Finding;

/// How many of a list a sentence names.
pub(super) const MOST_NAMED: usize = 8;

/// A post by its title.
pub(super) fn title(post: Post<'_>) -> ShownBrief<'_> {
    ShownBrief(post.title())
}

/// A kind as it is called here.
pub(super) fn kind(post: Post<'_>, kind: Accountability) -> ShownBrief<'_> {
    ShownBrief(post.organisation().kind_title(kind))
}

/// "1 post", "2 posts".
pub(super) fn count(of: usize, one: &str, several: &str) -> String {
    format!("{of} {}", if of == 1 { one } else { several })
}

/// "A, B and C"; where one has a comma of its own, "A; B; and C".
pub(super) struct List {
    shown: Vec<String>,
    of: usize,
}

/// Posts by their titles.
pub(super) fn titles(posts: &[Post<'_>]) -> List {
    list(posts.iter().map(|post| post.title()), posts.len())
}

/// The first of so many texts.
pub(super) fn list<'t>(texts: impl Iterator<Item = &'t str>, of: usize) -> List {
    let texts = texts.take(MOST_NAMED);
    listed(texts.map(|text| ShownBrief(text).to_string()).collect(), of)
}

/// The first of so many texts, as shown.
pub(super) fn listed(shown: Vec<String>, of: usize) -> List {
    List { shown, of }
}

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { shown, of } = self;
        let has_comma = shown.iter().any(|text| text.contains([',', ';']));
        let (comma, and) = if has_comma {
            ("; ", "; and ")
        } else {
            (", ", " and ")
        };
        for (at, text) in shown.iter().enumerate() {
            let before = match at {
                0 => "",
                _ if at + 1 == *of => and,
                _ => comma,
            };
            write!(f, "{before}{text}")?;
        }
        match of - shown.len() {
            0 => Ok(()),
            more => write!(f, "{and}{more} more"),
        }
    }
}

/// The posts themselves.
pub(super) fn as_posts<'o>(posts: &[Post<'o>]) -> Vec<Fact<'o>> {
    posts.iter().copied().map(Fact::Post).collect()
}

/// The subjects themselves.
pub(super) fn as_subjects<'o>(finding: &Finding<'o>) -> impl Iterator<Item = Fact<'o>> {
    finding.subjects().iter().map(|subject| subject.fact())
}

/// The post, and the lines that end at it in a kind: those told, and the
/// headships of the others.
pub(super) fn reports<'o>(post: Post<'o>, kind: Accountability, facts: &mut Vec<Fact<'o>>) {
    let mut rules = foldhash::HashSet::default();
    for line in post.reports(kind) {
        match line.headship() {
            None => facts.push(Fact::Line(line)),
            Some(rule) if rules.insert(rule) => facts.push(Fact::Headship(rule)),
            Some(_) => {}
        }
    }
}

/// Why the superiors of posts are none or not stated, as far as that is told; else
/// the posts.
pub(super) fn no_superiors<'o>(posts: &[Post<'o>], kind: Accountability) -> Vec<Fact<'o>> {
    let fact = |&post: &Post<'o>| match post.superior(kind) {
        crate::view::Superior::NoneAbove(why) | crate::view::Superior::Unstated(Some(why)) => {
            Fact::NoSuperior { post, kind, why }
        }
        _ => Fact::Post(post),
    };
    posts.iter().map(fact).collect()
}

/// The facts that lines rest on.
pub(super) fn lines<'o>(lines: impl IntoIterator<Item = Line<'o>>) -> Vec<Fact<'o>> {
    lines.into_iter().flat_map(Line::rests_on).collect()
}
