//! Finding or getting what the other commands need.

pub mod browsers;
pub mod machine;
pub mod toolchain;
pub mod tools;

use std::fs::{self, File};

use anyhow::{Context, Result};

pub use machine::Machine;
pub use toolchain::{Std, TARGET, Toolchain};

/// Held while the tools folder is changed: two commands at once wait for each other.
pub struct Lock(#[expect(dead_code, reason = "closing the file releases the lock")] File);

/// Waits until no other command changes the tools folder.
pub fn lock(machine: &Machine) -> Result<Lock> {
    fs::create_dir_all(&machine.tools)
        .with_context(|| format!("{} cannot be made; set WHOSAID_TOOLS to another folder", machine.tools.display()))?;
    let file = File::create(machine.tools.join("lock")).context("the tools folder cannot be written")?;
    file.lock().context("the tools folder cannot be locked")?;
    Ok(Lock(file))
}

/// Gets all that building needs, and says nothing where it is there already; returns the compiler with the plain std.
pub fn everything() -> Result<Toolchain> {
    let project = crate::project::Project::find()?;
    let machine = Machine::here()?;
    let _lock = lock(&machine)?;
    toolchain::ensure(&machine, Std::Small)?;
    let toolchain = toolchain::ensure(&machine, Std::Plain)?;
    tools::wasm_bindgen(&machine, &project)?;
    tools::node_tools(&machine, &project)?;
    Ok(toolchain)
}
