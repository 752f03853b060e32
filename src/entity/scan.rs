//! Everyone and everything that the article mentions, in its order: names, nouns for people and papers, pronouns.

use super::clause::{Part, part_of};
use super::form::{Word, word};
use super::line::Line;
use super::names::{self, NameMention};
use super::noun::Noun;
use super::pronoun::Pronoun;
use super::{Gender, Mention, Speaking};
use crate::lexicon::Class;
use crate::options::BlockKind;
use crate::steps::pause;
use crate::syntax::{Atom, AtomKind, Paragraph, Reading};
use crate::text::Span;

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
    /// It stands inside those of words that are quoted in others.
    pub requoted: bool,
    /// It is the source of an utterance.
    pub speaks: bool,
    /// It answers another.
    pub answers: bool,
    /// What it says, as a source.
    pub content: Span,
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
        inanimate: bool,
    },
}

/// Lists all mentions by their heads; in steps.
pub(super) async fn scan(reading: &Reading<'_>, speaking: &[Speaking]) -> Vec<Event> {
    let words = reading.paragraphs.iter().flat_map(|paragraph| &paragraph.atoms);
    let plain = words.filter(|atom| atom.is_word() && !atom.capital && atom.entry.class == Class::NONE);
    let mut plain: Vec<Word> = plain.map(|atom| word(atom.span.of(reading.text))).collect();
    plain.sort_unstable();
    let heads = speaking.iter().enumerate().filter_map(|(at, speaking)| Some((speaking.mention?.head.start, at)));
    let mut sources: Vec<(usize, usize)> = heads.collect();
    sources.sort_unstable();
    // One word in six is a mention.
    let events = Vec::with_capacity(reading.tokens.len() / 6);
    let mut scanner = Scanner { reading, speaking, plain: &plain, sources, sentence: 0, events };
    for (block, paragraph) in reading.paragraphs.iter().enumerate() {
        scanner.paragraph(paragraph, block, 0);
        pause().await;
    }
    scanner.link();
    scanner.events
}

struct Scanner<'a> {
    reading: &'a Reading<'a>,
    speaking: &'a [Speaking],
    /// Words that the article writes without a capital somewhere, in order.
    plain: &'a [Word],
    /// Where the head of an utterance's source begins, and the utterance; in order.
    sources: Vec<(usize, usize)>,
    /// The number of sentences so far, without those of quotations.
    sentence: usize,
    events: Vec<Event>,
}

/// How many mentions before and after a noun may stand in apposition to it, or possess it.
const NEIGHBOURS: usize = 3;

/// Quotations in quotations are read so deep.
const DEEPEST: usize = 4;

