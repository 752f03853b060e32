//! The sentences that utterances stand in: their atoms, what they say, and which of it belongs to whom.

use super::dates::Date;
use super::outlets::Words;
use super::scene::{Fact, Scanner, What, is_paper};
use super::words::word;
use super::words::{Sense, meaning, meaning_at};
use crate::attribution::Utterance;
use crate::lexicon::Class;
use crate::syntax::{Atom, Reading, atoms};
use crate::text::Span;
use std::borrow::Cow;
use std::ops::Range;

/// A sentence with utterances in it.
pub(super) struct Stage<'a> {
    /// Atoms, of which `range` are the sentence.
    pub atoms: Cow<'a, [Atom]>,
    /// The sentence's atoms.
    pub range: Range<usize>,
    /// What it says.
    pub facts: Vec<Fact>,
    /// Where it first tells of a question.
    pub question: Option<usize>,
    /// Its cues by start, each with its subject and the start of its clause.
    sites: Vec<Site>,
    /// Ends of the words that part clauses: ";", "and" and "but".
    parts: Vec<usize>,
    /// Relative clauses, each to the next comma.
    relatives: Vec<Span>,
}

#[derive(Clone, Copy)]
struct Site {
    cue: Span,
    subject: Option<Span>,
    /// Where subject, cue and content begin.
    start: usize,
}

/// All such sentences, and which of them each utterance has.
pub(super) struct Stages<'a> {
    /// The sentences.
    pub stages: Vec<Stage<'a>>,
    /// For each utterance its sentence, as an index.
    pub of: Vec<usize>,
    /// For each sentence the ones right before it in its paragraph that hold no utterance, the nearest first.
    before: Vec<Vec<usize>>,
}

impl<'a> Stages<'a> {
    /// Reads every sentence with an utterance once.
    pub fn read(reading: &'a Reading<'a>, utterances: &[Utterance], known: &[&str], published: Option<Date>) -> Self {
        let mut spans: Vec<Span> = utterances.iter().map(|utterance| utterance.sentence).collect();
        spans.sort_unstable();
        spans.dedup();
        let mut stages: Vec<Stage<'a>> =
            spans.iter().map(|&sentence| Stage::read(reading, sentence, known, published)).collect();
        let of: Vec<usize> =
            utterances.iter().map(|utterance| spans.partition_point(|&span| span < utterance.sentence)).collect();
        for (utterance, &stage) in utterances.iter().zip(&of) {
            if let (Some(cue), Some(stage)) = (utterance.cue, stages.get_mut(stage)) {
                let subject = utterance.source.map(|mention| mention.span);
                let content = utterance.segments.iter().map(|segment| segment.start).min().unwrap_or(cue.span.start);
                let start = subject.map_or(cue.span.start, |subject| subject.start.min(cue.span.start)).min(content);
                stage.sites.push(Site { cue: cue.span, subject, start });
            }
        }
        for stage in &mut stages {
            stage.sites.sort_by_key(|site| (site.cue.start, site.start));
            stage.sites.dedup_by_key(|site| site.cue.start);
        }
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); stages.len()];
        for (&sentence, list) in spans.iter().zip(&mut before) {
            for span in silent_before(reading, sentence, |span| spans.binary_search(&span).is_err()) {
                list.push(stages.len());
                stages.push(Stage::read(reading, span, known, published));
            }
        }
        Self { stages, of, before }
    }

    /// The sentences right before an utterance's that hold no utterance, the nearest first.
    pub fn before(&self, utterance: usize) -> impl Iterator<Item = &Stage<'a>> {
        let list = self.of.get(utterance).and_then(|&stage| self.before.get(stage)).map_or(&[][..], Vec::as_slice);
        list.iter().filter_map(|&stage| self.stages.get(stage))
    }

    /// The sentence of an utterance.
    pub fn stage(&self, utterance: usize) -> Option<&Stage<'a>> {
        self.stages.get(*self.of.get(utterance)?)
    }
}

