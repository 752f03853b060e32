//! Everyone and everything that the article mentions, in its order: names, nouns for people and papers, pronouns.

use super::clause::part_of;
use super::names::{self, NameMention};
use super::pronoun::Pronoun;
use super::{Gender, Speaking};
use crate::lexicon::{Class, Lexicon};
use crate::options::BlockKind;
use crate::syntax::{Atom, AtomKind, Reading, simple_phrase_before};
use crate::text::Span;
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

/// The part of a mention in its clause, as far as its neighbours tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Subject,
    Object,
    Possessive,
}

/// What stands at a mention.
#[derive(Debug, Clone)]
pub(super) enum What {
    Name(NameMention),
    Noun(Noun),
    Pronoun(Pronoun),
}

/// A noun phrase without a name as its head.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noun {
    /// The phrase without what follows by preposition.
    pub core: Span,
    /// What the lexicon says of its head.
    pub class: Class,
    /// It points back ("the", "this", "his").
    pub definite: bool,
    /// It means several.
    pub plural: bool,
    /// The gender of the head.
    pub gender: Gender,
}

/// A paragraph, or the words within a quotation: what is read on one level.
pub(super) struct Stretch<'a> {
    pub atoms: &'a [Atom],
    pub block: usize,
    pub quoted: bool,
    /// Most words are capital, so that capitals tell nothing.
    pub title_case: bool,
}

