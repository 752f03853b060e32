//! The finite clauses of a sentence, as far as subjects and verbs tell: whose a verb without a subject of its own is.

use super::site::Site;
use super::subject::{LONGEST_INSERTION, is_adverbial, is_speaker_like, is_verb_like};
use crate::lexicon::{Class, VerbForm};
use crate::syntax::{Atom, AtomKind, NounPhrase, noun_phrase_from};
use std::ops::Range;

/// How a clause stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// By itself.
    Main,
    /// After ", who" or ", which", which is its subject.
    Relative,
    /// After "that", "because", a verb of saying, or "who" without a comma.
    Hanging,
}

/// A subject with its verb.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clause {
    /// Whose the verb is.
    pub subject: NounPhrase,
    /// The first atom of the verb group.
    pub verb: usize,
    /// How it stands in its sentence.
    pub standing: Standing,
    /// Its verb is a cue.
    pub speaks: bool,
}

/// The clauses of a sentence, in its order.
pub(super) fn clauses(atoms: &[Atom], sentence: &Range<usize>) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    let fronted = after_fronted(atoms, sentence);
    let mut at = sentence.start;
    while at < sentence.end {
        let clause = standing(atoms, sentence, at, fronted, found.last())
            .and_then(|standing| clause_at(atoms, sentence.end, at, standing));
        at = clause.map_or(at + 1, |clause| clause.subject.end.max(at + 1));
        found.extend(clause);
    }
    found.sort_by_key(|clause| clause.verb);
    found
}

/// The first atom after a phrase by preposition that opens the sentence: "In 2010 she …".
fn after_fronted(atoms: &[Atom], sentence: &Range<usize>) -> Option<usize> {
    let first = atoms.get(sentence.start)?;
    let phrase = first.is(Class::PREPOSITION).then(|| noun_phrase_from(atoms, sentence.start + 1, sentence.end))??;
    Some(phrase.end)
}

/// How a clause stands that begins at `at`, if one may begin there.
fn standing(
    atoms: &[Atom],
    sentence: &Range<usize>,
    at: usize,
    fronted: Option<usize>,
    last: Option<&Clause>,
) -> Option<Standing> {
    let atom = atoms.get(at)?;
    if atom.is_word() && atom.is(Class::COMPLEMENTIZER) {
        return None;
    }
    let Some(before) = at.checked_sub(1).filter(|&b| b >= sentence.start).and_then(|b| atoms.get(b)) else {
        return Some(Standing::Main);
    };
    let set_off = !before.is_word() && before.kind != AtomKind::Number;
    if is_relative(atom) {
        return Some(if set_off && before.quotation().is_none_or(|_| before.pointed) {
            Standing::Relative
        } else {
            Standing::Hanging
        });
    }
    if set_off || fronted == Some(at) || at == sentence.start + 1 && before.is(Class::ADVERB) {
        return Some(Standing::Main);
    }
    if before.is(Class::SUBORDINATOR.or(Class::COMPLEMENTIZER)) {
        return Some(Standing::Hanging);
    }
    if before.is(Class::COORDINATOR) {
        let comma = at.checked_sub(2).and_then(|b| atoms.get(b)).is_some_and(|a| a.is_mark(','));
        return Some(last.filter(|_| !comma).map_or(Standing::Main, |last| last.standing));
    }
    (before.entry.verb.is_some() && !before.capital).then_some(Standing::Hanging)
}

