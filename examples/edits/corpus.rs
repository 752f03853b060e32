//! Articles with quotations, and chance that is the same each time.

use serde::Deserialize;
use whosaid::anchor::Selector;
use whosaid::text::{ScalarIndex, Span};

#[derive(Deserialize)]
pub struct Article {
    pub text: String,
    #[serde(default)]
    quotes: Vec<Extent>,
}

#[derive(Deserialize)]
struct Extent {
    start: usize,
    end: usize,
}

/// A quotation of an article.
pub struct Case<'a> {
    pub article: &'a Article,
    pub span: Span,
    pub selector: Selector,
    /// An article of another house and day.
    pub other: &'a Article,
}

impl Case<'_> {
    pub fn before(&self) -> &str {
        self.article.text.get(..self.span.start).unwrap_or("")
    }

    pub fn exact(&self) -> &str {
        self.span.of(&self.article.text)
    }

    pub fn after(&self) -> &str {
        self.article.text.get(self.span.end..).unwrap_or("")
    }
}

/// Every article of the files in a folder whose name begins so.
pub fn read(folder: &str, name: &str) -> Vec<Article> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
        .filter(|path| path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(name)))
        .collect();
    files.sort();
    let texts = files.iter().filter_map(|file| std::fs::read_to_string(file).ok());
    let parse =
        |text: String| -> Vec<Article> { text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect() };
    texts.flat_map(parse).filter(|article| !article.quotes.is_empty()).collect()
}

/// `count` quotations of at least `shortest` bytes, spread evenly over all.
pub fn cases(articles: &[Article], count: usize, shortest: usize) -> Vec<Case<'_>> {
    let long = |quote: &&Extent| quote.end - quote.start >= shortest;
    let total: usize = articles.iter().map(|article| article.quotes.iter().filter(long).count()).sum();
    let step = (total / count.max(1)).max(1);
    let mut cases = Vec::new();
    let mut number = 0;
    for (index, article) in articles.iter().enumerate() {
        let scalars = ScalarIndex::new(&article.text);
        for quote in article.quotes.iter().filter(long) {
            number += 1;
            let span = Span::new(scalars.byte(quote.start), scalars.byte(quote.end));
            let Some(other) = articles.get((index + articles.len() / 2) % articles.len()) else { continue };
            if number % step == 0 && !span.of(&article.text).trim().is_empty() {
                cases.push(Case { article, span, selector: Selector::of(&article.text, span), other });
            }
        }
    }
    cases
}

/// Numbers that look like chance (splitmix64).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) as usize) % limit.max(1)
    }

    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        among.get(self.below(among.len()))
    }
}
