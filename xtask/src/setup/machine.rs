//! What this machine is and has, so that the set-up's decisions can be tested on machines that do not exist.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::tools_folder;
use crate::shell::{ask, find_in, run_quietly, say};

/// A machine as the set-up sees it.
pub struct Machine {
    /// The search path for programs.
    pub path: OsString,
    /// Where the system's own programs and sources are: `/usr`.
    pub usr: PathBuf,
    /// Debian, with `apt-get`.
    pub debian: bool,
    /// Packages can be installed without a password.
    pub administrator: bool,
    /// `RUSTUP_AUTO_INSTALL=0`: rustup must not download anything.
    pub rustup_forbidden: bool,
    /// The folder for tools, outside the project.
    pub tools: PathBuf,
}

impl Machine {
    /// The machine this runs on.
    pub fn here() -> Result<Self> {
        let path = env::var_os("PATH").unwrap_or_default();
        Ok(Self {
            debian: is_debian() && find_in(&path, "apt-get").is_some(),
            administrator: ask(Command::new("id").arg("-u")).as_deref() == Some("0"),
            rustup_forbidden: env::var_os("RUSTUP_AUTO_INSTALL").is_some_and(|value| value == "0"),
            usr: PathBuf::from("/usr"),
            tools: tools_folder()?,
            path,
        })
    }

    /// A command looked up on this machine's own search path.
    ///
    /// What cargo and rustup put into the environment of the command they run does not reach it: it names another
    /// compiler than the one that is meant.
    pub fn command(&self, program: &str) -> Command {
        let found = find_in(&self.path, program).unwrap_or_else(|| PathBuf::from(program));
        let mut command = Command::new(found);
        command.env("PATH", &self.path);
        for inherited in ["CARGO", "CARGO_MANIFEST_DIR", "LD_LIBRARY_PATH", "RUSTC", "RUSTDOC", "RUST_RECURSION_COUNT"]
        {
            command.env_remove(inherited);
        }
        command
    }

    /// Whether a program of this name can be run.
    pub fn has(&self, program: &str) -> bool {
        find_in(&self.path, program).is_some()
    }

    /// Sees to it that Debian packages are installed; `wanted_for` completes "… needed for".
    pub fn install(&self, packages: &[&str], wanted_for: &str) -> Result<()> {
        let names = packages.join(" ");
        let line = format!("apt-get install -y --no-install-recommends {names}");
        if !self.debian {
            bail!("needed for {wanted_for}: Debian's {names}; on this system, get what corresponds to them");
        }
        if !self.administrator {
            bail!("missing for {wanted_for}: {names}\n  get it with: sudo {line}");
        }
        let mut update = self.command("apt-get");
        if let Err(error) = run_quietly("reading Debian's package lists", update.args(["update", "-q"])) {
            // One broken list among many need not matter: the next step shows.
            say(format_args!("{error:#}"));
        }
        let mut install = self.command("apt-get");
        install.env("DEBIAN_FRONTEND", "noninteractive");
        install.args(["install", "-y", "-q", "--no-install-recommends"]).args(packages);
        run_quietly(&format!("installing {names} for {wanted_for}"), &mut install)
            .with_context(|| format!("missing for {wanted_for}: {names}; get it with: {line}"))
    }
}

fn is_debian() -> bool {
    let release = std::fs::read_to_string(Path::new("/etc/os-release")).unwrap_or_default();
    release.lines().any(|line| line == "ID=debian")
}
