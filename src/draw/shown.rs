//! Which posts a chart shows, and under which others they stand.

use crate::document::{NONE, number};
use crate::model::{Accountability, PostKind};
use crate::organisation::Order;
use crate::view::{Post, Superior};

use super::chart::Chart;

/// The posts of a chart, as they stand.
pub(super) struct Shown<'o> {
    pub(super) tree: Accountability,
    pub(super) posts: Vec<Post<'o>>,
    pub(super) above: Vec<Option<u32>>,
    pub(super) layers: Vec<u32>,
    /// How many posts below each are cut.
    pub(super) cut: Vec<usize>,
    /// The number of the card of each post, by place, or [`NONE`].
    pub(super) place: Vec<u32>,
}

impl<'o> Shown<'o> {
    pub(super) fn of(chart: &Chart<'o>, tree: Accountability) -> Self {
        let scope = scope(chart, tree);
        let org = chart.org;
        let mut above = vec![NONE; org.declared.len()];
        let mut is_in = vec![false; org.declared.len()];
        for post in &scope {
            is_in[post.place() as usize] = true;
        }
        for post in &scope {
            let superior = post.superior(tree).post();
            let superior = superior.filter(|superior| is_in[superior.place() as usize]);
            above[post.place() as usize] = superior.map_or(NONE, Post::place);
        }
        let order = Order::build(scope.iter().map(|post| post.place()), above);
        let depth = depth(chart, &order);
        let mut shown = Self {
            tree,
            posts: Vec::new(),
            above: Vec::new(),
            layers: Vec::new(),
            cut: Vec::new(),
            place: vec![NONE; org.declared.len()],
        };
        let mut rank = 0;
        while (rank as usize) < order.len() {
            let place = order.node(rank);
            let layer = order.depth(place);
            let below = order.end(rank) - rank - 1;
            let is_last = layer == depth;
            shown.place[place as usize] = number(shown.posts.len());
            shown.posts.push(Post::new(org, place));
            let superior = order.superior(place);
            shown
                .above
                .push(superior.map(|above| shown.place[above as usize]));
            shown.layers.push(number(layer));
            shown.cut.push(if is_last { below as usize } else { 0 });
            rank = if is_last { order.end(rank) } else { rank + 1 };
        }
        shown
    }
}

/// The posts of the part of the organisation that a chart is of, in document
/// order.
fn scope<'o>(chart: &Chart<'o>, tree: Accountability) -> Vec<Post<'o>> {
    let is_below = |post: Post<'o>| {
        chart
            .root
            .is_none_or(|root| post == root || root.is_above(post, tree))
    };
    let is_of_unit = |post: Post<'o>| {
        chart.unit.is_none_or(|outer| {
            let inner = post.unit();
            inner.is_some_and(|inner| inner == outer || outer.is_around(inner))
        })
    };
    let posts = chart.org.posts();
    let posts = posts.filter(|&post| is_below(post) && is_of_unit(post));
    posts
        .filter(|&post| chart.root == Some(post) || is_told_of(chart, tree, post))
        .collect()
}

/// Whether what is drawn tells anything of a post.
fn is_told_of(chart: &Chart<'_>, tree: Accountability, post: Post<'_>) -> bool {
    let has_line = |&kind: &Accountability| {
        let mut also = post.also().chain(post.also_reports());
        post.span(kind) > 0
            || post.superior(kind).is_known()
            || also.any(|line| line.kind() == kind)
    };
    let is_covered = || post.deputies().next().is_some() || post.deputises_for().next().is_some();
    let is_linked = || post.links().next().is_some() || post.linked_from().next().is_some();
    let is_drawn = chart.kinds.iter().any(has_line)
        || chart.deputies && is_covered()
        || chart.links && is_linked();
    if post.kind() == PostKind::External {
        return is_drawn;
    }
    let is_explained = |&kind: &Accountability| match post.superior(kind) {
        Superior::Known(_) | Superior::NoneAbove(_) => true,
        Superior::Unstated(why) => why.is_some(),
    };
    tree == Accountability::Operational || is_drawn || chart.kinds.iter().any(is_explained)
}

/// The depth at which a chart is cut.
fn depth(chart: &Chart<'_>, order: &Order) -> usize {
    let mut of_layer: Vec<usize> = Vec::new();
    for rank in (0..).take(order.len()) {
        let layer = order.depth(order.node(rank));
        if of_layer.len() <= layer {
            of_layer.resize(layer + 1, 0);
        }
        of_layer[layer] += 1;
    }
    let mut posts = 0;
    let fitting = of_layer.iter().take_while(|&&count| {
        posts += count;
        posts <= chart.most
    });
    chart.depth.min(fitting.count().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use crate::Accountability::{Operational, Professional};
    use crate::{Organisation, PostRecord};

    use super::*;

    #[test]
    fn of_another_kind_those_stay_of_whom_something_is_drawn() {
        let matron = || PostRecord::new("matron", "Matron").none_above("the head of it");
        let under = |id: &str| PostRecord::new(id, id).accountable_to("matron", Operational);
        let posts = [
            matron(),
            under("sister").deputised_by(["nurse"]),
            under("nurse"),
            under("porter"),
        ];
        let org = Organisation::from_posts(posts).expect("sound");
        let shown = |chart: Chart<'_>| {
            let posts = Shown::of(&chart, Professional).posts;
            let ids = posts.iter().map(|post| post.id().to_string());
            ids.collect::<Vec<_>>()
        };
        let chart = org.chart().kinds([Professional]);
        assert_eq!(shown(chart.clone()), Vec::<String>::new());
        assert_eq!(shown(chart.with_deputies()), ["sister", "nurse"]);
    }
}
