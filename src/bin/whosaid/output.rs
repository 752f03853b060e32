//! Standard output, which may be closed before the work is done.

use crate::failure::{Failure, Outcome};
use std::io::{self, ErrorKind, Write};

/// Prints text as it is.
pub fn print(text: &str) -> Result<Outcome, Failure> {
    let mut out = io::stdout().lock();
    finish(out.write_all(text.as_bytes()).and_then(|()| out.flush()), Outcome::Done)
}

/// Ends a command whose output was written, or not. A reader that has seen enough (`| head`) is no failure.
pub fn finish(written: io::Result<()>, outcome: Outcome) -> Result<Outcome, Failure> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::Broken(format!("standard output: {error}")))
        }
        _ => Ok(outcome),
    }
}
