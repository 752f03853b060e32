//! Finding quoted words again after an article was edited, and comparing a quotation with its original.
//!
//! A publisher's selector must find its words in the edited article, and must not find others. Both texts are folded
//! to their words ([`fold`]), places that may hold the words are looked up ([`locate`]), aligned word by word
//! ([`align`]), judged by the words and by their neighbours ([`place`]), and what differs is named ([`change`]).

mod align;
mod change;
mod decompose;
mod edge;
mod edits;
mod fidelity;
mod fold;
mod locate;
mod place;
mod surroundings;
mod wire;
mod words;

pub use change::{Change, ChangeKind};
pub use fidelity::{Comparison, Fidelity, compare};
pub use wire::{AnchorAnswer, ChangeNote, CompareAnswer, OutcomeName, anchor_text, compare_texts};

use crate::report::Content;
use crate::text::{ScalarIndex, Span};
use fold::Folded;
use place::Sought;
use serde::{Deserialize, Serialize};
use std::cell::OnceCell;

/// Quoted words with their neighbours: a W3C `TextQuoteSelector` and `TextPositionSelector` in one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selector {
    /// The words.
    pub exact: String,
    /// Some characters before them; empty if not known.
    #[serde(default)]
    pub prefix: String,
    /// Some characters after them; empty if not known.
    #[serde(default)]
    pub suffix: String,
    /// Where they began, in Unicode scalar values.
    #[serde(default)]
    pub start: Option<usize>,
}

/// Characters of context in a selector, as the Web Annotation world has it.
const CONTEXT: usize = 32;

impl Selector {
    /// The selector of a span of a text; empty if the span does not fit it.
    pub fn of(text: &str, span: Span) -> Self {
        let before = text.get(..span.start).unwrap_or("");
        let after = text.get(span.end..).unwrap_or("");
        let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
        let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        Self {
            exact: span.of(text).to_owned(),
            prefix: before.get(from..).unwrap_or("").to_owned(),
            suffix: after.get(..to).unwrap_or("").to_owned(),
            start: Some(before.chars().count()),
        }
    }
}

impl From<&Content> for Selector {
    fn from(content: &Content) -> Self {
        Self {
            exact: content.exact.clone(),
            prefix: content.prefix.clone(),
            suffix: content.suffix.clone(),
            start: Some(content.start),
        }
    }
}

/// What became of quoted words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// They stand here, word for word; typography may differ.
    Found(Span),
    /// They stand here in other wording.
    Changed {
        /// Where, in bytes of the article.
        span: Span,
        /// Every change, in order; `quoted` is in bytes of the selector's `exact`.
        changes: Vec<Change>,
    },
    /// They are not in this text, or not so that it is certain where.
    Lost,
}

impl Outcome {
    /// Where the words stand, changed or not.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Found(span) | Self::Changed { span, .. } => Some(*span),
            Self::Lost => None,
        }
    }
}

/// An article's text in which selectors are looked up; it is folded once, when the first selector needs it.
#[derive(Debug)]
pub struct Anchorer<'t> {
    text: &'t str,
    folded: OnceCell<Folded<'t>>,
    scalars: OnceCell<ScalarIndex<'t>>,
}

/// Looks one selector up. See [`Anchorer`] for many.
pub fn anchor(text: &str, selector: &Selector) -> Outcome {
    Anchorer::new(text).anchor(selector)
}

impl<'t> Anchorer<'t> {
    /// For the selectors of one text.
    pub fn new(text: &'t str) -> Self {
        Self { text, folded: OnceCell::new(), scalars: OnceCell::new() }
    }

    /// Looks a selector up. Total; linear in the text.
    pub fn anchor(&self, selector: &Selector) -> Outcome {
        if selector.exact.trim().is_empty() {
            return Outcome::Lost;
        }
        let expected = selector.start.map(|start| self.scalars.get_or_init(|| ScalarIndex::new(self.text)).byte(start));
        if let Some(span) = self.unedited(selector, expected) {
            return Outcome::Found(span);
        }
        let folded = self.folded.get_or_init(|| Folded::new(self.text));
        Sought::new(selector, expected).find(folded)
    }

    /// The words with their neighbours on both sides, letter for letter; where they stand more than once, the place
    /// nearest to the expected one.
    fn unedited(&self, selector: &Selector, expected: Option<usize>) -> Option<Span> {
        let Selector { exact, prefix, suffix, .. } = selector;
        let span = |at: usize| Span::new(at, at + exact.len());
        let fits = |at: usize| {
            self.text.get(at..).is_some_and(|rest| rest.starts_with(exact.as_str()))
                && self.text.get(..at).is_some_and(|before| before.ends_with(prefix.as_str()))
                && self.text.get(at + exact.len()..).is_some_and(|after| after.starts_with(suffix.as_str()))
        };
        if let Some(at) = expected.filter(|&at| fits(at)) {
            let knows_edges = |context: &str, is_end: bool| !context.is_empty() || is_end;
            if knows_edges(prefix, at == 0) && knows_edges(suffix, at + exact.len() == self.text.len()) {
                return Some(span(at));
            }
        }
        if prefix.trim().is_empty() || suffix.trim().is_empty() || prefix.len() + suffix.len() < CONTEXT / 2 {
            return None;
        }
        let all = [prefix.as_str(), exact, suffix].concat();
        let places = self.text.match_indices(&all).map(|(at, _)| at + prefix.len());
        places.min_by_key(|&at| expected.map_or(0, |expected| at.abs_diff(expected))).map(span)
    }
}
