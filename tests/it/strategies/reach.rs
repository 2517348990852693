//! What sound organisations are, and how often.

use answerable::proptest1::organisation;
use answerable::{
    Accountability::{self, Operational, Professional},
    Arrangement, Authority, Holder, Matter, Organisation, Post, PostKind, PostRecord, Superior,
};

use super::told::ranks;
use super::{CASES, is_through, lines, reached};

#[test]
fn organisations_reach_every_case() {
    let any = |org: &Organisation, is_so: &dyn Fn(Post<'_>) -> bool| org.posts().any(is_so);
    let all = Accountability::ALL;
    reached(
        CASES,
        &organisation(0..=20),
        &[
            ("empty", 30, 999, &|org| org.posts().len() == 0),
            ("deep", 90, 999, &|org| org.layers(Operational) > 8),
            ("wide", 120, 999, &|org| org.widest_span(Operational) > 6),
            ("of three kinds", 500, 999, &|org| {
                all.into_iter().all(|kind| lines(org, kind).count() > 1)
            }),
            ("circular across kinds", 470, 535, &|org| {
                any(org, &|post| {
                    let above = post.superior(Operational).post();
                    above.is_some_and(|above| post.is_above(above, Professional))
                })
            }),
            ("not stated", 350, 999, &|org| {
                any(org, &|post| post.superior(Operational).is_unstated())
            }),
            ("not stated, and why", 140, 999, &|org| {
                any(org, &|post| {
                    matches!(post.superior(Professional), Superior::Unstated(Some(_)))
                })
            }),
            ("none above", 600, 999, &|org| {
                any(org, &|post| {
                    matches!(post.superior(Operational), Superior::NoneAbove(_))
                })
            }),
            ("ending outside", 150, 999, &|org| {
                all.into_iter()
                    .any(|kind| lines(org, kind).any(|line| line.to().kind() == PostKind::External))
            }),
            ("also", 500, 999, &|org| {
                any(org, &|post| post.also().len() > 0)
            }),
            ("by rule", 250, 999, &|org| {
                all.into_iter()
                    .any(|kind| lines(org, kind).any(|line| line.headship().is_some()))
            }),
            ("through another than the head", 40, 999, &|org| {
                all.into_iter().any(|kind| lines(org, kind).any(is_through))
            }),
        ],
    );
}

#[test]
fn organisations_reach_every_sort_of_cover() {
    let any = |org: &Organisation, is_so: &dyn Fn(Post<'_>) -> bool| org.posts().any(is_so);
    let pooled = |post: &PostRecord| ranks(post).any(|rank| rank.len() > 1);
    reached(
        CASES,
        &organisation(0..=20),
        &[
            ("vacant", 600, 999, &|org| {
                any(org, &|post| post.is_vacant())
            }),
            ("pooled", 500, 999, &|org| {
                org.post_records().any(|post| pooled(&post))
            }),
            ("onward", 500, 999, &|org| {
                any(org, &|post| post.deputies().any(Arrangement::is_onward))
            }),
            ("limited", 500, 999, &|org| {
                any(org, &|post| {
                    post.deputies().any(|of| of.matters().len() > 0)
                })
            }),
            ("to attend", 300, 999, &|org| {
                any(org, &|post| {
                    post.deputies()
                        .any(|of| of.authority() == Authority::Attend)
                })
            }),
            ("mutual", 300, 999, &|org| {
                any(org, &|post| {
                    post.deputies()
                        .any(|of| of.deputy().deputies().any(|back| back.deputy() == post))
                })
            }),
            ("job share", 500, 999, &|org| {
                any(org, &|post| post.holders().len() > 1)
            }),
            ("several seats", 300, 999, &|org| {
                any(org, &|post| post.seats().is_some())
            }),
            ("body with members", 300, 999, &|org| {
                any(org, &|post| post.members().len() > 0)
            }),
            ("body with a chair", 300, 999, &|org| {
                any(org, &|post| post.chair().is_some())
            }),
            ("external", 400, 999, &|org| {
                any(org, &|post| post.kind() == PostKind::External)
            }),
            ("personal matters", 200, 999, &|org| {
                org.matters().any(Matter::is_personal)
            }),
            ("without reversion", 100, 999, &|org| {
                !org.reverts_to_superior()
            }),
            ("one person in several posts", 400, 999, &|org| {
                let holders = org.posts().flat_map(Post::holders);
                let mut names: Vec<&str> = holders.map(Holder::name).collect();
                let all = names.len();
                names.sort_unstable();
                names.dedup();
                names.len() < all
            }),
        ],
    );
}