impl<'a> Stage<'a> {
    /// Reads one sentence.
    pub fn read(reading: &'a Reading<'a>, sentence: Span, known: &[&str], published: Option<Date>) -> Self {
        let (atoms, range) = atoms_of(reading, sentence);
        let words = Words { text: reading.text, atoms: &atoms, quotations: &reading.quotations, known };
        let facts = Scanner::new(words, range.clone(), published).facts();
        let parts = atoms
            .get(range.clone())
            .unwrap_or(&[])
            .iter()
            .filter(|atom| atom.is_mark(';') || atom.is_word() && atom.is(Class::COORDINATOR) || atom.is_mark('—'));
        let parts = parts.map(|atom| atom.span.end).collect();
        let relatives = relatives(reading.text, &atoms, range.clone(), &facts);
        let question = atoms
            .get(range.clone())
            .unwrap_or(&[])
            .iter()
            .find(|atom| word(reading.text, Some(atom)).is_any("asked asks question"));
        let question = question.map(|atom| atom.span.start);
        Self { atoms, range, facts, question, sites: Vec::new(), parts, relatives }
    }

    /// Its atoms from an offset on, if one begins there.
    pub fn from(&self, at: usize) -> Option<&[Atom]> {
        let atoms = self.atoms.get(self.range.clone())?;
        let from = atoms.partition_point(|atom| atom.span.start < at);
        atoms.get(from).is_some_and(|atom| atom.span.start == at).then(|| atoms.get(from..))?
    }

