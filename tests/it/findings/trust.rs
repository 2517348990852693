//! The findings of the fictional trust: what its job descriptions leave open.

use std::fs;
use std::path::Path;

use answerable::{Finding, FindingCode};

use super::from_toml;

#[test]
fn the_trust_shows_what_is_left_open() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/trust.toml");
    let text = fs::read_to_string(file).expect("the trust");
    let org = from_toml(&text);
    let findings = org.findings();
    let counts: Vec<_> = FindingCode::ALL
        .iter()
        .copied()
        .map(|code| (code.as_str(), findings.of(code).count()))
        .filter(|(_, count)| *count > 0)
        .collect();
    assert_eq!(
        counts,
        [
            ("superior-not-stated", 5),
            ("several-tops", 1),
            ("no-deputy", 4),
            ("nobody-if-absent", 3),
            ("first-call-twice", 3),
            ("profession-without-head", 4),
            ("body-without-chair", 3),
            ("span-of-one", 5),
            ("matter-unused", 5),
            ("assumed-facts", 40),
        ]
    );
    let open = findings.of(FindingCode::SuperiorNotStated);
    let open: Vec<_> = open
        .flat_map(Finding::about)
        .map(|post| post.id())
        .collect();
    assert_eq!(
        open,
        [
            "medical-examiner",
            "general-manager",
            "hr-business-partner",
            "childrens-therapies-manager",
            "general-manager-adults",
        ]
    );
    assert_eq!(findings.allowed().len(), 0);
    // One after another, by code.
    let codes: Vec<_> = findings.iter().map(Finding::code).collect();
    assert!(codes.is_sorted());
    // Asked again, and of the same saved and read, it is the same, byte for byte.
    let lines = |findings: &answerable::Findings<'_>| -> Vec<String> {
        findings.iter().map(super::line).collect()
    };
    assert_eq!(lines(&org.findings()), lines(&findings));
    assert_eq!(
        lines(&from_toml(&org.to_toml()).findings()),
        lines(&findings)
    );
    // Each rests on something, and each fact is told by somebody.
    for finding in findings.iter() {
        assert!(!finding.rests_on().is_empty(), "{finding}");
    }
}
