//! A sentence's atoms with the text they stand in.

use super::form::Word;
use crate::lexicon::{Class, Lexicon};
use crate::syntax::{Atom, AtomKind};
use std::ops::Range;

/// A sentence, read on one level.
#[derive(Clone)]
pub(super) struct Line<'a> {
    pub text: &'a str,
    pub lexicon: &'static Lexicon,
    pub atoms: &'a [Atom],
    pub sentence: Range<usize>,
    /// Words that the article writes without a capital somewhere, in order.
    pub plain: &'a [Word],
    /// Most words are capital, so that capitals tell nothing.
    pub title_case: bool,
}

impl<'a> Line<'a> {
    /// An atom of the sentence.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn at(&self, at: usize) -> Option<&'a Atom> {
        self.atoms.get(at).filter(|_| self.sentence.contains(&at))
    }

    /// The atom before one.
    pub fn before(&self, at: usize) -> Option<&'a Atom> {
        at.checked_sub(1).and_then(|before| self.at(before))
    }

    /// The word at an atom; empty for marks and outside the sentence.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn word(&self, at: usize) -> &'a str {
        self.at(at).filter(|atom| atom.is_word()).map_or("", |atom| atom.span.of(self.text))
    }

    /// The word at an atom, if it consists of more than plain letters.
    pub fn compound(&self, at: usize) -> Option<&'a str> {
        self.at(at).filter(|atom| atom.is_word() && !atom.plain).map(|atom| atom.span.of(self.text))
    }

    /// Whether an atom is in any of these classes.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn is(&self, at: usize, any: Class) -> bool {
        self.at(at).is_some_and(|atom| atom.is(any))
    }

    /// Whether an atom is this mark.
    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.at(at).is_some_and(|atom| atom.is_mark(mark))
    }

    /// Whether a clause may begin at an atom: its capital is that of a first word.
    pub fn begins_clause(&self, at: usize) -> bool {
        at == self.sentence.start
            || self.before(at).is_some_and(|before| matches!(before.kind, AtomKind::Mark(':' | '—' | '•')))
    }

    /// Whether the article writes a word without a capital elsewhere.
    pub fn is_plain(&self, word: &str) -> bool {
        self.plain.binary_search(&super::form::word(word)).is_ok()
    }

    /// "NUF", "U.N."
    pub fn is_acronym(&self, at: usize) -> bool {
        let letters = || self.word(at).chars().filter(|c| c.is_alphabetic());
        letters().count() > 1 && letters().all(char::is_uppercase)
    }
}
