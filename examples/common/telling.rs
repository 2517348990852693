//! What is asked for, on standard output, and what goes wrong, on standard error.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use super::asked::{Asked, Usage};

/// Where what is asked for is printed.
pub(crate) type Out = io::BufWriter<io::StdoutLock<'static>>;

/// Prints the answer to what is asked.
type Print = fn(&Asked, &mut Out) -> Result<(), Box<dyn Error>>;

/// Runs the program; says on standard error what went wrong, if anything did.
pub(crate) fn run(usage: &Usage, print: Print) -> ExitCode {
    let Err(error) = answer(usage, print) else {
        return ExitCode::SUCCESS;
    };
    // Whoever reads the output may have had enough of it.
    if error
        .downcast_ref()
        .is_some_and(|e: &io::Error| e.kind() == io::ErrorKind::BrokenPipe)
    {
        return ExitCode::SUCCESS;
    }
    tell(&error);
    ExitCode::FAILURE
}

/// Prints what is asked for, or the usage.
fn answer(usage: &Usage, print: Print) -> Result<(), Box<dyn Error>> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match usage.asked()? {
        Some(asked) => print(&asked, &mut out)?,
        None => writeln!(out, "{usage}")?,
    }
    Ok(out.flush()?)
}

/// Writes a line to standard error, if anybody reads it.
pub(crate) fn tell(line: &dyn std::fmt::Display) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
