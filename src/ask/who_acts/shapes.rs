//! Laws 11 and 20 on shapes at which a careless search never ends, or takes
//! the square of their size.

use crate::steps::counted;
use crate::{
    Absences, Accountability::Operational, Acting, Cover, DeputyRecord, Gap, How, Organisation,
    Post, PostRecord,
};

/// Runs in a thread with little stack, so that no walk recurses.
fn in_little_stack(test: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(256 * 1024);
    let thread = thread.spawn(test).expect("a thread");
    thread.join().expect("no overflow");
}

fn vacant(id: String) -> PostRecord {
    PostRecord::new(id.clone(), id).vacant()
}

fn onward(to: impl std::fmt::Display) -> [DeputyRecord; 1] {
    [DeputyRecord::new(to.to_string()).onward()]
}

/// A ring of onward deputies, all vacant but the last.
fn ring(count: usize) -> impl Iterator<Item = PostRecord> {
    (0..count).map(move |at| {
        let id = format!("ring {at}");
        let record = if at + 1 == count {
            PostRecord::new(id.clone(), id)
        } else {
            vacant(id)
        };
        record.deputised_by(onward(format_args!("ring {}", (at + 1) % count)))
    })
}

/// Vacant layers, each answering to the one above; the top answers to, and is
/// deputised for by, the first of a ring.
fn layers(count: usize) -> impl Iterator<Item = PostRecord> {
    (0..count).map(move |at| {
        let above = match at {
            0 => "ring 0".to_owned(),
            at => format!("layer {}", at - 1),
        };
        vacant(format!("layer {at}")).accountable_to(above, Operational)
    })
}

fn organisation(posts: impl Iterator<Item = PostRecord>) -> (Organisation, usize) {
    let org = Organisation::from_posts(posts).expect("sound");
    let arrangements = org.posts().map(|post| post.deputies().len()).sum::<usize>();
    let size = org.posts().len() + arrangements;
    (org, size)
}

/// The steps for one post alone, which must give this answer, and the same at once.
fn asked<'o>(post: Post<'o>, acting: &Acting<'o>, removes: usize, layers: usize) -> [usize; 2] {
    let away = Absences::none();
    let (alone, steps_alone) = counted(|| post.who_acts(&away));
    let (covers, steps_at_once) = counted(|| post.organisation().who_acts(&away));
    for cover in [alone, covers.of(post).expect("of the organisation")] {
        assert_eq!(cover.acting(), acting);
        assert_eq!((cover.removes(), cover.layers()), (removes, layers));
    }
    [steps_alone, steps_at_once]
}

const COUNT: usize = 100_000;

#[test]
fn law_11_a_ring_of_onward_deputies() {
    in_little_stack(|| {
        let (org, size) = organisation(ring(COUNT));
        let last = org.posts().next_back().expect("a ring");
        let first = org.posts().next().expect("a ring");
        let [alone, at_once] = asked(first, &Acting::One(last), COUNT - 1, 0);
        assert!(alone <= 2 * size, "{alone} of {size}");
        assert!(at_once <= 5 * size, "{at_once} of {size}");
        let away = Absences::none();
        assert_eq!(first.could_act(&away), [last]);
        assert_eq!(first.deputising_order().len(), COUNT - 1);
    });
}

#[test]
fn law_11_a_ring_in_which_nobody_is_able() {
    in_little_stack(|| {
        let posts = (0..COUNT).map(|at| {
            vacant(format!("ring {at}"))
                .deputised_by(onward(format_args!("ring {}", (at + 1) % COUNT)))
        });
        let (org, size) = organisation(posts);
        let post = org.posts().next().expect("a ring");
        let nobody = Acting::Nobody(Gap::Unstated {
            post,
            kind: Operational,
            why: None,
        });
        let [alone, at_once] = asked(post, &nobody, 0, 0);
        assert!(alone <= 2 * size, "{alone} of {size}");
        assert!(at_once <= 5 * size, "{at_once} of {size}");
    });
}

