//! The project's own commands: `cargo xtask help` lists them.
//!
//! Two programs in one: feature `house` (the default) builds, serves and tests; feature `engine` measures the engine,
//! and is compiled apart, optimised, when one of its commands is asked for.

#[cfg(feature = "engine")]
mod explain;
#[cfg(feature = "engine")]
mod score;

#[cfg(feature = "house")]
mod article;
#[cfg(feature = "house")]
mod build;
#[cfg(feature = "house")]
mod commands;
#[cfg(feature = "house")]
mod demo;
#[cfg(not(feature = "engine"))]
mod engine;
#[cfg(feature = "house")]
mod languages;
#[cfg(feature = "house")]
mod licences;
#[cfg(feature = "house")]
mod materials;
#[cfg(feature = "house")]
mod names;
#[cfg(feature = "house")]
mod project;
#[cfg(feature = "house")]
mod reproduce;
#[cfg(feature = "house")]
mod rooms;
#[cfg(feature = "house")]
mod serve;
#[cfg(feature = "house")]
mod setup;
#[cfg(feature = "house")]
mod shell;
#[cfg(feature = "house")]
mod sizes;
#[cfg(feature = "house")]
mod test;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("whosaid: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Vec<std::ffi::OsString>) -> Result<(), String> {
    match arguments.first().and_then(|command| command.to_str()) {
        #[cfg(feature = "engine")]
        Some("score") => score::run(arguments.into_iter().skip(1)),
        #[cfg(feature = "engine")]
        Some("explain") => explain::run(arguments.into_iter().skip(1)),
        #[cfg(not(feature = "engine"))]
        Some(command @ ("score" | "explain")) => engine::run(command, arguments.iter().skip(1).cloned()),
        #[cfg(feature = "house")]
        _ => commands::run(arguments).map_err(|error| format!("{error:#}")),
        #[cfg(not(feature = "house"))]
        _ => Err("usage: cargo xtask score".into()),
    }
}
