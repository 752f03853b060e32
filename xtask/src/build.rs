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

use crate::languages::{self, Language};
use crate::project::Project;
use crate::setup::{self, Machine, Std, TARGET, Toolchain};
use crate::shell::{ask, run_quietly, say};
use crate::{materials, names, rooms, sizes};

/// The loader's name in `static` and `dist`.
pub const LOADER: &str = "who-said.js";

/// The review page's folder, and how the names of its files begin.
pub const REVIEW: &str = "review";

/// What makes the module smallest once compressed; measured on 237.6 kB of brotli with `-Oz` alone: converging -0.8 kB, what
/// follows together -3.6; on 263.3 kB the last two of what is skipped and alignment -1.5, bounds of inlining and merging -0.3.
/// Addresses below 1,024 are the far end of the stack, which Rust's linker puts first: nothing else lies there. Repeated code
/// compresses better than what `local-cse` and inlining make of it; loads and stores are as right with no alignment told.
const SMALL: [&str; 15] = [
    "--merge-similar-functions",
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size",
    "35",
    "--always-inline-max-function-size",
    "4",
    "--skip-pass",
    "local-cse",
    "--skip-pass",
    "simplify-locals",
    "--skip-pass",
    "code-folding",
    "--dealign",
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
    /// Leave out the review page, whose module takes as long to compile as the widget's.
    pub widget_only: bool,
}
/// Prints the new names: `names::shortened`.
const SHORT_NAMES: [&str; 1] = ["--minify-imports-and-exports-and-modules"];

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
    let module = compile(project, machine, &toolchain, "widget")?;
    let languages = languages::read(project)?;
    let widget = tools.bind(&module, &work, Some(&languages))?;
    let mut built = vec![("", "__WHOSAID", widget)];
    if !options.widget_only {
        let module = compile(project, machine, &toolchain, "review")?;
        let work = work.join("review");
        fs::create_dir_all(&work).context("the target folder cannot be written")?;
        built.push((REVIEW, "__WHOSAID_REVIEW", tools.bind(&module, &work, None)?));
    }
    if options.rooms {
        rooms::report(&tools.named(&module, &work.join("rooms"))?, project)?;
    }
    let dist = project.dist();
    let fresh = project.root.join("dist.new");
    assemble(project, &tools, &fresh, &built, &languages)?;
    for language in &languages {
        fs::write(fresh.join(&language.name), &language.text).context("dist cannot be written")?;
    }
    fs::write(fresh.join(materials::BILL), materials::bill(project, machine)?).context("dist cannot be written")?;
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

/// Compiles the module of a feature with link-time optimisation; returns its file.
fn compile(project: &Project, machine: &Machine, toolchain: &Toolchain, feature: &str) -> Result<PathBuf> {
    let mut cargo = toolchain.cargo(machine)?;
    // Nothing of the machine it was built on belongs into what readers fetch.
    let home =
        std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| std::env::home_dir().map(|h| h.join(".cargo")));
    let mut flags = format!("--remap-path-prefix={}=whosaid", project.root.display());
    if let Some(home) = home {
        flags.push_str(&format!(" --remap-path-prefix={}=cargo", home.display()));
    }
    let mut target = project.wasm_target().join(format!("{:?}", toolchain.std).to_lowercase());
    if feature != "widget" {
        // Modules of one crate have one name: in one folder the second would take the first one's place.
        target = project.wasm_target().join(feature);
    }
    cargo.env("RUSTFLAGS", flags).env("CARGO_TARGET_DIR", &target);
    if toolchain.std == Std::Small {
        cargo.env("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort").env("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true");
    }
    // One crate type only: with `rlib` beside it cargo leaves link-time optimisation out without a word.
    cargo.current_dir(&project.root);
    cargo.args(["rustc", "--package", "whosaid", "--lib", "--crate-type", "cdylib", "--release", "--target", TARGET]);
    cargo.args(["--no-default-features", "--features", feature]);
    run_quietly(&format!("compiling the {feature}"), &mut cargo)?;
    Ok(target.join(TARGET).join("release/whosaid.wasm"))
}

/// A shipped module.
struct Built {
    glue: Vec<u8>,
    wasm: Vec<u8>,
}

