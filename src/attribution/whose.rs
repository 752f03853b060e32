//! Whose a cue is: the subject beside it, behind it, or shared with another verb.

use super::clauses::{Clause, Standing, clauses, following, inherited, learn};
use super::cue::ends_clause;
use super::site::Site;
use super::subject::{
    Subject, across_insertion, is_adverbial, is_speaker_like, is_verb_like, subject_after, subject_before,
    with_modifier,
};
use crate::lexicon::{Class, Frames, Sense, VerbForm};
use crate::syntax::{Atom, NounPhrase, noun_phrase_before, simple_phrase_before};
use std::ops::Range;

/// A sentence whose cues are being read.
pub(super) struct Owners<'a> {
    atoms: &'a [Atom],
    sentence: Range<usize>,
    /// Found when they are first needed.
    clauses: Option<Vec<Clause>>,
}

impl<'a> Owners<'a> {
    pub fn new(atoms: &'a [Atom], sentence: Range<usize>) -> Self {
        Self { atoms, sentence, clauses: None }
    }

    /// The atom at `at`, if it stands in the sentence.
    fn at(&self, at: usize) -> Option<&'a Atom> {
        self.atoms.get(at).filter(|_| self.sentence.contains(&at))
    }

    fn before(&self, at: usize) -> Option<&'a Atom> {
        at.checked_sub(1).and_then(|before| self.at(before))
    }

    /// Finds the subject of a cue and settles what hangs on it. Subjects are looked for from `low` on; `found` are the
    /// cues before.
    pub fn settle(&mut self, site: Site, verb: usize, low: usize, found: &[Site]) -> Site {
        let mut settled = self.beside(site, verb, low).unwrap_or_else(|| self.shared(site, low, found));
        // "Reyes mocked what she called": the name, not the pronoun that takes it up.
        let pronoun = |phrase: NounPhrase| self.at(phrase.head).is_some_and(|head| head.is(Class::PRONOUN));
        let what =
            settled.from.checked_sub(1).filter(|&what| self.at(what).is_some_and(|a| a.is(Class::FREE_RELATIVE)));
        if let Some(what) = what.filter(|&what| self.before(what).is_some_and(Atom::is_word))
            && settled.subject.is_some_and(pronoun)
        {
            let main =
                self.clauses(found).iter().rev().find(|clause| clause.verb < what && clause.standing == Standing::Main);
            let name = main.map(|main| main.subject).filter(|name| is_speaker_like(self.atoms, name));
            settled.subject = name.or(settled.subject);
        }
        if let Some(clauses) = &mut self.clauses {
            learn(clauses, &settled);
        }
        if !settled.inverted && !settled.inherited {
            settled.subject = settled.subject.map(|phrase| with_modifier(self.atoms, phrase, settled.start));
        }
        settled
    }

    /// The subject that stands beside the cue.
    fn beside(&self, site: Site, verb: usize, low: usize) -> Option<Site> {
        let inverted = self.inverted(&site, verb);
        let apply = |phrase: NounPhrase| Site { subject: Some(phrase), inverted: true, to: phrase.end, ..site };
        if let Some((phrase, true)) = inverted {
            return Some(apply(phrase));
        }
        if let Some(Subject { phrase, from, .. }) = self.relayed(low, &site) {
            return Some(Site { subject: Some(phrase), from, relayed: true, ..site });
        }
        let own = if site.gerund {
            // "with marchers chanting": the phrase right before.
            let adjacent = self.before(site.start).filter(|b| b.is_word());
            adjacent
                .and_then(|_| subject_before(self.atoms, low, site.start))
                .filter(|s| !s.relative && self.can_say(&s.phrase) && !self.is_written_object(&s.phrase))
                .map(|s| Site { subject: Some(s.phrase), from: s.from, inherited: true, ..site })
        } else if self.is_infinitive(site.start) {
            self.controlled(site, low)
        } else {
            // `Reyes, star of "The Locksmith," said`
            let title = self.before(site.start).is_some_and(|b| b.quotation().is_some() && b.pointed);
            let subject = if title {
                across_insertion(self.atoms, self.sentence.start, site.start - 1)
            } else {
                subject_before(self.atoms, low, site.start)
            };
            subject.map(|Subject { phrase, from, inherited, relative }| Site {
                subject: Some(phrase),
                from,
                inherited,
                relative,
                ..site
            })
        };
        own.or_else(|| inverted.map(|(phrase, _)| apply(phrase)))
    }

    /// The subject of another verb of the sentence.
    fn shared(&mut self, site: Site, low: usize, found: &[Site]) -> Site {
        let atoms = self.atoms;
        // "prompted Reyes to laugh and call"
        let base = self
            .at(site.end.saturating_sub(1))
            .is_some_and(|a| a.entry.forms.has(VerbForm::Base) && !a.entry.forms.has(VerbForm::Past));
        let joined = self.before(site.start).is_some_and(|b| b.is_word() && b.is(Class::COORDINATOR));
        let infinitive =
            (self.sentence.start..site.start).rev().find(|&to| self.is_infinitive(to)).filter(|_| base && joined);
        if let Some(site) = infinitive.and_then(|to| self.controlled(Site { start: to, ..site }, low)) {
            return Site { start: site.from, ..site };
        }
        let clauses = self.clauses(found);
        let own = clauses.iter().find(|clause| !site.gerund && (site.start..site.end).contains(&clause.verb));
        if let Some(&Clause { subject, .. }) = own {
            return Site { subject: Some(subject), from: subject.start, ..site };
        }
        let subject = inherited(atoms, clauses, site.start)
            .or_else(|| following(atoms, clauses, site.start).filter(|_| site.gerund));
        let relative = subject.is_some_and(|s| atoms.get(s.head).is_some_and(|head| head.is(Class::RELATIVE)));
        Site { subject, relative, inherited: true, ..site }
    }

    fn clauses(&mut self, found: &[Site]) -> &[Clause] {
        let (atoms, sentence) = (self.atoms, &self.sentence);
        self.clauses.get_or_insert_with(|| {
            let mut clauses = clauses(atoms, sentence);
            found.iter().for_each(|site| learn(&mut clauses, site));
            clauses
        })
    }

    fn is_infinitive(&self, start: usize) -> bool {
        self.at(start).is_some_and(|a| a.is_word() && a.is(Class::INFINITIVE_MARKER))
    }

    /// "prompted Reyes to say": who was made to speak.
    fn controlled(&self, site: Site, low: usize) -> Option<Site> {
        let phrase = simple_phrase_before(self.atoms, low, site.start).or_else(|| {
            let object =
                site.start.checked_sub(1).filter(|_| self.before(site.start).is_some_and(|a| a.is(Class::OBJECT)))?;
            Some(NounPhrase { start: object, end: site.start, core_end: site.start, head: object })
        })?;
        let governor = self.before(phrase.start).filter(|a| a.is_word())?;
        let made = governor.is(Class::CAUSING);
        (made && is_speaker_like(self.atoms, &phrase)
            || made && self.before(site.start).is_some_and(|a| a.is(Class::OBJECT)))
        .then_some(Site { subject: Some(phrase), inherited: true, unreal: false, ..site })
    }

    /// Not "put it saying".
    fn can_say(&self, phrase: &NounPhrase) -> bool {
        let thing = self.at(phrase.head).is_some_and(|head| head.is(Class::THING));
        !thing && is_speaker_like(self.atoms, phrase)
    }

    /// "issued a statement saying": the statement is what its author says by it.
    fn is_written_object(&self, phrase: &NounPhrase) -> bool {
        self.at(phrase.head).is_some_and(|head| head.is(Class::DOCUMENT))
            && [1, 2].into_iter().any(|back| {
                // "sent out a message saying"
                let verb = phrase.start.checked_sub(back).and_then(|at| self.at(at)).is_some_and(is_verb_like);
                verb && (back == 1 || self.before(phrase.start).is_some_and(|a| a.is(Class::PARTICLE_ADVERB)))
            })
    }

    /// The subject after a verb that stands right behind a quotation (true) or a comma (false): `"…," said Dana Reyes`.
    fn inverted(&self, site: &Site, verb: usize) -> Option<(NounPhrase, bool)> {
        let back = |by: usize| site.start.checked_sub(by).and_then(|at| self.at(at));
        let mark = back(1).is_none_or(|b| b.is_mark(',') || b.is_mark('—'));
        let quoted = back(1).is_some_and(|b| b.quotation().is_some())
            || mark && back(2).is_some_and(|b| b.quotation().is_some());
        if site.start != verb || site.gerund || !(quoted || mark) || !site.frames.has(Frames::QUOTE.or(Frames::CLAUSE))
        {
            return None;
        }
        let pointed = (1..3).any(|by| back(by).is_some_and(|b| b.quotation().is_some() && b.pointed));
        let phrase = subject_after(self.atoms, site.end, self.sentence.end, pointed)?;
        // "as Reyes put it, …"
        if self.at(phrase.head).is_some_and(|head| head.is(Class::THING)) {
            return None;
        }
        // `"…," said the man known as Bo`: after words that end in a comma no clause without a subject begins.
        let described = pointed
            && self.at(phrase.end).is_some_and(|a| {
                let participle = a.entry.forms.has(VerbForm::Participle) || a.is(Class::PAST_ENDING.or(Class::VERB));
                participle && !a.is(Class::BE.or(Class::HAVE).or(Class::DO).or(Class::MODAL))
            });
        let stands = (quoted || ends_clause(self.atoms, phrase.core_end, self.sentence.end))
            && (described || !self.introduces_clause(&phrase));
        stands.then_some((phrase, quoted))
    }

    /// "said the plan would fail": what follows the verb is a clause and not its subject.
    fn introduces_clause(&self, phrase: &NounPhrase) -> bool {
        let mut at = phrase.end;
        while self.at(at).is_some_and(is_adverbial) {
            at += 1;
        }
        self.at(at).is_some_and(|a| is_verb_like(a) && !a.entry.forms.has(VerbForm::Gerund))
    }

    /// The subject of "was quoted as saying", where the site is "saying", or who is quoted by another.
    fn relayed(&self, low: usize, site: &Site) -> Option<Subject> {
        let role = self.before(site.start).filter(|_| site.gerund)?;
        let quoted_at = site.start.checked_sub(2).filter(|&q| q > self.sentence.start)?;
        let quoted = self.at(quoted_at).is_some_and(|a| a.entry.forms.has(VerbForm::Participle));
        if !(role.is_word() && role.is(Class::ROLE_MARKER)) {
            return None;
        }
        if !quoted {
            // "quoted a keeper as saying"
            let phrase = noun_phrase_before(self.atoms, low, site.start - 1)?;
            let quotes = self.before(phrase.start).is_some_and(|a| a.tells(Sense::CITING));
            return quotes.then_some(Subject { phrase, from: phrase.start, inherited: false, relative: false });
        }
        let mut start = quoted_at;
        while self.before(start).is_some_and(|a| a.is(Class::BE.or(Class::HAVE)) && a.is_word() || is_adverbial(a)) {
            start -= 1;
        }
        (start < quoted_at).then(|| subject_before(self.atoms, low, start)).flatten()
    }
}
