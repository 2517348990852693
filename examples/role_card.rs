//! What is there to know about a post?
//!
//! It prints one page: to whom the post answers and who answers to it, who stands
//! in, and what is not stated. Files as in `who_reports_to_whom`.

mod common {
    pub(crate) mod asked;
    pub(crate) mod card;
    pub(crate) mod document;
    pub(crate) mod kinds;
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
use common::{card, reading::read};

const USAGE: Usage = Usage {
    call: "role_card [OPTION].. POST",
    options: &[("--salvage", "what is beyond doubt in an unsound file")],
    note: "",
    failure: 1,
};

fn print(asked: &Asked, out: &mut Out) -> Result<(), Box<dyn Error>> {
    let Some((id, files)) = asked.rest.split_first() else {
        return Err(USAGE.misused("no post is named"));
    };
    let read = read(asked, files)?;
    let post = read.organisation.post(id)?;
    read.tell_problems();
    card::write(out, post)?;
    if !read.remarks.is_empty() {
        writeln!(out, "\n{}", read.remarks.join("\n"))?;
    }
    Ok(())
}

fn main() -> ExitCode {
    run(&USAGE, print)
}
