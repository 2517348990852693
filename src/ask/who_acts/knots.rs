//! Posts whose onward deputies lead from each to all.

use crate::Organisation;
use crate::document::{NONE, number};
use crate::steps::step;
use crate::view::{Matter, Post};

use super::pools::discounted;

/// Posts whose onward deputies lead from each to all: a knot of one or several.
/// Whoever could act for one could act for all, but for itself. What the deputies
/// of a knot lead on to comes before the knot.
pub(super) struct Knots<'o> {
    org: &'o Organisation,
    matter: Option<Matter<'o>>,
    pub(super) members: Vec<Vec<u32>>,
    /// The knot of each post with deputies, or [`NONE`].
    pub(super) of: Vec<u32>,
}

impl<'o> Knots<'o> {
    /// Those of an organisation, by the arrangements that count for a matter.
    pub(super) fn tied(org: &'o Organisation, matter: Option<Matter<'o>>) -> Self {
        let mut knots = Self {
            org,
            matter,
            members: Vec::new(),
            of: vec![NONE; org.declared.len()],
        };
        knots.find();
        knots
    }

    /// The deputies of a post by arrangements that count, and whether theirs may
    /// step in.
    pub(super) fn deputies(&self, at: u32) -> impl Iterator<Item = (u32, bool)> + use<'o> {
        let matter = self.matter;
        Post::new(self.org, at)
            .deputies()
            .inspect(|_| step())
            .filter(move |&terms| discounted(terms, matter).is_none())
            .map(|terms| (terms.deputy().place(), terms.is_onward()))
    }

    /// The posts with deputies of their own to whom the deputies of one lead on.
    pub(super) fn onward(&self, at: u32) -> Vec<u32> {
        let has_deputies = |&deputy: &u32| self.org.posts.deputies.has(deputy);
        let onward = self.deputies(at).filter(|&(_, is_onward)| is_onward);
        onward
            .map(|(deputy, _)| deputy)
            .filter(has_deputies)
            .collect()
    }

    /// Finds the knots: the strongly connected components, by Tarjan's walk, which
    /// comes to what a knot leads on to before the knot.
    fn find(&mut self) {
        let mut seen = vec![NONE; self.org.declared.len()];
        let mut low = vec![NONE; self.org.declared.len()];
        let (mut count, mut open) = (0, Vec::new());
        for start in (0..).take(seen.len()) {
            if seen[start as usize] != NONE || !self.org.posts.deputies.has(start) {
                continue;
            }
            let mut way: Vec<(u32, Vec<u32>)> = Vec::new();
            let mut next = Some(start);
            loop {
                if let Some(post) = next.take() {
                    step();
                    (seen[post as usize], low[post as usize]) = (count, count);
                    count += 1;
                    open.push(post);
                    way.push((post, self.onward(post)));
                }
                let Some((post, left)) = way.last_mut() else {
                    break;
                };
                let post = *post;
                match left.pop() {
                    Some(to) if seen[to as usize] == NONE => next = Some(to),
                    Some(to) if self.of[to as usize] == NONE => {
                        low[post as usize] = low[post as usize].min(seen[to as usize]);
                    }
                    Some(_) => {}
                    None => {
                        way.pop();
                        if let Some(&(before, _)) = way.last() {
                            low[before as usize] = low[before as usize].min(low[post as usize]);
                        }
                        if low[post as usize] == seen[post as usize] {
                            self.tie(post, &mut open);
                        }
                    }
                }
            }
        }
    }

    /// Ties the posts open since `first` into a knot.
    fn tie(&mut self, first: u32, open: &mut Vec<u32>) {
        let at = open.iter().rposition(|&post| post == first);
        let members = open.split_off(at.unwrap_or(0));
        let knot = number(self.members.len());
        for &member in &members {
            self.of[member as usize] = knot;
        }
        self.members.push(members);
    }
}
