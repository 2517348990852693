//! Small organisations, for the tests of pictures.

use crate::Accountability::Operational;
use crate::{Organisation, PostRecord};

#[cfg(feature = "svg")]
use super::scene::{Drawn, Scene, Stroke};

/// Posts, each under the one so numbered: those of a part after each other.
pub(super) fn forest(above: &[Option<usize>]) -> Organisation {
    let posts = above.iter().enumerate().map(|(at, above)| {
        let post = PostRecord::new(format!("p{at}"), "Sister");
        match above {
            Some(above) => post.accountable_to(format!("p{above}"), Operational),
            None => post.none_above("the head of it"),
        }
    });
    Organisation::from_posts(posts).expect("sound")
}

/// What a chart of it comes to, with these lines drawn beside the tree.
#[cfg(feature = "svg")]
pub(super) fn crossed<'o>(org: &'o Organisation, lines: &[(u32, u32, Stroke)]) -> Scene<'o> {
    let mut scene = org.chart().scene();
    let lines = lines.iter();
    let lines = lines.map(|&(from, to, stroke)| Drawn { from, to, stroke });
    scene.drawn = lines.collect();
    scene
}
