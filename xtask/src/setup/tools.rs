//! Programs the build needs, at fixed versions, in the tools folder; nothing is put on the user's own search path.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::machine::Machine;
use crate::project::Project;
use crate::shell::{ask, run_quietly};

/// wasm-pack runs the browser tests.
pub const WASM_PACK: &str = "0.15.1";
/// geckodriver drives Firefox.
pub const GECKODRIVER: &str = "0.37.1";
/// What Playwright and axe run on: (major, minor).
const OLDEST_NODE: (u32, u32) = (20, 19);

/// `wasm-bindgen` at exactly the version `Cargo.lock` has; returns the folder of its programs.
pub fn wasm_bindgen(machine: &Machine, project: &Project) -> Result<PathBuf> {
    cargo_install(machine, "wasm-bindgen-cli", "wasm-bindgen", &project.locked_version("wasm-bindgen")?)
}

/// `wasm-pack`; returns the folder it is in.
pub fn wasm_pack(machine: &Machine) -> Result<PathBuf> {
    cargo_install(machine, "wasm-pack", "wasm-pack", WASM_PACK)
}

/// `geckodriver`; returns the folder it is in.
pub fn geckodriver(machine: &Machine) -> Result<PathBuf> {
    cargo_install(machine, "geckodriver", "geckodriver", GECKODRIVER)
}

fn cargo_install(machine: &Machine, package: &str, program: &str, version: &str) -> Result<PathBuf> {
    let root = machine.tools.join(format!("{program}-{version}"));
    let bin = root.join("bin");
    let found = ask(Command::new(bin.join(program)).arg("--version"));
    if found.is_some_and(|found| found.split_whitespace().any(|word| word == version)) {
        return Ok(bin);
    }
    let mut cargo = machine.command("cargo");
    cargo
        .args(["install", package, "--version", &format!("={version}"), "--force", "--root"])
        .arg(&root)
        .env_remove("CARGO_BUILD_TARGET")
        .env("CARGO_TARGET_DIR", root.join("work"));
    run_quietly(&format!("building {program} {version} (about two minutes)"), &mut cargo)
        .with_context(|| format!("{program} {version} is missing; get it with: cargo install {package}@{version}"))?;
    let _ = fs::remove_dir_all(root.join("work"));
    Ok(bin)
}

/// The JavaScript tools of `xtask/node`, at their lock file's versions; returns the folder of their programs.
pub fn node_tools(machine: &Machine, project: &Project) -> Result<PathBuf> {
    let folder = machine.tools.join("node");
    npm_ci(machine, &project.root.join("xtask/node"), &folder, "wasm-opt and terser")?;
    Ok(folder.join("node_modules/.bin"))
}

/// Installs what the lock file in `from` says into `to`, unless that was done already.
pub fn npm_ci(machine: &Machine, from: &Path, to: &Path, what: &str) -> Result<()> {
    let lock = fs::read(from.join("package-lock.json")).context("package-lock.json cannot be read")?;
    let stamp = to.join("node_modules/.whosaid-stamp");
    if fs::read(&stamp).is_ok_and(|found| found == lock) {
        return Ok(());
    }
    node(machine)?;
    if from != to {
        fs::create_dir_all(to).context("the tools folder cannot be written")?;
        for file in ["package.json", "package-lock.json"] {
            fs::copy(from.join(file), to.join(file)).context("the tools folder cannot be written")?;
        }
    }
    let mut npm = machine.command("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(to);
    run_quietly(&format!("getting {what} from npm"), &mut npm)
        .with_context(|| format!("get it with: npm ci --prefix {}", to.display()))?;
    fs::write(&stamp, lock).context("the tools folder cannot be written")
}

/// Sees to it that Node and npm are there and new enough.
fn node(machine: &Machine) -> Result<()> {
    if !machine.has("npm") || !machine.has("node") {
        machine.install(&["nodejs", "npm"], "the JavaScript tools")?;
    }
    let version = ask(machine.command("node").arg("--version")).context("`node` cannot be run")?;
    if !is_at_least(&version, OLDEST_NODE) {
        let (major, minor) = OLDEST_NODE;
        bail!("Node {major}.{minor} or later is needed, this is {version}; get it from nodejs.org");
    }
    Ok(())
}

fn is_at_least(version: &str, oldest: (u32, u32)) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map(|number| number.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= oldest
}

#[cfg(test)]
mod tests {
    use super::is_at_least;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(is_at_least("v20.19.0", (20, 19)));
        assert!(is_at_least("v100.0.0", (20, 19)));
        assert!(!is_at_least("v20.9.1", (20, 19)));
        assert!(!is_at_least("v18.20.4", (20, 19)));
        assert!(!is_at_least("", (20, 19)));
    }
}
