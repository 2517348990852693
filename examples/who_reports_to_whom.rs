//! Who reports to whom?
//!
//! Without a file it prints a fictional NHS trust. A file is `.toml`, `.json`, or
//! the `.csv` of senior posts of an organogram, with that of its junior posts.

mod common {
    pub(crate) mod asked;
    pub(crate) mod document;
    pub(crate) mod figures;
    pub(crate) mod ids;
    pub(crate) mod kinds;
    pub(crate) mod near;
    pub(crate) mod one_line;
    pub(crate) mod reading;
    pub(crate) mod telling;
    pub(crate) mod words;
}

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use answerable::Accountability::Operational;

use common::asked::{Asked, Usage};
use common::telling::{Out, run, tell};
use common::{figures, ids, one_line::one_line, reading::read, words};

const USAGE: Usage = Usage {
    call: "who_reports_to_whom [OPTION]..",
    options: &[
        ("--kind KIND", "professional or clinical, not operational"),
        ("--below POST", "only this post and those below it"),
        (
            "--depth N",
            "only so many layers below the tops; 0 shows the tops alone",
        ),
        ("--ids", "the posts with their ids, not as a tree"),
        ("--salvage", "what is beyond doubt in an unsound file"),
    ],
    note: "",
    failure: 1,
};

fn print(asked: &Asked, out: &mut Out) -> Result<(), Box<dyn Error>> {
    let read = read(asked, &asked.rest)?;
    let org = &read.organisation;
    let kind = asked.value("--kind").map_or(Ok(Operational), words::kind)?;
    let from = asked.value("--below").map(|id| org.post(id)).transpose()?;
    let depth = asked.value("--depth").map(words::layers).transpose()?;
    read.tell_problems();
    if asked.value("--ids").is_some() {
        read.remarks.iter().for_each(|remark| tell(remark));
        return Ok(ids::write_ids(out, org, kind, from, depth)?);
    }
    let mut tree = from.map_or_else(|| org.tree(kind), |post| post.tree(kind));
    if let Some(layers) = depth {
        tree = tree.to_depth(layers);
    }
    if let Some(title) = org.title() {
        writeln!(out, "{}\n", one_line(title))?;
    }
    writeln!(out, "{tree}")?;
    if from.is_some() {
        writeln!(out, "In the whole organisation:")?;
    }
    for remark in figures::unstated(org).iter().chain(&read.remarks) {
        writeln!(out, "{remark}")?;
    }
    writeln!(out, "{}", figures::figures(org, kind, read.problems.len()))?;
    Ok(())
}

fn main() -> ExitCode {
    run(&USAGE, print)
}
