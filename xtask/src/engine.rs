//! Commands that run the engine itself: they are built apart, optimised, so that the other commands build at once.

use std::ffi::OsString;
use std::process::Command;

/// Builds this program with the engine and runs `command` in it.
pub fn run(command: &str, arguments: impl Iterator<Item = OsString>) -> Result<(), String> {
    let arguments: Vec<OsString> = arguments.collect();
    let profile = if arguments.iter().any(|argument| argument == "--native") { "native" } else { "measure" };
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args([
            "run",
            "--quiet",
            "--package",
            "xtask",
            "--no-default-features",
            "--features",
            "engine",
            "--profile",
            profile,
            "--",
            command,
        ])
        .args(arguments)
        .status()
        .map_err(|error| format!("cargo could not be started: {error}"))?;
    // What went wrong was said by the program itself.
    if status.success() { Ok(()) } else { std::process::exit(status.code().unwrap_or(1)) }
}