#[test]
fn law_11_vacant_layers_into_a_ring() {
    in_little_stack(|| {
        let (org, size) = organisation(ring(COUNT).chain(layers(COUNT)));
        let lowest = org.posts().next_back().expect("layers");
        let last = org.post(&format!("ring {}", COUNT - 1)).expect("a ring");
        let [alone, at_once] = asked(lowest, &Acting::One(last), COUNT - 1, COUNT);
        assert!(alone <= 2 * size, "{alone} of {size}");
        assert!(at_once <= 5 * size, "{at_once} of {size}");
        let away = Absences::none();
        let cover = lowest.who_acts(&away);
        assert_eq!(cover.how(), Some(How::Deputy));
        assert!(cover.to_string().len() < 2_000);
        assert_eq!(cover.rests_on().len(), 2 * COUNT - 1);
    });
}

/// Each layer deputised for by the one ring: opened once over all layers.
#[test]
fn law_11_layers_that_share_a_ring() {
    in_little_stack(|| {
        let posts = (0..COUNT).map(|at| {
            let id = format!("ring {at}");
            vacant(id).deputised_by(onward(format_args!("ring {}", (at + 1) % COUNT)))
        });
        let layers = (0..COUNT).map(|at| {
            let record = vacant(format!("layer {at}"))
                .deputised_by(onward(format_args!("ring {}", at * 7 % COUNT)));
            match at {
                0 => record.none_above("head of the organisation"),
                at => record.accountable_to(format!("layer {}", at - 1), Operational),
            }
        });
        let (org, size) = organisation(posts.chain(layers));
        let lowest = org.posts().next_back().expect("layers");
        let away = Absences::none();
        let (cover, steps) = counted(|| lowest.who_acts(&away));
        assert!(matches!(
            cover.acting(),
            Acting::Nobody(Gap::NoneAbove { .. })
        ));
        assert!(steps <= 2 * size, "{steps} of {size}");
        let (covers, steps) = counted(|| org.who_acts(&away));
        assert_eq!(covers.left_to_nobody().count(), 2 * COUNT);
        assert!(steps <= 5 * size, "{steps} of {size}");
    });
}

/// A rank as long as the ring is deep, and one pool that a thousand posts share.
#[test]
fn law_20_long_ranks_and_shared_pools() {
    in_little_stack(|| {
        let many = 1_000;
        let deputies = (0..many).map(|at| DeputyRecord::new(format!("able {at}")));
        let pool: Vec<DeputyRecord> = deputies.collect();
        let able = (0..many).map(|at| PostRecord::new(format!("able {at}"), "Able"));
        let hub = vacant("hub".to_owned()).deputised_by_one_of(pool);
        let ranked = (0..many).map(|at| DeputyRecord::new(format!("ring {at}")).onward());
        let spokes = vacant("spokes".to_owned()).deputised_by(ranked);
        let chain = (0..COUNT).map(|at| {
            let next = match at + 1 {
                COUNT => "hub".to_owned(),
                next => format!("ring {next}"),
            };
            vacant(format!("ring {at}")).deputised_by(onward(next))
        });
        let (org, size) = organisation(able.chain([hub, spokes]).chain(chain));
        let away = Absences::none();
        let (covers, steps) = counted(|| org.who_acts(&away));
        assert!(steps <= 5 * size, "{steps} of {size}");
        let of = |id| covers.of(org.post(id).expect("a post")).expect("of it");
        assert_eq!(of("ring 0").acting().posts().len(), many);
        assert_eq!(of("ring 0").removes(), COUNT + 1);
        assert_eq!(of("spokes").removes(), COUNT + 3 - many);
    });
}

