//! What each room of the crate, and each crate below it, weighs in the shipped module.
//!
//! A function that the optimiser put into its caller counts where the caller is.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::project::Project;
use crate::sizes::brotli_length;

/// The rooms of the engine, by the names of their modules; `analyze` is the crate's own function.
const ENGINE: [&str; 10] =
    ["analyze", "attribution", "entity", "lexicon", "options", "provenance", "quotation", "report", "syntax", "text"];

/// Prints the rooms by weight, and what the engine weighs with its words.
///
/// `module` has its name section. Every weight is a room's code compressed by itself, so that their sum is a little
/// more than the module's.
pub fn report(module: &[u8], project: &Project) -> Result<()> {
    let code = by_room(module)?;
    let mut rows = Vec::new();
    for (room, code) in &code {
        rows.push((brotli_length(code)?, code.len(), room));
    }
    rows.sort_unstable_by(|a, b| b.cmp(a));
    println!("{:28}  {:>9}  {:>9}", "room", "raw B", "brotli B");
    for (brotli, raw, room) in rows.iter().filter(|(brotli, ..)| *brotli >= 500) {
        println!("{room:28}  {raw:>9}  {brotli:>9}");
    }
    let mut engine: Vec<u8> = Vec::new();
    for room in ENGINE {
        engine.extend(code.get(&format!("whosaid::{room}")).into_iter().flatten());
    }
    let mut words = Vec::new();
    for file in fs::read_dir(project.root.join("src/lexicon/en")).context("there is no lexicon")?.flatten() {
        words.extend(fs::read(file.path()).context("a lexicon cannot be read")?);
    }
    let (engine, words) = (brotli_length(&engine)?, brotli_length(&words)?);
    println!("the engine: {engine} B of code and {words} B of words, brotli");
    Ok(())
}

/// The code of all functions, by the room or crate of their names.
fn by_room(module: &[u8]) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload.context("the module cannot be read")? {
            Payload::ImportSection(imports) => {
                let imports = imports.into_imports();
                imported = imports
                    .flatten()
                    .filter(|import| matches!(import.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)))
                    .count();
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(sections) = section.as_known() else { continue };
                for section in sections {
                    let Name::Function(functions) = section.context("the names cannot be read")? else { continue };
                    names.extend(functions.into_iter().flatten().map(|naming| (naming.index as usize, naming.name)));
                }
            }
            _ => {}
        }
    }
    let mut rooms: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (number, range) in bodies.into_iter().enumerate() {
        let name = names.get(&(imported + number)).copied().unwrap_or("unnamed");
        rooms.entry(room_of(name)).or_default().extend(module.get(range).into_iter().flatten());
    }
    Ok(rooms)
}

/// `whosaid::ROOM` where a name has one, also among what a generic function was made for; else the name's crate.
fn room_of(name: &str) -> String {
    let own = name.split("whosaid[").nth(1).and_then(|rest| rest.split_once("]::"));
    match own {
        Some((_, path)) => format!("whosaid::{}", identifier(path)),
        None => identifier(name.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_')).to_owned(),
    }
}

fn identifier(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_room_it_was_made_for() {
        for (name, room) in [
            ("whosaid[604b]::analyze", "whosaid::analyze"),
            ("<whosaid[604b]::entity::scan::Scanner>::line", "whosaid::entity"),
            ("<alloc[5b]::vec::Vec<whosaid[604b]::text::Span>>::push", "whosaid::text"),
            ("<yew[77]::html::Scope>::render", "yew"),
            ("mount externref shim", "mount"),
            ("<[alloc[5b]::string::String]>::join::<&str>", "alloc"),
        ] {
            assert_eq!(room_of(name), room, "{name}");
        }
    }
}
