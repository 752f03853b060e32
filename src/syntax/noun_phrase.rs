//! Noun phrases, by their edges: no parser, but determiners, names, prepositions and the words around them.

use super::{Atom, AtomKind};
use crate::lexicon::{Class, VerbForm};

/// A noun phrase among atoms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NounPhrase {
    /// First atom.
    pub start: usize,
    /// One past the last atom, with what follows by preposition ("of the union").
    pub end: usize,
    /// One past the last atom of its core, before any preposition.
    pub core_end: usize,
    /// The noun it is about.
    pub head: usize,
}

/// Words that are no part of a noun phrase's core, whatever else they may be.
const FUNCTION: Class = Class::PREPOSITION
    .or(Class::COORDINATOR)
    .or(Class::SUBORDINATOR)
    .or(Class::RELATIVE)
    .or(Class::FREE_RELATIVE)
    .or(Class::BE)
    .or(Class::HAVE)
    .or(Class::DO)
    .or(Class::MODAL)
    .or(Class::NEGATION)
    .or(Class::OBJECT)
    .or(Class::PRONOUN)
    .or(Class::EXPLETIVE);

/// Words that are nouns for people, organisations and papers.
const NOUN: Class = Class::ROLE
    .or(Class::GROUP)
    .or(Class::COLLECTIVE)
    .or(Class::ORGANISATION)
    .or(Class::DOCUMENT)
    .or(Class::TITLE)
    .or(Class::OUTLET);

/// Nouns for those who speak.
const SPEAKER: Class = Class::ROLE.or(Class::GROUP).or(Class::COLLECTIVE).or(Class::TITLE).or(Class::ORGANISATION);

/// Whether an atom can stand in the core of a noun phrase (adjective, noun, name, number).
fn is_nominal(atoms: &[Atom], at: usize) -> bool {
    let Some(atom) = atoms.get(at) else { return false };
    match atom.kind {
        AtomKind::Number => return true,
        AtomKind::Word => {}
        _ => return false,
    }
    if atom.pointed && atom.capital || atom.is(Class::NOUN) {
        return !(atom.is(Class::NOUN) && atom.is(Class::TIME | Class::WEEKDAY));
    }
    if atom.is(FUNCTION) {
        // A name that is also an auxiliary: Will, May.
        return atom.capital && at > 0 && atom.is(NOUN | Class::MODAL | Class::MONTH) && !atom.is(Class::PRONOUN);
    }
    if atom.possessive || atom.is(NOUN) {
        return true;
    }
    let before = at.checked_sub(1).and_then(|before| atoms.get(before));
    let after_opener =
        before.is_some_and(|before| before.is(Class::DETERMINER | Class::POSSESSIVE) || before.possessive);
    let after_that = before.is_some_and(|before| before.is(Class::COMPLEMENTIZER));
    if atom.capital && before.is_some() {
        return !atom.is(Class::DETERMINER | Class::ADVERB | Class::TIME | Class::WEEKDAY) || after_opener;
    }
    if atom.entry.verb.is_some() || atom.is(Class::VERB) {
        // "the proposed law", "a report": only after an article; "the man said" is a verb, hence no past forms at an
        // end of a phrase (callers begin from the end).
        return after_opener && !after_that;
    }
    // "the second official", "the then mayor": an adverb by itself, an adjective after an article.
    let adverb = atom.is(Class::ADVERB) && !(after_opener && atoms.get(at + 1).is_some_and(Atom::is_word));
    // "eine heute verbreitete Erklärung"
    let of_today = !adverb && after_opener && atom.is(Class::ADVERB) && atom.is(Class::TIME);
    of_today || !adverb && !atom.is(Class::TIME | Class::WEEKDAY | Class::DETERMINER | Class::POSSESSIVE)
}

fn opens_phrase(atom: &Atom) -> bool {
    atom.is_word() && atom.is(Class::DETERMINER | Class::POSSESSIVE) && !atom.is(Class::PRONOUN)
        || atom.is(Class::POSSESSIVE)
}

