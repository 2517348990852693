//! Eight threads ask at once, and are answered as one is: nothing is locked, and
//! views go from thread to thread.

use std::fs;
use std::path::Path;
use std::sync::Barrier;
use std::thread::{self, ScopedJoinHandle};

use answerable::petgraph08::{AllLines, Lines, LinesAt, Neighbours, Posts, Visited};
use answerable::proptest1::{any_absences, organisation};
use answerable::{
    Absences, Accountability, Below, Chain, Document, Line, Organisation, Post, PostKind,
};
use petgraph::algo::kosaraju_scc;
use proptest::prelude::*;

use crate::loaded::trust;

const THREADS: usize = 8;

const fn shared<T: Send + Sync>() {}

const _: () = {
    shared::<Organisation>();
    shared::<Document>();
    shared::<(Post<'_>, Line<'_>, Chain<'_>, Below<'_>, Absences<'_>)>();
    shared::<(Lines<'_>, LinesAt<'_>, AllLines<'_>, Neighbours<'_>)>();
    shared::<(Posts<'_>, Visited)>();
};

/// What is answered of each post: the posts it names are views, not text.
type Answers<'o> = Vec<(Post<'o>, Vec<Vec<Post<'o>>>, String)>;

/// The answers of every post, beginning with the one at `first`.
fn answers<'o>(org: &'o Organisation, away: &Absences<'o>, first: usize) -> Answers<'o> {
    let posts: Vec<_> = org.posts().collect();
    let (before, from) = posts.split_at(first);
    let answer = |&post: &Post<'o>| {
        let lines = Accountability::ALL.into_iter().flat_map(|kind| {
            let above = org.posts().filter(move |upper| upper.is_above(post, kind));
            [
                post.chain(kind).map(Line::to).collect(),
                post.below(kind).collect(),
                post.reports(kind).map(Line::from).collect(),
                above.collect(),
            ]
        });
        let found = org.get(post.id()).into_iter().collect();
        let cover = post.who_acts(away);
        let named = lines.chain([found]).collect();
        (post, named, format!("{cover} {}", cover.trace()))
    };
    let mut answers: Answers<'o> = from.iter().chain(before).map(answer).collect();
    answers.rotate_right(first);
    answers
}

/// Whether threads that start together, each at another post, answer as one does.
fn agree(org: &Organisation, away: &Absences<'_>) -> bool {
    let alone = answers(org, away, 0);
    let everyone = format!("{:?}", org.who_acts(away));
    let circles = kosaraju_scc(org.as_petgraph(Accountability::ALL));
    let start = Barrier::new(THREADS);
    let ask = |thread: usize| {
        start.wait();
        let together = answers(org, away, thread * alone.len() / THREADS);
        together == alone
            && format!("{:?}", org.who_acts(away)) == everyone
            && kosaraju_scc(org.as_petgraph(Accountability::ALL)) == circles
    };
    thread::scope(|scope| {
        let ask = &ask;
        let asking = (0..THREADS).map(|thread| scope.spawn(move || ask(thread)));
        let asking: Vec<_> = asking.collect();
        let answered = asking.into_iter().map(ScopedJoinHandle::join);
        answered.fold(true, |all, same| all & same.expect("no panic"))
    })
}

#[test]
fn eight_threads_agree_on_the_trust() {
    let org = trust();
    let some = org.posts().filter(|post| post.kind() != PostKind::Body);
    let away = Absences::of(some.step_by(3)).expect("no bodies");
    assert!(agree(&org, &Absences::none()) && agree(&org, &away));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn eight_threads_agree_on_any_organisation(org in organisation(1..40), away in any_absences()) {
        prop_assert!(agree(&org, &away.of(&org)));
    }
}

/// What would make one thread wait for another, or not be shared at all.
const WAITING: [&str; 9] = [
    "Mutex",
    "RwLock",
    "Condvar",
    "OnceLock",
    "LazyLock",
    "Atomic",
    "RefCell",
    "OnceCell",
    "static mut",
];

#[test]
fn nothing_is_locked() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let code = fs::read_to_string(&path).expect("readable");
            for word in WAITING {
                assert!(!code.contains(word), "{} has {word}", path.display());
            }
            read += 1;
        }
    }
    assert!(read > 20);
}
