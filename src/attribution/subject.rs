//! The subject of a reporting verb.

use crate::lexicon::{Class, VerbForm};
use crate::syntax::{Atom, AtomKind, NounPhrase, noun_phrase_before, noun_phrase_from};

/// How far left an apposition or relative clause may reach, in atoms. On polnear-train longer ones are nearly all
/// mistakes of the comma rule.
pub(super) const LONGEST_INSERTION: usize = 40;

/// Whether an atom looks like a finite verb.
pub(super) fn is_verb_like(atom: &Atom) -> bool {
    atom.is_word()
        && (atom.is(Class::BE.or(Class::HAVE).or(Class::DO).or(Class::MODAL))
            || !atom.capital
                && (atom.is(Class::VERB.or(Class::PAST_ENDING).or(Class::REPORTED)) || atom.entry.verb.is_some()))
}

/// Whether an atom is a finite verb for all that is known: words that are nouns as well ("report", "claim") are left out.
pub(super) fn is_surely_verb(atom: &Atom) -> bool {
    let noun = atom.is(Class::DOCUMENT.or(Class::FRAME).or(Class::ROLE).or(Class::GROUP))
        && !atom.entry.forms.has(VerbForm::Past);
    is_verb_like(atom) && !noun && !(atom.entry.verb.is_some() && atom.entry.forms.has(VerbForm::Gerund))
}

/// Whether an atom only modifies a verb.
pub(super) fn is_adverbial(atom: &Atom) -> bool {
    atom.is_word() && !atom.capital && atom.is(Class::ADVERB.or(Class::NEGATION)) && !atom.is(Class::DETERMINER)
}

fn is_coordinator(atom: &Atom) -> bool {
    atom.is_word() && atom.is(Class::COORDINATOR)
}

/// Where the subject of a verb was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Subject {
    /// The phrase.
    pub phrase: NounPhrase,
    /// First atom of everything from the subject to the verb, appositions included.
    pub from: usize,
    /// The verb shares the subject of an earlier verb.
    pub inherited: bool,
    /// It is "who" or "which".
    pub relative: bool,
}

/// The subject to the left of the verb group that begins at `verb`, within `low..verb`.
pub(super) fn subject_before(atoms: &[Atom], low: usize, verb: usize) -> Option<Subject> {
    let last = verb.checked_sub(1).filter(|&last| last >= low)?;
    let atom = atoms.get(last)?;
    match atom.kind {
        // "Reyes (D-Ohio), said"
        AtomKind::Mark(',') if before_bracket(atoms, low, last) < last => {
            named_before(atoms, low, verb).or_else(|| across_insertion(atoms, low, last))
        }
        AtomKind::Mark(',' | '—' | ')') => across_insertion(atoms, low, last),
        AtomKind::Mark(_) | AtomKind::Quotation(_) => None,
        _ if is_coordinator(atom) => None,
        // "a message that read": the message speaks; "Reyes, who said": the pronoun stands for the name.
        _ if atom.is(Class::INANIMATE_RELATIVE) && last > low => {
            let comma = usize::from(atoms.get(last - 1).is_some_and(|a| a.is_mark(',')));
            let antecedent = noun_phrase_before(atoms, low, last - comma)?;
            let written = atoms.get(antecedent.head).is_some_and(|head| head.is(Class::DOCUMENT));
            let pronoun = NounPhrase { start: last, end: verb, core_end: verb, head: last };
            let phrase = if written { antecedent } else { pronoun };
            Some(Subject { phrase, from: phrase.start, inherited: false, relative: true })
        }
        _ if atom.is(Class::RELATIVE) && !atom.is(Class::DETERMINER) => {
            let phrase = NounPhrase { start: last, end: verb, core_end: verb, head: last };
            Some(Subject { phrase, from: last, inherited: false, relative: true })
        }
        _ => adjacent(atoms, low, verb),
    }
}

