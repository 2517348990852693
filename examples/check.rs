//! Is the organisation sound, and what should someone look at?
//!
//! It prints the problems of an unsound file, or the findings in a sound one. A
//! file is as for `who_reports_to_whom`.

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
use common::document::{about, document};
use common::findings::{Codes, Sorted, write_findings};
use common::telling::{Out, has_had_enough, run};

const USAGE: Usage = Usage {
    call: "check [OPTION]..",
    options: &[
        ("--only CODE..", "only findings of this code"),
        ("--allow CODE..", "as if the file allowed this code"),
    ],
    note: "\n\
        CODE is one that it prints, as `no-deputy`.\n\
        It exits with 0 where nothing is found or all of it is allowed, with 1 on problems\n\
        and with 2 on findings, both of which it prints on standard output; with 3 if it\n\
        cannot check: it is called wrongly, or the file cannot be read or has no posts.",
    failure: 3,
};

/// How it exits where nothing is found, on problems and on findings, whether or not
/// anybody reads to the end.
const SOUND: u8 = 0;
const PROBLEMS: u8 = 1;
const FINDINGS: u8 = 2;

fn print(asked: &Asked, out: &mut Out) -> Result<ExitCode, Box<dyn Error>> {
    let codes = Codes::of(asked)?;
    let (document, remarks) = document(&asked.rest)?;
    let mut remarks = remarks.iter();
    let remarked = remarks.try_for_each(|remark| writeln!(out, "{remark}"));
    let (code, written) = match Organisation::try_from(document) {
        Ok(org) if org.posts().len() == 0 => {
            return Err(about(&asked.rest, &"no posts; nothing to check").into());
        }
        Ok(org) => {
            let findings = org.findings();
            let findings = Sorted::of(&findings, &codes);
            let code = if findings.is_empty() { SOUND } else { FINDINGS };
            let written = remarked.and_then(|()| write_findings(out, &org, &findings));
            (code, written)
        }
        Err(invalid) => {
            let problems = about(&asked.rest, &invalid);
            let written = remarked.and_then(|()| writeln!(out, "{problems}"));
            (PROBLEMS, written)
        }
    };
    match written {
        Err(error) if !has_had_enough(&error) => Err(error.into()),
        _ => Ok(ExitCode::from(code)),
    }
}

fn main() -> ExitCode {
    run(&USAGE, print)
}
