//! The commands that build, serve and test; `cargo xtask help` lists them.

use std::ffi::OsString;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::project::Project;
use crate::setup::{self, Machine};
use crate::{build, demo, reproduce, test};

const HELP: &str = "\
cargo xtask COMMAND

  demo    build the widget and serve a news page with it
          --article FILE  show this article (plain text or HTML) in the page
          --port N        listen there (8080)
  test    all that continuous integration runs
          --only STEP     only this: format, lint, core, native, licences, build, browser, e2e
  build   the widget and its pages, ready to be served, into dist/; says the sizes
          --plain-std  with the ordinary std, whose panics say what happened
          --rooms      say what each room weighs in the module as well
          --widget     the widget alone, without the review page
  reproduce  build here and in another folder, and compare the two byte for byte
  setup   get what building needs: a compiler for WebAssembly, wasm-bindgen, wasm-opt
  env     print the shell commands that put those on the search path
  score   measure the engine on annotated articles (cargo xtask score --help)
  explain FILE  say of each attribution which rule made it, from which words, and what lost
";

/// Runs the command that `arguments` (without the program's name) ask for.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<()> {
    let mut arguments = lexopt::Parser::from_args(arguments);
    let command = match arguments.next()? {
        Some(Value(command)) => command.string()?,
        None | Some(Short('h') | Long("help")) => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "help" => print!("{HELP}"),
        "demo" => demo(&mut arguments)?,
        "test" => test(&mut arguments)?,
        "build" => build(&mut arguments)?,
        "reproduce" => reproduce::reproduce(&Project::find()?, &Machine::here()?)?,
        "setup" => println!("{}", setup::everything()?.version),
        "env" => environment()?,
        other => bail!("no command `{other}`\n\n{HELP}"),
    }
    Ok(())
}

fn demo(arguments: &mut lexopt::Parser) -> Result<()> {
    let mut options = demo::Options { article: None, port: 8080 };
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("article") => options.article = Some(arguments.value()?.into()),
            Long("port") => options.port = arguments.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    demo::demo(&Project::find()?, &Machine::here()?, &options)
}

fn test(arguments: &mut lexopt::Parser) -> Result<()> {
    let mut only = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("only") => only.push(arguments.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    test::test(&Project::find()?, &Machine::here()?, &only)
}

fn build(arguments: &mut lexopt::Parser) -> Result<()> {
    let mut options = build::Options { gates: true, ..build::Options::default() };
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("plain-std") => options.plain_std = true,
            Long("rooms") => options.rooms = true,
            Long("widget") => options.widget_only = true,
            other => return Err(other.unexpected().into()),
        }
    }
    build::build(&Project::find()?, &Machine::here()?, options)
}

/// For `eval "$(cargo xtask env)"`: after it, `cargo build --target wasm32-unknown-unknown` works in that shell.
fn environment() -> Result<()> {
    let project = Project::find()?;
    let machine = Machine::here()?;
    let toolchain = setup::everything()?;
    let path = toolchain.path(&machine)?;
    let bindgen = setup::tools::wasm_bindgen(&machine, &project)?;
    println!("export PATH='{}:{}'", bindgen.display(), path.to_string_lossy());
    println!("export CARGO_TARGET_DIR='{}'", project.wasm_target().join("plain").display());
    println!("unset RUSTUP_TOOLCHAIN");
    Ok(())
}
