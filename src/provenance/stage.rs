//! The sentences that utterances stand in: their atoms, what they say, and which of it belongs to whom.

use super::Context;
use super::facts::{self, ACCOUNT, Fact, LEAKED, Marks, PAPERS, What, among};
use super::line::Line;
use crate::attribution::Utterance;
use crate::lexicon::{Class, Sense};
use crate::steps::pause;
use crate::syntax::{Atom, atoms};
use crate::text::Span;
use std::borrow::Cow;

/// A sentence with utterances in it.
pub(super) struct Stage<'a> {
    /// Where it stands.
    pub span: Span,
    /// Its atoms.
    pub atoms: Cow<'a, [Atom]>,
    /// What it says.
    pub facts: Vec<Fact>,
    /// Its cues by start, each with its subject and the start of its clause.
    sites: Vec<Site>,
    /// Clauses that tell of something else.
    asides: Vec<Span>,
}

struct Site {
    cue: Span,
    subject: Option<Span>,
    /// Where subject, cue and content begin.
    start: usize,
}

/// Every sentence with an utterance, read once, by start; a step each.
pub(super) async fn stages<'a>(context: &Context<'a>) -> Vec<Stage<'a>> {
    let mut spans: Vec<Span> = context.utterances.iter().map(|utterance| utterance.sentence).collect();
    spans.sort_unstable();
    spans.dedup();
    let mut stages: Vec<Stage<'a>> = Vec::with_capacity(spans.len());
    for &sentence in &spans {
        stages.push(read(context, sentence));
        pause().await;
    }
    for utterance in context.utterances {
        let at = spans.partition_point(|&span| span < utterance.sentence);
        let (Some(cue), Some(stage)) = (utterance.cue, stages.get_mut(at)) else { continue };
        let subject = utterance.source.map(|mention| mention.span);
        let first = subject.map_or(cue.span.start, |subject| subject.start.min(cue.span.start));
        let site = Site { cue: cue.span, subject, start: first.min(utterance.content().start) };
        let place = stage.sites.partition_point(|other| other.cue.start < cue.span.start);
        match stage.sites.get_mut(place).filter(|other| other.cue.start == cue.span.start) {
            Some(other) if other.start <= site.start => {}
            Some(other) => *other = site,
            None => stage.sites.insert(place, site),
        }
    }
    stages
}

/// Reads one sentence.
#[inline(never)]
pub(super) fn read<'a>(context: &Context<'a>, sentence: Span) -> Stage<'a> {
    let reading = context.reading;
    let at = reading.paragraphs.partition_point(|paragraph| paragraph.span.end <= sentence.start);
    let own = reading.paragraphs.get(at).map_or(&[][..], |paragraph| &paragraph.atoms);
    let start = own.partition_point(|atom| atom.span.start < sentence.start);
    let end = own.partition_point(|atom| atom.span.start < sentence.end);
    let atoms = match own.get(start..end) {
        Some(atoms) if atoms.first().is_some_and(|atom| atom.span.start == sentence.start) => Cow::Borrowed(atoms),
        // A sentence within marks is no part of its paragraph's atoms.
        _ => {
            let start = reading.tokens.partition_point(|token| token.span.start < sentence.start);
            let end = reading.tokens.partition_point(|token| token.span.end <= sentence.end).max(start);
            Cow::Owned(atoms(reading.text, &reading.tokens, start..end, &reading.quotations, reading.lexicon))
        }
    };
    let line = Line { context, atoms: &atoms };
    let facts = facts::read(line);
    let asides = asides(line, &facts);
    Stage { span: sentence, atoms, facts, sites: Vec::new(), asides }
}

/// Clauses that tell of something else: from "who", "which", "when" or "because" to the next comma. One that tells of a
/// medium ("In a letter, which she sent on Monday,") is not among them.
fn asides(line: Line<'_>, facts: &[Fact]) -> Vec<Span> {
    /// Bytes between a medium and the clause that tells of it.
    const NEAR: usize = 40;
    let mut clauses = Vec::new();
    let mut past = 0;
    for (at, atom) in line.atoms.iter().enumerate() {
        let relative = atom.is(Class::RELATIVE) && !atom.is(Class::COMPLEMENTIZER);
        // "that" opens the content, "after" a time, and "as part of" no clause.
        let other = atom.is(Class::SUBORDINATOR)
            && !atom.is(Class::COMPLEMENTIZER | Class::PREPOSITION)
            && !(atom.is(Class::ROLE_MARKER) && !line.is(at + 1, Class::PRONOUN))
            && !atom.tells(Sense::CLOCK.or(Sense::APART))
            // "when reached by phone"
            && !(line.tells(at + 1, Sense::STAGING) || line.tells(at + 2, Sense::PHONING));
        if at < past || !relative && !other {
            continue;
        }
        let of_medium = |fact: &Fact| {
            let distance = atom.span.start.checked_sub(fact.span.end);
            matches!(fact.what, What::Medium(_)) && distance.is_some_and(|distance| distance < NEAR)
        };
        let end = (at..line.atoms.len()).find(|&i| line.is_mark(i, ',')).unwrap_or(line.atoms.len());
        past = end;
        if let Some(clause) = line.span(at..end).filter(|_| !(relative && facts.iter().any(of_medium))) {
            clauses.push(clause);
        }
    }
    clauses
}

