//! Whose a verb is, in a language whose finite verb stands second: before it, or behind it past adverbs and objects.

use super::{Clauses, Group};
use crate::attribution::subject::{Subject, is_adverbial, subject_after, subject_before};
use crate::lexicon::Class;
use crate::syntax::{NounPhrase, noun_phrase_from};

impl Clauses<'_> {
    /// Whose verb it is, and whether that stands behind it.
    pub(super) fn subject(&self, group: &Group) -> Option<(Subject, bool)> {
        let Group { clause, finite, last, .. } = group;
        let (start, finite) = (clause.start, *finite);
        let plain = |phrase: NounPhrase, from: usize| Subject { phrase, from, inherited: false, relative: false };
        let behind = || {
            let high = if *last > finite { *last } else { clause.end };
            self.subject_behind(finite + 1, high).map(|phrase| (plain(phrase, finite), true))
        };
        let hangs = start < finite && self.bounds(finite + 1);
        if hangs && self.is(start, Class::SUBORDINATOR) {
            return Some((plain(self.subject_behind(start + 1, finite)?, start), false));
        }
        let after_comma = start > self.sentence.start && self.is_mark(start - 1, ",");
        if after_comma && hangs && self.is(start, Class::PERSONAL_RELATIVE.or(Class::INANIMATE_RELATIVE)) {
            let main = noun_phrase_from(self.atoms, start, finite).is_some_and(|p| p.end == finite && p.head > start);
            if !main {
                let phrase = NounPhrase { start, end: start + 1, core_end: start + 1, head: start };
                return Some((Subject { phrase, from: start, inherited: false, relative: true }, false));
            }
        }
        let shared = start >= finite && self.is(finite.wrapping_sub(1), Class::COORDINATOR);
        if shared || start >= finite && !after_comma {
            // One step back, not all the way: work on a sentence stays in bounds.
            let further = || group.verb.and_then(|_| self.shared_subject(finite));
            return if shared { further() } else { behind() };
        }
        let low = (self.sentence.start..finite).rev().find(|&i| self.is_mark(i, ";:"));
        let low = low.map_or(self.sentence.start, |mark| mark + 1);
        // "Ein Vertreter des „Hallinger Boten“ sagte"
        let named = self.atom(finite.wrapping_sub(1)).is_some_and(|a| a.quotation().is_some() && !a.pointed);
        let before = || {
            let Subject { phrase, .. } = subject_before(self.atoms, low, finite - usize::from(named))?;
            let end = if named { finite } else { phrase.end };
            Some((plain(NounPhrase { end, ..phrase }, phrase.start), false))
        };
        match if start < finite { self.is_fronted(start, finite) } else { self.follows_clause(low, start) } {
            true => behind().or_else(before),
            false => before().or_else(behind),
        }
    }

    /// Whether what stands before the verb of a clause is not its subject.
    fn is_fronted(&self, start: usize, finite: usize) -> bool {
        const FRONTED: Class = Class::PREPOSITION.or(Class::OBLIQUE).or(Class::THING).or(Class::ROLE_MARKER);
        const LIGHT: Class = Class::ADVERB.or(Class::TIME).or(Class::WEEKDAY);
        let first = (start..finite).find(|&i| !self.is(i, LIGHT)).unwrap_or(finite);
        let object = self.is(start, Class::INANIMATE_RELATIVE) && finite == start + 1;
        let object = object && !self.is(start, Class::PERSONAL_RELATIVE) || self.is(finite + 1, Class::NOMINATIVE);
        first == finite
            || object
            || self.is(first, FRONTED)
            || self.atom(first).is_some_and(|a| a.quotation().is_some())
    }

    /// Whether a clause that has a verb of its own stands before the comma before `start`, so that what follows the
    /// comma is no end of an insertion ("Dana Reyes, die Lehrerin, sagte").
    fn follows_clause(&self, low: usize, start: usize) -> bool {
        let comma = (low..start).find(|&i| self.is_mark(i, ",")).unwrap_or(start);
        let opens = self.is(low, Class::SUBORDINATOR.or(Class::PREPOSITION));
        opens || (low..comma).any(|i| self.is_finite(i) || self.atom(i).is_some_and(|a| a.quotation().is_some()))
    }

    /// The subject of the verb before, which the verb at `finite` shares.
    pub(super) fn shared_subject(&self, finite: usize) -> Option<(Subject, bool)> {
        let before = (self.sentence.start..finite).rev().find(|&i| self.is_finite(i))?;
        let (subject, _) =
            self.subject(&Group { verb: None, clause: self.clause(before), finite: before, last: before })?;
        Some((Subject { from: finite, inherited: true, ..subject }, false))
    }

    /// The subject somewhere behind a verb: past adverbs, objects, times and places.
    fn subject_behind(&self, from: usize, high: usize) -> Option<NounPhrase> {
        let light = |at: usize| {
            self.atom(at).is_some_and(|a| {
                let object = a.is(Class::OBJECT) && !a.is(Class::POSSESSIVE);
                a.is_word() && (is_adverbial(a) || object || a.is(Class::TIME.or(Class::WEEKDAY)))
            })
        };
        let skip = |at: usize| (at..high).find(|&at| !light(at)).unwrap_or(high);
        let mut at = from;
        for _ in 0..4 {
            at = skip(at);
            let preposition = self.is(at, Class::PREPOSITION);
            if !preposition && !self.is(at, Class::OBLIQUE) {
                return self.named(at, high);
            }
            let start = at + usize::from(preposition);
            // "am Montag"
            let time = skip(start);
            at = if time > start { time } else { noun_phrase_from(self.atoms, start, high)?.end };
        }
        None
    }

    /// The subject that begins at an atom: "die Behörde", "die „Hallinger Post“", "die Zeitung „Post“", "die in Hallingen
    /// geborene Reyes".
    pub(super) fn named(&self, at: usize, high: usize) -> Option<NounPhrase> {
        const NAMED: Class = Class::OUTLET_WORD.or(Class::ORGANISATION).or(Class::COLLECTIVE).or(Class::DOCUMENT);
        let name = |i: usize| self.atom(i).is_some_and(|a| a.quotation().is_some() && a.capital);
        let determined = self.is(at, Class::DETERMINER);
        if determined && name(at + 1) {
            return Some(NounPhrase { start: at, end: at + 2, core_end: at + 2, head: at + 1 });
        }
        if determined && self.is(at + 1, Class::PREPOSITION) {
            let place = at + 2;
            let time = self.is(place, Class::TIME.or(Class::WEEKDAY));
            let place = if time { place + 1 } else { noun_phrase_from(self.atoms, place, high)?.core_end };
            return Some(NounPhrase { start: at, ..noun_phrase_from(self.atoms, place, high)? });
        }
        let phrase = subject_after(self.atoms, at, high, false)?;
        let further = usize::from(self.is(phrase.head, NAMED) && name(phrase.end));
        Some(NounPhrase { end: phrase.end + further, ..phrase })
    }

    /// Whose words somebody cites: "der Bote zitiert Reyes", "zitiert der Bote aus dem Brief".
    pub(super) fn cited(&self, by: &NounPhrase, group: &Group) -> Option<NounPhrase> {
        let at = by.end.max(group.finite + 1).min(group.clause.end);
        let from = usize::from(self.is(at, Class::AFFILIATING));
        let phrase = self.named(at + from, group.clause.end)?;
        let paper = self.is(phrase.head, Class::DOCUMENT);
        (group.finite == group.last && paper == (from > 0)).then_some(phrase)
    }
}
