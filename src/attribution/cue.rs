//! Cues: reporting verbs in use, with their subjects, and frames such as "according to".

use super::subject::{
    Subject, clause_subject, is_adverbial, is_speaker_like, is_verb_like, subject_after, subject_before,
};
use crate::lexicon::{Class, Frames, Lexicon, VerbForm, VerbId};
use crate::syntax::{Atom, AtomKind, NounPhrase, noun_phrase_from};
use std::ops::Range;

/// A cue in its sentence. All positions are atoms of the paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Site {
    /// First atom of the verb group or frame.
    pub start: usize,
    /// One past its last atom.
    pub end: usize,
    /// The verb; none for a frame.
    pub verb: Option<VerbId>,
    /// Dictionary form, or the frame.
    pub lemma: &'static str,
    /// What it takes.
    pub frames: Frames,
    /// Who.
    pub subject: Option<NounPhrase>,
    /// The subject stands after the verb.
    pub inverted: bool,
    /// The subject is that of an earlier verb.
    pub inherited: bool,
    /// The subject is "who" or "which".
    pub relative: bool,
    /// "saying".
    pub gerund: bool,
    /// "to say", "would say": said later, or not at all.
    pub unreal: bool,
    /// "did not say", "declined to say".
    pub negated: bool,
    /// "was quoted as saying".
    pub relayed: bool,
    /// First atom of subject and group together.
    pub from: usize,
    /// One past the last atom of subject and group together.
    pub to: usize,
}

impl Site {
    /// No cue: what the others are made from.
    const NONE: Self = Self {
        start: 0,
        end: 0,
        verb: None,
        lemma: "",
        frames: Frames::QUOTE,
        subject: None,
        inverted: false,
        inherited: false,
        relative: false,
        gerund: false,
        unreal: false,
        negated: false,
        relayed: false,
        from: 0,
        to: 0,
    };

    /// Whether it is a frame such as "according to".
    pub fn is_frame(&self) -> bool {
        self.verb.is_none() && !self.lemma.is_empty()
    }
}