#[test]
fn cover_in_depth_of_a_ring_and_what_hangs_on_it() {
    in_little_stack(|| {
        // A ring in which all are able, a chain of onward deputies into it, and a
        // post whose deputies lead on to both.
        let open = |id: String| PostRecord::new(id.clone(), id);
        let ring = (0..COUNT).map(move |at| {
            let next = (at + 1) % COUNT;
            open(format!("ring {at}")).deputised_by(onward(format_args!("ring {next}")))
        });
        let chain = (0..COUNT).map(move |at| {
            let next = match at {
                0 => "ring 5".to_owned(),
                at => format!("chain {}", at - 1),
            };
            open(format!("chain {at}")).deputised_by(onward(next))
        });
        let both = ["chain 9", "ring 9"].map(|id| DeputyRecord::new(id).onward());
        let both = open("both".to_owned()).deputised_by(both);
        let (org, size) = organisation(ring.chain(chain).chain([both]));
        let away = Absences::none();
        let (depths, steps) = counted(|| org.cover_depths(&away));
        assert!(steps <= 10 * size, "{steps} of {size}");
        let of = |id: &str| depths.of(org.post(id).expect("a post")).expect("of it");
        assert_eq!((of("ring 0"), of("ring 5")), (COUNT - 1, COUNT - 1));
        assert_eq!((of("chain 0"), of("chain 7")), (COUNT, COUNT + 7));
        assert_eq!(of("both"), COUNT + 10);
        assert_eq!(depths.sole(), []);
    });
}

#[test]
fn cover_in_depth_where_everything_leads_everywhere() {
    in_little_stack(|| {
        let posts = (0..COUNT).map(|at| {
            let id = format!("post {at}");
            let ahead = [1, 1 + at * 7919 % COUNT].map(|by| (at + by) % COUNT);
            let ahead = ahead.map(|to| DeputyRecord::new(format!("post {to}")).onward());
            let [next, other] = ahead;
            let record = PostRecord::new(id.clone(), id).deputised_by([next]);
            if other.post == format!("post {at}")
                || other.post == format!("post {}", (at + 1) % COUNT)
            {
                record
            } else {
                record.deputised_by([other])
            }
        });
        let (org, size) = organisation(posts);
        let away = Absences::none();
        let (depths, steps) = counted(|| org.cover_depths(&away));
        assert!(steps <= 10 * size, "{steps} of {size}");
        let of = |post| depths.of(post).expect("of it");
        assert!(org.posts().all(|post| of(post) == COUNT - 1));
    });
}

/// Mostly vacant posts with pools of deputies in ranks of their own, most of them
/// onward; by number, a mix of it.
fn tangle(count: usize, seed: usize) -> impl Iterator<Item = PostRecord> {
    (0..count).map(move |at| {
        let mix = |salt: usize| {
            let mixed = (at * 40 + salt + seed * 7_919).wrapping_mul(0x9e37_79b9);
            (mixed >> 13) % 997
        };
        let mut record = vacant(format!("post {at}"));
        record.vacant = mix(0) % 40 > 0;
        if at > 0 {
            record = record.accountable_to(format!("post {}", at / 2), Operational);
        }
        let mut others: Vec<usize> = (at + 1..count).take(90).collect();
        for rank in 1..=mix(1) % 4 {
            let most = if at % 3 == 0 { 9 } else { 2 };
            let many = others.len().min(1 + mix(10 * rank) % most);
            let pool = (0..many).map(|of| {
                let other = others.remove(mix(10 * rank + of) % others.len());
                let deputy = DeputyRecord::new(format!("post {other}"));
                match mix(10 * rank + of + 1) % 12 {
                    0 => deputy,
                    1 => deputy.to_attend().onward(),
                    _ => deputy.onward(),
                }
            });
            let pool: Vec<DeputyRecord> = pool.collect();
            if !pool.is_empty() {
                record = record.deputised_by_one_of(pool);
            }
        }
        record
    })
}

/// More posts opened, and in one group, than a search keeps in place.
#[test]
fn law_20_groups_of_many_with_ranks_of_their_own() {
    let mut most = 0;
    for seed in 0..40 {
        let (org, _) = organisation(tangle(600, seed));
        let away = Absences::none();
        let covers = org.who_acts(&away);
        for post in org.posts() {
            let (alone, of) = (post.who_acts(&away), covers.of(post).expect("of it"));
            assert_eq!(alone.acting(), of.acting(), "{seed}: {post}");
            let told = |cover: &Cover<'_, '_>| (cover.how(), cover.removes(), cover.layers());
            assert_eq!(told(&alone), told(&of), "{seed}: {post}");
            most = most.max(alone.trace().steps().len());
        }
    }
    assert!(most > 100, "{most}");
}
