//! Sentence ends among atoms.

use super::{Atom, AtomKind};
use crate::lexicon::Class;
use crate::quotation::Quotation;
use std::ops::Range;

/// Words that begin a sentence often and a name never: a capital one after "U.S." or "Inc." begins a new sentence.
const OPENERS: Class = Class::DETERMINER.or(Class::PRONOUN).or(Class::PREPOSITION).or(Class::SUBORDINATOR);

/// No sentence has more atoms; what looks longer is a table or noise, and is cut, so that work on a sentence is bounded.
const LONGEST: usize = 400;

/// Cuts atoms into sentences. A quotation that ends in a point ends its sentence when a capital follows; after a
/// question or exclamation mark an attribution may follow (`"Why?" Ms. Oyelaran asked.`), so `attributed` is asked
/// whether the atoms from there on begin with one.
#[inline(never)]
pub fn sentences(
    text: &str,
    atoms: &[Atom],
    quotations: &[Quotation],
    attributed: impl Fn(usize) -> bool,
) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, atom) in atoms.iter().enumerate() {
        let next = atoms.get(at + 1);
        let ends = match atom.kind {
            AtomKind::Mark('.' | '!' | '?') => next.is_none_or(begins_sentence),
            AtomKind::Mark('…') => next.is_some_and(|next| next.capital),
            AtomKind::Mark(';') => false,
            AtomKind::Word if ends_in_point(text, atom) => {
                next.is_some_and(|next| next.capital && (next.quotation().is_some() || next.is(OPENERS)))
            }
            AtomKind::Quotation(index) => quotations.get(index).is_some_and(|quotation| {
                let last = quotation.inner.of(text).trim_end_matches(['"', '”', '’', '\'']).chars().next_back();
                let stops = matches!(last, Some('.' | '!' | '?' | '…' | '—' | '-'));
                stops && next.is_none_or(|next| next.capital || next.quotation().is_some()) && !attributed(at + 1)
            }),
            _ => false,
        };
        if ends || at + 1 - from >= LONGEST {
            sentences.push(from..at + 1);
            from = at + 1;
        }
    }
    if from < atoms.len() {
        sentences.push(from..atoms.len());
    }
    sentences
}

fn begins_sentence(next: &Atom) -> bool {
    match next.kind {
        AtomKind::Word => next.capital || next.entry.class == Class::NONE && next.entry.verb.is_none(),
        AtomKind::Number | AtomKind::Quotation(_) => true,
        AtomKind::Mark(mark) => matches!(mark, '(' | '[' | '—' | '•' | '#'),
    }
}

/// "Inc.", "U.S.", "p.m." may end a sentence; "Sen." and initials may not.
fn ends_in_point(text: &str, atom: &Atom) -> bool {
    let word = atom.span.of(text);
    word.ends_with('.')
        && !atom.is(Class::TITLE | Class::MONTH)
        && (!atom.pointed || word.chars().filter(|c| c.is_alphabetic()).count() > 1)
}
