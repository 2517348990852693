//! Law 34: no input is too deep or too wide for a small stack.

use std::fmt::Write;
use std::thread;

use answerable::{
    Accountability::{self, Clinical, Operational, Professional},
    Document, HeadshipRecord, Line, Organisation, PostRecord, ProblemKind, ProfessionRecord,
    Salvage, UnitRecord,
};

const MANY: usize = 1_000_000;

/// Runs `test` with a stack of 256 KiB.
pub(super) fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(256 * 1024).spawn(test);
    thread.expect("a thread").join().expect("no panic");
}

/// A document of this many posts, each answering to what `superior` gives.
fn json(count: usize, superior: impl Fn(usize) -> Option<usize>) -> String {
    let mut text = String::from("{\"post\": {");
    for post in 0..count {
        let comma = if post > 0 { "," } else { "" };
        write!(text, "{comma}\n\"p{post}\": {{\"title\": \"Post\"").expect("text is written");
        if let Some(above) = superior(post) {
            write!(text, ", \"operational\": \"p{above}\"").expect("text is written");
        }
        text.push('}');
    }
    text + "\n}}"
}

fn read(text: &str) -> Document {
    serde_json::from_str(text).expect("JSON with a table at the top")
}

/// Asks what can be asked of a whole and of its two ends.
fn ask(org: &Organisation, first: &str, last: &str) {
    let (first, last) = (
        org.post(first).expect("it is there"),
        org.post(last).expect("it is there"),
    );
    for kind in Accountability::ALL {
        assert_eq!(last.chain(kind).count(), last.depth(kind));
        assert_eq!(first.below(kind).len(), first.below(kind).rev().count());
        assert_eq!(first.reports(kind).count(), first.span(kind));
        assert_eq!(
            first.is_above(last, kind),
            last.chain(kind).any(|line| line.to() == first)
        );
        assert_eq!(
            first.nearest_common_superior(last, kind).is_some(),
            first.is_above(last, kind)
        );
        let deepest = org.posts().map(|post| post.depth(kind)).max().unwrap_or(0);
        assert_eq!(org.layers(kind), deepest + 1);
        assert_eq!(
            org.posts().map(|post| post.span(kind)).max(),
            Some(org.widest_span(kind))
        );
        assert_eq!(
            first.layers(kind),
            first
                .below(kind)
                .map(|post| post.depth(kind))
                .max()
                .unwrap_or(0)
                + 1
        );
        assert_eq!(first.span_by_rule(kind), 0);
        assert!(last.chain(kind).to_string().starts_with("Post"));
        assert_eq!(last.chain(kind).rests_on().len(), last.depth(kind));
        assert_eq!(last.chain(kind).standing().is_some(), last.depth(kind) > 0);
        let why = last.chain(kind).why();
        assert_eq!(why.steps().len(), last.depth(kind));
        assert_eq!(why.ends_at().depth(kind), 0);
        assert!(why.to_string().ends_with("superior is not stated"));
        let why_not = last.why_not_above(first, kind).expect("it is the last");
        assert!(why_not.to_string().matches(" → ").count() <= 4);
        assert!(last.parting(kind, Clinical).is_some() == (last.depth(kind) > 0));
        assert!(first.tree(kind).to_depth(2).to_string().starts_with("Post"));
        assert_eq!(
            org.tops(kind).count()
                + org.unstated(kind).count()
                + org
                    .posts()
                    .filter(|post| post.superior(kind).is_known())
                    .count(),
            MANY
        );
    }
    assert!(org.post("nobody").is_err());
    assert_eq!(
        last.also().chain(last.lines()).map(Line::to).count(),
        usize::from(last.depth(Operational) > 0)
    );
}

/// What every value can do.
fn use_up(org: Organisation) {
    assert!(!format!("{org:?}").is_empty());
    let again = org.clone();
    assert!(again == org);
    drop(again);
    drop(org);
}

#[test]
fn law_34_a_chain_of_a_million_from_json() {
    on_a_small_stack(|| {
        let org =
            Organisation::try_from(read(&json(MANY, |post| post.checked_sub(1)))).expect("sound");
        assert_eq!(org.layers(Operational), MANY);
        ask(&org, "p0", "p999999");
        use_up(org);
    });
}

#[test]
fn law_34_a_star_of_a_million_from_json() {
    on_a_small_stack(|| {
        let org = Organisation::try_from(read(&json(MANY, |post| (post > 0).then_some(0))))
            .expect("sound");
        assert_eq!(org.widest_span(Operational), MANY - 1);
        ask(&org, "p0", "p999999");
        use_up(org);
    });
}

#[test]
fn law_34_a_chain_of_a_million_backwards_from_records() {
    on_a_small_stack(|| {
        let records = (0..MANY).map(|post| {
            let record = PostRecord::new(format!("p{post}"), "Post");
            if post + 1 < MANY {
                record.accountable_to(format!("p{}", post + 1), Operational)
            } else {
                record
            }
        });
        let document: Document = records.collect();
        assert!(!format!("{document:?}").is_empty());
        let org = Organisation::try_from(document.clone()).expect("sound");
        drop(document);
        ask(&org, "p999999", "p0");
        use_up(org);
    });
}

