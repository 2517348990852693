//! What must always hold, each law under its number, against an oracle that is
//! naive on purpose and shares nothing with the crate.

mod adorn;
mod asked;
mod conduct;
mod cover;
mod deep;
mod drawing;
mod every;
mod every_kind;
mod facts;
mod findings;
mod headships;
mod hostile;
mod iterators;
mod lines;
mod meaning;
mod messages;
mod oracle;
mod petgraph08;
mod problems;
mod reach;
mod readers;
mod records;
mod rounds;
mod salvage;
mod saving;
mod spoil;
mod strategies;
mod tidy;
mod tree;
mod verdict;
mod written;

use proptest::test_runner::Config;

/// As many cases as `ANSWERABLE_CASES` asks for, or a thousand.
pub(super) fn cases() -> Config {
    let cases = std::env::var("ANSWERABLE_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    Config {
        failure_persistence: None,
        ..Config::with_cases(cases.unwrap_or(1000))
    }
}