/// A subject right before the verb, perhaps with a time or place between.
fn adjacent(atoms: &[Atom], low: usize, verb: usize) -> Option<Subject> {
    let mut end = without_time(atoms, low, verb);
    if end == low {
        return None;
    }
    if end < verb && atoms.get(end - 1).is_some_and(|a| a.is_mark(',')) {
        return across_insertion(atoms, low, end - 1);
    }
    // A preposition left over after a time ("on").
    if end < verb && atoms.get(end - 1).is_some_and(|a| a.is(Class::PREPOSITION)) {
        end -= 1;
    }
    let phrase = noun_phrase_before(atoms, low, end)?;
    let phrase = NounPhrase { end: phrase.end.max(end), ..phrase };
    if atoms.get(phrase.head).is_some_and(|head| head.possessive) {
        return None;
    }
    let before = phrase.start.checked_sub(1).filter(|&before| before >= low).and_then(|before| atoms.get(before));
    // "has in the past described", "a course called": the phrase speaks no words.
    let governed = before.is_some_and(|a| {
        a.is_word()
            && (a.is(Class::PREPOSITION) && !a.is(Class::SUBORDINATOR) || is_verb_like(a) && a.entry.verb.is_none())
    });
    if governed
        && !is_speaker_like(atoms, &phrase)
        && atoms.get(verb).is_some_and(|a| a.entry.forms.has(VerbForm::Participle))
    {
        return before_modifier(atoms, low, phrase.start);
    }
    // "people who attended the rally said", "a source speaking to the Gazette said": the phrase is the object of
    // something that hangs on the subject.
    if before.is_some_and(|a| is_verb_like(a) || is_adverbial(a) || a.is(Class::RELATIVE.or(Class::PREPOSITION)))
        && let Some(outer) = before_modifier(atoms, low, phrase.start)
    {
        return Some(described(atoms, low, outer));
    }
    Some(described(atoms, low, Subject { phrase, from: phrase.start, inherited: false, relative: false }))
}

/// "Dana Reyes, head of the school said": the comma after the apposition is missing.
fn described(atoms: &[Atom], low: usize, subject: Subject) -> Subject {
    // "Dana Reyes of Salem, Ohio said"
    let place = atoms.get(subject.phrase.head).is_some_and(|a| a.capital && a.is(Class::PLACE));
    let opens =
        place || atoms.get(subject.phrase.start).is_some_and(|a| !a.capital && a.is_word() && !a.is(Class::PRONOUN));
    named_before(atoms, low, subject.phrase.start).filter(|_| opens).unwrap_or(subject)
}

/// The name before the comma that stands right before `at`, if a clause begins with it.
fn named_before(atoms: &[Atom], low: usize, at: usize) -> Option<Subject> {
    let comma = at.checked_sub(1).filter(|&comma| comma > low && atoms.get(comma).is_some_and(|a| a.is_mark(',')))?;
    let phrase = noun_phrase_before(atoms, low, before_bracket(atoms, low, comma))?;
    let before = phrase.start.checked_sub(1).filter(|&before| before >= low).and_then(|before| atoms.get(before));
    let begins = before.is_none_or(|before| !before.is_word() && !before.is_mark(','));
    (begins && is_person_name(atoms, &phrase)).then_some(Subject {
        phrase,
        from: phrase.start,
        inherited: false,
        relative: false,
    })
}

/// A phrase with what hangs on it up to its verb, where no mark stands between: "a source familiar with the talks", "the
/// mayor herself".
pub(super) fn with_modifier(atoms: &[Atom], phrase: NounPhrase, verb: usize) -> NounPhrase {
    const OPENS: Class = Class::OBJECT.or(Class::PERSONAL_RELATIVE).or(Class::MODIFYING);
    const OPEN_END: Class =
        Class::PREPOSITION.or(Class::COORDINATOR).or(Class::RELATIVE).or(Class::PRONOUN).or(Class::COMPLEMENTIZER);
    let end = without_time(atoms, phrase.end, verb.max(phrase.end));
    let common = atoms.get(phrase.head).is_some_and(|head| !head.capital && !head.is(Class::PRONOUN));
    let opens =
        atoms.get(phrase.end).is_some_and(|a| a.is(OPENS) || common && a.is(Class::PAST_ENDING | Class::GERUND_ENDING));
    let plain = |i: usize| {
        atoms.get(i).is_some_and(|a| a.kind == AtomKind::Number || a.is_word() && !a.is(Class::FREE_RELATIVE))
    };
    let closed = atoms.get(end.saturating_sub(1)).is_some_and(|a| !a.is(OPEN_END));
    if opens && closed && (phrase.end..end).all(plain) { NounPhrase { end, ..phrase } } else { phrase }
}

/// Drops "on Monday", "last week", "earlier this year" from the end of `low..end`.
fn without_time(atoms: &[Atom], low: usize, end: usize) -> usize {
    let mut at = end;
    while at > low {
        let Some(atom) = atoms.get(at - 1) else { break };
        let time = atom.is_word() && !atom.possessive && atom.is(Class::TIME.or(Class::WEEKDAY));
        if time || (at < end && is_time_modifier(atom)) || is_adverbial(atom) {
            at -= 1;
        } else {
            break;
        }
    }
    at
}

fn is_time_modifier(atom: &Atom) -> bool {
    atom.kind == AtomKind::Number
        || atom.is_word() && !atom.capital && atom.is(Class::DETERMINER.or(Class::ADVERB)) && !atom.is(Class::PRONOUN)
}