/// "that Reyes", "that people": no determiner, but the beginning of a clause.
fn joins_clause(atoms: &[Atom], at: usize) -> bool {
    let that = atoms.get(at).is_some_and(|a| a.is_word() && a.is(Class::COMPLEMENTIZER));
    that && atoms.get(at + 1).is_some_and(|a| a.is_word() && (a.capital || a.plural || a.is(Class::GROUP)))
}

/// The noun phrase without prepositions that ends right before `end`, not reaching before `low`.
pub fn simple_phrase_before(atoms: &[Atom], low: usize, end: usize) -> Option<NounPhrase> {
    let last = end.checked_sub(1).filter(|&last| last >= low)?;
    let atom = atoms.get(last)?;
    if atom.is_word() && atom.is(Class::PRONOUN | Class::INDEFINITE) && !atom.possessive {
        return Some(NounPhrase { start: last, end, core_end: end, head: last });
    }
    // "some", "both", "one", "many" by themselves.
    if atom.is(Class::STANDALONE) && atom.is_word() {
        return Some(NounPhrase { start: last, end, core_end: end, head: last });
    }
    if !is_nominal(atoms, last) {
        return None;
    }
    let mut start = last;
    while let Some(before) = start.checked_sub(1).filter(|&before| before >= low) {
        let Some(atom) = atoms.get(before) else { break };
        if opens_phrase(atom) {
            if joins_clause(atoms, before) {
                break;
            }
            start = before;
            // "all the president's men": another opener may stand before.
            if before > low
                && atoms
                    .get(before - 1)
                    .is_some_and(|a| a.is(Class::DETERMINER) && !a.is(Class::COMPLEMENTIZER) && a.is_word())
            {
                start -= 1;
            }
            break;
        }
        if joins_name(atoms, low, before) {
            start = before;
            continue;
        }
        if !is_nominal(atoms, before) || splits_before_name(atoms, low, before) || ends_at_noun(atoms, start) {
            break;
        }
        start = before;
    }
    Some(NounPhrase { start, end, core_end: end, head: head_of(atoms, start, end) })
}

/// Where nouns have capitals: whether a phrase ends before `at`, a small word after a noun.
fn ends_at_noun(atoms: &[Atom], at: usize) -> bool {
    let noun = at.checked_sub(1).and_then(|before| atoms.get(before)).is_some_and(|before| before.is(Class::NOUN));
    noun && atoms.get(at).is_some_and(|a| a.is_word() && !a.capital && !a.is(Class::NOUN | Class::PARTICLE))
}

/// "der Sprecher der Kammer": whether the phrase at `at` hangs on the noun before by its case alone. A name has none.
fn hangs_by_case(atoms: &[Atom], at: usize) -> bool {
    const COMMON: Class = NOUN.or(Class::COMMON).or(Class::ACCOUNT);
    let noun = at.checked_sub(1).and_then(|before| atoms.get(before));
    noun.is_some_and(|noun| noun.is(Class::NOUN) && noun.is(COMMON))
        && atoms.get(at).is_some_and(|a| a.is_word() && a.is(Class::GENITIVE))
}

/// "Ludwig van Beethoven", "the Centers for Disease Control", "Bill & Sons": a small word between two capitals.
fn joins_name(atoms: &[Atom], low: usize, at: usize) -> bool {
    let Some(atom) = atoms.get(at) else { return false };
    let capital =
        |i: usize| atoms.get(i).is_some_and(|a| a.is_word() && a.capital && !a.possessive && !opens_phrase(a));
    let between = at > low && capital(at - 1) && capital(at + 1);
    match atom.kind {
        AtomKind::Word => {
            let of_noun = atoms.get(at.wrapping_sub(1)).is_some_and(|a| a.is(Class::NOUN) && a.is(NOUN));
            between && !atom.capital && atom.is(Class::PARTICLE) && !atom.is(Class::COORDINATOR) && !of_noun
        }
        AtomKind::Mark('&') => between,
        _ => false,
    }
}

