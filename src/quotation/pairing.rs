//! Which mark closes which, within one block.

use super::Quotation;
use crate::text::{Span, Token, TokenKind, blocks::TokenBlock};

/// How deep quotations nest; marks that would nest deeper are passed over, which keeps pairing linear.
const DEEPEST: usize = 4;

/// What a mark does, by its shape and its neighbours.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// One block's pairing, on the way through its tokens.
struct Pairing<'a> {
    text: &'a str,
    tokens: &'a [Token],
    block: &'a TokenBlock,
    block_index: usize,
    /// Indices into `found` of the quotations that are open.
    open: Vec<usize>,
    found: &'a mut Vec<Quotation>,
    /// For each token of the block: whether a single mark that can close stands after it.
    closes_later: Vec<bool>,
}

/// Pairs the marks of one block and adds them to `found`. Gives the double-marked quotation left open at its end.
pub(super) fn pair(
    text: &str,
    tokens: &[Token],
    block: &TokenBlock,
    block_index: usize,
    found: &mut Vec<Quotation>,
) -> Option<usize> {
    let first = found.len();
    let mut pairing = Pairing {
        text,
        tokens,
        block,
        block_index,
        open: Vec::new(),
        found,
        closes_later: single_closers(tokens, block),
    };
    for at in block.tokens.clone() {
        pairing.step(at);
    }
    let still_open = std::mem::take(&mut pairing.open);
    let end = block.tokens.end;
    for &index in still_open.iter().rev() {
        pairing.finish(index, end, false);
    }
    let left_open = still_open.iter().copied().find(|&index| found.get(index).is_some_and(|q| !q.single));
    discard_unclosed_singles(found, first);
    left_open.filter(|&index| found.get(index).is_some_and(|q| !q.closed))
}

/// A single mark that nothing closes, or that closes after one letter (rock ’n’ roll), is an apostrophe.
fn discard_unclosed_singles(found: &mut Vec<Quotation>, first: usize) {
    let is_apostrophe = |q: &Quotation| q.single && (!q.closed || q.inner.len() < 2);
    if !found.iter().skip(first).any(is_apostrophe) {
        return;
    }
    let kept: Vec<(usize, Quotation)> =
        found.drain(first..).enumerate().filter(|(_, q)| !is_apostrophe(q)).map(|(at, q)| (first + at, q)).collect();
    let old: Vec<usize> = kept.iter().map(|&(at, _)| at).collect();
    found.extend(kept.into_iter().map(|(_, quotation)| Quotation {
        parent: quotation.parent.and_then(|parent| old.binary_search(&parent).ok()).map(|at| first + at),
        ..quotation
    }));
}

/// For each token of the block, whether a later single mark can only close.
fn single_closers(tokens: &[Token], block: &TokenBlock) -> Vec<bool> {
    let mut later = vec![false; block.tokens.len()];
    let mut seen = false;
    for at in block.tokens.clone().rev() {
        if let Some(slot) = later.get_mut(at - block.tokens.start) {
            *slot = seen;
        }
        let Some(token) = tokens.get(at) else { continue };
        if token.kind == TokenKind::Quote && matches!(token.first, '\'' | '’') {
            let glued_after = tokens
                .get(at + 1)
                .is_some_and(|next| !next.space_before && matches!(next.kind, TokenKind::Word | TokenKind::Number));
            seen |= !token.space_before && !glued_after;
        }
    }
    later
}

