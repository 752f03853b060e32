//! Cues in languages whose finite verb stands second, or last in a hanging clause (German), and what they attribute.
//!
//! A clause lies between marks. Its finite verb has its subject before it, or behind it where something else stands
//! first ("Am Montag sagte sie"); a hanging clause has it right after its first word ("wie sie sagte"). An adverb that
//! is parted from its verb, or a participle, ends the clause. What was said follows the clause's comma.

mod owner;
mod told;

use super::cue::unsaid;
use super::site::Site;
use super::subject::Subject;
use crate::lexicon::{Class, Frames, Sense, VerbForm, VerbId};
use crate::syntax::{Atom, AtomKind, NounPhrase, Reading, noun_phrase_before, noun_phrase_from};
use std::ops::Range;

/// An adverb that stands farther from its verb belongs to another.
const LONGEST_CLAUSE: usize = 40;

/// A sentence on the way to its cues.
struct Clauses<'a> {
    reading: &'a Reading<'a>,
    atoms: &'a [Atom],
    sentence: Range<usize>,
}

/// A verb of speech in its clause.
struct Group {
    verb: Option<VerbId>,
    /// The clause.
    clause: Range<usize>,
    /// The verb that agrees with the subject.
    finite: usize,
    /// The last atom that belongs to the verb: itself, its participle or its adverb.
    last: usize,
}

/// The subject of the last finite verb before an atom.
pub(super) fn subject_of_clause(
    reading: &Reading<'_>,
    atoms: &[Atom],
    sentence: Range<usize>,
    at: usize,
) -> Option<NounPhrase> {
    Clauses { reading, atoms, sentence }.shared_subject(at).map(|(subject, _)| subject.phrase)
}

/// The subject of the first finite verb of a sentence.
pub(super) fn subject_of_sentence(reading: &Reading<'_>, atoms: &[Atom], sentence: Range<usize>) -> Option<NounPhrase> {
    let clauses = Clauses { reading, atoms, sentence };
    let finite = clauses.sentence.clone().find(|&at| clauses.is_finite(at))?;
    let group = Group { verb: None, clause: clauses.clause(finite), finite, last: finite };
    clauses.subject(&group).map(|(subject, _)| subject.phrase)
}

/// All cues of a sentence, in its order.
pub(super) fn sites(reading: &Reading<'_>, atoms: &[Atom], sentence: Range<usize>) -> Vec<Site> {
    let clauses = Clauses { reading, atoms, sentence };
    let mut found: Vec<Site> = Vec::new();
    for at in clauses.sentence.clone() {
        let site = clauses.frame(at).or_else(|| clauses.verb(at, found.last()));
        // "sagte … mit": found by its first word already.
        found.extend(site.filter(|site| found.last().is_none_or(|last| last.end <= site.start)));
    }
    found
}