/// The phrase before "who …", "that …", "speaking to …", "familiar with …" where that modifier, without commas, ends
/// at `end`.
fn before_modifier(atoms: &[Atom], low: usize, end: usize) -> Option<Subject> {
    const REACH: usize = 20;
    for at in (low + 1..end).rev().take(REACH) {
        let atom = atoms.get(at)?;
        if matches!(atom.kind, AtomKind::Mark(_)) || atom.quotation().is_some() && atom.pointed {
            return None;
        }
        let relative = atom.is(Class::RELATIVE) && !atom.capital;
        let participle = !atom.capital
            && (atom.is(Class::PAST_ENDING.or(Class::MODIFYING))
                || atom.entry.forms.has(VerbForm::Gerund)
                || atom.entry.forms.has(VerbForm::Participle));
        if !relative && !participle {
            continue;
        }
        if relative && let Some(name) = named_before(atoms, low, at) {
            return Some(name);
        }
        let Some(phrase) = noun_phrase_before(atoms, low, at) else { continue };
        // "a report it published said"
        let contact = atoms.get(phrase.start).is_some_and(|a| a.is_word() && a.is(Class::PRONOUN));
        let before = phrase.start.checked_sub(1).filter(|&before| before >= low).and_then(|before| atoms.get(before));
        if contact
            && before.is_some_and(|a| a.is_word() && !is_verb_like(a))
            && let Some(phrase) = noun_phrase_before(atoms, low, phrase.start)
        {
            return Some(Subject { phrase, from: phrase.start, inherited: false, relative: false });
        }
        let object =
            before.is_some_and(|before| before.is_word() && (before.is(Class::PREPOSITION) || is_verb_like(before)));
        let speaker = atoms.get(phrase.head).is_some_and(|head| {
            (head.capital && relative)
                || atom.is(Class::PERSONAL_RELATIVE) && !atom.is(Class::DETERMINER)
                || head.is(Class::ROLE.or(Class::GROUP).or(Class::INDEFINITE).or(Class::COLLECTIVE))
        });
        if speaker && !object {
            return Some(Subject { phrase, from: phrase.start, inherited: false, relative: false });
        }
    }
    None
}

/// The subject where a comma, dash or bracket stands before the verb: "Reyes, a teacher, said".
pub(super) fn across_insertion(atoms: &[Atom], low: usize, closing: usize) -> Option<Subject> {
    let closing_bracket = atoms.get(closing)?.is_mark(')');
    let first = low.max(closing.saturating_sub(LONGEST_INSERTION));
    let mut found: Option<Subject> = None;
    for at in (first..closing).rev() {
        let atom = atoms.get(at)?;
        if atom.quotation().is_some() && at + 1 == closing {
            return found;
        }
        let opening =
            if closing_bracket { atom.is_mark('(') } else { matches!(atom.kind, AtomKind::Mark(',' | '—')) };
        if !opening || at == low {
            continue;
        }
        let Some(phrase) = noun_phrase_before(atoms, low, before_bracket(atoms, low, at)) else { continue };
        let who = atoms.get(at + 1).is_some_and(|a| a.is_word() && a.is(Class::RELATIVE) && !a.is(Class::DETERMINER));
        let opened =
            atoms.get(phrase.start).is_some_and(|a| a.is(Class::DETERMINER.or(Class::POSSESSIVE)) || a.possessive);
        let named = atoms.get(at + 1).is_some_and(|a| a.capital && a.is_word());
        if !(is_speaker_like(atoms, &phrase) || who || opened && named) || !opens_insertion(atoms, at + 1) {
            continue;
        }
        // "Reyes, whose shop, the Locksmith, burned, said"
        if atoms.get(phrase.start).is_some_and(|a| a.is(Class::POSSESSIVE) && a.is(Class::PERSONAL_RELATIVE)) {
            continue;
        }
        let phrase = with_name(atoms, phrase, at, closing + 1);
        let candidate = Subject { phrase, from: phrase.start, inherited: false, relative: false };
        let before = phrase.start.checked_sub(1).filter(|&b| b >= low).and_then(|b| atoms.get(b));
        // The object of a preposition or verb within the insertion is not what it is about.
        let governed = |b: &Atom| b.is(Class::PREPOSITION) && !b.is(Class::SUBORDINATOR) || is_verb_like(b);
        let of_relative = || {
            let relative = phrase.start.checked_sub(2).filter(|&b| b >= low).and_then(|b| atoms.get(b));
            relative.is_some_and(|a| a.is(Class::PERSONAL_RELATIVE))
        };
        // "who is now a fellow"
        let predicate = || {
            let mut at = phrase.start;
            while at > low && atoms.get(at - 1).is_some_and(is_adverbial) {
                at -= 1;
            }
            at > low && at < phrase.start && atoms.get(at - 1).is_some_and(|a| a.is_word() && a.is(Class::BE))
        };
        if before.is_some_and(|b| b.is_word() && (governed(b) || of_relative() || predicate())) {
            continue;
        }
        found = Some(candidate);
        // The phrase may itself be an apposition: "Reyes, the head of a school in Salem, Ohio, said".
        if !before.is_some_and(|before| before.is_mark(',')) {
            break;
        }
        if atoms.get(phrase.head).is_some_and(|head| head.capital) && is_person_name(atoms, &phrase) {
            break;
        }
    }
    found
}