impl Scanner<'_> {
    /// Reads a block, or what stands inside a quotation, and the quotations in it where they stand.
    fn paragraph(&mut self, paragraph: &Paragraph, block: usize, depth: usize) {
        let heading = matches!(paragraph.kind, BlockKind::Headline | BlockKind::Heading);
        // Where nouns have capitals, many of them tell nothing of a headline.
        let title_case = !self.reading.lexicon.is_verb_second() && is_title_case(&paragraph.atoms, heading);
        let atoms = paragraph.atoms.as_slice();
        let (text, lexicon, plain) = (self.reading.text, self.reading.lexicon, self.plain);
        for sentence in paragraph.sentences.iter().cloned() {
            self.sentence += usize::from(depth == 0);
            let line = Line { text, lexicon, atoms, sentence, plain, title_case };
            let (mut at, mut read) = (line.sentence.start, names::after_dateline(&line));
            while let Some(atom) = line.at(at) {
                if at >= read {
                    read = self.step(&line, at, block, depth);
                }
                if let AtomKind::Quotation(index) = atom.kind {
                    self.quotation(index, block, depth);
                }
                at += 1;
            }
        }
    }

    fn quotation(&mut self, index: usize, block: usize, depth: usize) {
        if let Some(quotation) = self.reading.quotations.get(index).filter(|_| depth < DEEPEST) {
            let reading = self.reading;
            self.paragraph(reading.within(quotation), block, depth + 1);
        }
    }

    /// Reads what begins at an atom; the atom to go on from.
    fn step(&mut self, line: &Line<'_>, at: usize, block: usize, depth: usize) -> usize {
        let next = at + 1;
        let Some(atom) = line.at(at) else { return next };
        let speaking = |at: usize| self.speaking_at(line.at(at)?.span.start);
        let source = |at: usize| speaking(at)?.mention;
        // "al-Masri", "van der Berg"
        let may_begin = |atom: &&Atom| atom.capital || !atom.plain || atom.is(Class::PARTICLE);
        let (mut span, head, mut part, what, next) = if !atom.is_word() {
            let Some(mention) = source(at) else { return next };
            self.unknown(mention, next)
        } else if let Some(pronoun) = Pronoun::read(atom.entry.class) {
            let owns = pronoun.possessive && line.at(next).is_some_and(|a| a.is_word() && !a.is(Class::PREPOSITION));
            let part = match () {
                () if owns => Part::Possessive,
                () if pronoun.object => Part::Object,
                () => part_of(line, at..next),
            };
            (atom.span, atom.span, part, What::Pronoun(pronoun), next)
        } else if let Some((name, run)) = Some(atom).filter(may_begin).and_then(|_| names::read(line, at)) {
            (name.span, name.name, part_of(line, run.clone()), What::Name(name), run.end.max(next))
        } else if let Some((noun, start)) = Noun::read(line, at) {
            (noun.core, noun.head, part_of(line, start..next), What::Noun(noun), next)
        } else if let Some(name) = names::read_common(line, at) {
            (name.span, name.name, part_of(line, at..next), What::Name(name), next)
        } else if let Some(mention) = source(at) {
            self.unknown(mention, next)
        } else {
            return next;
        };
        let speaks = (at..next).filter(|&i| line.at(i).is_some_and(|a| a.span.start >= head.start)).find_map(speaking);
        let (mention, answers) = (speaks.and_then(|s| s.mention), speaks.is_some_and(|s| s.answers));
        let content = speaks.map_or(span, |s| s.content);
        let mut speaks = mention.is_some();
        if let Some(mention) = mention {
            let about = about(self.reading, &self.events, &mention, (span.start, &what));
            if let Some(event) = about.and_then(|about| self.events.get_mut(about)) {
                (event.speaks, event.part, speaks) = (true, Part::Subject, false);
                if matches!(event.what, What::Noun(_)) {
                    event.span = event.span.cover(mention.span);
                }
            } else if matches!(part, Part::Object | Part::Fronted | Part::Subordinate) {
                part = if is_agent(line, at) { Part::Fronted } else { Part::Subject };
            }
            if matches!(what, What::Noun(_)) {
                span = span.cover(mention.span);
            }
        }
        let (sentence, quoted, requoted) = (self.sentence, depth > 0, depth > 1);
        self.events.push(Event { span, head, sentence, block, part, quoted, requoted, speaks, answers, content, what });
        next
    }

    /// The utterance the head of whose source begins at a byte.
    fn speaking_at(&self, start: usize) -> Option<&'_ Speaking> {
        let place = self.sources.partition_point(|&(head, _)| head < start);
        let &(_, at) = self.sources.get(place).filter(|&&(head, _)| head == start)?;
        self.speaking.get(at)
    }

    /// A source that no word of the lexicon shows.
    fn unknown(&self, mention: Mention, next: usize) -> (Span, Span, Part, What, usize) {
        let (text, lexicon) = (self.reading.text, self.reading.lexicon);
        let class = lexicon.look_up(mention.head.of(text)).class;
        let what = match class.has(Class::PERSONAL_RELATIVE.or(Class::INANIMATE_RELATIVE)) {
            true => What::Relative {
                personal: class.has(Class::PERSONAL_RELATIVE),
                inanimate: class.has(Class::INANIMATE_RELATIVE),
            },
            false => What::Noun(Noun::unknown(text, lexicon, mention.core, mention.head)),
        };
        (mention.span, mention.head, Part::Subject, what, next)
    }

    /// Links nouns to the names that they stand in apposition to, and to what possesses them.
    fn link(&mut self) {
        for at in 0..self.events.len() {
            let Some(event) = self.events.get(at) else { continue };
            let &Event { what: What::Noun(noun), speaks, part, .. } = event else { continue };
            let near = at.saturating_sub(NEIGHBOURS)..self.events.len().min(at + NEIGHBOURS);
            let (mut named, mut owner) = (None, None);
            for other in near.filter(|&other| other != at) {
                let Some(event) = self.events.get(other) else { continue };
                if event.part == Part::Possessive && event.span.start == noun.core.start {
                    owner = owner.or(Some(other));
                }
                let What::Name(name) = &event.what else { continue };
                let described = name.apposition.is_some_and(|a| a.contains(noun.head) && noun.core.start <= a.start);
                let subject = speaks || event.speaks || noun.definite && part == Part::Subject;
                let apposed = subject && !noun.plural && self.is_apposed(&noun, event.span, name);
                if described || apposed || name.title.is_some_and(|title| title.end == noun.head.end) {
                    named = named.or(Some(other));
                }
            }
            if let Some(Event { what: What::Name(name), .. }) = named.and_then(|named| self.events.get_mut(named)) {
                // "her nephew and manager, Bo Okafor"
                let words = noun.core.of(self.reading.text).split_whitespace().skip(1);
                let genders = words.map(|word| Gender::of(self.reading.lexicon.look_up(word).class));
                name.gender = genders.fold(name.gender.or(noun.gender), Gender::or);
                name.apposition = name.apposition.or(Some(noun.core));
            }
            if let Some(Event { what: What::Noun(noun), .. }) = self.events.get_mut(at) {
                (noun.named, noun.owner) = (named, owner);
            }
        }
    }

    /// "the assailant, Bo Okafor, said", "a vet in Lund, Bo Okafor,", "her sister, the singer Ana Reyes,": whether a name
    /// after a noun says who it is.
    fn is_apposed(&self, noun: &Noun, name: Span, mention: &NameMention) -> bool {
        const LONGEST: usize = 8;
        let (text, lexicon) = (self.reading.text, self.reading.lexicon);
        let Some((phrase, described)) = text.get(noun.head.end..name.start).and_then(|gap| gap.rsplit_once(',')) else {
            return false;
        };
        let closes = text.get(name.end..).is_some_and(|rest| rest.trim_start().starts_with([',', '.', ';', '–', '—']));
        let opens = |words: &str, any: Class| {
            let mut words = words.split_whitespace();
            words.next().is_none_or(|first| lexicon.look_up(first).class.has(any)) && words.count() < LONGEST
        };
        let plain = |words: &str| {
            !words.contains(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '-' | '\'' | '’'))
        };
        let immediate = phrase.trim().is_empty() && described.trim().is_empty();
        let fits = immediate && noun.definite || noun.personal && mention.person > 0;
        fits && closes
            && plain(phrase)
            && opens(phrase, Class::ATTACHING.or(Class::AFFILIATING).or(Class::JOINING))
            && plain(described)
            && opens(described, Class::THE)
    }
}

