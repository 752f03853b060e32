//! `cargo xtask build`: everything a site has to serve, in `dist`.
//!
//! The module and its glue get names made from their content, so that they can be cached for ever; the loader
//! keeps its name and learns theirs through the placeholders below.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use base64::Engine;
use sha2::{Digest, Sha256, Sha384};

use crate::project::Project;
use crate::setup::{self, Machine, Std, TARGET, Toolchain};
use crate::shell::{run_quietly, say};
use crate::{rooms, sizes};

/// The loader's name in `static` and `dist`.
pub const LOADER: &str = "who-said.js";

/// The language that the module holds; the others are fetched.
const HELD_LANGUAGE: &str = "en";

/// What makes the module smallest once compressed; measured on 237.6 kB of brotli with `-Oz` alone: converging -0.8 kB, what
/// follows together -3.6. Addresses below 1,024 are the far end of the stack, which Rust's linker puts first: nothing else
/// lies there. Repeated code compresses better than what `local-cse` and the inlining of large functions make of it.
const SMALL: [&str; 7] = [
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size",
    "20",
    "--skip-pass",
    "local-cse",
];

/// Single features, since `--all-features` makes wasm-opt write modules that browsers refuse.
const WASM_FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-call-indirect-overlong",
];

/// What `build` is asked for.
#[derive(Clone, Copy, Default)]
pub struct Options {
    /// With std as Rust ships it even where the smaller one can be had: panics say what happened.
    pub plain_std: bool,
    /// Say the sizes and fail when a limit is passed.
    pub gates: bool,
    /// Say what each room weighs.
    pub rooms: bool,
}

/// Builds `dist`.
pub fn build(project: &Project, machine: &Machine, options: Options) -> Result<()> {
    let (toolchain, bindgen, node) = {
        let _lock = setup::lock(machine)?;
        (
            setup::toolchain::ensure(machine, if options.plain_std { Std::Plain } else { Std::Small })?,
            setup::tools::wasm_bindgen(machine, project)?,
            setup::tools::node_tools(machine, project)?,
        )
    };
    let tools = Tools { machine, bindgen, node };
    let work = project.wasm_target().join("dist-work");
    fs::create_dir_all(&work).context("the target folder cannot be written")?;
    let module = compile(project, machine, &toolchain)?;
    let languages = languages(project)?;
    let (glue, wasm) = tools.bind(&module, &work, &languages)?;
    if options.rooms {
        rooms::report(&tools.named(&module, &work.join("rooms"))?, project)?;
    }
    let dist = project.dist();
    let fresh = project.root.join("dist.new");
    assemble(project, &tools, &fresh, &glue, &wasm)?;
    for language in &languages {
        fs::write(fresh.join(&language.name), &language.text).context("dist cannot be written")?;
    }
    if dist.exists() {
        fs::remove_dir_all(&dist).context("the old dist cannot be removed")?;
    }
    fs::rename(&fresh, &dist).context("dist cannot be written")?;
    if options.gates {
        summary(&dist)?;
    }
    Ok(())
}

/// Prints the loader's integrity hash and the sizes; fails when a limit is passed.
pub fn summary(dist: &Path) -> Result<()> {
    let files = sizes::measure_folder(dist)?;
    let loader = fs::read(dist.join(LOADER)).context("dist has no loader")?;
    println!("integrity of {LOADER}: {}", integrity(&loader));
    sizes::report(&files)
}

/// Compiles the module with link-time optimisation; returns its file.
fn compile(project: &Project, machine: &Machine, toolchain: &Toolchain) -> Result<PathBuf> {
    let mut cargo = toolchain.cargo(machine)?;
    // Nothing of the machine it was built on belongs into what readers fetch.
    let home =
        std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| std::env::home_dir().map(|h| h.join(".cargo")));
    let mut flags = format!("--remap-path-prefix={}=whosaid", project.root.display());
    if let Some(home) = home {
        flags.push_str(&format!(" --remap-path-prefix={}=cargo", home.display()));
    }
    let target = project.wasm_target().join(format!("{:?}", toolchain.std).to_lowercase());
    cargo.env("RUSTFLAGS", flags).env("CARGO_TARGET_DIR", &target);
    if toolchain.std == Std::Small {
        cargo.env("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort").env("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true");
    }
    // One crate type only: with `rlib` beside it cargo leaves link-time optimisation out without a word.
    cargo.current_dir(&project.root);
    cargo.args(["rustc", "--package", "whosaid", "--lib", "--crate-type", "cdylib", "--release", "--target", TARGET]);
    cargo.args(["--no-default-features", "--features", "widget"]);
    run_quietly("compiling the widget", &mut cargo)?;
    Ok(target.join(TARGET).join("release/whosaid.wasm"))
}

