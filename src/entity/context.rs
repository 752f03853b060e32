//! What the words around a name tell: its role, its gender, whether it is a person.

use super::Gender;
use super::line::Line;
use super::names::NameMention;
use crate::lexicon::Class;
use crate::syntax::{Atom, AtomKind};
use crate::text::Span;
use std::ops::Range;

/// A longer apposition is a clause.
const LONGEST_APPOSITION: usize = 16;

/// Nouns whose apposition tells what a name is.
const NOUN: Class = Class::ROLE.or(Class::TITLE).or(Class::COLLECTIVE).or(Class::ORGANISATION);

/// Adds what stands before and after the atoms of a name.
pub(super) fn weigh(line: &Line<'_>, run: Range<usize>, mention: &mut NameMention) {
    for i in run.start.saturating_sub(8)..run.end {
        let titles = |title: Span| line.at(i).is_some_and(|atom| title.contains(atom.span));
        if let Some(atom) = line.at(i).filter(|_| mention.title.is_some_and(titles)) {
            mention.gender = mention.gender.or(Gender::of(atom.entry.class));
        }
    }
    if run.start > 0 && line.is(run.start - 1, Class::LOCATING) {
        mention.context -= 2;
    }
    let Some(next) = line.at(run.end) else { return };
    let possessive = line.before(run.end).is_some_and(|last| last.possessive);
    match next.kind {
        // "Harbour Foods' chairman": an organisation's.
        AtomKind::Word if possessive => {
            let owned = |i: usize| line.is(i, Class::BODY_OWNED);
            mention.context -= if owned(run.end) || owned(run.end + 1) { 3 } else { 0 };
        }
        AtomKind::Word if !next.capital => {
            // "Castlebay were": a team, unless it is the last of several.
            let coordinated =
                line.before(run.start).is_some_and(|a| a.is(Class::COORDINATOR) || a.is(Class::PREPOSITION));
            mention.context -= if next.is(Class::PLURAL_VERB) && !coordinated { 3 } else { 0 };
            // "Harbour Foods spokesman": an organisation.
            if next.is(Class::ROLE.or(Class::GROUP)) && next.entry.verb.is_none() {
                mention.context -= 2;
            }
            mention.context += if line.is(run.end, Class::PERSONAL_RELATIVE) && mention.person > -2 { 3 } else { 0 };
        }
        AtomKind::Mark('(') if line.is_mark(run.end + 2, ')') => {
            let word = line.at(run.end + 1).filter(|a| a.is_word() && a.capital && a.span.len() > 1);
            mention.alias = word.map(|word| word.span);
        }
        // ", Mich., who": that tells of somebody before.
        AtomKind::Mark(',' | '—') if mention.person > -2 => apposition(line, run.end + 1, mention),
        _ => {}
    }
}

fn apposition(line: &Line<'_>, from: usize, mention: &mut NameMention) {
    let Some(first) = line.at(from) else { return };
    let stop = |i: usize| line.at(i).is_none_or(|a| matches!(a.kind, AtomKind::Mark(_) | AtomKind::Quotation(_)));
    match () {
        () if first.is(Class::PERSONAL_RELATIVE) => mention.context += 3,
        () if first.is(Class::INANIMATE_RELATIVE) && !first.is(Class::DETERMINER) => mention.context -= 3,
        () if first.kind == AtomKind::Number && stop(from + 1) => {
            // ", 59,": an age; more may follow.
            mention.context += 3;
            let another = line.at(from + 2).is_some_and(|a| a.kind == AtomKind::Number);
            if line.is_mark(from + 1, ',') && !another {
                apposition(line, from + 2, mention);
            }
        }
        () => described(line, from, mention),
    }
}

fn is_article(atom: &Atom) -> bool {
    atom.is(Class::THE.or(Class::INDEFINITE_ARTICLE))
}

/// ", a professor at the institute,"
fn described(line: &Line<'_>, from: usize, mention: &mut NameMention) {
    let Some(first) = line.at(from) else { return };
    let ends = |i: &usize| {
        let noun = line.is(*i, NOUN.or(Class::GROUP));
        let verb = line
            .at(*i)
            .is_some_and(|a| a.entry.verb.is_some() && !noun || a.is(Class::MODAL.or(Class::BE).or(Class::HAVE)));
        let mark = line.at(*i).is_none_or(|a| matches!(a.kind, AtomKind::Mark(mark) if mark != '&'));
        mark || verb || line.at(*i).is_some_and(|a| a.quotation().is_some() || a.is(Class::RELATIVE) && !a.capital)
    };
    let end = (from..from + LONGEST_APPOSITION).find(ends).unwrap_or(from);
    let before_preposition = |i: &usize| *i + 1 == end || line.is(*i + 1, Class::PREPOSITION.or(Class::COORDINATOR));
    let last = (from..end).find(before_preposition);
    let noun = last.and_then(|i| line.at(i)).filter(|a| a.is(NOUN));
    // ", a potter," by its ending; less sure, since ", a tower," ends so too.
    let ending = last.filter(|_| noun.is_none() && first.is(Class::INDEFINITE_ARTICLE));
    if ending.is_some_and(|i| {
        line.at(i).is_some_and(|a| !a.capital) && line.lexicon.by_ending(line.word(i)).has(Class::PERSON_ENDING)
    }) {
        mention.context += 1;
    }
    let opener = first.is(Class::DETERMINER.or(Class::POSSESSIVE)) || first.possessive;
    // ", the firm that built it,": whatever it is called, it is no person.
    let thing = is_article(first) && line.is(end, Class::INANIMATE_RELATIVE) && noun.is_none() && end > from + 1;
    mention.context -= if thing { 3 } else { 0 };
    let Some(noun) = noun.filter(|_| opener || first.is(Class::ROLE.or(Class::TITLE)) || !first.capital) else {
        return;
    };
    let person = noun.is(Class::ROLE.or(Class::TITLE));
    mention.context += if person { 3 } else { -3 };
    if person {
        mention.gender = mention.gender.or(Gender::of(noun.entry.class));
    }
    let start = from + usize::from(first.is(Class::THE.or(Class::INDEFINITE_ARTICLE)));
    mention.apposition =
        line.at(start).zip(line.before(end)).map(|(start, last)| Span::new(start.span.start, last.span.end));
}
