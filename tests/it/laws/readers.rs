//! Law 34 through the readers of TOML and of returns: chains, stars and circles of
//! a hundred thousand posts, on a small stack.

use std::fmt::Write;

use answerable::{Accountability::Operational, Document, Organisation, Organogram, ProblemKind};

use super::deep::on_a_small_stack;

const MANY: usize = 100_000;

/// Whom each of so many posts answers to.
type Above = fn(usize) -> Option<usize>;

const CHAIN: Above = |at| at.checked_sub(1);
const STAR: Above = |at| (at > 0).then_some(0);
const CIRCLE: Above = |at| Some((at + 1) % MANY);

fn toml(above: Above) -> Document {
    let mut text = String::new();
    for at in 0..MANY {
        write!(text, "[post.p{at}]\ntitle = \"Post\"\n").expect("text is written");
        if let Some(above) = above(at) {
            writeln!(text, "operational = \"p{above}\"").expect("text is written");
        }
    }
    Document::from_toml(&text).expect("TOML that can be read")
}

fn organogram(above: Above) -> Document {
    let mut text =
        String::from("Post Unique Reference,Name,Job Title,Reports to Senior Post,FTE\n");
    for at in 0..MANY {
        let above = above(at).map_or(String::from("XX"), |above| format!("p{above}"));
        writeln!(text, "p{at},Holder {at},Post,{above},1").expect("text is written");
    }
    let organogram = Organogram::read(text.as_bytes()).expect("a return");
    organogram.into_document()
}

fn through(read: fn(Above) -> Document) {
    on_a_small_stack(move || {
        let [chain, star] = [CHAIN, STAR].map(|above| {
            let read = Organisation::try_from(read(above));
            read.expect("a sound document")
        });
        let last = chain.post("p99999").expect("a post of it");
        assert_eq!(last.chain(Operational).count(), MANY - 1);
        assert_eq!(chain.layers(Operational), MANY);
        let top = star.post("p0").expect("a post of it");
        assert_eq!(
            (top.span(Operational), star.layers(Operational)),
            (MANY - 1, 2)
        );
        let invalid = Organisation::try_from(read(CIRCLE)).expect_err("a circle");
        let [problem] = invalid.problems() else {
            unreachable!("{invalid}")
        };
        let ProblemKind::Circle { steps, .. } = problem.kind() else {
            unreachable!("{problem}")
        };
        assert_eq!(steps.len(), MANY);
    });
}

#[test]
fn law_34_toml_of_a_hundred_thousand_posts() {
    through(toml);
}

#[test]
fn law_34_a_return_of_a_hundred_thousand_posts() {
    through(organogram);
}
