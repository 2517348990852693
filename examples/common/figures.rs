//! An organisation in figures.

use answerable::Accountability::{self, Operational};
use answerable::Organisation;

/// "346 posts, 1 top, 5 layers, widest span 17, 0 problems".
pub(crate) fn figures(org: &Organisation, problems: usize) -> String {
    let count =
        |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    format!(
        "{}, {}, {}, widest span {}, {}",
        count(org.inside().count(), "post"),
        count(org.tops(Operational).count(), "top"),
        count(org.layers(Operational), "layer"),
        org.widest_span(Operational),
        count(problems, "problem"),
    )
}

/// For each kind in use, how many posts have no superior stated: "clinical
/// superior not stated: 35 of 43 posts".
pub(crate) fn unstated(org: &Organisation) -> Vec<String> {
    let posts = org.inside().count();
    let of_kind = |kind| {
        let unstated = org.unstated(kind).count();
        // A kind of which nothing is said, not even why, needs no remark.
        let is_used = unstated < posts || org.unstated(kind).any(|(_, why)| why.is_some());
        let title = org.kind_title(kind);
        (unstated > 0 && is_used)
            .then(|| format!("{title} superior not stated: {unstated} of {posts} posts"))
    };
    Accountability::ALL
        .into_iter()
        .filter_map(of_kind)
        .collect()
}
