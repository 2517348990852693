//! Laws 11, 20 and 34: who acts in organisations as deep and wide as they come, on
//! a small stack.

use answerable::{
    Absences, Accountability::Operational, Acting, Cover, DeputyRecord, Gap, How, Organisation,
    Post, PostRecord,
};

use super::super::deep::on_a_small_stack;

const RING: usize = 100_000;
const MANY: usize = 1_000_000;

fn id(at: usize) -> String {
    format!("p{at}")
}

fn made(records: impl IntoIterator<Item = PostRecord>) -> Organisation {
    Organisation::from_posts(records).expect("a sound organisation")
}

/// A ring of deputies, each of the one before.
fn ring(terms: impl Fn(DeputyRecord) -> DeputyRecord) -> Organisation {
    made((0..RING).map(|at| {
        let deputy = terms(DeputyRecord::new(id((at + 1) % RING)));
        PostRecord::new(id(at), "Post").deputised_by([deputy])
    }))
}

fn post(org: &Organisation, at: usize) -> Post<'_> {
    org.get(&id(at)).expect("it is there")
}

/// What every answer can do.
fn use_up(cover: &Cover<'_, '_>) {
    let trace = cover.trace();
    assert!(!format!("{cover} {trace}").is_empty());
    assert!(format!("{cover:?}{trace:?}").len() > cover.to_string().len());
    assert!(
        cover.to_string().len() < 4096,
        "{}",
        cover.to_string().len()
    );
    assert_eq!(cover.standing().is_some(), !cover.rests_on().is_empty());
}

#[test]
fn law_20_a_ring_of_onward_deputies() {
    on_a_small_stack(|| {
        let org = ring(DeputyRecord::onward);
        let able = post(&org, 7);
        let away = Absences::of(org.posts().filter(|&of| of != able)).expect("no bodies");
        let cover = post(&org, 8).who_acts(&away);
        assert_eq!(cover.acting(), &Acting::One(able));
        assert_eq!(
            (cover.how(), cover.removes()),
            (Some(How::Deputy), RING - 1)
        );
        assert_eq!(cover.trace().steps().len(), RING);
        assert_eq!(cover.rests_on().len(), RING - 1);
        use_up(&cover);
        let covers = org.who_acts(&away);
        for (at, cover) in covers.iter().enumerate() {
            let removes = (RING + 7 - at) % RING;
            let acting = if removes == 0 {
                Acting::Itself
            } else {
                Acting::One(able)
            };
            assert_eq!((cover.acting(), cover.removes()), (&acting, removes));
        }
        assert_eq!(covers.covered().count(), RING - 1);
        let several = covers.acting_for_several();
        assert_eq!((several.len(), several[0].1.len()), (1, RING - 1));
        assert_eq!(able.deputising_order().len(), RING - 1);
        assert_eq!(post(&org, 8).could_act(&away), [able]);
    });
}

#[test]
fn law_20_a_ring_in_which_nobody_is_there() {
    on_a_small_stack(|| {
        for org in [
            ring(DeputyRecord::onward),
            ring(|deputy| deputy),
            ring(DeputyRecord::to_attend),
        ] {
            let away = Absences::of(org.posts()).expect("no bodies");
            let cover = post(&org, 0).who_acts(&away);
            let is_open = matches!(cover.acting(), Acting::Nobody(Gap::Unstated { .. }));
            assert!(is_open && cover.trace().steps().len() <= RING + 1);
            use_up(&cover);
            assert_eq!(org.who_acts(&away).left_to_nobody().count(), RING);
        }
    });
}

/// A chain of superiors, of which all but the first are vacant; each but the first
/// has the next but one below as its deputy.
fn chain(count: usize, first: PostRecord) -> Organisation {
    let below = (1..count).map(|at| {
        let record = PostRecord::new(id(at), "Post").vacant();
        let record = record.accountable_to(id(at - 1), Operational);
        if at + 2 < count {
            record.deputised_by([DeputyRecord::new(id(at + 2)).onward()])
        } else {
            record
        }
    });
    made(std::iter::once(first).chain(below))
}

#[test]
fn law_20_a_chain_of_a_million() {
    on_a_small_stack(|| {
        let away = Absences::none();
        let org = chain(MANY, PostRecord::new("p0", "Post"));
        let top = post(&org, 0);
        let cover = post(&org, MANY - 1).who_acts(&away);
        assert_eq!(cover.acting(), &Acting::One(top));
        let told = (cover.how(), cover.removes(), cover.layers());
        assert_eq!(told, (Some(How::Superior), 0, MANY - 1));
        assert!(cover.trace().steps().len() < 2 * MANY);
        assert_eq!(cover.rests_on().len(), MANY - 1);
        assert!(!cover.to_string().is_empty());
        let covers = org.who_acts(&away);
        assert!(
            covers
                .iter()
                .enumerate()
                .all(|(at, cover)| cover.layers() == at)
        );
        let all_of_top = |cover: Cover<'_, '_>| *cover.acting() == Acting::One(top);
        assert!(covers.covered().all(all_of_top));
    });
}

#[test]
fn law_20_a_chain_under_a_body_and_under_nobody() {
    on_a_small_stack(|| {
        let away = Absences::none();
        let org = chain(RING, PostRecord::new("p0", "Board").body());
        let covers = org.who_acts(&away);
        let bodies = covers.bodies_to_decide();
        assert_eq!((bodies.len(), bodies[0].1.len()), (1, RING - 1));
        assert_eq!(covers.left_to_nobody().count(), 0);
        use_up(&post(&org, RING - 1).who_acts(&away));
        let org = chain(
            RING,
            PostRecord::new("p0", "Post").vacant().none_above("the top"),
        );
        let covers = org.who_acts(&away);
        let mut left = covers.left_to_nobody();
        let is_layered = |(at, cover): (usize, Cover<'_, '_>)| cover.layers() == at;
        assert!(left.by_ref().enumerate().all(is_layered));
        assert!(left.next().is_none() && covers.covered().count() == RING);
        use_up(&post(&org, RING - 1).who_acts(&away));
    });
}

#[test]
fn law_20_a_pool_of_a_hundred_thousand() {
    on_a_small_stack(|| {
        let pool = (1..RING).map(|at| DeputyRecord::new(id(at)).onward());
        let head = PostRecord::new("p0", "Head")
            .vacant()
            .deputised_by_one_of(pool);
        let below = |at| PostRecord::new(id(at), "Post").accountable_to("p0", Operational);
        let org = made(std::iter::once(head).chain((1..RING).map(|at| {
            // Each of the pool has the first of it as its deputy.
            if at > 1 {
                below(at).deputised_by(["p1"])
            } else {
                below(at)
            }
        })));
        let (head, last) = (post(&org, 0), post(&org, RING - 1));
        let away = Absences::none();
        let cover = head.who_acts(&away);
        assert_eq!(cover.acting().posts().len(), RING - 1);
        assert_eq!(cover.trace().steps().len(), RING);
        assert_eq!(head.could_act(&away).len(), RING - 1);
        use_up(&cover);
        let away = Absences::of(org.posts().filter(|&of| of != last)).expect("no bodies");
        let covers = org.who_acts(&away);
        assert!(
            covers
                .covered()
                .all(|cover| *cover.acting() == Acting::One(last))
        );
        assert_eq!(covers.acting_for_several()[0].1.len(), RING - 1);
        let away = Absences::of(org.posts()).expect("no bodies");
        assert_eq!(org.who_acts(&away).left_to_nobody().count(), RING);
        use_up(&head.who_acts(&away));
    });
}
