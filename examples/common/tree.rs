//! The tree asked for.

use std::error::Error;

use answerable::Accountability::{self, Operational};
use answerable::{Organisation, Tree};

use super::asked::Asked;

/// The tree of `--kind`, from `--below`, to `--depth`.
pub(crate) fn tree<'o>(org: &'o Organisation, asked: &Asked) -> Result<Tree<'o>, Box<dyn Error>> {
    let kind = asked.value("--kind").map_or(Ok(Operational), |kind| {
        Accountability::from_word(kind).ok_or_else(|| {
            format!("`{kind}` is no kind; there are operational, professional and clinical")
        })
    })?;
    let tree = match asked.value("--below") {
        Some(id) => org.post(id)?.tree(kind),
        None => org.tree(kind),
    };
    let Some(depth) = asked.value("--depth") else {
        return Ok(tree);
    };
    let layers = depth.parse();
    let layers = layers.map_err(|_| format!("`{depth}` is no number of layers"))?;
    Ok(tree.to_depth(layers))
}
