//! Names before a colon: transcripts, interviews, headlines.

use super::subject::is_person_name;
use crate::lexicon::{Class, Places, Sense, joined, number};
use crate::options::BlockKind;
use crate::syntax::{Atom, NounPhrase, Paragraph, Reading, noun_phrase_before, noun_phrase_from};
use crate::vocabulary::MediumKind;

/// What a label says of its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LabelKind {
    /// What follows was said.
    Transcript,
    /// What follows was said by the guest of the interview, who stands in the block before it (`A:`).
    Answer(usize),
    /// It has no label: an answer of the guest, who stands in this block before, if the article says who that is.
    Reply(Option<usize>),
    /// What follows was asked by the article itself, and is nobody else's.
    Question,
    /// An answer goes on in a paragraph without a label.
    Continued,
    /// What follows is reported.
    Headline,
}

/// A name before a colon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Label {
    /// The name.
    pub name: NounPhrase,
    /// First atom after the colon.
    pub content: usize,
    /// What it says.
    pub kind: LabelKind,
}

/// The labels of an article's paragraphs, by block.
#[derive(Debug, Default)]
pub(super) struct Labels(Vec<(usize, Label)>);

/// A transcript has at least this many labelled paragraphs, and a name in it at least [`TURNS`].
const PARAGRAPHS: usize = 3;
const TURNS: usize = 2;

impl Labels {
    /// Finds them: in a transcript speakers take turns, so a label counts where its name comes again.
    pub fn read(reading: &Reading<'_>) -> Self {
        let mut found: Vec<(usize, Label, &str)> = Vec::new();
        let mut turns = Counts::default();
        for (block, paragraph) in reading.paragraphs.iter().enumerate() {
            if let Some(label) = label_of(&paragraph.atoms, 0) {
                let head = paragraph.atoms.get(label.name.head).map_or("", |a| a.span.of(reading.text));
                turns.add(head);
                found.push((block, label, head));
            }
        }
        let transcript = found.len() >= PARAGRAPHS;
        let mut labels = Self::default();
        let mut guest = None;
        for (block, label, head) in found {
            if transcript && turns.of(head) >= TURNS {
                guest = guest.or_else(|| Some(guest_before(reading, block)));
                let kind = kind_of(reading, block, &label, head, guest.flatten());
                labels.0.push((block, kind));
            } else if is_heading(reading, block) && reports(reading, block, &label) {
                labels.0.push((block, Label { kind: LabelKind::Headline, ..label }));
            }
        }
        labels.go_on(reading);
        if !transcript {
            labels.0.extend(super::interview::turns(reading));
        }
        labels
    }

    /// In an interview, what stands between two labels belongs to the one before.
    fn go_on(&mut self, reading: &Reading<'_>) {
        if !self.0.iter().any(|(_, label)| label.kind == LabelKind::Question) {
            return;
        }
        let turn = |label: &Label| label.kind != LabelKind::Headline;
        let last = self.0.iter().rfind(|(_, label)| turn(label)).map_or(0, |&(block, _)| block);
        let mut all = Self::default();
        let mut answers = None;
        for (block, paragraph) in reading.paragraphs.iter().enumerate() {
            let label = self.of(block);
            match label {
                Some(label) if label.kind == LabelKind::Question => answers = None,
                Some(label) if turn(&label) => answers = Some(label),
                _ => {}
            }
            let goes_on = || answers.filter(|_| block < last && paragraph.kind == BlockKind::Paragraph);
            let label = label.or_else(|| Some(Label { kind: LabelKind::Continued, content: 0, ..goes_on()? }));
            all.0.extend(label.map(|label| (block, label)));
        }
        *self = all;
    }

    /// The label of a paragraph.
    pub fn of(&self, block: usize) -> Option<Label> {
        let at = self.0.binary_search_by_key(&block, |&(block, _)| block).ok()?;
        self.0.get(at).map(|&(_, label)| label)
    }
}

/// How often words occur; with other capitals it is another word.
#[derive(Default)]
struct Counts {
    words: Places,
    counts: Vec<usize>,
}

impl Counts {
    fn number(word: &str) -> u64 {
        joined(number(word), word.chars().filter(|c| c.is_uppercase()).count() as u64)
    }

    fn add(&mut self, word: &str) {
        let place = self.words.add(Self::number(word));
        self.counts.resize(self.counts.len().max(place + 1), 0);
        self.counts.iter_mut().skip(place).take(1).for_each(|count| *count += 1);
    }

    fn of(&self, word: &str) -> usize {
        let place = self.words.of(Self::number(word));
        place.and_then(|place| self.counts.get(place)).copied().unwrap_or_default()
    }
}

fn is_heading(reading: &Reading<'_>, block: usize) -> bool {
    let kind = reading.paragraphs.get(block).map(|p| p.kind);
    block == 0 || matches!(kind, Some(BlockKind::Headline | BlockKind::Heading))
}

