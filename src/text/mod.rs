//! Text as the engine sees it: spans, offset conversion, tokens, blocks.

pub mod address;
pub mod blocks;
pub mod markup;
mod offsets;
pub mod order;
#[cfg(any(feature = "browser", feature = "files"))]
// The command line asks for the text; the way back to the nodes is the page's.
#[cfg_attr(not(feature = "browser"), allow(dead_code))]
pub(crate) mod pieces;
#[cfg(all(test, any(feature = "browser", feature = "files")))]
mod pieces_tests;
mod span;
mod token;

pub use offsets::ScalarIndex;
pub use span::Span;
pub use token::{Token, TokenKind, is_invisible, is_quote, tokenize};
