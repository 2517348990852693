//! An organisation in figures.

use answerable::{Accountability, Organisation, PostKind};

use super::kinds;

/// "346 posts, 1 top, 5 layers, widest span 17, 0 problems", along lines of a kind.
pub(crate) fn figures(org: &Organisation, kind: Accountability, problems: usize) -> String {
    let count =
        |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    format!(
        "{}, {}, {}, widest span {}, {}",
        count(org.inside().count(), "post"),
        count(org.tops(kind).count(), "top"),
        count(org.layers(kind), "layer"),
        org.widest_span(kind),
        count(problems, "problem"),
    )
}

/// For each kind in use, how many posts have no superior stated: "clinical
/// superior not stated: 35 of 43 posts, 9 of them bodies". Findings leave bodies out.
pub(crate) fn unstated(org: &Organisation) -> Vec<String> {
    let posts = org.inside().count();
    let of_kind = |kind| {
        let (unstated, title) = (org.unstated(kind).count(), org.kind_title(kind));
        let bodies = org.unstated(kind);
        let bodies = bodies.filter(|(post, _)| post.kind() == PostKind::Body);
        let bodies = match bodies.count() {
            0 => String::new(),
            1 => ", 1 of them a body".to_owned(),
            bodies => format!(", {bodies} of them bodies"),
        };
        (unstated > 0)
            .then(|| format!("{title} superior not stated: {unstated} of {posts} posts{bodies}"))
    };
    kinds::in_use(org).filter_map(of_kind).collect()
}