#[test]
fn law_34_a_chain_of_a_million_is_saved_and_loaded() {
    on_a_small_stack(|| {
        let org =
            Organisation::try_from(read(&json(MANY, |post| post.checked_sub(1)))).expect("sound");
        let text = serde_json::to_string(&org).expect("it is written");
        let again: Organisation = serde_json::from_str(&text).expect("sound");
        assert!(again == org);
        assert!(org.to_toml().len() > MANY);
    });
}

#[test]
fn law_34_units_and_professions_a_million_deep() {
    on_a_small_stack(|| {
        let mut document = Document::new("Deep");
        for at in 0..MANY {
            let (unit, profession) = (
                UnitRecord::new(format!("u{at}"), "U"),
                ProfessionRecord::new(format!("f{at}"), "F"),
            );
            let outer = at.checked_sub(1);
            document.push_unit(match outer {
                Some(outer) => unit.within(format!("u{outer}")),
                None => unit,
            });
            document.push_profession(match outer {
                Some(outer) => profession.within(format!("f{outer}")),
                None => profession,
            });
        }
        document.push_headship(HeadshipRecord::new(Professional, "u0", "head").of_profession("f0"));
        document
            .push_headship(HeadshipRecord::new(Clinical, "u500000", "head").through_operational());
        document.push_post(PostRecord::new("head", "Head"));
        for id in ["one", "other"] {
            document.push_post(
                PostRecord::new(id, "Post")
                    .in_unit("u999999")
                    .of_profession("f999999"),
            );
        }
        let org = Organisation::try_from(document).expect("sound");
        let (head, one) = (
            org.get("head").expect("it is there"),
            org.get("one").expect("it is there"),
        );
        for kind in [Professional, Clinical] {
            let line = one.superior(kind).line().expect("a line by rule");
            assert_eq!((line.to(), head.span_by_rule(kind)), (head, 2));
            assert!(line.rests_on().len() > MANY / 2);
            assert!(
                !line.to_string().is_empty() && line.standing() == answerable::Standing::Inferred
            );
        }
        let deep = org.unit("u999999").expect("it is there");
        assert!(
            org.unit("u0")
                .is_ok_and(|unit| unit.is_around(deep) && unit.posts_within().len() == 2)
        );
        use_up(org);
    });
}

#[test]
fn law_34_a_circle_of_a_hundred_thousand() {
    const ROUND: usize = 100_000;
    on_a_small_stack(|| {
        let document = read(&json(ROUND, |post| Some((post + 1) % ROUND)));
        let Salvage {
            organisation,
            problems,
            ..
        } = Organisation::salvage(document.clone());
        assert_eq!(problems.len(), 1);
        let ProblemKind::Circle { steps, .. } = problems[0].kind() else {
            unreachable!("{problems:?}")
        };
        assert_eq!((steps.len(), problems[0].left_out().len()), (ROUND, ROUND));
        assert!(
            steps
                .iter()
                .enumerate()
                .all(|(at, step)| step.post == format!("p{at}"))
        );
        assert!(problems[0].to_string().len() < 2048);
        assert_eq!(organisation.unstated(Operational).count(), ROUND);
        let invalid = Organisation::try_from(document).expect_err("a circle");
        assert_eq!(invalid.clone().problems(), problems);
        use_up(organisation);
    });
}

#[test]
fn law_34_containment_circles_and_chains_of_faults() {
    const ROUND: usize = 100_000;
    on_a_small_stack(|| {
        let mut document = Document::new("Round");
        for at in 0..ROUND {
            document.push_unit(
                UnitRecord::new(format!("u{at}"), "U").within(format!("u{}", (at + 1) % ROUND)),
            );
            document.push_post(
                PostRecord::new(format!("p{at}"), "P")
                    .in_unit(format!("u{at}"))
                    .accountable_to(format!("x{at}"), Clinical),
            );
        }
        document.push_headship(HeadshipRecord::new(Professional, "u7", "p7"));
        let Salvage {
            organisation,
            problems,
            ..
        } = Organisation::salvage(document);
        assert_eq!(problems.len(), 1 + ROUND);
        assert_eq!(organisation.unstated(Professional).count(), ROUND);
        assert!(
            problems
                .iter()
                .all(|problem| problem.to_string().len() < 2048)
        );
        use_up(organisation);
    });
}

#[test]
fn law_34_nesting_without_end_is_refused() {
    on_a_small_stack(|| {
        let deep = 100_000;
        let lists = "[".repeat(deep);
        let tables = "{ a = ".repeat(deep);
        let dotted = "a.".repeat(deep);
        for text in [
            format!("a = {lists}"),
            format!("a = {lists}{}", "]".repeat(deep)),
            format!("a = {tables}"),
            format!("{dotted}a = 1"),
            format!("[{dotted}a]"),
            format!("[[{dotted}a]]"),
            format!("a = {{ {dotted}a = 1 }}"),
            format!("findings = {lists}{}", "]".repeat(deep)),
        ] {
            assert!(
                Document::from_toml(&text)
                    .map_or(true, |document| Organisation::try_from(document).is_err())
            );
        }
        let settings = format!(
            "{{\"findings\": {}1{}}}",
            "{\"a\":".repeat(deep),
            "}".repeat(deep)
        );
        for text in [format!("{{\"a\": {lists}"), settings] {
            let document: Result<Document, _> = serde_json::from_str(&text);
            assert!(document.map_or(true, |document| Organisation::try_from(document).is_err()));
        }
    });
}
