//! What is asked for, on standard output, and what goes wrong, on standard error.

use std::error::Error;
use std::io::{self, Write};
use std::process::{ExitCode, Termination};

use super::asked::{Asked, Usage};

/// Where what is asked for is printed.
pub(crate) type Out = io::BufWriter<io::StdoutLock<'static>>;

/// Prints the answer to what is asked, and gives how the program exits.
type Print<T> = fn(&Asked, &mut Out) -> Result<T, Box<dyn Error>>;

/// Runs the program; says on standard error what went wrong, if anything did.
pub(crate) fn run<T: Termination>(usage: &Usage, print: Print<T>) -> ExitCode {
    let error = match answer(usage, print) {
        Ok(code) => return code,
        Err(error) => error,
    };
    if has_had_enough(&*error) {
        return ExitCode::SUCCESS;
    }
    tell(&error);
    ExitCode::from(usage.failure)
}

/// Whether whoever reads the output has had enough of it.
pub(crate) fn has_had_enough(error: &(dyn Error + 'static)) -> bool {
    let error: Option<&io::Error> = error.downcast_ref();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Prints what is asked for, or the usage.
fn answer<T: Termination>(usage: &Usage, print: Print<T>) -> Result<ExitCode, Box<dyn Error>> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let code = if let Some(asked) = usage.asked()? {
        print(&asked, &mut out)?.report()
    } else {
        writeln!(out, "{usage}")?;
        ExitCode::SUCCESS
    };
    match out.flush() {
        Err(error) if !has_had_enough(&error) => Err(error.into()),
        _ => Ok(code),
    }
}

/// Writes a line to standard error, if anybody reads it.
pub(crate) fn tell(line: &dyn std::fmt::Display) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
