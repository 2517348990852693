//! Findings in published returns.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use answerable::{
    Accountability::Operational, Finding, FindingCode, Organisation, Organogram, PostKind,
};

/// The returns as published, where they are at hand.
fn returns() -> Vec<(String, Organogram)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/organograms");
    let Ok(facts) = fs::read_to_string(folder.join("facts.json")) else {
        println!("skipped: there are no returns in {}", folder.display());
        return Vec::new();
    };
    let facts: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&facts).expect("the facts");
    let names = facts.into_iter().map(|(name, _)| name);
    let bytes = |name: &str, which| fs::read(folder.join(format!("{name}-{which}.csv")));
    let read = names.filter_map(|name| {
        let (senior, junior) = (bytes(&name, "senior").ok()?, bytes(&name, "junior").ok()?);
        Some((name, Organogram::read_with_junior(&senior, &junior).ok()?))
    });
    read.collect()
}

#[test]
fn returns_run_through_every_rule() {
    for (name, organogram) in returns() {
        let org = Organisation::salvage(organogram.into_document()).organisation;
        let findings = org.findings();
        let codes: Vec<_> = findings.iter().map(Finding::code).collect();
        assert!(codes.is_sorted(), "{name}");
        for finding in findings.iter() {
            let said = finding.to_string();
            assert!(
                !said.is_empty() && said.len() <= 2048 && !said.contains('\n'),
                "{said}"
            );
            let rests = finding.rests_on();
            assert!(!rests.is_empty(), "{name}: {said}");
        }
        // Two rules asked another way.
        let about = |code| -> BTreeSet<&str> {
            let of_code = findings.of(code);
            of_code
                .flat_map(Finding::about)
                .map(|post| post.id())
                .collect()
        };
        let individual = || {
            org.posts()
                .filter(|post| post.kind() == PostKind::Individual)
        };
        let unstated = individual().filter(|post| post.superior(Operational).is_unstated());
        let unstated: BTreeSet<_> = unstated.map(answerable::Post::id).collect();
        assert_eq!(about(FindingCode::SuperiorNotStated), unstated, "{name}");
        let led = individual().filter(|post| post.span(Operational) > 0);
        let led: BTreeSet<_> = led.map(answerable::Post::id).collect();
        assert_eq!(
            about(FindingCode::NoDeputy),
            led,
            "{name}: returns name no deputies"
        );
        assert_eq!(findings.of(FindingCode::HollowCover).count(), 0);
    }
}