    /// The facts of an utterance with this cue: what stands before the first clause, and what stands in its own, without
    /// its content and its subject's description.
    pub fn facts_of<'s>(&'s self, text: &'s str, utterance: &'s Utterance) -> impl Iterator<Item = &'s Fact> {
        let reach = self.reach(utterance);
        let first = self.sites.first().map_or(usize::MAX, |site| site.start);
        let content = utterance.content();
        let own = move |span: Span| {
            let among = utterance.segments.partition_point(|segment| segment.end <= span.start);
            utterance.segments.get(among).is_some_and(|segment| segment.overlaps(span))
        };
        self.facts.iter().filter(move |fact| {
            let fronted = fact.span.end <= first && !self.parted(fact.span.end, first.min(content.start), ';');
            // "…, and a spokesman repeated that on Wednesday": another clause.
            let behind =
                utterance.cue.is_some_and(|cue| cue.span.end <= content.start) && fact.span.start >= content.end;
            let beyond = behind && self.part_between(content.end, fact.span.start).is_some();
            !beyond
                && (fronted || reach.start <= fact.span.start && fact.span.end <= reach.end)
                && !own(fact.span)
                && !self
                    .relatives
                    .iter()
                    .any(|clause| clause.contains(fact.span) && !splits(*clause, utterance, fact.span))
                && !self.describes(text, utterance, fact)
        })
    }

    /// The part of the sentence that is an utterance's own.
    fn reach(&self, utterance: &Utterance) -> Span {
        let sentence = self.atoms.get(self.range.clone()).unwrap_or(&[]);
        let ends = (sentence.first().map_or(0, |a| a.span.start), sentence.last().map_or(usize::MAX, |a| a.span.end));
        let Some(cue) = utterance.cue else { return Span::new(ends.0, ends.1) };
        let at = self.sites.partition_point(|site| site.cue.start < cue.span.start);
        let Some(site) = self.sites.get(at) else { return Span::new(ends.0, ends.1) };
        let before = at.checked_sub(1).and_then(|before| self.sites.get(before));
        let start = match before {
            None => ends.0,
            Some(before) => {
                let own = site.subject.filter(|subject| subject.start > before.cue.end);
                let own = own.map_or(cue.span.start, |subject| subject.start.min(cue.span.start));
                self.part_between(before.cue.end, own).unwrap_or(own)
            }
        };
        let end = match self.sites.get(at + 1) {
            None => ends.1,
            Some(next) => {
                let own = next.subject.filter(|subject| subject.start > cue.span.end);
                let own = own.map_or(next.cue.start, |subject| subject.start.min(next.cue.start));
                self.part_between(cue.span.end, own).unwrap_or(own)
            }
        };
        Span::new(start.min(cue.span.start), end)
    }

    /// The last place between two offsets where a clause ends.
    fn part_between(&self, low: usize, high: usize) -> Option<usize> {
        let at = self.parts.partition_point(|&part| part <= high);
        at.checked_sub(1).and_then(|at| self.parts.get(at)).copied().filter(|&part| part > low)
    }

    fn parted(&self, low: usize, high: usize, mark: char) -> bool {
        let atoms = self.atoms.get(self.range.clone()).unwrap_or(&[]);
        let from = atoms.partition_point(|atom| atom.span.start < low);
        atoms.iter().skip(from).take_while(|atom| atom.span.start < high).any(|atom| atom.is_mark(mark))
    }

    /// Whether a fact only tells who the subject is: it stands within the subject's words, or in what is set off between
    /// subject and cue ("Reyes, elected in 2014, said"). A document's own date and outlet are the utterance's.
    fn describes(&self, text: &str, utterance: &Utterance, fact: &Fact) -> bool {
        let (Some(mention), Some(cue)) = (utterance.source, utterance.cue) else { return false };
        if mention.head.is_empty() || matches!(fact.what, What::Account | What::Leaked) {
            return false;
        }
        if mention.span.overlaps(fact.span) {
            return !self.is_document(text, mention.span);
        }
        // "…," said Reyes, a close aide in 2012.
        if mention.span.start >= cue.span.end && fact.span.start >= mention.span.end {
            let from = self.atoms.partition_point(|atom| atom.span.start < mention.span.end);
            let at = self.atoms.partition_point(|atom| atom.span.start < fact.span.start);
            let comma = |i: usize| self.atoms.get(i).is_some_and(|atom| atom.is_mark(','));
            return comma(from) && at > from && !comma(at - 1) && !self.is_document(text, mention.span);
        }
        if fact.span.start < mention.span.end || fact.span.end > cue.span.start {
            return false;
        }
        let between = Span::new(mention.span.end, fact.span.start);
        let atoms = self.atoms.get(self.range.clone()).unwrap_or(&[]);
        let from = atoms.partition_point(|atom| atom.span.start < between.start);
        let mut between = atoms.iter().skip(from).take_while(|atom| atom.span.start < fact.span.start);
        let set_off = between.next().is_some_and(|atom| atom.is_mark(',') || atom.is_mark('(') || atom.is_mark('—'));
        set_off && between.next().is_some() && !self.is_document(text, mention.span)
    }

    /// Whether a document's noun stands in the words that name a source, before any preposition.
    fn is_document(&self, text: &str, mention: Span) -> bool {
        let from = self.atoms.partition_point(|atom| atom.span.start < mention.start);
        let words = self.atoms.iter().skip(from).take_while(|atom| atom.span.start < mention.end);
        words
            .take_while(|atom| !atom.is(Class::PREPOSITION))
            .any(|atom| atom.is(Class::DOCUMENT) || meaning(word(text, Some(atom)).0).medium.is_some_and(is_paper))
    }
}

/// Whether a cue ends a relative clause ("a nurse who worked there told the committee on Wednesday"): what stands behind
/// the cue is not part of the clause.
fn splits(clause: Span, utterance: &Utterance, fact: Span) -> bool {
    utterance.cue.is_some_and(|cue| {
        let before = utterance.source.is_some_and(|mention| mention.head.start < clause.start);
        before && clause.start < cue.span.start && cue.span.end <= fact.start
    })
}