impl Pairing<'_> {
    fn step(&mut self, at: usize) {
        let Some(&token) = self.tokens.get(at) else { return };
        match (token.kind, token.first) {
            (TokenKind::Apostrophe, '\'' | '’') => self.apostrophe(at),
            (TokenKind::Quote, '\'' | '’' | '‘' | '‛' | '‚') => self.single(at, token.first),
            (TokenKind::Quote, '"' | '＂') => self.straight(at),
            (TokenKind::Quote, mark) => self.double(at, mark),
            _ => {}
        }
    }

    /// Which side of a word a mark stands on.
    fn side(&self, at: usize) -> Side {
        let before = at.checked_sub(1).filter(|&before| before >= self.block.tokens.start);
        let before = before.and_then(|before| self.tokens.get(before));
        let here = self.tokens.get(at);
        let next = self.tokens.get(at + 1).filter(|_| at + 1 < self.block.tokens.end);
        let open_before = before.is_none_or(|token| {
            here.is_some_and(|here| here.space_before)
                || matches!(
                    token.first,
                    '(' | '[' | '{' | '—' | '–' | '-' | '/' | '¿' | '¡' | '“' | '„' | '‘' | '«' | ':'
                )
        });
        let close_after = next.is_none_or(|token| {
            token.space_before
                || (token.kind == TokenKind::Punctuation && !matches!(token.first, '[' | '(' | '.' | '…' | '#' | '@'))
                || matches!(token.first, '”' | '’' | '»' | '"')
                || (token.first == '.' && token.span.len() == 1)
        });
        match (open_before, close_after) {
            (true, false) => Side::Opens,
            (false, true) => Side::Closes,
            _ => Side::Either,
        }
    }

    fn is_open(&self, mark: impl Fn(char) -> bool) -> Option<usize> {
        self.open.iter().rposition(|&index| {
            self.found.get(index).and_then(|q| self.tokens.get(q.open)).is_some_and(|token| mark(token.first))
        })
    }

    fn open(&mut self, at: usize, single: bool) {
        let Some(token) = self.tokens.get(at).filter(|_| self.open.len() < DEEPEST) else { return };
        let parent = self.open.last().copied();
        self.open.push(self.found.len());
        self.found.push(Quotation {
            outer: token.span,
            inner: Span::new(token.span.end, token.span.end),
            open: at,
            end: at + 1,
            closed: false,
            single,
            parent,
            continues: None,
            block: self.block_index,
        });
    }

    /// Closes the open quotation at `depth`, and with it all that were left open within.
    fn close(&mut self, depth: usize, at: usize) {
        for (offset, index) in self.open.split_off(depth).into_iter().enumerate().rev() {
            if offset == 0 {
                self.finish(index, at + 1, true);
            } else {
                self.finish(index, at, false);
            }
        }
    }

    fn finish(&mut self, index: usize, end: usize, closed: bool) {
        let Some(quotation) = self.found.get_mut(index) else { return };
        let last = self.tokens.get(end.saturating_sub(1)).map_or(quotation.outer, |token| token.span);
        let inner_end = if closed { last.start } else { last.end };
        let inner = Span::new(quotation.inner.start, inner_end);
        let words = inner.of(self.text);
        let leading = words.len() - words.trim_start().len();
        let trailing = words.len() - words.trim_end().len();
        quotation.inner = Span::new((inner.start + leading).min(inner_end), inner_end - trailing.min(inner.len()));
        quotation.outer = quotation.outer.cover(last);
        quotation.end = end.max(quotation.open + 1);
        quotation.closed = closed;
    }

    fn double(&mut self, at: usize, mark: char) {
        let side = self.side(at);
        match mark {
            '“' | '‟' => match self.is_open(|c| c == '„') {
                Some(depth) => self.close(depth, at),
                None => match self.is_open(|c| c == '“' || c == '"') {
                    Some(depth) if side == Side::Closes => self.close(depth, at),
                    _ => self.open(at, false),
                },
            },
            '”' => match self.is_open(|c| matches!(c, '“' | '"' | '”' | '„')) {
                Some(depth) => self.close(depth, at),
                None if side == Side::Opens => self.open(at, false),
                None => {}
            },
            '„' | '「' | '『' => self.open(at, mark == '『'),
            '」' => self.close_if_open(at, '「'),
            '』' => self.close_if_open(at, '『'),
            '«' | '»' => self.angle(at, if mark == '«' { '»' } else { '«' }, false),
            '‹' | '›' => self.angle(at, if mark == '‹' { '›' } else { '‹' }, true),
            _ => {}
        }
    }

    fn close_if_open(&mut self, at: usize, opening: char) {
        if let Some(depth) = self.is_open(|c| c == opening) {
            self.close(depth, at);
        }
    }

    /// Angle marks point either way; the first one decides.
    fn angle(&mut self, at: usize, partner: char, single: bool) {
        match self.is_open(|c| c == partner) {
            Some(depth) => self.close(depth, at),
            None => self.open(at, single),
        }
    }

    fn straight(&mut self, at: usize) {
        let side = self.side(at);
        let after_digit = at > self.block.tokens.start
            && self.tokens.get(at - 1).is_some_and(|token| {
                token.span.of(self.text).ends_with(|c: char| c.is_ascii_digit()) && side != Side::Opens
            });
        match self.is_open(|c| matches!(c, '"' | '“' | '＂')) {
            // `"she yelled "stop" twice"`: another opening mark, with two closing ones to come.
            Some(_) if side == Side::Opens && self.next_two_close(at) => self.open(at, false),
            Some(depth) if side == Side::Opens && !self.next_closes(at) => {
                // Two opening marks in a row: the first was never closed before the second, which counts.
                self.close(depth, at);
            }
            Some(depth) => self.close(depth, at),
            None if after_digit || side == Side::Closes => {}
            None => self.open(at, false),
        }
    }

    fn next_straight(&self, at: usize) -> Option<usize> {
        // A nested quotation is short: looking no further keeps the pairing linear.
        const REACH: usize = 60;
        (at + 1..self.block.tokens.end.min(at + REACH)).find(|&next| {
            self.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Quote && token.first == '"')
        })
    }

    fn next_closes(&self, at: usize) -> bool {
        self.next_straight(at).is_some_and(|next| self.side(next) == Side::Closes)
    }

    fn next_two_close(&self, at: usize) -> bool {
        let Some(next) = self.next_straight(at).filter(|&next| self.side(next) == Side::Closes) else { return false };
        self.next_straight(next).is_some_and(|second| self.side(second) == Side::Closes)
    }

    fn single(&mut self, at: usize, mark: char) {
        let side = self.side(at);
        let open = self.is_open(|c| matches!(c, '‘' | '\'' | '’' | '‚' | '‛'));
        match mark {
            '‘' if open.is_some() && self.is_open(|c| c == '‚').is_some() => self.close(open.unwrap_or(0), at),
            '‘' | '‚' | '‛' => self.open(at, true),
            _ => match open {
                Some(depth) if side != Side::Opens => self.close(depth, at),
                None if side == Side::Opens && self.can_close_later(at) => self.open(at, true),
                _ => {}
            },
        }
    }

    /// An apostrophe after an s closes an open single quotation only where no clearer mark follows.
    fn apostrophe(&mut self, at: usize) {
        if let Some(depth) = self.is_open(|c| matches!(c, '‘' | '\''))
            && !self.can_close_later(at)
        {
            self.close(depth, at);
        }
    }

    fn can_close_later(&self, at: usize) -> bool {
        at.checked_sub(self.block.tokens.start).and_then(|at| self.closes_later.get(at)).copied().unwrap_or(false)
    }
}
