//! `cargo xtask test`: all that continuous integration runs, step by step.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::setup::{self, Machine, Std, browsers, tools};
use crate::shell::{ask, run, run_quietly, say};
use crate::{build, demo, licences};

/// Crates that the pure part must not know.
const BROWSER_CRATES: [&str; 6] = ["yew", "web-sys", "js-sys", "wasm-bindgen", "gloo", "wasm-bindgen-futures"];

type Run = fn(&Project, &Machine) -> Result<()>;

/// A step: its name, what it does, how.
struct Step {
    name: &'static str,
    does: &'static str,
    run: Run,
}

const STEPS: [Step; 9] = [
    Step { name: "format", does: "the code is formatted", run: format },
    Step { name: "lint", does: "clippy has nothing to say", run: lint },
    Step { name: "core", does: "the engine builds without anything of a browser", run: core },
    Step { name: "native", does: "native tests and examples in the documentation", run: native },
    Step { name: "licences", does: "what we depend on may be used", run: licences::check },
    Step { name: "build", does: "dist is built and within its limits", run: dist },
    Step { name: "browser", does: "tests inside a browser (wasm-pack)", run: browser },
    Step { name: "e2e", does: "the served page from end to end", run: end_to_end },
    Step { name: "engines", does: "pages of hazards in Chromium, Firefox and WebKitGTK", run: engines },
];

/// Runs all steps, or those named, in their order; one that fails does not keep the others from being run.
pub fn test(project: &Project, machine: &Machine, only: &[String]) -> Result<()> {
    if let Some(unknown) = only.iter().find(|name| STEPS.iter().all(|step| step.name != name.as_str())) {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        bail!("no step `{unknown}`; there are {}", names.join(", "));
    }
    let begun = Instant::now();
    let mut passed = Vec::new();
    let mut failed = Vec::new();
    for step in STEPS.iter().filter(|step| only.is_empty() || only.iter().any(|name| name == step.name)) {
        say(format_args!("== {}: {}", step.name, step.does));
        let step_begun = Instant::now();
        let result = (step.run)(project, machine);
        let seconds = step_begun.elapsed().as_secs();
        match result {
            Ok(()) => {
                say(format_args!("== {}: passed after {seconds} s", step.name));
                passed.push(format!("{} {seconds} s", step.name));
            }
            Err(error) => {
                say(format_args!("== {}: FAILED after {seconds} s: {error:#}", step.name));
                failed.push((step.name, format!("{error:#}")));
            }
        }
    }
    println!("whosaid: passed after {} s: {}", begun.elapsed().as_secs(), passed.join(", "));
    if failed.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = failed
        .iter()
        .map(|(name, reason)| format!("  {name}: {reason}\n    again with: cargo xtask test --only {name}"))
        .collect();
    bail!("failed:\n{}", lines.join("\n"))
}

/// A cargo command for this machine's own compiler.
fn cargo(project: &Project, machine: &Machine) -> Command {
    let mut cargo = machine.command("cargo");
    cargo.current_dir(&project.root).env("CARGO_TERM_PROGRESS_WHEN", "never");
    cargo
}

fn need_component(project: &Project, machine: &Machine, subcommand: &str, component: &str) -> Result<()> {
    if ask(cargo(project, machine).args([subcommand, "--version"])).is_none() {
        bail!("`cargo {subcommand}` is missing; get it with: rustup component add {component}");
    }
    Ok(())
}

fn format(project: &Project, machine: &Machine) -> Result<()> {
    need_component(project, machine, "fmt", "rustfmt")?;
    run(cargo(project, machine).args(["fmt", "--all", "--check"]))
}

fn lint(project: &Project, machine: &Machine) -> Result<()> {
    need_component(project, machine, "clippy", "clippy")?;
    for arguments in [
        &["--package", "whosaid", "--no-default-features", "--lib"][..],
        &["--package", "whosaid", "--all-targets"],
        &["--workspace", "--all-targets", "--all-features"],
    ] {
        let mut clippy = cargo(project, machine);
        run(clippy.args(["clippy", "--quiet"]).args(arguments).args(["--", "--deny", "warnings"]))?;
    }
    Ok(())
}

fn core(project: &Project, machine: &Machine) -> Result<()> {
    let mut tree = cargo(project, machine);
    tree.args(["tree", "--package", "whosaid", "--no-default-features", "--edges", "normal,build", "--prefix", "none"]);
    let tree = ask(tree.args(["--format", "{p}"])).context("`cargo tree` failed")?;
    let known = |name: &&&str| tree.lines().any(|line| line.split(' ').next() == Some(**name));
    if let Some(found) = BROWSER_CRATES.iter().find(known) {
        bail!("the pure part depends on `{found}`: cargo tree --no-default-features --invert {found}");
    }
    println!("the pure part has {} dependencies, none of a browser", tree.lines().count().saturating_sub(1));
    run(cargo(project, machine).args(["check", "--quiet", "--package", "whosaid", "--no-default-features", "--lib"]))
}

fn native(project: &Project, machine: &Machine) -> Result<()> {
    let all = ["--workspace", "--all-features"];
    if ask(cargo(project, machine).args(["nextest", "--version"])).is_some() {
        let mut nextest = cargo(project, machine);
        run(nextest.args(["nextest", "run", "--no-fail-fast", "--status-level", "slow"]).args(all))?;
    } else {
        run(cargo(project, machine).args(["test", "--no-fail-fast", "--all-targets"]).args(all))?;
    }
    run(cargo(project, machine).args(["test", "--doc"]).args(all))
}

fn dist(project: &Project, machine: &Machine) -> Result<()> {
    build::build(project, machine, build::Options { gates: true, ..build::Options::default() })
}

