//! What a caller knows of an article beside its text.

use crate::text::Span;

/// What is known of an article beside its text. Everything is optional: the default reads plain text.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Language as a BCP 47 tag; guessed from the text where absent.
    pub language: Option<String>,
    /// The article's address.
    pub url: Option<String>,
    /// Its headline, where it is not part of the text.
    pub headline: Option<String>,
    /// Its date line, as an ISO 8601 date or date-time.
    pub published: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// The article's blocks in the order of the text, if the page gives them; else every line is a block.
    pub blocks: Vec<Block>,
    /// The links in the text, in its order.
    pub links: Vec<Anchor>,
}

/// A block of the article: a heading, a paragraph, a block quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BlockKind {
    /// The article's headline.
    Headline,
    /// A heading within the article.
    Heading,
    /// Running text.
    #[default]
    Paragraph,
    /// A block quotation (`<blockquote>`).
    Quote,
    /// An embedded post of a network, as text.
    Post,
    /// A pull quote: it repeats words of the body.
    PullQuote,
    /// A caption.
    Caption,
}

/// A link in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    /// The words that carry it, in bytes.
    pub span: Span,
    /// Its address as the page gives it.
    pub url: String,
}
