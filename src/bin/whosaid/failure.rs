//! How a command ends.

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

/// How a command ended that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All of it: exit status 0.
    Done,
    /// A part was refused, and said so on standard error; the rest was done: exit status 1.
    SomeRefused,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::SomeRefused => Self::from(1),
        }
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// The command line is wrong: exit status 2.
    Usage(String),
    /// Nothing could be written or read any more: exit status 3.
    Broken(String),
}

impl Failure {
    /// Says why on standard error.
    pub fn print(&self) {
        match self {
            Self::Usage(message) => complain(message.trim_end()),
            Self::Broken(message) => complain(format_args!("whosaid: {message}")),
        }
    }
}

impl From<Failure> for ExitCode {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Usage(_) => Self::from(2),
            Failure::Broken(_) => Self::from(3),
        }
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(format!("whosaid: {error}; whosaid --help lists what there is"))
    }
}

/// Writes a line to standard error; where nobody listens, there is nobody to tell.
pub fn complain(message: impl Display) {
    crate::progress::clear();
    let _ = writeln!(std::io::stderr(), "{message}");
}
