//! `cargo xtask reproduce`: whether a build in another folder gives the same files, byte for byte.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::build::{self, Options, files_below};
use crate::project::Project;
use crate::setup::Machine;
use crate::shell::{ask, say};

/// Builds `dist` here and from a copy of the sources elsewhere, and compares the two.
pub fn reproduce(project: &Project, machine: &Machine) -> Result<()> {
    let copy = std::env::temp_dir().join(format!("whosaid-again-{}", std::process::id()));
    let result = compared(project, machine, &copy);
    // What is left of a failed build helps to see why.
    if result.is_ok() {
        fs::remove_dir_all(&copy).with_context(|| format!("{} cannot be removed", copy.display()))?;
    }
    result
}

fn compared(project: &Project, machine: &Machine, copy: &std::path::Path) -> Result<()> {
    let mut list = machine.command("git");
    list.current_dir(&project.root).args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    let sources = ask(&mut list).context("`git ls-files` failed: the project's folder is no clone")?;
    for name in sources.lines() {
        let to = copy.join(name);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        fs::copy(project.root.join(name), &to).with_context(|| format!("{name} cannot be copied"))?;
    }
    let again = Project { root: copy.to_path_buf(), target: copy.join("target") };
    say(format_args!("building in {} and in {}", project.root.display(), copy.display()));
    for one in [project, &again] {
        build::build(one, machine, Options::default())?;
    }
    let mut names = Vec::new();
    for one in [project, &again] {
        files_below(&one.dist(), "", &mut names)?;
    }
    names.sort();
    names.dedup();
    let content = |one: &Project, name: &str| fs::read(one.dist().join(name)).ok();
    let different: Vec<&String> = names.iter().filter(|name| content(project, name) != content(&again, name)).collect();
    if different.is_empty() {
        println!("{} files, the same in both builds", names.len());
        return Ok(());
    }
    bail!("not the same in both builds: {different:?}; the second is in {}", copy.display())
}
