//! What a cue reports, in a language whose finite verb stands second: the clause after its comma; and frames, which stand
//! before or behind theirs.

use super::Clauses;
use crate::attribution::site::Site;
use crate::lexicon::{Class, Frames};
use crate::syntax::{NounPhrase, noun_phrase_before, noun_phrase_from};
use std::ops::Range;

impl Clauses<'_> {
    /// The clause of indirect speech after a verb's comma or colon.
    pub(super) fn content(&self, site: &Site) -> (usize, usize) {
        const NONE: (usize, usize) = (0, 0);
        const TAKES: Frames = Frames::CLAUSE.or(Frames::MENTAL).or(Frames::QUESTION).or(Frames::THAT);
        if site.negated || site.unreal || !self.is_mark(site.to, ",:") {
            return NONE;
        }
        let start = site.to + 1;
        let end = self.end(start);
        let clause = self.clause(start);
        let question = self.is(start, Class::SUBORDINATOR);
        match () {
            () if site.frames.has(TAKES) && self.is(start, Class::COMPLEMENTIZER) => (start + 1, end),
            () if site.frames.has(Frames::INFINITIVE) && self.any(clause, Class::INFINITIVE_MARKER).is_some() => {
                (start, end)
            }
            () if !site.frames.has(TAKES) || site.frames == Frames::THAT => NONE,
            // "Wie Reyes sagte, hält die Brücke."
            () if site.from == self.sentence.start && self.is(site.from, Class::ROLE_MARKER) => (start, end),
            () if question && !self.is(start, Class::ROLE_MARKER) || self.is_clause(start, end) => (start, end),
            () => NONE,
        }
    }

    /// Whether a clause begins at an atom that is told: its mood shows it, or its verb stands second.
    fn is_clause(&self, start: usize, end: usize) -> bool {
        // "…, sagte sie, sei sicher": what goes on there began before the cue.
        if self.atom(start).is_none_or(|a| !a.is_word() || a.is(Class::COORDINATOR)) || self.is_finite(start) {
            return false;
        }
        let second = || {
            let phrase = noun_phrase_from(self.atoms, start, end)?;
            let relative = self.is(start, Class::PERSONAL_RELATIVE) && self.bounds(phrase.end + 1);
            Some(!relative && self.is(phrase.end, Class::VERB.or(Class::BE).or(Class::HAVE).or(Class::MODAL)))
        };
        self.any(start..end, Class::REPORTED).is_some() || second().unwrap_or(false)
    }

    /// The end of the sentence without its marks.
    pub(super) fn end(&self, start: usize) -> usize {
        let mut end = (start..self.sentence.end).find(|&i| self.is_mark(i, ";")).unwrap_or(self.sentence.end);
        while end > start && self.is_mark(end - 1, ".!?,;—:") {
            end -= 1;
        }
        end
    }

    /// "laut dem Bericht", "nach Angaben der Polizei", "dem Bericht zufolge", "so die Polizei".
    pub(super) fn frame(&self, at: usize) -> Option<Site> {
        let atom = self.atom(at).filter(|a| a.is_word())?;
        let high = self.sentence.end;
        let site = |class: Class, range: Range<usize>, subject: NounPhrase| Site {
            start: range.start,
            end: range.end,
            lemma: self.reading.lexicon.first(class),
            frames: Frames::QUOTE.or(Frames::CLAUSE),
            subject: Some(subject),
            inverted: true,
            from: range.start.min(subject.start),
            to: range.end.max(subject.end),
            settled: true,
            ..Site::NONE
        };
        let mut site = if atom.is(Class::POSTPOSED) {
            site(Class::POSTPOSED, at..at + 1, noun_phrase_before(self.atoms, self.sentence.start, at)?)
        } else if atom.is(Class::ATTRIBUTING) {
            let phrase = self.named(at + 1, high).or_else(|| noun_phrase_from(self.atoms, at + 1, high))?;
            site(Class::ATTRIBUTING, at..at + 1, phrase)
        } else if atom.is(Class::SO) {
            let phrase = noun_phrase_from(self.atoms, at + 1, high)?;
            let set_off =
                self.is_mark(at.wrapping_sub(1), ",—") || self.atom(at.wrapping_sub(1))?.quotation().is_some();
            (set_off && self.bounds(phrase.core_end) | self.is(phrase.end, Class::PREPOSITION))
                .then(|| site(Class::SO, at..at + 1, phrase))?
        } else if atom.is(Class::ACCOUNT_MARKER) {
            let phrase = noun_phrase_from(self.atoms, at + 1, high)?;
            let account = (at + 1..phrase.end).find(|&i| self.is(i, Class::ACCOUNT))?;
            let owner = account + 1 + usize::from(self.is(account + 1, Class::PREPOSITION));
            let own = noun_phrase_from(self.atoms, owner, high).filter(|_| owner < phrase.end);
            site(Class::ACCOUNT_MARKER, at..account + 1, own.unwrap_or(phrase))
        } else {
            return None;
        };
        let (low, end) = (self.sentence.start, self.end(site.to));
        let commas = |at: usize| usize::from(self.is_mark(at, ","));
        if site.from <= low + 1 {
            site.clause = (site.to + commas(site.to), end);
        } else {
            site.clause = (low, site.from - commas(site.from - 1));
            site.rest = (site.to + commas(site.to), end);
        }
        Some(site)
    }
}
