//! Law 34: every question, of a million posts that are told everything at once, on
//! a small stack.

use std::thread;

use answerable::Accountability::{self, Clinical, Operational, Professional};
use answerable::{
    Absences, BasisRecord, DeputyRecord, Document, HeadshipRecord, HolderRecord, Line, LinkEnd,
    MatterRecord, Organisation, Post, PostRecord, Profession, ProfessionRecord, Relation,
    SourceRecord, Unit, UnitRecord,
};

use petgraph::graph::NodeIndex;

const MANY: usize = 1_000_000;

/// Every which post is told all there is to tell.
const FEW: usize = 8;

/// A chain of posts, each with one holder, a deputy above that may be followed on,
/// links to both ends, and a seat in the one body; units and professions are few.
fn adorned() -> Document {
    let mut document = Document::new("Deep");
    document.push_source(SourceRecord::new("jd", "Job description"));
    document.push_unit(UnitRecord::new("u", "Unit"));
    document.push_unit(UnitRecord::untitled("v").within("u"));
    document.push_profession(ProfessionRecord::new("f", "Profession"));
    document.push_profession(ProfessionRecord::untitled("g").within("f"));
    document.push_matter(MatterRecord::new("m", "Matter").of_kind(Operational));
    document.push_headship(
        HeadshipRecord::new(Clinical, "u", "p0")
            .of_profession("f")
            .through_operational(),
    );
    for at in 0..MANY {
        let post = PostRecord::new(format!("p{at}"), "Post")
            .in_unit("v")
            .of_profession("g")
            .of_fte(0.5)
            .holder(HolderRecord::new("Same").with_id(format!("s{at}")))
            .labelled("x", "y")
            .on(BasisRecord::source("jd").at("all"));
        let Some(above) = at.checked_sub(1) else {
            document.push_post(post.none_above("top"));
            continue;
        };
        let above = format!("p{above}");
        let post = post
            .accountable_to(above.as_str(), Operational)
            .deputised_by([DeputyRecord::new(above.as_str()).onward()]);
        document.push_post(if at % FEW == FEW - 1 {
            post.accountable_to("p0", Professional)
                .also_accountable_to("p0", Clinical)
                .deputised_by_one_of([DeputyRecord::new("p0").on_matters(["m"])])
                .linked(Relation::WorksWith, above.as_str())
                .linked(Relation::Advises, "p0")
        } else {
            post
        });
    }
    let members = (0..MANY).step_by(FEW).map(|at| format!("p{at}"));
    document.push_post(
        PostRecord::new("board", "Board")
            .body()
            .chaired_by("p0")
            .with_members(members.skip(1)),
    );
    document
}

fn count<T>(items: impl Iterator<Item = T>) -> usize {
    items.count()
}

/// What a post says of itself and of what is one step away.
fn ask_post(post: Post<'_>) {
    let named = (
        post.id(),
        post.to_id(),
        post.title(),
        post.grade(),
        post.note(),
        post.seats(),
    );
    assert_eq!(named.0, named.1.as_str());
    assert_eq!(
        (post.fte(), post.is_vacant(), post.label("x")),
        (Some(0.5), false, Some("y"))
    );
    assert_eq!((count(post.labels()), count(post.holders())), (1, 1));
    let bases = [
        post.basis(),
        post.unit_basis(),
        post.profession_basis(),
        post.chair_basis(),
    ];
    assert!(bases[0].source().is_some_and(|source| source.id() == "jd"));
    assert!(!format!("{bases:?} {post:?} {post}").is_empty());
    assert_eq!(post.unit().and_then(Unit::within).map(Unit::id), Some("u"));
    assert_eq!(
        post.profession()
            .and_then(Profession::within)
            .map(Profession::id),
        Some("f")
    );
    assert!(count(post.memberships()) <= 1);
    assert_eq!(
        (
            count(post.members()),
            post.chair(),
            post.collective().is_some()
        ),
        (0, None, false)
    );
    let lines = post.lines().chain(post.also()).chain(post.also_reports());
    for line in lines.chain(post.reports(Professional)).take(9) {
        assert!(
            !format!(
                "{line} {line:?} {:?}",
                (line.basis(), line.headship(), line.is_also())
            )
            .is_empty()
        );
        let why = line.why();
        assert!(!format!("{why} {why:?}").is_empty());
    }
    for link in post.links().chain(post.linked_from()).take(9) {
        assert!(matches!(link.other(post), LinkEnd::Post(_)) && link.told_back().is_none());
        assert!(!format!("{link} {link:?} {:?}", (link.from(), link.relation())).is_empty());
    }
    for of in post.deputies().chain(post.deputises_for()).take(9) {
        assert_eq!(of.is_limited(), count(of.matters()) > 0);
        let terms = (
            of.principal(),
            of.rank(),
            of.is_pooled(),
            of.authority(),
            of.is_onward(),
        );
        assert!(!format!("{of} {of:?} {terms:?} {:?}", (of.basis(), of.standing())).is_empty());
    }
    for kind in Accountability::ALL {
        let superior = post.superior(kind);
        assert!(!format!("{superior} {superior:?} {:?}", superior.line()).is_empty());
    }
}

