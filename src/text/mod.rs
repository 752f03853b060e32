//! Text as the engine sees it: spans, offset conversion, tokens, blocks.

pub mod blocks;
pub mod markup;
mod offsets;
mod span;
mod token;

pub use offsets::ScalarIndex;
pub use span::Span;
pub use token::{Token, TokenKind, is_invisible, is_quote, tokenize};
