//! The part of a mention in its clause, by what stands around it.

use super::line::Line;
use crate::lexicon::{Class, VerbForm};
use crate::syntax::AtomKind;
use std::ops::Range;

/// The part of a mention in its clause, as far as its neighbours tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Subject,
    /// The subject of a clause that hangs on another ("when Reyes", "that Reyes").
    Subordinate,
    Object,
    /// An object before the subject ("in a letter to Reyes, she").
    Fronted,
    Possessive,
    /// Before a noun that it says something of ("the Reyes campaign").
    Modifier,
    /// After a form of "be": it says what the subject is, and means nobody else.
    Predicate,
}

/// How far an apposition or relative clause may reach, in atoms.
const LONGEST_APPOSITION: usize = 30;

/// The part that the atoms of a mention play, by what stands before and after.
#[inline(never)]
pub(super) fn part_of(line: &Line<'_>, mention: Range<usize>) -> Part {
    if line.before(mention.end).is_some_and(|last| last.possessive) {
        return Part::Possessive;
    }
    if let Some(before) = line.before(mention.start).filter(|before| before.is_word()) {
        if before.is(Class::PREPOSITION) && !before.is(Class::SUBORDINATOR) {
            return match () {
                () if is_modifier(line, mention.clone()) => Part::Modifier,
                () if is_fronted(line, mention.start) => Part::Fronted,
                () => Part::Object,
            };
        }
        if before.is(Class::BE) {
            return Part::Predicate;
        }
        if before.entry.verb.is_some() && !before.capital {
            // "said Reyes." and "told Reyes that": only the former ends there.
            // In "he said Reyes." it ends there too, but has its subject.
            let ends = line.at(mention.end).is_none_or(|next| matches!(next.kind, AtomKind::Mark(_)));
            let inverted = ends && !line.is(mention.start.saturating_sub(2), Class::PRONOUN);
            return if inverted { Part::Subject } else { Part::Object };
        }
    }
    let after = after_apposition(line, mention.end);
    let hangs = Class::SUBORDINATOR.or(Class::RELATIVE).or(Class::COMPLEMENTIZER);
    match is_verb_from(line, after) || is_verb_after_phrase(line, after) {
        true if line.before(mention.start).is_some_and(|before| before.is(hangs)) => Part::Subordinate,
        true => Part::Subject,
        false if is_modifier(line, mention) => Part::Modifier,
        false => Part::Object,
    }
}

/// Whether the sentence begins with the phrase by preposition that ends before an atom.
fn is_fronted(line: &Line<'_>, at: usize) -> bool {
    let start = line.sentence.start;
    let opens = line.is(start, Class::PREPOSITION) && !line.is(start, Class::SUBORDINATOR);
    opens
        && !(start..at)
            .any(|i| line.at(i).is_some_and(|a| !a.is_word() || a.is(Class::PRONOUN)) || is_verb_from(line, i))
}

/// Whether a noun follows that the mention belongs to.
fn is_modifier(line: &Line<'_>, mention: Range<usize>) -> bool {
    const NOUN: Class = Class::ROLE.or(Class::GROUP).or(Class::COLLECTIVE).or(Class::DOCUMENT);
    let determined = line.before(mention.start).is_some_and(|a| a.is(Class::DETERMINER) || a.possessive);
    line.at(mention.end)
        .filter(|next| next.is_word() && !next.capital && next.entry.verb.is_none())
        .is_some_and(|next| next.is(NOUN) || determined && next.entry.class == Class::NONE)
}

/// The atom after an apposition, bracket or relative clause that begins at `at`.
fn after_apposition(line: &Line<'_>, at: usize) -> usize {
    let close = match line.at(at).map(|atom| atom.kind) {
        Some(AtomKind::Mark('(')) => ')',
        Some(AtomKind::Mark(mark @ (',' | '—'))) => mark,
        _ => return at,
    };
    // "Reyes, 41, a farmer, said": the last comma before a verb.
    let marks = (at + 1..at + LONGEST_APPOSITION).filter(|&i| line.is_mark(i, close));
    let mut ends = marks.map(|mark| mark + 1);
    ends.find(|&end| is_verb_from(line, end)).unwrap_or(at)
}

#[inline(never)]
fn is_verb_from(line: &Line<'_>, mut at: usize) -> bool {
    const ADVERB: Class = Class::ADVERB.or(Class::WEEKDAY);
    const MOST_ADVERBS: usize = 3;
    let adverb =
        |at: usize| line.at(at).is_some_and(|a| a.is(ADVERB) && !a.is(Class::PREPOSITION) && a.entry.verb.is_none());
    at = (at..at + MOST_ADVERBS).find(|&at| !adverb(at)).unwrap_or(at);
    line.at(at).filter(|atom| atom.is_word() && !atom.capital).is_some_and(|atom| {
        let auxiliary = atom.is(Class::BE.or(Class::HAVE).or(Class::DO).or(Class::MODAL).or(Class::VERB));
        let finite = atom.entry.forms.has(VerbForm::Past) || atom.entry.forms.has(VerbForm::Third);
        let known = atom.entry.class != Class::NONE && !atom.is(Class::PAST_ENDING);
        auxiliary || atom.entry.verb.is_some() && finite || !known && is_verb_form(line, line.word(at))
    })
}

/// "Reyes of the Harbour Institute agreed": a verb after a phrase by preposition.
fn is_verb_after_phrase(line: &Line<'_>, at: usize) -> bool {
    const LONGEST: usize = 8;
    if !line.is(at, Class::AFFILIATING) {
        return false;
    }
    let inside = |i: &usize| {
        line.at(*i).is_some_and(|atom| atom.is_word() && !atom.is(Class::RELATIVE.or(Class::INFINITIVE_MARKER)))
    };
    (at + 2..at + LONGEST)
        .take_while(inside)
        .any(|i| is_verb_from(line, i) && !line.is(i - 1, Class::DETERMINER.or(Class::PREPOSITION)))
}

/// Whether a word that no lexicon knows looks like a finite verb.
fn is_verb_form(line: &Line<'_>, word: &str) -> bool {
    let ending = line.lexicon.by_ending(word);
    ending.has(Class::VERB_ENDING) && !ending.has(Class::SINGULAR_ENDING)
}
