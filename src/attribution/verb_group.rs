//! Reporting verbs with their auxiliaries, and whether a word is one where it stands.

use super::subject::is_adverbial;
use crate::lexicon::{Class, Frames, VerbForm};
use crate::syntax::{Atom, AtomKind, noun_phrase_before};
use std::ops::Range;

/// The verb with its auxiliaries.
pub(super) struct Group {
    /// First atom.
    pub start: usize,
    /// "saying".
    pub gerund: bool,
    /// "to say", "would say".
    pub unreal: bool,
    /// "did not say".
    pub negated: bool,
}

/// The verb group around the verb at `at`, if it is used as an active verb there.
pub(super) fn verb_group(atoms: &[Atom], sentence: &Range<usize>, at: usize, frames: Frames) -> Option<Group> {
    let verb = atoms.get(at)?;
    let forms = verb.entry.forms;
    let mut start = at;
    let (mut be, mut modal, mut to, mut negated) = (false, false, false, false);
    while let Some(before) = start.checked_sub(1).filter(|&before| before >= sentence.start) {
        let Some(atom) = atoms.get(before).filter(|a| a.is_word()) else { break };
        let lower = !atom.capital;
        if atom.is(Class::BE) && !atom.is(Class::PRONOUN) {
            be = true;
        } else if atom.is(Class::MODAL.or(Class::DO)) && lower && !atom.is(Class::PRONOUN) {
            modal |= atom.is(Class::MODAL);
            negated |= atom.is(Class::NEGATION);
        } else if atom.is(Class::NEGATION) && lower && !atom.is(Class::DETERMINER) {
            negated = true;
        } else if is_adverbial(atom) || atom.is(Class::HAVE) && lower {
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
    if gerund {
        // "without saying", "stopped short of saying"
        let link = usize::from(before.is_some_and(|b| b.is_word() && b.is(Class::PREPOSITION)));
        let governor = start.checked_sub(1 + link).filter(|&at| at >= sentence.start).and_then(|at| atoms.get(at));
        negated |= [before, governor].into_iter().flatten().any(|a| a.is_word() && a.is(Class::AVOIDING));
    }
    Some(Group { start, gerund, unreal: (to && !went_on) || modal, negated })
}

fn is_to(atom: &Atom, base: bool) -> bool {
    base && !atom.capital && atom.is(Class::INFINITIVE_MARKER)
}

/// A form without auxiliaries and what stands around it.
struct Bare<'a> {
    atoms: &'a [Atom],
    sentence: &'a Range<usize>,
    at: usize,
    frames: Frames,
    verb: &'a Atom,
    before: Option<&'a Atom>,
    /// After its particle.
    after: Option<&'a Atom>,
    /// Words in marks stand before it, perhaps with a comma between.
    after_quotation: bool,
    /// What it may tell begins right after it.
    content_follows: bool,
    /// It is a noun as well ("reports").
    noun_too: bool,
}

/// Whether a form without auxiliaries is a verb here and not a noun.
fn stands_as_verb(atoms: &[Atom], sentence: &Range<usize>, at: usize, before: Option<&Atom>, frames: Frames) -> bool {
    let Some(verb) = atoms.get(at) else { return false };
    if before.is_some_and(|b| b.is_word() && (b.is(Class::POSSESSIVE) || b.possessive || is_plain_determiner(b))) {
        return false;
    }
    // "the only reason", "the last contested race"
    let determined = |i: usize| atoms.get(i).is_some_and(|a| a.is_word() && is_plain_determiner(a));
    if before.is_some_and(is_adverbial) && at.checked_sub(2).is_some_and(determined) {
        return false;
    }
    // "with a simple message"
    let noun_too = verb.is(Class::DOCUMENT.or(Class::FRAME).or(Class::ROLE).or(Class::NOUN_TOO));
    let single = |b: &Atom| {
        b.is_word() && !b.capital && !b.plural && !b.is(Class::GROUP.or(Class::COLLECTIVE).or(Class::PRONOUN))
    };
    let base = noun_too && !verb.entry.forms.has(VerbForm::Third) && !verb.entry.forms.has(VerbForm::Past);
    if base && before.is_some_and(single) && at.checked_sub(2).is_some_and(determined) {
        return false;
    }
    let next = particle_end(atoms, at, frames).unwrap_or(at + 1);
    let after = atoms.get(next).filter(|_| next < sentence.end);
    let after_quotation = before.is_some_and(|b| {
        b.quotation().is_some()
            || (b.is_mark(',') && at >= 2 && atoms.get(at - 2).is_some_and(|a| a.quotation().is_some()))
    });
    let content_follows = after.is_some_and(begins_content);
    let bare = Bare { atoms, sentence, at, frames, verb, before, after, after_quotation, content_follows, noun_too };
    let forms = verb.entry.forms;
    match () {
        () if forms.has(VerbForm::Gerund) => bare.is_gerund(),
        () if forms.has(VerbForm::Past) || forms.has(VerbForm::Participle) && !forms.has(VerbForm::Base) => {
            bare.is_past()
        }
        () if after_quotation => forms.has(VerbForm::Third) || content_follows,
        () => before.is_some_and(|before| bare.is_present(before)),
    }
}

/// Whether what somebody said may begin with this atom.
fn begins_content(atom: &Atom) -> bool {
    const OPENS: Class =
        Class::DETERMINER.or(Class::PRONOUN).or(Class::POSSESSIVE).or(Class::GROUP).or(Class::SUBORDINATOR);
    match atom.kind {
        AtomKind::Quotation(_) | AtomKind::Number => true,
        AtomKind::Mark(mark) => mark == ':',
        AtomKind::Word => atom.capital || atom.is(OPENS),
    }
}

impl Bare<'_> {
    fn is_gerund(&self) -> bool {
        let quoted_as = self.before.is_some_and(|b| b.is_word() && b.is(Class::ROLE_MARKER));
        let comma = |a: Option<&Atom>| a.is_some_and(|a| a.is_mark(','));
        quoted_as || self.content_follows || comma(self.after) || comma(self.before)
    }

    fn is_past(&self) -> bool {
        // "when asked whether", "Asked how many, she said": nobody is told to have asked.
        let hangs =
            |b: &Atom| b.is_word() && b.is(Class::SUBORDINATOR) && !b.is(Class::RELATIVE.or(Class::COMPLEMENTIZER));
        let put = self.before.map_or(self.frames.has(Frames::ADDRESSEE.or(Frames::QUESTION)), hangs);
        if put && self.verb.entry.forms.has(VerbForm::Participle) {
            return false;
        }
        // "from noted scholars"
        if self.before.is_some_and(|b| b.is_word() && b.is(Class::PREPOSITION) && !b.is(Class::SUBORDINATOR)) {
            return false;
        }
        // "the plan proposed by": a participle after its noun.
        let by = self.after.is_some_and(|a| a.is_word() && a.is(Class::AGENT_MARKER));
        let transitive = self.frames.has(Frames::NOUN.or(Frames::THING));
        let subject = || self.before.is_some_and(|b| b.is_word() && (b.capital || b.is(Class::PRONOUN)));
        !by || self.after_quotation || !transitive || subject()
    }

    fn is_present(&self, before: &Atom) -> bool {
        let Self { atoms, sentence, at, after, content_follows, noun_too, .. } = *self;
        let third = self.verb.entry.forms.has(VerbForm::Third);
        let aside = before.is_mark(',') || before.is_mark('—') || before.is_mark(')') || is_adverbial(before);
        let subject = (before.is_word() || before.kind == AtomKind::Number)
            && !before.is(Class::PREPOSITION.or(Class::OBJECT).or(Class::INFINITIVE_MARKER).or(Class::COORDINATOR));
        let shared = before.is_word() && before.is(Class::COORDINATOR) && content_follows;
        let agrees = subject && agrees(atoms, sentence, at, (before, noun_too));
        if !noun_too {
            let stops = after.is_none_or(|a| !a.is_word() || a.is(Class::PREPOSITION));
            return subject && (agrees || content_follows || stops && third && !before.plural) || aside || shared;
        }
        let closes = after.is_none_or(|a| a.is_mark('.') || a.is_mark(','));
        let answers = || (agrees || !before.capital && !before.plural) && self.has_quotation();
        if closes && (answers() || agrees && self.is_set_off()) {
            return true;
        }
        // "and state Senator Reyes"
        let named = after.is_some_and(|a| a.is_word() && a.capital);
        content_follows && (agrees || shared && !named || is_adverbial(before) || third && aside)
    }

    /// `"…," Reyes answers.`
    fn has_quotation(&self) -> bool {
        let pointed = |i: usize| self.atoms.get(i).is_some_and(|a| a.quotation().is_some() && a.pointed);
        (self.sentence.start..self.at.min(self.sentence.end)).any(pointed)
    }

    /// "Reyes, records show, was": set off between commas.
    fn is_set_off(&self) -> bool {
        noun_phrase_before(self.atoms, self.sentence.start, self.at).is_some_and(|phrase| {
            phrase.start > self.sentence.start && self.atoms.get(phrase.start - 1).is_some_and(|a| a.is_mark(','))
        })
    }
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
pub(super) fn particle_end(atoms: &[Atom], at: usize, frames: Frames) -> Option<usize> {
    let takes = frames.has(Frames::PARTICLE.or(Frames::ONLY_PARTICLE));
    let word = |at: usize| atoms.get(at).filter(|a| a.is_word());
    // "chimed in," but not "went in the house"
    let preposition =
        |a: &Atom| frames.has(Frames::ONLY_PARTICLE) && a.is(Class::PREPOSITION) && word(at + 2).is_none();
    let particle = takes && word(at + 1).is_some_and(|a| a.is(Class::PARTICLE_ADVERB) || preposition(a));
    (particle || !frames.has(Frames::ONLY_PARTICLE)).then_some(at + 1 + usize::from(particle))
}
