//! A compiler that can build for WebAssembly.
//!
//! In this order: a target that is there is used. On Debian, or where rustup must not download, std is built from
//! Debian's sources with Debian's compiler, once, into the tools folder. Elsewhere rustup adds the target.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};

use super::machine::Machine;
use crate::shell::{ask, run_quietly, say};

/// The target everything for the browser is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// Raised when the recipe below changes, so that older folders are built again.
const RECIPE: u32 = 1;
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const LINKERS: [&str; 3] = ["wasm-ld-22", "wasm-ld-19", "wasm-ld"];

/// Which std a build is linked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Std {
    /// As Rust ships it: panics say what happened.
    Plain,
    /// Built for size; a panic traps at once and says nothing.
    Small,
}

/// A compiler with the WebAssembly target.
pub struct Toolchain {
    /// Its `cargo` and `rustc` are here; `None` when they are those of the search path.
    bin: Option<PathBuf>,
    /// The std it links: the plain one where the small one cannot be had.
    pub std: Std,
    /// The same compiler always gives the same text.
    pub version: String,
}

impl Toolchain {
    /// The search path on which this compiler comes first.
    pub fn path(&self, machine: &Machine) -> Result<OsString> {
        let folders = self.bin.iter().cloned().chain(std::env::split_paths(&machine.path));
        std::env::join_paths(folders).context("the search path cannot be extended")
    }

    /// Lets `command` use this compiler instead of the one that runs now.
    pub fn apply(&self, machine: &Machine, command: &mut Command) -> Result<()> {
        command.env("PATH", self.path(machine)?);
        if self.bin.is_some() {
            command.env_remove("RUSTUP_TOOLCHAIN");
        }
        if self.std == Std::Small {
            command.env("RUSTC_BOOTSTRAP", "1");
        }
        Ok(())
    }

    /// This compiler's `cargo`.
    pub fn cargo(&self, machine: &Machine) -> Result<Command> {
        let mut command = match &self.bin {
            Some(bin) => machine.command(&bin.join("cargo").to_string_lossy()),
            None => machine.command("cargo"),
        };
        self.apply(machine, &mut command)?;
        Ok(command)
    }
}

/// Where the target comes from.
#[derive(Debug, PartialEq, Eq)]
enum Source {
    Present,
    Debian,
    Rustup,
}

fn decide(machine: &Machine) -> Source {
    if target_is_there(machine) {
        Source::Present
    } else if machine.debian || machine.rustup_forbidden || !machine.has("rustup") {
        Source::Debian
    } else {
        Source::Rustup
    }
}

/// Finds or makes the compiler for WebAssembly, with the std that is `wanted` where std is built from source.
pub fn ensure(machine: &Machine, wanted: Std) -> Result<Toolchain> {
    match decide(machine) {
        Source::Present => present(machine),
        Source::Debian => debian(machine, wanted),
        Source::Rustup => {
            let mut rustup = machine.command("rustup");
            run_quietly("adding the WebAssembly target with rustup", rustup.args(["target", "add", TARGET]))
                .context("the WebAssembly target is missing; get it with: rustup target add wasm32-unknown-unknown")?;
            present(machine)
        }
    }
}

fn target_is_there(machine: &Machine) -> bool {
    let Some(folder) = ask(machine.command("rustc").args(["--print", "target-libdir", "--target", TARGET])) else {
        return false;
    };
    has_std(Path::new(&folder))
}

