//! Who acts for whom today?
//!
//! Without `--for` it prints every post whose seat is covered; with it, who acts
//! for that one, and everyone who was considered. Files as in `who_reports_to_whom`.

mod common {
    pub(crate) mod asked;
    pub(crate) mod covers;
    pub(crate) mod day;
    pub(crate) mod document;
    pub(crate) mod near;
    pub(crate) mod one_line;
    pub(crate) mod reading;
    pub(crate) mod telling;
}

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use common::asked::{Asked, Usage};
use common::telling::{Out, run};
use common::{covers, day, reading::read};

const USAGE: Usage = Usage {
    call: "who_acts [OPTION]..",
    options: &[
        ("--absent POST..", "this post is absent"),
        ("--away HOLDER..", "this holder, by name or id, is away"),
        (
            "--nominate POST=POST..",
            "the first is covered by the second",
        ),
        ("--for POST", "only this post, with everyone considered"),
        ("--on MATTER", "on this matter, not in general"),
        ("--salvage", "what is beyond doubt in an unsound file"),
    ],
    note: "",
    failure: 1,
};

fn print(asked: &Asked, out: &mut Out) -> Result<(), Box<dyn Error>> {
    let read = read(asked, &asked.rest)?;
    let org = &read.organisation;
    let away = day::away(org, asked, &USAGE)?;
    let matter = asked.value("--on").map(|id| org.matter(id)).transpose()?;
    let post = asked.value("--for").map(|id| org.post(id)).transpose()?;
    read.tell_problems();
    match post {
        Some(post) => covers::write_one(out, post, matter, &away)?,
        None => covers::write_all(out, org, matter, &away)?,
    }
    if !read.remarks.is_empty() {
        writeln!(out, "\n{}", read.remarks.join("\n"))?;
    }
    Ok(())
}

fn main() -> ExitCode {
    run(&USAGE, print)
}
