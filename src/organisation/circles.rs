//! Circles among superiors, each named whole. The bench reads this file by itself.

use crate::document::{NONE, number};
use crate::steps::step;

/// The circles among `superior` (a node for each node, or [`NONE`]): each whole,
/// from its least node upwards, the circles by their least node. Linear.
pub(crate) fn circles(superior: &[u32]) -> Vec<Vec<u32>> {
    let mut walk_of = vec![0_u32; superior.len()];
    let mut circles = Vec::new();
    for (walk, start) in (1..).zip(0..superior.len()) {
        let mut node = start;
        while walk_of[node] == 0 {
            step();
            walk_of[node] = walk;
            match superior[node] {
                NONE => break,
                above => node = above as usize,
            }
        }
        if walk_of[node] == walk && superior[node] != NONE {
            circles.push(circle_from(node, superior));
        }
    }
    circles.sort_unstable();
    circles
}

fn circle_from(on_it: usize, superior: &[u32]) -> Vec<u32> {
    let mut circle = Vec::new();
    let mut node = on_it;
    loop {
        step();
        circle.push(number(node));
        node = superior[node] as usize;
        if node == on_it {
            break;
        }
    }
    let least = (0..circle.len()).min_by_key(|&at| circle[at]).unwrap_or(0);
    circle.rotate_left(least);
    circle
}
