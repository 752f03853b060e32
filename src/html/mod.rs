//! Articles in HTML, read without a browser's parser: for the command line and the review page.
//!
//! What an element means is decided in [`crate::text::markup`], and words are collected as the page collects them, so that a
//! report made here fits the article in the browser.

mod article;
#[cfg(feature = "cli")]
mod bake;
#[cfg(feature = "cli")]
mod list;
mod metadata;
mod tree;

use crate::options::Options;
#[cfg(feature = "cli")]
pub use bake::{bake, page_of_text};

/// What a page's HTML gives to the engine.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// The article's text: its blocks, a line each, white space as a browser shows it.
    pub text: String,
    /// What the page says of it: headline (where it is not part of the text), date line, publisher, language, address,
    /// blocks and links.
    pub options: Options,
    /// What the publisher says of the article's quotations, as JSON, that which counts for more after the other: JSON-LD
    /// with quotations, then a report (`<script type="application/json" data-who-said>`).
    pub scripts: Vec<String>,
}

/// Why HTML is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum HtmlError {
    /// Elements stand in each other deeper than [`DEEPEST`].
    TooDeep,
    /// Unclosed markup is repeated so often that the page grows far beyond its own size.
    TooLarge,
}

/// How deep elements may stand in each other. Browsers stop at 512.
pub const DEEPEST: usize = 1024;

impl std::fmt::Display for HtmlError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooDeep => {
                write!(
                    f,
                    "elements stand in each other more than {DEEPEST} deep; close them, or give the article's own HTML"
                )
            }
            Self::TooLarge => {
                f.write_str("unclosed elements repeat without end; close them, or give the article's own HTML")
            }
        }
    }
}

impl std::error::Error for HtmlError {}

/// Reads the article of an HTML page, or of a piece of one.
///
/// # Errors
/// Where the markup nests or repeats without bound; any other markup is read as browsers read it.
pub fn read(html: &str) -> Result<Article, HtmlError> {
    let page = tree::parse(html)?;
    let mut options = metadata::read(&page);
    let lengths = tree::Lengths::of(&page);
    let root = article::find(&page, &lengths);
    let language = options.language.clone().unwrap_or_default();
    let collected = article::collect(root, &lengths, &language);
    options.blocks = collected.blocks;
    options.links = collected.links;
    let in_text = options.blocks.iter().any(|block| block.kind == crate::BlockKind::Headline);
    options.headline = options.headline.filter(|_| !in_text);
    Ok(Article { text: collected.pieces.text, options, scripts: metadata::scripts(&page) })
}

#[cfg(test)]
mod tests;
