//! Sources that stand beside a quotation without a cue: labels, owners, dashes.

use super::content::Sentence;
use super::cue::owner_of_words;
use super::subject::{across_insertion, before_bracket, is_person_name};
use crate::lexicon::{Class, Sense};
use crate::syntax::{NounPhrase, noun_phrase_before, noun_phrase_from, simple_phrase_before};

/// `Dana Reyes: "…"`
pub(super) fn label(sentence: &Sentence<'_>, at: usize) -> Option<NounPhrase> {
    let colon = at.checked_sub(1).filter(|&colon| colon > sentence.range.start)?;
    sentence.atoms.get(colon).filter(|a| a.is_mark(':'))?;
    let low = sentence.range.start;
    let phrase = noun_phrase_before(sentence.atoms, low, before_bracket(sentence.atoms, low, colon))?;
    // "Dana Reyes's verdict:", "Dana Reyes, 34, teacher:"
    let phrase = owner_of_words(sentence.atoms, phrase);
    let named = across_insertion(sentence.atoms, low, colon).map(|subject| subject.phrase);
    let comma = |named: &NounPhrase| sentence.atom(named.end).is_some_and(|a| a.is_mark(','));
    if let Some(named) = named.filter(|name| name.start == low && comma(name) && is_person_name(sentence.atoms, name)) {
        return Some(named);
    }
    let begins = phrase.start == low || sentence.atoms.get(phrase.start - 1).is_some_and(|a| !a.is_word());
    if sentence.atoms.get(phrase.start).is_some_and(|a| a.capital && begins) {
        return Some(phrase);
    }
    // "It did not surprise the keeper Dana Reyes: “…”"
    let name = simple_phrase_before(sentence.atoms, low, colon)?;
    let joined =
        sentence.atom(name.start.wrapping_sub(1)).is_some_and(|a| a.is(Class::COORDINATOR) || a.tells(Sense::TOWARDS));
    let capitals = (name.start..name.end).filter(|&i| sentence.atom(i).is_some_and(|a| a.is_word() && a.capital));
    (!joined && capitals.count() > 1 && !sentence.atom(name.head).is_some_and(|a| a.is(Class::PLACE))).then_some(name)
}

/// `her call for "…"`, `the mayor's claim that "…"`: whose words a noun of speech governs.
pub(super) fn possessor(sentence: &Sentence<'_>, at: usize) -> Option<NounPhrase> {
    const REACH: usize = 8;
    let low = sentence.range.start.max(at.saturating_sub(REACH));
    let noun = (low..at).rev().find(|&i| {
        sentence
            .atoms
            .get(i)
            .is_some_and(|a| a.is_word() && !a.capital && a.is(Class::FRAME.or(Class::DOCUMENT).or(Class::NOUN_TOO)))
    })?;
    let owner = (low..noun)
        .rev()
        .take(4)
        .find(|&i| sentence.atoms.get(i).is_some_and(|a| a.possessive || a.is(Class::POSSESSIVE)))?;
    let atom = sentence.atoms.get(owner)?;
    if atom.is(Class::POSSESSIVE) {
        return (!atom.is(Class::FIRST_OR_SECOND)).then_some(NounPhrase {
            start: owner,
            end: owner + 1,
            core_end: owner + 1,
            head: owner,
        });
    }
    simple_phrase_before(sentence.atoms, sentence.range.start, owner + 1)
}

/// `her answer was "…"`: the words are what the noun before them is.
pub(super) fn is_predicate(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = (sentence.range.start..at).rev().filter_map(|i| sentence.atom(i)).find(|a| a.is_word());
    before.is_some_and(|a| a.is(Class::BE))
}

/// `"…" — Dana Reyes, teacher`
pub(super) fn dash_source(sentence: &Sentence<'_>, at: usize) -> Option<NounPhrase> {
    let dash = sentence.atoms.get(at + 1).filter(|a| a.is_mark('—'))?;
    let _ = dash;
    let phrase = noun_phrase_from(sentence.atoms, at + 2, sentence.range.end)?;
    sentence.atoms.get(phrase.start).is_some_and(|a| a.capital).then_some(phrase)
}
