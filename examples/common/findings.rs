//! What someone should look at, code by code.

use std::io::{self, Write};

use answerable::{Finding, FindingCode, Findings, Organisation};

use super::one_line::one_line;

/// The findings under their codes, each with its count and what to do; then those
/// allowed, with why.
pub(crate) fn write_findings(
    out: &mut impl Write,
    org: &Organisation,
    findings: &Findings<'_>,
) -> io::Result<()> {
    if let Some(title) = org.title() {
        writeln!(out, "{}\n", one_line(title))?;
    }
    let mut codes = 0;
    for code in FindingCode::ALL {
        let count = findings.of(code).count();
        let Some(first) = findings.of(code).next() else {
            continue;
        };
        codes += 1;
        writeln!(out, "{code} ({count}): {}", first.remedy())?;
        for finding in findings.of(code) {
            writeln!(out, "  {finding}{}", ids(finding))?;
        }
        writeln!(out)?;
    }
    let allowed = findings.allowed();
    if allowed.len() > 0 {
        writeln!(out, "allowed ({}):", allowed.len())?;
        for (finding, why) in allowed {
            let code = finding.code();
            let ids = ids(finding);
            writeln!(out, "  {code}: {finding}{ids} (allowed: {})", one_line(why))?;
        }
        writeln!(out)?;
    }
    let (found, allowed) = (findings.iter().len(), findings.allowed().len());
    let of_codes = match codes {
        0 => String::new(),
        1 => " of one code".to_owned(),
        codes => format!(" of {codes} codes"),
    };
    let findings = if found == 1 { "finding" } else { "findings" };
    writeln!(out, "{found} {findings}{of_codes}; {allowed} allowed")
}

/// The ids by which an allowance would name its posts, the first few of many:
/// several may have one title.
fn ids(finding: &Finding<'_>) -> String {
    const MOST: usize = 5;
    let posts = finding.about();
    let ids = posts.iter().take(MOST).map(|post| post.id());
    let mut ids: Vec<&str> = ids.collect();
    if posts.len() > MOST {
        ids.push("...");
    }
    if ids.is_empty() {
        return String::new();
    }
    format!(" [{}]", one_line(&ids.join(", ")))
}
