//! Is the organisation sound, and what should someone look at?
//!
//! It prints the problems of an unsound file, or the findings in a sound one. A
//! file is as for `who_reports_to_whom`. It exits with 0 where nothing is found or
//! all of it is allowed, with 1 on problems, with 2 on findings.

mod common {
    pub(crate) mod asked;
    pub(crate) mod document;
    pub(crate) mod findings;
    pub(crate) mod one_line;
    pub(crate) mod telling;
}

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use answerable::Organisation;

use common::asked::Usage;
use common::{document::document, findings::write_findings, telling::finish};

const USAGE: Usage = Usage {
    call: "check",
    options: &[],
};

/// What the exit says: problems, findings.
const PROBLEMS: u8 = 1;
const FINDINGS: u8 = 2;

fn check() -> Result<ExitCode, Box<dyn Error>> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let Some(asked) = USAGE.asked()? else {
        writeln!(out, "{USAGE}")?;
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    };
    let (document, remarks) = document(&asked.rest)?;
    for remark in &remarks {
        writeln!(out, "{remark}")?;
    }
    let code = match Organisation::try_from(document) {
        Err(invalid) => {
            writeln!(out, "{invalid}")?;
            ExitCode::from(PROBLEMS)
        }
        Ok(org) => {
            let findings = org.findings();
            write_findings(&mut out, &org, &findings)?;
            if findings.is_empty() {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(FINDINGS)
            }
        }
    };
    out.flush()?;
    Ok(code)
}

fn main() -> ExitCode {
    check().unwrap_or_else(|error| finish(Err(error)))
}
