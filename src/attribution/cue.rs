//! Cues: reporting verbs in use, with their subjects, and frames such as "according to".

use super::site::Site;
use super::subject::{is_adverbial, is_speaker_like, is_verb_like, subject_after};
use super::verb_group::{particle_end, verb_group};
use super::whose::Owners;
use crate::lexicon::{Class, Frames, Lexicon, Sense, VerbForm};
use crate::syntax::{Atom, AtomKind, NounPhrase, Reading, noun_phrase_before, noun_phrase_from};
use std::ops::Range;

/// All cues of a sentence, in its order.
pub(super) fn sites(reading: &Reading<'_>, atoms: &[Atom], sentence: Range<usize>, heading: bool) -> Vec<Site> {
    let lexicon = reading.lexicon;
    if lexicon.is_verb_second() {
        return super::verb_second::sites(reading, atoms, sentence);
    }
    let title_case = heading && is_title_case(atoms, &sentence);
    let mut found = Vec::new();
    let mut owners = Owners::new(atoms, sentence.clone());
    let mut low = sentence.start;
    for at in sentence.clone() {
        let Some(atom) = atoms.get(at) else { break };
        if let Some(site) = frame_site(lexicon, atoms, at, sentence.end) {
            found.push(site);
            continue;
        }
        if atom.quotation().is_some()
            && let Some(site) = unlisted_verb(atoms, at, sentence.end)
        {
            found.push(site);
        }
        let Some(id) =
            atom.entry.verb.filter(|_| atom.is_word() && (!atom.capital || title_case || at == sentence.start))
        else {
            if atom.quotation().is_some() && !is_title(atoms, at) {
                low = at + 1;
            }
            continue;
        };
        let Some(verb) = lexicon.verb(id) else { continue };
        let base = Site { verb: Some(id), lemma: verb.lemma, frames: verb.frames, ..Site::NONE };
        if let Some(site) = agent_site(atoms, &sentence, at, base) {
            found.push(site);
            continue;
        }
        let Some(group) = verb_group(atoms, &sentence, at, verb.frames) else { continue };
        let Some(end) = particle_end(atoms, at, verb.frames) else { continue };
        let base = Site {
            start: group.start,
            end,
            gerund: group.gerund,
            unreal: group.unreal,
            negated: group.negated,
            from: group.start,
            to: end,
            ..base
        };
        let Some(base) = framed(atoms, &sentence, base) else { continue };
        let site = unsaid(atoms, sentence.start, owners.settle(base, at, low, &found));
        let subject = speaker_of(atoms, &site, sentence.end);
        found.push(Site { subject, ..site });
    }
    found
}

/// What its subject tells of a cue: "nobody said" that, "if Reyes says" so, "had Reyes said" so.
pub(super) fn unsaid(atoms: &[Atom], low: usize, site: Site) -> Site {
    const ASKS: Class = Class::HAVE.or(Class::DO).or(Class::MODAL);
    let Some(subject) = site.subject.filter(|_| !site.inverted && !site.inherited) else { return site };
    let before = subject.start.checked_sub(1).filter(|&before| before >= low);
    let none = |at: usize| atoms.get(at).is_some_and(|a| a.is_word() && a.is(Class::NEGATION));
    if none(subject.start) || before.is_some_and(none) {
        return Site { negated: true, subject: None, ..site };
    }
    // "What would Reyes say", at the front or after a question word.
    let front = before.and_then(|before| before.checked_sub(1)).filter(|&first| first >= low);
    let asked = front.and_then(|first| atoms.get(first)).is_none_or(|a| a.is_word() && a.is(Class::INTERROGATIVE));
    let supposed = before
        .and_then(|before| atoms.get(before))
        .is_some_and(|a| a.is_word() && (a.is(Class::CONDITIONAL) || a.is(ASKS) && asked));
    Site { unreal: site.unreal || supposed, ..site }
}

/// Whose words a cue gives, going by its subject.
fn speaker_of(atoms: &[Atom], site: &Site, high: usize) -> Option<NounPhrase> {
    // "…, court told", "a jury was told": those who are told say nothing.
    let told = |subject: &NounPhrase| {
        let tribunal = atoms.get(subject.head).is_some_and(|head| head.tells(Sense::TRIBUNAL));
        tribunal && site.frames.has(Frames::ADDRESSEE) && ends_clause(atoms, site.end, high)
    };
    site.subject.filter(|subject| !told(subject)).map(|subject| owner_of_words(atoms, subject))
}

