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
use std::io::Write;
use std::process::ExitCode;

use answerable::Organisation;

use common::asked::{Asked, Usage};
use common::telling::{Out, run};
use common::{document::document, findings::write_findings};

const USAGE: Usage = Usage {
    call: "check",
    options: &[],
};

/// How it exits on problems and on findings.
const PROBLEMS: u8 = 1;
const FINDINGS: u8 = 2;

fn print(asked: &Asked, out: &mut Out) -> Result<ExitCode, Box<dyn Error>> {
    let (document, remarks) = document(&asked.rest)?;
    for remark in &remarks {
        writeln!(out, "{remark}")?;
    }
    let org = match Organisation::try_from(document) {
        Ok(org) => org,
        Err(invalid) => {
            writeln!(out, "{invalid}")?;
            return Ok(ExitCode::from(PROBLEMS));
        }
    };
    let findings = org.findings();
    write_findings(out, &org, &findings)?;
    Ok(if findings.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(FINDINGS)
    })
}

fn main() -> ExitCode {
    run(&USAGE, print)
}