/// A lower-case word before a name belongs to it if it is an office ("candidate Dana Reyes"); a plain noun before a
/// name ends an earlier phrase ("after the game Reyes said").
fn splits_before_name(atoms: &[Atom], low: usize, at: usize) -> bool {
    let (Some(atom), Some(next)) = (atoms.get(at), atoms.get(at + 1)) else { return false };
    if atom.capital || !next.capital || atom.kind != AtomKind::Word || atom.is(SPEAKER) || atom.possessive {
        return false;
    }
    if atom.is(Class::DOCUMENT) {
        return true;
    }
    // The phrase that the plain noun ends: does a preposition open it?
    let mut first = at;
    while first > low && is_nominal(atoms, first - 1) {
        first -= 1;
    }
    if first > low && atoms.get(first - 1).is_some_and(opens_phrase) {
        first -= 1;
    }
    first > low && atoms.get(first - 1).is_some_and(|before| before.is(Class::PREPOSITION))
}

/// The noun that a core is about: the last name, else the last noun for a speaker unless a noun follows it.
fn head_of(atoms: &[Atom], start: usize, end: usize) -> usize {
    let last = end.saturating_sub(1).max(start);
    let at = |i: usize| atoms.get(i);
    let mut head = last;
    while head > start && at(head).is_some_and(|a| a.is(Class::POSTNOMINAL) || a.kind == AtomKind::Number) {
        head -= 1;
    }
    if at(head).is_some_and(|a| a.capital || a.is(NOUN)) {
        return head;
    }
    // "a source familiar", "officials close": an adjective after the noun.
    let speaker =
        (start..head).rev().find(|&i| at(i).is_some_and(|a| a.is(Class::ROLE | Class::GROUP) && !a.possessive));
    speaker.filter(|&i| head - i == 1).unwrap_or(head)
}

/// The noun phrase, with what hangs on it by prepositions, that ends right before `end`, not reaching before `low`.
pub fn noun_phrase_before(atoms: &[Atom], low: usize, end: usize) -> Option<NounPhrase> {
    let mut phrase = simple_phrase_before(atoms, low, end)?;
    // A chain of prepositions longer than this is not one phrase.
    for _ in 0..6 {
        if phrase.start > low
            && hangs_by_case(atoms, phrase.start)
            && let Some(left) = simple_phrase_before(atoms, low, phrase.start)
        {
            phrase = NounPhrase { start: left.start, end, core_end: left.end, head: left.head };
            continue;
        }
        let Some(link) = phrase.start.checked_sub(1).filter(|&link| link > low) else { break };
        let Some(atom) = atoms.get(link) else { break };
        if joins_coordinated(atoms, low, link, phrase) {
            let Some(left) = simple_phrase_before(atoms, low, link) else { break };
            phrase = NounPhrase { start: left.start, end, core_end: phrase.core_end, head: left.head };
            continue;
        }
        // "upset after Reyes called": a clause may follow these, so they hang nothing on the noun before.
        if !(atom.is_word() && atom.is(Class::PREPOSITION) && !atom.is(Class::SUBORDINATOR)) {
            break;
        }
        let Some(left) = simple_phrase_before(atoms, low, link) else { break };
        let left_is_time = atoms.get(left.head).is_some_and(|a| a.is(Class::TIME | Class::WEEKDAY | Class::MONTH));
        if left_is_time {
            break;
        }
        phrase = NounPhrase { start: left.start, end, core_end: left.end, head: left.head };
    }
    Some(phrase)
}

