//! Running other programs: one line says what is done, a line now and then that it still goes on, and on a failure
//! the end of what the program said.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

/// How often a long, quiet step says that it is alive.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How many of a failed program's last lines are shown.
const LAST_LINES: usize = 60;

/// Says what is being done.
pub fn say(what: impl std::fmt::Display) {
    eprintln!("whosaid: {what}");
}

/// Runs `command` with its output hidden; shows what it said last if it fails.
///
/// `what` says in a few words what is done: "building std for WebAssembly (about a minute)".
pub fn run_quietly(what: &str, command: &mut Command) -> Result<()> {
    say(what);
    let begun = Instant::now();
    let name = name_of(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{name}` cannot be started"))?;
    let (sender, lines) = mpsc::channel();
    for stream in [child.stdout.take().map(boxed), child.stderr.take().map(boxed)].into_iter().flatten() {
        let sender = sender.clone();
        thread::spawn(move || {
            for line in BufReader::new(stream).split(b'\n').map_while(std::result::Result::ok) {
                let _ = sender.send(String::from_utf8_lossy(&line).into_owned());
            }
        });
    }
    drop(sender);
    let mut heard = Vec::new();
    let mut next = begun + HEARTBEAT;
    loop {
        match lines.recv_timeout(next.saturating_duration_since(Instant::now())) {
            Ok(line) => heard.push(line),
            Err(mpsc::RecvTimeoutError::Timeout) => {
                let latest = heard.iter().rev().find(|line| !line.trim().is_empty()).map_or("", |line| line.trim());
                say(format_args!("  … {} s; {latest}", begun.elapsed().as_secs()));
                next += HEARTBEAT;
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
    }
    let status = child.wait().with_context(|| format!("`{name}` was lost"))?;
    if status.success() {
        return Ok(());
    }
    let from = heard.len().saturating_sub(LAST_LINES);
    for line in heard.iter().skip(from) {
        eprintln!("    {line}");
    }
    Err(anyhow!("`{}` failed ({status})", line_of(command)))
}

/// Runs `command` with its output shown.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line_of(command);
    let status = command.status().with_context(|| format!("`{}` cannot be started", name_of(command)))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// What `command` prints, trimmed; `None` when it cannot be run or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first file named `program` in the folders of `path`.
pub fn find_in(path: &OsStr, program: &str) -> Option<PathBuf> {
    std::env::split_paths(path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// The command as one would type it.
pub fn line_of(command: &Command) -> String {
    let mut line = name_of(command);
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

fn name_of(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn boxed(stream: impl Read + Send + 'static) -> Box<dyn Read + Send> {
    Box::new(stream)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_program_is_named_with_its_arguments() {
        let error = run_quietly("failing", Command::new("sh").args(["-c", "exit 3"])).unwrap_err().to_string();
        assert!(error.contains("sh -c exit 3") && error.contains('3'), "{error}");
        let error = run_quietly("starting nothing", &mut Command::new("no-such-program")).unwrap_err().to_string();
        assert!(error.contains("no-such-program"), "{error}");
    }

    #[test]
    fn much_output_on_both_streams_does_not_block() {
        let script = "for i in $(seq 20000); do echo out; echo err >&2; done";
        assert!(run_quietly("talking", Command::new("sh").args(["-c", script])).is_ok());
    }

    #[test]
    fn answers_are_trimmed_and_failures_are_none() {
        assert_eq!(ask(Command::new("echo").arg("yes")).as_deref(), Some("yes"));
        assert_eq!(ask(&mut Command::new("false")), None);
    }
}
