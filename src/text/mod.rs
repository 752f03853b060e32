//! Text as the engine sees it: spans, offset conversion, tokens, sentences.

mod span;

pub use span::Span;