fn browser(project: &Project, machine: &Machine) -> Result<()> {
    let tests = browser_tests(project)?;
    if tests.is_empty() {
        bail!("there is no tests/browser*.rs");
    }
    let lock = setup::lock(machine)?;
    let toolchain = setup::toolchain::ensure(machine, Std::Plain)?;
    let bindgen = tools::wasm_bindgen(machine, project)?;
    let pack = tools::wasm_pack(machine)?;
    drop(lock);
    let browser = browsers::chromium(machine)?;
    let path = toolchain.path(machine)?;
    let path = std::env::join_paths([&bindgen, &pack].into_iter().cloned().chain(std::env::split_paths(&path)))?;
    let mut wasm_pack = machine.command(&pack.join("wasm-pack").to_string_lossy());
    toolchain.apply(machine, &mut wasm_pack)?;
    wasm_pack
        .env("PATH", path)
        .env("CARGO_TARGET_DIR", project.wasm_target().join("plain"))
        .env("CARGO_TERM_PROGRESS_WHEN", "never")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .current_dir(&project.root)
        .args(["test", "--headless", "--chrome", "--mode", "no-install", "--chromedriver"])
        .arg(&browser.driver)
        .arg(".");
    for test in tests {
        wasm_pack.arg("--test").arg(test);
    }
    run(&mut wasm_pack)
}

/// The names of `tests/browser*.rs`: they alone are compiled for WebAssembly.
fn browser_tests(project: &Project) -> Result<Vec<OsString>> {
    let files = std::fs::read_dir(project.root.join("tests")).context("there is no folder tests")?;
    let mut names: Vec<OsString> = files
        .flatten()
        .map(|entry| PathBuf::from(entry.file_name()))
        .filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
        .filter_map(|file| Some(file.file_stem()?.to_owned()))
        .filter(|name| name.to_string_lossy().starts_with("browser"))
        .collect();
    names.sort();
    Ok(names)
}

/// The folder of the tests of `dist`, which is built unless it is there.
fn tests_of_dist(project: &Project, machine: &Machine) -> Result<PathBuf> {
    if !project.dist().join(build::LOADER).is_file() {
        build::build(project, machine, build::Options::default())?;
    }
    let tests = project.root.join("tests/e2e");
    tools::npm_ci(machine, &tests, &tests, "Playwright, selenium and axe")?;
    Ok(tests)
}

/// The same pages in three engines, each through its own WebDriver.
fn engines(project: &Project, machine: &Machine) -> Result<()> {
    let tests = tests_of_dist(project, machine)?;
    let mut failed = Vec::new();
    for (name, browser) in [
        ("chromium", browsers::chromium(machine)?),
        ("firefox", browsers::firefox(machine)?),
        ("webkit", browsers::webkit(machine)?),
    ] {
        // WebKitGTK has no headless mode.
        let mut node = machine.command(if name == "webkit" { "xvfb-run" } else { "node" });
        if name == "webkit" {
            node.args(["--auto-servernum", "node"]);
        }
        node.current_dir(&tests)
            .env("WHOSAID_DIST", project.dist())
            .env("WHOSAID_ENGINE", name)
            .env("WHOSAID_BROWSER", &browser.program)
            .env("WHOSAID_DRIVER", &browser.driver)
            .args(["--test", "--test-reporter", "spec", "engines/"]);
        if let Err(error) = run(&mut node) {
            say(format_args!("{name}: {error:#}"));
            failed.push(name);
        }
    }
    if failed.is_empty() { Ok(()) } else { bail!("failed in {}", failed.join(", ")) }
}

fn end_to_end(project: &Project, machine: &Machine) -> Result<()> {
    let tests = tests_of_dist(project, machine)?;
    let browser = browsers::chromium(machine)?;
    // The pages of `whosaid render` are made by the command itself.
    run(cargo(project, machine).args([
        "build",
        "--quiet",
        "--package",
        "whosaid",
        "--all-features",
        "--bin",
        "whosaid",
    ]))?;
    let application = yew_example(project, machine)?;
    let running = demo::start(project, None, 0)?;
    let mut node = machine.command("node");
    node.current_dir(&tests)
        .env("WHOSAID_URL", running.url())
        .env("WHOSAID_DIST", project.dist())
        .env("WHOSAID_COMMAND", project.command())
        .env("WHOSAID_YEW", application)
        .env("WHOSAID_CHROMIUM", &browser.program)
        .args(["--test", "--test-reporter", "spec", "--test-concurrency", "2"]);
    run(node.arg("cases/"))
}

/// Builds the example of a Yew application as its own documentation says; returns its folder.
fn yew_example(project: &Project, machine: &Machine) -> Result<PathBuf> {
    let lock = setup::lock(machine)?;
    let toolchain = setup::toolchain::ensure(machine, Std::Plain)?;
    let bindgen = tools::wasm_bindgen(machine, project)?;
    drop(lock);
    // The target folder of the tests in a browser: what the example depends on is compiled there already.
    let target = project.wasm_target().join("plain");
    let mut cargo = toolchain.cargo(machine)?;
    cargo.current_dir(&project.root).env("CARGO_TARGET_DIR", &target);
    cargo.args(["build", "--example", "yew", "--target", setup::TARGET]);
    run_quietly("compiling the example of a Yew application", &mut cargo)?;
    let folder = project.root.join("examples/yew");
    let mut bind = machine.command(&bindgen.join("wasm-bindgen").to_string_lossy());
    bind.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(folder.join("built"));
    bind.arg(target.join(setup::TARGET).join("debug/examples/yew.wasm"));
    run_quietly("binding it to JavaScript", &mut bind)?;
    Ok(folder)
}
