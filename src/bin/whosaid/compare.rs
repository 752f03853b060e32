//! `whosaid compare`: a quotation beside its original.

use crate::failure::{Failure, Outcome};
use crate::input::{self, Format, Place};
use crate::output;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use whosaid::anchor::{Fidelity, compare_texts};

/// What `--help` prints.
pub const HELP: &str = "\
Compares a quotation with the text it was taken from.

Usage: whosaid compare QUOTE ORIGINAL

Each of the two is a file, - for standard input, or, where there is no such file, the words themselves. ORIGINAL may be
HTML. Prints JSON: \"outcome\" is \"verbatim\", \"elided\" (word for word but for what an ellipsis leaves out or brackets put
in), \"altered\" or \"not_found\"; \"start\" and \"end\" say where the words stand in the original, in Unicode scalar values;
\"before\" and \"after\" what stands around them; each of \"changes\" has its \"kind\" (negation, number, name, wording, grammar,
order, joined, ellipsis, brackets), the words \"from\" the quotation, the words \"to\" in the original, and \"at\", where.

Exit status: 0 verbatim or elided; 1 altered or not found; 2 the command line is wrong, or an input cannot be read;
3 output broke off.
";

/// Runs the command.
pub fn run(mut parser: lexopt::Parser) -> Result<Outcome, Failure> {
    use lexopt::prelude::*;
    let mut inputs: Vec<OsString> = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(value) => inputs.push(value),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let [quotation, original] = inputs.as_slice() else {
        return Err(Failure::Usage(
            "whosaid: compare takes a quotation and an original; see whosaid compare --help".into(),
        ));
    };
    let answer = compare_texts(read(quotation)?.trim(), &read(original)?);
    let outcome = match answer.outcome {
        Fidelity::Verbatim | Fidelity::Elided => Outcome::Done,
        Fidelity::Altered | Fidelity::NotFound => Outcome::SomeRefused,
    };
    let mut json = serde_json::to_string_pretty(&answer).map_err(|error| Failure::Broken(error.to_string()))?;
    json.push('\n');
    output::print(&json).map(|_| outcome)
}

/// A file's text, or the words that the argument itself is.
fn read(argument: &OsStr) -> Result<String, Failure> {
    if argument != "-" && !Path::new(argument).is_file() {
        let words = argument.to_str().map(str::to_owned);
        return words.ok_or_else(|| Failure::Usage("whosaid: an argument is not UTF-8".into()));
    }
    let place = Place::of(argument);
    let unreadable = |reason: String| Failure::Usage(format!("whosaid: {place}: {reason}"));
    let bytes = input::read(&place).map_err(unreadable)?;
    match input::format(&place, &bytes) {
        Format::Text => input::decode_text(bytes).map_err(unreadable),
        Format::Html => {
            let html = input::decode_html(bytes).map_err(unreadable)?;
            whosaid::html::read(&html).map(|article| article.text).map_err(|error| unreadable(error.to_string()))
        }
    }
}