/// The clause whose subject begins at `at`.
fn clause_at(atoms: &[Atom], high: usize, at: usize, standing: Standing) -> Option<Clause> {
    let speaks = false;
    if atoms.get(at).is_some_and(is_relative) {
        let subject = NounPhrase { start: at, end: at + 1, core_end: at + 1, head: at };
        let verb = after_light(atoms, at + 1, high);
        return is_finite(atoms, verb, high).then_some(Clause { subject, verb, standing, speaks });
    }
    let subject = noun_phrase_from(atoms, at, high)?;
    if let Some(verb) = verb_of(atoms, subject.end, high) {
        return Some(Clause { subject, verb, standing, speaks });
    }
    // "Reyes and Okafor agreed"
    let next = after_bracket(atoms, subject.end, high);
    let joined = atoms.get(next).filter(|a| a.is_word() && a.is(Class::COORDINATOR));
    if let Some(other) = joined.and_then(|_| noun_phrase_from(atoms, next + 1, high))
        && let Some(verb) = verb_of(atoms, other.end, high)
    {
        return Some(Clause { subject: NounPhrase { end: other.end, ..subject }, verb, standing, speaks });
    }
    // "Reyes struggles": a word that could be a noun as well.
    let verb = subject.core_end.checked_sub(1).filter(|&verb| verb > at)?;
    let name = atoms.get(verb - 1).is_some_and(|a| a.is_word() && a.capital && !a.possessive);
    (name && is_third_person(atoms.get(verb)?)).then_some(Clause {
        subject: NounPhrase { start: at, end: verb, core_end: verb, head: verb - 1 },
        verb,
        standing,
        speaks,
    })
}

fn is_relative(atom: &Atom) -> bool {
    atom.is_word() && atom.is(Class::RELATIVE) && !atom.is(Class::DETERMINER.or(Class::COMPLEMENTIZER))
}

/// The finite verb of a subject that ends at `end`: right after it, or past phrases by preposition, a bracket, a
/// relative clause, an insertion between commas.
pub(super) fn verb_of(atoms: &[Atom], end: usize, high: usize) -> Option<usize> {
    let mut at = after_light(atoms, after_bracket(atoms, end, high), high);
    for _ in 0..3 {
        let preposition = atoms.get(at).is_some_and(|a| at < high && a.is_word() && a.is(Class::PREPOSITION));
        if !preposition {
            break;
        }
        at = after_light(atoms, noun_phrase_from(atoms, at + 1, high).map_or(at + 1, |phrase| phrase.end), high);
    }
    if is_finite(atoms, at, high) {
        return Some(at);
    }
    let first = atoms.get(at).filter(|_| at < high)?;
    let last = (at + LONGEST_INSERTION).min(high);
    if first.is_word() && first.is(Class::RELATIVE) {
        // "People who attended the vigil agreed": the verb after the next.
        let plain = |&i: &usize| atoms.get(i).is_some_and(|a| !matches!(a.kind, AtomKind::Mark(_)));
        // "those who left and said": the second of the same clause.
        let shared = |i: usize| atoms.get(i.wrapping_sub(1)).is_some_and(|a| a.is(Class::COORDINATOR));
        let mut verbs = (at + 1..last).take_while(plain).filter(|&i| is_finite(atoms, i, high) && !shared(i));
        return verbs.nth(1);
    }
    matches!(first.kind, AtomKind::Mark(',' | '—')).then_some(())?;
    (at + 1..last)
        .filter(|&i| {
            atoms.get(i).is_some_and(|a| matches!(a.kind, AtomKind::Mark(',' | ')' | '—')) || a.quotation().is_some())
        })
        .map(|close| after_light(atoms, close + 1, high))
        .find(|&verb| is_finite(atoms, verb, high))
}

/// Past adverbs, times, and "himself".
fn after_light(atoms: &[Atom], mut at: usize, high: usize) -> usize {
    const LIGHT: Class = Class::TIME.or(Class::WEEKDAY).or(Class::OBJECT);
    while at < high && atoms.get(at).is_some_and(|a| is_adverbial(a) || a.is_word() && a.is(LIGHT) && !a.possessive) {
        at += 1;
    }
    at
}

