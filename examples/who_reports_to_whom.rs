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

use answerable::Accountability::{self, Operational};
use answerable::Organisation;

#[derive(Default)]
struct Asked {
    files: Vec<String>,
    kind: Option<Accountability>,
    below: Option<String>,
    depth: Option<usize>,
    salvage: bool,
}

fn asked(mut words: impl Iterator<Item = String>) -> Result<Asked, Box<dyn Error>> {
    let mut asked = Asked::default();
    while let Some(word) = words.next() {
        let mut value = || {
            words
                .next()
                .ok_or_else(|| format!("`{word}` wants a value after it"))
        };
        match word.as_str() {
            "--kind" => {
                let kind = value()?;
                let known = Accountability::from_word(&kind);
                asked.kind = Some(known.ok_or_else(|| {
                    format!("`{kind}` is no kind; there are operational, professional and clinical")
                })?);
            }
            "--below" => asked.below = Some(value()?),
            "--depth" => {
                let depth = value()?;
                let number = depth.parse();
                asked.depth =
                    Some(number.map_err(|_| format!("`{depth}` is no number of layers"))?);
            }
            "--salvage" => asked.salvage = true,
            option if option.starts_with("--") => {
                return Err(format!(
                    "no option `{option}`; there are --kind, --below, --depth, --salvage"
                )
                .into());
            }
            _ => asked.files.push(word),
        }
    }
    Ok(asked)
}

/// "346 posts, 1 top, 5 layers, widest span 17, 0 problems".
fn figures(org: &Organisation, problems: usize) -> String {
    let count =
        |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    format!(
        "{}, {}, {}, widest span {}, {}",
        count(org.inside().count(), "post"),
        count(org.tops(Operational).count(), "top"),
        count(org.layers(Operational), "layer"),
        org.widest_span(Operational),
        count(problems, "problem"),
    )
}

fn print(asked: &Asked) -> Result<(), Box<dyn Error>> {
    let common::Read {
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
        eprintln!("{problem}");
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    if let Some(title) = org.title() {
        writeln!(out, "{title}\n")?;
    }
    writeln!(out, "{tree}")?;
    for kind in Accountability::ALL {
        let unstated = org.unstated(kind).count();
        // A kind that the organisation does not use needs no remark.
        if unstated > 0 && unstated < org.inside().count() {
            let title = org.kind_title(kind);
            writeln!(
                out,
                "{title} superior not stated: {unstated} of {} posts",
                org.inside().count()
            )?;
        }
    }
    for remark in &remarks {
        writeln!(out, "{remark}")?;
    }
    writeln!(out, "{}", figures(&org, problems.len()))?;
    out.flush()?;
    Ok(())
}

fn main() -> ExitCode {
    match asked(std::env::args().skip(1)).and_then(|asked| print(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output may have had enough of it.
        Err(error)
            if error
                .downcast_ref()
                .is_some_and(|e: &io::Error| e.kind() == io::ErrorKind::BrokenPipe) =>
        {
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