/// Up to two sentences right before one, as long as they are silent.
fn silent_before(reading: &Reading<'_>, sentence: Span, silent: impl Fn(Span) -> bool) -> Vec<Span> {
    let at = reading.paragraphs.partition_point(|paragraph| paragraph.span.end <= sentence.start);
    let Some(paragraph) = reading.paragraphs.get(at) else { return Vec::new() };
    let start = |range: &Range<usize>| paragraph.atoms.get(range.start).map_or(0, |atom| atom.span.start);
    let number = paragraph.sentences.partition_point(|range| start(range) < sentence.start);
    let earlier = paragraph.sentences.get(..number).unwrap_or(&[]).iter().rev().take(2);
    let spans = earlier.filter_map(|range| {
        let last = paragraph.atoms.get(range.end.checked_sub(1)?)?;
        Some(Span::new(start(range), last.span.end))
    });
    // Only those that tell of speaking, or of a day, can set a scene.
    let tells = |span: &Span| {
        let from = paragraph.atoms.partition_point(|atom| atom.span.start < span.start);
        let atoms = paragraph.atoms.iter().skip(from).take_while(|atom| atom.span.start < span.end);
        let known = |atom: &Atom| meaning(word(reading.text, Some(atom)).0);
        atoms.into_iter().any(|atom| {
            atom.is(Class::WEEKDAY | Class::MONTH | Class::TIME) || {
                let known = known(atom);
                known.has(Sense::Staging) || known.has(Sense::Answering) || known.medium.is_some()
            }
        })
    };
    spans.take_while(|&span| silent(span)).filter(tells).collect()
}

/// A sentence's atoms: those of its paragraph, or for a sentence within marks its own.
fn atoms_of<'a>(reading: &'a Reading<'a>, sentence: Span) -> (Cow<'a, [Atom]>, Range<usize>) {
    let at = reading.paragraphs.partition_point(|paragraph| paragraph.span.end <= sentence.start);
    if let Some(paragraph) = reading.paragraphs.get(at) {
        let start = paragraph.atoms.partition_point(|atom| atom.span.start < sentence.start);
        if paragraph.atoms.get(start).is_some_and(|atom| atom.span.start == sentence.start) {
            let end = paragraph.atoms.partition_point(|atom| atom.span.start < sentence.end);
            return (Cow::Borrowed(&paragraph.atoms), start..end.max(start));
        }
    }
    let start = reading.tokens.partition_point(|token| token.span.start < sentence.start);
    let end = reading.tokens.partition_point(|token| token.span.end <= sentence.end);
    let own = atoms(reading.text, &reading.tokens, start..end.max(start), &reading.quotations, reading.lexicon);
    let range = 0..own.len();
    (Cow::Owned(own), range)
}

/// "according to", "as saying", "as part of": no clause.
fn is_role(text: &str, atoms: &[Atom], at: usize) -> bool {
    let next = word(text, atoms.get(at + 1));
    next.0.ends_with("ing") || next.is_any("a an part well of to the") || next.0.is_empty()
}

/// Clauses that tell of something else: from "who", "which", "when" or "because" to the next comma. One that tells of a medium ("In a letter, which she sent
/// on Monday,") or of speaking ("who was speaking at a rally") is not among them.
fn relatives(text: &str, atoms: &[Atom], range: Range<usize>, facts: &[Fact]) -> Vec<Span> {
    let mut clauses = Vec::new();
    let atom_at = |at: usize| atoms.get(at).filter(|_| range.contains(&at));
    let mut past = range.start;
    for at in range.clone() {
        let Some(atom) = atom_at(at).filter(|atom| atom.is(Class::RELATIVE | Class::SUBORDINATOR)) else { continue };
        let opener = word(text, Some(atom));
        let relative = opener.is_any("who which whose whom where");
        let other = opener.is_any("when while because although though if than as");
        if at < past || !relative && !other || opener == "as" && is_role(text, atoms, at) {
            continue;
        }
        let of_medium = facts.iter().any(|fact| {
            relative
                && matches!(fact.what, What::Medium(_))
                && fact.span.end <= atom.span.start
                && atom.span.start - fact.span.end < 40
        });
        let speaking = (at + 1..at + 5).any(|i| meaning_at(text, atoms, i).has(Sense::Talking));
        let end = (at..range.end).find(|&i| atom_at(i).is_some_and(|a| a.is_mark(','))).unwrap_or(range.end);
        past = end;
        if let Some(last) = end.checked_sub(1).and_then(atom_at).filter(|_| !of_medium && !speaking) {
            clauses.push(atom.span.cover(last.span));
        }
    }
    clauses
}