/// All cues of a sentence, in its order.
pub(super) fn sites(atoms: &[Atom], sentence: Range<usize>, lexicon: &Lexicon, heading: bool) -> Vec<Site> {
    let title_case = heading && is_title_case(atoms, &sentence);
    let mut found = Vec::new();
    let mut low = sentence.start;
    for at in sentence.clone() {
        let Some(atom) = atoms.get(at) else { break };
        if let Some(site) = frame_site(atoms, at, sentence.end) {
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
        let Some(group) = verb_group(atoms, &sentence, at, verb.frames) else { continue };
        let base = Site {
            start: group.start,
            end: particle_end(atoms, at, verb.frames),
            verb: Some(id),
            lemma: verb.lemma,
            frames: verb.frames,
            gerund: group.gerund,
            unreal: group.unreal,
            negated: group.negated,
            from: group.start,
            to: particle_end(atoms, at, verb.frames),
            ..Site::NONE
        };
        let Some(base) = framed(atoms, &sentence, base) else { continue };
        found.push(with_subject(atoms, &sentence, low, base, at, found.last()));
    }
    found
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
    before.is_some_and(|a| a.is_word() && (a.is(Class::DETERMINER.or(Class::POSSESSIVE)) || a.possessive))
        && after.is_some_and(|a| a.is_word() && !is_verb_like(a))
}

struct Group {
    start: usize,
    gerund: bool,
    unreal: bool,
    negated: bool,
}

/// The verb group around the verb at `at`, if it is used as an active verb there.
fn verb_group(atoms: &[Atom], sentence: &Range<usize>, at: usize, frames: Frames) -> Option<Group> {
    let verb = atoms.get(at)?;
    let forms = verb.entry.forms;
    let mut start = at;
    let (mut be, mut have, mut modal, mut to, mut negated) = (false, false, false, false, false);
    while let Some(before) = start.checked_sub(1).filter(|&before| before >= sentence.start) {
        let Some(atom) = atoms.get(before).filter(|a| a.is_word()) else { break };
        let lower = !atom.capital;
        if atom.is(Class::BE) && !atom.is(Class::PRONOUN) {
            be = true;
        } else if atom.is(Class::HAVE) && lower {
            have = true;
        } else if atom.is(Class::MODAL.or(Class::DO)) && lower && !atom.is(Class::PRONOUN) {
            modal |= atom.is(Class::MODAL);
            negated |= atom.is(Class::NEGATION);
        } else if atom.is(Class::NEGATION) && lower && !atom.is(Class::DETERMINER) {
            negated = true;
        } else if is_adverbial(atom) {
        } else if is_to(atom, forms.has(VerbForm::Base)) {
            to = true;
        } else {
            break;
        }
        start = before;
    }
    // Adverbs at the front belong to what stands before them.
    while start < at && atoms.get(start).is_some_and(|a| is_adverbial(a) && !a.is(Class::NEGATION)) {
        start += 1;
    }
    let before = start.checked_sub(1).filter(|&before| before >= sentence.start).and_then(|before| atoms.get(before));
    if be && !forms.has(VerbForm::Gerund) {
        return None;
    }
    if start == at && !stands_as_verb(atoms, sentence, at, before, frames.has(Frames::NOUN.or(Frames::THING))) {
        return None;
    }
    let went_on = before.is_some_and(|before| before.is_word() && before.is(Class::CONTINUING));
    if to {
        negated |= before.is_some_and(|before| before.is(Class::DECLINING));
    }
    let gerund = forms.has(VerbForm::Gerund) && !be;
    Some(Group { start, gerund, unreal: (to && !went_on) || (modal && !have), negated })
}

fn is_to(atom: &Atom, base: bool) -> bool {
    base && !atom.capital && atom.is(Class::INFINITIVE_MARKER)
}

/// Whether a form without auxiliaries is a verb here and not a noun.
fn stands_as_verb(atoms: &[Atom], sentence: &Range<usize>, at: usize, before: Option<&Atom>, transitive: bool) -> bool {
    let Some(verb) = atoms.get(at) else { return false };
    let after = atoms.get(at + 1).filter(|_| at + 1 < sentence.end);
    let forms = verb.entry.forms;
    let after_quotation = before.is_some_and(|b| {
        b.quotation().is_some()
            || (b.is_mark(',') && at >= 2 && atoms.get(at - 2).is_some_and(|a| a.quotation().is_some()))
    });
    if before.is_some_and(|b| b.is_word() && (b.is(Class::POSSESSIVE) || b.possessive || is_plain_determiner(b))) {
        return false;
    }
    let content_follows = after.is_some_and(|a| match a.kind {
        AtomKind::Quotation(_) => true,
        AtomKind::Mark(mark) => mark == ':',
        AtomKind::Word => {
            a.capital
                || a.is(Class::DETERMINER
                    .or(Class::PRONOUN)
                    .or(Class::POSSESSIVE)
                    .or(Class::GROUP)
                    .or(Class::SUBORDINATOR))
        }
        AtomKind::Number => true,
    });
    if forms.has(VerbForm::Gerund) {
        let quoted_as = before.is_some_and(|b| b.is_word() && b.is(Class::ROLE_MARKER));
        return quoted_as
            || content_follows
            || after.is_some_and(|a| a.is_mark(','))
            || before.is_some_and(|b| b.is_mark(','));
    }
    let noun_too = verb.is(Class::DOCUMENT.or(Class::FRAME).or(Class::ROLE).or(Class::NOUN_TOO));
    if forms.has(VerbForm::Past) || (forms.has(VerbForm::Participle) && !forms.has(VerbForm::Base)) {
        // "the plan proposed by": a participle after its noun.
        let by = after.is_some_and(|a| a.is_word() && a.is(Class::AGENT_MARKER));
        return !by
            || after_quotation
            || !transitive
            || before.is_some_and(|b| b.is_word() && (b.capital || b.is(Class::PRONOUN)));
    }
    if after_quotation {
        return forms.has(VerbForm::Third) || content_follows;
    }
    let Some(before) = before else { return false };
    let aside = before.is_mark(',') || before.is_mark('—') || before.is_mark(')') || is_adverbial(before);
    let subject = before.is_word()
        && !before.is(Class::PREPOSITION.or(Class::OBJECT).or(Class::INFINITIVE_MARKER).or(Class::COORDINATOR));
    let shared = before.is_word() && before.is(Class::COORDINATOR) && content_follows;
    if !noun_too {
        return subject || aside || shared;
    }
    let singular = before.capital
        || before.is(Class::PRONOUN.or(Class::RELATIVE).or(Class::ROLE).or(Class::COLLECTIVE).or(Class::DOCUMENT));
    let plural =
        before.is(Class::GROUP.or(Class::PRONOUN).or(Class::RELATIVE).or(Class::INDEFINITE).or(Class::COLLECTIVE));
    let agrees = before.is_word() && if forms.has(VerbForm::Third) { singular } else { plural };
    // `"…," Reyes answers.`
    let quotation = || {
        sentence
            .clone()
            .take_while(|&i| i < at)
            .any(|i| atoms.get(i).is_some_and(|a| a.quotation().is_some() && a.pointed))
    };
    let closes = after.is_none_or(|a| a.is_mark('.') || a.is_mark(','));
    if closes && agrees && quotation() {
        return true;
    }
    content_follows && (agrees || shared || is_adverbial(before) || (forms.has(VerbForm::Third) && aside))
}

fn is_plain_determiner(atom: &Atom) -> bool {
    atom.is(Class::DETERMINER)
        && !atom.is(Class::PRONOUN.or(Class::RELATIVE).or(Class::INDEFINITE))
        && !atom.is(Class::STANDALONE)
}

/// "pointed out", "went on": the particle belongs to the cue.
fn particle_end(atoms: &[Atom], at: usize, frames: Frames) -> usize {
    let particle =
        frames.has(Frames::PARTICLE) && atoms.get(at + 1).is_some_and(|a| a.is_word() && a.is(Class::PARTICLE_ADVERB));
    at + 1 + usize::from(particle)
}

/// Finds the subject and settles what hangs on it.
fn with_subject(
    atoms: &[Atom],
    sentence: &Range<usize>,
    low: usize,
    site: Site,
    verb: usize,
    earlier: Option<&Site>,
) -> Site {
    let inverted = inverted_subject(atoms, sentence, &site, verb);
    let apply = |phrase: NounPhrase| Site { subject: Some(phrase), inverted: true, to: phrase.end, ..site };
    if let Some((phrase, true)) = inverted {
        return apply(phrase);
    }
    if let Some(Subject { phrase, from, .. }) = relay_subject(atoms, sentence, low, &site) {
        return Site { subject: Some(phrase), from, relayed: true, ..site };
    }
    if site.gerund {
        // "with marchers chanting": the phrase right before.
        let before = site.start.checked_sub(1).and_then(|b| atoms.get(b));
        let adjacent = before.filter(|b| b.is_word()).and_then(|_| subject_before(atoms, low, site.start));
        let usable = |s: &Subject| {
            is_speaker_like(atoms, &s.phrase) && !s.relative && !is_written_object(atoms, sentence, &s.phrase)
        };
        if let Some(Subject { phrase, .. }) = adjacent.filter(usable) {
            return Site { subject: Some(phrase), inherited: true, ..site };
        }
    } else if !is_infinitive(atoms, site.start)
        && let Some(Subject { phrase, from, inherited, relative }) = subject_before(atoms, low, site.start)
    {
        return Site { subject: Some(phrase), from, inherited, relative, ..site };
    }
    if let Some((phrase, false)) = inverted {
        return apply(phrase);
    }
    let shared = earlier.filter(|e| e.subject.is_some()).map(|e| (e.subject, e.relative));
    let clause = clause_subject(atoms, sentence.start, site.start);
    let (subject, relative) = match (clause, shared) {
        (_, Some(shared)) if site.gerund || clause.is_none() => shared,
        (Some(phrase), _) => (Some(phrase), false),
        (None, other) => other.unwrap_or((None, false)),
    };
    Site { subject, relative, inherited: true, ..site }
}

/// "issued a statement saying": the statement is what its author says by it.
fn is_written_object(atoms: &[Atom], sentence: &Range<usize>, phrase: &NounPhrase) -> bool {
    let before = phrase.start.checked_sub(1).filter(|&b| b >= sentence.start).and_then(|b| atoms.get(b));
    atoms.get(phrase.head).is_some_and(|head| head.is(Class::DOCUMENT)) && before.is_some_and(is_verb_like)
}

/// The subject after a verb that stands right behind a quotation (true) or a comma (false): `"…," said Dana Reyes`.
fn inverted_subject(atoms: &[Atom], sentence: &Range<usize>, site: &Site, verb: usize) -> Option<(NounPhrase, bool)> {
    let at = |back: usize| site.start.checked_sub(back).filter(|&i| i >= sentence.start).and_then(|i| atoms.get(i));
    let mark = at(1).is_none_or(|b| b.is_mark(',') || b.is_mark('—'));
    let quoted =
        at(1).is_some_and(|b| b.quotation().is_some()) || (mark && at(2).is_some_and(|b| b.quotation().is_some()));
    if site.start != verb || site.gerund || !(quoted || mark) || !site.frames.has(Frames::QUOTE.or(Frames::CLAUSE)) {
        return None;
    }
    let phrase = subject_after(atoms, site.end, sentence.end)?;
    let stands = (quoted || ends_clause(atoms, phrase.core_end, sentence.end))
        && !introduces_clause(atoms, &phrase, sentence.end);
    stands.then_some((phrase, quoted))
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
        let subject = subject_after(atoms, start + 1, high)?;
        return (ends_clause(atoms, subject.core_end, high) && atoms.get(subject.head)?.capital)
            .then(|| site(start, subject, true));
    }
    let subject = noun_phrase_from(atoms, start, high).filter(|phrase| is_speaker_like(atoms, phrase))?;
    let mut verb = subject.end;
    while atoms.get(verb).is_some_and(is_adverbial) {
        verb += 1;
    }
    is_verb(verb).then(|| site(verb, subject, false))
}

