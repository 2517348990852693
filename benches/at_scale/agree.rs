//! That the contenders give the same answers: compared by id, one by one.

use std::cell::RefCell;

use answerable::{Line, Post};

use crate::world::{KINDS, Round, World};

/// Compares the answers to every question on lines that is timed.
pub(crate) fn on_lines(world: &World<'_>) {
    for kind in 0..KINDS.len() {
        let round = Round::of(world, kind);
        chains(world, kind, &round);
        pairs(world, kind, &round);
        below(world, kind, &round);
        sizes(world, kind);
    }
}

fn chains(world: &World<'_>, kind: usize, round: &Round<'_>) {
    let (user, bare, any) = (world.user, &world.bare[kind], &round.any);
    for at in 0..any.len() {
        let ours = any.posts[at].chain(KINDS[kind]).map(|line| line.to().id());
        let theirs = user.chain(any.nodes[at], KINDS[kind]);
        let theirs = theirs.map(|post| user.graph[post].id.as_str());
        assert!(ours.eq(theirs), "chains differ at {}", any.posts[at].id());
        let places = any.posts[at].chain(KINDS[kind]).map(Line::to);
        let places: u64 = places.map(|post| post.node_index().index() as u64).sum();
        assert_eq!(places, bare.chain(any.places[at]));
        let id = any.posts[at].id();
        assert_eq!(id, world.id_at(any.places[at]));
        assert_eq!(world.org.get(id), Some(any.posts[at]));
        assert_eq!(user.index[id], any.nodes[at]);
    }
}

fn pairs(world: &World<'_>, kind: usize, round: &Round<'_>) {
    let (user, bare, any) = (world.user, &world.bare[kind], &round.any);
    let (upper, other, managers) = (&round.maybe_above, &round.other, &round.managers);
    let chains = RefCell::new((Vec::new(), Vec::new()));
    for at in 0..any.len() {
        let ours = upper.posts[at].is_above(any.posts[at], KINDS[kind]);
        let theirs = user.is_above(upper.nodes[at], any.nodes[at], KINDS[kind]);
        let floor = bare.is_above(upper.places[at], any.places[at]);
        assert!(ours == theirs && ours == floor, "who is above differs");
        if at < 200 {
            let by_path = user.has_path(upper.nodes[at], any.nodes[at], KINDS[kind]);
            assert_eq!(ours, by_path);
        }
        let span = managers.posts[at].span(KINDS[kind]);
        let floor = bare.span[managers.places[at] as usize] as usize;
        let theirs = user.span(managers.nodes[at], KINDS[kind]);
        assert!(span == theirs && span == floor, "spans differ");
        let ours = any.posts[at].nearest_common_superior(other.posts[at], KINDS[kind]);
        let pair = (any.nodes[at], other.nodes[at]);
        let theirs = user.common(pair, KINDS[kind], &mut chains.borrow_mut());
        let theirs = theirs.map(|post| user.graph[post].id.as_str());
        let common = bare.common(any.places[at], other.places[at]);
        let floor = (common != crate::dice::NONE).then(|| world.id_at(common));
        let ours = ours.map(Post::id);
        assert!(ours == theirs && ours == floor, "common superiors differ");
    }
}

fn below(world: &World<'_>, kind: usize, round: &Round<'_>) {
    let (user, bare, chiefs) = (world.user, &world.bare[kind], &round.chiefs);
    for at in 0..chiefs.len() {
        let mut ours: Vec<&str> = chiefs.posts[at].below(KINDS[kind]).map(Post::id).collect();
        let [start, end] = bare.extent[chiefs.places[at] as usize];
        let slice = &bare.node[start as usize + 1..end as usize];
        let mut floor: Vec<&str> = slice.iter().map(|&post| world.id_at(post)).collect();
        let (mut walked, mut stacked): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
        user.below(chiefs.nodes[at], KINDS[kind], |post| {
            walked.push(&user.graph[post].id);
        });
        user.below_by_stack(chiefs.nodes[at], KINDS[kind], |post| {
            stacked.push(&user.graph[post].id);
        });
        for all in [&mut ours, &mut floor, &mut walked, &mut stacked] {
            all.sort_unstable();
        }
        assert!(!ours.is_empty());
        assert!(
            ours == floor && ours == walked && ours == stacked,
            "those below differ"
        );
    }
}

fn sizes(world: &World<'_>, kind: usize) {
    let (theirs, bare) = (world.user.sizes(KINDS[kind]), &world.bare[kind]);
    let mut ours = vec![0; theirs.len()];
    for (post, below) in world.org.sizes_below(KINDS[kind]) {
        assert_eq!(post.below(KINDS[kind]).len(), below);
        ours[post.node_index().index()] = below;
    }
    for (&place, &theirs) in world.place.iter().zip(&theirs) {
        let id = world.id_at(place);
        assert_eq!(
            ours[place as usize], theirs as usize,
            "sizes differ below {id}"
        );
    }
    let sum = ours.iter().sum::<usize>() as u64;
    assert_eq!(sum, bare.sum_of_sizes());
    if kind == 0 {
        assert_eq!(sum, bare.sum_of_sizes_by_number());
    }
    assert!(!world.user.has_circle(KINDS[kind]));
}
