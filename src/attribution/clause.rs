//! The clause of indirect speech that a cue attributes: where it begins.

use super::clauses::verb_of;
use super::content::{Sentence, begins_with_verb, is_question_word, is_that};
use super::cue::Site;
use super::subject::{is_adverbial, is_surely_verb, is_verb_like};
use crate::lexicon::{Class, Frames, VerbForm};
use crate::syntax::{Atom, AtomKind, noun_phrase_from};
use std::ops::Range;

impl Sentence<'_> {
    /// The content before a cue that stands at the end of its clause: "The plan would fail, she said."
    pub(super) fn preposed(&self, site: &Site) -> Option<Range<usize>> {
        if site.negated
            || site.gerund
            || site.inherited
            || site.relative
            || !site.frames.has(Frames::CLAUSE.or(Frames::THAT))
        {
            return None;
        }
        if self.atom(site.start).is_some_and(|a| a.is_word() && a.is(Class::INFINITIVE_MARKER)) {
            return None;
        }
        // "…, as Reyes noted"
        let from = site.from - usize::from(self.is_aside(site) && !site.is_frame());
        let comma = from.checked_sub(1).filter(|&c| c > self.range.start)?;
        let marked = self.atom(comma).is_some_and(|a| matches!(a.kind, AtomKind::Mark(',' | '—')));
        // `The bridge "is held up by paint," she said`
        let closes = !marked && self.is_fragment(comma);
        if !(marked || closes || site.is_frame()) || !self.ends_clause(site) {
            return None;
        }
        let end = if marked { comma } else { site.from };
        let start = self.clause_start(end);
        let opening = self.atom(start)?;
        // "After the court refused, Reyes said": an adverbial clause is no content, unless another clause follows it.
        let hangs = opening.is_word()
            && opening.is(if site.settled { Class::SUBORDINATOR } else { Class::SUBORDINATOR.or(Class::PREPOSITION) })
            && !opening.is(Class::DETERMINER)
            // "Asked how many, she said one"
            || opening.is_word() && start == self.range.start && opening.entry.forms.has(VerbForm::Participle);
        let has_verb = (start..end).any(|i| self.atom(i).is_some_and(|a| is_surely_verb(a) || a.quotation().is_some()));
        let resumed = self.resumed(site);
        // "The plan, she said, would fail": the verb comes after the cue.
        let verb_after = resumed
            .as_ref()
            .and_then(|rest| self.atom(rest.start))
            .is_some_and(|a| is_surely_verb(a) || a.quotation().is_some());
        let between = || resumed.is_some() && !hangs;
        let complete = end >= start + 3 && has_verb || end > start && (verb_after || between());
        // Words in marks with a cue of their own: `“…,” Reyes said, according to the Tribune`.
        let quoted = (start..end).any(|i| {
            !closes
                && self.atom(i).is_some_and(|a| a.quotation().is_some() && a.pointed)
                && self.cue_after(i).and_then(|cue| self.sites.get(cue)).is_some_and(|cue| cue.start != site.start)
        });
        if quoted {
            return None;
        }
        let hangs = hangs && resumed.is_none() && !self.has_main_clause(start..end);
        (complete && !hangs && !self.announces(site)).then_some(start..end)
    }

    /// Whether a main clause follows the adverbial that a range begins with: past its comma a verb that no "before" takes.
    fn has_main_clause(&self, range: Range<usize>) -> bool {
        let mut main = false;
        range.filter_map(|i| self.atom(i)).any(|a| {
            if a.is_mark(',') || a.is_word() && a.is(Class::SUBORDINATOR) {
                main = a.is_mark(',');
            }
            main && (is_surely_verb(a) || a.quotation().is_some())
        })
    }

    /// "On Monday, the day the bridge closed, she wrote in a letter:", so what she wrote follows.
    fn announces(&self, site: &Site) -> bool {
        let mut marks = (site.to..self.range.end).filter_map(|i| self.atom(i));
        let first = marks.find(|a| matches!(a.kind, AtomKind::Mark(_)) || a.quotation().is_some());
        first.is_some_and(|a| a.is_mark(':')) && !site.is_frame()
    }

    /// Whether the words in marks at `at` end in a comma and are the end of a sentence that began without marks.
    fn is_fragment(&self, at: usize) -> bool {
        let quotation = self.atom(at).is_some_and(|a| a.quotation().is_some() && a.pointed && !a.capital);
        let joins = at.checked_sub(1).and_then(|before| self.atom(before));
        quotation && joins.is_some_and(|a| a.is_word() || a.kind == AtomKind::Number)
    }

    /// Whether a clause ends after a cue, but for a time, a place or somebody told.
    pub(super) fn ends_clause(&self, site: &Site) -> bool {
        const SETTING: Class =
            Class::PREPOSITION.or(Class::TIME).or(Class::WEEKDAY).or(Class::RELATIVE).or(Class::COORDINATOR);
        let ends = |at: usize| {
            self.atom(at).is_none_or(|a| {
                matches!(a.kind, AtomKind::Mark(mark) if mark != ':')
                    || a.is_word() && a.is(SETTING)
                    || is_adverbial(a)
                    // "according to a poll released on Friday", `according to his book "A Man and a Boat"`
                    || site.is_frame() && (a.is_word() && a.is(Class::PAST_ENDING.or(Class::VERB)) || a.quotation().is_some())
            })
        };
        if ends(site.to) {
            return true;
        }
        site.frames.has(Frames::ADDRESSEE)
            && noun_phrase_from(self.atoms, site.to, self.range.end).is_some_and(|phrase| ends(phrase.end))
    }

    /// Past a time and one phrase by preposition after a cue: "she said on Monday in an interview".
    fn after_setting(&self, from: usize) -> usize {
        let at = self.skip_time(from);
        let preposition = self.atom(at).is_some_and(|a| a.is_word() && a.is(Class::PREPOSITION) && !a.capital);
        let phrase = preposition.then(|| noun_phrase_from(self.atoms, at + 1, self.range.end)).flatten();
        phrase.map_or(at, |phrase| phrase.end)
    }

    /// What goes on after a cue that interrupts its content: "The plan, she said, would fail."
    pub(super) fn resumed(&self, site: &Site) -> Option<Range<usize>> {
        if site.settled && site.rest.1 > site.rest.0 {
            return Some(site.rest.0..site.rest.1);
        }
        let comma = self.after_setting(site.to);
        if !self.atom(comma).is_some_and(|a| a.is_mark(',')) {
            return None;
        }
        let start = comma + 1;
        let first = self.atom(start)?;
        // "…, said Dana Reyes, a teacher": what follows an inverted cue is an apposition unless it is a verb.
        if (site.inverted || site.is_frame()) && !is_surely_verb(first) {
            return None;
        }
        let new_clause = first.is_word()
            && (first.is(Class::COORDINATOR.or(Class::RELATIVE)) || first.entry.forms.has(VerbForm::Gerund));
        let end = self.trim_end(start, self.range.end);
        let other = self.sites.iter().any(|other| other.start > comma);
        // "Employees, he added, “have nothing to fear”"
        let quoted = first.quotation().is_some();
        let before = site.from.checked_sub(2).and_then(|before| self.atom(before));
        let goes_on = !quoted || !first.capital && before.is_some_and(Atom::is_word);
        (goes_on && !new_clause && !other && (end > start + 1 || quoted)).then_some(start..end)
    }

    /// "In some ways, she noted, the plan might work": the content is all after the cue.
    pub(super) fn resumed_clause(&self, site: &Site) -> Option<Range<usize>> {
        let comma = site.from.checked_sub(1).and_then(|comma| self.atom(comma));
        let set_off = comma.is_some_and(|a| a.is_mark(','))
            && !site.negated
            && !site.inherited
            && site.frames.has(Frames::CLAUSE.or(Frames::THAT));
        self.resumed(site).filter(|rest| set_off && self.is_bare_clause(rest.start))
    }

    /// The sentence's start, past an agency's dateline: "HARLOW, June 3 (Union Press) - ".
    fn after_dateline(&self) -> usize {
        const REACH: usize = 12;
        let start = self.range.start;
        if start > 0 {
            return start;
        }
        let dash =
            (start + 1..self.range.end.min(start + REACH)).find(|&at| self.atom(at).is_some_and(|a| a.is_mark('—')));
        let is_dateline = |dash: usize| {
            (start..dash).all(|at| {
                self.atom(at)
                    .is_some_and(|a| a.capital || a.kind == AtomKind::Number || matches!(a.kind, AtomKind::Mark(_)))
            })
        };
        dash.filter(|&dash| is_dateline(dash)).map_or(start, |dash| dash + 1)
    }

    /// Where the clause that ends at `end` begins: after an earlier cue's clause, past a leading "But".
    pub(super) fn clause_start(&self, end: usize) -> usize {
        let mut start = self.after_dateline();
        for at in (self.range.start..end).rev() {
            if self.atom(at).is_some_and(|a| matches!(a.kind, AtomKind::Mark(';' | ':'))) {
                start = at + 1;
                break;
            }
        }
        while start < end
            && self
                .atom(start)
                .is_some_and(|a| a.is_word() && a.is(Class::COORDINATOR) || matches!(a.kind, AtomKind::Mark(_)))
        {
            start += 1;
        }
        // "Nor, she stressed, does it": the word alone stands before the cue.
        if start < end { start } else { end.saturating_sub(1).max(self.range.start) }
    }

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
    fn skip_time(&self, from: usize) -> usize {
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
