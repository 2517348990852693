//! Who acts is answered without allocating, but for the list of several that may,
//! and where many are considered.

use allocation_counter::measure;
use answerable::{Absences, Acting, Cover, DeputyRecord, Organisation, PostRecord};

use crate::loaded::from_toml;

const TRUST: &str = r#"
[matter.budget]
title = "Budget"
kind = "clinical"
[post.board]
title = "Board"
kind = "body"
members = ["chief"]
operational = { none = "answers to the region" }
[post.chief]
title = "Chief Executive"
operational = "board"
deputies = ["director", "nurse"]
[post.nurse]
title = "Chief Nurse"
operational = { none = "answers to the region" }
[post.director]
title = "Director"
operational = "chief"
clinical = "nurse"
deputies = [{ post = "matron", for = ["budget"] }, { post = "lead", onward = true }]
[post.lead]
title = "Lead"
operational = "director"
deputies = [["matron", "nurse"]]
[post.matron]
title = "Matron"
operational = "director"
holder = "A. Mensah"
deputies = [{ post = "sister", authority = "attend" }]
[post.sister]
title = "Sister"
operational = "matron"
holder = "A. Mensah"
[post.clerk]
title = "Clerk"
operational = "sister"
vacant = true
"#;

struct Case {
    post: &'static str,
    on: Option<&'static str>,
    absent: &'static [&'static str],
    /// Who is nominated for the post.
    nominee: Option<&'static str>,
    acting: &'static str,
}

impl Case {
    const fn of(post: &'static str, absent: &'static [&'static str], acting: &'static str) -> Self {
        Self {
            post,
            on: None,
            absent,
            nominee: None,
            acting,
        }
    }

    const fn on(self, matter: &'static str) -> Self {
        Self {
            on: Some(matter),
            ..self
        }
    }

    const fn nominating(self, nominee: &'static str) -> Self {
        Self {
            nominee: Some(nominee),
            ..self
        }
    }
}

const CASES: [Case; 19] = [
    // Itself.
    Case::of("chief", &[], "itself"),
    Case::of("chief", &["director", "matron"], "itself"),
    Case::of("board", &["chief"], "itself"),
    // A deputy: of the first rank, of a later one, by an arrangement for the matter.
    Case::of("chief", &["chief"], "director"),
    Case::of("chief", &["chief", "director"], "nurse"),
    Case::of("director", &["director"], "lead"),
    Case::of("director", &["director"], "matron").on("budget"),
    // A deputy's deputy.
    Case::of("director", &["director", "lead", "nurse"], "matron"),
    // The superior, where a deputy attends only, where nobody sits, or where one
    // person is away from two posts; and theirs.
    Case::of("matron", &["matron"], "director"),
    Case::of("clerk", &[], "sister"),
    Case::of("clerk", &["matron"], "director"),
    Case::of("clerk", &["matron", "director"], "lead"),
    Case::of("clerk", &["matron", "director", "lead"], "nurse"),
    // A body, and nobody.
    Case::of("chief", &["chief", "director", "nurse"], "board"),
    Case::of(
        "clerk",
        &["matron", "director", "lead", "nurse", "chief"],
        "board",
    ),
    Case::of("nurse", &["nurse"], "nobody"),
    Case::of(
        "director",
        &["director", "matron", "lead", "nurse"],
        "nobody",
    )
    .on("budget"),
    // A nominee, able or not.
    Case::of("nurse", &["nurse"], "sister").nominating("sister"),
    Case::of("nurse", &["nurse"], "nobody").nominating("clerk"),
];

fn acting<'o>(cover: &Cover<'o, '_>) -> &'o str {
    match cover.acting() {
        Acting::Itself => "itself",
        Acting::One(post) | Acting::Body(post) => post.id(),
        Acting::OneOf(_) => "several",
        Acting::Nobody(_) => "nobody",
    }
}

#[test]
fn who_acts_is_answered_without_allocating() {
    let org = from_toml(TRUST);
    let of = |id: &str| org.post(id).expect("a post");
    for case in CASES {
        let post = of(case.post);
        let absent = case.absent.iter().map(|id| of(id));
        let mut away = Absences::of(absent).expect("no body");
        if let Some(nominee) = case.nominee {
            away = away.with_nominee(post, of(nominee)).expect("two posts");
        }
        let matter = case.on.map(|id| org.matter(id).expect("a matter"));
        let mut found = "";
        let taken = measure(|| {
            let cover = match matter {
                None => post.who_acts(&away),
                Some(matter) => post.who_acts_on(matter, &away),
            };
            found = acting(&cover);
        });
        let asked = (case.post, case.absent);
        assert_eq!(found, case.acting, "{asked:?}");
        assert_eq!(taken.count_total, 0, "{asked:?}");
    }
}

#[test]
fn several_that_may_act_take_one_list() {
    let org = from_toml(TRUST);
    let [director, lead] = ["director", "lead"].map(|id| org.post(id).expect("a post"));
    let away = Absences::of([director, lead]).expect("no body");
    let taken = measure(|| {
        assert_eq!(acting(&director.who_acts(&away)), "several");
    });
    assert_eq!(taken.count_total, 1);
}

#[test]
fn a_dozen_are_considered_without_allocating() {
    // Each but the last deputised for by the next, and onwards.
    let posts = (0..12).map(|at| {
        let post = PostRecord::new(format!("post {at}"), "Post");
        match at {
            11 => post,
            at => post
                .vacant()
                .deputised_by([DeputyRecord::new(format!("post {}", at + 1)).onward()]),
        }
    });
    let org = Organisation::from_posts(posts).expect("sound");
    let (first, nobody) = (org.posts().next().expect("a post"), Absences::none());
    let taken = measure(|| {
        let cover = first.who_acts(&nobody);
        assert_eq!((acting(&cover), cover.removes()), ("post 11", 11));
    });
    assert_eq!(taken.count_total, 0);
    assert_eq!(first.who_acts(&nobody).trace().steps().len(), 12);
}

#[test]
fn that_a_post_is_able_takes_no_memory() {
    let org = from_toml(TRUST);
    let nobody = Absences::none();
    let asked = ["chief", "board"].map(|id| org.post(id).expect("a post"));
    let taken = measure(|| {
        for post in asked {
            assert!(post.who_acts(&nobody).unable().is_none());
        }
    });
    assert_eq!(taken.count_total, 0);
}
