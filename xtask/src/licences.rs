//! Whether every crate's licence is one that `deny.toml` allows.

use std::fs;

use anyhow::{Context, Result, bail};
use spdx::{Expression, LicenseReq, ParseMode};

use crate::project::Project;
use crate::setup::Machine;
use crate::shell::{ask, run, say};

/// Checks the licences of all dependencies; with cargo-deny on the machine, known weaknesses and sources too.
pub fn check(project: &Project, machine: &Machine) -> Result<()> {
    let rules = fs::read_to_string(project.root.join("deny.toml")).context("deny.toml cannot be read")?;
    let allowed = allowed(&rules)?;
    let mut tree = machine.command("cargo");
    tree.current_dir(&project.root);
    tree.args(["tree", "--workspace", "--all-features", "--edges", "normal,build,dev", "--prefix", "none"]);
    tree.args(["--target", "all", "--no-dedupe", "--format", "{p}\t{l}"]);
    let tree = ask(&mut tree).context("`cargo tree` failed")?;
    let mut crates: Vec<(&str, &str)> = tree.lines().filter_map(|line| line.split_once('\t')).collect();
    crates.sort_unstable();
    crates.dedup();
    let refused: Vec<String> = crates
        .iter()
        .filter(|(_, licence)| !is_allowed(licence, &allowed))
        .map(|(name, licence)| format!("{name}: {}", if licence.is_empty() { "no licence" } else { licence }))
        .collect();
    if !refused.is_empty() {
        bail!("licences that deny.toml does not allow:\n  {}", refused.join("\n  "));
    }
    println!("{} crates, all under licences that deny.toml allows", crates.len());
    if machine.has("cargo-deny") {
        run(machine.command("cargo").current_dir(&project.root).args(["deny", "check"]))
    } else {
        say("known weaknesses (advisories) are not checked here; for that: cargo install cargo-deny");
        Ok(())
    }
}

/// The quoted names in the list `allow` of `[licenses]`.
fn allowed(rules: &str) -> Result<Vec<LicenseReq>> {
    let list = rules.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).map(|(list, _)| list);
    let names = list.context("deny.toml has no list `allow`")?.split('"').skip(1).step_by(2);
    names
        .map(|name| {
            let licence = spdx::Licensee::parse(name).with_context(|| format!("deny.toml: `{name}`"))?;
            Ok(licence.into_req())
        })
        .collect()
}

fn is_allowed(licence: &str, allowed: &[LicenseReq]) -> bool {
    Expression::parse_mode(licence, ParseMode::LAX)
        .is_ok_and(|expression| expression.evaluate(|wanted| allowed.contains(wanted)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_allowed_choice_is_enough_and_every_part_is_needed() {
        let allowed = allowed("allow = [\"MIT\", \"Unicode-3.0\", \"Apache-2.0 WITH LLVM-exception\"]").unwrap();
        for good in ["MIT", "MIT OR GPL-3.0-only", "(MIT OR Apache-2.0) AND Unicode-3.0", "MIT/Apache-2.0"] {
            assert!(is_allowed(good, &allowed), "{good}");
        }
        for bad in ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "Apache-2.0", "anything at all"] {
            assert!(!is_allowed(bad, &allowed), "{bad}");
        }
    }
}
