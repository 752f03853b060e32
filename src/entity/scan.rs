//! Everyone and everything that the article mentions, in its order: names, nouns for people and papers, pronouns.

use super::clause::{Part, part_of};
use super::line::Line;
use super::names::{self, NameMention};
use super::noun::Noun;
use super::pronoun::Pronoun;
use super::{Mention, Speaking};
use crate::lexicon::{Class, Lexicon};
use crate::options::BlockKind;
use crate::syntax::{Atom, Reading};
use crate::text::Span;
use std::collections::HashSet;
use std::ops::Range;

/// A mention in its place.
#[derive(Debug, Clone)]
pub(super) struct Event {
    /// The whole phrase.
    pub span: Span,
    /// The word that it is about.
    pub head: Span,
    /// The sentence it stands in, counted over the article without its quotations.
    pub sentence: usize,
    /// The block it stands in.
    pub block: usize,
    /// Its part in the clause.
    pub part: Part,
    /// It stands inside quotation marks.
    pub quoted: bool,
    /// It is the source of an utterance.
    pub speaks: bool,
    /// What stands there.
    pub what: What,
}

/// What stands at a mention.
#[derive(Debug, Clone)]
pub(super) enum What {
    Name(NameMention),
    Noun(Noun),
    Pronoun(Pronoun),
    /// "who", "which", "that" as a source.
    Relative {
        personal: bool,
    },
}

/// Lists all mentions by their heads.
pub(super) fn scan(reading: &Reading<'_>, speaking: &[Speaking]) -> Vec<Event> {
    let mut scanner = Scanner::new(reading, speaking);
    let words = reading.paragraphs.iter().flat_map(|paragraph| &paragraph.atoms);
    let plain = words.filter(|atom| atom.is_word() && !atom.capital && atom.entry.class == Class::NONE);
    let plain: HashSet<&str> = plain.map(|atom| atom.span.of(reading.text)).collect();
    let heading = |kind| matches!(kind, BlockKind::Headline | BlockKind::Heading);
    for (block, paragraph) in reading.paragraphs.iter().enumerate() {
        let (atoms, title_case) = (&paragraph.atoms, is_title_case(&paragraph.atoms, heading(paragraph.kind)));
        for sentence in paragraph.sentences.iter().cloned() {
            let (text, lexicon) = (reading.text, reading.lexicon);
            scanner.line(&Line { text, lexicon, atoms, sentence, plain: &plain, title_case }, block, false);
        }
    }
    for quotation in &reading.quotations {
        let within = reading.within(quotation, |_, _| false);
        let (atoms, title_case) = (&within.atoms, is_title_case(&within.atoms, false));
        for sentence in within.sentences.iter().cloned() {
            let (text, lexicon, block) = (reading.text, reading.lexicon, quotation.block);
            scanner.line(&Line { text, lexicon, atoms, sentence, plain: &plain, title_case }, block, true);
        }
    }
    scanner.finish(speaking)
}

struct Scanner<'a> {
    text: &'a str,
    lexicon: &'static Lexicon,
    /// Starts of the sentences outside quotations.
    sentences: Vec<usize>,
    /// Starts of the heads of sources, in order.
    heads: Vec<usize>,
    events: Vec<Event>,
}

/// How many mentions before and after a noun may stand in apposition to it, or possess it.
const NEIGHBOURS: usize = 3;

impl<'a> Scanner<'a> {
    fn new(reading: &Reading<'a>, speaking: &[Speaking]) -> Self {
        let starts = |(atoms, sentences): (&[Atom], &[Range<usize>])| -> Vec<usize> {
            sentences.iter().filter_map(|range| atoms.get(range.start)).map(|atom| atom.span.start).collect()
        };
        let mut sentences: Vec<usize> =
            reading.paragraphs.iter().flat_map(|p| starts((&p.atoms, &p.sentences))).collect();
        sentences.sort_unstable();
        let mut heads: Vec<usize> = speaking.iter().filter_map(|s| s.mention).map(|m| m.head.start).collect();
        heads.sort_unstable();
        Self { text: reading.text, lexicon: reading.lexicon, sentences, heads, events: Vec::new() }
    }

    fn line(&mut self, line: &Line<'_>, block: usize, quoted: bool) {
        let mut at = names::after_dateline(line);
        while at < line.sentence.end {
            at = self.step(line, at, block, quoted);
        }
    }

