//! The clause of indirect speech that a cue attributes: where it begins.

use super::clauses::verb_of;
use super::content::{Sentence, begins_with_verb, is_question_word, is_that};
use super::site::Site;
use super::subject::{is_adverbial, is_surely_verb, is_verb_like};
use crate::lexicon::{Class, Frames, VerbForm};
use crate::syntax::{Atom, AtomKind, noun_phrase_from};
use std::ops::Range;

impl Sentence<'_> {
    /// The clause of indirect speech after a cue, without "that".
    pub(super) fn clause_of(&self, index: usize) -> Option<Range<usize>> {
        let site = self.sites.get(index)?;
        if site.settled {
            return Some(site.clause.0..site.clause.1).filter(|clause| !clause.is_empty());
        }
        let after_quotation = site
            .from
            .checked_sub(1)
            .and_then(|before| self.atom(before))
            .is_some_and(|a| a.pointed && a.quotation().is_some());
        if site.negated || site.unreal {
            return None;
        }
        if site.is_frame() {
            return self.frame_clause(site);
        }
        let start = self.after_aside(site).or_else(|| self.clause_start_after(site, after_quotation))?;
        let end = self.clause_end(index, start);
        let end = self.trim_end(start, end);
        (end > start).then_some(start..end)
    }

    /// "As Dana Reyes noted, the plan would fail": the clause after the comma.
    fn after_aside(&self, site: &Site) -> Option<usize> {
        let opens = self.is_aside(site) && site.from <= self.range.start + 2;
        let comma = opens && site.frames.has(Frames::CLAUSE) && self.atom(site.to).is_some_and(|a| a.is_mark(','));
        let clause = comma && self.is_bare_clause(site.to + 1);
        (clause && self.atom(site.to + 1).is_some_and(|a| a.quotation().is_none())).then_some(site.to + 1)
    }

    /// "According to Dana Reyes, the plan would fail."
    pub(super) fn frame_clause(&self, site: &Site) -> Option<Range<usize>> {
        if let Some(before) = self.preposed(site) {
            return Some(before);
        }
        // `“…,” Reyes told aides, according to the Tribune`: what follows is no content.
        if (self.range.start..site.start).any(|at| self.atom(at).is_some_and(|a| a.quotation().is_some() && a.pointed))
        {
            return None;
        }
        let mut start = site.to;
        // An apposition to the source, up to its comma.
        while self.atom(start).is_some_and(|a| !a.is_mark(',')) {
            start += 1;
        }
        let start = start + 1;
        let (start, end) = (start, self.trim_end(start, self.range.end));
        (end > start + 2).then_some(start..end)
    }

    pub(super) fn clause_start_after(&self, site: &Site, after_quotation: bool) -> Option<usize> {
        let mut at = if site.inverted { site.to } else { site.end };
        if let Some(that) = self.that_within(site, at) {
            return Some(that + 1);
        }
        if site.inverted || after_quotation {
            let asked = site.frames.has(Frames::QUESTION) && self.atom(at).is_some_and(is_question_word);
            // "was told by Reyes to leave"
            let negated = usize::from(self.atom(at).is_some_and(|a| a.is_word() && a.is(Class::NEGATION)));
            let to = self.atom(at + negated).is_some_and(|a| a.is_word() && a.is(Class::INFINITIVE_MARKER));
            let ordered = site.frames.has(Frames::ADDRESSEE.or(Frames::INFINITIVE)) && to;
            return (site.inverted && (asked || ordered)).then_some(at);
        }
        if self.atom(at).is_some_and(|a| a.is_mark(':')) {
            return site.frames.has(Frames::CLAUSE.or(Frames::QUOTE)).then_some(at + 1);
        }
        if let Some(infinitive) = self.infinitive(site, at) {
            return Some(infinitive);
        }
        if site.frames.has(Frames::CLAUSE.or(Frames::QUESTION).or(Frames::MENTAL)) {
            if site.frames.has(Frames::QUESTION) && self.atom(at).is_some_and(is_question_word) {
                return Some(at);
            }
            let bare = self.skip_setting(site, at);
            // "asked anyone who had seen it": a relative.
            let verb_next = || self.atom(bare + 1).is_some_and(is_verb_like);
            let asks = |a: &Atom| is_question_word(a) && !(a.is(Class::RELATIVE) && verb_next());
            let question = site.frames.has(Frames::QUESTION) && self.atom(bare).is_some_and(asks);
            let clause = site.frames.has(Frames::CLAUSE.or(Frames::MENTAL)) && self.is_bare_clause(bare);
            if question || clause {
                return Some(bare);
            }
        }
        if !site.frames.has(Frames::THING) || site.relative {
            return None;
        }
        while self.atom(at).is_some_and(|a| a.is_word() && (a.is(Class::TIME.or(Class::WEEKDAY)) || is_adverbial(a))) {
            at += 1;
        }
        // "admitted to mistakes"
        at += usize::from(self.atom(at).is_some_and(|a| a.is_word() && a.is(Class::INFINITIVE_MARKER)));
        self.thing(at)
    }

    /// "promised to", "told residents not to".
    pub(super) fn infinitive(&self, site: &Site, at: usize) -> Option<usize> {
        let marker = |at: usize| {
            let negated = usize::from(self.atom(at).is_some_and(|a| a.is_word() && a.is(Class::NEGATION)));
            // "asked not to be named" is no request that one would want to know of.
            let formula = negated == 1 && site.frames.has(Frames::QUESTION);
            !formula
                && self.atom(at + negated).is_some_and(|a| a.is_word() && a.is(Class::INFINITIVE_MARKER) && !a.capital)
        };
        let verb_follows = |at: usize| {
            self.atom(at + 1).is_some_and(|a| {
                a.is_word() && !a.capital && !a.is(Class::DETERMINER.or(Class::OBJECT).or(Class::POSSESSIVE))
            })
        };
        let infinitive = |at: usize| {
            let later = self.skip_time(at);
            [at, later].into_iter().find(|&at| marker(at) && verb_follows(at))
        };
        if site.frames.has(Frames::INFINITIVE)
            && let Some(at) = infinitive(at)
        {
            return Some(at);
        }
        if !site.frames.has(Frames::ADDRESSEE) {
            return None;
        }
        infinitive(noun_phrase_from(self.atoms, at, self.range.end)?.end)
    }

    /// Past "Monday", "last week", "on Friday", "for weeks".
    pub(super) fn skip_time(&self, from: usize) -> usize {
        let is_time = |at: usize| {
            self.atom(at).is_some_and(|a| {
                a.is_word()
                    && !a.possessive
                    && (a.is(Class::TIME.or(Class::WEEKDAY).or(Class::MONTH))
                        || is_adverbial(a) && !a.is(Class::NEGATION))
            })
        };
        let preposition = self.atom(from).is_some_and(|a| a.is_word() && a.is(Class::PREPOSITION) && !a.capital);
        let mut at = from + usize::from(preposition && is_time(from + 1));
        while is_time(at) {
            at += 1;
        }
        at
    }

    /// The thing that a verb such as "denied" takes, where it begins.
    pub(super) fn thing(&self, at: usize) -> Option<usize> {
        let first = self.atom(at)?;
        // "denied having sung"
        if first.is_word()
            && (first.is(Class::GERUND_ENDING.or(Class::HAVE)) || first.entry.forms.has(VerbForm::Gerund))
        {
            return (at + 1 < self.range.end).then_some(at);
        }
        let phrase = noun_phrase_from(self.atoms, at, self.range.end)?;
        let object = !first.is(Class::PRONOUN) && first.is_word() && !first.is(Class::NEGATION);
        (object && phrase.end > at + 1).then_some(at)
    }

    /// "that", past an addressee, a time or a setting: "told reporters on Monday that".
    pub(super) fn that_within(&self, site: &Site, from: usize) -> Option<usize> {
        const TAKES: Frames = Frames::CLAUSE.or(Frames::MENTAL).or(Frames::QUESTION).or(Frames::THAT);
        if !site.frames.has(TAKES) {
            return None;
        }
        let mut at = from;
        let mut told = site.frames.has(Frames::ADDRESSEE);
        let mut appositions = false;
        // A few settings may follow each other ("in a statement on Monday").
        for _ in 0..5 {
            at = self.skip_marks_and_time(at);
            let atom = self.atom(at)?;
            if is_that(atom) {
                // "in a film that showed", "said that would do": a pronoun.
                if self.atom(at + 1).is_some_and(|next| is_surely_verb(next) && !next.is(Class::NOUN_TOO)) {
                    return None;
                }
                let closes = !appositions || self.atom(at - 1).is_some_and(|a| a.is_mark(','));
                return (at + 1 < self.range.end && closes).then_some(at);
            }
            let preposition = atom.is_word() && atom.is(Class::PREPOSITION) && !atom.capital;
            // "told Reyes, the keeper, that"
            let apposed = !site.inverted && at > from && self.atom(at - 1).is_some_and(|a| a.is_mark(','));
            if !preposition && !told && !apposed {
                return None;
            }
            appositions |= !preposition && !told;
            told &= preposition;
            let start = at + usize::from(preposition);
            let after_time = self.skip_marks_and_time(start);
            at = match noun_phrase_from(self.atoms, start, self.range.end) {
                Some(phrase) => phrase.end,
                None if after_time > start => after_time,
                None => return None,
            };
        }
        None
    }

    pub(super) fn skip_marks_and_time(&self, mut at: usize) -> usize {
        while self.atom(at).is_some_and(|a| {
            matches!(a.kind, AtomKind::Mark(',' | '(' | ')' | '—'))
                || is_adverbial(a)
                || (a.is_word() && a.is(Class::TIME.or(Class::WEEKDAY)) && !a.possessive)
        }) {
            at += 1;
        }
        at
    }

    /// Skips addressee, times and settings before a clause without "that".
    pub(super) fn skip_setting(&self, site: &Site, from: usize) -> usize {
        let mut at = from;
        if site.frames.has(Frames::ADDRESSEE)
            && let Some(phrase) = noun_phrase_from(self.atoms, at, self.range.end)
        {
            let clause = self.atom(phrase.end).is_some_and(is_verb_like);
            if !clause {
                at = phrase.end;
            }
        }
        for _ in 0..3 {
            let before = at;
            while self.atom(at).is_some_and(|a| {
                a.is_word()
                    && (a.is(Class::TIME.or(Class::WEEKDAY)) && !a.possessive
                        || is_adverbial(a) && !a.is(Class::DETERMINER) && !a.is(Class::NEGATION))
            }) {
                at += 1;
            }
            let setting = self.atom(at).is_some_and(|a| a.is_word() && a.is(Class::PREPOSITION) && !a.capital);
            if setting {
                let timed = self.skip_time(at + 1);
                match noun_phrase_from(self.atoms, at + 1, self.range.end) {
                    _ if timed > at + 1 => at = timed,
                    Some(phrase) if self.is_bare_clause(phrase.core_end) => at = phrase.core_end,
                    Some(phrase) => at = phrase.end,
                    None => break,
                }
            }
            if self.atom(at).is_some_and(|a| a.is_mark(',')) && at > from {
                at += 1;
            }
            if at == before {
                break;
            }
        }
        at
    }

    /// Whether a clause begins at `at`: a subject and, somewhere after it, a verb.
    pub(super) fn is_bare_clause(&self, at: usize) -> bool {
        let Some(first) = self.atom(at) else { return false };
        let opens = match first.kind {
            AtomKind::Quotation(_) | AtomKind::Number => true,
            AtomKind::Mark(_) => false,
            AtomKind::Word => {
                !is_verb_like(first)
                    && !first.is(Class::PREPOSITION.or(Class::COORDINATOR).or(Class::INFINITIVE_MARKER))
                    || first.is(Class::PRONOUN)
                    || first.is(Class::SUBORDINATOR)
            }
        };
        const SUBJECT: Class = Class::MASCULINE.or(Class::FEMININE).or(Class::MANY).or(Class::FIRST_PERSON);
        if first.is_word() && first.is(Class::PRONOUN) && first.is(SUBJECT) {
            return at + 1 < self.range.end;
        }
        let phrase = noun_phrase_from(self.atoms, at, self.range.end);
        if phrase.is_some_and(|phrase| verb_of(self.atoms, phrase.end, self.range.end).is_some()) {
            return opens;
        }
        // "a book that inspired the film": the verb is of what hangs on the noun.
        if phrase.and_then(|phrase| self.atom(phrase.end)).is_some_and(|a| a.is_word() && a.is(Class::RELATIVE)) {
            return false;
        }
        // "he'd": the verb is within the first word.
        let contracted = usize::from(!(first.is(Class::PRONOUN) && first.is(Class::MODAL.or(Class::BE))));
        opens
            && (at + contracted..self.range.end)
                .take_while(|&i| self.atom(i).is_some_and(|a| !matches!(a.kind, AtomKind::Mark(';' | ':'))))
                .any(|i| self.atom(i).is_some_and(|a| is_surely_verb(a) || begins_with_verb(a)))
    }
}