/// The event of a source's words, as an index.
pub(super) fn event_of(reading: &Reading<'_>, events: &[Event], mention: &Mention) -> Option<usize> {
    let at = events.partition_point(|event| event.head.start <= mention.head.start).checked_sub(1)?;
    let found = events.get(at).filter(|event| event.head.end > mention.head.start);
    let start = found.map_or(mention.head.start, |event| event.span.start);
    let before = events.get(..at + usize::from(found.is_none())).unwrap_or(&[]);
    let own = found.map_or(&What::Relative { personal: false, inanimate: false }, |event| &event.what);
    about(reading, before, mention, (start, own)).or(found.map(|_| at))
}

/// Endings of verb forms.
const VERBAL: Class = Class::PAST_ENDING.or(Class::GERUND_ENDING);

/// The name or noun before the head of a phrase that the phrase is about: "Ana Reyes" in "Ana Reyes of Lund", and in a phrase
/// whose head is a verb form. `events` are those before, `start` is where the event of the head begins, `own` what it is.
fn about(reading: &Reading<'_>, events: &[Event], mention: &Mention, (start, own): (usize, &What)) -> Option<usize> {
    let lexicon = reading.lexicon;
    let head = mention.head.of(reading.text);
    let verb = || lexicon.look_up(head).verb.is_some() || lexicon.by_ending(head).has(VERBAL);
    let mut found = None;
    let mut next = start;
    for (at, event) in events.iter().enumerate().rev().take(NEIGHBOURS) {
        // The phrase of a noun may reach past what hangs on it.
        let end = if matches!(event.what, What::Noun(_)) { event.head.end } else { event.span.end };
        let between = reading.text.get(end..next).unwrap_or("").trim();
        let attached = lexicon.look_up(between).class.has(Class::PREPOSITION);
        // "Mr. Reyes gloated"
        let gloats = between.is_empty() && head.starts_with(char::is_lowercase) && verb();
        // "the former head of Lund Foods"
        let person = attached && matches!(event.what, What::Noun(Noun { personal: true, .. }));
        let about = (person || matches!(event.what, What::Name(_))) && event.part != Part::Possessive;
        // "a vet in Lund, Ana Reyes"
        if between == "," && found.is_none() && matches!(own, What::Name(name) if name.person > 0) {
            break;
        }
        // "Ana Reyes of Lund, North Ardwick"
        if !about || !mention.core.contains(event.head) || !(attached || gloats || between == ",") {
            break;
        }
        found = if between == "," { found } else { Some(at) };
        next = event.span.start;
    }
    found
}

/// "Asked by Reyes whether …, Okafor": the sentence is about another than the agent at an atom.
fn is_agent(line: &Line<'_>, at: usize) -> bool {
    let before =
        (line.sentence.start..at).rev().find(|&i| !line.at(i).is_some_and(|a| a.capital || a.is(Class::DETERMINER)));
    before.is_some_and(|i| line.is(i, Class::AGENT_MARKER))
}

/// Whether the capitals of these atoms tell nothing, because most words have one.
fn is_title_case(atoms: &[Atom], heading: bool) -> bool {
    let (mut all, mut capital) = (0, 0);
    for atom in atoms.iter().filter(|a| a.is_word() && a.span.len() > 3) {
        all += 1;
        capital += usize::from(atom.capital);
    }
    let least = if heading { 2 } else { 4 };
    // `"…," said State Senator Ana Reyes.` is no headline.
    let quotes = !heading && atoms.iter().any(|a| a.quotation().is_some());
    !quotes && all >= least && capital * 100 >= all * 85
}