fn has_std(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

fn present(machine: &Machine) -> Result<Toolchain> {
    let version = ask(machine.command("rustc").arg("-V")).context("`rustc` cannot be run; get it from rustup.rs")?;
    Ok(Toolchain { bin: None, std: Std::Plain, version })
}

/// Debian's compiler, with std built from Debian's sources.
fn debian(machine: &Machine, wanted: Std) -> Result<Toolchain> {
    let rustc = machine.usr.join("bin/rustc");
    let library = machine.usr.join("lib/rustlib/src/rust/library");
    let cargo = machine.usr.join("bin/cargo");
    if !rustc.is_file() || !cargo.is_file() || !library.is_dir() || linker(machine).is_err() {
        machine.install(&DEBIAN_PACKAGES, "building for WebAssembly")?;
    }
    let linker = linker(machine)?;
    let version = ask(machine.command(&rustc.to_string_lossy()).arg("-V"))
        .with_context(|| format!("{} cannot be run; get it with: apt-get install rustc-web", rustc.display()))?;
    let parts = Parts { version: version.clone(), rustc, cargo, library, linker };
    let number = version.split_whitespace().nth(1).unwrap_or("unknown");
    let folder = machine.tools.join(format!("rust-{number}"));
    if wanted == Std::Small {
        match sysroot(machine, &parts, &folder.join("small"), Std::Small) {
            Ok(bin) => return Ok(Toolchain { bin: Some(bin), std: Std::Small, version }),
            Err(error) => say(format_args!("going on without the smaller std: {error:#}")),
        }
    }
    let bin = sysroot(machine, &parts, &folder.join("plain"), Std::Plain)?;
    Ok(Toolchain { bin: Some(bin), std: Std::Plain, version })
}

struct Parts {
    version: String,
    rustc: PathBuf,
    cargo: PathBuf,
    library: PathBuf,
    linker: PathBuf,
}

fn linker(machine: &Machine) -> Result<PathBuf> {
    let bin = machine.usr.join("bin");
    LINKERS
        .iter()
        .map(|name| bin.join(name))
        .find(|file| file.exists())
        .ok_or_else(|| anyhow!("no linker for WebAssembly in {}; get it with: apt-get install lld-22", bin.display()))
}

/// Makes a folder that the compiler takes for its own, with std for WebAssembly in it; returns its `bin`.
///
/// Two-line scripts name the folder: a link to the compiler would still take `/usr` for its sysroot.
fn sysroot(machine: &Machine, parts: &Parts, folder: &Path, std: Std) -> Result<PathBuf> {
    let stamp = format!("{} recipe {RECIPE} {std:?}\n", parts.version);
    let bin = folder.join("bin");
    let stamp_file = folder.join("stamp");
    if fs::read_to_string(&stamp_file).is_ok_and(|found| found == stamp) {
        return Ok(bin);
    }
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be renewed", folder.display()))?;
    }
    let host = ask(machine.command(&parts.rustc.to_string_lossy()).arg("-vV"))
        .and_then(|text| text.lines().find_map(|line| line.strip_prefix("host: ").map(str::to_owned)))
        .context("`rustc -vV` names no host")?;
    let rustlib = folder.join("lib/rustlib");
    let wasm = rustlib.join(TARGET).join("lib");
    for made in [&bin, &wasm, &rustlib.join(&host).join("bin")] {
        fs::create_dir_all(made).with_context(|| format!("{} cannot be made", made.display()))?;
    }
    let system = machine.usr.join("lib/rustlib");
    link(&system.join(&host).join("lib"), &rustlib.join(&host).join("lib"))?;
    link(&system.join("src"), &rustlib.join("src"))?;
    link(&system.join("etc"), &rustlib.join("etc"))?;
    link(&parts.linker, &rustlib.join(&host).join("bin/rust-lld"))?;
    link(&parts.cargo, &bin.join("cargo"))?;
    for program in ["rustc", "rustdoc"] {
        let real = parts.rustc.with_file_name(program);
        let script = format!("#!/bin/sh\nexec '{}' --sysroot '{}' \"$@\"\n", real.display(), folder.display());
        write_script(&bin.join(program), &script)?;
    }
    build_std(machine, parts, folder, &wasm, std)?;
    fs::write(&stamp_file, stamp).context("the tools folder cannot be written")?;
    Ok(bin)
}

fn link(from: &Path, to: &Path) -> Result<()> {
    symlink(from, to).with_context(|| format!("{} cannot be linked", to.display()))
}

fn write_script(file: &Path, text: &str) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::write(file, text)
        .and_then(|()| fs::set_permissions(file, fs::Permissions::from_mode(0o755)))
        .with_context(|| format!("{} cannot be written", file.display()))
}

/// Compiles Debian's copy of the standard library for WebAssembly into `into`.
fn build_std(machine: &Machine, parts: &Parts, folder: &Path, into: &Path, std: Std) -> Result<()> {
    let work = folder.join("work");
    let library = work.join("library");
    fs::create_dir_all(&work).context("the tools folder cannot be written")?;
    let mut copy = machine.command("cp");
    run_quietly("copying Rust's standard library", copy.arg("-rL").arg(&parts.library).arg(&library))?;
    let mut flags = String::from("-Zforce-unstable-if-unmarked -Cembed-bitcode=yes");
    let mut features = String::from("compiler-builtins-mem");
    if std == Std::Small {
        flags.push_str(" -Zunstable-options -Cpanic=immediate-abort -Copt-level=z");
        features.push_str(",optimize_for_size");
    }
    let mut cargo = machine.command(&parts.cargo.to_string_lossy());
    cargo
        .env_remove("RUSTUP_TOOLCHAIN")
        .env("RUSTC", &parts.rustc)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", flags)
        .env("__CARGO_DEFAULT_LIB_METADATA", format!("whosaid{std:?}"))
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env("CARGO_TARGET_DIR", work.join("target"))
        .args(["build", "--release", "--target", TARGET, "--features", &features])
        .arg("--manifest-path")
        .arg(library.join("sysroot/Cargo.toml"));
    run_quietly(&format!("building {std:?} std for WebAssembly from Debian's sources (about a minute)"), &mut cargo)?;
    let made = work.join("target").join(TARGET).join("release/deps");
    for entry in fs::read_dir(&made).context("std was built, but is not where it should be")?.flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "rlib") {
            fs::copy(entry.path(), into.join(entry.file_name())).context("std cannot be copied")?;
        }
    }
    if !has_std(into) {
        bail!("std was built, but {} does not hold it", into.display());
    }
    fs::remove_dir_all(&work).context("the work folder cannot be removed")
}

#[cfg(test)]
#[path = "toolchain_tests.rs"]
mod tests;