fn after_bracket(atoms: &[Atom], at: usize, high: usize) -> usize {
    const LONGEST: usize = 8;
    let opens = atoms.get(at).is_some_and(|a| a.is_mark('('));
    let closes = |&i: &usize| atoms.get(i).is_some_and(|a| a.is_mark(')'));
    opens.then(|| (at + 1..(at + LONGEST).min(high)).find(closes)).flatten().map_or(at, |close| close + 1)
}

fn is_finite(atoms: &[Atom], at: usize, high: usize) -> bool {
    atoms
        .get(at)
        .filter(|_| at < high)
        .is_some_and(|a| is_verb_like(a) && !a.entry.forms.has(VerbForm::Gerund) || is_third_person(a))
}

/// A word of no list that may be a verb in the third person.
fn is_third_person(atom: &Atom) -> bool {
    atom.is_word() && !atom.capital && atom.entry.class == Class::NONE && atom.plural
}

/// The nearest subject with a verb before `at` that can speak; after a comma (`set_off`) that of a clause that stands by
/// itself.
pub(super) fn subject_near(atoms: &[Atom], clauses: &[Clause], at: usize, set_off: bool) -> Option<NounPhrase> {
    let earlier = || clauses.iter().rev().filter(|clause| clause.verb < at);
    let speaks = |clause: &&Clause| {
        clause.speaks
            || is_speaker_like(atoms, &clause.subject)
            || atoms.get(clause.subject.head).is_some_and(is_relative)
    };
    let own = earlier().filter(speaks).find(|clause| !set_off || clause.standing != Standing::Hanging);
    own.or_else(|| earlier().find(speaks)).map(|clause| clause.subject)
}

/// Whose the verb at `verb` is, which has no subject of its own: "Reyes left and said", "Reyes left, saying".
pub(super) fn inherited(atoms: &[Atom], clauses: &[Clause], verb: usize) -> Option<NounPhrase> {
    let mut before = verb;
    while before > 0
        && atoms
            .get(before - 1)
            .is_some_and(|a| a.is_word() && (a.is(Class::COORDINATOR.or(Class::CONTINUING)) || is_adverbial(a)))
    {
        before -= 1;
    }
    let set_off = before.checked_sub(1).and_then(|b| atoms.get(b)).is_some_and(|a| !a.is_word())
        // "He praised those who left but said"
        || (before..verb).any(|i| atoms.get(i).is_some_and(|a| a.is(Class::COORDINATOR) && a.is(Class::COMMENTING)));
    subject_near(atoms, clauses, verb, set_off)
}

/// The subject of the first clause after `at` that follows a comma: "While denying it, Reyes …".
pub(super) fn following(atoms: &[Atom], clauses: &[Clause], at: usize) -> Option<NounPhrase> {
    let comma = |clause: &&Clause| {
        let before = clause.subject.start.checked_sub(1).filter(|&b| b > at).and_then(|b| atoms.get(b));
        before.is_some_and(|a| a.is_mark(',') || a.quotation().is_some())
    };
    clauses.iter().find(comma).map(|clause| clause.subject)
}

/// Takes over what is known of cues, whose subjects were looked for with more care; but not who stands after "by".
pub(super) fn learn(clauses: &mut Vec<Clause>, site: &Site) {
    let Some(subject) = site.subject.filter(|subject| !site.unreal && (!site.inverted || subject.start <= site.end))
    else {
        return;
    };
    match clauses.iter_mut().find(|clause| (site.start..site.end).contains(&clause.verb)) {
        Some(clause) => (clause.subject, clause.speaks) = (subject, true),
        None => {
            // "that he was guilty of advising": the verb hangs as its subject's does.
            let known =
                clauses.iter().find(|clause| clause.subject.start == subject.start).map(|clause| clause.standing);
            let standing = if site.relative { Standing::Relative } else { known.unwrap_or(Standing::Main) };
            let place = clauses.partition_point(|clause| clause.verb < site.start);
            clauses.insert(place, Clause { subject, verb: site.start, standing, speaks: true });
        }
    }
}
