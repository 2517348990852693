//! The tree of one kind as text.

use std::fmt;

use crate::Organisation;
use crate::model::{Accountability, PostKind};
use crate::quoted::OneLine;
use crate::view::{Post, Superior};

/// How deep lines are indented; deeper posts name their layer instead, so that
/// text grows with the posts and not with their depth.
const DEEPEST_INDENT: usize = 32;

/// The tree of one kind as text: a value with options, and a `Display`.
///
/// One line a post, a superior before its reports, reports as declared. After
/// the title stand what sort of post it is, if it is vacant, the superiors of
/// the other kinds where they differ from the one it stands under, its `also`
/// lines, and what was said to be not stated or none. Each line ends with a line
/// feed. Linear in the posts shown.
///
/// ```
/// # use answerable::Accountability::Professional;
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// assert_eq!(org.post("chief-nurse")?.tree(Professional).to_string(), "\
/// Chief Nurse [operational: Chief Executive; clinical: Trust Board]
/// ├─ Head of Nursing, Children's [operational: Care Group Director, Children's]
/// │  └─ Ward Manager, Children's Ward
/// └─ Head of Nursing, Adult Community [vacant; operational: Care Group Director, Adult Community]
/// ");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Tree<'o> {
    org: &'o Organisation,
    kind: Accountability,
    from: Option<Post<'o>>,
    depth: usize,
}

impl Organisation {
    /// The tree of one kind: every post that has a line of the kind, or a reason to
    /// have none, each top or hole with what is below it, in document order. The
    /// operational tree has every post inside.
    ///
    /// ```
    /// # use answerable::Accountability::Clinical;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let tree = org.tree(Clinical).to_string();
    /// let hanging: Vec<_> = tree.lines().filter(|line| !line.contains('─')).collect();
    /// assert_eq!(hanging.len(), 2); // the Board, and a director whose clinical superior is not stated
    /// assert!(hanging[0].starts_with("Trust Board [body;"));
    /// assert!(hanging[1].starts_with("Care Group Director, Children's ["));
    /// ```
    #[must_use]
    pub fn tree(&self, kind: Accountability) -> Tree<'_> {
        Tree {
            org: self,
            kind,
            from: None,
            depth: usize::MAX,
        }
    }
}

impl<'o> Post<'o> {
    /// The tree of one kind from the post downwards.
    ///
    /// ```
    /// # use answerable::Accountability::Operational;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.post("head-of-nursing-childrens")?.tree(Operational).to_string(), "\
    /// Head of Nursing, Children's [operational: Care Group Director, Children's; professional by rule: Chief Nurse]
    /// └─ Ward Manager, Children's Ward
    /// ");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn tree(self, kind: Accountability) -> Tree<'o> {
        Tree {
            from: Some(self),
            ..self.organisation().tree(kind)
        }
    }
}