/// What needs a walk: from the last post, through every other.
fn ask_walks<'o>(org: &'o Organisation, first: Post<'o>, last: Post<'o>) {
    let matter = org.matter("m").expect("it is there");
    let holder = org.holder("s7").expect("it is there");
    assert_eq!(
        (count(matter.arrangements()), holder.name()),
        (MANY / FEW, "Same")
    );
    let one = Absences::none().with_post(last).expect("no body");
    let one = one.with_holder(holder).expect("no body");
    let on = last.who_acts_on(matter, &one);
    assert!(on.unable().is_some() && on.layers() <= MANY);
    assert_eq!(last.could_act(&one).len(), MANY - 2);
    assert!(!last.could_act_on(matter, &one).is_empty());
    assert_eq!(last.deputising_order().len(), MANY - 1);
    assert!(!last.deputising_order_on(matter).is_empty());
    let nominated = one.with_nominee(first, last).expect("individual posts");
    assert_eq!(count(nominated.nominations()), 1);
    let covers = org.who_acts_on(matter, &nominated);
    assert!(covers.acting_over_superior().len() <= MANY);
    assert!(!org.cover_depths(&nominated).sole().is_empty());
    assert!(org.cover_depths_on(matter, &nominated).sole().len() <= MANY);
    for kind in Accountability::ALL {
        let why = last.chain(kind).why();
        assert!(why.steps().len() < MANY && !why.ending().is_known());
        assert!(first.below(kind).len() < MANY && last.why_not_above(first, kind).is_some());
    }
}

#[test]
fn law_34_every_question_of_a_million_adorned_posts() {
    let asked = || {
        let org = Organisation::try_from(adorned()).expect("sound");
        let (first, last) = (
            org.post("p0").expect("a post"),
            org.post("p999999").expect("a post"),
        );
        [first, last].into_iter().for_each(ask_post);
        ask_walks(&org, first, last);
        let board = org.post("board").expect("a post");
        assert_eq!(
            (count(board.members()), board.chair()),
            (MANY / FEW, Some(first))
        );
        let collective = board.collective().expect("a body");
        assert!(collective.superiors().count() <= 3 && !format!("{collective}").is_empty());
        assert_eq!(count(first.chairs()), 1);
        let unit = org.unit("u").expect("a unit");
        assert_eq!((unit.posts_within().len(), count(unit.units())), (MANY, 1));
        let head = org.headships().next().expect("a headship");
        assert!(head.posts().count() < MANY && !head.covers().is_empty());
        assert_eq!(org.inside().count(), MANY + 1);
        assert_eq!(
            (count(org.top_units()), count(org.top_professions())),
            (1, 1)
        );
        let again = org.to_document();
        assert_eq!(count(again.posts()), MANY + 1);
        let graph = org.to_petgraph();
        assert_eq!(
            (graph.node_count(), graph.edge_count() > MANY),
            (MANY + 1, true)
        );
        assert_eq!(org.post_at_node(last.node_index()), Some(last));
        assert_eq!(org.post_at_node(NodeIndex::new(MANY + 1)), None);
        assert!(
            first
                .reports(Operational)
                .map(Line::from)
                .all(|post| post.id() == "p1")
        );
    };
    let thread = thread::Builder::new().stack_size(256 * 1024).spawn(asked);
    thread.expect("a thread").join().expect("no panic");
}
