//! `whosaid schema`: the JSON Schema of a report.

use crate::failure::{Failure, Outcome};
use crate::output;

/// What `--help` prints.
pub const HELP: &str = "\
Prints the JSON Schema of a report (draft 2020-12).

Usage: whosaid schema

Exit status: 0 it was printed; 2 the command line is wrong; 3 output broke off.
";

/// Runs the command.
pub fn run(mut parser: lexopt::Parser) -> Result<Outcome, Failure> {
    if let Some(argument) = parser.next()? {
        return Err(argument.unexpected().into());
    }
    let schema = serde_json::to_string_pretty(&whosaid::export::json_schema());
    let schema = schema.map_err(|error| Failure::Broken(error.to_string()))?;
    output::print(&(schema + "\n"))
}