/// A language as the widget fetches it: the interface's words, and the engine's where it reads the language.
struct Language {
    tag: String,
    name: String,
    text: String,
}

/// The languages beside the one that the module holds.
fn languages(project: &Project) -> Result<Vec<Language>> {
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
fn with_languages(glue: &Path, languages: &[Language]) -> Result<()> {
    let known: Vec<String> = languages
        .iter()
        .map(|language| format!("{:?}:[{:?},{:?}]", language.tag, language.name, integrity(language.text.as_bytes())))
        .collect();
    let mut text = fs::read_to_string(glue).context("wasm-bindgen wrote no glue")?;
    text.push_str(&format!(
        "\nconst languages = {{ __proto__: null, {} }};\n\
         function whosaidLanguage(tag) {{\n\
         \x20 const [name, integrity] = languages[tag] ?? [];\n\
         \x20 return name && fetch(new URL(name, import.meta.url), {{ integrity }}).then((file) => file.text());\n\
         }}\n",
        known.join(", ")
    ));
    fs::write(glue, text).context("the target folder cannot be written")
}

struct Tools<'a> {
    machine: &'a Machine,
    bindgen: PathBuf,
    node: PathBuf,
}

impl Tools<'_> {
    /// Turns the compiled module into the shipped one and its glue: (glue, wasm).
    fn bind(&self, module: &Path, work: &Path, languages: &[Language]) -> Result<(Vec<u8>, Vec<u8>)> {
        run_quietly("binding it to JavaScript", self.bindgen(module, work).arg("--remove-name-section"))?;
        if work.join("snippets").exists() {
            bail!("the module brings JavaScript snippets; they would not be shipped: use the loader instead");
        }
        let small = work.join("whosaid.small.wasm");
        run_quietly("making it small (wasm-opt)", self.optimise(work).arg("-o").arg(&small))?;
        let script = work.join("whosaid.js");
        disarm(&script)?;
        with_languages(&script, languages)?;
        let glue = self.minify(&script, work)?;
        Ok((glue, fs::read(&small).context("wasm-opt wrote nothing")?))
    }

    /// The shipped module with the names of its functions.
    fn named(&self, module: &Path, work: &Path) -> Result<Vec<u8>> {
        let named = work.join("whosaid.named.wasm");
        run_quietly("binding it with its names kept", &mut self.bindgen(module, work))?;
        run_quietly("making that small", self.optimise(work).arg("-g").arg("-o").arg(&named))?;
        fs::read(&named).context("wasm-opt wrote nothing")
    }

    fn bindgen(&self, module: &Path, work: &Path) -> Command {
        let mut bindgen = self.machine.command(&self.bindgen.join("wasm-bindgen").to_string_lossy());
        bindgen.args(["--target", "web", "--no-typescript", "--omit-default-module-path", "--out-name", "whosaid"]);
        bindgen.args(["--remove-producers-section", "--out-dir"]).arg(work).arg(module);
        bindgen
    }

    /// What makes the bound module in `work` small.
    fn optimise(&self, work: &Path) -> Command {
        let mut optimise = self.machine.command(&self.node.join("wasm-opt").to_string_lossy());
        optimise.args(SMALL).args(WASM_FEATURES).arg(work.join("whosaid_bg.wasm"));
        optimise
    }

    /// A JavaScript module without comments and long names.
    fn minify(&self, script: &Path, work: &Path) -> Result<Vec<u8>> {
        let small = work.join("minified.js");
        let mut terser = self.machine.command(&self.node.join("terser").to_string_lossy());
        terser.arg(script).args(["--module", "--compress", "passes=3", "--mangle", "--ecma", "2022"]);
        terser.args(["--comments", "/@vite-ignore/", "--output"]);
        terser.arg(&small);
        run_quietly(&format!("making {} small", file_name(script)), &mut terser)?;
        fs::read(&small).context("terser wrote nothing")
    }
}