/// Whether it is the article that speaks under a label, or its guest ("Q:" and "A:").
fn kind_of(
    reading: &Reading<'_>,
    block: usize,
    label: &Label,
    head: &str,
    guest: Option<(usize, NounPhrase)>,
) -> Label {
    let atoms = reading.paragraphs.get(block).map_or(&[][..], |p| &p.atoms);
    let words = atoms.get(label.name.start..label.name.end).unwrap_or(&[]);
    let letter = |class| reading.lexicon.look_up(head).class.has(class);
    let asks = words.iter().any(|a| a.is(Class::OUTLET.or(Class::OUTLET_WORD)))
        || letter(Class::QUESTION_LABEL)
        || is_author(reading, head);
    match guest {
        _ if asks => Label { kind: LabelKind::Question, ..*label },
        Some((block, name)) if letter(Class::ANSWER_LABEL) => Label { kind: LabelKind::Answer(block), name, ..*label },
        _ => *label,
    }
}

/// Whether a name stands in the line that says who wrote the article.
fn is_author(reading: &Reading<'_>, name: &str) -> bool {
    const LINES: usize = 6;
    const LONGEST: usize = 12;
    let byline = |paragraph: &&Paragraph| {
        let says = |a: &Atom| {
            a.is(Class::AGENT_MARKER) || a.tells(Sense::MEDIUM) && a.entry.medium() == Some(MediumKind::Interview)
        };
        paragraph.atoms.len() <= LONGEST && paragraph.atoms.iter().take(2).any(says)
    };
    let mut bylines = reading.paragraphs.iter().take(LINES).filter(byline);
    bylines.any(|paragraph| paragraph.atoms.iter().any(|a| a.span.of(reading.text) == name))
}

/// The person whom the text before the first label names most often, with the block of the first mention.
pub(super) fn guest_before(reading: &Reading<'_>, first: usize) -> Option<(usize, NounPhrase)> {
    const NOBODY: Class = Class::ORGANISATION.or(Class::OUTLET).or(Class::OUTLET_WORD).or(Class::PLACE);
    const MOST_BLOCKS: usize = 12;
    let intro = reading.paragraphs.get(..first.min(MOST_BLOCKS)).unwrap_or(&[]);
    let mut counts = Counts::default();
    for atom in intro.iter().flat_map(|paragraph| &paragraph.atoms).filter(|a| a.is_word() && a.capital) {
        counts.add(bare(atom.span.of(reading.text)));
    }
    let mut best: Option<(usize, (usize, NounPhrase))> = None;
    for (block, paragraph) in intro.iter().enumerate() {
        let atoms = &paragraph.atoms;
        let mut at = 0;
        while at < atoms.len() {
            let Some(name) = noun_phrase_from(atoms, at, atoms.len()).filter(|name| is_person_name(atoms, name)) else {
                at += 1;
                continue;
            };
            at = name.end.max(at + 1);
            // "Dana Reyes talks about": the verb is no part of it.
            let capital = |&i: &usize| atoms.get(i).is_some_and(|a| a.is_word() && a.capital);
            let head = (name.start..name.core_end).rev().find(capital).unwrap_or(name.head);
            let name = NounPhrase { end: head + 1, core_end: head + 1, head, ..name };
            let Some(last) = atoms.get(name.head).map(|a| bare(a.span.of(reading.text))) else { continue };
            let person = !(name.start..name.core_end).any(|i| atoms.get(i).is_some_and(|a| a.is(NOBODY)));
            let count = counts.of(last);
            if person && !is_author(reading, last) && best.is_none_or(|(most, _)| count > most) {
                best = Some((count, (block, name)));
            }
        }
    }
    best.map(|(_, guest)| guest)
}

/// A name without its possessive ending.
fn bare(word: &str) -> &str {
    word.split(['\'', '’']).next().unwrap_or(word)
}

/// "Report: …", "Police: …": a headline whose label is somebody or something that speaks.
fn reports(reading: &Reading<'_>, block: usize, label: &Label) -> bool {
    const SPEAKERS: Class =
        Class::DOCUMENT.or(Class::ROLE).or(Class::GROUP).or(Class::COLLECTIVE).or(Class::OUTLET).or(Class::OUTLET_WORD);
    let Some(paragraph) = reading.paragraphs.get(block) else { return false };
    let quoted = paragraph.atoms.iter().any(|a| a.quotation().is_some());
    !quoted && paragraph.atoms.get(label.name.head).is_some_and(|head| head.is(SPEAKERS))
}

/// A label at atom `start`: up to four capitalised words, a colon, and something after it that is no quotation.
pub(super) fn label_of(atoms: &[Atom], start: usize) -> Option<Label> {
    const WORDS: usize = 5;
    let colon =
        (start + 1..atoms.len().min(start + 1 + WORDS)).find(|&at| atoms.get(at).is_some_and(|a| a.is_mark(':')))?;
    let capital = atoms.get(start..colon)?.iter().all(|a| a.is_word() && a.capital);
    let content = atoms.get(colon + 1)?;
    if !capital || content.quotation().is_some() {
        return None;
    }
    // A single initial ("Q:") is a phrase by itself.
    let name = noun_phrase_before(atoms, start, colon).filter(|name| name.start == start).unwrap_or(NounPhrase {
        start,
        end: colon,
        core_end: colon,
        head: colon - 1,
    });
    Some(Label { name, content: colon + 1, kind: LabelKind::Transcript })
}
