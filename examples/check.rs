//! Is the organisation sound, and what should someone look at?
//!
//! It prints the problems of an unsound file, or the findings in a sound one. A
//! file is as for `who_reports_to_whom`. It exits with 0 where nothing is found or
//! all of it is allowed, with 1 on problems, with 2 on findings.

mod common {
    pub(crate) mod asked;
    pub(crate) mod document;
    pub(crate) mod findings;
    pub(crate) mod near;
    pub(crate) mod one_line;
    pub(crate) mod telling;
}

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use answerable::Organisation;

use common::asked::{Asked, Usage};
use common::telling::{Out, has_had_enough, run};
use common::{document::document, findings::write_findings};

const USAGE: Usage = Usage {
    call: "check",
    options: &[],
    note: "",
    failure: 1,
};

/// How it exits where nothing is found, on problems and on findings, whether or not
/// anybody reads to the end.
const SOUND: u8 = 0;
const PROBLEMS: u8 = 1;
const FINDINGS: u8 = 2;

fn print(asked: &Asked, out: &mut Out) -> Result<ExitCode, Box<dyn Error>> {
    let (document, remarks) = document(&asked.rest)?;
    let mut remarks = remarks.iter();
    let remarked = remarks.try_for_each(|remark| writeln!(out, "{remark}"));
    let (code, written) = match Organisation::try_from(document) {
        Ok(org) => {
            let findings = org.findings();
            let code = if findings.is_empty() { SOUND } else { FINDINGS };
            let written = remarked.and_then(|()| write_findings(out, &org, &findings));
            (code, written)
        }
        Err(invalid) => (PROBLEMS, remarked.and_then(|()| writeln!(out, "{invalid}"))),
    };
    match written {
        Err(error) if !has_had_enough(&error) => Err(error.into()),
        _ => Ok(ExitCode::from(code)),
    }
}

fn main() -> ExitCode {
    run(&USAGE, print)
}
