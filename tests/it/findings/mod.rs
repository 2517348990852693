//! Findings: each rule where it fires, and where it must not.

mod allowed;
mod deputies;
mod entries;
mod figures;
mod heads;
mod holders;
mod lines;
mod published;
mod settings;
mod trust;

use answerable::{Document, Finding, FindingCode, Organisation, Post};

fn from_toml(text: &str) -> Organisation {
    let document = Document::from_toml(text).expect("TOML that can be read");
    Organisation::try_from(document).expect("a sound organisation")
}

/// A finding in a line: the sentence, the posts it is about, and the others.
fn line(finding: &Finding<'_>) -> String {
    let ids = |posts: &[Post<'_>]| -> String {
        let ids: Vec<_> = posts.iter().map(|post| post.id()).collect();
        ids.join(" ")
    };
    let (about, all) = (finding.about(), finding.posts());
    let others = &all[about.len()..];
    let others = if others.is_empty() {
        String::new()
    } else {
        format!(" + {}", ids(others))
    };
    format!("{finding} | {}{others}", ids(about))
}

/// The findings of one code, a line each.
fn found(text: &str, code: FindingCode) -> Vec<String> {
    let org = from_toml(text);
    let findings = org.findings();
    for finding in findings.iter() {
        assert!(finding.to_string().len() <= 2048, "{finding}");
        assert!(!finding.remedy().is_empty());
    }
    findings.of(code).map(line).collect()
}

/// What to do about the first finding of one code.
fn remedy(text: &str, code: FindingCode) -> &'static str {
    let org = from_toml(text);
    let findings = org.findings();
    findings.of(code).next().expect("a finding").remedy()
}

/// What a finding of one code rests on.
fn basis(text: &str, code: FindingCode) -> Vec<String> {
    let org = from_toml(text);
    let findings = org.findings();
    let facts = findings.of(code).flat_map(Finding::rests_on);
    facts.map(|fact| fact.to_string()).collect()
}

const NONE: [&str; 0] = [];
