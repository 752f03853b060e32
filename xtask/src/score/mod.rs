//! `cargo xtask score`: measures the engine on annotated news.
//!
//! The definitions are those of the corpora's own `score.py` (trim, matching, views, speakers, joint), and the figures are the same
//! to the decimal. Beside them: errors by class, whether confidence is honest, names shown that are right, pronouns, speed.

mod annotation;
mod arguments;
mod fields;
mod figures;
mod findings;
mod gold;
mod names;
mod predict;
mod speaker;
mod views;

use arguments::Arguments;
use findings::Judged;
use gold::{Document, Prediction};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::io::Write;
use std::path::{Path, PathBuf};
use views::{Counts, Outcome};

/// Runs the command.
pub fn run(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Result<(), String> {
    let arguments = arguments::parse(arguments)?;
    if arguments.help {
        return print(arguments::HELP);
    }
    if arguments.fields {
        return fields::run(&arguments.paths, arguments.errors > 0);
    }
    let corpora = corpora(&arguments.paths)?;
    let mut written = arguments.predictions.as_deref().map(create).transpose()?;
    for path in corpora {
        score(&path, &arguments, written.as_mut())?;
    }
    Ok(())
}

/// The files to score: those named, and every corpus in the folders named.
fn corpora(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let files = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
            found.extend(
                files.filter(|file| file.extension().is_some_and(|kind| kind == "jsonl") && gold::is_corpus(file)),
            );
        } else if path.exists() {
            found.push(path.clone());
        }
    }
    found.sort();
    if found.is_empty() {
        let places: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        return Err(format!("no corpus in {}.\n{}", places.join(", "), arguments::WHERE));
    }
    Ok(found)
}

fn create(path: &Path) -> Result<std::fs::File, String> {
    std::fs::File::create(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Scores one corpus and prints what was asked for.
fn score(path: &Path, arguments: &Arguments, written: Option<&mut std::fs::File>) -> Result<(), String> {
    let documents = gold::read_corpus(path)?;
    let predictions: HashMap<String, Prediction> = match &arguments.read {
        Some(file) => gold::read_predictions(file)?,
        None => predict::predict(&documents).into_iter().map(|each| (each.id.clone(), each)).collect(),
    };
    if let Some(file) = written {
        for prediction in documents.iter().filter_map(|document| predictions.get(&document.id)) {
            let line = serde_json::to_string(prediction).map_err(|error| error.to_string())?;
            writeln!(file, "{line}").map_err(|error| error.to_string())?;
        }
    }
    let outcomes: Vec<Outcome> =
        documents.iter().map(|document| views::compare(document, predictions.get(&document.id))).collect();
    let judged: Vec<Judged> = documents
        .iter()
        .zip(&outcomes)
        .flat_map(|(document, outcome)| {
            let prediction = predictions.get(&document.id);
            outcome.findings.iter().map(move |finding| Judged { document, prediction, finding })
        })
        .collect();
    let speed = (arguments.speed && arguments.read.is_none()).then(|| predict::speed(&documents));
    let scored = Scored { path, documents: &documents, predictions: &predictions, outcomes: &outcomes, judged, speed };
    print(&if arguments.json { scored.json(arguments)? } else { scored.text(arguments)? })
}

struct Scored<'a> {
    path: &'a Path,
    documents: &'a [Document],
    predictions: &'a HashMap<String, Prediction>,
    outcomes: &'a [Outcome],
    judged: Vec<Judged<'a>>,
    speed: Option<f64>,
}

impl Scored<'_> {
    /// Labelled pronouns beside the corpus, where there are any.
    fn pronouns(&self) -> Result<Option<names::Pronouns>, String> {
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let labels = self.path.with_file_name(format!("{stem}-pronoun-gold.jsonl"));
        if !labels.exists() {
            return Ok(None);
        }
        let by_id = self.predictions.iter().map(|(id, prediction)| (id.as_str(), prediction)).collect();
        names::pronouns(&labels, &by_id).map(Some)
    }

    /// Annotated and predicted quotations by kind.
    fn kinds(&self) -> [BTreeMap<&str, usize>; 2] {
        let mut kinds = [BTreeMap::new(), BTreeMap::new()];
        for document in self.documents {
            for gold in &document.quotes {
                *kinds[0].entry(gold.kind.as_str()).or_default() += 1;
            }
            let quotes = self.predictions.get(&document.id).map_or(&[][..], |prediction| &prediction.quotes);
            for quote in quotes {
                *kinds[1].entry(quote.kind.as_deref().unwrap_or("unknown")).or_default() += 1;
            }
        }
        kinds
    }

    fn text(&self, arguments: &Arguments) -> Result<String, String> {
        let (views, roles) = totals(self.outcomes);
        let view = arguments.view.as_deref();
        let mut lines = vec![format!("{}, {} documents", self.path.display(), self.documents.len())];
        lines.push(figures::table(&views, &roles, view));
        lines.push(format!("errors: {}", findings::summary(&self.judged)));
        lines.extend(names::names(&self.judged).lines());
        let pronouns = self.pronouns()?;
        lines.extend(pronouns.iter().map(names::Pronouns::line));
        let [annotated, predicted] = self.kinds();
        let list = |kinds: BTreeMap<&str, usize>| -> String {
            kinds.into_iter().map(|(kind, count)| format!("{kind} {count}")).collect::<Vec<_>>().join(", ")
        };
        lines.push(format!("annotated: {}; predicted: {}", list(annotated), list(predicted)));
        lines.extend(self.speed.map(|speed| format!("speed: {speed:.1} MB/s of text, one thread{}", arguments::BUILD)));
        let chosen = findings::errors(&self.judged, arguments.class, arguments.errors, arguments.seed);
        lines.extend(chosen.iter().map(|judged| findings::describe(judged, arguments.context)));
        let shown = arguments.errors.min(pronouns.as_ref().map_or(0, |pronouns| pronouns.wrong.len()));
        if arguments.class.is_none() {
            lines.extend(
                pronouns.iter().flat_map(|pronouns| &pronouns.wrong[..shown]).map(|line| format!("── pronoun  {line}")),
            );
        }
        lines.push(String::new());
        Ok(lines.join("\n"))
    }

    fn json(&self, arguments: &Arguments) -> Result<String, String> {
        let (views, roles) = totals(self.outcomes);
        let view = arguments.view.as_deref();
        let pronouns =
            self.pronouns()?.map(|each| json!({"all": each.all, "right": each.right, "no_name": each.unnamed}));
        let [annotated, predicted] = self.kinds();
        let value: Value = json!({
            "corpus": self.path.file_stem().unwrap_or_default().to_string_lossy(),
            "documents": self.documents.len(),
            "views": figures::json(&views, &roles, view),
            "names": names::names(&self.judged).json(),
            "pronouns": pronouns,
            "annotated": annotated,
            "predicted": predicted,
            "speed": self.speed,
        });
        Ok(value.to_string())
    }
}

/// The counts of all documents.
fn totals(outcomes: &[Outcome]) -> ([Counts; 5], [[usize; 3]; 3]) {
    let mut views: [Counts; 5] = Default::default();
    let mut roles = [[0; 3]; 3];
    for outcome in outcomes {
        views.iter_mut().zip(&outcome.views).for_each(|(sum, counts)| sum.add(counts));
        let sums = roles.iter_mut().flatten();
        sums.zip(outcome.roles.iter().flatten()).for_each(|(sum, count)| *sum += count);
    }
    (views, roles)
}

/// Prints a line; a reader that has gone away ends it quietly.
fn print(text: &str) -> Result<(), String> {
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