/// "Reyes and Okafor", "police and prosecutors": two of a kind.
fn joins_coordinated(atoms: &[Atom], low: usize, link: usize, right: NounPhrase) -> bool {
    let is_and = atoms.get(link).is_some_and(|a| a.is(Class::COORDINATOR) || a.is_mark('&'));
    if !is_and || link == low {
        return false;
    }
    let name = |i: usize| atoms.get(i).is_some_and(|a| a.capital && a.is_word());
    let group = |i: usize| atoms.get(i).is_some_and(|a| a.is(Class::GROUP | Class::ROLE | Class::COLLECTIVE));
    let left = link - 1;
    ((name(right.start) || name(right.head)) && name(left)) || (group(right.head) && (group(left) || name(left)))
}

/// The noun phrase that begins at `start`, not reaching past `high`; what follows by "of", "for", "at", "with", "from"
/// belongs to it.
pub fn noun_phrase_from(atoms: &[Atom], start: usize, high: usize) -> Option<NounPhrase> {
    let first = atoms.get(start).filter(|_| start < high)?;
    if first.is_word()
        && first.is(Class::PRONOUN | Class::INDEFINITE | Class::OBJECT)
        && !opens_phrase(first)
        && !first.possessive
    {
        let single = NounPhrase { start, end: start + 1, core_end: start + 1, head: start };
        return Some(with_tail(atoms, single, high));
    }
    if joins_clause(atoms, start) {
        return None;
    }
    let mut end = start;
    while end < high && atoms.get(end).is_some_and(|a| opens_phrase(a) && a.kind == AtomKind::Word) {
        end += 1;
    }
    let core = end;
    while end < high && (is_nominal(atoms, end) || joins_name(atoms, start, end) || first_name(atoms, start, end)) {
        if end > core && (splits_after(atoms, end) || ends_at_noun(atoms, end)) {
            break;
        }
        end += 1;
    }
    if end == core {
        // "some of them", "both"
        return (core > start && first.is(Class::STANDALONE))
            .then(|| with_tail(atoms, NounPhrase { start, end, core_end: end, head: end - 1 }, high));
    }
    Some(with_tail(atoms, NounPhrase { start, end, core_end: end, head: head_of(atoms, start, end) }, high))
}

/// A name at the very start of a sentence is nominal although its capital says nothing.
fn first_name(atoms: &[Atom], start: usize, at: usize) -> bool {
    at == start
        && atoms.get(at).is_some_and(|a| {
            a.capital && !a.is(FUNCTION | Class::DETERMINER | Class::ADVERB | Class::TIME | Class::WEEKDAY)
        })
}

/// After a name, a lower-case verb form ends the phrase ("said Reyes adding that").
fn splits_after(atoms: &[Atom], at: usize) -> bool {
    let (Some(before), Some(atom)) = (at.checked_sub(1).and_then(|i| atoms.get(i)), atoms.get(at)) else {
        return false;
    };
    let verbal = (atom.entry.verb.is_some() || atom.is(Class::PAST_ENDING)) && !atom.capital && !atom.is(NOUN)
        || atom.entry.verb.is_some() && atom.entry.forms.has(VerbForm::Gerund);
    !before.is(Class::DETERMINER | Class::POSSESSIVE) && verbal
}

fn with_tail(atoms: &[Atom], mut phrase: NounPhrase, high: usize) -> NounPhrase {
    for _ in 0..3 {
        let Some(link) = atoms.get(phrase.end).filter(|_| phrase.end < high) else { break };
        let joins = link.is_word() && link.is(Class::PREPOSITION) && link.is(Class::ATTACHING);
        if !joins && !hangs_by_case(atoms, phrase.end) {
            break;
        }
        let Some(right) = core_from(atoms, phrase.end + 1, high) else { break };
        phrase.end = right;
    }
    phrase
}

fn core_from(atoms: &[Atom], start: usize, high: usize) -> Option<usize> {
    let mut end = start;
    while end < high && atoms.get(end).is_some_and(opens_phrase) {
        end += 1;
    }
    let core = end;
    while end < high && (is_nominal(atoms, end) || joins_name(atoms, start, end)) && !ends_at_noun(atoms, end) {
        end += 1;
    }
    (end > core).then_some(end)
}
