//! Who reports to whom?
//!
//! Without a file it prints a fictional NHS trust. A file is `.toml`, `.json`, or
//! the `.csv` of senior posts of an organogram, with that of its junior posts.

mod common {
    pub(crate) mod asked;
    pub(crate) mod document;
    pub(crate) mod figures;
    pub(crate) mod kinds;
    pub(crate) mod one_line;
    pub(crate) mod reading;
    pub(crate) mod telling;
}

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use answerable::Accountability::{self, Operational};
use answerable::{Organisation, Tree};

use common::asked::{Asked, Usage};
use common::telling::{Out, run};
use common::{figures, one_line::one_line, reading::read};

const USAGE: Usage = Usage {
    call: "who_reports_to_whom [OPTION]..",
    options: &[
        ("--kind KIND", "professional or clinical, not operational"),
        ("--below POST", "only this post and those below it"),
        ("--depth N", "only so many layers"),
        ("--salvage", "what is beyond doubt in an unsound file"),
    ],
};

fn print(asked: &Asked, out: &mut Out) -> Result<(), Box<dyn Error>> {
    let read = read(asked, &asked.rest)?;
    let org = &read.organisation;
    let kind = kind(asked)?;
    let tree = tree(org, kind, asked)?;
    read.tell_problems();
    if let Some(title) = org.title() {
        writeln!(out, "{}\n", one_line(title))?;
    }
    writeln!(out, "{tree}")?;
    if asked.value("--below").is_some() {
        writeln!(out, "In the whole organisation:")?;
    }
    for remark in figures::unstated(org).iter().chain(&read.remarks) {
        writeln!(out, "{remark}")?;
    }
    writeln!(out, "{}", figures::figures(org, kind, read.problems.len()))?;
    Ok(())
}

fn kind(asked: &Asked) -> Result<Accountability, String> {
    asked.value("--kind").map_or(Ok(Operational), |kind| {
        kind.parse().ok().ok_or_else(|| {
            format!("`{kind}` is no kind; there are operational, professional and clinical")
        })
    })
}

/// The tree from `--below`, to `--depth`.
fn tree<'o>(
    org: &'o Organisation,
    kind: Accountability,
    asked: &Asked,
) -> Result<Tree<'o>, Box<dyn Error>> {
    let tree = match asked.value("--below") {
        Some(id) => org.post(id)?.tree(kind),
        None => org.tree(kind),
    };
    let Some(depth) = asked.value("--depth") else {
        return Ok(tree);
    };
    let layers = depth.parse();
    let layers = layers.map_err(|_| format!("`{depth}` is no number of layers"))?;
    Ok(tree.to_depth(layers))
}

fn main() -> ExitCode {
    run(&USAGE, print)
}
