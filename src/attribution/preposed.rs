//! The content before a cue that stands at the end of its clause, and what goes on after it.

use super::content::Sentence;
use super::site::Site;
use super::subject::{is_adverbial, is_surely_verb};
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
        // "When the plan fails, she said on Monday, the town will pay": the main clause comes after the cue.
        let verb = |a: &Atom| is_surely_verb(a) || a.is_word() && a.is(Class::MODAL.or(Class::BE));
        let goes_on = || resumed.clone().is_some_and(|rest| rest.filter_map(|i| self.atom(i)).any(verb));
        let hangs = hangs && !goes_on() && !self.has_main_clause(start..end);
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
        if (site.inverted || site.is_frame()) && !is_surely_verb(first) && !self.goes_around(site) {
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

    /// "Die Brücke, sagte Reyes, halte": what stands before the cue has no verb yet, or nothing describes a pronoun.
    fn goes_around(&self, site: &Site) -> bool {
        let end = site.from.saturating_sub(1);
        let pronoun = || {
            site.subject
                .and_then(|s| self.atom(s.head))
                .is_some_and(|head| head.is(Class::NOMINATIVE.or(Class::PRONOUN)))
        };
        let verb = |a: &Atom| is_surely_verb(a) || a.is(Class::MODAL.or(Class::SEPARABLE));
        site.settled
            && !site.is_frame()
            && (pronoun()
                || !(self.clause_start(end)..end).any(|i| self.atom(i).is_some_and(|a| !a.is(Class::NOUN) && verb(a))))
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
}
