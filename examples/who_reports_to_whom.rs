//! Who reports to whom?
//!
//! ```text
//! cargo run --example who_reports_to_whom -- [FILE [JUNIOR.csv]]
//!     [--kind operational|professional|clinical] [--below POST] [--depth N] [--salvage]
//! ```
//!
//! Without a file it prints a fictional NHS trust. A file is `.toml`, `.json`, or
//! the `.csv` of senior posts of an organogram, with that of its junior posts.

mod common;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use answerable::Accountability::Operational;
use common::asked::{Asked, asked};
use common::{Read, figures};

fn print(asked: &Asked) -> Result<(), Box<dyn Error>> {
    let Read {
        organisation: org,
        problems,
        remarks,
    } = common::read(&asked.files, asked.salvage)?;
    let kind = asked.kind.unwrap_or(Operational);
    let mut tree = match &asked.below {
        Some(id) => org.post(id)?.tree(kind),
        None => org.tree(kind),
    };
    if let Some(depth) = asked.depth {
        tree = tree.to_depth(depth);
    }
    for problem in &problems {
        common::tell(problem);
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    if let Some(title) = org.title() {
        writeln!(out, "{title}\n")?;
    }
    writeln!(out, "{tree}")?;
    for remark in figures::unstated(&org).iter().chain(&remarks) {
        writeln!(out, "{remark}")?;
    }
    writeln!(out, "{}", figures::figures(&org, problems.len()))?;
    out.flush()?;
    Ok(())
}

fn main() -> ExitCode {
    common::finish(asked(std::env::args().skip(1)).and_then(|asked| print(&asked)))
}
