//! What someone should look at, code by code.

use std::collections::HashSet;
use std::io::{self, Write};

use answerable::{Finding, FindingCode, Findings, Organisation, Subject, UnknownWord};

use super::asked::Asked;
use super::one_line::one_line;

/// The codes that a call of `check` names.
pub(crate) struct Codes {
    only: Vec<FindingCode>,
    allow: Vec<FindingCode>,
}

impl Codes {
    /// Those of `--only` and `--allow`.
    pub(crate) fn of(asked: &Asked) -> Result<Self, UnknownWord> {
        let codes = |option| {
            let words = asked.values(option);
            words.map(str::parse).collect::<Result<_, _>>()
        };
        Ok(Self {
            only: codes("--only")?,
            allow: codes("--allow")?,
        })
    }
}

/// The findings asked for: those to look at, and those allowed, with why.
pub(crate) struct Sorted<'f, 'o> {
    found: Vec<&'f Finding<'o>>,
    allowed: Vec<(&'f Finding<'o>, &'f str)>,
}

impl<'f, 'o> Sorted<'f, 'o> {
    pub(crate) fn of(findings: &'f Findings<'o>, codes: &Codes) -> Self {
        let is_asked = |of: &Finding<'_>| codes.only.is_empty() || codes.only.contains(&of.code());
        let found = findings.iter().filter(|finding| is_asked(finding));
        let (here, found): (Vec<_>, Vec<_>) =
            found.partition(|finding| codes.allow.contains(&finding.code()));
        let allowed = findings.allowed().filter(|(finding, _)| is_asked(finding));
        let here = here.into_iter().map(|finding| (finding, "by --allow"));
        let allowed = allowed.chain(here).collect();
        Self { found, allowed }
    }

    /// Whether there is nothing to look at.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    fn of_code(&self, code: FindingCode) -> impl Iterator<Item = &'f Finding<'o>> {
        let found = self.found.iter().copied();
        found.filter(move |finding| finding.code() == code)
    }
}

/// The findings under their codes, with what to do and how many ask for that; then
/// those allowed, with why.
pub(crate) fn write_findings(
    out: &mut impl Write,
    org: &Organisation,
    findings: &Sorted<'_, '_>,
) -> io::Result<()> {
    if let Some(title) = org.title() {
        writeln!(out, "{}\n", one_line(title))?;
    }
    let mut codes = 0;
    for &code in FindingCode::ALL {
        codes += usize::from(findings.of_code(code).next().is_some());
        // Together what asks for the same, in the order of the first.
        let mut remedies: Vec<&str> = findings.of_code(code).map(Finding::remedy).collect();
        let mut seen = HashSet::new();
        remedies.retain(|remedy| seen.insert(*remedy));
        for remedy in remedies {
            let alike = findings.of_code(code);
            let alike = alike.filter(|of| of.remedy() == remedy);
            let alike: Vec<&Finding<'_>> = alike.collect();
            writeln!(out, "{code} ({}): {remedy}", alike.len())?;
            for finding in alike {
                writeln!(out, "  {finding}{}", ids(finding))?;
            }
            writeln!(out)?;
        }
    }
    let (found, allowed) = (findings.found.len(), findings.allowed.len());
    if allowed > 0 {
        writeln!(out, "allowed ({allowed}):")?;
        for (finding, why) in &findings.allowed {
            let code = finding.code();
            let ids = ids(finding);
            writeln!(out, "  {code}: {finding}{ids} (allowed: {})", one_line(why))?;
        }
        writeln!(out)?;
    }
    let of_codes = match codes {
        0 => String::new(),
        1 => " of one code".to_owned(),
        codes => format!(" of {codes} codes"),
    };
    let findings = if found == 1 { "finding" } else { "findings" };
    writeln!(out, "{found} {findings}{of_codes}; {allowed} allowed")
}

/// The ids by which an allowance would name its posts, and those of what else it
/// concerns, the first few of many: several may have one title.
fn ids(finding: &Finding<'_>) -> String {
    const MOST: usize = 5;
    let posts = finding.about().iter().map(|post| post.id().to_owned());
    let subjects = finding.subjects().iter().filter_map(subject);
    let parts = [posts.collect::<Vec<_>>(), subjects.collect()];
    let parts = parts.into_iter().filter(|ids| !ids.is_empty());
    let parts = parts.map(|mut ids| {
        if ids.len() > MOST {
            ids.truncate(MOST);
            ids.push("...".to_owned());
        }
        ids.join(", ")
    });
    match parts.collect::<Vec<_>>().join("; ") {
        none if none.is_empty() => none,
        ids => format!(" [{}]", one_line(&ids)),
    }
}

/// In which table a subject stands, and under which id; a headship has none.
fn subject(subject: &Subject<'_>) -> Option<String> {
    Some(match subject {
        Subject::Unit(unit) => format!("unit {}", unit.id()),
        Subject::Profession(profession) => format!("profession {}", profession.id()),
        Subject::Matter(matter) => format!("matter {}", matter.id()),
        Subject::Source(source) => format!("source {}", source.id()),
        _ => return None,
    })
}