fn is_infinitive(atoms: &[Atom], start: usize) -> bool {
    atoms.get(start).is_some_and(|a| a.is_word() && a.is(Class::INFINITIVE_MARKER))
}

/// Whether a clause ends right before `at`.
fn ends_clause(atoms: &[Atom], at: usize, high: usize) -> bool {
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

/// "said the plan would fail": what follows the verb is a clause and not its subject.
fn introduces_clause(atoms: &[Atom], phrase: &NounPhrase, high: usize) -> bool {
    let mut at = phrase.end;
    while atoms.get(at).is_some_and(|a| at < high && is_adverbial(a)) {
        at += 1;
    }
    atoms.get(at).is_some_and(|a| at < high && is_verb_like(a) && !a.entry.forms.has(VerbForm::Gerund))
}

/// The subject of "was quoted as saying", where the site is "saying".
fn relay_subject(atoms: &[Atom], sentence: &Range<usize>, low: usize, site: &Site) -> Option<Subject> {
    let as_at = site.start.checked_sub(1).filter(|_| site.gerund)?;
    let quoted_at = as_at.checked_sub(1).filter(|&q| q > sentence.start)?;
    let is_as = atoms.get(as_at).is_some_and(|a| a.is_word() && a.is(Class::ROLE_MARKER));
    let quoted = atoms.get(quoted_at).is_some_and(|a| a.entry.forms.has(VerbForm::Participle));
    if !is_as || !quoted {
        return None;
    }
    let mut start = quoted_at;
    while start > sentence.start
        && atoms.get(start - 1).is_some_and(|a| a.is(Class::BE.or(Class::HAVE)) && a.is_word() || is_adverbial(a))
    {
        start -= 1;
    }
    if start == quoted_at {
        return None;
    }
    subject_before(atoms, low, start)
}

/// "according to Dana Reyes", "in the words of the mayor", "per the filing".
fn frame_site(atoms: &[Atom], at: usize, high: usize) -> Option<Site> {
    let atom = atoms.get(at).filter(|a| a.is_word())?;
    if !atom.is(Class::ATTRIBUTING) {
        return None;
    }
    let next_to = atoms.get(at + 1).is_some_and(|a| a.is_word() && a.is(Class::INFINITIVE_MARKER));
    if !next_to {
        return None;
    }
    let phrase = noun_phrase_from(atoms, at + 2, high)?;
    Some(Site {
        start: at,
        end: at + 2,
        verb: None,
        lemma: "according to",
        frames: Frames::QUOTE.or(Frames::CLAUSE),
        subject: Some(phrase),
        inverted: true,
        from: at,
        to: phrase.end,
        ..Site::NONE
    })
}
