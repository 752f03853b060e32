//! Where things are: the project's own folders, its target folder, and the tools folder outside it.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, bail};

/// The folders and files of the project that the commands work on.
pub struct Project {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder for native builds.
    pub target: PathBuf,
}

impl Project {
    /// Finds the project that `cargo xtask` was called in, else the one this command was compiled in.
    pub fn find() -> Result<Self> {
        // Several checkouts may share a target folder, and this program in it: cargo says which one called.
        let called = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let xtask = called.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        let root = xtask.parent().context("xtask has no parent folder")?.to_path_buf();
        if !root.join("xtask/Cargo.toml").is_file() {
            bail!("{} is not the project; run `cargo xtask` in it", root.display());
        }
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// The finished, servable folder.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The native command, once it is built.
    pub fn command(&self) -> PathBuf {
        self.target.join("debug").join("whosaid").with_extension(std::env::consts::EXE_EXTENSION)
    }

    /// A target folder of its own for WebAssembly: it may be built by another compiler, and the two must not
    /// throw each other's work away.
    pub fn wasm_target(&self) -> PathBuf {
        self.target.join("wasm")
    }

    /// The version of `package` in `Cargo.lock`.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let lock = fs::read_to_string(self.root.join("Cargo.lock")).context("Cargo.lock cannot be read")?;
        version_in_lock(&lock, package).with_context(|| format!("Cargo.lock has no package `{package}`"))
    }
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

/// The folder for tools that are built or fetched once per user: `$WHOSAID_TOOLS`, else `whosaid-tools` in the user's
/// cache folder.
pub fn tools_folder() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("WHOSAID_TOOLS").filter(|folder| !folder.is_empty()) {
        return std::path::absolute(PathBuf::from(folder)).context("WHOSAID_TOOLS is no path");
    }
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let cache = match cache {
        Some(cache) => cache,
        None => env::home_dir().context("no home folder; set WHOSAID_TOOLS to a folder for tools")?.join(".cache"),
    };
    Ok(cache.join("whosaid-tools"))
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    #[test]
    fn finds_a_version_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "wasm"), None);
    }
}
