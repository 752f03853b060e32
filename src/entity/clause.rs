//! The part of a mention in its clause, by what stands around it.

use super::scan::Part;
use crate::lexicon::{Class, VerbForm};
use crate::syntax::{Atom, AtomKind};
use std::ops::Range;

/// How far an apposition or relative clause may reach, in atoms.
const LONGEST_APPOSITION: usize = 30;

/// The part that the atoms of a mention play, by what stands before and after.
pub(super) fn part_of(text: &str, atoms: &[Atom], sentence: &Range<usize>, mention: Range<usize>) -> Part {
    let last = mention.end.checked_sub(1).and_then(|last| atoms.get(last));
    if last.is_some_and(|last| last.possessive) {
        return Part::Possessive;
    }
    let before = mention.start.checked_sub(1).filter(|&at| at >= sentence.start).and_then(|at| atoms.get(at));
    if let Some(before) = before.filter(|before| before.is_word()) {
        if before.is(Class::PREPOSITION) && !before.is(Class::SUBORDINATOR) {
            return Part::Object;
        }
        if before.entry.verb.is_some() && !before.capital {
            // "said Reyes." and "told Reyes that": only the former ends there.
            let inverted = atoms.get(mention.end).is_none_or(|next| matches!(next.kind, AtomKind::Mark(_)));
            return if inverted { Part::Subject } else { Part::Object };
        }
    }
    let after = after_apposition(text, atoms, sentence, mention.end);
    if is_verb_from(text, atoms, sentence, after) { Part::Subject } else { Part::Object }
}

/// The atom after an apposition, bracket or relative clause that begins at `at`.
fn after_apposition(text: &str, atoms: &[Atom], sentence: &Range<usize>, at: usize) -> usize {
    let close = match atoms.get(at).map(|atom| atom.kind) {
        Some(AtomKind::Mark(',')) => ',',
        Some(AtomKind::Mark('(')) => ')',
        Some(AtomKind::Mark('—')) => '—',
        _ => return at,
    };
    let high = sentence.end.min(at + LONGEST_APPOSITION);
    let mut end = (at + 1..high).find(|&i| atoms.get(i).is_some_and(|atom| atom.is_mark(close)));
    // "Reyes, 41, a farmer, said": the last comma before a verb.
    while let Some(i) = end.filter(|&i| close == ',' && !is_verb_from(text, atoms, sentence, i + 1)) {
        end = (i + 1..high).find(|&i| atoms.get(i).is_some_and(|atom| atom.is_mark(',')));
    }
    end.map_or(at, |end| end + 1)
}

fn is_verb_from(text: &str, atoms: &[Atom], sentence: &Range<usize>, mut at: usize) -> bool {
    for _ in 0..2 {
        let Some(atom) = atoms.get(at).filter(|atom| at < sentence.end && atom.is_word()) else { return false };
        if atom.is(Class::ADVERB | Class::WEEKDAY) && !atom.is(Class::PREPOSITION) && atom.entry.verb.is_none() {
            at += 1;
        }
    }
    atoms.get(at).is_some_and(|atom| {
        let auxiliary = atom.is(Class::BE | Class::HAVE | Class::DO | Class::MODAL | Class::VERB);
        let reports = atom.entry.verb.is_some()
            && (atom.entry.forms.has(VerbForm::Past) || atom.entry.forms.has(VerbForm::Third));
        atom.is_word()
            && !atom.capital
            && (auxiliary || reports || atom.entry.class == Class::NONE && is_verb_form(atom.span.of(text)))
    })
}

/// Whether a word that no lexicon knows looks like a finite verb.
fn is_verb_form(word: &str) -> bool {
    word.len() > 3 && (word.ends_with("ed") || word.ends_with('s') && !word.ends_with("ss"))
}
