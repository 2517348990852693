//! What does the organisation look like?
//!
//! It writes a chart to a file, as SVG unless it is asked for otherwise. Files as
//! in `who_reports_to_whom`.

mod common {
    pub(crate) mod asked;
    pub(crate) mod document;
    pub(crate) mod near;
    pub(crate) mod one_line;
    pub(crate) mod picture;
    pub(crate) mod reading;
    pub(crate) mod telling;
    pub(crate) mod words;
}

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use common::asked::{Asked, Usage};
use common::telling::{Out, run, tell};
use common::{document::about, one_line::one_line, picture, reading::read};

const USAGE: Usage = Usage {
    call: "org_chart [OPTION]..",
    options: &[
        ("--dot", "for Graphviz, not as SVG"),
        ("--mermaid", "in Mermaid, which GitHub draws"),
        ("--text", "in words"),
        (
            "--out FILE",
            "to this file (.svg, .dot, .mmd or .txt says in what form); to standard output if it is -",
        ),
        ("--kinds KIND,KIND", "only lines of these kinds"),
        ("--root POST", "only this post and those below it"),
        (
            "--depth N",
            "only so many layers below the tops; 0 shows the tops alone",
        ),
        ("--unit UNIT", "only the posts of this unit"),
        ("--deputies", "with who deputises for whom"),
        (
            "--links",
            "with the links that give no authority; for a part, as of --root",
        ),
        ("--direction DIRECTION", "down or right"),
        ("--colour BY", "unit, profession or none"),
        ("--no-names", "without the holders' names"),
        ("--title TITLE", "under this title"),
        ("--salvage", "what is beyond doubt in an unsound file"),
    ],
    note: "",
    failure: 1,
};

fn print(asked: &Asked, out: &mut Out) -> Result<(), Box<dyn Error>> {
    let form = picture::form(asked, &USAGE)?;
    let read = read(asked, &asked.rest)?;
    let mut chart = picture::chart(&read.organisation, asked)?;
    if !read.problems.is_empty() {
        chart = chart.noting("What is beyond doubt in an unsound document");
    }
    let picture = form.of(&chart)?;
    read.tell_problems();
    if read.organisation.posts().len() == 0 {
        return Err(about(&asked.rest, &"no posts to draw").into());
    }
    let file = asked.value("--out").unwrap_or(form.file());
    if file == "-" {
        read.remarks.iter().for_each(|remark| tell(remark));
        return Ok(picture.write_to(out)?);
    }
    picture.write_file(file)?;
    writeln!(out, "wrote {}", one_line(file))?;
    if let Some((wide, high)) = picture.too_large() {
        writeln!(
            out,
            "it is {wide} by {high} pixels, which some programs do not open; --root, --unit or --depth draws a part"
        )?;
    }
    for remark in &read.remarks {
        writeln!(out, "{remark}")?;
    }
    Ok(())
}

fn main() -> ExitCode {
    run(&USAGE, print)
}
