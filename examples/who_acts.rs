//! Who acts for whom today?
//!
//! Without `--for` it prints every post whose seat is covered; with it, who acts
//! for that one, and everyone who was considered. Files as in `who_reports_to_whom`.

mod common {
    pub(crate) mod asked;
    pub(crate) mod covers;
    pub(crate) mod day;
    pub(crate) mod one_line;
    pub(crate) mod reading;
    pub(crate) mod telling;
}

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use common::{asked::Usage, covers, day, reading::read, telling::finish};

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
};

fn print() -> Result<(), Box<dyn Error>> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let Some(asked) = USAGE.asked()? else {
        writeln!(out, "{USAGE}")?;
        return Ok(out.flush()?);
    };
    let read = read(&asked)?;
    let org = &read.organisation;
    let away = day::away(org, &asked, &USAGE)?;
    let matter = asked.value("--on").map(|id| org.matter(id)).transpose()?;
    let post = asked.value("--for").map(|id| org.post(id)).transpose()?;
    read.tell_problems();
    match post {
        Some(post) => covers::write_one(&mut out, post, matter, &away)?,
        None => covers::write_all(&mut out, org, matter, &away)?,
    }
    if !read.remarks.is_empty() {
        writeln!(out, "\n{}", read.remarks.join("\n"))?;
    }
    Ok(out.flush()?)
}

fn main() -> ExitCode {
    finish(print())
}
