//! How long a question takes, on an organisation of 100,000 posts.

use std::fmt::Write;
use std::hint::black_box;

use answerable::Accountability::{Operational, Professional};
use answerable::{Document, Organisation, Post, PostRecord};
use divan::Bencher;

const POSTS: usize = 100_000;

fn main() {
    divan::main();
}

/// A post answers to the one at a ninth of its number: some six layers, spans of
/// nine; every fifth also professionally to the one at a twentieth.
fn records() -> impl Iterator<Item = PostRecord> {
    (0..POSTS).map(|number| {
        let mut post = PostRecord::new(format!("p-{number:06}"), format!("Post {}", number % 300));
        if number == 0 {
            return post.none_above("head of the organisation");
        }
        post = post.accountable_to(format!("p-{:06}", (number - 1) / 9), Operational);
        if number % 5 == 0 {
            post = post.accountable_to(format!("p-{:06}", (number - 1) / 20), Professional);
        }
        post
    })
}

fn organisation() -> Organisation {
    Organisation::from_posts(records()).expect("sound")
}

/// Ids spread over the organisation, far from each other.
fn ids() -> Vec<String> {
    (0..1000)
        .map(|at| format!("p-{:06}", at * 7919 % POSTS))
        .collect()
}

fn ask(bencher: Bencher<'_, '_>, question: impl Fn(Post<'_>, Post<'_>)) {
    let org = organisation();
    let posts: Vec<Post<'_>> = ids().iter().filter_map(|id| org.get(id)).collect();
    bencher
        .counter(divan::counter::ItemsCount::new(posts.len()))
        .bench_local(|| {
            for (at, &post) in posts.iter().enumerate() {
                question(post, posts[posts.len() - 1 - at]);
            }
        });
}

#[divan::bench]
fn find_by_id(bencher: Bencher<'_, '_>) {
    let (org, ids) = (organisation(), ids());
    bencher
        .counter(divan::counter::ItemsCount::new(ids.len()))
        .bench_local(|| {
            for id in &ids {
                black_box(org.get(id));
            }
        });
}

#[divan::bench]
fn chain_to_the_top(bencher: Bencher<'_, '_>) {
    ask(bencher, |post, _| {
        black_box(post.chain(Operational).last());
    });
}

#[divan::bench]
fn is_above(bencher: Bencher<'_, '_>) {
    ask(bencher, |post, other| {
        black_box(post.is_above(other, Operational));
    });
}

#[divan::bench]
fn is_above_professionally(bencher: Bencher<'_, '_>) {
    ask(bencher, |post, other| {
        black_box(post.is_above(other, Professional));
    });
}

#[divan::bench]
fn nearest_common_superior(bencher: Bencher<'_, '_>) {
    ask(bencher, |post, other| {
        black_box(post.nearest_common_superior(other, Operational));
    });
}

#[divan::bench]
fn everyone_below(bencher: Bencher<'_, '_>) {
    ask(bencher, |post, _| {
        black_box(post.below(Operational).len());
    });
}

#[divan::bench]
fn make(bencher: Bencher<'_, '_>) {
    let document: Document = records().collect();
    bencher
        .with_inputs(|| document.clone())
        .bench_values(|document| Organisation::try_from(document).map(|org| org.posts().len()));
}

#[divan::bench]
fn load_json(bencher: Bencher<'_, '_>) {
    let mut json = String::from("{\"post\":{");
    for (number, post) in records().enumerate() {
        let superior = if number == 0 {
            String::new()
        } else {
            format!(",\"operational\":\"p-{:06}\"", (number - 1) / 9)
        };
        let comma = if number == 0 { "" } else { "," };
        write!(
            json,
            "{comma}\"{}\":{{\"title\":\"Post {}\"{superior}}}",
            post.id,
            number % 300
        )
        .expect("a string takes it");
    }
    json.push_str("}}");
    bencher
        .counter(divan::counter::BytesCount::new(json.len()))
        .bench_local(|| serde_json::from_str::<Organisation>(&json).map(|org| org.posts().len()));
}