/// Lists all mentions by their start.
pub(super) fn scan(reading: &Reading<'_>, speaking: &[Speaking]) -> Vec<Event> {
    let mut scanner = Scanner::new(reading, speaking);
    for (block, paragraph) in reading.paragraphs.iter().enumerate() {
        let heading = matches!(paragraph.kind, BlockKind::Headline | BlockKind::Heading);
        let title_case = is_title_case(&paragraph.atoms, heading);
        let stretch = Stretch { atoms: &paragraph.atoms, block, quoted: false, title_case };
        scanner.stretch(&stretch, &paragraph.sentences);
    }
    for quotation in &reading.quotations {
        let within = reading.within(quotation, |_, _| false);
        let title_case = is_title_case(&within.atoms, false);
        let stretch = Stretch { atoms: &within.atoms, block: quotation.block, quoted: true, title_case };
        scanner.stretch(&stretch, &within.sentences);
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

    fn stretch(&mut self, stretch: &Stretch<'_>, sentences: &[Range<usize>]) {
        for sentence in sentences {
            let mut at = names::after_dateline(self.text, stretch.atoms, sentence);
            while at < sentence.end {
                at = self.step(stretch, sentence, at);
            }
        }
    }

    /// Reads what begins at an atom; the atom to go on from.
    fn step(&mut self, stretch: &Stretch<'_>, sentence: &Range<usize>, at: usize) -> usize {
        let next = at + 1;
        let Some(atom) = stretch.atoms.get(at).filter(|atom| matches!(atom.kind, AtomKind::Word)) else { return next };
        if let Some(pronoun) = Pronoun::read(atom.span.of(self.text)) {
            let possessive =
                pronoun.possessive && stretch.atoms.get(next).is_some_and(|a| a.is_word() && !a.is(Class::PREPOSITION));
            let part = match possessive {
                true => Part::Possessive,
                false if pronoun.object => Part::Object,
                false => part_of(self.text, stretch.atoms, sentence, at..next),
            };
            self.push(stretch, atom.span, atom.span, part, What::Pronoun(pronoun));
            return next;
        }
        if let Some((mention, range)) = names::read(self.text, stretch, sentence, at) {
            let part = part_of(self.text, stretch.atoms, sentence, range.clone());
            let head = mention.name;
            self.push(stretch, mention.span, head, part, What::Name(mention));
            return range.end.max(next);
        }
        if let Some((noun, span, start)) = self.noun(stretch, sentence, at) {
            let part = part_of(self.text, stretch.atoms, sentence, start..next);
            self.push(stretch, span, atom.span, part, What::Noun(noun));
        }
        next
    }

    fn push(&mut self, stretch: &Stretch<'_>, span: Span, head: Span, part: Part, what: What) {
        let sentence = self.sentences.partition_point(|&start| start <= span.start);
        let at = self.heads.partition_point(|&start| start < span.start);
        let speaks = self.heads.get(at).is_some_and(|&start| start < span.end.max(head.end));
        let part = if speaks && part == Part::Object { Part::Subject } else { part };
        let (block, quoted) = (stretch.block, stretch.quoted);
        self.events.push(Event { span, head, sentence, block, part, quoted, speaks, what });
    }

    /// A noun for a person, group, organisation or paper with a determiner before it.
    fn noun(&self, stretch: &Stretch<'_>, sentence: &Range<usize>, at: usize) -> Option<(Noun, Span, usize)> {
        let atoms = stretch.atoms;
        let atom = atoms.get(at)?;
        if !atom.is(NOUN) || atom.possessive {
            return None;
        }
        // "the campaign manager": the last noun is the head.
        let next = atoms.get(at + 1).filter(|_| at + 1 < sentence.end);
        if next.is_some_and(|next| next.is_word() && (next.is(NOUN) && next.entry.verb.is_none() || next.capital)) {
            return None;
        }
        let low = sentence.start.max(at.saturating_sub(LONGEST_PHRASE));
        let phrase = simple_phrase_before(atoms, low, at + 1)?;
        let first = atoms.get(phrase.start)?;
        let determined = first.is(Class::DETERMINER | Class::POSSESSIVE) || first.possessive;
        if !determined && (!atom.is(Class::GROUP) || atom.is(Class::DOCUMENT)) {
            return None;
        }
        let span = first.span.cover(atom.span);
        Some((Noun::of(self.text, atoms, phrase.start..at + 1, at), span, phrase.start))
    }

    /// Adds the sources that no word of the lexicon showed, and sorts.
    fn finish(mut self, speaking: &[Speaking]) -> Vec<Event> {
        self.events.sort_by_key(|event| event.head.start);
        let mut missing = Vec::new();
        for mention in speaking.iter().filter_map(|speaking| speaking.mention) {
            let at = self.events.partition_point(|event| event.head.start <= mention.head.start);
            let known = at.checked_sub(1).and_then(|at| self.events.get_mut(at));
            match known.filter(|event| event.head.end > mention.head.start) {
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
            let noun = Noun::unknown(self.text, self.lexicon, mention.core, mention.head);
            self.events.push(Event {
                span: mention.span,
                head: mention.head,
                sentence,
                block: mention.block,
                part: Part::Subject,
                quoted: false,
                speaks: true,
                what: What::Noun(noun),
            });
        }
        self.events.sort_by_key(|event| event.head.start);
        self.events
    }
}

/// A phrase of more words has no head that one could point at, and long lists would be walked over and over.
const LONGEST_PHRASE: usize = 12;

const NOUN: Class = Class::ROLE.or(Class::GROUP).or(Class::COLLECTIVE).or(Class::DOCUMENT);

impl Noun {
    /// Describes the noun phrase of some atoms.
    pub fn of(text: &str, atoms: &[Atom], phrase: Range<usize>, head: usize) -> Self {
        let first = atoms.get(phrase.start);
        let last = phrase.end.checked_sub(1).and_then(|last| atoms.get(last));
        let core = match (first, last) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::default(),
        };
        let class = atoms.get(head).map_or(Class::NONE, |atom| atom.entry.class);
        let word = atoms.get(head).map_or("", |atom| atom.span.of(text));
        let points_back = first.is_some_and(|first| {
            let word = first.span.of(text).to_ascii_lowercase();
            first.is(Class::POSSESSIVE)
                || first.possessive
                || matches!(word.as_str(), "the" | "this" | "that" | "these" | "those" | "both")
        });
        let plural = is_plural(word, class);
        Self { core, class, definite: points_back, plural, gender: Gender::of(class) }
    }

    /// Describes a source whose head the lexicon does not know.
    fn unknown(text: &str, lexicon: &Lexicon, core: Span, head: Span) -> Self {
        let first = core.of(text).split_whitespace().next().unwrap_or("").to_ascii_lowercase();
        let definite = matches!(first.as_str(), "the" | "this" | "that" | "these" | "those" | "his" | "her" | "their");
        let class = lexicon.look_up(head.of(text)).class;
        let plural = is_plural(head.of(text), class);
        Self { core, class, definite, plural, gender: Gender::of(class) }
    }
}

fn is_plural(word: &str, class: Class) -> bool {
    class.has(Class::GROUP)
        || word.ends_with('s') && !word.ends_with("ss") && !class.has(Class::ROLE | Class::COLLECTIVE)
}

/// Whether the capitals of these atoms tell nothing, because most words have one.
fn is_title_case(atoms: &[Atom], heading: bool) -> bool {
    let words = || atoms.iter().filter(|a| a.is_word() && a.span.len() > 3);
    let capital = words().filter(|a| a.capital).count();
    let all = words().count();
    let least = if heading { 2 } else { 4 };
    all >= least && capital * 10 >= all * 7
}
