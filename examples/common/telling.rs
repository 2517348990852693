//! What goes wrong, said on standard error.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

/// Says on standard error what went wrong, if anything did.
pub(crate) fn finish(result: Result<(), Box<dyn Error>>) -> ExitCode {
    let Err(error) = result else {
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

/// Writes a line to standard error, if anybody reads it.
pub(crate) fn tell(line: &dyn std::fmt::Display) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
