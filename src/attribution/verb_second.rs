//! Cues in languages whose finite verb stands second, or last in a hanging clause (German), and what they attribute.
//!
//! A clause lies between marks. Its finite verb has its subject before it, or behind it where something else stands
//! first ("Am Montag sagte sie"); a hanging clause has it right after its first word ("wie sie sagte"). An adverb that
//! is parted from its verb, or a participle, ends the clause. What was said follows the clause's comma.

use super::cue::unsaid;
use super::site::Site;
use super::subject::{Subject, is_adverbial, subject_after, subject_before};
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

    /// Whose words somebody cites: "der Bote zitiert Reyes", "zitiert der Bote aus dem Brief".
    fn cited(&self, by: &NounPhrase, group: &Group) -> Option<NounPhrase> {
        let at = by.end.max(group.finite + 1).min(group.clause.end);
        let from = usize::from(self.is(at, Class::AFFILIATING));
        let phrase = self.named(at + from, group.clause.end)?;
        let paper = self.is(phrase.head, Class::DOCUMENT);
        (group.finite == group.last && paper == (from > 0)).then_some(phrase)
    }

    /// "so heißt es in dem Brief", "als „…“ bezeichnete sie"
    fn holds_content(&self, start: usize, finite: usize) -> bool {
        self.is(start, Class::SO) || (start..finite).any(|i| self.atom(i).is_some_and(|a| a.quotation().is_some()))
    }

    /// Whose verb it is, and whether that stands behind it.
    fn subject(&self, group: &Group) -> Option<(Subject, bool)> {
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

    fn is_finite(&self, at: usize) -> bool {
        const FINITE: Class =
            Class::VERB.or(Class::BE).or(Class::HAVE).or(Class::MODAL).or(Class::REPORTED).or(Class::SEPARABLE);
        self.atom(at).is_some_and(|a| {
            let forms = a.entry.forms;
            let reports = a.entry.verb.is_some() && (forms.has(VerbForm::Third) || forms.has(VerbForm::Past));
            a.is_word() && !a.is(Class::NOUN) && (a.is(FINITE) || reports)
        })
    }

    /// The subject of the verb before, which the verb at `finite` shares.
    fn shared_subject(&self, finite: usize) -> Option<(Subject, bool)> {
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
    fn named(&self, at: usize, high: usize) -> Option<NounPhrase> {
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

    /// The clause of indirect speech after a verb's comma or colon.
    fn content(&self, site: &Site) -> (usize, usize) {
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
    fn end(&self, start: usize) -> usize {
        let mut end = (start..self.sentence.end).find(|&i| self.is_mark(i, ";")).unwrap_or(self.sentence.end);
        while end > start && self.is_mark(end - 1, ".!?,;—:") {
            end -= 1;
        }
        end
    }

    /// "laut dem Bericht", "nach Angaben der Polizei", "dem Bericht zufolge", "so die Polizei".
    fn frame(&self, at: usize) -> Option<Site> {
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
