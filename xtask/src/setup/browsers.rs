//! The browsers the tests run in.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::machine::Machine;
use super::tools;
use crate::shell::find_in;

/// A browser and what drives it.
pub struct Browser {
    /// The browser itself.
    pub program: PathBuf,
    /// Its WebDriver.
    pub driver: PathBuf,
}

/// Finds Chromium and its driver, or installs Debian's.
pub fn chromium(machine: &Machine) -> Result<Browser> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let find = || Some(Browser { program: first(machine, &names)?, driver: find_in(&machine.path, "chromedriver")? });
    find()
        .or_else(|| installed(machine, &["chromium", "chromium-driver"], find))
        .context("no chromium or chromedriver on PATH; get them with: apt-get install chromium chromium-driver")
}

/// Finds Firefox, or installs Debian's; its driver is built.
pub fn firefox(machine: &Machine) -> Result<Browser> {
    let find = || first(machine, &["firefox-esr", "firefox"]);
    let program = find()
        .or_else(|| installed(machine, &["firefox-esr"], find))
        .context("no firefox-esr or firefox on PATH; get it with: apt-get install firefox-esr")?;
    Ok(Browser { program, driver: tools::geckodriver(machine)?.join("geckodriver") })
}

/// Finds WebKitGTK's small browser and its driver, or installs Debian's, with the display they draw on.
pub fn webkit(machine: &Machine) -> Result<Browser> {
    let find = || {
        find_in(&machine.path, "xvfb-run")?;
        Some(Browser { program: mini_browser(&machine.usr)?, driver: find_in(&machine.path, "WebKitWebDriver")? })
    };
    let packages = ["webkit2gtk-driver", "xvfb", "xauth"];
    find().or_else(|| installed(machine, &packages, find)).with_context(|| {
        format!("no WebKitWebDriver or xvfb-run; get them with: apt-get install {}", packages.join(" "))
    })
}

/// Installs Debian's packages and looks again; what went wrong is said.
fn installed<T>(machine: &Machine, packages: &[&str], find: impl Fn() -> Option<T>) -> Option<T> {
    if let Err(error) = machine.install(packages, "the tests in a browser") {
        crate::shell::say(format_args!("{error:#}"));
    }
    find()
}

fn first(machine: &Machine, names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| find_in(&machine.path, name))
}

/// WebKitGTK's own browser, which is on no search path: `/usr/lib/ARCHITECTURE/webkit2gtk-4.1/MiniBrowser`.
fn mini_browser(usr: &Path) -> Option<PathBuf> {
    let folders = std::fs::read_dir(usr.join("lib")).ok()?;
    folders.flatten().map(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser")).find(|file| file.is_file())
}
