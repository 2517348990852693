//! Who acts, on any day.

use answerable::{Absences, Acting, Cover, How, Organisation, Post, PostKind};

use crate::bytes::Bytes;
use crate::harness::Target;
use crate::{input, promises};

pub(super) const TARGET: Target = Target {
    name: "who_acts",
    corpus: &[
        include_bytes!("../../examples/trust.toml"),
        include_bytes!("corpus/small.toml"),
        b"{\"post\": {\"a\": {\"title\": \"A\", \"deputies\": [\"b\", \"c\"]}, \
          \"b\": {\"title\": \"B\", \"deputies\": [{\"post\": \"c\", \"onward\": true}]}, \
          \"c\": {\"title\": \"C\", \"deputies\": [[\"a\", \"b\"]]}}}\0\x01\x02\x00\x01\x01",
    ],
    grow: input::grown,
    check,
};

fn check(input: &[u8]) {
    let (text, mut choices) = input::split(input);
    let Some(org) = input::organisation(text) else {
        return;
    };
    let away = day(&org, &mut choices);
    let matters = org.matters().map(Some);
    for matter in [None].into_iter().chain(matters) {
        let (all, depths) = match matter {
            None => (org.who_acts(&away), org.cover_depths(&away)),
            Some(matter) => (
                org.who_acts_on(matter, &away),
                org.cover_depths_on(matter, &away),
            ),
        };
        let mut together = all.iter();
        for post in org.posts() {
            let (alone, could) = match matter {
                None => (post.who_acts(&away), post.could_act(&away)),
                Some(matter) => (
                    post.who_acts_on(matter, &away),
                    post.could_act_on(matter, &away),
                ),
            };
            same(&alone, &all.of(post).expect("one of these posts"));
            same(&alone, &together.next().expect("one for each"));
            able(&alone, &away);
            assert_eq!(depths.of(post), Some(could.len()));
            if alone.how() == Some(How::Deputy) && alone.layers() == 0 {
                let acting = alone.acting().posts();
                assert!(acting.iter().all(|who| could.contains(who)), "{alone}");
            }
            assert!(could.iter().all(|&who| is_able(who, &away)));
        }
        assert!(together.next().is_none());
        for cover in all.left_to_nobody() {
            assert!(matches!(cover.acting(), Acting::Nobody(_)));
        }
        for (line, post) in all.acting_over_superior() {
            assert!(post.is_above(line.to(), line.kind()) && is_able(line.from(), &away));
            let cover = all.of(post).expect("one of these posts");
            assert_eq!(*cover.acting(), Acting::One(line.from()));
        }
        for (who, of) in all.acting_for_several() {
            assert!(of.len() > 1 && is_able(who, &away));
        }
        for (body, of) in all.bodies_to_decide() {
            assert!(body.kind() == PostKind::Body && !of.is_empty());
        }
    }
}

fn day<'o>(org: &'o Organisation, choices: &mut Bytes<'_>) -> Absences<'o> {
    let posts: Vec<_> = org.posts().collect();
    let mut away = Absences::none();
    if posts.is_empty() {
        return away;
    }
    for _ in 0..choices.below(5) {
        let post = posts[choices.below(posts.len())];
        match away.clone().with_post(post) {
            Ok(more) => away = more,
            Err(error) => promises::one_line(&error.to_string()),
        }
    }
    if let Some(holder) = posts[choices.below(posts.len())].holders().next() {
        away = away.with_holder(holder).expect("of this organisation");
    }
    for _ in 0..choices.below(4) {
        let [post, nominee] = [(); 2].map(|()| posts[choices.below(posts.len())]);
        match away.clone().with_nominee(post, nominee) {
            Ok(more) => away = more,
            Err(error) => promises::one_line(&error.to_string()),
        }
    }
    assert!(away.posts().all(|post| away.is_away(post)));
    away
}

fn is_able(post: Post<'_>, away: &Absences<'_>) -> bool {
    post.kind() == PostKind::Individual && !post.is_vacant() && !away.is_away(post)
}

fn able(cover: &Cover<'_, '_>, away: &Absences<'_>) {
    let post = cover.post();
    match cover.acting() {
        Acting::Itself => assert!(post.kind() == PostKind::Body || is_able(post, away)),
        Acting::Body(body) => assert_eq!(body.kind(), PostKind::Body),
        Acting::OneOf(several) => assert!(several.len() > 1),
        Acting::One(_) | Acting::Nobody(_) => assert!(!is_able(post, away)),
    }
    for &who in cover.acting().posts() {
        assert!(is_able(who, away) && who != post, "{cover}");
    }
}

fn same(one: &Cover<'_, '_>, other: &Cover<'_, '_>) {
    promises::on_one_line(&one.to_string());
    assert_eq!(one.to_string(), other.to_string());
    assert_eq!(one.acting(), other.acting());
    assert_eq!((one.how(), one.removes()), (other.how(), other.removes()));
    assert_eq!(one.trace().to_string(), other.trace().to_string());
    assert_eq!(one.rests_on(), other.rests_on());
    assert_eq!(one.why().to_string(), other.why().to_string());
}
