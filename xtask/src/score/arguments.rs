//! The arguments of `cargo xtask score`.

use super::findings::CLASSES;
use super::views::{Class, VIEWS};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

/// What `--help` prints.
pub const HELP: &str = "\
Measures the engine on annotated news.

Usage: cargo xtask score [FILE|FOLDER]... [OPTION]...

Without a path it reads the folder `corpora`, which git ignores.

  --view VIEW          marks, direct, quoted, indirect, all or roles: that row alone
  --errors N           show N errors, with the words around them
  --class CLASS        errors of one class: missed-pair, false-pair, wrong-speaker, missed-indirect, false-indirect,
                       wrong-indirect-speaker
  --seed S             a random sample of errors instead of the first
  --context N          characters of text on each side of an error (160)
  --predictions FILE   write the predictions, one document a line, as score.py reads them
  --read FILE          score these predictions instead of running the engine
  --fields             score annotated articles (tests/articles where no path is given) field by field instead;
                       with --errors 1 each field that is wrong
  --json               figures as JSON, one object a corpus
  --no-speed           do not measure speed
  --native             build as the native command is built (slower to build), for the figure of speed";

/// Where corpora are to be put.
pub const WHERE: &str = "\
Corpora are not part of the project (their licences do not allow it). Put annotated documents into the folder `corpora`
at the project's root, or name a file or folder. One JSON object a line:
  {\"id\",\"text\",\"quotes\":[{\"start\",\"end\",\"kind\",\"text\",\"speaker\",\"cue\",\"attribution\",\"speech\",\"cue_lemma\"}],\"marks\":[{\"start\",\"end\",\"attribution\"}]}";

/// How this binary was built, for the figure of speed.
pub const BUILD: &str = if cfg!(debug_assertions) { " (debug build: not the figure to report)" } else { "" };

/// What was asked for.
pub struct Arguments {
    pub help: bool,
    pub paths: Vec<PathBuf>,
    pub view: Option<String>,
    pub errors: usize,
    pub class: Option<Class>,
    pub seed: Option<u64>,
    pub context: usize,
    pub predictions: Option<PathBuf>,
    pub read: Option<PathBuf>,
    pub json: bool,
    pub fields: bool,
    pub speed: bool,
}

/// Reads the arguments after `score`.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, String> {
    parse_with(lexopt::Parser::from_args(arguments)).map_err(|error| format!("{error}\n\n{HELP}"))
}

fn parse_with(mut parser: lexopt::Parser) -> Result<Arguments, lexopt::Error> {
    let mut arguments = Arguments {
        help: false,
        paths: Vec::new(),
        view: None,
        errors: 0,
        class: None,
        seed: None,
        context: 160,
        predictions: None,
        read: None,
        json: false,
        fields: false,
        speed: true,
    };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => arguments.help = true,
            Long("view") => arguments.view = Some(parser.value()?.parse_with(view)?),
            Long("errors") => arguments.errors = parser.value()?.parse()?,
            Long("class") => arguments.class = Some(parser.value()?.parse_with(class)?),
            Long("seed") => arguments.seed = Some(parser.value()?.parse()?),
            Long("context") => arguments.context = parser.value()?.parse()?,
            Long("predictions") => arguments.predictions = Some(parser.value()?.into()),
            Long("read") => arguments.read = Some(parser.value()?.into()),
            Long("fields") => arguments.fields = true,
            Long("json") => arguments.json = true,
            Long("no-speed") => arguments.speed = false,
            // Taken care of before this binary was built.
            Long("native") => {}
            Value(path) => arguments.paths.push(path.into()),
            _ => return Err(argument.unexpected()),
        }
    }
    if arguments.paths.is_empty() {
        arguments.paths.push(if arguments.fields { "tests/articles" } else { "corpora" }.into());
    }
    Ok(arguments)
}

fn view(name: &str) -> Result<String, String> {
    let known = VIEWS.contains(&name) || name == "roles";
    if known {
        Ok(name.into())
    } else {
        Err(format!("no view: marks, direct, quoted, indirect, all, roles; not {name}"))
    }
}

fn class(name: &str) -> Result<Class, String> {
    let found = CLASSES.iter().find(|&&(_, each)| each == name).map(|&(class, _)| class);
    found.ok_or_else(|| format!("no class: {}; not {name}", CLASSES.map(|(_, each)| each).join(", ")))
}
