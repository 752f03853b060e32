//! The browser the tests run in.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::machine::Machine;
use crate::shell::find_in;

/// A browser and what drives it.
pub struct Browser {
    /// Chromium or Chrome.
    pub program: PathBuf,
    /// Its `chromedriver`.
    pub driver: PathBuf,
}

/// Finds Chromium and its driver, or installs Debian's.
pub fn chromium(machine: &Machine) -> Result<Browser> {
    if let Some(browser) = find(machine) {
        return Ok(browser);
    }
    machine.install(&["chromium", "chromium-driver"], "the tests in a browser")?;
    find(machine)
        .context("no chromium or chromedriver on PATH; get them with: apt-get install chromium chromium-driver")
}

fn find(machine: &Machine) -> Option<Browser> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let program = names.iter().find_map(|name| find_in(&machine.path, name))?;
    let driver = find_in(&machine.path, "chromedriver")?;
    Some(Browser { program, driver })
}
