//! The two sides of a comparison: annotated documents and predictions, as `score.py` reads them.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// A half-open range of Unicode scalar values.
pub type Range = (usize, usize);

/// The name of an attribution within its document: a number in some corpora.
#[derive(Deserialize, PartialEq, Eq, Hash)]
#[serde(untagged)]
pub enum Id {
    Text(String),
    Number(i64),
}

/// An annotated document.
#[derive(Deserialize)]
pub struct Document {
    pub id: String,
    #[serde(default)]
    pub lang: Option<String>,
    pub text: String,
    pub quotes: Vec<GoldQuote>,
    pub marks: Vec<Mark>,
    /// `text` by scalar value; filled after reading.
    #[serde(skip)]
    pub chars: Vec<char>,
}

/// One annotated piece of content.
#[derive(Deserialize)]
pub struct GoldQuote {
    pub start: usize,
    pub end: usize,
    pub kind: String,
    #[serde(default)]
    pub text: String,
    pub speaker: Option<Mention>,
    pub cue: Option<Mention>,
    pub attribution: Id,
    #[serde(default)]
    pub speech: bool,
    #[serde(default)]
    pub cue_lemma: Option<String>,
}

/// A pair of double quotation marks and the attribution it belongs to.
#[derive(Deserialize)]
pub struct Mark {
    pub start: usize,
    pub end: usize,
    pub attribution: Option<Id>,
}

/// Words of the text that name a speaker or a cue; without offsets where they stand nowhere.
#[derive(Deserialize, Serialize, Clone, Debug)]
pub struct Mention {
    #[serde(default)]
    pub start: Option<usize>,
    #[serde(default)]
    pub end: Option<usize>,
    #[serde(default)]
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segments: Option<Vec<Range>>,
}

impl Mention {
    /// Where it stands.
    pub fn range(&self) -> Option<Range> {
        Some((self.start?, self.end?))
    }
}

/// The predictions for one document.
#[derive(Deserialize, Serialize, Default)]
pub struct Prediction {
    pub id: String,
    pub quotes: Vec<PredictedQuote>,
}

/// One predicted quotation. The fields after `segments` are Whosaid's own; `score.py` passes over them.
#[derive(Deserialize, Serialize, Clone, Debug)]
pub struct PredictedQuote {
    pub start: usize,
    pub end: usize,
    pub speaker: Option<Mention>,
    #[serde(default)]
    pub cue: Option<Mention>,
    #[serde(default)]
    pub kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segments: Option<Vec<Range>>,
    /// The resolved source's name.
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub confidence: Option<f32>,
    #[serde(default)]
    pub rule: Option<String>,
}

impl PredictedQuote {
    /// Its pieces: the segments, or the whole.
    pub fn pieces(&self) -> Vec<Range> {
        match &self.segments {
            Some(segments) if !segments.is_empty() => segments.clone(),
            _ => vec![(self.start, self.end)],
        }
    }
}

/// Whether a file holds annotated documents, by its first line.
pub fn is_corpus(path: &Path) -> bool {
    let Ok(file) = File::open(path) else { return false };
    let mut line = String::new();
    BufReader::new(file).read_line(&mut line).is_ok() && serde_json::from_str::<Document>(&line).is_ok()
}

/// Reads a corpus, one document a line.
pub fn read_corpus(path: &Path) -> Result<Vec<Document>, String> {
    let mut documents: Vec<Document> = read_lines(path)?;
    for document in &mut documents {
        document.chars = document.text.chars().collect();
    }
    Ok(documents)
}

/// Reads predictions by document.
pub fn read_predictions(path: &Path) -> Result<HashMap<String, Prediction>, String> {
    let predictions: Vec<Prediction> = read_lines(path)?;
    Ok(predictions.into_iter().map(|prediction| (prediction.id.clone(), prediction)).collect())
}

/// Reads one JSON value a line; an error names the file and the line.
pub fn read_lines<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<Vec<T>, String> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut values = Vec::new();
    for (number, line) in BufReader::new(file).lines().enumerate() {
        let at = |error: &dyn std::fmt::Display| format!("{}, line {}: {error}", path.display(), number + 1);
        let line = line.map_err(|error| at(&error))?;
        if !line.trim().is_empty() {
            values.push(serde_json::from_str(&line).map_err(|error| at(&error))?);
        }
    }
    Ok(values)
}
