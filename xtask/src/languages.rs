//! The languages beside English: files that a page fetches where it needs them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build::{files_below, hashed_name, integrity};
use crate::project::Project;

/// The language that the module holds; the others are fetched.
const HELD_LANGUAGE: &str = "en";

/// A language as the widget fetches it: the interface's words, and the engine's where it reads the language.
pub struct Language {
    tag: String,
    /// The name of its file, made from its content.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// The languages beside the one that the module holds.
pub fn read(project: &Project) -> Result<Vec<Language>> {
    let folder = project.root.join("src/wording/messages");
    let mut files = Vec::new();
    files_below(&folder, "", &mut files)?;
    files.sort();
    let tags = files.iter().filter_map(|file| file.strip_suffix(".txt")).filter(|tag| *tag != HELD_LANGUAGE);
    let language = |tag: &str| {
        let file = folder.join(tag).with_extension("txt");
        let text = squeezed(&fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?);
        let text = text + &lexicon(&project.root.join("src/lexicon").join(tag))?;
        Ok(Language { tag: tag.to_owned(), name: hashed_name(&format!("{tag}.txt"), text.as_bytes()), text })
    };
    tags.map(language).collect()
}

/// The messages of a language's file, a line each, without keys: `src/wording/messages/table.rs` checks and reads them.
fn squeezed(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let messages = lines.filter_map(|line| line.split_once(':'));
    messages.map(|(_, message)| format!("{}\n", message.strip_prefix(' ').unwrap_or(message))).collect()
}

/// The files of a language's folder as `src/embed/language.rs` parts them and `src/lexicon/language.rs` reads them; nothing
/// where the engine does not read the language.
fn lexicon(folder: &Path) -> Result<String> {
    let mut text = String::new();
    if folder.is_dir() {
        for file in ["words.txt", "verbs.txt", "settings.txt"].map(|name| folder.join(name)) {
            text.push_str("%\n");
            text += &fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        }
    }
    Ok(text)
}

/// Lets the glue fetch a language: `src/embed/language.rs` calls this. It answers nothing for a language there is not.
pub fn offer(glue: &Path, languages: &[Language]) -> Result<()> {
    let known: Vec<String> = languages
        .iter()
        .map(|language| format!("{:?}:[{:?},{:?}]", language.tag, language.name, integrity(language.text.as_bytes())))
        .collect();
    let mut text = fs::read_to_string(glue).context("wasm-bindgen wrote no glue")?;
    text.push_str(&format!(
        "\nexport const languages = {{ __proto__: null, {} }};\n\
         function whosaidLanguage(tag) {{\n\
         \x20 const [name, integrity] = languages[tag] ?? [];\n\
         \x20 return name && fetch(new URL(name, import.meta.url), {{ integrity }}).then((file) => file.text());\n\
         }}\n",
        known.join(", ")
    ));
    fs::write(glue, text).context("the target folder cannot be written")
}

/// Their files for the loader, as an expression.
pub fn addresses(languages: &[Language]) -> String {
    let one = |language: &Language| format!("{}: new URL(\"./{}\", import.meta.url).href", language.tag, language.name);
    format!("{{ {} }}", languages.iter().map(one).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_shipped_without_keys_and_comments() {
        assert_eq!(squeezed("# Fr\n\na: b: c\nd.e:\nf: {0} : {1}\n"), "b: c\n\n{0} : {1}\n");
    }
}