/// "the keeper, Dana Reyes,": the name after the comma at `comma` says who it is.
fn with_name(atoms: &[Atom], phrase: NounPhrase, comma: usize, high: usize) -> NounPhrase {
    let plain = atoms.get(phrase.head).is_some_and(|head| head.is_word() && !head.capital && !head.is(Class::PRONOUN));
    let follows = plain && atoms.get(comma).is_some_and(|a| a.is_mark(','));
    let name = follows.then(|| noun_phrase_from(atoms, comma + 1, high)).flatten();
    let closes = |name: &NounPhrase| {
        // "the vicar, the Rev. Ifan Oduya,"
        let titled = usize::from(atoms.get(name.start + 1).is_some_and(|a| a.capital && a.is(Class::TITLE)));
        let name = NounPhrase { start: name.start + titled, ..*name };
        atoms.get(name.end).is_none_or(|a| matches!(a.kind, AtomKind::Mark(_))) && is_person_name(atoms, &name)
    };
    match name.filter(closes) {
        Some(name) => NounPhrase { start: phrase.start, end: name.end, core_end: name.end, head: name.head },
        None => phrase,
    }
}

/// Where the bracket begins that ends right before `at`: "Reyes (D-Ohio), a teacher, said".
pub(super) fn before_bracket(atoms: &[Atom], low: usize, at: usize) -> usize {
    const LONGEST: usize = 8;
    let opens = |&i: &usize| atoms.get(i).is_some_and(|a| a.is_mark('('));
    let closes = at.checked_sub(1).and_then(|last| atoms.get(last)).is_some_and(|a| a.is_mark(')'));
    closes.then(|| (low.max(at.saturating_sub(LONGEST))..at).rev().find(opens)).flatten().unwrap_or(at)
}

pub(super) fn is_person_name(atoms: &[Atom], phrase: &NounPhrase) -> bool {
    let names = (phrase.start..phrase.core_end).filter(|&i| atoms.get(i).is_some_and(|a| a.capital && a.is_word()));
    names.count() >= 2 && !atoms.get(phrase.start).is_some_and(|a| a.is(Class::DETERMINER))
}

/// Whether a phrase can speak: a name or a noun for people, organisations, papers.
pub(super) fn is_speaker_like(atoms: &[Atom], phrase: &NounPhrase) -> bool {
    const SPEAKERS: Class = Class::ROLE
        .or(Class::GROUP)
        .or(Class::COLLECTIVE)
        .or(Class::ORGANISATION)
        .or(Class::DOCUMENT)
        .or(Class::OUTLET)
        .or(Class::PRONOUN)
        .or(Class::INDEFINITE)
        .or(Class::STANDALONE)
        .or(Class::TITLE);
    atoms.get(phrase.head).is_some_and(|head| {
        (head.capital && !head.is(Class::TIME.or(Class::WEEKDAY).or(Class::MONTH))) || head.is(SPEAKERS)
    })
}

/// Whether what begins at `at` can be put between a subject and its verb.
fn opens_insertion(atoms: &[Atom], at: usize) -> bool {
    let Some(atom) = atoms.get(at) else { return false };
    match atom.kind {
        AtomKind::Number | AtomKind::Quotation(_) => true,
        AtomKind::Mark(_) => false,
        AtomKind::Word => !atom.is(Class::PRONOUN) || atom.is(Class::RELATIVE),
    }
}

/// The subject to the right of an inverted verb: `"…," said Dana Reyes, a teacher.`
/// Where words in marks before it end in a comma (`pointed`), it may be anybody.
pub(super) fn subject_after(atoms: &[Atom], verb_end: usize, high: usize, pointed: bool) -> Option<NounPhrase> {
    let mut at = verb_end;
    while at < high && atoms.get(at).is_some_and(is_adverbial) {
        at += 1;
    }
    let phrase = noun_phrase_from(atoms, at, high)?;
    (pointed
        || is_speaker_like(atoms, &phrase)
        || atoms.get(phrase.start).is_some_and(|a| a.is(Class::DETERMINER.or(Class::POSSESSIVE))))
    .then(|| with_name(atoms, phrase, phrase.end, high))
}
