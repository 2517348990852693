//! Fuzzing: what is fed is made up without end, and each target says what must
//! hold of it. Half of the inputs are grown by a grammar, half are changed from a
//! small corpus.
//!
//! Each target takes two seconds, from the same seed each time. For longer, and
//! from elsewhere:
//!
//! ```text
//! ANSWERABLE_FUZZ_SECONDS=600 ANSWERABLE_FUZZ_SEED=1 \
//!     cargo test --release --test fuzz -- --nocapture toml
//! ```
//!
//! A failing input is made small and shown; `ANSWERABLE_FUZZ_SAVE=FILE` keeps it,
//! and `ANSWERABLE_FUZZ_INPUT=FILE` tries it alone; name one target then.

mod bytes;
mod cover;
mod drawing;
mod findings;
mod grammar;
mod harness;
mod input;
mod promises;
mod questions;
mod readers;
mod returns;
mod tree;
mod words;

macro_rules! targets {
    ($($name:ident: $target:expr;)*) => {
        $(
            #[test]
            fn $name() {
                $target.run();
            }
        )*
    };
}

targets! {
    toml: readers::TOML;
    json: readers::JSON;
    value: readers::VALUE;
    organogram_senior: readers::SENIOR;
    organogram_with_junior: readers::JUNIOR;
    questions: questions::TARGET;
    who_acts: cover::TARGET;
    findings: findings::TARGET;
    dot: drawing::DOT;
    svg: drawing::SVG;
    mermaid: drawing::MERMAID;
    outline: drawing::OUTLINE;
}
