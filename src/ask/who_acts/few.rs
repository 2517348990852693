//! A few of those who could act for each post: enough to tell whether anybody
//! could, and whether one alone.

use crate::Organisation;
use crate::document::NONE;
use crate::steps::step;
use crate::view::Post;

use super::knots::Knots;
use super::{Absences, is_able};

/// How many are kept of those who could act: of three, two are others than the
/// post itself.
const FEW: usize = 3;

/// Distinct posts: all there are, if they are fewer than [`FEW`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Few {
    posts: [u32; FEW],
    count: usize,
}

impl Few {
    pub(super) fn add(&mut self, post: u32) {
        if self.count < FEW && !self.posts().contains(&post) {
            self.posts[self.count] = post;
            self.count += 1;
        }
    }

    pub(super) fn add_all(&mut self, others: Self) {
        others.posts().iter().for_each(|&post| self.add(post));
    }

    pub(super) fn posts(&self) -> &[u32] {
        &self.posts[..self.count]
    }

    /// Whether there may be more.
    pub(super) fn is_full(self) -> bool {
        self.count == FEW
    }

    /// Those that are not `post`.
    pub(super) fn but(&self, post: u32) -> impl Iterator<Item = u32> + '_ {
        let posts = self.posts().iter().copied();
        posts.filter(move |&other| other != post)
    }
}

/// For each post a few of those who could act for it in general, nobody being
/// absent: vacant posts are not among them, the post itself may be. Linear.
pub(crate) struct Fews<'o> {
    pub(super) org: &'o Organisation,
    pub(super) knots: Knots<'o>,
    pub(super) of_knot: Vec<Few>,
}

impl<'o> Fews<'o> {
    pub(crate) fn of(org: &'o Organisation) -> Self {
        let mut fews = Self {
            org,
            knots: Knots::tied(org, None),
            of_knot: Vec::new(),
        };
        let there = Absences::none();
        for members in &fews.knots.members {
            let mut few = Few::default();
            for &member in members {
                for (deputy, is_onward) in fews.knots.deputies(member) {
                    step();
                    if is_able(Post::new(org, deputy), &there) {
                        few.add(deputy);
                    }
                    // Another knot it leads on to comes before it.
                    let knot = fews.knots.of[deputy as usize] as usize;
                    if let (true, Some(&onward)) = (is_onward, fews.of_knot.get(knot)) {
                        few.add_all(onward);
                    }
                }
            }
            fews.of_knot.push(few);
        }
        fews
    }

    pub(super) fn few(&self, post: u32) -> Few {
        match self.knots.of[post as usize] {
            NONE => Few::default(),
            knot => self.of_knot[knot as usize],
        }
    }

    /// The post that alone could act for `post`, if only one could.
    pub(crate) fn sole(&self, post: u32) -> Option<u32> {
        let few = self.few(post);
        let mut others = few.but(post);
        let sole = others.next();
        sole.filter(|_| others.next().is_none())
    }
}
