//! Who reports to whom?
//!
//! Without a file it prints a fictional NHS trust. A file is `.toml`, `.json`, or
//! the `.csv` of senior posts of an organogram, with that of its junior posts.

mod common {
    pub(crate) mod asked;
    pub(crate) mod figures;
    pub(crate) mod kinds;
    pub(crate) mod reading;
    pub(crate) mod telling;
    pub(crate) mod tree;
}

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use common::asked::Usage;
use common::{figures, reading::read, telling::finish, tree::tree};

const USAGE: Usage = Usage {
    call: "who_reports_to_whom [OPTION].. [FILE [JUNIOR.csv]]",
    options: &[
        ("--kind KIND", "professional or clinical, not operational"),
        ("--below POST", "only this post and those below it"),
        ("--depth N", "only so many layers"),
        ("--salvage", "what is beyond doubt in an unsound file"),
    ],
};

fn print() -> Result<(), Box<dyn Error>> {
    let asked = USAGE.asked()?;
    let read = read(&asked)?;
    let org = &read.organisation;
    let tree = tree(org, &asked)?;
    read.tell_problems();
    let mut out = io::BufWriter::new(io::stdout().lock());
    if let Some(title) = org.title() {
        writeln!(out, "{title}\n")?;
    }
    writeln!(out, "{tree}")?;
    for remark in figures::unstated(org).iter().chain(&read.remarks) {
        writeln!(out, "{remark}")?;
    }
    writeln!(out, "{}", figures::figures(org, read.problems.len()))?;
    Ok(out.flush()?)
}

fn main() -> ExitCode {
    finish(print())
}