/// Yew can put raw HTML on a page. Nothing here asks it to, and what is shipped could not: it would be shown as text.
fn disarm(glue: &Path) -> Result<()> {
    let text = fs::read_to_string(glue).context("wasm-bindgen wrote no glue")?;
    fs::write(glue, text.replace(".innerHTML = ", ".textContent = ")).context("the target folder cannot be written")
}

/// Lays out the finished folder.
fn assemble(project: &Project, tools: &Tools<'_>, into: &Path, glue: &[u8], wasm: &[u8]) -> Result<()> {
    if into.exists() {
        fs::remove_dir_all(into).context("an unfinished dist cannot be removed")?;
    }
    fs::create_dir_all(into).context("dist cannot be made")?;
    let glue_name = hashed_name("js", glue);
    let wasm_name = hashed_name("wasm", wasm);
    fs::write(into.join(&glue_name), glue).context("dist cannot be written")?;
    fs::write(into.join(&wasm_name), wasm).context("dist cannot be written")?;
    let names = [
        ("__WHOSAID_GLUE__", format!("./{glue_name}")),
        ("__WHOSAID_WASM__", format!("./{wasm_name}")),
        ("__WHOSAID_GLUE_SRI__", integrity(glue)),
        ("__WHOSAID_WASM_SRI__", integrity(wasm)),
    ];
    let fixed = project.root.join("static");
    let mut files = Vec::new();
    if fixed.is_dir() {
        files_below(&fixed, "", &mut files)?;
    }
    let work = project.wasm_target().join("dist-work");
    for file in files {
        let from = fixed.join(&file);
        let to = into.join(&file);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).context("dist cannot be written")?;
        }
        let content = match extension(&from) {
            "js" => {
                let filled = work.join(file_name(&from));
                fs::write(&filled, fill(&from, &names)?).context("the target folder cannot be written")?;
                tools.minify(&filled, &work)?
            }
            "html" => fill(&from, &names)?.into_bytes(),
            _ => fs::read(&from).with_context(|| format!("{} cannot be read", from.display()))?,
        };
        fs::write(&to, content).context("dist cannot be written")?;
    }
    describe(project, into)?;
    let page = project.root.join("index.html");
    if page.is_file() {
        fs::write(into.join("index.html"), fill(&page, &names)?).context("dist cannot be written")?;
    }
    if !into.join(LOADER).is_file() {
        say(format_args!("static/{LOADER} is missing: dist has a module, but nothing to load it"));
    }
    Ok(())
}

/// Makes `dist` a package: its description and its README, which has the loader's hash in its snippet.
fn describe(project: &Project, dist: &Path) -> Result<()> {
    let Ok(loader) = fs::read(dist.join(LOADER)) else { return Ok(()) };
    let known =
        [("__WHOSAID_LOADER_SRI__", integrity(&loader)), ("__WHOSAID_VERSION__", project.locked_version("whosaid")?)];
    for name in ["package.json", "README.md"] {
        fs::write(dist.join(name), fill(&project.root.join("static").join(name), &known)?)
            .context("dist cannot be written")?;
    }
    Ok(())
}

/// A text file with the placeholders replaced.
fn fill(file: &Path, names: &[(&str, String)]) -> Result<String> {
    let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read as text", file.display()))?;
    Ok(names.iter().fold(text, |text, (placeholder, name)| text.replace(placeholder, name)))
}

/// The names of all files below `folder`, as `prefix` + path with `/`.
pub fn files_below(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry.with_context(|| format!("{} cannot be read", folder.display()))?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files_below(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

/// A file's subresource integrity hash, as browsers take it.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(Sha384::digest(content)))
}

/// `whosaid-` and the beginning of the content's hash.
fn hashed_name(extension: &str, content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("whosaid-{hash}.{extension}")
}

fn extension(file: &Path) -> &str {
    file.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

fn file_name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_what_browsers_compute() {
        // The published hash of the empty file.
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), empty);
    }

    #[test]
    fn a_language_is_shipped_without_keys_and_comments() {
        assert_eq!(squeezed("# Fr\n\na: b: c\nd.e:\nf: {0} : {1}\n"), "b: c\n\n{0} : {1}\n");
    }

    #[test]
    fn names_follow_content() {
        assert_eq!(hashed_name("js", b"a"), hashed_name("js", b"a"));
        assert_ne!(hashed_name("js", b"a"), hashed_name("js", b"b"));
        assert!(hashed_name("wasm", b"a").ends_with(".wasm"));
    }
}
