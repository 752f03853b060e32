//! Articles with a complete annotation: `NAME.json` beside its text, in the form of `tests/articles`.

use super::gold::Range;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use whosaid::text::Span;
use whosaid::{Anchor, Block, BlockKind, Options};

/// An article with what is to be found in it.
pub struct Article {
    pub text: String,
    pub chars: Vec<char>,
    pub options: Options,
    pub annotation: File,
}

/// An annotation, as far as it is scored.
#[derive(Deserialize)]
pub struct File {
    document: Document,
    #[serde(default)]
    blocks: Vec<GivenBlock>,
    pub sources: HashMap<String, GivenSource>,
    pub attributions: Vec<Annotation>,
}

#[derive(Deserialize)]
struct Document {
    path: String,
    language: Option<String>,
    #[serde(rename = "datePublished")]
    published: Option<String>,
    publisher: Option<String>,
    #[serde(default)]
    links: Vec<Words>,
}

#[derive(Deserialize)]
struct GivenBlock {
    kind: String,
    start: usize,
    end: usize,
}

/// Words of the article.
#[derive(Deserialize)]
pub struct Words {
    pub start: usize,
    pub end: usize,
    #[serde(default)]
    pub exact: String,
}

#[derive(Deserialize)]
pub struct GivenSource {
    pub name: Option<String>,
    pub label: Option<String>,
    pub kind: String,
}

/// One annotated attribution.
#[derive(Deserialize)]
pub struct Annotation {
    pub id: String,
    pub nested_in: Option<String>,
    pub form: String,
    pub content: Words,
    pub source: String,
    pub cues: Vec<Words>,
    pub addressee: Option<GivenAddressee>,
    pub medium: Option<String>,
    pub outlet: Option<String>,
    pub route: Option<String>,
    pub date: Option<GivenDate>,
    pub chain: Vec<GivenHop>,
    pub missing: Vec<String>,
}

#[derive(Deserialize)]
pub struct GivenAddressee {
    pub name: String,
    pub mention: Option<Words>,
}

#[derive(Deserialize)]
pub struct GivenDate {
    pub edtf: Option<String>,
}

#[derive(Deserialize)]
pub struct GivenHop {
    pub agent: String,
}

/// The annotations in files and folders, in order.
pub fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let entries = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
            files.extend(entries.filter(|file| file.extension().is_some_and(|kind| kind == "json")));
        } else {
            files.push(path.clone());
        }
    }
    files.sort();
    if files.is_empty() { Err("no annotated article (NAME.json beside NAME.txt) there".into()) } else { Ok(files) }
}

/// Reads an annotation and its article.
pub fn read(path: &Path) -> Result<Article, String> {
    let at = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let json = std::fs::read_to_string(path).map_err(|error| at(path, &error))?;
    let annotation: File = serde_json::from_str(&json).map_err(|error| at(path, &error))?;
    let text_path = path.with_file_name(&annotation.document.path);
    let text = std::fs::read_to_string(&text_path).map_err(|error| at(&text_path, &error))?;
    let mut bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(text.len());
    let fits = |words: &Words| words.start <= words.end && words.end < bytes.len();
    if !annotation.attributions.iter().all(|each| fits(&each.content)) {
        return Err(at(path, &"an attribution reaches beyond its text"));
    }
    let document = &annotation.document;
    let links = document.links.iter().filter(|link| fits(link));
    let options = Options {
        language: document.language.clone(),
        published: document.published.clone(),
        publisher: document.publisher.clone(),
        blocks: blocks(&text, &bytes, &annotation.blocks),
        links: links
            .map(|link| Anchor { span: Span::new(bytes[link.start], bytes[link.end]), url: link.exact.clone() })
            .collect(),
        ..Options::default()
    };
    Ok(Article { chars: text.chars().collect(), text, options, annotation })
}

/// Every line with words is a block, of the kind that the annotation gives; no blocks where it gives none.
fn blocks(text: &str, bytes: &[usize], given: &[GivenBlock]) -> Vec<Block> {
    if given.is_empty() {
        return Vec::new();
    }
    let byte = |scalar: usize| bytes.get(scalar).copied().unwrap_or(text.len());
    let kind_at = |at: usize| {
        let block = given.iter().find(|block| byte(block.start) <= at && at < byte(block.end));
        block.map_or(BlockKind::Paragraph, |block| kind(&block.kind))
    };
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        if !words.is_empty() {
            blocks.push(Block { span: Span::new(start, start + words.len()), kind: kind_at(start) });
        }
        start += line.len();
    }
    blocks
}

fn kind(name: &str) -> BlockKind {
    match name {
        "headline" => BlockKind::Headline,
        "heading" => BlockKind::Heading,
        "quote" => BlockKind::Quote,
        "post" => BlockKind::Post,
        "pull_quote" => BlockKind::PullQuote,
        "caption" => BlockKind::Caption,
        _ => BlockKind::Paragraph,
    }
}

/// A span without white space, quotation marks and punctuation at its ends.
pub fn trim(text: &[char], (mut start, mut end): Range) -> Range {
    let strippable = |at: usize| text.get(at).is_some_and(|&c| " \n\u{a0}\"“”‘’'.,;:!?…–—-".contains(c));
    while start < end && strippable(start) {
        start += 1;
    }
    while end > start && strippable(end - 1) {
        end -= 1;
    }
    (start, end)
}
