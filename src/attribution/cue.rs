//! Cues: reporting verbs in use, with their subjects, and frames such as "according to".

use super::subject::{is_adverbial, is_speaker_like, is_verb_like, subject_after};
use super::whose::Owners;
use crate::lexicon::{Class, Frames, Sense, VerbForm, VerbId};
use crate::syntax::{Atom, AtomKind, NounPhrase, Reading, noun_phrase_before, noun_phrase_from};
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
    /// The clause after it was looked for when it was found, and is `clause`; empty where there is none.
    pub settled: bool,
    /// First atom of the clause, and one past its last.
    pub clause: (usize, usize),
    /// The same of a second piece of it.
    pub rest: (usize, usize),
}

impl Site {
    /// No cue: what the others are made from.
    pub const NONE: Self = Self {
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
        settled: false,
        clause: (0, 0),
        rest: (0, 0),
    };

    /// Whether it is a frame such as "according to".
    pub fn is_frame(&self) -> bool {
        self.verb.is_none() && !self.lemma.is_empty()
    }
}

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
        let mut site = owners.settle(base, at, low, &found);
        // "…, court told", "a jury was told": those who are told say nothing.
        let told = |subject: NounPhrase| atoms.get(subject.head).is_some_and(|head| head.tells(Sense::TRIBUNAL));
        if site.frames.has(Frames::ADDRESSEE)
            && ends_clause(atoms, site.end, sentence.end)
            && site.subject.is_some_and(told)
        {
            site.subject = None;
        }
        site.subject = site.subject.map(|subject| owner_of_words(atoms, subject));
        found.push(site);
    }
    found
}