/// "her reply read", "the keeper's answer was": whose words they are.
pub(super) fn owner_of_words(atoms: &[Atom], phrase: NounPhrase) -> NounPhrase {
    let words = atoms.get(phrase.head).is_some_and(|a| a.is_word() && !a.capital && a.is(Class::OWN_WORDS));
    let possessive = |&at: &usize| {
        atoms
            .get(at)
            .is_some_and(|a| a.is_word() && (a.possessive || a.is(Class::POSSESSIVE) && !a.is(Class::FIRST_OR_SECOND)))
    };
    // "a statement from the Harbour Board said"
    let from = atoms.get(phrase.head + 1).is_some_and(|a| a.is_word() && a.is(Class::AUTHOR_MARKER));
    if words
        && from
        && let Some(author) = noun_phrase_from(atoms, phrase.head + 2, phrase.end)
    {
        return NounPhrase { start: phrase.start, ..author };
    }
    match (phrase.start..phrase.head).filter(|_| words).find(possessive) {
        Some(owner) => NounPhrase { start: phrase.start, end: owner + 1, core_end: owner + 1, head: owner },
        None => phrase,
    }
}

/// "expressed confidence that": the noun belongs to the cue. A verb that takes nothing else is no cue without it.
fn framed(atoms: &[Atom], sentence: &Range<usize>, site: Site) -> Option<Site> {
    const REACH: usize = 5;
    if !site.frames.has(Frames::FRAMED) {
        return Some(site);
    }
    let high = sentence.end.min(site.end + REACH);
    let noun = (site.end..high)
        .take_while(|&at| {
            atoms.get(at).is_some_and(|a| a.is_word() && (!a.is(Class::PREPOSITION) || a.is(Class::FRAME)))
        })
        .find(|&at| {
            let clause = atoms.get(at + 1).is_some_and(|a| a.is_word() && a.is(Class::COMPLEMENTIZER));
            clause && at + 1 < sentence.end && atoms.get(at).is_some_and(|a| a.is(Class::FRAME))
        });
    match noun {
        Some(noun) => Some(Site { end: noun + 1, to: noun + 1, frames: site.frames.or(Frames::CLAUSE), ..site }),
        None if site.frames.has(Frames::QUOTE.or(Frames::CLAUSE).or(Frames::NOUN)) => Some(site),
        None => None,
    }
}

/// Whether most words of a sentence begin with a capital, as in American headlines.
fn is_title_case(atoms: &[Atom], sentence: &Range<usize>) -> bool {
    let words = atoms.get(sentence.clone()).unwrap_or(&[]).iter().filter(|a| a.is_word());
    let (mut all, mut capital) = (0, 0);
    for word in words {
        all += 1;
        capital += usize::from(word.capital);
    }
    all >= 4 && capital * 10 >= all * 7
}

/// Whether a quotation is the title of something within a noun phrase, going by what stands around it.
fn is_title(atoms: &[Atom], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| atoms.get(before));
    let after = atoms.get(at + 1);
    let fragment = atoms.get(at).is_some_and(|a| !a.pointed) && before.is_some_and(Atom::is_word);
    let owned = before.is_some_and(|a| a.is_word() && (a.is(Class::DETERMINER.or(Class::POSSESSIVE)) || a.possessive));
    (fragment || owned) && after.is_some_and(|a| a.is_word() && !is_verb_like(a))
}

/// "was described by Reyes as", "Asked by Reyes whether": the one who spoke stands after "by".
fn agent_site(atoms: &[Atom], sentence: &Range<usize>, at: usize, site: Site) -> Option<Site> {
    const GROUP: Class = Class::BE.or(Class::HAVE).or(Class::MODAL);
    let spoken = site.frames.has(Frames::QUOTE.or(Frames::QUESTION).or(Frames::NOUN));
    let participle = atoms.get(at)?.entry.forms.has(VerbForm::Participle);
    let by = at + 1;
    if !(spoken && participle && by < sentence.end && atoms.get(by)?.is(Class::AGENT_MARKER)) {
        return None;
    }
    let phrase = noun_phrase_from(atoms, by + 1, sentence.end).filter(|phrase| is_speaker_like(atoms, phrase))?;
    let word = |at: usize| {
        at.checked_sub(1).filter(|&b| b >= sentence.start).and_then(|b| atoms.get(b)).filter(|a| a.is_word())
    };
    let (mut start, mut negated, mut passive) = (at, false, false);
    while let Some(before) = word(start).filter(|a| a.is(GROUP) || is_adverbial(a)) {
        passive |= before.is(Class::BE);
        negated |= before.is(Class::NEGATION);
        start -= 1;
    }
    let aside = start == sentence.start || word(start).is_some_and(|a| a.is(Class::ROLE_MARKER));
    (passive || aside).then_some(Site {
        start,
        end: at + 1,
        subject: Some(phrase),
        inverted: true,
        negated,
        from: start,
        to: phrase.end,
        ..site
    })
}

