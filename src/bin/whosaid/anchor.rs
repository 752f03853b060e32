//! `whosaid anchor`: selectors in, what became of their words out.

use crate::failure::{Failure, Outcome};
use crate::input::Place;
use crate::jsonl;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use whosaid::anchor::{AnchorAnswer, Selector, anchor_text};

/// What `--help` prints.
pub const HELP: &str = "\
Finds the words of selectors again in edited texts.

Usage: whosaid anchor --jsonl [--threads N] [FILE]...

Without a file, or where it is -, standard input is read. A line in is
{\"id\", \"text\", \"selector\": {\"exact\", \"prefix\", \"suffix\", \"start\"}}; all of the selector but \"exact\" may be left out. A
line out is {\"id\", \"outcome\", \"start\", \"end\", \"changes\"}, in the same order. The outcome is \"found\" (word for word;
typography may differ), \"changed\" (there in other wording; each change has its \"kind\", the words \"from\" and \"to\", and
where they stand, \"at\") or \"lost\" (start and end are null). Offsets count Unicode scalar values (Python's characters).

  --threads N        how many lines to work on at once (as many as there are processors)

Exit status: 0 all was done; 1 some lines were refused, the others done; 2 the command line is wrong; 3 output or input
broke off.
";

#[derive(Deserialize)]
struct Request {
    id: Value,
    text: String,
    selector: Selector,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a Value,
    #[serde(flatten)]
    answer: AnchorAnswer,
}

/// Runs the command.
pub fn run(mut parser: lexopt::Parser) -> Result<Outcome, Failure> {
    use lexopt::prelude::*;
    let mut places = Vec::new();
    let mut is_jsonl = false;
    let mut threads = std::thread::available_parallelism().map_or(1, usize::from);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("jsonl") => is_jsonl = true,
            Long("threads") => threads = parser.value()?.parse()?,
            Value(file) => places.push(Place::of(&file)),
            _ => return Err(argument.unexpected().into()),
        }
    }
    if !is_jsonl {
        return Err(Failure::Usage("whosaid: anchor reads JSON Lines; say --jsonl (whosaid anchor --help)".into()));
    }
    if places.is_empty() {
        places.push(Place::StandardInput);
    }
    jsonl::run(&places, &answer, threads)
}

fn answer(line: &[u8]) -> Result<Vec<u8>, String> {
    if line.iter().all(u8::is_ascii_whitespace) {
        return Ok(Vec::new());
    }
    let Request { id, text, selector } = jsonl::parse(line)?;
    jsonl::line(&Answer { id: &id, answer: anchor_text(&text, &selector) })
}
