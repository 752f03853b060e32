//! The project's own commands.

#[cfg(not(feature = "engine"))]
mod engine;
#[cfg(feature = "engine")]
mod score;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let result = match arguments.next().as_deref().and_then(|command| command.to_str()) {
        #[cfg(feature = "engine")]
        Some("score") => score::run(arguments),
        #[cfg(not(feature = "engine"))]
        Some("score") => engine::run("score", arguments),
        _ => Err("usage: cargo xtask score".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