/// A verb of no list right after a quotation that ends in a comma: `"Never!" beamed Dana Reyes.`
fn unlisted_verb(atoms: &[Atom], quotation: usize, high: usize) -> Option<Site> {
    atoms.get(quotation).filter(|a| a.pointed)?;
    let start = quotation + 1;
    let is_verb = |at: usize| {
        at < high
            && atoms.get(at).is_some_and(|a| {
                a.is_word() && !a.capital && a.entry.verb.is_none() && a.is(Class::VERB.or(Class::PAST_ENDING))
            })
    };
    let site = |verb: usize, subject: NounPhrase, inverted: bool| Site {
        start: verb,
        end: verb + 1,
        lemma: "",
        frames: Frames::QUOTE,
        subject: Some(subject),
        inverted,
        from: if inverted { verb } else { subject.start },
        to: if inverted { subject.end } else { verb + 1 },
        ..Site::NONE
    };
    if is_verb(start) {
        let subject = subject_after(atoms, start + 1, high, true)?;
        return (ends_clause(atoms, subject.core_end, high) && atoms.get(subject.head)?.capital)
            .then(|| site(start, subject, true));
    }
    let subject = noun_phrase_from(atoms, start, high).filter(|phrase| is_speaker_like(atoms, phrase))?;
    let mut verb = subject.end;
    while atoms.get(verb).is_some_and(is_adverbial) {
        verb += 1;
    }
    let closes = atoms.get(verb + 1).filter(|_| verb + 1 < high).is_none_or(|a| {
        !a.is_word() && a.kind != AtomKind::Number
            || is_adverbial(a)
            || a.is(Class::PREPOSITION.or(Class::TIME).or(Class::WEEKDAY))
    });
    (is_verb(verb) && closes).then(|| site(verb, subject, false))
}

/// Whether a clause ends right before `at`.
pub(super) fn ends_clause(atoms: &[Atom], at: usize, high: usize) -> bool {
    at >= high
        || atoms.get(at).is_some_and(|a| {
            matches!(a.kind, AtomKind::Mark(_))
                || a.is(Class::PREPOSITION
                    .or(Class::TIME)
                    .or(Class::WEEKDAY)
                    .or(Class::RELATIVE)
                    .or(Class::COORDINATOR))
        })
}

/// "according to Dana Reyes", "in the words of the mayor", "per the filing".
fn frame_site(lexicon: &Lexicon, atoms: &[Atom], at: usize, high: usize) -> Option<Site> {
    let atom = atoms.get(at).filter(|a| a.is_word())?;
    let is = |at: usize, class: Class| atoms.get(at).is_some_and(|a| a.is_word() && a.is(class));
    let (class, start, end) = match () {
        () if atom.is(Class::ATTRIBUTING) && is(at + 1, Class::INFINITIVE_MARKER) => (Class::ATTRIBUTING, at, at + 2),
        () if atom.is(Class::WORDING) && at > 1 && is(at - 1, Class::THE) && is(at + 1, Class::OF) => {
            (Class::WORDING, at - 2, at + 2)
        }
        () if atom.is(Class::WORDING) && is_owned(atoms, at) => {
            let start = (0..at).rev().find(|&i| is(i, Class::PREPOSITION)).filter(|&i| i + 5 > at)?;
            (Class::WORDING, start, at + 1)
        }
        () if atom.is(Class::PER) && opens_frame(atoms, at) => (Class::PER, at, at + 1),
        () => return None,
    };
    // "in Reyes's words"
    if class == Class::WORDING && end == at + 1 {
        let owner = noun_phrase_before(atoms, start, at)?;
        let site =
            Site { start, end, lemma: lexicon.first(class), subject: Some(owner), from: start, to: end, ..Site::NONE };
        return Some(Site { frames: Frames::QUOTE.or(Frames::CLAUSE), inverted: true, ..site });
    }
    let phrase = noun_phrase_from(atoms, end, high)?;
    Some(Site {
        start,
        end,
        lemma: lexicon.first(class),
        frames: Frames::QUOTE.or(Frames::CLAUSE),
        subject: Some(phrase),
        inverted: true,
        from: start,
        to: phrase.end,
        ..Site::NONE
    })
}

/// "her words", "the mayor's words"
fn is_owned(atoms: &[Atom], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| atoms.get(before));
    before.is_some_and(|a| a.is_word() && (a.possessive || a.is(Class::POSSESSIVE) && !a.is(Class::FIRST_OR_SECOND)))
}

/// "…, per the filing", not "two per cent": it is set off, and a name or "the" follows.
fn opens_frame(atoms: &[Atom], at: usize) -> bool {
    let set_off = at == 0 || atoms.get(at - 1).is_some_and(|a| a.is_mark(',') || a.quotation().is_some());
    set_off && atoms.get(at + 1).is_some_and(|a| a.is_word() && (a.capital || a.is(Class::THE)))
}
