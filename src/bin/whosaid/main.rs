//! The native command: who said what, for editors and archives.

mod anchor;
mod attribute;
mod check;
mod compare;
mod failure;
mod input;
mod jsonl;
mod output;
mod page;
mod progress;
mod render;
mod schema;

use failure::{Failure, Outcome};
use std::ffi::OsString;
use std::process::ExitCode;

/// A subcommand.
struct Command {
    name: &'static str,
    summary: &'static str,
    /// What `whosaid NAME --help` prints.
    help: &'static str,
    run: fn(lexopt::Parser) -> Result<Outcome, Failure>,
}

/// All of them, in the order of the help.
const COMMANDS: &[Command] = &[
    Command {
        name: "attribute",
        summary: "report who said what in articles",
        help: attribute::HELP,
        run: attribute::run,
    },
    Command {
        name: "anchor",
        summary: "find quoted words again in edited texts",
        help: anchor::HELP,
        run: anchor::run,
    },
    Command {
        name: "check",
        summary: "say whether a newsroom's file still fits its article",
        help: check::HELP,
        run: check::run,
    },
    Command {
        name: "render",
        summary: "bake who said what into an article's page",
        help: render::HELP,
        run: render::run,
    },
    Command { name: "schema", summary: "print the JSON Schema of a report", help: schema::HELP, run: schema::run },
    Command {
        name: "compare",
        summary: "compare a quotation with its original",
        help: compare::HELP,
        run: compare::run,
    },
];

fn main() -> ExitCode {
    match dispatch(lexopt::Parser::from_env()) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            failure.print();
            failure.into()
        }
    }
}

fn dispatch(mut parser: lexopt::Parser) -> Result<Outcome, Failure> {
    use lexopt::prelude::*;
    match parser.next()? {
        None => Err(Failure::Usage(help())),
        Some(Long("help") | Short('h')) => output::print(&help()),
        Some(Long("version") | Short('V')) => output::print(concat!("whosaid ", env!("CARGO_PKG_VERSION"), "\n")),
        Some(Value(name)) => subcommand(&name, parser),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn subcommand(name: &OsString, mut parser: lexopt::Parser) -> Result<Outcome, Failure> {
    let named = |name: &OsString| COMMANDS.iter().find(|command| name == command.name);
    if name == "help" {
        let text = parser.next()?.and_then(|argument| match argument {
            lexopt::Arg::Value(name) => named(&name).map(|command| command.help.to_owned()),
            _ => None,
        });
        return output::print(&text.unwrap_or_else(help));
    }
    let command = named(name)
        .ok_or_else(|| Failure::Usage(format!("whosaid: there is no command {}\n\n{}", name.display(), help())))?;
    // The help of a command comes before anything else on its line is looked at.
    let rest: Vec<OsString> = parser.raw_args()?.collect();
    let before_end = rest.iter().take_while(|argument| *argument != "--");
    if before_end.into_iter().any(|argument| argument == "--help" || argument == "-h") {
        return output::print(command.help);
    }
    (command.run)(lexopt::Parser::from_args(rest))
}

fn help() -> String {
    let commands = COMMANDS.iter().map(|command| format!("  {:11} {}\n", command.name, command.summary));
    format!(
        "Who said this? Finds the quotations in news articles and says whose words they are.\n\n\
         Usage: whosaid COMMAND [OPTION]... [FILE]...\n\n\
         Commands:\n{}\n\
         whosaid COMMAND --help says more. whosaid --version prints the version.\n",
        commands.collect::<String>()
    )
}
