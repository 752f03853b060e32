//! What a cue attributes: the quotations beside it, and the clause of indirect speech.

use super::cue::Site;
use super::subject::{is_adverbial, is_surely_verb, is_verb_like};
use crate::lexicon::{Class, Frames, VerbForm};
use crate::syntax::{Atom, AtomKind, noun_phrase_from};
use std::ops::Range;

/// A sentence with its cues.
pub(super) struct Sentence<'a> {
    /// The paragraph's atoms.
    pub atoms: &'a [Atom],
    /// The sentence's atoms.
    pub range: Range<usize>,
    /// Its cues, in order.
    pub sites: Vec<Site>,
}

/// How a quotation hangs on a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// `"…," she said`
    CueAfter,
    /// `She said: "…"`, with nothing between that matters.
    CueBefore,
    /// `She said the plan was "…"`
    Within,
    /// `The "…" plan would fail, she said`
    ClauseAfter,
}

impl Sentence<'_> {
    fn atom(&self, at: usize) -> Option<&Atom> {
        self.atoms.get(at).filter(|_| self.range.contains(&at))
    }

    /// The cue of the quotation at atom `at`, as an index into `sites`.
    pub fn cue_of(&self, at: usize) -> Option<(usize, Link)> {
        let after = self.cue_after(at);
        let before = self.cue_before(at);
        match (after, before) {
            (Some(site), Some((other, true))) if self.is_introduced(other, at) && !self.follows_closely(site, at) => {
                Some((other, Link::CueBefore))
            }
            (Some(site), _) => Some((site, Link::CueAfter)),
            (None, Some((site, adjacent))) => Some((site, if adjacent { Link::CueBefore } else { Link::Within })),
            (None, None) => self.clause_after(at).map(|site| (site, Link::ClauseAfter)),
        }
    }

    /// `"…," she said`: subject and verb begin right after the quotation, perhaps past a comma.
    fn cue_after(&self, at: usize) -> Option<usize> {
        let mut next = at + 1;
        while self.atom(next).is_some_and(|a| matches!(a.kind, AtomKind::Mark(',' | '—')) || is_as(a)) {
            next += 1;
        }
        let before = at.checked_sub(1).and_then(|before| self.atom(before));
        // `the "Never Again" group said`
        let pointed = self.atom(at).is_some_and(|a| a.pointed);
        // `to chants of "Go!," the mayor said her plan …`
        let hangs = before.is_some_and(|b| b.is_word() && b.is(Class::PREPOSITION));
        let within_phrase = next == at + 1
            && !pointed
            && before.is_some_and(|b| b.is_word() && (b.is(Class::DETERMINER.or(Class::POSSESSIVE)) || b.possessive));
        if within_phrase {
            return None;
        }
        self.sites.iter().position(|site| {
            site.from == next
                && !site.negated
                && (!site.gerund || site.relayed)
                && site.subject.is_some()
                && !site.inherited
                && (site.frames.has(Frames::QUOTE) || pointed)
                && (site.inverted || self.ends_cue(site) || pointed && !hangs)
        })
    }

    /// Whether a cue with its subject before it ends where its verb does, but for a setting or somebody told.
    fn ends_cue(&self, site: &Site) -> bool {
        site.frames.has(Frames::ADDRESSEE)
            || self.atom(site.to).is_none_or(|a| match a.kind {
                AtomKind::Mark(_) | AtomKind::Quotation(_) => true,
                AtomKind::Number => false,
                AtomKind::Word => {
                    const SETTING: Class = Class::PREPOSITION
                        .or(Class::TIME)
                        .or(Class::WEEKDAY)
                        .or(Class::SUBORDINATOR)
                        .or(Class::COORDINATOR)
                        .or(Class::OBJECT);
                    a.is(SETTING) || is_adverbial(a) || a.entry.forms.has(VerbForm::Gerund)
                }
            })
    }

    /// The nearest cue before, and whether nothing that matters stands between.
    fn cue_before(&self, at: usize) -> Option<(usize, bool)> {
        const REPORTING: Frames = Frames::QUOTE.or(Frames::NOUN).or(Frames::CLAUSE).or(Frames::ADDRESSEE);
        let usable = |site: &Site| {
            site.to <= at
                && (self.is_bridge(site, at) || !site.negated && site.frames.has(REPORTING) && !self.is_aside(site))
        };
        let index = self.sites.iter().rposition(usable)?;
        let site = self.sites.get(index)?;
        Some((index, self.is_bridge(site, at)))
    }

    /// "as Reyes noted": governs no quotation further on.
    fn is_aside(&self, site: &Site) -> bool {
        site.from.checked_sub(1).and_then(|before| self.atom(before)).is_some_and(is_as)
    }

    /// Whether only "that", marks, adverbs, times, an addressee or a setting stand between a cue and a quotation.
    fn is_bridge(&self, site: &Site, at: usize) -> bool {
        let mut from = site.to;
        if self.atom(from.wrapping_sub(1)).is_some_and(|a| a.is_mark(':')) {
            return true;
        }
        if at.checked_sub(1).and_then(|before| self.atom(before)).is_some_and(|a| a.is_mark(':')) {
            return true;
        }
        for _ in 0..4 {
            from = self.skip_light(from, at);
            if from >= at {
                return true;
            }
            let Some(atom) = self.atom(from) else { return false };
            if atom.is_word() && atom.is(Class::PREPOSITION) || site.frames.has(Frames::ADDRESSEE) {
                let start = from + usize::from(atom.is(Class::PREPOSITION) && atom.is_word());
                match noun_phrase_from(self.atoms, start, at) {
                    Some(phrase) => from = phrase.end,
                    None => return false,
                }
            } else {
                return false;
            }
        }
        from >= at
    }

    fn skip_light(&self, mut from: usize, high: usize) -> usize {
        while from < high
            && self.atom(from).is_some_and(|a| {
                matches!(a.kind, AtomKind::Mark(',' | ':' | '—' | '(' | ')'))
                    || is_adverbial(a)
                    || (a.is_word() && (a.is(Class::TIME.or(Class::WEEKDAY)) || is_that(a)))
            })
        {
            from += 1;
        }
        from
    }

    /// `She said, "…"`: a comma or colon stands right before the quotation, or the verb itself does.
    fn is_introduced(&self, site: usize, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.atom(before));
        before.is_some_and(|b| matches!(b.kind, AtomKind::Mark(',' | ':')))
            || self.sites.get(site).is_some_and(|site| site.end == at)
    }

    /// Whether the cue after a quotation is followed by no content of its own, so that the quotation must be it.
    fn follows_closely(&self, site: usize, at: usize) -> bool {
        let _ = at;
        let Some(site) = self.sites.get(site) else { return false };
        self.atom(site.to).is_none_or(|a| matches!(a.kind, AtomKind::Mark('.' | '!' | '?' | ';')))
            && !self.atoms.get(at + 1).is_some_and(|a| a.is(Class::COORDINATOR))
    }

    /// A cue at the end of the sentence whose content is all before it.
    fn clause_after(&self, at: usize) -> Option<usize> {
        self.sites.iter().position(|site| site.from > at && self.preposed(site).is_some())
    }

    /// The content before a cue that stands at the end of its clause: "The plan would fail, she said."
    pub fn preposed(&self, site: &Site) -> Option<Range<usize>> {
        if site.negated || site.gerund || site.inherited || site.relative || !site.frames.has(Frames::CLAUSE) {
            return None;
        }
        let comma = site.from.checked_sub(1).filter(|&c| c > self.range.start)?;
        let marked = self.atom(comma).is_some_and(|a| matches!(a.kind, AtomKind::Mark(',' | '—')));
        if !(marked || site.is_frame()) || !self.ends_clause(site) {
            return None;
        }
        let end = if marked { comma } else { site.from };
        let start = self.clause_start(end);
        let opening = self.atom(start)?;
        // "After the court refused, Reyes said": an adverbial clause is no content, unless another clause follows it.
        let hangs = opening.is_word()
            && opening.is(Class::SUBORDINATOR.or(Class::PREPOSITION))
            && !opening.is(Class::DETERMINER);
        let clauses = (start..end).filter(|&i| self.atom(i).is_some_and(|a| a.is_mark(','))).count();
        let has_verb = (start..end).any(|i| self.atom(i).is_some_and(|a| is_surely_verb(a) || a.quotation().is_some()));
        (end >= start + 3 && has_verb && !(hangs && clauses == 0 && self.resumed(site).is_none())).then_some(start..end)
    }

    /// Whether a clause ends after a cue, but for a time, a place or somebody told.
    fn ends_clause(&self, site: &Site) -> bool {
        const SETTING: Class =
            Class::PREPOSITION.or(Class::TIME).or(Class::WEEKDAY).or(Class::RELATIVE).or(Class::COORDINATOR);
        let ends = |at: usize| {
            self.atom(at).is_none_or(|a| {
                matches!(a.kind, AtomKind::Mark(mark) if mark != ':') || a.is_word() && a.is(SETTING) || is_adverbial(a)
            })
        };
        if ends(site.to) {
            return true;
        }
        site.frames.has(Frames::ADDRESSEE)
            && noun_phrase_from(self.atoms, site.to, self.range.end).is_some_and(|phrase| ends(phrase.end))
    }

    /// What goes on after a cue that interrupts its content: "The plan, she said, would fail."
    pub fn resumed(&self, site: &Site) -> Option<Range<usize>> {
        let comma = site.to;
        if !self.atom(comma).is_some_and(|a| a.is_mark(',')) || site.is_frame() {
            return None;
        }
        let start = comma + 1;
        let first = self.atom(start)?;
        // "…, said Dana Reyes, a teacher": what follows an inverted cue is an apposition unless it is a verb.
        if site.inverted && !is_surely_verb(first) {
            return None;
        }
        let new_clause = first.is_word()
            && (first.is(Class::COORDINATOR.or(Class::RELATIVE)) || first.entry.forms.has(VerbForm::Gerund));
        let end = self.trim_end(start, self.range.end);
        let other = self.sites.iter().any(|other| other.start > comma);
        (first.quotation().is_none() && !new_clause && !other && end > start + 1).then_some(start..end)
    }

    /// "In some ways, she noted, the plan might work": the content is all after the cue.
    pub fn resumed_clause(&self, site: &Site) -> Option<Range<usize>> {
        let comma = site.from.checked_sub(1).and_then(|comma| self.atom(comma));
        let set_off = comma.is_some_and(|a| a.is_mark(','))
            && !site.negated
            && !site.inherited
            && site.frames.has(Frames::CLAUSE);
        self.resumed(site).filter(|rest| set_off && self.is_bare_clause(rest.start))
    }

    /// Where the clause that ends at `end` begins: after an earlier cue's clause, past a leading "But".
    fn clause_start(&self, end: usize) -> usize {
        let mut start = self.range.start;
        for at in (self.range.start..end).rev() {
            if self.atom(at).is_some_and(|a| a.is_mark(';')) {
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
        start
    }

    /// The clause of indirect speech after a cue, without "that".
    pub fn clause_of(&self, index: usize) -> Option<Range<usize>> {
        let site = self.sites.get(index)?;
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
        let start = self.clause_start_after(site, after_quotation)?;
        let end = self.clause_end(index, start);
        let end = self.trim_end(start, end);
        (end > start).then_some(start..end)
    }

    /// "According to Dana Reyes, the plan would fail."
    fn frame_clause(&self, site: &Site) -> Option<Range<usize>> {
        if let Some(before) = self.preposed(site) {
            return Some(before);
        }
        let mut start = site.to;
        // An apposition to the source, up to its comma.
        while self.atom(start).is_some_and(|a| !a.is_mark(',')) {
            start += 1;
        }
        let start = start + 1;
        let (start, end) = (start, self.trim_end(start, self.range.end));
        let has_verb = (start..end).any(|i| self.atom(i).is_some_and(is_verb_like));
        (end > start + 2 && has_verb).then_some(start..end)
    }

    fn clause_start_after(&self, site: &Site, after_quotation: bool) -> Option<usize> {
        let mut at = if site.inverted { site.to } else { site.end };
        if let Some(that) = self.that_within(site, at) {
            return Some(that + 1);
        }
        if site.inverted || after_quotation {
            return None;
        }
        if self.atom(at).is_some_and(|a| a.is_mark(':')) {
            return site.frames.has(Frames::CLAUSE.or(Frames::QUOTE)).then_some(at + 1);
        }
        if let Some(infinitive) = self.infinitive(site, at) {
            return Some(infinitive);
        }
        if site.frames.has(Frames::CLAUSE.or(Frames::QUESTION)) {
            if site.frames.has(Frames::QUESTION) && self.atom(at).is_some_and(is_question_word) {
                return Some(at);
            }
            let bare = self.skip_setting(site, at);
            let question = site.frames.has(Frames::QUESTION) && self.atom(bare).is_some_and(is_question_word);
            let clause = site.frames.has(Frames::CLAUSE) && self.is_bare_clause(bare);
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
    fn infinitive(&self, site: &Site, at: usize) -> Option<usize> {
        let marker = |at: usize| {
            let negated = usize::from(self.atom(at).is_some_and(|a| a.is_word() && a.is(Class::NEGATION)));
            self.atom(at + negated).is_some_and(|a| a.is_word() && a.is(Class::INFINITIVE_MARKER) && !a.capital)
        };
        let verb_follows = |at: usize| {
            self.atom(at + 1).is_some_and(|a| {
                a.is_word() && !a.capital && !a.is(Class::DETERMINER.or(Class::OBJECT).or(Class::POSSESSIVE))
            })
        };
        if site.frames.has(Frames::INFINITIVE) && marker(at) && verb_follows(at) {
            return Some(at);
        }
        if !site.frames.has(Frames::ADDRESSEE) {
            return None;
        }
        let told = noun_phrase_from(self.atoms, at, self.range.end)?;
        (marker(told.end) && verb_follows(told.end)).then_some(told.end)
    }

    /// The thing that a verb such as "denied" takes, where it begins.
    fn thing(&self, at: usize) -> Option<usize> {
        let first = self.atom(at)?;
        let phrase = noun_phrase_from(self.atoms, at, self.range.end)?;
        let object = !first.is(Class::PRONOUN) && first.is_word() && !first.is(Class::NEGATION);
        (object && phrase.end > at + 1).then_some(at)
    }

    /// "that", past an addressee, a time or a setting: "told reporters on Monday that".
    fn that_within(&self, site: &Site, from: usize) -> Option<usize> {
        const TAKES: Frames = Frames::CLAUSE.or(Frames::MENTAL).or(Frames::QUESTION).or(Frames::THAT);
        if !site.frames.has(TAKES) {
            return None;
        }
        let mut at = from;
        let mut told = site.frames.has(Frames::ADDRESSEE);
        // A few settings may follow each other ("in a statement on Monday").
        for _ in 0..5 {
            at = self.skip_marks_and_time(at);
            let atom = self.atom(at)?;
            if is_that(atom) {
                return (at + 1 < self.range.end).then_some(at);
            }
            let preposition = atom.is_word() && atom.is(Class::PREPOSITION) && !atom.capital;
            if !preposition && !told {
                return None;
            }
            told &= preposition;
            at = noun_phrase_from(self.atoms, at + usize::from(preposition), self.range.end)?.end;
        }
        None
    }

    fn skip_marks_and_time(&self, mut at: usize) -> usize {
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
    fn skip_setting(&self, site: &Site, from: usize) -> usize {
        let mut at = from;
        if site.frames.has(Frames::ADDRESSEE) {
            if let Some(phrase) = noun_phrase_from(self.atoms, at, self.range.end) {
                let clause = self.atom(phrase.end).is_some_and(is_verb_like);
                if !clause {
                    at = phrase.end;
                }
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
                match noun_phrase_from(self.atoms, at + 1, self.range.end) {
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
    fn is_bare_clause(&self, at: usize) -> bool {
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
        // "he'd": the verb is within the first word.
        let contracted = usize::from(!(first.is(Class::PRONOUN) && first.is(Class::MODAL.or(Class::BE))));
        opens
            && (at + contracted..self.range.end)
                .take_while(|&i| self.atom(i).is_some_and(|a| !matches!(a.kind, AtomKind::Mark(';' | ':'))))
                .any(|i| self.atom(i).is_some_and(is_surely_verb))
    }

    /// Where the clause of cue `index` ends: at a semicolon, at the next cue that is not within it, or with the sentence.
    fn clause_end(&self, index: usize, start: usize) -> usize {
        let mut end = self.range.end;
        if let Some(semicolon) = (start..end).find(|&i| self.atom(i).is_some_and(|a| a.is_mark(';'))) {
            end = semicolon;
        }
        end = self.own_cue(index, start, end).unwrap_or(end);
        end = self.comment(start, end).unwrap_or(end);
        end = self.outer_clause(index, start, end).unwrap_or(end);
        for other in self.sites.iter().skip(index + 1).filter(|other| other.start >= start) {
            if other.from >= end {
                break;
            }
            if let Some(cut) = self.cut_before(other, start) {
                end = end.min(cut);
                break;
            }
        }
        end
    }

    /// Where the clause around a cue goes on: "While he said he would run, the party …", "Reyes, who said he would run,
    /// left", "(She said he would run)".
    fn outer_clause(&self, index: usize, start: usize, end: usize) -> Option<usize> {
        let site = self.sites.get(index)?;
        let closing = (start..end).scan(0i32, |depth, at| {
            match self.atom(at).map(|a| a.kind) {
                Some(AtomKind::Mark('(')) => *depth += 1,
                Some(AtomKind::Mark(')')) => *depth -= 1,
                _ => {}
            }
            Some((at, *depth))
        });
        let bracket = closing.into_iter().find(|&(_, depth)| depth < 0).map(|(at, _)| at);
        let first = (self.range.start..site.start).find(|&at| {
            self.atom(at).is_some_and(|a| {
                a.is_word() && !a.is(Class::COORDINATOR) && !(a.is(Class::ADVERB) && !a.is(Class::SUBORDINATOR))
            })
        })?;
        let hangs = self.atom(first).is_some_and(|a| a.is(Class::SUBORDINATOR) && !a.is(Class::DETERMINER))
            && !(first..site.start).any(|at| self.atom(at).is_some_and(|a| a.is_mark(',')));
        let comma = |at: &usize| self.atom(*at).is_some_and(|a| a.is_mark(','));
        let main = (start + 2..end)
            .filter(comma)
            .find(|&at| hangs || site.relative && self.atom(at + 1).is_some_and(is_surely_verb));
        bracket.into_iter().chain(main).min()
    }

    /// A comma or dash after which the article speaks again: ", which …", " - this time “…”". Cutting before ", but", at
    /// every dash, before a participle or a coordinated clause as well was tried on polnear-train, and costs 0.2 to
    /// 0.3 of F1 of indirect speech each.
    fn comment(&self, start: usize, end: usize) -> Option<usize> {
        const REACH: usize = 4;
        (start + 3..end).find(|&at| {
            let Some(atom) = self.atom(at) else { return false };
            let commenting = self.atom(at + 1).is_some_and(|a| a.is_word() && !a.capital && a.is(Class::COMMENTING));
            let quotation_soon = || (at + 1..at + REACH).any(|i| self.atom(i).is_some_and(|a| a.quotation().is_some()));
            match atom.kind {
                AtomKind::Mark(',') => commenting,
                AtomKind::Mark('—') => commenting || quotation_soon(),
                _ => false,
            }
        })
    }

    /// The first quotation in `start..end` that has a cue of its own after it, past the mark that introduces it.
    fn own_cue(&self, index: usize, start: usize, end: usize) -> Option<usize> {
        let at = (start..end).find(|&at| {
            self.atom(at).is_some_and(|a| a.quotation().is_some())
                && self.cue_after(at).is_some_and(|site| site != index)
        })?;
        let introduced = at
            .checked_sub(1)
            .and_then(|before| self.atom(before))
            .is_some_and(|a| matches!(a.kind, AtomKind::Mark(':' | ',' | '—')));
        introduced.then_some(at - 1)
    }

    /// Where the content before `other` ends, if `other` is a cue beside it and not within it.
    fn cut_before(&self, other: &Site, start: usize) -> Option<usize> {
        let before = other.from.checked_sub(1).filter(|&b| b >= start)?;
        let atom = self.atom(before)?;
        let comma_before =
            |at: usize| at.checked_sub(1).filter(|&b| b > start && self.atom(b).is_some_and(|a| a.is_mark(',')));
        if other.is_frame() {
            return Some(comma_before(other.from).unwrap_or(other.from));
        }
        if atom.is_mark(',') && (other.gerund || (!other.relative && self.ends_after(other))) {
            return Some(before);
        }
        let within = other.subject.is_some_and(|subject| subject.start >= start);
        let shared = other.inherited && !within && other.frames.has(Frames::QUOTE.or(Frames::CLAUSE)) && !other.unreal;
        if atom.is(Class::COORDINATOR) && atom.is_word() && (shared || comma_before(before).is_some()) {
            return Some(comma_before(before).unwrap_or(before));
        }
        if atom.is(Class::SUBORDINATOR)
            && atom.is_word()
            && !is_that(atom)
            && comma_before(before).is_some()
            && !other.inherited
        {
            return comma_before(before);
        }
        None
    }

    fn ends_after(&self, site: &Site) -> bool {
        self.atom(site.to).is_none_or(|a| {
            matches!(a.kind, AtomKind::Mark('.' | ',' | ';' | '!' | '?')) || a.is(Class::PREPOSITION) && a.is_word()
        })
    }

    fn trim_end(&self, start: usize, mut end: usize) -> usize {
        while end > start
            && self
                .atom(end - 1)
                .is_some_and(|a| matches!(a.kind, AtomKind::Mark('.' | '!' | '?' | ',' | ';' | '—' | ':')))
        {
            end -= 1;
        }
        end
    }
}

fn is_as(atom: &Atom) -> bool {
    atom.is_word() && atom.is(Class::ROLE_MARKER) && !atom.capital
}

/// "that" as the word before a content clause.
pub(super) fn is_that(atom: &Atom) -> bool {
    atom.is_word() && atom.is(Class::COMPLEMENTIZER)
}

fn is_question_word(atom: &Atom) -> bool {
    atom.is_word() && atom.is(Class::SUBORDINATOR) && !is_that(atom)
}

/// Whether the words from an atom on look like a finite clause rather than a fragment.
pub(super) fn has_clause(atoms: &[Atom]) -> bool {
    let Some(first) = atoms.iter().position(|a| !matches!(a.kind, AtomKind::Mark(_))) else { return false };
    let finite = |a: &Atom| is_verb_like(a) && !a.entry.forms.has(VerbForm::Gerund);
    let starts_sentence = atoms.get(first).is_some_and(|a| a.capital);
    if starts_sentence {
        return atoms.iter().skip(first).any(finite);
    }
    let Some(phrase) = noun_phrase_from(atoms, first, atoms.len()) else { return false };
    let mut at = phrase.end;
    while atoms.get(at).is_some_and(is_adverbial) {
        at += 1;
    }
    atoms.get(at).is_some_and(finite)
}
