//! What is there to know about a post?
//!
//! It prints one page: to whom the post answers and who answers to it, who stands
//! in, and what is not stated. Files as in `who_reports_to_whom`.

mod common {
    pub(crate) mod asked;
    pub(crate) mod card;
    pub(crate) mod kinds;
    pub(crate) mod one_line;
    pub(crate) mod reading;
    pub(crate) mod telling;
}

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use common::{asked::Usage, card, reading::read, telling::finish};

const USAGE: Usage = Usage {
    call: "role_card [OPTION].. POST",
    options: &[("--salvage", "what is beyond doubt in an unsound file")],
};

fn print() -> Result<(), Box<dyn Error>> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let Some(mut asked) = USAGE.asked()? else {
        writeln!(out, "{USAGE}")?;
        return Ok(out.flush()?);
    };
    if asked.rest.is_empty() {
        return Err(USAGE.misused("no post is named"));
    }
    let id = asked.rest.remove(0);
    let read = read(&asked)?;
    let post = read.organisation.post(&id)?;
    read.tell_problems();
    card::write(&mut out, post)?;
    if !read.remarks.is_empty() {
        writeln!(out, "\n{}", read.remarks.join("\n"))?;
    }
    Ok(out.flush()?)
}

fn main() -> ExitCode {
    finish(print())
}