impl<'a> Stage<'a> {
    /// Its atoms with what is needed to read phrases in them.
    pub fn line<'s>(&'s self, context: &'s Context<'s>) -> Line<'s> {
        Line { context, atoms: &self.atoms }
    }

    /// Whether a fact belongs to an utterance: it stands before the first clause or in the utterance's own ([`Stage::reach`]),
    /// but not in its content nor in the description of its subject.
    #[inline(never)]
    pub fn belongs(&self, line: Line<'_>, utterance: &Utterance, reach: Span, fact: &Fact) -> bool {
        let (span, content) = (fact.span, utterance.content());
        let first = self.sites.first().map_or(usize::MAX, |site| site.start);
        let fronted = span.end <= first && !self.parted(span.end, first.min(content.start));
        if !fronted && !reach.contains(span) || utterance.segments.iter().any(|segment| segment.overlaps(span)) {
            return false;
        }
        let Some(cue) = utterance.cue.map(|cue| cue.span) else { return true };
        // "a nurse who worked there told the committee on Wednesday": the cue ends the aside.
        let head = utterance.source.map_or(usize::MAX, |mention| mention.head.start);
        let split = |clause: Span| head < clause.start && clause.start < cue.start && cue.end <= span.start;
        !self.asides.iter().any(|&clause| clause.contains(span) && !split(clause))
            && !self.describes(line, utterance, fact)
    }

    /// The part of the sentence that is an utterance's own.
    pub fn reach(&self, utterance: &Utterance) -> Span {
        let Some(cue) = utterance.cue.map(|cue| cue.span) else { return self.span };
        let at = self.sites.partition_point(|site| site.cue.start < cue.start);
        // Where the clause of one cue ends and that of the next begins.
        let border = |before: &Site, after: &Site| {
            let own = after.subject.filter(|subject| subject.start > before.cue.end);
            let own = own.map_or(after.cue.start, |subject| subject.start.min(after.cue.start));
            self.part(before.cue.end, own).unwrap_or(own)
        };
        let site = |at: Option<usize>| at.and_then(|at| self.sites.get(at));
        let Some(own) = site(Some(at)) else { return self.span };
        let start = site(at.checked_sub(1)).map_or(self.span.start, |before| border(before, own));
        let end = site(Some(at + 1)).map_or(self.span.end, |next| border(own, next));
        Span::new(start.min(cue.start), end)
    }

    /// The last place between two offsets where a clause ends: ";", a dash, "and" or "but".
    #[inline(never)]
    fn part(&self, low: usize, high: usize) -> Option<usize> {
        let parts = |atom: &&Atom| atom.is_mark(';') || atom.is_mark('—') || atom.is(Class::COORDINATOR);
        let within = |atom: &&Atom| atom.span.end > low && atom.span.end <= high;
        self.atoms.iter().filter(parts).rfind(within).map(|atom| atom.span.end)
    }

    fn parted(&self, low: usize, high: usize) -> bool {
        self.atoms.iter().any(|atom| atom.is_mark(';') && low <= atom.span.start && atom.span.start < high)
    }

    /// Whether a fact only tells who the subject is: it stands within the subject's words, or in what is set off behind
    /// them ("Reyes, elected in 2014, said"; "…," said Reyes, a close aide in 2012.). A document's own date and outlet
    /// are the utterance's.
    fn describes(&self, line: Line<'_>, utterance: &Utterance, fact: &Fact) -> bool {
        const ITS_OWN: Marks = ACCOUNT | LEAKED;
        let (Some(mention), Some(cue)) = (utterance.source, utterance.cue) else { return false };
        if mention.head.is_empty() || matches!(fact.what, What::Mark(marks) if marks & ITS_OWN != 0) {
            return false;
        }
        let (past, at) = (line.from(mention.span.end), line.from(fact.span.start));
        let comma = |i: usize| line.is_mark(i, ',');
        let set_off = comma(past) || line.is_mark(past, '(') || line.is_mark(past, '—');
        // "Reyes, giving evidence on Monday, said"
        let speaking = line.tells(past + 1, Sense::GIVING.or(Sense::TALKING).or(Sense::STAGING));
        let described = if mention.span.overlaps(fact.span) {
            true
        } else if mention.span.start >= cue.span.end {
            comma(past) && at > past && !comma(at - 1)
        } else {
            // "…, reached by phone, said"
            let medium = matches!(fact.what, What::Medium(_));
            set_off && !speaking && !medium && at > past + 1 && fact.span.end <= cue.span.start
        };
        described && !is_document(line, mention.span)
    }
}

/// Whether a document's noun stands in the words that name a source, before any preposition.
fn is_document(line: Line<'_>, mention: Span) -> bool {
    let words = line.atoms.get(line.from(mention.start)..line.from(mention.end)).unwrap_or(&[]);
    let core = words.iter().take_while(|atom| !atom.is(Class::PREPOSITION));
    core.into_iter().any(|atom| atom.is(Class::DOCUMENT) || atom.entry.medium().is_some_and(|kind| among(kind, PAPERS)))
}
