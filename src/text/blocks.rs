//! Blocks of the article and the tokens in each.

use super::{Span, Token, TokenKind};
use crate::options::{Block, BlockKind};
use std::ops::Range;

/// A block of the article with its tokens.
#[derive(Debug, Clone, PartialEq)]
pub struct TokenBlock {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Its tokens, as indices; no line ends among them at its edges.
    pub tokens: Range<usize>,
}

/// Cuts the tokens into blocks: the ones given, or else lines. Text outside the given blocks belongs to none.
pub fn cut(tokens: &[Token], given: &[Block]) -> Vec<TokenBlock> {
    if given.is_empty() {
        return lines(tokens);
    }
    let mut blocks = Vec::with_capacity(given.len());
    let mut at = 0;
    for block in given {
        let from = at + tokens.get(at..).map_or(0, |rest| rest.partition_point(|t| t.span.start < block.span.start));
        let to = from + tokens.get(from..).map_or(0, |rest| rest.partition_point(|t| t.span.end <= block.span.end));
        push(&mut blocks, tokens, from..to, block.kind);
        at = to.max(at);
    }
    blocks
}

fn lines(tokens: &[Token]) -> Vec<TokenBlock> {
    let mut blocks = Vec::new();
    let mut from = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.kind == TokenKind::Break {
            push(&mut blocks, tokens, from..at, BlockKind::Paragraph);
            from = at + 1;
        }
    }
    push(&mut blocks, tokens, from..tokens.len(), BlockKind::Paragraph);
    blocks
}

fn push(blocks: &mut Vec<TokenBlock>, tokens: &[Token], range: Range<usize>, kind: BlockKind) {
    let (Some(first), Some(last)) = (tokens.get(range.start), range.end.checked_sub(1).and_then(|at| tokens.get(at)))
    else {
        return;
    };
    if range.start < range.end {
        blocks.push(TokenBlock { span: first.span.cover(last.span), kind, tokens: range });
    }
}