    /// Reads what begins at an atom; the atom to go on from.
    fn step(&mut self, line: &Line<'_>, at: usize, block: usize, quoted: bool) -> usize {
        let next = at + 1;
        let Some(atom) = line.at(at).filter(|atom| atom.is_word()) else { return next };
        let (span, head, part, what, next) = if let Some(pronoun) = Pronoun::read(atom.entry.class) {
            let owns = pronoun.possessive && line.at(next).is_some_and(|a| a.is_word() && !a.is(Class::PREPOSITION));
            let part = match () {
                () if owns => Part::Possessive,
                () if pronoun.object => Part::Object,
                () => part_of(line, at..next),
            };
            (atom.span, atom.span, part, What::Pronoun(pronoun), next)
        } else if let Some((name, run)) = names::read(line, at) {
            (name.span, name.name, part_of(line, run.clone()), What::Name(name), run.end.max(next))
        } else if let Some((noun, start)) = Noun::read(line, at) {
            (noun.core, noun.head, part_of(line, start..next), What::Noun(noun), next)
        } else {
            return next;
        };
        let sentence = self.sentences.partition_point(|&start| start <= span.start);
        let source = self.heads.partition_point(|&start| start < head.start);
        let speaks = self.heads.get(source).is_some_and(|&start| start < head.end);
        let part = if speaks && part == Part::Object { Part::Subject } else { part };
        self.events.push(Event { span, head, sentence, block, part, quoted, speaks, what });
        next
    }

    /// Adds the sources that no word of the lexicon showed, sorts, and links what belongs together.
    fn finish(mut self, speaking: &[Speaking]) -> Vec<Event> {
        self.events.sort_by_key(|event| event.head.start);
        let mut missing = Vec::new();
        for mention in speaking.iter().filter_map(|speaking| speaking.mention) {
            match event_of(&self.events, &mention).and_then(|at| self.events.get_mut(at)) {
                Some(event) => {
                    event.speaks = true;
                    if let What::Noun(_) = event.what {
                        event.span = event.span.cover(mention.span);
                    }
                }
                None => missing.push(mention),
            }
        }
        for mention in missing {
            let sentence = self.sentences.partition_point(|&start| start <= mention.span.start);
            let class = self.lexicon.look_up(mention.head.of(self.text)).class;
            let what = match class.has(Class::PERSONAL_RELATIVE.or(Class::INANIMATE_RELATIVE)) {
                true => What::Relative { personal: class.has(Class::PERSONAL_RELATIVE) },
                false => What::Noun(Noun::unknown(self.text, self.lexicon, mention.core, mention.head)),
            };
            let (span, head, block) = (mention.span, mention.head, mention.block);
            let (part, quoted) = (Part::Subject, false);
            self.events.push(Event { span, head, sentence, block, part, quoted, speaks: true, what });
        }
        self.events.sort_by_key(|event| event.head.start);
        self.link();
        self.events
    }

    /// Links nouns to the names that they stand in apposition to, and to what possesses them.
    fn link(&mut self) {
        for at in 0..self.events.len() {
            let Some(Event { what: What::Noun(noun), .. }) = self.events.get(at) else { continue };
            let near = at.saturating_sub(NEIGHBOURS)..self.events.len().min(at + NEIGHBOURS);
            let named = near.clone().find(|&other| match self.events.get(other).map(|event| &event.what) {
                Some(What::Name(name)) => {
                    let described =
                        name.apposition.is_some_and(|a| a.contains(noun.head) && noun.core.start <= a.start);
                    described || name.title.is_some_and(|title| title.end == noun.head.end)
                }
                _ => false,
            });
            let owner = near.clone().find(|&other| {
                other != at
                    && self
                        .events
                        .get(other)
                        .is_some_and(|e| e.part == Part::Possessive && e.span.start == noun.core.start)
            });
            if let Some(Event { what: What::Noun(noun), .. }) = self.events.get_mut(at) {
                (noun.named, noun.owner) = (named, owner);
            }
        }
    }
}

/// The event of a source's words. A phrase that begins with a name but has a head that nobody knows is taken for the
/// name.
pub(super) fn event_of(events: &[Event], mention: &Mention) -> Option<usize> {
    let at = events.partition_point(|event| event.head.start <= mention.head.start);
    let found = at.checked_sub(1).filter(|&at| events.get(at).is_some_and(|e| e.head.end > mention.head.start));
    found.or_else(|| {
        let begins = |&at: &usize| {
            events.get(at).is_some_and(|event| {
                let name = matches!(event.what, What::Name(_)) && event.part != Part::Possessive;
                name && event.span.start == mention.core.start
            })
        };
        (at.saturating_sub(NEIGHBOURS)..at).find(begins)
    })
}

/// Whether the capitals of these atoms tell nothing, because most words have one.
fn is_title_case(atoms: &[Atom], heading: bool) -> bool {
    let words = || atoms.iter().filter(|a| a.is_word() && a.span.len() > 3);
    let capital = words().filter(|a| a.capital).count();
    let all = words().count();
    let least = if heading { 2 } else { 4 };
    // `"…," said State Senator Ana Reyes.` is no headline.
    let quotes = !heading && atoms.iter().any(|a| a.quotation().is_some());
    !quotes && all >= least && capital * 100 >= all * 85
}
