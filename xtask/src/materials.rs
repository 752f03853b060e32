//! The bill of materials that is shipped: the crates that the module is made of, as CycloneDX. It has no date and no serial
//! number: the same sources give the same bill.

use anyhow::{Context, Result};
use std::fs;

use crate::project::Project;
use crate::setup::{Machine, TARGET};
use crate::shell::ask;

/// Its name in `dist`.
pub const BILL: &str = "bill-of-materials.cdx.json";

/// A crate that code of the module comes from.
struct Crate<'a> {
    name: &'a str,
    version: &'a str,
    licence: &'a str,
    /// SHA-256 of what the registry hands out.
    checksum: Option<&'a str>,
}

/// The bill of materials of the shipped module.
pub fn bill(project: &Project, machine: &Machine) -> Result<String> {
    let mut tree = machine.command("cargo");
    tree.current_dir(&project.root);
    tree.args(["tree", "--package", "whosaid", "--no-default-features", "--features", "widget", "--target", TARGET]);
    // What runs while it is compiled is not in it.
    tree.args([
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--no-dedupe",
        "--locked",
        "--format",
        "{p}\t{l}",
    ]);
    let tree = ask(&mut tree).context("`cargo tree` failed")?;
    let lock = fs::read_to_string(project.root.join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    let mut lines: Vec<&str> = tree.lines().collect();
    lines.sort_unstable();
    lines.dedup();
    let crates: Vec<Crate<'_>> = lines.iter().filter_map(|line| listed(line, &lock)).collect();
    let (own, others): (Vec<&Crate<'_>>, Vec<&Crate<'_>>) = crates.iter().partition(|one| one.name == "whosaid");
    let own = own.first().context("`cargo tree` does not list whosaid")?;
    let components: Vec<String> = others.into_iter().map(|one| component(one, "library")).collect();
    Ok(format!(
        "{{\n\"bomFormat\": \"CycloneDX\",\n\"specVersion\": \"1.5\",\n\"version\": 1,\n\"metadata\": {{ \"component\": {} }},\n\
         \"components\": [\n{}\n]\n}}\n",
        component(own, "application"),
        components.join(",\n")
    ))
}

/// A line of `cargo tree`: `NAME vVERSION (…)`, a tab, the licence.
fn listed<'a>(line: &'a str, lock: &'a str) -> Option<Crate<'a>> {
    let (package, licence) = line.split_once('\t')?;
    let mut words = package.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    let entry = lock.split("[[package]]").find(|entry| {
        let has = |key: &str, value: &str| entry.lines().any(|line| line == format!("{key} = \"{value}\""));
        has("name", name) && has("version", version)
    })?;
    let checksum = entry.lines().find_map(|line| line.strip_prefix("checksum = \"")?.strip_suffix('"'));
    Some(Crate { name, version, licence, checksum })
}

fn component(one: &Crate<'_>, kind: &str) -> String {
    let Crate { name, version, licence, checksum } = one;
    // Older manifests part alternatives with a stroke.
    let licence = licence.replace('/', " OR ");
    let hashes = checksum
        .map_or_else(String::new, |sum| format!(", \"hashes\": [{{ \"alg\": \"SHA-256\", \"content\": \"{sum}\" }}]"));
    let address = format!("pkg:cargo/{name}@{version}");
    format!(
        "{{ \"type\": \"{kind}\", \"bom-ref\": \"{address}\", \"name\": \"{name}\", \"version\": \"{version}\", \
         \"purl\": \"{address}\", \"licenses\": [{{ \"expression\": \"{licence}\" }}]{hashes} }}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"oar\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"oar\"\nversion = \"2.0.1\"\nsource = \"registry\"\nchecksum = \"abc\"\n";

    #[test]
    fn a_crate_is_listed_with_the_checksum_of_its_version() {
        let oar = listed("oar v2.0.1 (proc-macro)\tMIT/Apache-2.0", LOCK).unwrap();
        assert_eq!((oar.name, oar.version, oar.checksum), ("oar", "2.0.1", Some("abc")));
        assert_eq!(listed("oar v1.0.0\tMIT", LOCK).unwrap().checksum, None);
        assert!(listed("oar v3.0.0\tMIT", LOCK).is_none() && listed("", LOCK).is_none());
    }

    #[test]
    fn a_component_says_what_it_is_and_under_what_terms() {
        let oar = listed("oar v2.0.1\tMIT/Apache-2.0", LOCK).unwrap();
        assert_eq!(
            component(&oar, "library"),
            "{ \"type\": \"library\", \"bom-ref\": \"pkg:cargo/oar@2.0.1\", \"name\": \"oar\", \"version\": \"2.0.1\", \
             \"purl\": \"pkg:cargo/oar@2.0.1\", \"licenses\": [{ \"expression\": \"MIT OR Apache-2.0\" }], \
             \"hashes\": [{ \"alg\": \"SHA-256\", \"content\": \"abc\" }] }"
        );
    }
}