/// "her reply read", "the keeper's answer was": whose words they are.
fn owner_of_words(atoms: &[Atom], phrase: NounPhrase) -> NounPhrase {
    let words = atoms.get(phrase.head).is_some_and(|a| a.is_word() && !a.capital && a.is(Class::OWN_WORDS));
    let possessive = |&at: &usize| {
        atoms
            .get(at)
            .is_some_and(|a| a.is_word() && (a.possessive || a.is(Class::POSSESSIVE) && !a.is(Class::FIRST_OR_SECOND)))
    };
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
    if start == at && !stands_as_verb(atoms, sentence, at, before, frames) {
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
fn stands_as_verb(atoms: &[Atom], sentence: &Range<usize>, at: usize, before: Option<&Atom>, frames: Frames) -> bool {
    let Some(verb) = atoms.get(at) else { return false };
    let next = particle_end(atoms, at, frames).unwrap_or(at + 1);
    let after = atoms.get(next).filter(|_| next < sentence.end);
    let transitive = frames.has(Frames::NOUN.or(Frames::THING));
    let forms = verb.entry.forms;
    let after_quotation = before.is_some_and(|b| {
        b.quotation().is_some()
            || (b.is_mark(',') && at >= 2 && atoms.get(at - 2).is_some_and(|a| a.quotation().is_some()))
    });
    if before.is_some_and(|b| b.is_word() && (b.is(Class::POSSESSIVE) || b.possessive || is_plain_determiner(b))) {
        return false;
    }
    // "the only reason", "the last contested race"
    let determined = |i: usize| atoms.get(i).is_some_and(|a| a.is_word() && is_plain_determiner(a));
    if before.is_some_and(is_adverbial) && at.checked_sub(2).is_some_and(determined) {
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
        // "when asked whether", "Asked how many, she said": nobody is told to have asked.
        let hangs =
            |b: &Atom| b.is_word() && b.is(Class::SUBORDINATOR) && !b.is(Class::RELATIVE.or(Class::COMPLEMENTIZER));
        let put = before.map_or(frames.has(Frames::ADDRESSEE.or(Frames::QUESTION)), hangs);
        if put && forms.has(VerbForm::Participle) {
            return false;
        }
        // "from noted scholars"
        if before.is_some_and(|b| b.is_word() && b.is(Class::PREPOSITION) && !b.is(Class::SUBORDINATOR)) {
            return false;
        }
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
    let subject = (before.is_word() || before.kind == AtomKind::Number)
        && !before.is(Class::PREPOSITION.or(Class::OBJECT).or(Class::INFINITIVE_MARKER).or(Class::COORDINATOR));
    let shared = before.is_word() && before.is(Class::COORDINATOR) && content_follows;
    let agrees = subject && agrees(atoms, sentence, at, (before, noun_too));
    if !noun_too {
        let stops = after.is_none_or(|a| !a.is_word() || a.is(Class::PREPOSITION));
        let person = agrees || content_follows || stops && forms.has(VerbForm::Third) && !before.plural;
        return subject && person || aside || shared;
    }
    // `"…," Reyes answers.`
    let quotation = || {
        sentence
            .clone()
            .take_while(|&i| i < at)
            .any(|i| atoms.get(i).is_some_and(|a| a.quotation().is_some() && a.pointed))
    };
    let closes = after.is_none_or(|a| a.is_mark('.') || a.is_mark(','));
    // "Reyes, records show, was": set off between commas.
    let set_off = || {
        let phrase = noun_phrase_before(atoms, sentence.start, at).filter(|_| agrees);
        phrase.is_some_and(|phrase| {
            phrase.start > sentence.start && atoms.get(phrase.start - 1).is_some_and(|a| a.is_mark(','))
        })
    };
    if closes && ((agrees || !before.capital && !before.plural) && quotation() || set_off()) {
        return true;
    }
    // "and state Senator Reyes"
    let named = after.is_some_and(|a| a.is_word() && a.capital);
    content_follows && (agrees || shared && !named || is_adverbial(before) || (forms.has(VerbForm::Third) && aside))
}

/// Whether the noun phrase before a verb in the present agrees with it in number, for all that is known.
fn agrees(atoms: &[Atom], sentence: &Range<usize>, at: usize, (before, noun_too): (&Atom, bool)) -> bool {
    const SINGULAR: Class = Class::PRONOUN
        .or(Class::RELATIVE)
        .or(Class::ROLE)
        .or(Class::COLLECTIVE)
        .or(Class::DOCUMENT)
        .or(Class::INDEFINITE);
    const PLURAL: Class = Class::GROUP
        .or(Class::PRONOUN)
        .or(Class::RELATIVE)
        .or(Class::INDEFINITE)
        .or(Class::COLLECTIVE)
        .or(Class::STANDALONE);
    let phrase = noun_phrase_before(atoms, sentence.start, at);
    let head = phrase.and_then(|phrase| atoms.get(phrase.head)).unwrap_or(before);
    let several = || {
        phrase.is_some_and(|phrase| {
            (phrase.start..phrase.end).any(|i| atoms.get(i).is_some_and(|a| a.is_word() && a.is(Class::COORDINATOR)))
        })
    };
    match atoms.get(at).is_some_and(|verb| verb.entry.forms.has(VerbForm::Third)) {
        true => head.capital || head.is(SINGULAR),
        // "those surveyed say", "nine out of 10 say"
        false => {
            let counted = before.kind == AtomKind::Number || before.is(Class::PAST_ENDING) && !noun_too;
            !head.is(Class::SINGLE)
                && (counted || head.is(PLURAL) || head.plural || before.is(PLURAL) || before.plural || several())
        }
    }
}

fn is_plain_determiner(atom: &Atom) -> bool {
    atom.is(Class::DETERMINER)
        && !atom.is(Class::PRONOUN.or(Class::RELATIVE).or(Class::INDEFINITE))
        && !atom.is(Class::STANDALONE)
}

/// One past the cue's last word: a particle belongs to it ("pointed out"). None where it needs one and has none.
fn particle_end(atoms: &[Atom], at: usize, frames: Frames) -> Option<usize> {
    let takes = frames.has(Frames::PARTICLE.or(Frames::ONLY_PARTICLE));
    let word = |at: usize| atoms.get(at).filter(|a| a.is_word());
    // "chimed in," but not "went in the house"
    let preposition =
        |a: &Atom| frames.has(Frames::ONLY_PARTICLE) && a.is(Class::PREPOSITION) && word(at + 2).is_none();
    let particle = takes && word(at + 1).is_some_and(|a| a.is(Class::PARTICLE_ADVERB) || preposition(a));
    (particle || !frames.has(Frames::ONLY_PARTICLE)).then_some(at + 1 + usize::from(particle))
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