impl Built {
    /// Writes both under names made from their content, below `dist` in `folder`; the answer fills the placeholders that
    /// begin with `name`, in files beside them.
    fn write(&self, dist: &Path, folder: &str, name: &str) -> Result<Vec<(String, String)>> {
        let into = dist.join(folder);
        fs::create_dir_all(&into).context("dist cannot be made")?;
        let mut names = Vec::new();
        for (part, content, extension) in [("GLUE", &self.glue, "js"), ("WASM", &self.wasm, "wasm")] {
            let file = hashed_name(extension, content);
            fs::write(into.join(&file), content).context("dist cannot be written")?;
            names.push((format!("{name}_{part}__"), format!("./{file}")));
            names.push((format!("{name}_{part}_SRI__"), integrity(content)));
        }
        Ok(names)
    }
}

struct Tools<'a> {
    machine: &'a Machine,
    bindgen: PathBuf,
    node: PathBuf,
}

impl Tools<'_> {
    /// Turns the compiled module into the shipped one and its glue, which can fetch `languages`.
    fn bind(&self, module: &Path, work: &Path, languages: Option<&[Language]>) -> Result<Built> {
        run_quietly("binding it to JavaScript", self.bindgen(module, work).arg("--remove-name-section"))?;
        if work.join("snippets").exists() {
            bail!("the module brings JavaScript snippets; they would not be shipped: use the loader instead");
        }
        let small = work.join("whosaid.small.wasm");
        run_quietly("making it small (wasm-opt)", self.optimise(work).arg("-o").arg(&small))?;
        let map = ask(self.wasm_opt().arg(&small).args(WASM_FEATURES).args(SHORT_NAMES).arg("-o").arg(&small))
            .context("wasm-opt shortened no names")?;
        let script = work.join("whosaid.js");
        finish_glue(&script, &map)?;
        if let Some(languages) = languages {
            languages::offer(&script, languages)?;
        }
        let glue = self.minify(&script, work)?;
        Ok(Built { glue, wasm: fs::read(&small).context("wasm-opt wrote nothing")? })
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
        let mut optimise = self.wasm_opt();
        optimise.args(SMALL).args(WASM_FEATURES).arg(work.join("whosaid_bg.wasm"));
        optimise
    }

    fn wasm_opt(&self) -> Command {
        self.machine.command(&self.node.join("wasm-opt").to_string_lossy())
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

/// The glue with the module's short names, and disarmed: Yew can put raw HTML on a page. Nothing here asks it to, and what is
/// shipped could not: it would be shown as text.
fn finish_glue(glue: &Path, map: &str) -> Result<()> {
    let text = fs::read_to_string(glue).context("wasm-bindgen wrote no glue")?;
    let text = names::shortened(&text, map).replace(".innerHTML = ", ".textContent = ");
    fs::write(glue, text).context("the target folder cannot be written")
}

/// Lays out the finished folder.
fn assemble(
    project: &Project,
    tools: &Tools<'_>,
    into: &Path,
    built: &[(&str, &str, Built)],
    languages: &[Language],
) -> Result<()> {
    if into.exists() {
        fs::remove_dir_all(into).context("an unfinished dist cannot be removed")?;
    }
    fs::create_dir_all(into).context("dist cannot be made")?;
    let mut names = vec![("__WHOSAID_TEXTS__".to_owned(), languages::addresses(languages))];
    for (folder, name, module) in built {
        names.append(&mut module.write(into, folder, name)?);
    }
    let without_review = built.iter().all(|(folder, ..)| *folder != REVIEW);
    let fixed = project.root.join("static");
    let mut files = Vec::new();
    if fixed.is_dir() {
        files_below(&fixed, "", &mut files)?;
    }
    files.retain(|file| !(without_review && file.starts_with(REVIEW)));
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
    let known = [
        ("__WHOSAID_LOADER_SRI__".to_owned(), integrity(&loader)),
        ("__WHOSAID_VERSION__".to_owned(), project.locked_version("whosaid")?),
    ];
    for name in ["package.json", "README.md"] {
        fs::write(dist.join(name), fill(&project.root.join("static").join(name), &known)?)
            .context("dist cannot be written")?;
    }
    Ok(())
}

/// A text file with the placeholders replaced.
fn fill(file: &Path, names: &[(String, String)]) -> Result<String> {
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
pub fn hashed_name(extension: &str, content: &[u8]) -> String {
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
    fn names_follow_content() {
        assert_eq!(hashed_name("js", b"a"), hashed_name("js", b"a"));
        assert_ne!(hashed_name("js", b"a"), hashed_name("js", b"b"));
        assert!(hashed_name("wasm", b"a").ends_with(".wasm"));
    }
}
