//! What the words around a name tell: its role, its gender, whether it is a person.

use super::Gender;
use super::names::NameMention;
use crate::lexicon::Class;
use crate::syntax::{Atom, AtomKind};
use crate::text::Span;
use std::ops::Range;

/// A longer apposition is a clause.
const LONGEST_APPOSITION: usize = 16;

/// Adds what stands before and after the atoms of a name.
pub(super) fn weigh(text: &str, atoms: &[Atom], sentence: &Range<usize>, run: Range<usize>, mention: &mut NameMention) {
    let at = |i: usize| atoms.get(i).filter(|_| i < sentence.end);
    for i in run.start.saturating_sub(8)..run.end {
        let titled = mention.title.is_some_and(|title| at(i).is_some_and(|a| title.contains(a.span)));
        if let Some(atom) = at(i).filter(|_| titled) {
            mention.gender = mention.gender.or(Gender::of(atom.entry.class));
        }
    }
    let before = run.start.checked_sub(1).filter(|&i| i >= sentence.start).and_then(|i| atoms.get(i));
    if before.is_some_and(|b| {
        matches!(
            b.span.of(text).to_ascii_lowercase().as_str(),
            "in" | "at" | "near" | "across" | "outside" | "throughout"
        )
    }) {
        mention.context -= 2;
    }
    let Some(next) = at(run.end) else { return };
    let after = at(run.end + 1);
    let last_possessive = run.end.checked_sub(1).and_then(|i| atoms.get(i)).is_some_and(|a| a.possessive);
    match next.kind {
        AtomKind::Word if !last_possessive && !next.capital => {
            // "Harbour Foods spokesman": an organisation; "Reyes campaign": not the person, but named after one.
            if next.is(Class::ROLE | Class::GROUP) && next.entry.verb.is_none() {
                mention.context -= 2;
            }
            mention.context += i8::from(next.span.of(text) == "who") * 3;
        }
        AtomKind::Mark('(') => {
            let closes = at(run.end + 2).is_some_and(|a| a.is_mark(')'));
            mention.alias = after.filter(|a| closes && a.is_word() && a.capital && a.span.len() > 1).map(|a| a.span);
        }
        AtomKind::Mark(',' | '—') => apposition(text, atoms, sentence, run.end + 1, mention),
        _ => {}
    }
}

fn apposition(text: &str, atoms: &[Atom], sentence: &Range<usize>, from: usize, mention: &mut NameMention) {
    let at = |i: usize| atoms.get(i).filter(|_| i < sentence.end);
    let Some(first) = at(from) else { return };
    let word = first.span.of(text).to_ascii_lowercase();
    match word.as_str() {
        "who" | "whose" => {
            mention.context += 3;
            return;
        }
        "which" => {
            mention.context -= 3;
            return;
        }
        _ => {}
    }
    let stop = |i: usize| {
        at(i).is_none_or(|a| {
            matches!(
                a.kind,
                AtomKind::Mark(',' | '.' | '—' | ')' | '(' | ';' | ':' | '?' | '!') | AtomKind::Quotation(_)
            )
        })
    };
    if first.kind == AtomKind::Number && stop(from + 1) {
        // ", 59,": an age; more may follow.
        mention.context += 3;
        if at(from + 1).is_some_and(|a| a.is_mark(',')) && !at(from + 2).is_some_and(|a| a.kind == AtomKind::Number) {
            apposition(text, atoms, sentence, from + 2, mention);
        }
        return;
    }
    let end = (from..from + LONGEST_APPOSITION)
        .find(|&i| stop(i) || at(i).is_some_and(|a| a.is(Class::RELATIVE) && !a.capital))
        .unwrap_or(from);
    let head = (from..end).find(|&i| {
        let prepositional = at(i).is_some_and(|a| a.is(Class::PREPOSITION));
        prepositional || at(i + 1).is_none_or(|next| i + 1 >= end || next.is(Class::PREPOSITION))
    });
    let noun = head.and_then(at).filter(|a| a.is(Class::ROLE | Class::TITLE | Class::COLLECTIVE | Class::ORGANISATION));
    let Some(noun) = noun else { return };
    let opens = first.is(Class::DETERMINER | Class::POSSESSIVE)
        || first.possessive
        || first.is(Class::ROLE | Class::TITLE)
        || !first.capital;
    let verbal = (from..end).any(|i| at(i).is_some_and(|a| a.is(Class::MODAL | Class::BE | Class::HAVE)));
    if !opens || verbal {
        return;
    }
    let person = noun.is(Class::ROLE | Class::TITLE);
    mention.context += if person { 3 } else { -3 };
    if person {
        mention.gender = mention.gender.or(Gender::of(noun.entry.class));
    }
    let start = match word.as_str() {
        "a" | "an" | "the" => at(from + 1),
        _ => Some(first),
    };
    let last = end.checked_sub(1).and_then(at);
    mention.apposition = start.zip(last).map(|(start, last)| Span::new(start.span.start, last.span.end));
}
