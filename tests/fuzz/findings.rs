//! What is worth a look.

use std::collections::HashSet;
use std::hint::black_box;

use answerable::{Finding, FindingCode};

use crate::harness::Target;
use crate::{input, promises};

pub(super) const TARGET: Target = Target {
    name: "findings",
    corpus: super::questions::TARGET.corpus,
    grow: input::grown,
    check,
};

fn check(input: &[u8]) {
    let (text, _) = input::split(input);
    let Some(org) = input::organisation(text) else {
        return;
    };
    let findings = org.findings();
    let codes: Vec<_> = findings.iter().map(Finding::code).collect();
    assert!(codes.is_sorted_by_key(|code| FindingCode::ALL.iter().position(|of| of == code)));
    assert_eq!(findings.is_empty(), codes.is_empty());
    let mut seen = HashSet::new();
    let allowed = findings.allowed().map(|(finding, _)| finding);
    for finding in findings.iter().chain(allowed) {
        let said = finding.to_string();
        promises::one_line(&said);
        promises::one_line(finding.remedy());
        assert!(finding.posts().starts_with(finding.about()));
        let about = finding.posts().to_vec();
        let subjects = finding.subjects().to_vec();
        let is_new = seen.insert((finding.code(), about, subjects, said));
        assert!(is_new, "twice: {finding:?}");
        black_box(finding.rests_on());
    }
    let again = org.findings();
    assert!(findings.iter().eq(again.iter()), "not stable");
}