impl Clauses<'_> {
    fn atom(&self, at: usize) -> Option<&Atom> {
        self.atoms.get(at).filter(|_| self.sentence.contains(&at))
    }

    fn is(&self, at: usize, any: Class) -> bool {
        self.atom(at).is_some_and(|a| a.is_word() && a.is(any))
    }

    fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.atom(at).is_some_and(|a| matches!(a.kind, AtomKind::Mark(mark) if marks.contains(mark)))
    }

    /// Whether a clause ends at an atom.
    fn bounds(&self, at: usize) -> bool {
        self.atom(at).is_none_or(|a| match a.kind {
            AtomKind::Mark(mark) => ",;:.!?…—".contains(mark),
            AtomKind::Quotation(_) => a.pointed,
            _ => false,
        })
    }

    /// The clause around an atom, without a word before that joins it to another.
    fn clause(&self, at: usize) -> Range<usize> {
        let mut start = at;
        while start > self.sentence.start && !self.bounds(start - 1) {
            // "… und sagte": a clause of its own.
            if self.is(start - 1, Class::COORDINATOR) && self.is_finite(start) {
                break;
            }
            start -= 1;
        }
        start += usize::from(start < at && self.is(start, Class::COORDINATOR));
        let end = (at + 1..self.sentence.end).find(|&i| self.bounds(i)).unwrap_or(self.sentence.end);
        start..end
    }

    fn any(&self, mut range: Range<usize>, class: Class) -> Option<usize> {
        range.find(|&i| self.is(i, class) && !self.is(i, Class::NOUN))
    }

    /// The verb at an atom, if it is used as an active verb of speech there.
    fn group(&self, at: usize) -> Option<Group> {
        let atom =
            self.atom(at).filter(|a| a.is_word() && !a.capital && !a.is(Class::NOUN) || at == self.sentence.start)?;
        let clause = self.clause(at);
        if let Some(group) = self.parted(at, atom, &clause) {
            return Some(group);
        }
        let (verb, forms) = (Some(atom.entry.verb?), atom.entry.forms);
        let group = |finite: usize, last: usize| Some(Group { verb, clause: clause.clone(), finite, last });
        let before = clause.start..at;
        let auxiliary = self.any(before.clone(), Class::HAVE).or_else(|| self.any(at + 1..at + 2, Class::HAVE));
        let letting = self.any(before.clone(), Class::LETTING);
        let passive = self.any(clause.clone(), Class::PASSIVE.or(Class::BE));
        if forms.has(VerbForm::Participle) {
            if let Some(finite) = letting.or(auxiliary).filter(|_| passive.is_none()) {
                return group(finite, at.max(finite));
            }
            // "wird erklärt", "die erklärten Ziele"
            // "wird mit den Worten zitiert"
            if let Some(finite) = passive.filter(|_| atom.tells(Sense::CITING)) {
                return group(finite, at);
            }
            if passive.is_some() || self.is(at + 1, Class::NOUN) && self.is(at.wrapping_sub(1), Class::DETERMINER) {
                return None;
            }
        }
        if forms.has(VerbForm::Past) || forms.has(VerbForm::Third) {
            return group(at, at);
        }
        if let Some(finite) = letting.filter(|_| forms.has(VerbForm::Base)) {
            return group(finite, at);
        }
        let bare = self.any(before, Class::MODAL).is_none() && !self.is(at.wrapping_sub(1), Class::INFINITIVE_MARKER);
        (forms.has(VerbForm::Base) && bare).then(|| group(at, at)).flatten()
    }

    /// "teilte … mit": the verb at an atom with the adverb that ends its clause.
    fn parted(&self, at: usize, atom: &Atom, clause: &Range<usize>) -> Option<Group> {
        if !atom.is(Class::SEPARABLE) {
            return None;
        }
        let word = |at: usize| self.atom(at).map_or("", |a| a.span.of(self.reading.text));
        let ends = |&i: &usize| {
            self.is(i, Class::PARTICLE_ADVERB) && (self.bounds(i + 1) || self.is(i + 1, Class::COORDINATOR))
        };
        let last = (at + 1..self.sentence.end.min(at + LONGEST_CLAUSE)).find(ends)?;
        let joined = self.reading.lexicon.look_up(&[word(last), word(at)].concat());
        Some(Group { verb: Some(joined.verb?), clause: clause.start..last + 1, finite: at, last })
    }

    fn verb(&self, at: usize, earlier: Option<&Site>) -> Option<Site> {
        let group = self.group(at)?;
        let verb = self.reading.lexicon.verb(group.verb?)?;
        let (clause, finite) = (&group.clause, group.finite);
        let (mut subject, inverted) = match self.subject(&group) {
            Some(found) => found,
            None => {
                let phrase = earlier.and_then(|earlier| earlier.subject)?;
                (Subject { phrase, from: finite, inherited: true, relative: false }, false)
            }
        };
        // "Aus Paris hieß es", "heißt es in dem Brief"
        if self.is(subject.phrase.head, Class::THING) {
            let first = |range: Range<usize>| self.any(range, Class::PREPOSITION);
            let place = first(clause.start..finite).or_else(|| first(finite..clause.end))?;
            subject.phrase = noun_phrase_from(self.atoms, place + 1, clause.end)?;
            // "ein Brief, in dem es heißt"
            if self.is(subject.phrase.head, Class::DETERMINER) && clause.start > self.sentence.start {
                subject.phrase = noun_phrase_before(self.atoms, self.sentence.start, clause.start - 1)?;
            }
        }
        let cited = self.atom(at).filter(|a| a.tells(Sense::CITING)).map(|_| self.cited(&subject.phrase, &group));
        subject.phrase = cited.flatten().unwrap_or(subject.phrase);
        let mut site = Site {
            start: at,
            end: at + 1,
            verb: group.verb,
            lemma: verb.lemma,
            frames: if cited.is_some() { verb.frames.or(Frames::QUOTE).or(Frames::CLAUSE) } else { verb.frames },
            relayed: cited.is_some(),
            subject: Some(subject.phrase),
            inverted,
            inherited: subject.inherited,
            relative: subject.relative,
            unreal: finite == at && self.any(clause.start..at, Class::UNREAL).is_some(),
            negated: self.any(clause.clone(), Class::NEGATION).is_some(),
            from: match inverted {
                true if self.holds_content(clause.start, finite) => clause.start,
                true => finite,
                false => subject.from,
            },
            to: clause.end,
            settled: true,
            ..Site::NONE
        };
        site = unsaid(self.atoms, self.sentence.start, site);
        site.clause = self.content(&site);
        Some(site)
    }

    /// "so heißt es in dem Brief", "als „…“ bezeichnete sie"
    fn holds_content(&self, start: usize, finite: usize) -> bool {
        self.is(start, Class::SO) || (start..finite).any(|i| self.atom(i).is_some_and(|a| a.quotation().is_some()))
    }

    fn is_finite(&self, at: usize) -> bool {
        const FINITE: Class =
            Class::VERB.or(Class::BE).or(Class::HAVE).or(Class::MODAL).or(Class::REPORTED).or(Class::SEPARABLE);
        self.atom(at).is_some_and(|a| {
            let forms = a.entry.forms;
            let reports = a.entry.verb.is_some() && (forms.has(VerbForm::Third) || forms.has(VerbForm::Past));
            a.is_word() && !a.is(Class::NOUN) && (a.is(FINITE) || reports)
        })
    }
}