impl Tree<'_> {
    /// Down to this many layers below the tops, so that 0 shows the tops alone; what is
    /// cut is counted.
    ///
    /// ```
    /// # use answerable::Accountability::Operational;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let tree = org.post("chief-executive")?.tree(Operational).to_depth(0);
    /// assert_eq!(tree.to_string(), "Chief Executive [operational: Trust Board; +12 below]\n");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_depth(mut self, layers: usize) -> Self {
        self.depth = layers;
        self
    }

    /// The posts from which the tree hangs, in document order: those with
    /// somebody below, those said to have none above or an unstated superior;
    /// of the operational tree, all that have no superior.
    fn roots(&self) -> impl Iterator<Item = Post<'_>> {
        let all = self.kind == Accountability::Operational;
        let whole = self
            .org
            .posts()
            .filter(move |post| match post.superior(self.kind) {
                Superior::Known(_) => false,
                _ if post.kind() == PostKind::External => post.span(self.kind) > 0,
                Superior::Unstated(None) => all || post.span(self.kind) > 0,
                Superior::NoneAbove(_) | Superior::Unstated(Some(_)) => true,
            });
        let from = self.from;
        from.into_iter()
            .chain(whole.filter(move |_| from.is_none()))
    }

    fn write_root(&self, f: &mut fmt::Formatter<'_>, root: Post<'_>) -> fmt::Result {
        self.write_post(f, root, true)?;
        let order = self.org.order(self.kind);
        let Some(root_rank) = order.rank(root.place()) else {
            return Ok(());
        };
        // For each layer down to the post last written, whether it is the last
        // of its siblings there.
        let mut lasts: Vec<bool> = Vec::new();
        let base = root.depth(self.kind);
        if self.depth == 0 {
            return Ok(());
        }
        let mut rank = root_rank + 1;
        let end = order.end(root_rank);
        while rank < end {
            let post = Post::new(self.org, order.node(rank));
            let layer = post.depth(self.kind) - base;
            let above = order.above(rank).unwrap_or(root_rank);
            lasts.truncate((layer - 1).min(DEEPEST_INDENT));
            let is_last = order.end(rank) == order.end(above);
            if layer <= DEEPEST_INDENT {
                lasts.push(is_last);
            }
            write_indent(f, &lasts, layer, is_last)?;
            self.write_post(f, post, false)?;
            rank = if layer == self.depth {
                order.end(rank)
            } else {
                rank + 1
            };
        }
        Ok(())
    }

    fn write_post(&self, f: &mut fmt::Formatter<'_>, post: Post<'_>, is_root: bool) -> fmt::Result {
        write!(f, "{}", OneLine(post.title()))?;
        let mut notes = Notes { f, any: false };
        match post.kind() {
            PostKind::Individual => {}
            kind => notes.add(format_args!("{kind}"))?,
        }
        if let Some(seats) = post.seats() {
            notes.add(format_args!("{seats}"))?;
        }
        if post.is_vacant() {
            notes.add(format_args!("vacant"))?;
        }
        for kind in Accountability::ALL {
            if kind != self.kind || is_root {
                self.note_superior(&mut notes, post, kind)?;
            }
            for also in post.also().filter(|line| line.kind() == kind) {
                let title = self.org.kind_title(kind);
                notes.add(format_args!("also {title}: {}", OneLine(also.to().title())))?;
            }
        }
        let layers_shown =
            post.depth(self.kind) - self.from.map_or(0, |from| from.depth(self.kind));
        let below = post.below(self.kind).len();
        if layers_shown == self.depth && below > 0 {
            notes.add(format_args!("+{below} below"))?;
        }
        notes.close()
    }

    /// The superior of one kind, unless the tree shows it already or there is
    /// nothing to tell.
    fn note_superior(
        &self,
        notes: &mut Notes<'_, '_>,
        post: Post<'_>,
        kind: Accountability,
    ) -> fmt::Result {
        let title = self.org.kind_title(kind);
        match post.superior(kind) {
            Superior::Known(line) => {
                let shown = post
                    .superior(self.kind)
                    .post()
                    .filter(|_| self.from != Some(post));
                if kind != self.kind && shown == Some(line.to()) {
                    return Ok(());
                }
                let rule = if line.headship().is_some() {
                    " by rule"
                } else {
                    ""
                };
                notes.add(format_args!(
                    "{title}{rule}: {}",
                    OneLine(line.to().title())
                ))
            }
            Superior::Unstated(Some(why)) => {
                notes.add(format_args!("{title}: not stated ({})", OneLine(why.why())))
            }
            Superior::Unstated(None) if kind == self.kind => {
                notes.add(format_args!("{title}: not stated"))
            }
            Superior::NoneAbove(why) if kind != self.kind && post.kind() != PostKind::External => {
                notes.add(format_args!("{title}: none ({})", OneLine(why.why())))
            }
            Superior::NoneAbove(_) | Superior::Unstated(None) => Ok(()),
        }
    }
}

fn write_indent(
    f: &mut fmt::Formatter<'_>,
    lasts: &[bool],
    layer: usize,
    is_last: bool,
) -> fmt::Result {
    let stem = &lasts[..lasts.len().min(layer.saturating_sub(1))];
    stem.iter()
        .try_for_each(|&last| f.write_str(if last { "   " } else { "│  " }))?;
    f.write_str(if is_last { "└─ " } else { "├─ " })?;
    if layer > DEEPEST_INDENT {
        write!(f, "({layer}) ")
    } else {
        Ok(())
    }
}

/// What is told after a title, in brackets if there is anything.
struct Notes<'f, 'b> {
    f: &'f mut fmt::Formatter<'b>,
    any: bool,
}

impl Notes<'_, '_> {
    fn add(&mut self, note: fmt::Arguments<'_>) -> fmt::Result {
        self.f.write_str(if self.any { "; " } else { " [" })?;
        self.any = true;
        self.f.write_fmt(note)
    }

    fn close(self) -> fmt::Result {
        self.f.write_str(if self.any { "]\n" } else { "\n" })
    }
}

impl fmt::Display for Tree<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.roots().try_for_each(|root| self.write_root(f, root))
    }
}

impl fmt::Debug for Tree<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tree")
            .field("kind", &self.kind)
            .field("from", &self.from)
            .finish_non_exhaustive()
    }
}
